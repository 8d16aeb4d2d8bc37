"""The form for deciding on an assessment: what would be decided and told is shown before anybody takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.casework.kinds import Act
from desktop.values.errors import OfficeError, StaleFile, Unreachable
from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.screens.casework.channel_box import ChannelBox
from ui.screens.casework.decision_choices import DecisionChoices
from ui.screens.casework.foreseen_view import ForeseenView
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.reading import shipped
from ui.screens.casework.reason_draft import ReasonDraft, put_by, taken_up
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.answers import AssessmentAnswer, DecisionAnswer
    from desktop.casework.foreseeing import ForeseenDecision
    from desktop.office.answers import Saved
    from desktop.office.desk import Desk

PAUSE = 300
"""Milliseconds after the last key in the reason before what would be told is read anew."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be decided.

    Args:
        assessed: the assessment that a decision would rest on.
        file_version: the version of the file that the form is opened with.
        head: name of the head, for the title.
    """

    assessed: AssessmentAnswer
    file_version: int
    head: str


class DecisionForm(Worded, QDialog):
    """Decides on one assessment; what was typed stays through every refusal, and on the shelf when it is closed."""

    decided = Signal(object)
    """The `DecisionAnswer`."""

    def __init__(self, workplace: Workplace, matter: Matter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._matter, self._version = workplace, matter, matter.file_version
        self._asking: Task | None = None
        self._foreseen: ForeseenDecision | None = None
        self._fault: OfficeError | None = None
        self._draft_key: str | None = None
        self._renewing = self._taken = False
        self.setObjectName("decision_form")
        self.setModal(True)
        self.choices = DecisionChoices(matter.assessed.outcome, workplace.look.pixels(72), self)
        self.choices.turned.connect(self._foresee)
        self.choices.typed.connect(self._typed)
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._foresee)
        self.resize(workplace.look.pixels(640), workplace.look.pixels(644))
        self._take_up()
        self._foresee()

    def keep(self) -> None:
        """Put a typed reason on the shelf."""
        shelf, typed = self._workplace.shelf, self.choices.text
        if shelf is None or self._taken or not typed.strip():
            return
        draft = ReasonDraft(self._matter.assessed.programme, self._matter.assessed.member, self.choices.refusing, typed)
        staff = self._workplace.seat.office.signed_in.login
        title = self.tr("Reason of a decision on the file of {name}").format(name=self._matter.head)
        key, number, version = self._draft_key, self._matter.assessed.file_number, self._version

        def kept(key: str) -> None:
            self._draft_key = key

        self._workplace.own(
            self,
            lambda: put_by(shelf, draft, key=key, file_number=number, version=version, staff=staff, title=title),
            done=kept,
            failed=self._workplace.tell_error,
        )

    @override
    def reject(self) -> None:
        self.keep()
        super().reject()

    @override
    def reworded(self) -> None:
        self._show()

    def _build(self) -> None:
        self.title, self._context = Text("subtitle", self, wraps=True), Text("soft", self, wraps=True)
        self.channel = ChannelBox(self._workplace.reader, self)
        self.channel.setObjectName("channel")
        self.channel.activated.connect(lambda _index: self._foresee())
        label = QLabel(self)
        label.setBuddy(self.channel)
        self.say(label.setText, lambda: self.tr("Notify the family by"))
        told = QHBoxLayout()
        told.addWidget(label)
        told.addWidget(self.channel)
        told.addStretch(1)
        self.fault = NoteLine(self)
        self.fault.setObjectName("decision_fault")
        self.view = ForeseenView(self)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setSpacing(GRID + GRID // 2)
        for widget in (self.title, self._context, self.choices):
            column.addWidget(widget)
        column.addLayout(told)
        column.addWidget(self.fault)
        column.addWidget(self.view)
        column.addStretch(1)
        pane = QScrollArea(self)
        pane.setWidgetResizable(True)
        pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pane.setWidget(inside)
        self.take = QPushButton(self)
        self.take.setObjectName("take_decision")
        self.take.setProperty("kind", "primary")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self._decide)
        self.leave = QPushButton(self)
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.say(self.take.setText, lambda: self.tr("Take the decision"))
        self.say(self.leave.setText, lambda: self.tr("Close without deciding"))
        self.say(self.setWindowTitle, lambda: self.tr("Decision"))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(GRID, 0, GRID, GRID)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        self.setTabOrder(self.leave, self.take)
        outer = QVBoxLayout(self)
        outer.addWidget(pane, 1)
        outer.addLayout(buttons)
        self.view.hide()
        self._show()

    def _asked(self) -> dict[str, Any]:
        """The arguments of the verbs; the version that assessed, so that no other answer is decided on."""
        assessed = self._matter.assessed
        return {
            "file_number": assessed.file_number,
            "programme": f"{assessed.programme}@{assessed.pack_version}",
            "on": assessed.on,
            "member": assessed.member,
            "act": Act.REFUSE if self.choices.refusing else None,
            "refuse_reason": self.choices.text if self.choices.refusing else None,
            "channel": self.channel.channel,
        }

    def _typed(self) -> None:
        self._stop()
        self.take.setEnabled(False)
        self._pause.start()

    def _stop(self) -> None:
        self._pause.stop()
        if self._asking is not None:
            self._asking.cancel()

    def _foresee(self) -> None:
        """Read what would be decided and told; what was typed meanwhile makes an answer stale."""
        self._stop()
        self.take.setEnabled(False)
        asked = self._asked()

        def work(desk: Desk) -> ForeseenDecision:
            from desktop.casework.foreseeing import foreseen

            return foreseen(desk, **asked, catalogue=shipped())

        def done(foreseen: ForeseenDecision) -> None:
            self._foreseen, self._fault = foreseen, None
            if self._renewing:
                self._version, self._renewing = foreseen.file_version, False
            self._show()

        self._asking = self._workplace.read(self, work, done=done, failed=self._failed)

    def _decide(self) -> None:
        self.take.setEnabled(False)
        asked, version = self._asked(), self._version

        def work(desk: Desk) -> Saved[DecisionAnswer]:
            from desktop.casework.service import decide

            return decide(desk, **asked, catalogue=shipped(), expected_version=version)

        self._workplace.write(self, work, done=self._done, failed=self._failed)

    def _done(self, decision: DecisionAnswer) -> None:
        self._taken = True
        shelf, key = self._workplace.shelf, self._draft_key
        if shelf is not None and key is not None:
            self._workplace.own(self._workplace, lambda: shelf.drop(key), failed=self._workplace.tell_error)
        self.decided.emit(decision)
        self.accept()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            self._workplace.tell_error(error)
            return
        self._fault = error
        if not isinstance(error, StaleFile | Unreachable):
            self._foreseen = None
        self._show()

    def _again(self) -> None:
        self._renewing = True
        self._foresee()

    def _take_up(self) -> None:
        shelf, assessed = self._workplace.shelf, self._matter.assessed
        if shelf is None:
            return

        def found(kept: tuple[str, ReasonDraft] | None) -> None:
            if kept is None or self.choices.text:
                return
            self._draft_key = kept[0]
            self.choices.restore(kept[1].reason, refusing=kept[1].refusing)

        self._workplace.own(
            self,
            lambda: taken_up(
                shelf, file_number=assessed.file_number, programme=assessed.programme, member=assessed.member
            ),
            done=found,
            failed=self._workplace.tell_error,
        )

    def _show(self) -> None:
        reader, assessed = self._workplace.reader, self._matter.assessed
        self.title.setText(self.tr("Decision on the assessment of {name}").format(name=self._matter.head))
        self._context.setText(
            self.tr("File {number}, assessed for {day}").format(
                number=reader.code(assessed.file_number), day=reader.day(assessed.on, both=True)
            )
        )
        self.view.setVisible(self._foreseen is not None)
        if self._foreseen is not None:
            self.view.show_foreseen(self._foreseen, reader)
        if self._fault is None:
            self.fault.clear()
        else:
            again = isinstance(self._fault, StaleFile | Unreachable)
            remedy = (self.tr("Read again"), self._again) if again else None
            self.fault.tell(self._fault.sentence(reader.language), Tone.WAIT if again else Tone.STOP, remedy)
        self.take.setEnabled(self._foreseen is not None and self._fault is None)
