"""What a form says otherwise than it did when it was opened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.facts.describe import Kind
from ui.screens.registry.registration.slots import above, fact_at
from ui.screens.registry.registration.typed import Held, Items, Typed
from ui.screens.registry.registration.words import value_at


class ChangeKind(StrEnum):
    """What became of a fact or of an item of a list."""

    SAID = "said"
    CHANGED = "changed"
    TAKEN_BACK = "taken_back"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Args:
        slot: of the fact, of the item added or removed, or of the list whose order changed; `words.place` names it,
            `words.said` says what stands there. Of what was taken away, both are asked with the form as it was opened.
        kind: what became of it.
    """

    slot: str
    kind: ChangeKind


def changes(before: Typed, after: Typed) -> tuple[Change, ...]:
    """Every difference, each once: of an item added or removed only the item."""
    found: dict[str, Change] = {}
    for slot, (was, now) in before.difference(after).items():
        if isinstance(was, Items) or isinstance(now, Items):
            for change in _of_list(slot, was, now):
                found[change.slot] = change
        elif isinstance(was, Held) or isinstance(now, Held):
            if not any(each in found for each in (slot, *above(slot))):
                found[slot] = Change(slot, _kind(was is not None, now is not None))
        elif _differs(before, after, slot):
            found[slot] = Change(slot, _kind(bool(before.text(slot).strip()), bool(after.text(slot).strip())))
    whole = {slot for slot, change in found.items() if change.kind in {ChangeKind.ADDED, ChangeKind.REMOVED}}
    return tuple(each for slot, each in found.items() if not any(up in whole for up in above(slot)))


def _of_list(slot: str, was: object, now: object) -> list[Change]:
    old = was.keys if isinstance(was, Items) else None
    new = now.keys if isinstance(now, Items) else None
    fact = fact_at(slot)
    if (fact is not None and fact.kind is Kind.REFS) or not (old or new):
        return [Change(slot, _kind(old is not None, new is not None))]
    gone = [Change(f"{slot}/{key}", ChangeKind.REMOVED) for key in old or () if key not in (new or ())]
    come = [Change(f"{slot}/{key}", ChangeKind.ADDED) for key in new or () if key not in (old or ())]
    stayed = [key for key in old or () if key in (new or ())]
    if stayed != [key for key in new or () if key in (old or ())]:
        return [*gone, *come, Change(slot, ChangeKind.MOVED)]
    return [*gone, *come]


def _differs(before: Typed, after: Typed, slot: str) -> bool:
    was, now = value_at(before, slot), value_at(after, slot)
    if was is None or now is None or was.value is None or now.value is None:
        return before.text(slot).strip() != after.text(slot).strip()
    return was.value != now.value


def _kind(was: bool, now: bool) -> ChangeKind:
    if was and now:
        return ChangeKind.CHANGED
    return ChangeKind.SAID if now else ChangeKind.TAKEN_BACK
