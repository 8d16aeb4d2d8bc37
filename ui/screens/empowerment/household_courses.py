"""Empowerment of one household: what its members are enrolled in, and what each of them may be enrolled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated
from desktop.values.language import Wording
from ui.background.lanes import Task
from ui.parts.card import Card
from ui.parts.fields.choice import Choice
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.form import Form
from ui.parts.fields.sentences import sentence_of
from ui.parts.states import StateStack
from ui.parts.text import Text
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.side_cards import emptied
from ui.screens.empowerment.act_form import WithdrawalForm
from ui.screens.empowerment.course_words import CANCELLED, place_words, title_words
from ui.screens.empowerment.opening_card import OpeningCard
from ui.screens.empowerment.roster import Act, EnrolmentRow, line
from ui.screens.registry.household_file.tab import HouseholdTab
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.empowerment.answers import EnrolmentAnswer, OpeningAnswer, WithdrawalAnswer
    from desktop.office.answers import Changes, Saved
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdAnswer

MEMBER = "/member"
WIDEST_CHOICE = 480
"""Pixels of the choice of a member at 100 % text size."""


Read = tuple["tuple[EnrolmentAnswer, ...]", "tuple[OpeningAnswer, ...]"]


class HouseholdCoursesTab(HouseholdTab):
    """The tab's key is the reference of a member."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._file: HouseholdAnswer | None = None
        self._member = ""
        self._read_now: Read | None = None
        self._reading: Task | None = None
        self._enrolling = False
        self.note = NoteLine(self)
        self.note.setObjectName("courses-note")
        enrolments = Card(lambda: self.tr("Enrolments"), self)
        self.enrolments, self.openings = QVBoxLayout(), QVBoxLayout()
        enrolments.column.addLayout(self.enrolments)
        self.openings.setSpacing(GRID * 2)
        self.form = Form(self.reader, self, columns=1)
        self.member = ChoiceField(self.reader, self, unknown=False)
        self.member.setObjectName("member")
        self.form.add(MEMBER, self.member, lambda: self.tr("Courses on offer to"))
        self.form.changed.connect(lambda _pointer: self._choose())
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, GRID * 2)
        column.setSpacing(GRID * 2)
        for widget in (self.note, enrolments, self.form):
            column.addWidget(widget)
        column.addLayout(self.openings)
        column.addStretch(1)
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setWidget(inside)
        self.states = StateStack(self.pane, self)
        self.states.retry.connect(self._read)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GRID, 0, 0)
        outer.addWidget(self.states)
        self.relooked()

    @override
    def show_file(self, file: HouseholdAnswer, part: str = "") -> None:
        refs = [person.ref for person in file.persons]
        if self._file is None or self._file.file_number != file.file_number:
            self._read_now, self._member = None, ""
            self.note.clear()
        self._file = file
        if part in refs or self._member not in refs:
            self._member = part if part in refs else next(iter(refs), "")
        self._show_members()
        self._read()

    @override
    def touched(self, changes: Changes) -> None:
        if self._file is not None and (self._file.id in changes.households or "courses" in changes.kinds):
            self._read()

    @override
    def reworded(self) -> None:
        self.form.set_reader(self.reader)
        self._show_members()
        self._show()

    @override
    def relooked(self) -> None:
        self.form.setMaximumWidth(self.workplace.look.pixels(WIDEST_CHOICE))
        self._show()

    def _show_members(self) -> None:
        if self._file is None:
            return
        persons = self._file.persons
        self.member.set_choices([Choice(each.ref, Wording(each.name, each.name)) for each in persons])
        self.member.set_value(self._member)

    def _choose(self) -> None:
        chosen = self.member.value()
        if chosen is not None and chosen != self._member:
            self._member = chosen
            self._read()

    def _read(self) -> None:
        file, member = self._file, self._member
        if file is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        if self._read_now is None:
            self.states.show_loading()
        language = self.reader.language

        def work(desk: Desk) -> Read:
            from desktop.empowerment.openings import openings
            from desktop.empowerment.queries import enrolments

            found = openings(desk, file_number=file.file_number, member=member) if member else ()
            for each in found:
                if each.refusal is not None:
                    # Its sentence stands in a file, which is read here.
                    each.refusal.sentence(language)
            return enrolments(desk, file_number=file.file_number), found

        def done(read: Read) -> None:
            if self._file is not None and (self._file.file_number, self._member) == (file.file_number, member):
                self._read_now = read
                self._show()

        self._reading = self.workplace.read(self, work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.tell_failure(self.states, error, held=self._read_now is not None)

    def _show(self) -> None:
        if self._read_now is None or self._file is None:
            return
        at = self.pane.verticalScrollBar().value()
        enrolled, openings = self._read_now
        emptied(self.enrolments)
        for number, each in enumerate(enrolled):
            if number:
                self.enrolments.addWidget(line(self))
            row = EnrolmentRow(each, self.reader, of_course=False, acts=self._acts(each), parent=self)
            self.enrolments.addWidget(row)
        if not enrolled:
            self.enrolments.addWidget(self._soft(self.tr("Nobody of this household was enrolled in a course yet.")))
        emptied(self.openings)
        # A file that is looked at as it was on an earlier day is not enrolled from.
        now = self._file.as_of == self.workplace.seat.today
        enrol = self._enrol if now and self.workplace.may("enrol") else None
        record = self._record if now and self.workplace.may("change_files") else None
        ready = sorted(openings, key=lambda each: not each.may_enrol)
        for opening in ready:
            card = OpeningCard(opening, self._file.file, self.reader, enrol=enrol, record=record, parent=self)
            self.openings.addWidget(card)
        if not openings:
            self.openings.addWidget(self._soft(self.tr("No course of the office takes people in at present.")))
        self.states.show_content()
        self.pane.verticalScrollBar().setValue(at)

    def _soft(self, words: str) -> Text:
        soft = Text("soft", self, wraps=True)
        soft.setText(words)
        return soft

    def _acts(self, enrolment: EnrolmentAnswer) -> list[tuple[str, str, Act]]:
        acts: list[tuple[str, str, Act]] = []
        standing = enrolment.withdrawn_at is None and enrolment.course.state.value != CANCELLED
        if enrolment.withdrawn_at is None and self.workplace.may("issue"):
            acts.append((self.tr("Slip…"), "slip", self._slip))
        if standing and self.workplace.may("enrol"):
            acts.append((self.tr("Withdraw…"), "withdraw", self._withdraw))
        acts.append((self.tr("Course"), "to-course", self._to_course))
        return acts

    def _record(self, path: str) -> None:
        if self._file is not None:
            self.workplace.go(Destination(Place.REGISTRATION, self._file.file_number, path))

    def _to_course(self, enrolment: EnrolmentAnswer) -> None:
        self.workplace.go(Destination(Place.EMPOWERMENT, enrolment.course.code))

    def _slip(self, enrolment: EnrolmentAnswer) -> None:
        part = f"documents#enrolment_slip/{enrolment.person.ref}/{enrolment.course.code}"
        self.workplace.go(Destination(Place.HOUSEHOLD, enrolment.file_number, part))

    def _enrol(self, opening: OpeningAnswer) -> None:
        if self._enrolling or self._file is None:
            return
        self._enrolling = True
        number, ref, code = self._file.file_number, opening.person.ref, opening.course.code
        for card in self.findChildren(OpeningCard):
            card.setEnabled(False)

        def work(desk: Desk) -> Saved[EnrolmentAnswer]:
            from desktop.empowerment.service import enrol

            return enrol(desk, file_number=number, member=ref, course_code=code)

        self.workplace.write(self, work, done=self._enrolled, failed=self._refused)

    def _enrolled(self, enrolment: EnrolmentAnswer) -> None:
        self._enrolling = False
        self._read()
        if self._file is None or self._file.file_number != enrolment.file_number:
            return
        words = self.tr("{person} in “{course}”: {place}").format(
            person=isolated(enrolment.person.name),
            course=title_words(enrolment.course, self.reader),
            place=place_words(enrolment, self.reader),
        )
        remedy = (self.tr("Print the slip"), lambda: self._slip(enrolment)) if self.workplace.may("issue") else None
        self.note.tell(words, Tone.GOOD if enrolment.seat is not None else Tone.WAIT, remedy)
        self.pane.ensureWidgetVisible(self.note)
        if remedy is not None:
            self.note.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: Exception) -> None:
        self._enrolling = False
        if isinstance(error, OfficeError):
            self.note.tell(sentence_of(error, self.reader), Tone.STOP)
            self.pane.ensureWidgetVisible(self.note)
        else:
            self.workplace.tell_error(error)
        self._read()

    def _withdraw(self, enrolment: EnrolmentAnswer) -> None:
        form = WithdrawalForm(self.workplace, enrolment, self)
        form.done_with.connect(self._withdrawn)
        form.finished.connect(lambda _result: form.deleteLater())
        form.open()

    def _withdrawn(self, answer: WithdrawalAnswer) -> None:
        self._read()
        said = [self.tr("{person} gave the place up.").format(person=isolated(answer.enrolment.person.name))]
        for each in answer.promoted:
            if each.enrolment is not None:
                words = self.tr("Seat {seat} went to {person}.")
                name = isolated(each.enrolment.person.name)
                said.append(words.format(seat=self.reader.number(each.seat), person=name))
        self.note.tell("\n".join(said), Tone.GOOD)
