"""Numbers that run in straight lines over the days, and the first day on which two of them change order.

Between the days on which something turns, every number of a pack runs straight: a count of days grows by one a day, a
sum of such counts by as much a day as it has terms, all else stands. A line is known by its values on two days.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from desktop.programmes.language.possibilities import Bounds, Number

Line = tuple[Number, Number]
"""The value today and tomorrow."""


def lines_of(today: Bounds, tomorrow: Bounds) -> tuple[Line, Line]:
    """Both ends of a number as they run."""
    return (today.low, tomorrow.low), (today.high, tomorrow.high)


def moves(lines: Iterable[Line]) -> bool:
    """Whether any of them changes from day to day."""
    return any(today != tomorrow for today, tomorrow in lines)


def first_crossing(lines: Sequence[Line]) -> int | None:
    """In how many days, one at least, the order of any two of the lines is another than today; None for never."""
    days = [
        crossing
        for at, one in enumerate(lines)
        for other in lines[at + 1 :]
        if (crossing := _crossing(one, other)) is not None
    ]
    return min(days, default=None)


def _crossing(one: Line, other: Line) -> int | None:
    ends = (*one, *other)
    if any(math.isinf(end) for end in ends):
        return None
    apart, tomorrow = Fraction(one[0]) - Fraction(other[0]), Fraction(one[1]) - Fraction(other[1])
    step = tomorrow - apart
    if step == 0 or apart * step > 0:
        return None
    if apart == 0:
        return 1
    return math.ceil(-apart / step)
