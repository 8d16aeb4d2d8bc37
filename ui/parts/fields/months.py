"""Months of either calendar as pages of days; Hijri ones as far as the official tables reach."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.values.calendars import (
    Calendar,
    hijri_of,
    month_index,
    month_length,
    month_name,
    month_start,
)
from desktop.values.dates import Unit, after
from desktop.values.errors import OfficeError
from desktop.values.language import Language

_SUNDAY = 6
"""As `date.weekday` counts."""


@dataclass(frozen=True, slots=True)
class Page:
    """One month.

    Args:
        calendar: whose month it is.
        year: of that calendar.
        month: 1 to 12.
        days: every day of it.
    """

    calendar: Calendar
    year: int
    month: int
    days: tuple[date, ...]

    @property
    def lead(self) -> int:
        """Days of the first week, which begins on Sunday, that are of the month before."""
        return (self.days[0].weekday() - _SUNDAY) % 7

    def title(self, language: Language) -> str:
        """Name of the month and year."""
        return f"{month_name(self.calendar, self.month, language)} {self.year}"


def page_of(day: date, calendar: Calendar) -> Page:
    """The month in which a day lies; in the Gregorian calendar where the tables do not reach the day."""
    hijri = hijri_of(day) if calendar is Calendar.HIJRI else None
    if hijri is not None:
        index = month_index(hijri.year, hijri.month)
        first, length = month_start(index), month_length(index)
        return Page(calendar, hijri.year, hijri.month, _days(first, length))
    length = monthrange(day.year, day.month)[1]
    return Page(Calendar.GREGORIAN, day.year, day.month, _days(day.replace(day=1), length))


def number_of(day: date, calendar: Calendar) -> int | None:
    """The number of a day in its month; None where the tables do not reach it."""
    if calendar is Calendar.GREGORIAN:
        return day.day
    hijri = hijri_of(day)
    return None if hijri is None else hijri.day


def moved(day: date, count: int, unit: Unit, calendar: Calendar) -> date:
    """A day that many days, months or years on; the day itself where no calendar goes on."""
    known = calendar if calendar is Calendar.GREGORIAN or hijri_of(day) is not None else Calendar.GREGORIAN
    try:
        return after(day, count, unit, known)
    except (OfficeError, ValueError, OverflowError):
        return day


def other_title(page: Page, language: Language) -> str:
    """The months of the other calendar that the page runs through; '' where the tables do not reach them."""
    other = Calendar.GREGORIAN if page.calendar is Calendar.HIJRI else Calendar.HIJRI
    pages = [page_of(page.days[0], other), page_of(page.days[-1], other)]
    if any(each.calendar is not other for each in pages):
        return ""
    first, last = pages
    if (first.year, first.month) == (last.year, last.month):
        return first.title(language)
    if first.year == last.year:
        return f"{month_name(other, first.month, language)} – {last.title(language)}"
    return f"{first.title(language)} – {last.title(language)}"


def _days(first: date, length: int) -> tuple[date, ...]:
    return tuple(first + timedelta(days=at) for at in range(length))
