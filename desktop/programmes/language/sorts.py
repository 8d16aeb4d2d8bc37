"""The sorts of value that expressions deal in; a pack whose expression mixes them does not load."""

from __future__ import annotations

from enum import StrEnum


class Sort(StrEnum):
    """What a value is: minor units of money are never added to a count of persons."""

    TRUTH = "truth"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    CODE = "code"
