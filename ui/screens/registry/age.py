"""How old somebody is, in words; the same on every screen, and counted as the rules count it."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop.values.agreement import MONTH, YEAR, CountedNoun, counted
from desktop.values.calendars import Calendar
from desktop.values.cardinals import Case
from desktop.values.dates import DatePossibility, Unit, whole_units
from desktop.values.language import Wording
from ui.language.reader import Reader

_ABOUT: Final = Wording("نحو {age}", "about {age}")
_UNDER_A_MONTH: Final = Wording("أقل من شهر", "under one month")
_MONTHS_OF_INFANCY: Final = 24


def age_words(born: DatePossibility, day: date, reader: Reader) -> str:
    """Whole years on a day, in months below two years; «نحو» where the birth is known less exactly than the age.

    Gregorian years, whichever calendar somebody reads days in: a screen that said 62 of a man whom the rules count
    60 years would have him turned away. Empty for a birth after that day.
    """
    if born.latest > day:
        return ""
    youngest, oldest = _span(born, day, "year")
    if oldest * 12 < _MONTHS_OF_INFANCY:
        youngest, oldest = _span(born, day, "month")
        if oldest < 1:
            return reader.wording(_UNDER_A_MONTH)
        return _said(youngest, oldest, MONTH, reader)
    return _said(youngest, oldest, YEAR, reader)


def _said(youngest: int, oldest: int, unit: CountedNoun, reader: Reader) -> str:
    known = youngest == oldest
    case = Case.NOMINATIVE if known else Case.GENITIVE
    age = counted((youngest + oldest) // 2, unit, reader.language, arabic_digits=reader.arabic_digits, case=case)
    return age if known else _ABOUT.said_in(reader.language).format(age=age)


def _span(born: DatePossibility, day: date, unit: Unit) -> tuple[int, int]:
    """Whole units of the youngest and of the oldest that somebody may be."""
    return (
        whole_units(born.latest, day, unit, Calendar.GREGORIAN),
        whole_units(born.earliest, day, unit, Calendar.GREGORIAN),
    )
