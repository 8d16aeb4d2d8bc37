"""The Hijri calendar: Umm al-Qura by its official tables, arithmetic before them, and the names of both calendars.

Source of the tables: `hijridate` (1343-1500 AH, 1924-08-01 to 2077-11-16). Before 1343 AH no official table exists;
for the few people born then, months follow the tabular (arithmetic) calendar from 1300 AH on. Measured over the 1896
months that the tables cover, that rule starts a month on the official day or one day from it in 99 of 100, and never
more than two days from it; such dates say `exact == False`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hijridate import ummalqura

from desktop.values.digits import compact
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording


class Calendar(StrEnum):
    """A calendar in which a date is stated or a period of the law runs."""

    HIJRI = "hijri"
    GREGORIAN = "gregorian"


FIRST_YEAR = 1300
FIRST_EXACT_YEAR = 1343
LAST_YEAR = 1500

# Days by which an arithmetic date may miss the day that was meant (measured, see above).
MARGIN = timedelta(days=2)


def _arithmetic_month_start(year: int, month: int) -> int:
    # The epoch is Thursday, 15 July 622 (Julian): with the Friday epoch the rule would overlap the tables by a day.
    return 227014 + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2


# Reduced Julian day of the tables to the proleptic ordinal of `datetime.date`.
_ORDINAL_OF_REDUCED_JULIAN_DAY = 678_575

# One row for all: the ordinal on which each month from 1300-01 to 1500-12 starts, and the end of the last. The
# `Hijri` class of the library reads the same numbers, but builds three objects a conversion and refuses what lies
# outside with `OverflowError`.
_STARTS: tuple[int, ...] = (
    *(_arithmetic_month_start(y, m) for y in range(FIRST_YEAR, FIRST_EXACT_YEAR) for m in range(1, 13)),
    *(start + _ORDINAL_OF_REDUCED_JULIAN_DAY for start in ummalqura.MONTH_STARTS),
)
_FIRST_EXACT_ORDINAL = _STARTS[(FIRST_EXACT_YEAR - FIRST_YEAR) * 12]


@dataclass(frozen=True, slots=True, order=True)
class HijriDate:
    """A day of the Hijri calendar, 1300-01-01 to 1500-12-30 AH; sorts by time.

    Raises:
        OfficeError: `values.hijri_month`, `values.hijri_day` (names the month's length), `values.date_outside_table`.
    """

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise OfficeError("values.date_outside_table", date=str(self))
        if not 1 <= self.month <= 12:
            raise OfficeError("values.hijri_month", date=str(self), month=self.month)
        length = month_length(month_index(self.year, self.month))
        if not 1 <= self.day <= length:
            name = month_after(Calendar.HIJRI, self.month)
            raise OfficeError("values.hijri_day", date=str(self), month=name, year=self.year, length=length)

    def __str__(self) -> str:
        """ISO-like text, year first, western digits: "1405-03-12"."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @property
    def exact(self) -> bool:
        """Whether the day comes from the Umm al-Qura tables; False means arithmetic, give or take `MARGIN`."""
        return self.year >= FIRST_EXACT_YEAR

    def to_gregorian(self) -> date:
        """The same day in the Gregorian calendar."""
        return date.fromordinal(_STARTS[month_index(self.year, self.month)] + self.day - 1)


def hijri_of(day: date) -> HijriDate | None:
    """The Umm al-Qura date of a Gregorian day; None outside the tables (1924-08-01 to 2077-11-16)."""
    if not _FIRST_EXACT_ORDINAL <= day.toordinal() < _STARTS[-1]:
        return None
    return nearest_hijri(day)


def nearest_hijri(day: date) -> HijriDate:
    """The Hijri date of a Gregorian day, by the tables or, from 1300 AH until them, by arithmetic (`exact` tells).

    Raises:
        OfficeError: `values.date_outside_table`, before 1300 AH and after 1500 AH.
    """
    index, day_of_month = place(day)
    year, month = divmod(index, 12)
    return HijriDate(FIRST_YEAR + year, month + 1, day_of_month)


def month_index(year: int, month: int) -> int:
    """Months from 1300-01 AH: the running number that period arithmetic counts with."""
    return (year - FIRST_YEAR) * 12 + month - 1


def place(day: date) -> tuple[int, int]:
    """(`month_index`, day of the month) of a Gregorian day; raises `values.date_outside_table`."""
    ordinal = day.toordinal()
    if not _STARTS[0] <= ordinal < _STARTS[-1]:
        raise OfficeError("values.date_outside_table", date=day.isoformat())
    index = bisect_right(_STARTS, ordinal) - 1
    return index, ordinal - _STARTS[index] + 1


def month_start(index: int) -> date:
    """The Gregorian day on which the Hijri month of that `month_index` starts; raises `values.date_outside_table`."""
    if not 0 <= index < len(_STARTS) - 1:
        raise OfficeError("values.date_outside_table", date=f"{FIRST_YEAR + index // 12}-{index % 12 + 1:02d}")
    return date.fromordinal(_STARTS[index])


def month_length(index: int) -> int:
    """Days of the Hijri month of that `month_index`; 29 or 30, in a few months of the old tables 28 or 31."""
    return _STARTS[index + 1] - _STARTS[index]


_DATE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")


def read_hijri(text: str) -> HijriDate:
    """A Hijri date as people write it: "1405-03-12", «١٤٠٥/٣/١٢ هـ», "12/3/1405"; the year has four digits.

    Raises:
        OfficeError: `values.hijri_unreadable` and those of `HijriDate`.
    """
    parts = _year_month_day(compact(text).removesuffix("هـ").removesuffix("ه"))
    if parts is None:
        raise OfficeError("values.hijri_unreadable", text=text)
    return HijriDate(*parts)


def _year_month_day(text: str) -> tuple[int, int, int] | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.group(1, 2, 3) if found.group(1) else found.group(6, 5, 4)
    return int(year), int(month), int(day)


def month_name(calendar: Calendar, month: int, language: Language) -> str:
    """Name of month 1-12 of a calendar."""
    names = HIJRI_MONTHS if calendar is Calendar.HIJRI else GREGORIAN_MONTHS
    return names[month - 1].said_in(language)


def month_after(calendar: Calendar, month: int) -> Wording:
    """Name of month 1-12 as it stands behind the number of a day or behind «شهر»: «١٢ ذي الحجة»."""
    name = (HIJRI_MONTHS if calendar is Calendar.HIJRI else GREGORIAN_MONTHS)[month - 1]
    return Wording(name.ar.replace("ذو ", "ذي "), name.en)


def weekday_name(day: date, language: Language) -> str:
    """Name of the day of the week, the same in both calendars."""
    return WEEKDAYS[day.weekday()].said_in(language)


# The spelling of the official gazette (ربيع الآخر, جمادى الآخرة), which differs from the library's.
HIJRI_MONTHS = (
    Wording("محرم", "Muharram"),
    Wording("صفر", "Safar"),
    Wording("ربيع الأول", "Rabi al-Awwal"),
    Wording("ربيع الآخر", "Rabi al-Akhir"),
    Wording("جمادى الأولى", "Jumada al-Ula"),
    Wording("جمادى الآخرة", "Jumada al-Akhirah"),
    Wording("رجب", "Rajab"),
    Wording("شعبان", "Shaban"),
    Wording("رمضان", "Ramadan"),
    Wording("شوال", "Shawwal"),
    Wording("ذو القعدة", "Dhu al-Qadah"),
    Wording("ذو الحجة", "Dhu al-Hijjah"),
)

GREGORIAN_MONTHS = (
    Wording("يناير", "January"),
    Wording("فبراير", "February"),
    Wording("مارس", "March"),
    Wording("أبريل", "April"),
    Wording("مايو", "May"),
    Wording("يونيو", "June"),
    Wording("يوليو", "July"),
    Wording("أغسطس", "August"),
    Wording("سبتمبر", "September"),
    Wording("أكتوبر", "October"),
    Wording("نوفمبر", "November"),
    Wording("ديسمبر", "December"),
)

# Monday first, as `date.weekday` counts.
WEEKDAYS = (
    Wording("الاثنين", "Monday"),
    Wording("الثلاثاء", "Tuesday"),
    Wording("الأربعاء", "Wednesday"),
    Wording("الخميس", "Thursday"),
    Wording("الجمعة", "Friday"),
    Wording("السبت", "Saturday"),
    Wording("الأحد", "Sunday"),
)
