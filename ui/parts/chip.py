"""A status as a small rounded plate: a sign and a word, in the tone of what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.parts.signs import Mark, paint_sign
from ui.theme.look import worn

SIGN = 11
"""Pixels of the sign at 100 % text size; the word begins half as far behind it."""


class Chip(QLabel):
    """Shows one `Mark`; hidden while it has none, and as wide as its words at every text size."""

    def __init__(self, mark: Mark | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: Mark | None = None
        self.setProperty("kind", "chip")
        self.setIndent(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_mark(mark)

    @property
    def mark(self) -> Mark | None:
        """What it shows."""
        return self._mark

    def show_mark(self, mark: Mark | None) -> None:
        """Show another status; None hides the chip."""
        self._mark = mark
        if mark is None:
            self.clear()
            self.hide()
            return
        self.setText(mark.words)
        self.setAccessibleName(bare(mark.words))
        if self.property("tone") != str(mark.tone):
            self.setProperty("tone", str(mark.tone))
            self.style().unpolish(self)
            self.style().polish(self)
        self.updateGeometry()
        self.setVisible(True)

    @override
    def sizeHint(self) -> QSize:
        words = super().sizeHint()
        return QSize(words.width() + self._room(), words.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mark is None:
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        sign = worn().pixels(SIGN)
        inside = QRectF(self.contentsRect())
        colour = QColor(worn().tone(self._mark.tone).ink)
        box = QRectF(inside.right() - sign if right_to_left else inside.left(), 0, sign, sign)
        box.moveTop(inside.center().y() - sign / 2)
        paint_sign(painter, box, self._mark.drawn, colour, right_to_left=right_to_left)
        words = inside.adjusted(0, 0, -self._room(), 0) if right_to_left else inside.adjusted(self._room(), 0, 0, 0)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(colour)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self._mark.words)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}:
            self.updateGeometry()
            self.update()

    def _room(self) -> int:
        return worn().pixels(SIGN * 1.5)
