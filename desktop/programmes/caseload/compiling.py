"""From a pack's trees to columns: each kind of node as `language` means it, written once for every household.

The plain program has one column for a number and none of its unknowns; what it settles is final. The bounds program has
two, and is run for the households that the plain one leaves open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

from desktop.facts.vocabulary import Kind, vocabulary
from desktop.programmes.caseload import arithmetic, periods
from desktop.programmes.caseload.absences import on_record, still_open
from desktop.programmes.caseload.children import aggregate
from desktop.programmes.caseload.choosing import chosen
from desktop.programmes.caseload.choosing_codes import among, same_choice
from desktop.programmes.caseload.engine import DuckDb
from desktop.programmes.caseload.facts import fact, in_household
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.household_rows import Rows, keys_of
from desktop.programmes.caseload.incomes import monthly
from desktop.programmes.caseload.kinship import child, referred, spouse, upward
from desktop.programmes.caseload.places import days_in, place
from desktop.programmes.caseload.tables import looked_up
from desktop.programmes.caseload.terms import (
    Choice,
    Compiled,
    Constant,
    NotCompiled,
    Numbers,
    Truth,
    is_choice,
    is_truth,
    numbers_of,
    truth_of,
)
from desktop.programmes.language import possibilities as p
from desktop.programmes.language import syntax
from desktop.programmes.language.facts_read import SORTS
from desktop.programmes.language.family import CHILD, HOUSEHOLD, MEMBER, OUTSIDE, RELATIONS, SPOUSE
from desktop.programmes.language.naming import leads_to, lineage
from desktop.programmes.language.operators import COMPARE
from desktop.programmes.language.possibilities import Bounds, Value
from desktop.programmes.language.scope import Scope
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import AnyNode
from desktop.values.dates import Unit

_UNIT_OF: dict[str, Unit] = {"age": "year", "months_since": "month", "days_since": "day"}
_UNITS: dict[str, Unit] = {"year": "year", "month": "month", "day": "day"}


class Program:
    """The columns that the expressions of a pack come to.

    Args:
        scope: what the pack declares.
        parameters: its figures and readings.
        trees: all its expressions, from which the texts are known that facts are compared with.
        on: the day of decision.
        bounds: whether a number that is not known has two columns.
    """

    def __init__(
        self,
        scope: Scope,
        parameters: Mapping[str, Value],
        trees: tuple[AnyNode, ...],
        *,
        on: date,
        bounds: bool,
        engine: DuckDb | None = None,
    ) -> None:
        self.scope, self.parameters, self.on, self.day, self.bounds = scope, parameters, on, on.toordinal(), bounds
        self.engine = engine or DuckDb()
        self.texts = _texts(trees, parameters)
        nodes = [node for tree in trees for node in syntax.walk(tree)]
        self.rows = Rows(self.engine, stranger=any(CHILD in each.parts for each in nodes if isinstance(each, syntax.Name)))
        self.frames: dict[str, Frame] = {}
        self._numbering = [0]
        self._variables: dict[tuple[str, str], Compiled] = {}

    def frame(self, entity: str) -> Frame:
        """The rows of an entity."""
        if entity not in self.frames:
            self.rows.asked(entity)
            phantoms = self.rows.phantoms(entity)
            self.frames[entity] = Frame(entity, keys_of(entity), self._numbering, phantoms)
        return self.frames[entity]

    @property
    def entities(self) -> tuple[str, ...]:
        """The entities whose tables the program reads."""
        return tuple(dict.fromkeys([HOUSEHOLD, MEMBER, OUTSIDE, *(name for name in self.frames if name not in RELATIONS)]))

    def compiled(self, node: AnyNode, entity: str) -> Compiled:
        """The value of an expression about the rows of `entity`.

        Raises:
            NotCompiled: naming what is left to the interpreter.
        """
        frame = self.frame(entity)
        match node:
            case syntax.Num(text):
                return Constant(p.exactly(p.plain(Fraction(text))))
            case syntax.Bool(holds):
                return Constant(p.truth_of(holds))
            case syntax.Text(code):
                return Constant(p.one_of(code))
            case syntax.Param(name):
                return Constant(self.parameters[name])
            case syntax.Name():
                return self._name(node, entity)
            case syntax.Unary():
                return self._unary(node, entity)
            case syntax.Binary():
                return self._binary(node, entity)
            case syntax.Logic(op, items):
                return self._logic(op, [self.compiled(item, entity) for item in items])
            case syntax.In():
                return self._in(node, entity)
            case syntax.Case():
                return self._case(node, entity)
            case syntax.Extreme(op, items):
                return self._extreme(op, [self.compiled(item, entity) for item in items], frame)
            case syntax.Aggregate():
                return aggregate(self, node, frame)
            case syntax.Place():
                return place(self, node, frame)
            case syntax.Lookup(table, key):
                return looked_up(self, self.scope.tables[table], self.compiled(key, entity), frame)
            case syntax.Since(op, day, calendar):
                spelled = periods.calendar_of(self.compiled(calendar, entity))
                return periods.elapsed(self, frame, self._numbers(day, entity), _UNIT_OF[op], spelled)
            case syntax.Reached():
                return self._reached(node, entity)
            case syntax.DaysIn():
                return days_in(self, node, frame)
            case syntax.OnRecord(name):
                return on_record(self, name, entity)
            case syntax.StillOpen(name):
                return still_open(self, name, entity)

    def is_day(self, node: AnyNode, entity: str) -> bool:
        """Whether an expression is a day."""
        return self.scope.link(node, entity).sort is Sort.DAY

    def _numbers(self, node: AnyNode, entity: str) -> Numbers:
        return numbers_of(self.compiled(node, entity), bounds=self.bounds)

    def _name(self, name: syntax.Name, entity: str) -> Compiled:
        frame = self.frame(entity)
        if entity in RELATIONS:
            parts = name.parts[1:] if name.parts[0] == entity else name.parts
            if entity == SPOUSE:
                return spouse(self, frame).read(".".join(parts))
            return child(self, frame, self._name(syntax.Name(parts), MEMBER))
        head, *rest = name.parts
        if rest and leads_to(head, rest[0], entity):
            return self._name(syntax.Name(tuple(rest)), entity)
        known = vocabulary()
        if rest and head in known and head != entity and head in lineage(entity):
            return upward(self, frame, head, self._name(syntax.Name(tuple(rest)), head))
        if rest and head == entity and ".".join(name.parts) not in known[entity].properties:
            return self._name(syntax.Name(tuple(rest)), entity)
        if not rest and (entity, head) in self.scope.sources:
            return self._variable(entity, head)
        return self._fact(name, entity, frame)

    def _fact(self, name: syntax.Name, entity: str, frame: Frame) -> Compiled:
        dotted = ".".join(name.parts)
        if (entity, dotted) == ("income", "monthly"):
            return self._kept(entity, dotted, lambda: monthly(self, frame))
        if (entity, dotted) == ("member", "in_household"):
            return in_household(frame)
        described = vocabulary()[entity].properties.get(dotted)
        if described is not None and described.kind in SORTS:
            return self._kept(entity, dotted, lambda: fact(self, frame, described))
        for split in range(len(name.parts) - 1, 0, -1):
            person = referred(self, frame, entity, ".".join(name.parts[:split]))
            if person is not None:
                return self._kept(entity, dotted, lambda: person.read(".".join(name.parts[split:])))
        raise NotCompiled(f"{entity}: {dotted}")

    def _variable(self, entity: str, name: str) -> Compiled:
        return self._kept(entity, f"{name}()", lambda: self.compiled(self.scope.sources[entity, name], entity))

    def _kept(self, entity: str, name: str, make: Callable[[], Compiled]) -> Compiled:
        key = (entity, name)
        if key not in self._variables:
            self._variables[key] = bound(self.frame(entity), make())
        return self._variables[key]

    def _unary(self, node: syntax.Unary, entity: str) -> Compiled:
        value = self.compiled(node.of, entity)
        if node.op == "not":
            if isinstance(value, Constant):
                return Constant(p.opposite(value.value))  # type: ignore[arg-type]
            truth = truth_of(value)
            return Truth(f"(NOT {truth.sql})", open=truth.open)
        if isinstance(value, Constant) and isinstance(value.value, Bounds):
            return Constant(p.negate(value.value) if node.op == "neg" else p.absolute(value.value))
        shaped = numbers_of(value, bounds=self.bounds)
        return arithmetic.negate(shaped) if node.op == "neg" else arithmetic.absolute(self.frame(entity), shaped)

    def _binary(self, node: syntax.Binary, entity: str) -> Compiled:
        if node.op in syntax.COMPARISONS:
            return self._compared(node, entity)
        a, b = self.compiled(node.left, entity), self.compiled(node.right, entity)
        if isinstance(a, Constant) and isinstance(b, Constant):
            reckon = {"+": p.add, "-": p.subtract, "*": p.multiply, "per": p.share}[node.op]
            return Constant(reckon(a.value, b.value))  # type: ignore[arg-type]
        if node.op == "*":
            return self._product(a, b, entity)
        if node.op == "per":
            return self._share(a, b, entity)
        x, y = numbers_of(a, bounds=self.bounds), numbers_of(b, bounds=self.bounds)
        return arithmetic.add(x, y) if node.op == "+" else arithmetic.subtract(x, y)

    def _product(self, a: Compiled, b: Compiled, entity: str) -> Compiled:
        for one, other in ((a, b), (b, a)):
            if isinstance(one, Constant) and isinstance(one.value, Bounds) and one.value.known:
                return arithmetic.times_figure(numbers_of(other, bounds=self.bounds), Fraction(one.value.low))
        x, y = numbers_of(a, bounds=self.bounds), numbers_of(b, bounds=self.bounds)
        return arithmetic.multiply(self.frame(entity), x, y)

    def _share(self, a: Compiled, b: Compiled, entity: str) -> Compiled:
        if not isinstance(b, Constant) or not isinstance(b.value, Bounds):
            parts = numbers_of(b, bounds=self.bounds)
            return arithmetic.shared(self.frame(entity), numbers_of(a, bounds=self.bounds), parts)
        if b.value.low <= 0 <= b.value.high:
            return Constant(p.ANY_NUMBER)
        return self._product(a, Constant(p.share(p.exactly(1), b.value)), entity)

    def _compared(self, node: syntax.Binary, entity: str) -> Compiled:
        against = self._against_figure(node, entity)
        if against is not None:
            return against
        a, b = self.compiled(node.left, entity), self.compiled(node.right, entity)
        if isinstance(a, Constant) and isinstance(b, Constant):
            return Constant(COMPARE[node.op](a.value, b.value))
        if is_choice(a):
            return _turned(same_choice(self.frame(entity), a, b, bounds=self.bounds), node.op)
        if is_truth(a):
            x, y = truth_of(a), truth_of(b)
            return _turned(Truth(f"({x.sql} = {y.sql})", open=x.open or y.open), node.op)
        x, y = numbers_of(a, bounds=self.bounds), numbers_of(b, bounds=self.bounds)
        return arithmetic.compared(self.frame(entity), node.op, x, y)

    def _against_figure(self, node: syntax.Binary, entity: str) -> Compiled | None:
        """Completed units since a day against a figure: days against thresholds."""
        turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
        for since, figure, op in (
            (node.left, node.right, node.op),
            (node.right, node.left, turned.get(node.op, node.op)),
        ):
            counted = self._since(since, entity)
            if counted is None:
                continue
            value = self.compiled(figure, entity)
            if not isinstance(value, Constant) or not isinstance(value.value, Bounds):
                continue
            calendar = periods.calendar_of(self.compiled(counted.calendar, entity))
            day, unit = self._numbers(counted.day, entity), _UNIT_OF[counted.op]
            found = periods.compared_with_figure(self.frame(entity), op, day, unit, calendar, value.value, self.on)
            if found is not None:
                return found
        return None

    def _since(self, node: AnyNode, entity: str) -> syntax.Since | None:
        while isinstance(node, syntax.Name) and len(node.parts) == 1 and (entity, node.parts[0]) in self.scope.sources:
            node = self.scope.sources[entity, node.parts[0]]
        return node if isinstance(node, syntax.Since) else None

    def _reached(self, node: syntax.Reached, entity: str) -> Compiled:
        calendar = periods.calendar_of(self.compiled(node.calendar, entity))
        day, n, unit = self._numbers(node.day, entity), self.compiled(node.n, entity), _UNITS[node.unit]
        frame = self.frame(entity)
        if isinstance(n, Constant) and isinstance(n.value, Bounds):
            return periods.at_least(frame, day, n.value, unit, calendar, self.on)
        units = numbers_of(periods.elapsed(self, frame, day, unit, calendar), bounds=self.bounds)
        return arithmetic.compared(frame, ">=", units, numbers_of(n, bounds=self.bounds))

    def _logic(self, op: str, values: list[Compiled]) -> Compiled:
        combine, settled = (p.both, p.FAILS) if op == "and" else (p.either, p.HOLDS)
        constant = p.opposite(settled)
        parts: list[Truth] = []
        for value in values:
            if isinstance(value, Constant):
                constant = combine(constant, value.value)  # type: ignore[arg-type]
            else:
                parts.append(truth_of(value))
        if constant is settled or not parts:
            return Constant(constant)
        if constant is p.OPEN:
            parts.append(truth_of(Constant(constant)))
        if len(parts) == 1:
            return parts[0]
        return Truth(f"({f' {op.upper()} '.join(part.sql for part in parts)})", open=any(part.open for part in parts))

    def _in(self, node: syntax.In, entity: str) -> Compiled:
        value = self.compiled(node.of, entity)
        if isinstance(value, Choice) and all(isinstance(option, syntax.Text) for option in node.options):
            return among(value, [option.code for option in node.options if isinstance(option, syntax.Text)])
        if isinstance(value, Constant) and isinstance(value.value, p.Codes) and value.value.options is not None:
            codes = {option.code for option in node.options if isinstance(option, syntax.Text)}
            if len(codes) == len(node.options) and value.value.options <= codes:
                return Constant(p.HOLDS)
        return self._logic(
            "or", [self._compared(syntax.Binary("=", node.of, option), entity) for option in node.options]
        )

    def _case(self, node: syntax.Case, entity: str) -> Compiled:
        arms: list[tuple[Truth, Compiled]] = []
        otherwise: AnyNode = node.otherwise
        for condition, result in node.branches:
            holds = self.compiled(condition, entity)
            if isinstance(holds, Constant) and isinstance(holds.value, p.Truth) and holds.value.known:
                if not holds.value.may_hold:
                    continue
                otherwise = result
                break
            arms.append((truth_of(holds), self.compiled(result, entity)))
        last = self.compiled(otherwise, entity)
        return chosen(self.frame(entity), arms, last, bounds=self.bounds) if arms else last

    def _extreme(self, op: str, values: list[Compiled], frame: Frame) -> Compiled:
        constants = [value.value for value in values if isinstance(value, Constant) and isinstance(value.value, Bounds)]
        choose = p.least if op == "least" else p.greatest
        if len(constants) == len(values):
            return Constant(choose(constants))
        return arithmetic.extreme(
            frame, [numbers_of(value, bounds=self.bounds) for value in values], least=op == "least"
        )


def bound(frame: Frame, value: Compiled) -> Compiled:
    """A value whose columns have names, so that it is computed once."""
    match value:
        case Truth(sql, opens):
            return Truth(frame.let(sql), open=opens)
        case Choice(sql, domain, opens, many):
            return Choice(frame.let(sql), domain, opens, many)
        case Numbers(low, high, scale, most, low_open, high_open, floor):
            return Numbers(frame.let(low), frame.let(high), scale, most, low_open, high_open, floor)
        case _:
            return value


def _turned(value: Compiled, op: str) -> Compiled:
    if op == "=":
        return value
    if isinstance(value, Constant) and isinstance(value.value, p.Truth):
        return Constant(p.opposite(value.value))
    truth = truth_of(value)
    return Truth(f"(NOT {truth.sql})", open=truth.open)


def _texts(trees: tuple[AnyNode, ...], parameters: Mapping[str, Value]) -> frozenset[str]:
    """The texts with which a fact that is any text may be compared: all but those compared with listed codes alone."""
    found = {code for value in parameters.values() if isinstance(value, p.Codes) for code in value.options or ()}
    for tree in trees:
        for node in syntax.walk(tree):
            if isinstance(node, syntax.Binary) and node.op in ("=", "<>"):
                sides: tuple[AnyNode, ...] = (node.left, node.right)
            elif isinstance(node, syntax.In):
                sides = (node.of, *node.options)
            elif isinstance(node, syntax.Case):
                sides = (*(result for _, result in node.branches), node.otherwise)
            else:
                continue
            names = [side for side in sides if isinstance(side, syntax.Name)]
            if names and all(_listed_codes(name) for name in names):
                continue
            found.update(side.code for side in sides if isinstance(side, syntax.Text))
    return frozenset(found)


def _listed_codes(name: syntax.Name) -> bool:
    """Whether a name means a code of the contract whatever it is asked of."""
    kinds = set()
    for entity in vocabulary().values():
        for split in range(len(name.parts)):
            described = entity.properties.get(".".join(name.parts[split:]))
            if described is not None:
                kinds.add(described.kind)
                break
    return kinds == {Kind.CODE}
