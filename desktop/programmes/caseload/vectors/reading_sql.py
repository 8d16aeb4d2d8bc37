"""SQL's expressions on columns in memory: those that the plain program is written in, and no others."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import sqlglot
from sqlglot import exp

from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.vector import NULL, UNKNOWN_TRUTH, BeyondVectorsError, Vector

if TYPE_CHECKING:
    from desktop.programmes.caseload.vectors.vector import Array

_EPOCH = date(1970, 1, 1)
_COMPARE: dict[type[exp.Expr], Callable[[Any, Any], Any]] = {
    exp.EQ: operator.eq,
    exp.NEQ: operator.ne,
    exp.LT: operator.lt,
    exp.LTE: operator.le,
    exp.GT: operator.gt,
    exp.GTE: operator.ge,
}
_RECKON: dict[type[exp.Expr], Callable[[Any, Any], Any]] = {
    exp.Add: operator.add,
    exp.Sub: operator.sub,
    exp.IntDiv: operator.floordiv,
}
_WHOLE = {exp.DType.BIGINT, exp.DType.INT, exp.DType.TINYINT, exp.DType.SMALLINT, exp.DType.INT128}
Named = Callable[[str], Vector]
Special = Callable[[exp.Expr], Vector | None]


@lru_cache(maxsize=20_000)
def parsed(sql: str) -> exp.Expr:
    """An expression of a program; programs are kept, so each is read once."""
    return sqlglot.parse_one(sql, dialect="duckdb")


class Expressions:
    """Reckons expressions.

    Args:
        named: the column of a name.
        special: what is asked first: groupings and windows, which are no matter of one row; None for all else.
    """

    def __init__(self, named: Named, special: Special | None = None) -> None:
        self._named, self._special = named, special

    def of(self, sql: str) -> Vector:
        """The value of an expression.

        Raises:
            BeyondVectorsError: where it has what these columns do not carry.
        """
        return self.value(parsed(sql))

    def value(self, node: exp.Expr) -> Vector:
        """The value of a node."""
        if self._special is not None:
            found = self._special(node)
            if found is not None:
                return found
        kind = type(node)
        if kind is exp.LT and isinstance(node.this, exp.Tuple):
            return self._before(node)
        if kind in _COMPARE:
            return v.compared(_COMPARE[kind], self.value(node.this), self.value(node.expression))
        if kind in _RECKON:
            return self._reckoned(node)
        match node:
            case exp.Paren():
                return self.value(node.this)
            case exp.Column():
                return self._named(f"{node.table}.{node.name}" if node.table else node.name)
            case exp.Literal() if not node.is_string:
                return v.constant(int(node.this))
            case exp.Boolean():
                return v.constant(bool(node.this))
            case exp.Null():
                return NULL
            case exp.And():
                return v.conjunction([self._truth(each) for each in node.flatten()])
            case exp.Or():
                return v.disjunction([self._truth(each) for each in node.flatten()])
            case exp.Not():
                return v.negation(self._truth(node.this))
            case exp.Is() if isinstance(node.expression, exp.Null):
                return v.is_null(self.value(node.this))
            case exp.Between():
                low = v.compared(operator.ge, self.value(node.this), self.value(node.args["low"]))
                return v.conjunction(
                    [low, v.compared(operator.le, self.value(node.this), self.value(node.args["high"]))]
                )
            case exp.BitwiseAnd():
                return self._bits(operator.and_, node)
            case exp.BitwiseOr():
                return self._bits(operator.or_, node)
            case exp.Mul():
                guarded = any(each.to.this is exp.DType.INT128 for each in node.find_all(exp.Cast))
                return v.product(self.value(node.this), self.value(node.expression), guarded=guarded)
            case exp.Neg():
                inner = self.value(node.this)
                return Vector(-v.wide(inner.values), inner.known, inner.scale)
            case exp.Abs():
                inner = self.value(node.this)
                return Vector(np.abs(inner.values), inner.known, inner.scale)
            case exp.Coalesce():
                return v.first_known(self._each(node))
            case exp.Least():
                return v.outermost(
                    np.minimum, [self.value(node.this), *(self.value(each) for each in node.expressions)]
                )
            case exp.Greatest():
                return v.outermost(
                    np.maximum, [self.value(node.this), *(self.value(each) for each in node.expressions)]
                )
            case exp.Case() if node.this is None:
                return self._case(node)
            case exp.Cast():
                return self._cast(node)
        raise BeyondVectorsError(node.sql(dialect="duckdb")[:80])

    def _each(self, node: exp.Expr) -> list[Vector]:
        return [self.value(each) for each in (node.this, *node.expressions)]

    def _truth(self, node: exp.Expr) -> Vector:
        found = self.value(node)
        if found.is_truth:
            return found
        if found.known is not None and not found.known.any():
            return UNKNOWN_TRUTH
        raise BeyondVectorsError("a number for a yes or no")

    def _before(self, node: exp.Expr) -> Vector:
        """A comparison of values one after another, in which what is not known comes last."""
        found: Array = np.zeros((), np.bool_)
        for left, right in reversed(list(zip(node.this.expressions, node.expression.expressions, strict=True))):
            a, b = self.value(left), self.value(right)
            here, there = v.is_null(a).values, v.is_null(b).values
            less = (~here & there) | (~here & ~there & (a.values < b.values))
            same = (here & there) | (~here & ~there & (a.values == b.values))
            found = less | (same & found)
        return Vector(found)

    def _reckoned(self, node: exp.Expr) -> Vector:
        if isinstance(node.expression, exp.Interval):
            return self._year_before(node)
        a, b = self.value(node.this), self.value(node.expression)
        if isinstance(node, exp.IntDiv) and (a.scale != 1 or b.scale != 1):
            raise BeyondVectorsError("a whole division of decimals")
        return v.arithmetic(_RECKON[type(node)], a, b)

    def _year_before(self, node: exp.Expr) -> Vector:
        """The same day a year earlier, or the last of its month."""
        interval = node.expression
        if not isinstance(node, exp.Sub) or interval.this.this != "1" or str(interval.args["unit"]) != "YEAR":
            raise BeyondVectorsError(node.sql())
        given = self.value(node.this)
        day = v.wide(given.values).astype("datetime64[D]")
        month = day.astype("datetime64[M]")
        offset = day - month.astype("datetime64[D]")
        before = month - np.timedelta64(12, "M")
        last = (before + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
        found = np.minimum(before.astype("datetime64[D]") + offset, last)
        return Vector(found.astype(np.int64), given.known)

    def _bits(self, reckon: Callable[[Array, Array], Array], node: exp.Expr) -> Vector:
        a, b = self.value(node.this), self.value(node.expression)
        if a.values.ndim and not b.values.ndim and int(b.values) <= np.iinfo(a.values.dtype).max:
            b = Vector(b.values.astype(a.values.dtype), b.known)
        return Vector(reckon(a.values, b.values), v.both_known(a, b))

    def _case(self, node: exp.Case) -> Vector:
        arms = [(self._truth(each.this).surely(), self.value(each.args["true"])) for each in node.args["ifs"]]
        otherwise = node.args.get("default")
        return v.chosen(arms, NULL if otherwise is None else self.value(otherwise))

    def _cast(self, node: exp.Cast) -> Vector:
        kind = node.to.this
        if kind is exp.DType.DATE and isinstance(node.this, exp.Literal):
            return v.constant((date.fromisoformat(node.this.this) - _EPOCH).days)
        found = self.value(node.this)
        if kind is exp.DType.BOOLEAN:
            return UNKNOWN_TRUTH if isinstance(node.this, exp.Null) else found
        if kind is exp.DType.DATE:
            return found
        if kind is exp.DType.DECIMAL:
            return _decimal(found, 10 ** int(node.to.expressions[1].name))
        if kind is exp.DType.DOUBLE:
            return Vector(found.values / found.scale, found.known)
        if kind in _WHOLE and found.values.dtype != np.float64:
            return found if found.scale == 1 else _whole(found)
        raise BeyondVectorsError(node.sql())


def _decimal(given: Vector, scale: int) -> Vector:
    if given.values.dtype != np.float64:
        return Vector(v.wide(given.values) * scale, given.known, scale)
    return Vector(np.rint(given.values * scale).astype(np.int64), given.known, scale)


def _whole(given: Vector) -> Vector:
    """Rounded to the nearest, halves away from zero."""
    half = np.sign(given.values) * (given.scale // 2)
    found = np.abs(given.values + half) // given.scale * np.sign(given.values)
    return Vector(found, given.known)
