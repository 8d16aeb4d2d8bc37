"""Above the history: words and a subject to filter it by, and the day as of which the whole file is shown."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.fields.date_field import DateField
from ui.parts.fields.typed_line import TypedLine
from ui.parts.flow import FlowLayout
from ui.parts.text import Text
from ui.screens.registry.household_file.told_history import Subject
from ui.theme.look import worn
from ui.theme.tokens import GRID

_WORDS = 280
"""Pixels of the field at 100 % text size."""

RESTS_AFTER = 150
"""Milliseconds without a key after which the history is filtered."""


class HistoryBar(Worded, QWidget):
    """Words, a subject, a field for a day in either calendar, and how much of the history is shown."""

    typed = Signal()
    day_asked = Signal(object)
    """A day (`date`), None for today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # In large letters it takes a second line rather than run out of the window.
        row = FlowLayout(self, across=GRID, down=GRID)
        self.words, self.day = TypedLine(self), DateField(Reader(), self)
        self.words.setObjectName("history-words")
        self.day.setObjectName("history-day")
        self.words.setClearButtonEnabled(True)
        self.say(self.words.setPlaceholderText, lambda: self.tr("Filter the history"))
        self.say(self.words.setAccessibleName, lambda: self.tr("Filter the history"))
        self.subjects = QComboBox(self)
        self.subjects.setObjectName("history-subject")
        self.subjects.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.say(self.subjects.setAccessibleName, lambda: self.tr("What the history tells of"))
        self.show_button = QPushButton(self)
        self.show_button.setObjectName("history-show")
        self.say(self.show_button.setText, lambda: self.tr("Show the file on this day"))
        self.say(self.day.set_name, lambda: self.tr("Day as of which the file is shown"))
        self.say(self.day.set_hint, lambda: self.tr("A day, Hijri or Gregorian"))
        self.count = Text("small", self)
        self._blocks = self._block(self.words, self.subjects), self._block(self.day, self.show_button, self.count)
        for block in self._blocks:
            row.addWidget(block)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_AFTER)
        self._rest.timeout.connect(self.typed)
        self.words.textChanged.connect(lambda _text: self._rest.start())
        self.day.line.returnPressed.connect(self._ask)
        self.show_button.clicked.connect(lambda _checked: self._ask())
        self.reworded()
        self.subjects.currentIndexChanged.connect(lambda _index: self.typed.emit())
        self.relooked()

    @property
    def text(self) -> str:
        """The words to filter by."""
        return self.words.text().strip()

    @property
    def subject(self) -> Subject | None:
        """The subject to filter by; None for all of them."""
        return next((each for each in Subject if each.value == self.subjects.currentData()), None)

    def clear(self) -> None:
        """Filter by nothing, at once."""
        self.words.clear()
        self._rest.stop()
        with QSignalBlocker(self.subjects):
            self.subjects.setCurrentIndex(0)
        self.typed.emit()

    @override
    def reworded(self) -> None:
        words = {
            Subject.FACTS: self.tr("Facts of the file"),
            Subject.ASSESSMENTS: self.tr("Assessments"),
            Subject.DECISIONS: self.tr("Decisions"),
            Subject.NOTICES: self.tr("Notices and requests"),
            Subject.DOCUMENTS: self.tr("Documents"),
            Subject.COURSES: self.tr("Courses"),
        }
        with QSignalBlocker(self.subjects):
            chosen = self.subjects.currentIndex()
            self.subjects.clear()
            self.subjects.addItem(self.tr("All that happened"), "")
            for subject, word in words.items():
                self.subjects.addItem(word, subject.value)
            self.subjects.setCurrentIndex(max(0, chosen))

    def relooked(self) -> None:
        """Take the sizes of the look."""
        self.words.setFixedWidth(worn().pixels(_WORDS))
        # On one line with the button beside it.
        self.count.setMinimumHeight(self.show_button.sizeHint().height())
        for block in self._blocks:
            # The field for the day keeps a line below itself: as high as it, all that stands beside begins with it.
            block.setMinimumHeight(self.day.sizeHint().height())

    def show_day(self, as_of: date, today: date, reader: Reader) -> None:
        """Show the day as of which the file is shown."""
        self.day.set_reader(reader)
        self.day.set_today(today)
        self.day.set_value(None if as_of == today else as_of)

    def show_count(self, shown: int, every: int, reader: Reader) -> None:
        """How many entries are shown of how many."""
        words = self.tr("{shown} of %n record(s)", "", every).replace(str(every), reader.number(every))
        if shown == every:
            words = self.tr("%n record(s)", "", every).replace(str(every), reader.number(every))
        self.count.setText(words.format(shown=reader.number(shown)))

    def _block(self, *widgets: QWidget) -> QWidget:
        block = QWidget(self)
        row = QHBoxLayout(block)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in widgets:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return block

    def _ask(self) -> None:
        fault = self.day.fault()
        if fault:
            self.day.show_fault(fault)
            self.day.setFocus()
        else:
            self.day_asked.emit(self.day.value())
