"""Every fact of the contract has its column, its table and its way back; a new one without fails here."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from registry_files import invented, with_holes

from desktop.facts.canonical import canonical
from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import Entity, things_of, vocabulary
from desktop.registry import records
from desktop.registry.cells import cells_of, columns_of, thing_of
from desktop.registry.shelves import (
    HOUSEHOLD_LISTS,
    KEPT_IN_HOUSEHOLDS,
    KINDS,
    LISTS,
    MEMBER_LISTS,
    OF_MEMBER,
    SINGLE,
    SPOUSES,
    facts_in,
    list_name,
)

ENTITIES = [pytest.param(entity, id=name) for name, entity in vocabulary().items()]


def shelves(entity: Entity) -> tuple[type, ...]:
    if entity.name == "household":
        return (SINGLE[0],)
    if entity.name == "member":
        return OF_MEMBER
    return ({**HOUSEHOLD_LISTS, **MEMBER_LISTS}[entity.name],)


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_fact_has_its_column_and_every_column_its_fact(entity: Entity) -> None:
    there = Counter(name for kind in shelves(entity) for name in facts_in(kind) if name != "position")
    kept = KEPT_IN_HOUSEHOLDS if entity.name == "household" else set()
    wanted = Counter(name for fact in entity.properties.values() if fact.name not in kept for name in columns_of(fact))
    assert there == wanted


def test_what_is_kept_of_the_file_itself_has_its_column_there() -> None:
    assert set(records.Household.__table__.c.keys()) >= KEPT_IN_HOUSEHOLDS


def test_every_list_has_its_table() -> None:
    lists = {fact.name for entity in vocabulary().values() for fact in entity.properties.values()
             if fact.kind in {Kind.LIST, Kind.REFS}}  # fmt: skip
    assert {list_name(name).replace("_", ".") for name in (*HOUSEHOLD_LISTS, *MEMBER_LISTS)} == {
        name.replace("_", ".") for name in lists
    }
    assert set(LISTS) | set(SINGLE) == set(KINDS)


def test_money_is_kept_in_whole_minor_units() -> None:
    amounts = [
        kind.__table__.c[name]
        for entity in vocabulary().values()
        for fact in entity.properties.values()
        if fact.kind in {Kind.MONEY, Kind.MONEY_BOUNDS}
        for kind in shelves(entity)
        for name in columns_of(fact)
        if name in kind.__table__.c
    ]
    assert len(amounts) >= 8
    assert {type(column.type).__name__ for column in amounts} == {"MinorUnits"}


@settings(max_examples=25, deadline=None)
@given(with_holes())
def test_unknown_none_and_no_stay_three_things_in_the_cells(file: HouseholdFile) -> None:
    file = canonical(file)
    for entity, _, thing in things_of(file):
        lists = {
            "_".join(fact.path): held
            for fact in entity.properties.values()
            if fact.kind in {Kind.LIST, Kind.REFS} and isinstance(held := _held(thing, fact.path), tuple)
        }
        assert thing_of(entity.struct, cells_of(thing), lists) == thing


def test_a_spouse_is_kept_by_reference() -> None:
    assert facts_in(MEMBER_LISTS[SPOUSES]) == ("position", "spouse")
    assert any(member.spouses for file in invented(12) for member in file.members)


def _held(thing: object, path: tuple[str, ...]) -> object:
    for step in path:
        thing = getattr(thing, step, None)
    return thing
