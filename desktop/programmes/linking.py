"""From a tree to a reader: names are resolved against the vocabulary and the pack's variables, sorts are checked.

Linking happens once a pack; what it returns are closures that ask an `Evaluation` and give back possibilities.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from desktop.facts.vocabulary import vocabulary
from desktop.programmes import possibilities as p
from desktop.programmes import syntax
from desktop.programmes.evaluation import UNPUBLISHED, Evaluation, Reader
from desktop.programmes.facts_read import ENGINE_GIVEN, SORTS, person_reader, property_reader, reference
from desktop.programmes.family import CHILD, HOUSEHOLD, MEMBER, RELATIONS, Instance
from desktop.programmes.possibilities import Bounds, Codes, Truth, Value
from desktop.programmes.sorts import Sort
from desktop.programmes.syntax import AnyNode
from desktop.values.errors import OfficeError

COMPARE: dict[str, Callable[[Any, Any], Truth]] = {
    "=": p.equal,
    "<>": lambda a, b: p.opposite(p.equal(a, b)),
    "<": p.less,
    "<=": p.at_most,
    ">": lambda a, b: p.less(b, a),
    ">=": lambda a, b: p.at_most(b, a),
}


@dataclass(frozen=True, slots=True)
class Linked:
    """A reader and the sort of what it reads."""

    reader: Reader
    sort: Sort


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the pack: rows by key, and what stands beyond the last row.

    Args:
        sort: of its cells; money in minor units.
        rows: cells by whole number or by code.
        beyond: the cell of every key after the last row.
        beyond_unpublished: whether that cell was never made public.
    """

    sort: Sort
    rows: Mapping[int | str, Bounds]
    beyond: Bounds | None = None
    beyond_unpublished: bool = False


@dataclass
class Scope:
    """What a pack declares, as far as linking needs it.

    Args:
        sources: the tree of each variable by (entity, name).
        parameters: the sort of each parameter and reading.
        tables: the pack's tables.
        unpublished: parameters whose figure was never made public.
        linked: variables linked so far, filled on the way.
    """

    sources: Mapping[tuple[str, str], AnyNode]
    parameters: Mapping[str, Sort]
    tables: Mapping[str, Table] = field(default_factory=dict)
    unpublished: frozenset[str] = frozenset()
    linked: dict[tuple[str, str], Linked] = field(default_factory=dict)
    under_way: list[tuple[str, str]] = field(default_factory=list)

    def variable(self, entity: str, name: str) -> Linked:
        """A variable of the pack, linked at the first use; a circle is refused by name."""
        key = (entity, name)
        if key in self.linked:
            return self.linked[key]
        if key in self.under_way:
            circle = [*self.under_way[self.under_way.index(key) :], key]
            raise OfficeError("programmes.circle", circle=" → ".join(".".join(step) for step in circle))
        self.under_way.append(key)
        try:
            self.linked[key] = link(self.sources[key], entity, self)
        finally:
            self.under_way.pop()
        return self.linked[key]


def link(node: AnyNode, entity: str, scope: Scope) -> Linked:
    """The reader of an expression about an instance of `entity`.

    Raises:
        OfficeError: a name that is not declared, sorts that do not fit, a circle among variables.
    """
    from desktop.programmes.aggregates import link_aggregate, link_days_in, link_place
    from desktop.programmes.times import link_reached, link_since

    match node:
        case syntax.Num(text):
            number = p.exactly(p.plain(Fraction(text)))
            return Linked(lambda _, __: number, Sort.NUMBER)
        case syntax.Bool(holds):
            truth = p.truth_of(holds)
            return Linked(lambda _, __: truth, Sort.TRUTH)
        case syntax.Text(code):
            codes = p.one_of(code)
            return Linked(lambda _, __: codes, Sort.CODE)
        case syntax.Param(name):
            return _link_parameter(name, scope)
        case syntax.Name():
            return link_name(node, entity, scope)
        case syntax.Unary():
            return _link_unary(node, entity, scope)
        case syntax.Binary():
            return _link_binary(node, entity, scope)
        case syntax.Logic():
            return _link_logic(node, entity, scope)
        case syntax.In():
            return _link_in(node, entity, scope)
        case syntax.Case():
            return _link_case(node, entity, scope)
        case syntax.Extreme():
            return _link_extreme(node, entity, scope)
        case syntax.Aggregate():
            return link_aggregate(node, entity, scope)
        case syntax.Place():
            return link_place(node, entity, scope)
        case syntax.Lookup():
            return _link_lookup(node, entity, scope)
        case syntax.Since():
            return link_since(node, entity, scope)
        case syntax.Reached():
            return link_reached(node, entity, scope)
        case syntax.DaysIn():
            return link_days_in(node, entity)
        case syntax.OnRecord(name) | syntax.StillOpen(name):
            from desktop.programmes.absences import link_on_record, link_still_open

            return (link_on_record if isinstance(node, syntax.OnRecord) else link_still_open)(name, entity)


def expect(linked: Linked, *sorts: Sort) -> Linked:
    """`linked`, refused unless it is one of `sorts`."""
    if linked.sort not in sorts:
        raise OfficeError("programmes.wrong_sort", found=linked.sort.value, expected=", ".join(sorts))
    return linked


def numbers(evaluation: Evaluation, instance: Instance, reader: Reader) -> Bounds:
    """What `reader` gives, which linking has found to be a number, money or a day."""
    value = reader(evaluation, instance)
    if not isinstance(value, Bounds):
        raise TypeError(value)
    return value


def truth(evaluation: Evaluation, instance: Instance, reader: Reader) -> Truth:
    """What `reader` gives, which linking has found to be a yes or no."""
    value = reader(evaluation, instance)
    if not isinstance(value, Truth):
        raise TypeError(value)
    return value


def link_name(name: syntax.Name, entity: str, scope: Scope) -> Linked:
    """A fact or variable of this instance, of one above it, or of a person that it refers to."""
    if entity in RELATIONS:
        return _link_relation(name, entity, scope)
    head, *rest = name.parts
    if rest and _leads_to(head, rest[0], entity):
        return link_name(syntax.Name(tuple(rest)), entity, scope)
    if rest and head in vocabulary() and head != entity and head in _lineage(entity):
        return _upward(head, link_name(syntax.Name(tuple(rest)), head, scope))
    if rest and head == entity and ".".join(name.parts) not in vocabulary()[entity].properties:
        return link_name(syntax.Name(tuple(rest)), entity, scope)
    if not rest and (entity, head) in scope.sources:
        return _link_variable(entity, head, scope)
    dotted = ".".join(name.parts)
    described = vocabulary()[entity].properties.get(dotted)
    given = ENGINE_GIVEN.get((entity, dotted))
    if given is not None:
        return Linked(*given)
    if described is not None and described.kind in SORTS:
        return Linked(property_reader(described), SORTS[described.kind])
    for split in range(len(name.parts) - 1, 0, -1):
        follow = reference(entity, ".".join(name.parts[:split]))
        if follow is not None:
            try:
                read, sort = person_reader(".".join(name.parts[split:]))
            except LookupError:
                break
            return Linked(lambda e, i, f=follow, r=read: r(e, f(e.family, i)), sort)  # type: ignore[misc]
    raise OfficeError("programmes.undeclared_name", name=dotted, entity=entity)


def _leads_to(head: str, step: str, entity: str) -> bool:
    """Whether `head.step` only spells out the way down to `entity`, as `member.breach` does about a breach."""
    known = vocabulary()
    return step in known and known[step].parent == head and (step == entity or step in _lineage(entity))


def _link_relation(name: syntax.Name, relation: str, scope: Scope) -> Linked:
    """A name about a spouse, who may live elsewhere, or about a child, who is a member with all a member has."""
    parts = name.parts[1:] if name.parts[0] == relation else name.parts
    if relation == CHILD:
        return link_name(syntax.Name(parts), MEMBER, scope)
    try:
        return Linked(*person_reader(".".join(parts)))
    except LookupError:
        raise OfficeError("programmes.undeclared_name", name=str(name), entity=relation) from None


def _link_variable(entity: str, name: str, scope: Scope) -> Linked:
    sort = scope.variable(entity, name).sort
    return Linked(lambda evaluation, instance: evaluation.variable(instance, name), sort)


def _upward(entity: str, linked: Linked) -> Linked:
    read = linked.reader
    return Linked(lambda evaluation, instance: read(evaluation, instance.above(entity)), linked.sort)


def _lineage(entity: str) -> set[str]:
    line, above = {HOUSEHOLD}, vocabulary()[entity].parent
    while above is not None:
        line.add(above)
        above = vocabulary()[above].parent
    return line


def _link_parameter(name: str, scope: Scope) -> Linked:
    sort = scope.parameters.get(name)
    if sort is None:
        raise OfficeError("programmes.undeclared_parameter", name=name)
    if name in scope.unpublished:
        token = UNPUBLISHED + name

        def read_unpublished(evaluation: Evaluation, _: Instance) -> Value:
            evaluation.reads.add(token)
            return evaluation.parameters[name]

        return Linked(read_unpublished, sort)
    return Linked(lambda evaluation, _: evaluation.parameters[name], sort)


def _link_unary(node: syntax.Unary, entity: str, scope: Scope) -> Linked:
    inner = link(node.of, entity, scope)
    read = inner.reader
    if node.op == "not":
        expect(inner, Sort.TRUTH)
        return Linked(lambda e, i: p.opposite(truth(e, i, read)), Sort.TRUTH)
    expect(inner, Sort.NUMBER, Sort.MONEY)
    if node.op == "neg":
        return Linked(lambda e, i: p.negate(numbers(e, i, read)), inner.sort)
    return Linked(lambda e, i: p.absolute(numbers(e, i, read)), inner.sort)


def is_zero(node: AnyNode) -> bool:
    """Whether a node is the literal zero, which is of every numeric sort."""
    return isinstance(node, syntax.Num) and Fraction(node.text) == 0


def common_sort(pairs: list[tuple[AnyNode, Linked]]) -> Sort:
    """The one sort of several operands; zero fits any number, money or not."""
    sorts = {linked.sort for node, linked in pairs if not is_zero(node)} or {Sort.NUMBER}
    if len(sorts) != 1:
        raise OfficeError("programmes.mixed_sorts", sorts=", ".join(sorted(sorts)))
    return next(iter(sorts))


def _link_binary(node: syntax.Binary, entity: str, scope: Scope) -> Linked:
    left, right = link(node.left, entity, scope), link(node.right, entity, scope)
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


def _link_logic(node: syntax.Logic, entity: str, scope: Scope) -> Linked:
    readers = [expect(link(item, entity, scope), Sort.TRUTH).reader for item in node.items]
    combine, settled = (p.both, p.FAILS) if node.op == "and" else (p.either, p.HOLDS)

    def read(evaluation: Evaluation, instance: Instance) -> Value:
        result = truth(evaluation, instance, readers[0])
        for reader in readers[1:]:
            if result is settled:
                return result
            result = combine(result, truth(evaluation, instance, reader))
        return result

    return Linked(read, Sort.TRUTH)


def _link_in(node: syntax.In, entity: str, scope: Scope) -> Linked:
    of = link(node.of, entity, scope)
    options = [link(option, entity, scope) for option in node.options]
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


def _link_case(node: syntax.Case, entity: str, scope: Scope) -> Linked:
    branches = [
        (expect(link(condition, entity, scope), Sort.TRUTH).reader, (result, link(result, entity, scope)))
        for condition, result in node.branches
    ]
    otherwise = link(node.otherwise, entity, scope)
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


def _link_extreme(node: syntax.Extreme, entity: str, scope: Scope) -> Linked:
    linked = [link(item, entity, scope) for item in node.items]
    sort = common_sort(list(zip(node.items, linked, strict=True)))
    readers = [expect(one, Sort.NUMBER, Sort.MONEY, Sort.DAY).reader for one in linked]
    choose = p.least if node.op == "least" else p.greatest
    return Linked(lambda e, i: choose([numbers(e, i, reader) for reader in readers]), sort)


def _link_lookup(node: syntax.Lookup, entity: str, scope: Scope) -> Linked:
    table = scope.tables.get(node.table)
    if table is None:
        raise OfficeError("programmes.undeclared_table", name=node.table)
    read = link(node.key, entity, scope).reader
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


__all__ = ["Linked", "Scope", "Table", "expect", "is_zero", "link", "numbers", "truth"]
