"""What a member of a household may be enrolled in: the reasons that enrolment refuses for, told beforehand."""

from __future__ import annotations

from sqlalchemy import select

from desktop.empowerment import queries, refusing
from desktop.empowerment.answers import OpeningAnswer
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
    return tuple(
        OpeningAnswer(course, refusing.judged_for(desk, household, member, row), _refusal(desk, household, person, row))
        for row, course in zip(rows, queries.answers_of(desk, rows), strict=True)
    )


def _refusal(desk: Desk, household: HouseholdAnswer, person: PersonAnswer, wanted: Course) -> OfficeError | None:
    """What bars this person whatever the conditions say."""
    try:
        refusing.refuse_person(household, person)
        refusing.refuse_other_courses(desk, wanted, person)
    except OfficeError as refusal:
        return refusal
    return None
