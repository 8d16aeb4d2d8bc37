"""A household file as the tree that expressions walk: instances of entities, their children, persons by reference.

A list that may hold more than it says has a phantom: a child of which nothing is known, standing for any number of
children that may exist beside the listed ones. A reference to nobody known has a phantom person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from msgspec import UNSET

from desktop.facts.describe import Absent
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import Entity, vocabulary

HOUSEHOLD = "household"
MEMBER = "member"
OUTSIDE = "outside"
SPOUSE = "spouse"
CHILD = "child"
RELATIONS = (SPOUSE, CHILD)
"""Lists of persons made from references: `spouse` from a member's spouses, `child` from the others' parents."""


class Instance:
    """One thing that facts are about: the household, a member, one of his incomes.

    Args:
        entity: its name in the vocabulary.
        record: the struct it is read from; None for a phantom, of which nothing is known.
        parent: the instance it hangs on.
        pointer: JSON Pointer of the record in the household file; of the list or reference for a phantom.
        number: its place in the file, by which ties are broken and answers remembered.
    """

    __slots__ = ("entity", "nobody", "number", "parent", "pointer", "record")

    def __init__(
        self,
        entity: str,
        record: object | None,
        parent: Instance | None,
        pointer: str,
        number: int,
        *,
        nobody: bool = False,
    ) -> None:
        self.entity = entity
        self.record = record
        self.parent = parent
        self.pointer = pointer
        self.number = number
        self.nobody = nobody

    @property
    def phantom(self) -> bool:
        """Whether this stands for what is not known rather than for a record."""
        return self.record is None and not self.nobody

    def above(self, entity: str) -> Instance:
        """The instance of `entity` that this one is or hangs on."""
        instance: Instance | None = self
        while instance is not None:
            if instance.entity == entity:
                return instance
            instance = instance.parent
        raise LookupError(entity)


@dataclass(frozen=True, slots=True)
class Children:
    """The listed children and, where a list may hold more, the phantoms of what it may hold.

    `presumed` are the pointers of lists that are empty only because nothing is on record.
    """

    listed: tuple[Instance, ...]
    phantoms: tuple[Instance, ...]
    presumed: tuple[str, ...] = ()


class Family:
    """One household file opened for expressions. Children are found at the first question and kept."""

    def __init__(self, file: HouseholdFile) -> None:
        self.file = file
        self._numbers = 0
        self._children: dict[tuple[int, str], Children] = {}
        self._phantoms: dict[str, Instance] = {}
        self.household = self._instance(HOUSEHOLD, file.household, None, "/household")

    def members(self) -> tuple[Instance, ...]:
        """The members in the order of the file."""
        return self.children(self.household, MEMBER).listed

    @cached_property
    def persons(self) -> Mapping[str, Instance]:
        """Members and persons outside, by their reference."""
        found = {}
        for entity in (OUTSIDE, MEMBER):
            for person in self.children(self.household, entity).listed:
                found[getattr(person.record, "ref", "")] = person
        return found

    @cached_property
    def head(self) -> Instance:
        """The head of the household, or the first member where none is named."""
        members = self.members()
        heads = [member for member in members if getattr(member.record, "role", None) == "head"]
        return (heads or list(members))[0]

    def met(self) -> dict[int, Instance]:
        """Every instance that a question has led to so far, by its number."""
        found = {self.household.number: self.household}
        for children in self._children.values():
            found.update((one.number, one) for one in (*children.listed, *children.phantoms))
        found.update((one.number, one) for one in self._phantoms.values())
        return found

    def phantom(self, entity: str, parent: Instance | None, pointer: str) -> Instance:
        """The instance of `entity` of which nothing is known, one for each place in the file."""
        key = f"{entity} {pointer}"
        if key not in self._phantoms:
            self._phantoms[key] = self._instance(entity, None, parent, pointer)
        return self._phantoms[key]

    def nobody(self, pointer: str) -> Instance:
        """The person that a reference with nobody on record leads to."""
        key = f"nobody {pointer}"
        if key not in self._phantoms:
            self._numbers += 1
            self._phantoms[key] = Instance(MEMBER, None, self.household, pointer, self._numbers, nobody=True)
        return self._phantoms[key]

    def person(self, ref: str | None, pointer: str, absent: Absent) -> Instance:
        """Whom a reference means: a member, a person outside, nobody on record, or somebody unknown."""
        if ref is not None and ref in self.persons:
            return self.persons[ref]
        if ref is None and absent in {Absent.NONE_ON_RECORD, Absent.WEIGHTLESS}:
            return self.nobody(pointer)
        return self.phantom(MEMBER, self.household, pointer)

    def children(self, above: Instance, entity: str) -> Children:
        """The children of `entity` under `above`, however many levels down, in the order of the file."""
        key = (above.number, entity)
        if key not in self._children:
            self._children[key] = self._related(above, entity) if entity in RELATIONS else self._find(above, entity)
        return self._children[key]

    def _find(self, above: Instance, entity: str) -> Children:
        parent = vocabulary()[entity].parent
        if parent == above.entity:
            return self._listed(above, vocabulary()[entity])
        if parent is None:
            raise LookupError(entity)
        between = self.children(above, parent)
        groups = [self.children(one, entity) for one in between.listed]
        phantoms = [self.phantom(entity, one, one.pointer) for one in between.phantoms]
        return Children(
            tuple(child for group in groups for child in group.listed),
            tuple(phantom for group in groups for phantom in group.phantoms) + tuple(phantoms),
            tuple(pointer for group in groups for pointer in group.presumed),
        )

    def _listed(self, above: Instance, entity: Entity) -> Children:
        if above.phantom:
            return Children((), (self.phantom(entity.name, above, above.pointer),))
        if above.nobody:
            return Children((), ())
        if entity.name == MEMBER:
            records, pointer = _walk_members(self.file)
        else:
            records, pointer = _walk(above, entity.list_path)
        if records is UNSET:
            if self._absent(above.entity, entity.list_path, above.record) is Absent.UNKNOWN:
                return Children((), (self.phantom(entity.name, above, pointer),))
            return Children((), (), (pointer,))
        listed = tuple(
            self._instance(entity.name, record, above, f"{pointer}/{place}") for place, record in enumerate(records)
        )
        if entity.name == "income" and getattr(above.record, "incomes_complete", True) is False:
            return Children(listed, (self.phantom(entity.name, above, pointer),))
        return Children(listed, ())

    def _absent(self, entity: str, path: tuple[str, ...], record: object) -> Absent:
        """What the absence of a list means; inside an absent object of unknown content it is unknown."""
        return absence(vocabulary()[entity], path, record)

    def _related(self, above: Instance, relation: str) -> Children:
        pointer = f"{above.pointer}/{'spouses' if relation == SPOUSE else 'ref'}"
        if above.phantom:
            return Children((), (self.phantom(MEMBER, self.household, above.pointer),))
        if above.nobody:
            return Children((), ())
        if relation == SPOUSE:
            refs = getattr(above.record, "spouses", UNSET)
            if refs is UNSET:
                return Children((), (self.phantom(MEMBER, self.household, pointer),))
            return Children(tuple(self.persons[ref] for ref in refs if ref in self.persons), ())
        return self._offspring(above)

    def _offspring(self, above: Instance) -> Children:
        ref = getattr(above.record, "ref", None)
        listed, open_parents = [], []
        for member in self.members():
            if member is above:
                continue
            parents = [(side, getattr(member.record, side, UNSET)) for side in ("father", "mother")]
            if any(parent == ref for _, parent in parents):
                listed.append(member)
            elif any(parent is UNSET for _, parent in parents):
                side = next(side for side, parent in parents if parent is UNSET)
                open_parents.append(self.phantom(MEMBER, self.household, f"{member.pointer}/{side}"))
        return Children(tuple(listed), tuple(open_parents))

    def _instance(self, entity: str, record: object | None, parent: Instance | None, pointer: str) -> Instance:
        self._numbers += 1
        return Instance(entity, record, parent, pointer, self._numbers)


def _walk_members(file: HouseholdFile) -> tuple[Any, str]:
    return file.members, "/members"


def _walk(above: Instance, path: tuple[str, ...]) -> tuple[Any, str]:
    value: Any = above.record
    for name in path:
        value = UNSET if value is UNSET else getattr(value, name)
    return value, "/".join((above.pointer, *path))


def absence(entity: Entity, path: tuple[str, ...], record: object) -> Absent:
    """What it means that the fact at `path` is not there: an absent object of unknown content hides all it holds."""
    value = record
    for depth, name in enumerate(path[:-1], start=1):
        value = UNSET if value is UNSET else getattr(value, name, UNSET)
        if value is UNSET:
            container = entity.properties.get(".".join(path[:depth]))
            if container is not None and container.absent is Absent.UNKNOWN:
                return Absent.UNKNOWN
    described = entity.properties.get(".".join(path))
    return described.absent if described is not None else Absent.UNKNOWN
