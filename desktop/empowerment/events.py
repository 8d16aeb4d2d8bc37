"""What happened to the members of a household in courses: enrolled, waiting, seated, withdrawn, the course over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from desktop.empowerment.queries import Held, seen_enrolments
from desktop.empowerment.records import Enrolment
from desktop.empowerment.states import CourseState, PlaceState
from desktop.office.desk import ZONES, Desk
from desktop.office.doers import Doers, Verb, ended
from desktop.office.permissions import Permission, requires
from desktop.registry.queries import household_of
from desktop.values.language import Wording
from desktop.values.worded import both, said


class CourseAct(StrEnum):
    """What happened, in the order in which one follows from the other.

    `ENROLLED` leaves open whether in a seat or waiting: a place that was given up no longer says which.
    """

    ENROLLED = "enrolled"
    SEATED = "seated"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    PROMOTED = "promoted"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class CourseEvent:
    """Something that happened to one person in one course.

    `by` is None for what nobody did to this person: a freed seat that came to them, a course that ended.
    """

    at: datetime
    by: str | None
    act: CourseAct
    member: str
    person: str
    course: Wording
    course_code: str
    reason: str | None = None


@requires(Permission.READ_FILES)
def events(desk: Desk, *, file_number: str) -> tuple[CourseEvent, ...]:
    """What happened to the members of a file in the courses that this person sees, in order.

    Raises:
        OfficeError: `registry.unknown_file`.
    """
    household = household_of(desk, file_number)
    rows = desk.session.execute(seen_enrolments(desk).where(Enrolment.household_id == household.id)).all()
    zone = ZONES[desk.place.country]
    found = [event for row in rows for event in _of_enrolment(row, zone) if event.at <= desk.now]
    # A seat is given up and comes to the next in one instant.
    acts = tuple(CourseAct)
    return tuple(sorted(found, key=lambda each: (each.at, acts.index(each.act), each.course_code, each.member)))


def _of_enrolment(row: Held, zone: ZoneInfo) -> Iterator[CourseEvent]:
    enrolment, place, course, _, person = row

    def event(at: datetime, by: str | None, act: CourseAct, reason: str | None = None) -> CourseEvent:
        return CourseEvent(at, by, act, person.ref, person.name, course.title, course.code, reason)

    if place.promoted_at is not None or place.state is PlaceState.WAITING:
        first = CourseAct.WAITING
    else:
        first = CourseAct.SEATED if place.state is PlaceState.SEATED else CourseAct.ENROLLED
    yield event(enrolment.enrolled_at, enrolment.enrolled_by, first)
    if place.promoted_at is not None:
        yield event(place.promoted_at, None, CourseAct.PROMOTED)
    if enrolment.withdrawn_at is not None:
        yield event(enrolment.withdrawn_at, enrolment.withdrawn_by, CourseAct.WITHDRAWN, enrolment.withdrawn_reason)
    elif place.state is PlaceState.SEATED and course.state is not CourseState.CANCELLED:
        # The last instant of its last day: a course is over when that day is.
        over = datetime.combine(course.ends_on + timedelta(days=1), time(), zone) - timedelta(microseconds=1)
        yield event(over, None, CourseAct.OVER)


_ENROLLED: Final = Verb("سجّل", "سجّلت", "enrolled")
_ACTS: Final = {
    CourseAct.ENROLLED: (_ENROLLED, "التحاق {person} بدورة «{course}»", "{person} for the course “{course}”"),
    CourseAct.SEATED: (_ENROLLED, "التحاق {person} بدورة «{course}»", "{person} in the course “{course}”"),
    CourseAct.WAITING: (
        Verb("أدرج", "أدرجت", "put"),
        "اسم {person} في قائمة انتظار دورة «{course}»",
        "{person} on the waiting list of the course “{course}”",
    ),
    CourseAct.WITHDRAWN: (
        Verb("سجّل", "سجّلت", "recorded"),
        "انسحاب {person} من دورة «{course}»",
        "that {person} withdrew from the course “{course}”",
    ),
}
_BY_NOBODY: Final = {
    CourseAct.PROMOTED: (
        "انتقل اسم {person} من قائمة الانتظار إلى مقعد في دورة «{course}»",
        "A seat in the course “{course}” came to {person} from the waiting list",
    ),
    CourseAct.OVER: (
        "انتهت دورة «{course}» وفيها مقعد باسم {person}",
        "The course “{course}”, in which {person} held a seat, ended",
    ),
}


def sentence(event: CourseEvent, doers: Doers) -> Wording:
    """One event in one sentence that an office would sign."""
    person, course = said(event.person), event.course
    if event.act in _BY_NOBODY or event.by is None:
        return ended(both(*_BY_NOBODY[event.act], person=person, course=course))
    verb, arabic, english = _ACTS[event.act]
    return ended(doers.of_login(event.by).did(verb, arabic, english, person=person, course=course), event.reason)
