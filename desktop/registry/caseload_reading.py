"""The rows of a stretch of files, put together table by table; where they come from is left open.

Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Select, String, select, type_coerce
from sqlalchemy.types import TypeEngine

from desktop.facts.arrow_layout import ORDINAL, arrow_schemas, column_of
from desktop.facts.describe import Kind
from desktop.facts.vocabulary import Entity, Property, vocabulary
from desktop.office.desk import Desk
from desktop.registry.arrow_rows import rows_of
from desktop.registry.caseload_placing import (
    HOUSEHOLD,
    ID,
    PERSON,
    POSITION,
    People,
    bounds,
    coded,
    in_order,
    laid_out,
    placed,
    put_together,
    ranks,
    taken,
    ties,
)
from desktop.registry.cells import columns_of
from desktop.registry.dated_rows import Dated, believed_now, held_that_day
from desktop.registry.fact_records import HouseholdFacts, Membership
from desktop.registry.shelves import HOUSEHOLD_LISTS, KEPT_IN_HOUSEHOLDS, MEMBER_LISTS, OF_MEMBER, SPOUSES, facts_in

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

VERSION, NUMBER = "version", "file_number"

Asked = Mapping[str, Collection[str]]
"""The columns that somebody needs, by entity."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Files by id: those after `after` (None: from the first), up to and with `last` (None: to the end).

    Ids rise with the time of registering, and so do the rows of most tables: a stretch lies together on the disk.
    """

    after: UUID | None = None
    last: UUID | None = None

    def holds(self, household: Any) -> list[ColumnElement[bool]]:
        """The conditions by which a column of ids lies in the stretch."""
        after = [] if self.after is None else [household > self.after]
        return after if self.last is None else [*after, household <= self.last]


def only_within(wanted: Select[Any], household: Any, stretch: Stretch, only: Collection[UUID] | None) -> Select[Any]:
    """What is asked of the files of a stretch, by the column that names them, and of those ids alone where any are."""
    wanted = wanted.where(*stretch.holds(household))
    return wanted if only is None else wanted.where(household.in_(only))


def as_spelt(column: Any, name: str) -> ColumnElement[Any]:
    """A column as the database itself spells it."""
    return type_coerce(column, String()).label(name)


@dataclass(frozen=True)
class StretchReading:
    """One reading of a stretch, out of the tables of facts; a subclass may have the same rows from elsewhere.

    Args:
        desk: who asks.
        on: the day whose facts are read, as known now (Gregorian).
        stretch: files by id.
        only: of these the households with these ids.
        asked: columns by entity; all unless said.
        files: as of `caseload_tables.listed_files`.
    """

    desk: Desk
    on: date
    stretch: Stretch
    only: Collection[UUID] | None
    asked: Asked | None
    files: pa.Table

    def tables(self) -> Tables:
        """The table of each entity."""
        entities = vocabulary()
        members, people, things = self._members(entities["member"])
        found = {"household": self._household(entities["household"]), "member": members}
        for name, entity in entities.items():
            if entity.parent == "household" and name != "member":
                kind = HOUSEHOLD_LISTS[name]
                rows = self._listed(kind, entity, HOUSEHOLD)
                rows = self._ordered(placed(rows, HOUSEHOLD, self.owners), kind, entity, HOUSEHOLD, self.owners)
                found[name] = laid_out(rows, self._schema(name), self._shown)
            elif entity.parent == "member":
                found[name] = laid_out(people.owners(things[name]), self._schema(name), self._shown)
        return {name: found[name] for name in entities}

    @property
    def owners(self) -> Any:
        """By what rows name their file, in the order of the files."""
        return self.files[ID]

    @property
    def _shown(self) -> pa.Table | None:
        return self.files if self.asked is None else None

    def _schema(self, name: str) -> pa.Schema:
        return arrow_schemas()[name]

    def _household(self, entity: Entity) -> pa.Table:
        rows = self.rows(HouseholdFacts, self._facts(entity, HouseholdFacts), entity.name, HOUSEHOLD)
        rows = in_order(placed(rows, HOUSEHOLD, self.owners))
        for name in KEPT_IN_HOUSEHOLDS:
            kept = self.files[name].take(rows[ORDINAL])
            rows = rows.append_column(name, coded(kept, self._schema(entity.name).field(name).type))
        return laid_out(rows, self._schema(entity.name), self.files)

    def _members(self, entity: Entity) -> tuple[pa.Table, People, dict[str, pa.Table]]:
        """The members, who they are, and the things that they have."""
        (spouses,) = (fact for fact in entity.properties.values() if fact.kind is Kind.REFS)
        stated = columns_of(spouses)
        facts = [each for each in self._facts(entity, Membership) if each is not spouses]

        def read(*ids: str) -> pa.Table:
            rows = self.rows(Membership, facts, entity.name, HOUSEHOLD, PERSON, POSITION, *ids, extra=stated)
            for kind in OF_MEMBER[1:]:
                rows = taken(rows, self.rows(kind, self._facts(entity, kind), entity.name, PERSON), PERSON)
            return placed(rows, HOUSEHOLD, self.owners)

        rows = read()
        rows = ranks(in_order(read(ID) if ties(rows) else rows))
        people, entities = People(rows), vocabulary()
        things = {name: self._listed(kind, entities.get(name), PERSON) for name, kind in MEMBER_LISTS.items()}
        things = {
            name: self._ordered(put, MEMBER_LISTS[name], entities.get(name), PERSON, people.persons)
            for name, put in put_together(things, PERSON, people.persons).items()
        }
        lists = people.lists(things[SPOUSES], "spouse", rows[stated[0]])
        rows = rows.append_column(column_of(spouses), lists)
        return laid_out(rows, self._schema(entity.name), self._shown), people, things

    def _listed(self, kind: type[Dated], entity: Entity | None, own: str, *ids: str) -> pa.Table:
        """The rows of things that have an order; without an entity, of the spouses, which are references."""
        if entity is None:
            return self.rows(kind, (), "", own, POSITION, *ids, extra=("spouse",))
        return self.rows(kind, self._facts(entity, kind), entity.name, own, POSITION, *ids)

    def _ordered(self, rows: pa.Table, kind: type[Dated], entity: Entity | None, own: str, owners: Any) -> pa.Table:
        """The rows in their order. Of one place the older comes first; ids are read only where that is asked."""
        if ties(rows):
            rows = placed(self._listed(kind, entity, own, ID), own, owners)
        return ranks(in_order(rows))

    def _facts(self, entity: Entity, kind: type[Dated]) -> list[Property]:
        """The facts of an entity that are asked for, of those that stand in a table."""
        wanted = None if self.asked is None else self.asked.get(entity.name)
        return [
            fact
            for fact in entity.properties.values()
            if columns_of(fact)[0] in facts_in(kind)
            and not (entity.name == "household" and fact.name in KEPT_IN_HOUSEHOLDS)
            and (wanted is None or column_of(fact) in wanted or fact.kind is Kind.REFS)
        ]

    def rows(
        self, kind: type[Dated], facts: Iterable[Property], entity: str, *ids: str, extra: Collection[str] = ()
    ) -> pa.Table:
        """What is believed now to have been so on the day, of one table: its `ids`, `extra` columns and facts."""
        import pyarrow as pa

        columns, fields = list[ColumnElement[Any]](), list[tuple[str, pa.DataType]]()
        for name in ids:
            columns.append(getattr(kind, name) if name == POSITION else as_spelt(getattr(kind, name), name))
            fields.append((name, pa.int32() if name == POSITION else pa.string()))
        for name in extra:
            columns.append(getattr(kind, name))
            fields.append((name, pa.bool_() if name.endswith("_stated") else pa.string()))
        for fact in facts:
            told = self._schema(entity).field(column_of(fact)).type
            names = bounds(column_of(fact)) if fact.kind is Kind.MONEY_BOUNDS else (column_of(fact),)
            for name, column in zip(names, columns_of(fact), strict=True):
                columns.append(_raw(getattr(kind, column), fact.kind).label(name))
                fields.append((name, pa.int64() if fact.kind is Kind.MONEY_BOUNDS else told))
        wanted = select(*columns).where(kind.office == self.desk.office, believed_now(kind), held_that_day(kind))
        wanted = only_within(wanted, kind.household_id, self.stretch, self.only)
        return rows_of(self.desk, wanted, pa.schema(fields), self.on)


def _raw(column: Any, kind: Kind) -> ColumnElement[Any]:
    raw: dict[Kind, TypeEngine[Any]] = {
        Kind.CODE: String(),
        Kind.MONEY: BigInteger(),
        Kind.MONEY_BOUNDS: BigInteger(),
    }
    told: ColumnElement[Any] = type_coerce(column, raw[kind]) if kind in raw else column
    return told
