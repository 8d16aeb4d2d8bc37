"""The rows of each entity: the listed ones, and one for what a list may hold beside them.

A row that stands for what is not known has `ph` true, every fact null, and the greatest place. A member of whom
nothing is known stands at place -1, for the children that a person may have beside those who name them as a parent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.facts.arrow_layout import MEMBER_REF, ORDINAL, PLACE
from desktop.facts.vocabulary import Absent, vocabulary
from desktop.programmes.caseload.engine import DuckDb
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.language.family import CHILD, HOUSEHOLD, MEMBER, OUTSIDE, SPOUSE

BEYOND = 2_147_483_647
"""The place of what stands for entries beyond the listed ones."""
NOBODY_KNOWN = -1
"""The place of the member of whom nothing is known."""
ROSTER, PERSONS, KIN = "roster", "persons", "kin"
KEYS = {HOUSEHOLD: ("f",), MEMBER: ("f", "m"), OUTSIDE: ("f", "p"), SPOUSE: ("f", "m", "p"), CHILD: ("f", "m", "p")}


def keys_of(entity: str) -> tuple[str, ...]:
    """The columns that tell the rows of an entity apart."""
    found = KEYS.get(entity)
    if found is not None:
        return found
    return ("f", "m", "p") if vocabulary()[entity].parent == MEMBER else ("f", "p")


def quoted_name(column: str) -> str:
    """A column of the file's tables as SQL names it."""
    return f'"{column}"'


@dataclass
class Rows:
    """Which rows the frames have.

    Args:
        engine: the engine's spelling.
        stranger: whether a member of whom nothing is known is among the rows, which only `child` asks for.
    """

    engine: DuckDb
    stranger: bool
    spouses: bool = False
    persons: bool = False
    _lists: dict[str, None] = field(default_factory=dict)

    def phantoms(self, entity: str) -> bool:
        """Whether rows stand among those of an entity for what is not known."""
        if entity in (SPOUSE, CHILD):
            return True
        if entity == MEMBER or vocabulary()[entity].parent == MEMBER:
            return self.stranger or (entity != MEMBER and _opening(entity) != "FALSE")
        return entity not in (HOUSEHOLD, OUTSIDE) and _opening(entity) != "FALSE"

    def asked(self, entity: str) -> None:
        """Notes that a frame of an entity is in use."""
        if entity == SPOUSE:
            self.spouses = self.persons = True
        elif entity not in (HOUSEHOLD, MEMBER, OUTSIDE, CHILD) and vocabulary()[entity].parent == MEMBER:
            self._lists[entity] = None

    def before(self) -> Iterable[str]:
        """The tables that frames are read from: who is in the file, and how they are related."""
        columns = [f"r.{quoted_name(ORDINAL)} AS f", f"r.{quoted_name(PLACE)} AS m", 'r."ref" AS ref', "FALSE AS ph"]
        kin = (*(("father", "mother") if self.stranger else ()), *(("spouses",) if self.spouses else ()))
        columns += [f'r."{each}" AS {each}' for each in kin]
        columns += [f"{_opening(entity, 'r.')} AS opens_{entity}" for entity in sorted(self._lists)]
        everybody = f"SELECT {', '.join(columns)} FROM source_member r"
        if self.stranger:
            blank = ["NULL AS ref", "TRUE AS ph", *(f"NULL AS {each}" for each in kin)]
            blank += [f"TRUE AS opens_{entity}" for entity in sorted(self._lists)]
            # Only where a parent is not known can somebody have a child beside those that are told.
            half = f'SELECT {quoted_name(ORDINAL)} FROM source_member WHERE "father" IS NULL OR "mother" IS NULL'
            where = f"WHERE {quoted_name(ORDINAL)} IN ({half})"
            stranger = (
                f"{quoted_name(ORDINAL)} AS f, {NOBODY_KNOWN} AS m, {', '.join(blank)} FROM source_household {where}"
            )
            everybody += f" UNION ALL SELECT {stranger}"
        yield f"CREATE TEMP TABLE {ROSTER} AS {everybody}"
        if self.persons:
            yield (
                f"CREATE TEMP TABLE {PERSONS} AS SELECT f, ref, m, CAST(NULL AS INTEGER) AS p FROM {ROSTER} "
                "WHERE NOT ph "
                f'UNION ALL SELECT {quoted_name(ORDINAL)}, "ref", NULL, {quoted_name(PLACE)} FROM source_outside'
            )
        if self.stranger:
            yield from _kin()

    def query(self, frame: Frame) -> str:
        """The rows of a frame with the columns of the file that it reads."""
        entity = frame.name
        if entity == CHILD:
            return f"SELECT f, m, t AS p, t, ph FROM {KIN}"
        if entity == SPOUSE:
            listed = self.engine.unfolded(f"(SELECT * FROM {ROSTER} WHERE NOT ph)", "spouses")
            return (
                f"SELECT u.f, u.m, u.p, n.m AS spouse_m, n.p AS spouse_p, FALSE AS ph FROM ({listed}) u "
                f"JOIN {PERSONS} n ON n.f = u.f AND n.ref = u.item "
                f"UNION ALL SELECT f, m, {BEYOND}, NULL, NULL, TRUE FROM {ROSTER} WHERE spouses IS NULL"
            )
        read = [f"r.{quoted_name(column)}" for column in frame.reads]
        listed_columns = [f"r.{quoted_name(ORDINAL)} AS f"]
        keys, source = keys_of(entity), f"source_{entity} r"
        if entity == MEMBER:
            listed_columns.append(f"r.{quoted_name(PLACE)} AS m")
        elif "m" in keys:
            listed_columns += ["n.m AS m", f"r.{quoted_name(PLACE)} AS p"]
            source += f" JOIN {ROSTER} n ON n.f = r.{quoted_name(ORDINAL)} AND n.ref = r.{quoted_name(MEMBER_REF)}"
        elif "p" in keys:
            listed_columns.append(f"r.{quoted_name(PLACE)} AS p")
        if not frame.phantoms:
            return f"SELECT {', '.join([*listed_columns, *read])} FROM {source}"
        text = f"SELECT {', '.join([*listed_columns, *read, 'FALSE AS ph'])} FROM {source}"
        blank = ["NULL"] * len(read)
        if entity == MEMBER:
            beyond = [f"f, {NOBODY_KNOWN}", *blank, f"TRUE FROM {ROSTER} WHERE ph"]
        elif "m" in keys:
            beyond = [f"f, m, {BEYOND}", *blank, f"TRUE FROM {ROSTER} WHERE opens_{entity}"]
        else:
            ordinal = quoted_name(ORDINAL)
            beyond = [f"r.{ordinal}, {BEYOND}", *blank, f"TRUE FROM source_household r WHERE {_opening(entity, 'r.')}"]
        return f"{text} UNION ALL SELECT {', '.join(beyond)}"


def _opening(entity: str, alias: str = "") -> str:
    """Whether a list may hold more than it says."""
    described = vocabulary()[entity]
    parent = vocabulary()[described.parent or HOUSEHOLD]
    path = described.list_path
    names = [name for name, each in parent.properties.items() if each.path == path]
    stated = f'{alias}"{names[0]}.stated"'
    hidden = [
        f'NOT {alias}"{container.name}.stated"'
        for depth in range(1, len(path))
        for container in parent.properties.values()
        if container.path == path[:depth] and container.absent is Absent.UNKNOWN
    ]
    if parent.properties[names[0]].absent is Absent.UNKNOWN:
        opening = f"NOT {stated}"
    else:
        opening = f"(NOT {stated} AND ({' OR '.join(hidden)}))" if hidden else "FALSE"
    return f'({opening} OR NOT {alias}"incomes_complete")' if entity == "income" else opening


def _kin() -> Iterable[str]:
    """Who is whose child; beside them, for a person who may be the parent of somebody whose parent is not known."""
    fields = "o.f, o.m, c.m AS t, FALSE AS ph, (c.father IS NULL OR c.mother IS NULL) AS half"
    edges = " UNION ".join(
        f"SELECT {fields} FROM {ROSTER} o JOIN {ROSTER} c ON o.f = c.f AND o.ref = c.{side} "
        "WHERE o.m <> c.m AND NOT c.ph"
        for side in ("father", "mother")
    )
    yield f"CREATE TEMP TABLE {KIN}_edges AS {edges}"
    half = "CASE WHEN NOT o.ph AND (o.father IS NULL OR o.mother IS NULL) THEN 1 ELSE 0 END"
    known = f"SELECT f, m, COUNT(*) AS n FROM {KIN}_edges WHERE half GROUP BY f, m"
    everybody = f"SELECT f, SUM({half}) AS n FROM {ROSTER} o GROUP BY f"
    yield (
        f"CREATE TEMP TABLE {KIN} AS SELECT f, m, t, ph FROM {KIN}_edges UNION ALL "
        f"SELECT o.f, o.m, {NOBODY_KNOWN}, TRUE FROM {ROSTER} o JOIN ({everybody}) e ON e.f = o.f "
        f"LEFT JOIN ({known}) k ON k.f = o.f AND k.m = o.m "
        f"WHERE o.ph OR e.n - {half} - COALESCE(k.n, 0) > 0"
    )
