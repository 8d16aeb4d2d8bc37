"""Cells of two lines beside each other, of the same widths in every row; they go below where the room is narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLayoutItem, QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.parts.flow import FlowLayout
from ui.parts.text import Text
from ui.screens.registry.household_file.told_facts import Enter, UnknownLink, begun
from ui.theme.look import worn
from ui.theme.tokens import GRID


class Cells(QWidget):
    """One row of cells; widths are pixels at 100 % text size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = _TopFlow(self, across=GRID, down=GRID)

    def add(self, width: int, first: str, second: str = "", *, label: str = "", strong: bool = False) -> QWidget:
        """A cell; `label` is what it tells, for a tooltip and for screen readers."""
        cell, column = self._cell(width)
        above = Text("strong" if strong else "", cell, wraps=True)
        above.setText(begun(first))
        above.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(above)
        if second:
            below = Text("small", cell, wraps=True)
            below.setText(begun(second))
            column.addWidget(below)
        if label:
            cell.setToolTip(label)
            cell.setAccessibleName(bare(f"{label}: {first}"))
        return cell

    def add_unknown(self, width: int, label: str, second: str, pointer: str, enter: Enter | None) -> QWidget:
        """A cell whose fact is unknown: a link to its field, which it gives back."""
        cell, column = self._cell(width)
        act: Callable[[], object] | None = None if enter is None else lambda: enter(pointer)
        link = UnknownLink(label, act, cell)
        below = Text("small", cell, wraps=True)
        below.setText(begun(" · ".join(part for part in (label, second) if part)))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(below)
        return link

    def _cell(self, width: int) -> tuple[QWidget, QVBoxLayout]:
        cell = QWidget(self)
        cell.setFixedWidth(worn().pixels(width))
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._flow.addWidget(cell)
        return cell, column


class _TopFlow(FlowLayout):
    """Widgets of one row begin at the same height, as the cells of a table do, however many lines each has."""

    @staticmethod
    @override
    def _settle(
        row: list[tuple[QLayoutItem, QRect]], inside: QRect, direction: Qt.LayoutDirection, *, move: bool
    ) -> int:
        if move:
            for item, place in row:
                item.setGeometry(QStyle.visualRect(direction, inside, place))
        return max(place.height() for _, place in row)
