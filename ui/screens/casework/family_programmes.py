"""All programmes for one family: for one day, what each answers, what decided it, and what is lacking."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.facts.codes import Outcome
from desktop.issuing.kinds import PaperKind
from desktop.values.errors import OfficeError, Unreachable
from desktop.values.isolates import isolated
from ui.background.lanes import Task
from ui.parts.fields.date_field import DateField
from ui.parts.fields.sentences import sentence_of
from ui.parts.flow import FlowLayout
from ui.parts.header import ScreenHeader
from ui.parts.states import StateStack
from ui.screens.casework.programme_answers import ProgrammeAnswers
from ui.screens.casework.reading import shipped
from ui.screens.issuing.asked import Asked
from ui.screens.programmes.going import Way
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.casework.every_programme import EveryProgramme, ProgrammeForFamily
    from desktop.casework.had_together import HadTogether
    from desktop.office.answers import Changes
    from desktop.office.desk import Desk


class EveryProgrammeScreen(Screen):
    """The destination's key is the number of a file, its part the day in ISO form; today where it names none."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._number = ""
        self._day = workplace.seat.today
        self._answer: EveryProgramme | None = None
        self._had: HadTogether | None = None
        self._task: Task | None = None
        self.header = ScreenHeader(self)
        self.back = QPushButton(self)
        self.back.setObjectName("back-to-file")
        self.say(self.back.setText, lambda: self.tr("Back to the file"))
        self.back.clicked.connect(self._to_file)
        self.day = DateField(self.reader, self, today=workplace.seat.today)
        self.day.setObjectName("day")
        self.day.set_value(self._day)
        self.day.left.connect(self._day_left)
        self.ask = QPushButton(self)
        self.ask.setObjectName("ask-programmes")
        self.say(self.ask.setText, lambda: self.tr("Assess on this day"))
        self.ask.clicked.connect(self._day_left)
        self.print_ = QPushButton(self)
        self.print_.setObjectName("print-programmes")
        self.say(self.print_.setText, lambda: self.tr("Print…"))
        self.say(self.print_.setToolTip, lambda: self.tr("See the document as it will be printed, then issue it"))
        self.print_.clicked.connect(self._print)
        self.print_.setVisible(workplace.may("issue"))
        bar = QWidget(self)
        flow = FlowLayout(bar, across=GRID * 2, down=GRID)
        for widget in (self._level(self.back), self._of_day(bar), self._level(self.ask), self._level(self.print_)):
            flow.addWidget(widget)
        self.answers = ProgrammeAnswers(self._open, self._to_rules, self)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, GRID * 2)
        column.addWidget(self.answers)
        column.addStretch(1)
        pane = QScrollArea(self)
        pane.setWidgetResizable(True)
        pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pane.setWidget(inside)
        self.states = StateStack(pane, self)
        self.states.retry.connect(self._read)
        self.states.stopped.connect(self._stop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        whole.setSpacing(GRID + GRID // 2)
        whole.addWidget(self.header)
        whole.addWidget(bar)
        whole.addWidget(self.states, 1)
        self.reworded()

    @override
    def open(self, destination: Destination) -> None:
        if destination.key != self._number:
            self._answer = None
        self._number = destination.key
        self._day = date.fromisoformat(destination.part) if destination.part else self.workplace.seat.today
        self.day.set_value(self._day)
        self._read()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def touched(self, changes: Changes) -> None:
        # Which file an id belongs to is not known here: a family that one looks at is asked about whenever any changed.
        if changes.households and self._number and self.isVisible():
            self._read()

    @override
    def reworded(self) -> None:
        self.header.show_title(self.tr("Every programme for the family"))
        self.day.set_reader(self.reader)
        answer = self._answer
        if answer is None:
            self.header.show_context("")
            return
        self.header.show_context(
            " · ".join(
                (
                    isolated(answer.head_name),
                    self.tr("File {number}").format(number=self.reader.code(answer.file_number)),
                    self._counted(answer),
                    self.tr("Nothing here is saved."),
                )
            )
        )
        self._show_answers()

    @override
    def relooked(self) -> None:
        self._show_answers()

    def _show_answers(self) -> None:
        if self._answer is not None and self._had is not None:
            self.answers.show_answers(self._answer, self._had, self.reader)

    def _of_day(self, parent: QWidget) -> QWidget:
        block = QWidget(parent)
        row = QHBoxLayout(block)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        label = QLabel(block)
        label.setProperty("kind", "soft")
        label.setBuddy(self.day)
        self.say(label.setText, lambda: self.tr("Day"))
        self.say(self.day.set_name, lambda: self.tr("Day"))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        label.setMinimumHeight(self.back.sizeHint().height())
        return block

    def _level(self, button: QPushButton) -> QWidget:
        """On one line with the day, which has a second line below it for the other calendar."""
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(button)
        column.addStretch(1)
        block.setMinimumHeight(self.day.sizeHint().height())
        return block

    def _counted(self, answer: EveryProgramme) -> str:
        # What only orders families gives none of them a right.
        asked = [each for each in answer.programmes if not each.orders and each.assessment is not None]
        right = sum(each.assessment.outcome is Outcome.ELIGIBLE for each in asked if each.assessment is not None)
        if not right:
            return self.tr("eligible under no programme")
        words = self.tr("eligible under %n programme(s)", "", right)
        return words.replace(str(right), self.reader.number(right))

    @Slot()
    def _day_left(self) -> None:
        fault = self.day.fault()
        self.day.show_fault(fault)
        day = self.day.value()
        if fault or day is None or day == self._day:
            return
        self.workplace.go(Destination(Place.EVERY_PROGRAMME, self._number, day.isoformat()))

    @Slot()
    def _print(self) -> None:
        """To the draft of the sheet, in the documents of the file: what is printed is issued there."""
        asked = Asked(PaperKind.EVERY_PROGRAMME.value, on=self._day.isoformat())
        self.workplace.go(Destination(Place.HOUSEHOLD, self._number, asked.part))

    @Slot()
    def _to_file(self) -> None:
        self.workplace.go(Destination(Place.HOUSEHOLD, self._number, "eligibility"))

    def _open(self, programme: ProgrammeForFamily) -> None:
        self.workplace.go(Destination(Place.HOUSEHOLD, self._number, f"eligibility#{programme.programme}"))

    def _to_rules(self, programme: ProgrammeForFamily) -> None:
        version = "" if programme.version is None else f"@{programme.version}"
        self.workplace.go(Destination(Place.PROGRAMMES, f"{programme.programme}{version}", Way(file=self._number).part))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._answer is None:
            self.states.show_failed(lambda: self.tr("Asking the programmes was stopped."))

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        number, day = self._number, self._day
        if self._answer is None or self._answer.on != day:
            self.states.show_loading(lambda: self.tr("Asking every programme…"))

        def work(desk: Desk) -> tuple[EveryProgramme, HadTogether]:
            from desktop.casework.every_programme import every_programme
            from desktop.casework.had_together import had_together

            answer = every_programme(desk, file_number=number, on=day, catalogue=shipped())
            return answer, had_together(answer.programmes, shipped())

        def read(told: tuple[EveryProgramme, HadTogether]) -> None:
            if (number, day) != (self._number, self._day):
                return
            answer, self._had = told
            self._answer = answer
            self.reworded()
            if answer.programmes:
                self.states.show_content()
            else:
                self.states.show_empty(lambda: self.tr("The rules hold no programme of this country."))

        self._task = self.workplace.read(self, work, done=read, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            self.workplace.tell_error(error)
        elif isinstance(error, Unreachable):
            self.states.show_offline()
        else:
            self.states.show_failed(lambda: sentence_of(error, self.reader))
