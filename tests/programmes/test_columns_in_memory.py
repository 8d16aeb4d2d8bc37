"""What needs no database is answered in memory: the same rows, to the last unit, as the database's."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thoroughness import examples

from desktop.facts.arrow_layout import tables_of
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.caseload.alike import AlikeInTables
from desktop.programmes.caseload.arrow_sources import ArrowSources
from desktop.programmes.caseload.engine import DuckDb
from desktop.programmes.caseload.filling import Filling
from desktop.programmes.caseload.remembering import remembered
from desktop.programmes.caseload.running import CaseloadRun, database_of_our_own
from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.answering import files_not_told
from desktop.programmes.caseload.vectors.grouping import Windows
from desktop.programmes.caseload.vectors.reading_sql import Expressions
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, Vector
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from tests.programmes.holed_households import holed_households

ON = date(2026, 11, 1)
CATALOGUE = Catalogue()
PACKS = ["eg.takaful@2025", "eg.karama@2025-04", "eg.child_pension@2025-04"]
"""Laws that ask for few lists, so that drawn files tell them; tests/bench has files that tell the developed law all."""


def named(pack: str) -> Pack:
    programme, _, version = pack.partition("@")
    return CATALOGUE.pack(programme, version)


def told(pack: Pack, files: list[HouseholdFile]) -> list[HouseholdFile]:
    """The files in which no list that the pack asks for may hold more than it says."""
    sources = ArrowSources(tables_of(files))
    asked = remembered(pack, on=ON, parameters={}, bounds=False, alike=AlikeInTables(sources), engine=DuckDb())
    untold = set(files_not_told(asked.program, sources).tolist())
    return [file for ordinal, file in enumerate(files) if ordinal not in untold]


def answered(pack: Pack, files: list[HouseholdFile], on: date, *, in_memory: bool) -> pa.Table:
    filling = Filling(database_of_our_own(1), tables_of(files))
    try:
        return CaseloadRun(pack, filling, on, {}, DuckDb()).answered(in_memory=in_memory)
    finally:
        filling.leave()


@pytest.mark.parametrize("pack", PACKS)
def test_the_rows_are_the_databases(pack: str) -> None:
    rules = named(pack)
    book = read_cases(CATALOGUE.root / rules.text.id / rules.text.version)
    files = [household_of(book, case) for case in book.cases]
    files = told(rules, files + holed_households(200, seed=41, country=rules.text.country, on=ON))
    assert len(files) > 5
    ours, others = (answered(rules, files, ON, in_memory=each).drop_columns("way") for each in (True, False))
    assert ours.equals(others)


TEXTS = [
    "a < b AND NOT c = 1",
    "a = 1 OR b IS NULL OR c >= 2",
    "CASE WHEN a > b THEN a * 3 WHEN b IS NOT NULL THEN b - c END",
    "COALESCE(a, b, 7)",
    "LEAST(a, b)",
    "GREATEST(a, b, 1)",
    "CASE WHEN a BETWEEN 0 AND 2 THEN TRUE WHEN b = 1 THEN FALSE END",
    "(a, b) < (c, 1)",
    "MAX(a) OVER (PARTITION BY c ORDER BY b, n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)",
    "SUM(a) OVER (PARTITION BY c ORDER BY b DESC, n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)",
    "ROW_NUMBER() OVER (PARTITION BY c ORDER BY a, n)",
    "BOOL_OR(a > 0) OVER (PARTITION BY c)",
]


@settings(max_examples=examples(40), deadline=None)
@given(rows=st.lists(st.tuples(*[st.one_of(st.none(), st.integers(-3, 3))] * 2, st.integers(0, 2)), max_size=7))
def test_operators_and_windows_mean_what_duckdb_means_by_them(rows: list[tuple[int | None, int | None, int]]) -> None:
    table = pa.table(
        {name: pa.array([row[at] for row in rows], pa.int64()) for at, name in enumerate("abc")}
        | {"n": pa.array(range(len(rows)), pa.int64())}
    )
    connection = duckdb.connect(":memory:")
    connection.register("given", table)
    columns = {name: v.of_arrow(table[name]) for name in table.column_names}
    for text in TEXTS:
        expected = [value for (value,) in connection.execute(f"SELECT {text} FROM given ORDER BY n").fetchall()]
        found = Windows(columns.__getitem__, len(rows)).of(text).spread(len(rows))
        assert _values(found) == expected, text


def _values(found: Vector) -> list[object]:
    known = np.ones(len(found.values), np.bool_) if found.known is None else found.known
    return [value if there else None for value, there in zip(found.values.tolist(), known.tolist(), strict=True)]


def test_a_product_beyond_64_bits_is_left_to_a_database() -> None:
    large = Vector(np.array([2**40]))
    with pytest.raises(BeyondVectorsError):
        Expressions(lambda _name: large).of("CAST(a AS HUGEINT) * 4194304")
    assert Expressions(lambda _name: large).of("CAST(a AS HUGEINT) * 4").values.tolist() == [2**42]
