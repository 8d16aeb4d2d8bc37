"""The vocabulary names every fact once, places it, and describes it as the contract does."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import msgspec
import pytest
from generated_households import documents
from hypothesis import given, settings

from desktop.facts import codes
from desktop.facts.describe import Absent, Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.facts.vocabulary import Property, located, pointer, things_of, value_of, vocabulary

ENTITIES = (
    "household member outside income asset absence shelter_stay circumstance attendance offer_refused breach "
    "judgment receipt request"
)


def _every_property() -> list[Property]:
    return [fact for entity in vocabulary().values() for fact in entity.properties.values()]


def _resolved(document: Any, path: str) -> Any:
    for step in path.split("/")[1:]:
        try:
            document = document[int(step)] if isinstance(document, list) else document[step]
        except (KeyError, IndexError):
            return None
    return document


def test_the_entities_are_those_of_the_pack_language() -> None:
    assert set(vocabulary()) == set(ENTITIES.split())


def test_every_property_of_the_contract_is_a_fact_of_an_entity() -> None:
    named = {(located(path) or (None,))[0] is not None for path in _schema_paths()}
    assert named == {True}


def _schema_paths() -> list[str]:
    text = files("resources").joinpath("contracts", "household.schema.json").read_bytes()
    paths: list[str] = []

    def walk(schema: dict[str, Any], path: str) -> None:
        for name, below in schema.get("properties", {}).items():
            paths.append(f"{path}/{name}")
            walk(below, f"{path}/{name}")
        if "properties" in schema.get("items", {}):
            walk(schema["items"], f"{path}/0")

    walk(json.loads(text), "")
    return [path for path in paths if path not in {"/format", "/members"}]


def test_every_property_has_a_label_in_each_language() -> None:
    for fact in _every_property():
        assert not fact.label.ar.isascii(), fact.name
        assert fact.label.en.isascii(), fact.name
        assert "_" not in fact.label.en


def test_labels_are_not_shared_by_two_facts_of_one_entity() -> None:
    for entity in vocabulary().values():
        plain = [fact.label.ar for fact in entity.properties.values() if "evidence." not in fact.name]
        assert len(plain) == len(set(plain)), entity.name


def test_every_code_has_a_label_in_each_language_and_its_value_is_what_files_carry() -> None:
    for name in codes.__all__:
        for code in getattr(codes, name):
            assert not code.label_for(female=True).ar.isascii()
            assert code.label.en
            assert msgspec.json.encode(code) == f'"{code.value}"'.encode()


def test_a_label_of_a_person_agrees_with_the_person() -> None:
    assert codes.MaritalStatus.WIDOWED.label_for(female=True).ar == "أرملة"
    assert codes.MaritalStatus.WIDOWED.label_for(female=False).ar == "أرمل"


def test_birth_sex_death_marriage_and_kinship_are_not_correctable() -> None:
    fixed = {name for name, fact in vocabulary()["member"].properties.items() if not fact.correctable}
    assert {"birth_date", "birth_date_hijri", "sex", "death_date", "marital_status", "spouses", "father"} <= fixed
    assert {"mother", "ref", "role", "has_living_children", "custody.holder"} <= fixed
    assert vocabulary()["income"].properties["amount"].correctable


@pytest.mark.parametrize(
    ("entity", "name", "kind", "absent"),
    [
        ("household", "dwelling.monthly_rent", Kind.MONEY, Absent.UNKNOWN),
        ("household", "provider", Kind.REF, Absent.NONE_ON_RECORD),
        ("household", "dwelling", Kind.OBJECT, Absent.UNKNOWN),
        ("household", "family_dwellings", Kind.INTEGER, Absent.NONE_ON_RECORD),
        ("member", "spouses", Kind.REFS, Absent.UNKNOWN),
        ("member", "birth_date_hijri", Kind.HIJRI_DATE, Absent.UNKNOWN),
        ("member", "disability.percent", Kind.NUMBER, Absent.UNKNOWN),
        ("member", "incomes", Kind.LIST, Absent.UNKNOWN),
        ("member", "work.exempt_reason", Kind.CODE, Absent.NONE_ON_RECORD),
        ("income", "amount_between", Kind.MONEY_BOUNDS, Absent.WEIGHTLESS),
        ("income", "until", Kind.DATE, Absent.STILL_OPEN),
        ("absence", "from", Kind.DATE, Absent.WEIGHTLESS),
    ],
)
def test_a_fact_is_described_as_in_the_contract(entity: str, name: str, kind: Kind, absent: Absent) -> None:
    fact = vocabulary()[entity].properties[name]
    assert (fact.kind, fact.absent) == (kind, absent)


def test_a_default_bounds_and_codes_come_from_the_contract() -> None:
    member = vocabulary()["member"].properties
    assert member["incomes_complete"].default is True
    assert (member["disability.percent"].minimum, member["disability.percent"].maximum) == (0, 100)
    assert member["sex"].codes == ("female", "male")
    assert vocabulary()["absence"].properties["from"].path == ("from_",)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (("household", "dwelling.tenure"), "/household/dwelling/tenure"),
        (("receipt", 2, "since"), "/household/receipts/2/since"),
        (("member", 1, "education.full_time"), "/members/1/education/full_time"),
        (("attendance", 1, 3, "percent"), "/members/1/education/attendance/3/percent"),
        (("income", 0, 2, "evidence.kind"), "/members/0/incomes/2/evidence/kind"),
    ],
)
def test_a_pointer_leads_to_the_fact_and_back(place: tuple[Any, ...], expected: str) -> None:
    entity, *indexes, name = place
    assert pointer(entity, *indexes, name=name) == expected
    found = located(expected)
    assert found is not None
    assert found[2] is not None
    assert (found[0].name, *found[1], found[2].name) == place


def test_a_pointer_with_too_few_places_is_refused() -> None:
    with pytest.raises(ValueError, match="income"):
        pointer("income", 1)


def test_a_pointer_to_nothing_of_ours_is_located_nowhere() -> None:
    assert [located(path) for path in ("/format", "/members/0/colour", "", "/members", "/members/x/ref")] == [None] * 5


@settings(max_examples=60, deadline=None)
@given(documents())
def test_every_value_of_a_file_is_found_at_its_pointer(document: dict[str, Any]) -> None:
    file: HouseholdFile = read_household(json.dumps(document).encode())
    for entity, indexes, thing in things_of(file):
        for name, fact in entity.properties.items():
            value = value_of(thing, fact.path)
            stated = _resolved(document, pointer(entity.name, *indexes, name=name))
            assert (value is msgspec.UNSET or value == fact.default) or stated is not None
