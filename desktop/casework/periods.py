"""The periods that the law sets from an application or a notice, as the pack states them. Pure.

No figure stands here. Months run in the Gregorian calendar, in which eligibility and payment run (the packs name none).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.programmes.packs.compiled import Pack
from desktop.values.dates import Calendar, after

DECISION = "decision"
GRIEVANCE = "grievance"
MISSING_INFORMATION = "missing_information"
"""Names under `deadlines` of a pack."""


@dataclass(frozen=True, slots=True)
class Span:
    """A period of the law."""

    count: int
    unit: Literal["day", "month"]

    def last_day(self, since: date) -> date:
        """The last day of it: the day that it is counted from is not one of its own."""
        return after(since, self.count, self.unit, Calendar.GREGORIAN)


def period(pack: Pack, name: str) -> Span | None:
    """A deadline of a pack, None where its law sets none."""
    deadline = pack.text.deadlines.get(name)
    if deadline is None:
        return None
    if deadline.days is not None:
        return Span(deadline.days, "day")
    return None if deadline.months is None else Span(deadline.months, "month")


def kept(count: int | None, unit: str | None) -> Span | None:
    """The period that was kept with a record."""
    if count is None or unit is None:
        return None
    return Span(count, "month" if unit == "month" else "day")


def month_after(day: date) -> date:
    """The first day of the month after: the first payment follows the month of acceptance (Reg. art. 22)."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
