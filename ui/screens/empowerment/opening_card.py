"""A course that a member may or may not be enrolled in: its days and seats, each condition, and the button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.parts.chip import Chip
from ui.parts.fields.sentences import sentence_of
from ui.parts.flow import FlowLayout
from ui.parts.text import Text
from ui.screens.empowerment.conditions_view import ConditionsView
from ui.screens.empowerment.course_words import days_words, left_words, opening_mark, seats_words, title_words
from ui.screens.empowerment.seats_bar import SeatsBar
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.empowerment.answers import OpeningAnswer
    from desktop.facts.household_file import HouseholdFile

_BAR = 140
"""Pixels of the bar of seats at 100 % text size."""


class OpeningCard(QFrame):
    """One course for one member.

    Args:
        opening: how the member stands to it.
        file: the household file.
        reader: who reads.
        enrol: enrols; None where this person may not.
        record: goes to the field of a fact that is lacking; None where this person may not.
    """

    def __init__(
        self,
        opening: OpeningAnswer,
        file: HouseholdFile,
        reader: Reader,
        *,
        enrol: Callable[[OpeningAnswer], object] | None,
        record: Callable[[str], None] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.opening = opening
        course = opening.course
        self.setProperty("kind", "card")
        self.setObjectName(f"opening {course.code}")
        title, when = Text("strong", self, wraps=True), Text("soft", self, wraps=True)
        title.setText(title_words(course, reader))
        when.setText(f"{reader.code(course.code)} · {days_words(course, reader)}")
        head = QWidget(self)
        flow = FlowLayout(head, across=GRID * 2)
        flow.addWidget(title)
        flow.addWidget(Chip(opening_mark(opening), head))
        seats = Text("small", self, wraps=True)
        seats.setText(f"{seats_words(course, reader)} · {left_words(course, reader)}")
        bar = SeatsBar(self)
        bar.setMaximumWidth(worn().pixels(_BAR))
        bar.show_seats(course.taken, course.seats, seats.accessibleName())
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID + GRID // 2, GRID * 2, GRID + GRID // 2)
        column.setSpacing(GRID // 2)
        column.addWidget(head)
        column.addWidget(when)
        line = QHBoxLayout()
        line.setSpacing(GRID * 2)
        line.addWidget(bar)
        line.addWidget(seats, 1)
        column.addLayout(line)
        if opening.refusal is not None:
            said = Text("", self, wraps=True)
            said.setText(sentence_of(opening.refusal, reader))
            column.addWidget(said)
        else:
            column.addWidget(ConditionsView(opening.judged, file, reader, record, self))
        if enrol is not None and opening.may_enrol:
            self.button = QPushButton(self)
            self.button.setObjectName(f"enrol {course.code}")
            self.button.setText(self.tr("Enrol") if course.seats_left else self.tr("Put on the waiting list"))
            self.button.setAccessibleName(bare(f"{self.button.text()}: {title.text()}"))
            self.button.clicked.connect(lambda _checked: enrol(opening))
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.setAccessibleName(bare(f"{title.text()}: {opening_mark(opening).words}"))
