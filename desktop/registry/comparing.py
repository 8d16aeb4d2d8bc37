"""What differs between two states of one file, fact by fact. Pure.

Members and persons outside are known by their reference; items of other lists have none and are paired by what they
say and where they stand, so that an income put first does not look as if every income had changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec
from msgspec import UNSET

from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile, Member, OutsidePerson
from desktop.facts.vocabulary import Entity, items_of, pointer, value_of, vocabulary
from desktop.registry.answers import FactChange

Places = tuple[int, ...]

_OF_THEMSELVES = frozenset({"household", "member"})
"""Entities whose facts are told without naming a thing of a list."""


def differences(earlier: HouseholdFile, later: HouseholdFile) -> tuple[FactChange, ...]:
    """Every fact that differs between two canonical files of one household, the household's own first."""
    household = vocabulary()["household"]
    found = [*_things(household, (), earlier.household, (), later.household, None)]
    for name in household.lists.values():
        if name != "member":
            found += _listed(vocabulary()[name], (), earlier.household, (), later.household, None)
    return (*found, *_listed(vocabulary()["member"], (), earlier, (), later, None))


def _things(
    entity: Entity, old_at: Places, old: msgspec.Struct, new_at: Places, new: msgspec.Struct, member: str | None
) -> list[FactChange]:
    told: set[str] = set()
    found: list[FactChange] = []
    for name, fact in reversed(tuple(entity.properties.items())):
        before, after = value_of(old, fact.path), value_of(new, fact.path)
        if fact.kind is Kind.LIST:
            before, after = _told(before), _told(after)
            if before == after or (before is UNSET and _items(new, fact.path)):
                continue
        if before == after:
            continue
        # Objects come after what is in them: one whose facts differ has been told of already.
        if fact.kind is Kind.OBJECT and (any(each.startswith(f"{name}.") for each in told) or _both(before, after)):
            continue
        told.add(name)
        at, thing = (new_at, new) if after is not UNSET else (old_at, old)
        found.append(
            FactChange(
                pointer=pointer(entity.name, *at, name=name),
                label=fact.label,
                old=None if before is UNSET else before,
                new=None if after is UNSET else after,
                member=member,
                item=None if entity.name in _OF_THEMSELVES else thing,
            )
        )
    return found[::-1]


def _listed(
    entity: Entity, old_at: Places, old: msgspec.Struct, new_at: Places, new: msgspec.Struct, member: str | None
) -> Iterator[FactChange]:
    before, after = items_of(old, entity.list_path), items_of(new, entity.list_path)
    for was, now in _pairs(before, after):
        if was is not None and now is not None:
            yield from _things_within(entity, (*old_at, was), before[was], (*new_at, now), after[now], member)
        elif was is not None:
            yield FactChange(pointer(entity.name, *old_at, was), entity.label, before[was], None, member)
        elif now is not None:
            yield FactChange(pointer(entity.name, *new_at, now), entity.label, None, after[now], member)


def _things_within(
    entity: Entity, old_at: Places, old: msgspec.Struct, new_at: Places, new: msgspec.Struct, member: str | None
) -> Iterator[FactChange]:
    whose = new.ref if isinstance(new, Member) else member
    yield from _things(entity, old_at, old, new_at, new, whose)
    for name in entity.lists.values():
        yield from _listed(vocabulary()[name], old_at, old, new_at, new, whose)


def _pairs(
    before: Sequence[msgspec.Struct], after: Sequence[msgspec.Struct]
) -> Iterator[tuple[int | None, int | None]]:
    if any(isinstance(each, Member | OutsidePerson) for each in (*before, *after)):
        old, new = _by_ref(before), _by_ref(after)
        yield from ((old.get(ref), new.get(ref)) for ref in dict.fromkeys((*old, *new)))
        return
    # Structs of a file may hold lists and are compared, not hashed; their JSON stands for them.
    olds, news = ([msgspec.json.encode(each) for each in side] for side in (before, after))
    for _, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        for step in range(max(b - a, d - c)):
            yield (a + step if a + step < b else None, c + step if c + step < d else None)


def _by_ref(people: Sequence[msgspec.Struct]) -> dict[str, int]:
    return {each.ref: at for at, each in enumerate(people) if isinstance(each, Member | OutsidePerson)}


def _told(items: object) -> object:
    """A list as a fact of its own: told of or not; its items are told apart."""
    return UNSET if items is UNSET else ()


def _items(thing: msgspec.Struct, path: tuple[str, ...]) -> bool:
    return bool(items_of(thing, path))


def _both(before: object, after: object) -> bool:
    return before is not UNSET and after is not UNSET
