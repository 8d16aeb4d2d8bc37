"""Household files put together from their dated rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum, auto
from functools import cache
from typing import TypeVar, cast
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from desktop.database.policy import Section
from desktop.facts import codes
from desktop.facts.household_file import FORMAT, Household, HouseholdFile, Member
from desktop.facts.vocabulary import vocabulary
from desktop.registry import records
from desktop.registry.cells import Cells, thing_of
from desktop.registry.dated_rows import DAY, KNOWN_AT, Dated, OfPerson, believed_now, believed_then, held_that_day
from desktop.registry.fact_records import HouseholdFacts, Membership
from desktop.registry.list_records import SpouseRow
from desktop.registry.shelves import HOUSEHOLD_LISTS, KINDS, LISTS, MEMBER_LISTS, OF_MEMBER, STATED, facts_in, list_name

D = TypeVar("D", bound=Dated)

_TOGETHER = 500
"""Files whose rows are asked for in one statement, well under both databases' limit of parameters."""
_FILES = "files"


class Rows:
    """Dated rows of one file by their table."""

    def __init__(self) -> None:
        self._of: dict[type[Dated], list[Dated]] = defaultdict(list)

    def of(self, kind: type[D]) -> list[D]:
        """The rows of one table, in the order of their position, then of their making."""
        # Put there under its own type.
        return cast("list[D]", self._of[kind])

    def put(self, row: Dated) -> None:
        """Add a row; rows come in order."""
        self._of[type(row)].append(row)

    def where(self, wanted: Callable[[Dated], bool]) -> Rows:
        """Only those that are wanted."""
        chosen = Rows()
        for rows in self._of.values():
            for row in rows:
                if wanted(row):
                    chosen.put(row)
        return chosen


class Extent(Enum):
    """Which rows of a file are read."""

    HELD_NOW_KNOWN = auto()
    HELD_THEN_KNOWN = auto()
    BELIEVED = auto()
    EVER = auto()


def rows_held(
    session: Session, files: Sequence[UUID], *, on: date, known_at: datetime | None = None
) -> dict[UUID, Rows]:
    """What was held of some files on a day, as known at an instant (None: now)."""
    if known_at is None:
        return _rows(session, files, Extent.HELD_NOW_KNOWN, {DAY: on})
    return _rows(session, files, Extent.HELD_THEN_KNOWN, {DAY: on, KNOWN_AT: known_at})


def rows_believed(session: Session, file: UUID) -> Rows:
    """Everything that is believed of a file now, of whatever day."""
    return _rows(session, [file], Extent.BELIEVED, {})[file]


def rows_ever(session: Session, file: UUID) -> Rows:
    """Every row ever recorded of a file."""
    return _rows(session, [file], Extent.EVER, {})[file]


def known_on(rows: Rows, *, on: date, known_at: datetime) -> Rows:
    """Of all rows of a file, those that `rows_held` would give."""
    return rows.where(
        lambda row: (
            row.recorded_at <= known_at
            and (row.superseded_at is None or row.superseded_at > known_at)
            and (row.valid_from is None or row.valid_from <= on)
            and (row.valid_to is None or row.valid_to >= on)
        )
    )


def file_of(household: records.Household, rows: Rows, *, section: Section | None = None) -> HouseholdFile:
    """The household file that rows held on one day make up.

    Args:
        household: the record of the file.
        rows: from `rows_held` or `known_on`.
        section: as it was then; None for the section that the file is in now.
    """
    (facts,) = rows.of(HouseholdFacts)
    cells = cells_in(facts) | {
        "file_number": household.file_number,
        "country": household.country,
        "office": household.office,
        "section": codes.Section[(section or household.section).name],
    }
    lists = {list_name(entity): _items(entity, rows.of(kind)) for entity, kind in HOUSEHOLD_LISTS.items()}
    return HouseholdFile(format=FORMAT, household=thing_of(Household, cells, lists), members=tuple(_members(rows)))


def cells_in(row: Dated) -> Cells:
    """The facts of one row."""
    return {name: getattr(row, name) for name in facts_in(type(row))}


def _members(rows: Rows) -> Iterable[Member]:
    cells: dict[UUID, Cells] = defaultdict(dict)
    for kind in OF_MEMBER:
        for row in rows.of(kind):
            cells[row.person_id] |= cells_in(row)
    lists: dict[UUID, dict[str, tuple[object, ...]]] = defaultdict(dict)
    for entity, listed in MEMBER_LISTS.items():
        of_person: dict[UUID, list[OfPerson]] = defaultdict(list)
        for item in rows.of(listed):
            of_person[item.person_id].append(item)
        for person, items in of_person.items():
            lists[person][list_name(entity)] = _items(entity, items)
    for place in rows.of(Membership):
        yield thing_of(Member, cells[place.person_id], lists[place.person_id])


def _items(entity: str, rows: Sequence[Dated]) -> tuple[object, ...]:
    if entity not in vocabulary():
        return tuple(row.spouse for row in rows if isinstance(row, SpouseRow))
    struct = vocabulary()[entity].struct
    return tuple(thing_of(struct, cells_in(row), {}) for row in rows)


def _rows(session: Session, files: Sequence[UUID], extent: Extent, asked: Mapping[str, object]) -> dict[UUID, Rows]:
    found: dict[UUID, Rows] = {file: Rows() for file in files}
    for start in range(0, len(files), _TOGETHER):
        some = files[start : start + _TOGETHER]
        told: set[str] = set()
        for shelf, kind in enumerate(KINDS):
            # Most lists of most families were never told of: each costs a statement, which a desk feels.
            if kind in LISTS and LISTS[kind] not in told:
                continue
            rows = session.scalars(_statement(shelf, extent), {_FILES: some, **asked})
            for row in sorted(rows, key=_order):
                found[row.household_id].put(row)
                told |= {name for name in STATED[kind] if getattr(row, name)} if kind in STATED else set()
    return found


@cache
def _statement(shelf: int, extent: Extent) -> Select[Dated]:
    """Of the table at a place of KINDS. Made once: putting a statement together costs as much as running it."""
    kind = KINDS[shelf]
    wanted = select(kind).where(kind.household_id.in_(bindparam(_FILES, expanding=True)))
    match extent:
        case Extent.HELD_NOW_KNOWN:
            return wanted.where(believed_now(kind), held_that_day(kind))
        case Extent.HELD_THEN_KNOWN:
            return wanted.where(believed_then(kind), held_that_day(kind))
        case Extent.BELIEVED:
            return wanted.where(believed_now(kind))
        case Extent.EVER:
            return wanted


def _order(row: Dated) -> tuple[int, UUID]:
    return getattr(row, "position", 0), row.id
