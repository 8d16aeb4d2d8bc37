"""What SQL's operators make of columns in memory."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.programmes.caseload.vectors.vector import (
    UNKNOWN_TRUTH,
    BeyondVectorsError,
    Cells,
    Vector,
    Where,
    both,
    either,
    fitted,
    inverse,
    picked,
    room,
    tidied,
    truth,
)

if TYPE_CHECKING:
    pass

Reckon = Callable[[Any, Any], Any]


def as_truth(given: Vector) -> Vector:
    """A yes or no, or the NULL that stands for one.

    Raises:
        BeyondVectorsError: for a number.
    """
    if given.is_truth:
        return given
    if given.known is False or (given.known is not True and not given.known.any()):
        return UNKNOWN_TRUTH
    raise BeyondVectorsError("a number for a yes or no")


def conjunction(items: Sequence[Vector]) -> Vector:
    """AND as Kleene's."""
    items = [as_truth(each) for each in items]
    holds: Where = True
    for each in items:
        holds = both(holds, each.values)
    if all(each.known is True for each in items):
        return Vector(holds)
    fails: Where = False
    for each in items:
        fails = either(fails, each.surely_not())
    return truth(holds, either(holds, fails))


def disjunction(items: Sequence[Vector]) -> Vector:
    """OR as Kleene's."""
    items = [as_truth(each) for each in items]
    holds: Where = False
    for each in items:
        holds = either(holds, each.values)
    if all(each.known is True for each in items):
        return Vector(holds)
    fails: Where = True
    for each in items:
        fails = both(fails, each.surely_not())
    return truth(holds, either(holds, fails))


def negation(item: Vector) -> Vector:
    """NOT."""
    item = as_truth(item)
    return Vector(item.surely_not(), item.known)


def is_null(item: Vector) -> Vector:
    """IS NULL."""
    return Vector(inverse(item.known))


def compared(compare: Reckon, a: Vector, b: Vector) -> Vector:
    """A comparison."""
    a, b = same_scale(a, b)
    known, found = both(a.known, b.known), compare(a.values, b.values)
    found = bool(found) if not isinstance(found, np.ndarray) else found
    return Vector(both(found, known), known)


def before(a: Sequence[Vector], b: Sequence[Vector]) -> Vector:
    """A comparison of values one after another, in which what is not known comes last."""
    found: Where = False
    for one, other in reversed(list(zip(a, b, strict=True))):
        less = compared(operator.lt, one, other).values
        same = compared(operator.eq, one, other).values
        lost = inverse(one.known), inverse(other.known)
        less, same = either(less, both(one.known, lost[1])), either(same, both(*lost))
        found = either(less, both(same, found))
    return Vector(found)


def same_scale(a: Vector, b: Vector) -> tuple[Vector, Vector]:
    """Both over one scale."""
    if a.scale == b.scale:
        return a, b
    if a.scale == 1:
        return rescaled(a, b.scale), b
    if b.scale == 1:
        return a, rescaled(b, a.scale)
    raise BeyondVectorsError("two decimals of different places")


def rescaled(a: Vector, scale: int) -> Vector:
    """A whole number over a scale."""
    most = a.most * scale
    return Vector(fitted(a.values, max(most, scale)) * scale, a.known, most, scale)


def arithmetic(reckon: Reckon, a: Vector, b: Vector) -> Vector:
    """A sum or a difference."""
    a, b = same_scale(a, b)
    most = a.most + b.most
    return Vector(reckon(fitted(a.values, most), fitted(b.values, most)), both(a.known, b.known), most, a.scale)


def divided(a: Vector, b: Vector) -> Vector:
    """A whole division."""
    if a.scale != 1 or b.scale != 1:
        raise BeyondVectorsError("a whole division of decimals")
    most = max(a.most, b.most)
    return Vector(fitted(a.values, most) // fitted(b.values, most), both(a.known, b.known), a.most)


def product(a: Vector, b: Vector) -> Vector:
    """A product."""
    most = max(a.most * b.most, a.most, b.most)
    made = fitted(a.values, most) * fitted(b.values, most)
    return Vector(made, both(a.known, b.known), a.most * b.most, a.scale * b.scale)


def negative(a: Vector) -> Vector:
    """The number below zero that lies as far."""
    return Vector(-a.values, a.known, a.most, a.scale)


def absolute(a: Vector) -> Vector:
    """How far from zero a number lies."""
    return Vector(abs(a.values), a.known, a.most, a.scale)


def bits_of_both(a: Vector, b: Vector) -> Vector:
    """Bits that both have."""
    most = max(a.most, b.most)
    return Vector(fitted(a.values, most) & fitted(b.values, most), both(a.known, b.known), min(a.most, b.most))


def bits_of_either(a: Vector, b: Vector) -> Vector:
    """Bits that one has."""
    most = (1 << max(a.most, b.most).bit_length()) - 1
    return Vector(fitted(a.values, most) | fitted(b.values, most), both(a.known, b.known), most)


def plain(found: Cells) -> Cells:
    """One number for all rows as Python's own."""
    return found.item() if isinstance(found, np.generic) else found


def first_known(items: Sequence[Vector]) -> Vector:
    """COALESCE."""
    found = items[-1]
    for each in reversed(items[:-1]):
        found = _instead(each.known, each, found)
    return found


def outermost(choose: Reckon, items: Sequence[Vector]) -> Vector:
    """LEAST or GREATEST, which pass over what is not known."""
    found = items[0]
    for each in items[1:]:
        a, b = same_scale(found, each)
        most = max(a.most, b.most)
        inner = Vector(plain(choose(fitted(a.values, most), fitted(b.values, most))), True, most, a.scale)
        known = both(a.known, b.known)
        found = inner if known is True else _instead(known, inner, _instead(a.known, a, b))
    return found


def _instead(where: Where, value: Vector, found: Vector) -> Vector:
    """`value` where it is said, else `found`; wherever it is said is settled."""
    if where is True or found is value:
        return value
    if where is False:
        return found
    if value.is_truth or found.is_truth:
        value, found = as_truth(value), as_truth(found)
        return truth(picked(where, value.values, found.values), _known(where, value, found))
    value, found = same_scale(value, found)
    known = tidied(_known(where, value, found))
    if found.known is False:
        return Vector(value.values, known, value.most, value.scale)
    if value.known is False:
        return Vector(found.values, known, found.most, found.scale)
    most = max(value.most, found.most)
    return Vector(_cells(where, value.values, found.values, most), known, most, found.scale)


def _known(where: Where, value: Vector, found: Vector) -> Where:
    return either(where, found.known) if value.known is where else picked(where, value.known, found.known)


def _cells(where: Where, a: Cells, b: Cells, most: int) -> Cells:
    """Numbers of `a` where it is said, else of `b`."""
    a, b = fitted(a, most), fitted(b, most)
    kinds = [each.dtype for each in (a, b) if isinstance(each, np.ndarray)]
    if isinstance(a, float) or isinstance(b, float) or any(kind.kind == "f" for kind in kinds):
        return np.where(where, a, b)
    # Bits are put together, all or none of each: to choose row by row takes several times as long.
    bits = where.astype(max([room(most), *kinds], key=lambda kind: kind.itemsize))
    if isinstance(a, int) and a == 0:
        bits -= 1
        bits &= b
        return bits
    np.negative(bits, out=bits)
    bits &= a ^ b
    bits ^= b
    return bits


def chosen(arms: Iterable[tuple[Where, Callable[[], Vector]]], otherwise: Callable[[], Vector]) -> Vector:
    """CASE: the value of the first arm that surely holds, else `otherwise`; values are made where a row needs them."""
    needed: list[tuple[Where, Vector]] = []
    for holds, value in arms:
        rows = int(holds) if isinstance(holds, bool) else np.count_nonzero(holds)
        if not rows:
            continue
        if holds is True or rows == len(holds):
            otherwise = value
            break
        needed.append((holds, value()))
    found = otherwise()
    for holds, given in reversed(needed):
        found = _instead(holds, given, found)
    return found
