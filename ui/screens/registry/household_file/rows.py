"""Rows one below the other, a thin line between those that begin something new."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.parts.chip import Chip
from ui.theme.tokens import GRID


class Rows(QWidget):
    """A column that is filled anew whenever its file changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)

    def add(self, row: QWidget, *, line: bool = True) -> None:
        """One more row; `line` parts it from the one above."""
        if line and self._column.count():
            self._column.addSpacing(GRID // 2)
            between = QFrame(self)
            between.setProperty("kind", "line")
            self._column.addWidget(between)
            self._column.addSpacing(GRID // 2)
        if isinstance(row, Chip | QPushButton):
            self._column.addWidget(row, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            self._column.addWidget(row)

    def clear(self) -> None:
        """Without any row."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
