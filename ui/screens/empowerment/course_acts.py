"""What is done with a course that is open on the screen, and what is told of it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from desktop.values.errors import OfficeError, StaleFile
from desktop.values.isolates import isolated
from ui.parts.fields.sentences import sentence_of
from ui.parts.undo_bar import UndoBar
from ui.screens.empowerment.act_form import CancelForm, SeatsForm, WithdrawalForm
from ui.screens.empowerment.course_view import CourseView
from ui.screens.empowerment.course_words import CLOSED, place_words, title_words
from ui.screens.empowerment.enrol_form import EnrolForm
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.empowerment.answers import CourseAnswer, EnrolmentAnswer, PromotionAnswer, WithdrawalAnswer
    from desktop.office.desk import Desk


class CourseActs(QObject):
    """Answers the view's buttons.

    Args:
        workplace: of who sits here.
        view: whose course it is; what happened is told in its note.
        undo: takes back what the verbs allow to be taken back.
    """

    changed = Signal()
    """The course stands otherwise now and must be read again."""

    def __init__(self, workplace: Workplace, view: CourseView, undo: UndoBar) -> None:
        super().__init__(view)
        self._workplace, self._view, self._undo = workplace, view, undo
        view.enrol_wanted.connect(self.enrol)
        view.close_wanted.connect(lambda: self.turn(reopen=False))
        view.reopen_wanted.connect(lambda: self.turn(reopen=True))
        view.seats_wanted.connect(lambda: self._ask(SeatsForm, self._seats_changed))
        view.cancel_wanted.connect(lambda: self._ask(CancelForm, self._cancelled))
        view.withdrawal_wanted.connect(self.withdraw)

    def _ask(self, kind: type[SeatsForm] | type[CancelForm], done: Callable[[Any], None]) -> None:
        if self._view.course is None:
            return
        form = kind(self._workplace, self._view.course, self._view)
        form.done_with.connect(done)
        self._open(form)

    def _open(self, form: QDialog) -> None:
        form.finished.connect(lambda _result: form.deleteLater())
        form.open()

    def turn(self, *, reopen: bool) -> None:
        """Close enrolment or open it again; the way back stays open for some seconds."""
        course = self._view.course
        if course is None:
            return

        def work(desk: Desk) -> Any:
            from desktop.empowerment.service import close_course, reopen_course

            verb = reopen_course if reopen else close_course
            return verb(desk, course_code=course.code, expected_version=course.version)

        self._workplace.write(self._view, work, done=self._turned, failed=self._refused)

    def _turned(self, course: CourseAnswer) -> None:
        self.changed.emit()
        closed = course.state.value == CLOSED

        def words() -> str:
            said = self.tr("Enrolment in “{course}” is closed.") if closed else self.tr("“{course}” is open again.")
            return said.format(course=title_words(course, self._workplace.reader))

        def back() -> None:
            self.turn(reopen=closed)

        if self._view.course is not None and self._view.course.code == course.code:
            # The way back acts on the course as it stands now.
            self._view.course = course
        self._undo.offer(words, back)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            self._workplace.tell_error(error)
            return
        stale = isinstance(error, StaleFile)
        self._view.note.tell(sentence_of(error, self._workplace.reader), Tone.WAIT if stale else Tone.STOP)
        if stale:
            self.changed.emit()

    def _seats_changed(self, _course: CourseAnswer) -> None:
        self.changed.emit()

    def _cancelled(self, course: CourseAnswer) -> None:
        self._seats_changed(course)
        words = self.tr("“{course}” was cancelled.").format(course=title_words(course, self._workplace.reader))
        self._view.note.tell(words, Tone.WAIT)

    def enrol(self) -> None:
        """Find somebody and enrol them."""
        if self._view.course is not None:
            form = EnrolForm(self._workplace, self._view.course, self._view)
            form.enrolled.connect(self._enrolled)
            self._open(form)

    def _enrolled(self, enrolment: EnrolmentAnswer) -> None:
        self.changed.emit()
        words = self.tr("{person}: {place}").format(
            person=isolated(enrolment.person.name), place=place_words(enrolment, self._workplace.reader)
        )
        tone = Tone.GOOD if enrolment.seat is not None else Tone.WAIT
        part = f"documents#enrolment_slip/{enrolment.person.ref}/{enrolment.course.code}"
        slip = Destination(Place.HOUSEHOLD, enrolment.file_number, part)
        remedy = (self.tr("Print the slip"), lambda: self._workplace.go(slip)) if self._workplace.may("issue") else None
        self._view.note.tell(words, tone, remedy)

    def withdraw(self, enrolment: EnrolmentAnswer) -> None:
        """Record that somebody gives their place up."""
        form = WithdrawalForm(self._workplace, enrolment, self._view)
        form.done_with.connect(self._withdrawn)
        self._open(form)

    def _withdrawn(self, answer: WithdrawalAnswer) -> None:
        self.changed.emit()
        said = [
            self.tr("{person} gave the place up.").format(person=isolated(answer.enrolment.person.name)),
            *(self._promoted(each) for each in answer.promoted),
        ]
        self._view.note.tell("\n".join(said), Tone.GOOD)

    def _promoted(self, promotion: PromotionAnswer) -> str:
        seat = self._workplace.reader.number(promotion.seat)
        if promotion.enrolment is None:
            return self.tr("Seat {seat} went to the first who waited, whose file you do not see.").format(seat=seat)
        person = isolated(promotion.enrolment.person.name)
        return self.tr("Seat {seat} went to {person}; it stands on the desk to tell them.").format(
            seat=seat, person=person
        )
