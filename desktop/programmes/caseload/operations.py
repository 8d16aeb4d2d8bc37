"""Arithmetic, comparison, logic and choice of a pack's expressions, in SQL."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from desktop.facts.arrow_layout import column_of
from desktop.facts.vocabulary import vocabulary
from desktop.programmes.caseload import arithmetic
from desktop.programmes.caseload.choosing import chosen
from desktop.programmes.caseload.choosing_codes import among, same_choice
from desktop.programmes.caseload.durations import against_figure
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.terms import (
    Choice,
    Compiled,
    Constant,
    Truth,
    is_choice,
    is_truth,
    numbers_of,
    truth_of,
)
from desktop.programmes.language import possibilities as p
from desktop.programmes.language import syntax
from desktop.programmes.language.family import HOUSEHOLD
from desktop.programmes.language.operators import COMPARE
from desktop.programmes.language.possibilities import Bounds
from desktop.programmes.language.syntax import AnyNode

if TYPE_CHECKING:
    from desktop.programmes.caseload.compiling import Program


def unary(program: Program, node: syntax.Unary, entity: str) -> Compiled:
    """NOT, negation and ABS."""
    value = program.compiled(node.of, entity)
    if node.op == "not":
        if isinstance(value, Constant):
            return Constant(p.opposite(value.value))  # type: ignore[arg-type]  # linked as a yes or no
        truth = truth_of(value)
        return Truth(f"(NOT {truth.sql})", open=truth.open)
    if isinstance(value, Constant) and isinstance(value.value, Bounds):
        return Constant(p.negate(value.value) if node.op == "neg" else p.absolute(value.value))
    shaped = numbers_of(value, bounds=program.bounds)
    return arithmetic.negate(shaped) if node.op == "neg" else arithmetic.absolute(program.frame(entity), shaped)


def binary(program: Program, node: syntax.Binary, entity: str) -> Compiled:
    """Arithmetic, and comparison."""
    if node.op in syntax.COMPARISONS:
        return comparison(program, node, entity)
    a, b = program.compiled(node.left, entity), program.compiled(node.right, entity)
    if isinstance(a, Constant) and isinstance(b, Constant):
        reckon = {"+": p.add, "-": p.subtract, "*": p.multiply, "per": p.share}[node.op]
        return Constant(reckon(a.value, b.value))  # type: ignore[arg-type]  # linked as numbers
    if node.op == "*":
        return _product(program, a, b, entity)
    if node.op == "per":
        return _share(program, node, a, b, entity)
    x, y = numbers_of(a, bounds=program.bounds), numbers_of(b, bounds=program.bounds)
    return arithmetic.add(x, y) if node.op == "+" else arithmetic.subtract(x, y)


def _product(program: Program, a: Compiled, b: Compiled, entity: str) -> Compiled:
    for one, other in ((a, b), (b, a)):
        if isinstance(one, Constant) and isinstance(one.value, Bounds) and one.value.known:
            return arithmetic.times_figure(numbers_of(other, bounds=program.bounds), Fraction(one.value.low))
    x, y = numbers_of(a, bounds=program.bounds), numbers_of(b, bounds=program.bounds)
    return arithmetic.multiply(program.frame(entity), x, y)


def _share(program: Program, node: syntax.Binary, a: Compiled, b: Compiled, entity: str) -> Compiled:
    if not isinstance(b, Constant) or not isinstance(b.value, Bounds):
        parts, dividend = (numbers_of(each, bounds=program.bounds) for each in (b, a))
        few = _few_parts(program, node.right, entity)
        return arithmetic.shared(program.frame(entity), dividend, parts, few=few)
    if b.value.low <= 0 <= b.value.high:
        return Constant(p.ANY_NUMBER)
    return _product(program, a, Constant(p.share(p.exactly(1), b.value)), entity)


def _few_parts(program: Program, node: AnyNode, entity: str) -> bool:
    """Whether a divisor is a fact of the household that no file states otherwise than as few."""
    if not isinstance(node, syntax.Name):
        return False
    parts = node.parts if entity == HOUSEHOLD and node.parts[0] != HOUSEHOLD else node.parts[1:]
    described = vocabulary()[HOUSEHOLD].properties.get(".".join(parts))
    if described is None or (entity != HOUSEHOLD and node.parts[0] != HOUSEHOLD):
        return False
    return program.alike.between(HOUSEHOLD, column_of(described), 1, arithmetic.DWELLINGS)


def comparison(program: Program, node: syntax.Binary, entity: str) -> Compiled:
    """A comparison of two values of one sort."""
    against = against_figure(program, node, entity)
    if against is not None:
        return against
    a, b = program.compiled(node.left, entity), program.compiled(node.right, entity)
    if isinstance(a, Constant) and isinstance(b, Constant):
        return Constant(COMPARE[node.op](a.value, b.value))
    if is_choice(a):
        return _turned(same_choice(program.frame(entity), a, b, bounds=program.bounds), node.op)
    if is_truth(a):
        x, y = truth_of(a), truth_of(b)
        return _turned(Truth(f"({x.sql} = {y.sql})", open=x.open or y.open), node.op)
    low, high = numbers_of(a, bounds=program.bounds), numbers_of(b, bounds=program.bounds)
    return arithmetic.compared(program.frame(entity), node.op, low, high)


def logic(op: str, values: Iterable[Compiled]) -> Compiled:
    """AND and OR; what comes after a value that settles it for every row is not even compiled."""
    combine, settled = (p.both, p.FAILS) if op == "and" else (p.either, p.HOLDS)
    constant = p.opposite(settled)
    parts: list[Truth] = []
    for value in values:
        if isinstance(value, Constant):
            constant = combine(constant, value.value)  # type: ignore[arg-type]  # linked as a yes or no
            if constant == settled:
                return Constant(settled)
        else:
            parts.append(truth_of(value))
    if not parts:
        return Constant(constant)
    if constant is p.OPEN:
        parts.append(truth_of(Constant(constant)))
    if len(parts) == 1:
        return parts[0]
    return Truth(f"({f' {op.upper()} '.join(part.sql for part in parts)})", open=any(part.open for part in parts))


def included(program: Program, node: syntax.In, entity: str) -> Compiled:
    """IN."""
    value = program.compiled(node.of, entity)
    if isinstance(value, Choice) and all(isinstance(option, syntax.Text) for option in node.options):
        return among(value, [option.code for option in node.options if isinstance(option, syntax.Text)])
    if isinstance(value, Constant) and isinstance(value.value, p.Codes) and value.value.options is not None:
        codes = {option.code for option in node.options if isinstance(option, syntax.Text)}
        if len(codes) == len(node.options) and value.value.options <= codes:
            return Constant(p.HOLDS)
    return logic("or", (comparison(program, syntax.Binary("=", node.of, option), entity) for option in node.options))


def case(program: Program, node: syntax.Case, entity: str) -> Compiled:
    """CASE: conditions of figures alone are settled here."""
    arms: list[tuple[Truth, Compiled]] = []
    otherwise: AnyNode = node.otherwise
    for condition, result in node.branches:
        holds = program.compiled(condition, entity)
        if isinstance(holds, Constant) and isinstance(holds.value, p.Truth) and holds.value.known:
            if not holds.value.may_hold:
                continue
            otherwise = result
            break
        arms.append((truth_of(holds), program.compiled(result, entity)))
    last = program.compiled(otherwise, entity)
    return chosen(program.frame(entity), arms, last, bounds=program.bounds) if arms else last


def extreme_of(program: Program, op: str, values: list[Compiled], frame: Frame) -> Compiled:
    """LEAST and GREATEST."""
    constants = [value.value for value in values if isinstance(value, Constant) and isinstance(value.value, Bounds)]
    choose = p.least if op == "least" else p.greatest
    if len(constants) == len(values):
        return Constant(choose(constants))
    return arithmetic.extreme(
        frame, [numbers_of(value, bounds=program.bounds) for value in values], least=op == "least"
    )


def _turned(value: Compiled, op: str) -> Compiled:
    if op == "=":
        return value
    if isinstance(value, Constant) and isinstance(value.value, p.Truth):
        return Constant(p.opposite(value.value))
    truth = truth_of(value)
    return Truth(f"(NOT {truth.sql})", open=truth.open)
