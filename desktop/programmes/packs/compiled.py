"""A pack made ready: every expression parsed, every name resolved, every figure in minor units, once.

`parse_expressions` needs the parser and is done when a pack is sealed; `Pack` is built from the trees alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property

from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import Linked, Reader
from desktop.programmes.language.linking import link
from desktop.programmes.language.possibilities import INFINITY, Bounds, Codes, Value
from desktop.programmes.language.scope import Scope, Table, expect
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import AnyNode, Name, Num, Text, walk
from desktop.programmes.packs.pack import (
    AdjustmentOf,
    Benefit,
    Criterion,
    Document,
    PackText,
    Parameter,
    Reading,
    TableOf,
)
from desktop.values.errors import OfficeError

MINOR = 100


def expressions(text: PackText) -> Iterator[tuple[str, str]]:
    """Every expression of a pack with the place it stands at."""
    for variable in text.variables:
        yield f"variables/{variable.of}/{variable.id}", variable.is_
    for criterion in text.criteria:
        yield f"criteria/{criterion.id}", criterion.is_
        if criterion.when is not None:
            yield f"criteria/{criterion.id}/when", criterion.when
    for benefit in text.benefits:
        yield f"benefits/{benefit.id}", benefit.is_
        if benefit.when is not None:
            yield f"benefits/{benefit.id}/when", benefit.when
    for adjustment in text.adjustments:
        yield f"adjustments/{adjustment.id}", adjustment.is_
    for document in text.documents:
        yield f"documents/{document.id}", document.when


def parse_expressions(text: PackText) -> dict[str, AnyNode]:
    """The tree of every expression.

    Raises:
        OfficeError: `programmes.pack_expression`, naming the place and what is wrong there.
    """
    from desktop.programmes.language.parsing import parse

    trees: dict[str, AnyNode] = {}
    for place, expression in expressions(text):
        if place in trees:
            raise OfficeError("programmes.pack_twice", pack=text.id, place=place)
        try:
            trees[place] = parse(expression)
        except OfficeError as fault:
            raise at_place(text, place, fault) from fault
    return trees


def at_place(text: PackText, place: str, fault: OfficeError) -> OfficeError:
    """`fault` with the place in the pack where it was found."""
    from desktop.values.language import Language, Wording

    what = Wording(fault.sentence(Language.ARABIC), fault.sentence(Language.ENGLISH))
    return OfficeError("programmes.pack_expression", pack=text.id, version=text.version, place=place, what=what)


def sort_of_unit(unit: str) -> Sort:
    """The sort of a figure from its unit: `SAR/month` is money, `code` a choice, `boolean` a truth, others numbers."""
    if unit.split("/", 1)[0] in ("SAR", "EGP"):
        return Sort.MONEY
    return {"code": Sort.CODE, "boolean": Sort.TRUTH}.get(unit, Sort.NUMBER)


def figure(text: str | None, unit: str, otherwise: float) -> p.Number:
    """An exact figure in the unit that engines reckon with; `otherwise` where there is no bound."""
    if text is None:
        return otherwise
    exact = Fraction(text)
    return p.plain(exact * MINOR if sort_of_unit(unit) is Sort.MONEY else exact)


def figure_value(stated: str, unit: str) -> Value:
    """A stated figure, code or truth as a value."""
    match sort_of_unit(unit):
        case Sort.CODE:
            return p.one_of(stated)
        case Sort.TRUTH:
            return p.truth_of(stated == "true")
        case _:
            return p.exactly(figure(stated, unit, 0))


def parameter_value(parameter: Parameter | Reading) -> Value:
    """What a parameter is: its figure, or the bounds of a figure never published."""
    if isinstance(parameter, Reading):
        return figure_value(parameter.default, parameter.unit)
    if parameter.value is not None:
        return figure_value(parameter.value, parameter.unit)
    unknown: dict[Sort, Value] = {Sort.CODE: p.ANY_CODE, Sort.TRUTH: p.OPEN}
    if (sort := sort_of_unit(parameter.unit)) in unknown:
        return unknown[sort]
    low, high = parameter.bounds or (None, None)
    return Bounds(figure(low, parameter.unit, -INFINITY), figure(high, parameter.unit, INFINITY))


def table_value(table: TableOf) -> Table:
    """A table in minor units; a cell beyond the last row may be unpublished, and then is anything from zero."""
    unpublished = table.beyond == "unpublished"
    beyond: Bounds | None = None
    if table.beyond is not None:
        beyond = Bounds(0, INFINITY) if unpublished else p.exactly(figure(table.beyond, table.unit, 0))
    rows = {
        int(key) if key.isdecimal() else key: p.exactly(figure(cell, table.unit, 0)) for key, cell in table.rows.items()
    }
    return Table(sort_of_unit(table.unit), rows, beyond, unpublished)


class Pack:
    """One version of a programme, ready to answer.

    Args:
        text: what it says.
        pack_hash: `sha256:` of what it says.
        trees: its expressions, parsed.
    """

    def __init__(self, text: PackText, pack_hash: str, trees: Mapping[str, AnyNode]) -> None:
        self.text = text
        self.pack_hash = pack_hash
        self.trees = trees
        self._behind: dict[tuple[str, str], tuple[str, ...]] = {}
        figures: dict[str, Parameter | Reading] = {**text.parameters, **text.readings}
        self.parameters: dict[str, Value] = {name: parameter_value(each) for name, each in figures.items()}
        self.sorts = {name: sort_of_unit(each.unit) for name, each in figures.items()}
        self.scope = Scope(
            link,
            sources={
                (variable.of, variable.id): trees[f"variables/{variable.of}/{variable.id}"]
                for variable in text.variables
            },
            parameters=self.sorts,
            tables={name: table_value(table) for name, table in text.tables.items()},
            unpublished=frozenset(name for name, each in text.parameters.items() if each.unpublished),
        )

    def __repr__(self) -> str:
        return f"{self.text.id}@{self.text.version}"

    @property
    def subject(self) -> str:
        """The entity that the right belongs to, about which criteria and benefits are asked."""
        return self.text.unit

    @cached_property
    def criteria(self) -> tuple[tuple[Criterion, Reader, Reader | None], ...]:
        """Each criterion with its reader and the reader of when it applies."""
        return tuple(
            (each, self._truth(f"criteria/{each.id}", self.subject), self._when(f"criteria/{each.id}/when", each.when))
            for each in self.text.criteria
        )

    @cached_property
    def benefits(self) -> tuple[tuple[Benefit, Reader, Reader | None], ...]:
        """Each benefit with the reader of its amount and of when it is due."""
        return tuple(
            (each, self._money(f"benefits/{each.id}", self.subject), self._when(f"benefits/{each.id}/when", each.when))
            for each in self.text.benefits
        )

    @cached_property
    def adjustments(self) -> tuple[tuple[AdjustmentOf, Reader], ...]:
        """Each adjustment with the reader of its amount."""
        return tuple((each, self._money(f"adjustments/{each.id}", each.of)) for each in self.text.adjustments)

    @cached_property
    def documents(self) -> tuple[tuple[Document, Reader], ...]:
        """Each document with the reader of when it is asked for."""
        return tuple((each, self._truth(f"documents/{each.id}", each.of)) for each in self.text.documents)

    @cached_property
    def turning_points(self) -> tuple[tuple[str, ...], tuple[p.Number, ...]]:
        """The codes and the figures that the pack names anywhere: the values at which its rules may turn."""
        texts: set[str] = set()
        figures: set[p.Number] = set()
        for tree in self.trees.values():
            for node in walk(tree):
                if isinstance(node, Text):
                    texts.add(node.code)
                elif isinstance(node, Num):
                    figures.add(p.plain(Fraction(node.text)))
        for value in self.parameters.values():
            if isinstance(value, Bounds):
                figures.update(end for end in (value.low, value.high) if abs(end) != INFINITY)
            elif isinstance(value, Codes) and value.options is not None:
                texts.update(value.options)
        return tuple(sorted(texts)), tuple(sorted(figures))

    def names_behind(self, entity: str, name: str) -> tuple[str, ...]:
        """The names that a variable comes down to through other variables, facts at the end, each once."""
        key = (entity, name)
        if key not in self._behind:
            found: dict[str, None] = {}
            self._collect(entity, name, found, set())
            self._behind[key] = tuple(found)
        return self._behind[key]

    def _collect(self, entity: str, name: str, found: dict[str, None], seen: set[str]) -> None:
        tree = self.scope.sources.get((entity, name))
        if tree is None:
            found[name] = None
        elif name not in seen:
            seen.add(name)
            for node in walk(tree):
                if isinstance(node, Name):
                    self._collect(entity, str(node), found, seen)

    def variables(self) -> Mapping[tuple[str, str], Linked]:
        """The variables linked so far; what no criterion or benefit needs is never linked."""
        return self.scope.linked

    def link_all(self) -> None:
        """Links every variable too, which finds the faults of those that nothing uses."""
        for entity, name in self.scope.sources:
            try:
                self.scope.variable(entity, name)
            except OfficeError as fault:
                raise at_place(self.text, f"variables/{entity}/{name}", fault) from fault
        _ = self.criteria, self.benefits, self.adjustments, self.documents

    def link_at(self, place: str, node: AnyNode, entity: str) -> Linked:
        """A reader of a tree in this pack, its faults named with the place."""
        try:
            return self.scope.link(node, entity)
        except OfficeError as fault:
            raise at_place(self.text, place, fault) from fault

    def _truth(self, place: str, entity: str) -> Reader:
        linked = self.link_at(place, self.trees[place], entity)
        try:
            return expect(linked, Sort.TRUTH).reader
        except OfficeError as fault:
            raise at_place(self.text, place, fault) from fault

    def _money(self, place: str, entity: str) -> Reader:
        linked = self.link_at(place, self.trees[place], entity)
        try:
            return expect(linked, Sort.MONEY).reader
        except OfficeError as fault:
            raise at_place(self.text, place, fault) from fault

    def _when(self, place: str, when: str | None) -> Reader | None:
        return None if when is None else self._truth(place, self.subject)
