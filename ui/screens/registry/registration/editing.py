"""What each event does to what is typed; an event at a place that is no longer there changes nothing."""

from __future__ import annotations

from desktop.facts.describe import Kind
from ui.screens.registry.registration.fields import NOT_ENTERED
from ui.screens.registry.registration.persons import free_ref, naming
from ui.screens.registry.registration.slots import (
    MEMBERS,
    OUTSIDE,
    Spot,
    above,
    is_item,
    key_of,
    list_of,
    new_key,
    spot,
)
from ui.screens.registry.registration.typed import Typed


def written(typed: Typed, slot: str, text: str) -> Typed:
    """With that text at a fact; KeyError for a slot that is none.

    The same text again is no change, so that a text told by a file keeps its exact value.
    """
    found = _fact_spot(slot)
    if found.fact is None or found.fact.kind in {Kind.LIST, Kind.REFS, Kind.OBJECT}:
        raise KeyError(slot)
    if (found.fact.kind is Kind.MONEY_BOUNDS) != (found.bound is not None):
        raise KeyError(slot)
    text = _keepable(text)
    if not is_there(typed, slot) or typed.text(slot) == text:
        return typed
    return typed.with_text(slot, text)


def chosen(typed: Typed, slot: str, refs: tuple[str, ...] | None) -> Typed:
    """With those people in a list of references; () says nobody, None says nothing; KeyError for another slot."""
    found = _fact_spot(slot)
    if found.fact is None or found.fact.kind is not Kind.REFS:
        raise KeyError(slot)
    return typed.with_list(slot, refs) if is_there(typed, slot) else typed


def added(typed: Typed, listed: str, number: int) -> Typed:
    """With one more item at the end of a list, under the key of that number; a person gets a reference too."""
    _refuse_no_list(listed, Kind.LIST)
    if not is_there(typed, listed):
        return typed
    key = new_key(number)
    start = {MEMBERS: "m", OUTSIDE: "o"}.get(listed)
    ref = free_ref(typed, start, number) if start is not None else ""
    typed = typed.with_list(listed, (*(typed.keys(listed) or ()), key))
    return typed.with_text(f"{listed}/{key}/ref", ref) if ref else typed


def removed(typed: Typed, item: str) -> Typed:
    """Without that item and all that was typed in it; the last member stays.

    An emptied list is unknown, not empty: taking away a slip of the hand says nothing about the family. Who is taken
    away is no longer anybody's father, wife or payee.
    """
    if not typed.has_item(item) or (list_of(item) == MEMBERS and len(typed.keys(MEMBERS) or ()) == 1):
        return typed
    ref = typed.text(f"{item}/ref") if list_of(item) in {MEMBERS, OUTSIDE} else ""
    left = tuple(key for key in typed.keys(list_of(item)) or () if key != key_of(item))
    typed = typed.with_list(list_of(item), left or None)
    people = (*typed.items(MEMBERS), *typed.items(OUTSIDE))
    if not ref or any(typed.text(f"{person}/ref") == ref for person in people):
        return typed
    for slot in tuple(naming(typed, ref)):
        refs = typed.keys(slot)
        if refs is None:
            typed = typed.with_text(slot, "")
        else:
            typed = typed.with_list(slot, tuple(each for each in refs if each != ref) or None)
    return typed


def moved(typed: Typed, item: str, to: int) -> Typed:
    """With that item at another place of its list, from 0; beyond an end it comes to that end."""
    keys = list(typed.keys(list_of(item)) or ())
    if key_of(item) not in keys:
        return typed
    keys.remove(key_of(item))
    keys.insert(max(0, to), key_of(item))
    return typed.with_list(list_of(item), tuple(keys))


def told_none(typed: Typed, listed: str, *, none: bool) -> Typed:
    """With a list said to be empty, or unknown again; a list that has items stays as it is."""
    _refuse_no_list(listed, Kind.LIST, Kind.REFS)
    if not is_there(typed, listed) or typed.keys(listed):
        return typed
    return typed.with_list(listed, () if none and listed != MEMBERS else None)


def held(typed: Typed, slot: str, *, asked: bool) -> Typed:
    """With an object (`…/work`) said to have been asked about, even if nothing is on record in it."""
    found = spot(slot)
    if found is None or found.fact is None or found.fact.kind is not Kind.OBJECT:
        raise KeyError(slot)
    return typed.with_held(slot, held=asked) if is_there(typed, slot) else typed


def is_there(typed: Typed, slot: str) -> bool:
    """Whether every item that the slot lies in is in its list."""
    return all(typed.has_item(each) for each in above(slot) if is_item(each))


def _fact_spot(slot: str) -> Spot:
    found = spot(slot)
    if found is None or found.fact is None or (found.entity.name, found.fact.name) in NOT_ENTERED:
        raise KeyError(slot)
    return found


def _refuse_no_list(listed: str, *kinds: Kind) -> None:
    found = spot(listed)
    if listed != MEMBERS and (found is None or found.fact is None or found.fact.kind not in kinds):
        raise KeyError(listed)


def _keepable(text: str) -> str:
    # Half of a surrogate pair, as a broken paste may bring, can be written to no file.
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
