"""How far the simulation is: its stage, files done, and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.casework.simulating import SimulationProgress


class RunLine(Worded, QWidget):
    """Hidden while nothing runs."""

    stopped = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._reached: SimulationProgress | None = None
        self._stopping = False
        self.words, self.bar, self.stop = Text("soft", self), QProgressBar(self), QPushButton(self)
        self.words.setObjectName("simulation-progress")
        self.stop.setObjectName("stop-simulation")
        self.bar.setTextVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.say(self.stop.setText, lambda: self.tr("Stop"))
        self.say(self.bar.setAccessibleName, lambda: self.tr("Files reckoned"))
        self.stop.clicked.connect(self._stop)
        self.hide()

    def begin(self) -> None:
        """The simulation was begun."""
        self._reached, self._stopping = None, False
        self.stop.setEnabled(True)
        self.bar.setRange(0, 0)
        self._tell()
        self.show()

    def show_reached(self, reached: SimulationProgress) -> None:
        """It is so far."""
        self._reached = reached
        self.bar.setRange(0, max(1, reached.of))
        self.bar.setValue(reached.done)
        self._tell()

    def reword(self, reader: Reader) -> None:
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
            self.words.setText(self.tr("Stopping…"))
        elif reached is None:
            self.words.setText(self.tr("Counting the files…"))
        else:
            done, of = self._reader.number(reached.done), self._reader.number(reached.of)
            words = {
                "reading": self.tr("Reading the files: {done} of {all} done"),
                "before": self.tr("Asking the rules to compare with: {done} of {all} done"),
                "after": self.tr("Asking the other rules: {done} of {all} done"),
                "compared": self.tr("Adding up: {done} of {all} done"),
            }[reached.stage.value]
            self.words.setText(words.format(done=done, all=of))
