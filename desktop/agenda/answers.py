"""What the agenda answers, frozen and made for showing. Days are Gregorian, instants aware UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desktop.values.language import Wording


class DueKind(StrEnum):
    """What is to be settled.

    The first four are kept on the office's list of work until somebody settles them; the others are questions over what
    is stored and leave by themselves. OTHER is an item of a room that the agenda does not know.
    """

    DECIDE = "decide"
    MISSING_FACTS = "missing_facts"
    TELL_OF_SEAT = "tell_of_seat"
    TELL_OF_CANCELLED_COURSE = "tell_of_cancelled_course"
    NOTICE_FAILED = "notice_failed"
    DECISION_UNTOLD = "decision_untold"
    PAPER_UNFINISHED = "paper_unfinished"
    COURSE_STARTS = "course_starts"
    OTHER = "other"


class Urgency(StrEnum):
    """How near the day is, the most urgent first; SOON is within seven days."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    NO_DAY = "no_day"


class SettledAt(StrEnum):
    """Where something is settled."""

    ASSESSMENT = "assessment"
    DECISION = "decision"
    HOUSEHOLD = "household"
    DOCUMENTS = "documents"
    COURSE = "course"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where something is settled, with the keys that are needed to open it there.

    Args:
        at: the place.
        file_number: of the household; None for what belongs to no file.
        programme: of a claim.
        member: the claimant by reference, for programmes whose right is a person's own.
        pointer: JSON Pointer of the first missing fact in the household file, where it is known.
        serial: of a paper.
        course: code of a course.
    """

    at: SettledAt
    file_number: str | None = None
    programme: str | None = None
    member: str | None = None
    pointer: str | None = None
    serial: str | None = None
    course: str | None = None


@dataclass(frozen=True, slots=True)
class CourseLine:
    """The course that a row is about."""

    code: str
    title: Wording
    seats: int
    taken: int
    waiting: int


@dataclass(frozen=True, slots=True)
class DueRow:
    """One thing to be settled. Digits in its wordings are western; values stand in isolates.

    Args:
        kind: what it is.
        household: of the file, with its number and the name of its head; None for what belongs to no file.
        person: name of the member in question, where it is about one.
        course: the course in question, where it is about one that this person sees.
        subject: what is to be done: «إصدار قرار».
        reason: why, with its numbers, in one short phrase.
        due: the last day for it; None where none is set.
        urgency: how near that day is.
        opened_at: since when it waits.
        assigned_to: whom it was given to; None for everybody.
        settled_at: where it is settled.
        item: id of the work item, None for what is no item of work.
        version: of that item, for giving it to somebody or marking it as done.
    """

    kind: DueKind
    household: UUID | None
    file_number: str | None
    head_name: str | None
    person: str | None
    course: CourseLine | None
    subject: Wording
    reason: Wording
    due: date | None
    urgency: Urgency
    opened_at: datetime
    assigned_to: str | None
    settled_at: Destination
    item: UUID | None = None
    version: int | None = None


class FigureKind(StrEnum):
    """A card on the desk."""

    DECISIONS_WAITING = "decisions_waiting"
    MISSING_FACTS = "missing_facts"
    NOTICES_UNTOLD = "notices_untold"
    WAITING_LIST = "waiting_list"


@dataclass(frozen=True, slots=True)
class SecondFigure:
    """What is most pressing of a figure: «2 تنتهي اليوم»."""

    count: int
    wording: Wording
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class DeskFigure:
    """A count on the desk, over everything that is due and not only the rows shown."""

    kind: FigureKind
    label: Wording
    count: int
    second: SecondFigure | None = None


@dataclass(frozen=True, slots=True)
class MyDesk:
    """What somebody has to settle, the most urgent first.

    Args:
        today: the office's own date.
        due: at most as many rows as were asked for.
        figures: the cards of what this person may settle.
        counts: how many things are due of each kind, those beyond `due` too; kinds without any are left out.
        urgencies: the same by urgency.
    """

    today: date
    due: tuple[DueRow, ...]
    figures: tuple[DeskFigure, ...]
    counts: Mapping[DueKind, int]
    urgencies: Mapping[Urgency, int]

    @property
    def total(self) -> int:
        """How many things are due."""
        return sum(self.counts.values())

    @property
    def ending(self) -> int:
        """How many of them end today or should have been settled already."""
        return self.urgencies.get(Urgency.TODAY, 0) + self.urgencies.get(Urgency.OVERDUE, 0)
