"""What an expression is in SQL: a yes or no, a number, a choice, each as columns that may be open.

A yes or no is one nullable boolean, since SQL's AND, OR and NOT are Kleene's: NULL is *open*. A number is exact: an
integer divided by a scale that is known when the SQL is written. Where every number is one column (the plain program),
NULL is *anything*; where it is two (the bounds program), a NULL low end is minus infinity and a NULL high end plus
infinity. A choice is a mask of bits over a domain known when the SQL is written; in the plain program NULL is anything.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from desktop.programmes.language.possibilities import INFINITY, Bounds, Codes, Value
from desktop.programmes.language.possibilities import Truth as Possible

NARROW = 2**62
"""The numbers below this are kept in 64 bits, larger ones in 128."""
WIDEST = 2**125


class NotCompiledError(Exception):
    """An expression that is left to the interpreter; says which and why."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that is the same for every household."""

    value: Value


@dataclass(frozen=True, slots=True)
class Truth:
    """A nullable boolean; `open` where it may be NULL."""

    sql: str
    open: bool

    @property
    def settled(self) -> bool:
        """Whether it is the same in every row."""
        return self.sql in ("TRUE", "FALSE")


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number between two columns; one column where both texts are the same.

    Args:
        low: SQL of the low end times the scale.
        high: SQL of the high end times the scale.
        scale: what the columns must be divided by.
        most: no end that is there is farther from zero than this, times the scale.
        low_open: the low end may be NULL.
        high_open: the high end may be NULL.
        floor: never below zero.
    """

    low: str
    high: str
    scale: int
    most: int
    low_open: bool = False
    high_open: bool = False
    floor: bool = False

    @property
    def single(self) -> bool:
        """Whether one column says it."""
        return self.low == self.high

    @property
    def open(self) -> bool:
        """Whether an end may be NULL."""
        return self.low_open or self.high_open

    @property
    def wide(self) -> bool:
        """Whether the columns need 128 bits."""
        return self.most >= NARROW


OTHER = "\N{REPLACEMENT CHARACTER}"
"""Stands in a domain for every text that the pack does not name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A mask of the codes of `domain` that it may be; `many` where it may have several bits, `open` where NULL."""

    sql: str
    domain: tuple[str, ...]
    open: bool
    many: bool

    def bits(self, codes: Iterable[str]) -> int:
        """The mask of some codes, those outside the domain left out."""
        return sum(1 << self.domain.index(code) for code in set(codes) if code in self.domain)


Compiled = Constant | Truth | Numbers | Choice


def literal(number: int) -> str:
    """A whole number typed, so that no product of literals is reckoned in 32 bits."""
    return f"CAST({number} AS {'BIGINT' if abs(number) < NARROW else 'HUGEINT'})"


_LITERAL = re.compile(r"CAST\((-?\d+) AS [A-Z]+\)")


def figure_of(sql: str) -> int | None:
    """The whole number that a text is, where it is a literal."""
    found = _LITERAL.fullmatch(sql)
    return int(found[1]) if found else None


NOTHING = "CAST(NULL AS BIGINT)"
OPEN = "CAST(NULL AS BOOLEAN)"


def quoted(text: str) -> str:
    """A text as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


def truth_of(value: Compiled) -> Truth:
    """A yes or no as a column."""
    if isinstance(value, Truth):
        return value
    if isinstance(value, Constant) and isinstance(value.value, Possible):
        if not value.value.known:
            return Truth(OPEN, open=True)
        return Truth("TRUE" if value.value.may_hold else "FALSE", open=False)
    raise TypeError(value)


def numbers_of(value: Compiled, *, bounds: bool) -> Numbers:
    """A number as columns: one in the plain program, two in the bounds program where it is not known."""
    if isinstance(value, Numbers):
        return value
    if not isinstance(value, Constant) or not isinstance(value.value, Bounds):
        raise TypeError(value)
    low, high = value.value.low, value.value.high
    if low == INFINITY or high == -INFINITY:
        raise NotCompiledError("a figure beyond all numbers")
    if not bounds and low != high:
        return Numbers(NOTHING, NOTHING, 1, 0, low_open=True, high_open=True, floor=low >= 0)
    finite = [Fraction(end) for end in (low, high) if not math.isinf(end)]
    scale = math.lcm(*(end.denominator for end in finite))
    ends = [NOTHING if math.isinf(end) else literal(int(Fraction(end) * scale)) for end in (low, high)]
    most = max((abs(int(end * scale)) for end in finite), default=0)
    return Numbers(ends[0], ends[1], scale, most, math.isinf(low), math.isinf(high), floor=low >= 0)


def choice_of(value: Compiled, domain: tuple[str, ...], *, bounds: bool) -> Choice:
    """A choice as a mask over `domain`, which holds all it may be."""
    if isinstance(value, Choice):
        return value if value.domain == domain else _moved(value, domain)
    if not isinstance(value, Constant) or not isinstance(value.value, Codes):
        raise TypeError(value)
    options = value.value.options
    shape = Choice("", domain, open=False, many=False)
    if options is not None and len(options) == 1:
        return Choice(literal(shape.bits(options)), domain, open=False, many=False)
    if not bounds:
        return Choice(NOTHING, domain, open=True, many=False)
    mask = (1 << len(domain)) - 1 if options is None else shape.bits(options)
    return Choice(literal(mask), domain, open=False, many=True)


def domain_of(value: Compiled) -> tuple[str, ...]:
    """The codes that a choice may be."""
    if isinstance(value, Choice):
        return value.domain
    if isinstance(value, Constant) and isinstance(value.value, Codes):
        options = value.value.options
        return (OTHER,) if options is None else tuple(sorted(options))
    raise TypeError(value)


def common_domain(values: Iterable[Compiled]) -> tuple[str, ...]:
    """One domain that holds those of all."""
    found = sorted({code for value in values for code in domain_of(value)})
    if len(found) > 60:
        raise NotCompiledError(f"a choice among {len(found)}")
    return tuple(found)


def _moved(choice: Choice, domain: tuple[str, ...]) -> Choice:
    bits = [(at, domain.index(code)) for at, code in enumerate(choice.domain)]
    parts = [f"(CASE WHEN ({choice.sql} & {1 << old}) <> 0 THEN {literal(1 << new)} ELSE 0 END)" for old, new in bits]
    text = f"({' + '.join(parts)})"
    if choice.open:
        text = f"(CASE WHEN {choice.sql} IS NOT NULL THEN {text} END)"
    return Choice(text, domain, choice.open, choice.many)


def is_truth(value: Compiled) -> bool:
    """Whether a value is a yes or no."""
    return isinstance(value, Truth) or (isinstance(value, Constant) and isinstance(value.value, Possible))


def is_choice(value: Compiled) -> bool:
    """Whether a value is a choice."""
    return isinstance(value, Choice) or (isinstance(value, Constant) and isinstance(value.value, Codes))


def texts(value: Compiled) -> tuple[str, ...]:
    """The SQL of a value's columns, each once."""
    match value:
        case Constant():
            return ()
        case Numbers(low, high):
            return (low,) if low == high else (low, high)
        case _:
            return (value.sql,)
