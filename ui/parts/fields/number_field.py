"""A count or a measure, with its unit beside it."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.values.digits import compact
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from desktop.values.worded import code
from ui.language.reader import Reader
from ui.parts.fields.line_field import LineField
from ui.parts.fields.typed_line import Order
from ui.parts.text import Text

_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,12}(?:[.٫][0-9]{0,12})?")


class NumberField(LineField):
    """A number between two limits.

    Args:
        whole: no decimals; its value is an `int`, else a `float`.
        minimum: the least that is accepted; maximum the most.
        unit: stands beside the number.
        characters: how many the line is as wide as.
    """

    def __init__(
        self,
        reader: Reader,
        parent: QWidget | None = None,
        *,
        whole: bool = True,
        minimum: float | None = 0,
        maximum: float | None = None,
        unit: Wording | None = None,
        characters: int = 7,
    ) -> None:
        super().__init__(reader, parent, order=Order.FIGURES, characters=characters)
        self._whole, self._least, self._most, self._unit = whole, minimum, maximum, unit
        self.unit_word = Text("soft", self)
        self.row.addWidget(self.unit_word)
        self.row.addStretch(1)
        self.shown_anew()

    @override
    def value(self) -> float | None:
        value: float | None = super().value()
        return value

    @override
    def read(self, text: str) -> float:
        figures = compact(text).removesuffix("%").removesuffix("٪")
        pattern, key = (_WHOLE, "fields.count_unreadable") if self._whole else (_NUMBER, "fields.number_unreadable")
        if pattern.fullmatch(figures) is None:
            raise OfficeError(key, text=text)
        number = int(figures) if self._whole else float(figures.replace("٫", "."))
        if self._least is not None and number < self._least:
            raise OfficeError("fields.number_too_small", limit=code(f"{self._least:g}"))
        if self._most is not None and number > self._most:
            raise OfficeError("fields.number_too_large", limit=code(f"{self._most:g}"))
        return number

    @override
    def spelled(self, value: float) -> str:
        # Never in powers of ten, which nobody types.
        return str(value) if isinstance(value, int) else f"{value:.12f}".rstrip("0").rstrip(".")

    @override
    def shown(self, value: float) -> str:
        return self.edited_as(self.spelled(value))

    @override
    def edited_as(self, typed: str) -> str:
        digits = self.figures(typed)
        return digits.replace(".", "٫") if self.reader.arabic_digits else digits

    @override
    def shown_anew(self) -> None:
        self.unit_word.setText("" if self._unit is None else self.reader.wording(self._unit))
        self.unit_word.setVisible(self._unit is not None)
        super().shown_anew()
