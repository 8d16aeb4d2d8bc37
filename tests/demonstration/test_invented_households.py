from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from desktop.exchange.invented import DEMONSTRATION_DAY, invent
from desktop.exchange.invented.caseload import encoded
from desktop.exchange.invented.names import lands
from desktop.exchange.invented.numbers import Dealer
from desktop.facts.consistency import contradictions
from desktop.facts.reading import read_household
from desktop.values.calendars import read_hijri
from desktop.values.digits import compact
from desktop.values.errors import OfficeError
from desktop.values.iban import is_invented_iban, read_iban
from desktop.values.national_id import EgyptianId, SaudiId, read_national_id
from desktop.values.phone import is_invented_phone

File = dict[str, Any]
_SCHEMA = json.loads(files("resources").joinpath("contracts", "household.schema.json").read_bytes())
_runs = given(seed=st.integers(min_value=0, max_value=2**40), country=st.sampled_from(["SA", "EG", "mix"]))


@cache
def _caseload(country: str) -> tuple[File, ...]:
    return tuple(invent(1500, seed=20261101, country=country))


def _born(member: File) -> date:
    if "birth_date" in member:
        return date.fromisoformat(member["birth_date"])
    return read_hijri(member["birth_date_hijri"]).to_gregorian()


def _years(earlier: date, later: date) -> float:
    return (later - earlier).days / 365.2425


def _by_ref(file: File) -> dict[str, File]:
    return {person["ref"]: person for person in [*file["members"], *file["household"].get("outside", [])]}


@pytest.mark.parametrize("country", ["SA", "EG"])
def test_every_invented_file_keeps_the_contract_and_does_not_contradict_itself(country: str) -> None:
    validator = Draft202012Validator(_SCHEMA)
    for file in _caseload(country)[:400]:
        assert next(validator.iter_errors(file), None) is None
        assert encoded(file) == encoded(json.loads(encoded(file)))
        assert contradictions(read_household(encoded(file)), today=DEMONSTRATION_DAY) == ()


@_runs
@settings(max_examples=60, deadline=None)
def test_there_is_one_head_first_and_the_references_are_in_order(seed: int, country: str) -> None:
    for file in invent(12, seed=seed, country=country):
        members = file["members"]
        assert [member["role"] == "head" for member in members] == [True] + [False] * (len(members) - 1)
        assert [member["ref"] for member in members] == [f"m{place}" for place in range(1, len(members) + 1)]
        assert file["household"]["independent"] == (len(members) == 1)
        head_age = _years(_born(members[0]), DEMONSTRATION_DAY)
        assert 18 <= head_age < 96


@_runs
@settings(max_examples=60, deadline=None)
def test_children_fit_their_parents_in_age_and_name(seed: int, country: str) -> None:
    for file in invent(12, seed=seed, country=country):
        people = _by_ref(file)
        for member in file["members"]:
            father, mother = people.get(member.get("father")), people.get(member.get("mother"))
            if member["role"] in ("child", "grandchild"):
                assert father is not None
                assert mother is not None
            if father is not None:
                assert father["sex"] == "male"
                assert member["name"]["father"] == father["name"]["given"]
                assert member["name"]["grandfather"] == father["name"]["father"]
                assert member["name"]["family"] == father["name"]["family"]
            if mother is not None:
                assert mother["sex"] == "female"
                if "birth_date_precision" not in mother and mother["ref"].startswith("m"):
                    assert 16 <= _years(_born(mother), _born(member)) <= 45
            if father is not None and father["ref"].startswith("m") and "birth_date_precision" not in father:
                assert _years(_born(father), _born(member)) >= 18


@_runs
@settings(max_examples=60, deadline=None)
def test_brothers_and_sisters_bear_different_names(seed: int, country: str) -> None:
    for file in invent(12, seed=seed, country=country):
        names = [member["name"]["given"] for member in file["members"] if member["role"] in ("child", "grandchild")]
        assert len(names) == len(set(names))


@_runs
@settings(max_examples=60, deadline=None)
def test_spouses_are_of_both_sexes_near_in_age_and_know_each_other(seed: int, country: str) -> None:
    for file in invent(12, seed=seed, country=country):
        people = _by_ref(file)
        for member in file["members"]:
            spouses = [people[ref] for ref in member["spouses"]]
            if member.get("marital_status") in ("never_married", "divorced"):
                assert spouses == []
            for spouse in spouses:
                assert {member["sex"], spouse["sex"]} == {"female", "male"}
                gone = spouse.get("status") == "deceased"
                assert member.get("marital_status") in (("widowed", None) if gone else ("married", None))
                if spouse["ref"].startswith("m"):
                    assert member["ref"] in spouse["spouses"]
                    assert abs(_years(_born(member), _born(spouse))) < 11


@_runs
@settings(max_examples=60, deadline=None)
def test_marriages_are_of_the_grown_and_births_come_before_the_parting(seed: int, country: str) -> None:
    for file in invent(12, seed=seed, country=country):
        outside = {entry["ref"]: entry for entry in file["household"].get("outside", [])}
        for member in file["members"]:
            since = member.get("marital_status_since")
            if since and "birth_date_precision" not in member:
                assert _years(_born(member), date.fromisoformat(since)) >= 17.9
            father = outside.get(member.get("father"))
            if member["role"] == "child" and father is not None and father["status"] == "deceased":
                assert _born(member).isoformat() <= father["since"]


@_runs
@settings(max_examples=60, deadline=None)
def test_nothing_happens_after_the_day_or_before_a_birth(seed: int, country: str) -> None:
    today = DEMONSTRATION_DAY.isoformat()
    for file in invent(12, seed=seed, country=country):
        assert file["household"].get("applied_on", today) <= today
        for member in file["members"]:
            born = _born(member).isoformat()
            assert born <= today
            incomes = [income["since"] for income in member.get("incomes", [])]
            assert all(born <= since <= today for since in incomes)
            for stay in member.get("absences", []):
                assert born < stay["from"] <= stay["to"] <= today
            assert all(
                breach["notified_on"] <= breach.get("cured_on", today) <= today for breach in member.get("breaches", [])
            )
            assert "pregnant" not in member.get("health", {}) or member["sex"] == "female"


@_runs
@settings(max_examples=40, deadline=None)
def test_every_reference_leads_to_somebody(seed: int, country: str) -> None:
    for file in invent(12, seed=seed, country=country):
        people = _by_ref(file)
        household = file["household"]
        assert household["payee"]["ref"] in people
        assert household.get("provider", "m1") in people
        assert household["dwelling"].get("proof_holder", "m1") in people
        assert all(member.get("custody", {}).get("holder", "m1") in people for member in file["members"])


@pytest.mark.parametrize("country", ["SA", "EG", "mix"])
def test_numbers_are_distinct_right_and_from_the_invented_blocks(country: str) -> None:
    seen: list[str] = []
    for file in _caseload(country):
        household = file["household"]
        assert is_invented_phone(household["phone"])
        assert is_invented_iban(read_iban(household["payee"]["iban"]))
        seen += [compact(household["phone"]), household["payee"]["iban"]]
        for member in file["members"]:
            if "national_id" not in member:
                continue
            text, kind = member["national_id"], member["id_kind"]
            identity = read_national_id(text, country=household["country"], id_kind=kind, allow_invented=True)
            seen.append(identity.number)
            if isinstance(identity, EgyptianId):
                assert identity.invented
                assert identity.warnings == ()
            else:
                assert isinstance(identity, SaudiId)
                assert (
                    1000001000 <= int(identity.number) < 1000990000 or 2000001000 <= int(identity.number) < 2000990000
                )
    assert len(seen) == len(set(seen))


def test_when_the_block_is_used_up_people_go_without_a_number() -> None:
    dealer = Dealer()
    dealt = [dealer.citizen() for _ in range(99_000)]
    assert dealt.count(None) == 100
    assert dealt[-100:] == [None] * 100
    assert len(set(dealt[:-100])) == 98_900


def test_egyptian_numbers_never_run_out_into_a_real_month() -> None:
    dealer = Dealer()
    dealt = [dealer.egyptian(born=date(1990, 5, 5), female=True, region_code="24") for _ in range(500_000)]
    assert len(set(dealt)) == len(dealt)
    assert all(number[3:5] > "12" for number in dealt)


@pytest.mark.parametrize("country", ["SA", "EG"])
def test_the_caseload_looks_like_a_desks(country: str) -> None:
    files_ = _caseload(country)
    sizes = Counter(len(file["members"]) for file in files_)
    assert 2.3 < sum(size * count for size, count in sizes.items()) / len(files_) < 4.5
    assert 0.08 < sizes[1] / len(files_) < 0.4
    assert max(sizes) >= 7
    women = sum(file["household"]["section"] == "women" for file in files_) / len(files_)
    assert 0.25 < women < 0.6 if country == "SA" else women == 0
    widowed = sum(file["members"][0].get("marital_status") == "widowed" for file in files_) / len(files_)
    assert 0.1 < widowed < 0.35
    disabled = sum(
        any(member.get("disability", {}).get("degree", "none") != "none" for member in file["members"])
        for file in files_
    )
    assert 0.05 < disabled / len(files_) < 0.3
    breaches = sum(any("breaches" in member for member in file["members"]) for file in files_)
    assert 0.002 < breaches / len(files_) < 0.1


@pytest.mark.parametrize("country", ["SA", "EG"])
def test_a_few_percent_of_the_facts_are_unknown(country: str) -> None:
    files_ = _caseload(country)
    pays = [
        income
        for file in files_
        for member in file["members"]
        for income in member.get("incomes", [])
        if income["kind"] == "salary"
    ]
    assert 0.01 < sum("amount" not in pay for pay in pays) / len(pays) < 0.15
    always = {"absences", "shelter_stays", "disability", "incomes", "assets", "nationality"}
    missing = sum(any(not always <= member.keys() for member in file["members"]) for file in files_)
    assert 0.02 < missing / len(files_) < 0.3
    assert 0.002 < sum("vehicles" not in file["household"] for file in files_) / len(files_) < 0.05


def test_a_mix_holds_both_countries_and_the_first_households_do_not_depend_on_how_many_follow() -> None:
    countries = Counter(file["household"]["country"] for file in _caseload("mix"))
    assert min(countries["SA"], countries["EG"]) > 300
    assert list(invent(10, seed=7, country="mix")) == list(invent(40, seed=7, country="mix"))[:10]
    assert list(invent(10, seed=7)) != list(invent(10, seed=8))


def test_an_unknown_country_is_refused_at_once() -> None:
    with pytest.raises(OfficeError) as refused:
        invent(1, seed=1, country="FR")
    assert "FR" in str(refused.value)


@pytest.mark.parametrize("country", ["SA", "EG"])
def test_there_are_names_and_places_enough(country: str) -> None:
    land = lands()[country]
    for_all = land.communities[0]
    families = {name for community in land.communities for name in community.families}
    families |= {name for region in land.regions for name in region.families}
    assert len(set(for_all.male)) >= 60
    assert len(set(for_all.female)) >= 60
    assert len(families) >= 80
    assert len(land.regions) == {"SA": 13, "EG": 27}[country]
    assert all(governorate.cities for region in land.regions for governorate in region.governorates)
