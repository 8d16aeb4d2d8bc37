"""SQL's expressions made into steps on columns in memory: those that a program is written in, and no others.

A text is read once. What rests on figures alone is reckoned then; what is left is one function of the rows.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import sqlglot
from sqlglot import exp

from desktop.programmes.caseload.vectors import casts
from desktop.programmes.caseload.vectors import operators as op
from desktop.programmes.caseload.vectors.scopes import Rows, Step
from desktop.programmes.caseload.vectors.vector import NULL, BeyondVectorsError, Vector, constant

_EPOCH = date(1970, 1, 1)
_COMPARE: dict[type[exp.Expr], Callable[[Any, Any], Any]] = {
    exp.EQ: operator.eq,
    exp.NEQ: operator.ne,
    exp.LT: operator.lt,
    exp.LTE: operator.le,
    exp.GT: operator.gt,
    exp.GTE: operator.ge,
}
_OF_TWO: dict[type[exp.Expr], Callable[[Vector, Vector], Vector]] = {
    exp.Add: lambda a, b: op.arithmetic(operator.add, a, b),
    exp.Sub: lambda a, b: op.arithmetic(operator.sub, a, b),
    exp.IntDiv: op.divided,
    exp.Mul: op.product,
    exp.BitwiseAnd: op.bits_of_both,
    exp.BitwiseOr: op.bits_of_either,
}
_OF_ONE: dict[type[exp.Expr], Callable[[Vector], Vector]] = {
    exp.Not: op.negation,
    exp.Neg: op.negative,
    exp.Abs: op.absolute,
}
_OF_MANY: dict[type[exp.Expr], Callable[[list[Vector]], Vector]] = {
    exp.Coalesce: op.first_known,
    exp.Least: lambda items: op.outermost(np.minimum, items),
    exp.Greatest: lambda items: op.outermost(np.maximum, items),
}
_WHOLE = {exp.DType.BIGINT, exp.DType.INT, exp.DType.TINYINT, exp.DType.SMALLINT, exp.DType.INT128}


@dataclass(frozen=True, slots=True)
class Same:
    """A step to what is the same for all rows."""

    value: Vector

    def __call__(self, _rows: Rows) -> Vector:
        """The value."""
        return self.value


@lru_cache(maxsize=20_000)
def step(sql: str) -> Step:
    """What an expression is on the rows that have the columns it names.

    Raises:
        BeyondVectorsError: where it has what these columns do not carry.
    """
    return _step(sqlglot.parse_one(sql, dialect="duckdb"))


def _of(reckon: Callable[..., Vector], *parts: Step) -> Step:
    """A step made of others."""
    if all(isinstance(part, Same) for part in parts):
        return Same(reckon(*(part.value for part in parts if isinstance(part, Same))))
    if len(parts) == 1:
        (only,) = parts
        return lambda rows: reckon(only(rows))
    if len(parts) == 2:
        one, other = parts
        return lambda rows: reckon(one(rows), other(rows))
    return lambda rows: reckon(*[part(rows) for part in parts])


def _of_list(reckon: Callable[[list[Vector]], Vector], parts: list[Step]) -> Step:
    return _of(lambda *items: reckon(list(items)), *parts)


def _step(node: exp.Expr) -> Step:
    kind = type(node)
    if kind is exp.LT and isinstance(node.this, exp.Tuple):
        sides = [[_step(each) for each in side.expressions] for side in (node.this, node.expression)]
        return lambda rows: op.before(*([part(rows) for part in side] for side in sides))
    if kind in _COMPARE:
        compare = _COMPARE[kind]
        return _of(lambda a, b: op.compared(compare, a, b), _step(node.this), _step(node.expression))
    if isinstance(node.args.get("expression"), exp.Interval):
        return _year_before(node)
    if kind in _OF_TWO:
        return _of(_OF_TWO[kind], _step(node.this), _step(node.expression))
    if kind in _OF_ONE:
        return _of(_OF_ONE[kind], _step(node.this))
    if kind in _OF_MANY:
        return _of_list(_OF_MANY[kind], [_step(each) for each in (node.this, *node.expressions)])
    match node:
        case exp.Paren():
            return _step(node.this)
        case exp.Column():
            name = f"{node.table}.{node.name}" if node.table else node.name
            return lambda rows: rows.column(name)
        case exp.Literal() if not node.is_string:
            return Same(constant(int(node.this)))
        case exp.Boolean():
            return Same(constant(bool(node.this)))
        case exp.Null():
            return Same(NULL)
        case exp.And():
            return _of_list(op.conjunction, [_step(each) for each in node.flatten()])
        case exp.Or():
            return _of_list(op.disjunction, [_step(each) for each in node.flatten()])
        case exp.Is() if isinstance(node.expression, exp.Null):
            return _of(op.is_null, _step(node.this))
        case exp.Between():
            return _of(_between, *(_step(each) for each in (node.this, node.args["low"], node.args["high"])))
        case exp.Case() if node.this is None:
            return _case(node)
        case exp.Cast():
            return _cast(node)
        case exp.Bracket() if isinstance(node.this, exp.Column) and len(node.expressions) == 1:
            # sqlglot counts the items of a list from nought.
            listed, place = node.this.name, int(node.expressions[0].name)
            return lambda rows: rows.item(listed, place)
        case exp.Window():
            return _window(node)
    return _aggregate(node)


def _between(value: Vector, low: Vector, high: Vector) -> Vector:
    return op.conjunction([op.compared(operator.ge, value, low), op.compared(operator.le, value, high)])


def _case(node: exp.Case) -> Step:
    arms = [(_step(each.this), _step(each.args["true"])) for each in node.args["ifs"]]
    default = node.args.get("default")
    otherwise = Same(NULL) if default is None else _step(default)

    def chosen(rows: Rows) -> Vector:
        made = ((op.as_truth(where(rows)).values, lambda value=value: value(rows)) for where, value in arms)
        return op.chosen(made, lambda: otherwise(rows))

    if all(isinstance(each, Same) for arm in arms for each in arm) and isinstance(otherwise, Same):
        return Same(chosen(Rows(0)))
    return chosen


def _cast(node: exp.Cast) -> Step:
    kind = node.to.this
    if kind is exp.DType.DATE and isinstance(node.this, exp.Literal):
        return Same(constant((date.fromisoformat(node.this.this) - _EPOCH).days))
    inner = _step(node.this)
    if kind is exp.DType.BOOLEAN:
        return _of(op.as_truth, inner)
    if kind is exp.DType.DATE:
        return inner
    if kind is exp.DType.DECIMAL:
        scale = 10 ** int(node.to.expressions[1].name)
        return _of(lambda given: casts.decimal(given, scale), inner)
    if kind is exp.DType.DOUBLE:
        return _of(casts.as_double, inner)
    if kind in _WHOLE:
        return _of(casts.whole, inner)
    raise BeyondVectorsError(node.sql())


def _year_before(node: exp.Expr) -> Step:
    interval = node.expression
    if not isinstance(node, exp.Sub) or interval.this.this != "1" or str(interval.args["unit"]) != "YEAR":
        raise BeyondVectorsError(node.sql())
    return _of(casts.year_before, _step(node.this))


def _aggregate(node: exp.Expr) -> Step:
    """What is put together of rows below."""
    match node:
        case exp.Count() if isinstance(node.this, exp.Star):
            return lambda rows: rows.sizes()
        case exp.Count():
            counted = _step(node.this)
            return lambda rows: rows.counted(counted)
        case exp.LogicalOr() | exp.LogicalAnd():
            decided, any_of = _step(node.this), isinstance(node, exp.LogicalOr)
            return lambda rows: rows.decided(decided, any_of=any_of)
        case exp.Sum():
            item = _step(node.this)
            return lambda rows: rows.summed(item)
        case exp.Min() | exp.Max():
            outer, least = _step(node.this), isinstance(node, exp.Min)
            return lambda rows: rows.extreme(outer, least=least)
    raise BeyondVectorsError(node.sql(dialect="duckdb")[:80])


def _window(node: exp.Window) -> Step:
    """What is made of the rows that stand beside in one order."""
    parts = [_step(each) for each in node.args["partition_by"]]
    order = node.args.get("order")
    keys = [
        (_step(each.this), bool(each.args.get("desc")), bool(each.args.get("nulls_first")))
        for each in (order.expressions if order is not None else ())
    ]
    inner, spec = node.this, node.args.get("spec")
    match inner:
        case exp.RowNumber():
            return lambda rows: rows.beside(parts, keys).numbered()
        case exp.LogicalOr() | exp.LogicalAnd() | exp.Max() | exp.Min() if spec is None and not keys:
            whole = _aggregate(inner)
            return lambda rows: rows.beside(parts, keys).whole(whole)
        case exp.Sum() | exp.Max() if spec is not None and _all_before(spec):
            item, summed = _step(inner.this), isinstance(inner, exp.Sum)
            return lambda rows: rows.beside(parts, keys).before(item, summed=summed)
    raise BeyondVectorsError(node.sql(dialect="duckdb")[:80])


def _all_before(spec: exp.Expr) -> bool:
    said = spec.args
    start, end = said.get("start"), said.get("end")
    return start == "UNBOUNDED" and str(end) == "1" and said.get("end_side") == "PRECEDING"
