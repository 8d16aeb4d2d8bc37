"""The rows of each entity: the listed ones, and one for what a list may hold beside them.

A row that stands for what is not known has `ph` true, every fact null, and the greatest place. A member of whom
nothing is known stands among the members under a negative number, for the children that a person may have beside those
who name them as a parent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.facts.vocabulary import Absent, vocabulary
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
        stranger: whether a member of whom nothing is known is among the rows, which only `child` asks for.
    """

    stranger: bool

    def phantoms(self, entity: str) -> bool:
        """Whether rows stand among those of an entity for what is not known."""
        if entity in (SPOUSE, CHILD):
            return True
        if entity == MEMBER or vocabulary()[entity].parent == MEMBER:
            return self.stranger or (entity != MEMBER and bool(_opening(entity)))
        return entity not in (HOUSEHOLD, OUTSIDE) and bool(_opening(entity))

    def read(self, entities: Iterable[str]) -> Iterable[tuple[str, Reading]]:
        """What the rows of those entities need of the sources, beside what their frames read."""
        for entity in entities:
            if entity == SPOUSE:
                yield MEMBER, Reading("spouses", Made.GIVEN)
            elif entity != CHILD and self.phantoms(entity) and entity != MEMBER:
                yield from ((vocabulary()[entity].parent or HOUSEHOLD, Reading(each)) for each in _opened_by(entity))
        if self.stranger:
            for parent in ("father", "mother"):
                yield from ((MEMBER, Reading(parent, made)) for made in (Made.GIVEN, Made.MEMBER))

    def before(self) -> Iterable[str]:
        """The tables that frames are read from: who has a parent that is not known, and who is whose child."""
        if not self.stranger:
            return
        # Only where a parent is not known can somebody have a child beside those that are told.
        half = " OR ".join(_HALF)
        yield f"CREATE TEMP TABLE {STRANGERS} AS SELECT f, COUNT(*) AS n FROM source_member WHERE {half} GROUP BY f"
        yield (
            f'CREATE TEMP TABLE {KIN}_told AS SELECT f, "father:member" AS m, m AS p, ({half}) AS half '
            'FROM source_member WHERE "father:member" <> m '
            f'UNION ALL SELECT f, "mother:member", m, ({half}) FROM source_member '
            'WHERE "mother:member" <> m AND ("father:member" IS NULL OR "father:member" <> "mother:member")'
        )
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
        read = [f"r.{quoted_name(each)}" for each in frame.reads]
        blank = ["NULL"] * len(read)
        if entity == CHILD:
            return f"SELECT f, m, p, ph FROM {KIN}"
        if entity == SPOUSE:
            parts = [f"SELECT f, m, p, other_m, other_p, FALSE AS ph FROM source_{SPOUSES}"]
            blank, opening = ["NULL", "NULL"], 'NOT "spouses:given"'
        else:
            standing = [f"r.{name}" for name in frame.standing]
            mark = ["FALSE AS ph"] if frame.phantoms else []
            parts = [f"SELECT {', '.join([*standing, *read, *mark])} FROM source_{entity} r"]
            opening = _opening(entity) if entity not in (HOUSEHOLD, MEMBER, OUTSIDE) else ""
        if frame.phantoms and opening:
            above = MEMBER if "m" in frame.standing else HOUSEHOLD
            place = [*standing_of(above), str(BEYOND)]
            parts.append(f"SELECT {', '.join([*place, *blank])}, TRUE FROM source_{above} WHERE {opening}")
        if self.stranger and "m" in frame.standing:
            place = ["f", STRANGER] if entity == MEMBER else ["f", STRANGER, str(BEYOND)]
            parts.append(f"SELECT {', '.join([*place, *blank])}, TRUE FROM {STRANGERS}")
        return " UNION ALL ".join(parts)


def _opened_by(entity: str) -> list[str]:
    """The columns of the row above that say whether a list may hold more than it says."""
    return [each.strip('"') for each in re.findall('"[^"]+"', _opening(entity))]


def _opening(entity: str) -> str:
    """Whether a list may hold more than it says; empty where it never may."""
    described = vocabulary()[entity]
    parent = vocabulary()[described.parent or HOUSEHOLD]
    path = described.list_path
    names = [name for name, each in parent.properties.items() if each.path == path]
    stated = f'"{names[0]}.stated"'
    hidden = [
        f'NOT "{container.name}.stated"'
        for depth in range(1, len(path))
        for container in parent.properties.values()
        if container.path == path[:depth] and container.absent is Absent.UNKNOWN
    ]
    if parent.properties[names[0]].absent is Absent.UNKNOWN:
        ways = [f"NOT {stated}"]
    else:
        ways = [f"(NOT {stated} AND ({' OR '.join(hidden)}))"] if hidden else []
    if entity == "income":
        ways.append('NOT "incomes_complete"')
    return " OR ".join(ways)
