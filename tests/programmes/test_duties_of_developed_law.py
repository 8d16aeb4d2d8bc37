"""Duties of the developed law (regulation, articles 15 to 20 and 24): whom each binds and what each step takes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.facts.assessment import Amount, Assessment
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import vocabulary
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.money import minor_units

FOLDER = Path(__file__).parents[2] / "resources" / "programmes" / "sa.developed" / "2023-11"
PACK = Catalogue().pack("sa.developed", "2023-11")
BOOK = read_cases(FOLDER)
ON = date(2024, 3, 1)
BASE, INCREMENT = 132_000, 66_000

# Egypt's conditions of Takaful, of which the Saudi regulation says nothing.
NOT_OF_THIS_LAW = {"school_success", "growth_follow_up"}
BINDS = {
    "job_search": {"able"},
    "accept_offer": {"able"},
    "work_plan": {"able"},
    "rehabilitation_plan": {"rehabilitable"},
    "business_disclosure": {"able", "rehabilitable", "not_rehabilitable"},
    "schooling": {"able", "rehabilitable", "not_rehabilitable"},
    "vaccination": {"able", "rehabilitable", "not_rehabilitable"},
    "annual_check": {"able", "rehabilitable", "not_rehabilitable"},
    "spend_on_dependants": set[str](),
}


def base(name: str) -> dict[str, Any]:
    of_base = next(case for case in BOOK.cases if case.base == name)
    plain = msgspec.structs.replace(of_base, set={}, repeat=None)
    return msgspec.json.decode(msgspec.json.encode(household_of(BOOK, plain)))  # type: ignore[no-any-return]


def breach(duty: str, **more: object) -> dict[str, object]:
    return {"duty": duty, "notified_on": "2024-01-05", **more}


def assessed(file: dict[str, Any]) -> Assessment:
    return assess(PACK, msgspec.convert(file, HouseholdFile), on=ON)


def pension(found: Assessment) -> int:
    if found.amount is None:
        return 0
    assert isinstance(found.amount, Amount)
    assert isinstance(found.amount.value, str)
    return minor_units(found.amount.value)


def documents(found: Assessment) -> set[str]:
    assert isinstance(found.documents, tuple)
    return {each.id for each in found.documents}


def mother_of(children: int) -> dict[str, Any]:
    file = base("family")
    child = file["members"].pop()
    file["members"] += [{**child, "ref": f"c{number}"} for number in range(children)]
    return file


def test_every_duty_of_the_vocabulary_is_one_of_this_law_or_known_to_be_egypts() -> None:
    duties = set(vocabulary()["breach"].properties["duty"].codes)
    assert duties == set(BINDS) | NOT_OF_THIS_LAW


@pytest.mark.parametrize("duty", [*BINDS, *NOT_OF_THIS_LAW])
@pytest.mark.parametrize("ability", vocabulary()["member"].properties["work.ability"].codes)
def test_a_breach_costs_only_him_whose_class_owes_the_duty(duty: str, ability: str) -> None:
    file = base("independent")
    file["members"][0]["work"]["ability"] = ability
    file["members"][0]["breaches"] = [breach(duty)]
    bound = ability in BINDS.get(duty, set())
    assert assessed(file).outcome == ("ineligible" if bound else "eligible")


@pytest.mark.parametrize("reason", vocabulary()["member"].properties["work.exempt_reason"].codes)
def test_who_is_free_of_job_search_is_still_bound_by_the_work_plan(reason: str) -> None:
    file = base("couple")
    head = file["members"][0]
    head["work"]["exempt_reason"], head["birth_date"] = reason, "2002-05-01"
    head["breaches"] = [breach("job_search")]
    assert pension(assessed(file)) == BASE + INCREMENT
    head["breaches"] = [breach("work_plan")]
    assert pension(assessed(file)) == BASE


def test_a_student_past_the_age_is_no_longer_free_of_job_search_for_his_studies() -> None:
    file = base("couple")
    head = file["members"][0]
    head["work"]["exempt_reason"] = "student"
    head["breaches"] = [breach("job_search")]
    assert pension(assessed(file)) == BASE


@settings(deadline=None, max_examples=30)
@given(
    children=st.integers(1, 4),
    failed=st.lists(st.tuples(st.integers(0, 4), st.sampled_from(sorted(BINDS))), min_size=1, max_size=6),
)
def test_a_head_whose_dependants_are_all_minors_never_loses_more_than_one_increment(
    children: int, failed: list[tuple[int, str]]
) -> None:
    file = mother_of(children)
    for place, duty in failed:
        member = file["members"][min(place, children)]
        if member["role"] == "head" or duty in ("schooling", "vaccination", "annual_check"):
            member.setdefault("breaches", []).append(breach(duty))
    full = BASE + children * INCREMENT
    assert full - pension(assessed(file)) in (0, INCREMENT)


def test_a_dependant_in_breach_loses_his_own_increment_and_nobody_elses() -> None:
    file = mother_of(3)
    son = file["members"][1]
    son |= {"birth_date": "2004-01-01", "dependency_confirmed": True, "sex": "male"}
    son["work"] = {"status": "unemployed", "ability": "able"}
    son["breaches"] = [breach("accept_offer")]
    found = assessed(file)
    assert pension(found) == BASE + 2 * INCREMENT
    assert "new_head" not in documents(found)


@pytest.mark.parametrize(("born", "lost"), [("2014-09-30", INCREMENT), ("2004-01-01", 0)])
def test_the_duty_of_schooling_ends_with_childhood(born: str, lost: int) -> None:
    file = mother_of(2)
    file["members"][1] |= {"birth_date": born, "dependency_confirmed": True, "breaches": [breach("schooling")]}
    assert pension(assessed(file)) == BASE + 2 * INCREMENT - lost


@pytest.mark.parametrize(
    "change",
    [
        {"breaches": [breach("work_plan")]},
        {"breaches": [breach("spend_on_dependants")]},
        {"death_date": "2024-02-25"},
    ],
    ids=["in breach", "does not spend", "dead"],
)
def test_an_adult_dependant_becomes_head_and_minors_alone_cannot(change: dict[str, object]) -> None:
    for name, asked in (("couple", True), ("family", False)):
        file = base(name)
        file["members"][0] |= change
        assert ("new_head" in documents(assessed(file))) is asked


@pytest.mark.parametrize("ending", [{"cured_on": "2024-02-29"}, {"excused": True}])
def test_a_breach_that_was_cured_or_excused_takes_nothing(ending: dict[str, object]) -> None:
    file = mother_of(2)
    file["members"][0]["breaches"] = [breach("annual_check", **ending)]
    assert pension(assessed(file)) == BASE + 2 * INCREMENT


def test_a_class_not_yet_given_leaves_the_amount_open_and_is_asked_for() -> None:
    file = mother_of(2)
    file["members"][0]["breaches"] = [breach("job_search")]
    del file["members"][0]["work"]["ability"]
    found = assessed(file)
    assert found.outcome == "eligible"
    assert isinstance(found.amount, Amount)
    assert (found.amount.at_least, found.amount.at_most) == ("1980.00", "2640.00")
    assert [each.path for each in found.missing] == ["/members/0/work/ability"]


COUNTED = {
    "salary": "0.5",
    "business": "1",
    "rent": "1",
    "retirement_pension": "1",
    "insurance_pension": "1",
    "government_support": "1",
    "citizen_account": "0",
    "reef": "0",
    "student_stipend": "0",
    "disability_aid": "0",
    "supporting_programme": "0",
    "charity_cash": "1",
    "charity_in_kind": "0",
    "maintenance": "1",
    "remittance": "1",
    "investment_return": "1",
    "other": "1",
}


def test_every_kind_of_income_of_the_vocabulary_has_its_share() -> None:
    assert set(COUNTED) == set(vocabulary()["income"].properties["kind"].codes)


@pytest.mark.parametrize(("kind", "share"), COUNTED.items())
def test_income_is_counted_whole_half_or_not_at_all_as_the_articles_say(kind: str, share: str) -> None:
    file = base("couple")
    income = {"kind": kind, "amount": "1000", "period": "month", "since": "2021-01-01", "registered": False}
    file["members"][0]["incomes"] = [income]
    assert pension(assessed(file)) == BASE + INCREMENT - int(100_000 * float(share))


LEFT_OUT = {"primary_home", "undivided_inheritance", "car", "taxi"}


@pytest.mark.parametrize("kind", vocabulary()["asset"].properties["kind"].codes)
def test_every_liquidable_asset_counts_a_twelfth_but_home_one_car_and_what_is_undivided(kind: str) -> None:
    file = base("couple")
    asset = {"kind": kind, "value": "1200", "liquidable": True, "since": "2020-01-01"}
    file["members"][0]["assets"] = [asset]
    assert pension(assessed(file)) == BASE + INCREMENT - (0 if kind in LEFT_OUT else 10_000)
