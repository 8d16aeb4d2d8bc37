"""What a run of a caseload asks of a database: DuckDB's own connection has it, Spark's is made so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pyarrow as pa


class Found(Protocol):
    """The rows of a query."""

    def fetchall(self) -> list[Any]:
        """All of them, each a tuple."""

    def to_arrow_table(self) -> pa.Table:
        """All of them, as columns."""


class Database(Protocol):
    """Where the statements of a program are run, in the spelling of its engine."""

    def register(self, name: str, table: Any, /) -> object:
        """Lets queries read an Arrow table under a name."""

    def unregister(self, name: str, /) -> object:
        """Takes the name back."""

    def execute(self, statement: str, /) -> Found:
        """Runs a statement."""

    def sql(self, query: str, /) -> Found:
        """Asks for rows."""

    def close(self) -> None:
        """Forgets what was registered and made."""
