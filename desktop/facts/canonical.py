"""One spelling for every household file of the same meaning, and the hash of its facts made from that.

Digits are western, money has two decimals, defaults and objects that say nothing are left out; a Hijri date stays
a Hijri date and lists keep their order, which a family may have given on purpose. What a file leaves open stays
open: an object is dropped only where its absence says the same as its emptiness (`work: {}` stays, since a person
whose work is known to have no exemption on record differs from one whose work nobody asked about).
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import TypeAlias, TypeVar

import msgspec
from msgspec import UNSET

from desktop.facts.describe import Absent, Kind, Writing
from desktop.facts.household_file import HouseholdFile
from desktop.facts.shape import Described, Shape, fields_of
from desktop.values.digits import compact, to_western

_Struct = TypeVar("_Struct", bound=msgspec.Struct)
_Respell: TypeAlias = Callable[[Shape, str], str]

_ENCODER = msgspec.json.Encoder(order="deterministic")


def canonical(file: HouseholdFile) -> HouseholdFile:
    """`file` in its one spelling; canonical files of equal meaning are equal."""
    return _rebuilt(file, _canonical_text, dropping=True)


def plain(file: HouseholdFile) -> HouseholdFile:
    """`file` with western digits wherever the contract states a pattern, so that later readers need none other."""
    return _rebuilt(file, _patterned_text, dropping=False)


def canonical_bytes(file: HouseholdFile) -> bytes:
    """The canonical file as JSON; the same facts give the same bytes in every process."""
    return _ENCODER.encode(canonical(file))


def facts_hash(file: HouseholdFile) -> str:
    """`sha256:` and the hash of the canonical bytes: differs only if the facts do."""
    return "sha256:" + hashlib.sha256(canonical_bytes(file)).hexdigest()


def _rebuilt(struct: _Struct, respell: _Respell, *, dropping: bool) -> _Struct:
    changes: dict[str, object] = {}
    for field in fields_of(type(struct)):
        old = getattr(struct, field.attribute)
        if old is UNSET:
            continue
        new = _new_value(field.shape, old, respell, dropping=dropping)
        if dropping and isinstance(new, msgspec.Struct) and _says_nothing(field, new):
            new = UNSET
        if new is not old:
            changes[field.attribute] = new
    return msgspec.structs.replace(struct, **changes) if changes else struct


def _new_value(shape: Shape, old: object, respell: _Respell, *, dropping: bool) -> object:
    if isinstance(old, msgspec.Struct):
        return _rebuilt(old, respell, dropping=dropping)
    if isinstance(old, tuple) and shape.item is not None:
        item = shape.item
        new = tuple(_new_value(item, each, respell, dropping=dropping) for each in old)
        return old if all(a is b for a, b in zip(old, new, strict=True)) else new
    if isinstance(old, str) and shape.code is None:
        return respell(shape, old)
    if isinstance(old, float) and old == 0:
        return 0.0  # minus zero is the same number in other bytes
    return old


def _says_nothing(field: Described, value: msgspec.Struct) -> bool:
    return not field.required and value == _empty(type(value), field.fact.absent)


@cache
def _empty(struct: type[msgspec.Struct], absent: Absent) -> msgspec.Struct | None:
    """The empty object, where leaving it out says the same about each of its properties; else None."""
    fields = fields_of(struct)
    if any(field.required for field in fields):
        return None
    same = absent is Absent.WEIGHTLESS or all(field.fact.absent is absent for field in fields)
    return struct() if same else None


def _patterned_text(shape: Shape, text: str) -> str:
    if shape.pattern is None:
        return text
    # `$` of a pattern lets one trailing line break pass; its `\d` every script's decimal digits.
    text = text.removesuffix("\n")
    return text if text.isascii() else "".join(_western(letter) for letter in text)


def _western(letter: str) -> str:
    digit = unicodedata.decimal(letter, None)
    return letter if digit is None else str(digit)


def _canonical_text(shape: Shape, text: str) -> str:
    text = _patterned_text(shape, text)
    if shape.kind is Kind.MONEY:
        whole, _, decimals = text.partition(".")
        return f"{whole.lstrip('0') or '0'}.{decimals.ljust(2, '0')}"
    if shape.writing is Writing.IBAN:
        return compact(text).upper()
    if shape.writing is Writing.COMPACT:
        return compact(text)
    if shape.writing is Writing.NUMBER:
        bare = compact(text)
        return bare if bare.isdigit() else to_western(text).strip()
    return text
