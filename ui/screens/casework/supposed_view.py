"""What the rules would answer on supposed facts, beside the stored answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.casework.what_if import Difference
from desktop.facts.assessment import Amount, Assessment
from desktop.values.isolates import isolated
from desktop.values.language import Wording
from desktop.values.money import Money
from ui.language.reader import Reader
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.text import Text
from ui.screens.casework.sheet_words import amount_words, outcome_mark, sentence_words
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.casework.answers import AssessmentAnswer


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


class SupposedView(QWidget):
    """Outcome, amount, the difference in words, what would be missing, and where the right would be lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self._row = QWidget(self)
        flow = FlowLayout(self._row)
        self.chip, self.amount = Chip(None, self._row), Text("strong", self._row)
        flow.addWidget(self.chip)
        flow.addWidget(self.amount)
        self.words, self.missing = Text("", self, wraps=True), Text("small", self, wraps=True)
        self.turning = Text("small", self, wraps=True)
        for widget in (self._row, self.words, self.missing, self.turning):
            column.addWidget(widget)
        self.hide()

    def show_foreseen(
        self, foreseen: Foreseen | None, assessed: AssessmentAnswer, reader: Reader, *, varied: bool
    ) -> None:
        """Show what would be answered.

        Args:
            foreseen: the answer; None while there is none.
            assessed: the stored assessment beside which it stands.
            reader: who reads.
            varied: whether anything is supposed; else only the turning point is told.
        """
        turning = None if foreseen is None or foreseen.turning_of is None else foreseen.turning
        self.setVisible(foreseen is not None and (varied or turning is not None))
        for widget in (self._row, self.words, self.missing):
            widget.setVisible(varied)
        self.turning.setVisible(turning is not None)
        if foreseen is None:
            return
        answer = foreseen.answer
        self.chip.show_mark(outcome_mark(reader, answer.outcome, assessed.file, assessed.member))
        due = answer.total if isinstance(answer.total, Amount) else answer.amount
        self.amount.setText("" if due is None else amount_words(reader, due))
        self.words.setText(self._difference(foreseen.difference, reader))
        lacking = [
            sentence_words(reader, each.label, assessed.file)
            if isinstance(each.label, Wording)
            else isolated(each.path)
            for each in answer.missing
        ]
        between = "؛ " if reader.right_to_left else "; "
        self.missing.setText(self.tr("Missing then: {facts}").format(facts=between.join(lacking)))
        self.missing.setVisible(varied and bool(lacking))
        if turning is not None and foreseen.turning_of is not None:
            self.turning.setText(
                self.tr("The right is lost when “{income}” reaches {amount}.").format(
                    income=reader.wording(foreseen.turning_of), amount=reader.money(turning)
                )
            )

    def _difference(self, found: Difference, reader: Reader) -> str:
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
