"""How a cell is painted: a name over its file number, a status as a chip, a button; whole at every text size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.parts.signs import Mark, Sign, paint_sign
from ui.parts.table.columns import Column, Edge
from ui.parts.table.rows_model import AnyIndex, Role, RowsModel
from ui.theme.look import Look, worn
from ui.theme.tokens import RADIUS, SMALL_POINTS, TEXT_POINTS

ACROSS, DOWN, DOWN_COMPACT = 10, 6, 2
"""Pixels between a cell's edge and its text at 100 % text size."""

_ALIGNED = {
    False: {
        Edge.LEADING: Qt.AlignmentFlag.AlignLeft,
        Edge.CENTRE: Qt.AlignmentFlag.AlignHCenter,
        Edge.TRAILING: Qt.AlignmentFlag.AlignRight,
    },
    True: {
        Edge.LEADING: Qt.AlignmentFlag.AlignRight,
        Edge.CENTRE: Qt.AlignmentFlag.AlignHCenter,
        Edge.TRAILING: Qt.AlignmentFlag.AlignLeft,
    },
}
"""By whether the screen is right to left: a layout of text by itself mirrors nothing."""


@dataclass(frozen=True, slots=True)
class _Block:
    """One paragraph of a cell, laid out."""

    layout: QTextLayout
    height: float
    width: float
    colour: str


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a `RowsModel` and says how high they must be."""

    opened = Signal(QModelIndex)
    """The row's button was pressed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pressed: tuple[int, int] | None = None
        self._look = worn()
        self._fonts: dict[str, QFont] = {}
        self.relooked()

    def relooked(self) -> None:
        """Take the sizes and colours of the look in force."""
        self._look = look = worn()
        self._fonts = {
            "plain": look.font(TEXT_POINTS),
            "strong": look.font(TEXT_POINTS, QFont.Weight.DemiBold),
            "small": look.font(SMALL_POINTS),
            "chip": look.font(SMALL_POINTS, QFont.Weight.Medium),
        }

    @property
    def look(self) -> Look:
        """What it paints in."""
        return self._look

    def height_of(self, index: AnyIndex, width: int) -> int:
        """Pixels that a cell needs in a column of `width` pixels; the row is as high as its highest cell."""
        look, column = self._look, _column(index)
        if column is None:
            return look.row_height
        inside = width - 2 * look.pixels(ACROSS)
        around = 2 * look.pixels(DOWN_COMPACT if look.compact else DOWN)
        mark = index.data(Role.MARK)
        needed: float
        if isinstance(mark, Mark):
            needed = self._chip_size(mark, inside).height()
        elif column.button is not None:
            return look.row_height
        else:
            needed = sum(block.height for block in self._blocks(index, column, inside))
        return max(look.row_height, round(needed + 0.5) + around)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = option.rect.width() or self._look.pixels(140)
        return QSize(width, self.height_of(index, width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        column, look = _column(index), self._look
        if column is None:
            return
        painter.save()
        rect, selected = QRectF(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = look.palette.selected if selected else look.palette.sunken if hovered else look.palette.surface
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(look.palette.line))
        inside = rect.adjusted(look.pixels(ACROSS), 0, -look.pixels(ACROSS), 0)
        right_to_left = option.direction is Qt.LayoutDirection.RightToLeft
        mark = index.data(Role.MARK)
        if isinstance(mark, Mark):
            self._paint_chip(painter, inside, mark, right_to_left)
        elif column.button is not None and not index.data(Role.LOADING):
            self._paint_button(painter, self._button_rect(inside, index, right_to_left), index, selected, right_to_left)
        else:
            self._paint_text(painter, inside, self._blocks(index, column, inside.width(), right_to_left))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(look.palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        column = _column(index)
        if column is None or column.button is None or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        place = (index.row(), index.column())
        inside = QRectF(option.rect).adjusted(self._look.pixels(ACROSS), 0, -self._look.pixels(ACROSS), 0)
        button = self._button_rect(inside, index, option.direction is Qt.LayoutDirection.RightToLeft)
        on_button = button.contains(event.position()) and event.button() is Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = place if on_button else None
        elif event.type() == QEvent.Type.MouseButtonRelease and on_button and self._pressed == place:
            self._pressed = None
            self.opened.emit(model.index(*place))
            return True
        return super().editorEvent(event, model, option, index)

    def _blocks(
        self, index: AnyIndex, column: Column[object], width: float, right_to_left: bool = False
    ) -> list[_Block]:
        colours = self._look.palette
        loading = bool(index.data(Role.LOADING))
        first, second = str(index.data() or ""), str(index.data(Role.SECOND) or "")
        blocks = []
        if first:
            font = self._fonts["strong" if column.strong and not loading else "plain"]
            colour = colours.soft_ink if loading else colours.ink
            blocks.append(self._block(first, font, width, column.edge, colour, right_to_left))
        if second:
            font = self._fonts["small"]
            blocks.append(self._block(second, font, width, column.edge, colours.soft_ink, right_to_left))
        return blocks

    @staticmethod
    def _block(text: str, font: QFont, width: float, edge: Edge, colour: str, right_to_left: bool) -> _Block:
        layout = QTextLayout(text, font)
        option = QTextOption(_ALIGNED[right_to_left][edge])
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = widest = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        return _Block(layout, height, widest, colour)

    @staticmethod
    def _paint_text(painter: QPainter, inside: QRectF, blocks: list[_Block]) -> None:
        top = inside.center().y() - sum(block.height for block in blocks) / 2
        for block in blocks:
            painter.setPen(QColor(block.colour))
            block.layout.draw(painter, QPointF(inside.left(), top))
            top += block.height

    def _chip_parts(self, mark: Mark, width: float, right_to_left: bool = False) -> tuple[_Block, float, float, float]:
        """The words of a chip laid out, and the pixels beside, of the sign, and above them."""
        beside, sign, above = self._look.pixels(10), self._look.pixels(11), self._look.pixels(2)
        room = width - 2 * beside - sign * 1.5
        ink = self._look.tone(mark.tone).ink
        words = self._block(mark.words, self._fonts["chip"], room, Edge.LEADING, ink, right_to_left)
        if words.width < room:
            words = self._block(mark.words, self._fonts["chip"], words.width + 1, Edge.LEADING, ink, right_to_left)
        return words, beside, sign, above

    def _chip_size(self, mark: Mark, width: float) -> QSize:
        words, beside, sign, above = self._chip_parts(mark, width)
        return QSize(round(words.width + 2 * beside + sign * 1.5 + 1), round(words.height + 2 * above))

    def _paint_chip(self, painter: QPainter, inside: QRectF, mark: Mark, right_to_left: bool) -> None:
        words, beside, sign, above = self._chip_parts(mark, inside.width(), right_to_left)
        ink = self._look.tone(mark.tone)
        width, height = words.width + 2 * beside + sign * 1.5 + 1, words.height + 2 * above
        plate = QRectF(inside.right() - width if right_to_left else inside.left(), 0, width, height)
        plate.moveTop(inside.center().y() - height / 2)
        radius = min(self._look.pixels(10), height / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.tint))
        painter.drawRoundedRect(plate, radius, radius)
        box = QRectF(plate.right() - beside - sign if right_to_left else plate.left() + beside, 0, sign, sign)
        box.moveTop(plate.center().y() - sign / 2)
        painter.setFont(self._fonts["chip"])
        paint_sign(painter, box, mark.drawn, QColor(ink.ink), right_to_left=right_to_left)
        painter.setPen(QColor(ink.ink))
        start = plate.left() + beside + (0 if right_to_left else sign * 1.5)
        words.layout.draw(painter, QPointF(start, plate.top() + above))

    def _button_rect(self, inside: QRectF, index: AnyIndex, right_to_left: bool) -> QRectF:
        metrics = QFontMetricsF(self._fonts["plain"])
        width = metrics.horizontalAdvance(str(index.data() or "")) + self._look.pixels(2 * 12 + 18)
        height = min(metrics.height() + self._look.pixels(6), inside.height() - 4)
        button = QRectF(inside.left() if right_to_left else inside.right() - width, 0, width, height)
        button.moveTop(inside.center().y() - height / 2)
        return button

    def _paint_button(
        self, painter: QPainter, button: QRectF, index: AnyIndex, selected: bool, right_to_left: bool
    ) -> None:
        colours, sign = self._look.palette, self._look.pixels(12)
        ink = QColor(colours.on_accent if selected else colours.ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if selected else colours.edge), 1))
        painter.setBrush(QColor(colours.accent if selected else colours.surface))
        painter.drawRoundedRect(button, RADIUS, RADIUS)
        painter.setFont(self._fonts["plain"])
        painter.setPen(ink)
        inside = button.adjusted(self._look.pixels(12), 0, -self._look.pixels(12), 0)
        at_start = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            inside, at_start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, str(index.data())
        )
        box = QRectF(inside.left() if right_to_left else inside.right() - sign, 0, sign, sign)
        box.moveTop(inside.center().y() - sign / 2)
        paint_sign(painter, box, Sign.ENTER, ink, right_to_left=right_to_left)


def _column(index: AnyIndex) -> Column[object] | None:
    model = index.model()
    return model.columns[index.column()] if isinstance(model, RowsModel) else None
