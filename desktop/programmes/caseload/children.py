"""Aggregates in SQL: groupings over the rows below, in which the row of what a list may hold widens the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.programmes.caseload.arithmetic import extreme, numbers, one, scaled
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import (
    NARROW,
    Compiled,
    Constant,
    NotCompiledError,
    Numbers,
    Truth,
    literal,
    numbers_of,
    truth_of,
)
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.aggregates import iterated
from desktop.programmes.language.family import HOUSEHOLD, MEMBER, RELATIONS
from desktop.programmes.language.possibilities import NEVER, Bounds
from desktop.programmes.language.syntax import Aggregate

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program

MOST_ROWS = 1_000
"""A household with more entries of one list goes to the interpreter."""


class Below:
    """The rows under those of `above` that an aggregate goes through."""

    def __init__(self, program: Program, above: Frame, entity: str) -> None:
        self.program = program
        self.above = above
        self.source = program.frame(entity)
        self.phantoms = self.source.phantoms and entity != MEMBER
        self.empty = not self.source.phantoms and program.rows.empty(entity)
        # The member of whom nothing is known, and what hangs on that member, is nobody's listed entry.
        self.where = (
            "m >= 0" if above.name == HOUSEHOLD and program.rows.stranger and "m" in self.source.standing else ""
        )

    def gather(self, sql: str, default: str) -> str:
        """An aggregate of their columns."""
        return self.above.gather(self.source, sql, default, self.where)

    def counted(self) -> None:
        """Leaves a household to the interpreter whose list is longer than the sums are made for."""
        entity = self.source.name
        if entity in RELATIONS or self.program.alike.crowded(entity, MOST_ROWS):
            self.above.leave(f"{self.gather('COUNT(*)', '0')} > {MOST_ROWS}")


def aggregate(program: Program, node: Aggregate, above: Frame) -> Compiled:
    """SUM, COUNT_IF, MIN, MAX, ANY, ALL, SUM_TOP."""
    entity = iterated(node.body, above.name)
    below = Below(program, above, entity)
    value = program.compiled(node.body, entity)
    nothing = _of_nothing(node.op)
    if nothing is not None and (below.empty or value == nothing):
        return nothing
    if node.op in ("any", "all"):
        return _decided(below, truth_of(value), any_of=node.op == "any")
    if node.op == "count_if":
        return _counted(below, truth_of(value), bounds=program.bounds)
    shaped = numbers_of(value, bounds=program.bounds)
    source = below.source
    kept = Numbers(
        source.let(shaped.low),
        source.let(shaped.high),
        shaped.scale,
        shaped.most,
        shaped.low_open,
        shaped.high_open,
        shaped.floor,
    )
    if node.op == "sum":
        return _summed(below, kept, bounds=program.bounds)
    if node.op == "sum_top":
        if node.top is None:
            raise NotCompiledError("SUM_TOP without a number")
        return _tops(program, below, kept, program.compiled(node.top, above.name))
    day = program.is_day(node.body, entity)
    return _extreme(below, kept, empty=NEVER if day else 0, least=node.op == "min", bounds=program.bounds)


def _of_nothing(op: str) -> Constant | None:
    """What an aggregate comes to over no rows, and, MIN and MAX left aside, over rows that each come to just that."""
    match op:
        case "any" | "all":
            return Constant(p.truth_of(op == "all"))
        case "sum" | "count_if" | "sum_top":
            return Constant(p.exactly(0))
        case _:
            return None


def _decided(below: Below, value: Truth, *, any_of: bool) -> Compiled:
    x = below.source.let(value.sql)
    whole, settled, other = ("BOOL_OR", "TRUE", "FALSE") if any_of else ("BOOL_AND", "FALSE", "TRUE")
    if not value.open and not below.phantoms:
        return Truth(below.gather(f"{whole}({x})", other), open=False)
    if below.phantoms:
        # One more entry may settle it, never the other way.
        x = below.source.let(f"(CASE WHEN NOT ph THEN {x} WHEN {x} = {other} THEN {other} END)")
    found = f"{whole}({x})" if any_of else f"NOT {whole}({x})"
    text = f"CASE WHEN {found} THEN {settled} WHEN COUNT(*) > COUNT({x}) THEN NULL ELSE {other} END"
    return Truth(below.gather(text, other), open=True)


def _counted(below: Below, value: Truth, *, bounds: bool) -> Compiled:
    x = below.source.let(value.sql)
    below.counted()
    listed = "NOT ph AND " if below.phantoms else ""
    low = _total(f"CASE WHEN {listed}{x} THEN 1 ELSE 0 END")
    if not value.open and not below.phantoms:
        return one(below.gather(low, literal(0)), scale=1, most=MOST_ROWS, opens=False, floor=True)
    may = f"COALESCE({x}, TRUE)" if value.open else x
    more = f"ph AND {may}" if below.phantoms else "FALSE"
    if not bounds:
        doubt = f"{x} IS NULL OR ({more})"
        text = f"CASE WHEN BOOL_OR({doubt}) THEN NULL ELSE {low} END"
        return one(below.gather(text, literal(0)), scale=1, most=MOST_ROWS, opens=True, floor=True)
    high = _total(f"CASE WHEN {listed}{may} THEN 1 ELSE 0 END")
    if below.phantoms:
        high = f"CASE WHEN BOOL_OR({more}) THEN NULL ELSE {high} END"
    ends = below.gather(low, literal(0)), below.gather(high, literal(0))
    return numbers(*ends, 1, MOST_ROWS, low_open=False, high_open=below.phantoms, floor=True)


def _total(item: str, *, wide: bool = False) -> str:
    return f"CAST(SUM({item}) AS {'HUGEINT' if wide else 'BIGINT'})"


def _summed(below: Below, value: Numbers, *, bounds: bool) -> Compiled:
    below.counted()
    most = value.most * MOST_ROWS
    value = scaled(value, value.scale, most=most)
    wide = most >= NARROW
    zero = f"CAST(0 AS {'HUGEINT' if wide else 'BIGINT'})"
    doubts, sums = [], []
    for end, opens, sign in ((value.low, value.low_open, "<"), (value.high, value.high_open, ">")):
        doubt = [f"{end} IS NULL"] if opens else []
        listed = end
        if below.phantoms:
            harmless = (sign == "<" and value.floor) and bounds
            doubt += [] if harmless else [f"(ph AND {end} {sign if bounds else '<>'} 0)"]
            listed = f"CASE WHEN ph THEN 0 ELSE {end} END"
        doubts.append(" OR ".join(doubt))
        sums.append(_total(listed, wide=wide))
    texts = [
        f"CASE WHEN BOOL_OR({doubt}) THEN NULL ELSE {text} END" if doubt else text
        for doubt, text in zip(doubts, sums, strict=True)
    ]
    low = below.gather(texts[0], zero)
    if value.single and not bounds:
        return one(low, scale=value.scale, most=most, opens=bool(doubts[0]), floor=value.floor)
    high = below.gather(texts[1], zero)
    return numbers(low, high, value.scale, most, low_open=bool(doubts[0]), high_open=bool(doubts[1]), floor=value.floor)


def _extreme(below: Below, value: Numbers, *, empty: int, least: bool, bounds: bool) -> Compiled:
    name, scale = ("MIN" if least else "MAX"), value.scale
    nothing, most = literal(empty * scale), max(value.most, empty * scale)
    value = scaled(value, scale, most=most)
    listed = "NOT ph" if below.phantoms else "TRUE"

    def of(end: str, which: str, function: str = name) -> str:
        return f"{function}(CASE WHEN {which} THEN {end} END)"

    count = f"SUM(CASE WHEN {listed} THEN 1 ELSE 0 END)"
    if not bounds:
        doubt = [f"{value.low} IS NULL"] if value.open else []
        doubt += ["ph"] if below.phantoms else []
        text = f"CASE WHEN {count} = 0 THEN {nothing} ELSE {of(value.low, listed)} END"
        text = f"CASE WHEN BOOL_OR({' OR '.join(doubt)}) THEN NULL ELSE {text} END" if doubt else text
        return one(below.gather(text, nothing), scale=scale, most=most, opens=bool(doubt), floor=value.floor)
    ends = []
    for end, low in ((value.low, True), (value.high, False)):
        opens = value.low_open if low else value.high_open
        # An infinite end decides where it is the outermost one, and falls out where others lie before it.
        decisive = opens and low == least
        certain = of(end, listed)
        if decisive:
            certain = f"CASE WHEN BOOL_OR({listed} AND {end} IS NULL) THEN NULL ELSE {certain} END"
        text = f"CASE WHEN {count} = 0 THEN {nothing} ELSE {certain} END"
        if below.phantoms:
            widest = "LEAST" if low else "GREATEST"
            beyond = of(end, "ph", "MIN" if low else "MAX")
            endless = f"BOOL_OR(ph AND {end} IS NULL)" if opens else "FALSE"
            base = of(end, listed)
            empty_case = f"CASE WHEN {endless} THEN NULL ELSE {widest}({nothing}, {beyond}) END"
            if low == least:
                lost = f"{endless} OR BOOL_OR({listed} AND {end} IS NULL)" if opens else "FALSE"
                full = f"CASE WHEN {lost} THEN NULL ELSE {widest}({base}, {beyond}) END"
            else:
                full = certain
            text = f"CASE WHEN NOT BOOL_OR(ph) THEN {text} WHEN {count} = 0 THEN {empty_case} ELSE {full} END"
        ends.append(below.gather(text, nothing))
    return numbers(ends[0], ends[1], scale, most, low_open=value.low_open, high_open=value.high_open, floor=value.floor)


def _tops(program: Program, below: Below, value: Numbers, top: Compiled) -> Compiled:
    """SUM_TOP; a number of places that is open gives both ends."""
    if not isinstance(top, Constant) or not isinstance(top.value, Bounds):
        raise NotCompiledError("SUM_TOP of a number that differs between households")
    fewest = int(max(0, top.value.low))
    most = MOST_ROWS if top.value.high == p.INFINITY else int(top.value.high)
    if most < 0:
        raise NotCompiledError("SUM_TOP of a negative number")
    below.counted()
    if not program.bounds and fewest != most:
        return numbers_of(Constant(p.ANY_NUMBER), bounds=False)
    if fewest == most:
        return _top(below, value, most, bounds=program.bounds)
    if most == MOST_ROWS:
        raise NotCompiledError("SUM_TOP without an upper bound")
    ends = [_top(below, value, n, bounds=True) for n in (fewest, most)]
    low, high = extreme(below.above, ends, least=True), extreme(below.above, ends, least=False)
    return numbers(
        low.low, high.high, low.scale, low.most, low_open=low.low_open, high_open=high.high_open, floor=low.floor
    )


def _top(below: Below, value: Numbers, n: int, *, bounds: bool) -> Numbers:
    source, most = below.source, value.most * (MOST_ROWS + n)
    value = scaled(value, value.scale, most=most)
    low, high = source.let(value.low), source.let(value.high)
    wide = most >= NARROW
    zero = f"CAST(0 AS {'HUGEINT' if wide else 'BIGINT'})"
    listed = "ph, " if below.phantoms else ""
    keys = ", ".join(below.above.standing)

    def rank(end: str, *, endless: bool) -> str:
        first = f"{end} IS NULL {'DESC' if endless else 'ASC'}, "
        order = f"{listed}{first}{end} DESC, {', '.join(source.keys)}"
        return source.let(f"ROW_NUMBER() OVER (PARTITION BY {keys} ORDER BY {order})")

    ranks = rank(low, endless=False)
    real = "NOT ph AND " if below.phantoms else ""
    taken = f"{real}{ranks} <= {n}"
    total = _total(f"CASE WHEN {taken} THEN {low} ELSE 0 END", wide=wide)
    if not bounds:
        doubt = [f"{low} IS NULL"] if value.open else []
        doubt += ["ph"] if below.phantoms and n else []
        text = f"CASE WHEN BOOL_OR({' OR '.join(doubt)}) THEN NULL ELSE {total} END" if doubt else total
        return one(below.gather(text, zero), scale=value.scale, most=most, opens=bool(doubt), floor=value.floor)
    count = f"CAST(SUM(CASE WHEN {real or ''}TRUE THEN 1 ELSE 0 END) AS BIGINT)"
    least = "CAST(0 AS BIGINT)" if not below.phantoms else f"LEAST(0, MIN(CASE WHEN ph THEN {low} END))"
    low_text = total
    if below.phantoms and not value.floor:
        short = f"GREATEST(0, {n} - {count})"
        fill = f"CASE WHEN {short} = 0 OR NOT BOOL_OR(ph) THEN 0 ELSE {short} * {least} END"
        low_text = f"{total} + {fill}"
        if value.low_open:
            low_text = f"CASE WHEN {short} > 0 AND BOOL_OR(ph AND {low} IS NULL) THEN NULL ELSE {low_text} END"
    if value.low_open:
        low_text = f"CASE WHEN BOOL_OR({taken} AND {low} IS NULL) THEN NULL ELSE {low_text} END"
    high_rank = rank(high, endless=True)
    high_taken = f"{real}{high_rank} <= {n}"
    high_text = _total(f"CASE WHEN {high_taken} THEN {high} ELSE 0 END", wide=wide)
    if below.phantoms and n:
        over = ", ".join(below.above.standing)
        its_own = f"ph AND {below.where}" if below.where else "ph"
        beyond = source.let(f"MAX(CASE WHEN {its_own} THEN {high} END) OVER (PARTITION BY {over})")
        filled = _total(f"CASE WHEN {high_taken} THEN GREATEST({high}, {beyond}) ELSE 0 END", wide=wide)
        rest = f"GREATEST(0, {n} - {count}) * MAX({beyond})"
        positive = _total(f"CASE WHEN {real}{high} > 0 THEN {high} ELSE 0 END", wide=wide)
        with_more = f"{filled} + {rest}"
        with_more = f"CASE WHEN {count} <= {n} THEN GREATEST({with_more}, {positive}) ELSE {with_more} END"
        endless = f"BOOL_OR(ph AND {high} IS NULL)" if value.high_open else "FALSE"
        high_text = f"CASE WHEN {endless} THEN NULL WHEN BOOL_OR(ph) THEN {with_more} ELSE {high_text} END"
    if value.high_open and n:
        high_text = f"CASE WHEN BOOL_OR({high_taken} AND {high} IS NULL) THEN NULL ELSE {high_text} END"
    return numbers(
        below.gather(low_text, zero),
        below.gather(high_text, zero),
        value.scale,
        most,
        low_open=value.low_open,
        high_open=value.high_open,
        floor=value.floor,
    )
