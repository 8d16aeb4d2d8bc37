"""Keeps the cursor, the choice and the scroll bar of a table on their rows while rows come and go around them."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject

from ui.parts.table.paged_model import PagedModel

if TYPE_CHECKING:
    from ui.parts.table.grid import Grid


class Keeper(QObject):
    """Holds before the view hears of a change, and restores when the view has settled it.

    Made before the view takes its model: a choice is gone as soon as the view hears that its row will be.
    """

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._away = grid.away
        self.rows_are_leaving = False
        """Whether the view hears just now that rows will go."""
        self._anchor: tuple[Hashable, int] | None = None
        self._current: tuple[Hashable, int] | None = None
        self._end: bool | None = None
        model = grid.rows
        model.modelAboutToBeReset.connect(self._hold_all)
        model.rowsAboutToBeRemoved.connect(self._leaving)
        for signal in (model.rowsAboutToBeInserted, model.rowsAboutToBeMoved):
            signal.connect(self._hold_place)

    def begin(self) -> None:
        """Follow the model; called when the view has taken it."""
        model = self._grid.rows
        model.modelReset.connect(self._restore_all)
        model.rowsInserted.connect(self._arrived)
        model.rowsRemoved.connect(self._left)
        model.rowsMoved.connect(self._restore_place)

    def go_to_end(self, *, at_start: bool) -> None:
        """After the next reset the current row is the first or the last."""
        self._end = at_start

    def _hold_place(self, *_: object) -> None:
        """Remember the first row in sight, and how far below the upper edge it stands."""
        model, value = self._grid.rows, self._grid.verticalScrollBar().value()
        self._anchor = None
        for place in range(value, model.rowCount()):
            row = model.row_at(place)
            if row is not None:
                # The upper end of a short list stays at its end: what comes first is then seen at once.
                if place > 0 or isinstance(model, PagedModel):
                    self._anchor = (model.key(row), place - value)
                return

    def _restore_place(self, *_: object) -> None:
        if self._anchor is None:
            return
        place = self._grid.rows.place_of(self._anchor[0])
        if place is not None:
            # The scroll bar learns of new rows only when the view is laid out, which may be later.
            self._grid.updateGeometries()
            self._grid.verticalScrollBar().setValue(place - self._anchor[1])

    def _leaving(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._hold_place()
        self.rows_are_leaving = True
        model = self._grid.rows
        if isinstance(model, PagedModel):
            for index in self._grid.selectionModel().selectedRows():
                row = model.row_at(index.row())
                if first <= index.row() <= last and row is not None:
                    self._away[model.key(row)] = row

    def _left(self) -> None:
        self.rows_are_leaving = False
        self._restore_place()

    def _arrived(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._restore_place()
        if self._away:
            self._choose({key for key in self._away if self._is_between(key, first, last)})

    def _hold_all(self) -> None:
        self._hold_place()
        model, selection = self._grid.rows, self._grid.selectionModel()
        for index in selection.selectedRows():
            row = model.row_at(index.row())
            if row is not None:
                self._away[model.key(row)] = row
        index = self._grid.currentIndex()
        row = model.row_at(index.row()) if index.isValid() else None
        self._current = None if row is None else (model.key(row), index.column())

    def _restore_all(self) -> None:
        model, selection = self._grid.rows, self._grid.selectionModel()
        if self._end is not None and model.rowCount():
            at_start, self._end = self._end, None
            self._away.clear()
            self._grid.go_to(0 if at_start else model.rowCount() - 1)
            return
        self._choose(set(self._away))
        if not isinstance(model, PagedModel):
            self._away.clear()
        if self._current is not None:
            place = model.place_of(self._current[0])
            if place is not None:
                index = model.index(place, self._current[1])
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._restore_place()

    def _choose(self, keys: set[Hashable]) -> None:
        model, selection = self._grid.rows, self._grid.selectionModel()
        for key in keys:
            place = model.place_of(key)
            if place is not None:
                self._away.pop(key, None)
                selection.select(
                    model.index(place, 0),
                    QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
                )

    def _is_between(self, key: Hashable, first: int, last: int) -> bool:
        place = self._grid.rows.place_of(key)
        return place is not None and first <= place <= last
