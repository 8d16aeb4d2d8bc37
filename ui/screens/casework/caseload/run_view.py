"""The form of a run above the runs that were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language.worded import Worded
from ui.parts.table.export import Format
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.parts.text import Text
from ui.screens.casework.caseload.past_runs import RunColumns
from ui.screens.casework.caseload.reading import Known
from ui.screens.casework.caseload.rolling import rolling
from ui.screens.casework.caseload.run_form import RunForm
from ui.screens.registry.list_export import ListExport
from ui.shell.workplace import Workplace
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.casework.caseload_runs import RunRecord

_ROWS = 250
"""Pixels that the list needs at 100 %: some rows."""


class RunView(Worded, QWidget):
    """What is run next, and what was run before."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._runs: tuple[RunRecord, ...] = ()
        self.form = RunForm(workplace.reader, workplace.seat.today, self)
        self._columns = RunColumns(self)
        model = TableModel(self._columns.all(), lambda row: row.id, workplace.reader)
        self.table = Table(model, lambda: self.tr("Runs that were kept"), self, filtered=False)
        self.table.setObjectName("past-runs")
        self.table.show_empty_as(lambda: self.tr("No run was kept yet: the first one will stand here."))
        self.exporting = ListExport(workplace, self)
        self.table.exported.connect(self._export)
        self.heading = Text("strong", self)
        self.say(self.heading.setText, lambda: self.tr("Runs that were kept"))
        # At large text both need more height than the window has: then the page rolls.
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.form)
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(rolling(inside, self))
        self.relooked()

    def show_known(self, known: Known) -> None:
        """Offer the programmes and list the runs."""
        self._columns.titles = {each.id: each.title for each in known.programmes}
        self.form.show_known(known)
        self._runs = known.runs
        self.table.show_rows(list(known.runs))

    def relooked(self) -> None:
        """As high as the text of the moment asks."""
        self.table.setMinimumHeight(worn().pixels(_ROWS))

    def set_reader(self) -> None:
        """Say everything to the reader of the moment."""
        self.form.set_reader(self._workplace.reader)
        self.table.reread(self._workplace.reader)

    @Slot(str)
    def _export(self, form: str) -> None:
        runs = self._runs
        columns = self.table.shown_columns()
        self.exporting.ask(Format(form), columns, lambda _office: runs, self.tr("Runs that were kept"))
