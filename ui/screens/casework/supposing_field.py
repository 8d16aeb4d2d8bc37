"""One fact of the what-if panel: its name, whose it is, a field for its kind, and what is wrong with what was typed."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.casework.levers import Lever
from desktop.casework.what_if import Supposed
from desktop.facts.describe import Absent, Kind, Unit
from desktop.values.digits import compact
from desktop.values.errors import OfficeError
from desktop.values.language import Wording
from desktop.values.money import decimal_text, minor_units
from ui.language.reader import Reader, isolated
from ui.language.worded import Worded
from ui.parts.fields.typed_line import Order, TypedLine
from ui.parts.text import Text
from ui.screens.casework.day_line import day_typed
from ui.theme.look import worn
from ui.theme.tokens import GRID

_FIELD_WIDTH = 124
"""Pixels at 100 %: a million with its separators and halalas."""

_WHOLE = re.compile(r"[0-9]{1,4}")
_NUMBER = re.compile(r"[0-9]{1,9}([.٫][0-9]{1,4})?")


class SupposingField(Worded, QWidget):
    """A fact that may be supposed otherwise."""

    changed = Signal()
    """What it holds changed, by a key or a choice."""

    def __init__(self, lever: Lever, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lever = lever
        self._reader = reader
        self.setObjectName(f"suppose {lever.pointer}")
        self.label, self.whose = Text("", self, wraps=True), Text("small", self, wraps=True)
        self.fault = Text("fault", self, wraps=True)
        self.line: TypedLine | None = None
        self.box: QComboBox | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GRID // 4)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(GRID)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.label)
        words.addWidget(self.whose)
        row.addLayout(words, 1)
        self.field = self._field()
        self.field.setFixedWidth(worn().pixels(_FIELD_WIDTH))
        row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(row)
        outer.addWidget(self.fault)
        self.fault.hide()
        self.reset()
        self.reword(reader)

    @property
    def touched(self) -> bool:
        """Whether it holds something else than the file."""
        try:
            return self._value() != self.lever.now
        except OfficeError:
            return True

    def supposed(self) -> Supposed | None:
        """What it supposes; None where it stands as in the file. OfficeError for what cannot be read."""
        value = self._value()
        return None if value == self.lever.now else Supposed(self.lever, value)

    def show_fault(self, error: OfficeError | None) -> None:
        """Say below the field what is wrong with it."""
        self.fault.setText("" if error is None else error.sentence(self._reader.language))
        self.fault.setVisible(error is not None)
        self.field.setProperty("faulty", error is not None)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def reset(self) -> None:
        """As in the file."""
        if self.line is not None:
            self.line.put(self._typed(self.lever.now))
        elif self.box is not None:
            self.box.setCurrentIndex(max(0, self.box.findData(self.lever.now)))
        self.show_fault(None)

    def reword(self, reader: Reader) -> None:
        """Say label and choices in the language of the reader; what was typed stays."""
        self._reader = reader
        label = reader.wording(self.lever.label)
        label = label[:1].upper() + label[1:]
        if self.lever.period is not None:
            label = self.tr("{fact} ({period})").format(fact=label, period=reader.wording(self.lever.period))
        elif self.lever.unit is Unit.YEARS:
            label = self.tr("{fact} (years)").format(fact=label)
        self.label.setText(label)
        self.whose.setText(isolated(self.lever.whose or ""))
        self.whose.setVisible(self.lever.whose is not None)
        name = self.label.accessibleName()
        self.field.setAccessibleName(f"{name}, {self.lever.whose}" if self.lever.whose else name)
        if self.box is not None:
            chosen = self.box.currentData()
            self.box.clear()
            for words, value in self._choices():
                self.box.addItem(reader.wording(words), value)
            self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        if self.line is not None:
            self.line.setPlaceholderText(reader.wording(_ABSENT[self.lever.absent]))

    @override
    def reworded(self) -> None:
        self.reword(self._reader)

    def _field(self) -> QWidget:
        if self.lever.kind in {Kind.BOOLEAN, Kind.CODE, Kind.LIST}:
            self.box = QComboBox(self)
            self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for words, value in self._choices():
                self.box.addItem(self._reader.wording(words), value)
            self.box.activated.connect(lambda _index: self.changed.emit())
            return self.box
        self.line = TypedLine(self, order=Order.FIGURES)
        self.line.typed.connect(lambda _text: self.changed.emit())
        return self.line

    def _choices(self) -> list[tuple[Wording, object]]:
        unknown: tuple[Wording, object] = (_ABSENT[self.lever.absent], None)
        if self.lever.kind is Kind.BOOLEAN:
            return [unknown, (_YES, True), (_NO, False)]
        if self.lever.kind is Kind.LIST:
            return [unknown, (_NONE, ())]
        return [unknown, *((label, code) for code, label in self.lever.codes)]

    def _typed(self, value: object) -> str:
        if value is None:
            return ""
        if self.lever.kind is Kind.MONEY:
            return self._reader.digits(str(value)).replace(".", "٫" if self._reader.arabic_digits else ".")
        return self._reader.digits(f"{value:g}" if isinstance(value, float) else str(value))

    def _value(self) -> object:
        """What it holds as JSON writes it."""
        if self.box is not None:
            return self.box.currentData()
        text = compact(self.line.text()) if self.line is not None else ""
        if not text:
            return None
        match self.lever.kind:
            case Kind.MONEY:
                minor = minor_units(text)
                if minor < 0:
                    raise OfficeError("values.money_unreadable", text=isolated(text))
                same = self.lever.now is not None and minor == minor_units(str(self.lever.now))
                return self.lever.now if same else decimal_text(minor)
            case Kind.DATE:
                return day_typed(text).isoformat()
            case Kind.INTEGER if _WHOLE.fullmatch(text):
                return self._within(int(text))
            case Kind.NUMBER if _NUMBER.fullmatch(text):
                return self._within(float(text.replace("٫", ".")))
        raise self._unreadable(text)

    def _within(self, number: float) -> float:
        low, high = self.lever.minimum, self.lever.maximum
        if (low is not None and number < low) or (high is not None and number > high):
            raise self._unreadable(f"{number:g}")
        return number

    def _unreadable(self, text: str) -> OfficeError:
        return OfficeError("casework.figure_unreadable", text=isolated(text), label=self.lever.label)


_YES, _NO, _NONE = Wording("نعم", "yes"), Wording("لا", "no"), Wording("لا يوجد", "none")
_ABSENT = {
    Absent.UNKNOWN: Wording("غير معلوم", "not known"),
    Absent.NONE_ON_RECORD: Wording("لا شيء في السجل", "none on record"),
    Absent.STILL_OPEN: Wording("لم ينتهِ بعد", "no end yet"),
    Absent.WEIGHTLESS: Wording("لم يُذكر", "not stated"),
}
"""What it means that a fact is absent: unknown is neither no nor zero."""
