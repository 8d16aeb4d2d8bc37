"""A whole caseload assessed by Spark: the very statements that DuckDB runs, on one machine or on many."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING

from desktop.programmes.caseload.filling import Filling
from desktop.programmes.caseload.running import CaseloadRun
from desktop.programmes.caseload.spark_database import SMALL, SparkDatabase
from desktop.programmes.caseload.spark_session import spark_session
from desktop.programmes.language.possibilities import Value
from desktop.programmes.packs.compiled import Pack

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import SparkSession


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
        tables: by entity, of the schema of `facts.arrow_layout.arrow_schemas`: Arrow tables.
        on: the day of decision.
        parameters: values to take in the place of the pack's, for simulation.
        session: a session to use, left running; one of our own, ended with its Java, where none is given.

    Raises:
        OfficeError: `programmes.other_country` where a file is of another country than the programme;
            `programmes.no_pyspark` or `programmes.no_java` where Spark cannot run.
    """
    rows = max(table.num_rows for table in tables.values())
    with spark_session(brief=rows <= SMALL) if session is None else nullcontext(session) as used:
        filling = Filling(SparkDatabase(used, rows), tables)
        caseload = CaseloadRun(pack, filling, on, dict(parameters or {}), SparkDatabase.engine)
        try:
            caseload.refuse_strangers()
            return caseload.answered()
        finally:
            filling.leave()
