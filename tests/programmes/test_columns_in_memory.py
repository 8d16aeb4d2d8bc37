"""What needs no database is answered in memory: the same rows, to the last unit, as the database's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

import duckdb
import msgspec
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.facts.arrow_layout import tables_of
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.caseload.database import Database
from desktop.programmes.caseload.engine import DuckDb
from desktop.programmes.caseload.filling import Filling
from desktop.programmes.caseload.running import CaseloadRun, assess_caseload, database_of_our_own
from desktop.programmes.caseload.vectors import answering
from desktop.programmes.caseload.vectors.grouping import Grouped, Groups
from desktop.programmes.caseload.vectors.persons import Persons
from desktop.programmes.caseload.vectors.reading_arrow import values_in
from desktop.programmes.caseload.vectors.reading_sql import step
from desktop.programmes.caseload.vectors.scopes import Columns
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, Vector
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from tests.programmes.holed_households import holed_households
from tests.thoroughness import examples

ON = date(2026, 11, 1)
CATALOGUE = Catalogue()
PACKS = ["sa.developed@2023-11", "sa.old@1436", "eg.takaful@2025", "eg.child_pension@2025-04"]


def named(pack: str) -> Pack:
    programme, _, version = pack.partition("@")
    return CATALOGUE.pack(programme, version)


def answered(pack: Pack, files: list[HouseholdFile], on: date, *, in_memory: bool) -> tuple[pa.Table, bool]:
    """The rows, and whether a database was opened for any of them."""
    opened: list[Database] = []

    def connection() -> Database:
        opened.append(database_of_our_own(1))
        return opened[0]

    filling = Filling(connection, tables_of(files))
    try:
        rows = CaseloadRun(pack, filling, on, {}, DuckDb()).answered(in_memory=int(in_memory))
    finally:
        filling.leave()
    return rows, bool(opened)


@pytest.mark.parametrize("pack", PACKS)
def test_the_rows_are_the_databases(pack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = named(pack)
    book = read_cases(CATALOGUE.root / rules.text.id / rules.text.version)
    files = [household_of(book, case) for case in book.cases]
    files += holed_households(45, seed=41, country=rules.text.country, on=ON)
    # Few files of a caseload stand together, so that there are several stretches of them.
    monkeypatch.setattr(answering, "STRETCH", 37)
    ours, needed = answered(rules, files, ON, in_memory=True)
    others, _ = answered(rules, files, ON, in_memory=False)
    assert ours.drop_columns("way").equals(others.drop_columns("way"))
    assert not needed


def test_rows_in_any_order_and_in_several_chunks_are_answered_alike() -> None:
    rules = named(PACKS[0])
    tables = tables_of(holed_households(24, seed=5, country="SA", on=ON))
    apart = {}
    for name, table in tables.items():
        order = np.random.default_rng(3).permutation(table.num_rows)
        halves = np.array_split(order, 2)
        apart[name] = pa.concat_tables([table.take(pa.array(half)) for half in halves])
    assert assess_caseload(rules, apart, on=ON).equals(assess_caseload(rules, tables, on=ON))


def test_an_amount_beyond_64_bits_concerns_no_other_file() -> None:
    rules, files = named(PACKS[0]), holed_households(12, seed=5, country="SA", on=ON)
    before, _ = answered(rules, files, ON, in_memory=True)
    whole = msgspec.to_builtins(files[7])
    whole["members"][0]["incomes"] = [
        {"kind": "rent", "amount": "999999999999999.99", "period": "month", "since": "2020-01-01"}
    ]
    files[7] = msgspec.convert(whole, HouseholdFile)
    rows, needed = answered(rules, files, ON, in_memory=True)
    assert not needed
    assert rows["way"][7].as_py() == "interpreter"
    others = pa.array([at for at in range(12) if at != 7])
    assert rows.take(others).equals(before.take(others))


def test_no_files_have_no_rows() -> None:
    assert assess_caseload(named(PACKS[0]), tables_of([]), on=ON).num_rows == 0


REFS = st.text(alphabet="mo12ع", max_size=3)


@settings(max_examples=examples(60), deadline=None)
@given(
    members=st.lists(REFS, unique=True, max_size=4),
    outside=st.lists(REFS, unique=True, max_size=4),
    asked=st.lists(st.one_of(st.none(), REFS), max_size=9),
    sparse=st.booleans(),
)
def test_a_reference_leads_to_whom_it_names_in_its_own_file(
    members: list[str], outside: list[str], asked: list[str | None], sparse: bool
) -> None:
    outside = [ref for ref in outside if ref not in members]
    # The same persons in two files, far apart where the index is to be a sorted one.
    second = 1_000 if sparse else 1
    homes = np.repeat([0, second, 0, second], [len(members), len(members), len(outside), len(outside)])
    persons = Persons(homes, pa.array(members * 2, pa.string()), pa.array(outside * 2, pa.string()))
    found = persons.named(np.full(len(asked), second), pa.array([*asked, "m1"], pa.string())[:-1])
    for refs, whom in zip((members, outside), found, strict=True):
        places = {ref: len(refs) + at for at, ref in enumerate(refs)}
        assert cells(whom, len(asked)) == [None if ref is None else places.get(ref) for ref in asked]


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


TOGETHER = [
    "BOOL_OR(a > 0)",
    "NOT BOOL_AND(a = 1)",
    "CASE WHEN BOOL_OR(a > 0) THEN TRUE WHEN COUNT(*) > COUNT(a) THEN NULL ELSE FALSE END",
    "CASE WHEN BOOL_OR(b IS NULL) THEN NULL ELSE CAST(SUM(b * 50) AS BIGINT) END",
    "CAST(SUM(CASE WHEN b = 1 THEN 1 ELSE 0 END) AS BIGINT)",
    "COALESCE(MIN(CASE WHEN a > 0 THEN b END), MIN(b))",
    "MAX(a)",
]
FEW = st.one_of(st.none(), st.integers(-3, 3))
ROWS = st.lists(st.tuples(FEW, FEW, st.integers(0, 2)), max_size=7)


@settings(max_examples=examples(40), deadline=None)
@given(rows=ROWS)
def test_operators_and_windows_mean_what_duckdb_means_by_them(rows: list[tuple[int | None, int | None, int]]) -> None:
    connection, columns = given_rows(rows)
    for text in TEXTS:
        expected = [value for (value,) in connection.execute(f"SELECT {text} FROM given ORDER BY n").fetchall()]
        assert cells(step(text)(columns), len(rows)) == expected, text
    below = Groups(columns.column("c").cells(len(rows)), 3)
    for text in TOGETHER:
        found = cells(step(text)(Grouped(below, columns)), 3)
        for c, value in connection.execute(f"SELECT c, {text} FROM given GROUP BY c").fetchall():
            assert found[c] == value, text


EDGES = [edge + by for bits in (7, 8, 15, 16, 31, 32, 40, 61) for edge in (-(2**bits), 2**bits) for by in (-1, 0, 1)]
LARGE = [
    "CAST(a AS HUGEINT) + b - c",
    "CAST(a AS HUGEINT) * b",
    "CAST(a AS HUGEINT) * 72000 + 36000",
    "-a",
    "ABS(b)",
    "LEAST(CAST(a AS HUGEINT) * 50, b)",
    "CASE WHEN a < b THEN a ELSE 7 END",
    "CASE WHEN a < b THEN 100000 WHEN a = b THEN 1 END",
    "a <= 40000",
    "CASE WHEN a > 0 THEN (CAST(a AS HUGEINT) * 2 + 36000) // 72000 ELSE 0 END",
    "(CASE WHEN a < b THEN 7 ELSE 1 END) <= 40000",
    "(CASE WHEN a < b THEN 7 WHEN b < a THEN -120 END) * 72000 + 5",
    "CASE WHEN c > 0 THEN a WHEN c < 0 THEN -b ELSE 0 END",
    "COALESCE(a, b, 300)",
]


@settings(max_examples=examples(40), deadline=None)
@given(rows=st.lists(st.tuples(*[st.one_of(st.sampled_from(EDGES), FEW)] * 3), min_size=1, max_size=4))
def test_whole_numbers_of_any_size_are_exact_or_left_to_a_database(rows: list[tuple[int | None, ...]]) -> None:
    connection, columns = given_rows(rows)
    for text in LARGE:
        expected = [value for (value,) in connection.execute(f"SELECT {text} FROM given ORDER BY n").fetchall()]
        try:
            found = cells(step(text)(columns), len(rows))
        except BeyondVectorsError:
            assert any(abs(cell or 0) >= 2**31 for row in rows for cell in row), text
        else:
            assert found == expected, text


@cache
def database() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config={"threads": 1})


def given_rows(rows: Sequence[tuple[int | None, ...]]) -> tuple[duckdb.DuckDBPyConnection, Columns]:
    """The columns a, b, c of some rows and their place n, for a database and in memory."""
    table = pa.table(
        {name: pa.array([row[at] for row in rows], pa.int64()) for at, name in enumerate("abc")}
        | {"n": pa.array(range(len(rows)), pa.int64())}
    )
    connection = database()
    connection.register("given", table)
    read = {name: values_in(table[name].combine_chunks()) for name in table.column_names}
    return connection, Columns(read, len(rows))


def cells(found: Vector, rows: int) -> list[object]:
    values, known = found.cells(rows).tolist(), found.there(rows).tolist()
    return [value if there else None for value, there in zip(values, known, strict=True)]


def test_a_sum_beyond_64_bits_is_left_to_a_database() -> None:
    large = Columns({"a": Vector(np.full(8, 2**61), most=2**61)}, 8)
    assert step("SUM(a)")(Grouped(Groups(np.arange(8) // 2, 4), large)).cells(4).tolist() == [2**62] * 4
    with pytest.raises(BeyondVectorsError):
        step("SUM(a)")(Grouped(Groups(np.arange(8) // 4, 2), large))
