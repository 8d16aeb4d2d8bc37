"""Two amendments of one file put together: what each changed of the version that both were opened with.

What only one of the two changed is taken from that one; what both changed otherwise is for a person to choose. Nothing
of either is left out unseen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from ui.language.reader import Reader
from ui.screens.registry.registration.aligning import aligned, distinct
from ui.screens.registry.registration.changes import Change, ChangeKind, changes
from ui.screens.registry.registration.form import Opened, Phase
from ui.screens.registry.registration.history import Edit, History
from ui.screens.registry.registration.persons import name_of
from ui.screens.registry.registration.slots import MEMBERS, above, fact_at, is_item, key_of, list_of, spot
from ui.screens.registry.registration.states import Wizard
from ui.screens.registry.registration.steps import Step
from ui.screens.registry.registration.summary import item_line
from ui.screens.registry.registration.told import typed_of
from ui.screens.registry.registration.typed import Entry, Held, Items, Typed
from ui.screens.registry.registration.words import NONE_AT_ALL, said


class Side(StrEnum):
    """Whose version."""

    BASE = "base"
    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is chosen as one: a fact, or a whole item where one side took it away and the other wrote in it.

    `order` is true where only the order of a list is meant, not what it holds.
    """

    slot: str
    sides: frozenset[Side]
    order: bool = False

    @property
    def both(self) -> bool:
        """Whether both sides changed it."""
        return len(self.sides) > 1


@dataclass(frozen=True, slots=True)
class Encounter:
    """Three versions of one file under the same keys, and what differs among them in the order of the file."""

    base: Typed
    mine: Typed
    theirs: Typed
    opened: Opened
    units: tuple[Unit, ...]

    def version(self, side: Side) -> Typed:
        """The version of a side."""
        return {Side.BASE: self.base, Side.MINE: self.mine, Side.THEIRS: self.theirs}[side]


def meet(wizard: Wizard, theirs: HouseholdFile, *, file_number: str, version: int) -> Encounter:
    """The form against the file as a colleague saved it at a version."""
    newer = aligned(wizard.base, typed_of(theirs), wizard.number)
    mine = distinct(wizard.base, wizard.typed, newer)
    return Encounter(wizard.base, mine, newer, Opened(file_number, version), _units(wizard.base, mine, newer))


def merged(encounter: Encounter, chosen: Mapping[str, Side]) -> Typed:
    """One form of both: of each unit the side chosen, else whichever changed it, else mine."""
    base, mine, theirs = encounter.base, encounter.mine, encounter.theirs
    sides = {
        unit.slot: chosen.get(unit.slot, Side.MINE if Side.MINE in unit.sides else Side.THEIRS)
        for unit in encounter.units
    }
    whole = {unit.slot for unit in encounter.units if not unit.order}
    entries: dict[str, Entry] = {}
    for slot in {**base.entries, **theirs.entries, **mine.entries}:
        owner = next((each for each in (slot, *above(slot)) if each in whole), None)
        if owner is not None and not (owner == slot and _is_list(encounter, slot)):
            entry = encounter.version(sides[owner]).entries.get(slot)
        elif _is_list(encounter, slot):
            entry = _list(encounter, slot, sides)
        else:
            own = mine.entries.get(slot)
            entry = own if own != base.entries.get(slot) else theirs.entries.get(slot)
        if entry is not None:
            entries[slot] = entry
    kept = Typed(entries)
    # What lies in an item that is no longer there went with it.
    gone = [slot for slot in entries if any(is_item(each) and not kept.has_item(each) for each in (slot, *above(slot)))]
    return Typed({slot: entry for slot, entry in entries.items() if slot not in gone}) if gone else kept


def rebased(wizard: Wizard, encounter: Encounter, chosen: Mapping[str, Side]) -> Wizard:
    """The form on the newer version, saying what was chosen; undoing it once brings one's own words back."""
    typed = merged(encounter, chosen)
    own = merged(encounter, {unit.slot: Side.MINE for unit in encounter.units if unit.both})
    patch = own.difference(typed)
    return msgspec.structs.replace(
        wizard,
        typed=typed,
        base=encounter.theirs,
        opened=encounter.opened,
        history=History((Edit(patch, Step.REVIEW, ""),) if patch else ()),
        number=max(wizard.number, _first_free(encounter)),
        phase=Phase.TYPING,
        step=Step.REVIEW,
        refusals=(),
        at="",
        unanswered=False,
    )


def version_words(encounter: Encounter, side: Side, slot: str, reader: Reader) -> str:
    """What a side says of a unit, as it is read to a person; '' for nothing."""
    typed = encounter.version(side)
    found = spot(slot)
    if slot == MEMBERS or (found is not None and found.fact is not None and found.fact.kind is Kind.LIST):
        items = typed.items(slot)
        if not items:
            return reader.wording(NONE_AT_ALL) if typed.keys(slot) is not None else ""
        return _listed([_item_words(typed, item, reader) for item in items], reader)
    if is_item(slot):
        return _item_words(typed, slot, reader) if typed.has_item(slot) else ""
    return said(typed, slot, reader)


def _listed(words: list[str], reader: Reader) -> str:
    return ("، " if reader.right_to_left else ", ").join(words)


def _item_words(typed: Typed, item: str, reader: Reader) -> str:
    found = spot(item)
    if found is not None and found.entity.name == "member":
        return reader.wording(name_of(typed, item))
    return item_line(typed, item, reader)


def _units(base: Typed, mine: Typed, theirs: Typed) -> tuple[Unit, ...]:
    changed = {
        Side.MINE: {_whole(each.slot): each for each in changes(base, mine) if _counts(mine, base, each)},
        Side.THEIRS: {_whole(each.slot): each for each in changes(base, theirs) if _counts(theirs, base, each)},
    }
    whole = {
        slot
        for side in changed.values()
        for slot, each in side.items()
        if is_item(slot) or (each.kind is not ChangeKind.MOVED and _is_list_slot(slot))
    }
    units: dict[str, set[Side]] = {}
    for side, found in changed.items():
        for slot in found:
            widest = next((each for each in reversed([slot, *above(slot)]) if each in whole), slot)
            units.setdefault(widest, set()).add(side)
    order = {slot: at for at, slot in enumerate({**base.entries, **theirs.entries, **mine.entries})}
    known = sorted(units, key=lambda slot: order.get(slot, _first_below(order, slot)))
    return tuple(Unit(slot, frozenset(units[slot]), _is_list_slot(slot) and slot not in whole) for slot in known)


def _first_below(order: Mapping[str, int], slot: str) -> int:
    return min((at for each, at in order.items() if each.startswith(f"{slot}/")), default=len(order))


def _whole(slot: str) -> str:
    """The two ends of a range are one fact."""
    found = spot(slot)
    return list_of(slot) if found is not None and found.bound is not None else slot


def _counts(typed: Typed, base: Typed, change: Change) -> bool:
    """An object that is there for what is said in it is no change of its own."""
    held = isinstance(typed.entries.get(change.slot), Held) or isinstance(base.entries.get(change.slot), Held)
    return not held


def _is_list_slot(slot: str) -> bool:
    fact = fact_at(slot)
    return slot == MEMBERS or (fact is not None and fact.kind is Kind.LIST)


def _is_list(encounter: Encounter, slot: str) -> bool:
    sides = (encounter.base, encounter.mine, encounter.theirs)
    return _is_list_slot(slot) and any(isinstance(each.entries.get(slot), Items) for each in sides)


def _list(encounter: Encounter, slot: str, sides: Mapping[str, Side]) -> Entry | None:
    """The items that stay, in the order of whoever changed it, those that only the other has behind."""
    base, mine, theirs = encounter.base, encounter.mine, encounter.theirs
    if slot in sides and not (mine.keys(slot) and theirs.keys(slot)):
        return encounter.version(sides[slot]).entries.get(slot)
    first, second = (mine, theirs) if sides.get(slot) is Side.MINE else (theirs, mine)
    keys = tuple(dict.fromkeys((*(first.keys(slot) or ()), *(second.keys(slot) or ()))))
    stay = tuple(
        key for key in keys if encounter.version(sides.get(f"{slot}/{key}", Side.BASE)).has_item(f"{slot}/{key}")
    )
    if stay:
        return Items(stay)
    return mine.entries.get(slot) if mine.entries.get(slot) != base.entries.get(slot) else theirs.entries.get(slot)


def _first_free(encounter: Encounter) -> int:
    keys = [
        int(key_of(f"/{key}").lstrip("k"))
        for typed in (encounter.mine, encounter.theirs)
        for slot, entry in typed.entries.items()
        if isinstance(entry, Items) and _is_list_slot(slot)
        for key in entry.keys
    ]
    return max(keys, default=0) + 1
