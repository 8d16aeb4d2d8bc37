"""Dates as the law counts them: births known in part, two calendars that must agree, periods that run in either.

A day is a `datetime.date` in the Gregorian calendar. The Hijri calendar itself stands in `values.calendars`; what
callers need of it is offered here too.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Literal

from desktop.values.calendars import (
    MARGIN,
    Calendar,
    HijriDate,
    hijri_of,
    month_after,
    month_index,
    month_length,
    month_name,
    month_start,
    nearest_hijri,
    place,
    read_hijri,
    weekday_name,
)
from desktop.values.digits import to_arabic_indic
from desktop.values.errors import OfficeError
from desktop.values.language import Language

__all__ = [
    "Calendar",
    "DatePossibility",
    "HijriDate",
    "Precision",
    "Unit",
    "after",
    "hijri_of",
    "month_name",
    "nearest_hijri",
    "possibility_of",
    "read_hijri",
    "reconcile",
    "short",
    "shown",
    "weekday_name",
    "whole_units",
]

Unit = Literal["year", "month", "day"]


class Precision(StrEnum):
    """How much of a stated birth date is known; what is not known is still written, as any day of the span."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DatePossibility:
    """The days that a date may still be, both ends included; a known day has equal ends."""

    earliest: date
    latest: date

    def __contains__(self, day: date) -> bool:
        return self.earliest <= day <= self.latest

    @property
    def known(self) -> bool:
        """Whether one day is left."""
        return self.earliest == self.latest


def possibility_of(stated: date | HijriDate, precision: Precision) -> DatePossibility:
    """The days meant by a date of that precision, in the calendar it was stated in.

    A birth known by the Hijri year 1405 spans that Hijri year, not a Gregorian one. A Hijri date before the tables is
    widened by `calendars.MARGIN` on both sides, so that the day meant is never left out.
    """
    if isinstance(stated, HijriDate):
        return _hijri_span(stated, precision)
    if precision is Precision.DAY:
        return DatePossibility(stated, stated)
    if precision is Precision.MONTH:
        return DatePossibility(stated.replace(day=1), stated.replace(day=_gregorian_length(stated.year, stated.month)))
    return DatePossibility(date(stated.year, 1, 1), date(stated.year, 12, 31))


def _hijri_span(stated: HijriDate, precision: Precision) -> DatePossibility:
    if precision is Precision.DAY:
        first = last = stated.to_gregorian()
    else:
        months = (stated.month, stated.month) if precision is Precision.MONTH else (1, 12)
        final = month_index(stated.year, months[1])
        first = month_start(month_index(stated.year, months[0]))
        last = month_start(final) + timedelta(days=month_length(final) - 1)
    margin = timedelta() if stated.exact else MARGIN
    return DatePossibility(first - margin, last + margin)


def reconcile(
    gregorian: date | None, hijri: HijriDate | None, precision: Precision = Precision.DAY
) -> DatePossibility | None:
    """The days that fit a birth stated in one calendar or in both; None when it is stated in neither.

    Stated in both, it is a day (or span) common to the two.

    Raises:
        OfficeError: `values.calendars_disagree`, naming both dates and what each says in the other calendar, or
            `values.date_outside_table` where a Gregorian date has no Hijri one.
    """
    spans = [possibility_of(stated, precision) for stated in (gregorian, hijri) if stated is not None]
    if gregorian is None or hijri is None:
        return spans[0] if spans else None
    earliest = max(span.earliest for span in spans)
    latest = min(span.latest for span in spans)
    if earliest > latest:
        raise OfficeError(
            "values.calendars_disagree",
            gregorian=gregorian.isoformat(),
            hijri=str(hijri),
            hijri_expected=str(nearest_hijri(gregorian)),
            gregorian_expected=hijri.to_gregorian().isoformat(),
        )
    return DatePossibility(earliest, latest)


def whole_units(since: date, on: date, unit: Unit, calendar: Calendar) -> int:
    """Whole years, months or days completed from `since` until `on`; negative before `since` (one day before is -1).

    It is the greatest n for which `after(since, n, unit, calendar) <= on`, so ages and deadlines never disagree.

    Raises:
        OfficeError: `values.date_outside_table`, counting in Hijri before 1300 or after 1500 AH.
    """
    if unit == "day":
        return (on - since).days
    first, day, _ = _placed(since, calendar)
    last, last_day, last_length = _placed(on, calendar)
    months = last - first - (last_day < min(day, last_length))
    return months if unit == "month" else months // 12


def after(since: date, n: int, unit: Unit, calendar: Calendar) -> date:
    """The day on which `n` whole units from `since` are completed; `n` may be negative.

    A month that is too short completes on its last day: born on 29 February, one is 18 on 28 February; three months
    from 30 Shaban end on 29 Dhu al-Qadah where that month has 29 days.

    Raises:
        OfficeError: `values.date_outside_table`, counting in Hijri before 1300 or after 1500 AH.
    """
    if unit == "day":
        return since + timedelta(days=n)
    index, day, _ = _placed(since, calendar)
    index += n if unit == "month" else n * 12
    if calendar is Calendar.HIJRI:
        return month_start(index) + timedelta(days=min(day, month_length(index)) - 1)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day, _gregorian_length(year, month + 1)))


def _placed(day: date, calendar: Calendar) -> tuple[int, int, int]:
    """(running month, day of the month, length of that month) in a calendar."""
    if calendar is Calendar.HIJRI:
        index, day_of_month = place(day)
        return index, day_of_month, month_length(index)
    return day.year * 12 + day.month - 1, day.day, _gregorian_length(day.year, day.month)


def _gregorian_length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def with_eras_kept(text: str) -> str:
    """`text` in which no line parts a year from the era behind it: for sentences that were kept as plain text."""
    return _BEFORE_ERA.sub(NO_BREAK_SPACE, text)


NO_BREAK_SPACE: Final = "\u00a0"
_BEFORE_ERA: Final = re.compile(r"(?<=[0-9٠-٩]) (?=(?:هـ|م|AH|CE)\b)")
_AND_IN_THE_OTHER = {Language.ARABIC: " الموافق ", Language.ENGLISH: ", corresponding to "}


def shown(
    day: date, language: Language, *, arabic_digits: bool, leading: Calendar = Calendar.HIJRI, both: bool = True
) -> str:
    """The day in words: «١٩ جمادى الأولى ١٤٤٦ هـ الموافق ٢١ نوفمبر ٢٠٢٤ م»; no line parts a figure from
    the month or era behind it.

    Outside the Umm al-Qura tables the Gregorian date stands alone: an office signs no approximate date.
    """
    hijri = hijri_of(day)
    texts = {Calendar.GREGORIAN: _in_words(day.year, day.month, day.day, Calendar.GREGORIAN, language)}
    if hijri is not None:
        texts[Calendar.HIJRI] = _in_words(hijri.year, hijri.month, hijri.day, Calendar.HIJRI, language)
    text = _AND_IN_THE_OTHER[language].join(_in_order(texts, leading, both))
    return to_arabic_indic(text) if arabic_digits else text


def short(
    day: date, language: Language, *, arabic_digits: bool, leading: Calendar = Calendar.HIJRI, both: bool = False
) -> str:
    """The day in figures, year first: «١٤٤٦/٠٥/١٩ هـ», with `both` «١٤٤٦/٠٥/١٩ هـ - ٢٠٢٤/١١/٢١ م»; no line parts a
    year from its era.
    """
    hijri = hijri_of(day)
    texts = {Calendar.GREGORIAN: f"{day:%Y/%m/%d}{NO_BREAK_SPACE}{_ERAS[Calendar.GREGORIAN, language]}"}
    if hijri is not None:
        texts[Calendar.HIJRI] = f"{str(hijri).replace('-', '/')}{NO_BREAK_SPACE}{_ERAS[Calendar.HIJRI, language]}"
    text = " - ".join(_in_order(texts, leading, both))
    return to_arabic_indic(text) if arabic_digits else text


_ERAS = {
    (Calendar.HIJRI, Language.ARABIC): "هـ",
    (Calendar.HIJRI, Language.ENGLISH): "AH",
    (Calendar.GREGORIAN, Language.ARABIC): "م",
    (Calendar.GREGORIAN, Language.ENGLISH): "CE",
}


def _in_words(year: int, month: int, day: int, calendar: Calendar, language: Language) -> str:
    month_name = month_after(calendar, month).said_in(language)
    return f"{day}{NO_BREAK_SPACE}{month_name} {year}{NO_BREAK_SPACE}{_ERAS[calendar, language]}"


def _in_order(texts: dict[Calendar, str], leading: Calendar, both: bool) -> list[str]:
    order = sorted(texts, key=lambda calendar: calendar is not leading)
    return [texts[calendar] for calendar in (order if both else order[:1])]
