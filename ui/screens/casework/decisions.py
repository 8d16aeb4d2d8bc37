"""The decisions on a household's claims, the newest first, and what the family was told of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.background.lanes import Task
from ui.parts.states import StateStack
from ui.screens.casework.decision_card import DecisionCard
from ui.screens.casework.notice_form import NoticeAct, NoticeForm
from ui.screens.casework.side_cards import emptied
from ui.screens.registry.household_file.tab import HouseholdTab
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.casework.answers import DecisionAnswer
    from desktop.notices.answers import NoticeAnswer
    from desktop.office.answers import Changes
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdAnswer


class DecisionsTab(HouseholdTab):
    """Shows decisions as cards; confirms, fails and repeats their notices."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._file: HouseholdAnswer | None = None
        self._decisions: tuple[DecisionAnswer, ...] | None = None
        self._part = ""
        self._reading: Task | None = None
        inside = QWidget(self)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID * 2)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, GRID * 2)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setWidget(inside)
        self.states = StateStack(self.pane, self)
        self.states.retry.connect(self._read)
        self.states.acted.connect(self._to_eligibility)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GRID, 0, 0)
        outer.addWidget(self.states)

    @override
    def show_file(self, file: HouseholdAnswer, part: str = "") -> None:
        if self._file is None or self._file.file_number != file.file_number:
            self._decisions = None
        self._file, self._part = file, part
        self._read()

    @override
    def touched(self, changes: Changes) -> None:
        if self._file is not None and self._file.id in changes.households:
            self._read()

    @override
    def reworded(self) -> None:
        self._show()

    @override
    def relooked(self) -> None:
        self._show()

    def _read(self) -> None:
        file = self._file
        if file is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        if self._decisions is None:
            self.states.show_loading()

        def work(desk: Desk) -> tuple[DecisionAnswer, ...]:
            from desktop.casework.queries import decisions

            return decisions(desk, file_number=file.file_number)

        def done(decisions: tuple[DecisionAnswer, ...]) -> None:
            if self._file is not None and self._file.file_number == file.file_number and decisions != self._decisions:
                self._decisions = decisions
                self._show()
            elif self._decisions is not None:
                self._settle()

        self._reading = self.workplace.read(self, work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.tell_failure(self.states, error, held=self._decisions is not None)

    def _show(self) -> None:
        if self._decisions is None:
            return
        at = self.pane.verticalScrollBar().value()
        emptied(self._cards)
        act = self._act if self.workplace.may("notify") else None
        for each in self._decisions:
            self._cards.addWidget(DecisionCard(each, self.reader, act, self))
        self._settle()
        self.pane.verticalScrollBar().setValue(at)
        named = next((each for each in self.findChildren(DecisionCard) if each.decision.number == self._part), None)
        if named is not None:
            self.pane.ensureWidgetVisible(named)

    def _settle(self) -> None:
        if self._decisions:
            self.states.show_content()
        else:
            self.states.show_empty(
                lambda: self.tr("Nothing was decided on this household’s claims yet."),
                lambda: self.tr("Go to the assessment"),
            )

    def _to_eligibility(self) -> None:
        if self._file is not None:
            self.workplace.go(Destination(Place.HOUSEHOLD, self._file.file_number, "eligibility"))

    def _act(self, act: NoticeAct, decision: DecisionAnswer, notice: NoticeAnswer | None) -> None:
        form = NoticeForm(self.workplace, act, decision, notice, self)
        form.finished.connect(self._read)
        form.finished.connect(form.deleteLater)
        form.open()
