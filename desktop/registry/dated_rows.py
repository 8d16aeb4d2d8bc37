"""What every dated row of facts carries, and the keys by which it hangs on its file and its person.

A row says: *the office held, from `recorded_at` until `superseded_at`, that these facts were so from `valid_from` to
`valid_to`*. A row that is still believed is never changed, only superseded by others; so any past day can be seen and
re-decided as known now, or as known then.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Date, ForeignKeyConstraint, Index, bindparam, or_
from sqlalchemy.orm import Mapped, mapped_column

from desktop.database.base import OfficeRow, belongs_to
from desktop.database.columns import UtcInstant
from desktop.database.policy import Follows, Policy

OF_FILE = Policy(follows=Follows("households", "household_id"))
"""Seen and written by whoever sees and writes the file."""


class Dated(OfficeRow):
    """Facts of one file, dated both ways.

    `valid_from` and `valid_to` are the first and the last day on which the facts were so (Gregorian, both included);
    None is open: since ever, until further notice. `recorded_at` and `superseded_at` are instants of the file's
    versions; `superseded_at` None is believed now.
    """

    household_id: Mapped[UUID] = mapped_column(sort_order=-10)
    valid_from: Mapped[date | None] = mapped_column(sort_order=-9)
    valid_to: Mapped[date | None] = mapped_column(sort_order=-9)
    recorded_at: Mapped[datetime] = mapped_column(sort_order=-9)
    superseded_at: Mapped[datetime | None] = mapped_column(sort_order=-9)


class OfPerson(Dated):
    """Dated facts of one person of the file."""

    person_id: Mapped[UUID] = mapped_column(sort_order=-10)


class Placed:
    """One of several: `position` orders them and says nothing else; there are gaps for what comes between."""

    position: Mapped[int] = mapped_column(sort_order=-8)


def of_household() -> tuple[ForeignKeyConstraint, Index]:
    """Constraints of a table whose rows hang on a household."""
    return belongs_to("households", "household_id")


def of_person() -> tuple[ForeignKeyConstraint, ForeignKeyConstraint, Index]:
    """Constraints of a table whose rows hang on a person of the household; another file's person is refused."""
    file, index = belongs_to("households", "household_id")
    person = ForeignKeyConstraint(
        ["office", "household_id", "person_id"], ["persons.office", "persons.household_id", "persons.id"]
    )
    return (file, person, index)


KNOWN_AT, DAY = "known_at", "day"
"""Parameters of the statements that `believed_then` and `held_that_day` are part of."""


def believed_now(kind: type[Dated]) -> ColumnElement[bool]:
    """Rows of `kind` that are believed."""
    return kind.superseded_at.is_(None)


def believed_then(kind: type[Dated]) -> ColumnElement[bool]:
    """Rows of `kind` that were believed at the instant `KNOWN_AT`."""
    then = bindparam(KNOWN_AT, type_=UtcInstant())
    return (kind.recorded_at <= then) & or_(kind.superseded_at.is_(None), kind.superseded_at > then)


def held_that_day(kind: type[Dated]) -> ColumnElement[bool]:
    """Rows of `kind` whose facts were so on the day `DAY`."""
    day = bindparam(DAY, type_=Date())
    return or_(kind.valid_from.is_(None), kind.valid_from <= day) & or_(kind.valid_to.is_(None), kind.valid_to >= day)
