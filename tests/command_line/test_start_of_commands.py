"""A command that needs no database starts without what databases, papers, tables and parsers need."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from typed import EXAMPLE, ON_THE_DAY

HEAVY = {
    "sqlalchemy", "alembic", "sqlglot", "yaml", "rich", "reportlab", "jsonschema", "duckdb", "cryptography", "pydantic",
    "pyhanko", "PySide6", "keyring", "platformdirs", "structlog", "psycopg", "sqlcipher3", "pypdfium2", "segno",
    "phonenumbers",
}  # fmt: skip
"""Pydantic is what Typer itself would bring in to read a text as a text."""

_RUN = """
import sys
from ui.command_line.entry import main
try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def _brought_in(*arguments: object) -> set[str]:
    command = [sys.executable, "-c", _RUN, *(str(argument) for argument in arguments)]
    told = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "YUSR_LANGUAGE": "ar"}
    )
    assert told.stdout
    return set(told.stderr.split())


@pytest.mark.parametrize("form", [("--json",), ()])
def test_assessing_a_file_imports_nothing_heavy(form: tuple[str, ...]) -> None:
    assert _brought_in("assess", EXAMPLE, *ON_THE_DAY, *form) & HEAVY == set()


@pytest.mark.parametrize("command", [("--version",), ("--help",), ("schema", "household"), ("programmes",)])
def test_what_needs_no_database_imports_none(command: tuple[str, ...]) -> None:
    assert _brought_in(*command) & HEAVY == set()
