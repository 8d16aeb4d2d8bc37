"""Which facts are worth asking of this household and this person, by what is known of them so far.

Unknown hides nothing, and what has something typed in it is always shown: nobody sends in what they cannot see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.facts.vocabulary import vocabulary
from ui.screens.registry.registration.fields import LAYOUT, group_of_list
from ui.screens.registry.registration.slots import HOUSEHOLD, MEMBERS, member_of
from ui.screens.registry.registration.steps import Condition, Field, Group, Step
from ui.screens.registry.registration.told import spelled
from ui.screens.registry.registration.typed import Typed
from ui.screens.registry.registration.words import value_at


@dataclass(frozen=True, slots=True)
class ShownField:
    """A fact to ask, and the slot at which it is typed."""

    field: Field
    slot: str


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group of one thing: of the household, of a member, or of a list whose items have their own fields.

    Args:
        group: what it shows.
        owner: slot of the household, the member or, for a list, of the thing that the list belongs to.
        fields: of the household's or the member's own; none for a list.
        listed: slot of the list, for `add`, `tell_none` and `remove`; None where the group is none.
    """

    group: Group
    owner: str
    fields: tuple[ShownField, ...]
    listed: str | None = None


def shown_groups(typed: Typed, ages: Mapping[str, str], step: Step, *, everything: bool) -> tuple[ShownGroup, ...]:
    """What a step shows: the household's groups first, then each member's in the order of the file.

    A group of which nothing is worth asking is left out.
    """
    groups = LAYOUT.get(step, ())
    owned = [(HOUSEHOLD, group) for group in groups if _of_household(group)]
    owned += [(item, group) for item in typed.items(MEMBERS) for group in groups if not _of_household(group)]
    found = (_shown(typed, ages, owner, group, everything=everything) for owner, group in owned)
    return tuple(each for each in found if each is not None)


def item_fields(typed: Typed, ages: Mapping[str, str], item: str, entity: str, *, everything: bool) -> tuple[str, ...]:
    """Slots of the facts that are worth asking of an item of a list."""
    return tuple(each.slot for each in _fields(typed, ages, item, group_of_list(entity), everything=everything))


def list_slot(owner: str, entity: str) -> str:
    """The slot of the list of things of an entity that belong to an owner."""
    return owner + "".join(f"/{step}" for step in vocabulary()[entity].list_path)


def is_list(group: Group) -> bool:
    """Whether the group shows the items of a list other than the members."""
    return group.entity not in {"household", "member"}


def _of_household(group: Group) -> bool:
    return group.entity != "member" and (not is_list(group) or vocabulary()[group.entity].parent == "household")


def _shown(typed: Typed, ages: Mapping[str, str], owner: str, group: Group, *, everything: bool) -> ShownGroup | None:
    if is_list(group):
        listed = list_slot(owner, group.entity)
        asked = everything or typed.says(listed) or all(_holds(typed, ages, owner, each) for each in group.when)
        return ShownGroup(group, owner, (), listed) if asked else None
    fields = tuple(_fields(typed, ages, owner, group, everything=everything))
    return ShownGroup(group, owner, fields) if fields else None


def _fields(
    typed: Typed, ages: Mapping[str, str], item: str, group: Group, *, everything: bool
) -> Iterator[ShownField]:
    properties = vocabulary()[group.entity].properties
    for each in group.fields:
        slot = item + properties[each.fact].pointer
        if everything or typed.says(slot) or all(_holds(typed, ages, item, one) for one in each.when):
            yield ShownField(each, slot)


def _holds(typed: Typed, ages: Mapping[str, str], item: str, condition: Condition) -> bool:
    if condition.fact == "age":
        value = ages.get(member_of(item) or "", "")
    else:
        owner = HOUSEHOLD if condition.fact == "country" else item
        read = value_at(typed, f"{owner}/{condition.fact.replace('.', '/')}")
        value = spelled(read.value) if read is not None and read.value is not None else ""
    return not value or (value in condition.values) != condition.unless
