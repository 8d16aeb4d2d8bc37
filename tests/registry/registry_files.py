"""Household files for the registry's tests: the contract's example, invented ones, and ones with holes."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import UNSET

from desktop.exchange.invented import invent
from desktop.facts.canonical import canonical
from desktop.facts.consistency import contradictions
from desktop.facts.household_file import HouseholdFile, Member
from desktop.facts.reading import read_household
from desktop.facts.shape import fields_of

TODAY = date(2026, 11, 1)


@cache
def example() -> HouseholdFile:
    """The contract's own example: a widow and her son, of the women's section."""
    return read_household(files("resources").joinpath("contracts", "household.example.json").read_bytes())


def general(file: HouseholdFile) -> HouseholdFile:
    """The same in the general section."""
    return with_household(file, section=type(file.household.section).GENERAL)


@cache
def invented(count: int, country: str = "SA", seed: int = 7) -> tuple[HouseholdFile, ...]:
    """Invented families, all of the general section."""
    files_told = invent(count, seed=seed, country=country)
    return tuple(general(read_household(msgspec.json.encode(each))) for each in files_told)


def with_household(file: HouseholdFile, **changes: Any) -> HouseholdFile:
    return msgspec.structs.replace(file, household=msgspec.structs.replace(file.household, **changes))


def with_member(file: HouseholdFile, ref: str, **changes: Any) -> HouseholdFile:
    members = tuple(msgspec.structs.replace(each, **changes) if each.ref == ref else each for each in file.members)
    return msgspec.structs.replace(file, members=members)


def member(file: HouseholdFile, ref: str) -> Member:
    return next(each for each in file.members if each.ref == ref)


@st.composite
def with_holes(draw: st.DrawFn) -> HouseholdFile:
    """An invented file of which some facts are left out, some lists told to be empty and some objects left bare.

    Nobody in it has a number, so that one database may register many of them.
    """
    file = draw(st.sampled_from((*invented(12), *invented(12, "EG"))))
    file = _numberless(_holed(draw, file))
    return file if not contradictions(file, today=TODAY) else _numberless(invented(1)[0])


def _numberless(file: HouseholdFile) -> HouseholdFile:
    return msgspec.structs.replace(
        file, members=tuple(msgspec.structs.replace(each, national_id=UNSET) for each in file.members)
    )


_KEPT = {"outside", "birth_date", "birth_date_hijri", "birth_date_precision", "file_number", "office", "section"}


def _holed(draw: st.DrawFn, thing: Any) -> Any:
    changes: dict[str, object] = {}
    fates = draw(st.lists(st.sampled_from("kkkde"), min_size=60, max_size=60))
    for fate, field in zip(fates, fields_of(type(thing)), strict=False):
        old = getattr(thing, field.attribute)
        if old is UNSET or field.attribute in _KEPT:
            continue
        if field.attribute == "members":
            changes["members"] = tuple(_holed(draw, each) for each in old)
        elif field.attribute == "household":
            changes["household"] = _holed(draw, old)
        elif field.required or field.default is not None:
            continue
        elif fate == "d":
            changes[field.attribute] = UNSET
        elif fate == "e" and isinstance(old, tuple):
            changes[field.attribute] = ()
        elif isinstance(old, msgspec.Struct) and not any(each.required for each in fields_of(type(old))):
            changes[field.attribute] = type(old)() if fate == "e" else _holed(draw, old)
    return msgspec.structs.replace(thing, **changes)


def same_facts(registered: HouseholdFile, drafted: HouseholdFile) -> bool:
    """Equal in meaning, but for the number and the office that registering fills in."""
    filled = {"file_number": registered.household.file_number, "office": registered.household.office}
    return canonical(registered) == canonical(with_household(drafted, **filled))
