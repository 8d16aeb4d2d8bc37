"""In which language and digits a paper is set, and the words that every paper says in both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desktop.values import dates, money
from desktop.values.agreement import CountedNoun, counted
from desktop.values.calendars import Calendar, month_name
from desktop.values.cardinals import Case
from desktop.values.digits import to_arabic_indic, to_western
from desktop.values.language import Language, Wording
from desktop.values.money import Money
from reports.arabic.markup import LRI, NO_BREAK_SPACE, PDI, isolate, unbroken

# Ids of papers and other words with Latin letters keep the digits they were given, and so do isolates that hold some.
_LATIN_WORD = re.compile(f"{LRI}[^{PDI}]*[A-Za-z][^{PDI}]*{PDI}|" r"[0-9A-Za-z._/:@-]*[A-Za-z][0-9A-Za-z._/:@-]*")

_COMPOUND = re.compile(r"(?:(?<=\bعبد)|(?<=\bأبو)|(?<=\bآل)|(?<=\bبن)) | (?=(?:الله|الدين)\b)")
_NO_DECIMALS = re.compile("[.٫][0٠]{2}(?![0-9٠-٩])")


# An amount that a sentence carries: its marks follow its digits, those of an article («٩.١») stay.
_AMOUNT = re.compile("[٠-٩]{1,3}(?:,[٠-٩]{3})*\\.[٠-٩]{2}(?=[ \u00a0](?:ريال|جنيه))")


def _parted(amount: re.Match[str]) -> str:
    return amount.group().replace(",", "٬").replace(".", "٫")


@dataclass(frozen=True)
class Setting:
    """Language and digits of one paper. Arabic-Indic digits are for Arabic papers; English ones keep 0-9."""

    language: Language
    arabic_digits: bool

    @property
    def rtl(self) -> bool:
        """Whether the sheet reads from the right."""
        return self.language is Language.ARABIC

    @property
    def _indic(self) -> bool:
        return self.arabic_digits and self.rtl

    def say(self, wording: Wording) -> str:
        """The wording in the paper's language and digits."""
        return self.digits(money.with_currencies_kept(dates.with_eras_kept(wording.said_in(self.language))))

    def title(self, wording: Wording) -> str:
        """The wording as a label that starts with a capital where the language has them."""
        text = self.say(wording)
        return text[:1].upper() + text[1:]

    def name(self, wording: Wording) -> str:
        """A person's name whose compounds («عبد الله», «آل المبارك») no line parts."""
        return _COMPOUND.sub(NO_BREAK_SPACE, self.say(wording))

    def pick(self, ar: str, en: str) -> str:
        """The text of the paper's language, in its digits."""
        return self.digits(ar if self.rtl else en)

    def digits(self, text: str) -> str:
        """`text` in the paper's digits."""
        if not self._indic:
            return to_western(text)
        pieces, done = [], 0
        for word in _LATIN_WORD.finditer(text):
            pieces += [to_arabic_indic(text[done : word.start()]), word.group()]
            done = word.end()
        return _AMOUNT.sub(_parted, "".join([*pieces, to_arabic_indic(text[done:])]))

    def number(self, value: int) -> str:
        """A counting number."""
        return self.digits(str(value))

    def counted(self, number: int, noun: CountedNoun, case: Case = Case.NOMINATIVE) -> str:
        """A number with its noun: «٢٤ شهرًا»."""
        return self.digits(counted(number, noun, self.language, arabic_digits=self._indic, case=case))

    def identity(self, text: str) -> str:
        """An id that keeps its order and is never broken."""
        return isolate(unbroken(self.digits(text)))

    def money(self, amount: Money) -> str:
        """An amount with its currency, never broken."""
        return unbroken(money.shown(amount, self.language, arabic_digits=self._indic))

    def whole_money(self, amount: Money) -> str:
        """An amount of whole units without its decimals: «٤٬٠٠٠ ريال»."""
        return _NO_DECIMALS.sub("", self.money(amount))

    def month(self, day: date) -> str:
        """The Gregorian month of a day, by name and year: «ديسمبر ٢٠٢٦»."""
        name = month_name(Calendar.GREGORIAN, day.month, self.language)
        return unbroken(f"{name} {self.number(day.year)}")

    def day(self, day: date) -> str:
        """A day in figures, Hijri where the tables know it."""
        return unbroken(dates.short(day, self.language, arabic_digits=self._indic, leading=self._leading))

    def other_day(self, day: date) -> str:
        """The same day in the other calendar; empty where only one calendar knows it."""
        first = self.day(day)
        both = [
            unbroken(dates.short(day, self.language, arabic_digits=self._indic, leading=calendar))
            for calendar in Calendar
        ]
        return next((text for text in both if text != first), "")

    def both_days(self, day: date) -> str:
        """A day in figures, in both calendars: «١٤٤٦/٠٥/١٩ هـ (٢٠٢٤/١١/٢١ م)»."""
        other = self.other_day(day)
        return f"{self.day(day)} ({other})" if other else self.day(day)

    def day_in_words(self, day: date) -> str:
        """A day in words, in both calendars."""
        return dates.shown(day, self.language, arabic_digits=self._indic, leading=self._leading)

    @property
    def _leading(self) -> Calendar:
        return Calendar.HIJRI if self.rtl else Calendar.GREGORIAN
