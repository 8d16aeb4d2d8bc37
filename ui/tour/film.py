"""The film strip: one picture of the window for each step, and one sheet with all of them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QTextOption
from PySide6.QtWidgets import QApplication, QWidget

from ui.shell.window import Window
from ui.theme.fonts import text_font
from ui.tour.left import Left

SHEET = "film.png"
COLUMNS = 4
_WIDE, _GAP, _WORDS = 520, 28, 62
"""Pixels of the sheet: width of a picture, room around it, height of the words below it."""

_PAPER, _INK, _EDGE = QColor("#f4f2ee"), QColor("#26231f"), QColor("#cfc9bf")
_VEIL = QColor(20, 18, 15, 90)
"""Lies over the window while a dialog is in front."""


class Film:
    """Takes pictures and leaves them."""

    def __init__(self, left: Left) -> None:
        self._left = left
        self._frames: list[tuple[QPixmap, str]] = []

    def take(self, window: Window, name: str, words: str) -> None:
        """Leave a picture of what one sees, `NN-name.png`; `words` stand below it on the sheet."""
        picture = _seen(window)
        self._frames.append((picture, words))
        self._left.leave(f"{len(self._frames):02d}-{name}.png", _png(picture))

    def leave_sheet(self, *, right_to_left: bool) -> None:
        """Leave all pictures on one sheet, in the order in which one reads."""
        first = self._frames[0][0]
        high = round(_WIDE * first.height() / first.width())
        rows = -(-len(self._frames) // COLUMNS)
        width = COLUMNS * (_WIDE + _GAP) + _GAP
        sheet = QPixmap(width, rows * (high + _WORDS + _GAP) + _GAP)
        sheet.fill(_PAPER)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        font = QFont(text_font())
        font.setPixelSize(19)
        painter.setFont(font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        for number, (picture, words) in enumerate(self._frames):
            row, column = divmod(number, COLUMNS)
            if right_to_left:
                column = COLUMNS - 1 - column
            place = QRect(_GAP + column * (_WIDE + _GAP), _GAP + row * (high + _WORDS + _GAP), _WIDE, high)
            small = picture.scaled(
                place.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawPixmap(place.topLeft(), small)
            painter.setPen(_EDGE)
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
            painter.setPen(_INK)
            below = QRectF(place.left(), place.bottom() + 8, _WIDE, _WORDS)
            painter.drawText(below, words, option)
        painter.end()
        self._left.leave(SHEET, _png(sheet))


def _seen(window: Window) -> QPixmap:
    """The window, with the dialog in front where it stands."""
    picture = window.grab()
    dialog: QWidget | None = QApplication.activeModalWidget()
    if dialog is None:
        return picture
    painter = QPainter(picture)
    painter.fillRect(window.rect(), _VEIL)
    corner = QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)
    painter.drawPixmap(corner, dialog.grab())
    painter.end()
    return picture


def _png(picture: QPixmap) -> bytes:
    array = QByteArray()
    buffer = QBuffer(array)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(array.data())
