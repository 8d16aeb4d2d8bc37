"""Which absent facts matter: those of which some value would change what is possible, found by supposing values.

A fact is tried with the values at which rules turn: both truths, every code, the pack's own figures and their
neighbours, days on which the pack's periods are just complete. What no value moves is not asked of the family.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from desktop.facts.vocabulary import Absent, Kind, Property, located, vocabulary
from desktop.programmes.answers.answer import Answer
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import MISSING, PRESUMED, Evaluation
from desktop.programmes.language.family import MEMBER, OUTSIDE
from desktop.programmes.language.possibilities import Bounds, Value
from desktop.programmes.packs.compiled import Pack
from desktop.values.dates import Calendar
from desktop.values.errors import OfficeError

THROUGH = "#"
"""Separates a reference from the property asked of whoever it leads to."""

LONGEST_PERIOD = 120
"""Years; figures beyond are no ages."""


Ask = Callable[[Evaluation], Answer]
"""Asks the same question of a reading with something supposed."""


def missing_facts(pack: Pack, evaluation: Evaluation, given: Answer, ask: Ask) -> tuple[str, ...]:
    """JSON Pointers of the absent facts that matter, in the order of the file."""
    tokens = sorted(token[1:] for token in given.rests_on if token.startswith(MISSING))
    if not tokens:
        return ()
    turning = Turning(pack, evaluation.on)
    found = {token.split(THROUGH)[0] for token in tokens if _matters(evaluation, given, token, turning, ask)}
    if not given.outcome.known and not found:
        found = {token.split(THROUGH)[0] for token in tokens if MISSING + token in _left_open(given)}
    return tuple(sorted(found, key=in_file_order))


def _left_open(given: Answer) -> frozenset[str]:
    """What the criteria rest on that are open: where that is an unpublished figure alone, no family can answer it."""
    return frozenset[str]().union(*(each.rests_on for each in given.asked if not each.counts.known))


def presumptions(given: Answer) -> tuple[str, ...]:
    """JSON Pointers of what was taken for not so because nothing is on record."""
    return tuple(sorted({token[1:] for token in given.rests_on if token.startswith(PRESUMED)}, key=in_file_order))


def in_file_order(pointer: str) -> tuple[tuple[int, int | str], ...]:
    """Sorts JSON Pointers as the places stand in the file."""
    return tuple((0, int(step)) if step.isdecimal() else (1, step) for step in pointer.split("/"))


def _matters(evaluation: Evaluation, given: Answer, token: str, turning: Turning, ask: Ask) -> bool:
    return any(
        ask(evaluation.supposing(token, value)).possible != given.possible
        for value in candidates(token, turning, evaluation)
    )


def candidates(token: str, turning: Turning, evaluation: Evaluation) -> Iterator[Value]:
    """The values with which an absent fact is tried; `token` as answers rest on it, without its first letter."""
    pointer, _, through = token.partition(THROUGH)
    if through == "in_household":
        yield from (p.HOLDS, p.FAILS)
        return
    if through:
        described = vocabulary()[MEMBER].properties.get(through) or vocabulary()[OUTSIDE].properties.get(through)
        yield from turning.values(described)
        return
    place = located(pointer)
    if place is None or place[2] is None or place[2].kind is Kind.LIST:
        yield p.HOLDS
        return
    described = place[2]
    if described.kind is Kind.DATE:
        bounds = partly_known(evaluation, token)
        yield from (value for value in turning.values(described) if bounds is None or p.contains(bounds, value))
        if bounds is not None:
            yield from (p.exactly(bounds.low), p.exactly(bounds.high))
        return
    yield from turning.values(described)


def partly_known(evaluation: Evaluation, pointer: str) -> Bounds | None:
    """The span of a birth stated only by month or year; no day outside it is supposed."""
    from desktop.facts.birth import birth_of

    if not pointer.endswith("/birth_date"):
        return None
    member = evaluation.family.members()[int(pointer.split("/")[2])]
    span = birth_of(member.record)  # type: ignore[arg-type]  # an instance of `member` holds a Member
    return None if span is None else Bounds(span.earliest.toordinal(), span.latest.toordinal())


class Turning:
    """The values at which a pack's rules may turn."""

    def __init__(self, pack: Pack, on: date) -> None:
        self.on = on
        self.texts, self.figures = pack.turning_points

    def values(self, described: Property | None) -> Iterator[Value]:
        """Values to try for a fact, the telling extremes first."""
        if described is None:
            return
        match described.kind:
            case Kind.BOOLEAN:
                yield from (p.HOLDS, p.FAILS)
            case Kind.CODE:
                yield from (p.one_of(code) for code in described.codes)
                if described.absent is Absent.NONE_ON_RECORD:
                    yield p.one_of(p.NO_CODE)
            case Kind.TEXT | Kind.REF:
                yield from (p.one_of(text) for text in ("?", *self.texts))
            case Kind.DATE:
                yield from (p.exactly(day.toordinal()) for day in self._days())
            case _:
                yield from self._numbers(described)

    def _numbers(self, described: Property) -> Iterator[Value]:
        low = 0 if described.minimum is None else int(described.minimum)
        yield p.exactly(low)
        yield p.exactly(10**12 if described.maximum is None else int(described.maximum))
        for figure in self.figures:
            for near in (figure, figure - 1, figure + 1, figure * 2):
                if near >= low and (described.kind is not Kind.INTEGER or near == int(near)):
                    yield p.exactly(near)

    def _days(self) -> Iterator[date]:
        from desktop.values.dates import after

        yield self.on
        yield self.on - timedelta(days=365 * LONGEST_PERIOD)
        yield self.on + timedelta(days=1)
        for figure in self.figures:
            if figure != int(figure) or not 0 < figure <= LONGEST_PERIOD:
                continue
            for calendar in Calendar:
                try:
                    turn = after(self.on, -int(figure), "year", calendar)
                except OfficeError:
                    continue
                yield from (turn, turn + timedelta(days=1), turn - timedelta(days=1))
            yield self.on - timedelta(days=int(figure))
            yield self.on - timedelta(days=int(figure) + 1)
