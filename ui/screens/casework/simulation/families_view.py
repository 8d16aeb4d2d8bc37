"""The families that a change touches, one by one: those who lose, who gain, and those of whom it cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.background.lanes import Lane
from ui.language.worded import Worded
from ui.parts.table.export import Format
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.paging import Page, PageRequest
from ui.parts.table.view import Table
from ui.parts.tabs import TabStrip
from ui.screens.casework.simulation.family_columns import NO_CATEGORY, FamilyColumns
from ui.screens.casework.simulation.family_pages import every_family, read_families
from ui.screens.casework.simulation.reasons_card import ReasonsCard
from ui.screens.casework.simulation.words import GAINS, LOSES, OPEN, SAME, UNDETERMINED
from ui.screens.registry.list_export import ListExport
from ui.shell.workplace import Workplace
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.screens.casework.simulation.reading import Simulated


_ROWS, _REASONS = 310, 150
"""Pixels that the list and the reasons need at 100 %: some rows, and two lines of reasons."""


class FamiliesView(Worded, QWidget):
    """A tab for each kind, the list, and below it why the family that the cursor is on is touched."""

    opened = Signal(str)
    """The number of a file that somebody opened."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.shown: Simulated | None = None
        self._counts: Mapping[str, int] = {}
        self.exporting = ListExport(workplace, self)
        self.kinds = TabStrip(self)
        for kind, words in self._named().items():
            self.kinds.add(kind, words)
        self.kinds.chosen.connect(self._choose)
        self.table: Table | None = None
        self.reasons = ReasonsCard(workplace, self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        # At large text both need more height than the window has: then the page rolls.
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._rows, 5)
        column.addWidget(self.reasons, 2)
        pane = QScrollArea(self)
        pane.setWidgetResizable(True)
        pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pane.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID // 2, 0, 0)
        whole.setSpacing(GRID)
        whole.addWidget(self.kinds)
        whole.addWidget(pane, 1)
        self.relooked()

    @property
    def kind(self) -> str:
        """Which families are listed."""
        return self.kinds.current or LOSES

    def show_simulated(self, shown: Simulated, counts: Mapping[str, int]) -> None:
        """Show the families of a simulation, those who lose first unless nobody does."""
        self.shown, self._counts = shown, counts
        self.kinds.select(next((kind for kind in (LOSES, GAINS, OPEN, SAME) if counts[kind]), LOSES))
        self._say_kinds()
        self._make_table()

    def show_group(self, kind: str, column: str, key: str) -> None:
        """List the families of a kind, and of one group of them."""
        self.kinds.select(kind)
        if self.table is None:
            return
        for name, box in self.table.filter.boxes.items():
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(key or NO_CATEGORY)) if name == column else 0)
            box.blockSignals(False)
        self.table.filter.words.clear()
        choices = {name: str(box.currentData() or "") for name, box in self.table.filter.boxes.items()}
        self.table.filter.changed.emit("", choices)
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def relooked(self) -> None:
        """As high as the text of the moment asks."""
        self.reasons.setMinimumHeight(worn().pixels(_REASONS))
        if self.table is not None:
            self.table.setMinimumHeight(worn().pixels(_ROWS))

    @override
    def reworded(self) -> None:
        self._say_kinds()
        if self.table is not None:
            self.table.reread(self._workplace.reader)

    def _named(self) -> dict[str, Callable[[], str]]:
        return {
            LOSES: lambda: self.tr("Lose"),
            GAINS: lambda: self.tr("Gain"),
            UNDETERMINED: lambda: self.tr("Right becomes unsettled"),
            OPEN: lambda: self.tr("Effect not known"),
            SAME: lambda: self.tr("No change"),
        }

    def _counted(self, kind: str, words: str) -> str:
        number = self._counts.get(kind)
        return words if number is None else f"{words} ({self._workplace.reader.number(number)})"

    def _say_kinds(self) -> None:
        for kind, words in self._named().items():
            for tab in self.kinds.findChildren(QWidget, f"tab_{kind}"):
                tab.setProperty("text", self._counted(kind, words()))
        self.kinds.reworded()

    def _make_table(self) -> None:
        shown = self.shown
        if shown is None:
            return
        if self.table is not None:
            self.table.hide()
            self._rows.removeWidget(self.table)
            self.table.deleteLater()
        self.reasons.clear()
        columns = FamilyColumns(shown, self)
        self.model = PagedModel(columns.all(), lambda row: row.file_number, self._workplace.reader)
        self.table = Table(self.model, lambda: self.tr("Households touched"), self)
        self.table.setObjectName("touched")
        self.table.show_empty_as(lambda: self.tr("There is no such household."))
        self.model.wanted.connect(self._read)
        self.table.activated.connect(self._open)
        self.table.chosen.connect(self._explain)
        self.table.exported.connect(self._export)
        self._rows.addWidget(self.table)
        self.relooked()
        self.setTabOrder(self.kinds, self.table)
        self.setTabOrder(self.table, self.reasons)
        self.model.start()

    @Slot(str)
    def _choose(self, _kind: str) -> None:
        self.reasons.clear()
        if self.table is not None:
            self.model.start()

    @Slot(object)
    def _read(self, request: PageRequest) -> None:
        shown, kind, model = self.shown, self.kind, self.model
        if shown is None:
            return
        self._asked = request

        def read(page: Page) -> None:
            if model is self.model and kind == self.kind:
                model.take(request, page)

        def failed(error: Exception) -> None:
            model.failed(request)
            self._workplace.tell_error(error)

        self._workplace.lanes.run(
            Lane.READS, lambda _task: read_families(shown, kind, request), done=read, failed=failed, owner=self
        )

    @Slot()
    def _explain(self) -> None:
        row: Any = None if self.table is None else self.table.current
        if self.shown is not None and row is not None:
            self.reasons.show_family(self.shown, row.file_number)

    @Slot(object)
    def _open(self, row: Any) -> None:
        self.opened.emit(row.file_number)

    @Slot(str)
    def _export(self, form: str) -> None:
        shown, kind, table = self.shown, self.kind, self.table
        if shown is None or table is None:
            return
        request = self._asked
        title = self._named()[kind]()
        self.exporting.ask(
            Format(form), table.shown_columns(), lambda _office: every_family(shown, kind, request), title
        )
