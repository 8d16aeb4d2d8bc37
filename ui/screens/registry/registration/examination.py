"""What is wrong with what was typed, each at the slot to mend: missing, unreadable, contradictory or doubtful."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

import msgspec

from desktop.facts.birth import birth_of
from desktop.facts.canonical import canonical
from desktop.facts.codes import Role
from desktop.facts.consistency import contradictions, warnings
from desktop.facts.household_file import HouseholdFile, Member
from desktop.values.calendars import Calendar
from desktop.values.dates import DatePossibility, whole_units
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from ui.screens.registry.registration.births import stated_birth
from ui.screens.registry.registration.fields import step_of
from ui.screens.registry.registration.persons import name_of
from ui.screens.registry.registration.reading import is_blank, read
from ui.screens.registry.registration.slots import MEMBERS, member_of
from ui.screens.registry.registration.steps import GROWN, MINOR, Step
from ui.screens.registry.registration.typed import Typed, slot_of
from ui.screens.registry.registration.words import sentence

# Legal majority in both countries. It orders the form and decides nothing: whoever may be older or younger is asked
# as both.
_MAJORITY = 18


class Weight(StrEnum):
    """How a fault weighs; all but a doubt stand in the way of saving."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    CONTRADICTION = "contradiction"
    REFUSED = "refused"
    DOUBT = "doubt"


class Fault(msgspec.Struct, frozen=True):
    """What is wrong at a slot.

    Args:
        slot: '' for the form as a whole.
        key: of the error, `facts.born_later`.
        sentence: what is wrong and what to do.
        weight: what it stands in the way of.
        step: where the slot is shown.
    """

    slot: str
    key: str
    sentence: Wording
    weight: Weight
    step: Step


@dataclass(frozen=True, slots=True)
class Examination:
    """What was typed, looked through.

    Args:
        file: the canonical file; None while anything stands in the way.
        partial: what can be read so far.
        faults: in the order of the file, what is missing and unreadable first.
        doubts: worth a second look; they refuse nothing.
        ages: by member's slot, `minor` or `grown`, where that is certain on the day.
        births: by member's slot, the days on which they can have been born, where something is known of it.
    """

    file: HouseholdFile | None
    partial: HouseholdFile | None
    faults: tuple[Fault, ...]
    doubts: tuple[Fault, ...]
    ages: Mapping[str, str]
    births: Mapping[str, DatePossibility]


@lru_cache(maxsize=8)
def examine(typed: Typed, today: dt.date) -> Examination:
    """Look through what was typed as of the office's day; asking again of the same costs nothing."""
    reading = read(typed)
    faults = [
        _fault(typed, each.slot, each.error, Weight.MISSING if each.missing else Weight.UNREADABLE)
        for each in reading.unread
    ]
    partial = reading.partial
    doubts = list(_unnamed(typed))
    people: Mapping[str, Member] = {}
    if partial is not None:
        people = dict(zip(typed.items(MEMBERS), partial.members, strict=True))
        faults += [
            _fault(typed, _slot(typed, error), error, Weight.CONTRADICTION)
            for error in contradictions(partial, today=today)
            if not _premature(typed, error)
        ]
        doubts += [_fault(typed, _slot(typed, error), error, Weight.DOUBT) for error in warnings(partial)]
    births = {item: born for item, member in people.items() if (born := birth_of(member)) is not None}
    return Examination(
        file=canonical(reading.file) if reading.file is not None and not faults else None,
        partial=partial,
        faults=tuple(faults),
        doubts=tuple(doubts),
        ages=MappingProxyType({item: age for item, born in births.items() if (age := _age(born, today))}),
        births=MappingProxyType(births),
    )


def fault_of(typed: Typed, error: OfficeError, weight: Weight) -> Fault:
    """An error of the registry as a fault at the slot that it points at."""
    return _fault(typed, _slot(typed, error), error, weight)


def _fault(typed: Typed, slot: str, error: OfficeError, weight: Weight) -> Fault:
    return Fault(slot, error.key, sentence(typed, error), weight, step_of(slot))


def _slot(typed: Typed, error: OfficeError) -> str:
    slot = slot_of(typed, error.pointer or "")
    # A birth typed into the field of the other calendar is mended where it was typed.
    member, _, name = slot.rpartition("/")
    if name.startswith("birth_date") and member_of(slot) == member and is_blank(typed, slot):
        stated = stated_birth(typed, member)
        if name in stated:
            return stated[name].slot
    return slot


def _premature(typed: Typed, error: OfficeError) -> bool:
    """No head is named, but somebody's role was not chosen yet, and that is told already."""
    roles = {role.value for role in Role}
    return error.key == "facts.no_head" and any(
        typed.text(f"{item}/role") not in roles for item in typed.items(MEMBERS)
    )


def _unnamed(typed: Typed) -> Iterator[Fault]:
    for item in typed.items(MEMBERS):
        if not typed.says(f"{item}/name"):
            error = OfficeError("registration.member_unnamed", person=name_of(typed, item))
            yield _fault(typed, f"{item}/name/given", error, Weight.DOUBT)


def _age(born: DatePossibility, today: dt.date) -> str:
    """Minor or grown where both calendars and every possible birth agree; '' otherwise."""
    if born.latest > today:
        return ""
    try:
        ages = {whole_units(day, today, "year", each) for day in (born.earliest, born.latest) for each in Calendar}
    except OfficeError:
        ages = {whole_units(day, today, "year", Calendar.GREGORIAN) for day in (born.earliest, born.latest)}
    if max(ages) < _MAJORITY:
        return MINOR
    return GROWN if min(ages) >= _MAJORITY else ""
