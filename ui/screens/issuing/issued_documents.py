"""Issued documents: the office’s print register, its papers one by one, and whether a paper is genuine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import Unreachable
from ui.parts.fields.typed_line import TypedLine
from ui.parts.header import ScreenHeader
from ui.parts.table.export import Format
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.paging import Page, PageRequest
from ui.parts.table.view import Table
from ui.screens.casework.note_line import NoteLine
from ui.screens.issuing.check_view import CheckView
from ui.screens.issuing.issued_view import IssuedView
from ui.screens.issuing.paper_columns import PaperColumns
from ui.screens.issuing.register_pages import every_row, read_page
from ui.screens.issuing.unfinished_form import UnfinishedForm
from ui.screens.registry.list_export import ListExport
from ui.shell.destinations import Destination
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.issuing.answers import IssuedAnswer
    from desktop.office.answers import Changes
    from desktop.office.desk import Desk

KEPT_AS = "issued_documents"
"""Name of the list's columns among the preferences."""

WIDEST_SEARCH = 520
"""Pixels of the search at 100 % text size."""


class IssuedDocumentsScreen(Screen):
    """The destination's key is a serial to look at."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._unfinished: tuple[IssuedAnswer, ...] = ()
        self._asked: PageRequest | None = None
        self.exporting = ListExport(workplace, self)
        self.header = ScreenHeader(self)
        check = self.header.add_action(lambda: self.tr("Check a document"), self._check)
        check.setObjectName("check-document")
        self.say(check.setToolTip, lambda: self.tr("Check a document ({keys})").format(keys="Ctrl+Shift+K"))
        self.note = NoteLine(self)
        self.note.setObjectName("unfinished")
        self.search = TypedLine(self)
        self.search.setObjectName("serial-search")
        self.search.setClearButtonEnabled(True)
        self.say(self.search.setPlaceholderText, lambda: self.tr("Serial or file number, or a part of it"))
        self.say(self.search.setAccessibleName, lambda: self.tr("Look for a document"))
        self.pages = PagedModel(PaperColumns(self).of_register(), lambda row: row.id, self.reader)
        self.list = Table(self.pages, lambda: self.tr("Issued documents"), self)
        self.list.setObjectName("register")
        # The search above the list is its field for words.
        self.list.filter.words.hide()
        self.list.restore(workplace.preferences.columns.get(KEPT_AS, ""))
        self.list.show_empty_as(
            lambda: self.tr("No document has been issued yet. Documents are issued from a household’s file.")
        )
        register = QWidget(self)
        column = QVBoxLayout(register)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        for widget in (self.note, self.search):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self.paper, self.checking = IssuedView(workplace, self, to_file=True), CheckView(workplace, self)
        self.stack = QStackedWidget(self)
        for page in (register, self.paper, self.checking):
            self.stack.addWidget(page)
        self._register = register
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        outer.setSpacing(GRID * 2)
        outer.addWidget(self.header)
        outer.addWidget(self.stack, 1)
        self._connect()
        self.relooked()
        self.reworded()

    @override
    def open(self, destination: Destination) -> None:
        self._read_unfinished()
        if self.pages.kept:
            self.pages.refresh()
        elif not self.pages.reading:
            self.pages.start()
        if destination.key:
            self._look(destination.key)
        elif self.stack.currentWidget() is self._register:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def touched(self, changes: Changes) -> None:
        if "issued_documents" not in changes.kinds:
            return
        if self.pages.kept:
            self.pages.refresh()
        elif not self.pages.reading:
            self.pages.start()
        self._read_unfinished()
        if self.stack.currentWidget() is self.paper:
            self.paper.refresh()

    @override
    def reworded(self) -> None:
        self.header.show_title(self.tr("Issued documents"))
        self._show_count()
        self._show_unfinished()
        self.list.reread(self.reader)

    @override
    def relooked(self) -> None:
        self.search.setMaximumWidth(self.workplace.look.pixels(WIDEST_SEARCH))
        self.paper.relooked()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.list.filter.words.setText)
        self.search.returnPressed.connect(self._enter)
        self.list.activated.connect(lambda row: self._look(row.serial))
        self.list.arranged.connect(self._keep_columns)
        self.list.exported.connect(self._export)
        self.pages.wanted.connect(self._read)
        self.pages.stands.connect(self._show_count)
        self.paper.left.connect(self._back)
        self.checking.left.connect(self._back)
        self.checking.look.connect(self._look)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._find)
        QShortcut(QKeySequence("Ctrl+Shift+K"), self, self._check)

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

    def _read_unfinished(self) -> None:
        def work(desk: Desk) -> tuple[IssuedAnswer, ...]:
            from desktop.issuing.queries import unfinished
            from desktop.issuing.service import ABANDONED_AFTER

            return unfinished(desk, before=desk.now - ABANDONED_AFTER)

        def read(papers: tuple[IssuedAnswer, ...]) -> None:
            self._unfinished = papers
            self._show_unfinished()

        def failed(error: Exception) -> None:
            # The list says by itself that the office cannot be reached.
            if not isinstance(error, Unreachable):
                self.workplace.tell_error(error)

        self.workplace.read(self, work, done=read, failed=failed)

    def _show_unfinished(self) -> None:
        count = len(self._unfinished)
        if not count:
            self.note.clear()
            return
        words = self.tr("%n serial(s) were reserved and never finished.", "", count)
        words = words.replace(str(count), self.reader.number(count))
        self.note.tell(words, Tone.WAIT, (self.tr("Say why…"), self._explain))

    def _explain(self) -> None:
        form = UnfinishedForm(self.workplace, self._unfinished, self)
        form.finished.connect(lambda _result: form.deleteLater())
        form.open()

    def _show_count(self) -> None:
        total = self.pages.total
        if total is not None:
            words = self.tr("%n document(s) in the list", "", total).replace(str(total), self.reader.number(total))
            self.header.show_context(words)

    def _enter(self) -> None:
        """Open what the search found, where it is one."""
        if self.list.current is not None:
            self.list.activated.emit(self.list.current)
        elif self.pages.kept == 1 and (row := self.pages.row_at(0)) is not None:
            self._look(row.serial)

    def _look(self, serial: str) -> None:
        self.stack.setCurrentWidget(self.paper)
        self.paper.show_serial(serial)

    def _check(self) -> None:
        self.stack.setCurrentWidget(self.checking)
        self.checking.begin()

    def _back(self) -> None:
        self.stack.setCurrentWidget(self._register)
        (self.list.grid if self.list.current is not None else self.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        self._back()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _keep_columns(self, text: str) -> None:
        columns = {**self.workplace.preferences.columns, KEPT_AS: text}
        self.workplace.prefer(msgspec.structs.replace(self.workplace.preferences, columns=columns))

    def _export(self, form: str) -> None:
        request = self._asked or PageRequest(0)
        title = self.tr("Issued documents")
        self.exporting.ask(Format(form), self.list.shown_columns(), lambda office: every_row(office, request), title)
