"""Spark as the database of a caseload's run: the statements that DuckDB takes, each table a step that is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from desktop.programmes.caseload.engine import Spark

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

_MADE = re.compile(r"CREATE (?:OR REPLACE )?TEMP (TABLE|VIEW) (\w+) AS (.*)", re.DOTALL)
_DROPPED = re.compile(r"DROP TABLE (\w+)")
_ADDED = re.compile(r"INSERT INTO (\w+) (.*)", re.DOTALL)
SMALL = 20_000
"""Rows up to which a query is interpreted: to compile hundreds of columns takes longer than to reckon them."""
ROWS_OF_A_PART = 100_000


class Found:
    """The rows of a query."""

    def __init__(self, frame: DataFrame) -> None:
        self._frame = frame

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All of them."""
        return [tuple(row) for row in self._frame.collect()]

    def to_arrow_table(self) -> pa.Table:
        """All of them as columns."""
        return self._frame.toArrow()


class SparkDatabase:
    """What a run asks of a database, in a session of its own within a Spark application.

    Every source is dealt out by the ordinal of the file, and every join, grouping and window of the program goes by it
    first: after that no row need move to another worker.

    Args:
        session: a session of the application.
        rows: how many rows the largest table of files has.
    """

    engine = Spark()

    def __init__(self, session: SparkSession, rows: int) -> None:
        self.session = session.newSession()
        self._named: dict[str, None] = {}
        self.parts = 1 if rows <= SMALL else max(session.sparkContext.defaultParallelism, -(-rows // ROWS_OF_A_PART))
        settings = {
            "spark.sql.ansi.enabled": "true",
            "spark.sql.session.timeZone": "UTC",
            "spark.sql.shuffle.partitions": str(self.parts),
            "spark.sql.requireAllClusterKeysForCoPartition": "false",
            "spark.sql.adaptive.enabled": "false",
            "spark.sql.autoBroadcastJoinThreshold": "-1",
            "spark.sql.execution.arrow.pyspark.enabled": "true",
        }
        if rows <= SMALL:
            settings |= {"spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN"}
        for name, value in settings.items():
            self.session.conf.set(name, value)

    def register(self, name: str, table: pa.Table) -> None:
        """A source of rows under a name."""
        rows = self.session.createDataFrame(table)
        if self.parts == 1:
            # What is small is not dealt out: each job costs more than all its rows.
            self._view(name, rows.coalesce(1))
        else:
            self._keep(name, rows.repartition(self.parts, "f"))

    def unregister(self, name: str) -> None:
        """Takes a name back."""
        self.session.catalog.dropTempView(name)
        self._named.pop(name, None)

    def execute(self, statement: str) -> Found:
        """Runs a statement."""
        made = _MADE.fullmatch(statement)
        if made is not None:
            kind, name, query = made.groups()
            frame = self._asked(query)
            if kind == "TABLE":
                self._keep(name, frame)
            else:
                self._view(name, frame)
            return Found(frame)
        dropped = _DROPPED.fullmatch(statement)
        if dropped is not None:
            self.unregister(dropped[1])
            return Found(self.session.range(0))
        added = _ADDED.fullmatch(statement)
        if added is not None:
            name, query = added.groups()
            frame = self.session.table(name).union(self._asked(query))
            self._keep(name, frame)
            return Found(frame)
        return Found(self._asked(statement))

    def sql(self, query: str) -> Found:
        """The rows of a query."""
        return Found(self._asked(query))

    def close(self) -> None:
        """Forgets every table."""
        for name in list(self._named):
            self.unregister(name)

    def _asked(self, query: str) -> DataFrame:
        return self.session.sql(self.engine.written(query))

    def _keep(self, name: str, frame: DataFrame) -> None:
        # A view would carry the whole way to it into every query that reads it, and be reckoned anew for each.
        self._view(name, frame.localCheckpoint())

    def _view(self, name: str, frame: DataFrame) -> None:
        frame.createOrReplaceTempView(name)
        self._named[name] = None
