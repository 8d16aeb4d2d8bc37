"""`monthly` of an income in SQL: its period and times turned into a month, by the reading that the pack takes."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.facts.vocabulary import Property, vocabulary
from desktop.programmes.caseload.arithmetic import numbers, one
from desktop.programmes.caseload.choosing_codes import among
from desktop.programmes.caseload.facts import column, fact, given, mask_of, same_everywhere
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import Compiled, figure_of, literal, numbers_of
from desktop.programmes.language.facts_read import FIRST_DAY
from desktop.programmes.language.family import HOUSEHOLD
from desktop.programmes.language.incomes import (
    DAYS_IN_YEAR,
    LONGEST_MONTH,
    MONTHS,
    TERMS_IN_YEAR,
    WEEKS_IN_MONTH,
)
from desktop.programmes.language.possibilities import NEVER, Codes

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program

HUNDREDTHS = 100
MOST_TIMES = 1_000
"""`times` is carried in hundredths up to this; an income that needs more goes to the interpreter."""
SCALE = math.lcm(MONTHS, WEEKS_IN_MONTH.denominator, HUNDREDTHS)
MOST = MOST_TIMES * SCALE


def monthly(program: Program, frame: Frame) -> Compiled:
    """Minor units a month of each income."""
    properties = vocabulary()["income"].properties
    bounds = program.bounds
    amount = numbers_of(fact(program, frame, properties["amount"]), bounds=bounds)
    amount = replace(amount, low=frame.let(amount.low), high=frame.let(amount.high))
    since, until = _begun(program, frame, properties["since"]), _ended(program, frame, properties["until"])
    reading = program.parameters.get("income_reading")
    trailing = isinstance(reading, Codes) and reading.options == frozenset({"trailing_year"})
    applied = _applied(program, frame) if trailing else literal(program.day)
    rates = _rates(program, frame, properties["period"])
    once = _once(since, start=f"({applied} - {DAYS_IN_YEAR})", end=applied)
    if trailing:
        first, last = _year(frame, since[1], until, applied), _year(frame, since[0], until, applied)
        ends = [f"({amount.low} * {rates.low} * {first})"]
        ends.append(f"(CASE WHEN {last} = 0 THEN 0 ELSE {_times(amount.high, f'{rates.high} * {last}')} END)")
        year, scale = DAYS_IN_YEAR, SCALE * DAYS_IN_YEAR
    else:
        surely, never = _running(since, until, program.day)
        ends = [f"(CASE WHEN {surely} THEN {amount.low} * {rates.low} ELSE 0 END)"]
        ends.append(f"(CASE WHEN {never} THEN 0 ELSE {_times(amount.high, rates.high)} END)")
        year, scale = 1, SCALE
        if amount.single and rates.low == rates.high and since[0] == since[1]:
            ends[1] = ends[0]
    made = ends
    if rates.once != "FALSE":
        spread = SCALE // MONTHS * year
        spreads = [
            f"(CASE WHEN {once} = 1 THEN {amount.low} * {spread} ELSE 0 END)",
            f"(CASE WHEN {once} = 0 THEN 0 ELSE {amount.high} * {spread} END)",
        ]
        made = [f"(CASE WHEN {rates.once} THEN {x} ELSE {y} END)" for x, y in zip(spreads, ends, strict=True)]
    if frame.phantoms:
        made = [
            f"(CASE WHEN ph THEN {beyond} ELSE {text} END)" for text, beyond in zip(made, ("0", "NULL"), strict=True)
        ]
    least, greatest = (frame.let(text) for text in made)
    most = amount.most * rates.most * year
    if least == greatest:
        return one(least, scale=scale, most=most, opens=amount.open, floor=True)
    if bounds:
        return numbers(least, greatest, scale, most, low_open=False, high_open=True, floor=True)
    return one(
        frame.let(f"(CASE WHEN {least} = {greatest} THEN {least} END)"), scale=scale, most=most, opens=True, floor=True
    )


def _begun(program: Program, frame: Frame, described: Property) -> tuple[str, str]:
    """The first and the last day on which an income may have begun: what is on record has begun."""
    if not frame.phantoms and program.alike.absent(described.entity, described.name):
        return literal(FIRST_DAY), literal(program.day)
    begun = program.engine.ordinal(column(frame, described))
    if given(program, frame, described):
        return frame.let(begun), frame.let(begun)
    first, last = (frame.let(f"COALESCE({begun}, {literal(end)})") for end in (FIRST_DAY, program.day))
    return first, last


def _ended(program: Program, frame: Frame, described: Property) -> str:
    """The day on which an income ended: an end that is not there has not come."""
    if not frame.phantoms and program.alike.absent(described.entity, described.name):
        return literal(NEVER)
    return frame.let(f"COALESCE({program.engine.ordinal(column(frame, described))}, {literal(NEVER)})")


def _times(amount: str, rate: str) -> str:
    """A product of what is never negative, in which an endless amount times nothing is nothing."""
    if (figure_of(rate) or 0) > 0:
        return f"{amount} * {rate}"
    return f"CASE WHEN {rate} = 0 THEN 0 ELSE {amount} * {rate} END"


class _Rates(NamedTuple):
    """How much of a period's amount falls to a month, at least and at most, over `SCALE`; where it is paid but once."""

    low: str
    high: str
    most: int
    once: str


WHOLE_RATES = {
    "month": SCALE,
    "year": SCALE // MONTHS,
    "term": SCALE * TERMS_IN_YEAR // MONTHS,
}


def _rates(program: Program, frame: Frame, described: Property) -> _Rates:
    same = same_everywhere(program, frame, described)
    if same is not None and isinstance(same.value, Codes) and same.value.options is not None:
        (code,) = same.value.options if len(same.value.options) == 1 else ("",)
        if code in WHOLE_RATES:
            rate = literal(WHOLE_RATES[code])
            return _Rates(rate, rate, WHOLE_RATES[code], "FALSE")
    period = mask_of(program, frame, described)
    raw = column(frame, vocabulary()["income"].properties["times"])
    exact = f"CAST({raw} AS DECIMAL(18, 2))"
    counted = among(period, ["day", "week"]).sql
    fits = frame.let(
        f"(CASE WHEN {raw} BETWEEN 0 AND {MOST_TIMES} THEN CAST({exact} AS DOUBLE) = {raw} ELSE {raw} IS NULL END)"
    )
    frame.leave(f"{counted} AND NOT {fits}")
    told = [f"WHEN {among(period, [code]).sql} THEN {literal(rate)}" for code, rate in WHOLE_RATES.items()]
    told += [
        f"WHEN {counted} AND {raw} IS NOT NULL THEN CASE WHEN {fits} THEN CAST({exact} * {SCALE} AS BIGINT) END",
        f"WHEN {among(period, ['week']).sql} THEN {literal(int(WEEKS_IN_MONTH * SCALE))}",
    ]
    low = frame.let(f"(CASE {' '.join(told)} ELSE {literal(0)} END)")
    certain = f"{among(period, [*WHOLE_RATES, 'week']).sql} OR ({counted} AND {raw} IS NOT NULL)"
    high = frame.let(f"(CASE WHEN {certain} THEN {low} ELSE {literal(LONGEST_MONTH * SCALE)} END)")
    return _Rates(low, high, MOST, among(period, ["once"]).sql)


def _applied(program: Program, frame: Frame) -> str:
    """The day of application, or of decision where none is stated."""
    above = program.frame(HOUSEHOLD)
    stated = column(above, vocabulary()[HOUSEHOLD].properties["applied_on"])
    return frame.pull(above, f"COALESCE({program.engine.ordinal(stated)}, {literal(program.day)})", ("f",))


def _once(since: tuple[str, ...], *, start: str, end: str) -> str:
    """1 where the day surely falls into the year, 0 where it surely does not, else 2."""
    first, last = since
    inside = f"{first} >= {start} AND {last} <= {end}"
    return f"(CASE WHEN {inside} THEN 1 WHEN {last} < {start} OR {first} > {end} THEN 0 ELSE 2 END)"


def _running(since: tuple[str, ...], until: str, day: int) -> tuple[str, str]:
    """Where the income surely runs, and where it surely does not."""
    first, last = since
    over = "" if until == literal(NEVER) else f"{until} < {day} OR "
    never = f"{over}{first} > {day}"
    return (f"NOT ({never})" if first == last else f"NOT ({never}) AND {last} <= {day}"), never


def _year(frame: Frame, begun: str, until: str, applied: str) -> str:
    """Days of the year before the application in which the income ran."""
    start = f"({applied} - {DAYS_IN_YEAR})"
    days = f"LEAST({until}, {applied}) - GREATEST({begun}, {start})"
    return frame.let(f"GREATEST(0, LEAST({days}, {DAYS_IN_YEAR}))")
