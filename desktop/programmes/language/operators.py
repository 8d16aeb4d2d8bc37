"""Arithmetic, comparison, logic, choice and tables: what an expression does with what its names read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.programmes.language import possibilities as p
from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import UNPUBLISHED, Evaluation, Linked
from desktop.programmes.language.family import Instance
from desktop.programmes.language.possibilities import Bounds, Codes, Truth, Value
from desktop.programmes.language.scope import Scope, Table, common_sort, expect, numbers, truth
from desktop.programmes.language.sorts import Sort
from desktop.values.errors import OfficeError

COMPARE: dict[str, Callable[[Any, Any], Truth]] = {
    "=": p.equal,
    "<>": lambda a, b: p.opposite(p.equal(a, b)),
    "<": p.less,
    "<=": p.at_most,
    ">": lambda a, b: p.less(b, a),
    ">=": lambda a, b: p.at_most(b, a),
}


def link_unary(node: syntax.Unary, entity: str, scope: Scope) -> Linked:
    """NOT, negation and ABS."""
    inner = scope.link(node.of, entity)
    read = inner.reader
    if node.op == "not":
        expect(inner, Sort.TRUTH)
        return Linked(lambda e, i: p.opposite(truth(e, i, read)), Sort.TRUTH)
    expect(inner, Sort.NUMBER, Sort.MONEY)
    if node.op == "neg":
        return Linked(lambda e, i: p.negate(numbers(e, i, read)), inner.sort)
    return Linked(lambda e, i: p.absolute(numbers(e, i, read)), inner.sort)


def link_binary(node: syntax.Binary, entity: str, scope: Scope) -> Linked:
    """Comparison, `+ - *` and PER, as far as the sorts fit."""
    left, right = scope.link(node.left, entity), scope.link(node.right, entity)
    a, b = left.reader, right.reader
    if node.op in COMPARE:
        sort = common_sort([(node.left, left), (node.right, right)])
        if node.op not in ("=", "<>") and sort in (Sort.CODE, Sort.TRUTH):
            raise OfficeError("programmes.wrong_sort", found=sort.value, expected="number, money, day")
        compare = COMPARE[node.op]
        return Linked(lambda e, i: compare(a(e, i), b(e, i)), Sort.TRUTH)
    expect(left, Sort.NUMBER, Sort.MONEY)
    expect(right, Sort.NUMBER, Sort.MONEY)
    if node.op in ("+", "-"):
        sort = common_sort([(node.left, left), (node.right, right)])
        reckon = p.add if node.op == "+" else p.subtract
        return Linked(lambda e, i: reckon(numbers(e, i, a), numbers(e, i, b)), sort)
    if left.sort is right.sort is Sort.MONEY and node.op == "*":
        raise OfficeError("programmes.wrong_sort", found="money * money", expected="money * number")
    if node.op == "*":
        sort = Sort.MONEY if Sort.MONEY in (left.sort, right.sort) else Sort.NUMBER
        return Linked(lambda e, i: p.multiply(numbers(e, i, a), numbers(e, i, b)), sort)
    if left.sort is Sort.NUMBER and right.sort is Sort.MONEY:
        raise OfficeError("programmes.wrong_sort", found="PER(number, money)", expected="PER(money, money)")
    sort = Sort.NUMBER if right.sort is Sort.MONEY else left.sort
    return Linked(lambda e, i: p.share(numbers(e, i, a), numbers(e, i, b)), sort)


def link_logic(node: syntax.Logic, entity: str, scope: Scope) -> Linked:
    """AND and OR; what is settled already reads no further."""
    readers = [expect(scope.link(item, entity), Sort.TRUTH).reader for item in node.items]
    combine, settled = (p.both, p.FAILS) if node.op == "and" else (p.either, p.HOLDS)

    def read(evaluation: Evaluation, instance: Instance) -> Value:
        result = truth(evaluation, instance, readers[0])
        for reader in readers[1:]:
            if result is settled:
                return result
            result = combine(result, truth(evaluation, instance, reader))
        return result

    return Linked(read, Sort.TRUTH)


def link_in(node: syntax.In, entity: str, scope: Scope) -> Linked:
    """Whether a value is among those listed."""
    of = scope.link(node.of, entity)
    options = [scope.link(option, entity) for option in node.options]
    for option in options:
        expect(option, of.sort)
    read, readers = of.reader, [option.reader for option in options]
    if of.sort is Sort.CODE and all(isinstance(option, syntax.Text) for option in node.options):
        codes = frozenset(option.code for option in node.options if isinstance(option, syntax.Text))
        return Linked(lambda e, i: _among(read(e, i), codes), Sort.TRUTH)

    def reads(evaluation: Evaluation, instance: Instance) -> Value:
        value = read(evaluation, instance)
        result = p.FAILS
        for reader in readers:
            result = p.either(result, p.equal(value, reader(evaluation, instance)))
        return result

    return Linked(reads, Sort.TRUTH)


def _among(value: Value, codes: frozenset[str]) -> Truth:
    """Membership in one step: a choice left open among listed codes only is settled, though no single one is."""
    if not isinstance(value, Codes):
        raise TypeError(value)
    if value.options is None:
        return p.OPEN
    if value.options <= codes:
        return p.HOLDS
    return p.FAILS if value.options.isdisjoint(codes) else p.OPEN


def link_case(node: syntax.Case, entity: str, scope: Scope) -> Linked:
    """CASE: the union of the branches that are still possible."""
    branches = [
        (expect(scope.link(condition, entity), Sort.TRUTH).reader, (result, scope.link(result, entity)))
        for condition, result in node.branches
    ]
    otherwise = scope.link(node.otherwise, entity)
    sort = common_sort([result for _, result in branches] + [(node.otherwise, otherwise)])
    arms = [(condition, result[1].reader) for condition, result in branches]
    last = otherwise.reader

    def read(evaluation: Evaluation, instance: Instance) -> Value:
        value: Value | None = None
        for condition, result in arms:
            holds = truth(evaluation, instance, condition)
            if holds.may_hold:
                found = result(evaluation, instance)
                value = found if value is None else p.union(value, found)
                if not holds.may_fail and value is not None:
                    return value
        found = last(evaluation, instance)
        return found if value is None else p.union(value, found)

    return Linked(read, sort)


def link_extreme(node: syntax.Extreme, entity: str, scope: Scope) -> Linked:
    """LEAST and GREATEST."""
    linked = [scope.link(item, entity) for item in node.items]
    sort = common_sort(list(zip(node.items, linked, strict=True)))
    readers = [expect(one, Sort.NUMBER, Sort.MONEY, Sort.DAY).reader for one in linked]
    choose = p.least if node.op == "least" else p.greatest
    return Linked(lambda e, i: choose([numbers(e, i, reader) for reader in readers]), sort)


def link_lookup(node: syntax.Lookup, entity: str, scope: Scope) -> Linked:
    """A row of a table; the union of those that an open key may mean."""
    table = scope.tables.get(node.table)
    if table is None:
        raise OfficeError("programmes.undeclared_table", name=node.table)
    read = scope.link(node.key, entity).reader
    token = UNPUBLISHED + node.table

    def look(evaluation: Evaluation, instance: Instance) -> Value:
        cells, below, beyond = _cells(table, read(evaluation, instance))
        if beyond and table.beyond is not None:
            cells.append(table.beyond)
            if table.beyond_unpublished:
                evaluation.reads.add(token)
        if below or not cells or (beyond and table.beyond is None):
            return p.ANY_NUMBER
        return Bounds(min(cell.low for cell in cells), max(cell.high for cell in cells))

    return Linked(look, table.sort)


def _cells(table: Table, key: Value) -> tuple[list[Bounds], bool, bool]:
    """The rows that a key may mean, and whether it may lie where there is no row: below the first, beyond the last."""
    if isinstance(key, Bounds):
        rows = sorted(row for row in table.rows if isinstance(row, int))
        inside = [table.rows[row] for row in rows if key.low <= row <= key.high]
        return inside, key.low < rows[0], key.high > rows[-1]
    if isinstance(key, Codes):
        options = key.options
        inside = [cell for row, cell in table.rows.items() if options is None or row in options]
        return inside, False, options is None or any(option not in table.rows for option in options)
    raise TypeError(key)
