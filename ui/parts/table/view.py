"""A list as screens use it: filter line, rows, foot, and the columns as somebody arranged them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.signs import Sign
from ui.parts.states import State, StateStack
from ui.parts.table.arrangement import Arrangement
from ui.parts.table.columns import Column
from ui.parts.table.export import Sheet, sheet_of
from ui.parts.table.filter_line import FilterLine
from ui.parts.table.foot import Foot
from ui.parts.table.grid import Grid
from ui.parts.table.menus import column_menu, columns_menu, rows_menu
from ui.parts.table.model import TableModel
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.rows_model import RowsModel
from ui.parts.table.widths import Widths
from ui.theme.tokens import GRID

Words = Callable[[], str]


class Table(Worded, QFrame):
    """Rows of a `TableModel` or a `PagedModel`.

    Args:
        model: the rows; the table becomes its parent.
        name: what the list is, for who hears it.
        filtered: whether the filter line is there.
        motion: whether anything may move by itself.
    """

    activated = Signal(object)
    """The row that somebody opened: Enter, its button, or two clicks."""

    chosen = Signal()
    """Other rows are chosen."""

    exported = Signal(str)
    """The `export.Format` that somebody wants the list in."""

    arranged = Signal(str)
    """Somebody arranged the columns anew; the text for `restore`."""

    menu_opening = Signal(object, object)
    """The menu of the chosen rows (`QMenu`) before it opens, to add to, and the current row."""

    stopped = Signal()
    retry = Signal()
    empty_acted = Signal()

    def __init__(
        self,
        model: RowsModel,
        name: Words,
        parent: QWidget | None = None,
        *,
        filtered: bool = True,
        motion: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.model = model
        model.setParent(self)
        self._empty: tuple[Words, Words | None, Sign] = (lambda: self.tr("There is nothing here."), None, Sign.DASH)
        self._arrangement = Arrangement.of(model.columns)
        self.grid = Grid(model, self)
        self.states = StateStack(self.grid, self, motion=motion)
        self.filter = FilterLine(model.columns, model.reader, self)
        self.columns_button = QPushButton(self)
        self.columns_button.setProperty("kind", "quiet")
        self.filter.row.addWidget(self.columns_button)
        self.filter.setVisible(filtered)
        self.foot = Foot(model, self)
        self._widths = Widths(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.filter.row.setContentsMargins(GRID + GRID // 2, GRID, GRID + GRID // 2, GRID)
        column.addWidget(self.filter)
        column.addWidget(self.states, 1)
        column.addWidget(self.foot)
        self.setTabOrder(self.grid.headings, self.grid)
        self.say(self.grid.setAccessibleName, name)
        self.say(self.grid.headings.setAccessibleName, lambda: self.tr("Headings of the columns"))
        self.say(self.columns_button.setText, lambda: self.tr("Columns"))
        self._connect()
        self._apply()
        self._show_state()

    @property
    def arrangement(self) -> Arrangement:
        """How the columns stand."""
        return self._arrangement

    @property
    def current(self) -> Any | None:
        """The row that the cursor is on."""
        index = self.grid.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def choose(self, key: Hashable) -> bool:
        """Make the row of a key the current and only chosen one; whether it is there."""
        place = self.model.place_of(key)
        if place is not None:
            self.grid.go_to(place)
        return place is not None

    def show_empty_as(self, words: Words, action: Words | None = None, sign: Sign = Sign.DASH) -> None:
        """What an empty list says, and what it offers; taking it sends `empty_acted`."""
        self._empty = (words, action, sign)
        self._show_state()

    def show_loading(self, words: Words | None = None) -> None:
        """The rows are being read."""
        self.states.show_loading(words)

    def show_failed(self, words: Words, remedy: Words | None = None) -> None:
        """They could not be read; `retry` is sent when somebody wants them again."""
        self.states.show_failed(words, remedy)

    def show_offline(self) -> None:
        """The office's database cannot be reached."""
        self.states.show_offline()

    def show_rows(self, rows: list[Any]) -> None:
        """The rows of a list in memory are there."""
        if isinstance(self.model, TableModel):
            self.model.set_rows(rows)
            self.states.show_content()
            self._show_state()

    def reread(self, reader: Reader) -> None:
        """Say everything to another reader: other digits, calendar or language."""
        self.model.reread(reader)
        self.filter.reread(reader)
        self.foot.reworded()

    def restore(self, text: str) -> None:
        """Arrange the columns as a text from `arranged` or `state` says."""
        self._arrangement = Arrangement.of(self.model.columns).taken_from(text, self.model.columns)
        self._apply()

    def state(self) -> str:
        """How the columns are arranged, as a text for the preferences."""
        return self._arrangement.text()

    def arrange(self, arrangement: Arrangement) -> None:
        """Arrange the columns and tell of it."""
        self._arrangement = arrangement
        self._apply()
        self.arranged.emit(self.state())

    def sort_by(self, column: int) -> None:
        """Sort by a column, rising; falling when it does already. One that does not sort changes nothing."""
        key = self.model.columns[column].key
        if self.model.columns[column].sort_value is not None:
            falling = self._arrangement.order == (key, False)
            self.arrange(Arrangement(self._arrangement.places, (key, falling)))

    def shown_columns(self) -> list[Column[Any]]:
        """The columns that are shown, in reading order."""
        by_key = {column.key: column for column in self.model.columns}
        return [by_key[place.key] for place in self._arrangement.places if place.shown]

    def sheet(self, title: str) -> Sheet:
        """The rows of a list in memory as they are shown, for `export.write` on a lane.

        Of a long list the owner reads every row on the lane and calls `export.sheet_of` with `shown_columns()`.
        """
        rows = self.model.rows if isinstance(self.model, TableModel) else ()
        return sheet_of(self.shown_columns(), rows, self.model.reader, title)

    @override
    def reworded(self) -> None:
        self.model.reread()
        self.foot.reworded()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_widths"):
            self.grid.relooked()
            self._widths.spread(self._arrangement)

    def _connect(self) -> None:
        model, grid = self.model, self.grid
        grid.resized.connect(lambda: self._widths.spread(self._arrangement))
        grid.opened.connect(self.activated)
        grid.chosen.connect(self._tell_chosen)
        grid.menu_wanted.connect(self._open_rows_menu)
        grid.headings.sort_wanted.connect(self.sort_by)
        grid.headings.menu_wanted.connect(self._open_column_menu)
        grid.headings.move_wanted.connect(self._move)
        grid.headings.width_wanted.connect(self._widen)
        self._widths.changed_by_hand.connect(self.arrange_by_hand)
        self.filter.changed.connect(model.filter_by)
        self.filter.left_down.connect(self._go_to_rows)
        self.columns_button.clicked.connect(self._open_columns_menu)
        self.foot.exported.connect(self.exported)
        self.states.stopped.connect(self.stopped)
        self.states.retry.connect(self._retry)
        self.states.acted.connect(self._act_on_empty)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._show_state)
        if isinstance(model, PagedModel):
            model.stands.connect(self._show_state)
        find = QShortcut(QKeySequence.StandardKey.Find, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.words.setFocus)

    def arrange_by_hand(self) -> None:
        """Take over what the mouse did to the headings."""
        self.arrange(self._widths.read(self._arrangement))

    def _apply(self) -> None:
        keys = [column.key for column in self.model.columns]
        order = self._arrangement.order
        column = keys.index(order[0]) if order is not None else -1
        falling = order is not None and order[1]
        shown = (column, falling) if column >= 0 else None
        self._widths.apply(self._arrangement)
        if shown != self.grid.headings.order:
            self.grid.headings.show_order(shown)
            self.model.sort(column, Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder)

    def _show_state(self) -> None:
        model = self.model
        if model.rowCount():
            if self.states.state is not State.CONTENT:
                self.states.show_content()
        elif isinstance(model, PagedModel) and model.reading:
            self.states.show_loading()
        elif isinstance(model, PagedModel) and model.trouble:
            self.states.show_failed(lambda: self.tr("The list could not be read."))
        elif self.filter.asked:
            self.states.show_empty(lambda: self.tr("No row matches the filter."), lambda: self.tr("Clear the filter"))
        elif self.states.state in {State.CONTENT, State.EMPTY} or isinstance(model, PagedModel):
            self.states.show_empty(*self._empty)
        self.foot.reworded()

    def _act_on_empty(self) -> None:
        if self.filter.asked:
            self.filter.clear()
            self.filter.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.empty_acted.emit()

    def _retry(self) -> None:
        if isinstance(self.model, PagedModel) and self.model.trouble:
            self.model.retry()
        else:
            self.retry.emit()

    def _tell_chosen(self) -> None:
        self.foot.show_chosen(len(self.grid.chosen_keys()) + len(self.grid.away))
        self.chosen.emit()

    def _go_to_rows(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.grid.currentIndex().isValid() and self.model.rowCount():
            self.grid.go_to(0)

    def _move(self, column: int, onwards: int) -> None:
        self.arrange(self._arrangement.moved(self.model.columns[column].key, onwards))

    def _widen(self, column: int, width: int) -> None:
        key = self.model.columns[column].key
        self.arrange(self._arrangement.with_place(key, width=self._widths.at_full_size(column, width)))

    def _open_rows_menu(self, where: QPoint) -> None:
        menu = rows_menu(self)
        self.menu_opening.emit(menu, self.current)
        self._open(menu, where)

    def _open_column_menu(self, column: int, where: QPoint) -> None:
        self._open(column_menu(self, column), where)

    def _open_columns_menu(self) -> None:
        self._open(columns_menu(self), self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    @staticmethod
    def _open(menu: QMenu, where: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
