"""Cards beside each other in columns of one width, as many as have room; the rest go below."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from ui.theme.look import worn
from ui.theme.tokens import GRID

WIDE = "wide"
"""Property of a tile that takes a whole row."""


class Tiles(QWidget):
    """Widgets in rows from the reading edge.

    Args:
        least: pixels that a column needs at 100 %.
        most: columns at most.
    """

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._tiles: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID + GRID // 2)

    def add(self, tile: QWidget) -> None:
        """One more, behind the others."""
        self._tiles.append(tile)
        self.arrange()

    def arrange(self) -> None:
        """Put those that are not hidden in their places."""
        shown = [each for each in self._tiles if not each.isHidden()]
        fitting = max(1, (self.width() + self._grid.spacing()) // (worn().pixels(self._least) + self._grid.spacing()))
        columns = max(1, min(self._most, fitting, len(shown) or 1))
        # The last row is filled as evenly as the others.
        columns = -(-len(shown) // -(-len(shown) // columns)) if shown else 1
        for tile in self._tiles:
            self._grid.removeWidget(tile)
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        row = column = 0
        for tile in shown:
            if tile.property(WIDE) and column:
                row, column = row + 1, 0
            across = columns if tile.property(WIDE) else 1
            self._grid.addWidget(tile, row, column, 1, across)
            column += across
            if column >= columns:
                row, column = row + 1, 0
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.arrange()
