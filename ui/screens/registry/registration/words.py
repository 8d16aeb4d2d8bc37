"""What the form says in words: where a fact stands, what was typed in it, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop.facts.code import Code
from desktop.facts.describe import Absent, Kind
from desktop.facts.shape import Shape, fields_of
from desktop.facts.vocabulary import Property, vocabulary
from desktop.values.countries import country_name
from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated
from desktop.values.language import Language, Wording
from desktop.values.money import Currency, Money, minor_units
from ui.language.reader import Reader
from ui.screens.registry.registration.persons import name_of, persons
from ui.screens.registry.registration.slots import MEMBERS, above, is_item, key_of, list_of, member_of, spot
from ui.screens.registry.registration.spelling import read_text
from ui.screens.registry.registration.told import told_value
from ui.screens.registry.registration.typed import Typed, slot_of

YES, NO = Wording("نعم", "yes"), Wording("لا", "no")
NONE_AT_ALL = Wording("لا يوجد", "none")

# What it means that nothing was said of a fact; unknown is never shown as no.
_UNSAID = {
    Absent.UNKNOWN: Wording("غير معروف", "not known"),
    Absent.NONE_ON_RECORD: Wording("لا شيء مسجَّل", "none on record"),
    Absent.STILL_OPEN: Wording("لم ينتهِ بعد", "no end yet"),
    Absent.WEIGHTLESS: Wording("لم يُذكر", "not stated"),
}

_NAMES_OF_PEOPLE = {"ref", "other", "parent", "first"}
_MIDDLE_DOT = " · "


@dataclass(frozen=True, slots=True)
class Read:
    """The value that stands at a slot, or None where the text there cannot be read."""

    fact: Property
    shape: Shape
    value: object


@cache
def shape_of_fact(fact: Property) -> Shape:
    """The shape of a fact, which its property in the vocabulary leaves out."""
    struct, shape = vocabulary()[fact.entity].struct, None
    for attribute in fact.path:
        shape = next(each.shape for each in fields_of(struct) if each.attribute == attribute)
        struct = shape.struct or struct
    if shape is None:
        raise KeyError(fact.name)
    return shape


def value_at(typed: Typed, slot: str) -> Read | None:
    """What is read from the text at a slot; None where no text is."""
    found, text = spot(slot), typed.text(slot)
    if found is None or found.fact is None or not text.strip():
        return None
    shape = shape_of_fact(found.fact)
    shape = shape.item if found.bound is not None and shape.item is not None else shape
    if typed.is_told(slot):
        return Read(found.fact, shape, told_value(shape, text))
    try:
        return Read(found.fact, shape, read_text(shape, found.fact.label, text))
    except OfficeError:
        return Read(found.fact, shape, None)


def said(typed: Typed, slot: str, reader: Reader) -> str:
    """What stands at a slot as it is read to a person; '' where nothing does, the bare text where it cannot be read."""
    found = spot(slot)
    if found is not None and found.fact is not None and found.bound is None:
        if found.fact.kind is Kind.MONEY_BOUNDS:
            ends = [said(typed, f"{slot}/{end}", reader) for end in (0, 1)]
            return " – ".join(end or "…" for end in ends) if any(ends) else ""
        if found.fact.kind is Kind.REFS:
            refs = typed.keys(slot)
            names = [_person(typed, ref).said_in(reader.language) for ref in refs or ()]
            return reader.wording(NONE_AT_ALL) if refs == () else _listed(names, reader)
    read = value_at(typed, slot)
    if read is None:
        return ""
    return isolated(typed.text(slot)) if read.value is None else _in_words(typed, slot, read, reader)


def unsaid(fact: Property) -> Wording:
    """What is said of a fact while nothing is typed in it: what the contract takes then, or what its absence means."""
    if isinstance(fact.default, Code):
        return fact.default.label
    if isinstance(fact.default, bool):
        return YES if fact.default else NO
    return _UNSAID[fact.absent]


def _in_words(typed: Typed, slot: str, read: Read, reader: Reader) -> str:
    value = read.value
    if isinstance(value, bool):
        return reader.wording(YES if value else NO)
    if isinstance(value, Code):
        return reader.wording(value.label_for(female=typed.text(f"{_whose(typed, slot)}/sex") == "female"))
    if isinstance(value, dt.date):
        return reader.day(value, both=True)
    if isinstance(value, int | float):
        return reader.code(f"{value:g}" if isinstance(value, float) else str(value))
    text = str(value)
    if read.shape.kind is Kind.MONEY:
        currency = Currency.EGP if typed.text("/household/country") == "EG" else Currency.SAR
        return reader.money(Money(minor_units(text), currency))
    if read.shape.kind is Kind.REF:
        return _person(typed, text).said_in(reader.language)
    if read.fact.name == "nationality":
        return reader.wording(country_name(text))
    numeric = read.shape.writing is not None or read.shape.kind is Kind.HIJRI_DATE
    return reader.code(text) if numeric else isolated(text)


def _whose(typed: Typed, slot: str) -> str:
    """Whom a fact is said of: the member, the person outside, the payee."""
    found = spot(slot)
    if found is not None and found.fact is not None and found.fact.name.startswith("payee."):
        payee = typed.text("/household/payee/ref")
        return next((each.item for each in persons(typed) if each.ref == payee), "")
    return member_of(slot) or (found.item if found is not None else "")


def _listed(names: list[str], reader: Reader) -> str:
    return ("، " if reader.right_to_left else ", ").join(names)


def _person(typed: Typed, ref: str) -> Wording:
    return next((each.name for each in persons(typed) if each.ref == ref), Wording(isolated(ref), isolated(ref)))


def place(typed: Typed, slot: str) -> Wording:
    """Where a slot stands, from the person to the fact: «خالد · دخل 2 · مبلغ الدخل»."""
    found = spot(slot)
    parts: list[Wording] = []
    for each in (*reversed([up for up in above(slot) if is_item(up)]), *([slot] if is_item(slot) else [])):
        thing = spot(each)
        if thing is not None:
            parts.append(_item_words(typed, each, thing.entity.label))
    if found is not None and found.fact is not None:
        parts.append(found.fact.label)
    elif not parts:
        parts.append(_TOP.get(slot, Wording("الملف", "the file")))
    return Wording(_MIDDLE_DOT.join(each.ar for each in parts), _MIDDLE_DOT.join(each.en for each in parts))


_TOP = {MEMBERS: Wording("أفراد الأسرة", "members"), "/household": Wording("الأسرة", "household")}


def _item_words(typed: Typed, item: str, label: Wording) -> Wording:
    found = spot(item)
    if found is not None and found.entity.name in {"member", "outside"}:
        return name_of(typed, item)
    keys = typed.keys(list_of(item)) or ()
    number = isolated(str(keys.index(key_of(item)) + 1)) if key_of(item) in keys else ""
    return Wording(f"{label.ar} {number}".strip(), f"{label.en} {number}".strip())


def sentence(typed: Typed, error: OfficeError) -> Wording:
    """The error's sentence in both languages, with people by name and places in words, each in its own direction."""
    told = OfficeError(error.key, pointer=error.pointer, **_details(typed, error.details))
    return Wording(told.sentence(Language.ARABIC), told.sentence(Language.ENGLISH))


def _details(typed: Typed, details: Mapping[str, object]) -> dict[str, object]:
    return {name: _detail(typed, name, value) for name, value in details.items()}


def _detail(typed: Typed, name: str, value: object) -> object:
    if isinstance(value, str) and name in _NAMES_OF_PEOPLE and any(value == each.ref for each in persons(typed)):
        return _person(typed, value)
    if isinstance(value, str) and value.startswith(("/members", "/household")):
        return place(typed, slot_of(typed, value))
    return isolated(str(value)) if isinstance(value, str | dt.date | int | float) else value
