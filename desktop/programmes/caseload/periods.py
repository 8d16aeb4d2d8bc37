"""Time against the day of decision: thresholds found once, so that SQL compares days.

Completed units fall as a day grows. *At least n units* is therefore *on or before a threshold day*, found here by
halving over the same calendars that the interpreter counts in.
"""

from __future__ import annotations

import math
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from desktop.programmes.caseload.arithmetic import compared, numbers, one
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import Compiled, Constant, NotCompiledError, Numbers, Truth, literal
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.periods import EARLIEST, LATEST, completed
from desktop.programmes.language.possibilities import INFINITY, NEVER, Bounds, Number
from desktop.values.dates import Calendar, Unit

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program

MOST_UNITS = 100_000


@cache
def threshold(n: int, unit: Unit, calendar: Calendar, on: date) -> int:
    """The last day from which at least `n` whole units have gone by until `on`."""
    if unit == "day":
        return on.toordinal() - n
    low, high = EARLIEST - 1, LATEST
    while low < high:
        middle = (low + high + 1) // 2
        if _units(middle, unit, calendar, on) >= n:
            low = middle
        else:
            high = middle - 1
    return low


def _units(day: int, unit: Unit, calendar: Calendar, on: date) -> Number:
    return completed(p.exactly(day), unit, calendar, on).low


def at_least(frame: Frame, day: Numbers, n: Bounds, unit: Unit, calendar: Calendar, on: date) -> Truth:
    """Whether at least `n` whole units have gone by since a day; `n` may be open, and is the same for all."""
    if n.low == n.high:
        last = _day(threshold(math.ceil(n.low), unit, calendar, on))
        return compared(frame, "<=", day, last)
    low, high = frame.let(day.low), frame.let(day.high)
    surely = "FALSE" if n.high == INFINITY else f"{high} <= {threshold(math.ceil(n.high), unit, calendar, on)}"
    never = "FALSE" if n.low == -INFINITY else f"{low} > {threshold(math.ceil(n.low), unit, calendar, on)}"
    return Truth(f"(CASE WHEN {surely} THEN TRUE WHEN {never} THEN FALSE END)", open=True)


def _day(ordinal: int) -> Numbers:
    return one(literal(ordinal), scale=1, most=NEVER, opens=False, floor=True)


def compared_with_figure(
    frame: Frame, op: str, day: Numbers, unit: Unit, calendar: Calendar, figure: Bounds, on: date
) -> Truth | None:
    """Completed units since a day against a figure; None where it is asked whether they equal one that is open."""

    def reached(n: Bounds) -> Truth:
        return at_least(frame, day, n, unit, calendar, on)

    beyond = Bounds(_after(figure.low), _after(figure.high))
    match op:
        case ">=":
            return reached(figure)
        case "<":
            return _not(reached(figure))
        case ">":
            return reached(beyond)
        case "<=":
            return _not(reached(beyond))
    if not figure.known or figure.low != math.floor(figure.low):
        return None
    inside = reached(figure), _not(reached(beyond))
    both = Truth(f"({inside[0].sql} AND {inside[1].sql})", open=inside[0].open or inside[1].open)
    return both if op == "=" else _not(both)


def _after(n: Number) -> Number:
    """The least whole number above `n`."""
    return n if math.isinf(n) else math.floor(n) + 1


def _not(truth: Truth) -> Truth:
    return Truth(f"(NOT {truth.sql})", open=truth.open)


def elapsed(program: Program, frame: Frame, day: Numbers, unit: Unit, calendar: Calendar) -> Compiled:
    """Whole units from a day to the day of decision, negative for a day to come.

    A day outside the calendars has endless units; a household where that is sure goes to the interpreter.
    """
    if unit == "day":
        ends = [f"({program.day} - {end})" for end in (day.high, day.low)]
        return numbers(ends[0], ends[1], 1, NEVER + program.day, low_open=day.high_open, high_open=day.low_open)
    first, last = frame.let(day.low), frame.let(day.high)
    tree = _Tree(unit, calendar, program.on)
    if day.single:
        frame.leave(f"{first} < {EARLIEST} OR {first} > {LATEST}")
        text = f"(CASE WHEN {first} BETWEEN {EARLIEST} AND {LATEST} THEN {tree.of(first)} END)"
        return one(frame.let(text), scale=1, most=MOST_UNITS, opens=day.open or not program.bounds)
    frame.leave(f"{last} < {EARLIEST} OR {first} > {LATEST}")
    low = frame.let(f"(CASE WHEN {last} <= {LATEST} THEN {tree.of(last)} END)")
    high = frame.let(f"(CASE WHEN {first} >= {EARLIEST} THEN {tree.of(first)} END)")
    return numbers(low, high, 1, MOST_UNITS, low_open=True, high_open=True)


class _Tree:
    """A choice by halves among the thresholds of all units that the calendars hold."""

    def __init__(self, unit: Unit, calendar: Calendar, on: date) -> None:
        least, most = _units(LATEST, unit, calendar, on), _units(EARLIEST, unit, calendar, on)
        self.least, self.most = int(least), int(most)
        self.last = {n: threshold(n, unit, calendar, on) for n in range(self.least, self.most + 1)}

    def of(self, day: str) -> str:
        """The units since `day`, a column."""
        return self._between(day, self.least, self.most)

    def _between(self, day: str, least: int, most: int) -> str:
        if least == most:
            return literal(least)
        middle = (least + most + 1) // 2
        upper, lower = self._between(day, middle, most), self._between(day, least, middle - 1)
        return f"CASE WHEN {day} <= {self.last[middle]} THEN {upper} ELSE {lower} END"


def calendar_of(value: Compiled) -> Calendar:
    """The calendar that an expression names."""
    if isinstance(value, Constant) and isinstance(value.value, p.Codes) and value.value.options is not None:
        options = value.value.options
        if len(options) == 1:
            return Calendar(next(iter(options)))
    raise NotCompiledError("a calendar that differs between households")
