"""How soon the first window shows, how soon a file is open in it, and what a long list costs while it is scrolled.

Each first window is a process of its own, offscreen, on the demonstration office. Beside it stands an empty Qt window
in the same typeface: what nobody could do without.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROUNDS = 7
LONG = 250_000
"""Households in the list that is scrolled."""

_BARE = """
import json, time
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
application.setStyle("Fusion")
window = QMainWindow()
window.setCentralWidget(QLabel("يُسر"))
window.show()
application.processEvents()
print(json.dumps({"at": time.time()}))
"""

_FIRST = """
import json, pathlib, sys, time
from ui.app import application
from ui.shell.opening import Address
from ui.shell.window import Window
made = application()
window = Window(made, Address(sys.argv[1], staff="researcher.women"), folder=pathlib.Path(sys.argv[2]))
window.show()
made.processEvents()
shown = time.time()
memory = int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * 4
window.begin()
def settle(true):
    end = time.time() + 60
    while not true() or window.lanes.working:
        made.processEvents()
        time.sleep(0.001)
        assert time.time() < end
settle(lambda: window.workplace.taken)
seated = time.time()
from ui.shell.destinations import Destination, Place
def opened(number):
    began = time.perf_counter()
    window.workplace.go(Destination(Place.HOUSEHOLD, number))
    settle(lambda: window.frame.shown is not None)
    made.processEvents()
    return time.perf_counter() - began
first = opened("QTF-2026-00010")
again = [opened(number) for number in ("QTF-2026-00007", "QTF-2026-00008", "QTF-2026-00012") * 3]
window.close()
print(json.dumps({"at": shown, "seated": seated, "memory": memory, "first": first, "again": again}))
"""


def _run(script: str, *arguments: str) -> dict[str, Any]:
    began = time.time()
    told = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    answer: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    answer["took"] = answer["at"] - began
    return answer


def measure() -> list[dict[str, object]]:
    """`first window`, `open a file` and `scroll a long list`."""
    from ui.shell import opening
    from ui.shell.opening import Address

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/office.db"
        opening.found_demonstration(Address(url), progress=lambda _done, _of: None)
        ours, bare = [], []
        for _ in range(ROUNDS):
            ours.append(_run(_FIRST, url, f"{folder}/own"))
            bare.append(_run(_BARE))
        first, empty = (statistics.median(each["took"] for each in side) for side in (ours, bare))
        memory = max(each["memory"] for each in ours) / 1024
        opened = statistics.median(second for each in ours for second in each["again"])
        long = _scrolled(Path(folder))
    return [
        {
            "name": "first window",
            "value": first,
            "unit": "s",
            "against": "an empty Qt window",
            "ratio": empty / first,
            "work": f"from starting Python until the window is painted, cold process, {memory:.0f} MB then",
        },
        {
            "name": "open a file in the window",
            "value": opened,
            "unit": "s",
            "against": None,
            "ratio": None,
            "work": "from the click until the file of a household stands on the screen",
        },
        {
            "name": "scroll a list of 250,000 households",
            "value": long["page"],
            "unit": "s",
            "against": "the first page",
            "ratio": long["first"] / long["page"],
            "work": f"a page by key, {long['pages']} pages through; memory grew by {long['grew']:.1f} MB, "
            f"at most {long['held']} rows held",
        },
    ]


_GROW = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1])
for (name,) in connection.execute(
    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'households'"
).fetchall():
    connection.execute(f'DROP TRIGGER "{name}"')
columns = [row[1] for row in connection.execute("PRAGMA table_info(households)")]
made = {"id": "lower(hex(randomblob(16)))", "file_number": "printf('QTF-1999-%06d', n)"}
taken = ", ".join(made.get(name, name) for name in columns)
connection.execute(
    "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?) "
    f"INSERT INTO households ({', '.join(columns)}) SELECT {taken} FROM counted, "
    "(SELECT * FROM households ORDER BY file_number LIMIT 1)",
    (int(sys.argv[2]),),
)
connection.commit()
"""

_SCROLL = """
import json, pathlib, sys, time
from ui.app import application
from ui.shell.destinations import Destination, Place
from ui.shell.opening import Address
from ui.shell.window import Window
from ui.parts.table.grid import Grid
from ui.parts.table.paged_model import PagedModel
made = application()
window = Window(made, Address(sys.argv[1], staff="researcher.women"), folder=pathlib.Path(sys.argv[2]))
window.show()
window.begin()
def settle(true):
    end = time.time() + 120
    while not true() or window.lanes.working:
        made.processEvents()
        time.sleep(0.0005)
        assert time.time() < end
def memory():
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
settle(lambda: window.workplace.taken)
began = time.perf_counter()
window.workplace.go(Destination(Place.HOUSEHOLDS))
settle(lambda: window.frame.shown is not None and window.frame.shown.findChildren(Grid))
grid = next(each for each in window.frame.shown.findChildren(Grid) if isinstance(each.model(), PagedModel))
model = grid.model()
settle(lambda: model.kept > 0)
first = time.perf_counter() - began
times, held, early = [], 0, None
while model.more_after and len(times) < int(sys.argv[3]):
    began = time.perf_counter()
    last = model.row_at(model.rowCount() - 1)
    grid.scrollToBottom()
    settle(lambda: not model.reading)
    made.processEvents()
    times.append(time.perf_counter() - began)
    held = max(held, model.kept)
    if len(times) == 100:
        early = memory()
late = memory()
window.close()
times.sort()
print(json.dumps({"at": 0, "first": first, "page": times[len(times) // 2], "pages": len(times), "held": held,
                  "grew": late - (early or late)}))
"""

PAGES = 1_500


def _scrolled(folder: Path) -> dict[str, Any]:
    subprocess.run([sys.executable, "-c", _GROW, str(folder / "office.db"), str(LONG)], check=True, timeout=600)
    return _run(_SCROLL, f"sqlite:///{folder / 'office.db'}", str(folder / "own"), str(PAGES))
