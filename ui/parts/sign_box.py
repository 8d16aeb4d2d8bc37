"""A sign by itself, drawn, for a place beside a sentence; the sentence says what it means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.parts.signs import Sign, paint_sign
from ui.theme.look import worn
from ui.theme.tokens import Tone


class SignBox(QWidget):
    """Shows one sign in a tone.

    Args:
        size: pixels of the sign at 100 % text size.
        plate: pixels of a round plate of the tone's tint behind it; 0 for none.
    """

    def __init__(self, parent: QWidget | None = None, *, size: int = 14, plate: int = 0) -> None:
        super().__init__(parent)
        self._size, self._plate = size, plate
        self._shown: tuple[Sign, Tone] | None = None
        self._fit()

    def show_sign(self, sign: Sign | None, tone: Tone) -> None:
        """Show another sign; None hides the box."""
        self._shown = None if sign is None else (sign, tone)
        self.setVisible(sign is not None)
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        sign, tone = self._shown
        ink = worn().tone(tone)
        painter = QPainter(self)
        if self._plate:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink.tint))
            painter.drawEllipse(self.rect())
        around = (self.width() - worn().pixels(self._size)) / 2
        box = QRectF(self.rect()).adjusted(around, around, -around, -around)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        paint_sign(painter, box, sign, QColor(ink.ink), right_to_left=right_to_left)

    def _fit(self) -> None:
        side = worn().pixels(max(self._size, self._plate))
        self.setFixedSize(side, side)
