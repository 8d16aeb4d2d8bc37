"""OpenFisca on a stored caseload, from the database and back to it: the other side of the bench from end to end.

As a competent user would have it: COPY of only the columns that the law asks for, one pass over each table, parsed by
Arrow, rows put to their persons by Arrow's hashes; then the vectors, OpenFisca, and one INSERT of what every household
came to, from an array for each column: COPY writes to no table that has policies. All at once, not in stretches: it is
faster, and a million households fit into memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

import numpy as np
import psycopg
import pyarrow as pa
import pyarrow.compute as pc
from openfisca_developed_law import calculated
from openfisca_households import CRITERIA
from openfisca_vectors import OWNER, vectors_of
from pyarrow import csv

RESULTS = "openfisca_results"
"""Outcome, total and criteria of each household, behind the same wall as ours."""

_WRITTEN_AT_ONCE = 500_000

_CODES = pa.dictionary(pa.int32(), pa.string())
_TEXT, _TRUTH, _DAY, _COUNT = pa.string(), pa.bool_(), pa.date32(), pa.int64()

_HOUSEHOLD = {
    "applied_on": _DAY,
    "family_dwellings": _COUNT,
    "vehicles": _COUNT,
    "domestic_workers": _COUNT,
    "domestic_workers_for_disability": _COUNT,
    "independent": _TRUTH,
    "dwelling_separate": _TRUTH,
    "dwelling_all_residents_registered": _TRUTH,
    "dwelling_proof": _CODES,
    "dwelling_proof_holder": _TEXT,
    "update_asked_on": _DAY,
    "updated_on": _DAY,
    "waived_on": _DAY,
}
_MEMBERSHIP = {
    "household_id": _TEXT,
    "person_id": _TEXT,
    "ref": _TEXT,
    "role": _CODES,
    "father": _TEXT,
    "mother": _TEXT,
    "dependency_confirmed": _TRUTH,
    "custody_stated": _TRUTH,
    "custody_holder": _TEXT,
    "custody_deed": _TRUTH,
    "custody_nearer_school": _TRUTH,
    "lives_in_dwelling": _TRUTH,
}
_OF_PERSON: Mapping[str, Mapping[str, pa.DataType]] = {
    "member_facts": {
        "marital_status": _CODES,
        "former_spouse_of_citizen": _TRUTH,
        "services_suspended": _TRUTH,
        "education_enrolled": _TRUTH,
        "education_full_time": _TRUTH,
        "education_away": _TRUTH,
        "work_ability": _CODES,
        "work_exempt_reason": _CODES,
        "disability_degree": _CODES,
    },
    "identities": {
        "id_kind": _CODES,
        "id_valid_until": _DAY,
        "nationality": _TEXT,
        "sex": _CODES,
        "birth_date": _DAY,
        "death_date": _DAY,
    },
}
_LISTS: Mapping[str, tuple[str, Mapping[str, pa.DataType]]] = {
    "spouse": ("spouses", {"spouse": _TEXT}),
    "income": (
        "incomes",
        {
            "kind": _CODES,
            "amount": _COUNT,
            "period": _CODES,
            "times": pa.float64(),
            "since": _DAY,
            "until": _DAY,
            "registered": _TRUTH,
        },
    ),
    "asset": (
        "assets",
        {"kind": _CODES, "value": _COUNT, "liquidable": _TRUTH, "tenure": _CODES, "since": _DAY, "until": _DAY},
    ),
    "absence": ("absences", {"from_": _DAY, "to": _DAY}),
    "shelter_stay": ("shelter_stays", {"from_": _DAY, "to": _DAY}),
    "breach": ("breaches", {"duty": _CODES, "notified_on": _DAY, "cured_on": _DAY, "excused": _TRUTH}),
}


_OBJECTS = ("custody", "dwelling", "education", "work", "disability")


def run_stored(url: str, law: Any, on: date) -> int:
    """Reads the open Saudi files that the person of the URL sees, and writes a row for each; how many they were."""
    with psycopg.connect(url) as connection:
        # Any user may ask for memory to hash in, and for no compiling, which takes longer here than the question.
        connection.execute("SET work_mem = '256MB'")
        connection.execute("SET jit = off")
        households, tables = _read(connection, on)
        found = calculated(law, vectors_of(tables, on), on)
        _write(connection, households, found)
    return len(households)


def _read(connection: psycopg.Connection, on: date) -> tuple[pa.Array, dict[str, pa.Table]]:
    """The ids of the households, and the tables; joined here, since the server expects few rows behind its policies."""

    def copied(table: str, columns: Mapping[str, pa.DataType], *ids: str) -> pa.Table:
        believed = (
            f"superseded_at IS NULL AND coalesce(valid_from <= '{on}', true) AND coalesce(valid_to >= '{on}', true)"
        )
        return _copied(connection, dict.fromkeys(ids, _TEXT) | dict(columns), f"{table} WHERE {believed}")

    files = "households WHERE closed_at IS NULL AND country = 'SA' AND office = (SELECT yusr_office())"
    homes = _copied(connection, {"id": _TEXT}, files)["id"]
    home = _taken(homes, copied("household_facts", _HOUSEHOLD, "household_id"), "household_id")
    members = _placed(copied("memberships", _MEMBERSHIP), "file.ordinal", "household_id", homes)
    persons = members["person_id"]
    for table, columns in _OF_PERSON.items():
        of_person = _taken(persons, copied(table, columns, "person_id"), "person_id")
        for name in columns:
            members = members.append_column(name, of_person[name])
    tables = {"household": _named(home), "member": _named(members)}
    for name, (table, columns) in _LISTS.items():
        tables[name] = _named(_placed(copied(table, columns, "person_id"), OWNER, "person_id", persons))
    outside = copied("outside_persons", {"ref": _TEXT, "nationality": _TEXT, "status": _CODES}, "household_id")
    tables["outside"] = _placed(outside, "file.ordinal", "household_id", homes)
    return homes.combine_chunks(), tables


def _copied(connection: psycopg.Connection, columns: Mapping[str, pa.DataType], rest: str) -> pa.Table:
    """The rows as PostgreSQL writes them, parsed by Arrow."""
    told = BytesIO()
    selected = ", ".join(f'"{name}"' for name in columns)
    asked = f"COPY (SELECT {selected} FROM {rest}) TO STDOUT (FORMAT csv)"
    with connection.cursor() as cursor, cursor.copy(asked.encode()) as copy:
        for block in copy:
            told.write(block)
    if not told.tell():
        return pa.schema(list(columns.items())).empty_table()
    return csv.read_csv(
        pa.py_buffer(told.getbuffer()),
        read_options=csv.ReadOptions(column_names=list(columns)),
        convert_options=csv.ConvertOptions(
            column_types=columns, null_values=[""], strings_can_be_null=True, true_values=["t"], false_values=["f"]
        ),
    )


def _named(table: pa.Table) -> pa.Table:
    """The columns as the vectors know them: `education.away`, `from`."""
    named = []
    for name in table.column_names:
        first, _, rest = name.partition("_")
        named.append(f"{first}.{rest}" if first in _OBJECTS and rest else name.rstrip("_"))
    return table.rename_columns(named)


def _taken(ids: pa.ChunkedArray, table: pa.Table, own: str) -> pa.Table:
    """The row of each id, in the order of the ids."""
    return table.take(pc.index_in(ids, value_set=table[own]))


def _placed(table: pa.Table, name: str, own: str, ids: pa.ChunkedArray) -> pa.Table:
    """The rows whose person or household is among the ids, each with its place there."""
    places = pc.index_in(table[own], value_set=ids)
    if places.null_count:
        known = pc.is_valid(places)
        table, places = table.filter(known), places.filter(known)
    return table.append_column(name, places.cast(pa.int64()))


def _write(connection: psycopg.Connection, households: pa.Array, found: Mapping[str, np.ndarray]) -> None:
    codes = np.stack([found[name] for name in CRITERIA], axis=1).astype(np.uint8) + ord("0")
    told = pa.table(
        {
            "household_id": households,
            "outcome": pc.if_else(pa.array(found["eligible"]), "eligible", "ineligible"),
            "total_minor": np.round(found["total"].astype(np.float64) * 100).astype(np.int64),
            "codes": pa.array(codes.reshape(-1).view(f"S{len(CRITERIA)}"), pa.binary()).cast(pa.string()),
        }
    )
    # The server takes no value of more than a gigabyte.
    for start in range(0, told.num_rows, _WRITTEN_AT_ONCE):
        arrays = [_array(column) for column in told.slice(start, _WRITTEN_AT_ONCE).columns]
        connection.execute(
            f"INSERT INTO {RESULTS} (office, {', '.join(told.column_names)}) SELECT (SELECT yusr_office()), told.*"
            " FROM unnest(%s::uuid[], %s::text[], %s::bigint[], %s::text[]) AS told",
            arrays,
        )


def _array(column: pa.ChunkedArray) -> str:
    """A column as PostgreSQL writes an array."""
    cells = column.cast(pa.string()).combine_chunks()
    whole = pa.ListArray.from_arrays(pa.array([0, len(cells)], pa.int32()), cells)
    return f"{{{pc.binary_join(whole, ',')[0].as_py()}}}"
