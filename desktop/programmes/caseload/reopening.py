"""Household files out of their tables again, for those that are left to the interpreter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
from msgspec import UNSET

from desktop.facts.arrow_layout import MEMBER_REF, ORDINAL, PLACE, cell_read, column_of
from desktop.facts.describe import Kind
from desktop.facts.household_file import FORMAT, HouseholdFile
from desktop.facts.vocabulary import Entity, vocabulary
from desktop.programmes.language.family import HOUSEHOLD, MEMBER

Row = Mapping[str, Any]
RowsOf = Callable[[str, list[int]], Iterable[Row]]


def reopened(ordinals: list[int], rows_of: RowsOf) -> dict[int, HouseholdFile]:
    """The files of some ordinals.

    Args:
        ordinals: which.
        rows_of: the rows of an entity's table for those files.
    """
    lists: dict[tuple[int, str, str], list[tuple[int, dict[str, Any]]]] = {}
    members: dict[int, list[tuple[int, str, dict[str, Any]]]] = {}
    households: dict[int, dict[str, Any]] = {}
    for name, entity in vocabulary().items():
        for row in rows_of(name, ordinals):
            ordinal, thing = row[ORDINAL], _thing(entity, row)
            if name == HOUSEHOLD:
                households[ordinal] = thing
            elif name == MEMBER:
                members.setdefault(ordinal, []).append((row[PLACE], thing["ref"], thing))
            else:
                lists.setdefault((ordinal, row.get(MEMBER_REF, ""), name), []).append((row[PLACE], thing))
    for (ordinal, ref, name), things in lists.items():
        above = households[ordinal] if not ref else next(each for _, its, each in members[ordinal] if its == ref)
        _put(above, vocabulary()[name].list_path, [thing for _, thing in sorted(things, key=lambda pair: pair[0])])
    return {
        ordinal: msgspec.convert(
            {
                "format": FORMAT,
                "household": household,
                "members": [thing for _, _, thing in sorted(members[ordinal], key=lambda each: each[0])],
            },
            HouseholdFile,
        )
        for ordinal, household in households.items()
    }


def _thing(entity: Entity, row: Row) -> dict[str, Any]:
    thing: dict[str, Any] = {}
    for fact in entity.properties.values():
        cell = row[column_of(fact)]
        if fact.kind in (Kind.OBJECT, Kind.LIST):
            if cell:
                _put(thing, tuple(fact.name.split(".")), {} if fact.kind is Kind.OBJECT else [])
            continue
        value = cell_read(fact, cell)
        if value is not UNSET:
            _put(thing, tuple(fact.name.split(".")), value)
    return thing


def _put(thing: dict[str, Any], path: tuple[str, ...], value: object) -> None:
    *way, last = path
    for step in way:
        thing = thing.setdefault(step, {})
    thing[last] = value
