"""What a member may be enrolled in, told before anybody enrols, by the very reasons that enrolment refuses for."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import House
from course_scenes import COURSE, LATER, TODAY, decided, desks, eligible, enrol, family, member, offered, registered

from desktop.empowerment import service
from desktop.empowerment.answers import OpeningAnswer
from desktop.empowerment.openings import candidates, openings
from desktop.facts.codes import CriterionOutcome
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError


@pytest.fixture
def office(qatif: House) -> House:
    desks(qatif, "sara", "hind")
    return qatif


def shown(house: House, number: str, ref: str = "m1") -> dict[str, OpeningAnswer]:
    with house.desk("sara", reading=True, clock=TODAY) as desk:
        return {each.course.code: each for each in openings(desk, file_number=number, member=ref)}


def test_each_course_is_judged_for_the_member_with_its_sentences(office: House) -> None:
    offered(office, conditions={"age_at_least": {"least_age": 18}})
    offered(office, LATER, conditions={"age_at_most": {"greatest_age": 20}})
    young = member("m2", "حسن", birth_date="2008-01-01")
    number = registered(office, family(member("m1", "علي"), young))
    for_head, for_son = shown(office, number), shown(office, number, "m2")
    assert [for_head[code].may_enrol for code in (COURSE.code, LATER.code)] == [True, False]
    # Eighteen when it starts, not today.
    assert [for_son[code].may_enrol for code in (COURSE.code, LATER.code)] == [True, True]
    (criterion,) = for_head[LATER.code].judged.criteria
    assert criterion.outcome is CriterionOutcome.UNMET
    assert criterion.sentence


def test_what_enrolment_would_refuse_is_told_beforehand_and_nothing_else(office: House) -> None:
    offered(office)
    together = offered(office, LATER, starts_on=date(2027, 2, 1))
    number = registered(office, family())
    enrol(office, number)
    found = shown(office, number)
    assert found[COURSE.code].refusal is not None
    for code, opening in found.items():
        with pytest.raises(OfficeError) as refused:
            enrol(office, number, course=code)
        assert opening.refusal is not None
        assert opening.refusal.key == refused.value.key
    assert found[together.code].refusal is not None
    assert found[together.code].refusal.key == "empowerment.overlapping"


def test_a_course_that_takes_nobody_in_is_not_among_them(office: House) -> None:
    answer = offered(office)
    number = registered(office, family())
    with office.desk("hind", clock=TODAY) as desk:
        service.close_course(desk, course_code=answer.code, expected_version=answer.version)
    assert shown(office, number) == {}


def test_a_decision_of_the_office_makes_a_beneficiary_here_too(office: House) -> None:
    offered(office, conditions={"beneficiary": {}})
    number = registered(office, eligible())
    with office.desk("sara", reading=True, clock=TODAY) as desk:
        person = open_file(desk, number).persons[0].ref
    assert not shown(office, number, person)[COURSE.code].may_enrol
    decided(office, number)
    assert shown(office, number, person)[COURSE.code].may_enrol


def test_an_unknown_member_is_refused(office: House) -> None:
    number = registered(office, family())
    with pytest.raises(OfficeError) as refused:
        shown(office, number, "m9")
    assert refused.value.key == "programmes.no_such_member"


def test_every_member_of_a_household_is_judged_for_one_course(office: House) -> None:
    answer = offered(office, conditions={"women": {}})
    daughter = member("m2", "زينب", sex="female")
    number = registered(office, family(member("m1", "علي"), daughter))
    with office.desk("sara", reading=True, clock=TODAY) as desk:
        found = {
            each.person.ref: each.may_enrol for each in candidates(desk, file_number=number, course_code=COURSE.code)
        }
    assert found == {"m1": False, "m2": True}
    with office.desk("hind", clock=TODAY) as desk:
        service.close_course(desk, course_code=answer.code, expected_version=answer.version)
        closed = candidates(desk, file_number=number, course_code=COURSE.code)
    assert {each.refusal.key for each in closed if each.refusal is not None} == {"empowerment.course_closed"}
