"""One household explained: our interpreter with sentences, facts and citations against OpenFisca-Core with its trace.

Both start from the same household file as read from disk and end with the monthly total and everything that led to
it: ours the encoded assessment of the contract, theirs the lines of the computation log. Law and pack are warm.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from desktop.facts.assessment import Amount, encode_assessment
from desktop.facts.reading import read_household
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.catalogue import Catalogue

EXAMPLE = Path(__file__).parents[2] / "resources" / "contracts" / "household.example.json"
ON = date(2024, 3, 1)
TOTAL = 737.0
ROUNDS = 60


def measure() -> list[dict[str, object]]:
    """`assess one household`, in milliseconds, alternating the two sides so that a busy machine slows both."""
    # Imported here: OpenFisca is installed by `make bench` only.
    from openfisca_developed_law import explained, situation, system

    data = EXAMPLE.read_bytes()
    pack = Catalogue().in_force("sa.developed", ON)
    law = system()

    def ours() -> float:
        found = assess(pack, read_household(data), on=ON)
        encode_assessment(found)
        return float(found.total.value) if isinstance(found.total, Amount) else 0.0  # type: ignore[arg-type]

    def theirs() -> float:
        amount, lines = explained(law, situation(json.loads(data), ON), ON)
        return amount if lines else 0.0

    if not ours() == theirs() == TOTAL:
        raise RuntimeError(f"the two sides disagree: {ours()} and {theirs()}")
    times: dict[Callable[[], float], list[float]] = {ours: [], theirs: []}
    for _ in range(ROUNDS):
        for side, seconds in times.items():
            started = time.perf_counter()
            side()
            seconds.append(time.perf_counter() - started)
    mine, other = (statistics.median(times[side]) * 1000 for side in (ours, theirs))
    return [
        {
            "name": "assess one household",
            "value": mine,
            "unit": "ms",
            "against": "OpenFisca-Core with its full trace",
            "ratio": other / mine,
            "work": "the contract's example, from file bytes to explained total",
        }
    ]
