"""Households: search first, and below it every file in an order of one's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError, Unreachable
from ui.background.lanes import Task
from ui.parts.header import ScreenHeader
from ui.parts.table.export import Format
from ui.parts.table.model import TableModel
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.paging import Page, PageRequest
from ui.parts.table.view import Table
from ui.screens.registry.household_columns import HouseholdColumns
from ui.screens.registry.household_pages import every_row, read_page
from ui.screens.registry.list_export import ListExport
from ui.screens.registry.search_field import SearchField
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.office.answers import Changes
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdSummary, SearchHit

WAIT = 120
"""Milliseconds after a key before the search is made: who types a name makes one search, not six."""

MOST_HITS = 50
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
"""Rows that a key goes onwards while the cursor stays in the field."""

KEPT_AS = "households"
"""Name of the list's columns among the preferences."""


class HouseholdsScreen(Screen):
    """The destination's key is a text to search for."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._task: Task | None = None
        self._searched = ""
        self._asked: PageRequest | None = None
        self.exporting = ListExport(workplace, self)
        columns = HouseholdColumns({each.value for each in workplace.seat.staff.sees}, self)
        self.header = ScreenHeader(self)
        if workplace.may("register"):
            button = self.header.set_primary(lambda: self.tr("Register a household"), self._register)
            button.setObjectName("register")
            self.say(button.setToolTip, lambda: self.tr("Register a household ({keys})").format(keys="Ctrl+N"))
        self.search = SearchField(self)
        self.search.setObjectName("household-search")
        self.hits = Table(
            TableModel(columns.of_hits(), lambda hit: hit.summary.id, self.reader),
            lambda: self.tr("Households found"),
            self,
            filtered=False,
        )
        self.hits.setObjectName("hits")
        self.pages = PagedModel(columns.of_list(), lambda row: row.id, self.reader)
        self.list = Table(self.pages, lambda: self.tr("All households"), self)
        self.list.setObjectName("list")
        # One field for words is enough: the search finds by names, and by more.
        self.list.filter.words.hide()
        self.list.restore(workplace.preferences.columns.get(KEPT_AS, ""))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.hits)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(self.header)
        column.addWidget(self.search)
        column.addWidget(self.stack, 1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._connect()
        self.reworded()

    @override
    def open(self, destination: Destination) -> None:
        if destination.key and destination.key != self.search.text():
            self.search.setText(destination.key)
        if self.search.text().strip():
            self._search()
        if self.pages.kept:
            self.pages.refresh()
        elif not self.pages.reading:
            self.pages.start()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()

    @override
    def touched(self, changes: Changes) -> None:
        if not changes.households:
            return
        if self.pages.kept:
            self.pages.refresh()
        if self._searched:
            self._search()

    @override
    def reworded(self) -> None:
        self.header.show_title(self.tr("Households"))
        self._show_count()
        for table in (self.hits, self.list):
            table.reread(self.reader)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._typed)
        self._wait.timeout.connect(self._search)
        self.hits.activated.connect(lambda hit: self._open(hit.summary))
        self.list.activated.connect(self._open)
        self.hits.retry.connect(self._search)
        self.hits.stopped.connect(self._stop)
        self.hits.empty_acted.connect(self._register)
        self.list.empty_acted.connect(self._register)
        self.hits.exported.connect(self._export_hits)
        self.list.exported.connect(self._export_list)
        self.list.arranged.connect(self._keep_columns)
        self.pages.wanted.connect(self._read)
        self.pages.stands.connect(self._show_count)
        register = (lambda: self.tr("Register a household")) if self.workplace.may("register") else None
        self.list.show_empty_as(lambda: self.tr("No household is registered yet."), register)
        self.hits.show_empty_as(
            lambda: self.tr("Nothing was found. Try the beginning of a name, or an identity, file or mobile number."),
            register,
        )
        if register is not None:
            QShortcut(QKeySequence(QKeySequence.StandardKey.New), self).activated.connect(self._register)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)

    def _key(self, event: QKeyEvent) -> bool:
        """Arrows and Enter act on the rows while one types; Escape empties the field."""
        table = self.hits if self.stack.currentWidget() is self.hits else self.list
        row = table.grid.currentIndex().row()
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            if table.model.rowCount():
                table.grid.go_to(max(0, min(table.model.rowCount() - 1, row + step)))
            return True
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter(table)
                return True
            case Qt.Key.Key_Escape if self.search.text():
                self.search.clear()
                return True
        return False

    def _enter(self, table: Table) -> None:
        text = self.search.text().strip()
        if text != self._searched:
            # What is shown was found by other words.
            self._search(then_open=True)
        elif table.current is not None:
            table.activated.emit(table.current)

    def _typed(self) -> None:
        if self.search.text().strip():
            self._wait.start()
        else:
            self._wait.stop()
            self._stop()
            self._searched = ""
            self.stack.setCurrentWidget(self.list)
            self._show_count()

    def _search(self, *, then_open: bool = False) -> None:
        self._wait.stop()
        self._stop()
        text = self.search.text().strip()
        if self.stack.currentWidget() is not self.hits:
            self.hits.show_loading()
            self.stack.setCurrentWidget(self.hits)

        def searched(desk: Desk) -> tuple[SearchHit, ...]:
            from desktop.registry.search import search

            return search(desk, text, limit=MOST_HITS)

        def found(hits: tuple[SearchHit, ...]) -> None:
            if text != self.search.text().strip():
                return
            same, self._searched = text == self._searched, text
            self.hits.show_rows(list(hits))
            self._show_count()
            if hits and not same:
                self.hits.choose(hits[0].summary.id)
            if then_open and hits:
                self._open(hits[0].summary)

        self._task = self.workplace.read(self, searched, done=found, failed=self._not_found)

    def _not_found(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            self.workplace.tell_error(error)
        elif isinstance(error, Unreachable):
            self.hits.show_offline()
        else:
            self.hits.show_failed(lambda: self.reader.digits(error.sentence(self.reader.language)))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _read(self, request: PageRequest) -> None:
        self._asked = request

        def failed(error: Exception) -> None:
            self.pages.failed(request)
            if isinstance(error, Unreachable) and not self.pages.kept:
                self.list.show_offline()
            elif not isinstance(error, Unreachable):
                self.workplace.tell_error(error)

        def read(page: Page) -> None:
            self.pages.take(request, page)

        self.workplace.read(self, lambda desk: read_page(desk, request), done=read, failed=failed)

    def _show_count(self) -> None:
        total = self.pages.total
        if total is None:
            return
        words = self.tr("%n file(s) in the list", "", total).replace(str(total), self.reader.number(total))
        if self._searched:
            # What stands below was found among them: their number would contradict its own.
            found = self.hits.model.rowCount()
            words = self.tr("%n found", "", found).replace(str(found), self.reader.number(found))
        self.header.show_context(words)

    def _open(self, row: HouseholdSummary) -> None:
        self.workplace.go(Destination(Place.HOUSEHOLD, row.file_number))

    def _register(self) -> None:
        if self.workplace.may("register"):
            self.workplace.go(Destination(Place.REGISTRATION))

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _keep_columns(self, text: str) -> None:
        columns = {**self.workplace.preferences.columns, KEPT_AS: text}
        self.workplace.prefer(msgspec.structs.replace(self.workplace.preferences, columns=columns))

    def _export_list(self, form: str) -> None:
        request = self._asked or PageRequest(0)
        title = self.tr("Households")
        self.exporting.ask(Format(form), self.list.shown_columns(), lambda office: every_row(office, request), title)

    def _export_hits(self, form: str) -> None:
        rows = self.hits.model.rows if isinstance(self.hits.model, TableModel) else ()
        title = self.tr("Households found")
        self.exporting.ask(Format(form), self.hits.shown_columns(), lambda _office: rows, title)
