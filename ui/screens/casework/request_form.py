"""The form for asking a family for the facts that an assessment lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated
from desktop.values.language import Wording, capitalised
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.screens.casework.channel_box import ChannelBox
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.reading import shipped
from ui.screens.casework.sheet_words import sentence_words
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.answers import AssessmentAnswer
    from desktop.notices.answers import NoticeAnswer
    from desktop.office.answers import Saved
    from desktop.office.desk import Desk


class RequestForm(Worded, QDialog):
    """Lists what is missing and how the family is told; asks for it once."""

    asked = Signal(object)
    """The `NoticeAnswer`."""

    def __init__(self, workplace: Workplace, assessed: AssessmentAnswer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._assessed = workplace, assessed
        self._fault: OfficeError | None = None
        self.setObjectName("request_form")
        self.setModal(True)
        self.resize(workplace.look.pixels(520), workplace.look.pixels(320))
        title, why, self.facts = (
            Text("subtitle", self, wraps=True),
            Text("soft", self, wraps=True),
            Text("", self, wraps=True),
        )
        self.channel = ChannelBox(workplace.reader, self)
        label = QLabel(self)
        label.setBuddy(self.channel)
        self.fault = NoteLine(self)
        self.send, self.leave = QPushButton(self), QPushButton(self)
        self.send.setObjectName("send_request")
        self.send.setProperty("kind", "primary")
        self.send.clicked.connect(self._send)
        self.leave.clicked.connect(self.reject)
        for button in (self.send, self.leave):
            button.setAutoDefault(False)
        self.say(self.setWindowTitle, lambda: self.tr("Request for information"))
        self.say(title.setText, lambda: self.tr("Ask the family for the missing facts"))
        self.say(
            why.setText,
            lambda: self.tr("They are told which facts are missing and the last day that the law gives them."),
        )
        self.say(label.setText, lambda: self.tr("Notify the family by"))
        self.say(self.send.setText, lambda: self.tr("Ask the family"))
        self.say(self.leave.setText, lambda: self.tr("Close without asking"))
        told, buttons = QHBoxLayout(), QHBoxLayout()
        told.addWidget(label)
        told.addWidget(self.channel)
        told.addStretch(1)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.send)
        self.setTabOrder(self.leave, self.send)
        column = QVBoxLayout(self)
        column.setSpacing(GRID + GRID // 2)
        for widget in (title, why, self.facts):
            column.addWidget(widget)
        column.addLayout(told)
        column.addWidget(self.fault)
        column.addStretch(1)
        column.addLayout(buttons)
        self.reworded()

    @override
    def reworded(self) -> None:
        reader = self._workplace.reader
        labels = [
            sentence_words(reader, Wording(each.label.ar, capitalised(each.label.en)), self._assessed.file)
            if isinstance(each.label, Wording)
            else isolated(each.path)
            for each in self._assessed.answer.missing
        ]
        self.facts.setText("\n".join(f"• {each}" for each in labels))
        if self._fault is not None:
            self.fault.tell(self._fault.sentence(reader.language), Tone.STOP)

    def _send(self) -> None:
        self.send.setEnabled(False)
        assessed, channel = self._assessed, self.channel.channel

        def work(desk: Desk) -> Saved[NoticeAnswer]:
            from desktop.casework.service import request_information

            return request_information(
                desk,
                file_number=assessed.file_number,
                programme=f"{assessed.programme}@{assessed.pack_version}",
                on=assessed.on,
                catalogue=shipped(),
                member=assessed.member,
                channel=channel,
            )

        self._workplace.write(self, work, done=self._done, failed=self._failed)

    def _done(self, notice: NoticeAnswer) -> None:
        self.asked.emit(notice)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.send.setEnabled(True)
        if isinstance(error, OfficeError):
            self._fault = error
            self.reworded()
        else:
            self._workplace.tell_error(error)
