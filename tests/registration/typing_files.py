"""Households typed into the wizard event by event, as a person would write them."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files

from desktop.facts.codes import Country, Section
from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.values.dates import hijri_of
from desktop.values.digits import to_arabic_indic
from ui.screens.registry.registration.fields import NOT_ENTERED
from ui.screens.registry.registration.reading import read
from ui.screens.registry.registration.slots import MEMBERS, fact_at
from ui.screens.registry.registration.states import Wizard, begin
from ui.screens.registry.registration.told import typed_of
from ui.screens.registry.registration.typed import Held, Items, Text, Typed

TODAY = dt.date(2026, 11, 1)


@cache
def example() -> HouseholdFile:
    """The contract's own example."""
    return read_household(files("resources").joinpath("contracts", "household.example.json").read_bytes())


@cache
def demonstrated() -> tuple[HouseholdFile, ...]:
    """The demonstration households."""
    folder = files("resources").joinpath("demonstration", "households")
    found = sorted((each for each in folder.iterdir() if each.name.endswith(".json")), key=lambda each: each.name)
    return tuple(read_household(each.read_bytes()) for each in found)


def begun(country: Country = Country.SA, section: Section = Section.GENERAL) -> Wizard:
    return begin(office="qatif", country=country, region="الشرقية", section=section)


def typed_in(file: HouseholdFile, *, by_hand: bool = True) -> tuple[Wizard, HouseholdFile]:
    """The wizard after the file was typed into it, and the file with the references that the wizard gave."""
    told = typed_of(file)
    wizard = begun(file.household.country, file.household.section)
    slots, refs = {"": "", MEMBERS: MEMBERS}, dict[str, str]()

    def here(slot: str) -> str:
        """The wizard's slot for one of the file as told."""
        for start in sorted(slots, key=len, reverse=True):
            if slot == start or slot.startswith(f"{start}/"):
                return slots[start] + slot.removeprefix(start)
        raise KeyError(slot)

    for slot in sorted((each for each, entry in told.entries.items() if isinstance(entry, Items)), key=len):
        keys = told.keys(slot) or ()
        if _is_refs(slot):
            continue
        if not keys:
            wizard = wizard.tell_none(here(slot))
        for key in keys:
            item = f"{slot}/{key}"
            if slot == MEMBERS and not refs:
                slots[item] = wizard.typed.items(MEMBERS)[0]
            else:
                slots[item] = wizard.next_item(here(slot))
                wizard = wizard.add(here(slot))
            if told.text(f"{item}/ref"):
                refs[told.text(f"{item}/ref")] = wizard.typed.text(f"{slots[item]}/ref")
    named = _renamed(told, refs)
    for slot, entry in named.entries.items():
        fact = fact_at(slot)
        if fact is not None and (fact.entity, fact.name) in NOT_ENTERED:
            continue
        if isinstance(entry, Held):
            wizard = wizard.tell_asked(here(slot))
        elif isinstance(entry, Items) and _is_refs(slot):
            wizard = wizard.choose(here(slot), entry.keys)
        elif isinstance(entry, Text) and fact is not None:
            text = _by_hand(fact.name, fact.kind, entry.text) if by_hand else entry.text
            wizard = wizard.write(here(slot), text).leave(here(slot))
    if not told.says("/household/address/region"):
        wizard = wizard.write("/household/address/region", "")
    renamed = read(named).file
    assert renamed is not None
    return wizard, renamed


def _is_refs(slot: str) -> bool:
    fact = fact_at(slot)
    return fact is not None and fact.kind is Kind.REFS


def _renamed(told: Typed, refs: dict[str, str]) -> Typed:
    entries = dict(told.entries)
    for slot, entry in told.entries.items():
        fact = fact_at(slot)
        if isinstance(entry, Items) and _is_refs(slot):
            entries[slot] = Items(tuple(refs.get(ref, ref) for ref in entry.keys))
        elif isinstance(entry, Text) and fact is not None and fact.kind is Kind.REF:
            entries[slot] = Text(refs.get(entry.text, entry.text), told=True)
    return Typed(entries)


def _by_hand(name: str, kind: Kind, text: str) -> str:
    """A text in a spelling that people use: Arabic-Indic digits, the Hijri calendar, spaces around."""
    if kind is Kind.DATE and not name.startswith("birth"):
        day = dt.date.fromisoformat(text)
        hijri = hijri_of(day)
        return f" {to_arabic_indic(str(hijri).replace('-', '/'))} هـ" if hijri else f"{day:%d/%m/%Y}"
    if kind in {Kind.DATE, Kind.HIJRI_DATE}:
        return to_arabic_indic(text.replace("-", "/"))
    if kind in {Kind.MONEY, Kind.MONEY_BOUNDS}:
        whole, _, decimals = text.partition(".")
        return to_arabic_indic(f"{int(whole):,}").replace(",", "٬") + (
            f"٫{to_arabic_indic(decimals)}" if decimals else ""
        )
    if kind in {Kind.INTEGER, Kind.NUMBER}:
        return to_arabic_indic(text).replace(".", "٫")
    return f" {text} " if kind is Kind.TEXT else text
