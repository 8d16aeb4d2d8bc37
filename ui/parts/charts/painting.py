"""How marks and their words are painted, in the colours of the look that is worn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextOption

from ui.parts.charts.marks import Fill
from ui.theme.look import worn
from ui.theme.tokens import Tone

STRIPE, DOT = 6.0, 5.0
"""Pixels between two stripes and two dots at 100 %."""

ROUND = 2.0


def fill_mark(painter: QPainter, place: QRectF, tone: Tone, fill: Fill) -> None:
    """Fill a bar or a swatch of the legend: its edge is always in the full colour."""
    look = worn()
    ink, surface = QColor(look.tone(tone).ink), QColor(look.palette.surface)
    if fill is Fill.LINE:
        painter.fillRect(QRectF(place.left(), place.center().y() - 1, place.width(), 2), QColor(look.palette.ink))
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    edge = place.adjusted(0.5, 0.5, -0.5, -0.5)
    path.addRoundedRect(edge, ROUND, ROUND)
    painter.fillPath(path, ink if fill is Fill.SOLID else surface)
    painter.save()
    painter.setClipPath(path)
    if fill is Fill.STRIPES:
        _stripes(painter, place, ink, look.pixels(STRIPE))
    elif fill is Fill.DOTS:
        _dots(painter, place, ink, look.pixels(DOT))
    painter.restore()
    painter.setPen(QPen(ink, 1))
    painter.drawPath(path)
    painter.restore()


def _stripes(painter: QPainter, place: QRectF, ink: QColor, apart: float) -> None:
    painter.setPen(QPen(ink, apart * 0.55))
    # From places that depend on no bar, so that the stripes of neighbours run on.
    start = (place.left() + place.top()) // apart * apart
    for number in range(int((place.width() + place.height()) / apart) + 3):
        across = start + number * apart
        painter.drawLine(
            QPointF(across - place.top() + 2, place.top() - 2), QPointF(across - place.bottom() - 2, place.bottom() + 2)
        )


def _dots(painter: QPainter, place: QRectF, ink: QColor, apart: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for row in range(int(place.height() / apart) + 1):
        for column in range(int(place.width() / apart) + 1):
            beside = apart / 2 if row % 2 else 0
            centre = QPointF(place.left() + column * apart + beside + apart / 2, place.top() + row * apart + apart / 2)
            painter.drawEllipse(centre, apart * 0.24, apart * 0.24)


def write(painter: QPainter, place: QRectF, words: str, edge: Qt.AlignmentFlag, *, right_to_left: bool) -> None:
    """One line of words at an edge of a place: `AlignLeft`, `AlignRight` or `AlignHCenter`, as the eye sees it."""
    option = QTextOption(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    painter.drawText(place, words, option)


def ring(painter: QPainter, place: QRectF) -> None:
    """The focus around a mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(worn().palette.accent), 2))
    painter.drawRoundedRect(place.adjusted(-3, -3, 3, 3), ROUND + 2, ROUND + 2)
    painter.restore()
