"""Enrols somebody in a course that is at hand: find the household, choose the member, see the conditions, enrol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated
from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.parts.chip import Chip
from ui.parts.fields.sentences import sentence_of
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.parts.text import Text
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.side_cards import emptied
from ui.screens.empowerment.act_form import size_within
from ui.screens.empowerment.conditions_view import ConditionsView
from ui.screens.empowerment.course_words import left_words, opening_mark, title_words
from ui.screens.registry.household_columns import HouseholdColumns
from ui.screens.registry.search_field import SearchField
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.empowerment.answers import CourseAnswer, EnrolmentAnswer, OpeningAnswer
    from desktop.office.answers import Saved
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdAnswer, SearchHit

WAIT = 150
"""Milliseconds after a key before the search is made."""

MOST_HITS = 20

Found = tuple["HouseholdAnswer", "tuple[OpeningAnswer, ...]"]


class EnrolForm(Worded, QDialog):
    """Stays open until somebody is enrolled or it is closed; a refusal says why beside the member."""

    enrolled = Signal(object)
    """The `EnrolmentAnswer`."""

    def __init__(self, workplace: Workplace, course: CourseAnswer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._course = workplace, course
        self._task: Task | None = None
        self._found: Found | None = None
        self._fault: OfficeError | None = None
        self._busy = False
        self.setObjectName("enrol-form")
        self.setModal(True)
        size_within(self, workplace, 760, 620)
        self.title, self.left = Text("subtitle", self, wraps=True), Text("soft", self, wraps=True)
        self.search = SearchField(self)
        self.search.setObjectName("enrol-search")
        columns = HouseholdColumns(set(), self).of_hits()
        self.hits = Table(
            TableModel([each for each in columns if each.key in {"who", "file_number"}], _number, workplace.reader),
            lambda: self.tr("Households found"),
            self,
            filtered=False,
        )
        self.hits.setObjectName("enrol-hits")
        self.hits.foot.hide()
        self.hits.show_empty_as(lambda: self.tr("Type a name or a number to find the household."))
        self.members = QVBoxLayout()
        self.members.setSpacing(GRID)
        self.group = QButtonGroup(self)
        inside = QWidget(self)
        listed = QVBoxLayout(inside)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addLayout(self.members)
        listed.addStretch(1)
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setWidget(inside)
        self.fault = NoteLine(self)
        leave, self.go = QPushButton(self), QPushButton(self)
        self.leave = leave
        self.go.setObjectName("do")
        self.go.setProperty("kind", "primary")
        for button in (self.go, leave):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setSpacing(GRID + GRID // 2)
        for widget in (self.title, self.left, self.search):
            column.addWidget(widget)
        column.addWidget(self.hits, 1)
        column.addWidget(self.pane, 2)
        column.addWidget(self.fault)
        column.addLayout(buttons)
        self.say(self.setWindowTitle, lambda: self.tr("Enrol somebody"))
        self.say(self.go.setText, lambda: self.tr("Enrol"))
        self.say(leave.setText, lambda: self.tr("Close"))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self._search)
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self.search.returnPressed.connect(self._search)
        self.hits.chosen.connect(self._chosen)
        self.group.buttonToggled.connect(lambda _button, _on: self._settle())
        self.go.clicked.connect(lambda _checked: self._enrol())
        leave.clicked.connect(self.reject)
        self.reworded()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def reworded(self) -> None:
        reader = self._workplace.reader
        self.title.setText(self.tr("Enrol in “{course}”").format(course=title_words(self._course, reader)))
        self.left.setText(left_words(self._course, reader))
        self._show_members()
        self._show_fault()

    @override
    def reject(self) -> None:
        # What is being done has nobody else to tell of it.
        if not self._busy:
            super().reject()

    def _search(self) -> None:
        self._wait.stop()
        if self._task is not None:
            self._task.cancel()
        text = self.search.text().strip()
        if not text:
            return

        def work(desk: Desk) -> tuple[SearchHit, ...]:
            from desktop.registry.search import search

            return search(desk, text, limit=MOST_HITS)

        def found(hits: tuple[SearchHit, ...]) -> None:
            self.hits.show_empty_as(lambda: self.tr("Nothing was found."))
            self.hits.show_rows(list(hits))
            if hits:
                self.hits.choose(_number(hits[0]))

        self._task = self._workplace.read(self, work, done=found, failed=self._failed)

    def _chosen(self) -> None:
        """Judge every member of the household that is chosen."""
        hit: SearchHit | None = self.hits.current
        if hit is None or (self._found is not None and self._found[0].id == hit.summary.id):
            return
        number, course = hit.summary.file_number, self._course.code
        first = hit.person.ref if hit.person is not None else ""

        def work(desk: Desk) -> Found:
            from desktop.empowerment.openings import candidates
            from desktop.registry.queries import open_file

            return open_file(desk, number), candidates(desk, file_number=number, course_code=course)

        def judged(found: Found) -> None:
            self._found, self._fault = found, None
            self._show_fault()
            self._show_members(first)

        self._task = self._workplace.read(self, work, done=judged, failed=self._failed)

    def _show_members(self, first: str = "") -> None:
        chosen = self._member()
        emptied(self.members)
        for button in self.group.buttons():
            self.group.removeButton(button)
        if self._found is not None:
            file, openings = self._found
            for opening in openings:
                self.members.addWidget(self._row(file, opening))
            wanted = first or (chosen.person.ref if chosen is not None else "")
            for button in self.group.buttons():
                if button.objectName() == f"member {wanted}" and button.isEnabled():
                    button.setChecked(True)
                # Made after the buttons at the foot, and read before them.
                QWidget.setTabOrder(button, self.leave)
        QWidget.setTabOrder(self.leave, self.go)
        self._settle()

    def _row(self, file: HouseholdAnswer, opening: OpeningAnswer) -> QWidget:
        reader = self._workplace.reader
        row = QWidget(self)
        button = QRadioButton(row)
        button.setObjectName(f"member {opening.person.ref}")
        button.setText(isolated(opening.person.name))
        button.setEnabled(opening.may_enrol)
        button.setProperty("ref", opening.person.ref)
        self.group.addButton(button)
        head = QHBoxLayout()
        head.addWidget(button)
        head.addWidget(Chip(opening_mark(opening), row))
        head.addStretch(1)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        if opening.refusal is not None:
            said = Text("soft", row, wraps=True)
            said.setText(sentence_of(opening.refusal, reader))
            column.addWidget(said)
        else:
            column.addWidget(ConditionsView(opening.judged, file.file, reader, None, row))
        return row

    def _member(self) -> OpeningAnswer | None:
        checked = self.group.checkedButton()
        if checked is None or self._found is None:
            return None
        ref = str(checked.property("ref"))
        return next((each for each in self._found[1] if each.person.ref == ref), None)

    def _settle(self) -> None:
        self.go.setEnabled(self._member() is not None and not self._busy)

    def _enrol(self) -> None:
        opening = self._member()
        if opening is None or self._found is None or self._busy:
            return
        self._busy = True
        self._settle()
        number, ref, course = self._found[0].file_number, opening.person.ref, self._course.code

        def work(desk: Desk) -> Saved[EnrolmentAnswer]:
            from desktop.empowerment.service import enrol

            return enrol(desk, file_number=number, member=ref, course_code=course)

        self._workplace.write(self, work, done=self._done, failed=self._failed)

    def _done(self, enrolment: EnrolmentAnswer) -> None:
        self._busy = False
        self.enrolled.emit(enrolment)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._settle()
        if isinstance(error, OfficeError):
            self._fault = error
            self._show_fault()
        else:
            self._workplace.tell_error(error)

    def _show_fault(self) -> None:
        if self._fault is None:
            self.fault.clear()
        else:
            self.fault.tell(sentence_of(self._fault, self._workplace.reader), Tone.STOP)


def _number(hit: SearchHit) -> str:
    return hit.summary.file_number
