"""How far a ranking is, and the button that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.casework.answers import Progress


class RunningView(Worded, QWidget):
    """A sentence, a bar that fills, and Stop."""

    stopped = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._reached: Progress | None = None
        self.sentence, self.bar, self.button = Text("soft", self), QProgressBar(self), QPushButton(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(GRID * 40)
        self.button.setObjectName("stop-ranking")
        self.say(self.button.setText, lambda: self.tr("Stop"))
        self.say(self.bar.setAccessibleName, lambda: self.tr("How far the ranking is"))
        self.button.clicked.connect(self.stopped)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for widget in (self.sentence, self.bar, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.reworded()

    def show_reached(self, reached: Progress | None, reader: Reader) -> None:
        """Show how far it is; None where it only begins."""
        self._reached, self._reader = reached, reader
        self.bar.setRange(0, 1 if reached is None else max(1, reached.of))
        self.bar.setValue(0 if reached is None else reached.done)
        self.reworded()

    @override
    def reworded(self) -> None:
        if self._reached is None:
            self.sentence.setText(self.tr("Reading the families…"))
            return
        self.sentence.setText(
            self.tr("{done} of {all} families were looked at").format(
                done=self._reader.number(self._reached.done), all=self._reader.number(self._reached.of)
            )
        )
