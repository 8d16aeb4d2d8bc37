"""The sign of a status as an icon, for buttons and lists, which draw their own text beside it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign, paint_sign
from ui.theme.look import Look, worn
from ui.theme.tokens import Tone

_SIZE, _GAP = 12, 6
"""Pixels at 100 % text size: of the sign, and between it and the words behind it."""

_DENSITY = 2
"""Drawn twice as fine as the plainest screen shows, so that it is sharp on finer ones."""


def sign_icon(mark: Mark, reader: Reader) -> QIcon:
    """The sign of a mark in its tone and in the look of the moment."""
    return _icon(mark.drawn, mark.tone, worn(), reader.right_to_left)


def icon_size() -> QSize:
    """The size of these icons in the look of the moment."""
    return QSize(worn().pixels(_SIZE + _GAP), worn().pixels(_SIZE))


@lru_cache(maxsize=64)
def _icon(sign: Sign, tone: Tone, look: Look, right_to_left: bool) -> QIcon:
    side, whole = look.pixels(_SIZE), look.pixels(_SIZE + _GAP)
    picture = QPixmap(whole * _DENSITY, side * _DENSITY)
    picture.setDevicePixelRatio(_DENSITY)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_sign(
        painter,
        QRectF(whole - side if right_to_left else 0, 0, side, side),
        sign,
        QColor(look.tone(tone).ink),
        right_to_left=right_to_left,
    )
    painter.end()
    return QIcon(picture)
