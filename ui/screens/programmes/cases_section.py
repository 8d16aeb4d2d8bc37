"""A programme's own cases: each in its sentence with what must come out, run on a lane at the press of a button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.background.lanes import Lane, Task
from ui.language.worded import Worded
from ui.parts.chip import Chip
from ui.parts.signs import Mark
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.parts.text import Text
from ui.screens.casework.reading import shipped
from ui.screens.programmes.case_columns import AGREES, DIFFERS, CaseColumns, CaseRow
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.programmes.checking.cases import CaseResult
    from ui.screens.programmes.reading import OpenedProgramme

_EVERY = 120
"""Milliseconds between two looks of the list while answers arrive: each one alone would draw it as often as there are
cases."""


class CasesSection(Worded, QWidget):
    """The cases stand in their order; the answers arrive one by one."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.opened: OpenedProgramme | None = None
        self._rows: list[CaseRow] = []
        self._task: Task | None = None
        self._showing = QTimer(self)
        self._showing.setSingleShot(True)
        self._showing.setInterval(_EVERY)
        self._showing.timeout.connect(self._show_answers)
        self.run_button, self.stop_button = QPushButton(self), QPushButton(self)
        self.run_button.setObjectName("run-cases")
        self.run_button.setProperty("kind", "primary")
        self.stop_button.setObjectName("stop-cases")
        self.say(self.run_button.setText, lambda: self.tr("Run the cases"))
        self.say(self.stop_button.setText, lambda: self.tr("Stop"))
        self.run_button.clicked.connect(self.run)
        self.stop_button.clicked.connect(self.stop)
        self.bar, self.progress, self.chip = QProgressBar(self), Text("soft", self), Chip(None, self)
        self.bar.setTextVisible(False)
        self.say(self.bar.setAccessibleName, lambda: self.tr("Cases run"))
        self.progress.setObjectName("cases-progress")
        self.table = Table(
            TableModel(CaseColumns(self).all(), lambda row: row.number, workplace.reader),
            lambda: self.tr("Cases"),
            self,
        )
        self.table.setObjectName("cases")
        self.table.show_empty_as(lambda: self.tr("This version has no cases of its own."))
        self.table.foot.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(self.run_button)
        row.addWidget(self.stop_button)
        row.addWidget(self.chip)
        row.addWidget(self.progress)
        row.addWidget(self.bar, 1)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self._show_progress()

    def show_programme(self, opened: OpenedProgramme) -> None:
        """Show the cases of a version; what was run of the same one stays."""
        if opened == self.opened:
            return
        self.stop()
        self.opened = opened
        currency = opened.text.currency
        self._rows = [CaseRow(number, case, currency) for number, case in enumerate(opened.cases)]
        self.table.show_rows(list(self._rows))
        self._show_progress()

    def draw(self) -> None:
        """Say everything again."""
        self.table.reread(self.workplace.reader)
        self._show_progress()

    def look_for(self, words: str) -> None:
        """Show the cases that hold the words."""
        self.table.filter.words.setText(words)

    def take_keys(self) -> None:
        """Give the keyboard to the list."""
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def lead_to(self, key: str) -> bool:
        """Go to a case by its number; whether there is one."""
        return key.isdecimal() and self.table.choose(int(key))

    @Slot()
    def run(self) -> None:
        """Ask the rules about every case."""
        opened = self.opened
        if opened is None or self._task is not None or not self._rows:
            return
        self._rows = [replace(row, result=None) for row in self._rows]
        self.table.show_rows(list(self._rows))
        programme, version = opened.text.id, opened.text.version

        def work(task: Task) -> None:
            from desktop.programmes.checking.cases import read_cases, run_cases

            catalogue = shipped()
            pack = catalogue.pack(programme, version)
            book = read_cases(catalogue.root / programme / version)
            for number, result in enumerate(run_cases(pack, book)):
                if task.cancelled:
                    return
                task.report((number, result))

        self._task = self.workplace.lanes.run(
            Lane.DOCUMENTS, work, done=lambda _none: self._over(), failed=self._failed, owner=self, progress=self._take
        )
        self._show_progress()

    @Slot()
    def stop(self) -> None:
        """Run no further."""
        if self._task is not None:
            self._task.cancel()
            self._over()

    @override
    def reworded(self) -> None:
        self.draw()

    def _take(self, told: tuple[int, CaseResult]) -> None:
        number, result = told
        if self._task is None or number >= len(self._rows):
            return
        self._rows[number] = replace(self._rows[number], result=result)
        if not self._showing.isActive():
            self._showing.start()

    @Slot()
    def _show_answers(self) -> None:
        self.table.show_rows(list(self._rows))
        self._show_progress()

    def _over(self) -> None:
        self._task = None
        self._showing.stop()
        self._show_answers()

    def _failed(self, error: Exception) -> None:
        self._over()
        self.workplace.tell_error(error)

    def _show_progress(self) -> None:
        reader, running = self.workplace.reader, self._task is not None
        done = [row for row in self._rows if row.result is not None]
        self.run_button.setVisible(not running)
        self.run_button.setEnabled(bool(self._rows))
        self.stop_button.setVisible(running)
        self.bar.setVisible(running)
        self.bar.setRange(0, max(1, len(self._rows)))
        self.bar.setValue(len(done))
        self.progress.setText(
            self.tr("{done} of {all} cases").format(done=reader.number(len(done)), all=reader.number(len(self._rows)))
        )
        differ = sum(row.state == DIFFERS for row in done)
        if running or not done:
            self.chip.show_mark(None)
        elif differ:
            words = self.tr("%n case(s) differ", "", differ)
            self.chip.show_mark(Mark(Tone.STOP, words.replace(str(differ), reader.number(differ))))
        elif all(row.state == AGREES for row in self._rows):
            self.chip.show_mark(Mark(Tone.GOOD, self.tr("Every case agrees")))
        else:
            self.chip.show_mark(Mark(Tone.PLAIN, self.tr("Those that were run agree")))
