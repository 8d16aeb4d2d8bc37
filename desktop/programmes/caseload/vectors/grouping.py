"""Rows put together: aggregates over the rows below, and windows over those beside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from sqlglot import exp

from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.reading_sql import Expressions, Named
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, Vector

if TYPE_CHECKING:
    from desktop.programmes.caseload.vectors.vector import Array

_EXACT = 2**53
"""Doubles count to this one by one."""
_APART = 2**31
"""How far from zero a value may be for the segments of a running greatest to stand apart."""


@dataclass
class Groups:
    """To which row above each row below belongs.

    Args:
        owners: the place of the row above.
        count: how many rows are above.
    """

    owners: Array
    count: int

    @cached_property
    def sizes(self) -> Array:
        """How many rows are below each."""
        return np.bincount(self.owners, minlength=self.count)

    @cached_property
    def _sorted(self) -> bool:
        return bool((self.owners[1:] >= self.owners[:-1]).all())

    @cached_property
    def _starts(self) -> Array:
        if not len(self.owners):
            return np.zeros(0, np.int64)
        return np.concatenate(([0], np.flatnonzero(self.owners[1:] != self.owners[:-1]) + 1))

    def counted(self, marked: Array) -> Array:
        """How many rows below each are marked."""
        return np.bincount(self.owners[marked], minlength=self.count)

    def any_of(self, marked: Array) -> Array:
        """Whether one below is marked."""
        found = np.zeros(self.count, np.bool_)
        found[self.owners[marked]] = True
        return found

    def summed(self, values: Array) -> Array:
        """The sum of what is below each."""
        found = np.zeros(self.count, np.int64)
        if not len(values):
            return found
        if self._sorted:
            found[self.owners[self._starts]] = np.add.reduceat(v.wide(values), self._starts)
        elif v.reach(values) * len(values) < _EXACT:
            found[:] = np.bincount(self.owners, weights=values, minlength=self.count).astype(np.int64)
        else:
            np.add.at(found, self.owners, v.wide(values))
        return found

    def extreme(self, values: Array, known: Array | None, *, least: bool) -> Vector:
        """The least or the greatest of what is known below each."""
        beyond = np.iinfo(np.int64).max if least else np.iinfo(np.int64).min
        given = v.wide(values) if known is None else np.where(known, v.wide(values), beyond)
        found = np.full(self.count, beyond)
        (np.minimum if least else np.maximum).at(found, self.owners, given)
        there = self.sizes > 0 if known is None else self.any_of(known)
        return Vector(np.where(there, found, 0), there)


class Aggregates:
    """An aggregate of columns below, as columns above."""

    def __init__(self, groups: Groups, below: Expressions) -> None:
        self._groups, self._below = groups, below
        self._rows = len(groups.owners)

    def of(self, sql: str) -> Vector:
        """The value for each row above."""
        return Expressions(_nothing, self._aggregate).of(sql)

    def _aggregate(self, node: exp.Expr) -> Vector | None:
        groups = self._groups
        match node:
            case exp.Count() if isinstance(node.this, exp.Star):
                return Vector(groups.sizes)
            case exp.Count():
                known = self._given(node).known
                return Vector(groups.sizes if known is None else groups.counted(known))
            case exp.LogicalOr() | exp.LogicalAnd():
                return self._settled(self._given(node), any_of=isinstance(node, exp.LogicalOr))
            case exp.Sum():
                given = self._given(node)
                if given.known is None:
                    return Vector(groups.summed(given.values), groups.sizes > 0, given.scale)
                found = groups.summed(np.where(given.known, given.values, 0))
                return Vector(found, groups.any_of(given.known), given.scale)
            case exp.Min() | exp.Max():
                given = self._given(node)
                return groups.extreme(given.values, given.known, least=isinstance(node, exp.Min))
        return None

    def _given(self, node: exp.Expr) -> Vector:
        return self._below.value(node.this).spread(self._rows)

    def _settled(self, given: Vector, *, any_of: bool) -> Vector:
        groups = self._groups
        marked = given.surely() if any_of else given.surely_not()
        found = groups.any_of(marked)
        there = groups.sizes > 0 if given.known is None else groups.any_of(given.known)
        return Vector(found if any_of else there & ~found, there)


def _nothing(name: str) -> Vector:
    raise BeyondVectorsError(f"{name} outside of an aggregate")


class Windows:
    """Windows over the rows of one frame."""

    def __init__(self, named: Named, rows: int) -> None:
        self._rows = rows
        self._own = Expressions(named, self.window)

    def of(self, sql: str) -> Vector:
        """The value of an expression of the same row, which may look at rows beside it."""
        return self._own.of(sql)

    def window(self, node: exp.Expr) -> Vector | None:
        """The value of a window; None for anything else."""
        if not isinstance(node, exp.Window):
            return None
        parts = [self._own.value(each).spread(self._rows).values for each in node.args["partition_by"]]
        ordered = node.args.get("order")
        keys = [] if ordered is None else [self._order(each) for each in ordered.expressions]
        flat = [key for key_pair in keys for key in key_pair]
        order = np.lexsort([*reversed(flat), *reversed(parts)])
        begins = np.ones(self._rows, np.bool_)
        if self._rows:
            begins[1:] = np.any([part[order][1:] != part[order][:-1] for part in parts], axis=0)
        segment = np.cumsum(begins) - 1
        return self._spread(node, order, segment, np.flatnonzero(begins))

    def _spread(self, node: exp.Window, order: Array, segment: Array, starts: Array) -> Vector:
        inner, running = node.this, node.args.get("spec")
        if isinstance(inner, exp.RowNumber):
            found = Vector(np.arange(self._rows) - starts[segment] + 1)
        elif isinstance(inner, (exp.LogicalOr, exp.LogicalAnd)) and running is None and not node.args.get("order"):
            back = np.empty(self._rows, np.int64)
            back[order] = segment
            groups = Groups(back, len(starts))
            whole = Aggregates(groups, self._own).of(inner.sql(dialect="duckdb"))
            return whole.take(back, None)
        elif running is not None and _all_before(running) and isinstance(inner, (exp.Sum, exp.Max)):
            given = self._own.value(inner.this).spread(self._rows).take(order, None)
            found = _sums_before(given, segment, starts) if isinstance(inner, exp.Sum) else _most_before(given, segment)
        else:
            raise BeyondVectorsError(node.sql(dialect="duckdb")[:80])
        values = np.empty_like(found.values)
        values[order] = found.values
        known = None
        if found.known is not None:
            known = np.empty_like(found.known)
            known[order] = found.known
        return Vector(values, known)

    def _order(self, node: exp.Expr) -> tuple[Array, Array]:
        """What is not known last, as DuckDB orders, or first where it is said; then by the values."""
        given = self._own.value(node.this).spread(self._rows)
        values = v.wide(given.values)
        lost = np.zeros(self._rows, np.bool_) if given.known is None else ~given.known
        return (~lost if node.args.get("nulls_first") else lost), (-values if node.args.get("desc") else values)


def _all_before(spec: exp.Expr) -> bool:
    said = spec.args
    start, end = said.get("start"), said.get("end")
    return start == "UNBOUNDED" and str(end) == "1" and said.get("end_side") == "PRECEDING"


def _sums_before(given: Vector, segment: Array, starts: Array) -> Vector:
    """The sum of the rows before each in its segment; not known before the first known one."""
    values = v.wide(given.values) if given.known is None else np.where(given.known, v.wide(given.values), 0)
    before = np.cumsum(values) - values
    counted = np.ones(len(values), np.int64) if given.known is None else given.known.astype(np.int64)
    seen = np.cumsum(counted) - counted
    return Vector(before - before[starts][segment], seen - seen[starts][segment] > 0)


def _most_before(given: Vector, segment: Array) -> Vector:
    """The greatest of the rows before each in its segment."""
    if v.reach(given.values) >= _APART:
        raise BeyondVectorsError("a running greatest of large numbers")
    values = v.wide(given.values) if given.known is None else np.where(given.known, v.wide(given.values), -_APART)
    apart = segment * (4 * _APART)
    running = np.maximum.accumulate(values + apart)
    before = np.empty_like(running)
    before[:1] = -_APART
    before[1:] = running[:-1]
    found = before - apart
    there = found > -_APART
    return Vector(np.where(there, found, 0), there)
