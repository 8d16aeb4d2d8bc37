"""Values as they stand in a sentence of either language: western digits, each in an isolate of its own."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from desktop.values import dates, money
from desktop.values.agreement import CountedNoun, counted
from desktop.values.calendars import Calendar, HijriDate
from desktop.values.cardinals import Case
from desktop.values.isolates import END, FIRST_STRONG, bare, isolated, left_to_right
from desktop.values.language import Language, Wording
from desktop.values.money import Money


def both(arabic: str, english: str, **values: Wording) -> Wording:
    """The two patterns with the values of their own language put in."""
    return Wording(
        arabic.format(**{name: each.ar for name, each in values.items()}),
        english.format(**{name: each.en for name, each in values.items()}),
    )


def amount(value: Money) -> Wording:
    """An amount with its currency."""
    return Wording(
        isolated(money.shown(value, Language.ARABIC, arabic_digits=False)),
        isolated(money.shown(value, Language.ENGLISH, arabic_digits=False)),
    )


def day(value: date) -> Wording:
    """A day in figures, by the calendar that leads in each language.

    Between year and era stands an ordinary space: answers are kept with their sentences and must replay to the same
    bytes in any year. Who shows the sentence keeps the two on one line, as `led_by` does.
    """
    return Wording(
        _kept(dates.short(value, Language.ARABIC, arabic_digits=False)),
        _kept(dates.short(value, Language.ENGLISH, arabic_digits=False, leading=Calendar.GREGORIAN)),
    )


def _kept(figures: str) -> str:
    return isolated(bare(figures))


def led_by(text: str, language: Language, leading: Calendar) -> str:
    """`text` with each of its days, as `day` put them there, in the calendar that leads for its reader."""

    def told(found: re.Match[str]) -> str:
        year, month, of_month = (int(part) for part in found.group(1, 2, 3))
        hijri = found[4] in _HIJRI_ERAS
        value = HijriDate(year, month, of_month).to_gregorian() if hijri else date(year, month, of_month)
        return isolated(dates.short(value, language, arabic_digits=False, leading=leading))

    return _DAY.sub(told, text)


def code(text: str) -> Wording:
    """A number or code that has one spelling."""
    put = left_to_right(bare(text))
    return Wording(put, put)


def said(text: str | Wording) -> Wording:
    """A name, or words that somebody wrote, in their own direction and on one line."""
    if isinstance(text, Wording):
        return Wording(_own(text.ar), _own(text.en))
    return Wording(_own(text), _own(text))


def number_of(number: int, noun: CountedNoun, *, case: Case = Case.NOMINATIVE) -> Wording:
    """A number with its noun, in figures but for one and two in Arabic."""
    return Wording(
        counted(number, noun, Language.ARABIC, arabic_digits=False, case=case),
        counted(number, noun, Language.ENGLISH, arabic_digits=False),
    )


def _own(text: str) -> str:
    # Marks of direction in what somebody typed would open or close the isolates of the sentence.
    return isolated(" ".join(bare(text).split()))


_DAY: Final = re.compile(f"{FIRST_STRONG}(\\d{{4}})/(\\d\\d)/(\\d\\d)[ \u00a0](AH|CE|هـ|م){END}")
_HIJRI_ERAS: Final = frozenset({"AH", "هـ"})
