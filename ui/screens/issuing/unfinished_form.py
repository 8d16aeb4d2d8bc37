"""Serials that were reserved and came to nothing: which, and why, for the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.issuing.kinds import about
from desktop.values.errors import OfficeError
from ui.language.worded import Worded
from ui.parts.fields.form import Form
from ui.parts.fields.sentences import sentence_of
from ui.parts.fields.text_field import LongTextField
from ui.parts.text import Text
from ui.screens.casework.note_line import NoteLine
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.issuing.answers import IssuedAnswer
    from desktop.office.answers import Saved
    from desktop.office.desk import Desk

SHOWN = 8
"""Serials that are named one by one; a machine that dies leaves one."""


class UnfinishedForm(Worded, QDialog):
    """Voids every serial that nobody can finish any more, under one reason."""

    voided = Signal()

    def __init__(self, workplace: Workplace, papers: tuple[IssuedAnswer, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._papers = workplace, papers
        self._fault: OfficeError | None = None
        self.setObjectName("unfinished-form")
        self.setModal(True)
        self.resize(workplace.look.pixels(520), workplace.look.pixels(340))
        title, why = Text("subtitle", self, wraps=True), Text("soft", self, wraps=True)
        self.serials = Text("", self, wraps=True)
        self.form = Form(workplace.reader, self, columns=1)
        self.reason = LongTextField(workplace.reader, self, lines=2, most=4)
        self.reason.setObjectName("reason")
        self.form.add("/reason", self.reason, lambda: self.tr("Reason"), required=True)
        self.fault = NoteLine(self)
        leave, self.go = QPushButton(self), QPushButton(self)
        self.go.setObjectName("do")
        self.go.setProperty("kind", "danger")
        self.go.clicked.connect(lambda _checked: self._go())
        leave.clicked.connect(self.reject)
        for button in (self.go, leave):
            button.setAutoDefault(False)
        self.say(self.setWindowTitle, lambda: self.tr("Serials that were never finished"))
        self.say(title.setText, lambda: self.tr("Serials that were never finished"))
        self.say(
            why.setText,
            lambda: self.tr(
                "A machine or the network broke off while they were being issued. No paper was handed out under them."
            ),
        )
        self.say(self.go.setText, lambda: self.tr("Void them"))
        self.say(leave.setText, lambda: self.tr("Close"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setSpacing(GRID + GRID // 2)
        for widget in (title, why, self.serials, self.form, self.fault):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)
        self.reworded()
        self.reason.control().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reworded(self) -> None:
        reader = self._workplace.reader
        lines = [
            self.tr("{serial}: {kind}, {who}, {when}").format(
                serial=reader.code(each.serial),
                kind=reader.wording(about(each.kind).label),
                who=reader.colleague(each.reserved_by),
                when=reader.instant(each.reserved_at),
            )
            for each in self._papers[:SHOWN]
        ]
        others = len(self._papers) - SHOWN
        if others > 0:
            lines.append(self.tr("and %n more", "", others).replace(str(others), reader.number(others)))
        self.serials.setText("\n".join(lines))
        if self._fault is not None:
            self.fault.tell(sentence_of(self._fault, reader), Tone.STOP)

    @override
    def reject(self) -> None:
        # What is being done has nobody else to tell of it.
        if self.go.isEnabled():
            super().reject()

    def _go(self) -> None:
        if not self.go.isEnabled() or not self.form.check():
            return
        self.go.setEnabled(False)
        reason = self.reason.value() or ""

        def work(desk: Desk) -> tuple[Saved[IssuedAnswer], ...]:
            from desktop.issuing.service import void_abandoned

            return void_abandoned(desk, reason=reason)

        self._workplace.write(self, work, done=self._done, failed=self._failed)

    def _done(self, voided: tuple[Saved[IssuedAnswer], ...]) -> None:
        for each in voided:
            self._workplace.announce(each.changes, self)
        self.voided.emit()
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        if isinstance(error, OfficeError):
            self._fault = error
            self.reworded()
        else:
            self._workplace.tell_error(error)
