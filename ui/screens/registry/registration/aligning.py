"""A colleague's version of a file under the keys of the one that a form was opened with, so that both speak of the
same people and things.

People are known by their reference; items of other lists have none and are paired by what they say and where they
stand, as the registry does when it tells a file's history.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from desktop.facts.describe import Kind
from ui.screens.registry.registration.persons import naming, persons
from ui.screens.registry.registration.slots import MEMBERS, OUTSIDE, fact_at, key_of, list_of, new_key
from ui.screens.registry.registration.typed import Entry, Items, Typed

_PEOPLE = (MEMBERS, OUTSIDE)


def aligned(base: Typed, theirs: Typed, first_free: int) -> Typed:
    """`theirs` with the keys of `base` for whatever is in both.

    Args:
        base: what the form was opened with.
        theirs: the newer version.
        first_free: number of the first key that neither `base` nor the form has.
    """
    places: dict[str, str] = {}
    number = first_free
    for listed in sorted(_lists(theirs), key=lambda slot: slot.count("/")):
        here = _placed(listed, places)
        old = list(base.keys(here) or ())
        for was, now in _pairs(base, here, theirs, listed):
            if now is None:
                continue
            if was is None:
                places[now] = f"{here}/{new_key(number)}"
                number += 1
            else:
                places[now] = f"{here}/{old[was]}"
    entries: dict[str, Entry] = {}
    for slot, entry in theirs.entries.items():
        holds_items = isinstance(entry, Items) and not _is_refs(slot)
        keys = tuple(key_of(places[item]) for item in theirs.items(slot)) if holds_items else ()
        entries[_placed(slot, places)] = Items(keys) if holds_items else entry
    return Typed(entries)


def distinct(base: Typed, mine: Typed, theirs: Typed) -> Typed:
    """`mine` with another reference for whoever was added in it under one that somebody else has in `theirs`.

    Two forms opened on one file give the next person the same reference; whoever is registered keeps theirs.
    """
    known = {*base.items(MEMBERS), *base.items(OUTSIDE)}
    taken = {each.ref for each in (*persons(base), *persons(theirs))}
    for person in persons(mine):
        if person.item in known or person.ref not in taken:
            taken.add(person.ref)
            continue
        start = "m" if list_of(person.item) == MEMBERS else "o"
        used = taken | {each.ref for each in persons(mine)}
        ref = next(name for number in range(1, len(used) + 2) if (name := f"{start}{number}") not in used)
        for slot in tuple(naming(mine, person.ref)):
            refs = mine.keys(slot)
            if refs is None:
                mine = mine.with_text(slot, ref)
            else:
                mine = mine.with_list(slot, tuple(ref if each == person.ref else each for each in refs))
        mine = mine.with_text(f"{person.item}/ref", ref)
        taken.add(ref)
    return mine


def _lists(typed: Typed) -> Iterator[str]:
    return (slot for slot, entry in typed.entries.items() if isinstance(entry, Items) and not _is_refs(slot))


def _is_refs(slot: str) -> bool:
    fact = fact_at(slot)
    return fact is not None and fact.kind is Kind.REFS


def _placed(slot: str, places: dict[str, str]) -> str:
    start = slot
    while start:
        if start in places:
            return places[start] + slot.removeprefix(start)
        start = list_of(start)
    return slot


def _pairs(base: Typed, here: str, theirs: Typed, listed: str) -> Iterator[tuple[int | None, str | None]]:
    """Place in the older list with the item of the newer; None where only the other has it."""
    old, new = base.items(here), theirs.items(listed)
    if here in _PEOPLE:
        refs = {base.text(f"{item}/ref"): at for at, item in enumerate(old)}
        yield from ((refs.get(theirs.text(f"{item}/ref")), item) for item in new)
        return
    olds, news = [_said(base, item) for item in old], [_said(theirs, item) for item in new]
    for _, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        for step in range(max(b - a, d - c)):
            yield (a + step if a + step < b else None, new[c + step] if c + step < d else None)


def _said(typed: Typed, item: str) -> frozenset[tuple[str, Entry]]:
    return frozenset((slot.removeprefix(item), typed.entries[slot]) for slot in typed.below(item))
