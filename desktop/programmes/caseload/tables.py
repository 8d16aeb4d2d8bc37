"""LOOKUP in SQL: a row of a table of the pack, or all rows that an open key may mean."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from desktop.programmes.caseload.arithmetic import numbers, one
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import (
    NOTHING,
    Choice,
    Compiled,
    Constant,
    NotCompiled,
    literal,
    numbers_of,
)
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.possibilities import Bounds, Codes, Number
from desktop.programmes.language.scope import Table

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program


def looked_up(program: Program, table: Table, key: Compiled, frame: Frame) -> Compiled:
    """The cell of a key."""
    if isinstance(key, Choice) or (isinstance(key, Constant) and isinstance(key.value, Codes)):
        raise NotCompiled("LOOKUP by a code")
    shaped = numbers_of(key, bounds=program.bounds)
    rows = sorted(row for row in table.rows if isinstance(row, int))
    cells = [table.rows[row] for row in rows]
    beyond = p.ANY_NUMBER if table.beyond is None else table.beyond
    ends = [end for cell in (*cells, beyond) for end in (cell.low, cell.high) if not math.isinf(end)]
    scale = math.lcm(*(Fraction(end).denominator for end in ends))
    most = max(int(abs(Fraction(end)) * scale) for end in ends)

    def of(end: Number) -> str:
        return NOTHING if math.isinf(end) else literal(int(Fraction(end) * scale))

    low, high = frame.let(shaped.low), frame.let(shaped.high)
    places = [row * shaped.scale for row in rows]
    below, above = f"{low} < {places[0]}", f"{high} > {places[-1]}"
    if shaped.single:
        return _single(program, (low, below, above), places, cells, beyond, of, scale, most, shaped.open)
    if table.beyond is None:
        outside = f"{below} OR {above} OR {low} IS NULL OR {high} IS NULL"
        arms = [_within(low, high, places, [of(cell.low) for cell in cells]), _within(low, high, places, [of(cell.high) for cell in cells])]
    else:
        outside = f"{below} OR {low} IS NULL"
        past = f"COALESCE({above}, TRUE)"
        arms = [
            _within(low, high, places, [of(cell.low) for cell in cells], (past, of(beyond.low))),
            _within(low, high, places, [of(cell.high) for cell in cells], (past, of(beyond.high))),
        ]
    lows, highs = arms
    empty = f"COALESCE({', '.join(lows)}) IS NULL" if not math.isinf(beyond.low) else "FALSE"
    low_text = f"(CASE WHEN {outside} OR {empty} THEN NULL ELSE LEAST({', '.join(lows)}) END)"
    endless = f"COALESCE({above}, TRUE)" if math.isinf(beyond.high) else "FALSE"
    high_text = f"(CASE WHEN {outside} OR {endless} THEN NULL ELSE GREATEST({', '.join(highs)}) END)"
    return numbers(frame.let(low_text), frame.let(high_text), scale, most, low_open=True, high_open=True)


def _within(
    low: str, high: str, places: list[int], cells: list[str], beyond: tuple[str, str] | None = None
) -> list[str]:
    """The cells that the key may mean, NULL for the others, which LEAST and GREATEST pass over."""
    found = [
        f"CASE WHEN {low} <= {at} AND COALESCE({high} >= {at}, TRUE) THEN {cell} END"
        for at, cell in zip(places, cells, strict=True)
    ]
    return [*found, f"CASE WHEN {beyond[0]} THEN {beyond[1]} END"] if beyond is not None else found


def _single(  # type: ignore[no-untyped-def]
    program: Program, key: tuple[str, str, str], places: list[int], cells: list[Bounds], beyond: Bounds, of, scale: int,
    most: int, opens: bool,
) -> Compiled:
    column, below, above = key
    ends = []
    for low in (True, False):
        arms = " ".join(
            f"WHEN {column} = {at} THEN {of(cell.low if low else cell.high)}" for at, cell in zip(places, cells, strict=True)
        )
        past = of(beyond.low if low else beyond.high)
        ends.append(f"(CASE WHEN {column} IS NULL OR {below} THEN NULL {arms} WHEN {above} THEN {past} END)")
    if not program.bounds:
        text = ends[0] if beyond.known else ends[0].replace(f"THEN {of(beyond.low)} END)", f"THEN {NOTHING} END)")
        return one(text, scale=scale, most=most, open=True)
    return numbers(ends[0], ends[1], scale, most, low_open=True, high_open=True)
