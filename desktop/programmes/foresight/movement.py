"""What of a pack moves with the day of decision, found once a pack from its trees."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from weakref import WeakKeyDictionary

from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import Reader
from desktop.programmes.language.possibilities import INFINITY, Bounds, Number
from desktop.programmes.language.syntax import AnyNode, walk
from desktop.programmes.packs.compiled import Pack

MONTHLY = "monthly"
"""The engine's own variable of an income, which begins and ends with it."""

MOVING_FACTS = frozenset({"birth_date", "since", "marital_status_since", MONTHLY, "status"})
"""Facts that depend on the day: an unknown beginning lies before it, a death before it makes the situation."""

_TIMES = (syntax.Since, syntax.Reached, syntax.StillOpen, syntax.DaysIn)


class Movement:
    """A pack as foresight reads it.

    Args:
        pack: the version.
    """

    def __init__(self, pack: Pack) -> None:
        self.trees = pack.trees
        self._parameters = pack.parameters
        self._scope = pack.scope
        self._readers: dict[tuple[int, str], Reader] = {}
        self._moving: dict[int, bool] = {}
        self._above: dict[int, AnyNode | str] = {}
        self._uses: dict[str, list[AnyNode]] = {}
        self.names = self._moving_names()
        self._figures = self._figures_of_counts()

    def moves(self, node: AnyNode) -> bool:
        """Whether what the expression gives may depend on the day."""
        kept = self._moving.get(id(node))
        if kept is None:
            kept = self._moving[id(node)] = self._names_time(node, self.names)
        return kept

    def reader(self, node: AnyNode, entity: str) -> Reader:
        """The reader of an expression of the pack, however deep it stands."""
        key = (id(node), entity)
        if key not in self._readers:
            self._readers[key] = self._scope.link(node, entity).reader
        return self._readers[key]

    def figures(self, count: syntax.Since) -> frozenset[Number] | None:
        """The figures that a count of months or years is compared with; None where each step of it may matter."""
        return self._figures[id(count)]

    def tree(self, entity: str, name: str) -> AnyNode | None:
        """The tree of a variable; None for a fact."""
        return self._scope.sources.get((entity, name))

    def behind(self, node: AnyNode) -> frozenset[str]:
        """The last parts of all names that an expression comes down to through variables."""
        found: set[str] = set()
        left = [node]
        while left:
            for each in walk(left.pop()):
                if isinstance(each, syntax.Name) and each.parts[-1] not in found:
                    found.add(each.parts[-1])
                    left += [tree for (_, name), tree in self._scope.sources.items() if name == each.parts[-1]]
        return frozenset(found)

    def _moving_names(self) -> frozenset[str]:
        names, grown = set(MOVING_FACTS), True
        while grown:
            found = {name for (_, name), tree in self._scope.sources.items() if self._names_time(tree, names)}
            grown = not found <= names
            names |= found
        return frozenset(names)

    @staticmethod
    def _names_time(tree: AnyNode, names: set[str] | frozenset[str]) -> bool:
        return any(
            isinstance(node, _TIMES) or (isinstance(node, syntax.Name) and node.parts[-1] in names)
            for node in walk(tree)
        )

    def _figures_of_counts(self) -> dict[int, frozenset[Number] | None]:
        counts = list[AnyNode]()
        for place, tree in self.trees.items():
            for node, above in _with_above(tree):
                self._above[id(node)] = above if above is not None else place.rpartition("/")[2]
                if isinstance(node, syntax.Since):
                    counts.append(node)
                elif isinstance(node, syntax.Name):
                    self._uses.setdefault(node.parts[-1], []).append(node)
        return {id(count): self._met(count) for count in counts}

    def _met(self, node: AnyNode) -> frozenset[Number] | None:
        """What a value is compared with wherever it goes unchanged: through branches, extremes and variables."""
        above = self._above[id(node)]
        match above:
            case str():
                met: frozenset[Number] | None = frozenset()
                for use in self._uses.get(above, ()):
                    met = _both(met, self._met(use))
                return met
            case syntax.Case(branches, _) if all(condition is not node for condition, _ in branches):
                return self._met(above)
            case syntax.Extreme() | syntax.Aggregate("min" | "max", _, _):
                return self._met(above)
            case syntax.Binary(op, left, right) if op in syntax.COMPARISONS:
                return self._stated(right if left is node else left)
            case syntax.In(of, options) if of is node:
                found: frozenset[Number] | None = frozenset()
                for option in options:
                    found = _both(found, self._stated(option))
                return found
        return None

    def _stated(self, node: AnyNode) -> frozenset[Number] | None:
        if isinstance(node, syntax.Num):
            return frozenset({Fraction(node.text)})
        value = self._parameters.get(node.name) if isinstance(node, syntax.Param) else None
        if isinstance(value, Bounds):
            return frozenset(end for end in (value.low, value.high) if abs(end) != INFINITY)
        return None


def _with_above(tree: AnyNode) -> Iterator[tuple[AnyNode, AnyNode | None]]:
    """Every node with the one that it stands in."""
    yield tree, None
    for node in walk(tree):
        for child in syntax.children(node):
            yield child, node


def _both(one: frozenset[Number] | None, other: frozenset[Number] | None) -> frozenset[Number] | None:
    return None if one is None or other is None else one | other


_KNOWN: WeakKeyDictionary[Pack, Movement] = WeakKeyDictionary()


def movement_of(pack: Pack) -> Movement:
    """The pack's movement, found at the first question."""
    if pack not in _KNOWN:
        _KNOWN[pack] = Movement(pack)
    return _KNOWN[pack]
