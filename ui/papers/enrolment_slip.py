"""قسيمة التسجيل from an enrolment and the household file of the person."""

from __future__ import annotations

from desktop.empowerment.answers import EnrolmentAnswer
from desktop.facts.assessment import CriterionResult
from desktop.issuing.contents import ConditionRow, EnrolmentSlip, Issue
from desktop.registry.answers import HouseholdAnswer
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from ui.papers.people import member_of, subject

BRING = (
    Wording("أصل الهوية", "The original identity paper"),
    Wording("هذه القسيمة", "This slip"),
)


def enrolment_slip(enrolment: EnrolmentAnswer, household: HouseholdAnswer, *, issue: Issue) -> EnrolmentSlip:
    """The slip's contents: a seat, or a place in the waiting list.

    Args:
        enrolment: one that stands.
        household: the file of whoever is enrolled.
        issue: from `letterhead.blank_issue`.

    Raises:
        OfficeError: `papers.enrolment_given_up`.
    """
    if enrolment.withdrawn_at is not None:
        raise OfficeError("papers.enrolment_given_up", person=enrolment.person.name, course=enrolment.course.title)
    course = enrolment.course
    return EnrolmentSlip(
        issue=issue,
        person=subject(member_of(household.file, enrolment.person.ref)),
        course=course.title,
        provider=course.provider,
        place=course.place,
        starts_on=course.starts_on,
        ends_on=course.ends_on,
        seat=enrolment.seat,
        waiting_position=None if enrolment.seat is not None else enrolment.waiting_position,
        track=course.track.label,
        conditions=tuple(ConditionRow(each.outcome, _said(each)) for each in enrolment.judged.criteria),
        bring=BRING,
    )


def _said(condition: CriterionResult) -> Wording:
    return condition.sentence if isinstance(condition.sentence, Wording) else condition.label
