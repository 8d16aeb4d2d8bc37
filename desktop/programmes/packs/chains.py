"""How far expressions lean on one another: a chain that no law has is refused before it is followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.programmes.language.syntax import AnyNode, Name, OnRecord, StillOpen, children

LONGEST_CHAIN = 240
"""Steps from an expression down to a fact, through every variable on the way; the longest law has a third of it."""


def overlong(trees: Mapping[str, AnyNode]) -> str | None:
    """The place of an expression from which a chain too long to be followed leads down; None where there is none.

    Names are taken by their last part, whichever entity's they are, so a chain may seem longer than it is.
    """
    places: dict[str, list[str]] = {}
    for place in trees:
        if place.startswith(("variables/", "derived/")):
            places.setdefault(place.rsplit("/", 1)[1], []).append(place)
    depth = dict.fromkeys(trees, 0)
    below = {place: tuple(_below(tree, places)) for place, tree in trees.items()}
    for start in trees:
        if not depth[start] and _follow(start, below, depth) > LONGEST_CHAIN:
            return start
    return None


def _follow(start: str, below: Mapping[str, tuple[tuple[int, str], ...]], depth: dict[str, int]) -> int:
    """The length of the longest chain under a place, without recursion; what leads in a circle is refused elsewhere."""
    under_way = {start}
    stack: list[tuple[str, Iterator[tuple[int, str]]]] = [(start, iter(below[start]))]
    while stack:
        place, names = stack[-1]
        for _, name in names:
            if not depth[name] and name not in under_way:
                under_way.add(name)
                stack.append((name, iter(below[name])))
                break
        else:
            stack.pop()
            under_way.discard(place)
            depth[place] = max((own + depth[name] for own, name in below[place] if name != place), default=1)
    return depth[start]


def _below(tree: AnyNode, places: Mapping[str, list[str]]) -> Iterator[tuple[int, str]]:
    """Each expression that a tree names, with how deep in the tree it stands."""
    stack: list[tuple[int, AnyNode]] = [(1, tree)]
    while stack:
        deep, node = stack.pop()
        if isinstance(node, Name):
            yield from ((deep, place) for place in places.get(node.parts[-1], ()))
        elif not isinstance(node, OnRecord | StillOpen):
            stack.extend((deep + 1, child) for child in children(node))
