"""Says that the file is shown as it was on an earlier day, and leads back to today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.theme.tokens import GRID, Tone


class DayStrip(Worded, QFrame):
    """Hidden while the file is shown as it is today."""

    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self.setProperty("tone", str(Tone.WAIT))
        self.setObjectName("day-strip")
        self.words, self.button = Text("", self, wraps=True), QPushButton(self)
        self.button.setObjectName("back-to-today")
        self.say(self.button.setText, lambda: self.tr("Back to today"))
        self.button.clicked.connect(lambda _checked: self.back.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID // 2, GRID * 2, GRID // 2)
        row.setSpacing(GRID * 2)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_day(self, day: date | None, reader: Reader) -> None:
        """Say which day the facts are of; None hides the strip."""
        self.setVisible(day is not None)
        if day is not None:
            words = self.tr("These are the facts as of {day}; nothing can be changed here.")
            self.words.setText(words.format(day=reader.day_in_words(day)))
