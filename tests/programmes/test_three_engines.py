"""The interpreter, DuckDB and Spark say the same of every household, to the last minor unit, unknowns included."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.facts.arrow_layout import tables_of
from desktop.programmes.caseload import spark_database, spark_running, spark_session
from desktop.programmes.caseload.engine import Spark
from desktop.programmes.caseload.interpreted import INTERPRETED
from desktop.programmes.caseload.running import assess_caseload
from desktop.programmes.caseload.spark_running import assess_caseload_on_spark
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError
from desktop.values.language import Language
from tests.programmes.caseload_answers import differences
from tests.programmes.holed_households import beyond_columns, holed_households
from tests.thoroughness import TIMES, examples

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ON = date(2026, 11, 1)
CATALOGUE = Catalogue()
PACKS = ("eg.karama@2025-04", "sa.developed@2023-11", "eg.takaful@2025")
BATCH = 30
# Shrinking would run hundreds of batches; the batch that fails is small enough to look into.
SLOW = {"deadline": None, "suppress_health_check": list(HealthCheck), "phases": [Phase.explicit, Phase.generate]}


# One test has the one session: Java takes seconds to start, in every process that has a part of this module.
def test_households_with_holes_everywhere_are_answered_alike_by_interpreter_duckdb_and_spark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with spark_session.spark_session(brief=True) as session:

        @settings(max_examples=examples(1), **SLOW)  # type: ignore[arg-type]
        @given(seed=st.integers(0, 100_000))
        def alike(seed: int) -> None:
            # Every statement costs Spark tenths of a second: the suite asks one law, make soak all.
            for pack in PACKS if TIMES > 1 else PACKS[:1]:
                assert_alike(session, pack, seed)

        alike()
        if TIMES > 1:
            # As for a caseload that is not small: dealt out to workers, queries compiled, the interpreter theirs.
            monkeypatch.setattr(spark_database, "SMALL", 0)
            monkeypatch.setattr(spark_running, "FEW", 0)
            assert INTERPRETED in assert_alike(session, "sa.developed@2023-11", seed=4, beyond=5)
        gateway = session.sparkContext._gateway
    assert gateway is not None
    assert gateway.proc.poll() is not None


def assert_alike(session: SparkSession, pack: str, seed: int, *, beyond: int = 0) -> set[str]:
    """Asks all three; gives the ways that were taken. Of so many files no column holds the sums."""
    rules = CATALOGUE.pack(*pack.split("@"))
    files = holed_households(BATCH, seed=seed, country=rules.text.country, on=ON)
    files[:beyond] = [beyond_columns(each) for each in files[:beyond]]
    assert differences(rules, files, ON) == []
    tables = tables_of(files)
    by_duckdb = assess_caseload(rules, tables, on=ON, threads=1)
    by_spark = assess_caseload_on_spark(rules, tables, on=ON, session=session)
    assert by_spark.schema == by_duckdb.schema
    # Which way a household is answered is each engine's own; what is answered is not.
    assert by_spark.drop_columns("way").to_pylist() == by_duckdb.drop_columns("way").to_pylist(), (pack, seed)
    return set(by_spark["way"].to_pylist())


def test_a_text_of_a_pack_means_to_spark_what_it_means_to_duckdb() -> None:
    spelled = Spark().written("""SELECT r."a.b", 'it''s \\ "HUGEINT"', CAST(1 AS HUGEINT)""")
    assert spelled == """SELECT r.`a.b`, 'it\\'s \\\\ "HUGEINT"', CAST(1 AS DECIMAL(38, 0))"""


def test_without_pyspark_or_java_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(spark_session, "INSTALLED", tmp_path)
    with pytest.raises(OfficeError) as raised, spark_session.spark_session():
        pass
    assert "openjdk-17-jre-headless" in raised.value.sentence(Language.ARABIC)
    monkeypatch.setattr(spark_session, "find_spec", lambda name: None)
    with pytest.raises(OfficeError) as raised, spark_session.spark_session():
        pass
    assert "yusr[cluster]" in raised.value.sentence(Language.ENGLISH)


def test_a_java_is_found_that_nothing_names_and_an_old_one_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, version in (("java-8", "1.8.0_402"), ("java-21", "21.0.3")):
        program = tmp_path / name / "bin" / "java"
        program.parent.mkdir(parents=True)
        program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'java-8' / 'bin'}{os.pathsep}/bin")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(spark_session, "INSTALLED", tmp_path)
    assert spark_session.java_home() == tmp_path / "java-21"
