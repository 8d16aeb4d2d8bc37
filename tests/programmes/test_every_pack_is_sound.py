"""Every pack over its own cases with facts taken out: what is determined holds whatever the family still answers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
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
from desktop.facts.vocabulary import Absent, located, things_of, value_of, vocabulary
from desktop.facts.vocabulary import pointer as pointer_to
from desktop.programmes.answers.answer import Answer, answer, evaluation_of
from desktop.programmes.answers.missing import missing_facts
from desktop.programmes.checking.cases import CaseBook, household_of, read_cases
from desktop.programmes.language.evaluation import MISSING
from desktop.programmes.language.family import MEMBER, Instance
from desktop.programmes.language.possibilities import Truth
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack

CATALOGUE = Catalogue()
PACKS = [repr(pack) for pack in CATALOGUE.packs()]
MOST_HOLES = 6
MOST_COMPLETIONS = 64


@cache
def pack_of(name: str) -> Pack:
    programme, _, version = name.partition("@")
    return CATALOGUE.pack(programme, version)


@cache
def book_of(name: str) -> CaseBook:
    pack = pack_of(name)
    return read_cases(CATALOGUE.root / pack.text.id / pack.text.version)


def answers(pack: Pack, file: HouseholdFile, on: date) -> tuple[Answer, ...]:
    """The answer to each claim that the file may hold."""
    evaluation = evaluation_of(pack, file, on)
    subjects: tuple[Instance, ...] = (evaluation.family.household,)
    if pack.subject == MEMBER:
        subjects = evaluation.family.members()
    return tuple(answer(pack, evaluation, each) for each in subjects)


def finite_facts(file: HouseholdFile) -> list[str]:
    """Pointers of the facts of few values that the file tells, and that may be taken out of it."""
    found = []
    for entity, indexes, thing in things_of(file):
        for fact in entity.properties.values():
            # Of what is presumed where nothing is on record, taking it out would not make it unknown.
            unknown = fact.absent is Absent.UNKNOWN
            if fact.kind not in (Kind.BOOLEAN, Kind.CODE) or fact.required or "." in fact.name or not unknown:
                continue
            if entity.name in ("household", "member", "outside") and value_of(thing, fact.path) is not msgspec.UNSET:
                found.append(pointer_to(entity.name, *indexes, name=fact.name))
    return found


def fillings(pointer: str) -> tuple[object, ...]:
    place = located(pointer)
    assert place is not None
    assert place[2] is not None
    return (True, False) if place[2].kind is Kind.BOOLEAN else place[2].codes


def put(file: Any, pointer: str, value: object) -> Any:
    changed = msgspec.json.decode(msgspec.json.encode(file))
    place = changed
    *way, last = pointer.split("/")[1:]
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
    if value is msgspec.UNSET:
        place.pop(last, None)
    else:
        place[last] = value
    return changed


def completions(file: HouseholdFile, holes: list[str]) -> Iterator[HouseholdFile]:
    for values in itertools.islice(itertools.product(*map(fillings, holes)), MOST_COMPLETIONS):
        filled: Any = file
        for pointer, value in zip(holes, values, strict=True):
            filled = put(filled, pointer, value)
        yield msgspec.convert(filled, HouseholdFile)


def fits(settled: Truth, possible: Truth) -> bool:
    return (possible.may_hold or not settled.may_hold) and (possible.may_fail or not settled.may_fail)


def within(settled: Answer, possible: Answer) -> bool:
    amounts = zip(settled.benefits, possible.benefits, strict=True)
    return fits(settled.outcome, possible.outcome) and all(
        wide.amount.low <= narrow.amount.low and narrow.amount.high <= wide.amount.high for narrow, wide in amounts
    )


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
    for completion in completions(holed, holes):
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


def test_the_facts_taken_out_are_of_every_entity_that_holds_people() -> None:
    assert {"household", "member", "outside"} <= set(vocabulary())
