"""Seats of a course as a plain bar: as full as they are taken, the words beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.parts.table.cells import ACROSS, CellDelegate
from ui.parts.table.rows_model import AnyIndex, Role
from ui.theme.look import Look, worn
from ui.theme.tokens import Tone

HEIGHT = 6
"""Pixels of the bar at 100 % text size."""


def paint_seats(painter: QPainter, box: QRectF, taken: int, seats: int, look: Look, *, right_to_left: bool) -> None:
    """Draw how many of the seats are taken, filling from the reading edge; full is another colour and says so."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(QColor(look.palette.line))
    painter.drawRoundedRect(box, radius, radius)
    if taken > 0 and seats > 0:
        width = max(box.height(), box.width() * min(1.0, taken / seats))
        left = box.right() - width if right_to_left else box.left()
        full = taken >= seats
        painter.setBrush(QColor(look.tone(Tone.WAIT).ink if full else look.palette.accent))
        painter.drawRoundedRect(QRectF(left, box.top(), width, box.height()), radius, radius)
    painter.restore()


class SeatsBar(QWidget):
    """The bar by itself; its words are told by whoever shows it and by its accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken, self._seats = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_seats(self, taken: int, seats: int, words: str) -> None:
        """Show other counts; `words` say the same to screen readers."""
        self._taken, self._seats = taken, seats
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().pixels(120), worn().pixels(HEIGHT) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().pixels(40), worn().pixels(HEIGHT) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        paint_seats(QPainter(self), box, self._taken, self._seats, worn(), right_to_left=right_to_left)


class SeatsCell(CellDelegate):
    """A cell whose words stand above the bar; its rows are `CourseAnswer`s."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        course = index.data(Role.ROW)
        if course is None:
            return
        look, around = worn(), worn().pixels(ACROSS)
        height = look.pixels(HEIGHT)
        place = QRectF(option.rect)
        box = QRectF(
            place.left() + around, place.bottom() - height - look.pixels(5), place.width() - 2 * around, height
        )
        right_to_left = option.direction is Qt.LayoutDirection.RightToLeft
        paint_seats(painter, box, course.taken, course.seats, look, right_to_left=right_to_left)
