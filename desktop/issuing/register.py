"""Pages of the print register for a list that is scrolled: by serial, in either direction, however long it is.

`queries.register_of` gives a few papers at once; here a page begins at a serial, so that papers that are issued in
between shift nothing that was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, or_, tuple_

from desktop.issuing.answers import IssuedAnswer
from desktop.issuing.kinds import PaperKind
from desktop.issuing.queries import seen
from desktop.issuing.records import IssuedDocument, PaperState
from desktop.issuing.serials import Serial, read_serial
from desktop.office.desk import ZONES, Desk
from desktop.office.permissions import Permission, requires
from desktop.values.digits import compact


@dataclass(frozen=True, slots=True)
class RegisterFilters:
    """Which papers a list shows; what is left out is not asked.

    Args:
        kind: only papers of this kind.
        state: only papers that stand so.
        first_day: reserved on this day or later (Gregorian, in the office's own zone).
        last_day: reserved on this day or earlier.
        text: a part of the serial or of the file number, in any digits and case.
    """

    kind: PaperKind | None = None
    state: PaperState | None = None
    first_day: date | None = None
    last_day: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """One page, in the order asked for."""

    rows: tuple[IssuedAnswer, ...]
    has_more_after: bool
    has_more_before: bool

    @property
    def first_key(self) -> Serial | None:
        """Where the page begins; None where it is empty."""
        return read_serial(self.rows[0].serial) if self.rows else None

    @property
    def last_key(self) -> Serial | None:
        """Where it ends."""
        return read_serial(self.rows[-1].serial) if self.rows else None


@requires(Permission.READ_FILES)
def page(
    desk: Desk,
    *,
    filters: RegisterFilters = RegisterFilters(),
    oldest_first: bool = False,
    after: Serial | None = None,
    before: Serial | None = None,
    limit: int = 100,
) -> RegisterPage:
    """The papers of the own office next to a serial, the newest first unless said.

    Args:
        desk: who asks; papers of files that they may not see are left out.
        filters: which papers are shown.
        oldest_first: the other way round.
        after: the first `limit` papers after this serial in the order; the first of all unless said.
        before: instead, the last `limit` papers before it, in the same order.
        limit: at most so many.

    Raises:
        ValueError: both `after` and `before` were given.
    """
    if after is not None and before is not None:
        raise ValueError("a page lies after a place or before it")
    place, backwards = (before, True) if before is not None else (after, False)
    rising = oldest_first is not backwards
    found = _beyond(desk, filters, place, rising=rising, limit=limit + 1)
    rows, further = found[:limit], len(found) > limit
    behind = False
    if place is not None:
        # What lies on the other side is asked from the place itself, which may be filtered out or gone by now.
        edge = read_serial(rows[0].serial) if rows else place
        behind = bool(_beyond(desk, filters, edge, rising=not rising, limit=1))
    if backwards:
        rows.reverse()
    return RegisterPage(
        tuple(rows),
        has_more_after=behind if backwards else further,
        has_more_before=further if backwards else behind,
    )


@requires(Permission.READ_FILES)
def count(desk: Desk, filters: RegisterFilters = RegisterFilters()) -> int:
    """How many papers the whole list has."""
    wanted = seen(desk).with_only_columns(func.count(IssuedDocument.id)).where(*_asked(desk, filters))
    return desk.session.scalar(wanted) or 0


def _beyond(
    desk: Desk, filters: RegisterFilters, place: Serial | None, *, rising: bool, limit: int
) -> list[IssuedAnswer]:
    year, number = IssuedDocument.hijri_year, IssuedDocument.number
    wanted = seen(desk).where(*_asked(desk, filters))
    if place is not None:
        here, there = tuple_(year, number), tuple_(place.year, place.number)
        wanted = wanted.where(here > there if rising else here < there)
    order = (year, number) if rising else (year.desc(), number.desc())
    return [IssuedAnswer.of(row) for row in desk.session.scalars(wanted.order_by(*order).limit(limit))]


def _asked(desk: Desk, filters: RegisterFilters) -> Iterator[ColumnElement[bool]]:
    if filters.kind is not None:
        yield IssuedDocument.kind == filters.kind
    if filters.state is not None:
        yield IssuedDocument.state == filters.state
    if filters.first_day is not None:
        yield IssuedDocument.reserved_at >= _midnight(desk, filters.first_day)
    if filters.last_day is not None:
        yield IssuedDocument.reserved_at < _midnight(desk, filters.last_day + timedelta(days=1))
    text = compact(filters.text).upper()
    if text:
        yield or_(
            IssuedDocument.serial.contains(text, autoescape=True),
            IssuedDocument.file_number.contains(text, autoescape=True),
        )


def _midnight(desk: Desk, day: date) -> datetime:
    """The instant at which a day begins in the office's own zone."""
    return datetime.combine(day, time(), tzinfo=ZONES[desk.place.country]).astimezone(UTC)
