"""Every pack over its own cases with facts taken out: what is determined holds whatever the family still answers."""

from __future__ import annotations

import itertools
from datetime import date
from functools import cache
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from thoroughness import examples

from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import located, vocabulary
from desktop.programmes.answers.answer import answer, evaluation_of
from desktop.programmes.answers.missing import missing_facts
from desktop.programmes.checking.cases import CaseBook, household_of, read_cases
from desktop.programmes.checking.soundness import (
    MOST_HOLES,
    answers,
    asked_of_cases,
    completions,
    fillings,
    finite_facts,
    put,
    try_completions,
    within,
)
from desktop.programmes.language.evaluation import MISSING
from desktop.programmes.language.family import MEMBER, Instance
from desktop.programmes.language.possibilities import Truth
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack

CATALOGUE = Catalogue()
PACKS = [repr(pack) for pack in CATALOGUE.packs()]
MOST_COMPLETIONS = 64
SETTLED_BY_TRYING = 5
"""A seed that takes out the marital status."""


@cache
def pack_of(name: str) -> Pack:
    programme, _, version = name.partition("@")
    return CATALOGUE.pack(programme, version)


@cache
def book_of(name: str) -> CaseBook:
    pack = pack_of(name)
    return read_cases(CATALOGUE.root / pack.text.id / pack.text.version)


@pytest.mark.parametrize("name", PACKS)
@settings(deadline=None, max_examples=examples(6), suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_a_pack_determines_holds_in_every_completion_of_its_cases(name: str, data: st.DataObject) -> None:
    book = book_of(name)
    if not book.cases:
        pytest.fail(f"{name} has no case")
    case = data.draw(st.sampled_from(book.cases))
    file = household_of(book, case)
    told = finite_facts(file)
    holes = data.draw(st.lists(st.sampled_from(told), max_size=MOST_HOLES, unique=True)) if told else []
    holed: Any = file
    for pointer in holes:
        holed = put(holed, pointer, msgspec.UNSET)
    holed = msgspec.convert(holed, HouseholdFile)
    possible = answers(pack_of(name), holed, case.on)
    for completion in itertools.islice(completions(holed, holes), MOST_COMPLETIONS):
        settled = answers(pack_of(name), completion, case.on)
        for narrow, wide in zip(settled, possible, strict=True):
            assert within(narrow, wide), (case.says.en, holes)


@pytest.mark.parametrize("name", PACKS)
def test_no_open_outcome_of_a_pack_s_own_cases_would_be_settled_by_trying_every_completion(name: str) -> None:
    book, pack = book_of(name), pack_of(name)
    for case in book.cases:
        file = household_of(book, case)
        evaluation = evaluation_of(pack, file, case.on)
        subjects = evaluation.family.members() if pack.subject == MEMBER else (evaluation.family.household,)
        for at, subject in enumerate(subjects):
            given_answer = answer(pack, evaluation, subject)
            if given_answer.outcome.known:
                continue
            ask = _asking(pack, subject)
            holes = list(missing_facts(pack, evaluation, given_answer, ask))
            if not holes or len(holes) > MOST_HOLES or not all(_finite(each) for each in holes):
                # Of a salary, or of a figure never published, there is no last value to try.
                assert any(each.startswith((MISSING, "$")) for each in given_answer.rests_on)
                continue
            reached = _reached(pack, file, holes, case.on, at)
            assert reached != {"holds"}, (case.says.en, holes)
            assert reached != {"fails"}, (case.says.en, holes)


def _reached(pack: Pack, file: HouseholdFile, holes: list[str], on: date, at: int) -> set[str]:
    """The outcomes of every completion, tried in a shuffled order until two differ."""
    ways = list(itertools.product(*map(fillings, holes)))
    Random(0).shuffle(ways)
    reached: set[str] = set()
    for values in ways:
        filled: Any = file
        for pointer, value in zip(holes, values, strict=True):
            filled = put(filled, pointer, value)
        reached.add(_kind(answers(pack, msgspec.convert(filled, HouseholdFile), on)[at].outcome))
        if len(reached) > 1:
            break
    return reached


def _asking(pack: Pack, subject: Instance) -> Any:
    return lambda other: answer(pack, other, subject)


def _finite(pointer: str) -> bool:
    place = located(pointer)
    return place is not None and place[2] is not None and place[2].kind in (Kind.BOOLEAN, Kind.CODE)


def _kind(truth: Truth) -> str:
    return "open" if not truth.known else "holds" if truth.may_hold else "fails"


def test_what_trying_would_settle_is_counted_by_what_the_answers_share() -> None:
    """Couple or not, alone or not: one unknown status leaves two categories open of which one always holds."""
    pack = pack_of("eg.takaful@2025")
    cases = book_of("eg.takaful@2025").cases
    at = [case.says.en for case in cases].index("a cured breach, then a standing one: it is the second")
    asked = asked_of_cases(pack, book_of("eg.takaful@2025"))[at]
    trials = [try_completions(pack, [asked], seed=seed) for seed in (SETTLED_BY_TRYING, 2)]
    assert all(each.wrong == 0 for each in trials)
    assert trials[0].settled == 1
    assert all(each.settled <= each.undetermined for each in trials)
    assert try_completions(pack, [asked], seed=2) == trials[1]


def test_the_facts_taken_out_are_of_every_entity_that_holds_people() -> None:
    assert {"household", "member", "outside"} <= set(vocabulary())
