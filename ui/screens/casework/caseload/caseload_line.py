"""How far a run is: its stage, files done, how fast and how long still, and the way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.language.reader import Reader
from ui.parts.progress_line import ProgressLine, ProgressWords
from ui.screens.casework.caseload.words import CaseloadCounts

if TYPE_CHECKING:
    from ui.screens.casework.caseload.reading import Reached


class CaseloadLine(ProgressLine):
    """Found as `run-progress` and `stop-run`."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        self._reached: Reached | None = None
        words = ProgressWords(
            counting=lambda: self.tr("Counting the files…"),
            stopping=lambda: self.tr("Stopping once the files in hand are kept…"),
            said=self._told,
        )
        super().__init__(reader, "run", words, parent, stacked=True)
        self.say(self.stop.setText, lambda: self.tr("Stop"))
        self.say(self.bar.setAccessibleName, lambda: self.tr("Files assessed"))

    def show_reached(self, reached: Reached) -> None:
        """It is so far."""
        self._reached = reached
        self.show_at(reached.done, reached.of)

    def _told(self) -> str:
        reached = self._reached
        if reached is None:
            return ""
        done, of = self.reader.number(reached.done), self.reader.number(reached.of)
        said = {
            "reading": self.tr("Reading the files: {done} of {all} done"),
            "reckoning": self.tr("Assessing: {done} of {all} done"),
            "keeping": self.tr("Keeping what came out: {done} of {all} done"),
        }[reached.stage.value if reached.stage is not None else "reckoning"]
        parts = [said.format(done=done, all=of)]
        if reached.pace is not None and reached.left is not None:
            counts = CaseloadCounts()
            parts += [counts.pace(reached.pace, self.reader), counts.left(reached.left, self.reader)]
        return " · ".join(parts)
