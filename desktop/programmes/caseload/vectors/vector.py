"""Columns in memory with what is not known in them.

What is the same for every row is one Python number, so that nothing is reckoned twice and nothing is written down.
A yes or no that is not known stands as no under `known`, so that its values alone say where it surely holds. Every
whole number comes with how far from zero it may lie: it is kept in as few bits as hold that, and refused beyond 64.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Array = npt.NDArray[Any]

Cells: TypeAlias = Any
"""An array with a cell for each row, or one number of Python's, or yes or no, for all of them."""
Where: TypeAlias = Any
"""An array of yes and no for each row, or one for all of them."""

_KINDS = tuple((2 ** (bits - 1), np.dtype(f"int{bits}")) for bits in (8, 16, 32, 64))


class BeyondVectorsError(Exception):
    """An expression or a number that these columns do not carry; a database reckons it."""


class TooLargeError(BeyondVectorsError):
    """A number of some row that 64 bits do not hold; other rows are not concerned."""


@dataclass(slots=True)
class Vector:
    """Values of rows, or one for all of them.

    Args:
        values: whole numbers, days since 1970, doubles, or yes and no. Where nothing is known they mean nothing.
        known: where a value is known; `True` where everywhere, `False` where nowhere.
        most: no whole number that is known lies farther from zero.
        scale: what the values must be divided by: 1 but for decimals.
    """

    values: Cells
    known: Where = True
    most: int = 0
    scale: int = 1

    @property
    def is_truth(self) -> bool:
        """Whether it is a yes or no."""
        values = self.values
        return values.dtype.kind == "b" if isinstance(values, np.ndarray) else isinstance(values, bool)

    def surely_not(self) -> Where:
        """Where a yes or no fails."""
        return both(self.known, inverse(self.values))

    def take(self, at: Array, there: Where) -> Vector:
        """The values of the rows at some places, unknown where there is no place; any number does there."""
        values, known = self.values, self.known
        if any(isinstance(each, np.ndarray) and not len(each) for each in (values, known)):
            return NULL
        if isinstance(values, np.ndarray):
            values = values.take(at, mode="clip")
        known = both(known.take(at, mode="clip") if isinstance(known, np.ndarray) else known, there)
        return Vector(both(values, known) if self.is_truth else values, known, self.most, self.scale)

    def cells(self, rows: int) -> Array:
        """The values, one for each of so many rows."""
        return spread(self.values, rows)

    def there(self, rows: int) -> Array:
        """Whether it is known, for each of so many rows."""
        return spread(self.known, rows)


def truth(values: Where, known: Where = True) -> Vector:
    """A yes or no whose values say no where it is not known."""
    return Vector(values, tidied(known))


def constant(value: int | bool | float) -> Vector:
    """The same value for every row."""
    return Vector(value, most=abs(value) if isinstance(value, int) else 0)


def counts(values: Array, most: int | None = None) -> Vector:
    """Whole numbers that are all known."""
    return Vector(values, most=reach(values) if most is None else most)


NULL = Vector(0, known=False)
UNKNOWN_TRUTH = Vector(False, known=False)


def both(a: Where, b: Where) -> Where:
    """AND of what is settled."""
    if a is True or b is False:
        return b
    if b is True or a is False:
        return a
    return a & b


def either(a: Where, b: Where) -> Where:
    """OR of what is settled."""
    if a is False or b is True:
        return b
    if b is False or a is True:
        return a
    return a | b


def inverse(a: Where) -> Where:
    """NOT of what is settled."""
    return (not a) if isinstance(a, bool) else ~a


def picked(where: Where, a: Where, b: Where) -> Where:
    """Yes and no of `a` where it is said, else of `b`."""
    return a if a is b else either(both(where, a), both(inverse(where), b))


def tidied(where: Where) -> Where:
    """The same, as one answer if it is yes everywhere."""
    return True if where is not True and where is not False and where.all() else where


def spread(cells: Cells, rows: int) -> Array:
    """One for each of so many rows."""
    found: Array = cells if isinstance(cells, np.ndarray) else np.full(rows, cells)
    return found


def reach(values: Array) -> int:
    """How far from zero the values lie at most."""
    return max(abs(int(values.max())), abs(int(values.min()))) if values.size else 0


def room(most: int) -> np.dtype[Any]:
    """The fewest bits for whole numbers no farther from zero than that.

    Raises:
        TooLargeError: where 64 bits do not hold them.
    """
    for beyond, kind in _KINDS:
        if most < beyond:
            return kind
    raise TooLargeError(f"whole numbers of up to {most}")


def fitted(values: Cells, most: int) -> Cells:
    """Whole numbers in bits that hold what is made of them; doubles, and one number for all rows, as they are."""
    kind = room(most)
    if not isinstance(values, np.ndarray) or values.dtype.kind == "f" or values.dtype.itemsize >= kind.itemsize:
        return values
    return values.astype(kind)


def whole_numbers(values: Array, known: Where = True) -> Vector:
    """Whole numbers as they come, in as few bits as hold those that are known."""
    most = reach(values)
    if most >= _KINDS[2][0] and known is not True:
        values = np.where(known, values, 0)
        most = reach(values)
    kind = room(most)
    return Vector(values if values.dtype.itemsize <= max(4, kind.itemsize) else values.astype(np.int32), known, most)
