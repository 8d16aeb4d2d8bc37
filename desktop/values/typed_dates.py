"""Dates as people type them: either calendar, any digits, day or year first, months by number or by name.

The calendar is told by the mark behind the date or by the year, since nobody alive has seen 1500 CE or will see 1600
AH. Nothing is guessed: a date that can be meant in two ways is refused with what to type.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from desktop.values.calendars import (
    FIRST_YEAR,
    GREGORIAN_MONTHS,
    HIJRI_MONTHS,
    LAST_YEAR,
    Calendar,
    HijriDate,
    hijri_of,
)
from desktop.values.dates import DatePossibility, Precision, possibility_of
from desktop.values.digits import to_western
from desktop.values.errors import OfficeError
from desktop.values.names import fold
from desktop.values.worded import code

FIRST_GREGORIAN_YEAR, LAST_GREGORIAN_YEAR = 1850, 2100
"""Nobody whose papers an office sees was born before; nothing it records ends after."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as it was stated: in its calendar, and as exactly as it is known.

    Args:
        stated: the date; any day of the span where only the month or the year is known.
        precision: how much of it is known.
    """

    stated: date | HijriDate
    precision: Precision = Precision.DAY

    @property
    def calendar(self) -> Calendar:
        """In which it was stated."""
        return Calendar.HIJRI if isinstance(self.stated, HijriDate) else Calendar.GREGORIAN

    @property
    def possibility(self) -> DatePossibility:
        """The days that can be meant."""
        return possibility_of(self.stated, self.precision)

    @property
    def day(self) -> date | None:
        """The one day that is meant; None where more than one can be."""
        possible = self.possibility
        return possible.earliest if possible.known else None

    def spelled(self) -> str:
        """As it is typed, in western digits: "1446/05/19", "1446/05", "1446"."""
        year, month, day = self.stated.year, self.stated.month, self.stated.day
        match self.precision:
            case Precision.YEAR:
                return f"{year:04d}"
            case Precision.MONTH:
                return f"{year:04d}/{month:02d}"
        return f"{year:04d}/{month:02d}/{day:02d}"

    def in_calendar(self, calendar: Calendar) -> StatedDate:
        """The same day in a calendar; itself where it is no single day, or where the tables do not reach it."""
        day = self.day
        if day is None or calendar is self.calendar:
            return self
        return StatedDate(day) if calendar is Calendar.GREGORIAN else in_hijri(day) or self


def in_hijri(day: date) -> StatedDate | None:
    """A day stated in the Hijri calendar; None outside its tables."""
    hijri = hijri_of(day)
    return None if hijri is None else StatedDate(hijri)


_MARKS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u0640]")
_ERA = re.compile(r"\s*(هـ?|م|a\.?h\.?|c\.?e\.?|a\.?d\.?)$", re.IGNORECASE)
_PARTS = re.compile(r"[0-9]+(?:[-/.\\\s]+[0-9]+){0,2}")
_NAMED = re.compile(r"(?:([0-9]{1,2})[-/.,،\s]+)?([^0-9]+?)[-/.,،\s]+([0-9]+)")


def read_date(text: str, *, as_stated: bool = False) -> StatedDate:
    """The date that is typed.

    Args:
        text: not blank.
        as_stated: for what is kept as a paper states it: a year alone, a month of a year and a Hijri day before the
            tables are dates too.

    Raises:
        OfficeError: `values.date_*`, and `values.hijri_day` for a day that its month has not.
    """
    stated = _read(text)
    if not as_stated:
        _day(stated, text)
    return stated


def read_day(text: str) -> date:
    """The one day that is typed; raises what `read_date` does."""
    return _day(_read(text), text)


def _day(stated: StatedDate, text: str) -> date:
    if stated.precision is not Precision.DAY:
        raise OfficeError("values.date_in_part", text=text)
    if stated.day is None:
        # Arithmetic can miss such a day by two.
        raise OfficeError("values.date_not_certain", date=code(str(stated.stated)))
    return stated.day


def _read(text: str) -> StatedDate:
    written = " ".join(_MARKS.sub("", to_western(text)).split())
    era = _era(written)
    written = _ERA.sub("", written)
    parts, calendar = _parts(written, text)
    year, month, day = parts
    calendar = _calendar(year, era if calendar is None else calendar)
    if month is not None and not 1 <= month <= 12:
        raise OfficeError("values.date_month", month=code(str(month)))
    return _stated(calendar, year, month, day)


def _era(written: str) -> Calendar | None:
    found = _ERA.search(written)
    if found is None:
        return None
    hijri = found.group(1)[0] == "ه" or found.group(1).lower().replace(".", "") == "ah"
    return Calendar.HIJRI if hijri else Calendar.GREGORIAN


def _parts(written: str, text: str) -> tuple[tuple[int, int | None, int | None], Calendar | None]:
    """((year, month, day), the calendar of the month's name)."""
    named = _NAMED.fullmatch(written)
    if named is not None:
        month = _months().get(_folded(named.group(2)))
        if month is None:
            raise OfficeError("values.date_unreadable", text=text)
        return (_whole_year(named.group(3), text), month[1], int(named.group(1)) if named.group(1) else None), month[0]
    if _PARTS.fullmatch(written) is None:
        raise OfficeError("values.date_unreadable", text=text)
    figures = re.split(r"[-/.\\\s]+", written)
    if len(figures) == 1 and len(figures[0]) == 8:
        figures = _taken_apart(figures[0], text)
    if not all(len(each) in {1, 2, 4} for each in figures):
        raise OfficeError("values.date_unreadable", text=text)
    years = [at for at, each in enumerate(figures) if len(each) == 4]
    if not years:
        raise OfficeError("values.date_year_short", text=text)
    if len(years) > 1 or (len(figures) == 3 and years == [1]):
        raise OfficeError("values.date_unreadable", text=text)
    year_first = years == [0]
    ordered = figures if year_first else figures[::-1]
    numbers = [int(each) for each in ordered]
    return (numbers[0], numbers[1] if len(numbers) > 1 else None, numbers[2] if len(numbers) > 2 else None), None


def _taken_apart(figures: str, text: str) -> list[str]:
    """Eight digits without anything between them, where only one end can be the year."""
    first, last = _is_year(int(figures[:4])), _is_year(int(figures[4:]))
    if first == last:
        raise OfficeError("values.date_run_together", text=text)
    if first:
        return [figures[:4], figures[4:6], figures[6:]]
    return [figures[:2], figures[2:4], figures[4:]]


def _whole_year(figures: str, text: str) -> int:
    if len(figures) != 4:
        raise OfficeError("values.date_year_short", text=text)
    return int(figures)


def _is_year(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR or FIRST_GREGORIAN_YEAR <= year <= LAST_GREGORIAN_YEAR


def _calendar(year: int, said: Calendar | None) -> Calendar:
    if not _is_year(year):
        raise OfficeError("values.date_year", year=code(str(year)))
    by_year = Calendar.HIJRI if year <= LAST_YEAR else Calendar.GREGORIAN
    if said is not None and said is not by_year:
        raise OfficeError("values.date_era", year=code(str(year)))
    return by_year


def _stated(calendar: Calendar, year: int, month: int | None, day: int | None) -> StatedDate:
    precision = Precision.YEAR if month is None else Precision.MONTH if day is None else Precision.DAY
    month, day = month or 1, day if day is not None else 1
    if calendar is Calendar.HIJRI:
        return StatedDate(HijriDate(year, month, day), precision)
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise OfficeError(
            "values.date_day",
            month=GREGORIAN_MONTHS[month - 1],
            year=code(str(year)),
            length=code(str(length)),
            day=code(str(day)),
        )
    return StatedDate(date(year, month, day), precision)


_OTHER_NAMES = {
    (Calendar.HIJRI, 1): ("المحرم",),
    (Calendar.HIJRI, 4): ("ربيع الثاني", "Rabi al-Thani"),
    (Calendar.HIJRI, 5): ("جماد الأول", "جماد أول", "Jumada al-Awwal"),
    (Calendar.HIJRI, 6): ("جمادى الثانية", "جماد الثاني", "جماد ثاني", "جماد الآخر", "Jumada al-Thani"),
    (Calendar.HIJRI, 11): ("ذي القعدة",),
    (Calendar.HIJRI, 12): ("ذي الحجة",),
}


@cache
def _months() -> dict[str, tuple[Calendar, int]]:
    names: dict[str, tuple[Calendar, int]] = {}
    for calendar, months in ((Calendar.HIJRI, HIJRI_MONTHS), (Calendar.GREGORIAN, GREGORIAN_MONTHS)):
        for number, wording in enumerate(months, start=1):
            spellings = [wording.ar, wording.en, *_OTHER_NAMES.get((calendar, number), ())]
            if calendar is Calendar.GREGORIAN:
                spellings.append(wording.en[:3])
            names.update((_folded(each), (calendar, number)) for each in spellings)
    return names


def _folded(name: str) -> str:
    return re.sub(r"[\s\-']", "", fold(name))
