"""The what-if panel: figures of the file to play with, and what the rules would answer; nothing is ever written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.casework.levers import Lever
from desktop.casework.what_if import Difference, Supposed, difference, supposed, turning_point
from desktop.facts.assessment import Amount, Assessment
from desktop.facts.describe import Kind
from desktop.values.errors import Faults, OfficeError
from desktop.values.language import Wording
from desktop.values.money import Currency, Money
from ui.background.lanes import Lane, Task
from ui.language.reader import Reader, isolated
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.text import Text
from ui.screens.casework.reading import shipped
from ui.screens.casework.sheet_words import amount_words, outcome_mark, sentence_words
from ui.screens.casework.supposing_field import SupposingField
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.casework.answers import AssessmentAnswer

PAUSE = 200
"""Milliseconds without a key before the rules are asked: shorter than anybody notices, longer than between two keys."""

_HOUSEHOLD = ""
"""Stands for the household among those whose facts one may add."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What the rules would answer.

    Args:
        answer: on the facts as supposed.
        difference: from the stored answer.
        turning: the amount of `turning_of` at which the right would be lost; None for none.
        turning_of: label of the income that was varied to find it.
    """

    answer: Assessment
    difference: Difference
    turning: Money | None
    turning_of: Wording | None


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
        self.column.addLayout(self._rows)
        self._build_adding()
        self._build_result()
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
        self._show_people(reader)
        self._show_result()

    def reset(self) -> None:
        """Everything as in the file."""
        self._stop()
        self._foreseen, self._fault = None, None
        for field in self._fields:
            field.reset()
        self._show_result()
        self._ask()

    def _build_adding(self) -> None:
        self._add_button = QPushButton(self)
        self._add_button.setObjectName("add_fact")
        self._add_button.setProperty("kind", "quiet")
        self._add_button.setCheckable(True)
        self.say(self._add_button.setText, lambda: self.tr("Add a fact…"))
        self._adding = QWidget(self)
        column = QVBoxLayout(self._adding)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self.people, self.facts = QComboBox(self._adding), QComboBox(self._adding)
        self.people.setObjectName("whose_fact")
        self.facts.setObjectName("which_fact")
        self.say(self.people.setAccessibleName, lambda: self.tr("Whose fact"))
        self.say(self.facts.setAccessibleName, lambda: self.tr("Which fact"))
        for box in (self.people, self.facts):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            column.addWidget(box)
        put = QPushButton(self._adding)
        put.setObjectName("put_fact")
        self.say(put.setText, lambda: self.tr("Add"))
        put.clicked.connect(self._added)
        column.addWidget(put, 0, Qt.AlignmentFlag.AlignLeading)
        self.people.activated.connect(lambda _index: self._show_facts())
        self._add_button.toggled.connect(self._adding.setVisible)
        self._adding.hide()
        self.column.addWidget(self._add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self._adding)

    def _build_result(self) -> None:
        line = QFrame(self)
        line.setProperty("kind", "line")
        self.column.addWidget(line)
        self.result = QWidget(self)
        self.result.setObjectName("what_if_result")
        column = QVBoxLayout(self.result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        row = QWidget(self.result)
        flow = FlowLayout(row)
        self.chip, self.amount = Chip(None, row), Text("strong", row)
        flow.addWidget(self.chip)
        flow.addWidget(self.amount)
        self.words, self.missing = Text("", self.result, wraps=True), Text("small", self.result, wraps=True)
        self.turning, self.fault = Text("small", self, wraps=True), Text("fault", self, wraps=True)
        self.fault.setObjectName("what_if_fault")
        for widget in (row, self.words, self.missing):
            column.addWidget(widget)
        self._reset = QPushButton(self)
        self._reset.setObjectName("reset")
        self.say(self._reset.setText, lambda: self.tr("Reset"))
        self._reset.clicked.connect(self.reset)
        for widget in (self.result, self.turning, self.fault):
            self.column.addWidget(widget)
        self.column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeading)

    def _clear_fields(self) -> None:
        for field in self._fields:
            field.hide()
            field.setParent(None)
            field.deleteLater()
        self._fields = []

    def _add_field(self, lever: Lever, reader: Reader) -> SupposingField:
        field = SupposingField(lever, reader, self)
        field.changed.connect(self._changed)
        self._rows.addWidget(field)
        self._fields.append(field)
        return field

    def _show_people(self, reader: Reader) -> None:
        chosen = self.people.currentData()
        self.people.clear()
        self.people.addItem(self.tr("The household"), _HOUSEHOLD)
        for name in dict.fromkeys(each.whose for each in self._more if each.whose is not None):
            self.people.addItem(name, name)
        self.people.setCurrentIndex(max(0, self.people.findData(chosen)))
        self._show_facts(reader)

    def _show_facts(self, reader: Reader | None = None) -> None:
        reader = reader or self._workplace.reader
        whose = self.people.currentData() or None
        there = {field.lever.pointer for field in self._fields}
        self.facts.clear()
        for lever in self._more:
            if lever.whose == whose and lever.pointer not in there:
                label = reader.wording(lever.label)
                words = self.tr("new: {fact}") if lever.item is not None else "{fact}"
                self.facts.addItem(words.format(fact=label[:1].upper() + label[1:]), lever.pointer)

    def _added(self) -> None:
        pointer = self.facts.currentData()
        lever = next((each for each in self._more if each.pointer == pointer), None)
        if lever is None:
            return
        field = self._add_field(lever, self._workplace.reader)
        self._show_facts()
        self._add_button.setChecked(False)
        field.field.setFocus(Qt.FocusReason.OtherFocusReason)

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
        found: list[Supposed] = []
        readable = True
        for field in self._fields:
            try:
                one = field.supposed()
            except OfficeError as error:
                field.show_fault(error)
                readable = False
                continue
            field.show_fault(None)
            if one is not None:
                found.append(one)
        return found if readable else None

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
        assessed, foreseen, reader = self._assessed, self._foreseen, self._workplace.reader
        touched = any(field.touched for field in self._fields)
        self.result.setVisible(foreseen is not None and touched)
        self.fault.setText("" if self._fault is None else self._fault.sentence(reader.language))
        self.fault.setVisible(self._fault is not None)
        self.turning.hide()
        self._reset.setEnabled(touched)
        if assessed is None or foreseen is None:
            return
        answer = foreseen.answer
        self.chip.show_mark(outcome_mark(reader, answer.outcome, assessed.file, assessed.member))
        due = answer.total if isinstance(answer.total, Amount) else answer.amount
        self.amount.setText("" if due is None else amount_words(reader, due))
        self.words.setText(self._difference(foreseen.difference))
        lacking = [
            sentence_words(reader, each.label, assessed.file)
            if isinstance(each.label, Wording)
            else isolated(each.path)
            for each in answer.missing
        ]
        between = "؛ " if reader.right_to_left else "; "
        self.missing.setText(self.tr("Missing then: {facts}").format(facts=between.join(lacking)))
        self.missing.setVisible(bool(lacking))
        if foreseen.turning is not None and foreseen.turning_of is not None:
            self.turning.setText(
                self.tr("The right is lost when “{income}” reaches {amount}.").format(
                    income=reader.wording(foreseen.turning_of), amount=reader.money(foreseen.turning)
                )
            )
            self.turning.show()

    def _difference(self, found: Difference) -> str:
        reader = self._workplace.reader
        if found.more is None:
            return (
                self.tr("The outcome would be another; the amount would not be known.")
                if found.turned
                else self.tr("The outcome would be the same; the amount would not be known.")
            )
        if found.more.minor == 0:
            return self.tr("Another outcome.") if found.turned else self.tr("The same amount as the stored assessment.")
        amount = reader.money(found.more if found.more.minor > 0 else -found.more)
        words = (
            self.tr("{amount} more than the stored assessment.")
            if found.more.minor > 0
            else self.tr("{amount} less than the stored assessment.")
        )
        return words.format(amount=amount)


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
