"""Verbs on courses: offer one, close and reopen it, cancel it, change its seats."""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy.exc import IntegrityError

from desktop.database.session import held
from desktop.empowerment import places
from desktop.empowerment.answers import CourseAnswer
from desktop.empowerment.conditions import FOR_WOMEN, checked
from desktop.empowerment.drafts import CourseDraft
from desktop.empowerment.queries import answer_of, course_of
from desktop.empowerment.records import Course, CourseQueue
from desktop.empowerment.states import MAY_FOLLOW, Audience, CourseState
from desktop.empowerment.telling import tell_of_cancelling, tell_of_seat
from desktop.office.answers import Changes, Saved
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.values.errors import OfficeError

_CODE: Final = re.compile(r"[A-Z0-9][A-Z0-9-]{1,29}")
MOST_SEATS: Final = 1000
"""No hall holds more; a slip of the hand does."""

_COURSES: Final = Changes(kinds=frozenset({"courses"}))


@requires(Permission.EMPOWER)
def offer_course(desk: Desk, *, draft: CourseDraft) -> Saved[CourseAnswer]:
    """Offer a course, open for enrolment at once.

    Raises:
        OfficeError: `empowerment.bad_course_code`, `empowerment.course_code_taken`, `empowerment.half_named`,
            `empowerment.bad_days`, `empowerment.bad_seats`, `empowerment.not_your_section`, and those of
            `conditions.checked`.
    """
    _check(draft)
    section = draft.audience.section
    if section not in desk.staff.sees:
        raise OfficeError("empowerment.not_your_section", course=draft.code)
    conditions = dict(draft.conditions)
    if draft.audience is Audience.WOMEN:
        conditions.setdefault(FOR_WOMEN, {})
    row = Course(
        office=desk.office,
        section=section,
        code=draft.code,
        title_ar=draft.title.ar,
        title_en=draft.title.en,
        track=draft.track,
        provider_ar=draft.provider.ar,
        provider_en=draft.provider.en,
        place_ar=draft.place.ar,
        place_en=draft.place.en,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
        seats=draft.seats,
        audience=draft.audience,
        conditions=checked(conditions, on=draft.starts_on),
        state=CourseState.OPEN,
        offered_at=desk.now,
        offered_by=desk.staff.login,
        cancelled_because=None,
    )
    try:
        # A code may be taken by a course that this person does not see; the database knows.
        with desk.session.begin_nested():
            desk.session.add(row)
            desk.session.flush()
    except IntegrityError as error:
        raise OfficeError("empowerment.course_code_taken", course=draft.code) from error
    desk.session.add(CourseQueue(office=row.office, course_id=row.id, last_ticket=0))
    desk.session.flush()
    return Saved(answer_of(desk, row), _COURSES)


@requires(Permission.EMPOWER)
def close_course(desk: Desk, *, course_code: str, expected_version: int) -> Saved[CourseAnswer]:
    """Take nobody in any more; a seat that is given up still goes to the first who waits.

    Raises:
        OfficeError: `empowerment.unknown_course`, `empowerment.may_not_follow`; StaleFile.
    """
    return _became(desk, course_code, CourseState.CLOSED, expected_version)


@requires(Permission.EMPOWER)
def reopen_course(desk: Desk, *, course_code: str, expected_version: int) -> Saved[CourseAnswer]:
    """Take people in again; errors as of `close_course`."""
    return _became(desk, course_code, CourseState.OPEN, expected_version)


@requires(Permission.EMPOWER)
def cancel_course(desk: Desk, *, course_code: str, reason: str, expected_version: int) -> Saved[CourseAnswer]:
    """Call a course off for good, and put on the list whoever is to be told, with the reason.

    Raises:
        OfficeError: `empowerment.cancel_reason_needed`; else as of `close_course`.
    """
    if not reason.strip():
        raise OfficeError("empowerment.cancel_reason_needed", course=course_code)
    _became(desk, course_code, CourseState.CANCELLED, expected_version)
    course = course_of(desk, course_code)
    course.cancelled_because = reason.strip()
    desk.session.flush()
    tell_of_cancelling(desk, course, places.standing(desk, course))
    return Saved(answer_of(desk, course), Changes(kinds=frozenset({"courses", "enrolments", "work_items"})))


@requires(Permission.EMPOWER)
def change_seats(desk: Desk, *, course_code: str, seats: int, expected_version: int) -> Saved[CourseAnswer]:
    """Have more or fewer seats; new ones go to those who wait, and a number that somebody holds is not taken away.

    Raises:
        OfficeError: `empowerment.unknown_course`, `empowerment.bad_seats`, `empowerment.seats_held`; StaleFile.
    """
    if not 0 < seats <= MOST_SEATS:
        raise OfficeError("empowerment.bad_seats", most=MOST_SEATS)
    course = course_of(desk, course_code)
    places.hold(desk, course)
    course = held(desk.session, Course, course.id, expected_version=expected_version)
    highest = places.highest_seat(desk, course)
    if seats < highest:
        raise OfficeError("empowerment.seats_held", course=course.code, highest=highest)
    course.seats = seats
    desk.session.flush()
    # The places repeat the count by foreign key; what is in memory does not know.
    desk.session.expire_all()
    if course.state is not CourseState.CANCELLED and course.ends_on >= desk.today:
        for place in places.advance(desk, course):
            tell_of_seat(desk, course, place)
    return Saved(answer_of(desk, course), Changes(kinds=frozenset({"courses", "enrolments", "work_items"})))


def _check(draft: CourseDraft) -> None:
    if not _CODE.fullmatch(draft.code):
        raise OfficeError("empowerment.bad_course_code", course=draft.code)
    for words in (draft.title, draft.provider, draft.place):
        if not words.ar.strip() or not words.en.strip():
            raise OfficeError("empowerment.half_named", course=draft.code)
    if draft.ends_on < draft.starts_on:
        raise OfficeError("empowerment.bad_days", course=draft.code, starts=draft.starts_on, ends=draft.ends_on)
    if not 0 < draft.seats <= MOST_SEATS:
        raise OfficeError("empowerment.bad_seats", most=MOST_SEATS)


def _became(desk: Desk, course_code: str, state: CourseState, expected_version: int) -> Saved[CourseAnswer]:
    course = course_of(desk, course_code)
    # The queue first, as enrolment does, or the two would wait for each other.
    places.hold(desk, course)
    course = held(desk.session, Course, course.id, expected_version=expected_version)
    if state not in MAY_FOLLOW[course.state]:
        raise OfficeError(
            "empowerment.may_not_follow", course=course.code, state=course.state.label, wanted=state.label
        )
    course.state = state
    desk.session.flush()
    return Saved(answer_of(desk, course), _COURSES)
