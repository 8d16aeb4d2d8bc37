"""One of a few answers side by side: a radio button drawn as a part of one rounded bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.look import worn
from ui.theme.tokens import RADIUS, TEXT_POINTS, Tone

_ASIDE, _HEIGHT = 16, 32
"""Pixels at 100 %: beside the word, and of the bar."""


class Segment(QRadioButton):
    """An answer.

    Args:
        first: whether it begins the bar; last: whether it ends it.
    """

    def __init__(self, parent: QWidget, *, first: bool, last: bool) -> None:
        super().__init__(parent)
        self._first, self._last = first, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        look = worn()
        # As wide as the chosen word, which is bolder, so that nothing moves when it is chosen.
        word = QFontMetricsF(look.font(TEXT_POINTS, QFont.Weight.DemiBold)).horizontalAdvance(self.text())
        return QSize(round(word) + 2 * look.pixels(_ASIDE), look.pixels(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = worn()
        colours, checked = look.palette, self.isChecked()
        usable = self.isEnabled() and self.property("fixed") != "true"
        faulty = self.property("faulty") == "true"
        edge = colours.tones[Tone.STOP].ink if faulty else colours.edge if usable else colours.line
        if checked:
            ground, ink = (colours.accent, colours.on_accent) if usable else (colours.line, colours.ink)
        else:
            ground = colours.surface if usable else colours.sunken
            ink = colours.ink if usable else colours.soft_ink
            if usable and self.underMouse():
                ground = colours.selected
        # Neighbours share an edge, so each but the last draws it half outside itself.
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawPath(self._outline(box))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.on_accent if checked and usable else colours.accent), 2))
            painter.drawPath(self._outline(box.adjusted(2, 2, -2, -2)))
        painter.setFont(look.font(TEXT_POINTS, QFont.Weight.DemiBold if checked else QFont.Weight.Normal))
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())

    def _outline(self, box: QRectF) -> QPainterPath:
        """The box with the outer corners of the bar round, on whichever side they are."""
        left_to_right = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        round_left = self._first if left_to_right else self._last
        round_right = self._last if left_to_right else self._first
        left, right = RADIUS if round_left else 0.0, RADIUS if round_right else 0.0
        path = QPainterPath()
        path.moveTo(box.left() + left, box.top())
        path.lineTo(box.right() - right, box.top())
        path.arcTo(QRectF(box.right() - 2 * right, box.top(), 2 * right, 2 * right), 90, -90)
        path.lineTo(box.right(), box.bottom() - right)
        path.arcTo(QRectF(box.right() - 2 * right, box.bottom() - 2 * right, 2 * right, 2 * right), 0, -90)
        path.lineTo(box.left() + left, box.bottom())
        path.arcTo(QRectF(box.left(), box.bottom() - 2 * left, 2 * left, 2 * left), 270, -90)
        path.lineTo(box.left(), box.top() + left)
        path.arcTo(QRectF(box.left(), box.top(), 2 * left, 2 * left), 180, -90)
        path.closeSubpath()
        return path
