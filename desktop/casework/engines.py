"""What reckons a caseload: the interpreter, household by household, or the compiled rules on an engine of tables."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol, cast

from desktop.programmes.packs.compiled import Pack
from desktop.values.errors import OfficeError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

BY_HOUSEHOLD, BY_DUCKDB, BY_SPARK = "households", "duckdb", "spark"
ENGINES = (BY_HOUSEHOLD, BY_DUCKDB, BY_SPARK)

_NEEDED = {
    BY_DUCKDB: ("caseload", ("duckdb", "pyarrow")),
    BY_SPARK: ("cluster", ("pyspark", "pyarrow")),
}
"""The extra that brings an engine, and its modules."""
_WHERE = {
    BY_DUCKDB: ("desktop.programmes.caseload.running", "assess_caseload"),
    BY_SPARK: ("desktop.programmes.caseload.spark_running", "assess_caseload_on_spark"),
}


class Reckon(Protocol):
    """Answers every household of some tables, a row each, as of `programmes.caseload.running.assess_caseload`."""

    def __call__(self, pack: Pack, tables: Mapping[str, Any], *, on: date) -> pa.Table:
        """The rows in the order of the files."""


def engine_named(name: str) -> Reckon | None:
    """What reckons by tables under a name; None for the interpreter.

    Raises:
        OfficeError: `casework.engine_not_installed`, naming the extra that brings it.
        ValueError: there is no such engine.
    """
    if name == BY_HOUSEHOLD:
        return None
    if name not in _NEEDED:
        raise ValueError(f"engines are {', '.join(ENGINES)}, not {name}")
    extra, modules = _NEEDED[name]
    for module in modules:
        if find_spec(module) is None:
            raise OfficeError("casework.engine_not_installed", name=name, module=module, extra=extra)
    place, function = _WHERE[name]
    # By name: an engine that is not asked for is not imported.
    return cast(Reckon, getattr(import_module(place), function))
