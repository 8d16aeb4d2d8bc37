"""A whole caseload assessed: the plain program for all, the bounds program for those it leaves open, the interpreter
for the few that neither reckons exactly.

DuckDB and pyarrow are imported where they are used: they belong to the extra `caseload`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.facts.arrow_layout import ORDINAL, PLACE
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.caseload.engine import DuckDb
from desktop.programmes.caseload.filling import Filling, left_over
from desktop.programmes.caseload.household_rows import quoted_name
from desktop.programmes.caseload.interpreted import interpreted_rows
from desktop.programmes.caseload.questions import Questions, questions
from desktop.programmes.caseload.remembering import remembered
from desktop.programmes.caseload.reopening import reopened
from desktop.programmes.caseload.terms import NotCompiledError, quoted
from desktop.programmes.language.family import MEMBER
from desktop.programmes.language.possibilities import Value
from desktop.programmes.packs.compiled import Pack
from desktop.values.errors import OfficeError

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from desktop.programmes.caseload.database import Database
    from desktop.programmes.caseload.vectors.answering import InMemory

PLAIN, BY_BOUNDS = "plain", "bounds"
"""Which way a household was answered, where it was not by the interpreter."""


def assess_caseload(
    pack: Pack,
    tables: Mapping[str, Any],
    *,
    on: date,
    parameters: Mapping[str, Value] | None = None,
    connection: duckdb.DuckDBPyConnection | None = None,
    threads: int | None = None,
) -> pa.Table:
    """Answers every household of some tables, as `answers.answer` answers one.

    Args:
        pack: the version of the programme.
        tables: by entity, of the schema of `facts.arrow_layout.arrow_schemas`: Arrow tables, or anything that DuckDB
            scans. Their files contradict themselves nowhere (`facts.consistency` is the caller's to ask first).
        on: the day of decision.
        parameters: values to take in the place of the pack's, for simulation.
        connection: the database to reckon in; one in memory, locked, where none is given.
        threads: how many to use, in a database of our own.

    Returns:
        a row for each file, or for each member where the right is a person's own, in the order of the files:
        `file.ordinal`, `place`, `may_hold`, `may_fail`, `criterion.<id>` and `category.<id>` (0 met, 1 unmet,
        2 unknown, 3 not applicable), in minor units `benefit.<id>.low` and `.high`, `total.low` and `.high`,
        `household_total.low` and `.high` (no high end: null), and `way`: `plain`, `bounds` or `interpreter`.

    Raises:
        OfficeError: `programmes.other_country` where a file is of another country than the programme.
    """
    # A cursor, so that queries of the database's own go on; opened only for what is not settled in memory.
    filling = Filling(partial(_cursor, connection, threads), tables)
    caseload = CaseloadRun(pack, filling, on, dict(parameters or {}), DuckDb())
    try:
        caseload.refuse_strangers()
        return caseload.answered(in_memory=threads or os.cpu_count() or 1)
    finally:
        filling.leave()


def not_compiled(pack: Pack, *, on: date) -> str | None:
    """What of a pack is left to the interpreter for every household; None where all of it is SQL."""
    try:
        for bounds in (False, True):
            questions(pack, on=on, parameters={}, bounds=bounds)
    except NotCompiledError as left:
        return str(left)
    return None


def database_of_our_own(threads: int | None) -> duckdb.DuckDBPyConnection:
    """A database in memory that reads no file."""
    import duckdb

    connection = duckdb.connect(":memory:")
    if threads is not None:
        connection.execute(f"SET threads = {int(threads)}")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _cursor(connection: duckdb.DuckDBPyConnection | None, threads: int | None) -> Database:
    return (connection or database_of_our_own(threads)).cursor()


class CaseloadRun:
    """One run: its tables, its statements, its rows.

    Args:
        pack: the version of the programme.
        filling: the files, in a database that takes the statements of `engine`.
        on: the day of decision.
        parameters: values to take in the place of the pack's.
        engine: how the database spells them.
    """

    def __init__(self, pack: Pack, filling: Filling, on: date, parameters: dict[str, Value], engine: DuckDb) -> None:
        self.pack, self.filling, self.on, self.parameters = pack, filling, on, parameters
        self.engine = engine

    @property
    def connection(self) -> Database:
        """The database that what is not settled in memory is reckoned in."""
        return self.filling.connection

    def refuse_strangers(self) -> None:
        """Raises where a file is of another country than the programme."""
        import pyarrow.compute as pc

        text = self.pack.text
        for country in pc.unique(self.filling.households["country"].cast("string")).to_pylist():
            if country not in (None, text.country):
                raise OfficeError("programmes.other_country", programme=text.id, country=text.country, file=country)

    def answered(self, *, in_memory: int = 0) -> pa.Table:
        """The rows of all households; on so many threads in memory, where any are given, as far as that goes."""
        import pyarrow as pa

        try:
            plain = self._asked(bounds=False)
        except NotCompiledError:
            return self.interpreted(None)
        parts = []
        if in_memory:
            settled = self._in_memory().settled(self.filling.tables, in_memory)
            parts += settled.rows
            if settled.left:
                parts.append(self.interpreted(settled.left))
            if not settled.beyond:
                return self._in_order(parts)
            self.filling.take(pa.array(settled.beyond, pa.int64()))
            plain = self._asked(bounds=False)
        parts.append(self._program(plain, PLAIN))
        if self._count("open_files"):
            self.filling.take(self.connection.sql("SELECT f FROM open_files").to_arrow_table()["f"].combine_chunks())
            parts.append(self._program(self._asked(bounds=True), BY_BOUNDS))
        if self._count("left_files"):
            left = self.connection.execute("SELECT DISTINCT f FROM left_files ORDER BY f").fetchall()
            parts.append(self.interpreted([ordinal for (ordinal,) in left]))
        return self._in_order(parts)

    def _in_order(self, parts: list[pa.Table]) -> pa.Table:
        """The rows by file, and by place where members are answered: no database promises an order unasked."""
        import numpy as np
        import pyarrow as pa

        if not parts:
            return self.schema().empty_table()
        rows = pa.concat_tables(parts)
        keys = [ORDINAL, PLACE] if self.pack.subject == MEMBER else [ORDINAL]
        files, *places = (rows[key].to_numpy() for key in keys)
        risen = np.diff(files)
        in_order = risen >= 0 if not places else (risen > 0) | ((risen == 0) & (np.diff(places[0]) > 0))
        return rows if in_order.all() else rows.sort_by([(key, "ascending") for key in keys])

    def _in_memory(self) -> InMemory:
        from desktop.programmes.caseload.vectors.answering import InMemory

        ways = PLAIN, BY_BOUNDS
        return InMemory(lambda bounds: self._asked(bounds=bounds), self._told, self.schema(), ways)

    def _told(self, asked: Questions) -> dict[str, str]:
        """The expression of each column of the rows after the ordinal of the file."""
        place = {PLACE: asked.columns[PLACE]} if self.pack.subject == MEMBER else {}
        return place | dict(self._columns(asked))

    def _asked(self, *, bounds: bool) -> Questions:
        """The program for the files taken."""
        alike = self.filling.alike
        return remembered(
            self.pack, on=self.on, parameters=self.parameters, bounds=bounds, alike=alike, engine=self.engine
        )

    def _count(self, table: str) -> int:
        ((found,),) = self.connection.execute(f"SELECT COUNT(*) FROM {table}").fetchall()
        return int(found)

    def _program(self, asked: Questions, way: str) -> pa.Table:
        """Runs a program for the files taken and gives the rows that it settles; others are noted as open or left."""
        run = self.connection.execute
        self.filling.fill(asked.program)
        final, left = asked.subject.table, left_over(asked.program)
        listed = "m >= 0" if asked.subject.name == MEMBER else "TRUE"
        settled = " AND ".join(dict.fromkeys(asked.settled)) or "TRUE"
        done = f"{listed} AND f NOT IN (SELECT f FROM left_files)"
        if way == PLAIN:
            run(f"CREATE TEMP TABLE left_files AS {left}")
            open_rows = f"SELECT DISTINCT f FROM {final} WHERE {listed} AND NOT ({settled})"
            run(f"CREATE TEMP TABLE open_files AS {open_rows} EXCEPT SELECT f FROM left_files")
            done += " AND f NOT IN (SELECT f FROM open_files)"
        else:
            run(f"INSERT INTO left_files {left}")
        place = [f"{asked.columns[PLACE]} AS {quoted_name(PLACE)}"] if asked.subject.name == MEMBER else []
        columns = [f"{self._typed(name, sql)} AS {quoted_name(name)}" for name, sql in self._columns(asked)]
        selected = ", ".join([f"f AS {quoted_name(ORDINAL)}", *place, *columns, f"{quoted(way)} AS way"])
        found = self.connection.sql(f"SELECT {selected} FROM {final} WHERE {done}").to_arrow_table()
        self.filling.empty()
        return found.cast(self.schema())

    def _columns(self, asked: Questions) -> list[tuple[str, str]]:
        return [(name, asked.columns[name]) for name in self._names()]

    def _names(self) -> list[str]:
        text = self.pack.text
        names = ["may_hold", "may_fail", *(f"criterion.{each.id}" for each in text.criteria)]
        names += [f"category.{each.id}" for each in text.categories]
        amounts = [*(f"benefit.{each.id}" for each in text.benefits), "total"]
        amounts += ["household_total"] if text.household_total is not None else []
        return [*names, *(f"{each}.{end}" for each in amounts for end in ("low", "high"))]

    def _typed(self, name: str, sql: str) -> str:
        if name in ("may_hold", "may_fail"):
            return sql
        return f"CAST({sql} AS {'TINYINT' if name.startswith(('criterion.', 'category.')) else 'BIGINT'})"

    def schema(self) -> pa.Schema:
        """The columns of the rows."""
        import pyarrow as pa

        fields = [pa.field(ORDINAL, pa.int64())]
        fields += [pa.field(PLACE, pa.int32())] if self.pack.subject == MEMBER else []
        for name in self._names():
            told = pa.int8() if name.startswith(("criterion.", "category.")) else pa.int64()
            fields.append(pa.field(name, pa.bool_() if name.startswith("may_") else told))
        return pa.schema([*fields, pa.field("way", pa.string())])

    def interpreted(self, ordinals: list[int] | None) -> pa.Table:
        """The interpreter's rows for some files, or for all."""
        import pyarrow as pa

        rows = [
            {ORDINAL: ordinal, **row}
            for ordinal, file in self.files(ordinals)
            for row in interpreted_rows(self.pack, file, on=self.on, parameters=self.parameters)
        ]
        return pa.Table.from_pylist(rows, schema=self.schema())

    def files(self, ordinals: list[int] | None) -> Iterator[tuple[int, HouseholdFile]]:
        """Some files by their ordinals, or all, in order."""
        if ordinals is None:
            ordinals = sorted(self.filling.households[ORDINAL].to_pylist())
        for start in range(0, len(ordinals), 500):
            yield from sorted(reopened(ordinals[start : start + 500], self.filling.rows_of).items())
