"""The documents of one household: what can be issued now, and every paper that was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.background.lanes import Task
from ui.parts.states import StateStack
from ui.parts.table.export import Format
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.screens.issuing.asked import Asked, asked_in
from ui.screens.issuing.issue_view import IssueView
from ui.screens.issuing.issued_view import IssuedView
from ui.screens.issuing.offer_cards import OfferCards
from ui.screens.issuing.paper_columns import PaperColumns
from ui.screens.registry.household_file.tab import HouseholdTab
from ui.screens.registry.list_export import ListExport
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.issuing.answers import IssuedAnswer
    from desktop.office.answers import Changes
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdAnswer
    from ui.papers.offered import KindOffered

_LIST_HEIGHT = 250
"""Pixels that the list of papers has at least, at 100 % text size."""

Read = tuple["tuple[KindOffered, ...]", "tuple[IssuedAnswer, ...]"]


class HouseholdDocumentsTab(HouseholdTab):
    """The tab's key is a serial to look at, or what `asked.Asked` says to issue."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._file: HouseholdAnswer | None = None
        self._part = ""
        self._read_now: Read | None = None
        self._reading: Task | None = None
        self.offers = OfferCards(self)
        self.papers = Table(
            TableModel(PaperColumns(self).of_household(), lambda row: row.id, self.reader),
            lambda: self.tr("Documents issued for this household"),
            self,
            filtered=False,
        )
        self.papers.setObjectName("papers")
        self.papers.show_empty_as(lambda: self.tr("Nothing was issued for this household yet."))
        self.exporting = ListExport(workplace, self)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID * 2)
        column.addWidget(self.offers)
        column.addWidget(self.papers, 1)
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setWidget(inside)
        self.states = StateStack(self.pane, self)
        self.issuing, self.issued = IssueView(workplace, self), IssuedView(workplace, self)
        self.stack = QStackedWidget(self)
        for page in (self.states, self.issuing, self.issued):
            self.stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GRID, 0, 0)
        outer.addWidget(self.stack)
        self.states.retry.connect(self._read)
        self.offers.wanted.connect(self._begin)
        self.papers.activated.connect(lambda row: self._look(row.serial))
        self.papers.exported.connect(self._export)
        self.issuing.left.connect(self._back)
        self.issuing.issued.connect(lambda _serial: self._read())
        self.issued.left.connect(self._back)
        self.relooked()

    @override
    def show_file(self, file: HouseholdAnswer, part: str = "") -> None:
        if self._file is None or self._file.file_number != file.file_number:
            self._read_now = None
            self.stack.setCurrentWidget(self.states)
        self._file, self._part = file, part
        self._read()

    @override
    def touched(self, changes: Changes) -> None:
        if self._file is None or self._file.id not in changes.households:
            return
        self._read()
        if self.stack.currentWidget() is self.issued:
            self.issued.refresh()

    @override
    def reworded(self) -> None:
        self.papers.reread(self.reader)
        self._show()

    @override
    def relooked(self) -> None:
        self.papers.setMinimumHeight(self.workplace.look.pixels(_LIST_HEIGHT))
        self.issuing.relooked()
        self.issued.relooked()
        self._show()

    def _read(self) -> None:
        file = self._file
        if file is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        if self._read_now is None:
            self.states.show_loading()
        # A file as it was on an earlier day is looked at; papers speak of today.
        issuing = self.workplace.may("issue") and file.as_of == self.workplace.seat.today
        language = self.reader.language

        def work(desk: Desk) -> Read:
            from desktop.issuing.queries import register_of
            from ui.papers.offered import offered

            kinds = offered(desk, file_number=file.file_number) if issuing else ()
            for each in kinds:
                if each.refusal is not None:
                    # Its sentence stands in a file, which is read here.
                    each.refusal.sentence(language)
            return kinds, register_of(desk, household=file.id)

        def done(read: Read) -> None:
            if self._file is not None and self._file.file_number == file.file_number:
                self._read_now = read
                self._show()
                self._go_to_part()

        self._reading = self.workplace.read(self, work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.tell_failure(self.states, error, held=self._read_now is not None)

    def _show(self) -> None:
        if self._read_now is None:
            return
        kinds, papers = self._read_now
        self.offers.setVisible(bool(kinds))
        self.offers.show_offers(kinds, self.reader)
        self.papers.show_rows(list(papers))
        self.states.show_content()

    def _go_to_part(self) -> None:
        part, self._part = self._part, ""
        if not part or self._read_now is None or self.issuing.busy:
            return
        asked = asked_in(part)
        kind = next((each for each in self._read_now[0] if each.kind.kind.value == asked.kind), None)
        if kind is not None and kind.offers:
            self._begin(kind, asked)
        elif kind is None:
            self._look(part)

    def _begin(self, kind: KindOffered, asked: Asked | None = None) -> None:
        if self._file is not None:
            self.stack.setCurrentWidget(self.issuing)
            self.issuing.show_offers(kind, asked or Asked(kind.kind.kind.value), self._file.file)

    def _look(self, serial: str) -> None:
        self.stack.setCurrentWidget(self.issued)
        self.issued.show_serial(serial)

    def _back(self) -> None:
        last = self.issuing.serial if self.stack.currentWidget() is self.issuing else self.issued.serial
        self.stack.setCurrentWidget(self.states)
        row = next((each for each in self._rows() if each.serial == last), None)
        if row is not None:
            self.papers.choose(row.id)
            self.papers.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self) -> tuple[IssuedAnswer, ...]:
        return () if self._read_now is None else self._read_now[1]

    def _export(self, form: str) -> None:
        rows = self._rows()
        title = self.tr("Documents issued for this household")
        self.exporting.ask(Format(form), self.papers.shown_columns(), lambda _office: rows, title)
