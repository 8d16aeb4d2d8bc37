"""How the cost of a caseload grows, from a thousand members to four million: seconds, and the most memory held.

Each measurement is a process of its own, ours and OpenFisca's by turns, that opens Arrow tables from disk and takes
them in stretches of at most so many households, so that a nation's are never in memory whole. Seconds are those of
the answering alone; memory is the most that the whole process held, tables and libraries with it.
"""

from __future__ import annotations

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from bench_caseload import DISTINCT, Tables, repeated
from growth_drawn import drawn
from invented_households import household
from invented_people import ON
from pyarrow import ipc

from desktop.facts.arrow_layout import tables_of

MEMBERS = [int(count) for count in os.environ.get("YUSR_BENCH_GROWTH", "1000 10000 100000 1000000 4000000").split()]
STRETCH = 50_000
"""Households at once."""
PLOT = Path(__file__).parents[2] / "build" / "caseload-growth.svg"


def measure() -> list[dict[str, object]]:
    """`assess caseload growth`: two lines for each number of members, seconds and memory."""
    figures: list[dict[str, object]] = []
    points: list[tuple[int, float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        _keep(tables_of(household(number) for number in range(DISTINCT)), Path(folder))
        for members in MEMBERS:
            ours, theirs = (_in_a_process(side, folder, members) for side in ("ours", "theirs"))
            work = f"{ours['members']:,} members of {ours['households']:,} households, {STRETCH:,} households at once"
            against = "OpenFisca-Core and the making of its vectors"
            for name, key, unit in (("", "seconds", "s"), (", memory", "megabytes", "MB")):
                figures.append(
                    {
                        "name": f"assess caseload growth, {members:,} members{name}",
                        "value": ours[key],
                        "unit": unit,
                        "against": against,
                        "ratio": theirs[key] / ours[key],
                        "work": work,
                    }
                )
            points.append((int(ours["members"]), ours["seconds"], ours["megabytes"]))
    PLOT.parent.mkdir(exist_ok=True)
    PLOT.write_text(drawn(points), "utf-8")
    return figures


def _keep(tables: Tables, folder: Path) -> None:
    for name, table in tables.items():
        with ipc.new_file(str(folder / f"{name}.arrow"), table.schema) as told:
            told.write_table(table.unify_dictionaries())


def _in_a_process(side: str, folder: str, members: int) -> dict[str, float]:
    command = [sys.executable, __file__, side, folder, str(members)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    found: dict[str, float] = json.loads(told)
    return found


def _reckoned(side: str, folder: Path, members: int) -> dict[str, float]:
    """What one side takes for so many members."""
    tables = {path.stem: ipc.open_file(str(path)).read_all() for path in folder.glob("*.arrow")}
    left = round(members * DISTINCT / tables["member"].num_rows)
    answer, found = _answering(side), {"members": 0, "households": 0, "seconds": 0.0}
    while left > 0:
        stretch = _first(tables, min(left, STRETCH))
        started = time.perf_counter()
        answer(stretch)
        found["seconds"] += time.perf_counter() - started
        for name, table in (("members", "member"), ("households", "household")):
            found[name] += stretch[table].num_rows
        left -= stretch["household"].num_rows
    # Of Linux, in kilobytes.
    return found | {"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}


def _first(tables: Tables, households: int) -> Tables:
    """The tables of so many households, those kept again and again."""
    whole = repeated(tables, math.ceil(households / DISTINCT), DISTINCT)
    if households % DISTINCT == 0:
        return whole
    return {name: table.filter(pc.less(table.column(0), households)) for name, table in whole.items()}


def _answering(side: str) -> Any:
    """How a side answers a stretch; law and pack are warm."""
    if side == "ours":
        from desktop.programmes.caseload.running import assess_caseload
        from desktop.programmes.packs.catalogue import Catalogue

        pack = Catalogue().in_force("sa.developed", ON)

        def ours(tables: Tables) -> pa.Table:
            return assess_caseload(pack, tables, on=ON)

        return ours
    from openfisca_developed_law import calculated, system
    from openfisca_vectors import vectors_of

    law = system()

    def theirs(tables: Tables) -> Any:
        return calculated(law, vectors_of(tables, ON), ON)

    return theirs


if __name__ == "__main__":
    side, folder, members = sys.argv[1:]
    sys.stdout.write(json.dumps(_reckoned(side, Path(folder), int(members))))
