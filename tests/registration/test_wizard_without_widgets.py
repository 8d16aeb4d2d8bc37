"""The wizard's mind and the shelf run where there is no window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_neither_the_wizards_mind_nor_the_shelf_loads_a_widget_or_a_database() -> None:
    folders = (ROOT / "ui" / "drafts", ROOT / "ui" / "screens" / "registry" / "registration")
    # The screen itself is a widget; those that it is made of stand in a folder of their own.
    files = [path for each in folders for path in each.glob("*.py") if path.name != "screen.py"]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]
    program = f"import importlib, sys; [importlib.import_module(n) for n in {names!r}]; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=ROOT)
    assert len(names) > 15
    assert {name.partition(".")[0] for name in loaded.stdout.split()} & {"PySide6", "sqlalchemy"} == set()
