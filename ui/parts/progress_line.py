"""How far something long is: a sentence, a bar, and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.theme.tokens import GRID


@dataclass(frozen=True, slots=True)
class ProgressWords:
    """What is said before it is known how much there is, once it was asked to stop, and else."""

    counting: Callable[[], str]
    stopping: Callable[[], str]
    said: Callable[[], str]


class ProgressLine(Worded, QWidget):
    """Hidden while nothing runs."""

    stopped = Signal()

    def __init__(
        self, reader: Reader, name: str, words: ProgressWords, parent: QWidget | None = None, *, stacked: bool = False
    ) -> None:
        """The sentence is found as `name-progress`, above the bar if stacked, and the button as `stop-name`."""
        super().__init__(parent)
        self.reader, self._words = reader, words
        self._begun = self._stopping = False
        self.words, self.bar, self.stop = Text("soft", self, wraps=stacked), QProgressBar(self), QPushButton(self)
        self.words.setObjectName(f"{name}-progress")
        self.stop.setObjectName(f"stop-{name}")
        self.bar.setTextVisible(False)
        across = QBoxLayout.Direction.LeftToRight
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom if stacked else across, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)
        row = layout
        if stacked:
            layout.setSpacing(GRID // 2)
            row = QBoxLayout(across)
            layout.addLayout(row)
        row.setSpacing(GRID * 2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.stop.clicked.connect(self._stop)
        self.hide()

    def begin(self) -> None:
        """It was begun."""
        self._begun = self._stopping = False
        self.stop.setEnabled(True)
        self.bar.setRange(0, 0)
        self.tell()
        self.show()

    def show_at(self, done: int, of: int) -> None:
        """So many are done of so many."""
        self._begun = True
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(done)
        self.tell()

    def set_reader(self, reader: Reader) -> None:
        """Say it to another reader."""
        self.reader = reader
        self.tell()

    def tell(self) -> None:
        """Say anew how far it is."""
        words = self._words
        say = words.stopping if self._stopping else words.said if self._begun else words.counting
        self.words.setText(say())

    @override
    def reworded(self) -> None:
        self.tell()

    def _stop(self) -> None:
        self._stopping = True
        self.stop.setEnabled(False)
        self.tell()
        self.stopped.emit()
