"""How near a day is, and counts by that, reckoned by the database over more rows than are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import ColumnElement, SQLColumnExpression, case

from desktop.agenda.answers import DueKind, DueRow, Urgency

SOON_DAYS: Final = 7

Counts = Mapping[tuple[DueKind, Urgency], int]


@dataclass(frozen=True, slots=True)
class Found:
    """What one source found: the most urgent rows, and how many things there are in all."""

    rows: tuple[DueRow, ...]
    counts: Counts

    @classmethod
    def nothing(cls) -> Found:
        """Of a source that this person settles nothing of."""
        return cls((), {})

    @classmethod
    def of(cls, rows: Iterable[DueRow]) -> Found:
        """Rows of which there are no more than these."""
        listed = tuple(rows)
        return cls(listed, Counter((each.kind, each.urgency) for each in listed))


def urgency_of(due: date | None, today: date) -> Urgency:
    """How near a day is."""
    if due is None:
        return Urgency.NO_DAY
    if due < today:
        return Urgency.OVERDUE
    if due == today:
        return Urgency.TODAY
    return Urgency.SOON if due <= today + timedelta(days=SOON_DAYS) else Urgency.LATER


def urgency_in(due: SQLColumnExpression[date | None], today: date) -> ColumnElement[str]:
    """`urgency_of`, reckoned by the database."""
    return case(
        (due.is_(None), Urgency.NO_DAY.value),
        (due < today, Urgency.OVERDUE.value),
        (due == today, Urgency.TODAY.value),
        (due <= today + timedelta(days=SOON_DAYS), Urgency.SOON.value),
        else_=Urgency.LATER.value,
    )
