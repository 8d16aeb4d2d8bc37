"""The files of an office as Arrow tables, read table by table: what `facts.arrow_layout.tables_of` makes of the files
one by one, without making one.

A caseload is read in stretches of file numbers, so that a nation's is never in memory whole and several readers may
share it. On PostgreSQL each table comes by COPY, as the person who asks and under their row policies, and is parsed by
Arrow; other databases hand over rows. Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    inspect,
    literal,
    null,
    select,
    type_coerce,
)
from sqlalchemy.orm import aliased
from sqlalchemy.types import TypeEngine

from desktop.facts.arrow_layout import KEYS, MEMBER_REF, ORDINAL, PLACE, arrow_schemas, column_of
from desktop.facts.codes import Country
from desktop.facts.describe import Kind
from desktop.facts.vocabulary import Entity, Property, vocabulary
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.cells import columns_of
from desktop.registry.dated_rows import DAY, Dated, believed_now, held_that_day
from desktop.registry.fact_records import HouseholdFacts, Membership
from desktop.registry.list_records import SpouseRow
from desktop.registry.queries import seen
from desktop.registry.records import Household
from desktop.registry.shelves import HOUSEHOLD_LISTS, KEPT_IN_HOUSEHOLDS, MEMBER_LISTS, OF_MEMBER, facts_in

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

_BETWEEN = "\x1f"
"""Between the references of a list while it travels as one text; no reference holds it."""


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
    return {name: _table(desk, entity, files, on) for name, entity in vocabulary().items()}


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


def _table(desk: Desk, entity: Entity, files: CTE, on: date) -> pa.Table:
    statement, schema = _statement(entity, files), arrow_schemas()[entity.name]
    return _copied(desk, statement, schema, on) if _copies(desk) else _gathered(desk, statement, schema, on)


def _statement(entity: Entity, files: CTE) -> Select[Any]:
    keys: list[ColumnElement[Any]] = [
        files.c.ordinal.label(ORDINAL),
        *(files.c[key].label(f"file.{key}") for key in KEYS),
    ]
    if entity.name == "household":
        return _held(keys, entity, files, HouseholdFacts)
    if entity.name == "member":
        place = func.row_number().over(partition_by=files.c.id, order_by=[Membership.position, Membership.id]) - 1
        return _held([*keys, place.label(PLACE)], entity, files, *OF_MEMBER, spouses=_references())
    kind = (HOUSEHOLD_LISTS if entity.parent == "household" else MEMBER_LISTS)[entity.name]
    things = inspect(kind).columns
    owner = [files.c.id] if entity.parent == "household" else [files.c.id, things["person_id"]]
    place = func.row_number().over(partition_by=owner, order_by=[things["position"], kind.id]) - 1
    keys.append(place.label(PLACE))
    if entity.parent == "household":
        return _held(keys, entity, files, kind)
    return _held([*keys, Membership.ref.label(MEMBER_REF)], entity, files, kind, Membership)


def _held(
    keys: Sequence[ColumnElement[Any]],
    entity: Entity,
    files: CTE,
    *kinds: type[Dated],
    spouses: ColumnElement[Any] | None = None,
) -> Select[Any]:
    """What is believed now to have been so on the day, of tables that share a person where there are several."""
    columns = [
        spouses.label(column_of(fact))
        if spouses is not None and fact.kind is Kind.REFS
        else _column(fact, kinds, files)
        for fact in entity.properties.values()
    ]
    first, *others = kinds
    wanted = select(*keys, *columns).join_from(files, first, first.household_id == files.c.id)
    for kind in others:
        person = inspect(kind).columns["person_id"] == inspect(first).columns["person_id"]
        wanted = wanted.join(kind, and_(kind.household_id == first.household_id, person))
    for kind in kinds:
        wanted = wanted.where(believed_now(kind), held_that_day(kind))
    places = [each for each in keys if each.key == PLACE]
    return wanted.order_by(files.c.ordinal, *(each.key for each in keys if each.key == MEMBER_REF), *places)


def _column(fact: Property, kinds: Sequence[type[Dated]], files: CTE) -> ColumnElement[Any]:
    """A fact's column as Arrow's layout wants it; bounds of money as one text."""
    name = column_of(fact)
    if fact.entity == "household" and name in KEPT_IN_HOUSEHOLDS:
        return files.c[name].label(name)
    kind = next(each for each in kinds if columns_of(fact)[0] in facts_in(each))
    columns = [getattr(kind, each) for each in columns_of(fact)]
    if fact.kind is Kind.MONEY_BOUNDS:
        low, high = (cast(type_coerce(each, BigInteger()), String()) for each in columns)
        return (low + _BETWEEN + high).label(name)
    raw: dict[Kind, TypeEngine[Any]] = {Kind.CODE: String(), Kind.MONEY: BigInteger()}
    return (type_coerce(columns[0], raw[fact.kind]) if fact.kind in raw else columns[0]).label(name)


def _references() -> ColumnElement[Any]:
    """A member's spouses in their order, each behind a mark; empty where there is none, null where nobody asked."""
    row = aliased(SpouseRow)
    held = and_(
        row.household_id == Membership.household_id,
        row.person_id == Membership.person_id,
        believed_now(row),
        held_that_day(row),
    )
    marked: ColumnElement[str] = literal(_BETWEEN) + row.spouse
    order = (row.position, row.id)
    joined = func.aggregate_strings(marked, "").aggregate_order_by(*order)
    told = func.coalesce(select(joined).where(held).correlate(Membership).scalar_subquery(), "")
    return case((Membership.spouses_stated, told), else_=null())


def _copies(desk: Desk) -> bool:
    return desk.session.get_bind().dialect.name == "postgresql"


def _gathered(desk: Desk, statement: Select[Any], schema: pa.Schema, on: date) -> pa.Table:
    """The rows as the database's driver hands them over."""
    import pyarrow as pa

    rows = desk.session.execute(statement, {DAY: on}).all()
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(cells, type=_travels_as(field.type)) for cells, field in zip(columns, schema, strict=True)]
    return _unpacked(pa.Table.from_arrays(arrays, names=schema.names), schema)


def _copied(desk: Desk, statement: Select[Any], schema: pa.Schema, on: date) -> pa.Table:
    """The rows as PostgreSQL writes them, parsed by Arrow: an empty field is null, an empty text stands in quotes."""
    from pyarrow import csv

    # COPY takes no parameters; each value is written as a literal by the rules of its own type.
    dialect, asked = desk.session.get_bind().dialect, statement.params({DAY: on})
    text = asked.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    driver: Any = desk.session.connection().connection.dbapi_connection
    told = BytesIO()
    with driver.cursor() as cursor, cursor.copy(f"COPY ({text}) TO STDOUT (FORMAT csv)", {}) as copy:
        for block in copy:
            told.write(block)
    if not told.tell():
        return schema.empty_table()
    told.seek(0)
    table = csv.read_csv(
        told,
        read_options=csv.ReadOptions(column_names=schema.names),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types={field.name: _travels_as(field.type) for field in schema},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
            true_values=["t"],
            false_values=["f"],
        ),
    )
    return _unpacked(table, schema)


def _travels_as(kind: pa.DataType) -> pa.DataType:
    """Lists travel as one text, a code as its own."""
    import pyarrow as pa

    return pa.string() if pa.types.is_nested(kind) or pa.types.is_dictionary(kind) else kind


def _unpacked(table: pa.Table, schema: pa.Schema) -> pa.Table:
    import pyarrow as pa
    from pyarrow import compute

    columns = []
    for field in schema:
        column = table[field.name]
        if pa.types.is_dictionary(field.type):
            column = column.dictionary_encode().cast(field.type)
        elif pa.types.is_fixed_size_list(field.type):
            cells = [
                None if text is None else [int(end) for end in text.split(_BETWEEN)] for text in column.to_pylist()
            ]
            column = pa.chunked_array([pa.array(cells, type=field.type)])
        elif pa.types.is_list(field.type):
            column = compute.list_slice(compute.split_pattern(column, _BETWEEN), start=1).cast(field.type)
        columns.append(column)
    return pa.Table.from_arrays(columns, schema=schema)
