"""The what-if panel: figures of the file to play with, and what the rules would answer; nothing is ever written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.casework.levers import Lever
from desktop.casework.what_if import Supposed, difference, supposed, turning_point
from desktop.facts.codes import Country
from desktop.facts.describe import Kind
from desktop.values.errors import Faults, OfficeError
from desktop.values.money import Currency
from ui.background.lanes import Lane, Task
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.text import Text
from ui.screens.casework.fact_chooser import FactChooser
from ui.screens.casework.reading import shipped
from ui.screens.casework.supposed_view import Foreseen, SupposedView
from ui.screens.casework.supposing_field import SupposingField
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.casework.answers import AssessmentAnswer

PAUSE = 200
"""Milliseconds without a key before the rules are asked: shorter than anybody notices, longer than between two keys."""


class WhatIfPanel(Card):
    """Beside a stored assessment: change a figure, see the answer, change it back."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("What if?"), parent)
        self.setObjectName("what_if")
        self._workplace = workplace
        self._assessed: AssessmentAnswer | None = None
        self._fields: list[SupposingField] = []
        self._more: tuple[Lever, ...] = ()
        self._asking: Task | None = None
        self._foreseen: Foreseen | None = None
        self._fault: OfficeError | None = None
        self._note = Text("small", self, wraps=True)
        self.say(self._note.setText, lambda: self.tr("Nothing here is saved, and the file stays as it is."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID)
        self.column.addWidget(self._note)
        self.chooser = FactChooser(self)
        self.chooser.chosen.connect(self._added)
        line = QFrame(self)
        line.setProperty("kind", "line")
        self.view, self.fault = SupposedView(self), Text("fault", self, wraps=True)
        self.view.setObjectName("what_if_result")
        self.fault.setObjectName("what_if_fault")
        self._reset = QPushButton(self)
        self._reset.setObjectName("reset")
        self.say(self._reset.setText, lambda: self.tr("Reset"))
        self._reset.clicked.connect(self.reset)
        # The answer stands above the fields: whoever types sees it change without scrolling.
        for widget in (self.view, self.fault, line):
            self.column.addWidget(widget)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.chooser)
        self.column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeading)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)

    @property
    def fields(self) -> Sequence[SupposingField]:
        """The facts that may be varied now, in their order."""
        return tuple(self._fields)

    def show_assessed(
        self, assessed: AssessmentAnswer, first: Sequence[Lever], more: tuple[Lever, ...], reader: Reader
    ) -> None:
        """Vary the facts of an assessment; what was varied of the same one stays.

        Args:
            assessed: the stored assessment, on whose facts everything is supposed.
            first: the levers shown at once.
            more: every lever of the file, from which one may add.
            reader: who reads.
        """
        if self._assessed is None or self._assessed.id != assessed.id:
            self._stop()
            self._assessed, self._foreseen, self._fault = assessed, None, None
            self._clear_fields()
            for lever in first:
                self._add_field(lever, reader)
            self._more = more
            self._pause.start()
        for field in self._fields:
            field.reword(reader)
        self._show_chooser()
        self._show_result()

    def reset(self) -> None:
        """Everything as in the file."""
        self._stop()
        self._foreseen, self._fault = None, None
        for field in self._fields:
            field.reset()
        self._show_result()
        self._ask()

    def _clear_fields(self) -> None:
        for field in self._fields:
            field.hide()
            field.setParent(None)
            field.deleteLater()
        self._fields = []

    def _add_field(self, lever: Lever, reader: Reader) -> SupposingField:
        field = SupposingField(lever, self._currency(), reader, self)
        field.changed.connect(self._changed)
        self._rows.addWidget(field)
        self._fields.append(field)
        return field

    def _currency(self) -> Currency:
        country = None if self._assessed is None else self._assessed.file.household.country
        return Currency.EGP if country is Country.EG else Currency.SAR

    def _show_chooser(self) -> None:
        there = {field.lever.pointer for field in self._fields}
        self.chooser.show_levers(self._more, there, self._workplace.reader)

    def _added(self, lever: Lever) -> None:
        field = self._add_field(lever, self._workplace.reader)
        self._show_chooser()
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self._stop()
        self._pause.start()

    def _stop(self) -> None:
        self._pause.stop()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _ask(self) -> None:
        """Ask the rules on a lane; an answer to what was typed before is never shown."""
        assessed = self._assessed
        if assessed is None:
            return
        supposals = self._supposals()
        if supposals is None:
            self._foreseen, self._fault = None, None
            self._show_result()
            return
        today, varied = self._workplace.seat.today, self._varied()

        def so_far(foreseen: Foreseen) -> None:
            self._foreseen, self._fault = foreseen, None
            self._show_result()

        def done(foreseen: Foreseen) -> None:
            self._asking = None
            so_far(foreseen)

        self._asking = self._workplace.lanes.run(
            Lane.READS,
            lambda task: _foresee(assessed, supposals, varied, today, task),
            done=done,
            failed=self._failed,
            owner=self,
            progress=so_far,
        )

    def _supposals(self) -> list[Supposed] | None:
        """What is supposed; None while a field cannot be read, which is said below it."""
        for field in self._fields:
            field.show_fault()
        if any(field.fault for field in self._fields):
            return None
        return [one for field in self._fields if (one := field.supposed()) is not None]

    def _varied(self) -> Lever | None:
        """The income by which the turning point is told: the first one shown."""
        return next(
            (
                field.lever
                for field in self._fields
                if field.lever.kind is Kind.MONEY and "/incomes/" in field.lever.pointer
            ),
            None,
        )

    def _failed(self, error: Exception) -> None:
        self._asking, self._foreseen = None, None
        if not isinstance(error, OfficeError):
            self._workplace.tell_error(error)
            return
        self._fault = error.faults[0] if isinstance(error, Faults) and error.faults else error
        self._show_result()

    def _show_result(self) -> None:
        reader = self._workplace.reader
        varied = any(field.touched for field in self._fields)
        self.fault.setText("" if self._fault is None else self._fault.sentence(reader.language))
        self.fault.setVisible(self._fault is not None)
        self._reset.setEnabled(varied)
        if self._assessed is not None:
            self.view.show_foreseen(self._foreseen, self._assessed, reader, varied=varied)


def _foresee(
    assessed: AssessmentAnswer, supposals: Sequence[Supposed], varied: Lever | None, today: date, task: Task
) -> Foreseen:
    pack = shipped().pack(assessed.programme, assessed.pack_version)
    answer = supposed(pack, assessed.file, supposals, on=assessed.on, today=today, member=assessed.member)
    currency = Currency(pack.text.currency)
    found = difference(assessed.answer, answer, currency)
    turning = None
    if varied is not None and not task.cancelled:
        # A score of assessments more: what was asked is shown before they are done.
        task.report(Foreseen(answer, found, None, None))
        turning = turning_point(
            pack, assessed.file, varied, supposals, on=assessed.on, today=today, member=assessed.member
        )
    return Foreseen(answer, found, turning, None if varied is None else varied.label)
