"""Tables of courses and enrolment.

Who is enrolled follows the household's file, how many are follows the course. So the two are apart: an enrolment, seen
by whoever sees the file, holds a place, seen by whoever sees the course and naming nobody. A desk of the general
section counts the seats and moves the waiting list on without seeing whose of the women's section or of sealed files
they are.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.database.base import Base, OfficeRow, Sectioned, belongs_to, one_of
from desktop.database.columns import ByValue, JsonText
from desktop.database.policy import CASE_STAFF, Follows, Policy, StaffRole
from desktop.empowerment.states import Audience, CourseState, PlaceState, Track
from desktop.values.language import Wording

OFFERERS = frozenset({StaffRole.SUPERVISOR, StaffRole.EMPOWERMENT})
"""Who offers and changes courses: the roles that hold `Permission.EMPOWER`."""


class Course(OfficeRow, Sectioned, Base):
    """One intake of a course; `conditions` is {condition of the pack: {figure: number}}, whole years and the like."""

    __tablename__ = "courses"
    __policy__ = Policy(insert=OFFERERS, update=OFFERERS)
    __audited__ = True
    __table_args__ = (
        UniqueConstraint("office", "code"),
        UniqueConstraint("office", "id", "seats"),
        CheckConstraint("seats > 0", name="seats"),
        CheckConstraint("starts_on <= ends_on", name="days"),
        Index(None, "office", "starts_on"),
    )

    code: Mapped[str]
    title_ar: Mapped[str]
    title_en: Mapped[str]
    track: Mapped[Track] = mapped_column(ByValue(Track))
    provider_ar: Mapped[str]
    provider_en: Mapped[str]
    place_ar: Mapped[str]
    place_en: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    seats: Mapped[int]
    audience: Mapped[Audience] = mapped_column(ByValue(Audience))
    conditions: Mapped[dict[str, Any]] = mapped_column(JsonText())
    state: Mapped[CourseState] = mapped_column(ByValue(CourseState))
    offered_at: Mapped[datetime]
    offered_by: Mapped[str]
    cancelled_because: Mapped[str | None]

    @property
    def title(self) -> Wording:
        """The title in both languages."""
        return Wording(self.title_ar, self.title_en)


class CourseQueue(OfficeRow, Base):
    """The numbered slips of a course: everybody who comes takes the next ticket.

    Its row lock lets one desk at a time give or free a place on the course; PostgreSQL locks only rows that one may
    update, and those who enrol may not change the course itself.
    """

    __tablename__ = "course_queues"
    __policy__ = Policy(insert=OFFERERS, update=CASE_STAFF, follows=Follows("courses", "course_id"))
    __audited__ = True
    __table_args__ = (
        ForeignKeyConstraint(["office", "course_id"], ["courses.office", "courses.id"]),
        UniqueConstraint("office", "course_id"),
    )

    course_id: Mapped[UUID]
    last_ticket: Mapped[int]


class CoursePlace(OfficeRow, Base):
    """A place on a course: a numbered seat, or a ticket that waits for one.

    The last wall against overbooking stands here: no two have one seat, and none has a number above the course's own
    count of seats, which `of_seats` repeats by foreign key since a check sees one row only.
    """

    __tablename__ = "course_places"
    __policy__ = Policy(insert=CASE_STAFF, update=CASE_STAFF, follows=Follows("courses", "course_id"))
    __audited__ = True
    __table_args__ = (
        ForeignKeyConstraint(
            ["office", "course_id", "of_seats"],
            ["courses.office", "courses.id", "courses.seats"],
            onupdate="CASCADE",
        ),
        UniqueConstraint("office", "course_id", "id"),
        UniqueConstraint("office", "course_id", "ticket"),
        UniqueConstraint("office", "course_id", "seat"),
        CheckConstraint("seat BETWEEN 1 AND of_seats", name="seat"),
        CheckConstraint("(state = 'seated') = (seat IS NOT NULL)", name="seated"),
        one_of("state", PlaceState),
    )

    course_id: Mapped[UUID]
    of_seats: Mapped[int]
    ticket: Mapped[int]
    state: Mapped[PlaceState] = mapped_column(ByValue(PlaceState))
    seat: Mapped[int | None]
    promoted_at: Mapped[datetime | None]


class Enrolment(OfficeRow, Base):
    """Who holds a place; `judged` is how the conditions of the course came out on the day, as printed on the slip.

    The days repeat the course's: two courses at once are refused even where the file is seen and one course is not.
    """

    __tablename__ = "enrolments"
    __policy__ = Policy(insert=CASE_STAFF, update=CASE_STAFF, follows=Follows("households", "household_id"))
    __audited__ = True
    __table_args__ = (
        *belongs_to("households", "household_id"),
        ForeignKeyConstraint(
            ["office", "household_id", "person_id"], ["persons.office", "persons.household_id", "persons.id"]
        ),
        ForeignKeyConstraint(
            ["office", "course_id", "place_id"],
            ["course_places.office", "course_places.course_id", "course_places.id"],
        ),
        UniqueConstraint("place_id"),
        Index(
            "ix_enrolments_standing",
            "person_id",
            "course_id",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
        Index(None, "office", "course_id"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawn"),
    )

    household_id: Mapped[UUID]
    person_id: Mapped[UUID]
    course_id: Mapped[UUID]
    place_id: Mapped[UUID]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    enrolled_at: Mapped[datetime]
    enrolled_by: Mapped[str]
    judged: Mapped[dict[str, Any]] = mapped_column(JsonText())
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str | None]
    withdrawn_reason: Mapped[str | None]
