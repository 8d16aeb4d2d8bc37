"""Families and courses to try enrolment on, all invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
from conftest import House, at

from desktop.casework.assessing import assess
from desktop.casework.deciding import decide
from desktop.database.policy import Section, StaffRole
from desktop.empowerment import service
from desktop.empowerment.answers import CourseAnswer, EnrolmentAnswer, WithdrawalAnswer
from desktop.empowerment.drafts import CourseDraft
from desktop.empowerment.states import Audience, Track
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import service as registry
from desktop.values.language import Wording

TODAY = at(date(2026, 12, 1))

COURSE = CourseDraft(
    code="QTF-2027-02",
    title=Wording("صيانة الجوالات", "Mobile phone repair"),
    provider=Wording("معهد المهارات", "Skills Institute"),
    place=Wording("سيهات", "Saihat"),
    starts_on=date(2027, 1, 17),
    ends_on=date(2027, 2, 25),
    seats=2,
    track=Track.EMPLOYMENT,
)
SEWING = replace(
    COURSE, code="QTF-2027-01", title=Wording("الخياطة", "Sewing"), audience=Audience.WOMEN, track=Track.TRAINING
)
LATER = replace(
    COURSE,
    code="QTF-2027-04",
    title=Wording("الطبخ المنزلي", "Home cooking"),
    starts_on=date(2027, 3, 1),
    ends_on=date(2027, 3, 20),
)


def member(ref: str, given: str, *, role: str = "child", **facts: Any) -> dict[str, Any]:
    plain = {
        "ref": ref,
        "role": role,
        "name": {"given": given, "father": "جاسم", "family": "الأحمد"},
        "sex": "male",
        "birth_date": "2000-05-01",
        "education": {"enrolled": False, "stage": "secondary"},
        "work": {"status": "unemployed", "ability": "able", "job_seeker_registered": True},
    }
    return {name: fact for name, fact in (plain | facts).items() if fact is not None}


def family(*members: dict[str, Any], section: str = "general", **household: Any) -> HouseholdFile:
    """A household file; the first member is the head."""
    first, *others = members or (member("m1", "علي"),)
    facts = {"country": "SA", "section": section, **household}
    listed = [first | {"role": "head"}, *others]
    return msgspec.convert({"format": "yusr-household/1", "household": facts, "members": listed}, HouseholdFile)


STAFF = {
    "sara": (StaffRole.RESEARCHER, {Section.GENERAL}),
    "omar": (StaffRole.RESEARCHER, {Section.GENERAL}),
    "mona": (StaffRole.RESEARCHER, {Section.WOMEN}),
    "hind": (StaffRole.EMPOWERMENT, set(Section)),
    "badr": (StaffRole.EMPOWERMENT, {Section.GENERAL}),
    "tariq": (StaffRole.SUPERVISOR, set(Section)),
    "huda": (StaffRole.AUDITOR, {Section.GENERAL}),
}


def desks(house: House, *logins: str) -> None:
    """Appoint some of `STAFF`."""
    for login in logins:
        role, sections = STAFF[login]
        house.appoint(login, roles=frozenset({role}), sections=frozenset(sections))


def offered(house: House, draft: CourseDraft = COURSE, **changes: Any) -> CourseAnswer:
    with house.desk("hind", clock=TODAY) as desk:
        return service.offer_course(desk, draft=replace(draft, **changes)).answer


def registered(house: House, file: HouseholdFile, *, login: str = "sara") -> str:
    """The number of a new file."""
    with house.desk(login, clock=TODAY) as desk:
        return registry.register(desk, draft=file).answer.file_number


def enrol(
    house: House, file_number: str, ref: str = "m1", *, course: str = COURSE.code, login: str = "sara"
) -> EnrolmentAnswer:
    with house.desk(login, clock=TODAY) as desk:
        return service.enrol(desk, file_number=file_number, member=ref, course_code=course).answer


def withdraw(house: House, enrolment: EnrolmentAnswer, *, login: str = "sara") -> WithdrawalAnswer:
    with house.desk(login, clock=TODAY) as desk:
        return service.withdraw(desk, enrolment=enrolment.id, reason="ظرف عائلي").answer


def course(house: House, code: str = COURSE.code, *, login: str = "hind") -> CourseAnswer:
    with house.desk(login, reading=True, clock=TODAY) as desk:
        return service.course(desk, course_code=code)


def eligible() -> HouseholdFile:
    """Somebody alone whom the developed law grants the pension, with no receipt on file yet."""
    book = read_cases(Catalogue().root / "sa.developed" / "2022")
    case = next(case for case in book.cases if case.base == "independent" and case.expect.outcome == "eligible")
    return household_of(book, case)


def decided(house: House, file_number: str) -> None:
    """Grant a household the pension."""
    with house.desk("sara", clock=TODAY) as desk:
        asked = {"file_number": file_number, "programme": "sa.developed", "on": desk.today, "catalogue": Catalogue()}
        assess(desk, **asked)
        decide(desk, **asked)
