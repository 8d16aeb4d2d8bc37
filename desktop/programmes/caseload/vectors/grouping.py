"""Rows put together: aggregates of columns over the rows below each row."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from desktop.programmes.caseload.vectors import operators as op
from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.scopes import Rows, Step
from desktop.programmes.caseload.vectors.vector import Vector, Where

if TYPE_CHECKING:
    from desktop.programmes.caseload.vectors.vector import Array


class Groups:
    """To which row above each row below belongs.

    Args:
        owners: the place of the row above.
        count: how many rows are above.
    """

    def __init__(self, owners: Array, count: int) -> None:
        self.owners, self.count = owners, count

    @cached_property
    def sizes(self) -> Array:
        """How many rows are below each."""
        return np.bincount(self.owners, minlength=self.count).astype(np.int32)

    @cached_property
    def there(self) -> Where:
        """Whether a row is below each."""
        return v.tidied(self.sizes > 0)

    @cached_property
    def most(self) -> int:
        """How many rows are below one at most."""
        return int(self.sizes.max()) if self.count else 0

    @cached_property
    def _order(self) -> Array | None:
        """The rows below in the order of those above; None where they stand so."""
        in_order = (self.owners[1:] >= self.owners[:-1]).all()
        return None if in_order else np.argsort(self.owners, kind="stable")

    @cached_property
    def _starts(self) -> Array:
        """Where the rows of each that has any begin, in that order."""
        sizes = self.sizes[self.there] if isinstance(self.there, np.ndarray) else self.sizes
        return np.cumsum(sizes) - sizes

    def counted(self, marked: Where) -> Array:
        """How many rows below each are marked."""
        if isinstance(marked, bool):
            return self.sizes if marked else np.zeros(self.count, np.int32)
        return np.bincount(self.owners.take(np.flatnonzero(marked)), minlength=self.count).astype(np.int32)

    def any_of(self, marked: Where) -> Where:
        """Whether one below is marked."""
        if isinstance(marked, bool):
            return v.both(marked, self.there)
        found = np.zeros(self.count, np.bool_)
        found[self.owners.take(np.flatnonzero(marked))] = True
        return found

    def reduced(self, reckon: np.ufunc, values: Array, nothing: int) -> Array:
        """The rows below each put together two by two; `nothing` where there are none."""
        found = np.full(self.count, nothing, values.dtype)
        if len(values):
            ordered = values if self._order is None else values.take(self._order)
            made = reckon.reduceat(ordered, self._starts, dtype=values.dtype)
            if self.there is True:
                return np.asarray(made)
            found[self.there] = made
        return found


class Grouped(Rows):
    """Rows with the rows below each.

    Args:
        groups: which those are.
        below: what they are reckoned on.
    """

    def __init__(self, groups: Groups, below: Rows) -> None:
        super().__init__(groups.count)
        self._groups, self._below = groups, below

    def sizes(self) -> Vector:
        """How many rows are below each."""
        return Vector(self._groups.sizes, most=self._groups.most)

    def counted(self, item: Step) -> Vector:
        """How many rows below each have something known."""
        return Vector(self._groups.counted(item(self._below).known), most=self._groups.most)

    def decided(self, item: Step, *, any_of: bool) -> Vector:
        """BOOL_OR or BOOL_AND of the rows below each."""
        given = op.as_truth(item(self._below))
        found = self._groups.any_of(given.values if any_of else given.surely_not())
        there = self._groups.any_of(given.known)
        return v.truth(found if any_of else v.both(there, v.inverse(found)), there)

    def summed(self, item: Step) -> Vector:
        """SUM of the rows below each."""
        given, groups = item(self._below), self._groups
        most = given.most * max(1, groups.most)
        known = v.tidied(groups.any_of(given.known))
        if not isinstance(given.values, np.ndarray) and isinstance(given.known, bool):
            return Vector(v.fitted(groups.sizes, max(most, given.most)) * given.values, known, most, given.scale)
        cells = v.spread(given.values, self._below.count)
        if given.known is not True:
            cells = np.where(given.known, cells, cells.dtype.type(0))
        cells = v.spread(v.fitted(cells, most), self._below.count)
        return Vector(groups.reduced(np.add, cells, 0), known, most, given.scale)

    def extreme(self, item: Step, *, least: bool) -> Vector:
        """MIN or MAX of the rows below each."""
        given = item(self._below)
        cells = v.spread(given.values, self._below.count)
        known = v.tidied(self._groups.any_of(given.known))
        if given.known is not True:
            ends = np.iinfo(cells.dtype)
            cells = np.where(given.known, cells, cells.dtype.type(ends.max if least else ends.min))
        found = self._groups.reduced(np.minimum if least else np.maximum, cells, 0)
        return Vector(found, known, given.most, given.scale)
