"""`monthly` of an income in SQL: its period and times turned into a month, by the reading that the pack takes."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.facts.vocabulary import vocabulary
from desktop.programmes.caseload.arithmetic import numbers, one
from desktop.programmes.caseload.choosing_codes import among
from desktop.programmes.caseload.facts import column, fact, mask_of
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import Choice, Compiled, literal, numbers_of
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
    begun = program.engine.ordinal(column(frame, properties["since"]))
    ended = program.engine.ordinal(column(frame, properties["until"]))
    # What is on record has begun: an unknown start lies before the day; an end that is not there has not come.
    since = tuple(frame.let(f"COALESCE({begun}, {literal(end)})") for end in (FIRST_DAY, program.day))
    until = frame.let(f"COALESCE({ended}, {literal(NEVER)})")
    period = mask_of(program, frame, properties["period"])
    reading = program.parameters.get("income_reading")
    trailing = isinstance(reading, Codes) and reading.options == frozenset({"trailing_year"})
    applied = _applied(program, frame) if trailing else literal(program.day)
    low, high = _rates(frame, period)
    spread = SCALE // MONTHS
    once = _once(since, start=f"({applied} - {DAYS_IN_YEAR})", end=applied)
    if trailing:
        first, last = _year(frame, since[1], until, applied), _year(frame, since[0], until, applied)
        ends = [f"({amount.low} * {low} * {first})", f"({amount.high} * {high} * {last})"]
        year, scale = DAYS_IN_YEAR, SCALE * DAYS_IN_YEAR
    else:
        running = _running(since, until, program.day)
        ends = [
            f"(CASE WHEN {running} = 1 THEN {amount.low} * {low} ELSE 0 END)",
            f"(CASE WHEN {running} = 0 THEN 0 ELSE {_times(amount.high, high)} END)",
        ]
        year, scale = 1, SCALE
    spreads = [
        f"(CASE WHEN {once} = 1 THEN {amount.low} * {spread * year} ELSE 0 END)",
        f"(CASE WHEN {once} = 0 THEN 0 ELSE {amount.high} * {spread * year} END)",
    ]
    if trailing:
        ends[1] = f"(CASE WHEN {last} = 0 THEN 0 ELSE {_times(amount.high, f'{high} * {last}')} END)"
    made = [
        f"(CASE WHEN {among(period, ['once']).sql} THEN {x} ELSE {y} END)" for x, y in zip(spreads, ends, strict=True)
    ]
    if frame.phantoms:
        made = [
            f"(CASE WHEN ph THEN {beyond} ELSE {text} END)" for text, beyond in zip(made, ("0", "NULL"), strict=True)
        ]
    least, greatest = (frame.let(text) for text in made)
    most = amount.most * MOST * year
    if bounds:
        return numbers(least, greatest, scale, most, low_open=False, high_open=True, floor=True)
    return one(
        frame.let(f"(CASE WHEN {least} = {greatest} THEN {least} END)"), scale=scale, most=most, opens=True, floor=True
    )


def _times(amount: str, rate: str) -> str:
    """A product of what is never negative, in which an endless amount times nothing is nothing."""
    return f"CASE WHEN {rate} = 0 THEN 0 ELSE {amount} * {rate} END"


def _rates(frame: Frame, period: Choice) -> tuple[str, str]:
    """How much of a period's amount falls to a month, at least and at most, over `SCALE`."""
    raw = column(frame, vocabulary()["income"].properties["times"])
    exact = f"CAST({raw} AS DECIMAL(18, 2))"
    counted = among(period, ["day", "week"]).sql
    fits = frame.let(
        f"(CASE WHEN {raw} BETWEEN 0 AND {MOST_TIMES} THEN CAST({exact} AS DOUBLE) = {raw} ELSE {raw} IS NULL END)"
    )
    frame.leave(f"{counted} AND NOT {fits}")
    times = f"WHEN {counted} AND {raw} IS NOT NULL THEN CASE WHEN {fits} THEN CAST({exact} * {SCALE} AS BIGINT) END"
    month, year, term, week = (among(period, [each]).sql for each in ("month", "year", "term", "week"))
    told = (
        f"WHEN {month} THEN {literal(SCALE)} WHEN {year} THEN {literal(SCALE // MONTHS)} "
        f"WHEN {term} THEN {literal(SCALE * TERMS_IN_YEAR // MONTHS)} {times} "
        f"WHEN {week} THEN {literal(int(WEEKS_IN_MONTH * SCALE))}"
    )
    low = frame.let(f"(CASE {told} ELSE 0 END)")
    return low, frame.let(f"(CASE {told} ELSE {literal(LONGEST_MONTH * SCALE)} END)")


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


def _running(since: tuple[str, ...], until: str, day: int) -> str:
    """1 where the income surely runs, 0 where it surely does not, else 2."""
    first, last = since
    return f"(CASE WHEN {until} < {day} OR {first} > {day} THEN 0 WHEN {last} <= {day} THEN 1 ELSE 2 END)"


def _year(frame: Frame, begun: str, until: str, applied: str) -> str:
    """Days of the year before the application in which the income ran."""
    start = f"({applied} - {DAYS_IN_YEAR})"
    days = f"LEAST({until}, {applied}) - GREATEST({begun}, {start})"
    return frame.let(f"GREATEST(0, LEAST({days}, {DAYS_IN_YEAR}))")
