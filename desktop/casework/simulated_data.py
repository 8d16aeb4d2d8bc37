"""A simulation as machines read it: the JSON of `yusr simulate --json`, also written by the window."""

from __future__ import annotations

from typing import Any

from desktop.casework.simulating import SimulationAnswer
from desktop.programmes.simulation.summary import Cost, Sums
from desktop.values.money import decimal_text

_EVERY_LOSER = 1_000_000


def simulation_as_data(found: SimulationAnswer) -> dict[str, Any]:
    """What was compared, the sums, each group, the spread and every loser; amounts as decimal text, days in ISO."""
    return {
        "programme": found.before.pack.text.id,
        "version": found.before.pack.text.version,
        "against": found.after.pack.text.id,
        "against_version": found.after.pack.text.version,
        "set": dict(found.after.set),
        "on": found.on.isoformat(),
        "currency": found.currency.value,
        **_sums(found.sums.all),
        "by": {name: {key: _sums(each) for key, each in groups.items()} for name, groups in found.sums.groups.items()},
        "spread": [
            {"from": _signed(bar.low), "below": _signed(bar.high), "households": bar.families}
            for bar in found.sums.spread
        ],
        "losers": [
            {
                "file_number": each.file_number,
                "members": each.size,
                "before": decimal_text(each.before),
                "after": decimal_text(each.after),
                "loses": decimal_text(each.loses),
            }
            for each in found.losers(limit=_EVERY_LOSER)
        ],
        "stopped": found.stopped,
    }


def _sums(sums: Sums) -> dict[str, Any]:
    return {
        "households": sums.families,
        "gain": sums.gains,
        "lose": sums.loses,
        "same": sums.same,
        "open": sums.open,
        "gained": decimal_text(sums.gained),
        "lost": decimal_text(sums.lost),
        "newly_eligible": sums.newly,
        "no_longer_eligible": sums.no_longer,
        "undetermined_before": sums.undetermined_before,
        "undetermined_after": sums.undetermined_after,
        "cost_before": _cost(sums.before),
        "cost_after": _cost(sums.after),
    }


def _cost(cost: Cost) -> dict[str, str | None]:
    return {
        "at_least": decimal_text(cost.at_least),
        "at_most": None if cost.at_most is None else decimal_text(cost.at_most),
    }


def _signed(minor: int) -> str:
    return decimal_text(minor) if minor >= 0 else f"-{decimal_text(-minor)}"
