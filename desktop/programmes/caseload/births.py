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
_PLAIN = """(r."birth_date_hijri" IS NULL AND COALESCE(r."birth_date_precision", 'day') = 'day')"""
_KEY = (
    "CONCAT_WS('|', COALESCE(CAST(r.\"birth_date\" AS VARCHAR), ''), COALESCE(r.\"birth_date_hijri\", ''), "
    "COALESCE(r.\"birth_date_precision\", 'day'))"
)


def births(connection: duckdb.DuckDBPyConnection, engine: DuckDb) -> tuple[str, str]:
    """Fills the table of births stated otherwise than by a Gregorian day; gives the columns of the days and their join.

    Raises:
        OfficeError: for a birth that cannot be, which the check of the files finds before.
    """
    stated = connection.execute(f"SELECT DISTINCT {_STATED} FROM given_member r WHERE NOT {_PLAIN}").fetchall()
    day = engine.ordinal('r."birth_date"')
    if not stated:
        return f'{day} AS "birth.earliest", {day} AS "birth.latest"', ""
    _keep(connection, stated)
    columns = ", ".join(
        f'CASE WHEN {_PLAIN} THEN {day} ELSE n.{end} END AS "birth.{end}"' for end in ("earliest", "latest")
    )
    return columns, f"LEFT JOIN births n ON n.key = CASE WHEN {_PLAIN} THEN NULL ELSE {_KEY} END"


def _keep(connection: duckdb.DuckDBPyConnection, stated: list[tuple[object, ...]]) -> None:
    import pyarrow as pa

    found: dict[str, list[object]] = {"key": [], "earliest": [], "latest": []}
    for gregorian, hijri, precision in stated:
        day = gregorian if isinstance(gregorian, date) else None
        known = Precision(str(precision or "day"))
        span = reconcile(day, None if hijri is None else read_hijri(str(hijri)), known)
        if span is not None:
            found["key"].append("|".join((day.isoformat() if day else "", str(hijri or ""), known.value)))
            found["earliest"].append(span.earliest.toordinal())
            found["latest"].append(span.latest.toordinal())
    schema = pa.schema([("key", pa.string()), ("earliest", pa.int64()), ("latest", pa.int64())])
    connection.register("births_given", pa.table(found, schema))
    connection.execute("CREATE OR REPLACE TEMP TABLE births AS SELECT * FROM births_given")
    connection.unregister("births_given")
