"""Money as whole minor units (halalas, piastres): never a float, never two currencies in one sum."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering

from desktop.values.digits import compact, to_arabic_indic
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording


class Currency(StrEnum):
    """A currency of the office by its ISO 4217 code; both have two decimals."""

    SAR = "SAR"
    EGP = "EGP"


_WORDS = {Currency.SAR: Wording("ريال", "SAR"), Currency.EGP: Wording("جنيه", "EGP")}

_BESIDE_CURRENCY = re.compile(r"(?<=[0-9٠-٩]) (?=ريال|جنيه)|(?<=\b(?:SAR|EGP)) (?=[0-9٠-٩])")

# A group separator is taken only where it parts exact thousands: "1,400" is 1400 and "1,5" is refused, since
# it may be meant as one and a half.
_AMOUNT = re.compile(r"([+-]?)([0-9]+|[0-9]{1,3}(?:[,٬][0-9]{3})+)(?:[.٫]([0-9]*))?")

# Sums of a whole caseload still fit a 64-bit column.
_MOST_WHOLE_DIGITS = 15


def minor_units(text: str) -> int:
    """Halalas or piastres of a decimal text such as "480", "480.5", "-1,400.00" or "٤٨٠٫٠٠"; exact.

    Raises:
        OfficeError: `values.money_unreadable`, `values.money_too_precise`, `values.money_too_large`.
    """
    found = _AMOUNT.fullmatch(compact(text))
    if found is None:
        raise OfficeError("values.money_unreadable", text=text)
    sign, whole, decimals = found.group(1), found.group(2), found.group(3) or ""
    if len(decimals) > 2:
        raise OfficeError("values.money_too_precise", text=text)
    digits = whole.replace(",", "").replace("٬", "").lstrip("0")
    if len(digits) > _MOST_WHOLE_DIGITS:
        raise OfficeError("values.money_too_large", text=text, digits=_MOST_WHOLE_DIGITS)
    minor = int(digits or "0") * 100 + int(decimals.ljust(2, "0"))
    return -minor if sign == "-" else minor


def decimal_text(minor: int) -> str:
    """The decimal text of minor units, always with two decimals and western digits: -48005 is "-480.05"."""
    whole, rest = divmod(abs(minor), 100)
    return f"{'-' if minor < 0 else ''}{whole}.{rest:02d}"


@total_ordering
@dataclass(frozen=True, slots=True)
class Money:
    """An amount of one currency.

    Args:
        minor: whole halalas (SAR) or piastres (EGP); may be negative.
        currency: the currency; sums and order across currencies are a fault of the program (`TypeError`).
    """

    minor: int
    currency: Currency

    @classmethod
    def of(cls, text: str, currency: Currency) -> Money:
        """The amount written as a decimal text in either digit set; errors as of `minor_units`."""
        return cls(minor_units(text), currency)

    def decimal_text(self) -> str:
        """The amount without its currency, as files carry it: "480.00"."""
        return decimal_text(self.minor)

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same_currency(other).minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same_currency(other).minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same_currency(other).minor

    def _same_currency(self, other: Money) -> Money:
        if other.currency is not self.currency:
            raise TypeError(f"{self.currency} and {other.currency} have no common measure")
        return other


def shown(money: Money, language: Language, *, arabic_digits: bool) -> str:
    """The amount as people read it: «١٬٤٠٠٫٠٠ ريال», "1,400.00 ريال" or "SAR 1,400.00".

    Digits follow the reader's preference, not the language; the separators follow the digits.
    """
    number = f"{'-' if money.minor < 0 else ''}{abs(money.minor) // 100:,}.{abs(money.minor) % 100:02d}"
    if arabic_digits:
        number = to_arabic_indic(number).replace(",", "٬").replace(".", "٫")
    word = _WORDS[money.currency].said_in(language)
    return f"{number} {word}" if language is Language.ARABIC else f"{word} {number}"


def with_currencies_kept(text: str) -> str:
    """`text` in which no line parts an amount from its currency: for whoever shows a sentence or an amount."""
    return _BESIDE_CURRENCY.sub("\u00a0", text)
