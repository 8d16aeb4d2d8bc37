"""The files of a run, one by one, by what they are beside the last decision; to the file and to the reasons."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import isolated
from ui.language.worded import Worded
from ui.parts.table.export import Format
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.paging import Page, PageRequest
from ui.parts.table.view import Table
from ui.parts.tabs import TabStrip
from ui.parts.text import Text
from ui.screens.casework.caseload.changed_columns import ChangedColumns
from ui.screens.casework.caseload.reading import RunShown, every_changed, read_changed
from ui.screens.casework.caseload.rolling import rolling
from ui.screens.casework.caseload.words import KINDS, LOSES, kind_words
from ui.screens.registry.list_export import ListExport
from ui.shell.workplace import Workplace
from ui.theme.look import worn
from ui.theme.tokens import GRID

_ROWS = 300
"""Pixels that the list needs at 100 %: some rows."""


class ChangedView(Worded, QWidget):
    """A tab for each kind, the list, and below it what can be asked about the file that the cursor is on."""

    opened = Signal(str)
    """The number of a file that somebody opens."""

    explained = Signal(str)
    """The number of a file whose reasons somebody asks for."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.shown: RunShown | None = None
        self.exporting = ListExport(workplace, self)
        self.kinds = TabStrip(self)
        for kind in KINDS:
            self.kinds.add(kind, partial(kind_words, kind))
        self.kinds.chosen.connect(self._choose)
        columns = ChangedColumns(self)
        self.model = PagedModel(columns.all(), lambda row: row.file_number, workplace.reader)
        self.table = Table(self.model, lambda: self.tr("Households of the run"), self)
        self.table.setObjectName("changed")
        self.table.show_empty_as(lambda: self.tr("There is no such household in this run."))
        self.model.wanted.connect(self._read)
        self.table.activated.connect(self._open)
        self.table.chosen.connect(self._tell)
        self.table.exported.connect(self._export)
        self.about, self.explain = Text("soft", self, wraps=True), QPushButton(self)
        self.explain.setObjectName("explain")
        self.say(self.explain.setText, lambda: self.tr("Why this outcome"))
        self.say(
            self.explain.setToolTip,
            lambda: self.tr("Show the reasons of what the run found ({keys})").format(keys="Ctrl+Shift+E"),
        )
        self.explain.clicked.connect(self._explain)
        QShortcut(QKeySequence("Ctrl+Shift+E"), self).activated.connect(self._explain)
        foot = QHBoxLayout()
        foot.setSpacing(GRID * 2)
        foot.addWidget(self.about, 1)
        foot.addWidget(self.explain)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID // 2, 0, 0)
        whole.setSpacing(GRID)
        whole.addWidget(self.kinds)
        whole.addWidget(rolling(inside, self), 1)
        self.relooked()
        self._asked = PageRequest(0)
        self._tell()

    @property
    def kind(self) -> str:
        """Which files are listed."""
        return self.kinds.current or LOSES

    def show_run(self, shown: RunShown) -> None:
        """Show the files of a run that was kept, those that lose first unless there is none."""
        self.shown = shown
        counts = self._counts()
        self.kinds.select(next((kind for kind in KINDS if counts.get(kind)), LOSES))
        self._say_kinds()
        self.model.start()

    def show_kind(self, kind: str) -> None:
        """List the files of a kind."""
        self.kinds.select(kind)
        self.model.start()
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def relooked(self) -> None:
        """As high as the text of the moment asks."""
        self.table.setMinimumHeight(worn().pixels(_ROWS))

    def set_reader(self) -> None:
        """Say everything to the reader of the moment."""
        self.table.reread(self._workplace.reader)
        self._say_kinds()
        self._tell()

    @override
    def reworded(self) -> None:
        self._say_kinds()
        self._tell()

    def _counts(self) -> dict[str, int]:
        counts = None if self.shown is None else self.shown.counts
        return {} if counts is None else {kind.value: number for kind, number in counts.items()}

    def _say_kinds(self) -> None:
        counts = self._counts()
        for kind in KINDS:
            words = kind_words(kind)
            number = counts.get(kind)
            for tab in self.kinds.findChildren(QWidget, f"tab_{kind}"):
                counted = f"{words} ({self._workplace.reader.number(number)})" if number is not None else words
                tab.setProperty("text", counted)
        self.kinds.reworded()

    @Slot(str)
    def _choose(self, _kind: str) -> None:
        self.model.start()

    @Slot(object)
    def _read(self, request: PageRequest) -> None:
        shown, kind = self.shown, self.kind
        if shown is None or shown.record is None:
            return
        self._asked, record, total = request, shown.record, self._counts().get(kind, 0)

        def read(page: Page) -> None:
            if shown is self.shown and kind == self.kind:
                self.model.take(request, page)
                self._tell()

        def failed(error: Exception) -> None:
            self.model.failed(request)
            self._workplace.tell_error(error)

        self._workplace.read(
            self, lambda desk: read_changed(desk, record, kind, total, request), done=read, failed=failed
        )

    @Slot()
    def _tell(self) -> None:
        """Name the file that the buttons are about."""
        row: Any = self.table.current
        self.explain.setEnabled(row is not None)
        if row is None:
            self.about.setText(self.tr("Choose a household to see why the run found what it found."))
            return
        number = self._workplace.reader.code(row.file_number)
        self.about.setText(self.tr("{head}, file {number}").format(head=isolated(row.head_name), number=number))

    @Slot()
    def _explain(self) -> None:
        row: Any = self.table.current
        if row is not None:
            self.explained.emit(row.file_number)

    @Slot(object)
    def _open(self, row: Any) -> None:
        self.opened.emit(row.file_number)

    @Slot(str)
    def _export(self, form: str) -> None:
        shown, kind, request = self.shown, self.kind, self._asked
        if shown is None or shown.record is None:
            return
        record = shown.record
        self.exporting.ask(
            Format(form),
            self.table.shown_columns(),
            lambda office: every_changed(office, record, kind, request),
            kind_words(kind),
        )
