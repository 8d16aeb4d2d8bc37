"""Verbs of enrolment: enrol a member in a course, withdraw them. Courses themselves are offered in `offering`."""

from __future__ import annotations

from uuid import UUID

import msgspec

from desktop.empowerment import places, queries, refusing
from desktop.empowerment.answers import EnrolmentAnswer, PromotionAnswer, WithdrawalAnswer
from desktop.empowerment.offering import cancel_course, change_seats, close_course, offer_course, reopen_course
from desktop.empowerment.queries import course, courses, enrolled, enrolment, enrolments
from desktop.empowerment.records import Course, Enrolment
from desktop.empowerment.states import CourseState
from desktop.empowerment.telling import tell_of_seat
from desktop.office.answers import Changes, Saved
from desktop.office.desk import Desk
from desktop.office.doers import name_of
from desktop.office.permissions import Permission, requires
from desktop.registry import queries as registry
from desktop.values.errors import OfficeError

__all__ = [
    "cancel_course",
    "change_seats",
    "close_course",
    "course",
    "courses",
    "enrol",
    "enrolled",
    "enrolment",
    "enrolments",
    "offer_course",
    "reopen_course",
    "withdraw",
]


@requires(Permission.ENROL)
def enrol(desk: Desk, *, file_number: str, member: str, course_code: str) -> Saved[EnrolmentAnswer]:
    """Enrol a member of a household in a course: in a seat while there is one, else at the end of the waiting list.

    Args:
        desk: who asks.
        file_number: of the household.
        member: reference of the member in the file.
        course_code: of an open course of the own office.

    Raises:
        OfficeError: `empowerment.conditions_unmet` or `empowerment.conditions_unknown`, each with the sentences of the
            conditions, and in `details["conditions"]` the `ConditionsAnswer`; `empowerment.already_enrolled` with the
            standing enrolment's id in `details["enrolment"]`; `empowerment.overlapping`, `empowerment.course_closed`,
            `empowerment.course_cancelled`, `empowerment.course_over`, `empowerment.file_closed`,
            `empowerment.person_died`, `empowerment.unknown_course`, `registry.unknown_file`,
            `programmes.no_such_member`.
    """
    household = registry.open_file(desk, file_number)
    wanted = queries.course_of(desk, course_code)
    person = refusing.person_of(household, member)
    refusing.refuse_state(wanted)
    refusing.refuse_over(wanted, desk.today)
    refusing.refuse_other_courses(desk, wanted, person)
    refusing.refuse_person(household, person)
    judged = refusing.judged_for(desk, household, member, wanted)
    refusing.refuse_unmet(wanted, judged)
    queue = places.hold(desk, wanted, and_at_the_same_time=True)
    # Once more: what was read before the lock may have changed while this desk waited for it.
    refusing.refuse_state(wanted)
    refusing.refuse_other_courses(desk, wanted, person)
    place = places.take(desk, wanted, queue)
    row = Enrolment(
        office=desk.office,
        household_id=household.id,
        person_id=person.id,
        course_id=wanted.id,
        place_id=place.id,
        starts_on=wanted.starts_on,
        ends_on=wanted.ends_on,
        enrolled_at=desk.now,
        enrolled_by=desk.staff.login,
        judged=msgspec.to_builtins(judged),
        withdrawn_at=None,
        withdrawn_by=None,
        withdrawn_reason=None,
    )
    desk.session.add(row)
    desk.session.flush()
    answer = queries.enrolment_answer(desk, queries.enrolment_of(desk, row.id))
    return Saved(answer, Changes(frozenset({household.id}), frozenset({"courses", "enrolments"})))


@requires(Permission.ENROL)
def withdraw(desk: Desk, *, enrolment: UUID, reason: str) -> Saved[WithdrawalAnswer]:
    """Give up a place on a course; a seat goes at once to the first who waits, and somebody is asked to tell them.

    Args:
        desk: who asks.
        enrolment: id of the enrolment.
        reason: why, in the office's words.

    Raises:
        OfficeError: `empowerment.unknown_enrolment`, `empowerment.already_withdrawn`, `empowerment.reason_needed`,
            `empowerment.course_cancelled`, `empowerment.course_over`.
    """
    row, place, of_course, household, person = queries.enrolment_of(desk, enrolment)
    if not reason.strip():
        raise OfficeError("empowerment.reason_needed", person=person.name)
    places.hold(desk, of_course)
    # Read before the lock was got: a colleague may have withdrawn them, or moved them up, meanwhile.
    desk.session.refresh(row)
    desk.session.refresh(place)
    if row.withdrawn_at is not None:
        raise OfficeError(
            "empowerment.already_withdrawn",
            person=person.name,
            course=of_course.title,
            on=refusing.day(desk, row.withdrawn_at),
            by=name_of(desk, row.withdrawn_by or ""),
        )
    if of_course.state is CourseState.CANCELLED:
        raise OfficeError("empowerment.course_cancelled", course=of_course.title)
    refusing.refuse_over(of_course, desk.today)
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = desk.now, desk.staff.login, reason.strip()
    places.leave(desk, place)
    promoted, touched = _promoted(desk, of_course)
    answer = queries.enrolment_answer(desk, queries.enrolment_of(desk, row.id))
    kinds = {"courses", "enrolments"} | ({"work_items"} if promoted else set())
    return Saved(WithdrawalAnswer(answer, promoted), Changes(frozenset({household.id}) | touched, frozenset(kinds)))


def _promoted(desk: Desk, of_course: Course) -> tuple[tuple[PromotionAnswer, ...], frozenset[UUID]]:
    answers: list[PromotionAnswer] = []
    for place in places.advance(desk, of_course):
        holder = tell_of_seat(desk, of_course, place)
        shown = None if holder is None else queries.enrolment_answer(desk, holder)
        answers.append(PromotionAnswer(place.seat or 0, shown))
    touched = frozenset(each.enrolment.household for each in answers if each.enrolment is not None)
    return tuple(answers), touched
