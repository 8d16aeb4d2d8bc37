"""Verbs of enrolment: enrol a member in a course, withdraw them. Courses themselves are offered in `offering`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import or_, select

from desktop.casework import queries as casework
from desktop.casework.kinds import GRANTS
from desktop.empowerment import places, queries
from desktop.empowerment.answers import ConditionsAnswer, EnrolmentAnswer, PromotionAnswer, WithdrawalAnswer
from desktop.empowerment.conditions import BENEFICIARY, judge
from desktop.empowerment.offering import cancel_course, change_seats, close_course, offer_course, reopen_course
from desktop.empowerment.queries import course, courses, enrolled, enrolment, enrolments
from desktop.empowerment.records import Course, CoursePlace, Enrolment
from desktop.empowerment.states import CourseState
from desktop.empowerment.telling import tell_of_seat
from desktop.facts.codes import CriterionOutcome
from desktop.facts.household_file import HouseholdFile
from desktop.office.answers import Changes, Saved
from desktop.office.desk import ZONES, Desk
from desktop.office.permissions import Permission, requires
from desktop.registry import queries as registry
from desktop.registry.answers import HouseholdAnswer, PersonAnswer
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

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

PENSION: Final = "sa.developed"
"""The programme whose standing decision makes a household a beneficiary, beside the receipts of its file."""

_HIDDEN: Final = Wording("دورة أخرى", "another course")


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
    person = _person(household, member)
    _refuse_state(wanted)
    _refuse_over(wanted, desk.today)
    _refuse_other_courses(desk, wanted, person)
    _refuse_person(household, person)
    decided = BENEFICIARY in wanted.conditions and _decided(desk, household, wanted.starts_on)
    judged = judge(household.file, member, wanted.conditions, on=wanted.starts_on, decided=decided)
    _refuse_unmet(wanted, judged)
    queue = places.hold(desk, wanted, and_at_the_same_time=True)
    # Once more: what was read before the lock may have changed while this desk waited for it.
    _refuse_state(wanted)
    _refuse_other_courses(desk, wanted, person)
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
            on=_day(desk, row.withdrawn_at),
            by=row.withdrawn_by,
        )
    if of_course.state is CourseState.CANCELLED:
        raise OfficeError("empowerment.course_cancelled", course=of_course.title)
    _refuse_over(of_course, desk.today)
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


def _person(household: HouseholdAnswer, member: str) -> PersonAnswer:
    try:
        return household.person(member)
    except KeyError as error:
        raise OfficeError("programmes.no_such_member", member=member) from error


def _decided(desk: Desk, household: HouseholdAnswer, on: date) -> bool:
    """Whether a decision of the office that nothing supersedes grants the pension by a day."""
    standing = casework.standing_decisions(desk, file_number=household.file_number, programme=PENSION)
    return any(each.kind in GRANTS and each.effective_from <= on for each in standing)


def _refuse_state(wanted: Course) -> None:
    if wanted.state is CourseState.CANCELLED:
        raise OfficeError("empowerment.course_cancelled", course=wanted.title)
    if wanted.state is not CourseState.OPEN:
        raise OfficeError("empowerment.course_closed", course=wanted.title)


def _refuse_over(wanted: Course, today: date) -> None:
    if wanted.ends_on < today:
        raise OfficeError("empowerment.course_over", course=wanted.title, ended=wanted.ends_on)


def _refuse_person(household: HouseholdAnswer, person: PersonAnswer) -> None:
    if household.summary.closed_at is not None:
        raise OfficeError("empowerment.file_closed", file_number=household.file_number)
    if _died(household.file, person.ref):
        raise OfficeError("empowerment.person_died", person=person.name)


def _died(file: HouseholdFile, ref: str) -> bool:
    return any(isinstance(member.death_date, date) for member in file.members if member.ref == ref)


def _refuse_other_courses(desk: Desk, wanted: Course, person: PersonAnswer) -> None:
    """Refuse a second enrolment in the course, and one in a course on the same days."""
    # Outer: the file is seen here, but a course of the other section that its member attends may not be.
    found = desk.session.execute(
        select(Enrolment, Course)
        .outerjoin(Course, Course.id == Enrolment.course_id)
        .where(
            Enrolment.person_id == person.id,
            Enrolment.withdrawn_at.is_(None),
            Enrolment.starts_on <= wanted.ends_on,
            Enrolment.ends_on >= wanted.starts_on,
            or_(Course.id.is_(None), Course.state != CourseState.CANCELLED),
        )
        .order_by(Enrolment.course_id != wanted.id)
    ).first()
    if found is None:
        return
    row, other = found
    if row.course_id != wanted.id:
        raise OfficeError(
            "empowerment.overlapping",
            person=person.name,
            course=wanted.title,
            other=_HIDDEN if other is None else other.title,
            starts=row.starts_on,
            ends=row.ends_on,
        )
    place = desk.session.get(CoursePlace, row.place_id, populate_existing=True)
    raise OfficeError(
        "empowerment.already_enrolled",
        person=person.name,
        course=wanted.title,
        on=_day(desk, row.enrolled_at),
        standing=_standing(desk, place),
        enrolment=row.id,
    )


def _day(desk: Desk, instant: datetime) -> date:
    return instant.astimezone(ZONES[desk.place.country]).date()


def _standing(desk: Desk, place: CoursePlace | None) -> Wording:
    if place is not None and place.seat is not None:
        return Wording(f"المقعد {place.seat}", f"seat {place.seat}")
    position = None if place is None else places.waiting_position(desk, place)
    return Wording(f"الترتيب {position} في قائمة الانتظار", f"number {position} on the waiting list")


def _refuse_unmet(wanted: Course, judged: ConditionsAnswer) -> None:
    if judged.outcome is CriterionOutcome.MET:
        return
    sentences = [
        each.sentence
        for each in judged.criteria
        if each.outcome is judged.outcome and isinstance(each.sentence, Wording)
    ]
    reasons = Wording(" ".join(each.ar for each in sentences), " ".join(each.en for each in sentences))
    if judged.outcome is CriterionOutcome.UNMET:
        raise OfficeError("empowerment.conditions_unmet", course=wanted.title, reasons=reasons, conditions=judged)
    labels = [each.label for each in judged.missing if isinstance(each.label, Wording)]
    missing = Wording("، ".join(each.ar for each in labels), ", ".join(each.en for each in labels))
    raise OfficeError(
        "empowerment.conditions_unknown", course=wanted.title, reasons=reasons, missing=missing, conditions=judged
    )
