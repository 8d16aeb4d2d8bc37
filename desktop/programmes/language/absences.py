"""ON_RECORD and STILL_OPEN: the only questions about absence that a rule may ask."""

from __future__ import annotations

from msgspec import UNSET

from desktop.facts.vocabulary import Absent, Kind, Property, value_of, vocabulary
from desktop.programmes.language import possibilities as p
from desktop.programmes.language import syntax
from desktop.programmes.language.evaluation import MISSING, PRESUMED, Evaluation, Linked
from desktop.programmes.language.facts_read import property_reader
from desktop.programmes.language.family import Instance, absence
from desktop.programmes.language.possibilities import Value
from desktop.programmes.language.scope import numbers
from desktop.programmes.language.sorts import Sort
from desktop.values.errors import OfficeError


def link_on_record(name: syntax.Name, entity: str) -> Linked:
    """Whether a list has an entry or a fact is there; an unknown one leaves it open."""
    parts = name.parts[1:] if len(name.parts) > 1 and name.parts[0] == entity else name.parts
    if len(parts) == 1 and parts[0] in vocabulary()[entity].lists:
        child = vocabulary()[entity].lists[parts[0]]

        def any_listed(evaluation: Evaluation, instance: Instance) -> Value:
            children = evaluation.children(instance, child)
            if children.listed:
                return p.HOLDS
            evaluation.reads.update(MISSING + one.pointer for one in children.phantoms)
            return p.OPEN if children.phantoms else p.FAILS

        return Linked(any_listed, Sort.TRUTH)
    described = _property(parts, entity)

    def there(evaluation: Evaluation, instance: Instance) -> Value:
        pointer = instance.pointer + described.pointer
        if instance.nobody:
            return p.FAILS
        if instance.phantom:
            evaluation.reads.add(MISSING + instance.pointer)
            return p.OPEN
        if value_of(instance.record, described.path) is not UNSET or pointer in evaluation.supposed:
            return p.HOLDS
        match absence(vocabulary()[entity], described.path, instance.record):
            case Absent.UNKNOWN:
                evaluation.reads.add(MISSING + pointer)
                return p.OPEN
            case Absent.NONE_ON_RECORD:
                evaluation.reads.add(PRESUMED + pointer)
                return p.FAILS
            case _:
                return p.FAILS

    return Linked(there, Sort.TRUTH)


def link_still_open(name: syntax.Name, entity: str) -> Linked:
    """Whether a day has not come by the day of decision: no end on record, or one that lies ahead."""
    parts = name.parts[1:] if len(name.parts) > 1 and name.parts[0] == entity else name.parts
    described = _property(parts, entity)
    if described.kind is not Kind.DATE:
        raise OfficeError("programmes.wrong_sort", found=described.kind.value, expected=Sort.DAY.value)
    read = property_reader(described)

    def ahead(evaluation: Evaluation, instance: Instance) -> Value:
        return p.less(p.exactly(evaluation.day), numbers(evaluation, instance, read))

    return Linked(ahead, Sort.TRUTH)


def _property(parts: tuple[str, ...], entity: str) -> Property:
    described = vocabulary()[entity].properties.get(".".join(parts))
    if described is None:
        raise OfficeError("programmes.undeclared_name", name=".".join(parts), entity=entity)
    return described
