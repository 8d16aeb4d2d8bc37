"""The signs beside the word of a status: drawn, since the typeface lacks half of them and machines differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ui.theme.tokens import Tone


class Sign(StrEnum):
    """What stands before the word; each is told from the others without its colour."""

    CHECK = "check"
    CROSS = "cross"
    QUESTION = "question"
    DASH = "dash"
    ALERT = "alert"
    CLOCK = "clock"
    LOCK = "lock"
    DOT = "dot"
    ENTER = "enter"


SIGN_OF_TONE = {
    Tone.GOOD: Sign.CHECK,
    Tone.WAIT: Sign.ALERT,
    Tone.STOP: Sign.CROSS,
    Tone.UNKNOWN: Sign.QUESTION,
    Tone.PLAIN: Sign.DASH,
}
"""The sign where none is named: met, wait, not met, a fact is lacking, does not apply."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A status: a tone, its word, and the sign beside it.

    Args:
        tone: what it says of itself.
        words: in the reader's language; never empty, since colour and sign alone do not reach everybody.
        sign: None takes the tone's own.
    """

    tone: Tone
    words: str
    sign: Sign | None = None

    @property
    def drawn(self) -> Sign:
        """The sign that is drawn."""
        return SIGN_OF_TONE[self.tone] if self.sign is None else self.sign


def paint_sign(painter: QPainter, box: QRectF, sign: Sign, colour: QColor, *, right_to_left: bool) -> None:
    """Draw a sign into a square box.

    Args:
        painter: its font gives the question and exclamation marks.
        box: the square, in pixels.
        sign: which.
        colour: of the strokes.
        right_to_left: turns the question mark; the others, Enter as printed on its key too, are the same in both.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sign in {Sign.QUESTION, Sign.ALERT}:
        _letter(painter, box, "!" if sign is Sign.ALERT else "؟" if right_to_left else "?", colour)
        painter.restore()
        return
    painter.setPen(
        QPen(
            colour, max(1.2, box.width() / 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _STROKES.get(sign, ()):
        painter.drawPolyline([_at(box, *point) for point in line])
    if sign is Sign.CLOCK:
        painter.drawEllipse(box.center(), box.width() * 0.38, box.height() * 0.38)
    elif sign is Sign.LOCK:
        painter.drawArc(_part(box, 0.3, 0.1, 0.4, 0.6), 0, 180 * 16)
        painter.fillRect(_part(box, 0.18, 0.44, 0.64, 0.44), colour)
    elif sign is Sign.DOT:
        painter.setBrush(colour)
        painter.drawEllipse(box.center(), box.width() * 0.14, box.height() * 0.14)
    painter.restore()


_STROKES: dict[Sign, tuple[tuple[tuple[float, float], ...], ...]] = {
    Sign.CHECK: (((0.14, 0.56), (0.38, 0.8), (0.86, 0.22)),),
    Sign.CROSS: (((0.2, 0.2), (0.8, 0.8)), ((0.8, 0.2), (0.2, 0.8))),
    Sign.DASH: (((0.2, 0.5), (0.8, 0.5)),),
    Sign.CLOCK: (((0.5, 0.3), (0.5, 0.52), (0.64, 0.6)),),
    Sign.ENTER: (((0.88, 0.2), (0.88, 0.6), (0.14, 0.6)), ((0.36, 0.36), (0.12, 0.6), (0.36, 0.84))),
}
"""Lines through points in parts of the box, from its left upper corner."""


def _letter(painter: QPainter, box: QRectF, letter: str, colour: QColor) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(6, round(box.height())))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(colour)
    # Taller than the box: a line of this typeface stands higher than its letters, and would be cut.
    tall = box.adjusted(-box.width(), -box.height(), box.width(), box.height())
    painter.drawText(tall, Qt.AlignmentFlag.AlignCenter, letter)


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height())


def _part(box: QRectF, x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(_at(box, x, y), _at(box, x + width, y + height))
