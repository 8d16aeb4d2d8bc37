"""Amounts of money in words, as letters and cheques carry them beside the figures."""

from __future__ import annotations

from desktop.values.agreement import (
    EGYPTIAN_POUND,
    HALALA,
    PIASTRE,
    SAUDI_RIYAL,
    counted,
)
from desktop.values.cardinals import LARGEST, Case, Gender, in_words
from desktop.values.errors import OfficeError
from desktop.values.language import Language
from desktop.values.money import Currency, Money

__all__ = ["Case", "Gender", "amount_in_words", "in_words"]

_NOUNS = {Currency.SAR: (SAUDI_RIYAL, HALALA), Currency.EGP: (EGYPTIAN_POUND, PIASTRE)}


def amount_in_words(money: Money, language: Language, *, cheque: bool = False) -> str:
    """The amount in words: «ألف وأربعمائة ريال سعودي لا غير», "one thousand four hundred Saudi riyals only".

    Args:
        money: zero or more, below 10^12 riyals or pounds; halalas and piastres are said when there are any.
        language: the language.
        cheque: open with «فقط» too, so that nothing can be written in front either; English says "only" in both.

    Raises:
        OfficeError: `values.number_out_of_words`, also for a negative amount.
    """
    major, minor = divmod(money.minor, 100)
    if not 0 <= major <= LARGEST:
        raise OfficeError("values.number_out_of_words", number=money.decimal_text(), largest=LARGEST)
    noun, minor_noun = _NOUNS[money.currency]
    parts = [counted(major, noun, language, words=True)] if major or not minor else []
    if minor:
        parts.append(counted(minor, minor_noun, language, words=True))
    if language is Language.ENGLISH:
        return f"{' and '.join(parts)} only"
    return f"{'فقط ' if cheque else ''}{' و'.join(parts)} لا غير"
