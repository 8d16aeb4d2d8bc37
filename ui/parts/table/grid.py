"""The rows themselves: keys, choice, copying, and a place that is kept through every refresh."""

from __future__ import annotations

import time
from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from desktop.values.names import fold
from ui.parts.table.cells import CellDelegate
from ui.parts.table.headings import Headings
from ui.parts.table.keeping import Keeper
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.rows_model import Role, RowsModel

KNOWN_HEIGHTS = 2_000
"""Rows whose height is remembered; more are measured again when they come into sight."""


class Grid(QTableView):
    """A table of whole rows."""

    opened = Signal(object)
    """The row on which somebody pressed Enter or its button, or that they clicked twice."""

    menu_wanted = Signal(QPoint)
    """Where on the screen the menu of the chosen rows belongs."""

    chosen = Signal()
    """Other rows are chosen, or another is current."""

    resized = Signal()
    """The room for the rows is another."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "grid")
        # Rows need no air beside the bar, as cards on a page do; the room is the columns'.
        self.verticalScrollBar().setStyleSheet("QScrollBar { width: 12px; } QScrollBar::handle { margin: 2px; }")
        self.rows = model
        self.cells = CellDelegate(self)
        self.headings = Headings(self)
        self.away: dict[Hashable, Any] = {}
        """Chosen rows that a long list does not keep at the moment; chosen again when they come back."""
        self._heights: dict[Hashable, int] = {}
        self._typed, self._typed_at = "", 0.0
        self._looking, self._fitting = QTimer(self), QTimer(self)
        for timer, act in ((self._looking, self._look), (self._fitting, self._refit)):
            timer.setSingleShot(True)
            timer.setInterval(0)
            timer.timeout.connect(act)
        self.setHorizontalHeader(self.headings)
        self.setItemDelegate(self.cells)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # By whole rows: rows of different heights above the place where one is then never move it.
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.keeper = Keeper(self)
        self.setModel(model)
        self.keeper.begin()
        self.cells.opened.connect(self._open)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.selectionModel().currentChanged.connect(self.chosen)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.headings.sectionResized.connect(lambda *_: self._fitting.start())
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.modelReset, model.layoutChanged):
            signal.connect(self._look_again)
        model.dataChanged.connect(lambda first, last, *_: self._forget(first.row(), last.row()))
        if isinstance(model, PagedModel):
            model.stands.connect(self._look_again)
        self.relooked()

    def relooked(self) -> None:
        """Take the sizes of the look in force."""
        self.cells.relooked()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.cells.look.row_height)
        self._refit()
        self.viewport().update()

    def chosen_keys(self) -> list[Hashable]:
        """The rows that are chosen, from the first on."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.key(row) for place in rows if (row := self.rows.row_at(place)) is not None]

    def go_to(self, place: int) -> None:
        """Make a row the current and only chosen one, and bring it into sight."""
        column = self.currentIndex().column() if self.currentIndex().isValid() else self._first_column()
        self.setCurrentIndex(self.rows.index(place, max(0, column)))

    def copy(self) -> None:
        """Put the chosen rows on the clipboard: bare text, a tab between cells, a line for each row."""
        columns = [column for column in self._columns() if self.rows.columns[column].button is None]
        lines = []
        for index in sorted(self.selectionModel().selectedRows(), key=lambda index: index.row()):
            row = self.rows.row_at(index.row())
            if row is not None:
                cells = (self.rows.columns[column].said(row, self.rows.reader) for column in columns)
                lines.append("\t".join(" ".join(cell.split()) for cell in cells))
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Home and plain:
            self._to_end(at_start=True)
        elif event.key() == Qt.Key.Key_End and plain:
            self._to_end(at_start=False)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        now = time.monotonic()
        going_on = now - self._typed_at < QGuiApplication.styleHints().keyboardInputInterval() / 1000
        self._typed, self._typed_at = (self._typed + search if going_on else search), now
        wanted, count, here = fold(self._typed), self.rows.rowCount(), max(0, self.currentIndex().row())
        if not wanted:
            return
        first = here if going_on else here + 1
        for place in (*range(first, count), *range(min(first, count))):
            row = self.rows.row_at(place)
            if row is not None and any(self._begins(row, column, wanted) for column in self._columns()):
                self.go_to(place)
                return

    @override
    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        if self.keeper.rows_are_leaving:
            # Where the current row goes, Qt makes its neighbour current and would choose it instead of what is chosen.
            return QItemSelectionModel.SelectionFlag.NoUpdate
        command = super().selectionCommand(index, event)
        if command & QItemSelectionModel.SelectionFlag.Clear:
            self.away.clear()
        return command

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        # Made as high as it needs first, or the row would grow out of sight once it is there.
        if index.isValid():
            columns = [(column, self.columnWidth(column)) for column in self._columns()]
            self.setRowHeight(index.row(), self._height(index.row(), columns))
        super().scrollTo(index, hint)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(where)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
        self._look_again()

    def seen(self) -> range:
        """The rows in sight."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, self.rows.rowCount() if last < 0 else last + 1)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)

    def _to_end(self, *, at_start: bool) -> None:
        model = self.rows
        if isinstance(model, PagedModel) and (model.more_before if at_start else model.more_after):
            self.keeper.go_to_end(at_start=at_start)
            model.start(from_end=not at_start)
        elif model.rowCount():
            self.go_to(0 if at_start else model.rowCount() - 1)

    def _begins(self, row: object, column: int, wanted: str) -> bool:
        """Whether a word of a cell begins with what was typed."""
        said = " " + fold(self.rows.columns[column].said(row, self.rows.reader))
        return f" {wanted}" in said

    def _columns(self) -> list[int]:
        """The columns that are shown, in reading order."""
        order = (self.headings.logicalIndex(at) for at in range(self.headings.count()))
        return [column for column in order if not self.isColumnHidden(column)]

    def _first_column(self) -> int:
        return next(iter(self._columns()), 0)

    def _scrolled(self) -> None:
        # Before the rows are painted, or they would be seen growing.
        self._fit()
        self._looking.start()

    def _look_again(self) -> None:
        self._fit()
        self._looking.start()

    def _look(self) -> None:
        self._fit()
        if isinstance(self.rows, PagedModel) and self.rows.rowCount():
            seen = self.seen()
            self.rows.near(seen.start, seen.stop - 1)

    def _refit(self) -> None:
        self._heights.clear()
        self._fit()

    def _forget(self, first: int, last: int) -> None:
        for place in range(first, last + 1):
            row = self.rows.row_at(place)
            if row is not None:
                self._heights.pop(self.rows.key(row), None)
        self._look_again()

    def _fit(self) -> None:
        """Make the rows in sight as high as their cells need."""
        bottom, place = self.viewport().height(), max(0, self.verticalScrollBar().value())
        columns = [(column, self.columnWidth(column)) for column in self._columns()]
        top = 0
        if len(self._heights) > KNOWN_HEIGHTS:
            self._heights.clear()
        while place < self.rows.rowCount() and top <= bottom:
            height = self._height(place, columns)
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)
            top += height
            place += 1

    def _height(self, place: int, columns: list[tuple[int, int]]) -> int:
        row = self.rows.row_at(place)
        if row is None:
            return self.cells.look.row_height
        key = self.rows.key(row)
        if key not in self._heights:
            self._heights[key] = max(
                (self.cells.height_of(self.rows.index(place, column), width) for column, width in columns),
                default=self.cells.look.row_height,
            )
        return self._heights[key]
