"""A pack made ready: every expression parsed, every name resolved, every figure in minor units, once.

`parse_expressions` needs the parser and is done when a pack is sealed; `Pack` is built from the trees alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import Linked, Reader
from desktop.programmes.language.family import HOUSEHOLD
from desktop.programmes.language.linking import link
from desktop.programmes.language.possibilities import INFINITY, Bounds, Codes, Value
from desktop.programmes.language.scope import Scope, expect
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import AnyNode, Name, Num, Text, walk
from desktop.programmes.packs.chains import LONGEST_CHAIN, overlong
from desktop.programmes.packs.entitlement import asked_of_those_in, derived
from desktop.programmes.packs.figures import parameter_value, sort_of_unit, table_value
from desktop.programmes.packs.pack import (
    AdjustmentOf,
    Benefit,
    Category,
    Criterion,
    Document,
    PackText,
    Parameter,
    Reading,
)
from desktop.values.errors import OfficeError


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
    for category in text.categories:
        yield f"categories/{category.id}/when", category.when
        for criterion in category.criteria:
            yield f"categories/{category.id}/{criterion.id}", criterion.is_
            if criterion.when is not None:
                yield f"categories/{category.id}/{criterion.id}/when", criterion.when
        for document in category.documents:
            yield f"categories/{category.id}/documents/{document.id}", asked_of_those_in(category, document, text.unit)
        if category.pays is not None:
            yield f"categories/{category.id}/pays", category.pays
    if text.household_total is not None:
        yield "household_total", text.household_total.is_
    for variable in derived(text):
        yield f"derived/{variable.of}/{variable.id}", variable.is_


def parse_expressions(text: PackText) -> dict[str, AnyNode]:
    """The tree of every expression.

    Raises:
        OfficeError: `programmes.pack_expression`, naming the place and what is wrong there.
    """
    from desktop.programmes.language.parsing import parse

    for variable in derived(text):
        if any((each.of, each.id) == (variable.of, variable.id) for each in text.variables):
            raise OfficeError("programmes.pack_twice", pack=text.id, place=f"variables/{variable.of}/{variable.id}")
    trees: dict[str, AnyNode] = {}
    for place, expression in expressions(text):
        if place in trees:
            raise OfficeError("programmes.pack_twice", pack=text.id, place=place)
        try:
            trees[place] = parse(expression)
        except OfficeError as fault:
            raise at_place(text, place, fault) from fault
    too_long = overlong(trees)
    if too_long is not None:
        raise at_place(text, too_long, OfficeError("programmes.chain_too_long", longest=LONGEST_CHAIN))
    return trees


def at_place(text: PackText, place: str, fault: OfficeError) -> OfficeError:
    """`fault` with the place in the pack where it was found."""
    from desktop.values.language import Language, Wording

    what = Wording(fault.sentence(Language.ARABIC), fault.sentence(Language.ENGLISH))
    return OfficeError("programmes.pack_expression", pack=text.id, version=text.version, place=place, what=what)


@dataclass(frozen=True, slots=True)
class CategoryReaders:
    """A category, ready to be read."""

    category: Category
    belongs: Reader
    criteria: tuple[tuple[Criterion, Reader, Reader | None], ...]
    pays: Reader | None


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
                (each.of, each.id): trees[f"{section}/{each.of}/{each.id}"]
                for section, stated in (("derived", derived(text)), ("variables", text.variables))
                for each in stated
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
    def categories(self) -> tuple[CategoryReaders, ...]:
        """Each category with the readers of who belongs to it, of what it asks of them and of what it pays."""
        return tuple(self._category(each) for each in self.text.categories)

    def _category(self, category: Category) -> CategoryReaders:
        place = f"categories/{category.id}"
        asked = tuple(
            (
                each,
                self._truth(f"{place}/{each.id}", self.subject),
                self._when(f"{place}/{each.id}/when", each.when),
            )
            for each in category.criteria
        )
        pays = None if category.pays is None else self._money(f"{place}/pays", self.subject)
        return CategoryReaders(category, self._truth(f"{place}/when", self.subject), asked, pays)

    @cached_property
    def household_total(self) -> Reader | None:
        """Reads what a household receives in all, where the right is each person's own."""
        return None if self.text.household_total is None else self._money("household_total", HOUSEHOLD)

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
        """Each document with the reader of when it is asked for; a category's only of who belongs to it."""
        found = [(each, self._truth(f"documents/{each.id}", each.of)) for each in self.text.documents]
        for category in self.text.categories:
            place = f"categories/{category.id}/documents"
            found += [(each, self._truth(f"{place}/{each.id}", each.of)) for each in category.documents]
        return tuple(found)

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
        # What the sections give repeats their expressions, so a fault is found where it was written first.
        own = [key for key in self.scope.sources if f"derived/{key[0]}/{key[1]}" not in self.trees]
        self._link(own, "variables")
        _ = self.criteria, self.benefits, self.adjustments, self.documents, self.categories, self.household_total
        self._link([key for key in self.scope.sources if key not in set(own)], "derived")

    def _link(self, keys: list[tuple[str, str]], section: str) -> None:
        for entity, name in keys:
            try:
                self.scope.variable(entity, name)
            except OfficeError as fault:
                raise at_place(self.text, f"{section}/{entity}/{name}", fault) from fault

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
