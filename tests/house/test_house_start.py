"""How fast the program starts is decided by what it imports."""

from __future__ import annotations

import subprocess
import sys

import pytest
from checkout import ROOT

HEAVY = {"sqlalchemy", "sqlglot", "duckdb", "yaml", "jsonschema", "pyarrow", "reportlab", "pyhanko", "cryptography"}
"""Tens of milliseconds each; who needs one imports it where it is used."""


def _brought_in(module: str) -> set[str]:
    asked = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(told.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "desktop.facts.reading",
        "desktop.programmes.answers.assess",
        "desktop.programmes.packs.catalogue",
        "desktop.values.errors",
    ],
)
def test_reading_and_assessing_a_household_import_nothing_heavy(module: str) -> None:
    assert _brought_in(module) & HEAVY == set()


def test_opening_the_office_imports_neither_paper_nor_the_reader_of_rules() -> None:
    assert _brought_in("desktop.bootstrap") & (HEAVY - {"sqlalchemy"}) == set()


def test_the_first_window_shows_before_anything_of_the_database_or_of_paper_is_there() -> None:
    assert _brought_in("ui.app") & (HEAVY | {"typer", "rich", "segno", "pypdfium2", "platformdirs"}) == set()
