"""One fact of the what-if panel: its name, whose it is, and a field for its kind."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.casework.levers import Lever
from desktop.casework.what_if import Supposed
from desktop.facts.describe import Absent, Kind, Unit
from desktop.values.isolates import isolated
from desktop.values.language import Wording, capitalised
from desktop.values.money import Currency, decimal_text, minor_units
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.fields.date_field import DateField
from ui.parts.fields.line_field import LineField
from ui.parts.fields.money_field import MoneyField
from ui.parts.fields.number_field import NumberField
from ui.parts.text import Text
from ui.theme.look import worn
from ui.theme.tokens import GRID

_CHOICE_WIDTH = 144
"""Pixels at 100 % of a choice: as wide as an amount."""


class SupposingField(Worded, QWidget):
    """A fact that may be supposed otherwise.

    Args:
        lever: the fact.
        currency: of its amounts.
        reader: who reads.
    """

    changed = Signal()
    """What it holds changed, by a key or a choice."""

    def __init__(self, lever: Lever, currency: Currency, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lever = lever
        self._currency, self._reader = currency, reader
        self.setObjectName(f"suppose {lever.pointer}")
        self.label, self.whose = Text("", self, wraps=True), Text("small", self, wraps=True)
        self.box: QComboBox | None = None
        self.field: LineField | None = self._line_field()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GRID // 4)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.label)
        words.addWidget(self.whose)
        words.addStretch(1)
        row.addLayout(words, 1)
        outer.addLayout(row)
        if self.field is None:
            row.addWidget(self._choice(), 0, Qt.AlignmentFlag.AlignTop)
        else:
            self.field.changed.connect(self.changed)
            if lever.kind is Kind.DATE:
                # With its calendar and the other date it is as wide as the panel.
                outer.addWidget(self.field)
            else:
                row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        self.reset()
        self.reword(reader)

    @property
    def control(self) -> QWidget:
        """What takes the keyboard."""
        return self.box if self.box is not None else self.field.control() if self.field is not None else self

    @property
    def touched(self) -> bool:
        """Whether it holds something else than the file."""
        return bool(self.fault) or self.value() != self.lever.now

    @property
    def fault(self) -> str:
        """What is wrong with what was typed; empty where nothing is."""
        return "" if self.field is None else self.field.fault()

    def supposed(self) -> Supposed | None:
        """What it supposes; None where it stands as in the file."""
        value = self.value()
        return None if value == self.lever.now else Supposed(self.lever, value)

    def value(self) -> object:
        """What it holds as JSON writes it; None where it holds nothing."""
        if self.box is not None:
            return self.box.currentData()
        held = None if self.field is None else self.field.value()
        if isinstance(held, int) and self.lever.kind is Kind.MONEY:
            same = self.lever.now is not None and held == minor_units(str(self.lever.now))
            return self.lever.now if same else decimal_text(held)
        return held.isoformat() if isinstance(held, date) else held

    def show_fault(self) -> None:
        """Say below the field what is wrong with it."""
        if self.field is not None:
            self.field.show_fault(self.field.fault())

    def reset(self) -> None:
        """As in the file."""
        now = self.lever.now
        if self.box is not None:
            self.box.setCurrentIndex(max(0, self.box.findData(now)))
        elif self.field is not None:
            if isinstance(now, str):
                now = date.fromisoformat(now) if self.lever.kind is Kind.DATE else minor_units(now)
            self.field.set_value(now)
            self.field.show_fault("")

    def reword(self, reader: Reader) -> None:
        """Say label and choices in the language of the reader; what was typed stays."""
        self._reader = reader
        label = reader.wording(self.lever.label)
        label = capitalised(label)
        if self.lever.period is not None:
            label = self.tr("{fact} ({period})").format(fact=label, period=reader.wording(self.lever.period))
        elif self.lever.unit is Unit.YEARS:
            label = self.tr("{fact} (years)").format(fact=label)
        self.label.setText(label)
        self.whose.setText(isolated(self.lever.whose or ""))
        self.whose.setVisible(self.lever.whose is not None)
        name = self.label.accessibleName()
        name = f"{name}, {self.lever.whose}" if self.lever.whose else name
        if self.box is not None:
            chosen = self.box.currentData()
            self.box.clear()
            for words, value in self._choices():
                self.box.addItem(capitalised(reader.wording(words)), value)
            self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
            self.box.setAccessibleName(name)
        if self.field is not None:
            self.field.set_reader(reader)
            self.field.set_name(name)
            self.field.line.setPlaceholderText(capitalised(reader.wording(_ABSENT[self.lever.absent])))

    @override
    def reworded(self) -> None:
        self.reword(self._reader)

    def _line_field(self) -> LineField | None:
        match self.lever.kind:
            case Kind.MONEY:
                return MoneyField(self._reader, self, currency=self._currency)
            case Kind.DATE:
                return DateField(self._reader, self)
            case Kind.INTEGER | Kind.NUMBER:
                return NumberField(
                    self._reader,
                    self,
                    whole=self.lever.kind is Kind.INTEGER,
                    minimum=self.lever.minimum,
                    maximum=self.lever.maximum,
                )
        return None

    def _choice(self) -> QComboBox:
        box = self.box = QComboBox(self)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setFixedWidth(worn().pixels(_CHOICE_WIDTH))
        for words, value in self._choices():
            box.addItem(capitalised(self._reader.wording(words)), value)
        box.activated.connect(lambda _index: self.changed.emit())
        return box

    def _choices(self) -> list[tuple[Wording, object]]:
        unknown: tuple[Wording, object] = (_ABSENT[self.lever.absent], None)
        if self.lever.kind is Kind.BOOLEAN:
            return [unknown, (_YES, True), (_NO, False)]
        if self.lever.kind is Kind.LIST:
            return [unknown, (_NONE, ())]
        return [unknown, *((label, code) for code, label in self.lever.codes)]


_YES, _NO, _NONE = Wording("نعم", "yes"), Wording("لا", "no"), Wording("لا يوجد", "none")
_ABSENT = {
    Absent.UNKNOWN: Wording("غير معلوم", "not known"),
    Absent.NONE_ON_RECORD: Wording("لا شيء في السجل", "none on record"),
    Absent.STILL_OPEN: Wording("لم ينتهِ بعد", "no end yet"),
    Absent.WEIGHTLESS: Wording("لم يُذكر", "not stated"),
}
"""What it means that a fact is absent: unknown is neither no nor zero."""
