"""A telephone number, kept so that it can be dialled from anywhere, shown as it is dialled here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from desktop.values.phone import read_phone
from ui.language.reader import Reader
from ui.parts.fields.line_field import LineField
from ui.parts.fields.typed_line import Order

_CHARACTERS = 16
_DIALLED_FROM = {"SA": "+966", "EG": "+20"}


class PhoneField(LineField):
    """The number in E.164, "+966512345678".

    Args:
        country: "SA" or "EG", in which a number without a country code is dialled.
    """

    def __init__(self, reader: Reader, parent: QWidget | None = None, *, country: str = "SA") -> None:
        super().__init__(reader, parent, order=Order.FIGURES, characters=_CHARACTERS)
        self._country = country
        self.row.addStretch(1)

    @override
    def value(self) -> str | None:
        value: str | None = super().value()
        return value

    @override
    def read(self, text: str) -> str:
        return read_phone(text, self._country)

    @override
    def spelled(self, value: str) -> str:
        return value

    @override
    def shown(self, value: str) -> str:
        code = _DIALLED_FROM[self._country]
        if value.startswith(code):
            dialled = f"0{value.removeprefix(code)}"
            if self._means(dialled, value):
                return self.figures(dialled)
        return self.figures(value)

    def _means(self, text: str, value: str) -> bool:
        try:
            return read_phone(text, self._country) == value
        except OfficeError:
            return False
