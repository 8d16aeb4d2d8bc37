"""What is asked of every household: the criteria, categories, benefits and total of a pack, as columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import partial

from desktop.facts.arrow_layout import PLACE
from desktop.programmes.caseload.alike import Alike
from desktop.programmes.caseload.compiling import Program
from desktop.programmes.caseload.engine import DuckDb
from desktop.programmes.caseload.frames import ALWAYS, Frame
from desktop.programmes.caseload.household_rows import keys_of
from desktop.programmes.caseload.readings import Reading
from desktop.programmes.caseload.terms import (
    NARROW,
    NotCompiledError,
    Numbers,
    Truth,
    literal,
    numbers_of,
    truth_of,
)
from desktop.programmes.language.family import HOUSEHOLD, MEMBER
from desktop.programmes.language.possibilities import Value
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.figures import MINOR
from desktop.programmes.packs.pack import Rounding

MET, UNMET, UNKNOWN, NOT_APPLICABLE = 0, 1, 2, 3
"""How a criterion or category came out."""
HOLDS = Truth("TRUE", open=False)


@dataclass
class Questions:
    """A pack compiled: a program and the columns that answer.

    `columns` are by the names of the result's columns; `settled` are those that are NULL or of two ends while something
    is open.
    """

    program: Program
    subject: Frame
    columns: dict[str, str] = field(default_factory=dict)
    settled: list[str] = field(default_factory=list)

    def tell(self, name: str, sql: str) -> None:
        """A column of the result."""
        column = self.subject.let(sql)
        self.subject.used(column, ALWAYS)
        self.columns[name] = column

    def settle(self, condition: str) -> None:
        """Notes what holds of a row that the program settles."""
        column = self.subject.let(condition)
        self.subject.used(column, ALWAYS)
        self.settled.append(column)


def questions(
    pack: Pack,
    *,
    on: date,
    parameters: Mapping[str, Value],
    bounds: bool,
    engine: DuckDb | None = None,
    alike: Alike | None = None,
) -> Questions:
    """The pack's questions.

    Args:
        pack: the version of the programme.
        on: the day of decision.
        parameters: values in the place of the pack's.
        bounds: whether a number that is not known has two columns.
        engine: whose SQL it is; DuckDB's where none is given.
        alike: what all files that it is for have alike; nothing where none is given.

    Raises:
        NotCompiledError: naming an expression that is left to the interpreter.
    """
    made = partial(Program, pack.scope, {**pack.parameters, **parameters}, tuple(pack.trees.values()), on=on)
    asked = _asked(pack, made(bounds=bounds, engine=engine, alike=alike))
    if asked.program.rows.stranger and not asked.program.asks_of_children:
        # Nobody is asked for children after all, so the member of whom nothing is known is none of the rows either.
        asked = _asked(pack, made(bounds=bounds, engine=engine, alike=alike, childless=True))
    return asked


def _asked(pack: Pack, program: Program) -> Questions:
    asked = Questions(program, program.frame(pack.subject))
    if pack.subject == MEMBER:
        asked.columns[PLACE] = asked.subject.read(Reading(PLACE))
        asked.subject.used(asked.columns[PLACE], ALWAYS)
    outcome = HOLDS
    for criterion in pack.text.criteria:
        counts = _criterion(asked, pack, f"criteria/{criterion.id}", criterion.when, f"criterion.{criterion.id}")
        outcome = _both(outcome, counts)
    belonging = None
    for category in pack.text.categories:
        place = f"categories/{category.id}"
        holds = _truth(asked, pack, f"{place}/when")
        for criterion in category.criteria:
            holds = _both(holds, _criterion(asked, pack, f"{place}/{criterion.id}", criterion.when, None))
        holds = _named(asked, holds)
        asked.tell(f"category.{category.id}", _code(holds, None))
        _settle(asked, holds)
        belonging = holds if belonging is None else _either(belonging, holds)
    if belonging is not None:
        outcome = _both(outcome, _named(asked, belonging))
    outcome = _named(asked, outcome)
    asked.tell("may_hold", f"COALESCE({outcome.sql}, TRUE)")
    asked.tell("may_fail", f"NOT COALESCE({outcome.sql}, FALSE)")
    _settle(asked, outcome)
    _benefits(asked, pack, outcome)
    if pack.household_total is not None:
        _household_total(asked, pack)
    return asked


def _truth(asked: Questions, pack: Pack, place: str) -> Truth:
    return _named(asked, truth_of(asked.program.compiled(pack.trees[place], pack.subject)))


def _named(asked: Questions, truth: Truth) -> Truth:
    return Truth(asked.subject.let(truth.sql), open=truth.open)


def _settle(asked: Questions, truth: Truth) -> None:
    if truth.open:
        asked.settle(f"{truth.sql} IS NOT NULL")


def _both(a: Truth, b: Truth) -> Truth:
    return b if a is HOLDS else Truth(f"({a.sql} AND {b.sql})", open=a.open or b.open)


def _either(a: Truth, b: Truth) -> Truth:
    return Truth(f"({a.sql} OR {b.sql})", open=a.open or b.open)


def _criterion(asked: Questions, pack: Pack, place: str, when: str | None, name: str | None) -> Truth:
    holds = _truth(asked, pack, place)
    if when is None:
        if name is not None:
            asked.tell(name, _code(holds, None))
            _settle(asked, holds)
        return holds
    applies = _truth(asked, pack, f"{place}/when")
    counts = _named(asked, Truth(f"(NOT {applies.sql} OR {holds.sql})", open=applies.open or holds.open))
    if name is not None:
        asked.tell(name, _code(holds, applies))
        _settle(asked, counts)
        if applies.open or holds.open:
            # Which of the two it is that settles it is told too: met, or not applicable.
            asked.settle(f"({holds.sql} IS NOT NULL OR NOT COALESCE({applies.sql}, TRUE))")
    return counts


def _code(holds: Truth, applies: Truth | None) -> str:
    if applies is None:
        return f"(CASE WHEN {holds.sql} IS NULL THEN {UNKNOWN} WHEN {holds.sql} THEN {MET} ELSE {UNMET} END)"
    counts = f"(NOT {applies.sql} OR {holds.sql})"
    return (
        f"(CASE WHEN NOT COALESCE({applies.sql}, TRUE) THEN {NOT_APPLICABLE} WHEN {counts} IS NULL THEN {UNKNOWN} "
        f"WHEN NOT {counts} THEN {UNMET} WHEN {holds.sql} THEN {MET} ELSE {NOT_APPLICABLE} END)"
    )


def _benefits(asked: Questions, pack: Pack, outcome: Truth) -> None:
    monthly: list[tuple[str, str]] = []
    for benefit in pack.text.benefits:
        place = f"benefits/{benefit.id}"
        due = outcome
        if benefit.when is not None:
            due = _named(asked, _both(outcome, _truth(asked, pack, f"{place}/when")))
        amount = numbers_of(asked.program.compiled(pack.trees[place], pack.subject), bounds=asked.program.bounds)
        low, high = _due(asked, amount, due, pack.text.rounding)
        asked.tell(f"benefit.{benefit.id}.low", low)
        asked.tell(f"benefit.{benefit.id}.high", high)
        if benefit.period == "month":
            monthly.append((low, high))
    for name, at in (("low", 0), ("high", 1)):
        asked.tell(f"total.{name}", " + ".join(pair[at] for pair in monthly) or literal(0))


def _due(asked: Questions, amount: Numbers, due: Truth, rounding: Rounding) -> tuple[str, str]:
    """The ends of an amount that is due only where the right stands; NULL for no upper end."""
    subject, program = asked.subject, asked.program
    ends = [subject.let(_rounded(program.engine, end, amount, rounding)) for end in (amount.low, amount.high)]
    if program.bounds:
        low = f"(CASE WHEN COALESCE({due.sql}, FALSE) THEN COALESCE({ends[0]}, 0) ELSE 0 END)"
        high = f"(CASE WHEN COALESCE({due.sql}, TRUE) THEN {ends[1]} ELSE 0 END)"
        return subject.let(low), subject.let(high)
    text = subject.let(f"(CASE WHEN NOT {due.sql} THEN 0 WHEN {due.sql} THEN {ends[0]} END)")
    if amount.open or due.open:
        asked.settle(f"{text} IS NOT NULL")
    return text, text


def _rounded(engine: DuckDb, text: str, amount: Numbers, rounding: Rounding) -> str:
    """An amount in minor units, rounded once and never less than nothing."""
    step = Fraction(rounding.to) * MINOR
    if step.denominator != 1:
        raise NotCompiledError(f"rounding to {rounding.to}")
    parts, whole = amount.scale, step.numerator
    bottom = parts * whole
    wide = amount.most * 2 + bottom >= NARROW
    top = f"CAST({text} AS HUGEINT)" if wide else text
    if bottom == 1:
        quotient = top
    elif rounding.how == "half_up":
        quotient = engine.divided(f"({top} * 2 + {bottom})", str(2 * bottom))
    elif rounding.how == "up":
        quotient = engine.divided(f"({top} + {bottom - 1})", str(bottom))
    else:
        quotient = engine.divided(top, str(bottom))
    return f"(CASE WHEN {text} <= 0 THEN 0 ELSE CAST({quotient} * {whole} AS BIGINT) END)"


def _household_total(asked: Questions, pack: Pack) -> None:
    program, household = asked.program, asked.program.frame(HOUSEHOLD)
    value = numbers_of(program.compiled(pack.trees["household_total"], HOUSEHOLD), bounds=program.bounds)
    for name, end in (("low", value.low), ("high", value.high)):
        text = _rounded(program.engine, end, value, pack.text.rounding)
        if name == "low" and program.bounds:
            text = f"COALESCE({text}, 0)"
        told = text if asked.subject is household else asked.subject.pull(household, text, keys_of(HOUSEHOLD))
        asked.tell(f"household_total.{name}", told)
        if not program.bounds and value.open:
            asked.settle(f"{asked.subject.let(told)} IS NOT NULL")
