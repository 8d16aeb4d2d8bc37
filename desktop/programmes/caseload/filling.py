"""The tables of a program, filled in a database from the tables of household files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from desktop.facts.arrow_layout import ORDINAL
from desktop.programmes.caseload.alike import Alike, AlikeInTables
from desktop.programmes.caseload.arrow_sources import ArrowSources
from desktop.programmes.caseload.compiling import Program
from desktop.programmes.caseload.database import Database
from desktop.programmes.language.family import HOUSEHOLD

if TYPE_CHECKING:
    import pyarrow as pa


class Filling:
    """Household files in a database, and the tables made from them.

    Args:
        connection: a database that nobody else uses, or what opens one when it is first needed.
        tables: by entity, of the schema of `facts.arrow_layout.arrow_schemas`.
        sources: what makes the sources of rows from the tables, for some ordinals or for all files.
    """

    def __init__(
        self,
        connection: Database | Callable[[], Database],
        tables: Mapping[str, Any],
        sources: type[ArrowSources] = ArrowSources,
    ) -> None:
        self._connection = connection
        self._made: list[str] = []
        self._scanned: list[str] = []
        self._tables, self._made_by = tables, sources
        self._sources = sources(tables)
        self._alike: Alike | None = None

    @property
    def connection(self) -> Database:
        """The database."""
        if callable(self._connection):
            self._connection = self._connection()
        return self._connection

    @property
    def tables(self) -> Mapping[str, Any]:
        """The tables of all files."""
        return self._tables

    @property
    def households(self) -> pa.Table:
        """The table of households of all files."""
        return self._tables[HOUSEHOLD]

    @property
    def sources(self) -> ArrowSources:
        """The sources of the rows of the files taken."""
        return self._sources

    def take(self, files: pa.Array | None = None) -> None:
        """Takes the files of those ordinals, or all."""
        self._sources, self._alike = self._made_by(self._tables, files), None

    @property
    def alike(self) -> Alike:
        """What the files taken have alike."""
        if self._alike is None:
            self._alike = AlikeInTables(self._sources)
        return self._alike

    def fill(self, program: Program) -> None:
        """Fills the frames of a program for the files taken."""
        for name, readings in program.sources.items():
            self._scan(name, self._sources.source(name, readings))
        for statement in program.script:
            self.connection.execute(statement)
            self._made.append(statement.split()[3])

    def empty(self) -> None:
        """Drops what a program filled."""
        for table in self._made:
            self.connection.execute(f"DROP TABLE {table}")
        for source in self._scanned:
            self.connection.unregister(source)
        self._made.clear()
        self._scanned.clear()

    def leave(self) -> None:
        """Leaves the database."""
        if not callable(self._connection):
            self._connection.close()

    def rows_of(self, entity: str, ordinals: list[int]) -> list[dict[str, Any]]:
        """The rows of an entity's table for some files."""
        import pyarrow as pa
        import pyarrow.compute as pc

        table = self._tables[entity]
        wanted = pc.is_in(table[ORDINAL], value_set=pa.array(ordinals, pa.int64()))
        rows: list[dict[str, Any]] = table.filter(wanted).to_pylist()
        return rows

    def _scan(self, name: str, table: pa.Table) -> None:
        self.connection.register(f"source_{name}", table)
        self._scanned.append(f"source_{name}")


def left_over(program: Program) -> str:
    """The query of the files that a filled program leaves to the interpreter."""
    left = [
        f"SELECT f FROM {frame.table} WHERE {' OR '.join(frame.left)}"
        for frame in program.frames.values()
        if frame.left
    ]
    return " UNION ".join(left) or "SELECT f FROM source_household WHERE FALSE"
