"""A slip from an enrolment at a desk: a seat, a place in the waiting list, and none once it is given up."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import House, at

from desktop.database.policy import StaffRole
from desktop.empowerment import service as empowerment
from desktop.empowerment.drafts import CourseDraft
from desktop.facts.reading import read_household
from desktop.issuing.contents import EnrolmentSlip, Paper
from desktop.issuing.letterhead import blank_issue
from desktop.registry import queries as registry
from desktop.registry import service as registration
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording
from reports.render import render
from ui.papers.enrolment_slip import enrolment_slip

DAY = date(2026, 11, 21)
HERE = Wording("القطيف", "Qatif")
FAMILY = (
    '{"format": "yusr-household/1", "household": {"country": "SA"}, "members": ['
    '{"ref": "m1", "role": "head", "name": {"given": "علي", "family": "الأحمد"}, "sex": "male"}, '
    '{"ref": "m2", "role": "child", "father": "m1", "name": {"given": "مريم", "family": "الأحمد"}, "sex": "female"}]}'
)


@pytest.fixture
def course(qatif: House) -> str:
    """Number of a file whose two members want the one seat of a course."""
    qatif.appoint("sara", roles=frozenset({StaffRole.RESEARCHER, StaffRole.EMPOWERMENT}))
    with qatif.desk("sara", clock=at(DAY)) as desk:
        draft = CourseDraft("QTF-2027-09", Wording("الخياطة", "Sewing"), HERE, HERE, DAY, date(2027, 3, 4), seats=1)
        empowerment.offer_course(desk, draft=draft)
        return registration.register(desk, draft=read_household(FAMILY.encode())).answer.file_number


def test_a_slip_says_the_seat_or_the_place_in_the_waiting_list(qatif: House, course: str) -> None:
    with qatif.desk("sara", clock=at(DAY)) as desk:
        slips = []
        for member in ("m1", "m2"):
            enrolled = empowerment.enrol(desk, file_number=course, member=member, course_code="QTF-2027-09").answer
            household = registry.open_file(desk, course)
            slips.append(enrolment_slip(enrolled, household, issue=blank_issue(desk)))
    seated, waiting = slips
    assert (seated.seat, seated.waiting_position) == (1, None)
    assert (waiting.seat, waiting.waiting_position) == (None, 1)
    assert waiting.person.name.ar == "مريم الأحمد"
    assert waiting.person.sex == "female"
    for slip in slips:
        assert isinstance(slip, EnrolmentSlip)
        assert render(Paper(content=slip, language=Language.ARABIC, arabic_digits=True)).startswith(b"%PDF")


def test_no_slip_for_an_enrolment_given_up(qatif: House, course: str) -> None:
    with qatif.desk("sara", clock=at(DAY)) as desk:
        enrolled = empowerment.enrol(desk, file_number=course, member="m1", course_code="QTF-2027-09").answer
        given_up = empowerment.withdraw(desk, enrolment=enrolled.id, reason="وجد عملًا").answer.enrolment
        household = registry.open_file(desk, course)
        with pytest.raises(OfficeError) as refused:
            enrolment_slip(given_up, household, issue=blank_issue(desk))
    assert refused.value.key == "papers.enrolment_given_up"
    assert "Sewing" in str(refused.value)
