"""The programmes and their rules: the list of every programme, and each of them by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError, Unreachable
from ui.background.lanes import Task
from ui.parts.fields.sentences import sentence_of
from ui.parts.header import ScreenHeader
from ui.parts.signs import Mark, Sign
from ui.parts.states import StateStack
from ui.parts.table.export import Format
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.screens.casework.note_line import NoteLine
from ui.screens.programmes.going import Way, way_of
from ui.screens.programmes.programme_columns import ProgrammeColumns
from ui.screens.programmes.programme_view import ProgrammeView
from ui.screens.programmes.reading import ListedProgramme, OpenedProgramme, ProgrammeList, read_list, read_programme
from ui.screens.programmes.rule_words import applies_words, unit_words
from ui.screens.registry.list_export import ListExport
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.office.desk import Desk

KEPT_AS = "programmes"
"""Name of the list's columns among the preferences."""


class ProgrammesScreen(Screen):
    """The destination's key is `ID` or `ID@VERSION` of a programme to open, its part the `Way` into it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._asked = ""
        self._way = Way()
        self._list: ProgrammeList | None = None
        self._listing: Task | None = None
        self._opening: Task | None = None
        self.exporting = ListExport(workplace, self)
        self.header = ScreenHeader(self)
        self.faults = NoteLine(self)
        self.faults.setObjectName("unreadable")
        self.list = Table(
            TableModel(ProgrammeColumns(self).all(), lambda row: row.programme, self.reader),
            lambda: self.tr("Programmes"),
            self,
        )
        self.list.setObjectName("programmes")
        self.list.show_empty_as(lambda: self.tr("There are no programmes here."))
        self.list.restore(workplace.preferences.columns.get(KEPT_AS, ""))
        self.view = ProgrammeView(workplace, self)
        self.states = StateStack(self.view, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.states)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(self.header)
        column.addWidget(self.faults)
        column.addWidget(self.stack, 1)
        self._connect()
        self.reworded()

    @override
    def open(self, destination: Destination) -> None:
        if self._list is None or not destination.key:
            self._read_list()
        if destination.key:
            self._show(destination.key, way_of(destination.part))
        else:
            self._asked = ""
            self.stack.setCurrentWidget(self.list)
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reworded()

    @override
    def reworded(self) -> None:
        self.list.reread(self.reader)
        if self._asked:
            self._show_head()
        else:
            self.header.show_title(self.tr("Programmes and their rules"))
            self.header.show_context(self._counted())
        self._show_faults()

    @override
    def relooked(self) -> None:
        self.view.relooked()

    @Slot(object)
    def _reread_view(self, _reader: object) -> None:
        self.view.reworded()

    def _connect(self) -> None:
        self.list.activated.connect(self._go_to_programme)
        self.list.retry.connect(self._read_list)
        self.list.arranged.connect(self._keep_columns)
        self.list.exported.connect(self._export)
        self.states.retry.connect(self._again)
        self.workplace.reader_changed.connect(self._reread_view)
        view = self.view
        view.left.connect(self._go_to_list)
        view.version_wanted.connect(self._go_to_version)
        view.tab_wanted.connect(self._go_to_tab)
        view.file_wanted.connect(self._go_to_file)

    @Slot(object)
    def _go_to_programme(self, row: ListedProgramme) -> None:
        self.workplace.go(Destination(Place.PROGRAMMES, row.programme))

    @Slot()
    def _go_to_list(self) -> None:
        self.workplace.go(Destination(Place.PROGRAMMES))

    @Slot(str)
    def _go_to_file(self, number: str) -> None:
        self.workplace.go(Destination(Place.HOUSEHOLD, number, "eligibility"))

    @Slot(str)
    def _go_to_version(self, version: str) -> None:
        programme = self._asked.partition("@")[0]
        way = Way(self._way.tab, "", self._way.file)
        self.workplace.go(Destination(Place.PROGRAMMES, f"{programme}@{version}", way.part))

    @Slot(str)
    def _go_to_tab(self, tab: str) -> None:
        # Through the frame, so that «back» leads to the tab before.
        self.workplace.go(Destination(Place.PROGRAMMES, self._asked, Way(tab, "", self._way.file).part))

    def _read_list(self) -> None:
        if self._listing is not None:
            self._listing.cancel()
        if self._list is None:
            self.list.show_loading()

        def work(desk: Desk) -> ProgrammeList:
            return read_list(desk.place.country, desk.today)

        def read(found: ProgrammeList) -> None:
            self._list = found
            self.list.show_rows(list(found.rows))
            self.reworded()

        def failed(error: Exception) -> None:
            if self._list is not None or not isinstance(error, OfficeError):
                self.workplace.tell_error(error)
            elif isinstance(error, Unreachable):
                self.list.show_offline()
            else:
                self.list.show_failed(lambda: sentence_of(error, self.reader))

        self._listing = self.workplace.read(self, work, done=read, failed=failed)

    @Slot()
    def _again(self) -> None:
        self._show(self._asked, self._way)

    def _show(self, asked: str, way: Way) -> None:
        same = asked == self._asked and self.view.opened is not None
        self._asked, self._way = asked, way
        self.stack.setCurrentWidget(self.states)
        if same:
            self._lead(way)
            return
        self.view.opened = None
        self.states.show_loading()
        if self._opening is not None:
            self._opening.cancel()

        def read(opened: OpenedProgramme) -> None:
            if asked == self._asked:
                self.view.show_programme(opened)
                self.states.show_content()
                self._lead(self._way)
                self.reworded()

        def failed(error: Exception) -> None:
            if not isinstance(error, OfficeError):
                self.workplace.tell_error(error)
            elif isinstance(error, Unreachable) and error.key.startswith("database."):
                self.states.show_offline()
            else:
                self.states.show_failed(lambda: sentence_of(error, self.reader))

        self._opening = self.workplace.read(
            self, lambda desk: read_programme(asked, desk.today), done=read, failed=failed
        )

    def _lead(self, way: Way) -> None:
        self.view.lead(way)
        if not way.entry:
            tabs = self.view.strip
            tabs.setFocus(Qt.FocusReason.OtherFocusReason)
            for button in tabs.findChildren(QWidget, f"tab_{tabs.current}"):
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_head(self) -> None:
        opened = self.view.opened
        if opened is None:
            return
        text, today = opened.text, self.workplace.seat.today
        if opened.in_force:
            mark = Mark(Tone.GOOD, self.tr("In force"))
        elif text.applies.from_ > today:
            mark = Mark(Tone.WAIT, self.tr("Not in force yet"), Sign.CLOCK)
        else:
            mark = Mark(Tone.PLAIN, self.tr("Of the past"), Sign.CLOCK)
        self.header.show_title(self.reader.wording(text.title), [mark])
        self.header.show_context(
            " · ".join(
                (
                    self.tr("Rules of {version}").format(version=self.reader.code(text.version)),
                    applies_words(text.applies, self.reader),
                    unit_words(of_member=text.unit == "member"),
                    self.reader.code(text.id),
                )
            )
        )

    def _counted(self) -> str:
        if self._list is None:
            return ""
        count = len(self._list.rows)
        return self.tr("%n programme(s)", "", count).replace(str(count), self.reader.number(count))

    def _show_faults(self) -> None:
        faults = () if self._list is None or self._asked else self._list.faults
        if faults:
            self.faults.tell("\n".join(sentence_of(each, self.reader) for each in faults), Tone.WAIT)
        else:
            self.faults.clear()

    def _keep_columns(self, text: str) -> None:
        columns = {**self.workplace.preferences.columns, KEPT_AS: text}
        self.workplace.prefer(msgspec.structs.replace(self.workplace.preferences, columns=columns))

    def _export(self, form: str) -> None:
        rows = self.list.model.rows if isinstance(self.list.model, TableModel) else ()
        self.exporting.ask(Format(form), self.list.shown_columns(), lambda _office: rows, self.tr("Programmes"))
