"""Who has a seat on a course and who waits for one, in order, each with what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.values.isolates import bare, isolated
from ui.language.reader import Reader
from ui.parts.chip import Chip
from ui.parts.text import Text
from ui.screens.empowerment.course_words import days_words, enrolment_mark, title_words
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.empowerment.answers import EnrolmentAnswer

Act = Callable[["EnrolmentAnswer"], object]


class EnrolmentRow(QWidget):
    """One enrolment: the place, who or which course, and the buttons, of which `last` is the last.

    Args:
        enrolment: what is shown.
        reader: who reads.
        of_course: name the person, whose course is known from around the row; else the course.
        acts: words of each button, its object name and what it does.
    """

    def __init__(
        self,
        enrolment: EnrolmentAnswer,
        reader: Reader,
        *,
        of_course: bool,
        acts: Sequence[tuple[str, str, Act]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.enrolment = enrolment
        mark = enrolment_mark(enrolment, reader)
        who = isolated(enrolment.person.name)
        name = who if of_course else title_words(enrolment.course, reader)
        first, second = Text("strong", self, wraps=True), Text("small", self, wraps=True)
        first.setText(name)
        second.setText(self._context(reader, of_course=of_course, who=who))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(first)
        words.addWidget(second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        row.setSpacing(GRID)
        row.addLayout(words, 1)
        row.addWidget(Chip(mark, self), 0, Qt.AlignmentFlag.AlignVCenter)
        self.last: QWidget = self
        for said, key, act in acts:
            button = QPushButton(self)
            button.setText(said)
            button.setObjectName(key)
            button.setAccessibleName(bare(f"{said}: {name}"))
            button.clicked.connect(lambda _checked, act=act: act(enrolment))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.last = button
        self.setAccessibleName(bare(f"{name}: {mark.words}"))

    def _context(self, reader: Reader, *, of_course: bool, who: str) -> str:
        enrolment = self.enrolment
        day = reader.day(enrolment.enrolled_at.astimezone(reader.zone).date())
        if of_course:
            return self.tr("File {number}, enrolled on {day}").format(
                number=reader.code(enrolment.file_number), day=day
            )
        said = self.tr("{person}, {days}, enrolled on {day}").format(
            person=who, days=days_words(enrolment.course, reader), day=day
        )
        if enrolment.withdrawn_reason is not None:
            said = self.tr("{said}; withdrew: {reason}").format(said=said, reason=isolated(enrolment.withdrawn_reason))
        return said


def line(parent: QWidget) -> QFrame:
    """The thin line between two rows."""
    drawn = QFrame(parent)
    drawn.setProperty("kind", "line")
    return drawn
