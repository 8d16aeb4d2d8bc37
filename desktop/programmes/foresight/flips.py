"""For staff: the smallest single change of a correctable fact that would turn the outcome.

Only facts that the answer read are tried, and of those only the ones without which the outcome would be open: by the
first promise of the language no value of any other turns it. Each change found is put into the file and assessed.
A number is followed to the far ends of what it may be and, where an end turns the outcome, halved to the exact unit;
a turn between two ends that both leave the outcome is not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

import msgspec
from msgspec import UNSET

from desktop.facts.assessment import Assessment, Flip
from desktop.facts.codes import Outcome
from desktop.facts.consistency import contradictions
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import Absent, Kind, Property, value_of, vocabulary
from desktop.programmes.answers.answer import evaluation_of
from desktop.programmes.foresight.changed import ABSENT, with_fact
from desktop.programmes.foresight.given import outcome_of
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.language.facts_read import stated_value, unknown_value
from desktop.programmes.language.family import Family
from desktop.programmes.language.possibilities import Truth, Value
from desktop.programmes.packs.compiled import Pack
from desktop.values.money import decimal_text, minor_units

MOST: Final = 5
"""Flips told: a handful, the smallest change first."""

_FAR = {Kind.MONEY: 10**10, Kind.INTEGER: 10**4, Kind.NUMBER: 10**8}
"""Beyond these no household's figure lies: minor units, counts, hundredths."""

_TRIED = frozenset({Kind.BOOLEAN, Kind.CODE, *_FAR})
_HUNDREDTHS = 100

Probe = Callable[[Value], Truth]
"""What the outcome is with a fact supposed to be something."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """A correctable fact that the answer read, with what the file says of it."""

    pointer: str
    described: Property
    stated: object


def flips(
    pack: Pack, file: HouseholdFile, given: Assessment, *, on: date, member: str | None = None
) -> tuple[Flip, ...]:
    """At most `MOST` changes, the least relative change first, then in the order of the file.

    A choice or a yes and no changes by its whole. Nothing is told where the outcome is undetermined.

    Args:
        pack: the version that assessed.
        file: as it was assessed.
        given: its answer.
        on: the day of assessment (Gregorian).
        member: the claimant, where the right is a person's own.
    """
    if given.outcome is Outcome.UNDETERMINED:
        return ()
    wanted = Outcome.INELIGIBLE if given.outcome is Outcome.ELIGIBLE else Outcome.ELIGIBLE
    reading = evaluation_of(pack, file, on)
    outcome_of(pack, reading, member)
    own = {(each.key, each.pointer) for each in contradictions(file, today=on)}
    turned = p.HOLDS if wanted is Outcome.ELIGIBLE else p.FAILS
    tried: list[tuple[Fraction, int, _Fact, object]] = []
    for order, fact in enumerate(_facts(pack, reading)):
        probe = _probe(pack, file, fact, on, member)
        for value, size in () if probe is None else _turning(fact, probe, turned):
            tried.append((size, order, fact, value))
    found: dict[str, Flip] = {}
    for _, _, fact, value in sorted(tried, key=lambda each: each[:2]):
        if len(found) == MOST:
            break
        changed = with_fact(file, fact.pointer, value)
        # What the file itself contradicts is no fault of the change.
        agrees = all((each.key, each.pointer) in own for each in contradictions(changed, today=on))
        if fact.pointer not in found and agrees:
            again = outcome_of(pack, evaluation_of(pack, changed, on), member)
            if again is turned:
                stated = msgspec.to_builtins(fact.stated)
                found[fact.pointer] = Flip(path=fact.pointer, from_=stated, to=value, outcome=wanted.value)
    return tuple(found.values())


def _facts(pack: Pack, reading: Evaluation) -> list[_Fact]:
    """The correctable facts that the file states and the answer read, in the order of the file."""
    met, found = reading.family.met(), list[_Fact]()
    for number, name in reading.read_so_far():
        instance = met[number]
        described = vocabulary()[instance.entity].properties.get(name)
        if described is None or (instance.entity, name) in pack.scope.sources or instance.record is None:
            continue
        if not described.correctable or described.kind not in _TRIED or described.required or name == "kind":
            continue
        stated = value_of(instance.record, described.path)
        if stated is not UNSET:
            found.append(_Fact(instance.pointer + described.pointer, described, stated))
    return sorted(found, key=lambda each: _natural(each.pointer))


def _natural(pointer: str) -> list[tuple[int, str]]:
    return [(int(step), "") if re.fullmatch(r"\d+", step) else (-1, step) for step in pointer.split("/")]


def _probe(pack: Pack, file: HouseholdFile, fact: _Fact, on: date, member: str | None) -> Probe | None:
    """Asks the outcome with the fact supposed; None where it is settled without the fact, so that no value turns it.

    Where its absence is unknown, only what depends on it is read anew at each question.
    """
    unknown = unknown_value(fact.described, on.toordinal())
    family = Family(with_fact(file, fact.pointer, ABSENT) if fact.described.absent is Absent.UNKNOWN else file)
    without = Evaluation(family, on, pack.parameters, pack.variables())
    if fact.described.absent is not Absent.UNKNOWN:
        without = without.supposing(fact.pointer, unknown)
    if outcome_of(pack, without, member).known:
        return None
    if fact.described.absent is Absent.UNKNOWN:
        return lambda value: outcome_of(pack, without.supposing(fact.pointer, value), member)
    anew = Evaluation(family, on, pack.parameters, pack.variables())
    return lambda value: outcome_of(pack, anew.supposing(fact.pointer, value), member)


def _turning(fact: _Fact, probe: Probe, turned: Truth) -> Iterator[tuple[object, Fraction]]:
    """Values that turn the outcome, as JSON writes them, with the size of the change; the smallest change first."""
    match fact.described.kind:
        case Kind.BOOLEAN:
            if probe(p.truth_of(not fact.stated)) is turned:
                yield not fact.stated, Fraction(1)
        case Kind.CODE:
            for code in fact.described.codes:
                if code != str(fact.stated) and probe(p.one_of(code)) is turned:
                    yield code, Fraction(1)
        case _:
            yield from _numbers(fact, probe, turned)


def _numbers(fact: _Fact, probe: Probe, turned: Truth) -> Iterator[tuple[object, Fraction]]:
    scale = _HUNDREDTHS if fact.described.kind is Kind.NUMBER else 1
    now = _units(fact)

    def turns(units: int) -> bool:
        return probe(p.exactly(p.plain(Fraction(units, scale)))) is turned

    low = 0 if fact.described.minimum is None else int(fact.described.minimum) * scale
    far = _FAR[fact.described.kind]
    high = far if fact.described.maximum is None else min(far, int(fact.described.maximum) * scale)
    found = [_nearest(now, end, turns) for end in (low, high) if end != now and turns(end)]
    one = _HUNDREDTHS if fact.described.kind is not Kind.INTEGER else 1
    for units in sorted(found, key=lambda each: abs(each - now)):
        yield _written(fact.described.kind, units), Fraction(abs(units - now), max(now, one))


def _nearest(now: int, end: int, turns: Callable[[int], bool]) -> int:
    """The unit next to `now` at which the outcome is turned: it is at the end and is not now."""
    same, other = now, end
    while abs(other - same) > 1:
        middle = (same + other) // 2
        same, other = (same, middle) if turns(middle) else (middle, other)
    return other


def _units(fact: _Fact) -> int:
    if fact.described.kind is Kind.MONEY:
        return minor_units(str(fact.stated))
    value = stated_value(fact.described, fact.stated)
    exact = value.low if isinstance(value, p.Bounds) else 0
    return int(exact * _HUNDREDTHS) if fact.described.kind is Kind.NUMBER else int(exact)


def _written(kind: Kind, units: int) -> object:
    if kind is Kind.MONEY:
        return decimal_text(units)
    return units / _HUNDREDTHS if kind is Kind.NUMBER else units
