"""The types of the contract read back as data: every property of a struct with its shape and its description."""

from __future__ import annotations

import datetime as dt
import types
import typing
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Annotated, Literal, get_args, get_origin

import msgspec
from msgspec import Meta, UnsetType

from desktop.facts.describe import Fact, Kind, Writing

_SIMPLE: dict[object, Kind] = {
    bool: Kind.BOOLEAN,
    int: Kind.INTEGER,
    float: Kind.NUMBER,
    str: Kind.TEXT,
    dt.date: Kind.DATE,
    object: Kind.OBJECT,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """The type of a value without its wrapping. An OBJECT without a struct may be any JSON value."""

    kind: Kind
    code: type[StrEnum] | None = None
    struct: type[msgspec.Struct] | None = None
    item: Shape | None = None
    constant: str | None = None
    nullable: bool = False
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    description: str | None = None
    writing: Writing | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """One property of a struct: where it is, what it is, what is said of it."""

    attribute: str
    name: str
    shape: Shape
    fact: Fact
    required: bool
    default: object | None


@cache
def fields_of(struct: type[msgspec.Struct]) -> tuple[Described, ...]:
    """Every property of `struct` in the order of the contract."""
    hints = typing.get_type_hints(struct, include_extras=True)
    return tuple(_described(field, hints[field.name]) for field in msgspec.structs.fields(struct))


def _described(field: msgspec.structs.FieldInfo, hint: object) -> Described:
    said = [extra for extra in getattr(hint, "__metadata__", ()) if isinstance(extra, Fact)]
    has_default = not field.required and field.default not in {msgspec.UNSET, msgspec.NODEFAULT}
    return Described(
        attribute=field.name,
        name=field.encode_name,
        shape=shape_of(hint),
        fact=said[0] if said else Fact(field.encode_name, field.encode_name),
        required=field.required,
        default=field.default if has_default else None,
    )


def shape_of(hint: object) -> Shape:
    """The shape of an annotation; what is said outermost wins."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        shape = shape_of(arguments[0])
        for extra in arguments[1:]:
            shape = _refined(shape, extra)
        return shape
    if origin in {typing.Union, types.UnionType}:
        kept = [part for part in arguments if part not in {UnsetType, types.NoneType}]
        inner = shape_of(kept[0]) if len(kept) == 1 else Shape(Kind.OBJECT)
        return replace(inner, nullable=types.NoneType in arguments)
    if origin is tuple:
        item = shape_of(arguments[0])
        return Shape(_list_kind(item), item=item)
    if origin is Literal:
        return Shape(Kind.TEXT, constant=arguments[0])
    return _plain(hint)


def _list_kind(item: Shape) -> Kind:
    return {Kind.REF: Kind.REFS, Kind.MONEY: Kind.MONEY_BOUNDS}.get(item.kind, Kind.LIST)


def _plain(hint: object) -> Shape:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Shape(Kind.CODE, code=hint)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return Shape(Kind.OBJECT, struct=hint)
    # A KeyError names a type that has no place in the contract.
    return Shape(_SIMPLE[hint])


def _refined(shape: Shape, extra: object) -> Shape:
    if isinstance(extra, Kind):
        return replace(shape, kind=extra)
    if isinstance(extra, Writing):
        return replace(shape, writing=extra)
    if isinstance(extra, Fact) and extra.description is not None:
        return replace(shape, description=extra.description)
    if isinstance(extra, Meta):
        return replace(
            shape,
            pattern=extra.pattern if extra.pattern is not None else shape.pattern,
            minimum=extra.ge if extra.ge is not None else shape.minimum,
            maximum=extra.le if extra.le is not None else shape.maximum,
            min_length=extra.min_length if extra.min_length is not None else shape.min_length,
            max_length=extra.max_length if extra.max_length is not None else shape.max_length,
            description=extra.description if extra.description is not None else shape.description,
        )
    return shape
