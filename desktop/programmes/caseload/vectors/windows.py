"""Windows: what is made of the rows that stand beside a row, in one order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.grouping import Grouped, Groups
from desktop.programmes.caseload.vectors.scopes import Rows, Step
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, Vector

if TYPE_CHECKING:
    from desktop.programmes.caseload.vectors.vector import Array

_APART = 2**31
"""How far from zero a value may be for the segments of a running greatest to stand apart."""
_PACKED = 2**62
"""How many different rows of keys are packed into one number, by which it is quicker to sort."""


class Beside:
    """Rows in segments, in the order of a window.

    Args:
        rows: which.
        parts: what the rows of a segment have alike.
        keys: what they are ordered by: the value, whether falling, whether what is not known comes first.
    """

    def __init__(self, rows: Rows, parts: Sequence[Step], keys: Sequence[tuple[Step, bool, bool]]) -> None:
        self._rows, count = rows, rows.count
        apart = [part(rows).cells(count) for part in parts]
        order = [each for key in keys for each in _ordered(key, rows)]
        self._order = _sorted([*apart, *order], count)
        begins = np.ones(count, np.bool_)
        if count:
            begins[1:] = np.any([part[self._order][1:] != part[self._order][:-1] for part in apart], axis=0)
        self._segment, self._starts = np.cumsum(begins) - 1, np.flatnonzero(begins)

    def numbered(self) -> Vector:
        """The place of each row in its segment, from 1."""
        return self._spread(np.arange(self._rows.count) - self._starts[self._segment] + 1, None, self._rows.count)

    def whole(self, aggregate: Step) -> Vector:
        """An aggregate of the whole segment."""
        segment = np.empty(self._rows.count, np.intp)
        segment[self._order] = self._segment
        return aggregate(Grouped(Groups(segment, len(self._starts)), self._rows)).take(segment, True)

    def before(self, item: Step, *, summed: bool) -> Vector:
        """The sum, or the greatest, of the rows before each in its segment; not known before the first known one."""
        given, count = item(self._rows), self._rows.count
        if given.scale != 1:
            raise BeyondVectorsError("a running window of decimals")
        values, known = given.cells(count)[self._order].astype(np.int64), given.there(count)[self._order]
        return self._sums(values, known, given.most) if summed else self._greatest(values, known, given.most)

    def _sums(self, values: Array, known: Array, most: int) -> Vector:
        v.room(most * max(1, len(values)))
        values = np.where(known, values, 0)
        before, seen = np.cumsum(values) - values, np.cumsum(known) - known
        there = seen - seen[self._starts][self._segment] > 0
        return self._spread(before - before[self._starts][self._segment], there, most * max(1, len(values)))

    def _greatest(self, values: Array, known: Array, most: int) -> Vector:
        if most >= _APART:
            raise BeyondVectorsError("a running greatest of large numbers")
        apart = self._segment * (4 * _APART)
        running = np.maximum.accumulate(np.where(known, values, -_APART) + apart)
        before = np.empty_like(running)
        before[:1] = -_APART
        before[1:] = running[:-1]
        found = before - apart
        return self._spread(found, found > -_APART, most)

    def _spread(self, found: Array, there: Array | None, most: int) -> Vector:
        """What was found in the order of the window, for each row where it stands."""
        values = np.empty_like(found)
        values[self._order] = found
        if there is None:
            return Vector(values, most=most)
        known = np.empty_like(there)
        known[self._order] = there
        return Vector(values, v.tidied(known), most)


def _sorted(keys: Sequence[Array], count: int) -> Array:
    """The rows by the first key, then by the next."""
    different = [key for at, key in enumerate(keys) if not any(np.array_equal(key, other) for other in keys[:at])]
    packed, reach = np.zeros(count, np.int64), 1
    for key in different:
        low, high = (int(key.min()), int(key.max())) if count else (0, 0)
        reach *= high - low + 1
        if reach >= _PACKED:
            return np.lexsort(list(reversed(keys)))
        packed = packed * (high - low + 1) + (key.astype(np.int64) - low)
    return np.argsort(packed, kind="stable")


def _ordered(key: tuple[Step, bool, bool], rows: Rows) -> list[Array]:
    """What is not known last, as DuckDB orders, or first where it is said; then by the values."""
    step, falling, lost_first = key
    given = step(rows)
    values, known = given.cells(rows.count), given.known
    if known is not True and not given.is_truth:
        values = np.where(known, values, 0)
    ordered = -values.astype(np.int64) if falling else values
    return [ordered] if known is True else [given.there(rows.count) == lost_first, ordered]
