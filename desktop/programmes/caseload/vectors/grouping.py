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


_FEW = 8
"""Where one row in so many is marked, the owners of the marked ones are gone through rather than all rows."""


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
        if not self._in_order:
            return np.bincount(self.owners, minlength=self.count).astype(np.int32)
        return self._put(np.diff(self._runs).astype(np.int32))

    @cached_property
    def there(self) -> Where:
        """Whether a row is below each."""
        return v.tidied(self.sizes > 0)

    @cached_property
    def most(self) -> int:
        """How many rows are below one at most."""
        return int(self.sizes.max()) if self.count else 0

    @cached_property
    def _in_order(self) -> bool:
        return bool((self.owners[1:] >= self.owners[:-1]).all())

    @cached_property
    def _order(self) -> Array | None:
        """The rows below in the order of those above; None where they stand so."""
        return None if self._in_order else np.argsort(self.owners, kind="stable")

    @cached_property
    def _runs(self) -> Array:
        """Where the rows of each that has any begin in that order, and at last where all end."""
        owners, count = self._owners_in_order, len(self.owners)
        begins = np.flatnonzero(owners[1:] != owners[:-1]) + 1
        return np.concatenate((np.zeros(min(1, count), np.intp), begins, [count]))

    @cached_property
    def _owners_in_order(self) -> Array:
        return self.owners if self._order is None else self.owners.take(self._order)

    def _put(self, found: Array) -> Array:
        """What was found of each that has rows below; nought for the others."""
        if len(found) == self.count:
            return found
        every = np.zeros(self.count, found.dtype)
        every[self._owners_in_order.take(self._runs[:-1])] = found
        return every

    @cached_property
    def firsts(self) -> Array:
        """Where the rows below each begin, in the order of those above."""
        return np.cumsum(self.sizes) - self.sizes

    def ordered(self, places: Array) -> Array:
        """Which rows below stand at some places of that order."""
        return places if self._order is None else self._order.take(places)

    def summed(self, values: Array) -> Array:
        """The sum of the rows below each, which must have room in the bits of the values."""
        ordered = values if self._order is None else values.take(self._order)
        # What runs over in the sum of all rows falls out again in the difference of two.
        running = np.zeros(len(ordered) + 1, ordered.dtype)
        np.cumsum(ordered, dtype=ordered.dtype, out=running[1:])
        return self._put(np.diff(running.take(self._runs)))

    def counted(self, marked: Where) -> Array:
        """How many rows below each are marked."""
        if isinstance(marked, bool):
            return self.sizes if marked else np.zeros(self.count, np.int32)
        if self._in_order:
            return self.summed(marked.astype(np.int32))
        return np.bincount(self.owners.take(np.flatnonzero(marked)), minlength=self.count).astype(np.int32)

    def any_of(self, marked: Where) -> Where:
        """Whether one below is marked."""
        if isinstance(marked, bool):
            return v.both(marked, self.there)
        if np.count_nonzero(marked) * _FEW > len(marked) and self._in_order:
            return self.counted(marked) > 0
        found = np.zeros(self.count, np.bool_)
        found[self.owners.take(np.flatnonzero(marked))] = True
        return found

    def extreme(self, values: Array, *, least: bool) -> Array:
        """The least or the greatest below each; nought where there is none."""
        if not len(values):
            return np.zeros(self.count, values.dtype)
        ordered = values if self._order is None else values.take(self._order)
        return self._put((np.minimum if least else np.maximum).reduceat(ordered, self._runs[:-1]))


class NoneBelow(Rows):
    """A row with no row below; what is found of it is known from the aggregates alone."""

    def sizes(self) -> Vector:
        """None."""
        return v.constant(0)

    def counted(self, _item: Step) -> Vector:
        """None."""
        return v.constant(0)

    def decided(self, _item: Step, *, any_of: bool) -> Vector:
        """No for any of them, yes for all."""
        return v.constant(not any_of)

    def summed(self, _item: Step) -> Vector:
        """Nothing."""
        return v.constant(0)


class Grouped(Rows):
    """Rows with the rows below each. Where there is none, it is as `NoneBelow` or means nothing.

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
        there = self._any_known(given)
        return v.truth(found if any_of else v.both(there, v.inverse(found)), there)

    def _any_known(self, given: Vector) -> Where:
        """Whether something is known below each; where nothing is below, any answer does."""
        return given.known if isinstance(given.known, bool) else v.tidied(self._groups.any_of(given.known))

    def summed(self, item: Step) -> Vector:
        """SUM of the rows below each."""
        given, groups = item(self._below), self._groups
        most = given.most * max(1, groups.most)
        known = self._any_known(given)
        if not isinstance(given.values, np.ndarray) and isinstance(given.known, bool):
            return Vector(v.fitted(groups.sizes, max(most, given.most)) * given.values, known, most, given.scale)
        cells = v.spread(given.values, self._below.count)
        if given.known is not True:
            cells = cells * given.known
        cells = v.spread(v.fitted(cells, most), self._below.count)
        return Vector(groups.summed(cells), known, most, given.scale)

    def extreme(self, item: Step, *, least: bool) -> Vector:
        """MIN or MAX of the rows below each."""
        given = item(self._below)
        cells = v.spread(given.values, self._below.count)
        known = self._any_known(given)
        if given.known is not True:
            ends = np.iinfo(cells.dtype)
            cells = np.where(given.known, cells, cells.dtype.type(ends.max if least else ends.min))
        return Vector(self._groups.extreme(cells, least=least), known, given.most, given.scale)
