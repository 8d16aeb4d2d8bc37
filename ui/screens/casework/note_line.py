"""One sentence across the sheet, in the tone of its news, with what can be done about it beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.parts.text import Text
from ui.theme.tokens import GRID, Tone


class NoteLine(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.words = Text("", self, wraps=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self)
        self._act: Callable[[], object] = str
        self.button.clicked.connect(lambda _checked: self._act())
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.clear()

    def tell(self, words: str, tone: Tone, remedy: tuple[str, Callable[[], object]] | None = None) -> None:
        """Say a sentence, with the words of a button and what it does, if anything can be done here."""
        news = words != self.words.text()
        self.words.setText(words)
        self.button.setVisible(remedy is not None)
        if remedy is not None:
            self.button.setText(remedy[0])
            self._act = remedy[1]
        self.setProperty("tone", str(tone))
        for widget in (self, self.words):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.setVisible(True)
        self.setAccessibleName(self.words.accessibleName())
        if news:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Say nothing."""
        self.words.setText("")
        self.hide()
