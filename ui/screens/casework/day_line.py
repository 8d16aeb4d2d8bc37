"""A day typed in figures, in either calendar and either digits."""

from __future__ import annotations

import re
from datetime import date

from desktop.values.calendars import read_gregorian, read_hijri

_GREGORIAN = 1600
"""No Hijri year that anybody writes reaches it, and no Gregorian one lies below."""


def day_typed(text: str) -> date:
    """The day; a year below sixteen hundred is one of the Hijri calendar.

    Raises:
        OfficeError: `values.gregorian_unreadable`, `values.hijri_unreadable` and what a month or year refuses.
    """
    year = max((int(part) for part in re.findall(r"\d{4}", text)), default=0)
    return read_hijri(text).to_gregorian() if 0 < year < _GREGORIAN else read_gregorian(text)
