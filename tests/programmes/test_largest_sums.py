"""SUM_TOP over children that may be any number: the same as counting them one by one, however large the number."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from desktop.programmes.language.aggregates import _top
from desktop.programmes.language.possibilities import INFINITY, Bounds

ENDS = st.integers(-5, 5)
BOUNDS = st.tuples(ENDS, ENDS | st.just(math.inf)).map(lambda ends: Bounds(min(ends), max(ends)))


@given(st.integers(0, 6), st.lists(BOUNDS, max_size=5), st.lists(BOUNDS, max_size=2))
def test_the_largest_sum_is_that_of_each_phantom_counted_as_often_as_asked(
    n: int, listed: list[Bounds], phantoms: list[Bounds]
) -> None:
    highs = sorted([one.high for one in listed] + [one.high for one in phantoms] * n, reverse=True)[:n]
    most = sum(highs)
    if phantoms and len(listed) <= n:
        most = max(most, sum(one.high for one in listed if one.high > 0))
    assert _top(n, listed, phantoms).high == most


def test_a_number_beyond_reason_costs_nothing() -> None:
    assert _top(10**15, [Bounds(1, 2)], [Bounds(0, INFINITY)]) == Bounds(1, INFINITY)
    assert _top(10**15, [Bounds(1, 2)], [Bounds(0, 0)]) == Bounds(1, 2)
    assert _top(10**15, [Bounds(1, 2)], [Bounds(0, 3)]) == Bounds(1, 3 * 10**15)
