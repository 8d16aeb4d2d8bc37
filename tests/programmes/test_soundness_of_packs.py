"""The developed law over households with holes: what is determined holds whatever the family still answers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from thoroughness import examples

from desktop.exchange.invented import invent
from desktop.facts.assessment import Amount, Assessment
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import Kind, located, vocabulary
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.money import minor_units

ON = date(2026, 11, 1)
PACK = Catalogue().in_force("sa.developed", ON)
MOST_HOLES = 6
MOST_COMPLETIONS = 48

HOUSEHOLD_FACTS = ("independent", "dwelling.separate", "dwelling.proof", "dwelling.all_residents_registered")
MEMBER_FACTS = (
    "dependency_confirmed",
    "lives_in_dwelling",
    "education.full_time",
    "education.away",
    "disability.degree",
    "marital_status",
    "sex",
    "id_kind",
    "former_spouse_of_citizen",
    "services_suspended",
)


def finite_facts(file: dict[str, Any]) -> list[str]:
    """Pointers of facts of few values that stand in the file."""
    found = [f"/household/{name.replace('.', '/')}" for name in HOUSEHOLD_FACTS]
    for index in range(len(file["members"])):
        found += [f"/members/{index}/{name.replace('.', '/')}" for name in MEMBER_FACTS]
    return [pointer for pointer in found if value_at(file, pointer) is not None]


def value_at(file: dict[str, Any], pointer: str) -> Any:
    place: Any = file
    for step in pointer.split("/")[1:]:
        place = place[int(step)] if isinstance(place, list) else place.get(step)
        if place is None:
            return None
    return place


def put(file: Any, pointer: str, value: object) -> Any:
    changed = msgspec.json.decode(msgspec.json.encode(file))
    place = changed
    *way, last = pointer.split("/")[1:]
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return changed


def fillings(pointer: str) -> tuple[object, ...]:
    place = located(pointer)
    assert place is not None
    described = place[2]
    assert described is not None
    return (True, False) if described.kind is Kind.BOOLEAN else described.codes


def completions(file: Any, holes: list[str]) -> Iterator[HouseholdFile]:
    for values in itertools.islice(itertools.product(*map(fillings, holes)), MOST_COMPLETIONS):
        filled = file
        for pointer, value in zip(holes, values, strict=True):
            filled = put(filled, pointer, value)
        yield msgspec.convert(filled, HouseholdFile)


def bounds(amount: Amount | None) -> tuple[int, int | None]:
    """An amount's lowest and highest minor units; nothing is zero, no upper bound is None."""
    if amount is None:
        return 0, 0
    if isinstance(amount.value, str):
        return minor_units(amount.value), minor_units(amount.value)
    low = minor_units(amount.at_least) if isinstance(amount.at_least, str) else 0
    return low, minor_units(amount.at_most) if isinstance(amount.at_most, str) else None


def within(possible: Assessment, settled: Assessment) -> bool:
    low, high = bounds(possible.amount)
    lowest, highest = bounds(settled.amount)
    outcome_fits = possible.outcome in ("undetermined", settled.outcome)
    return outcome_fits and low <= lowest and (high is None or (highest is not None and highest <= high))


@settings(deadline=None, max_examples=examples(12), suppress_health_check=[HealthCheck.too_slow])
@given(number=st.integers(0, 300), data=st.data())
def test_a_determined_answer_of_the_developed_law_holds_in_every_completion(number: int, data: st.DataObject) -> None:
    file = list(invent(number % 7 + 1, seed=number, country="SA"))[-1]
    holes = data.draw(st.lists(st.sampled_from(finite_facts(file)), max_size=MOST_HOLES, unique=True))
    for pointer in holes:
        file = put(file, pointer, None)
    possible = assess(PACK, msgspec.convert(file, HouseholdFile), on=ON)
    for completion in completions(file, holes):
        settled = assess(PACK, completion, on=ON)
        assert within(possible, settled), (holes, possible.outcome, possible.amount, settled.outcome, settled.amount)


@settings(deadline=None, max_examples=examples(12), suppress_health_check=[HealthCheck.too_slow])
@given(number=st.integers(0, 300), data=st.data())
def test_a_fact_that_is_asked_for_can_move_the_answer_and_one_that_is_not_cannot(
    number: int, data: st.DataObject
) -> None:
    file = list(invent(number % 5 + 1, seed=number, country="SA"))[-1]
    hole = data.draw(st.sampled_from(finite_facts(file)))
    file = put(file, hole, None)
    possible = assess(PACK, msgspec.convert(file, HouseholdFile), on=ON)
    moved = False
    for completion in completions(file, [hole]):
        settled = assess(PACK, completion, on=ON)
        moved = moved or (settled.outcome, bounds(settled.amount), bounds_of_total(settled)) != (
            possible.outcome,
            bounds(possible.amount),
            bounds_of_total(possible),
        )
    asked = hole in {each.path for each in possible.missing}
    assert asked == moved


def bounds_of_total(assessment: Assessment) -> tuple[int, int | None]:
    return bounds(assessment.total if isinstance(assessment.total, Amount) else None)


@pytest.mark.parametrize("name", HOUSEHOLD_FACTS + MEMBER_FACTS)
def test_the_facts_that_are_taken_out_are_facts_of_the_contract(name: str) -> None:
    entity = "household" if name in HOUSEHOLD_FACTS else "member"
    assert name in vocabulary()[entity].properties
