"""Rows of a statement as Arrow columns.

PostgreSQL hands them over by COPY, as to the person who asks and under their row policies, and Arrow parses them; other
databases hand them over one by one. Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import ExecStatus
from sqlalchemy import Select

from desktop.database.engine import place_of
from desktop.database.faults import told
from desktop.database.interrupting import is_stopped
from desktop.office.desk import Desk
from desktop.registry.dated_rows import DAY

if TYPE_CHECKING:
    import pyarrow as pa


def rows_of(desk: Desk, statement: Select[Any], schema: pa.Schema, on: date) -> pa.Table:
    """The rows of a statement, each column in one piece.

    Args:
        desk: who asks.
        statement: with a column for each of the schema's, in its order.
        schema: of the table; no lists.
        on: the value of the statement's parameter `DAY` (Gregorian).

    Raises:
        Unreachable, OfficeError: see `database.faults`.
    """
    copies = desk.session.get_bind().dialect.name == "postgresql"
    return _copied(desk, statement, schema, on) if copies else _gathered(desk, statement, schema, on)


def _gathered(desk: Desk, statement: Select[Any], schema: pa.Schema, on: date) -> pa.Table:
    """The rows as the database's driver hands them over."""
    import pyarrow as pa

    rows = desk.session.execute(statement, {DAY: on}).all()
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(cells, type=_stored_as(field.type)) for cells, field in zip(columns, schema, strict=True)]
    columns = [
        each.dictionary_encode().cast(field.type) if pa.types.is_dictionary(field.type) else each
        for each, field in zip(arrays, schema, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _copied(desk: Desk, statement: Select[Any], schema: pa.Schema, on: date) -> pa.Table:
    """The rows as PostgreSQL writes them, parsed by Arrow: an empty field is null, an empty text stands in quotes."""
    import pyarrow as pa
    from pyarrow import csv

    # COPY takes no parameters; each value is written as a literal by the rules of its own type.
    asked = _literally(desk, statement.params({DAY: on}))
    with _driver(desk) as driver:
        found = _written(driver, f"COPY ({asked}) TO STDOUT (FORMAT csv)")
    if not found.tell():
        return schema.empty_table()
    table = csv.read_csv(
        pa.py_buffer(found.getbuffer()),
        # In one block, so that every column is in one piece; other stretches are worked on meanwhile.
        read_options=csv.ReadOptions(column_names=schema.names, use_threads=False, block_size=found.tell() + 1),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types={field.name: _parsed_as(field.type) for field in schema},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
            true_values=["t"],
            false_values=["f"],
        ),
    )
    return table.cast(schema)


def row_of(desk: Desk, statement: Select[Any]) -> tuple[Any, ...]:
    """The one row of a statement on PostgreSQL, bytes as they are: as text each would come as two digits.

    Raises:
        Unreachable, OfficeError: see `database.faults`.
    """
    asked = _literally(desk, statement)
    with _driver(desk) as driver, driver.cursor(binary=True) as cursor:
        found: tuple[Any, ...] = cursor.execute(asked).fetchone()
    return found


def _literally(desk: Desk, statement: Select[Any]) -> str:
    dialect = desk.session.get_bind().dialect
    return str(statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))


@contextmanager
def _driver(desk: Desk) -> Iterator[Any]:
    """The driver's own connection of a desk, whose refusals are told as those of any statement."""
    connection = desk.session.connection()
    try:
        yield connection.connection.dbapi_connection
    except psycopg.Error as error:
        known = told(error, place=place_of(connection.engine), stopped=is_stopped(connection))
        if known is None:
            raise
        raise known from error


def _written(driver: Any, asked: str) -> BytesIO:
    """What a COPY writes.

    The driver's own loop hands over one row after another, which for rows by the million takes longer than the server
    does; here it is asked for rows as long as it has any, and waited for without keeping other threads from their work.

    Raises:
        psycopg.Error: what the server refuses; the connection's transaction is over then.
    """
    found, connection = BytesIO(), driver.pgconn
    put, row = found.write, connection.get_copy_data
    begun = connection.exec_(asked.encode())
    if begun.status != ExecStatus.COPY_OUT:
        raise psycopg.errors.error_from_result(begun, encoding="utf-8")
    with DefaultSelector() as waiting:
        waiting.register(connection.socket, EVENT_READ)
        while True:
            length, data = row(1)
            if length > 0:
                put(data)
            elif length < 0:
                break
            else:
                waiting.select()
                connection.consume_input()
    while (ended := connection.get_result()) is not None:
        if ended.status != ExecStatus.COMMAND_OK:
            raise psycopg.errors.error_from_result(ended, encoding="utf-8")
    return found


def _stored_as(kind: pa.DataType) -> pa.DataType:
    """A code comes as its own text."""
    import pyarrow as pa

    return pa.string() if pa.types.is_dictionary(kind) else kind


def _parsed_as(kind: pa.DataType) -> pa.DataType:
    """The parser numbers codes by 32 bits only."""
    import pyarrow as pa

    return pa.dictionary(pa.int32(), pa.string()) if pa.types.is_dictionary(kind) else kind
