"""`yusr assess FILE` as a researcher starts it: the whole process, from the shell to the printed JSON."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "resources" / "contracts" / "household.example.json"
ROUNDS = 15

COMMAND = [
    str(Path(sys.executable).parent / "yusr"),
    "assess",
    str(EXAMPLE),
    "--programme",
    "sa.developed",
    "--on",
    "2024-03-01",
    "--json",
]


def measure() -> list[dict[str, object]]:
    """`assess command whole process`, the median in seconds, and beside it what an empty Python process takes."""
    times: dict[str, list[float]] = {"ours": [], "empty": []}
    subprocess.run(COMMAND, check=True, capture_output=True)
    for _ in range(ROUNDS):
        for side, command in (("ours", COMMAND), ("empty", [sys.executable, "-c", "pass"])):
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times[side].append(time.perf_counter() - started)
    mine, empty = (statistics.median(times[side]) for side in ("ours", "empty"))
    return [
        {
            "name": "assess command whole process",
            "value": mine,
            "unit": "s",
            "against": "an empty Python process",
            "ratio": empty / mine,
            "work": "yusr assess FILE --json on the contract's example",
        }
    ]
