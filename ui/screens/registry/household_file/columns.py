"""A wide and a narrow column beside each other in one scrolled page; below each other where the room is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import worn
from ui.theme.tokens import GRID

_SIDE, _BESIDE_FROM = 300, 1000
"""Pixels at 100 % text size: the narrow column, and the least width at which both stand beside each other."""


class TwoColumns(QScrollArea):
    """A scrolled page; put cards into `main` and `side`, each filled from the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._row.setContentsMargins(0, GRID * 2, 0, GRID * 2)
        self._row.setSpacing(GRID * 2)
        self._side = QWidget(page)
        wide = QWidget(page)
        self.main, self.side = QVBoxLayout(), QVBoxLayout()
        for column, holder in ((self.main, wide), (self.side, self._side)):
            column.setSpacing(GRID * 2)
            whole = QVBoxLayout(holder)
            whole.setContentsMargins(0, 0, 0, 0)
            whole.addLayout(column)
            whole.addStretch(1)
        self._row.addWidget(wide, 1)
        self._row.addWidget(self._side)
        self.setWidget(page)

    def relooked(self) -> None:
        """Take the sizes of a new look."""
        self._turn()

    def bring(self, widget: QWidget) -> None:
        """Scroll a widget into sight and give it the focus, once the page was laid out."""

        def show() -> None:
            self.ensureWidgetVisible(widget, GRID * 2, GRID * 6)
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

        QTimer.singleShot(0, widget, show)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        look = worn()
        beside = self.viewport().width() >= look.pixels(_BESIDE_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        if beside:
            self._side.setFixedWidth(look.pixels(_SIDE))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
