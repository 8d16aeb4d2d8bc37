"""A file that contradicts itself is told where, and only what cannot be true is called a contradiction."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from importlib.resources import files as resource_files
from typing import Any

import pytest
from generated_households import files
from hypothesis import given, settings

from desktop.facts.consistency import contradictions, warnings
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.values.language import Language

TODAY = dt.date(2024, 3, 1)
EXAMPLE = resource_files("resources").joinpath("contracts", "household.example.json").read_text("utf-8")

Document = dict[str, Any]


def _file(change: Callable[[Document, Document, list[Document]], object] | None = None) -> HouseholdFile:
    document = json.loads(EXAMPLE)
    if change is not None:
        change(document, document["household"], document["members"])
    return read_household(json.dumps(document).encode())


def _found(file: HouseholdFile, today: dt.date = TODAY) -> set[tuple[str, str | None]]:
    return {(fault.key, fault.pointer) for fault in contradictions(file, today=today)}


def _couple(husbands: int, wives: int, **changes: Any) -> HouseholdFile:
    men = [{"ref": f"h{at}", "role": "other", "sex": "male"} for at in range(husbands)]
    women = [{"ref": f"w{at}", "role": "other", "sex": "female"} for at in range(wives)]
    for woman in women:
        woman["spouses"] = [man["ref"] for man in men]
    people = [*men, *women]
    people[0] |= {"role": "head"}
    people[-1] |= changes
    document = {"format": "yusr-household/1", "household": {"country": "SA"}, "members": people}
    return read_household(json.dumps(document).encode())


def test_the_contracts_example_contradicts_nothing() -> None:
    assert _found(_file()) == set()
    assert warnings(_file()) == ()


@pytest.mark.parametrize(
    ("changes", "key", "pointer"),
    [
        ({"ref": "m1"}, "facts.ref_twice", "/members/1/ref"),
        ({"ref": "o1", "father": "m1"}, "facts.ref_twice", "/members/1/ref"),
        ({"father": "o9"}, "facts.ref_of_nobody", "/members/1/father"),
        ({"mother": "o9"}, "facts.ref_of_nobody", "/members/1/mother"),
        ({"spouses": ["o9"]}, "facts.ref_of_nobody", "/members/1/spouses/0"),
        ({"custody": {"holder": "o9"}}, "facts.ref_of_nobody", "/members/1/custody/holder"),
        ({"role": "head"}, "facts.second_head", "/members/1/role"),
        ({"national_id": "١٠٠٠ ٠٠٠ ٠٠٨"}, "facts.national_id_twice", "/members/1/national_id"),
        ({"national_id": "1000000017"}, "values.saudi_id_checksum", "/members/1/national_id"),
        ({"nationality": "EG"}, "values.citizen_id_of_foreigner", "/members/1/national_id"),
        ({"spouses": ["m2"]}, "facts.own_spouse", "/members/1/spouses/0"),
        ({"spouses": ["o1"]}, "facts.spouses_of_one_sex", "/members/1/spouses/0"),
        ({"father": "m1"}, "facts.father_female", "/members/1/father"),
        ({"mother": "o1"}, "facts.mother_male", "/members/1/mother"),
        ({"father": "m2"}, "facts.own_ancestor", "/members/1/father"),
        ({"birth_date": "1980-01-01"}, "facts.born_before_parent", "/members/1/mother"),
        ({"birth_date": "2024-03-02"}, "facts.born_later", "/members/1/birth_date"),
        ({"birth_date": "1890-01-01", "mother": "o1"}, "facts.too_old", "/members/1/birth_date"),
        ({"marital_status_since": "2001-01-01"}, "facts.before_birth", "/members/1/marital_status_since"),
        ({"disability": {"assessed_on": "2011-01-01"}}, "facts.before_birth", "/members/1/disability/assessed_on"),
        ({"disability": {"onset_age": 60}}, "facts.onset_to_come", "/members/1/disability/onset_age"),
        (
            {"absences": [{"from": "2011-01-01", "to": "2011-02-01"}]},
            "facts.before_birth",
            "/members/1/absences/0/from",
        ),
        (
            {"breaches": [{"duty": "schooling", "notified_on": "2011-01-02"}]},
            "facts.before_birth",
            "/members/1/breaches/0/notified_on",
        ),
        ({"birth_date": "1884-03-01", "mother": "o1"}, "facts.too_old", "/members/1/birth_date"),
        ({"death_date": "2012-08-31"}, "facts.died_before_birth", "/members/1/death_date"),
        ({"death_date": "2024-03-02"}, "facts.died_later", "/members/1/death_date"),
        ({"birth_date_hijri": "1433-10-20"}, "values.calendars_disagree", "/members/1/birth_date_hijri"),
        ({"birth_date_hijri": "1433-13-01"}, "values.hijri_month", "/members/1/birth_date_hijri"),
        ({"health": {"pregnant": True}}, "facts.man_with_child", "/members/1/health/pregnant"),
        (
            {"incomes": [{"kind": "rent", "period": "month", "amount": "1", "amount_between": ["1", "2"]}]},
            "facts.amount_and_bounds",
            "/members/1/incomes/0/amount_between",
        ),
        (
            {"incomes": [{"kind": "rent", "period": "month", "amount_between": ["2", "1.5"]}]},
            "facts.bounds_reversed",
            "/members/1/incomes/0/amount_between",
        ),
        (
            {"incomes": [{"kind": "rent", "period": "month", "amount": "9" * 16}]},
            "values.money_too_large",
            "/members/1/incomes/0/amount",
        ),
        (
            {"incomes": [{"kind": "rent", "period": "month", "since": "2024-01-02", "until": "2024-01-01"}]},
            "facts.ends_before_start",
            "/members/1/incomes/0/until",
        ),
        (
            {"absences": [{"from": "2024-01-02", "to": "2024-01-01"}]},
            "facts.ends_before_start",
            "/members/1/absences/0/to",
        ),
        (
            {"breaches": [{"duty": "schooling", "notified_on": "2024-01-02", "cured_on": "2024-01-01"}]},
            "facts.ends_before_start",
            "/members/1/breaches/0/cured_on",
        ),
        (
            {"breaches": [{"duty": "schooling", "notified_on": "2024-03-02"}]},
            "facts.in_the_future",
            "/members/1/breaches/0/notified_on",
        ),
        (
            {"disability": {"assessed_on": "2024-01-02", "valid_until": "2023-01-01"}},
            "facts.ends_before_start",
            "/members/1/disability/valid_until",
        ),
        ({"name": {"given": "ع\u0000لي"}}, "facts.control_character", "/members/1/name/given"),
        ({"disability": {"onset_age": 2**40}}, "facts.count_beyond_reason", "/members/1/disability/onset_age"),
    ],
)
def test_a_contradiction_of_a_member_is_named_at_its_place(changes: Document, key: str, pointer: str) -> None:
    file = _file(lambda _document, _household, members: members[1].update(changes))
    assert (key, pointer) in _found(file)


@pytest.mark.parametrize(
    ("changes", "key", "pointer"),
    [
        ({"applied_on": "2024-03-02"}, "facts.in_the_future", "/household/applied_on"),
        ({"payee": {"ref": "x"}}, "facts.ref_of_nobody", "/household/payee/ref"),
        ({"claimant": "x"}, "facts.ref_of_nobody", "/household/claimant"),
        ({"provider": "x"}, "facts.ref_of_nobody", "/household/provider"),
        ({"dwelling": {"proof_holder": "x"}}, "facts.ref_of_nobody", "/household/dwelling/proof_holder"),
        (
            {"domestic_workers_for_disability": 1},
            "facts.more_carers_than_workers",
            "/household/domestic_workers_for_disability",
        ),
        ({"phone": "hello"}, "values.phone_unreadable", "/household/phone"),
        ({"payee": {"iban": "SA00"}}, "values.iban_length", "/household/payee/iban"),
        ({"address": {"latitude": 91}}, "facts.off_the_map", "/household/address/latitude"),
        (
            {"receipts": [{"programme": "sa.old", "since": "2020-01-02", "until": "2020-01-01"}]},
            "facts.ends_before_start",
            "/household/receipts/0/until",
        ),
    ],
)
def test_a_contradiction_of_the_household_is_named_at_its_place(changes: Document, key: str, pointer: str) -> None:
    file = _file(lambda _document, household, _members: household.update(changes))
    assert _found(file) == {(key, pointer)}


def test_what_is_inherited_may_run_since_before_a_childs_birth() -> None:
    income = {"kind": "rent", "period": "month", "amount": "1.00", "since": "2001-01-01"}
    asset = {"kind": "land", "value": "1.00", "since": "2001-01-01"}
    file = _file(lambda _document, _household, members: members[1].update({"incomes": [income], "assets": [asset]}))
    assert _found(file) == set()


def test_a_household_without_a_head_is_told_so() -> None:
    file = _file(lambda _document, _household, members: members[0].update(role="other"))
    assert _found(file) == {("facts.no_head", "/members")}


def test_marriages_are_counted_from_both_sides() -> None:
    assert ("facts.five_wives", "/members/0") in _found(_couple(1, 5))
    assert _found(_couple(1, 4)) == set()
    assert ("facts.two_husbands", "/members/2/spouses") in _found(_couple(2, 1))


@pytest.mark.parametrize("ended", [{"death_date": "2020-01-01"}, {"marital_status": "divorced"}])
def test_a_marriage_that_ended_is_not_counted(ended: Document) -> None:
    assert _found(_couple(1, 5, **ended)) == set()


def test_a_dead_husband_outside_does_not_count_beside_the_living_one() -> None:
    def remarry(_document: Document, household: Document, members: list[Document]) -> None:
        household["outside"].append({"ref": "o2", "sex": "male", "status": "imprisoned"})
        members[0] |= {"spouses": ["o1", "o2"], "marital_status": "married"}

    assert _found(_file(remarry)) == set()


def test_a_circle_of_ancestors_names_only_those_in_it() -> None:
    people = [
        {"ref": "a", "role": "head", "father": "b"},
        {"ref": "b", "role": "parent", "father": "c"},
        {"ref": "c", "role": "grandparent", "father": "b"},
        {"ref": "d", "role": "grandparent"},
    ]
    document = {"format": "yusr-household/1", "household": {"country": "SA"}, "members": people}
    found = _found(read_household(json.dumps(document).encode()))
    assert found == {("facts.own_ancestor", f"/members/{at}/father") for at in (1, 2)}


def test_a_parent_known_by_the_year_contradicts_only_if_every_day_of_it_does() -> None:
    def dates(_document: Document, _household: Document, members: list[Document]) -> None:
        del members[0]["birth_date_hijri"]
        members[0] |= {"birth_date": "2012-12-31", "birth_date_precision": "year"}

    assert _found(_file(dates)) == set()


def test_a_precision_without_a_date_is_a_contradiction() -> None:
    def change(_document: Document, _household: Document, members: list[Document]) -> None:
        del members[1]["birth_date"]
        members[1]["birth_date_precision"] = "year"

    assert _found(_file(change)) == {("facts.precision_without_birth", "/members/1/birth_date_precision")}


def test_a_persons_paper_and_nationality_must_agree_without_a_number_too() -> None:
    def change(kind: str, nationality: str) -> HouseholdFile:
        def paper(_document: Document, _household: Document, members: list[Document]) -> None:
            del members[1]["national_id"]
            members[1] |= {"id_kind": kind, "nationality": nationality}

        return _file(paper)

    place = "/members/1/id_kind"
    assert _found(change("mobility_card", "SA")) == {("facts.citizen_with_foreign_paper", place)}
    assert _found(change("national_id", "EG")) == {("facts.foreigner_with_national_id", place)}
    assert _found(change("iqama", "EG")) == set()


@pytest.mark.parametrize(
    ("assets", "stated", "agree"),
    [
        ([], 1, True),
        ([{"kind": "car"}], 1, True),
        ([{"kind": "car"}, {"kind": "taxi"}], 1, True),
        ([{"kind": "car"}, {"kind": "taxi"}], 2, True),
        ([{"kind": "car"}, {"kind": "taxi"}], 3, False),
        ([{"kind": "car"}, {"kind": "car"}], 1, False),
        ([{"kind": "car"}, {"kind": "car", "until": "2023-01-01"}], 1, True),
    ],
)
def test_vehicles_must_agree_with_the_cars_listed(assets: list[Document], stated: int, agree: bool) -> None:
    def change(_document: Document, household: Document, members: list[Document]) -> None:
        household["vehicles"] = stated
        members[1]["assets"] = assets

    assert (("facts.vehicles_disagree", "/household/vehicles") not in _found(_file(change))) is agree


def test_cars_are_not_counted_while_one_members_assets_are_unknown() -> None:
    def change(_document: Document, household: Document, members: list[Document]) -> None:
        household["vehicles"] = 3
        members[1]["assets"] = [{"kind": "car"}]
        del members[0]["assets"]

    assert _found(_file(change)) == set()


def _egyptian(number: str, **facts: Any) -> HouseholdFile:
    member = {"ref": "m1", "role": "head", "national_id": number, "id_kind": "national_id", **facts}
    document = {"format": "yusr-household/1", "household": {"country": "EG"}, "members": [member]}
    return read_household(json.dumps(document).encode())


def test_an_invented_egyptian_number_is_a_doubt_and_refused_only_where_none_may_be_invented() -> None:
    file = _egyptian("29013320100018", sex="male")
    assert _found(file) == set()
    assert [doubt.key for doubt in warnings(file)] == ["facts.number_invented"]
    strict = contradictions(file, today=TODAY, allow_invented=False)
    assert [fault.key for fault in strict] == ["values.egyptian_id_date"]


@settings(max_examples=120, deadline=None)
@given(files())
def test_every_contradiction_has_a_place_and_a_sentence_in_each_language(file: HouseholdFile) -> None:
    for fault in (*contradictions(file, today=TODAY), *warnings(file)):
        assert fault.pointer is not None
        assert all(fault.sentence(language) for language in Language)
