"""A row that breaks into further rows where its width ends: nothing is cut at large text or in narrow windows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from ui.theme.tokens import GRID


class FlowLayout(QLayout):
    """Puts its widgets one behind the other from the reading edge.

    Args:
        parent: whose layout it is.
        across: pixels between two widgets; down: between two rows.
    """

    def __init__(self, parent: QWidget | None = None, *, across: int = GRID, down: int = GRID // 2) -> None:
        super().__init__(parent)
        self._across, self._down = across, down
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        if parent is not None:
            parent.setSizePolicy(policy)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_before_last(self, widget: QWidget) -> None:
        """Add a widget that stands before the last one."""
        self.addWidget(widget)
        self._items[-2:] = reversed(self._items[-2:])
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def heightForWidth(self, width: int) -> int:
        # Every layout around asks for a dozen widths before it settles on one, and asks again at each of its own turns.
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._across * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0)) + self._around()

    @override
    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        widest = max((size.width() for size in shown), default=0)
        return QSize(widest, max((size.height() for size in shown), default=0)) + self._around()

    def _around(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the rows out and say how high they are; `move` puts the widgets there."""
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        inside = rect.marginsRemoved(self.contentsMargins())
        x, y = inside.x(), inside.y()
        row: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(inside.width(), item.minimumSize().width())))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if row and x + size.width() > inside.right() + 1:
                y += self._settle(row, inside, direction, move=move) + self._down
                x, row = inside.x(), []
            row.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self._across
        if row:
            y += self._settle(row, inside, direction, move=move)
        return y - rect.y() + self.contentsMargins().bottom()

    @staticmethod
    def _settle(
        row: list[tuple[QLayoutItem, QRect]], inside: QRect, direction: Qt.LayoutDirection, *, move: bool
    ) -> int:
        """Put one row in place, its widgets at middle height; the row's height."""
        height = max(place.height() for _, place in row)
        if move:
            for item, place in row:
                place.translate(0, (height - place.height()) // 2)
                item.setGeometry(QStyle.visualRect(direction, inside, place))
        return height
