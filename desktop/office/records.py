"""Tables of the office: places, staff, failures to sign in, counters, settings and the one list of work items."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.database.base import Base, OfficeRow, Sectioned
from desktop.database.columns import ByValue, JsonText, ValueSet
from desktop.database.policy import ADMINISTRATORS, CASE_STAFF, EVERYONE, NOBODY, Policy, Section, StaffRole
from desktop.facts.codes import Country, Sex
from desktop.values.language import Wording


class Office(OfficeRow, Base):
    """A place: its code is the `office` that every row of it carries."""

    __tablename__ = "offices"
    __policy__ = Policy(insert=NOBODY, update=ADMINISTRATORS, kept_by_owner=True)
    __audited__ = True
    __table_args__ = (
        UniqueConstraint("office"),
        UniqueConstraint("short_code"),
        ForeignKeyConstraint(["parent"], ["offices.office"]),
    )

    name_ar: Mapped[str]
    name_en: Mapped[str]
    country: Mapped[Country] = mapped_column(ByValue(Country))
    region: Mapped[str]
    short_code: Mapped[str]
    parent: Mapped[str | None]

    @property
    def name(self) -> Wording:
        """The name in both languages."""
        return Wording(self.name_ar, self.name_en)


class StaffMember(OfficeRow, Base):
    """A person who may sign in; on PostgreSQL a database role of the same login follows this row."""

    __tablename__ = "staff"
    __policy__ = Policy(insert=ADMINISTRATORS, update=ADMINISTRATORS, own_row="login", kept_by_owner=True)
    __audited__ = True
    __audit_hides__: ClassVar[tuple[str, ...]] = ("password_hash",)
    __table_args__ = (UniqueConstraint("login"), ForeignKeyConstraint(["office"], ["offices.office"]))

    login: Mapped[str]
    name_ar: Mapped[str]
    name_en: Mapped[str]
    sex: Mapped[Sex] = mapped_column(ByValue(Sex))
    roles: Mapped[frozenset[StaffRole]] = mapped_column(ValueSet(StaffRole))
    sections: Mapped[frozenset[Section]] = mapped_column(ValueSet(Section))
    active: Mapped[bool] = mapped_column(default=True)
    password_hash: Mapped[str | None]


class SignInFailures(OfficeRow, Base):
    """Wrong passwords in a row of one person, and until when the login is locked for them; see `lock_out`.

    A row of its own and no columns of the person's: a form about a colleague must not go stale because they mistyped.
    """

    __tablename__ = "sign_in_failures"
    __policy__ = Policy(read=ADMINISTRATORS, insert=NOBODY, update=ADMINISTRATORS)
    __audited__ = True
    __table_args__ = (
        ForeignKeyConstraint(["office", "staff_id"], ["staff.office", "staff.id"]),
        UniqueConstraint("office", "staff_id"),
    )

    staff_id: Mapped[UUID]
    failures: Mapped[int]
    last_at: Mapped[datetime]
    locked_until: Mapped[datetime | None]


class Counter(OfficeRow, Base):
    """The last number given out of one kind in one year; its row lock makes the series gapless."""

    __tablename__ = "counters"
    __policy__ = Policy(insert=EVERYONE - {StaffRole.AUDITOR}, update=EVERYONE - {StaffRole.AUDITOR})
    __audited__ = True
    __table_args__ = (UniqueConstraint("office", "kind", "year"),)

    kind: Mapped[str]
    year: Mapped[int]
    last: Mapped[int]


class Setting(OfficeRow, Base):
    """One setting of the office, as JSON: letterhead, the ta-marbuta rule, the one-person exception."""

    __tablename__ = "settings"
    __policy__ = Policy(insert=ADMINISTRATORS, update=ADMINISTRATORS, kept_by_owner=True)
    __audited__ = True
    __table_args__ = (UniqueConstraint("office", "key"),)

    key: Mapped[str]
    value: Mapped[Any] = mapped_column(JsonText())


class WorkItem(OfficeRow, Sectioned, Base):
    """Something that somebody has to do by a day. Each room writes its own kinds, `agenda` reads them all.

    `subject` is a message key and `details` its placeholders, so that the item reads in either language; `household`
    is no foreign key since households belong to a room above.
    """

    __tablename__ = "work_items"
    __policy__ = Policy(insert=CASE_STAFF, update=CASE_STAFF)
    __audited__ = True
    __table_args__ = (Index(None, "office", "due"), Index(None, "office", "household"))

    kind: Mapped[str]
    household: Mapped[UUID | None]
    subject: Mapped[str]
    details: Mapped[dict[str, Any]] = mapped_column(JsonText())
    due: Mapped[date | None]
    assigned_to: Mapped[str | None]
    opened_at: Mapped[datetime]
    opened_by: Mapped[str]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None]
