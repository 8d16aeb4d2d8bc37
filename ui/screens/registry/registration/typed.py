"""What was typed, as it was typed: an immutable mapping from slots to texts, lists and objects.

Texts that cannot be read stay, so that nothing typed is lost. A fact without an entry was not said. An empty list was
said to hold nothing; a list without an entry is unknown, which is something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

import msgspec

from desktop.facts.describe import Kind
from ui.screens.registry.registration.slots import fact_at, key_of, list_of


class Text(msgspec.Struct, frozen=True, array_like=True, tag="t"):
    """A text or the value of a choice. `told`: as a household file spelled it, not touched since."""

    text: str
    told: bool = False


class Items(msgspec.Struct, frozen=True, array_like=True, tag="i"):
    """A list: the keys of its items in order, or for a list of references (spouses) the references themselves."""

    keys: tuple[str, ...]


class Held(msgspec.Struct, frozen=True, array_like=True, tag="h"):
    """An object that is there whatever is said in it: somebody was asked about work, and that is all."""


Entry: TypeAlias = Text | Items | Held
Patch: TypeAlias = Mapping[str, tuple[Entry | None, Entry | None]]
"""What differs between two states: by slot, the entry before and after; None where there is none."""


class Typed(msgspec.Struct, frozen=True, dict=True):
    """Everything that was typed into one form. Each change gives another `Typed`; nobody changes `entries`."""

    entries: Mapping[str, Entry] = {}

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # What was looked through is remembered by it, and asked for many times of one state.
        return hash(frozenset(self.entries.items()))

    def text(self, slot: str) -> str:
        """The text at a slot; '' where none was typed."""
        entry = self.entries.get(slot)
        return entry.text if isinstance(entry, Text) else ""

    def is_told(self, slot: str) -> bool:
        """Whether the text came from a household file and was not touched since."""
        entry = self.entries.get(slot)
        return isinstance(entry, Text) and entry.told

    def keys(self, slot: str) -> tuple[str, ...] | None:
        """Keys of a list's items, or the references of a list of references; None where nothing is known of it."""
        entry = self.entries.get(slot)
        return entry.keys if isinstance(entry, Items) else None

    def items(self, slot: str) -> tuple[str, ...]:
        """Slots of a list's items in order; none for a list that is unknown or empty."""
        return tuple(f"{slot}/{key}" for key in self.keys(slot) or ())

    def says(self, slot: str) -> bool:
        """Whether anything was typed at the slot or below it. Told '' counts: a file said so."""
        return slot in self.entries or self.holds(slot)

    def holds(self, slot: str) -> bool:
        """Whether anything stands below the slot."""
        return slot in self._held

    @cached_property
    def _held(self) -> frozenset[str]:
        # Asked hundreds of times of each state while a large family is typed in; a walk each time would be felt.
        held: set[str] = set()
        for slot in self.entries:
            while (slot := slot.rpartition("/")[0]) and slot not in held:
                held.add(slot)
        return frozenset(held)

    def below(self, slot: str) -> Iterator[str]:
        """Every slot below one at which something stands."""
        start = f"{slot}/"
        return (each for each in self.entries if each.startswith(start))

    def has_item(self, item: str) -> bool:
        """Whether the item's list has it."""
        return key_of(item) in (self.keys(list_of(item)) or ())

    def with_text(self, slot: str, text: str) -> Typed:
        """With that text; '' takes the text away."""
        return self._with(slot, Text(text) if text else None)

    def with_list(self, slot: str, keys: tuple[str, ...] | None) -> Typed:
        """With that list; None makes it unknown. Items that are no longer in it lose what they hold."""
        kept = {f"{slot}/{key}" for key in keys or ()}
        gone = [item for item in self.items(slot) if item not in kept]
        return self._without(gone)._with(slot, Items(keys) if keys is not None else None)

    def with_held(self, slot: str, *, held: bool) -> Typed:
        """With the object there even if nothing is said in it, or only as long as something is."""
        return self._with(slot, Held() if held else None)

    def _with(self, slot: str, entry: Entry | None) -> Typed:
        if self.entries.get(slot) == entry:
            return self
        entries = dict(self.entries)
        if entry is None:
            del entries[slot]
        else:
            entries[slot] = entry
        return Typed(entries)

    def _without(self, gone: list[str]) -> Typed:
        if not gone:
            return self
        starts = tuple(f"{item}/" for item in gone)
        return Typed({slot: entry for slot, entry in self.entries.items() if not f"{slot}/".startswith(starts)})

    def difference(self, after: Typed) -> Patch:
        """What makes `after` of this."""
        slots = {**dict.fromkeys(self.entries), **dict.fromkeys(after.entries)}
        pairs = {slot: (self.entries.get(slot), after.entries.get(slot)) for slot in slots}
        return {slot: pair for slot, pair in pairs.items() if pair[0] != pair[1]}

    def patched(self, patch: Patch, *, back: bool) -> Typed:
        """These entries with a patch put on, or taken back."""
        entries = dict(self.entries)
        for slot, (before, after) in patch.items():
            entry = before if back else after
            if entry is None:
                entries.pop(slot, None)
            else:
                entries[slot] = entry
        return Typed(entries)


def pointer_of(typed: Typed, slot: str) -> str:
    """The JSON Pointer into the file that is read from `typed`: keys become places in their lists."""
    pointer, so_far = "", ""
    for step in slot.split("/")[1:]:
        keys = typed.keys(so_far) or ()
        pointer += f"/{keys.index(step) if step in keys else step}"
        so_far += f"/{step}"
    return pointer


def slot_of(typed: Typed, pointer: str) -> str:
    """The slot that a JSON Pointer into that file means, as far down as there is one; a list of references is one."""
    slot = ""
    for step in pointer.split("/")[1:]:
        keys = typed.keys(slot)
        if keys is None:
            slot += f"/{step}"
            continue
        fact = fact_at(slot)
        if (fact is not None and fact.kind is Kind.REFS) or not step.isdecimal() or int(step) >= len(keys):
            return slot
        slot += f"/{keys[int(step)]}"
    return slot
