"""The decision sheet: outcome and amount, what is missing, each criterion, and at the side what goes with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.screens.casework.criteria_card import CriteriaCard, Read, Register
from ui.screens.casework.outcome_card import OutcomeCard
from ui.screens.casework.side_cards import ClocksCard, DocumentsCard, FlipsCard, GroundsCard, MissingCard
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.casework.answers import AssessmentAnswer
    from desktop.facts.assessment import Assessment
    from ui.screens.casework.reading import SheetAnswer

_BESIDE = 880
"""Pixels at 100 % from which the side column stands beside the criteria, below them where there is less."""

_SIDE = 304
"""Pixels of the side column at 100 %."""


class Sheet(QWidget):
    """An assessment whole; put what varies it into `side`.

    Args:
        register: goes to the field of a missing fact.
        read: goes to a rule.
    """

    def __init__(self, register: Register, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcome = OutcomeCard(self)
        self.missing = MissingCard(register, self)
        self.criteria = CriteriaCard(register, read, self)
        self.grounds = GroundsCard(self)
        self.clocks, self.flips, self.documents = ClocksCard(self), FlipsCard(self), DocumentsCard(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID * 2)
        main = QVBoxLayout()
        main.setSpacing(GRID * 2)
        for card in (self.outcome, self.missing, self.criteria, self.grounds):
            main.addWidget(card)
        main.addStretch(1)
        self._side = QWidget(self)
        self.side = QVBoxLayout(self._side)
        self.side.setContentsMargins(0, 0, 0, 0)
        self.side.setSpacing(GRID * 2)
        self.side.addWidget(self.clocks)
        self.side.addWidget(self.flips)
        self.side.addWidget(self.documents)
        self.side.addStretch(1)
        self._row.addLayout(main, 1)
        self._row.addWidget(self._side)

    def show_answer(self, answer: SheetAnswer, reader: Reader, *, may_register: bool) -> None:
        """Show the assessment of a claim; ValueError where there is none."""
        if answer.assessed is None:
            raise ValueError("nothing was assessed")
        self.outcome.show_answer(answer, reader)
        self.missing.show_answer(answer, reader, may_register=may_register)
        self.criteria.show_answer(answer, reader)
        self.grounds.show_answer(answer, reader)
        self.documents.show_answer(answer.assessed, reader)

    def show_foresight(self, assessed: AssessmentAnswer, foreseen: Assessment | None, reader: Reader) -> None:
        """Show what will change the answer and what would; None while that is being worked out."""
        self.clocks.show_answer(assessed, foreseen, reader)
        self.flips.show_answer(assessed, foreseen, reader)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.turn()

    def turn(self) -> None:
        """Put the side column where there is room for it."""
        beside = self.width() >= worn().pixels(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
        width = worn().pixels(_SIDE)
        self._side.setMinimumWidth(width if beside else 0)
        self._side.setMaximumWidth(width if beside else 16_777_215)
