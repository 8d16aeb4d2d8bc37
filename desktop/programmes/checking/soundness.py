"""Trying every completion: whether what a pack determines holds however the family answers, and what it leaves open.

Facts of few values are taken out of a household and put back in every combination. A determined answer must hold in
each of them. An answer left open although no completion differs is sound and wider than need be; how often that
happens is counted, since bounds forget that two terms share a fact (docs/decisions/0004).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from random import Random
from typing import Any

import msgspec

from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import Absent, located, things_of, value_of
from desktop.facts.vocabulary import pointer as pointer_to
from desktop.programmes.answers.answer import Answer, answer, evaluation_of
from desktop.programmes.checking.cases import CaseBook, household_of, stated_figures
from desktop.programmes.language.family import MEMBER
from desktop.programmes.language.possibilities import Truth, Value
from desktop.programmes.language.syntax import Name, walk
from desktop.programmes.packs.compiled import Pack

MOST_HOLES = 6
MOST_COMPLETIONS = 128


@dataclass(frozen=True, slots=True)
class Asked:
    """A household, the day of decision, and the figures that are stated in the place of the pack's."""

    file: HouseholdFile
    on: date
    figures: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying every completion came to, summed over households.

    Args:
        answers: answers given with facts taken out, one for each claim.
        completions: completions tried in all.
        wrong: determined answers that some completion contradicts.
        undetermined: answers whose outcome was open for the facts taken out alone, every completion being determined.
        settled: those of them that come out alike in every completion.
        uncertain: determined rights whose amount was open for the facts taken out alone.
        wide: those of them whose bounds lie further apart than the completions do.
    """

    answers: int = 0
    completions: int = 0
    wrong: int = 0
    undetermined: int = 0
    settled: int = 0
    uncertain: int = 0
    wide: int = 0

    def __add__(self, other: Trial) -> Trial:
        """Both together."""
        return Trial(**{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(Trial)})


def asked_of_cases(pack: Pack, book: CaseBook) -> list[Asked]:
    """The households of a pack's own cases."""
    return [Asked(household_of(book, case), case.on, stated_figures(pack, case)) for case in book.cases]


def try_completions(pack: Pack, households: Iterable[Asked], *, seed: int) -> Trial:
    """Takes up to six facts out of each household and tries what they may have been.

    Args:
        pack: the pack that answers.
        households: what it is asked.
        seed: the same seed takes out the same facts.
    """
    dice = Random(seed)  # noqa: S311  # the same for the same seed, no secret
    names = names_of(pack)
    return sum((_tried(pack, each, names, dice) for each in households), Trial())


def _tried(pack: Pack, asked: Asked, names: frozenset[str], dice: Random) -> Trial:
    told = finite_facts(asked.file, names)
    dice.shuffle(told)
    holes: list[str] = []
    ways = 1
    for pointer in told[:MOST_HOLES]:
        if ways * len(fillings(pointer)) <= MOST_COMPLETIONS:
            ways *= len(fillings(pointer))
            holes.append(pointer)
    holed: Any = asked.file
    for pointer in holes:
        holed = put(holed, pointer, msgspec.UNSET)
    holed = msgspec.convert(holed, HouseholdFile)
    possible = answers(pack, holed, asked.on, asked.figures)
    settled = [answers(pack, each, asked.on, asked.figures) for each in completions(holed, holes)]
    found = Trial(completions=len(settled))
    for at, wide in enumerate(possible):
        found += _judged(wide, [each[at] for each in settled])
    return found


def _judged(wide: Answer, narrow: list[Answer]) -> Trial:
    """One claim: the answer with facts taken out, and its answer in each completion."""
    undetermined = not wide.outcome.known and all(each.outcome.known for each in narrow)
    uncertain = wide.outcome.known and not _exact(wide) and all(_exact(each) for each in narrow)
    hulls = [
        (min(each.benefits[at].amount.low for each in narrow), max(each.benefits[at].amount.high for each in narrow))
        for at in range(len(wide.benefits))
    ]
    spans = [(each.amount.low, each.amount.high) for each in wide.benefits]
    return Trial(
        answers=1,
        wrong=int(not all(within(each, wide) for each in narrow)),
        undetermined=int(undetermined),
        settled=int(undetermined and len({each.outcome.may_hold for each in narrow}) == 1),
        uncertain=int(uncertain),
        wide=int(uncertain and hulls != spans),
    )


def _exact(one: Answer) -> bool:
    return all(each.amount.low == each.amount.high for each in one.benefits)


def answers(pack: Pack, file: HouseholdFile, on: date, figures: dict[str, Value] | None = None) -> tuple[Answer, ...]:
    """The answer to each claim that a file may hold: the household's, or every member's own."""
    evaluation = evaluation_of(pack, file, on, figures)
    by_member = pack.subject == MEMBER
    subjects = evaluation.family.members() if by_member else (evaluation.family.household,)
    return tuple(answer(pack, evaluation, each) for each in subjects)


def names_of(pack: Pack) -> frozenset[str]:
    """Every name that a pack's expressions speak of, whole and without what leads there."""
    found: set[str] = set()
    for tree in pack.trees.values():
        for node in walk(tree):
            if isinstance(node, Name):
                found.update(".".join(node.parts[at:]) for at in range(len(node.parts)))
    return frozenset(found)


def finite_facts(file: HouseholdFile, names: frozenset[str] | None = None) -> list[str]:
    """Pointers of the facts of few values that a file tells and that become unknown when they are taken out of it.

    Args:
        file: the household.
        names: the names to keep to, a pack's own; every fact where None.
    """
    found = []
    for entity, indexes, thing in things_of(file):
        for fact in entity.properties.values():
            finite = fact.kind in (Kind.BOOLEAN, Kind.CODE) and not fact.required
            # Of what is presumed where nothing is on record, taking it out would not make it unknown.
            if not finite or fact.absent is not Absent.UNKNOWN or value_of(thing, fact.path) is msgspec.UNSET:
                continue
            if names is None or fact.name in names:
                found.append(pointer_to(entity.name, *indexes, name=fact.name))
    return found


def fillings(pointer: str) -> tuple[object, ...]:
    """Every value that a fact of few values can have."""
    place = located(pointer)
    if place is None or place[2] is None:
        raise ValueError(pointer)
    return (True, False) if place[2].kind is Kind.BOOLEAN else place[2].codes


def put(file: Any, pointer: str, value: object) -> Any:
    """The file as plain data with one fact changed, taken out where the value is unset."""
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
    """The file with each combination of what the facts taken out may have been, no more than are tried."""
    for values in itertools.islice(itertools.product(*map(fillings, holes)), MOST_COMPLETIONS):
        filled: Any = file
        for pointer, value in zip(holes, values, strict=True):
            filled = put(filled, pointer, value)
        yield msgspec.convert(filled, HouseholdFile)


def within(settled: Answer, possible: Answer) -> bool:
    """Whether an answer is one of those that a wider one leaves possible."""
    amounts = zip(settled.benefits, possible.benefits, strict=True)
    return _fits(settled.outcome, possible.outcome) and all(
        wide.amount.low <= narrow.amount.low and narrow.amount.high <= wide.amount.high for narrow, wide in amounts
    )


def _fits(settled: Truth, possible: Truth) -> bool:
    return (possible.may_hold or not settled.may_hold) and (possible.may_fail or not settled.may_fail)
