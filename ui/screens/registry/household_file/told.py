"""The facts of a file as its tabs tell them: known, or unknown and worth asking, in the groups of the registration.

What is worth asking of whom is the registration's own knowledge; a fact that merely is not on record is left out here,
since nobody waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.facts.describe import Absent
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import vocabulary
from desktop.values.language import Wording
from ui.language.reader import Reader
from ui.screens.registry.registration.examination import examine
from ui.screens.registry.registration.fields import LAYOUT
from ui.screens.registry.registration.relevance import ShownGroup, is_list, shown_groups
from ui.screens.registry.registration.slots import fact_at
from ui.screens.registry.registration.summary import item_line, place_of_item
from ui.screens.registry.registration.told import typed_of
from ui.screens.registry.registration.typed import Typed, pointer_of
from ui.screens.registry.registration.words import NONE_AT_ALL, said

_BIRTHS = ("/birth_date", "/birth_date_hijri")


@dataclass(frozen=True, slots=True)
class ToldFact:
    """One fact: where it stands in the file (JSON Pointer), what it is called, and what is known of it.

    `words` is ready for the reader, with isolates; None where the fact is unknown, which is neither no nor nothing.
    """

    pointer: str
    label: Wording
    words: str | None


@dataclass(frozen=True, slots=True)
class ToldGroup:
    """Facts under one heading; `owner` points at the member or the household that they are of."""

    key: str
    title: Wording
    owner: str
    facts: tuple[ToldFact, ...]


def told_groups(file: HouseholdFile, reader: Reader, today: date) -> tuple[ToldGroup, ...]:
    """Every group in which something is known or waits to be known, in the order in which it is asked.

    Takes some tens of milliseconds for a large family: not for the main thread.
    """
    typed = typed_of(file)
    ages = examine(typed, today).ages
    found = (
        _group(typed, shown, reader) for step in LAYOUT for shown in shown_groups(typed, ages, step, everything=False)
    )
    return tuple(group for group in found if group.facts)


def _group(typed: Typed, shown: ShownGroup, reader: Reader) -> ToldGroup:
    facts = tuple(_listed(typed, shown, reader) if is_list(shown.group) else _own(typed, shown, reader))
    return ToldGroup(shown.group.key, shown.group.label, pointer_of(typed, shown.owner), facts)


def _own(typed: Typed, shown: ShownGroup, reader: Reader) -> Iterator[ToldFact]:
    properties = vocabulary()[shown.group.entity].properties
    for each in shown.fields:
        fact = properties[each.field.fact]
        words = said(typed, each.slot, reader)
        if not words and (fact.absent is not Absent.UNKNOWN or _told_otherwise(typed, each.slot)):
            continue
        yield ToldFact(pointer_of(typed, each.slot), fact.label, words or None)


def _listed(typed: Typed, shown: ShownGroup, reader: Reader) -> Iterator[ToldFact]:
    if shown.listed is None:
        return
    for item in typed.items(shown.listed):
        yield ToldFact(pointer_of(typed, item), place_of_item(typed, item), item_line(typed, item, reader))
    if typed.keys(shown.listed):
        return
    fact = fact_at(shown.listed)
    if typed.keys(shown.listed) is not None:
        none = reader.wording(shown.group.none or NONE_AT_ALL)
        yield ToldFact(pointer_of(typed, shown.listed), shown.group.label, none)
    elif fact is not None and fact.absent is Absent.UNKNOWN:
        yield ToldFact(pointer_of(typed, shown.listed), shown.group.label, None)


def _told_otherwise(typed: Typed, slot: str) -> bool:
    """Whether a birth is stated in the other calendar: it is not unknown then."""
    member, _, name = slot.rpartition("/")
    return f"/{name}" in _BIRTHS and any(typed.says(member + each) for each in _BIRTHS)
