"""The heart of a household's file: what the rules answer, why, what is missing, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.facts.codes import Outcome
from desktop.values.errors import OfficeError, Unreachable
from desktop.values.language import Language
from ui.background.lanes import Task
from ui.parts.states import StateStack
from ui.screens.casework.claim_bar import ClaimBar
from ui.screens.casework.decision_form import DecisionForm, Matter
from ui.screens.casework.foresight import Foresight
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.reading import PROGRAMME, SheetAnswer, read_sheet, shipped
from ui.screens.casework.request_form import RequestForm
from ui.screens.casework.sheet import Sheet
from ui.screens.casework.standing_line import StandingLine
from ui.screens.casework.ways_onward import WaysOnward
from ui.screens.casework.what_if_panel import WhatIfPanel
from ui.screens.registry.household_file.tab import HouseholdTab
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.answers import AssessmentAnswer, DecisionAnswer
    from desktop.notices.answers import NoticeAnswer
    from desktop.office.answers import Changes, Saved
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdAnswer


class EligibilityTab(HouseholdTab):
    """Shows the stored assessment of a claim, makes new ones, and leads to the decision."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._file: HouseholdAnswer | None = None
        self._answer: SheetAnswer | None = None
        self._shown: UUID | None = None
        self._reading: Task | None = None
        self._fault: OfficeError | None = None
        self.bar = ClaimBar(workplace.seat.today, PROGRAMME, self)
        self.assess_button = self.bar.add_action("assess", lambda: self.tr("Assess eligibility"), self.assess)
        self.assess_button.setVisible(workplace.may("assess"))
        self.say(
            self.assess_button.setToolTip,
            lambda: self.tr("Assess on the facts as they are registered now ({keys})").format(keys="Ctrl+Shift+E"),
        )
        self.decide_button = self.bar.add_action("decide", lambda: self.tr("Decide"), self.decide)
        self.request_button = self.bar.add_action("request", lambda: self.tr("Request the facts"), self.request)
        self.ways = WaysOnward(self.bar, workplace)
        self.every_button = self.ways.every
        self._form: DecisionForm | None = None
        self.bar.turned.connect(self._claim_turned)
        self.fault_line, self.note = NoteLine(self), StandingLine(self)
        self.fault_line.setObjectName("fault")
        self.note.setObjectName("note")
        self.sheet = Sheet(self._register, workplace.go, self)
        self.foresight = Foresight(workplace, self.sheet, self)
        self.what_if = WhatIfPanel(workplace, self)
        self.sheet.side.insertWidget(0, self.what_if)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, GRID * 2)
        column.setSpacing(GRID * 2)
        for widget in (self.bar, self.fault_line, self.note, self.sheet):
            column.addWidget(widget)
        column.addStretch(1)
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setWidget(inside)
        self.states = StateStack(self.pane, self)
        self.states.retry.connect(self._read)
        self.states.stopped.connect(self._stop)
        self.states.acted.connect(self.assess)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GRID, 0, 0)
        outer.addWidget(self.states)
        again = QShortcut(QKeySequence("Ctrl+Shift+E"), self)
        again.activated.connect(self.assess)

    @override
    def show_file(self, file: HouseholdAnswer, part: str = "") -> None:
        if self._file is None or self._file.file_number != file.file_number:
            self._answer, self._shown, self._fault = None, None, None
        self._file = file
        self.ways.show_file(file)
        if part and self.bar.turn_to(part):
            self._answer, self._shown = None, None
        self._read()

    @override
    def touched(self, changes: Changes) -> None:
        if self._file is not None and self._file.id in changes.households:
            self._read()

    @override
    def relooked(self) -> None:
        self.sheet.turn()
        self._show()

    @override
    def reworded(self) -> None:
        self._show()

    @override
    def keep(self) -> None:
        if self._form is not None:
            self._form.keep()

    def assess(self) -> None:
        """Assess the household on the facts as they are registered, and keep the answer."""
        file, claim = self._file, self.bar.claim
        if file is None or not self.workplace.may("assess") or not self.assess_button.isEnabled():
            return
        if not self.bar.readable():
            return
        self.assess_button.setEnabled(False)
        self._tell_fault(None)

        def work(desk: Desk) -> Saved[AssessmentAnswer]:
            from desktop.casework.service import assess

            return assess(
                desk,
                file_number=file.file_number,
                programme=claim.programme,
                on=claim.on,
                catalogue=shipped(),
                member=claim.member,
            )

        def done(assessed: AssessmentAnswer) -> None:
            self.assess_button.setEnabled(True)
            if self._file is not None and self._file.file_number == file.file_number:
                self._shown = assessed.id
                self._read()

        def failed(error: Exception) -> None:
            self.assess_button.setEnabled(True)
            self._failed(error)

        self.workplace.write(self, work, done=done, failed=failed)

    def decide(self) -> None:
        """Open the form for deciding on the assessment shown."""
        file, answer = self._file, self._answer
        if file is None or answer is None or answer.assessed is None or not self._may_decide(answer):
            return
        if self._form is not None:
            self._form.raise_()
            return
        matter = Matter(answer.assessed, answer.file_version, file.summary.head_name)
        self._form = DecisionForm(self.workplace, matter, self)
        self._form.decided.connect(self._decided)
        self._form.finished.connect(self._form_closed)
        self._form.open()

    def request(self) -> None:
        """Open the form for asking the family for what is missing."""
        answer = self._answer
        if answer is None or answer.assessed is None or not self._may_request(answer):
            return
        form = RequestForm(self.workplace, answer.assessed, self)
        form.asked.connect(self._requested)
        form.finished.connect(form.deleteLater)
        form.open()

    def _may_decide(self, answer: SheetAnswer) -> bool:
        return answer.decidable and self.workplace.may("decide")

    def _may_request(self, answer: SheetAnswer) -> bool:
        return answer.decidable and answer.lacking and self.workplace.may("notify")

    def _form_closed(self) -> None:
        if self._form is not None:
            self._form.deleteLater()
            self._form = None

    def _decided(self, decision: DecisionAnswer) -> None:
        def words(_language: Language) -> str:
            kind = self.reader.wording(decision.kind.label)
            return self.tr("Decision {number} was taken: {kind}.").format(
                number=self.reader.code(decision.number), kind=kind
            )

        documents = Destination(Place.HOUSEHOLD, decision.file_number, "documents")
        remedy = None
        if decision.grants and self.workplace.may("issue"):
            remedy = (lambda: self.tr("Print the benefit statement"), lambda: self.workplace.go(documents))
        self.workplace.tell(words, Tone.GOOD, remedy=remedy)
        self._read()

    def _requested(self, notice: NoticeAnswer) -> None:
        def words(_language: Language) -> str:
            return self.tr("The family was asked for the missing facts: {channel}.").format(
                channel=self.reader.wording(notice.channel.label)
            )

        self.workplace.tell(words, Tone.GOOD, passing=True)
        self._read()

    def _claim_turned(self) -> None:
        self._shown = None
        self._read()

    def _register(self, path: str) -> None:
        if self._file is not None:
            self.workplace.go(Destination(Place.REGISTRATION, self._file.file_number, path))

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    def _read(self) -> None:
        file, claim, shown = self._file, self.bar.claim, self._shown
        if file is None:
            return
        self._stop()
        if self._answer is None:
            self.states.show_loading()

        def done(answer: SheetAnswer) -> None:
            if self._file is not None and self._file.file_number == file.file_number:
                self._answer = answer
                self._show()

        self._reading = self.workplace.read(
            self,
            lambda desk: read_sheet(
                desk, file_number=file.file_number, programme=claim.programme_id, member=claim.member, shown=shown
            ),
            done=done,
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unreachable) and self._answer is None:
            self.states.show_offline(lambda: error.sentence(self.reader.language))
        elif not isinstance(error, OfficeError):
            self.workplace.tell_error(error)
        elif self._answer is None:
            self.states.show_failed(lambda: error.sentence(self.reader.language))
        else:
            self._tell_fault(error)

    def _tell_fault(self, error: OfficeError | None) -> None:
        self._fault = error
        if error is None:
            self.fault_line.clear()
        else:
            self.fault_line.tell(error.sentence(self.reader.language), Tone.STOP)

    def _show(self) -> None:
        file, answer = self._file, self._answer
        if file is None or answer is None:
            return
        self.bar.show_choices(answer.versions, file.file, self.reader)
        self._tell_fault(self._fault)
        if answer.assessed is None:
            self.sheet.hide()
            self.note.show_answer(answer, self.reader)
            self._show_actions(answer)
            self.states.show_content()
            return
        self.sheet.show()
        self.sheet.show_answer(answer, self.reader, may_register=self.workplace.may("change_files"))
        self.foresight.show_answer(answer.assessed)
        self.what_if.setVisible(answer.version is not None)
        self.what_if.show_assessed(answer.assessed, answer.first_levers, answer.levers, self.reader)
        self.note.show_answer(answer, self.reader)
        self._show_actions(answer)
        self.states.show_content()

    def _show_actions(self, answer: SheetAnswer) -> None:
        """What follows stands out: to decide on a settled answer, to ask for an open one, else to assess."""
        self.decide_button.setVisible(self._may_decide(answer))
        self.request_button.setVisible(self._may_request(answer))
        if not self._may_decide(answer) or answer.assessed is None:
            self.bar.lead(self.assess_button)
        elif answer.assessed.outcome is Outcome.UNDETERMINED:
            asked = answer.request is not None or not self._may_request(answer)
            self.bar.lead(self.assess_button if asked else self.request_button)
        else:
            self.bar.lead(self.decide_button)
