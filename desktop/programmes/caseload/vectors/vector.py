"""Columns in memory with what is not known in them, and what SQL's operators make of them.

A yes or no that is not known stands as no under `known`, so that its values alone say where it surely holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa

    Array = npt.NDArray[Any]

ROOM = 2**62
"""What is reckoned in 64 bits stays below this."""


class BeyondVectorsError(Exception):
    """An expression or a number that these columns do not carry; a database reckons it."""


@dataclass(frozen=True, slots=True)
class Vector:
    """Values of rows, or one for all of them.

    Args:
        values: whole numbers, days since 1970, doubles, or yes and no.
        known: where a value is known; None where everywhere.
        scale: what the values must be divided by: 1 but for decimals.
    """

    values: Array
    known: Array | None = None
    scale: int = 1

    @property
    def is_truth(self) -> bool:
        """Whether it is a yes or no."""
        return self.values.dtype == np.bool_

    def surely(self) -> Array:
        """Where a yes or no holds."""
        return self.values if self.is_truth else self.values.astype(np.bool_)

    def surely_not(self) -> Array:
        """Where a yes or no fails."""
        return ~self.values if self.known is None else self.known & ~self.values

    def spread(self, rows: int) -> Vector:
        """The same with a value for each of so many rows."""
        values = np.broadcast_to(self.values, (rows,))
        return Vector(values, None if self.known is None else np.broadcast_to(self.known, (rows,)), self.scale)

    def take(self, at: Array, there: Array | None) -> Vector:
        """The values of the rows at some places; unknown where there is no place."""
        if not len(self.values):
            return NULL.spread(len(at))
        values = self.values[at]
        known = None if self.known is None else self.known[at]
        if there is None:
            return Vector(values, known, self.scale)
        known = there if known is None else known & there
        return Vector(values & known if self.is_truth else values, known, self.scale)


NULL = Vector(np.zeros((), np.int64), np.zeros((), np.bool_))
UNKNOWN_TRUTH = Vector(np.zeros((), np.bool_), np.zeros((), np.bool_))


def of_arrow(column: pa.ChunkedArray | pa.Array) -> Vector:
    """A column of Arrow's.

    Raises:
        BeyondVectorsError: for a list or a text.
    """
    import pyarrow as pa

    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if pa.types.is_date32(whole.type):
        whole = whole.view(pa.int32())
    kind = whole.type
    if not (pa.types.is_integer(kind) or pa.types.is_boolean(kind) or pa.types.is_floating(kind)):
        raise BeyondVectorsError(str(kind))
    if not whole.null_count:
        return Vector(whole.to_numpy(zero_copy_only=False))
    known = whole.is_valid().to_numpy(zero_copy_only=False)
    if pa.types.is_boolean(kind):
        return Vector(whole.fill_null(False).to_numpy(zero_copy_only=False), known)
    # What stands where nothing is known is never looked at, so it need not be written over.
    cells = np.frombuffer(whole.buffers()[1], kind.to_pandas_dtype())
    return Vector(cells[whole.offset : whole.offset + len(whole)], known)


def constant(value: int | bool | float) -> Vector:
    """The same value for every row."""
    return Vector(np.array(value))


def both_known(*vectors: Vector) -> Array | None:
    """Where all are known."""
    known: Array | None = None
    for each in vectors:
        if each.known is not None:
            known = each.known if known is None else known & each.known
    return known


def conjunction(items: Sequence[Vector]) -> Vector:
    """AND as Kleene's."""
    holds = items[0].surely()
    for each in items[1:]:
        holds = holds & each.surely()
    if all(each.known is None for each in items):
        return Vector(holds)
    fails = items[0].surely_not()
    for each in items[1:]:
        fails = fails | each.surely_not()
    return Vector(holds, holds | fails)


def disjunction(items: Sequence[Vector]) -> Vector:
    """OR as Kleene's."""
    holds = items[0].surely()
    for each in items[1:]:
        holds = holds | each.surely()
    if all(each.known is None for each in items):
        return Vector(holds)
    fails = items[0].surely_not()
    for each in items[1:]:
        fails = fails & each.surely_not()
    return Vector(holds, holds | fails)


def negation(item: Vector) -> Vector:
    """NOT."""
    return Vector(item.surely_not(), item.known)


def is_null(item: Vector) -> Vector:
    """IS NULL."""
    return Vector(np.zeros((), np.bool_)) if item.known is None else Vector(~item.known)


def compared(compare: Callable[[Array, Array], Array], a: Vector, b: Vector) -> Vector:
    """A comparison."""
    a, b = same_scale(a, b)
    known, found = both_known(a, b), compare(a.values, b.values)
    return Vector(found if known is None else found & known, known)


def same_scale(a: Vector, b: Vector) -> tuple[Vector, Vector]:
    """Both over one scale."""
    if a.scale == b.scale:
        return a, b
    if a.scale == 1:
        return Vector(wide(a.values) * b.scale, a.known, b.scale), b
    if b.scale == 1:
        return a, Vector(wide(b.values) * a.scale, b.known, a.scale)
    raise BeyondVectorsError("two decimals of different places")


def wide(values: Array) -> Array:
    """Whole numbers in 64 bits; doubles as they are."""
    return values if values.dtype in (np.int64, np.float64) else values.astype(np.int64)


def arithmetic(reckon: Callable[[Array, Array], Array], a: Vector, b: Vector) -> Vector:
    """A sum, a difference, a whole division."""
    a, b = same_scale(a, b)
    return Vector(reckon(wide(a.values), wide(b.values)), both_known(a, b), a.scale)


def product(a: Vector, b: Vector, *, guarded: bool) -> Vector:
    """A product; `guarded` where SQL has more than 64 bits for it.

    Raises:
        BeyondVectorsError: where 64 bits would not hold it.
    """
    x, y = wide(a.values), wide(b.values)
    if guarded and x.size and y.size and reach(x) * reach(y) >= ROOM:
        raise BeyondVectorsError("a product beyond 64 bits")
    return Vector(x * y, both_known(a, b), a.scale * b.scale)


def reach(values: Array) -> int:
    """How far from zero the values lie at most."""
    return max(abs(int(values.max())), abs(int(values.min()))) if values.size else 0


def first_known(items: Sequence[Vector]) -> Vector:
    """COALESCE."""
    found = items[-1]
    for each in reversed(items[:-1]):
        if each.known is None:
            found = each
            continue
        values = np.where(each.known, each.values, found.values)
        found = Vector(values, None if found.known is None else each.known | found.known, each.scale)
    return found


def outermost(choose: Callable[[Array, Array], Array], items: Sequence[Vector]) -> Vector:
    """LEAST or GREATEST, which pass over what is not known."""
    found = Vector(wide(items[0].values), items[0].known, items[0].scale)
    for each in items[1:]:
        found, other = same_scale(found, Vector(wide(each.values), each.known, each.scale))
        values = choose(found.values, other.values)
        known: Array | None = None
        if other.known is not None:
            values = np.where(other.known, values, found.values)
        if found.known is not None:
            values = np.where(found.known, values, other.values)
        if found.known is not None and other.known is not None:
            known = found.known | other.known
        found = Vector(values, known, found.scale)
    return found


def chosen(arms: Sequence[tuple[Array, Vector]], otherwise: Vector) -> Vector:
    """CASE: the value of the first arm whose condition surely holds, else `otherwise`."""
    found = otherwise
    truth = any(value.is_truth for _, value in arms) or otherwise.is_truth
    if truth and not found.is_truth:
        found = _as_truth(found)
    for holds, given in reversed(arms):
        value = _as_truth(given) if truth else given
        value, found = _alike(*same_scale(value, found))
        values = np.where(holds, value.values, found.values)
        known: Array | None = None
        if value.known is not None or found.known is not None:
            yes = np.ones((), np.bool_)
            known = np.where(
                holds, yes if value.known is None else value.known, yes if found.known is None else found.known
            )
        found = Vector(values, known, found.scale)
    return found


def _alike(a: Vector, b: Vector) -> tuple[Vector, Vector]:
    """A whole number for all rows in as few bits as the column that it stands beside."""
    for one, other in ((a, b), (b, a)):
        kind = other.values.dtype
        if not one.values.ndim and other.values.ndim and kind.kind == "i" and one.values.dtype.kind == "i":
            reach = np.iinfo(kind)
            if reach.min <= int(one.values) <= reach.max:
                narrow = Vector(one.values.astype(kind), one.known, one.scale)
                return (narrow, b) if one is a else (a, narrow)
    return a, b


def _as_truth(value: Vector) -> Vector:
    if value.is_truth:
        return value
    if value.known is not None and not value.known.any():
        return Vector(np.zeros(value.values.shape, np.bool_), value.known)
    raise BeyondVectorsError("a number among yes and no")
