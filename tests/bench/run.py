"""Runs every `bench_*.py` beside it, each in a process of its own, prints a table and writes the figures as JSON.

TO ADD A FIGURE: a module `bench_<subject>.py` here with `measure() -> list[dict]`, each dict one `Figure`. What is
compared is measured in that module too, on the same work in the same run.

Called by `make bench`: `run.py OUT.json [bench_module …]`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypedDict

import msgspec

HERE = Path(__file__).parent
LONGEST = 1800
"""Seconds that one module may take."""

_ONE = """
import importlib, json, pathlib, sys
figures = importlib.import_module(sys.argv[1]).measure()
pathlib.Path(sys.argv[2]).write_text(json.dumps(figures, ensure_ascii=False), "utf-8")
"""


class Figure(TypedDict):
    """One measured number; a ratio above 1 means that we are faster than what it is measured against."""

    name: str
    value: float
    unit: str
    against: str | None
    ratio: float | None
    work: str


def measured(module: str) -> list[Figure]:
    """The figures of one module, from a fresh process so that no module warms another's caches."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        subprocess.run([sys.executable, "-c", _ONE, module, str(out)], check=True, timeout=LONGEST)
        return msgspec.json.decode(out.read_bytes(), type=list[Figure])


def table(figures: list[Figure]) -> str:
    """The figures for a person to read."""
    rows = [("what", "value", "against", "ratio", "work")]
    for figure in figures:
        value = f"{figure['value']:,.4g} {figure['unit']}"
        ratio = "" if figure["ratio"] is None else f"{figure['ratio']:,.2f}"
        rows.append((figure["name"], value, figure["against"] or "", ratio, figure["work"]))
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    lines = ["  ".join([*(row[at].ljust(widths[at]) for at in range(4)), row[4]]) for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def main(out: str, *chosen: str) -> int:
    """Measure, write, print; 1 if a module failed, after writing what the others measured."""
    modules = chosen or tuple(sorted(path.stem for path in HERE.glob("bench_*.py")))
    figures: list[Figure] = []
    failed = []
    for module in modules:
        try:
            figures += measured(module)
        except (subprocess.SubprocessError, msgspec.DecodeError) as error:
            failed.append(f"{module}: {error}")
    Path(out).write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    sys.stdout.write(table(figures) + "\n")
    sys.stderr.write("".join(f"failed: {line}\n" for line in failed))
    return min(len(failed), 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
