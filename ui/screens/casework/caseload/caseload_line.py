"""How far a run is: its stage, files done, how fast and how long still, and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.screens.casework.caseload.words import CaseloadCounts
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.screens.casework.caseload.reading import Reached


class CaseloadLine(Worded, QWidget):
    """Hidden while nothing runs."""

    stopped = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._reached: Reached | None = None
        self._stopping = False
        self.words, self.bar, self.stop = Text("soft", self, wraps=True), QProgressBar(self), QPushButton(self)
        self.words.setObjectName("run-progress")
        self.stop.setObjectName("stop-run")
        self.bar.setTextVisible(False)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.words)
        column.addLayout(row)
        self.say(self.stop.setText, lambda: self.tr("Stop"))
        self.say(self.bar.setAccessibleName, lambda: self.tr("Files assessed"))
        self.stop.clicked.connect(self._stop)
        self.hide()

    def begin(self) -> None:
        """The run was begun."""
        self._reached, self._stopping = None, False
        self.stop.setEnabled(True)
        self.bar.setRange(0, 0)
        self._tell()
        self.show()

    def show_reached(self, reached: Reached) -> None:
        """It is so far."""
        self._reached = reached
        self.bar.setRange(0, max(1, reached.of))
        self.bar.setValue(reached.done)
        self._tell()

    def set_reader(self, reader: Reader) -> None:
        """Say it to another reader."""
        self._reader = reader
        self._tell()

    @override
    def reworded(self) -> None:
        self._tell()

    def _stop(self) -> None:
        self._stopping = True
        self.stop.setEnabled(False)
        self._tell()
        self.stopped.emit()

    def _tell(self) -> None:
        reached = self._reached
        if self._stopping:
            self.words.setText(self.tr("Stopping once the files in hand are kept…"))
            return
        if reached is None:
            self.words.setText(self.tr("Counting the files…"))
            return
        done, of = self._reader.number(reached.done), self._reader.number(reached.of)
        said = {
            "reading": self.tr("Reading the files: {done} of {all} done"),
            "reckoning": self.tr("Assessing: {done} of {all} done"),
            "keeping": self.tr("Keeping what came out: {done} of {all} done"),
        }[reached.stage.value if reached.stage is not None else "reckoning"]
        parts = [said.format(done=done, all=of)]
        if reached.pace is not None and reached.left is not None:
            counts = CaseloadCounts()
            parts += [counts.pace(reached.pace, self._reader), counts.left(reached.left, self._reader)]
        self.words.setText(" · ".join(parts))
