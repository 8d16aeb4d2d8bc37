"""The texts that a pack names, against which a fact of any text is told apart."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.facts.vocabulary import Kind, vocabulary
from desktop.programmes.language import possibilities as p
from desktop.programmes.language import syntax
from desktop.programmes.language.possibilities import Value
from desktop.programmes.language.syntax import AnyNode


def named_texts(trees: tuple[AnyNode, ...], parameters: Mapping[str, Value]) -> frozenset[str]:
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
