"""What every model of rows gives to a view: the cells of its columns in the reader's words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.values.isolates import bare
from desktop.values.language import Wording
from ui.language.reader import Reader
from ui.parts.table.columns import Column

AnyIndex = QModelIndex | QPersistentModelIndex

ROOT = QModelIndex()
"""The parent of every row."""

_NOTHING = Wording("لا شيء", "nothing")


class Role(IntEnum):
    """What a cell tells beyond Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    KEY = Qt.ItemDataRole.UserRole + 2
    SORT = Qt.ItemDataRole.UserRole + 3
    MARK = Qt.ItemDataRole.UserRole + 4
    SECOND = Qt.ItemDataRole.UserRole + 5
    LOADING = Qt.ItemDataRole.UserRole + 6


class RowsModel(QAbstractTableModel):
    """Columns over frozen rows; by itself it has none, subclasses say which row stands where.

    Args:
        columns: in the order in which they stand until somebody chooses otherwise.
        key: tells one row from another through every refresh.
        reader: who reads.
    """

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        key: Callable[[Any], Hashable],
        reader: Reader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self.reader = reader

    def row_at(self, row: int) -> Any | None:  # noqa: ARG002  # answered by subclasses
        """The row at a place; None beyond the end and where it is still being read."""
        return None

    def place_of(self, key: Hashable) -> int | None:  # noqa: ARG002  # answered by subclasses
        """Where the row of a key stands; None where it is not shown."""
        return None

    def filter_by(self, text: str, choices: dict[str, str]) -> None:
        """Show only rows that hold every word of `text`, in any spelling, and the choice made for each column."""

    def loading_words(self) -> str:
        """What stands in a row that is still being read."""
        return ""

    def reread(self, reader: Reader | None = None) -> None:
        """Say every cell again: to another reader, in another language or look."""
        self.reader = reader or self.reader
        if self.rowCount() and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    @override
    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0

    @override
    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not (0 <= index.row() < self.rowCount() and index.column() < len(self.columns)):
            return None
        column, row = self.columns[index.column()], self.row_at(index.row())
        if row is None:
            return self._of_loading(index.column(), role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.button() if column.button is not None else column.lines(row, self.reader)[0]
            case Qt.ItemDataRole.ToolTipRole:
                return column.said(row, self.reader) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                if column.button is not None:
                    return bare(column.button())
                # A cell without words would be silence: which column it is, and that nothing stands there.
                return column.said(row, self.reader) or f"{column.title()}: {self.reader.wording(_NOTHING)}"
            case Role.SECOND:
                return column.lines(row, self.reader)[1]
            case Role.MARK:
                return column.mark(row, self.reader) if column.mark is not None else None
            case Role.SORT:
                return column.sort_value(row) if column.sort_value is not None else None
            case Role.ROW:
                return row
            case Role.KEY:
                return self.key(row)
            case Role.LOADING:
                return False
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.columns[section].title()
        return None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.row_at(index.row()) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _of_loading(self, column: int, role: int) -> Any:
        if role == Role.LOADING:
            return True
        if column == 0 and role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.loading_words()
        return "" if role == Qt.ItemDataRole.DisplayRole else None
