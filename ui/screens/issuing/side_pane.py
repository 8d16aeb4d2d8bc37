"""What stands beside a paper: the way back, and the card of what one may do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.theme.look import worn
from ui.theme.tokens import GRID

_WIDTH = 320
"""Pixels at 100 % text size."""


class SidePane(QScrollArea):
    """Rolls where it is longer than the paper is high.

    Args:
        back: the button that leads back.
        card: what one may do.
    """

    def __init__(self, back: QPushButton, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(card)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.relooked()

    def relooked(self) -> None:
        """Take the sizes of the look in force."""
        self.setFixedWidth(worn().pixels(_WIDTH))
