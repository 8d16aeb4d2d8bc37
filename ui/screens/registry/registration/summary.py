"""People and things of a form in one line each, for lists and for the review: «خالد · ابن · ١٢ سنة»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.facts.describe import Kind
from desktop.facts.vocabulary import vocabulary
from desktop.values.isolates import isolated
from desktop.values.language import Wording
from ui.language.reader import Reader
from ui.screens.registry.age import age_words
from ui.screens.registry.registration.examination import examine
from ui.screens.registry.registration.fields import LAYOUT
from ui.screens.registry.registration.persons import name_of, role_of
from ui.screens.registry.registration.relevance import ShownGroup, is_list, shown_groups
from ui.screens.registry.registration.slots import fact_at, is_item, list_of, spot
from ui.screens.registry.registration.steps import Step
from ui.screens.registry.registration.typed import Typed
from ui.screens.registry.registration.words import NONE_AT_ALL, place, said, unsaid

_BETWEEN = " · "
_DECEASED = (Wording("متوفى", "deceased"), Wording("متوفاة", "deceased"))


def member_line(typed: Typed, member: str, reader: Reader, today: dt.date) -> str:
    """The member's name, role and age on the day, as far as each is known; of the dead that they are."""
    parts = [reader.wording(name_of(typed, member))]
    role = role_of(typed, member)
    if role is not None:
        parts.append(reader.wording(role))
    born = examine(typed, today).births.get(member)
    if typed.says(f"{member}/death_date"):
        parts.append(reader.wording(_DECEASED[typed.text(f"{member}/sex") == "female"]))
    elif born is not None and born.latest <= today:
        parts.append(age_words(born, today, reader))
    return _BETWEEN.join(parts)


def item_line(typed: Typed, item: str, reader: Reader) -> str:
    """An income, a stay, a paper in one line: its facts in the order of the form, those that were said."""
    found = spot(item)
    if found is None or not is_item(item):
        raise KeyError(item)
    entity = found.entity
    facts = next(group.fields for groups in LAYOUT.values() for group in groups if group.entity == entity.name)
    properties = [entity.properties[each.fact] for each in facts if "." not in each.fact]
    # A yes or no says nothing without its question.
    slots = [item + each.pointer for each in properties if each.kind is not Kind.BOOLEAN]
    words = [text for slot in slots if (text := said(typed, slot, reader))]
    if entity.name == "outside":
        words.insert(0, reader.wording(name_of(typed, item)))
    return _BETWEEN.join(words) or reader.wording(place(typed, item))


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One line of the review: what is asked and what was said; `slot` is where to go to change it.

    `known` is false where nothing was said, and `words` says that too: unknown is never shown as no.
    """

    slot: str
    label: Wording
    words: str
    known: bool


@dataclass(frozen=True, slots=True)
class ReviewSection:
    """One group of the form for the review, with the person it is of, '' for the household's own."""

    step: Step
    title: Wording
    of: str
    lines: tuple[ReviewLine, ...]


def review(typed: Typed, reader: Reader, today: dt.date) -> tuple[ReviewSection, ...]:
    """Everything that was asked, step by step, as it will be saved."""
    ages = examine(typed, today).ages
    return tuple(
        ReviewSection(step, shown.group.label, _whose(typed, shown, reader), tuple(_lines(typed, shown, reader)))
        for step in LAYOUT
        for shown in shown_groups(typed, ages, step, everything=False)
    )


def _whose(typed: Typed, shown: ShownGroup, reader: Reader) -> str:
    return reader.wording(name_of(typed, shown.owner)) if is_item(shown.owner) else ""


def _lines(typed: Typed, shown: ShownGroup, reader: Reader) -> Iterator[ReviewLine]:
    if not is_list(shown.group) or shown.listed is None:
        properties = vocabulary()[shown.group.entity].properties
        for each in shown.fields:
            words = said(typed, each.slot, reader)
            yield ReviewLine(
                each.slot,
                properties[each.field.fact].label,
                words or reader.wording(unsaid(properties[each.field.fact])),
                bool(words),
            )
        return
    for item in typed.items(shown.listed):
        yield ReviewLine(item, place_of_item(typed, item), item_line(typed, item, reader), known=True)
    if not typed.keys(shown.listed):
        told, fact = typed.keys(shown.listed) is not None, fact_at(shown.listed)
        none = shown.group.none or NONE_AT_ALL
        nothing = none if told or fact is None else unsaid(fact)
        yield ReviewLine(shown.listed, shown.group.label, reader.wording(nothing), told)


def place_of_item(typed: Typed, item: str) -> Wording:
    """What an item is called among the others of its list: «دخل 2», without the person it belongs to."""
    found = spot(item)
    keys = typed.keys(list_of(item)) or ()
    number = isolated(str(keys.index(item.rpartition("/")[2]) + 1))
    label = found.entity.label if found is not None else Wording("", "")
    return Wording(f"{label.ar} {number}".strip(), f"{label.en} {number}".strip())
