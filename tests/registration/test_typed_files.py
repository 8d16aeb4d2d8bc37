"""A file opened in the form says all that it said, and slots and pointers mean each other."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from typing_files import TODAY, demonstrated, example, typed_in

from desktop.facts.canonical import canonical
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import pointer, things_of, value_of
from ui.screens.registry.registration.reading import read
from ui.screens.registry.registration.slots import spot
from ui.screens.registry.registration.states import Wizard, amend
from ui.screens.registry.registration.told import typed_of
from ui.screens.registry.registration.typed import Typed, pointer_of, slot_of

sys.path.insert(0, str(Path(__file__).parents[1] / "facts"))
from generated_households import files  # beside the tests of the contract

EXAMPLES = (example(), *demonstrated())


@settings(max_examples=150, deadline=None)
@given(file=files())
def test_every_fact_of_the_contract_survives_being_opened_in_the_form(file: HouseholdFile) -> None:
    opened = read(typed_of(file))
    assert opened.unread == ()
    assert opened.file == opened.partial == file
    assert amend(file, file_number="QTF-2026-00001", version=1).changes() == ()


@settings(max_examples=60, deadline=None)
@given(file=files())
def test_an_opened_file_is_kept_and_gone_on_from_equal(file: HouseholdFile) -> None:
    wizard = amend(file, file_number="QTF-2026-00001", version=4)
    kept = msgspec.json.decode(msgspec.json.encode(wizard))
    assert msgspec.convert(kept, Wizard) == wizard
    wizard.faults(TODAY)


@settings(max_examples=60, deadline=None)
@given(file=files())
def test_each_place_of_a_file_has_its_slot_and_back(file: HouseholdFile) -> None:
    typed = typed_of(file)
    for entity, indexes, thing in things_of(file):
        for name, fact in entity.properties.items():
            place = pointer(entity.name, *indexes, name=name)
            slot = slot_of(typed, place)
            assert pointer_of(typed, slot) == place
            found = spot(slot)
            assert found is not None
            assert (found.entity, found.fact) == (entity, fact)
            assert typed.says(slot) or value_of(thing, fact.path) in {msgspec.UNSET, fact.default}


@pytest.mark.parametrize("at", range(len(EXAMPLES)))
def test_a_household_typed_by_hand_reads_as_the_file_it_came_from(at: int) -> None:
    wizard, file = typed_in(EXAMPLES[at])
    assert wizard.faults(TODAY) == ()
    draft = wizard.draft(TODAY)
    assert draft is not None
    named = msgspec.structs.replace(file.household, office="qatif")
    assert draft == canonical(msgspec.structs.replace(file, household=named))


def test_a_touched_text_is_read_anew_and_the_same_text_again_is_no_touch() -> None:
    wizard = amend(example(), file_number="QTF-2026-00001", version=1)
    assert wizard.write("/household/phone", wizard.typed.text("/household/phone")) is wizard
    assert wizard.write("/household/phone", "0500000002").typed.is_told("/household/phone") is False


def test_an_empty_form_has_no_file_and_says_so() -> None:
    nothing = read(Typed())
    assert nothing.file is None
    assert {each.slot for each in nothing.unread} == {"/household/country", "/members"}
