"""Pages of files for a table that is scrolled and sorted: by key, in either direction, however many files there are.

A page is a range of the tree that keeps the files in its order (`Household.__table_args__`), so the last page costs
what the first does, and rows that come in between shift nothing that was read. Nothing here counts rows to leave out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Select, UnaryExpression, func, literal, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.operators import custom_op

from desktop.database.engine import is_sqlite
from desktop.database.policy import READS_OFFICES_BELOW, Section
from desktop.office.desk import ZONES, Desk
from desktop.office.permissions import Permission, requires
from desktop.office.records import Office
from desktop.registry.answers import HouseholdSummary
from desktop.registry.queries import seen
from desktop.registry.records import Household
from desktop.values.names import fold

FEW = 5_000
"""Files that are sorted anew rather than looked for along the order of the page; some milliseconds either way."""

_LAST = "\U0010ffff"


class SortColumn(StrEnum):
    """What a list of files may be in the order of; files that are equal in it follow their numbers."""

    FILE_NUMBER = "file_number"
    HEAD_NAME = "head_name"
    MEMBERS = "members"
    REGISTERED = "registered"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ListFilters:
    """Which files a list shows; what is left out is not asked.

    Args:
        section: only of this section.
        closed: only closed files, or only open ones.
        registered_from: first day of registration (Gregorian, in the office's own zone).
        registered_until: last day of registration, that day included.
        members_from: at least so many members.
        members_until: at most so many.
        name: how the head's name begins, in any spelling.
    """

    section: Section | None = None
    closed: bool | None = None
    registered_from: date | None = None
    registered_until: date | None = None
    members_from: int | None = None
    members_until: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class PageKey:
    """The place of a file in the order of its page: where the next page begins, even if the file is gone by then."""

    value: str | int | datetime
    file_number: str


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """One page, in the order asked for; `first_key` and `last_key` are None where it is empty."""

    rows: tuple[HouseholdSummary, ...]
    first_key: PageKey | None
    last_key: PageKey | None
    has_more_after: bool
    has_more_before: bool


@requires(Permission.READ_FILES)
def page(
    desk: Desk,
    *,
    sort: SortColumn = SortColumn.FILE_NUMBER,
    descending: bool = False,
    filters: ListFilters = ListFilters(),
    after: PageKey | None = None,
    before: PageKey | None = None,
    limit: int = 100,
) -> HouseholdPage:
    """The files that this person sees next to a place in an order.

    Args:
        desk: who asks.
        sort: the order.
        descending: the order the other way round, among equal files too.
        filters: which files are shown.
        after: the first `limit` files after this place; the first of all unless said.
        before: instead, the last `limit` files before this place, in the same order.
        limit: at most so many.

    Raises:
        ValueError: both `after` and `before` were given.
    """
    if after is not None and before is not None:
        raise ValueError("a page lies after a place or before it")
    order = _Order(desk, sort, filters)
    place, backwards = (before, True) if before is not None else (after, False)
    found = order.keys(place, falling=descending is not backwards, limit=limit + 1)
    further = len(found) > limit
    keys = found[: max(limit, 0)]
    if backwards:
        keys.reverse()
    # What lies on the other side of the place is asked from the page's own edge, which belongs to the order.
    edge = (keys[-1] if backwards else keys[0]) if keys else place
    behind = place is not None and bool(order.keys(edge, falling=descending is backwards, limit=1, through=not keys))
    return HouseholdPage(
        rows=tuple(_summaries(desk, keys)),
        first_key=keys[0] if keys else None,
        last_key=keys[-1] if keys else None,
        has_more_after=behind if backwards else further,
        has_more_before=further if backwards else behind,
    )


@requires(Permission.READ_FILES)
def count(desk: Desk, filters: ListFilters = ListFilters()) -> int:
    """How many files the whole list has."""
    # Of a column that the tree of numbers holds, or every file would be fetched to be counted.
    wanted = seen(desk).with_only_columns(func.count(Household.office)).where(*_others(filters))
    for column, asked in _ranges(desk, filters).items():
        wanted = wanted.where(*asked.on(column))
    return desk.session.scalar(wanted) or 0


_COLUMNS: dict[SortColumn, InstrumentedAttribute[Any]] = {
    SortColumn.FILE_NUMBER: Household.file_number,
    SortColumn.HEAD_NAME: Household.head_key,
    SortColumn.MEMBERS: Household.member_count,
    SortColumn.REGISTERED: Household.registered_at,
    SortColumn.CHANGED: Household.changed_at,
}


class _Order:
    """The files of one list in one order: read office by office, since each office's are a range of their own."""

    def __init__(self, desk: Desk, sort: SortColumn, filters: ListFilters) -> None:
        self._desk = desk
        self._column = _COLUMNS[sort]
        self._ranges = _ranges(desk, filters)
        self._others = tuple(_others(filters))
        self._trees = {office: self._tree(office) for office in _offices(desk, filters)}

    def keys(self, place: PageKey | None, *, falling: bool, limit: int, through: bool = False) -> list[PageKey]:
        """The keys beyond a place, or from it on with `through`; rising or falling, at most so many."""
        offices = [self._keys(office, place, falling, limit, through) for office in self._trees]
        in_order = merge(*offices, key=lambda key: (key.value, key.file_number), reverse=falling)
        return list(islice(in_order, limit))

    def _keys(self, office: str, place: PageKey | None, falling: bool, limit: int, through: bool) -> list[PageKey]:
        number = Household.file_number
        wanted = _files(self._desk, office, *self._others)
        tree = self._trees[office]
        for column, asked in self._ranges.items():
            wanted = wanted.where(*asked.on(self._asked(column, looked_up=column is tree)))
        columns = (self._column,) if self._column is number else (self._column, number)
        looked_at = [self._asked(column, looked_up=self._column is tree) for column in columns]
        if place is not None:
            values = (place.file_number,) if self._column is number else (place.value, place.file_number)
            at = tuple_(*looked_at)
            edge = tuple_(*(literal(value, column.type) for value, column in zip(values, columns, strict=True)))
            if falling:
                wanted = wanted.where(at <= edge if through else at < edge)
            else:
                wanted = wanted.where(at >= edge if through else at > edge)
        wanted = wanted.order_by(*(each.desc() if falling else each for each in looked_at)).limit(limit)
        found = self._desk.session.execute(wanted.with_only_columns(self._column, number))
        return [PageKey(value, file_number) for value, file_number in found]

    def _tree(self, office: str) -> InstrumentedAttribute[Any]:
        """The column by whose tree an office's files are read: of a filter that few answer, else of the order."""
        for column, asked in self._ranges.items():
            if column is not self._column:
                some = _files(self._desk, office, *asked.on(column)).with_only_columns(Household.id).limit(FEW + 1)
                if (self._desk.session.scalar(select(func.count()).select_from(some.subquery())) or 0) <= FEW:
                    return column
        return self._column

    def _asked(self, column: InstrumentedAttribute[Any], *, looked_up: bool) -> ColumnElement[Any]:
        """A column as it is asked about; by a sign that changes nothing where SQLite shall not look up its tree.

        SQLite keeps no figures of how rare a value is and would sort fifty thousand files for a common name.
        PostgreSQL keeps them and chooses by itself.
        """
        if looked_up or not is_sqlite(self._desk.session.connection()):
            return column.expression
        return UnaryExpression(column.expression, operator=custom_op("+"), type_=column.type)


@dataclass(frozen=True, slots=True)
class _Range:
    """From a value on, and before or up to another."""

    least: object | None = None
    before: object | None = None
    most: object | None = None

    def on(self, column: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Iterator[ColumnElement[bool]]:
        """The conditions that it puts on a column."""
        if self.least is not None:
            yield column >= self.least
        if self.before is not None:
            yield column < self.before
        if self.most is not None:
            yield column <= self.most


def _offices(desk: Desk, filters: ListFilters) -> Sequence[str]:
    """The offices whose files this person sees; nearly always the own one."""
    if filters.section is not None and filters.section not in desk.staff.sees:
        # None would be found, after a look at every file of the office.
        return ()
    if not READS_OFFICES_BELOW & desk.staff.roles:
        return (desk.office,)
    return desk.session.scalars(select(Office.office)).all()


def _files(desk: Desk, office: str, *conditions: ColumnElement[bool]) -> Select[Household]:
    return seen(desk).where(Household.office == office, *conditions)


def _ranges(desk: Desk, filters: ListFilters) -> dict[InstrumentedAttribute[Any], _Range]:
    """What a filter asks of columns that files are kept in the order of."""
    begun = fold(filters.name)
    since, until = filters.registered_from, filters.registered_until
    asked = {
        Household.head_key: _Range(least=begun, before=begun + _LAST) if begun else _Range(),
        Household.registered_at: _Range(
            least=_midnight(desk, since) if since is not None else None,
            before=_midnight(desk, until + timedelta(days=1)) if until is not None else None,
        ),
        Household.member_count: _Range(least=filters.members_from, most=filters.members_until),
    }
    return {column: each for column, each in asked.items() if each != _Range()}


def _others(filters: ListFilters) -> Iterator[ColumnElement[bool]]:
    """What a filter asks besides."""
    if filters.section is not None:
        yield Household.section == filters.section
    if filters.closed is not None:
        yield Household.closed_at.is_not(None) if filters.closed else Household.closed_at.is_(None)


def _midnight(desk: Desk, day: date) -> datetime:
    """The instant at which a day begins in the office's own zone."""
    return datetime.combine(day, time(), tzinfo=ZONES[desk.place.country]).astimezone(UTC)


def _summaries(desk: Desk, keys: Sequence[PageKey]) -> Iterator[HouseholdSummary]:
    numbers = [key.file_number for key in keys]
    if not numbers:
        return
    rows = {row.file_number: row for row in desk.session.scalars(seen(desk).where(Household.file_number.in_(numbers)))}
    for number in numbers:
        # A colleague may have sealed one between the two looks.
        if number in rows:
            yield HouseholdSummary.of(rows[number])
