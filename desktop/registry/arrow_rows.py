"""Rows of a statement as Arrow columns.

PostgreSQL hands them over by COPY, as to the person who asks and under their row policies, and Arrow parses them; other
databases hand them over one by one. Needs the extra `caseload`.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select

from desktop.office.desk import Desk
from desktop.registry.dated_rows import DAY

if TYPE_CHECKING:
    import pyarrow as pa

BETWEEN = "\x1f"
"""Between the two ends of an amount while it travels as one text."""


def rows_of(desk: Desk, statement: Select[Any], schema: pa.Schema, on: date) -> pa.Table:
    """The rows of a statement.

    Args:
        desk: who asks.
        statement: with a column for each of the schema's, in its order; bounds of money as one text, `BETWEEN` them.
        schema: of the table; no lists but pairs.
        on: the value of the statement's parameter `DAY` (Gregorian).
    """
    copies = desk.session.get_bind().dialect.name == "postgresql"
    return _copied(desk, statement, schema, on) if copies else _gathered(desk, statement, schema, on)


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

    columns = []
    for field in schema:
        column = table[field.name]
        if pa.types.is_dictionary(field.type):
            column = column.dictionary_encode().cast(field.type)
        elif pa.types.is_fixed_size_list(field.type):
            cells = [None if text is None else [int(end) for end in text.split(BETWEEN)] for text in column.to_pylist()]
            column = pa.chunked_array([pa.array(cells, type=field.type)])
        columns.append(column)
    return pa.Table.from_arrays(columns, schema=schema)
