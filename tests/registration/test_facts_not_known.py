"""A file has one count of what is not known: its tabs and the form that amends it tell the same of everybody."""

from __future__ import annotations

from collections import Counter

import pytest
from typing_files import TODAY, demonstrated, example

from desktop.facts.household_file import HouseholdFile
from ui.language.reader import Reader
from ui.screens.registry.household_file.told import told_groups
from ui.screens.registry.registration.slots import owner_of
from ui.screens.registry.registration.states import amend
from ui.screens.registry.registration.steps import Step
from ui.screens.registry.registration.typed import pointer_of

FILES = (example(), *demonstrated())


@pytest.mark.parametrize("file", FILES, ids=range(len(FILES)))
def test_the_tabs_of_a_file_and_the_form_that_amends_it_count_the_same_facts_as_not_known(file: HouseholdFile) -> None:
    wizard = amend(file, file_number="QTF-2026-00001", version=1)
    open_slots = wizard.completeness(TODAY).open
    groups = told_groups(file, Reader(), TODAY)
    counted = Counter[str]()
    for group in groups:
        counted[group.owner] += group.unknown
    assert counted == Counter(pointer_of(wizard.typed, owner_of(slot)) for slot in open_slots)

    # Each of them has its line, or lies in a thing that has one.
    open_facts = {pointer_of(wizard.typed, slot) for slot in open_slots}
    lines = {fact.pointer: fact.words for group in groups for fact in group.facts}
    unknown = {pointer for pointer, words in lines.items() if words is None}
    assert unknown <= open_facts
    assert all(any(at.startswith(f"{line}/") for line in lines) for at in open_facts - unknown)


def test_the_steps_of_a_form_share_its_count_out_among_them() -> None:
    wizard = amend(example(), file_number="QTF-2026-00001", version=1)
    whole = wizard.completeness(TODAY)
    steps = [wizard.completeness(TODAY, step) for step in Step if step not in {Step.REVIEW, Step.DONE}]
    assert [slot for each in steps for slot in each.open] == list(whole.open)
    assert sum(each.asked for each in steps) == whole.asked
    assert len(set(whole.open)) == len(whole.open)
