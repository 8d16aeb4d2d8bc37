"""The facts of a file as its tabs tell them: known, or unknown and worth asking, in the groups of the registration.

What is worth asking of whom, and what counts as not known, is the registration's own knowledge, so that its count and
that of the tabs are one; a fact that merely is not on record is left out here, since nobody waits for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import vocabulary
from desktop.values.language import Wording
from ui.language.reader import Reader
from ui.screens.registry.registration.completeness import unanswered
from ui.screens.registry.registration.examination import examine
from ui.screens.registry.registration.fields import LAYOUT
from ui.screens.registry.registration.relevance import ShownGroup, is_list, shown_groups
from ui.screens.registry.registration.summary import item_line, place_of_item
from ui.screens.registry.registration.told import typed_of
from ui.screens.registry.registration.typed import Typed, pointer_of
from ui.screens.registry.registration.words import NONE_AT_ALL, said


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
    """Facts under one heading; `owner` points at the member or the household that they are of.

    `unknown` counts the facts that wait to be known, those of the things on a list too, each of which is told in one
    line.
    """

    key: str
    title: Wording
    owner: str
    facts: tuple[ToldFact, ...]
    unknown: int


def told_groups(file: HouseholdFile, reader: Reader, today: date) -> tuple[ToldGroup, ...]:
    """Every group in which something is known or waits to be known, in the order in which it is asked.

    Takes some tens of milliseconds for a large family: not for the main thread.
    """
    typed = typed_of(file)
    ages = examine(typed, today).ages
    shown = (each for step in LAYOUT for each in shown_groups(typed, ages, step, everything=False))
    found = (_group(typed, each, unanswered(typed, ages, each), reader) for each in shown)
    return tuple(group for group in found if group.facts)


def _group(typed: Typed, shown: ShownGroup, unknown: Collection[str], reader: Reader) -> ToldGroup:
    tell = _listed if is_list(shown.group) else _own
    facts = tuple(tell(typed, shown, unknown, reader))
    return ToldGroup(shown.group.key, shown.group.label, pointer_of(typed, shown.owner), facts, len(unknown))


def _own(typed: Typed, shown: ShownGroup, unknown: Collection[str], reader: Reader) -> Iterator[ToldFact]:
    properties = vocabulary()[shown.group.entity].properties
    for each in shown.fields:
        words = said(typed, each.slot, reader)
        if words or each.slot in unknown:
            yield ToldFact(pointer_of(typed, each.slot), properties[each.field.fact].label, words or None)


def _listed(typed: Typed, shown: ShownGroup, unknown: Collection[str], reader: Reader) -> Iterator[ToldFact]:
    if shown.listed is None:
        return
    for item in typed.items(shown.listed):
        yield ToldFact(pointer_of(typed, item), place_of_item(typed, item), item_line(typed, item, reader))
    if typed.keys(shown.listed) == ():
        none = reader.wording(shown.group.none or NONE_AT_ALL)
        yield ToldFact(pointer_of(typed, shown.listed), shown.group.label, none)
    elif shown.listed in unknown:
        yield ToldFact(pointer_of(typed, shown.listed), shown.group.label, None)
