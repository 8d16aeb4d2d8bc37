"""The two things that staff do with an issued paper: hand it out again, and withdraw it; each asks why."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated
from ui.language.worded import Worded
from ui.parts.fields.form import Form
from ui.parts.fields.sentences import sentence_of
from ui.parts.fields.text_field import LongTextField, TextField
from ui.parts.text import Text
from ui.screens.casework.note_line import NoteLine
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice
    from desktop.issuing.answers import IssuedAnswer
    from desktop.office.answers import Saved
    from desktop.office.desk import Desk

REASON, COLLECTOR, RELATION = "/reason", "/collector", "/relation"


class RegisterForm(Worded, QDialog):
    """A title, what it means, the fields, and the button that does it once; a refusal loses nothing typed."""

    done_with = Signal(object)
    """The answer of the verb."""

    def __init__(self, workplace: Workplace, paper: IssuedAnswer, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace, self.paper = workplace, paper
        self._fault: OfficeError | None = None
        self.setObjectName(name)
        self.setModal(True)
        self.resize(workplace.look.pixels(500), workplace.look.pixels(340))
        self.title, self.meaning = Text("subtitle", self, wraps=True), Text("soft", self, wraps=True)
        self.form = Form(workplace.reader, self, columns=1)
        self.reason = LongTextField(workplace.reader, self, lines=2, most=4)
        self.reason.setObjectName("reason")
        self.form.add(REASON, self.reason, lambda: self.tr("Reason"), required=True)
        self.fault = NoteLine(self)
        self.go, self.leave = QPushButton(self), QPushButton(self)
        self.go.setObjectName("do")
        self.go.clicked.connect(lambda _checked: self._go())
        self.leave.clicked.connect(self.reject)
        for button in (self.go, self.leave):
            button.setAutoDefault(False)
        self.say(self.leave.setText, lambda: self.tr("Close"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setSpacing(GRID + GRID // 2)
        for widget in (self.title, self.meaning, self.form, self.fault):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)
        self.reason.control().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reworded(self) -> None:
        if self._fault is not None:
            self.fault.tell(sentence_of(self._fault, self.workplace.reader), Tone.STOP)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The fields of the kinds of forms are made after the buttons, and read before them.
        *_, (_, last) = self.form.fields()
        QWidget.setTabOrder(last.control(), self.leave)
        QWidget.setTabOrder(self.leave, self.go)

    @override
    def reject(self) -> None:
        # What is being done has nobody else to tell of it.
        if self.go.isEnabled():
            super().reject()

    @abstractmethod
    def do(self) -> None:
        """Do it on a lane, with what is typed."""

    def finished_with(self, answer: Any) -> None:
        """It was done."""
        self.done_with.emit(answer)
        self.accept()

    def failed(self, error: Exception) -> None:
        """It was refused; what was typed stays."""
        self.go.setEnabled(True)
        if isinstance(error, OfficeError):
            self._fault = error
            self.reworded()
        else:
            self.workplace.tell_error(error)

    def _go(self) -> None:
        if self.go.isEnabled() and self.form.check():
            self.go.setEnabled(False)
            self.do()


class ReprintForm(RegisterForm):
    """Hands the stored file out again; `done_with` gives the `IssuedFile`."""

    def __init__(self, workplace: Workplace, paper: IssuedAnswer, parent: QWidget | None = None) -> None:
        super().__init__(workplace, paper, "reprint-form", parent)
        self.collector, self.relation = TextField(workplace.reader, self), TextField(workplace.reader, self)
        self.collector.setObjectName("collector")
        self.relation.setObjectName("relation")
        self.form.add(COLLECTOR, self.collector, lambda: self.tr("Who takes the copy"), required=True)
        self.form.add(
            RELATION,
            self.relation,
            lambda: self.tr("What they are to the holder"),
            hint=lambda: self.tr("The holder in person, a son, an agent…"),
            required=True,
        )
        self.go.setProperty("kind", "primary")
        self.reworded()

    @override
    def reworded(self) -> None:
        super().reworded()
        serial = self.workplace.reader.code(self.paper.serial)
        self.title.setText(self.tr("Reprint document {serial}").format(serial=serial))
        self.meaning.setText(
            self.tr(
                "The stored file of {holder} is handed out again as it is; the register keeps why and to whom."
            ).format(holder=isolated(self.paper.holder.said_in(self.workplace.reader.language)))
        )
        self.go.setText(self.tr("Reprint"))
        self.setWindowTitle(self.go.text())

    @override
    def do(self) -> None:
        serial, reason = self.paper.serial, self.reason.value() or ""
        name, relation = self.collector.value() or "", self.relation.value() or ""

        def work(desk: Desk) -> Saved[Any]:
            from desktop.issuing.drafts import Collector
            from desktop.issuing.service import reprint

            return reprint(desk, serial=serial, reason=reason, collector=Collector(name, relation))

        self.workplace.write(self, work, done=self.finished_with, failed=self.failed)


class WithdrawForm(RegisterForm):
    """Withdraws a paper for good; `done_with` gives the `IssuedAnswer`."""

    def __init__(self, workplace: Workplace, paper: IssuedAnswer, parent: QWidget | None = None) -> None:
        super().__init__(workplace, paper, "withdraw-form", parent)
        self.go.setProperty("kind", "danger")
        self.reworded()

    @override
    def reworded(self) -> None:
        super().reworded()
        serial = self.workplace.reader.code(self.paper.serial)
        self.title.setText(self.tr("Withdraw document {serial}").format(serial=serial))
        self.meaning.setText(
            self.tr("Whoever checks it from now on is told not to rely on it. It cannot be made to count again.")
        )
        self.go.setText(self.tr("Withdraw"))
        self.setWindowTitle(self.go.text())

    @override
    def do(self) -> None:
        self.workplace.document(self, self._work(), done=self._withdrawn, failed=self.failed)

    def _work(self) -> Callable[[OpenOffice], Any]:
        serial, reason, folders = self.paper.serial, self.reason.value() or "", self.workplace.folders

        def work(office: OpenOffice) -> Any:
            from ui.paper import withdraw

            return withdraw(office, serial=serial, reason=reason, folders=folders)

        return work

    def _withdrawn(self, paper: IssuedAnswer) -> None:
        from desktop.office.answers import Changes

        touched = frozenset({paper.household}) if paper.household is not None else frozenset()
        self.workplace.announce(Changes(touched, frozenset({"issued_documents"})), self)
        self.finished_with(paper)
