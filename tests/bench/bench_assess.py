"""One household explained: our interpreter with sentences, facts and citations against OpenFisca-Core with its trace.

Both start from the same household file as read from disk and end with the monthly total, every criterion and all
that led to them: ours the encoded assessment of the contract, theirs the lines of the computation log. Law and pack
are warm.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from invented_households import household_file
from invented_people import ON as INVENTED_ON
from same_answers import HALALA

from desktop.facts.assessment import Amount, encode_assessment
from desktop.facts.reading import read_household
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack

EXAMPLE = Path(__file__).parents[2] / "resources" / "contracts" / "household.example.json"
ON = date(2024, 3, 1)
TOTAL = 737.0
ROUNDS = 60
INVENTED = 40


def agree_on_invented(pack: Pack, law: Any) -> None:
    """Raises where the two sides come to different totals of invented households: the example alone is one path."""
    from openfisca_developed_law import explained
    from openfisca_situation import situation

    for number in range(INVENTED):
        data = msgspec.json.encode(household_file(number))
        found = assess(pack, read_household(data), on=INVENTED_ON).total
        mine = float(found.value or 0) if isinstance(found, Amount) else 0.0
        other, _ = explained(law, situation(json.loads(data), INVENTED_ON), INVENTED_ON)
        if abs(mine - other) > HALALA:
            raise RuntimeError(f"the two sides disagree on invented household {number}: {mine} and {other}")


def measure() -> list[dict[str, object]]:
    """`assess one household`, in milliseconds, alternating the two sides so that a busy machine slows both."""
    # Imported here: OpenFisca is installed by `make bench` only.
    from openfisca_developed_law import explained, system
    from openfisca_situation import situation

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
    agree_on_invented(pack, law)
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
