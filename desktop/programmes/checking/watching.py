"""Reading a pack while watching which of its variables and which branches of its CASEs are read at all."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import Evaluation, Linked
from desktop.programmes.language.family import Instance
from desktop.programmes.language.linking import link
from desktop.programmes.language.possibilities import Value
from desktop.programmes.language.scope import Scope
from desktop.programmes.language.syntax import AnyNode
from desktop.programmes.packs.compiled import Pack


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """An expression of a pack, or one branch of a CASE within it.

    Args:
        place: where the expression stands.
        choice: which CASE of the expression, counted from 1 in the order of the text; 0 for the whole expression.
        branch: which of its branches, counted from 1, the ELSE last.
        last: whether it is the ELSE.
    """

    place: str
    choice: int = 0
    branch: int = 0
    last: bool = False

    def __str__(self) -> str:
        """The place, with the branch as its CASE counts it."""
        if not self.choice:
            return self.place
        choice = "CASE" if self.choice == 1 else f"CASE {self.choice}"
        return f"{self.place}: {choice}, {'ELSE' if self.last else f'WHEN {self.branch}'}"


class Watched:
    """A pack of its own, linked so that it notes what is read; the one that it was made from is left as it is.

    What a pack's sections give (`entitled`, `meets_…`) repeats their expressions and is not noted.
    """

    def __init__(self, pack: Pack) -> None:
        self.read: set[Spot] = set()
        self.pack = Pack(pack.text, pack.pack_hash, pack.trees)
        self._spots: dict[int, Spot] = {}
        for place, tree in pack.trees.items():
            if not place.startswith("derived/"):
                self._note(place, tree)
        self.spots = frozenset(self._spots.values())
        self.pack.scope.linker = self._link

    def _note(self, place: str, tree: AnyNode) -> None:
        self._spots[id(tree)] = Spot(place)
        choices = [node for node in syntax.walk(tree) if isinstance(node, syntax.Case)]
        for at, choice in enumerate(choices, 1):
            results = [result for _, result in choice.branches]
            for branch, result in enumerate(results, 1):
                self._spots[id(result)] = Spot(place, at, branch)
            self._spots[id(choice.otherwise)] = Spot(place, at, len(results) + 1, last=True)

    def _link(self, node: AnyNode, entity: str, scope: Scope) -> Linked:
        linked = link(node, entity, scope)
        spot = self._spots.get(id(node))
        if spot is None:
            return linked
        read = linked.reader

        def noting(evaluation: Evaluation, instance: Instance) -> Value:
            self.read.add(spot)
            return read(evaluation, instance)

        return Linked(noting, linked.sort)
