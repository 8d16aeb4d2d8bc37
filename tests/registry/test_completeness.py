"""What of a file is known, and what nobody was asked yet."""

from __future__ import annotations

import time
from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import UNSET
from registry_files import example, invented, member, with_holes, with_household, with_member

from desktop.facts.codes import Country, DisabilityDegree, IncomeKind, Period, Role, Section, Sex, Tenure
from desktop.facts.describe import Absent
from desktop.facts.household_file import FORMAT, Dwelling, Household, HouseholdFile
from desktop.facts.list_facts import Income
from desktop.facts.member_facts import Disability, Health, Member
from desktop.facts.vocabulary import located
from desktop.registry.completeness import completeness

TODAY = date(2026, 11, 1)


def missing(file: HouseholdFile) -> set[str]:
    return {each.pointer for each in completeness(file, today=TODAY).missing}


def bare() -> HouseholdFile:
    return HouseholdFile(
        format=FORMAT,
        household=Household(country=Country.SA, section=Section.GENERAL),
        members=(Member(ref="m1", role=Role.HEAD),),
    )


def test_of_a_bare_file_what_it_must_have_is_known_and_all_else_is_asked_for() -> None:
    told = completeness(bare(), today=TODAY)
    assert told.known == 3  # country, reference and role
    assert told.of == told.known + len(told.missing)
    assert {"/members/0/name/given", "/members/0/sex", "/members/0/birth_date", "/members/0/work/status"} <= missing(
        bare()
    )
    assert "/household/dwelling/tenure" in missing(bare())


def test_what_carries_no_weight_or_is_presumed_not_so_is_not_asked_for() -> None:
    for each in ("/household/phone", "/household/gate_waiver", "/members/0/breaches", "/members/0/death_date"):
        assert each not in missing(bare())


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(with_holes())
def test_every_gap_is_a_fact_that_is_not_there_and_whose_absence_means_unknown(file: HouseholdFile) -> None:
    told = completeness(file, today=TODAY)
    assert told.known + len(told.missing) == told.of
    pointers = [each.pointer for each in told.missing]
    assert len(pointers) == len(set(pointers))
    for each in told.missing:
        found = located(each.pointer)
        assert found is not None
        entity, indexes, fact = found
        assert fact is not None
        assert fact.absent is Absent.UNKNOWN or fact.required
        assert each.label == fact.label
        of_member = "member" in {entity.name, entity.parent}
        assert each.member == (file.members[indexes[0]].ref if of_member else None)


def test_answering_a_gap_closes_it_and_opens_no_other() -> None:
    file = example()
    open_now = missing(file)
    head = file.members[0].ref
    health = member(file, head).health
    kept = health if health is not UNSET else Health()
    answered = with_member(file, head, health=msgspec.structs.replace(kept, growth_follow_up=True))
    assert missing(answered) == open_now - {"/members/0/health/growth_follow_up"}
    assert completeness(answered, today=TODAY).of == completeness(file, today=TODAY).of


def test_a_text_of_spaces_says_nothing() -> None:
    file = with_member(example(), "m1", national_id="  ")
    assert "/members/0/national_id" in missing(file)


def test_one_question_that_two_facts_answer_is_asked_once() -> None:
    born = {"birth_date": UNSET, "birth_date_hijri": "1400-07-02"}
    told = with_member(example(), "m1", **born)
    asked = with_member(example(), "m1", birth_date=UNSET, birth_date_hijri=UNSET)
    assert "/members/0/birth_date" not in missing(told)
    assert missing(asked) - missing(told) == {"/members/0/birth_date"}
    assert completeness(told, today=TODAY).of == completeness(asked, today=TODAY).of
    income = Income(kind=IncomeKind.SALARY, period=Period.MONTH)
    between = msgspec.structs.replace(income, amount_between=("100.00", "200.00"))
    assert "/members/0/incomes/0/amount" in missing(with_member(example(), "m1", incomes=(income,)))
    assert "/members/0/incomes/0/amount" not in missing(with_member(example(), "m1", incomes=(between,)))


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"sex": Sex.MALE, "health": Health()}, "/members/0/health/pregnant"),
        ({"disability": Disability(degree=DisabilityDegree.NONE)}, "/members/0/disability/percent"),
    ],
)
def test_what_another_fact_settles_is_not_asked_for(changes: dict[str, object], pointer: str) -> None:
    without = dict.fromkeys(changes, UNSET)
    assert pointer in missing(with_member(bare(), "m1", **without))
    assert pointer not in missing(with_member(bare(), "m1", **changes))


def test_no_rent_is_asked_of_an_owned_home() -> None:
    rented, owned = (with_household(bare(), dwelling=Dwelling(tenure=each)) for each in (Tenure.RENTED, Tenure.OWNED))
    assert missing(rented) - missing(owned) == {"/household/dwelling/monthly_rent"}


def test_of_the_dead_only_who_they_were_is_asked() -> None:
    died = with_member(bare(), "m1", death_date=TODAY)
    asked = {each for each in missing(died) if each.startswith("/members/0")}
    assert asked == {
        f"/members/0/{name}" for name in ("name/given", "sex", "birth_date", "father", "mother", "spouses")
    }
    alive_then = completeness(died, today=date(2026, 10, 31))
    assert alive_then.of == completeness(bare(), today=TODAY).of


def test_it_is_fast_enough_for_every_key() -> None:
    file = max(invented(12), key=lambda each: len(each.members))
    completeness(file, today=TODAY)
    begun = time.process_time()
    for _ in range(20):
        completeness(file, today=TODAY)
    assert (time.process_time() - begun) / 20 < 0.016, "one frame"
