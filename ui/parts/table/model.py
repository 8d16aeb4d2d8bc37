"""Rows that are all in memory: sorted and filtered here, and refreshed one by one without moving the cursor."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from typing_extensions import override

from desktop.values.names import fold
from ui.language.reader import Reader
from ui.parts.table.columns import Column
from ui.parts.table.rows_model import ROOT, AnyIndex, RowsModel


class TableModel(RowsModel):
    """A list of some thousands of rows at most; a longer one is a `PagedModel`."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        key: Callable[[Any], Hashable],
        reader: Reader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, key, reader, parent)
        self._all: dict[Hashable, Any] = {}
        self._shown: list[Any] = []
        self._places: dict[Hashable, int] = {}
        self._text = ""
        self._choices: dict[str, str] = {}
        self._order: tuple[int, bool] | None = None
        self._folded: dict[Hashable, str] = {}

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows that are shown, in their order."""
        return tuple(self._shown)

    @property
    def all_rows(self) -> tuple[Any, ...]:
        """Every row, those filtered out too, in the order in which they came."""
        return tuple(self._all.values())

    def set_rows(self, rows: Iterable[Any]) -> None:
        """Show these rows instead of those shown before; the view keeps its place among those that remain."""
        self._all = {self.key(row): row for row in rows}
        self._folded = {}
        shown = self._arranged()
        if [self.key(row) for row in shown] != list(self._places):
            self._replace(shown)
            return
        # The same rows in the same order, as after most refreshes: nothing may move.
        self._shown = shown
        if shown:
            self.reread()

    @override
    def row_at(self, row: int) -> Any | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @override
    def place_of(self, key: Hashable) -> int | None:
        return self._places.get(key)

    @override
    def filter_by(self, text: str, choices: dict[str, str]) -> None:
        self._text, self._choices = text, dict(choices)
        self._replace(self._arranged())

    @override
    def reread(self, reader: Reader | None = None) -> None:
        if reader is not None:
            # The words in which one searches are those that one reads.
            self._folded = {}
        super().reread(reader)

    @override
    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        sorts = 0 <= column < len(self.columns) and self.columns[column].sort_value is not None
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if sorts else None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self.key(self._shown[index.row()]) for index in before]
        self._take(self._arranged())
        after = [
            self.index(self._places[key], index.column()) if key in self._places else QModelIndex()
            for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _replace(self, shown: list[Any]) -> None:
        self.beginResetModel()
        self._take(shown)
        self.endResetModel()

    def _take(self, shown: list[Any]) -> None:
        self._shown = shown
        self._places = {self.key(row): place for place, row in enumerate(shown)}

    def _arranged(self) -> list[Any]:
        """The rows that pass the filter, in the order asked for."""
        words = fold(self._text).split()
        rows = [row for row in self._all.values() if self._chosen(row) and self._holds(row, words)]
        if self._order is None:
            return rows
        number, descending = self._order
        value = self.columns[number].sort_value
        if value is None:
            return rows
        known = [(value(row), row) for row in rows]
        unknown = [row for each, row in known if each is None]
        in_order = sorted(
            (pair for pair in known if pair[0] is not None), key=lambda pair: _comparable(pair[0]), reverse=descending
        )
        return [row for _, row in in_order] + unknown

    def _chosen(self, row: Any) -> bool:
        return all(
            column.filter_value is None or column.filter_value(row) == self._choices[column.key]
            for column in self.columns
            if self._choices.get(column.key)
        )

    def _holds(self, row: Any, words: list[str]) -> bool:
        if not words:
            return True
        key = self.key(row)
        text = self._folded.get(key)
        if text is None:
            said = (column.said(row, self.reader) for column in self.columns if column.button is None)
            text = self._folded[key] = fold(" ".join(said))
        return all(word in text for word in words)


def _comparable(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else value
