"""A bank account by its IBAN: plain while one types, in groups of four while it is only looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.values.digits import compact
from desktop.values.iban import grouped, is_invented_iban, read_iban
from ui.language.reader import Reader
from ui.parts.fields.line_field import LineField
from ui.parts.fields.typed_line import Order, in_order


class IbanField(LineField):
    """The IBAN as `read_iban` gives it."""

    keeps_foot = True

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(reader, parent, order=Order.FIGURES)

    @override
    def value(self) -> str | None:
        value: str | None = super().value()
        return value

    @override
    def read(self, text: str) -> str:
        return read_iban(text)

    @override
    def spelled(self, value: str) -> str:
        return value

    @override
    def shown(self, value: str) -> str:
        return in_order(self.figures(grouped(value)))

    @override
    def examined(self) -> None:
        value = self.value()
        counted = len(compact(self.typed_text()).replace("-", ""))
        if value is not None:
            self.note(self.tr("Account set aside for training, at no bank") if is_invented_iban(value) else "")
        elif counted:
            length = {"SA": 24, "EG": 29}.get(compact(self.typed_text())[:2].upper())
            told = self.tr("{typed} of {all} characters") if length is not None else ""
            self.note(told.format(typed=self.reader.number(counted), all=self.reader.number(length or 0)))
        else:
            self.note("")
