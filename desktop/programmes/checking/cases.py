"""A pack's own cases: households with the answer that the law gives them, named by a sentence.

`cases.yaml` holds base household files and, for each case, changes to one of them by JSON Pointer (`null` takes a fact
out, `repeat` adds members like one that is there), the day, and what must come out. A pack that fails one cannot load
into an office. `figures` states what the pack leaves open, as a course does with an age or an office with its bar.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec

from desktop.facts.assessment import Amount, Assessment
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.assess import assess
from desktop.programmes.language.possibilities import Value
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.figures import figure_value
from desktop.programmes.packs.pack import Parameter, Reading, Stated
from desktop.programmes.packs.pack_reading import typed
from desktop.programmes.packs.strict_yaml import file_bytes, plain_yaml
from desktop.programmes.ranking.standing import standing_of
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

CASES = "cases.yaml"


class Expected(Stated, frozen=True, kw_only=True):
    """What a case must come to; what is not said is not looked at. `missing` and `documents` are the whole lists.

    `categories` gives each category's outcome by its id, `members` each member's outcome or amount by reference. In an
    order of need, `standing` is the score or the number of the class, `scores` what it is made of; `20..30` is a span.
    """

    outcome: str
    amount: str | None = None
    total: str | None = None
    status: str | None = None
    components: dict[str, str] = msgspec.field(default_factory=dict)
    criteria: dict[str, str] = msgspec.field(default_factory=dict)
    missing: tuple[str, ...] | None = None
    adjustments: dict[str, str] = msgspec.field(default_factory=dict)
    categories: dict[str, str] = msgspec.field(default_factory=dict)
    members: dict[str, str] = msgspec.field(default_factory=dict)
    documents: tuple[str, ...] | None = None
    standing: str | None = None
    scores: dict[str, str] = msgspec.field(default_factory=dict)


class Repeat(Stated, frozen=True, kw_only=True):
    """Members to add, each like one of the base with a reference of its own."""

    member: str
    times: int


class Case(Stated, frozen=True, kw_only=True):
    """One household and its answer."""

    says: Wording
    base: str
    on: dt.date
    expect: Expected
    set: dict[str, Any] = msgspec.field(default_factory=dict)
    repeat: Repeat | None = None
    figures: dict[str, str] = msgspec.field(default_factory=dict)
    member: str | None = None
    source: str | None = None


class CaseBook(Stated, frozen=True, kw_only=True):
    """The file of cases."""

    bases: dict[str, dict[str, Any]]
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How a case came out: the assessment, and in one line each what differs from what was expected."""

    case: Case
    assessment: Assessment | None
    differences: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


def read_cases(folder: Path) -> CaseBook:
    """The cases of a pack's folder; none where there is no file."""
    path = folder / CASES
    if not path.is_file():
        return CaseBook(bases={}, cases=())
    return typed(plain_yaml(file_bytes(path), path), CaseBook, path)


def household_of(book: CaseBook, case: Case) -> HouseholdFile:
    """The household file that a case speaks of."""
    if case.base not in book.bases:
        raise OfficeError("programmes.case_base", base=case.base, case=case.says)
    file = copy.deepcopy(book.bases[case.base])
    if case.repeat is not None:
        pattern = next(member for member in file["members"] if member["ref"] == case.repeat.member)
        for number in range(case.repeat.times):
            twin = copy.deepcopy(pattern)
            twin["ref"] = f"{case.repeat.member}-{number + 2}"
            file["members"].append(twin)
    for pointer, value in case.set.items():
        _put(file, pointer, value, case)
    try:
        return msgspec.convert(file, HouseholdFile, strict=False)
    except msgspec.ValidationError as fault:
        raise OfficeError("programmes.case_file", case=case.says, what=str(fault)) from fault


def run_cases(pack: Pack, book: CaseBook) -> Iterator[CaseResult]:
    """Each case's result, in the order of the file."""
    for case in book.cases:
        file, figures = household_of(book, case), stated_figures(pack, case)
        try:
            found = assess(pack, file, on=case.on, member=case.member, parameters=figures)
        except OfficeError as fault:
            yield CaseResult(case, None, (str(fault),))
            continue
        differences = (*differences_of(case.expect, found), *_standing_differs(pack, file, case))
        yield CaseResult(case, found, differences)


def _standing_differs(pack: Pack, file: HouseholdFile, case: Case) -> Iterator[str]:
    if case.expect.standing is None and not case.expect.scores:
        return
    standing = standing_of(pack, file, on=case.on)
    found = {"standing": standing.score, **{each.id: each.value for each in standing.parts}}
    wanted = dict(case.expect.scores)
    if case.expect.standing is not None:
        wanted["standing"] = case.expect.standing
    for name, text in wanted.items():
        low, _, high = text.partition("..")
        value = found.get(name)
        if value is None or (value.low, value.high) != (Fraction(low), Fraction(high or low)):
            yield f"{name} {value}, expected {text}"


def stated_figures(pack: Pack, case: Case) -> dict[str, Value]:
    """The figures that a case states in the place of the pack's, by name.

    Raises:
        OfficeError: `programmes.case_figure`, where the pack knows no such figure.
    """
    figures: dict[str, Parameter | Reading] = {**pack.text.parameters, **pack.text.readings}
    for name in case.figures:
        if name not in figures:
            raise OfficeError("programmes.case_figure", case=case.says, figure=name)
    return {name: figure_value(stated, figures[name].unit) for name, stated in case.figures.items()}


def _put(file: dict[str, Any], pointer: str, value: object, case: Case) -> None:
    place: Any = file
    steps = pointer.split("/")[1:]
    try:
        for step in steps[:-1]:
            place = place[int(step)] if isinstance(place, list) else place[step]
        last = steps[-1]
        if isinstance(place, list):
            if last == "-":
                place.append(value)
            else:
                place[int(last)] = value
        elif value is None:
            place.pop(last, None)
        else:
            place[last] = value
    except (LookupError, TypeError, ValueError) as fault:
        raise OfficeError("programmes.case_pointer", case=case.says, pointer=pointer) from fault


def differences_of(expected: Expected, found: Assessment) -> Iterator[str]:
    """In one line each, what an assessment has otherwise than it was expected; an order of need is not looked at."""
    if found.outcome.value != expected.outcome:
        yield f"outcome {found.outcome.value}, expected {expected.outcome}"
    yield from _amount_differs("amount", expected.amount, found.amount)
    yield from _amount_differs("total", expected.total, found.total if isinstance(found.total, Amount) else None)
    if expected.status is not None and (found.amount is None or found.amount.status.value != expected.status):
        yield f"status {found.amount.status.value if found.amount else None}, expected {expected.status}"
    components = {each.id: each.amount for each in found.components} if isinstance(found.components, tuple) else {}
    for name, value in expected.components.items():
        yield from _amount_differs(name, value, components.get(name))
    outcomes = {each.id: each.outcome.value for each in found.criteria}
    for name, outcome in expected.criteria.items():
        if outcomes.get(name) != outcome:
            yield f"criterion {name} {outcomes.get(name)}, expected {outcome}"
    found_in = {each.id: each.outcome.value for each in found.categories} if found.categories else {}
    for name, outcome in expected.categories.items():
        if found_in.get(name) != outcome:
            yield f"category {name} {found_in.get(name)}, expected {outcome}"
    yield from _members_differ(expected.members, found)
    if expected.documents is not None:
        documents = {each.id for each in found.documents} if found.documents else set()
        if documents != set(expected.documents):
            yield f"documents {', '.join(sorted(documents)) or 'none'}, expected {', '.join(expected.documents)}"
    if expected.missing is not None:
        missing = tuple(each.path for each in found.missing)
        if set(missing) != set(expected.missing):
            yield f"missing {', '.join(missing) or 'nothing'}, expected {', '.join(expected.missing) or 'nothing'}"
    adjusted = {each.id: each.amount for each in found.adjustments} if isinstance(found.adjustments, tuple) else {}
    for name, value in expected.adjustments.items():
        yield from _amount_differs(name, value, adjusted.get(name))


def _amount_differs(name: str, expected: str | None, found: Amount | None) -> Iterator[str]:
    if expected is not None and (found is None or found.value != expected):
        yield f"{name} {found.value if found is not None else None}, expected {expected}"


def _members_differ(expected: dict[str, str], found: Assessment) -> Iterator[str]:
    results = {each.ref: each for each in found.members} if found.members else {}
    for ref, wanted in expected.items():
        result = results.get(ref)
        if result is None:
            yield f"member {ref} has no result"
        elif wanted[:1].isdecimal():
            yield from _amount_differs(ref, wanted, result.amount if isinstance(result.amount, Amount) else None)
        elif result.outcome.value != wanted:
            yield f"member {ref} {result.outcome.value}, expected {wanted}"
