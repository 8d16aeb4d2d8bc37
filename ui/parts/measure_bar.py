"""A bar for one measure: how much of it is sure, how much may yet come, of how much there could be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.parts.charts.marks import Fill
from ui.parts.charts.painting import fill_mark
from ui.theme.look import worn
from ui.theme.tokens import Tone

TALL = 10
"""Pixels at 100 %."""


class MeasureBar(QWidget):
    """Grows from the reading edge: the sure part solid, the possible one striped, the rest an empty track.

    It says nothing by itself: the words beside it carry the figures.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sure = self._possible = self._track = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, sure: float, possible: float, track: float) -> None:
        """Show a measure, in parts of the bar's width from 0 to 1.

        Args:
            sure: what it is at least.
            possible: what it may come to.
            track: what it could come to at most.
        """
        self._track = min(1.0, max(0.0, track))
        self._sure = min(self._track, max(0.0, sure))
        self._possible = min(self._track, max(self._sure, possible))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().pixels(120), worn().pixels(TALL))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().pixels(40), worn().pixels(TALL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            path = QPainterPath()
            path.addRoundedRect(self._place(0, self._track).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
            painter.fillPath(path, QColor(worn().palette.sunken))
            painter.setPen(QColor(worn().palette.line))
            painter.drawPath(path)
            if self._sure > 0:
                fill_mark(painter, self._place(0, self._sure), Tone.GOOD, Fill.SOLID)
            if self._possible > self._sure:
                fill_mark(painter, self._place(self._sure, self._possible), Tone.UNKNOWN, Fill.STRIPES)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}:
            self.updateGeometry()
            self.update()

    def _place(self, start: float, end: float) -> QRectF:
        wide, tall = self.width(), self.height()
        left = wide * start if not self.isRightToLeft() else wide * (1 - end)
        return QRectF(left, 0, max(wide * (end - start), 2), tall)
