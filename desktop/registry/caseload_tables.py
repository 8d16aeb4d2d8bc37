"""The files of an office as Arrow tables, read table by table: what `facts.arrow_layout.tables_of` makes of the files
one by one, without making one.

A caseload is read in stretches of file numbers, so that a nation's is never in memory whole and several readers may
share it. Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Select,
    String,
    and_,
    cast,
    func,
    inspect,
    select,
    type_coerce,
)
from sqlalchemy.types import TypeEngine

from desktop.facts.arrow_layout import KEYS, MEMBER_REF, ORDINAL, PLACE, arrow_schemas, column_of
from desktop.facts.codes import Country
from desktop.facts.describe import Kind
from desktop.facts.vocabulary import Entity, Property, vocabulary
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.arrow_rows import BETWEEN, rows_of
from desktop.registry.cells import columns_of
from desktop.registry.dated_rows import Dated, believed_now, held_that_day
from desktop.registry.fact_records import HouseholdFacts, Membership
from desktop.registry.list_records import SpouseRow
from desktop.registry.queries import seen
from desktop.registry.records import Household
from desktop.registry.shelves import HOUSEHOLD_LISTS, KEPT_IN_HOUSEHOLDS, MEMBER_LISTS, OF_MEMBER, facts_in

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

_MEMBER = "member"
PERSON = "person"
"""The column of a person's id while tables are read; no fact is called so."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Files by number: those after `after`, up to and with `last` (None: to the end)."""

    after: str = ""
    last: str | None = None


@requires(Permission.READ_FILES)
def stretches(desk: Desk, *, country: Country, files: int) -> tuple[Stretch, ...]:
    """The open files of the own office and country, cut into stretches of so many files."""
    numbered = _files(desk, country, Stretch()).subquery()
    ends = select(numbered.c.file_number).where((numbered.c.ordinal + 1) % files == 0).order_by(numbered.c.ordinal)
    found, after = list[Stretch](), ""
    for last in desk.session.scalars(ends):
        found.append(Stretch(after, last))
        after = last
    return (*found, Stretch(after))


@requires(Permission.READ_FILES)
def count_files(desk: Desk, *, country: Country) -> int:
    """How many open files of the own office and country there are, of those that who asks may see."""
    numbered = _files(desk, country, Stretch()).subquery()
    return desk.session.scalar(select(func.count()).select_from(numbered)) or 0


@requires(Permission.READ_FILES)
def caseload_tables(
    desk: Desk,
    *,
    on: date,
    country: Country,
    stretch: Stretch | None = None,
    only: Collection[UUID] | None = None,
) -> Tables:
    """The tables of the open files of the own office, in the order of their numbers.

    Args:
        desk: who asks; files that they may not see are not among them.
        on: the day whose facts are read, as known now (Gregorian).
        country: files of another are left out, since no programme of this one concerns them.
        stretch: only these.
        only: and of these only the households with these ids, some hundreds at most.
    """
    files = _files(desk, country, stretch or Stretch(), only).cte("files")
    members, people = _members(desk, files, on)
    found: Tables = {}
    for name, entity in vocabulary().items():
        if name == _MEMBER:
            found[name] = members
        elif entity.parent == _MEMBER:
            found[name] = _of_members(desk, entity, files, people, on)
        else:
            found[name] = _in_order(rows_of(desk, _statement(entity, files), arrow_schemas()[name], on))
    return found


def _files(desk: Desk, country: Country, stretch: Stretch, only: Collection[UUID] | None = None) -> Select[Any]:
    """Which files: id, keys and their ordinal."""
    wanted = seen(desk).where(
        Household.office == desk.office,
        Household.closed_at.is_(None),
        Household.country == country,
        Household.file_number > stretch.after,
    )
    if stretch.last is not None:
        wanted = wanted.where(Household.file_number <= stretch.last)
    if only is not None:
        wanted = wanted.where(Household.id.in_(only))
    ordinal = func.row_number().over(order_by=Household.file_number) - 1
    kept = [type_coerce(getattr(Household, name), String()).label(name) for name in sorted(KEPT_IN_HOUSEHOLDS)]
    columns: list[ColumnElement[Any]] = [Household.id.label("id"), *kept, ordinal.label("ordinal")]
    return wanted.with_only_columns(*columns)


def _members(desk: Desk, files: CTE, on: date) -> tuple[pa.Table, pa.Table]:
    """The members, and the id and the reference of each."""
    import pyarrow as pa

    schema = arrow_schemas()[_MEMBER]
    (spouses,) = (column_of(fact) for fact in vocabulary()[_MEMBER].properties.values() if fact.kind is Kind.REFS)
    at = schema.get_field_index(spouses)
    stated = schema.set(at, pa.field(spouses, pa.bool_())).append(pa.field(PERSON, pa.string()))
    table = _in_order(rows_of(desk, _statement(vocabulary()[_MEMBER], files), stated, on))
    married = _married(desk, files, on)
    told = zip(table[PERSON].to_pylist(), table[spouses].to_pylist(), strict=True)
    lists = [married.get(person, []) if asked else None for person, asked in told]
    people = table.select([PERSON, "ref"])
    table = table.set_column(at, schema.field(at), pa.array(lists, schema.field(at).type))
    return table.drop_columns([PERSON]).cast(schema), people


def _married(desk: Desk, files: CTE, on: date) -> dict[str, list[str]]:
    """The references of each person's spouses in their order, by the person's id."""
    import pyarrow as pa

    person = cast(SpouseRow.person_id, String()).label(PERSON)
    columns: list[ColumnElement[Any]] = [person, inspect(SpouseRow).columns["spouse"]]
    wanted = select(*columns).join_from(files, SpouseRow, SpouseRow.household_id == files.c.id)
    wanted = wanted.where(believed_now(SpouseRow), held_that_day(SpouseRow))
    schema = pa.schema([(PERSON, pa.string()), ("spouse", pa.string())])
    rows = rows_of(desk, wanted.order_by(SpouseRow.person_id, SpouseRow.position, SpouseRow.id), schema, on)
    found: dict[str, list[str]] = {}
    for each, spouse in zip(rows[PERSON].to_pylist(), rows["spouse"].to_pylist(), strict=True):
        found.setdefault(each, []).append(spouse)
    return found


def _of_members(desk: Desk, entity: Entity, files: CTE, people: pa.Table, on: date) -> pa.Table:
    """What the members have, put down to them by reference; what somebody has who is no member is left out.

    Joined here and not by the database, which would ask once more for each thing whether its household may be seen.
    """
    import pyarrow as pa
    from pyarrow import compute as pc

    schema = arrow_schemas()[entity.name]
    at = schema.get_field_index(MEMBER_REF)
    rows = rows_of(desk, _statement(entity, files), schema.set(at, pa.field(PERSON, pa.string())), on)
    member = pc.index_in(rows[PERSON], value_set=people[PERSON].combine_chunks())
    rows = rows.set_column(at, schema.field(at), people["ref"].combine_chunks().take(member.combine_chunks()))
    return _in_order(rows.filter(pc.is_valid(member))).cast(schema)


def _in_order(table: pa.Table) -> pa.Table:
    """The rows by file, by member and by place."""
    return table.sort_by([(each, "ascending") for each in (ORDINAL, MEMBER_REF, PLACE) if each in table.schema.names])


def _statement(entity: Entity, files: CTE) -> Select[Any]:
    keys: list[ColumnElement[Any]] = [
        files.c.ordinal.label(ORDINAL),
        *(files.c[key].label(f"file.{key}") for key in KEYS),
    ]
    if entity.name == "household":
        return _held(keys, entity, files, HouseholdFacts)
    if entity.name == _MEMBER:
        place = func.row_number().over(partition_by=files.c.id, order_by=[Membership.position, Membership.id]) - 1
        return _held([*keys, place.label(PLACE)], entity, files, *OF_MEMBER).add_columns(_person(Membership))
    kind = (HOUSEHOLD_LISTS if entity.parent == "household" else MEMBER_LISTS)[entity.name]
    things = inspect(kind).columns
    owner = [files.c.id] if entity.parent == "household" else [files.c.id, things["person_id"]]
    place = func.row_number().over(partition_by=owner, order_by=[things["position"], kind.id]) - 1
    keys.append(place.label(PLACE))
    if entity.parent == "household":
        return _held(keys, entity, files, kind)
    return _held([*keys, _person(kind)], entity, files, kind)


def _person(kind: type[Dated]) -> ColumnElement[Any]:
    """Whose a row is, as a text that only this reading compares."""
    return cast(inspect(kind).columns["person_id"], String()).label(PERSON)


def _held(keys: Sequence[ColumnElement[Any]], entity: Entity, files: CTE, *kinds: type[Dated]) -> Select[Any]:
    """What is believed now to have been so on the day, of tables that share a person where there are several."""
    columns = [
        Membership.spouses_stated.label(column_of(fact)) if fact.kind is Kind.REFS else _column(fact, kinds, files)
        for fact in entity.properties.values()
    ]
    first, *others = kinds
    wanted = select(*keys, *columns).join_from(files, first, first.household_id == files.c.id)
    for kind in others:
        person = inspect(kind).columns["person_id"] == inspect(first).columns["person_id"]
        wanted = wanted.join(kind, and_(kind.household_id == first.household_id, person))
    for kind in kinds:
        wanted = wanted.where(believed_now(kind), held_that_day(kind))
    return wanted


def _column(fact: Property, kinds: Sequence[type[Dated]], files: CTE) -> ColumnElement[Any]:
    """A fact's column as Arrow's layout wants it; bounds of money as one text."""
    name = column_of(fact)
    if fact.entity == "household" and name in KEPT_IN_HOUSEHOLDS:
        return files.c[name].label(name)
    kind = next(each for each in kinds if columns_of(fact)[0] in facts_in(each))
    columns = [getattr(kind, each) for each in columns_of(fact)]
    if fact.kind is Kind.MONEY_BOUNDS:
        low, high = (cast(type_coerce(each, BigInteger()), String()) for each in columns)
        return (low + BETWEEN + high).label(name)
    raw: dict[Kind, TypeEngine[Any]] = {Kind.CODE: String(), Kind.MONEY: BigInteger()}
    return (type_coerce(columns[0], raw[fact.kind]) if fact.kind in raw else columns[0]).label(name)
