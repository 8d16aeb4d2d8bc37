"""How a finding is painted: what it is over whose it is, and at the end of the row the word for its kind."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.theme.look import worn
from ui.theme.tokens import GRID, SMALL_POINTS, TEXT_POINTS

SECOND, KIND, BEGINS = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2, Qt.ItemDataRole.UserRole + 3
"""Roles of a row: its second line, the word for its kind, and whether it is the first of its kind."""

DOWN = 6
"""Pixels above and below the words at 100 % text size."""

_Index = QModelIndex | QPersistentModelIndex


class FindingRows(QStyledItemDelegate):
    """Paints the rows of the finder; a line stands between two kinds."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = worn()
        height = QFontMetricsF(_first()).height() + QFontMetricsF(_second()).height() + 2 * look.pixels(DOWN)
        return QSize(option.rect.width(), round(height + 0.5))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, rect = worn(), QRectF(option.rect)
        colours = look.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        ground = colours.selected if selected else colours.sunken if hovered else colours.surface
        painter.fillRect(rect, QColor(ground))
        if index.data(BEGINS) and index.row():
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), QColor(colours.edge))
        inside = rect.adjusted(GRID, look.pixels(DOWN), -GRID, -look.pixels(DOWN))
        right_to_left = option.direction is Qt.LayoutDirection.RightToLeft
        painter.setLayoutDirection(option.direction)
        word, small = str(index.data(KIND) or ""), QFontMetricsF(_second())
        width = small.horizontalAdvance(word)
        end = QRectF(inside.left() if right_to_left else inside.right() - width, inside.top(), width, inside.height())
        painter.setFont(_second())
        painter.setPen(QColor(colours.soft_ink))
        painter.drawText(end, _CENTRED, word)
        room = width + 2 * GRID
        lines = inside.adjusted(room if right_to_left else 0, 0, 0 if right_to_left else -room, 0)
        first = QFontMetricsF(_first())
        upper = QRectF(lines.left(), lines.top(), lines.width(), first.height())
        lower = QRectF(lines.left(), upper.bottom(), lines.width(), small.height())
        at_start = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        start = at_start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(lower, start, _cut(small, str(index.data(SECOND) or ""), lower.width()))
        painter.setFont(_first())
        painter.setPen(QColor(colours.ink))
        painter.drawText(upper, start, _cut(first, str(index.data() or ""), upper.width()))
        painter.restore()


_CENTRED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter


def _first() -> QFont:
    return worn().font(TEXT_POINTS)


def _second() -> QFont:
    return worn().font(SMALL_POINTS)


def _cut(metrics: QFontMetricsF, text: str, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
