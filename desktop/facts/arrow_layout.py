"""Household files as columns: one Arrow table for each entity of the vocabulary, made from it.

Money travels as an integer of minor units, dates as days, codes as a dictionary. A column is null where the file
says nothing; what the null means stands in the vocabulary's `absent` and in the field's metadata. Whether an
object or a list was given at all is a column of its own, `education.stated`, since an empty list is not an unknown one.

Every row begins with the ordinal of its file among those given, and the file's office and number; below a
household, with the place of the thing in its list and, below a member, the member's ref. The ordinal keeps files
apart that were not registered yet and carry no number. Needs the extra `arrow`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET

from desktop.facts.canonical import plain
from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile, Member
from desktop.facts.vocabulary import Entity, Property, things_of, value_of, vocabulary
from desktop.values.money import decimal_text, minor_units

if TYPE_CHECKING:
    import pyarrow as pa

    Schemas: TypeAlias = Mapping[str, pa.Schema]
    Tables: TypeAlias = dict[str, pa.Table]

ORDINAL = "file.ordinal"
KEYS = ("office", "file_number")
PLACE = "place"
MEMBER_REF = "member_ref"


@cache
def arrow_schemas() -> Schemas:
    """The schema of each entity's table by the entity's name."""
    return MappingProxyType({name: _schema(entity) for name, entity in vocabulary().items()})


def _schema(entity: Entity) -> pa.Schema:
    import pyarrow as pa

    fields = [pa.field(ORDINAL, pa.int64(), nullable=False)]
    fields += [pa.field(f"file.{key}", pa.string()) for key in KEYS]
    if entity.parent is not None:
        fields.append(pa.field(PLACE, pa.int32(), nullable=False))
    if entity.parent == "member":
        fields.append(pa.field(MEMBER_REF, pa.string(), nullable=False))
    for fact in entity.properties.values():
        said = {"kind": fact.kind.value, "absent": fact.absent.value, "ar": fact.label.ar, "en": fact.label.en}
        fields.append(pa.field(column_of(fact), _type(fact.kind), metadata=said))
    return pa.schema(fields)


def column_of(fact: Property) -> str:
    """The name of a property's column: its name in packs, with `.stated` for an object or a list."""
    return f"{fact.name}.stated" if fact.kind in {Kind.OBJECT, Kind.LIST} else fact.name


def _type(kind: Kind) -> pa.DataType:
    import pyarrow as pa

    types = {
        Kind.BOOLEAN: pa.bool_(),
        Kind.OBJECT: pa.bool_(),
        Kind.LIST: pa.bool_(),
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.MONEY: pa.int64(),
        Kind.MONEY_BOUNDS: pa.list_(pa.int64(), 2),
        Kind.DATE: pa.date32(),
        Kind.CODE: pa.dictionary(pa.int16(), pa.string()),
        Kind.REFS: pa.list_(pa.string()),
    }
    return types.get(kind, pa.string())


def tables_of(files: Iterable[HouseholdFile]) -> Tables:
    """The tables of some files by entity; an entity that no file has gives an empty table.

    Raises:
        OfficeError: `values.money_too_large` for an amount that no column holds; `contradictions` finds it first.
    """
    import pyarrow as pa

    rows: dict[str, list[dict[str, object]]] = {name: [] for name in vocabulary()}
    for ordinal, file in enumerate(files):
        for name, row in _rows(plain(file)):
            rows[name].append({ORDINAL: ordinal} | row)
    return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in arrow_schemas().items()}


def _rows(file: HouseholdFile) -> Iterable[tuple[str, dict[str, object]]]:
    household = file.household
    keys = {f"file.{key}": _or_none(getattr(household, key)) for key in KEYS}
    ref = ""
    for entity, indexes, thing in things_of(file):
        row = dict(keys)
        if indexes:
            row[PLACE] = indexes[-1]
        if isinstance(thing, Member):
            ref = thing.ref
        if entity.parent == "member":
            row[MEMBER_REF] = ref
        for fact in entity.properties.values():
            row[column_of(fact)] = _cell(fact.kind, value_of(thing, fact.path))
        yield entity.name, row


def _or_none(value: object) -> object:
    return None if value is UNSET else value


def _cell(kind: Kind, value: object) -> object:
    if kind in {Kind.OBJECT, Kind.LIST}:
        return value is not UNSET
    if isinstance(value, str) and kind is Kind.MONEY:
        return minor_units(value)
    if isinstance(value, tuple) and kind is Kind.MONEY_BOUNDS:
        return [minor_units(text) for text in value]
    if isinstance(value, tuple):
        return list(value)
    if kind is Kind.CODE and isinstance(value, str):
        return str(value)
    return _or_none(value)


def cell_read(fact: Property, cell: object) -> object:
    """The fact's value in a file for the cell of its column; `UNSET` for null. Objects and lists have none."""
    if cell is None or fact.kind in {Kind.OBJECT, Kind.LIST}:
        return UNSET
    if fact.kind is Kind.MONEY and isinstance(cell, int):
        return decimal_text(cell)
    if fact.kind is Kind.MONEY_BOUNDS and isinstance(cell, list):
        return tuple(decimal_text(minor) for minor in cell)
    return tuple(cell) if isinstance(cell, list) else cell
