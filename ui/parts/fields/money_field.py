"""An amount of money in whole minor units, its currency beside it; empty is unknown, never zero."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.values import money
from desktop.values.errors import OfficeError
from desktop.values.language import Language
from desktop.values.money import Currency, Money, decimal_text, minor_units
from ui.language.reader import Reader
from ui.parts.fields.line_field import LineField
from ui.parts.fields.typed_line import Order
from ui.parts.text import Text

_CHARACTERS = 13
"""Nine million nine hundred thousand with its separators and halalas."""


class MoneyField(LineField):
    """An amount that is not below zero.

    Args:
        currency: the word beside the amount.
    """

    def __init__(self, reader: Reader, parent: QWidget | None = None, *, currency: Currency = Currency.SAR) -> None:
        super().__init__(reader, parent, order=Order.FIGURES, characters=_CHARACTERS)
        self._currency = currency
        self.currency_word = Text("soft", self)
        self.row.addWidget(self.currency_word)
        self.row.addStretch(1)
        self.shown_anew()

    @override
    def value(self) -> int | None:
        """Halalas or piastres."""
        value: int | None = super().value()
        return value

    def set_currency(self, currency: Currency) -> None:
        """Count in another currency; the figure stays."""
        self._currency = currency
        self.shown_anew()

    @override
    def read(self, text: str) -> int:
        amount = minor_units(text)
        if amount < 0:
            raise OfficeError("fields.amount_below_zero", text=text)
        return amount

    @override
    def spelled(self, value: int) -> str:
        return decimal_text(value)

    @override
    def shown(self, value: int) -> str:
        return self._figure(value)

    @override
    def edited_as(self, typed: str) -> str:
        digits = self.figures(typed)
        return digits.replace(".", "٫") if self.reader.arabic_digits else digits

    @override
    def shown_anew(self) -> None:
        self.currency_word.setText(_word(self._currency, self.reader.language))
        super().shown_anew()

    def _figure(self, minor: int) -> str:
        told = money.shown(Money(minor, self._currency), Language.ARABIC, arabic_digits=self.reader.arabic_digits)
        return told.split()[0]


def _word(currency: Currency, language: Language) -> str:
    """The word of the currency alone, as amounts are told with it."""
    parts = money.shown(Money(0, currency), language, arabic_digits=False).split()
    return next(part for part in parts if not part[0].isdigit())
