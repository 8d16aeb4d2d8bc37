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
    choice_of,
    common_domain,
    literal,
    numbers_of,
)
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.possibilities import Bounds, Codes, Number
from desktop.programmes.language.scope import Table

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program


class _Cells:
    """The cells of a table over one scale; `beyond` may be anything where the pack says nothing of it."""

    def __init__(self, table: Table) -> None:
        self.beyond = p.ANY_NUMBER if table.beyond is None else table.beyond
        ends = [end for cell in (*table.rows.values(), self.beyond) for end in (cell.low, cell.high)]
        finite = [Fraction(end) for end in ends if not math.isinf(end)]
        self.scale = math.lcm(*(end.denominator for end in finite))
        self.most = max(int(abs(end) * self.scale) for end in finite)
        self.floor = all(not math.isinf(end) and end >= 0 for end in (cell.low for cell in table.rows.values()))

    def of(self, end: Number) -> str:
        """An end of a cell; NULL for an infinity."""
        return NOTHING if math.isinf(end) else literal(int(Fraction(end) * self.scale))


def looked_up(program: Program, table: Table, key: Compiled, frame: Frame) -> Compiled:
    """The cell of a key, or all cells that an open key may mean."""
    cells = _Cells(table)
    if isinstance(key, Choice) or (isinstance(key, Constant) and isinstance(key.value, Codes)):
        return _by_code(program, table, key, frame, cells)
    shaped = numbers_of(key, bounds=program.bounds)
    rows = sorted(row for row in table.rows if isinstance(row, int))
    low, high = frame.let(shaped.low), frame.let(shaped.high)
    places = [row * shaped.scale for row in rows]
    below, above = f"{low} < {places[0]}", f"{high} > {places[-1]}"
    listed = [
        (f"{low} <= {at} AND COALESCE({high} >= {at}, TRUE)", table.rows[row])
        for at, row in zip(places, rows, strict=True)
    ]
    if shaped.single:
        arms = [(f"{low} = {at}", table.rows[row]) for at, row in zip(places, rows, strict=True)]
        return _only_cell(program, frame, cells, [*arms, (above, cells.beyond)])
    return _cell(program, frame, cells, listed, nowhere=f"COALESCE({below}, TRUE)", beyond=f"COALESCE({above}, TRUE)")


def _by_code(program: Program, table: Table, key: Compiled, frame: Frame, cells: _Cells) -> Compiled:
    choice = choice_of(key, common_domain((key,)), bounds=program.bounds)
    mask = frame.let(choice.sql)
    named = [row for row in table.rows if isinstance(row, str) and row in choice.domain]
    listed = [(f"({mask} & {choice.bits((row,))}) <> 0", table.rows[row]) for row in named]
    others = ((1 << len(choice.domain)) - 1) & ~choice.bits(named)
    return _cell(program, frame, cells, listed, nowhere=f"{mask} IS NULL", beyond=f"({mask} & {others}) <> 0")


def _only_cell(program: Program, frame: Frame, cells: _Cells, arms: list[tuple[str, Bounds]]) -> Compiled:
    """The cell of a key that is one or not known; anything where there is none."""

    def end(low: bool) -> str:
        told = [f"WHEN {where} THEN {cells.of(cell.low if low else cell.high)}" for where, cell in arms]
        return frame.let(f"(CASE {' '.join(told)} END)")

    if program.bounds:
        return numbers(end(low=True), end(low=False), cells.scale, cells.most, low_open=True, high_open=True)
    surely = [f"WHEN {where} THEN {cells.of(cell.low)}" for where, cell in arms if cell.known]
    text = f"(CASE {' '.join(surely)} END)" if surely else NOTHING
    return one(frame.let(text), scale=cells.scale, most=cells.most, opens=True, floor=cells.floor)


def _cell(
    program: Program, frame: Frame, cells: _Cells, listed: list[tuple[str, Bounds]], *, nowhere: str, beyond: str
) -> Compiled:
    """The least and the greatest of the cells that the key may mean; anything where it may mean none."""
    parts = [*listed, (beyond, cells.beyond)]
    lows = [f"CASE WHEN {where} THEN {cells.of(cell.low)} END" for where, cell in parts]
    highs = [f"CASE WHEN {where} THEN {cells.of(cell.high)} END" for where, cell in parts]
    some = " OR ".join(f"({where})" for where, _ in parts)
    lost = [f"WHEN {nowhere} THEN NULL"]
    low_lost, high_lost = (
        [*lost, f"WHEN {beyond} THEN NULL"] if math.isinf(end) else lost
        for end in (cells.beyond.low, cells.beyond.high)
    )
    low = f"(CASE {' '.join(low_lost)} WHEN {some} THEN LEAST({', '.join(lows)}) END)"
    high = f"(CASE {' '.join(high_lost)} WHEN {some} THEN GREATEST({', '.join(highs)}) END)"
    low, high = frame.let(low), frame.let(high)
    if program.bounds:
        return numbers(low, high, cells.scale, cells.most, low_open=True, high_open=True)
    text = (
        low
        if cells.beyond.known and all(cell.known for _, cell in listed)
        else f"(CASE WHEN {low} = {high} THEN {low} END)"
    )
    return one(text, scale=cells.scale, most=cells.most, opens=True, floor=cells.floor)
