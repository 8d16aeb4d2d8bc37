"""Why a change touches one family: each condition and amount that comes out otherwise, asked of both laws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.facts.assessment import Amount
from desktop.facts.codes import CriterionOutcome, Outcome
from desktop.values.errors import OfficeError
from desktop.values.language import capitalised
from ui.background.lanes import Task
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.chip import Chip
from ui.parts.fields.sentences import sentence_of
from ui.parts.flow import FlowLayout
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.screens.casework.sheet_words import TONES, amount_words, criterion_mark
from ui.screens.casework.simulation.reading import read_change
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.simulated_change import ChangedAmount, SimulatedChange, TurnedCriterion
    from ui.screens.casework.simulation.reading import Simulated


class ReasonsCard(Worded, QFrame):
    """Shows one family at a time; the answers come from the rules themselves, not from the caseload's table."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setObjectName("reasons")
        self._workplace = workplace
        self._asking: Task | None = None
        self._number = ""
        self._change: SimulatedChange | None = None
        self._fault: OfficeError | None = None
        self._shown: Simulated | None = None
        self.title, self.note = Text("strong", self, wraps=True), Text("soft", self, wraps=True)
        self._body = QWidget(self)
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID + GRID // 2, GRID * 2, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addWidget(self.pane, 1)
        self.clear()

    def clear(self) -> None:
        """Show nobody."""
        if self._asking is not None:
            self._asking.cancel()
        self._number, self._change, self._fault = "", None, None
        self._draw()

    def show_family(self, shown: Simulated, number: str) -> None:
        """Ask why a family is touched."""
        if number == self._number and shown is self._shown:
            return
        if self._asking is not None:
            self._asking.cancel()
        self._shown, self._number, self._change, self._fault = shown, number, None, None

        def read(found: SimulatedChange) -> None:
            if found.file_number == self._number:
                self._change = found
                self._draw()

        def failed(error: Exception) -> None:
            if not isinstance(error, OfficeError):
                self._workplace.tell_error(error)
                return
            self._fault = error
            self._draw()

        self._asking = self._workplace.read(
            self, lambda desk: read_change(desk, shown, number), done=read, failed=failed
        )
        self._draw()

    def reworded(self) -> None:
        """Say it again."""
        self._draw()

    def _draw(self) -> None:
        reader, change = self._workplace.reader, self._change
        self.title.setText(self.tr("Why, for file {number}").format(number=reader.code(self._number)))
        self.title.setVisible(bool(self._number))
        if self._fault is not None:
            self.note.setText(sentence_of(self._fault, reader))
        elif not self._number:
            self.note.setText(self.tr("Choose a household to see what makes the difference."))
        elif change is None:
            self.note.setText(self.tr("Asking both rules about the file…"))
        elif not (change.criteria or change.amounts or change.missing):
            self.note.setText(self.tr("Both rules answer the same about this file."))
        else:
            self.note.setText("")
        self.note.setVisible(bool(self.note.text()))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        if change is not None:
            column.addWidget(self._outcome(change, body))
            for criterion in change.criteria:
                column.addWidget(self._criterion(criterion, body))
            for each in change.amounts:
                column.addWidget(self._amount(each, body))
            if change.missing:
                words = Text("soft", body, wraps=True)
                between = "؛ " if reader.right_to_left else "; "
                facts = between.join(capitalised(reader.wording(each)) for each in change.missing)
                words.setText(self.tr("Missing for the other rules: {facts}").format(facts=facts))
                column.addWidget(words)
        column.addStretch(1)
        self._body = body
        self.pane.setWidget(body)

    def _outcome(self, change: SimulatedChange, parent: QWidget) -> QWidget:
        reader = self._workplace.reader
        return self._line(
            self.tr("The right"),
            _outcome_mark(reader, change.outcome_before),
            _outcome_mark(reader, change.outcome_after),
            "",
            parent,
        )

    def _criterion(self, criterion: TurnedCriterion, parent: QWidget) -> QWidget:
        reader = self._workplace.reader
        sentence = criterion.sentence_after or criterion.sentence_before
        return self._line(
            capitalised(reader.wording(criterion.label)),
            self._criterion_mark(criterion.before),
            self._criterion_mark(criterion.after),
            "" if sentence is None else reader.wording(sentence),
            parent,
        )

    def _amount(self, changed: ChangedAmount, parent: QWidget) -> QWidget:
        label = capitalised(self._workplace.reader.wording(changed.label))
        return self._line(label, self._amount_mark(changed.before), self._amount_mark(changed.after), "", parent)

    def _criterion_mark(self, outcome: CriterionOutcome | None) -> Mark:
        if outcome is None:
            return Mark(Tone.PLAIN, self.tr("Not asked"), Sign.DASH)
        return criterion_mark(self._workplace.reader, outcome)

    def _amount_mark(self, amount: Amount | None) -> Mark:
        if amount is None:
            return Mark(Tone.PLAIN, self.tr("Nothing"), Sign.DASH)
        return Mark(Tone.PLAIN, amount_words(self._workplace.reader, amount), Sign.DOT)

    def _line(self, label: str, before: Mark, after: Mark, sentence: str, parent: QWidget) -> QWidget:
        block = QWidget(parent)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QWidget(block)
        flow = FlowLayout(head, across=GRID)
        name, was, becomes = Text("", head), Text("small", head), Text("small", head)
        name.setText(label)
        was.setText(self.tr("before"))
        becomes.setText(self.tr("after"))
        for widget in (name, was, Chip(before, head), becomes, Chip(after, head)):
            flow.addWidget(widget)
        column.addWidget(head)
        if sentence:
            words = Text("small", block, wraps=True)
            words.setText(sentence)
            column.addWidget(words)
        return block


def _outcome_mark(reader: Reader, outcome: Outcome) -> Mark:
    return Mark(TONES[outcome], capitalised(reader.wording(outcome.label)))
