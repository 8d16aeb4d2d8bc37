"""Every version of every programme on Spark: the very rows of DuckDB, dealt out to several workers or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from desktop.facts.arrow_layout import tables_of
from desktop.programmes.caseload import spark_database, spark_running
from desktop.programmes.caseload.running import assess_caseload
from desktop.programmes.caseload.spark_running import assess_caseload_on_spark
from desktop.programmes.caseload.spark_session import spark_session
from desktop.programmes.packs.catalogue import Catalogue
from tests.programmes.holed_households import holed_households

ON = date(2026, 11, 1)
CATALOGUE = Catalogue()
PACKS = [(programme, version) for programme, versions in CATALOGUE.versions.items() for version in versions]
BATCH = 150


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with spark_session() as session:
        yield session


@pytest.mark.parametrize(("programme", "version"), PACKS)
@pytest.mark.parametrize("small", [True, False], ids=["small", "dealt-out"])
def test_spark_gives_duckdbs_rows(
    programme: str, version: str, small: bool, spark: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not small:
        monkeypatch.setattr(spark_database, "SMALL", 0)
        monkeypatch.setattr(spark_running, "FEW", 0)
    rules = CATALOGUE.pack(programme, version)
    tables = tables_of(holed_households(BATCH, seed=1 + small, country=rules.text.country, on=ON))
    by_spark = assess_caseload_on_spark(rules, tables, on=ON, session=spark).drop_columns("way")
    assert by_spark.to_pylist() == assess_caseload(rules, tables, on=ON, threads=2).drop_columns("way").to_pylist()
