"""Why somebody may not be enrolled in a course: each reason told apart, for the verb and for showing beforehand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from sqlalchemy import or_, select

from desktop.casework import queries as casework
from desktop.casework.kinds import GRANTS
from desktop.empowerment import places
from desktop.empowerment.answers import ConditionsAnswer
from desktop.empowerment.conditions import BENEFICIARY, judge
from desktop.empowerment.records import Course, CoursePlace, Enrolment
from desktop.empowerment.states import CourseState
from desktop.facts.codes import CriterionOutcome
from desktop.facts.household_file import HouseholdFile
from desktop.office.desk import ZONES, Desk
from desktop.registry.answers import HouseholdAnswer, PersonAnswer
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

PENSION: Final = "sa.developed"
"""The programme whose standing decision makes a household a beneficiary, beside the receipts of its file."""

_HIDDEN: Final = Wording("دورة أخرى", "another course")


def judged_for(desk: Desk, household: HouseholdAnswer, member: str, wanted: Course) -> ConditionsAnswer:
    """How a member stands to the conditions of a course on the day it starts; errors as of `conditions.judge`."""
    decided = BENEFICIARY in wanted.conditions and granted(desk, household, wanted.starts_on)
    return judge(household.file, member, wanted.conditions, on=wanted.starts_on, decided=decided)


def person_of(household: HouseholdAnswer, member: str) -> PersonAnswer:
    """The member of a reference; OfficeError `programmes.no_such_member`."""
    try:
        return household.person(member)
    except KeyError as error:
        raise OfficeError("programmes.no_such_member", member=member) from error


def granted(desk: Desk, household: HouseholdAnswer, on: date) -> bool:
    """Whether a decision of the office that nothing supersedes grants the pension by a day."""
    standing = casework.standing_decisions(desk, file_number=household.file_number, programme=PENSION)
    return any(each.kind in GRANTS and each.effective_from <= on for each in standing)


def refuse_state(wanted: Course) -> None:
    """OfficeError `empowerment.course_cancelled`, `empowerment.course_closed`."""
    if wanted.state is CourseState.CANCELLED:
        raise OfficeError("empowerment.course_cancelled", course=wanted.title)
    if wanted.state is not CourseState.OPEN:
        raise OfficeError("empowerment.course_closed", course=wanted.title)


def refuse_over(wanted: Course, today: date) -> None:
    """OfficeError `empowerment.course_over`."""
    if wanted.ends_on < today:
        raise OfficeError("empowerment.course_over", course=wanted.title, ended=wanted.ends_on)


def refuse_person(household: HouseholdAnswer, person: PersonAnswer) -> None:
    """OfficeError `empowerment.file_closed`, `empowerment.person_died`."""
    if household.summary.closed_at is not None:
        raise OfficeError("empowerment.file_closed", file_number=household.file_number)
    if _died(household.file, person.ref):
        raise OfficeError("empowerment.person_died", person=person.name)


def _died(file: HouseholdFile, ref: str) -> bool:
    return any(isinstance(member.death_date, date) for member in file.members if member.ref == ref)


def refuse_other_courses(desk: Desk, wanted: Course, person: PersonAnswer) -> None:
    """OfficeError `empowerment.already_enrolled`, or `empowerment.overlapping` for a course on the same days."""
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
        on=day(desk, row.enrolled_at),
        standing=_standing(desk, place),
        enrolment=row.id,
    )


def day(desk: Desk, instant: datetime) -> date:
    """The day of an instant at the office."""
    return instant.astimezone(ZONES[desk.place.country]).date()


def _standing(desk: Desk, place: CoursePlace | None) -> Wording:
    if place is not None and place.seat is not None:
        return Wording(f"المقعد {place.seat}", f"seat {place.seat}")
    position = None if place is None else places.waiting_position(desk, place)
    return Wording(f"الترتيب {position} في قائمة الانتظار", f"number {position} on the waiting list")


def refuse_unmet(wanted: Course, judged: ConditionsAnswer) -> None:
    """OfficeError `empowerment.conditions_unmet` or `empowerment.conditions_unknown`, as `service.enrol` tells them."""
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
