"""What a member of a household may be enrolled in: the reasons that enrolment refuses for, told beforehand."""

from __future__ import annotations

from sqlalchemy import select

from desktop.empowerment import queries, refusing
from desktop.empowerment.answers import CourseAnswer, OpeningAnswer
from desktop.empowerment.records import Course
from desktop.empowerment.states import CourseState
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry import queries as registry
from desktop.registry.answers import HouseholdAnswer, PersonAnswer
from desktop.values.errors import OfficeError


@requires(Permission.READ_FILES)
def openings(desk: Desk, *, file_number: str, member: str) -> tuple[OpeningAnswer, ...]:
    """How a member stands today to every course that takes people in, the soonest first.

    Args:
        desk: who asks; courses that they do not see are left out.
        file_number: of the household.
        member: reference of the member in the file.

    Raises:
        OfficeError: `registry.unknown_file`, `programmes.no_such_member`, `programmes.other_country`.
    """
    household = registry.open_file(desk, file_number)
    person = refusing.person_of(household, member)
    wanted = select(Course).where(
        Course.office == desk.office, Course.state == CourseState.OPEN, Course.ends_on >= desk.today
    )
    rows = desk.session.scalars(wanted.order_by(Course.starts_on, Course.code)).all()
    answers = queries.answers_of(desk, rows)
    return tuple(_opening(desk, household, person, row, course) for row, course in zip(rows, answers, strict=True))


@requires(Permission.READ_FILES)
def candidates(desk: Desk, *, file_number: str, course_code: str) -> tuple[OpeningAnswer, ...]:
    """How every member of a household stands today to one course, in the order of the file.

    Raises:
        OfficeError: `registry.unknown_file`, `empowerment.unknown_course`, `programmes.other_country`.
    """
    household = registry.open_file(desk, file_number)
    row = queries.course_of(desk, course_code)
    course = queries.answer_of(desk, row)
    return tuple(_opening(desk, household, person, row, course) for person in household.persons)


def _opening(
    desk: Desk, household: HouseholdAnswer, person: PersonAnswer, row: Course, course: CourseAnswer
) -> OpeningAnswer:
    judged = refusing.judged_for(desk, household, person.ref, row)
    return OpeningAnswer(course, person, judged, _refusal(desk, household, person, row))


def _refusal(desk: Desk, household: HouseholdAnswer, person: PersonAnswer, wanted: Course) -> OfficeError | None:
    """What bars this person whatever the conditions say."""
    try:
        refusing.refuse_state(wanted)
        refusing.refuse_over(wanted, desk.today)
        refusing.refuse_person(household, person)
        refusing.refuse_other_courses(desk, wanted, person)
    except OfficeError as refusal:
        return refusal
    return None
