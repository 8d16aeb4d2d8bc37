"""A whole caseload assessed by Spark: the very statements that DuckDB runs, on one machine or on many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from desktop.facts.arrow_layout import ORDINAL
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.caseload.filling import Filling
from desktop.programmes.caseload.interpreted import interpreted_rows
from desktop.programmes.caseload.running import CaseloadRun
from desktop.programmes.caseload.spark_database import SMALL, SparkDatabase
from desktop.programmes.caseload.spark_session import spark_session
from desktop.programmes.language.possibilities import Value
from desktop.programmes.packs.compiled import Pack

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import SparkSession

FEW = 200
"""Files up to which the interpreter answers here: to start it on the workers takes longer."""
BATCH = 200
"""Files that a worker takes at a time."""


def assess_caseload_on_spark(
    pack: Pack,
    tables: Mapping[str, pa.Table],
    *,
    on: date,
    parameters: Mapping[str, Value] | None = None,
    session: SparkSession | None = None,
) -> pa.Table:
    """Answers every household of some tables as `running.assess_caseload` does, in the same columns and order.

    Args:
        pack: the version of the programme.
        tables: by entity, of the schema of `facts.arrow_layout.arrow_schemas`.
        on: the day of decision.
        parameters: values to take in the place of the pack's, for simulation.
        session: a session to use, left running; one of our own, ended with its Java, where none is given.

    Raises:
        OfficeError: `programmes.other_country` where a file is of another country than the programme;
            `programmes.no_pyspark`, `programmes.no_java` or `programmes.no_spark_session` where Spark cannot run.
    """
    rows = max(table.num_rows for table in tables.values())
    with spark_session(brief=rows <= SMALL) if session is None else nullcontext(session) as used:
        database = SparkDatabase(used, rows)
        filling = Filling(database, tables)
        caseload = _RunOnSpark(pack, filling, on, dict(parameters or {}), database)
        try:
            caseload.refuse_strangers()
            return caseload.answered()
        finally:
            filling.leave()


class _RunOnSpark(CaseloadRun):
    """A run that sends the interpreter to the workers where many files are left to it."""

    def __init__(
        self, pack: Pack, filling: Filling, on: date, parameters: dict[str, Value], database: SparkDatabase
    ) -> None:
        super().__init__(pack, filling, on, parameters, database.engine)
        self.database = database

    def interpreted(self, ordinals: list[int] | None) -> pa.Table:
        """The interpreter's rows for some files, or for all."""
        import pyarrow as pa

        asked = self.filling.households.num_rows if ordinals is None else len(ordinals)
        if asked <= FEW:
            return super().interpreted(ordinals)
        files = [(ordinal, msgspec.json.encode(file)) for ordinal, file in self.files(ordinals)]
        dealt = self.database.session.sparkContext.parallelize(files, -(-asked // BATCH))
        answer = partial(_answered, self.pack, self.on, self.parameters)
        return pa.Table.from_pylist(dealt.mapPartitions(answer).collect(), schema=self.schema())


def _answered(
    pack: Pack, on: date, parameters: dict[str, Value], files: Iterable[tuple[int, bytes]]
) -> Iterator[dict[str, object]]:
    """On a worker: the interpreter's rows for its files."""
    for ordinal, text in files:
        file = msgspec.json.decode(text, type=HouseholdFile)
        for row in interpreted_rows(pack, file, on=on, parameters=parameters):
            yield {ORDINAL: ordinal, **row}
