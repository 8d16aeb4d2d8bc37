"""Above the history: words to filter it by, and the day as of which the whole file is shown."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.calendars import Calendar, read_gregorian, read_hijri
from desktop.values.errors import OfficeError
from ui.language.reader import Reader, bare
from ui.language.worded import Worded
from ui.parts.flow import FlowLayout
from ui.parts.text import Text
from ui.screens.registry.edge_line import EdgeLine
from ui.screens.registry.registration.spelling import calendar_of
from ui.theme.look import worn
from ui.theme.tokens import GRID

_WORDS, _DAY = 280, 150
"""Pixels of the fields at 100 % text size."""

RESTS_AFTER = 150
"""Milliseconds without a key after which the history is filtered."""


class HistoryBar(Worded, QWidget):
    """A field for words, a field for a day in either calendar, and how much of the history is shown."""

    typed = Signal()
    day_asked = Signal(object)
    """A day (`date`), None for today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fault: OfficeError | None = None
        self._reader = Reader()
        line = QWidget(self)
        row = FlowLayout(line, across=GRID, down=GRID)
        self.words, self.day = EdgeLine(self), EdgeLine(self)
        self.words.setObjectName("history-words")
        self.day.setObjectName("history-day")
        self.words.setClearButtonEnabled(True)
        self.say(self.words.setPlaceholderText, lambda: self.tr("Filter the history"))
        self.say(self.words.setAccessibleName, lambda: self.tr("Filter the history"))
        self.show_button = QPushButton(self)
        self.show_button.setObjectName("history-show")
        self.say(self.show_button.setText, lambda: self.tr("Show the file on this day"))
        self.say(self.day.setAccessibleName, lambda: self.tr("Day as of which the file is shown"))
        self.count, self.fault = Text("small", self), Text("fault", self, wraps=True)
        self.fault.hide()
        for widget in (self.words, self.day, self.show_button, self.count):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(line)
        column.addWidget(self.fault)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_AFTER)
        self._rest.timeout.connect(self.typed)
        self.words.textChanged.connect(lambda _text: self._rest.start())
        self.day.textEdited.connect(lambda _text: self._show_fault(None))
        self.day.returnPressed.connect(self._ask)
        self.show_button.clicked.connect(lambda _checked: self._ask())
        self.relooked()

    @property
    def text(self) -> str:
        """The words to filter by."""
        return self.words.text().strip()

    def clear(self) -> None:
        """Filter by nothing, at once."""
        self.words.clear()
        self._rest.stop()
        self.typed.emit()

    def relooked(self) -> None:
        """Take the sizes of the look."""
        self.words.setFixedWidth(worn().pixels(_WORDS))
        self.day.setFixedWidth(worn().pixels(_DAY))

    def show_day(self, as_of: date, today: date, reader: Reader) -> None:
        """Show the day as of which the file is shown, unless another is being typed."""
        self._reader = reader
        example = reader.digits("1445/08/20" if reader.leading is Calendar.HIJRI else "2024/03/01")
        self.day.setPlaceholderText(example)
        if not self.day.isModified() or not self.day.text():
            self.day.setText("" if as_of == today else bare(reader.day(as_of)))
            self.day.setModified(False)
        self._show_fault(None)

    def show_count(self, shown: int, every: int, reader: Reader) -> None:
        """How many versions are shown of how many."""
        words = self.tr("{shown} of %n version(s)", "", every).replace(str(every), reader.number(every))
        if shown == every:
            words = self.tr("%n version(s)", "", every).replace(str(every), reader.number(every))
        self.count.setText(words.format(shown=reader.number(shown)))

    @override
    def reworded(self) -> None:
        self._show_fault(self._fault)

    def _ask(self) -> None:
        text = self.day.text().strip()
        try:
            day = _read(text) if text else None
        except OfficeError as error:
            self._show_fault(error)
            self.day.setFocus()
            return
        self._show_fault(None)
        self.day.setModified(False)
        self.day_asked.emit(day)

    def _show_fault(self, error: OfficeError | None) -> None:
        self._fault = error
        self.fault.setVisible(error is not None)
        self.fault.setText("" if error is None else self._reader.digits(error.sentence(self._reader.language)))
        self.day.setProperty("faulty", "true" if error is not None else "false")
        self.day.style().unpolish(self.day)
        self.day.style().polish(self.day)


def _read(text: str) -> date:
    if calendar_of(text) is Calendar.GREGORIAN:
        return read_gregorian(text)
    return read_hijri(text).to_gregorian()
