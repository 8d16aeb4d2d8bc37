"""The names that rule packs may use, made by walking the types of the household file.

An entity is the household, a member, a person outside, or a thing that one of them has several of. A property of
an entity is named with dots through its objects: `education.full_time` of a member. Objects and lists are
properties too (`education`, `incomes`), so that their own absence can be asked about: where an object is absent
and that means *unknown*, each of its properties is unknown, whatever its own `absent` says; where the object is
weightless, its properties are as if each were absent by itself.

A household's `list_path` is empty, and members, which the file holds beside the household, count as its list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import msgspec

from desktop.facts.describe import Absent, Kind, Unit
from desktop.facts.household_file import (
    Asset,
    AssistanceRequest,
    Attendance,
    Breach,
    Circumstance,
    Household,
    HouseholdFile,
    Income,
    Judgment,
    Member,
    OfferRefused,
    OutsidePerson,
    Receipt,
    Stay,
)
from desktop.facts.shape import Described, fields_of
from desktop.values.language import Wording

__all__ = [
    "Absent",
    "Entity",
    "Kind",
    "Property",
    "Unit",
    "items_of",
    "located",
    "pointer",
    "things_of",
    "value_of",
    "vocabulary",
]


@dataclass(frozen=True, slots=True)
class Property:
    """One fact of an entity: its name in packs, where it stands on the struct, and what is said of it."""

    entity: str
    name: str
    path: tuple[str, ...]
    kind: Kind
    codes: tuple[str, ...]
    absent: Absent
    label: Wording
    correctable: bool
    minimum: float | None
    maximum: float | None
    default: object | None
    required: bool = False
    unit: Unit | None = None

    @property
    def pointer(self) -> str:
        """The JSON Pointer of the property below its entity."""
        return "".join(f"/{step}" for step in self.name.split("."))


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that packs speak of, and where a list of it hangs on its parent's struct."""

    name: str
    parent: str | None
    list_path: tuple[str, ...]
    struct: type[msgspec.Struct]
    label: Wording
    properties: Mapping[str, Property]
    lists: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    parent: str | None
    list_path: tuple[str, ...]
    struct: type[msgspec.Struct]
    label: Wording


_PLACES = (
    _Place("household", None, (), Household, Wording("الأسرة", "household")),
    _Place("member", "household", ("members",), Member, Wording("الفرد", "member")),
    _Place("outside", "household", ("outside",), OutsidePerson, Wording("شخص من خارج المسكن", "person outside")),
    _Place("receipt", "household", ("receipts",), Receipt, Wording("استفادة", "receipt")),
    _Place("request", "household", ("requests",), AssistanceRequest, Wording("طلب مساعدة", "request")),
    _Place("income", "member", ("incomes",), Income, Wording("دخل", "income")),
    _Place("asset", "member", ("assets",), Asset, Wording("أصل", "asset")),
    _Place("absence", "member", ("absences",), Stay, Wording("غياب خارج البلاد", "stay abroad")),
    _Place("shelter_stay", "member", ("shelter_stays",), Stay, Wording("إقامة في دار إيواء", "shelter stay")),
    _Place("circumstance", "member", ("circumstances",), Circumstance, Wording("حالة خاصة", "circumstance")),
    _Place("attendance", "member", ("education", "attendance"), Attendance, Wording("حضور دراسي", "attendance")),
    _Place(
        "offer_refused",
        "member",
        ("work", "offers_refused"),
        OfferRefused,
        Wording("عرض عمل مرفوض", "offer refused"),
    ),
    _Place("breach", "member", ("breaches",), Breach, Wording("مخالفة", "breach")),
    _Place("judgment", "member", ("judgments",), Judgment, Wording("حكم قضائي", "judgment")),
)


@cache
def vocabulary() -> Mapping[str, Entity]:
    """Every entity by its name in packs."""
    return MappingProxyType({place.name: _entity(place) for place in _PLACES})


def _entity(place: _Place) -> Entity:
    properties = {each.name: each for each in _properties(place.name, place.struct, ())}
    children = {other.name: other.name for other in _PLACES if other.parent == place.name}
    return Entity(
        name=place.name,
        parent=place.parent,
        list_path=place.list_path,
        struct=place.struct,
        label=place.label,
        properties=MappingProxyType(properties),
        lists=MappingProxyType(children),
    )


def _properties(entity: str, struct: type[msgspec.Struct], above: tuple[Described, ...]) -> Iterator[Property]:
    for field in fields_of(struct):
        steps = (*above, field)
        shape, fact = field.shape, field.fact
        yield Property(
            entity=entity,
            name=".".join(step.name for step in steps),
            path=tuple(step.attribute for step in steps),
            kind=shape.kind,
            codes=tuple(code.value for code in shape.code) if shape.code is not None else (),
            absent=fact.absent,
            label=fact.label,
            correctable=fact.correctable,
            minimum=shape.minimum,
            maximum=shape.maximum,
            default=field.default,
            required=field.required,
            unit=fact.unit,
        )
        if shape.struct is not None:
            yield from _properties(entity, shape.struct, steps)


def value_of(thing: object, path: tuple[str, ...]) -> object:
    """What stands at `path` below a struct; `msgspec.UNSET` where it or an object above it is absent."""
    for attribute in path:
        if thing is msgspec.UNSET:
            return msgspec.UNSET
        thing = getattr(thing, attribute)
    return thing


def items_of(thing: object, list_path: tuple[str, ...]) -> tuple[msgspec.Struct, ...]:
    """The things of a list below a struct; none where the list is absent or empty."""
    found = value_of(thing, list_path)
    return found if isinstance(found, tuple) else ()


def things_of(file: HouseholdFile) -> Iterator[tuple[Entity, tuple[int, ...], msgspec.Struct]]:
    """Every thing of a file with its entity and the indexes that `pointer` takes; parents before their lists."""
    household = vocabulary()["household"]
    yield household, (), file.household
    for name in household.lists.values():
        entity = vocabulary()[name]
        parent = file if name == "member" else file.household
        for at, thing in enumerate(items_of(parent, entity.list_path)):
            yield entity, (at,), thing
            for child in _children(entity):
                for below, item in enumerate(items_of(thing, child.list_path)):
                    yield child, (at, below), item


def pointer(entity: str, *indexes: int, name: str | None = None) -> str:
    """The JSON Pointer of an entity's thing, or of its property `name`, in a household file.

    Args:
        entity: name of the entity, `income`.
        indexes: the place in each list on the way down: the member, then the income.
        name: dotted name of a property, `evidence.kind`; without it the thing itself.
    """
    lineage = _lineage(entity)
    listed = [each for each in lineage if each.list_path]
    if len(indexes) != len(listed):
        raise ValueError(f"{entity} stands under {len(listed)} lists, not {len(indexes)}")
    base = "" if any(each.name == "member" for each in lineage) else "/household"
    for each, index in zip(listed, indexes, strict=True):
        base += "".join(f"/{step}" for step in each.list_path) + f"/{index}"
    return base + (vocabulary()[entity].properties[name].pointer if name is not None else "")


def _lineage(entity: str) -> list[Entity]:
    line = [vocabulary()[entity]]
    while line[0].parent is not None:
        line.insert(0, vocabulary()[line[0].parent])
    return line


def located(path: str) -> tuple[Entity, tuple[int, ...], Property | None] | None:
    """The reverse of `pointer`: what a JSON Pointer into a household file points at, if it is a fact of ours."""
    steps = path.split("/")[1:]
    entity, indexes = vocabulary()["household"], tuple[int, ...]()
    if steps[:1] == ["household"]:
        steps = steps[1:]
    elif steps[:1] != ["members"]:
        return None
    while steps:
        child = next((each for each in _children(entity) if _leads_into(steps, each)), None)
        if child is None:
            name = ".".join(steps)
            return (entity, indexes, entity.properties[name]) if name in entity.properties else None
        depth = len(child.list_path)
        indexes, steps, entity = (*indexes, int(steps[depth])), steps[depth + 1 :], child
    return entity, indexes, None


def _children(entity: Entity) -> Iterator[Entity]:
    return (vocabulary()[name] for name in entity.lists.values())


def _leads_into(steps: list[str], child: Entity) -> bool:
    depth = len(child.list_path)
    return tuple(steps[:depth]) == child.list_path and len(steps) > depth and steps[depth].isdecimal()
