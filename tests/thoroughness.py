"""How many examples a property is tried on: some in the suite, many times more by hand in `make soak`."""

from __future__ import annotations

import os

TIMES = int(os.environ.get("YUSR_THOROUGH", "1"))
"""How many times more than the suite tries; `make soak` sets it."""


def examples(number: int) -> int:
    """The examples to try where the suite tries `number`."""
    return number * TIMES
