"""The three things that staff do with a notice: prove its day, note that it reached nobody, tell again."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.notices.channels import Channel
from desktop.values.errors import OfficeError, StaleFile
from ui.language.worded import Worded
from ui.parts.fields.date_field import DateField
from ui.parts.fields.typed_line import TypedLine
from ui.parts.text import Text
from ui.screens.casework.channel_box import ChannelBox
from ui.screens.casework.note_line import NoteLine
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.answers import DecisionAnswer
    from desktop.notices.answers import NoticeAnswer
    from desktop.office.desk import Desk


class NoticeAct(StrEnum):
    """What is done."""

    CONFIRM = "confirm"
    FAILED = "failed"
    AGAIN = "again"


class NoticeForm(Worded, QDialog):
    """Asks for what the act needs, and nothing else.

    Args:
        workplace: of who does it.
        act: what is done.
        decision: that the family is told of.
        notice: that is confirmed or failed; the newest one where the family is told again.
    """

    def __init__(
        self,
        workplace: Workplace,
        act: NoticeAct,
        decision: DecisionAnswer,
        notice: NoticeAnswer | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self.act, self._decision, self._notice = workplace, act, decision, notice
        self._fault: OfficeError | None = None
        self.setObjectName(f"notice_{act}")
        self.setModal(True)
        self.resize(workplace.look.pixels(480), workplace.look.pixels(240))
        self._title, self._why = Text("subtitle", self, wraps=True), Text("soft", self, wraps=True)
        today = workplace.seat.today
        self.line, self.channel = TypedLine(self), ChannelBox(workplace.reader, self, by_file=False)
        self.day = DateField(workplace.reader, self, today=today)
        self.day.set_value(today)
        self.line.setObjectName("typed")
        self.line.setVisible(act is NoticeAct.FAILED)
        self.day.setVisible(act is NoticeAct.CONFIRM)
        self.channel.setVisible(act is NoticeAct.AGAIN)
        self.fault = NoteLine(self)
        self.do, leave = QPushButton(self), QPushButton(self)
        self.do.setObjectName("do")
        self.do.setProperty("kind", "primary")
        self.do.clicked.connect(self._do)
        leave.clicked.connect(self.reject)
        leave.setAutoDefault(False)
        self.say(leave.setText, lambda: self.tr("Close"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setSpacing(GRID + GRID // 2)
        for widget in (self._title, self._why, self.line, self.day, self.channel, self.fault):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)
        self.reworded()

    @override
    def reworded(self) -> None:
        reader = self._workplace.reader
        number = reader.code(self._decision.number)
        title, why, do = {
            NoticeAct.CONFIRM: (
                self.tr("The day on which the family was told of decision {number}"),
                self.tr("Every period counted from the notice follows this day. Type it in either calendar."),
                self.tr("Confirm the day"),
            ),
            NoticeAct.FAILED: (
                self.tr("The notice of decision {number} reached nobody"),
                self.tr("It then counts as never told and no period runs. Say why."),
                self.tr("Note it"),
            ),
            NoticeAct.AGAIN: (
                self.tr("Tell the family of decision {number} again"),
                self.tr("Choose a way that reaches them."),
                self.tr("Tell again"),
            ),
        }[self.act]
        self._title.setText(title.format(number=number))
        self._why.setText(why)
        self.do.setText(do)
        self.line.setAccessibleName(self._why.accessibleName())
        self.day.set_reader(reader)
        self.day.set_name(self._title.accessibleName())
        self.setWindowTitle(do)
        if self._fault is not None:
            self.fault.tell(self._fault.sentence(reader.language), Tone.STOP)

    def _do(self) -> None:
        work = self._work()
        if work is None:
            return
        self.do.setEnabled(False)
        self._workplace.write(self, work, done=lambda _notice: self.accept(), failed=self._failed)

    def _work(self) -> Callable[[Desk], Any] | None:
        """The verb; None while the day cannot be read, which its field says."""
        notice, decision = self._notice, self._decision.id
        if self.act is NoticeAct.AGAIN or notice is None:
            channel = self.channel.channel or Channel.IN_PERSON

            def again(desk: Desk) -> Any:
                from desktop.casework.service import tell_again

                return tell_again(desk, decision=decision, channel=channel)

            return again
        if self.act is NoticeAct.CONFIRM:
            told_on = self.day.value()
            if told_on is None:
                self.day.show_fault(self.day.fault() or self.tr("Type the day on which the family was told."))
                self.day.setFocus(Qt.FocusReason.OtherFocusReason)
                return None

            def confirm(desk: Desk) -> Any:
                from desktop.notices.service import confirm_told

                return confirm_told(desk, notice=notice.id, told_on=told_on, expected_version=notice.version)

            return confirm
        reason = self.line.text()

        def failed(desk: Desk) -> Any:
            from desktop.notices.service import failed

            return failed(desk, notice=notice.id, reason=reason, expected_version=notice.version)

        return failed

    def _failed(self, error: Exception) -> None:
        # A notice that a colleague settled meanwhile is shown by the tab; here nothing can be done with it any more.
        self.do.setEnabled(not isinstance(error, StaleFile))
        if isinstance(error, OfficeError):
            self._fault = error
            self.reworded()
        else:
            self._workplace.tell_error(error)
