"""What reckons a caseload: the interpreter, household by household, or the compiled rules on an engine of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from desktop.programmes.packs.compiled import Pack
from desktop.values.errors import OfficeError

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

BY_HOUSEHOLD, BY_DUCKDB, BY_SPARK = "households", "duckdb", "spark"
ENGINES = (BY_HOUSEHOLD, BY_DUCKDB, BY_SPARK)


class Reckon(Protocol):
    """Answers every household of some tables, a row each, as of `programmes.caseload.running.assess_caseload`."""

    def __call__(self, pack: Pack, tables: Tables, *, on: date) -> pa.Table:
        """The rows in the order of the files."""


@contextmanager
def reckoning(engine: str) -> Iterator[Reckon]:
    """An engine of tables, at work until the block ends.

    Raises:
        OfficeError: `casework.engine_not_installed`; what Spark says where it cannot run.
        ValueError: there is no such engine.
    """
    if engine not in _ENGINES:
        raise ValueError(f"engines of tables are {', '.join(_ENGINES)}, not {engine}")
    extra, modules, opened = _ENGINES[engine]
    for module in modules:
        if find_spec(module) is None:
            raise OfficeError("casework.engine_not_installed", name=engine, module=module, extra=extra)
    with opened() as reckon:
        yield reckon


@contextmanager
def _duckdb() -> Iterator[Reckon]:
    from desktop.programmes.caseload.running import assess_caseload

    yield assess_caseload


@contextmanager
def _spark() -> Iterator[Reckon]:
    from desktop.programmes.caseload.spark_running import assess_caseload_on_spark
    from desktop.programmes.caseload.spark_session import spark_session

    # One session for all stretches: Java takes seconds to start.
    with spark_session() as session:
        yield partial(assess_caseload_on_spark, session=session)


_ENGINES: dict[str, tuple[str, tuple[str, ...], Callable[[], AbstractContextManager[Reckon]]]] = {
    BY_DUCKDB: ("caseload", ("duckdb", "pyarrow"), _duckdb),
    BY_SPARK: ("cluster", ("pyspark", "pyarrow"), _spark),
}
"""By name: the extra that brings it, its modules, and how it is begun."""
