"""What the patterns of a chart mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ui.parts.charts.marks import Series
from ui.parts.charts.painting import fill_mark
from ui.parts.flow import FlowLayout
from ui.parts.text import Text
from ui.theme.look import worn
from ui.theme.tokens import GRID

SWATCH = 14
"""Pixels at 100 %."""


class _Swatch(QWidget):
    def __init__(self, series: Series, parent: QWidget) -> None:
        super().__init__(parent)
        self._series = series
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            fill_mark(painter, QRectF(self.rect()), self._series.tone, self._series.fill)

    def _fit(self) -> None:
        self.setFixedSize(worn().pixels(SWATCH), worn().pixels(SWATCH))


class Legend(QWidget):
    """Each series with its pattern and its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, across=GRID * 2)
        self._entries: list[QWidget] = []

    def show_series(self, series: Sequence[Series]) -> None:
        """Show these instead of those before."""
        for each in self._entries:
            each.hide()
            each.setParent(None)
            each.deleteLater()
        self._entries = []
        for one in series:
            entry = QWidget(self)
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GRID - 2)
            words = Text("small", entry)
            words.setText(one.words)
            row.addWidget(_Swatch(one, entry))
            row.addWidget(words)
            self._flow.addWidget(entry)
            self._entries.append(entry)
        self.setVisible(bool(series))
