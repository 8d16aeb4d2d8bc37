"""The headings of a table: they sort by mouse and by keys, wrap instead of being cut, and show the order by a sign."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.theme.look import worn
from ui.theme.tokens import SMALL_POINTS

ACROSS, DOWN, ARROW = 10, 6, 8
"""Pixels at 100 % text size: around the words, and the side of the arrow."""

NARROWEST = 48
"""Pixels at 100 % text size below which no column goes."""

STEP = 16
"""Pixels at 100 % text size by which keys make a column wider or narrower."""


class Headings(Worded, QHeaderView):
    """One stop for Tab; arrows go from heading to heading.

    | key | does |
    |---|---|
    | Enter, space | sorts by the column |
    | Ctrl and arrow | moves the column |
    | + and - | makes it wider or narrower |
    | menu key | opens its menu |
    """

    sort_wanted = Signal(int)
    move_wanted = Signal(int, int)
    """A column (logical), and one place onwards in reading order or back: 1 or -1."""

    width_wanted = Signal(int, int)
    """A column (logical) and its width in pixels."""

    menu_wanted = Signal(int, object)
    """A column (logical) and where on the screen, a `QPoint`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.order: tuple[int, bool] | None = None
        """The column that the rows are sorted by, and whether falling."""
        self._at = 0
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSectionSize(worn().pixels(NARROWEST))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.sectionClicked.connect(self.sort_wanted)

    @property
    def focused_column(self) -> int:
        """The column (logical) whose heading the keys act on."""
        return self.logicalIndex(self._at)

    def show_order(self, order: tuple[int, bool] | None) -> None:
        """Show by which column the rows are sorted, and whether falling."""
        self.order = order
        self.reworded()
        self.viewport().update()

    def narrowest(self, column: int) -> int:
        """Pixels that a heading's longest word needs."""
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "").split() if self.model() else []
        metrics = QFontMetrics(_font())
        room = worn().pixels(2 * ACROSS + ARROW + 4)
        return max(worn().pixels(NARROWEST), room + max((metrics.horizontalAdvance(word) for word in words), default=0))

    @override
    def reworded(self) -> None:
        if self.model() is None:
            return
        title = str(self.model().headerData(self.focused_column, Qt.Orientation.Horizontal) or "")
        order = ""
        if self.order is not None and self.order[0] == self.focused_column:
            order = self.tr("falling") if self.order[1] else self.tr("rising")
        self.setAccessibleName(" · ".join(part for part in (self.tr("Column headings"), title, order) if part))

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        look = worn()
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        width = max(1, self.sectionSize(logicalIndex) - look.pixels(2 * ACROSS + ARROW + 4))
        needed = QFontMetrics(_font()).boundingRect(QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), words)
        return QSize(self.narrowest(logicalIndex), needed.height() + look.pixels(2 * DOWN))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = worn()
        painter.save()
        painter.fillRect(rect, QColor(look.palette.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(look.palette.line))
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        ordered = self.order is not None and self.order[0] == logicalIndex
        painter.setFont(_font(strong=ordered))
        painter.setPen(QColor(look.palette.ink if ordered else look.palette.soft_ink))
        inside = rect.adjusted(look.pixels(ACROSS), 0, -look.pixels(ACROSS), 0)
        arrow = look.pixels(ARROW)
        words = inside.adjusted(arrow + 4, 0, 0, 0) if right_to_left else inside.adjusted(0, 0, -arrow - 4, 0)
        edge = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        flags = int(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter) | int(
            Qt.TextFlag.TextWordWrap
        )
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(words, flags, title)
        if ordered and self.order is not None:
            used = QFontMetrics(painter.font()).boundingRect(words, flags, title)
            x = used.left() - arrow - 4 if right_to_left else used.right() + 4
            self._paint_arrow(painter, QRectF(x, rect.center().y() - arrow / 2, arrow, arrow), self.order[1])
        if self.hasFocus() and self.focused_column == logicalIndex:
            painter.setPen(QPen(QColor(look.palette.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                onwards = 1 if (key == Qt.Key.Key_Left) is right_to_left else -1
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.move_wanted.emit(self.focused_column, onwards)
                self._go(onwards)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.sort_wanted.emit(self.focused_column)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._widen(1)
            case Qt.Key.Key_Minus:
                self._widen(-1)
            case _:
                super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.isSectionHidden(self.focused_column):
            self._go(1)
        self.reworded()
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        column = self.logicalIndexAt(event.pos())
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard or column < 0:
            column = self.focused_column
            where = self.mapToGlobal(QRect(self.sectionViewportPosition(column), 0, 1, self.height()).bottomLeft())
        self.menu_wanted.emit(column, where)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumSectionSize(worn().pixels(NARROWEST))

    def _go(self, onwards: int) -> None:
        """To the next heading that is shown."""
        at = self._at + onwards
        while 0 <= at < self.count():
            if not self.isSectionHidden(self.logicalIndex(at)):
                self._at = at
                break
            at += onwards
        self.reworded()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.viewport().update()

    def _widen(self, steps: int) -> None:
        column = self.focused_column
        self.width_wanted.emit(column, self.sectionSize(column) + steps * worn().pixels(STEP))

    @staticmethod
    def _paint_arrow(painter: QPainter, box: QRectF, falling: bool) -> None:
        base, tip = (box.top() + 1, box.bottom() - 1) if falling else (box.bottom() - 1, box.top() + 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(
            QPolygonF([QPointF(box.left(), base), QPointF(box.right(), base), QPointF(box.center().x(), tip)])
        )


def _font(*, strong: bool = False) -> QFont:
    return worn().font(SMALL_POINTS, QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
