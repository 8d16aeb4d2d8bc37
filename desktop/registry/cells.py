"""Facts as cells of columns, and back: one rule for every struct of the household file, driven by its description.

A property's column is its path on the struct joined by `_`. An object or a list has `…_stated` instead, so that
"nobody asked" (false), "none" (true, and no rows) and "no" stay three things; bounds of money have `…_low` and
`…_high`. Amounts are minor units. Lists themselves are rows of their own tables and are handed in and out apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from desktop.facts.describe import Kind
from desktop.facts.shape import Described, fields_of
from desktop.facts.vocabulary import Property
from desktop.values.money import decimal_text, minor_units

S = TypeVar("S", bound=msgspec.Struct)
Cells = dict[str, object]

_LISTS = frozenset({Kind.LIST, Kind.REFS})


def cells_of(thing: msgspec.Struct) -> Cells:
    """The cells of a thing in canonical spelling; None where it says nothing.

    Raises:
        OfficeError: `values.money_too_large`; `facts.consistency.contradictions` names it with its place before.
    """
    return dict(_cells(type(thing), thing, ""))


def thing_of(struct: type[S], cells: Mapping[str, object], lists: Mapping[str, tuple[object, ...]]) -> S:
    """The thing that stood in the cells.

    Args:
        struct: its type.
        cells: from `cells_of` or a row; cells of other things do not disturb.
        lists: items of its lists by the name of their column without `_stated`; one that is missing is empty.
    """
    return _thing(struct, cells, lists, "")


def columns_of(fact: Property) -> tuple[str, ...]:
    """The names of the columns that a fact of the vocabulary needs."""
    name = "_".join(fact.path)
    if fact.kind is Kind.OBJECT or fact.kind in _LISTS:
        return (f"{name}_stated",)
    return (f"{name}_low", f"{name}_high") if fact.kind is Kind.MONEY_BOUNDS else (name,)


def _cells(
    struct: type[msgspec.Struct], thing: msgspec.Struct | UnsetType, prefix: str
) -> Iterator[tuple[str, object]]:
    for field in fields_of(struct):
        name = prefix + field.attribute
        held = UNSET if thing is UNSET else getattr(thing, field.attribute)
        if field.shape.struct is not None:
            yield f"{name}_stated", held is not UNSET
            yield from _cells(field.shape.struct, held, f"{name}_")
        elif field.shape.kind in _LISTS:
            yield f"{name}_stated", held is not UNSET
        elif field.shape.kind is Kind.MONEY_BOUNDS:
            low, high = (None, None) if held is UNSET else (minor_units(text) for text in held)
            yield f"{name}_low", low
            yield f"{name}_high", high
        elif held is UNSET:
            yield name, None
        else:
            yield name, minor_units(held) if field.shape.kind is Kind.MONEY else held


def _thing(struct: type[S], cells: Mapping[str, object], lists: Mapping[str, tuple[object, ...]], prefix: str) -> S:
    said: dict[str, object] = {}
    for field in fields_of(struct):
        value = _value(field, cells, lists, prefix + field.attribute)
        if value is not None:
            said[field.attribute] = value
    return struct(**said)


def _value(
    field: Described, cells: Mapping[str, object], lists: Mapping[str, tuple[object, ...]], name: str
) -> object | None:
    shape = field.shape
    if shape.struct is not None:
        return _thing(shape.struct, cells, lists, f"{name}_") if cells[f"{name}_stated"] else None
    if shape.kind in _LISTS:
        return lists.get(name, ()) if cells[f"{name}_stated"] else None
    if shape.kind is Kind.MONEY_BOUNDS:
        low, high = cells[f"{name}_low"], cells[f"{name}_high"]
        return (decimal_text(low), decimal_text(high)) if isinstance(low, int) and isinstance(high, int) else None
    cell = cells.get(name)
    return decimal_text(cell) if shape.kind is Kind.MONEY and isinstance(cell, int) else cell
