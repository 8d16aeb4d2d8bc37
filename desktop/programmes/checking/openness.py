"""Whether a missing fact or an unpublished figure can leave an expression open: what cannot be unknown needs no case.

A criterion that rests only on what is taken for not so unless it stands on record (a waiver, suspended services) comes
out one way or the other whatever the file leaves out.
"""

from __future__ import annotations

from desktop.facts.vocabulary import Absent, vocabulary
from desktop.programmes.language import syntax
from desktop.programmes.language.aggregates import iterated
from desktop.programmes.language.facts_read import ENGINE_GIVEN
from desktop.programmes.language.family import HOUSEHOLD, RELATIONS, absence
from desktop.programmes.language.syntax import AnyNode
from desktop.programmes.packs.compiled import Pack


class Openness:
    """Asks of one pack's expressions whether they can stay open; where it cannot tell, it says that they can."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._variables: dict[tuple[str, str], bool] = {}

    def can_stay_open(self, place: str) -> bool:
        """Whether the expression at a place of the pack, asked of its subject, can come out unknown."""
        return self._node(self.pack.trees[place], self.pack.subject)

    def _node(self, node: AnyNode, entity: str) -> bool:
        match node:
            case syntax.Param(name):
                return name in self.pack.scope.unpublished
            case syntax.Name(parts):
                return self._name(parts, entity)
            case syntax.OnRecord(name) | syntax.StillOpen(name):
                return self._recorded(name.parts, entity)
            case syntax.Aggregate(_, body, _):
                child = iterated(body, entity)
                below = child in RELATIONS or _list_may_be_unknown(child, entity)
                return below or self._any_under(node, child)
            case syntax.Place():
                return _list_may_be_unknown(entity, HOUSEHOLD) or self._any_under(node, entity)
            case syntax.DaysIn(stays, _):
                return _list_may_be_unknown(stays, entity)
            case syntax.Lookup(table, _) if self.pack.scope.tables[table].beyond_unpublished:
                return True
            case _:
                return self._any_under(node, entity)

    def _any_under(self, node: AnyNode, entity: str) -> bool:
        return any(self._node(child, entity) for child in syntax.children(node))

    def _name(self, parts: tuple[str, ...], entity: str) -> bool:
        head, *rest = parts
        dotted = ".".join(parts)
        if entity in RELATIONS or (entity, dotted) in ENGINE_GIVEN:
            return True
        if (entity, dotted) in self.pack.scope.sources:
            return self._variable(entity, dotted)
        if dotted in vocabulary()[entity].properties:
            return _fact_may_be_unknown(entity, dotted)
        if rest and head in vocabulary() and head in _line(entity):
            return self._name(tuple(rest), head)
        # A name that only spells out the way down, as `member.breach.duty` does, or somebody whom a reference leads to.
        return not rest or head not in vocabulary() or self._name(tuple(rest), entity)

    def _variable(self, entity: str, name: str) -> bool:
        key = (entity, name)
        if key not in self._variables:
            self._variables[key] = False
            self._variables[key] = self._node(self.pack.scope.sources[key], entity)
        return self._variables[key]

    def _recorded(self, parts: tuple[str, ...], entity: str) -> bool:
        own = parts[1:] if len(parts) > 1 and parts[0] == entity else parts
        dotted = ".".join(own)
        if dotted in vocabulary()[entity].lists:
            return _list_may_be_unknown(vocabulary()[entity].lists[dotted], entity)
        return _fact_may_be_unknown(entity, dotted)


def _fact_may_be_unknown(entity: str, name: str) -> bool:
    described = vocabulary()[entity].properties.get(name)
    if described is None:
        return True
    return not described.required and absence(vocabulary()[entity], described.path, None) is Absent.UNKNOWN


def _list_may_be_unknown(entity: str, above: str) -> bool:
    """Whether the lists on the way from `above` down to `entity` may be missing without being empty."""
    described = vocabulary()[entity]
    while described.parent is not None and described.name != above:
        parent = vocabulary()[described.parent]
        path = ".".join(described.list_path)
        if path in parent.properties and absence(parent, described.list_path, None) is Absent.UNKNOWN:
            return True
        described = parent
    return False


def _line(entity: str) -> set[str]:
    """The entity and everything that it hangs on."""
    found, above = {entity, HOUSEHOLD}, vocabulary()[entity].parent
    while above is not None:
        found.add(above)
        above = vocabulary()[above].parent
    return found
