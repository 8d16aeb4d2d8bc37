"""What is compared, on one page: the fields, the figures, and what keeps them from being asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.values.errors import OfficeError
from ui.screens.casework.simulation.comparison_form import ComparisonForm
from ui.screens.casework.simulation.figures_view import FiguresView
from ui.screens.casework.simulation.reading import Question, Simulable
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.language.reader import Reader


class ComparisonView(QScrollArea):
    """The form above, the figures of the other rules below it."""

    changed = Signal()

    def __init__(self, workplace: Workplace, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Simulable | None = None
        inside = QWidget(self)
        self.form = ComparisonForm(workplace.reader, today, inside)
        self.figures = FiguresView(workplace, inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GRID, 0, GRID * 2)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(self.form)
        column.addWidget(self.figures)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.form.changed.connect(self._form_changed)
        self.figures.changed.connect(self.changed)
        self.figures.led.connect(self._roll)

    @property
    def question(self) -> Question | None:
        """What is asked; None while a field says nothing."""
        before, against, day = self.form.before.value(), self.form.against.value(), self.form.day.value()
        if before is None or against is None or day is None:
            return None
        return Question(before, against, day, dict(self.figures.figures))

    def show_versions(self, known: Simulable) -> None:
        """Offer what can be compared."""
        self._known = known
        self.form.show_versions(known)
        self._form_changed()

    def begin_with(self, wanted: str) -> None:
        """Compare `ID` or `ID@VERSION`; nothing else where that is empty."""
        programme, _, version = wanted.partition("@")
        if programme:
            self.form.choose(programme, version)

    def lead_to(self, figure: str) -> None:
        """Roll to a figure, a reading or a cell by its name in the rules, and let it be written."""
        if figure:
            self.figures.lead_to(figure)

    def reword(self, reader: Reader) -> None:
        """Say it to another reader."""
        self.form.reword(reader)
        self.figures.reworded()

    def fault(self) -> tuple[OfficeError, QWidget] | None:
        """What keeps the question from being asked, and where it is mended; None where nothing does."""
        known, day = self._known, self.form.day
        if known is None:
            return OfficeError("casework.simulation_not_read"), self
        wrong = day.fault()
        day.show_fault(wrong)
        question, row = self.question, self.figures.faulty
        if wrong or question is None:
            return OfficeError("casework.simulation_without_day"), day.line
        if row is not None and (fault := row.fault()) is not None:
            return fault, row.field.control()
        text = known.pack(question.before).text
        first = min(each.text.applies.from_ for each in known.versions(text.id))
        if question.on < first:
            return OfficeError("casework.simulation_before_programme", programme=text.title, first=first), day.line
        if question.before == question.against and not question.figures:
            return OfficeError("casework.nothing_to_compare", programme=text.title), self.form.against.control()
        return None

    @Slot(QWidget)
    def _roll(self, row: QWidget) -> None:
        # Its place is known once the layouts had their turn.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.ensureWidgetVisible(row, 0, self.viewport().height() // 3)

    @Slot()
    def _form_changed(self) -> None:
        against = self.form.against.value()
        if self._known is not None and against is not None:
            self.figures.show_pack(self._known.pack(against))
        self.changed.emit()
