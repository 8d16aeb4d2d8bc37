"""Time against the day of decision, on days that may be known only within bounds.

Completed units fall as a day grows, so the bounds of a period are the periods of the bounds, changed over.
"""

from __future__ import annotations

from datetime import date

from desktop.programmes.language.possibilities import FAILS, HOLDS, INFINITY, OPEN, Bounds, Number, Truth, truth_of
from desktop.values.dates import Calendar, Unit, after, whole_units

EARLIEST = date(1885, 1, 1).toordinal()
"""Before this day (1302 AH) periods are not counted, only known to be long: the Hijri conversion ends about there."""
LATEST = date(2076, 12, 31).toordinal()
"""After this day the Umm al-Qura tables end; such a day is simply in the future."""


def completed(day: Bounds, unit: Unit, calendar: Calendar, on: date) -> Bounds:
    """Whole units from `day` to `on`; negative for a day to come."""
    return Bounds(_units(day.high, unit, calendar, on), _units(day.low, unit, calendar, on))


def reached(day: Bounds, n: Bounds, unit: Unit, calendar: Calendar, on: date) -> Truth:
    """Whether `n` whole units have gone by since `day`."""
    units = completed(day, unit, calendar, on)
    if units.low >= n.high:
        return HOLDS
    return FAILS if units.high < n.low else OPEN


def turning_day(day: int, n: int, unit: Unit, calendar: Calendar) -> date | None:
    """The day on which `n` whole units since `day` will be complete; None where the calendars do not reach."""
    if not EARLIEST <= day <= LATEST:
        return None
    turn = after(date.fromordinal(day), n, unit, calendar)
    return turn if turn.toordinal() <= LATEST else None


def days_in(stays: list[tuple[Bounds, Bounds]], start: int, end: int) -> Bounds:
    """Days of the stays between the ordinals `start` (included) and `end` (not included), each day counted once.

    Stays whose days are known are merged first: two records of one journey are one journey.
    """
    known = sorted(
        (max(int(first.low), start), min(int(last.low), end)) for first, last in stays if first.known and last.known
    )
    total, reach = 0, start
    for begun, ended in known:
        total += max(0, ended - max(begun, reach))
        reach = max(reach, ended)
    low = high = total
    for first, last in stays:
        if first.known and last.known:
            continue
        low = max(low, _days(first.high, last.low, start, end))
        high += _days(first.low, last.high, start, end)
    return Bounds(low, min(high, end - start))


def _days(first: Number, last: Number, start: int, end: int) -> int:
    return max(0, int(min(last, end)) - int(max(first, start)))


def _units(day: Number, unit: Unit, calendar: Calendar, on: date) -> Number:
    if unit == "day":
        return on.toordinal() - day
    if day < EARLIEST:
        return INFINITY
    if day > LATEST:
        return -INFINITY
    return whole_units(date.fromordinal(int(day)), on, unit, calendar)


def come(day: Bounds, on: date) -> Truth:
    """Whether `day` is past or is `on`."""
    ordinal = on.toordinal()
    if day.high <= ordinal:
        return HOLDS
    return truth_of(False) if day.low > ordinal else OPEN
