"""On which channel of PostgreSQL desks are told that somebody changed something."""

from __future__ import annotations

from typing import Final

CHANNEL: Final = "yusr"
"""Whoever may connect may listen, so that what is told there says nothing: who hears it asks under own policies."""
