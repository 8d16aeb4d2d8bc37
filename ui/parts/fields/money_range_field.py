"""Two amounts between which a sum lies, where nobody knows it exactly."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from desktop.values.money import Currency
from ui.language.reader import Reader
from ui.parts.fields.field import Field
from ui.parts.fields.money_field import MoneyField
from ui.parts.fields.sentences import sentence_of
from ui.parts.text import Text

_BETWEEN = "\n"
"""Parts the two texts; a line cannot hold it."""


class MoneyRangeField(Field):
    """The least and the most, both or neither; each is a field of its own, for a screen that binds it by itself."""

    def __init__(self, reader: Reader, parent: QWidget | None = None, *, currency: Currency = Currency.SAR) -> None:
        super().__init__(reader, parent)
        self.least, self.most = (MoneyField(reader, self, currency=currency) for _ in range(2))
        self.and_ = Text("soft", self)
        self.least.currency_word.hide()
        self.row.addWidget(self.least)
        self.row.addWidget(self.and_)
        self.row.addWidget(self.most)
        self.row.addStretch(1)
        self.say(self.and_.setText, lambda: self.tr("to"))
        self.setFocusProxy(self.least)
        for end in (self.least, self.most):
            end.tells_own_faults = False
            end.changed.connect(self.changed)
        # Going from one amount to the other is not leaving the two.
        self.least.left.connect(self._half_left)
        self.most.left.connect(self._half_left)

    @override
    def value(self) -> tuple[int, int] | None:
        least, most = self.least.value(), self.most.value()
        return None if least is None or most is None or self._faulty() is not None else (least, most)

    @override
    def set_value(self, value: tuple[int, int] | None) -> None:
        self.least.set_value(None if value is None else value[0])
        self.most.set_value(None if value is None else value[1])

    @override
    def typed_text(self) -> str:
        ends = (self.least.typed_text(), self.most.typed_text())
        return _BETWEEN.join(ends) if any(ends) else ""

    @override
    def set_typed_text(self, text: str) -> None:
        least, _, most = text.partition(_BETWEEN)
        self.least.set_typed_text(least)
        self.most.set_typed_text(most)

    @override
    def fault(self) -> str:
        error = self._faulty()
        if error is not None:
            return sentence_of(error, self.reader)
        return self.least.fault() or self.most.fault()

    @override
    def control(self) -> QWidget:
        return self.least.line

    @override
    def marked(self) -> tuple[QWidget, ...]:
        return (self.least.line, self.most.line)

    @override
    def named(self, name: str) -> None:
        self.least.set_name(self.tr("{label}, the least").format(label=name))
        self.most.set_name(self.tr("{label}, the most").format(label=name))

    @override
    def setReadOnly(self, read_only: bool) -> None:
        self.least.setReadOnly(read_only)
        self.most.setReadOnly(read_only)

    @override
    def is_read_only(self) -> bool:
        return self.least.is_read_only()

    @override
    def shown_anew(self) -> None:
        for end in (self.least, self.most):
            end.set_reader(self.reader)
        if self._name:
            self.named(self._name)

    def set_currency(self, currency: Currency) -> None:
        """Count in another currency; the figures stay."""
        self.least.set_currency(currency)
        self.most.set_currency(currency)

    def _faulty(self) -> OfficeError | None:
        if self.least.is_empty != self.most.is_empty:
            return OfficeError("fields.bounds_half")
        least, most = self.least.value(), self.most.value()
        if least is not None and most is not None and least > most:
            return OfficeError("fields.bounds_crossed")
        return None

    def _half_left(self) -> None:
        if not (self.least.line.hasFocus() or self.most.line.hasFocus()):
            self.left.emit()
