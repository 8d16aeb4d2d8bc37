"""Every fact stands on one step, every fault finds its step, and what is hidden hides nothing that was said."""

from __future__ import annotations

from collections import Counter

import pytest
from msgspec import UNSET
from typing_files import TODAY, begun, example

from desktop.facts.codes import Country
from desktop.facts.describe import Kind
from desktop.facts.vocabulary import pointer, vocabulary
from ui.screens.registry.registration.fields import LAYOUT, NOT_ENTERED, shown_facts, step_of
from ui.screens.registry.registration.relevance import is_list
from ui.screens.registry.registration.slots import fact_at
from ui.screens.registry.registration.states import Wizard, amend
from ui.screens.registry.registration.steps import GROWN, MINOR, Step
from ui.screens.registry.registration.words import shape_of_fact

PLACES = Counter((group.entity, field.fact) for _, group, field in shown_facts())
STEPS = {(group.entity, field.fact): step for step, group, field in shown_facts()}
FACTS = {
    (entity.name, fact.name): fact
    for entity in vocabulary().values()
    for fact in entity.properties.values()
    if fact.kind not in {Kind.OBJECT, Kind.LIST}
}


def test_every_fact_that_a_researcher_enters_stands_on_exactly_one_step() -> None:
    assert {place for place, times in PLACES.items() if times > 1} == set()
    assert set(PLACES) == set(FACTS) - NOT_ENTERED


def test_every_correctable_fact_stands_on_a_step() -> None:
    correctable = {place for place, fact in FACTS.items() if fact.correctable}
    assert correctable - set(PLACES) == {("household", "office")}


def test_every_list_of_things_has_its_group() -> None:
    shown = {group.entity for groups in LAYOUT.values() for group in groups}
    assert shown == set(vocabulary())
    assert [g.key for groups in LAYOUT.values() for g in groups if is_list(g) != (g.none is not None)] == []


def test_conditions_speak_of_facts_and_values_that_there_are() -> None:
    for groups in LAYOUT.values():
        for group in groups:
            owner = vocabulary()["member"] if is_list(group) else vocabulary()[group.entity]
            asked = [(vocabulary()[group.entity], each) for field in group.fields for each in field.when]
            for entity, condition in (*asked, *((owner, each) for each in group.when)):
                if condition.fact == "age":
                    assert condition.values <= {MINOR, GROWN}
                elif condition.fact == "country":
                    assert condition.values <= {country.value for country in Country}
                else:
                    shape = shape_of_fact(entity.properties[condition.fact])
                    codes = {code.value for code in shape.code} if shape.code else {"true", "false", "0", "SA"}
                    assert condition.values <= codes


def test_every_pointer_of_the_contract_has_a_step_and_so_does_any_other_text() -> None:
    for entity in vocabulary().values():
        indexes = () if entity.name == "household" else (0,) if entity.parent == "household" else (0, 3)
        assert step_of(pointer(entity.name, *indexes)) in LAYOUT
        for name, fact in entity.properties.items():
            place = pointer(entity.name, *indexes, name=name)
            assert step_of(place) in LAYOUT
            if fact.kind in {Kind.REFS, Kind.MONEY_BOUNDS}:
                assert step_of(f"{place}/1") is step_of(place)
            if (entity.name, name) in PLACES:
                assert STEPS[entity.name, name] is step_of(place)
    assert step_of("/members") is Step.MEMBERS
    for other in ("", "/", "/format", "/nothing/here", "/members/x", "/household/colour", "/0", "/household/address/0"):
        assert step_of(other) in Step


def slots(wizard: Wizard, step: Step) -> set[str]:
    return {each.slot for group in wizard.groups(TODAY, step) for each in group.fields}


def test_what_concerns_women_is_not_asked_of_men_and_unknown_hides_nothing() -> None:
    wizard = begun()
    (head,) = wizard.typed.items("/members")
    pregnant = f"{head}/health/pregnant"
    assert pregnant in slots(wizard, Step.CIRCUMSTANCES)
    assert pregnant in slots(wizard.write(f"{head}/sex", "female"), Step.CIRCUMSTANCES)
    man = wizard.write(f"{head}/sex", "male")
    assert pregnant not in slots(man, Step.CIRCUMSTANCES)
    assert pregnant in slots(man.show_everything(everything=True), Step.CIRCUMSTANCES)
    assert man.go_to(pregnant, TODAY).shows(pregnant, TODAY)


def test_a_condition_reads_what_was_typed_in_any_spelling() -> None:
    wizard = begun().write("/household/domestic_workers", "٠")
    assert "/household/domestic_workers_for_disability" not in slots(wizard, Step.MEANS)
    (head,) = wizard.typed.items("/members")
    assert f"{head}/former_spouse_of_citizen" in slots(wizard, Step.MEMBERS)
    assert f"{head}/former_spouse_of_citizen" not in slots(wizard.write(f"{head}/nationality", "sa "), Step.MEMBERS)


def test_what_was_typed_stays_in_sight_when_it_is_no_longer_asked() -> None:
    wizard = begun()
    (head,) = wizard.typed.items("/members")
    wizard = wizard.write(f"{head}/health/pregnant", "true").write(f"{head}/sex", "male")
    assert f"{head}/health/pregnant" in slots(wizard, Step.CIRCUMSTANCES)
    assert [fault.slot for fault in wizard.faults(TODAY)] == [f"{head}/health/pregnant"]


@pytest.mark.parametrize(
    ("born", "seen", "hidden"),
    [
        ("2015-01-01", "custody/holder", "work/ability"),
        ("1980-01-01", "work/ability", "custody/holder"),
        ("1405/3/12 هـ", "work/ability", "custody/holder"),
    ],
)
def test_children_are_asked_as_children_and_the_grown_as_grown(born: str, seen: str, hidden: str) -> None:
    wizard = begun().add("/members")
    child = wizard.typed.items("/members")[1]
    assert {f"{child}/{seen}", f"{child}/{hidden}"} <= slots(wizard, Step.CIRCUMSTANCES)
    wizard = wizard.write(f"{child}/birth_date", born)
    assert f"{child}/{seen}" in slots(wizard, Step.CIRCUMSTANCES)
    assert f"{child}/{hidden}" not in slots(wizard, Step.CIRCUMSTANCES)


def test_somebody_eighteen_in_one_calendar_alone_is_asked_as_both() -> None:
    wizard = begun()
    (head,) = wizard.typed.items("/members")
    wizard = wizard.write(f"{head}/birth_date", "2009-01-20")
    assert {f"{head}/work/ability", f"{head}/custody/holder"} <= slots(wizard, Step.CIRCUMSTANCES)


def test_an_egyptian_office_asks_what_its_programmes_ask() -> None:
    saudi, egyptian = begun(), begun(Country.EG)
    assert "/household/family_type" not in slots(saudi, Step.HOUSEHOLD)
    assert "/household/family_type" in slots(egyptian, Step.HOUSEHOLD)


def test_a_part_of_an_income_is_asked_by_its_period() -> None:
    wizard = begun()
    (head,) = wizard.typed.items("/members")
    listed = f"{head}/incomes"
    income = wizard.next_item(listed)
    wizard = wizard.add(listed).write(f"{income}/period", "month")
    assert f"{income}/times" not in wizard.fields_of(income, TODAY)
    assert f"{income}/times" in wizard.write(f"{income}/period", "day").fields_of(income, TODAY)


def test_nothing_of_the_example_is_hidden() -> None:
    wizard = amend(example(), file_number="QTF-2026-00001", version=1)
    for slot in wizard.typed.entries:
        fact = fact_at(slot)
        if fact is not None and (fact.entity, fact.name) in PLACES:
            assert wizard.shows(slot, TODAY)


def test_completeness_counts_what_nobody_knows_and_never_takes_it_for_no() -> None:
    wizard = begun()
    (head,) = wizard.typed.items("/members")
    before = wizard.completeness(TODAY)
    assert f"{head}/incomes" in before.open
    after = wizard.tell_none(f"{head}/incomes").completeness(TODAY)
    assert (after.answered, after.asked) == (before.answered + 1, before.asked)
    draft, said = wizard.draft(TODAY), wizard.tell_none(f"{head}/incomes").draft(TODAY)
    assert draft is not None
    assert said is not None
    assert draft.members[0].incomes is UNSET
    assert said.members[0].incomes == ()
    complete = amend(example(), file_number="QTF-2026-00001", version=1).completeness(TODAY)
    assert complete.answered > 80
    assert not any("evidence" in slot for slot in complete.open)
