"""Slots: where something is typed.

A slot is the JSON Pointer of a fact in the household file with the key of each list item (`k4`) in place of its index,
so that it stays the same while items before it come and go: `/members/k1/incomes/k4/amount`. No fact is called
like a key. The two ends of a money range are `…/amount_between/0` and `…/amount_between/1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop.facts.describe import Kind
from desktop.facts.vocabulary import Entity, Property, located

MEMBERS = "/members"
HOUSEHOLD = "/household"
OUTSIDE = "/household/outside"

_KEY = re.compile(r"/k([0-9]+)(?=/|$)")
_BOUND = re.compile(r"(/amount_between)/([01])$")


@dataclass(frozen=True, slots=True)
class Spot:
    """What a slot is.

    Args:
        entity: the thing that the fact is of.
        item: slot of that thing.
        fact: None for the thing itself.
        bound: 0 or 1 for an end of a money range.
    """

    entity: Entity
    item: str
    fact: Property | None
    bound: int | None = None


@lru_cache(maxsize=8192)
def spot(slot: str) -> Spot | None:
    """What stands at a slot; None for the file as a whole, its list of members and whatever no file holds."""
    bound = _BOUND.search(slot)
    if bound is not None:
        slot = slot[: bound.end(1)]
    found = located(_KEY.sub(r"/\1", slot))
    if found is None:
        return None
    entity, _, fact = found
    if bound is not None and (fact is None or fact.kind is not Kind.MONEY_BOUNDS):
        return None
    item = slot.removesuffix(fact.pointer) if fact is not None else slot
    return Spot(entity, item, fact, int(bound.group(2)) if bound is not None else None)


def fact_at(slot: str) -> Property | None:
    """The fact of a slot; None for things and for what no file holds."""
    found = spot(slot)
    return found.fact if found is not None else None


def member_of(slot: str) -> str | None:
    """Slot of the member that a slot belongs to."""
    return "/".join(slot.split("/")[:3]) if slot.startswith(f"{MEMBERS}/") else None


def owner_of(slot: str) -> str:
    """Slot of the member, or of the household, that a slot belongs to."""
    return member_of(slot) or HOUSEHOLD


def key_of(item: str) -> str:
    """The key of an item's slot."""
    return item.rpartition("/")[2]


def list_of(item: str) -> str:
    """The list that an item's slot stands in."""
    return item.rpartition("/")[0]


def is_item(slot: str) -> bool:
    """Whether the slot is that of a list item."""
    return re.fullmatch("k[0-9]+", key_of(slot)) is not None


def above(slot: str) -> Iterator[str]:
    """Every slot that a slot lies in, nearest first."""
    while slot:
        slot = list_of(slot)
        yield slot


def new_key(number: int) -> str:
    """The key of the item of that running number."""
    return f"k{number}"
