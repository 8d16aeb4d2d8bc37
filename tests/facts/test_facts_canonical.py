"""Files of one meaning have one spelling and one hash."""

from __future__ import annotations

import json
from importlib.resources import files as resource_files
from typing import Any

from generated_households import files
from hypothesis import given, settings
from msgspec import UNSET

from desktop.facts.canonical import canonical, canonical_bytes, facts_hash
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household

EXAMPLE = resource_files("resources").joinpath("contracts", "household.example.json").read_text("utf-8")


def _read(text: str) -> HouseholdFile:
    return read_household(text.encode())


@settings(max_examples=120, deadline=None)
@given(files())
def test_canonical_is_idempotent(file: HouseholdFile) -> None:
    assert canonical(canonical(file)) == canonical(file)


@settings(max_examples=120, deadline=None)
@given(files())
def test_reading_the_canonical_bytes_gives_the_canonical_file(file: HouseholdFile) -> None:
    assert read_household(canonical_bytes(file)) == canonical(file)


@settings(max_examples=60, deadline=None)
@given(files())
def test_equal_hashes_are_equal_bytes_again_after_reading(file: HouseholdFile) -> None:
    assert facts_hash(read_household(canonical_bytes(file))) == facts_hash(file)


def test_another_spelling_of_the_same_facts_has_the_same_hash() -> None:
    other = (
        EXAMPLE.replace('"3000.00"', '"03000"')
        .replace('"١٠٠٠٠٠٠٠٠٨"', '"1000 000 008"')
        .replace('"٠٥٠٠٠٠٠٠٠١"', '"05 0000 0001"')
        .replace('"country": "SA"', '"country": "SA", "payee": {}')
        .replace('"payee": {\n', '"payee": {"iban": "sa00",\n')
    )
    same = EXAMPLE.replace('"payee": {\n', '"payee": {"iban": "SA00",\n')
    assert facts_hash(_read(other)) == facts_hash(_read(same))


def test_a_default_written_out_changes_nothing() -> None:
    document: dict[str, Any] = json.loads(EXAMPLE)
    document["members"][1] |= {"incomes_complete": True, "birth_date_precision": "day"}
    assert facts_hash(_read(json.dumps(document))) == facts_hash(_read(EXAMPLE))


def test_one_changed_fact_changes_the_hash() -> None:
    assert facts_hash(_read(EXAMPLE.replace('"vehicles": 1', '"vehicles": 2'))) != facts_hash(_read(EXAMPLE))


def test_an_empty_list_is_kept_since_it_says_that_there_is_none() -> None:
    assert canonical(_read(EXAMPLE)).members[0].assets == ()


def test_an_object_that_says_nothing_is_dropped_only_where_its_absence_says_no_less() -> None:
    document = json.loads(EXAMPLE)
    document["household"]["dwelling"] = {}
    document["members"][0] |= {"custody": {}, "work": {}}
    household = json.loads(canonical_bytes(_read(json.dumps(document))))
    assert "dwelling" not in household["household"]
    assert "custody" not in household["members"][0]
    assert household["members"][0]["work"] == {}


def test_a_hijri_birth_stays_as_stated() -> None:
    member = canonical(_read(EXAMPLE.replace("1405-03-12", "14٠٥-٠٣-١٢"))).members[0]
    assert member.birth_date_hijri == "1405-03-12"
    assert member.birth_date is UNSET
