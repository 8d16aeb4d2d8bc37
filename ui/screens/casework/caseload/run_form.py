"""What is run: the programme, the day, and whether what comes out is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.fields.choice import Choice
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.date_field import DateField
from ui.parts.fields.form_row import FormRow
from ui.parts.fields.yes_no_field import YesNoField
from ui.parts.text import Text
from ui.parts.tiles import Tiles
from ui.screens.casework.caseload.reading import Question

if TYPE_CHECKING:
    from ui.screens.casework.caseload.reading import Known

_LEAST = 240
"""Pixels that one field needs at 100 %."""


class RunForm(Card):
    """Three fields; the law in force that day is chosen for each household by itself."""

    changed = Signal()

    def __init__(self, reader: Reader, today: date, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._known: Known | None = None
        self.programme = ChoiceField(reader, self, unknown=False)
        self.programme.setObjectName("run-programme")
        self.day = DateField(reader, self, today=today)
        self.day.setObjectName("run-day")
        self.day.set_value(today)
        self.trial = YesNoField(reader, self, unknown=False)
        self.trial.setObjectName("run-trial")
        self.trial.set_value(False)
        self._tiles = Tiles(_LEAST, 3, self)
        self._tiles.add(FormRow(lambda: self.tr("Programme"), self.programme, self))
        self._tiles.add(
            FormRow(
                lambda: self.tr("Day"),
                self.day,
                self,
                hint=lambda: self.tr("The facts and the rules of this day count."),
            )
        )
        self._tiles.add(FormRow(lambda: self.tr("Trial"), self.trial, self))
        self.column.addWidget(self._tiles)
        self.note = Text("soft", self, wraps=True)
        self.column.addWidget(self.note)
        self.programme.changed.connect(self.changed)
        self.day.changed.connect(self.changed)
        self.trial.changed.connect(self._turned)
        self.reworded()

    @property
    def keeps_nothing(self) -> bool:
        """Whether it is a trial, which it is too while nobody said that it is none."""
        return self.trial.value() is not False

    def show_known(self, known: Known) -> None:
        """Offer the programmes; what was chosen stays."""
        self._known = known
        self.programme.set_choices([Choice(each.id, each.title) for each in known.programmes])
        if not self.programme.typed_text() and known.programmes:
            in_force = [each for each in known.programmes if self._begun(each.first)]
            newest = max(in_force or known.programmes, key=lambda each: each.first)
            last = known.runs[0].programme if known.runs else None
            ids = {each.id for each in known.programmes}
            self.programme.set_value(last if last in ids else newest.id)

    def set_reader(self, reader: Reader) -> None:
        """Say the choices to another reader."""
        for field in (self.programme, self.day, self.trial):
            field.set_reader(reader)

    @override
    def reworded(self) -> None:
        self.note.setText(
            self.tr(
                "Every open file of the office is assessed. A trial tells what comes out; nothing of it is kept, and "
                "nothing put on the list of work."
            )
            if self.keeps_nothing
            else self.tr(
                "Every open file of the office is assessed; closed ones are left alone. What comes out is kept with "
                "its reasons, and the work that follows is put on the list of work."
            )
        )

    def question(self) -> Question | None:
        """What is asked; None while a field says nothing."""
        programme, day = self.programme.value(), self.day.value()
        if programme is None or day is None:
            return None
        return Question(programme, day, self.keeps_nothing)

    def fault(self) -> tuple[OfficeError, QWidget] | None:
        """What keeps it from being run, and where that is mended; None where nothing does."""
        if self._known is None:
            return OfficeError("casework.simulation_not_read"), self
        wrong = self.day.fault()
        self.day.show_fault(wrong)
        question = self.question()
        if wrong or question is None:
            control = self.day.line if self.programme.value() is not None else self.programme.control()
            return OfficeError("casework.caseload_without_day"), control
        (programme,) = (each for each in self._known.programmes if each.id == question.asked)
        if question.on < programme.first:
            title, first = programme.title, programme.first
            return OfficeError("casework.simulation_before_programme", programme=title, first=first), self.day.line
        return None

    def focus(self) -> None:
        """Begin with the programme."""
        self.programme.control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _begun(self, first: date) -> bool:
        day = self.day.value()
        return day is not None and first <= day

    @Slot()
    def _turned(self) -> None:
        self.reworded()
        self.changed.emit()
