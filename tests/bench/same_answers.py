"""What a bench asks before it measures: that both sides answer every household alike, criterion by criterion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

Answers = Mapping[str, np.ndarray]
"""By name of the criterion its code for every household, beside `eligible` and `total` in riyals."""

HALALA = 0.01
CRITERIA = {
    "within_vehicles": "vehicles",
    "within_domestic_workers": "domestic_workers",
}
"""Criteria that bear another name in the pack than in OpenFisca, where `vehicles` is a fact."""


def ours(answered: Any) -> Answers:
    """The answers of our caseload's table; every household must be determined."""
    low, high = (answered.column(f"total.{end}").to_numpy(zero_copy_only=False) for end in ("low", "high"))
    may_hold, may_fail = (answered.column(name).to_numpy() for name in ("may_hold", "may_fail"))
    if not (np.array_equal(low, high) and (may_hold != may_fail).all()):
        raise RuntimeError("a household of which all is known was left undetermined")
    told = {name: answered.column(name).to_numpy() for name in answered.column_names if name.startswith("criterion.")}
    criteria = {name.removeprefix("criterion."): codes for name, codes in told.items()}
    return {"total": low / 100, "eligible": may_hold, **criteria}


def agree(mine: Answers, theirs: Answers) -> None:
    """Raises where a household is answered otherwise by one side than by the other.

    Amounts may be half a halala apart: OpenFisca rounds nothing, and its floats have 32 bits.
    """
    renamed = {CRITERIA.get(name, name): values for name, values in theirs.items()}
    if set(mine) != set(renamed):
        raise RuntimeError(f"the two sides do not answer the same: {sorted(set(mine) ^ set(renamed))}")
    for name, values in mine.items():
        other = renamed[name]
        apart = np.flatnonzero(np.abs(values - other) > HALALA if name == "total" else values != other)
        if len(apart):
            first = int(apart[0])
            raise RuntimeError(
                f"{name}: {len(apart)} households differ, first {first}: {values[first]}, {other[first]}"
            )
