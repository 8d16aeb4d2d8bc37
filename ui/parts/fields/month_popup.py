"""The calendar that opens below a date: one month, with the other calendar's name above and numbers within."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.fields.calendar_button import TurnButton
from ui.parts.fields.month_grid import MonthGrid
from ui.parts.fields.months import other_title
from ui.parts.fields.popup_place import place_below
from ui.parts.text import Text
from ui.theme.tokens import GRID


class MonthPopup(Worded, QFrame):
    """Opens below its line; closes with a day or without."""

    chosen = Signal(object)
    """The `date` that was chosen."""

    closed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self._owner, self._reader = owner, Reader()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        head = QGridLayout()
        head.setSpacing(0)
        self.title, self.other = Text("strong", self), Text("small", self)
        self.grid = MonthGrid(self._reader, self)
        self.turns: dict[int, TurnButton] = {}
        for at, months in ((0, -12), (1, -1), (3, 1), (4, 12)):
            turn = TurnButton(self, onwards=months > 0, far=abs(months) > 1)
            turn.clicked.connect(lambda _checked=False, months=months: self.grid.go(months))
            head.addWidget(turn, 0, at, 2, 1)
            self.turns[months] = turn
        head.addWidget(self.title, 0, 2, Qt.AlignmentFlag.AlignCenter)
        head.addWidget(self.other, 1, 2, Qt.AlignmentFlag.AlignCenter)
        head.setColumnStretch(2, 1)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.grid.chosen.connect(self._pick)
        self.grid.turned.connect(self._tell)
        self.say(self.turns[-12].setAccessibleName, lambda: self.tr("A year back"))
        self.say(self.turns[-1].setAccessibleName, lambda: self.tr("A month back"))
        self.say(self.turns[1].setAccessibleName, lambda: self.tr("A month on"))
        self.say(self.turns[12].setAccessibleName, lambda: self.tr("A year on"))

    def open_at(
        self,
        day: date | None,
        reader: Reader,
        *,
        today: date | None,
        minimum: date | None,
        maximum: date | None,
    ) -> None:
        """Show the month of a day; without one that of the office's day.

        Args:
            day: what is chosen already.
            reader: whose leading calendar it is.
            today: the office's day; None marks none.
            minimum: the first day that may be chosen.
            maximum: the last.
        """
        self._reader = reader
        # Which page is open first decides nothing, so that without any other day the desk's own will do.
        start = day or today or date.today()
        self.grid.show_day(start, reader, selected=day, today=today, limits=(minimum, maximum))
        place_below(self, self._owner, self.sizeHint())
        self.show()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def _tell(self) -> None:
        language = self._reader.language
        self.title.setText(self._reader.digits(self.grid.page.title(language)))
        self.other.setText(self._reader.digits(other_title(self.grid.page, language)))

    def _pick(self, day: date) -> None:
        self.hide()
        self.chosen.emit(day)
