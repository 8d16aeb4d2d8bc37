"""A birth as it was stated: in whichever of the two fields, in whichever calendar, to the day or only to the year.

What is written in the Hijri calendar is kept so, also where it was typed into the Gregorian field, since the paper
that the family shows says that and no other day. «1405» alone is a birth known to the year.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from desktop.values.calendars import Calendar
from desktop.values.dates import Precision
from desktop.values.digits import compact
from desktop.values.errors import OfficeError
from desktop.values.typed_dates import StatedDate, read_date
from ui.screens.registry.registration.typed import Typed

GREGORIAN, HIJRI, PRECISION = "birth_date", "birth_date_hijri", "birth_date_precision"


class Stated(NamedTuple):
    """A text that gives a fact of the birth, and the slot at which it was typed."""

    slot: str
    text: str
    told: bool


def stated_birth(typed: Typed, member: str) -> Mapping[str, Stated]:
    """By name of the fact, the text that states it; facts that nothing states are left out."""
    texts = {}
    for name in (GREGORIAN, HIJRI, PRECISION):
        slot = f"{member}/{name}"
        if typed.is_told(slot) or compact(typed.text(slot)):
            texts[name] = Stated(slot, typed.text(slot), typed.is_told(slot))
    stated = _by_calendar(texts)
    said = texts[PRECISION].text if PRECISION in texts else ""
    padded = {name: _padded(each, said) for name, each in stated.items()}
    implied = {precision for _, precision in padded.values() if precision}
    if PRECISION in texts:
        return {PRECISION: texts[PRECISION], **{name: each for name, (each, _) in padded.items()}}
    if len(implied) == 1 and all(precision for _, precision in padded.values()):
        source = next(iter(stated.values())).slot
        return {PRECISION: Stated(source, implied.pop(), told=False)} | {n: each for n, (each, _) in padded.items()}
    # One date to the day and one in part, with nothing said of how much is known: the part is left to be mended.
    return stated


def _by_calendar(texts: Mapping[str, Stated]) -> dict[str, Stated]:
    """Each date at the fact of its own calendar, where that place is free."""
    gregorian, hijri = texts.get(GREGORIAN), texts.get(HIJRI)
    if _may_cross(gregorian, Calendar.HIJRI) and _may_cross(hijri, Calendar.GREGORIAN):
        gregorian, hijri = hijri, gregorian
    placed = {GREGORIAN: gregorian, HIJRI: hijri}
    return {name: each for name, each in placed.items() if each is not None}


def _may_cross(stated: Stated | None, calendar: Calendar) -> bool:
    """Whether what stands in one field can be meant for the other; what a file told stands where it belongs."""
    if stated is None:
        return True
    read = _read(stated)
    return read.calendar is calendar if read is not None else not stated.told


def _padded(stated: Stated, said: str) -> tuple[Stated, str]:
    """(the date with any day for what is not known, how much is), or as it is and '' where it is written whole."""
    read = _read(stated)
    if read is None or read.precision is Precision.DAY:
        return stated, ""
    if said not in {"", read.precision.value, Precision.YEAR.value}:
        return stated, ""
    return stated._replace(text=StatedDate(read.stated).spelled()), read.precision.value


def _read(stated: Stated) -> StatedDate | None:
    if stated.told:
        return None
    try:
        return read_date(stated.text, as_stated=True)
    except OfficeError:
        return None
