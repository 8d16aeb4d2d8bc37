"""Names in expressions: facts, variables, what stands above, whom a reference leads to."""

from __future__ import annotations

from desktop.facts.vocabulary import vocabulary
from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import UNPUBLISHED, Evaluation, Linked, Reader
from desktop.programmes.language.facts_read import (
    ENGINE_GIVEN,
    SORTS,
    Follow,
    person_reader,
    property_reader,
    reference,
)
from desktop.programmes.language.family import CHILD, HOUSEHOLD, MEMBER, RELATIONS, Instance
from desktop.programmes.language.possibilities import Value
from desktop.programmes.language.scope import Scope
from desktop.values.errors import OfficeError


def link_name(name: syntax.Name, entity: str, scope: Scope) -> Linked:
    """A fact or variable of this instance, of one above it, or of a person that it refers to."""
    if entity in RELATIONS:
        return _link_relation(name, entity, scope)
    head, *rest = name.parts
    if rest and leads_to(head, rest[0], entity):
        return link_name(syntax.Name(tuple(rest)), entity, scope)
    if rest and head in vocabulary() and head != entity and head in lineage(entity):
        return _upward(head, link_name(syntax.Name(tuple(rest)), head, scope))
    if rest and head == entity and ".".join(name.parts) not in vocabulary()[entity].properties:
        return link_name(syntax.Name(tuple(rest)), entity, scope)
    if not rest and (entity, head) in scope.sources:
        return _link_variable(entity, head, scope)
    dotted = ".".join(name.parts)
    described = vocabulary()[entity].properties.get(dotted)
    given = ENGINE_GIVEN.get((entity, dotted))
    if given is not None:
        return Linked(*given)
    if described is not None and described.kind in SORTS:
        return Linked(property_reader(described), SORTS[described.kind])
    for split in range(len(name.parts) - 1, 0, -1):
        follow = reference(entity, ".".join(name.parts[:split]))
        if follow is not None:
            try:
                read, sort = person_reader(".".join(name.parts[split:]))
            except LookupError:
                break
            return Linked(_through(follow, read), sort)
    raise OfficeError("programmes.undeclared_name", name=dotted, entity=entity)


def _through(follow: Follow, read: Reader) -> Reader:
    """Reads of whom a reference points at."""
    return lambda evaluation, instance: read(evaluation, follow(evaluation.family, instance))


def leads_to(head: str, step: str, entity: str) -> bool:
    """Whether `head.step` only spells out the way down to `entity`, as `member.breach` does about a breach."""
    known = vocabulary()
    return step in known and known[step].parent == head and (step == entity or step in lineage(entity))


def _link_relation(name: syntax.Name, relation: str, scope: Scope) -> Linked:
    """A name about a spouse, who may live elsewhere, or about a child, who is a member with all a member has."""
    parts = name.parts[1:] if name.parts[0] == relation else name.parts
    if relation == CHILD:
        return link_name(syntax.Name(parts), MEMBER, scope)
    try:
        return Linked(*person_reader(".".join(parts)))
    except LookupError:
        raise OfficeError("programmes.undeclared_name", name=str(name), entity=relation) from None


def _link_variable(entity: str, name: str, scope: Scope) -> Linked:
    sort = scope.variable(entity, name).sort
    return Linked(lambda evaluation, instance: evaluation.variable(instance, name), sort)


def _upward(entity: str, linked: Linked) -> Linked:
    read = linked.reader
    return Linked(lambda evaluation, instance: read(evaluation, instance.above(entity)), linked.sort)


def lineage(entity: str) -> set[str]:
    """The entities above one, the household among them."""
    line, above = {HOUSEHOLD}, vocabulary()[entity].parent
    while above is not None:
        line.add(above)
        above = vocabulary()[above].parent
    return line


def link_parameter(name: str, scope: Scope) -> Linked:
    """A figure or reading of the pack; one never published notes that the answer rests on it."""
    sort = scope.parameters.get(name)
    if sort is None:
        raise OfficeError("programmes.undeclared_parameter", name=name)
    if name in scope.unpublished:
        token = UNPUBLISHED + name

        def read_unpublished(evaluation: Evaluation, _: Instance) -> Value:
            evaluation.reads.add(token)
            return evaluation.parameters[name]

        return Linked(read_unpublished, sort)
    return Linked(lambda evaluation, _: evaluation.parameters[name], sort)
