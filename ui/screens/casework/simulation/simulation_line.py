"""How far the simulation is: its stage, files done, and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.language.reader import Reader
from ui.parts.progress_line import ProgressLine, ProgressWords

if TYPE_CHECKING:
    from desktop.casework.simulating import SimulationProgress


class SimulationLine(ProgressLine):
    """Found as `simulation-progress` and `stop-simulation`."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        self._reached: SimulationProgress | None = None
        words = ProgressWords(
            counting=lambda: self.tr("Counting the files…"),
            stopping=lambda: self.tr("Stopping…"),
            said=self._told,
        )
        super().__init__(reader, "simulation", words, parent)
        self.say(self.stop.setText, lambda: self.tr("Stop"))
        self.say(self.bar.setAccessibleName, lambda: self.tr("Files reckoned"))

    def show_reached(self, reached: SimulationProgress) -> None:
        """It is so far."""
        self._reached = reached
        self.show_at(reached.done, reached.of)

    def _told(self) -> str:
        reached = self._reached
        if reached is None:
            return ""
        done, of = self.reader.number(reached.done), self.reader.number(reached.of)
        words = {
            "reading": self.tr("Reading the files: {done} of {all} done"),
            "before": self.tr("Asking the rules to compare with: {done} of {all} done"),
            "after": self.tr("Asking the other rules: {done} of {all} done"),
            "compared": self.tr("Adding up: {done} of {all} done"),
        }[reached.stage.value]
        return words.format(done=done, all=of)
