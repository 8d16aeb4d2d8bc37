"""The sources of a stretch of files as columns in memory: `readings.py` says what each source has.

A caseload is reckoned a stretch at a time, small enough that what is made of a stretch stays near the processor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.facts.arrow_layout import MEMBER_REF, ORDINAL, PLACE
from desktop.programmes.caseload.births import STATED
from desktop.programmes.caseload.readings import OTHER_PERSON, SPOUSES, Made, Reading
from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.persons import Persons
from desktop.programmes.caseload.vectors.reading_arrow import (
    births_in,
    codes_in,
    items_in,
    known_in,
    values_in,
)
from desktop.programmes.caseload.vectors.vector import Vector
from desktop.programmes.language.family import HOUSEHOLD, MEMBER, OUTSIDE

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.programmes.caseload.vectors.vector import Array

Span = tuple[int, int]


class Stretch:
    """Files that stand together in all tables.

    Args:
        tables: by entity, the rows of each in the order of their files.
        spans: by entity the first row of the stretch, and the one after its last.
        files: only those of these ordinals; all where none are given.
    """

    def __init__(self, tables: Mapping[str, pa.Table], spans: Mapping[str, Span], files: Array | None = None) -> None:
        self._tables, self._spans, self._files = tables, spans, files
        self._chosen: dict[str, Array | None] = {}
        self._columns: dict[tuple[str, Reading], Vector] = {}
        self._leads: dict[tuple[str, str], tuple[Vector, Vector]] = {}
        self._homes: dict[str, Array] = {}

    def only(self, files: Array) -> Stretch:
        """The stretch with only some of its files."""
        return Stretch(self._tables, self._spans, files)

    def count(self, entity: str) -> int:
        """How many rows an entity has."""
        if entity == SPOUSES:
            return len(self._spouses["f"])
        chosen = self._rows(entity)
        start, end = self._spans[entity]
        return end - start if chosen is None else len(chosen)

    def files(self, entity: str) -> Array:
        """The ordinal of each row's file."""
        if entity == SPOUSES:
            found: Array = self._spouses["f"]
            return found
        ordinals, chosen = self._ordinals(entity), self._rows(entity)
        return ordinals if chosen is None else ordinals.take(chosen)

    def key(self, entity: str, name: str) -> Vector:
        """The number `m` or `p` of each row of a source."""
        if entity == SPOUSES:
            return Vector(self._spouses[name], most=int(max(self.count(MEMBER), self.count(SPOUSES))))
        if name == "m" and entity != MEMBER:
            return self.lead(entity, MEMBER_REF)[0]
        if name == "p" and entity != OUTSIDE:
            return self._made(entity, Reading(PLACE))
        return Vector(np.arange(self.count(entity)), most=self.count(entity))

    def column(self, entity: str, reading: Reading) -> Vector:
        """What is read of each row."""
        key = (entity, reading)
        if key not in self._columns:
            self._columns[key] = self._followed(entity, reading) if reading.reference else self._made(entity, reading)
        return self._columns[key]

    def item(self, entity: str, column: str, place: int) -> Vector:
        """The item of a list column at a place, from nought."""
        return items_in(self._arrow(entity, column), place)

    def lead(self, entity: str, reference: str) -> tuple[Vector, Vector]:
        """The number of the member, and of the person outside, whom a reference of each row names."""
        if (entity, reference) == (SPOUSES, OTHER_PERSON):
            return self._spouses["other_m"], self._spouses["other_p"]
        key = (entity, reference)
        if key not in self._leads:
            self._leads[key] = self._persons.named(self.homes(entity), self._arrow(entity, reference))
        return self._leads[key]

    def homes(self, entity: str) -> Array:
        """The place of the household of each row's file."""
        if entity not in self._homes:
            ordinals, files = self.files(HOUSEHOLD), self.files(entity)
            together = len(ordinals) and int(ordinals[-1]) - int(ordinals[0]) == len(ordinals) - 1
            self._homes[entity] = files - ordinals[0] if together else np.searchsorted(ordinals, files)
        return self._homes[entity]

    def _followed(self, entity: str, reading: Reading) -> Vector:
        """What is read of the rows that a reference leads to; not known where it leads to none."""
        led_to = self.lead(entity, reading.reference)[0 if reading.whose == MEMBER else 1]
        if led_to.known is False:
            return v.NULL
        return self.column(reading.whose, replace(reading, reference="", whose="")).take(led_to.values, led_to.known)

    def _made(self, entity: str, reading: Reading) -> Vector:
        match reading.made:
            case Made.GIVEN:
                return Vector(known_in(self._arrow(entity, reading.column)))
            case Made.MASK:
                return codes_in(self._arrow(entity, reading.column), reading.domain)
            case Made.MEMBER | Made.OUTSIDE:
                return self.lead(entity, reading.column)[0 if reading.made is Made.MEMBER else 1]
            case Made.EARLIEST | Made.LATEST:
                return self._births[0 if reading.made is Made.EARLIEST else 1]
            case _:
                return values_in(self._arrow(entity, reading.column))

    @cached_property
    def _births(self) -> tuple[Vector, Vector]:
        return births_in(*(self._arrow(MEMBER, name) for name in STATED))

    @cached_property
    def _persons(self) -> Persons:
        homes = np.concatenate((self.homes(MEMBER), self.homes(OUTSIDE)))
        return Persons(homes, self._arrow(MEMBER, "ref"), self._arrow(OUTSIDE, "ref"))

    @cached_property
    def _spouses(self) -> dict[str, Any]:
        """Who is named as whose spouse, as far as the file knows them."""
        import pyarrow.compute as pc

        named = self._arrow(MEMBER, "spouses")
        owners, refs = np.asarray(pc.list_parent_indices(named)), pc.list_flatten(named)
        member, outside = self._persons.named(self.homes(MEMBER).take(owners), refs)
        kept = np.flatnonzero(v.spread(v.either(member.known, outside.known), len(owners)))
        return {
            "f": self.files(MEMBER).take(owners).take(kept),
            "m": owners.take(kept),
            "p": kept,
            "other_m": member.take(kept, True),
            "other_p": outside.take(kept, True),
        }

    def _ordinals(self, entity: str) -> Array:
        start, end = self._spans[entity]
        return _ordinals(self._tables[entity], start, end)

    def _rows(self, entity: str) -> Array | None:
        """Which rows of the span are taken, in the order of their numbers; None for all as they stand."""
        if entity not in self._chosen:
            chosen = None
            if self._files is not None:
                chosen = np.flatnonzero(np.isin(self._ordinals(entity), self._files))
            self._chosen[entity] = chosen
        return self._chosen[entity]

    def _arrow(self, entity: str, name: str) -> pa.Array:
        """A column of the file's tables."""
        import pyarrow as pa

        start, end = self._spans[entity]
        column, chosen = _whole(self._tables[entity][name].slice(start, end - start)), self._rows(entity)
        return column if chosen is None else column.take(pa.array(chosen))


def stretches(tables: Mapping[str, pa.Table], size: int) -> list[Stretch]:
    """The files of some tables in stretches of so many, in their order."""
    ordered = {entity: _in_order(entity, table) for entity, table in tables.items()}
    ordinals = {entity: _ordinals(table, 0, table.num_rows) for entity, table in ordered.items()}
    begins = ordinals[HOUSEHOLD][::size]
    cuts = {entity: [*np.searchsorted(of, begins).tolist(), len(of)] for entity, of in ordinals.items()}
    spans = [{entity: (cut[at], cut[at + 1]) for entity, cut in cuts.items()} for at in range(len(begins))]
    return [Stretch(ordered, span) for span in spans]


def _in_order(entity: str, table: pa.Table) -> pa.Table:
    """The rows by file, and by place where they are numbered in that order."""
    by = [ORDINAL, PLACE] if entity in (MEMBER, OUTSIDE) else [ORDINAL]
    files = _ordinals(table, 0, table.num_rows)
    in_order = files[1:] >= files[:-1]
    if PLACE in by:
        places = np.asarray(_whole(table[PLACE]))
        in_order &= (places[1:] > places[:-1]) | (files[1:] > files[:-1])
    return table if in_order.all() else table.sort_by([(name, "ascending") for name in by])


def _ordinals(table: pa.Table, start: int, end: int) -> Array:
    return np.asarray(_whole(table[ORDINAL].slice(start, end - start)))


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()
