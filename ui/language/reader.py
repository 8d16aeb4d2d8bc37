"""Who reads the screen: their language, digits and leading calendar; every value is put into text here.

Values come out between Unicode isolates, so that a date, an amount or a number keeps its own order inside a sentence of
either direction.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from desktop.values import dates, money
from desktop.values.calendars import Calendar
from desktop.values.digits import to_arabic_indic
from desktop.values.isolates import in_written_order, isolated
from desktop.values.language import Language, Wording
from desktop.values.money import Money
from desktop.values.worded import led_by

RIYADH = ZoneInfo("Asia/Riyadh")

_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2}(?!\d)")
_CODE = re.compile(r"(?<![\w\u202d/.-])(?=[A-Za-z-]*\d)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+(?![\w/-])")
_ARABIC_SEPARATORS = str.maketrans(",.", "٬٫")


@dataclass(frozen=True, slots=True)
class Reader:
    """How values are shown to one person.

    Args:
        language: of words.
        arabic_digits: ٠١٢ rather than 012, whatever the language.
        leading: the calendar that stands first where both are shown.
        zone: the office's time zone, for instants.
        names: of the colleagues that this person may know, by their login.
    """

    language: Language = Language.ARABIC
    arabic_digits: bool = True
    leading: Calendar = Calendar.HIJRI
    zone: ZoneInfo = RIYADH
    names: Mapping[str, Wording] = field(default_factory=dict, compare=False, repr=False)

    @property
    def right_to_left(self) -> bool:
        """Whether the screen begins at the right."""
        return self.language is Language.ARABIC

    def digits(self, text: str) -> str:
        """`text` with the digits that this person reads; amounts take the separators that belong to the digits, and
        what is joined by hyphens (file numbers, versions, codes) stays in its order.
        """
        if not self.arabic_digits:
            return text
        kept = _CODE.sub(lambda code: in_written_order(code[0]), text)
        return to_arabic_indic(_AMOUNT.sub(lambda amount: amount[0].translate(_ARABIC_SEPARATORS), kept))

    def wording(self, wording: Wording) -> str:
        """A pair in this person's language and digits, its days in their leading calendar."""
        told = led_by(wording.said_in(self.language), self.language, self.leading)
        return self.digits(money.with_currencies_kept(dates.with_eras_kept(told)))

    def number(self, number: int) -> str:
        """A count, its thousands apart: «١٬٢٣٤»."""
        text = f"{number:,}"
        return in_written_order(to_arabic_indic(text).replace(",", "٬") if self.arabic_digits else text)

    def code(self, text: str) -> str:
        """An identity number, file number, serial, IBAN or telephone: in its own order, never grouped anew."""
        return in_written_order(self.digits(text))

    def money(self, amount: Money) -> str:
        """An amount with its currency in words, which no line parts from it."""
        shown = money.shown(amount, self.language, arabic_digits=self.arabic_digits)
        return isolated(money.with_currencies_kept(shown))

    def colleague(self, login: str) -> str:
        """The name of who has a login; the login itself of somebody whom this person may not know."""
        name = self.names.get(login)
        return isolated(login if name is None else name.said_in(self.language))

    def day(self, day: date, *, both: bool = False) -> str:
        """A day in figures: «١٤٤٦/٠٥/١٩ هـ»; with `both`, the other calendar after it."""
        return self._each_isolated(
            dates.short(day, self.language, arabic_digits=self.arabic_digits, leading=self.leading, both=both), " - "
        )

    def day_in_words(self, day: date, *, both: bool = True) -> str:
        """A day with the name of its month, in the leading calendar and, with `both`, in the other."""
        return dates.shown(day, self.language, arabic_digits=self.arabic_digits, leading=self.leading, both=both)

    def instant(self, instant: datetime) -> str:
        """A moment: the day in figures and the time of the office's clock."""
        local = instant.astimezone(self.zone)
        return f"{self.day(local.date())} {in_written_order(self.digits(f'{local:%H:%M}'))}"

    @staticmethod
    def _each_isolated(text: str, between: str) -> str:
        return between.join(isolated(part) for part in text.split(between))
