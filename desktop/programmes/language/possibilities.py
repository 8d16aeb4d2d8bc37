"""What a value can still be: the three shapes of knowledge and the arithmetic on them.

Every operation returns each result that some choice of its operands gives, or more, never less: a determined answer
therefore holds in every completion of the facts. Numbers and money (minor units) are `Bounds` of exact integers or
fractions; days are `Bounds` of proleptic Gregorian ordinals; yes/no is `Truth`; a choice from a list is `Codes`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

Number = int | Fraction | float
"""An exact number, or an infinity; no other float ever enters."""

INFINITY = math.inf
NEVER = date.max.toordinal() + 1_000_000
"""The day of what has not happened: an end still open, a death not on record. Later than every day."""


class Bounds:
    """A number (or the ordinal of a day) that lies between two exact bounds, both included."""

    __slots__ = ("high", "low")

    def __init__(self, low: Number, high: Number) -> None:
        self.low = low
        self.high = high

    @property
    def known(self) -> bool:
        """Whether one number is left."""
        return self.low == self.high

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Bounds) and self.low == other.low and self.high == other.high

    def __hash__(self) -> int:
        return hash((self.low, self.high))

    def __repr__(self) -> str:
        return f"{self.low}" if self.known else f"[{self.low}, {self.high}]"


class Truth:
    """Whether something may hold and whether it may fail; three values exist, all below."""

    __slots__ = ("may_fail", "may_hold")

    def __init__(self, *, may_hold: bool, may_fail: bool) -> None:
        self.may_hold = may_hold
        self.may_fail = may_fail

    @property
    def known(self) -> bool:
        """Whether it is settled."""
        return self.may_hold != self.may_fail

    def __repr__(self) -> str:
        return "open" if not self.known else ("holds" if self.may_hold else "fails")


HOLDS = Truth(may_hold=True, may_fail=False)
FAILS = Truth(may_hold=False, may_fail=True)
OPEN = Truth(may_hold=True, may_fail=True)

NO_CODE = ""
"""The code of something that is not there: no exemption on record, the role of a person outside."""


class Codes:
    """A choice that is one of `options`; `None` stands for any text at all, where no list of choices exists."""

    __slots__ = ("options",)

    def __init__(self, options: frozenset[str] | None) -> None:
        self.options = options

    @property
    def known(self) -> bool:
        """Whether one choice is left."""
        return self.options is not None and len(self.options) == 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Codes) and self.options == other.options

    def __hash__(self) -> int:
        return hash(self.options)

    def __repr__(self) -> str:
        return "any" if self.options is None else "|".join(sorted(self.options)) or "none"


Value = Bounds | Truth | Codes
ZERO = Bounds(0, 0)
ANY_NUMBER = Bounds(-INFINITY, INFINITY)
ANY_CODE = Codes(None)


def exactly(number: Number) -> Bounds:
    """The value that is `number` and nothing else."""
    return Bounds(number, number)


def truth_of(holds: bool) -> Truth:
    """A settled yes or no."""
    return HOLDS if holds else FAILS


def one_of(*codes: str) -> Codes:
    """A choice among `codes`."""
    return Codes(frozenset(codes))


def plain(number: Fraction) -> int | Fraction:
    """`number` as an integer where it is one: integers are ten times faster to reckon with."""
    return number.numerator if number.denominator == 1 else number


def add(a: Bounds, b: Bounds) -> Bounds:
    """a + b."""
    return Bounds(a.low + b.low, a.high + b.high)


def subtract(a: Bounds, b: Bounds) -> Bounds:
    """a - b."""
    return Bounds(a.low - b.high, a.high - b.low)


def negate(a: Bounds) -> Bounds:
    """-a."""
    return Bounds(-a.high, -a.low)


def multiply(a: Bounds, b: Bounds) -> Bounds:
    """a * b; zero times an infinity is zero, since the infinity stands for numbers that are all finite."""
    if a.low == a.high and b.low == b.high:
        return exactly(_normal(a.low * b.low))
    ends = [_times(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    return Bounds(min(ends), max(ends))


def share(a: Bounds, parts: Bounds) -> Bounds:
    """PER(a, parts): exact division. Where the divisor may be zero the result may be anything."""
    if parts.low <= 0 <= parts.high:
        return ANY_NUMBER
    inverse_low: Number = 0 if math.isinf(parts.high) else Fraction(1, 1) / Fraction(parts.high)
    inverse_high: Number = 0 if math.isinf(parts.low) else Fraction(1, 1) / Fraction(parts.low)
    product = multiply(a, Bounds(inverse_low, inverse_high))
    return Bounds(_normal(product.low), _normal(product.high))


def absolute(a: Bounds) -> Bounds:
    """ABS(a)."""
    if a.low >= 0:
        return a
    if a.high <= 0:
        return negate(a)
    return Bounds(0, max(-a.low, a.high))


def least(values: Iterable[Bounds]) -> Bounds:
    """LEAST: an unknown operand stays unknown, it never drops out as SQL's does."""
    pairs = [(value.low, value.high) for value in values]
    return Bounds(min(low for low, _ in pairs), min(high for _, high in pairs))


def greatest(values: Iterable[Bounds]) -> Bounds:
    """GREATEST, with the same care as `least`."""
    pairs = [(value.low, value.high) for value in values]
    return Bounds(max(low for low, _ in pairs), max(high for _, high in pairs))


def less(a: Bounds, b: Bounds) -> Truth:
    """a < b."""
    if a.high < b.low:
        return HOLDS
    return FAILS if a.low >= b.high else OPEN


def at_most(a: Bounds, b: Bounds) -> Truth:
    """a <= b."""
    if a.high <= b.low:
        return HOLDS
    return FAILS if a.low > b.high else OPEN


def equal(a: Value, b: Value) -> Truth:
    """a = b, for two numbers, two days, two choices or two truths."""
    if isinstance(a, Bounds) and isinstance(b, Bounds):
        if a.low == a.high == b.low == b.high:
            return HOLDS
        return FAILS if a.high < b.low or b.high < a.low else OPEN
    if isinstance(a, Codes) and isinstance(b, Codes):
        if a.options is None or b.options is None:
            return OPEN
        if a.options.isdisjoint(b.options):
            return FAILS
        return HOLDS if a.known and b.known else OPEN
    if isinstance(a, Truth) and isinstance(b, Truth):
        return (
            either(both(a, b), both(opposite(a), opposite(b)))
            if not (a.known and b.known)
            else truth_of(a.may_hold == b.may_hold)
        )
    raise TypeError("only values of one kind are compared")


def both(a: Truth, b: Truth) -> Truth:
    """Kleene's AND."""
    if a.may_hold and b.may_hold:
        return OPEN if a.may_fail or b.may_fail else HOLDS
    return FAILS


def either(a: Truth, b: Truth) -> Truth:
    """Kleene's OR."""
    if a.may_fail and b.may_fail:
        return OPEN if a.may_hold or b.may_hold else FAILS
    return HOLDS


def opposite(a: Truth) -> Truth:
    """NOT."""
    if a.known:
        return FAILS if a.may_hold else HOLDS
    return OPEN


def union(a: Value, b: Value) -> Value:
    """Everything that `a` or `b` can be: what is left when it is open which of them applies."""
    if isinstance(a, Bounds) and isinstance(b, Bounds):
        return Bounds(min(a.low, b.low), max(a.high, b.high))
    if isinstance(a, Truth) and isinstance(b, Truth):
        if a.may_hold == b.may_hold and a.may_fail == b.may_fail:
            return a
        return OPEN
    if isinstance(a, Codes) and isinstance(b, Codes):
        if a.options is None or b.options is None:
            return ANY_CODE
        return Codes(a.options | b.options)
    raise TypeError("only values of one kind are united")


def contains(value: Value, point: Value) -> bool:
    """Whether the settled `point` is among the possibilities of `value`."""
    if isinstance(value, Bounds) and isinstance(point, Bounds):
        return value.low <= point.low and point.high <= value.high
    if isinstance(value, Truth) and isinstance(point, Truth):
        return (value.may_hold or not point.may_hold) and (value.may_fail or not point.may_fail)
    if isinstance(value, Codes) and isinstance(point, Codes):
        return value.options is None or (point.options is not None and point.options <= value.options)
    return False


def _times(x: Number, y: Number) -> Number:
    return 0 if x == 0 or y == 0 else _normal(x * y)


def _normal(number: Number) -> Number:
    return plain(number) if isinstance(number, Fraction) else number
