"""What a pack declares, and the checks of sort that every kind of expression shares while it is linked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import Evaluation, Linked, Reader
from desktop.programmes.language.family import Instance
from desktop.programmes.language.possibilities import Bounds, Truth
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import AnyNode
from desktop.values.errors import OfficeError


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
        linker: `linking.link`, handed in so that the modules that it calls can call it back.
        sources: the tree of each variable by (entity, name).
        parameters: the sort of each parameter and reading.
        tables: the pack's tables.
        unpublished: parameters whose figure was never made public.
        linked: variables linked so far, filled on the way.
    """

    linker: Callable[[AnyNode, str, Scope], Linked]
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
            self.linked[key] = self.link(self.sources[key], entity)
        finally:
            self.under_way.pop()
        return self.linked[key]

    def link(self, node: AnyNode, entity: str) -> Linked:
        """The reader of an expression about an instance of `entity`."""
        return self.linker(node, entity, self)


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


def is_zero(node: AnyNode) -> bool:
    """Whether a node is the literal zero, which is of every numeric sort."""
    return isinstance(node, syntax.Num) and Fraction(node.text) == 0


def common_sort(pairs: list[tuple[AnyNode, Linked]]) -> Sort:
    """The one sort of several operands; zero fits any number, money or not."""
    sorts = {linked.sort for node, linked in pairs if not is_zero(node)} or {Sort.NUMBER}
    if len(sorts) != 1:
        raise OfficeError("programmes.mixed_sorts", sorts=", ".join(sorted(sorts)))
    return next(iter(sorts))
