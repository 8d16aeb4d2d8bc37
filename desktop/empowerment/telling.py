"""Puts on the office's list whom to tell of a seat or of a cancelled course.

A file that is hidden from who sits at the desk (of the women's section, sealed) is not named: the item is then about
the course alone, and whoever sees the file finds it on the course's roster.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.empowerment.queries import Held, first_held, seen_enrolments
from desktop.empowerment.records import Course, CoursePlace, Enrolment
from desktop.office.desk import Desk
from desktop.office.drafts import WorkDraft
from desktop.office.work import open_work

TELL_OF_SEAT = "tell_of_seat"
TELL_OF_CANCELLED_COURSE = "tell_of_cancelled_course"


def tell_of_seat(desk: Desk, course: Course, place: CoursePlace) -> Held | None:
    """Have somebody told that a freed seat is theirs; returns the enrolment where it may be seen."""
    found = _holder(desk, place)
    _open(desk, course, [found], kind=TELL_OF_SEAT, subject="empowerment.seat_given")
    return found


def tell_of_cancelling(desk: Desk, course: Course, places: Iterable[CoursePlace]) -> None:
    """Have everybody told who holds a place on a cancelled course."""
    found = [_holder(desk, place) for place in places]
    _open(desk, course, found, kind=TELL_OF_CANCELLED_COURSE, subject="empowerment.course_called_off")


def _holder(desk: Desk, place: CoursePlace) -> Held | None:
    return first_held(desk, seen_enrolments(desk).where(Enrolment.place_id == place.id))


def _open(desk: Desk, course: Course, holders: Iterable[Held | None], *, kind: str, subject: str) -> None:
    about = {"course": course.code}
    if course.cancelled_because is not None:
        about["reason"] = course.cancelled_because
    hidden = False
    for holder in holders:
        # The list of work knows sections but no seals: an item that named a sealed file would open it to all.
        if holder is None or holder[3].sealed:
            hidden = True
            continue
        _, _, _, household, person = holder
        named = about | {"person": person.name, "file_number": household.file_number}
        open_work(
            desk,
            draft=WorkDraft(
                kind=kind,
                subject=subject,
                details=named,
                due=desk.today,
                household=household.id,
                section=household.section,
            ),
        )
    if hidden:
        unnamed = WorkDraft(kind=kind, subject=f"{subject}_unnamed", details=about, due=desk.today)
        open_work(desk, draft=unnamed)
