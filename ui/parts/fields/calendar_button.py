"""The button with a small calendar on it, and the arrows that turn its pages; drawn, since no font has them alike."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from ui.parts.labels import mark
from ui.theme.look import worn

_SIGN = 16
"""Pixels at 100 % text size."""


class _Drawn(QToolButton):
    """A square button whose sign is drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, "kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def sizeHint(self) -> QSize:
        side = worn().pixels(_SIGN) + worn().pixels(14)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = worn().palette
        colour = QColor(colours.soft_ink if self.isEnabled() else colours.line)
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        side = worn().pixels(_SIGN)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(self.rect().center()))
        self.draw(painter, box)

    @abstractmethod
    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw the sign into its box."""


class CalendarButton(_Drawn):
    """Opens the calendar of a field; by the keyboard the field itself opens it."""

    @override
    def draw(self, painter: QPainter, box: QRectF) -> None:
        page = box.adjusted(1, 2.5, -1, -1)
        painter.drawRoundedRect(page, 2, 2)
        top = page.top() + page.height() * 0.32
        painter.drawLine(QPointF(page.left(), top), QPointF(page.right(), top))
        for part in (0.3, 0.7):
            x = page.left() + page.width() * part
            painter.drawLine(QPointF(x, box.top() + 0.5), QPointF(x, page.top() + 2))


class TurnButton(_Drawn):
    """Turns pages; points to the leading edge for back, to the other for on.

    Args:
        onwards: towards later days.
        far: a year rather than a month.
    """

    def __init__(self, parent: QWidget, *, onwards: bool, far: bool) -> None:
        super().__init__(parent)
        self._onwards, self._far = onwards, far

    @override
    def draw(self, painter: QPainter, box: QRectF) -> None:
        to_right = self._onwards is (self.layoutDirection() is Qt.LayoutDirection.LeftToRight)
        wide = box.width() * 0.28
        for at in (-0.5, 0.5) if self._far else (0.0,):
            x = box.center().x() + at * wide * 1.2
            back, tip = (x - wide / 2, x + wide / 2) if to_right else (x + wide / 2, x - wide / 2)
            high = box.height() * 0.28
            painter.drawPolyline(
                [
                    QPointF(back, box.center().y() - high),
                    QPointF(tip, box.center().y()),
                    QPointF(back, box.center().y() + high),
                ]
            )
