"""A household file as if it had been typed, so that what is registered can be amended in the same form.

Every fact of the file is there, also those that no form shows; as long as nobody touches a text, it is read back as
the very value that the file holds, in whatever spelling.
"""

from __future__ import annotations

import datetime as dt
import math
from itertools import count

import msgspec
from msgspec import UNSET

from desktop.facts.code import Code
from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.shape import Shape, fields_of
from ui.screens.registry.registration.slots import new_key
from ui.screens.registry.registration.typed import Entry, Held, Items, Text, Typed

YES, NO = "true", "false"

# Beyond it not every whole number is a double of its own.
_LARGEST_EXACT = 2**53


def typed_of(file: HouseholdFile) -> Typed:
    """The file as typed; keys of items are `k1`, `k2` in the order of the file."""
    entries: dict[str, Entry] = {}
    numbers = count(1)

    def walk(struct: msgspec.Struct, slot: str) -> None:
        for field in fields_of(type(struct)):
            value = getattr(struct, field.attribute)
            if value is UNSET or field.shape.constant is not None:
                continue
            if field.default is None or value != field.default:
                put(field.shape, value, f"{slot}/{field.name}")

    def put(shape: Shape, value: object, slot: str) -> None:
        if isinstance(value, msgspec.Struct):
            entries[slot] = Held()
            walk(value, slot)
        elif isinstance(value, tuple) and shape.kind is Kind.REFS:
            entries[slot] = Items(value)
        elif isinstance(value, tuple) and shape.kind is Kind.MONEY_BOUNDS:
            for end, amount in enumerate(value):
                entries[f"{slot}/{end}"] = Text(amount, told=True)
        elif isinstance(value, tuple):
            keys = tuple(new_key(next(numbers)) for _ in value)
            entries[slot] = Items(keys)
            for key, item in zip(keys, value, strict=True):
                walk(item, f"{slot}/{key}")
        else:
            entries[slot] = Text(spelled(value), told=True)

    walk(file, "")
    # The household is in every file and nobody can take it away.
    del entries["/household"]
    return Typed(entries)


def spelled(value: object) -> str:
    """A fact's value as a form spells it; `told_value` reads it back."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Code):
        return value.value
    if isinstance(value, float) and value.is_integer() and abs(value) < _LARGEST_EXACT and math.copysign(1, value) > 0:
        return str(int(value))
    return str(value)


def told_value(shape: Shape, text: str) -> object:
    """The value that `spelled` gave that text."""
    if shape.code is not None:
        return shape.code(text)
    if shape.kind is Kind.BOOLEAN:
        return text == YES
    if shape.kind is Kind.DATE:
        return dt.date.fromisoformat(text)
    if shape.kind is Kind.INTEGER:
        return int(text)
    return float(text) if shape.kind is Kind.NUMBER else text
