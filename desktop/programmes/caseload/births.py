"""The days of every birth of a caseload, from whichever calendar and precision its file states.

Each way of stating a birth that needs a calendar is read once, by the function that reads it for one household.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.programmes.caseload.engine import DuckDb
from desktop.values.dates import Precision, read_hijri, reconcile

if TYPE_CHECKING:
    import duckdb

_STATED = '"birth_date", "birth_date_hijri", "birth_date_precision"'
_PLAIN = """r."birth_date_hijri" IS NULL AND COALESCE(r."birth_date_precision", 'day') = 'day'"""
_KEY = "CONCAT_WS('|', COALESCE(CAST({0}\"birth_date\" AS VARCHAR), ''), COALESCE({0}\"birth_date_hijri\", ''), {1})"


def births(connection: duckdb.DuckDBPyConnection) -> str:
    """Fills the table of births stated otherwise than by a Gregorian day; gives the join that reads it as `n`.

    Raises:
        OfficeError: for a birth that cannot be, which the check of the files finds before.
    """
    import pyarrow as pa

    stated = connection.execute(f"SELECT DISTINCT {_STATED} FROM given_member r WHERE NOT ({_PLAIN})").fetchall()
    rows = []
    for gregorian, hijri, precision in stated:
        known = Precision(precision or "day")
        span = reconcile(
            gregorian if isinstance(gregorian, date) else None, None if hijri is None else read_hijri(hijri), known
        )
        if span is not None:
            key = "|".join((gregorian.isoformat() if gregorian else "", hijri or "", known.value))
            rows.append((key, span.earliest.toordinal(), span.latest.toordinal()))
    schema = pa.schema([("key", pa.string()), ("earliest", pa.int64()), ("latest", pa.int64())])
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    table = pa.table([pa.array(list(column), type=field.type) for column, field in zip(columns, schema, strict=True)], schema)
    connection.register("births_given", table)
    connection.execute("CREATE OR REPLACE TEMP TABLE births AS SELECT * FROM births_given")
    connection.unregister("births_given")
    key = _KEY.format("b.", "COALESCE(b.\"birth_date_precision\", 'day')")
    day = DuckDb().ordinal('b."birth_date"')
    plain = _PLAIN.replace("r.", "b.")
    ordinal = '"file.ordinal"'
    inner = (
        f"SELECT b.{ordinal} AS of_file, b.place AS of_place, CASE WHEN {plain} THEN {day} ELSE e.earliest END AS earliest, "
        f"CASE WHEN {plain} THEN {day} ELSE e.latest END AS latest FROM given_member b "
        f"LEFT JOIN births e ON e.key = CASE WHEN {plain} THEN NULL ELSE {key} END"
    )
    return f"JOIN ({inner}) n ON n.of_file = r.{ordinal} AND n.of_place = r.place"
