"""The simulation: what a change of the rules would do to the families of the office, before it is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.database.interrupting import Stop
from desktop.values.errors import OfficeError, Unreachable
from ui.background.lanes import Lane, Task
from ui.parts.fields.sentences import sentence_of
from ui.parts.header import ScreenHeader
from ui.parts.states import StateStack
from ui.parts.tabs import TabStrip
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.simulation.comparison_view import ComparisonView
from ui.screens.casework.simulation.families_view import FamiliesView
from ui.screens.casework.simulation.outcome_view import OutcomeView
from ui.screens.casework.simulation.reading import (
    Simulable,
    Simulated,
    counted,
    read_versions,
    simulated,
)
from ui.screens.casework.simulation.simulation_line import SimulationLine
from ui.screens.casework.simulation.summary_export import SummaryExport
from ui.screens.casework.simulation.words import SimulationCounts, law_words
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.simulating import SimulationProgress

COMPARISON, OUTCOME, FAMILIES = "comparison", "outcome", "families"


class SimulationScreen(Screen):
    """The destination's key is `ID` or `ID@VERSION` of a programme to begin with, its part a figure to write first."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._known: Simulable | None = None
        self._wanted = self._figure = ""
        self._reading: Task | None = None
        self._running: Task | None = None
        self._stop: Stop | None = None
        self._fault: OfficeError | None = None
        self.shown: Simulated | None = None
        self.header = ScreenHeader(self)
        self.export = self.header.add_action(lambda: self.tr("Export the summary"), self._export)
        self.export.setObjectName("export-summary")
        self.run_button = self.header.set_primary(lambda: self.tr("Simulate"), self.run)
        self.run_button.setObjectName("simulate")
        self.say(self.run_button.setToolTip, lambda: self.tr("Simulate ({keys})").format(keys="Ctrl+Enter"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.run)
        self.exporting = SummaryExport(workplace, self)
        self.line, self.note = SimulationLine(self.reader, self), NoteLine(self)
        self.note.setObjectName("simulation-note")
        self.line.stopped.connect(self.stop)
        self.comparison = ComparisonView(workplace, workplace.seat.today, self)
        self.comparison.changed.connect(self._asked_otherwise)
        self.outcome, self.families = OutcomeView(workplace, self), FamiliesView(workplace, self)
        self.outcome.listed.connect(self._list)
        self.families.opened.connect(self._open_file)
        self.tabs, self.stack = TabStrip(self), QStackedWidget(self)
        self.tabs.add(COMPARISON, lambda: self.tr("What is compared"))
        self.tabs.add(OUTCOME, lambda: self.tr("Effect"))
        self.tabs.add(FAMILIES, lambda: self.tr("Households"))
        self.tabs.chosen.connect(self._show_tab)
        self.outcomes, self.lists = StateStack(self.outcome, self), StateStack(self.families, self)
        for page in (self.comparison, self.outcomes, self.lists):
            self.stack.addWidget(page)
        for stack in (self.outcomes, self.lists):
            stack.acted.connect(self._to_comparison)
            stack.retry.connect(self.run)
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
        self._wanted, self._figure = destination.key, destination.part
        if self._known is None:
            self._read()
        elif destination.key:
            self.comparison.begin_with(destination.key)
        self._show_tab(COMPARISON if destination.part else self.tabs.current or COMPARISON)
        self._focus_tab()
        if self._known is not None:
            self.comparison.lead_to(destination.part)

    @override
    def reworded(self) -> None:
        self.header.show_title(self.tr("Simulation of a change of rules"))
        self.comparison.reword(self.reader)
        self.line.set_reader(self.reader)
        self.outcome.draw()
        self.families.reworded()
        self._tell()

    @override
    def relooked(self) -> None:
        self.comparison.reword(self.reader)
        self.outcome.draw()
        self.families.relooked()

    @Slot()
    def run(self) -> None:
        """Ask both rules about every file."""
        if self._running is not None:
            return
        wrong, question = self.comparison.fault(), self.comparison.question
        self._fault = None if wrong is None else wrong[0]
        self._tell()
        if wrong is not None:
            self._to_comparison()
            wrong[1].setFocus(Qt.FocusReason.OtherFocusReason)
        if wrong is not None or question is None:
            return
        office, stop = self.workplace.seat.office, Stop()

        def work(task: Task) -> tuple[Simulated, Mapping[str, int]]:
            task.on_cancel(stop.request)
            shown = simulated(office, question, stop=stop, progress=task.report)
            return shown, counted(shown)

        self._stop = stop
        # Who signs out waits for nothing more, and leaves the lane to whoever comes next.
        self.destroyed.connect(stop.request)
        self.run_button.setEnabled(False)
        self.line.begin()
        self._running = self.workplace.lanes.run(
            Lane.READS, work, done=self._done, failed=self._failed, owner=self, progress=self._reached
        )

    @Slot()
    def stop(self) -> None:
        """Break it off; what was reached is shown."""
        if self._stop is not None:
            self._stop.request()

    @Slot()
    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self.states.show_loading()

        def read(known: Simulable) -> None:
            self._known = known
            if not known.packs:
                self.states.show_empty(lambda: self.tr("The rules hold no programme of this country."))
                return
            self.states.show_content()
            self.comparison.show_versions(known)
            self.comparison.begin_with(self._wanted)
            self._focus_tab()
            self.comparison.lead_to(self._figure)

        def failed(error: Exception) -> None:
            if not isinstance(error, OfficeError):
                self.workplace.tell_error(error)
            elif isinstance(error, Unreachable):
                self.states.show_offline()
            else:
                self.states.show_failed(lambda: sentence_of(error, self.reader))

        self._reading = self.workplace.read(self, read_versions, done=read, failed=failed)

    @Slot()
    def _asked_otherwise(self) -> None:
        self._fault = None
        self._tell()

    def _reached(self, reached: SimulationProgress) -> None:
        self.line.show_reached(reached)

    def _done(self, told: tuple[Simulated, Mapping[str, int]]) -> None:
        shown, counts = told
        self._over()
        if shown.answer.stopped and not shown.answer.sums.all.families:
            self._tell()
            self.workplace.tell(
                lambda _language: self.tr("The simulation was stopped before any file was done."), Tone.WAIT
            )
            return
        self.shown = shown
        if not shown.answer.sums.all.families:
            self._show_no_files()
        else:
            self.outcome.show_simulated(shown)
            self.families.show_simulated(shown, counts)
            self.outcomes.show_content()
            self.lists.show_content()
        self._show_tab(OUTCOME)
        self._focus_tab()
        self._tell()

    def _failed(self, error: Exception) -> None:
        self._over()
        if not isinstance(error, OfficeError):
            self.workplace.tell_error(error)
            return
        self._fault = error
        self._tell()

    def _over(self) -> None:
        self._running = self._stop = None
        self.run_button.setEnabled(True)
        self.line.hide()

    def _show_nothing_yet(self) -> None:
        for stack in (self.outcomes, self.lists):
            stack.show_empty(
                lambda: self.tr("Nothing has been simulated yet. Choose what is compared, then press “Simulate”."),
                lambda: self.tr("Choose what is compared"),
            )

    def _show_no_files(self) -> None:
        for stack in (self.outcomes, self.lists):
            stack.show_empty(
                lambda: self.tr("There is no open file that you see. Register a household, then simulate again.")
            )

    @Slot(str)
    def _show_tab(self, tab: str) -> None:
        self.tabs.select(tab)
        self.stack.setCurrentIndex((COMPARISON, OUTCOME, FAMILIES).index(tab))

    def _focus_tab(self) -> None:
        for button in self.tabs.findChildren(QWidget, f"tab_{self.tabs.current}"):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_comparison(self) -> None:
        self._show_tab(COMPARISON)

    @Slot(str, str, str)
    def _list(self, kind: str, column: str, key: str) -> None:
        self._show_tab(FAMILIES)
        self.families.show_group(kind, column, key)

    @Slot(str)
    def _open_file(self, number: str) -> None:
        self.workplace.go(Destination(Place.HOUSEHOLD, number, "eligibility"))

    def _export(self) -> None:
        if self.shown is not None:
            self.exporting.ask(self.shown)

    def _tell(self) -> None:
        """The line of context, and the one sentence that matters most now."""
        self.export.setEnabled(self.shown is not None)
        self.header.show_context(self._context())
        if self._fault is not None:
            self.note.tell(sentence_of(self._fault, self.reader), Tone.STOP)
        elif self.shown is not None and self.shown.question != self.comparison.question:
            self.note.tell(
                self.tr("The effect below is of an earlier question; simulate again to see that of this one."),
                Tone.WAIT,
            )
        elif self.shown is not None and self.shown.answer.stopped:
            count = SimulationCounts().households(self.shown.answer.sums.all.families, self.reader)
            self.note.tell(self.tr("Stopped before the end: the sums are of {count}.").format(count=count), Tone.WAIT)
        else:
            self.note.clear()

    def _context(self) -> str:
        """What the effect is of; before any, what the screen does."""
        shown = self.shown
        if shown is None:
            return self.tr("Who gains, who loses and what it costs, over the open files that you see; nothing is kept.")
        one, other = law_words(shown.before, self.reader), law_words(shown.after, self.reader)
        same = shown.question.before == shown.question.against
        laws = one if same else self.tr("{one} against {other}").format(one=one, other=other)
        parts = [laws, self.reader.day(shown.answer.on, both=True)]
        if shown.question.figures:
            parts.append(SimulationCounts().figures(len(shown.question.figures), self.reader))
        return " · ".join(parts)
