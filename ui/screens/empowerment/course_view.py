"""One course: what it is and asks, who has a seat, who waits, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import isolated
from desktop.values.language import capitalised
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.key_value import Fact, FactList
from ui.parts.text import Text
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.side_cards import emptied
from ui.screens.empowerment.course_words import (
    CANCELLED,
    CLOSED,
    OPEN,
    course_mark,
    left_words,
    seats_words,
    title_words,
)
from ui.screens.empowerment.roster import Act, EnrolmentRow, line
from ui.screens.empowerment.seats_bar import SeatsBar
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.empowerment.answers import CourseAnswer, EnrolmentAnswer

BESIDE = 760
"""Pixels at 100 % text size from which the roster stands beside the facts."""


class CourseView(Worded, QWidget):
    """Shows; what is asked for is told by signals, and the screen does it."""

    left = Signal()
    enrol_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()
    seats_wanted = Signal()
    cancel_wanted = Signal()
    withdrawal_wanted = Signal(object)
    """The `EnrolmentAnswer` that is to be given up."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.course: CourseAnswer | None = None
        self._enrolled: tuple[EnrolmentAnswer, ...] = ()
        self._build()

    def show_course(self, course: CourseAnswer, enrolled: Sequence[EnrolmentAnswer]) -> None:
        """Show a course with those of its people whose files may be seen, by ticket."""
        self.course, self._enrolled = course, tuple(enrolled)
        self.reworded()

    @override
    def reworded(self) -> None:
        reader, course = self._workplace.reader, self.course
        if course is None:
            return
        self.title.setText(title_words(course, reader))
        self.chip.show_mark(course_mark(course, reader))
        words = f"{seats_words(course, reader)} · {left_words(course, reader)}"
        self.seats.setText(words)
        self.bar.show_seats(course.taken, course.seats, self.seats.accessibleName())
        self.facts.show_facts(self._facts(course))
        emptied(self.asks)
        for wording in course.asks:
            asked = Text("", self, wraps=True)
            asked.setText(f"• {reader.wording(wording)}")
            self.asks.addWidget(asked)
        if not course.asks:
            none = Text("soft", self, wraps=True)
            none.setText(self.tr("It sets no conditions."))
            self.asks.addWidget(none)
        self._show_people(course)
        self._show_acts(course)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._workplace.look.pixels(BESIDE)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _build(self) -> None:
        self.back, self.enrol, self.close_, self.reopen, self.change, self.cancel = (
            QPushButton(self) for _ in range(6)
        )
        named: tuple[tuple[QPushButton, str, str, Callable[[], str], SignalInstance], ...] = (
            (self.back, "course-back", "", lambda: self.tr("Back to the courses"), self.left),
            (self.enrol, "enrol", "primary", lambda: self.tr("Enrol somebody…"), self.enrol_wanted),
            (self.close_, "close-course", "", lambda: self.tr("Close enrolment"), self.close_wanted),
            (self.reopen, "reopen-course", "", lambda: self.tr("Reopen enrolment"), self.reopen_wanted),
            (self.change, "change-seats", "", lambda: self.tr("Change the seats…"), self.seats_wanted),
            (self.cancel, "cancel-course", "danger", lambda: self.tr("Cancel the course…"), self.cancel_wanted),
        )
        for button, name, kind, words, signal in named:
            button.setObjectName(name)
            button.setProperty("kind", kind)
            self.say(button.setText, words)
            button.clicked.connect(lambda _checked, signal=signal: signal.emit())
        self.title, self.chip = Text("subtitle", self, wraps=True), Chip(None, self)
        self.seats, self.bar, self.facts = Text("strong", self, wraps=True), SeatsBar(self), FactList(self)
        self.bar.setObjectName("seats-bar")
        self.note = NoteLine(self)
        self.note.setObjectName("course-note")
        head, acts = QWidget(self), QWidget(self)
        heading, doing = FlowLayout(head, across=GRID * 2), FlowLayout(acts, down=GRID)
        heading.addWidget(self.title)
        heading.addWidget(self.chip)
        for button in (self.enrol, self.close_, self.reopen, self.change, self.cancel):
            doing.addWidget(button)
        about = Card(lambda: self.tr("The course"), self)
        self.asks = QVBoxLayout()
        conditions = Text("strong", about)
        self.say(conditions.setText, lambda: self.tr("Conditions"))
        for widget in (self.seats, self.bar, self.facts, conditions):
            about.column.addWidget(widget)
        about.column.addLayout(self.asks)
        about.column.addStretch(1)
        seated = Card(lambda: self.tr("Enrolled"), self)
        waiting = Card(lambda: self.tr("Waiting list, in order"), self)
        self.seated, self.waiting = QVBoxLayout(), QVBoxLayout()
        seated.column.addLayout(self.seated)
        waiting.column.addLayout(self.waiting)
        people = QVBoxLayout()
        people.setSpacing(GRID * 2)
        people.addWidget(seated)
        people.addWidget(waiting)
        people.addStretch(1)
        inside = QWidget(self)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._body.setContentsMargins(0, 0, 0, GRID)
        self._body.setSpacing(GRID * 2)
        self._body.addWidget(about, 2)
        self._body.addLayout(people, 3)
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(head)
        column.addWidget(acts)
        column.addWidget(self.note)
        column.addWidget(self.pane, 1)

    def _facts(self, course: CourseAnswer) -> list[Fact]:
        reader = self._workplace.reader
        facts = [
            Fact(self.tr("Code"), reader.code(course.code)),
            Fact(self.tr("Track"), capitalised(reader.wording(course.track.label))),
            Fact(self.tr("Provider"), isolated(reader.wording(course.provider))),
            Fact(self.tr("Place"), isolated(reader.wording(course.place))),
            Fact(self.tr("First day"), reader.day(course.starts_on, both=True)),
            Fact(self.tr("Last day"), reader.day(course.ends_on, both=True)),
            Fact(self.tr("For"), capitalised(reader.wording(course.audience.label))),
        ]
        if course.cancelled_because is not None:
            facts.append(Fact(self.tr("Cancelled because"), isolated(course.cancelled_because)))
        return facts

    def _show_people(self, course: CourseAnswer) -> None:
        standing = [each for each in self._enrolled if each.withdrawn_at is None]
        seated = sorted((each for each in standing if each.seat is not None), key=lambda each: each.seat or 0)
        waiting = sorted((each for each in standing if each.seat is None), key=lambda each: each.waiting_position or 0)
        self._fill(self.seated, seated, course.taken - len(seated), self.tr("Nobody is enrolled yet."))
        self._fill(self.waiting, waiting, course.waiting - len(waiting), self.tr("Nobody is waiting."))

    def _fill(self, into: QVBoxLayout, rows: Sequence[EnrolmentAnswer], hidden: int, none: str) -> None:
        emptied(into)
        reader = self._workplace.reader
        for number, each in enumerate(rows):
            if number:
                into.addWidget(line(self))
            into.addWidget(EnrolmentRow(each, reader, of_course=True, acts=self._acts(), parent=self))
        if hidden > 0:
            words = self.tr("%n more, whose files you do not see", "", hidden)
            into.addWidget(self._soft(words.replace(str(hidden), reader.number(hidden))))
        elif not rows:
            into.addWidget(self._soft(none))

    def _soft(self, words: str) -> Text:
        soft = Text("soft", self, wraps=True)
        soft.setText(words)
        return soft

    def _acts(self) -> list[tuple[str, str, Act]]:
        acts: list[tuple[str, str, Act]] = [(self.tr("File"), "to-file", self._to_file)]
        if self._workplace.may("enrol") and self.course is not None and self.course.state.value != CANCELLED:
            acts.append((self.tr("Withdraw…"), "withdraw", self.withdrawal_wanted.emit))
        return acts

    def _show_acts(self, course: CourseAnswer) -> None:
        state, empower = course.state.value, self._workplace.may("empower")
        over = course.ends_on < self._workplace.seat.today
        self.enrol.setVisible(state == OPEN and not over and self._workplace.may("enrol"))
        self.close_.setVisible(state == OPEN and empower)
        self.reopen.setVisible(state == CLOSED and empower)
        self.change.setVisible(state != CANCELLED and empower)
        self.cancel.setVisible(state != CANCELLED and empower)

    def _to_file(self, enrolment: EnrolmentAnswer) -> None:
        self._workplace.go(Destination(Place.HOUSEHOLD, enrolment.file_number, "empowerment"))
