"""The tables of a program, filled in a database from the tables of household files."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.facts.arrow_layout import ORDINAL
from desktop.facts.vocabulary import vocabulary
from desktop.programmes.caseload.births import births
from desktop.programmes.caseload.compiling import Program
from desktop.programmes.caseload.household_rows import quoted_name
from desktop.programmes.caseload.statements import statements
from desktop.programmes.language.family import MEMBER

if TYPE_CHECKING:
    import duckdb


class Filling:
    """Household files in a database, and the tables made from them.

    Args:
        connection: a database; a cursor of it is used, so that its own queries go on.
        tables: by entity, of the schema of `facts.arrow_layout.arrow_schemas`.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, tables: Mapping[str, Any]) -> None:
        self.connection = connection.cursor()
        self._made: list[str] = []
        for name in vocabulary():
            self.connection.register(f"given_{name}", tables[name])

    def fill(self, program: Program, files: str | None = None) -> None:
        """Fills the frames of a program for the files whose ordinals the query `files` gives as `f`, or for all."""
        chosen = ""
        if files is not None:
            self.connection.execute(f"CREATE OR REPLACE TEMP TABLE files AS {files}")
            chosen = f"WHERE r.{quoted_name(ORDINAL)} IN (SELECT f FROM files)"
        self._sources(program, chosen)
        rows = {name: program.rows.query(frame) for name, frame in program.frames.items()}
        for statement in itertools.chain(program.rows.before(), statements(program.frames, rows)):
            self.connection.execute(program.engine.written(statement))
            self._made.append(statement.split()[3])

    def empty(self) -> None:
        """Drops what a program filled."""
        for table in self._made:
            self.connection.execute(f"DROP TABLE {table}")
        self._made.clear()

    def leave(self) -> None:
        """Takes the files out of the database again."""
        for name in vocabulary():
            self.connection.unregister(f"given_{name}")
        self.connection.close()

    def rows_of(self, entity: str, ordinals: list[int]) -> list[dict[str, Any]]:
        """The rows of an entity's table for some files."""
        wanted = ", ".join(str(int(ordinal)) for ordinal in ordinals)
        query = f"SELECT * FROM given_{entity} WHERE {quoted_name(ORDINAL)} IN ({wanted})"
        rows: list[dict[str, Any]] = self.connection.sql(query).to_arrow_table().to_pylist()
        return rows

    def _sources(self, program: Program, chosen: str) -> None:
        for name in program.entities:
            columns, join = "r.*", ""
            if name == MEMBER:
                days, join = births(self.connection, program.engine)
                columns = f"r.*, {days}"
            self.connection.execute(
                f"CREATE OR REPLACE TEMP VIEW source_{name} AS SELECT {columns} FROM given_{name} r {join} {chosen}"
            )


def left_over(program: Program) -> str:
    """The query of the files that a filled program leaves to the interpreter."""
    left = [
        f"SELECT f FROM {frame.table} WHERE {' OR '.join(frame.left)}"
        for frame in program.frames.values()
        if frame.left
    ]
    return " UNION ".join(left) or f"SELECT {quoted_name(ORDINAL)} AS f FROM given_household WHERE FALSE"
