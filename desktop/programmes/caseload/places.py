"""PLACE and DAYS_IN in SQL: the rank of a row among its like, and the days of stays that may overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.facts.vocabulary import vocabulary
from desktop.programmes.caseload.arithmetic import aligned, numbers, one
from desktop.programmes.caseload.children import MOST_ROWS, Below
from desktop.programmes.caseload.facts import column, given
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import Compiled, Constant, Numbers, Truth, literal, numbers_of, truth_of
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.aggregates import LONGEST_YEAR, year_before
from desktop.programmes.language.family import HOUSEHOLD, MEMBER
from desktop.programmes.language.possibilities import NEVER
from desktop.programmes.language.syntax import DaysIn, Place

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program


def place(program: Program, node: Place, frame: Frame) -> Compiled:
    """The rank among the rows of the whole household, smallest key first, ties by the order of the file."""
    within = truth_of(program.compiled(node.within, frame.name))
    by = numbers_of(program.compiled(node.by, frame.name), bounds=program.bounds)
    by, _ = aligned(by, by)
    if not program.bounds:
        return _plain(frame, within, by)
    low, high, counts = frame.let(by.low), frame.let(by.high), frame.let(within.sql)
    own, other = (", ".join(f"{row}.{key}" for key in frame.standing[1:]) for row in ("a", "o"))
    earlier = f"({other}) < ({own})" if len(frame.standing) > 2 else f"{other} < {own}"
    listed = _listed(frame, program.rows.stranger, "o.")
    if frame.phantoms and frame.name != MEMBER:
        earlier = f"(a.ph OR {earlier})"
    apart = f"({listed}) AND NOT ({' AND '.join(f'a.{key} = o.{key}' for key in frame.keys)})"
    o_counts, o_low, o_high, a_low, a_high = (
        _of(row, name) for row, name in (("o", counts), ("o", low), ("o", high), ("a", low), ("a", high))
    )
    certain = f"CASE WHEN {earlier} THEN {o_high} <= {a_low} ELSE {o_high} < {a_low} END"
    may = f"COALESCE(CASE WHEN {earlier} THEN {o_low} <= {a_high} ELSE {o_low} < {a_high} END, TRUE)"
    surely = f"1 + SUM(CASE WHEN {apart} AND {o_counts} AND {certain} THEN 1 ELSE 0 END)"
    at_most = f"1 + SUM(CASE WHEN {apart} AND COALESCE({o_counts}, TRUE) AND {may} THEN 1 ELSE 0 END)"
    phantoms = frame.phantoms and frame.name != MEMBER
    if phantoms:
        among = "o.ph AND o.m >= 0" if program.rows.stranger and "m" in frame.standing else "o.ph"
        before = f"BOOL_OR({among} AND COALESCE({o_counts}, TRUE) AND COALESCE({o_low} <= {a_high}, TRUE))"
        at_most = f"CASE WHEN {before} THEN NULL ELSE {at_most} END"
    columns = (counts, low, high)
    ends = (
        frame.pairs(f"CAST({surely} AS BIGINT)", columns),
        frame.pairs(f"CAST({at_most} AS BIGINT)", columns),
    )
    return numbers(*ends, 1, MOST_ROWS, low_open=False, high_open=phantoms, floor=True)


def _listed(frame: Frame, stranger: bool, row: str = "") -> str:
    if frame.name == MEMBER:
        return f"{row}m >= 0" if stranger else "TRUE"
    return f"NOT {row}ph" if frame.phantoms else "TRUE"


def _plain(frame: Frame, within: Truth, by: Numbers) -> Compiled:
    """One more than the rows before it, where nothing about them is in doubt."""
    counts, key = frame.let(within.sql), frame.let(by.low)
    own, other = (", ".join(f"{row}.{each}" for each in (key, *frame.standing[1:])) for row in ("a", "o"))
    listed = _listed(frame, stranger=frame.phantoms, row="o.")
    rank = (
        f"CAST(1 + SUM(CASE WHEN {listed} AND {_of('o', counts)} AND ({other}) < ({own}) THEN 1 ELSE 0 END) AS BIGINT)"
    )
    maybe = frame.let(f"COALESCE({counts}, TRUE)") if within.open else counts
    among = _of("o", maybe)
    columns = (counts, key, maybe)
    if not (within.open or by.open or frame.phantoms):
        return one(
            frame.pairs(rank, columns, default=literal(1), where=among),
            scale=1,
            most=MOST_ROWS,
            opens=False,
            floor=True,
        )
    # The member of whom nothing is known is no entry of the household.
    real = "m >= 0 AND " if frame.phantoms and "m" in frame.standing else ""
    its_own = _listed(frame, stranger=frame.phantoms)
    doubt = frame.let(f"{real}{maybe} AND ({counts} IS NULL OR {key} IS NULL OR NOT ({its_own}))")
    ranked = frame.pairs(rank, columns, default=literal(1), where=among)
    somewhere = frame.pairs(f"BOOL_OR({_of('o', doubt)})", (doubt, maybe), default="FALSE", where=among)
    text = f"(CASE WHEN {somewhere} OR {key} IS NULL THEN NULL ELSE {ranked} END)"
    return one(frame.let(text), scale=1, most=MOST_ROWS, opens=True, floor=True)


def _of(row: str, name: str) -> str:
    """A column of one row of a pair, or the literal that stands in its place."""
    return f"{row}.{name}" if name.startswith("c") and name[1:].isdigit() else name


def days_in(program: Program, node: DaysIn, above: Frame) -> Compiled:
    """Days of a list of stays within the year before the decision or before the application, each day once."""
    below = Below(program, above, node.stays)
    if below.empty:
        return Constant(p.exactly(0))
    source = below.source
    properties = vocabulary()[node.stays].properties
    end, known = literal(program.day), "TRUE"
    start = literal(year_before(program.on).toordinal())
    here = (start, end)
    if node.window == "year_before_application":
        household = program.frame(HOUSEHOLD)
        applied = vocabulary()[HOUSEHOLD].properties["applied_on"]
        raw = column(household, applied)
        known_sql = "TRUE" if given(program, household, applied) else f"({raw} IS NOT NULL)"
        end_sql = f"COALESCE({program.engine.ordinal(raw)}, {literal(program.day)})"
        start_sql = program.engine.year_before(household.let(end_sql))
        end, start = (source.pull(household, sql, ("f",)) for sql in (end_sql, start_sql))
        here = (_read(household, above, start_sql), _read(household, above, end_sql))
        known = _read(household, above, known_sql)
    engine, never = program.engine, literal(NEVER)
    first = engine.ordinal(column(source, properties["from"]))
    last = engine.ordinal(column(source, properties["to"]))
    begun, ended = f"GREATEST({first}, {start})", f"LEAST(COALESCE({last}, {never}), {end})"
    if source.phantoms:
        begun, ended = f"CASE WHEN ph THEN {end} ELSE {begun} END", f"CASE WHEN ph THEN {start} ELSE {ended} END"
    begun, ended = source.let(begun), source.let(ended)
    counted_from = begun
    if not program.alike.apart(node.stays):
        # How far the stays begun before reach, the same for every window of days.
        keys, order = ", ".join(above.standing), ", ".join((f"COALESCE({first}, 0)", *source.standing))
        latest = f"MAX({'CASE WHEN ph THEN 0 ELSE ' if source.phantoms else ''}COALESCE({last}, {never})"
        latest += f"{' END' if source.phantoms else ''}) OVER (PARTITION BY {keys} ORDER BY {order}"
        reach = source.let(f"{latest} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)")
        counted_from = f"GREATEST({begun}, LEAST(COALESCE({reach}, 0), {end}))"
    days = source.let(f"GREATEST(0, {ended} - {counted_from})")
    total = below.gather(f"CAST(SUM({days}) AS BIGINT)", literal(0))
    below.counted()
    if known == "TRUE" and not source.phantoms:
        return one(total, scale=1, most=LONGEST_YEAR, opens=False, floor=True)
    any_row = below.gather("COUNT(*)", "0")
    more = below.gather("BOOL_OR(ph)", "FALSE") if source.phantoms else "FALSE"
    year = f"({here[1]} - {here[0]})"
    bounds = program.bounds
    low = f"(CASE WHEN {any_row} > 0 AND NOT {known} THEN {0 if bounds else 'NULL'} ELSE {total} END)"
    if not bounds:
        text = f"(CASE WHEN {more} THEN NULL ELSE {low} END)"
        return one(above.let(text), scale=1, most=LONGEST_YEAR, opens=True, floor=True)
    high = f"(CASE WHEN {any_row} > 0 AND NOT {known} THEN {LONGEST_YEAR} WHEN {more} THEN {year} ELSE {total} END)"
    return numbers(above.let(low), above.let(high), 1, LONGEST_YEAR, low_open=False, high_open=False, floor=True)


def _read(household: Frame, above: Frame, sql: str) -> str:
    return household.let(sql) if above is household else above.pull(household, sql, ("f",))
