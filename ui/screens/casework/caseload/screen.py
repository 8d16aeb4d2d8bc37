"""The whole caseload assessed from the window: what is run, what it came to, whom it touches, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError, Unreachable
from ui.background.lanes import Task
from ui.parts.fields.sentences import sentence_of
from ui.parts.header import ScreenHeader
from ui.parts.states import StateStack
from ui.parts.tabs import TabStrip
from ui.screens.casework.caseload.caseload_line import CaseloadLine
from ui.screens.casework.caseload.changed_view import ChangedView
from ui.screens.casework.caseload.explained_view import ExplainedView
from ui.screens.casework.caseload.reading import Known, Question, RunShown, read_known, read_run, unfinished
from ui.screens.casework.caseload.run_view import RunView
from ui.screens.casework.caseload.running import Running
from ui.screens.casework.caseload.summary_view import SummaryView
from ui.screens.casework.caseload.words import context_words, unfinished_words
from ui.screens.casework.note_line import NoteLine
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.caseload_runs import RunRecord

RUN, SUMMARY, HOUSEHOLDS = "run", "summary", "households"


class CaseloadScreen(Screen):
    """The destination's key is the id of a run to show."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._known: Known | None = None
        self._reading: Task | None = None
        self._opening: Task | None = None
        self._fault: OfficeError | None = None
        self.shown: RunShown | None = None
        self.header = ScreenHeader(self)
        self.run_button = self.header.set_primary(lambda: self.tr("Assess all households"), self.run)
        self.run_button.setObjectName("run-caseload")
        self.say(
            self.run_button.setToolTip, lambda: self.tr("Assess all households ({keys})").format(keys="Ctrl+Enter")
        )
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.run)
        self.line, self.note = CaseloadLine(self.reader, self), NoteLine(self)
        self.note.setObjectName("caseload-note")
        self.running = Running(workplace, self.line, self._done, self._failed)
        self.line.stopped.connect(self.running.stop)
        self.setup = RunView(workplace, self)
        self.setup.form.changed.connect(self._asked_otherwise)
        self.setup.table.activated.connect(self._show_past)
        self.summary, self.changed = SummaryView(workplace, self), ChangedView(workplace, self)
        self.summary.listed.connect(self._list)
        self.summary.opened.connect(self._open_file)
        self.changed.opened.connect(self._open_file)
        self.changed.explained.connect(self._explain)
        self.explained = ExplainedView(workplace, self)
        self.explained.left.connect(self._back_to_list)
        self.explained.opened.connect(self._open_file)
        self.tabs, self.stack = TabStrip(self), QStackedWidget(self)
        self.tabs.add(RUN, lambda: self.tr("The run"))
        self.tabs.add(SUMMARY, lambda: self.tr("What came out"))
        self.tabs.add(HOUSEHOLDS, lambda: self.tr("Households"))
        self.tabs.chosen.connect(self._show_tab)
        self.sums, self.lists = StateStack(self.summary, self), StateStack(self.changed, self)
        for page in (self.setup, self.sums, self.lists, self.explained):
            self.stack.addWidget(page)
        for stack in (self.sums, self.lists):
            stack.acted.connect(self._to_setup)
        self.states = StateStack(self.stack, self)
        self.states.retry.connect(self._read)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        column.setSpacing(GRID)
        for widget in (self.header, self.line, self.note, self.tabs):
            column.addWidget(widget)
        column.addWidget(self.states, 1)
        self._show_nothing_yet()
        self.reworded()

    @override
    def open(self, destination: Destination) -> None:
        if destination.key:
            self._show_run(UUID(destination.key))
        self._read()
        if self.stack.currentWidget() is not self.explained:
            self._show_tab(self.tabs.current or RUN)
            self._focus_tab()

    @override
    def reworded(self) -> None:
        self.header.show_title(self.tr("Assessment of all households"))
        self.setup.set_reader()
        self.line.set_reader(self.reader)
        self.summary.draw()
        self.changed.set_reader()
        self.explained.reworded()
        self._tell()

    @override
    def relooked(self) -> None:
        for view in (self.setup, self.changed, self.explained):
            view.relooked()
        self.summary.draw()

    @Slot()
    def run(self) -> None:
        """Assess every open file as the form says."""
        if self.running.busy:
            return
        wrong, question = self.setup.form.fault(), self.setup.form.question()
        self._fault = None if wrong is None else wrong[0]
        if wrong is None and question is not None:
            self._begin(question)
        elif wrong is not None:
            self._tell()
            self._to_setup()
            wrong[1].setFocus(Qt.FocusReason.OtherFocusReason)

    def resume(self) -> None:
        """Go on with the run that is shown, or the newest, where it did not go through."""
        record = unfinished(self.shown, self._known)
        if record is not None and not self.running.busy:
            self._begin(Question(record.asked, record.on, trial=False))

    def _begin(self, question: Question) -> None:
        self._fault = None
        self.run_button.setEnabled(False)
        self.running.begin(question)
        self._tell()

    @Slot()
    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        if self._known is None:
            self.states.show_loading()
        first = self._known is None

        def read(known: Known) -> None:
            self._known = known
            if not known.programmes:
                return self.states.show_empty(lambda: self.tr("The rules hold no programme of this country."))
            self.states.show_content()
            self.setup.show_known(known)
            if first:
                self._focus_tab()
            self._tell()

        def failed(error: Exception) -> None:
            if not isinstance(error, OfficeError):
                self.workplace.tell_error(error)
            elif isinstance(error, Unreachable):
                self.states.show_offline()
            else:
                self.states.show_failed(lambda: sentence_of(error, self.reader))

        self._reading = self.workplace.read(self, read_known, done=read, failed=failed)

    @Slot(object)
    def _show_past(self, record: RunRecord) -> None:
        self._show_run(record.id)

    def _show_run(self, run: UUID) -> None:
        if self._opening is not None:
            self._opening.cancel()

        self._opening = self.workplace.read(
            self, lambda desk: read_run(desk, run), done=self._show, failed=self._tell_fault
        )

    @Slot()
    def _asked_otherwise(self) -> None:
        self._fault = None
        self._tell()

    def _done(self, shown: RunShown) -> None:
        self.run_button.setEnabled(True)
        if shown.record is not None:
            from desktop.office.answers import Changes

            self.workplace.announce(Changes(kinds=frozenset({"assessments", "work_items"})), self)
            self._read()
        self._show(shown)

    def _show(self, shown: RunShown) -> None:
        self.shown, self._fault = shown, None
        if not shown.files and not shown.unassessed:
            self._show_no_files(stopped=shown.answer is not None and shown.answer.stopped)
        else:
            self.summary.show_run(shown)
            self.sums.show_content()
            if shown.record is None:
                self.lists.show_empty(
                    lambda: self.tr(
                        "A trial keeps nothing of single households. Run it without the mark of a trial to see them."
                    ),
                    lambda: self.tr("Choose what is run"),
                )
            else:
                self.changed.show_run(shown)
                self.lists.show_content()
        self._show_tab(SUMMARY)
        self._focus_tab()
        self._tell()

    def _failed(self, error: Exception) -> None:
        self.run_button.setEnabled(True)
        self._tell_fault(error)

    def _tell_fault(self, error: Exception) -> None:
        if isinstance(error, OfficeError):
            self._fault = error
            self._tell()
        else:
            self.workplace.tell_error(error)

    def _show_nothing_yet(self) -> None:
        for stack in (self.sums, self.lists):
            stack.show_empty(
                lambda: self.tr("No run is shown yet. Begin one, or open one of those that were kept."),
                lambda: self.tr("Choose what is run"),
            )

    def _show_no_files(self, *, stopped: bool) -> None:
        for stack in (self.sums, self.lists):
            stack.show_empty(
                (lambda: self.tr("The run was stopped before any file was done."))
                if stopped
                else (lambda: self.tr("There is no open file that you see. Register a household first."))
            )

    @Slot(str)
    def _show_tab(self, tab: str) -> None:
        self.tabs.show()
        self.tabs.select(tab)
        self.stack.setCurrentIndex((RUN, SUMMARY, HOUSEHOLDS).index(tab))

    def _focus_tab(self) -> None:
        for button in self.tabs.findChildren(QWidget, f"tab_{self.tabs.current}"):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_setup(self) -> None:
        self._show_tab(RUN)
        self.setup.form.focus()

    @Slot(str)
    def _list(self, kind: str) -> None:
        if self.shown is not None and self.shown.record is not None:
            self._show_tab(HOUSEHOLDS)
            self.changed.show_kind(kind)

    @Slot(str)
    def _open_file(self, number: str) -> None:
        self.workplace.go(Destination(Place.HOUSEHOLD, number, "eligibility"))

    @Slot(str)
    def _explain(self, number: str) -> None:
        if self.shown is None or self.shown.record is None:
            return
        self.tabs.hide()
        self.stack.setCurrentWidget(self.explained)
        self.explained.show_file(self.shown.record, number)

    @Slot()
    def _back_to_list(self) -> None:
        self._show_tab(HOUSEHOLDS)
        self.changed.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        """The line of context, and the one sentence that matters most now."""
        self.header.show_context(context_words(self.shown, self.reader))
        record = unfinished(self.shown, self._known)
        if self._fault is not None:
            self.note.tell(sentence_of(self._fault, self.reader), Tone.STOP)
        elif self.running.busy:
            self.note.clear()
        elif record is not None:
            self.note.tell(unfinished_words(record, self.reader), Tone.WAIT, (self.tr("Go on with it"), self.resume))
        elif self.shown is not None and self.shown.answer is not None and self.shown.answer.dry_run:
            self.note.tell(self.tr("This was a trial: nothing of it was kept."), Tone.PLAIN)
        else:
            self.note.clear()
