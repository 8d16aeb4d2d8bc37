"""Rounding: once, at the end, by the rule that the pack cites; on the way, amounts are shown to the minor unit."""

from __future__ import annotations

from fractions import Fraction

from desktop.programmes.language import possibilities as p
from desktop.programmes.language.possibilities import Bounds
from desktop.programmes.packs.figures import MINOR
from desktop.programmes.packs.pack import Rounding

_HALF = Fraction(1, 2)


def rounded(amount: p.Number, rounding: Rounding) -> p.Number:
    """An amount in minor units rounded to a step in major units, `0.01`: half up, up or down, each away from zero."""
    if amount in (p.INFINITY, -p.INFINITY):
        return amount
    if isinstance(amount, int) and rounding.to == "0.01":
        return amount
    step = Fraction(rounding.to)
    exact = Fraction(amount) / (step * MINOR)
    top, bottom = abs(exact.numerator), exact.denominator
    whole = {"half_up": (top * 2 + bottom) // (2 * bottom), "up": -(-top // bottom), "down": top // bottom}
    return p.plain(Fraction(whole[rounding.how] if exact >= 0 else -whole[rounding.how]) * step * MINOR)


def within(amount: Bounds, rounding: Rounding) -> Bounds:
    """Both ends of an amount rounded, and never less than nothing."""
    return Bounds(max(0, rounded(amount.low, rounding)), max(0, rounded(amount.high, rounding)))


def nearest(amount: p.Number) -> int:
    """A finite amount in whole minor units, halves away from zero: how it is shown on the way to the answer."""
    if isinstance(amount, int):
        return amount
    whole = int((abs(Fraction(amount)) + _HALF) // 1)
    return whole if amount >= 0 else -whole
