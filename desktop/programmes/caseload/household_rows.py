"""The rows of each entity: the listed ones, and one for what a list may hold beside them.

A row that stands for what is not known has `ph` true, every fact null, and the greatest place. A member of whom
nothing is known stands among the members under a negative number, for the children that a person may have beside those
who name them as a parent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.facts.arrow_layout import column_of
from desktop.facts.vocabulary import Absent, vocabulary
from desktop.programmes.caseload.alike import Alike
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.readings import SPOUSES, Made, Reading
from desktop.programmes.language.family import CHILD, HOUSEHOLD, MEMBER, OUTSIDE, SPOUSE

BEYOND = 2_147_483_647
"""The place of what stands for entries beyond the listed ones."""
STRANGERS, KIN = "strangers", "kin"
STRANGER = "-1 - f"
"""The number of the member of whom nothing is known, one in each file that needs one."""
_HALF = ('NOT "father:given"', 'NOT "mother:given"')


def keys_of(entity: str, *, by_file: bool = False) -> tuple[str, ...]:
    """The columns by which a row of an entity is found: one where a number of its own suffices."""
    if entity == HOUSEHOLD or by_file or entity not in (MEMBER, OUTSIDE):
        return standing_of(entity)
    return standing_of(entity)[1:]


def standing_of(entity: str) -> tuple[str, ...]:
    """The columns that every row of an entity has: its file first, then those by which the file orders its rows."""
    if entity in (SPOUSE, CHILD) or (entity not in (HOUSEHOLD, MEMBER) and vocabulary()[entity].parent == MEMBER):
        return ("f", "m", "p")
    return {HOUSEHOLD: ("f",), MEMBER: ("f", "m")}.get(entity, ("f", "p"))


def quoted_name(column: str) -> str:
    """A column of the file's tables as SQL names it."""
    return f'"{column}"'


@dataclass
class Rows:
    """Which rows the frames have.

    Args:
        alike: what all files have alike.
        asks_of_children: whether anything is asked of a person's children.
    """

    alike: Alike
    asks_of_children: bool

    @property
    def stranger(self) -> bool:
        """Whether a member of whom nothing is known is among the rows, which only `child` asks for."""
        return self.asks_of_children and not all(self.alike.given(MEMBER, each) for each in ("father", "mother"))

    def empty(self, entity: str) -> bool:
        """Whether nothing is listed of an entity."""
        if entity == SPOUSE:
            return self.alike.absent(MEMBER, "spouses")
        if entity == CHILD:
            return all(self.alike.absent(MEMBER, each) for each in ("father", "mother"))
        return self.alike.empty(entity)

    def phantoms(self, entity: str) -> bool:
        """Whether rows stand among those of an entity for what is not known."""
        if entity == SPOUSE:
            return self.stranger or not self.alike.given(MEMBER, "spouses")
        if entity in (CHILD, MEMBER):
            return self.stranger
        below_member = vocabulary()[entity].parent == MEMBER
        return entity not in (HOUSEHOLD, OUTSIDE) and ((below_member and self.stranger) or bool(self.opening(entity)))

    def read(self, entities: Iterable[str]) -> Iterable[tuple[str, Reading]]:
        """What the rows of those entities need of the sources, beside what their frames read."""
        for entity in entities:
            if entity == SPOUSE:
                yield MEMBER, Reading("spouses", Made.GIVEN)
            elif entity not in (HOUSEHOLD, MEMBER, OUTSIDE, CHILD):
                above = vocabulary()[entity].parent or HOUSEHOLD
                yield from ((above, Reading(each.strip('"'))) for each in re.findall('"[^"]+"', self.opening(entity)))
        if self.stranger or CHILD in entities:
            for parent in ("father", "mother"):
                yield from ((MEMBER, Reading(parent, made)) for made in (Made.GIVEN, Made.MEMBER))

    def before(self, entities: Iterable[str]) -> Iterable[str]:
        """The tables that the frames of those entities are read from: who lacks a parent, and who is whose child."""
        # Only where a parent is not known can somebody have a child beside those that are told.
        half = " OR ".join(_HALF)
        if self.stranger:
            yield f"CREATE TEMP TABLE {STRANGERS} AS SELECT f, COUNT(*) AS n FROM source_member WHERE {half} GROUP BY f"
        if CHILD not in entities:
            return
        told = (
            f'SELECT f, "father:member" AS m, m AS p, ({half}) AS half FROM source_member WHERE "father:member" <> m '
            f'UNION ALL SELECT f, "mother:member", m, ({half}) FROM source_member '
            'WHERE "mother:member" <> m AND ("father:member" IS NULL OR "father:member" <> "mother:member")'
        )
        if not self.stranger:
            yield f"CREATE TEMP TABLE {KIN} AS SELECT f, m, p FROM ({told}) told"
            return
        yield f"CREATE TEMP TABLE {KIN}_told AS {told}"
        own = f"CASE WHEN {half} THEN 1 ELSE 0 END"
        known = f"SELECT f, m, COUNT(*) AS n FROM {KIN}_told WHERE half GROUP BY f, m"
        yield (
            f"CREATE TEMP TABLE {KIN} AS SELECT f, m, p, FALSE AS ph FROM {KIN}_told UNION ALL "
            f"SELECT o.f, o.m, -1 - o.f, TRUE FROM source_member o JOIN {STRANGERS} e ON e.f = o.f "
            f"LEFT JOIN ({known}) k ON k.f = o.f AND k.m = o.m WHERE e.n - {own} - COALESCE(k.n, 0) > 0 "
            f"UNION ALL SELECT f, {STRANGER}, {STRANGER}, TRUE FROM {STRANGERS}"
        )

    def query(self, frame: Frame) -> str:
        """The rows of a frame with what it reads of its source."""
        entity, parts = frame.name, list[str]()
        read = [f"r.{quoted_name(each.name)}" for each in frame.read_columns()]
        blank = ["NULL"] * len(read)
        if entity == CHILD:
            return f"SELECT * FROM {KIN}"
        mark = ["FALSE AS ph"] if frame.phantoms else []
        if entity == SPOUSE:
            listed = ", ".join(["f, m, p, other_m, other_p", *read, *mark])
            parts = [f"SELECT {listed} FROM source_{SPOUSES} r"]
            blank, opening = ["NULL", "NULL", *blank], 'NOT "spouses:given"'
        else:
            standing = [f"r.{name}" for name in frame.standing]
            parts = [f"SELECT {', '.join([*standing, *read, *mark])} FROM source_{entity} r"]
            opening = self.opening(entity) if entity not in (HOUSEHOLD, MEMBER, OUTSIDE) else ""
        if frame.phantoms and opening:
            above = MEMBER if "m" in frame.standing else HOUSEHOLD
            place = [*standing_of(above), str(BEYOND)]
            parts.append(f"SELECT {', '.join([*place, *blank])}, TRUE FROM source_{above} WHERE {opening}")
        if self.stranger and "m" in frame.standing:
            place = ["f", STRANGER] if entity == MEMBER else ["f", STRANGER, str(BEYOND)]
            parts.append(f"SELECT {', '.join([*place, *blank])}, TRUE FROM {STRANGERS}")
        return " UNION ALL ".join(parts)

    def opening(self, entity: str) -> str:
        """Where a list may hold more than it says, in columns of the row above; empty where it never may."""
        described = vocabulary()[entity]
        above = described.parent or HOUSEHOLD
        properties, path = vocabulary()[above].properties, described.list_path
        its_own = next(each for each in properties.values() if each.path == path)
        hidden = [
            self._denied(above, column_of(container))
            for depth in range(1, len(path))
            for container in properties.values()
            if container.path == path[:depth] and container.absent is Absent.UNKNOWN
        ]
        stated, around = self._denied(above, column_of(its_own)), [each for each in hidden if each]
        if stated and its_own.absent is not Absent.UNKNOWN:
            stated = f"({stated} AND ({' OR '.join(around)}))" if around else ""
        ways = [stated, self._denied(above, "incomes_complete") if entity == "income" else ""]
        return " OR ".join(way for way in ways if way)

    def _denied(self, entity: str, column: str) -> str:
        """Where a column says no; empty where it never does."""
        return "" if self.alike.only(entity, column) is True else f"NOT {quoted_name(column)}"
