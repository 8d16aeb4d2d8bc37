"""From a pack's trees to columns: each kind of node as `language` means it, written once for every household.

The plain program has one column for a number and none of its unknowns; what it settles is final. The bounds program has
two, and is run for the households that the plain one leaves open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property, partial

from desktop.facts.vocabulary import vocabulary
from desktop.programmes.caseload import periods
from desktop.programmes.caseload.absences import on_record, still_open
from desktop.programmes.caseload.alike import Alike
from desktop.programmes.caseload.children import aggregate
from desktop.programmes.caseload.durations import UNIT_OF, reached
from desktop.programmes.caseload.engine import DuckDb
from desktop.programmes.caseload.facts import fact, in_household
from desktop.programmes.caseload.frames import Frame
from desktop.programmes.caseload.household_rows import Rows, keys_of, standing_of
from desktop.programmes.caseload.incomes import monthly
from desktop.programmes.caseload.kinship import child, referred, spouse, upward
from desktop.programmes.caseload.named_texts import named_texts
from desktop.programmes.caseload.naming_columns import bound
from desktop.programmes.caseload.operations import binary, case, extreme_of, included, logic, unary
from desktop.programmes.caseload.places import days_in, place
from desktop.programmes.caseload.readings import Reading
from desktop.programmes.caseload.scheduling import schedule
from desktop.programmes.caseload.statements import statements
from desktop.programmes.caseload.tables import looked_up
from desktop.programmes.caseload.terms import Compiled, Constant, NotCompiledError, Numbers, Truth, numbers_of
from desktop.programmes.language import possibilities as p
from desktop.programmes.language import syntax
from desktop.programmes.language.facts_read import SORTS
from desktop.programmes.language.family import CHILD, HOUSEHOLD, MEMBER, RELATIONS, SPOUSE
from desktop.programmes.language.naming import leads_to, lineage
from desktop.programmes.language.possibilities import Value
from desktop.programmes.language.scope import Scope
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import AnyNode


class Program:
    """The columns that the expressions of a pack come to.

    Args:
        scope: what the pack declares.
        parameters: its figures and readings.
        trees: all its expressions, from which the texts are known that facts are compared with.
        on: the day of decision.
        bounds: whether a number that is not known has two columns.
        engine: whose SQL it is; DuckDB's where none is given.
        alike: what all rows that it is for have alike; nothing where none is given.
        childless: whether nothing is asked of anybody's children, whatever the expressions name.
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
        alike: Alike | None = None,
        childless: bool = False,
    ) -> None:
        self.scope, self.parameters, self.on, self.day, self.bounds = scope, parameters, on, on.toordinal(), bounds
        self.engine = engine or DuckDb()
        self.texts = named_texts(trees, parameters)
        nodes = [node for tree in trees for node in syntax.walk(tree)]
        self.alike = alike or Alike()
        names = [each for each in nodes if isinstance(each, syntax.Name)]
        self.rows = Rows(self.alike, asks_of_children=not childless and any(CHILD in each.parts for each in names))
        self.frames: dict[str, Frame] = {}
        self._numbering = [0]
        self._variables: dict[tuple[str, str], Compiled] = {}

    def frame(self, entity: str) -> Frame:
        """The rows of an entity."""
        if entity not in self.frames:
            phantoms = self.rows.phantoms(entity)
            keys = keys_of(entity, by_file=self.engine.by_file)
            self.frames[entity] = Frame(entity, keys, standing_of(entity), self._numbering, phantoms)
        return self.frames[entity]

    @cached_property
    def script(self) -> tuple[str, ...]:
        """The statements that fill the program's tables from its sources; nothing can be added to it afterwards."""
        schedule(self.frames)
        rows = {name: self.rows.query(frame) for name, frame in self.frames.items()}
        return (*self.rows.before(self.frames), *statements(self.frames, rows))

    @cached_property
    def sources(self) -> Mapping[str, list[Reading]]:
        """What the program reads of each entity that it needs the rows of."""
        _ = self.script
        found: dict[str, dict[str, Reading]] = {HOUSEHOLD: {}, MEMBER: {}}
        for name, frame in self.frames.items():
            if name != CHILD:
                found.setdefault(name, {}).update({each.name: each for each in frame.read_columns()})
        for entity, reading in self.rows.read(self.frames):
            found[entity][reading.name] = reading
        return {name: list(readings.values()) for name, readings in found.items()}

    @property
    def asks_of_children(self) -> bool:
        """Whether what is asked rests on anybody's children."""
        _ = self.script
        return CHILD in self.frames

    def finish(self) -> None:
        """Writes all that there is to write, so that the tables which were asked what they have alike can go."""
        self.alike = self.rows.alike = Alike(self.alike.asked)
        _ = self.sources

    def compiled(self, node: AnyNode, entity: str) -> Compiled:
        """The value of an expression about the rows of `entity`.

        Raises:
            NotCompiledError: naming what is left to the interpreter.
        """
        found = self._compiled(node, entity)
        return Constant(p.truth_of(found.sql == "TRUE")) if isinstance(found, Truth) and found.settled else found

    def _compiled(self, node: AnyNode, entity: str) -> Compiled:
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
                return unary(self, node, entity)
            case syntax.Binary():
                return binary(self, node, entity)
            case syntax.Logic(op, items):
                return logic(op, (self.compiled(item, entity) for item in items))
            case syntax.In():
                return included(self, node, entity)
            case syntax.Case():
                return case(self, node, entity)
            case syntax.Extreme(op, items):
                return extreme_of(self, op, [self.compiled(item, entity) for item in items], frame)
            case syntax.Aggregate():
                return aggregate(self, node, frame)
            case syntax.Place():
                return place(self, node, frame)
            case syntax.Lookup(table, key):
                return looked_up(self, self.scope.tables[table], self.compiled(key, entity), frame)
            case syntax.Since(op, day, calendar):
                spelled = periods.calendar_of(self.compiled(calendar, entity))
                return periods.elapsed(self, frame, self.numbers(day, entity), UNIT_OF[op], spelled)
            case syntax.Reached():
                return reached(self, node, entity)
            case syntax.DaysIn():
                return days_in(self, node, frame)
            case syntax.OnRecord(name):
                return on_record(self, name, entity)
            case syntax.StillOpen(name):
                return still_open(self, name, entity)

    def is_day(self, node: AnyNode, entity: str) -> bool:
        """Whether an expression is a day."""
        return self.scope.link(node, entity).sort is Sort.DAY

    def numbers(self, node: AnyNode, entity: str) -> Numbers:
        """The columns of an expression that is a number, money or a day."""
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
                asked = ".".join(name.parts[split:])
                return self._kept(entity, dotted, partial(person.read, asked))
        raise NotCompiledError(f"{entity}: {dotted}")

    def _variable(self, entity: str, name: str) -> Compiled:
        return self._kept(entity, f"{name}()", lambda: self.compiled(self.scope.sources[entity, name], entity))

    def _kept(self, entity: str, name: str, make: Callable[[], Compiled]) -> Compiled:
        key = (entity, name)
        if key not in self._variables:
            self._variables[key] = bound(self.frame(entity), make())
        return self._variables[key]
