"""Small forms about courses: each says what it does, asks for what that needs, and does it once."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated
from ui.language.worded import Worded
from ui.parts.fields.form import Form
from ui.parts.fields.number_field import NumberField
from ui.parts.fields.sentences import sentence_of
from ui.parts.fields.text_field import LongTextField
from ui.parts.text import Text
from ui.screens.casework.note_line import NoteLine
from ui.screens.empowerment.course_words import title_words
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.empowerment.answers import CourseAnswer, EnrolmentAnswer
    from desktop.office.answers import Saved
    from desktop.office.desk import Desk

MOST_SEATS = 1000
"""What the verb accepts; it has the last word."""


def size_within(dialog: QDialog, workplace: Workplace, width: int, height: int) -> None:
    """Give a dialog its size in pixels at 100 % text size, yet never more than the window that it stands over has."""
    size = QSize(workplace.look.pixels(width), workplace.look.pixels(height))
    over = dialog.parentWidget()
    dialog.resize(size if over is None else size.boundedTo(over.window().size() - QSize(GRID * 4, GRID * 4)))


class ActForm(Worded, QDialog):
    """Title, meaning, fields, fault, and the button; a refusal loses nothing typed.

    Args:
        workplace: of who does it.
        name: for tests and the tour.
        width: pixels at 100 % text size; `height` likewise.
        scrolls: the fields are many and take all the room there is.
    """

    done_with = Signal(object)
    """The answer of the verb."""

    def __init__(
        self,
        workplace: Workplace,
        name: str,
        parent: QWidget | None = None,
        *,
        width: int = 480,
        height: int = 300,
        scrolls: bool = False,
    ) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self._fault: OfficeError | None = None
        self.setObjectName(name)
        self.setModal(True)
        size_within(self, workplace, width, height)
        self.title, self.meaning = Text("subtitle", self, wraps=True), Text("soft", self, wraps=True)
        self.form = Form(workplace.reader, self)
        self.fault = NoteLine(self)
        self.go, self.leave = QPushButton(self), QPushButton(self)
        self.go.setObjectName("do")
        self.go.clicked.connect(lambda _checked: self._go())
        self.leave.clicked.connect(self.reject)
        for button in (self.go, self.leave):
            button.setAutoDefault(False)
        self.say(self.leave.setText, lambda: self.tr("Close"))
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.leave)
        self.buttons.addWidget(self.go)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(GRID + GRID // 2)
        self.column.addWidget(self.title)
        self.column.addWidget(self.meaning)
        if scrolls:
            pane = QScrollArea(self)
            pane.setWidgetResizable(True)
            pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            pane.setWidget(self.form)
            self.column.addWidget(pane, 1)
        else:
            self.column.addWidget(self.form)
        self.column.addWidget(self.fault)
        if not scrolls:
            self.column.addStretch(1)
        self.column.addLayout(self.buttons)

    @override
    def reworded(self) -> None:
        if self._fault is not None:
            self.fault.tell(sentence_of(self._fault, self.workplace.reader), Tone.STOP)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The fields of the kinds of forms are made after the buttons, and read before them.
        QWidget.setTabOrder(self.last(), self.leave)
        QWidget.setTabOrder(self.leave, self.go)

    def last(self) -> QWidget:
        """What takes the keyboard last before the buttons."""
        *_, (_, field) = self.form.fields()
        return field.control()

    @override
    def reject(self) -> None:
        # What is being done has nobody else to tell of it.
        if self.go.isEnabled():
            super().reject()

    @abstractmethod
    def work(self, desk: Desk) -> Saved[Any]:
        """What is done, on a lane; reads no widget."""

    def take(self) -> None:
        """Read the fields, on the main thread, before `work`."""

    def failed(self, error: Exception) -> None:
        """It was refused; what was typed stays."""
        self.go.setEnabled(True)
        if isinstance(error, OfficeError):
            self._fault = error
            self.reworded()
        else:
            self.workplace.tell_error(error)

    def _go(self) -> None:
        if not self.go.isEnabled() or not self.form.check():
            return
        self.take()
        self.go.setEnabled(False)
        self.workplace.write(self, self.work, done=self._done, failed=self.failed)

    def _done(self, answer: Any) -> None:
        self.done_with.emit(answer)
        self.accept()


class WithdrawalForm(ActForm):
    """Somebody gives a place up; `done_with` gives the `WithdrawalAnswer`."""

    def __init__(self, workplace: Workplace, enrolment: EnrolmentAnswer, parent: QWidget | None = None) -> None:
        super().__init__(workplace, "withdrawal-form", parent)
        self._enrolment, self._why = enrolment, ""
        self.reason = LongTextField(workplace.reader, self, lines=2, most=4)
        self.reason.setObjectName("reason")
        self.form.add("/reason", self.reason, lambda: self.tr("Reason"), required=True, wide=True)
        self.go.setProperty("kind", "danger")
        self.reworded()
        self.reason.control().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reworded(self) -> None:
        super().reworded()
        reader = self.workplace.reader
        self.title.setText(
            self.tr("{person} gives up “{course}”").format(
                person=isolated(self._enrolment.person.name), course=title_words(self._enrolment.course, reader)
            )
        )
        waiting = self._enrolment.seat is not None and self._enrolment.course.waiting > 0
        self.meaning.setText(
            self.tr("The seat goes at once to whoever has waited longest, and the office is asked to tell them.")
            if waiting
            else self.tr("The place is free at once.")
        )
        self.go.setText(self.tr("Record the withdrawal"))
        self.setWindowTitle(self.go.text())

    @override
    def take(self) -> None:
        self._why = self.reason.value() or ""

    @override
    def work(self, desk: Desk) -> Saved[Any]:
        from desktop.empowerment.service import withdraw

        return withdraw(desk, enrolment=self._enrolment.id, reason=self._why)


class CancelForm(ActForm):
    """Calls a course off; `done_with` gives the `CourseAnswer`."""

    def __init__(self, workplace: Workplace, course: CourseAnswer, parent: QWidget | None = None) -> None:
        super().__init__(workplace, "cancel-form", parent)
        self._course, self._why = course, ""
        self.reason = LongTextField(workplace.reader, self, lines=2, most=4)
        self.reason.setObjectName("reason")
        self.form.add("/reason", self.reason, lambda: self.tr("Reason"), required=True, wide=True)
        self.go.setProperty("kind", "danger")
        self.reworded()
        self.reason.control().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reworded(self) -> None:
        super().reworded()
        self.title.setText(self.tr("Cancel “{course}”").format(course=title_words(self._course, self.workplace.reader)))
        self.meaning.setText(
            self.tr("It cannot be opened again. Whoever is enrolled or waits is to be told, with the reason.")
        )
        self.go.setText(self.tr("Cancel the course"))
        self.setWindowTitle(self.go.text())

    @override
    def take(self) -> None:
        self._why = self.reason.value() or ""

    @override
    def work(self, desk: Desk) -> Saved[Any]:
        from desktop.empowerment.service import cancel_course

        course = self._course
        return cancel_course(desk, course_code=course.code, reason=self._why, expected_version=course.version)


class SeatsForm(ActForm):
    """More or fewer seats; `done_with` gives the `CourseAnswer`."""

    def __init__(self, workplace: Workplace, course: CourseAnswer, parent: QWidget | None = None) -> None:
        super().__init__(workplace, "seats-form", parent)
        self._course, self._wanted = course, course.seats
        self.seats = NumberField(workplace.reader, self, minimum=1, maximum=MOST_SEATS)
        self.seats.setObjectName("seats")
        self.seats.set_value(course.seats)
        self.form.add("/seats", self.seats, lambda: self.tr("Seats"), required=True, wide=True)
        self.go.setProperty("kind", "primary")
        self.reworded()
        self.seats.control().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reworded(self) -> None:
        super().reworded()
        self.title.setText(
            self.tr("Seats of “{course}”").format(course=title_words(self._course, self.workplace.reader))
        )
        self.meaning.setText(self.tr("New seats go at once to those who have waited longest."))
        self.go.setText(self.tr("Change the seats"))
        self.setWindowTitle(self.go.text())

    @override
    def take(self) -> None:
        self._wanted = int(self.seats.value() or 0)

    @override
    def work(self, desk: Desk) -> Saved[Any]:
        from desktop.empowerment.service import change_seats

        course = self._course
        return change_seats(desk, course_code=course.code, seats=self._wanted, expected_version=course.version)
