"""The day on which the tour plays, whenever it is taken: its pictures are the same, and its courses are still open."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

DAY = date(2026, 11, 22)

NOW = datetime.combine(DAY, time(9), tzinfo=UTC)

MORNING = datetime.combine(DAY, time(5, 40), tzinfo=UTC)
"""When the draft was kept that the researcher goes on with."""


def clock(_session: Session) -> datetime:
    """Nine in the morning UTC of that day."""
    return NOW
