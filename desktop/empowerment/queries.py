"""Reads courses and enrolments.

A course of the women's section is seen by its staff, an enrolment by whoever sees both the file and the course; seats
and waiting lists are counted whole for everybody who sees the course.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import msgspec
from sqlalchemy import Select, select

from desktop.empowerment.answers import ConditionsAnswer, CourseAnswer, EnrolmentAnswer
from desktop.empowerment.conditions import worded
from desktop.empowerment.places import counts, waiting_position
from desktop.empowerment.records import Course, CoursePlace, Enrolment
from desktop.empowerment.states import CourseState, EnrolmentState, PlaceState
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry import queries as registry
from desktop.registry.answers import PersonAnswer
from desktop.registry.records import Household, Person
from desktop.values.digits import to_western
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

Held = tuple[Enrolment, CoursePlace, Course, Household, Person]
"""An enrolment with all that it is shown with."""


@requires(Permission.READ_FILES)
def courses(desk: Desk, *, open_only: bool = False) -> tuple[CourseAnswer, ...]:
    """The courses of the own office, the soonest first.

    Args:
        desk: who asks.
        open_only: only those that take people in today: open and not over.
    """
    wanted = select(Course).where(Course.office == desk.office)
    if open_only:
        wanted = wanted.where(Course.state == CourseState.OPEN, Course.ends_on >= desk.today)
    return answers_of(desk, desk.session.scalars(wanted.order_by(Course.starts_on, Course.code)).all())


@requires(Permission.READ_FILES)
def course(desk: Desk, *, course_code: str) -> CourseAnswer:
    """One course of the own office; OfficeError `empowerment.unknown_course`."""
    return answer_of(desk, course_of(desk, course_code))


@requires(Permission.READ_FILES)
def enrolments(desk: Desk, *, file_number: str) -> tuple[EnrolmentAnswer, ...]:
    """What the members of a household are or were enrolled in, the newest first.

    Raises:
        OfficeError: `registry.unknown_file`.
    """
    household = registry.household_of(desk, file_number)
    wanted = seen_enrolments(desk).where(Enrolment.household_id == household.id)
    return _shown(desk, wanted.order_by(Enrolment.enrolled_at.desc(), Enrolment.id.desc()))


@requires(Permission.READ_FILES)
def enrolled(desk: Desk, *, course_code: str) -> tuple[EnrolmentAnswer, ...]:
    """Who was enrolled in a course, in the order they came, as far as this person sees their files.

    Raises:
        OfficeError: `empowerment.unknown_course`.
    """
    wanted = seen_enrolments(desk).where(Enrolment.course_id == course_of(desk, course_code).id)
    return _shown(desk, wanted.order_by(CoursePlace.ticket))


@requires(Permission.READ_FILES)
def enrolment(desk: Desk, *, enrolment: UUID) -> EnrolmentAnswer:
    """One enrolment, as its slip is made from; OfficeError `empowerment.unknown_enrolment`."""
    return enrolment_answer(desk, enrolment_of(desk, enrolment))


def course_of(desk: Desk, course_code: str) -> Course:
    """The record of a course of the own office, for the verbs of this room; the code in any digits and case.

    Raises:
        OfficeError: `empowerment.unknown_course`, whether there is none or it may not be seen.
    """
    code = to_western(course_code).strip().upper()
    found = desk.session.scalars(select(Course).where(Course.office == desk.office, Course.code == code)).one_or_none()
    if found is None:
        raise OfficeError("empowerment.unknown_course", course=course_code)
    return found


def seen_enrolments(desk: Desk) -> Select[Enrolment, CoursePlace, Course, Household, Person]:
    """Enrolments of the own office that this person may see; every statement about enrolments starts here."""
    return (
        select(Enrolment, CoursePlace, Course, Household, Person)
        .join(CoursePlace, CoursePlace.id == Enrolment.place_id)
        .join(Course, Course.id == Enrolment.course_id)
        .join(Household, Household.id == Enrolment.household_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.office == desk.office, Household.id.in_(registry.seen(desk).with_only_columns(Household.id)))
    )


def enrolment_of(desk: Desk, enrolment: UUID) -> Held:
    """An enrolment by its id; OfficeError `empowerment.unknown_enrolment`."""
    found = first_held(desk, seen_enrolments(desk).where(Enrolment.id == enrolment))
    if found is None:
        raise OfficeError("empowerment.unknown_enrolment")
    return found


def first_held(desk: Desk, wanted: Select[Enrolment, CoursePlace, Course, Household, Person]) -> Held | None:
    """The first of some enrolments."""
    return desk.session.execute(wanted).first()


def answer_of(desk: Desk, course: Course) -> CourseAnswer:
    """A course with its seats as they stand."""
    return answers_of(desk, [course])[0]


def answers_of(desk: Desk, some: Sequence[Course]) -> tuple[CourseAnswer, ...]:
    """Courses with their seats, counted in one statement."""
    counted = counts(desk, [each.id for each in some])
    return tuple(_course_answer(each, *counted[each.id]) for each in some)


def enrolment_answer(desk: Desk, row: Held) -> EnrolmentAnswer:
    """An enrolment made for showing."""
    return _enrolment_answer(desk, row, answer_of(desk, row[2]))


def _shown(
    desk: Desk, wanted: Select[Enrolment, CoursePlace, Course, Household, Person]
) -> tuple[EnrolmentAnswer, ...]:
    rows: Sequence[Held] = desk.session.execute(wanted).all()
    of_rows = {row[2].id: row[2] for row in rows}
    courses = {each.id: each for each in answers_of(desk, list(of_rows.values()))}
    return tuple(_enrolment_answer(desk, row, courses[row[2].id]) for row in rows)


def _course_answer(course: Course, taken: int, waiting: int) -> CourseAnswer:
    return CourseAnswer(
        id=course.id,
        code=course.code,
        title=course.title,
        track=course.track,
        provider=Wording(course.provider_ar, course.provider_en),
        place=Wording(course.place_ar, course.place_en),
        starts_on=course.starts_on,
        ends_on=course.ends_on,
        seats=course.seats,
        taken=taken,
        waiting=waiting,
        audience=course.audience,
        section=course.section,
        conditions=course.conditions,
        asks=worded(course.conditions, on=course.starts_on),
        state=course.state,
        cancelled_because=course.cancelled_because,
        version=course.version,
    )


def _enrolment_answer(desk: Desk, row: Held, course: CourseAnswer) -> EnrolmentAnswer:
    enrolment, place, _, household, person = row
    return EnrolmentAnswer(
        id=enrolment.id,
        household=household.id,
        file_number=household.file_number,
        person=PersonAnswer(person.id, person.ref, person.name),
        course=course,
        state=_state(enrolment, place, course.state),
        seat=place.seat,
        waiting_position=waiting_position(desk, place),
        enrolled_at=enrolment.enrolled_at,
        enrolled_by=enrolment.enrolled_by,
        promoted_at=place.promoted_at,
        judged=msgspec.convert(enrolment.judged, ConditionsAnswer),
        withdrawn_at=enrolment.withdrawn_at,
        withdrawn_by=enrolment.withdrawn_by,
        withdrawn_reason=enrolment.withdrawn_reason,
        version=enrolment.version,
    )


def _state(enrolment: Enrolment, place: CoursePlace, course: CourseState) -> EnrolmentState:
    if enrolment.withdrawn_at is not None:
        return EnrolmentState.WITHDRAWN
    if course is CourseState.CANCELLED:
        return EnrolmentState.CANCELLED
    return EnrolmentState.ENROLLED if place.state is PlaceState.SEATED else EnrolmentState.WAITING
