"""Numbers in SQL: what `language.possibilities` does with two ends, done with columns.

A NULL low end is minus infinity and a NULL high end plus infinity; in the plain program the one column is NULL where
nothing is known, which the same formulas read as both.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from fractions import Fraction

from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import NARROW, WIDEST, NotCompiledError, Numbers, Truth, figure_of, literal

DWELLINGS = 6
"""A divisor read from the file is carried exactly up to this; households with a larger one go to the interpreter."""
PARTS = math.lcm(*range(1, DWELLINGS + 1))


_COMPARED = {"<": operator.lt, "<=": operator.le, "=": operator.eq, "<>": operator.ne}


def one(sql: str, *, scale: int, most: int, opens: bool, floor: bool = False) -> Numbers:
    """A number in one column."""
    return numbers(sql, sql, scale, most, low_open=opens, high_open=opens, floor=floor)


def numbers(
    low: str, high: str, scale: int, most: int, *, low_open: bool, high_open: bool, floor: bool = False
) -> Numbers:
    """A number, refused where even 128 bits might not hold it."""
    if most >= WIDEST:
        raise NotCompiledError(f"a number of up to {most} over {scale}")
    return Numbers(low, high, scale, most, low_open, high_open, floor)


def scaled(a: Numbers, scale: int, *, most: int = 0) -> Numbers:
    """The same number over another scale, a multiple of its own, in columns that hold up to `most`."""
    factor = scale // a.scale
    reach = a.most * factor
    wide = max(reach, most) >= NARROW

    def moved(text: str) -> str:
        figure = figure_of(text)
        if figure is not None:
            return literal(figure * factor) if not wide else f"CAST({figure * factor} AS HUGEINT)"
        if wide and not a.wide:
            text = f"CAST({text} AS HUGEINT)"
        return text if factor == 1 else f"({text} * {factor})"

    return numbers(moved(a.low), moved(a.high), scale, reach, low_open=a.low_open, high_open=a.high_open, floor=a.floor)


def aligned(a: Numbers, b: Numbers, *, most: Callable[[int, int], int] = max) -> tuple[Numbers, Numbers]:
    """Both over one scale, in columns wide enough for what is made of them."""
    scale = math.lcm(a.scale, b.scale)
    reach = most(a.most * (scale // a.scale), b.most * (scale // b.scale))
    return scaled(a, scale, most=reach), scaled(b, scale, most=reach)


def add(a: Numbers, b: Numbers) -> Numbers:
    """a + b."""
    a, b = aligned(a, b, most=int.__add__)
    return numbers(
        f"({a.low} + {b.low})",
        f"({a.high} + {b.high})",
        a.scale,
        a.most + b.most,
        low_open=a.low_open or b.low_open,
        high_open=a.high_open or b.high_open,
        floor=a.floor and b.floor,
    )


def negate(a: Numbers) -> Numbers:
    """-a."""
    return numbers(f"(-{a.high})", f"(-{a.low})", a.scale, a.most, low_open=a.high_open, high_open=a.low_open)


def subtract(a: Numbers, b: Numbers) -> Numbers:
    """a - b."""
    a, b = aligned(a, b, most=int.__add__)
    return numbers(
        f"({a.low} - {b.high})",
        f"({a.high} - {b.low})",
        a.scale,
        a.most + b.most,
        low_open=a.low_open or b.high_open,
        high_open=a.high_open or b.low_open,
    )


def times_figure(a: Numbers, figure: Fraction) -> Numbers:
    """a * figure, the figure the same for every household."""
    if figure == 0:
        return one(literal(0), scale=1, most=0, opens=False, floor=True)
    top, scale = abs(figure.numerator), a.scale * figure.denominator
    wide = scaled(a, a.scale, most=a.most * top)
    low, high = (text if top == 1 else f"({text} * {top})" for text in (wide.low, wide.high))
    product = numbers(low, high, scale, a.most * top, low_open=a.low_open, high_open=a.high_open, floor=a.floor)
    return product if figure > 0 else negate(product)


def multiply(frame: Frame, a: Numbers, b: Numbers) -> Numbers:
    """a * b; zero times an infinity is zero."""
    reach = a.most * b.most
    a, b = scaled(a, a.scale, most=reach), scaled(b, b.scale, most=reach)
    scale, floor = a.scale * b.scale, a.floor and b.floor
    if a.single and b.single:
        return one(f"({a.low} * {b.low})", scale=scale, most=reach, opens=a.open or b.open, floor=floor)
    al, ah, bl, bh = (frame.let(text) for text in (a.low, a.high, b.low, b.high))
    if floor and not (a.low_open or b.low_open):
        high = f"(CASE WHEN {ah} = 0 OR {bh} = 0 THEN 0 ELSE {ah} * {bh} END)"
        return numbers(f"({al} * {bl})", high, scale, reach, low_open=False, high_open=a.open or b.open, floor=True)
    products = ", ".join(f"CASE WHEN {x} = 0 OR {y} = 0 THEN 0 ELSE {x} * {y} END" for x in (al, ah) for y in (bl, bh))
    if not (a.open or b.open):
        return numbers(f"LEAST({products})", f"GREATEST({products})", scale, reach, low_open=False, high_open=False)
    # LEAST and GREATEST pass over NULL, which here is a product with an infinity; the infinities are told apart first.
    down = (
        f"({ah} IS NULL AND COALESCE({bl} < 0, TRUE)) OR ({al} IS NULL AND COALESCE({bh} > 0, TRUE)) OR "
        f"({bh} IS NULL AND COALESCE({al} < 0, TRUE)) OR ({bl} IS NULL AND COALESCE({ah} > 0, TRUE))"
    )
    up = (
        f"({ah} IS NULL AND COALESCE({bh} > 0, TRUE)) OR ({al} IS NULL AND COALESCE({bl} < 0, TRUE)) OR "
        f"({bh} IS NULL AND COALESCE({ah} > 0, TRUE)) OR ({bl} IS NULL AND COALESCE({al} < 0, TRUE))"
    )
    return numbers(
        f"(CASE WHEN {down} THEN NULL ELSE LEAST({products}) END)",
        f"(CASE WHEN {up} THEN NULL ELSE GREATEST({products}) END)",
        scale,
        reach,
        low_open=True,
        high_open=True,
        floor=False,
    )


def shared(frame: Frame, a: Numbers, parts: Numbers, *, few: bool = False) -> Numbers:
    """PER(a, parts) where the divisor is read from the file: whole, and at most `DWELLINGS`.

    `few` where it is known to be from one to that.
    """
    if parts.scale != 1:
        raise NotCompiledError("PER by a number that is not whole")
    low, high = frame.let(parts.low), frame.let(parts.high)
    if not few:
        frame.leave(f"{low} NOT BETWEEN 1 AND {DWELLINGS} OR {high} NOT BETWEEN 1 AND {DWELLINGS}")
    if parts.low_open and not parts.single:
        frame.leave(f"{low} IS NULL")

    def inverse(text: str, without: str) -> str:
        whole = " ".join(f"WHEN {text} = {n} THEN {literal(PARTS // n)}" for n in range(1, DWELLINGS + 1))
        return f"(CASE WHEN {text} IS NULL THEN {without} {whole} ELSE 0 END)"

    if parts.single:
        inverted = one(frame.let(inverse(low, "NULL")), scale=PARTS, most=PARTS, opens=parts.open, floor=True)
    else:
        inverted = numbers(
            frame.let(inverse(high, "0")),
            frame.let(inverse(low, "0")),
            PARTS,
            PARTS,
            low_open=False,
            high_open=False,
            floor=True,
        )
    return multiply(frame, a, inverted)


def absolute(frame: Frame, a: Numbers) -> Numbers:
    """ABS(a)."""
    if a.floor:
        return a
    if a.single:
        return one(f"ABS({a.low})", scale=a.scale, most=a.most, opens=a.open, floor=True)
    low, high = frame.let(a.low), frame.let(a.high)
    return numbers(
        f"(CASE WHEN {low} >= 0 THEN {low} WHEN {high} <= 0 THEN -{high} ELSE 0 END)",
        f"(CASE WHEN {low} >= 0 THEN {high} WHEN {high} <= 0 THEN -{low} "
        f"WHEN {low} IS NULL OR {high} IS NULL THEN NULL ELSE GREATEST(-{low}, {high}) END)",
        a.scale,
        a.most,
        low_open=False,
        high_open=a.open,
        floor=True,
    )


def extreme(frame: Frame, items: list[Numbers], *, least: bool) -> Numbers:
    """LEAST or GREATEST: an unknown operand stays unknown, it never drops out as SQL's does."""
    scale, most = math.lcm(*(item.scale for item in items)), max(item.most for item in items)
    reach = max(item.most * (scale // item.scale) for item in items)
    items = [scaled(item, scale, most=max(reach, most)) for item in items]
    name = "LEAST" if least else "GREATEST"
    single = all(item.single for item in items)
    lows, highs = [frame.let(item.low) for item in items], [frame.let(item.high) for item in items]
    low = _strict(name, lows, any(item.low_open for item in items) and (least or single))
    high = low if single else _strict(name, highs, any(item.high_open for item in items) and not least)
    return numbers(
        low,
        high,
        scale,
        reach,
        low_open=_opens([item.low_open for item in items], every=not least and not single),
        high_open=_opens([item.high_open for item in items], every=least and not single),
        floor=(all if least else any)(item.floor for item in items),
    )


def _opens(ends: list[bool], *, every: bool) -> bool:
    return all(ends) if every else any(ends)


def _strict(name: str, ends: list[str], strict: bool) -> str:
    """LEAST or GREATEST of `ends`, NULL where one is NULL if `strict`; else the NULLs are passed over."""
    ends = list(dict.fromkeys(ends))
    if len(ends) == 1:
        return ends[0]
    text = f"{name}({', '.join(ends)})"
    return f"(CASE WHEN {' OR '.join(f'{end} IS NULL' for end in ends)} THEN NULL ELSE {text} END)" if strict else text


def compared(frame: Frame, op: str, a: Numbers, b: Numbers) -> Truth:
    """A comparison of two numbers or days."""
    a, b = aligned(a, b)
    if op in (">", ">="):
        a, b, op = b, a, {">": "<", ">=": "<="}[op]
    if a.single and b.single:
        one_figure, other = figure_of(a.low), figure_of(b.low)
        if one_figure is not None and other is not None:
            return Truth("TRUE" if _COMPARED[op](one_figure, other) else "FALSE", open=False)
        return Truth(f"({a.low} {op} {b.low})", open=a.open or b.open)
    al, ah, bl, bh = (frame.let(text) for text in (a.low, a.high, b.low, b.high))
    if op == "<":
        return Truth(f"(CASE WHEN {ah} < {bl} THEN TRUE WHEN {al} >= {bh} THEN FALSE END)", open=True)
    if op == "<=":
        return Truth(f"(CASE WHEN {ah} <= {bl} THEN TRUE WHEN {al} > {bh} THEN FALSE END)", open=True)
    apart = f"{ah} < {bl} OR {bh} < {al}"
    same = f"{al} = {ah} AND {bl} = {bh} AND {al} = {bl}"
    yes, no = ("TRUE", "FALSE") if op == "=" else ("FALSE", "TRUE")
    return Truth(f"(CASE WHEN {same} THEN {yes} WHEN {apart} THEN {no} END)", open=True)


def united(frame: Frame, a: Numbers, b: Numbers, *, bounds: bool) -> tuple[str, str]:
    """The ends of what is `a` or `b`, both over one scale; in one column only what both say alike is kept."""
    if not bounds:
        x, y = frame.let(a.low), frame.let(b.low)
        same = f"(CASE WHEN {x} = {y} THEN {x} END)"
        return same, same
    low = _strict("LEAST", [frame.let(a.low), frame.let(b.low)], a.low_open or b.low_open)
    return low, _strict("GREATEST", [frame.let(a.high), frame.let(b.high)], a.high_open or b.high_open)


__all__ = [
    "DWELLINGS",
    "PARTS",
    "absolute",
    "add",
    "aligned",
    "compared",
    "extreme",
    "multiply",
    "negate",
    "numbers",
    "one",
    "scaled",
    "shared",
    "subtract",
    "times_figure",
    "united",
]
