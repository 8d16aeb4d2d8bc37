"""The history of a file: who did what, when and why, the newest first; any past day can be opened from here, and
whatever an entry is about.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from desktop.values.names import fold
from ui.background.lanes import Task
from ui.parts.card import Card
from ui.parts.states import StateStack
from ui.parts.text import Text
from ui.screens.registry.household_file.history_bar import HistoryBar
from ui.screens.registry.household_file.history_entry import HistoryEntryRow
from ui.screens.registry.household_file.rows import Rows
from ui.screens.registry.household_file.tab import HouseholdTab
from ui.screens.registry.household_file.told_history import ToldEntry, read_history
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.office.answers import Changes
    from desktop.registry.answers import HouseholdAnswer

SHOWN = 60
"""Entries shown at first: a year of a busy file; the rest on request."""


class HistoryTab(HouseholdTab):
    """All that happened to the file as sentences under their days, filtered while one types."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.setObjectName("history")
        self._file: HouseholdAnswer | None = None
        self._entries: tuple[ToldEntry, ...] | None = None
        self._shown = SHOWN
        self._task: Task | None = None
        self.bar = HistoryBar(self)
        self._days = QWidget(self)
        self._column = QVBoxLayout(self._days)
        self._column.setContentsMargins(0, 0, 0, GRID * 2)
        self._column.setSpacing(GRID * 2)
        self._pane = QScrollArea(self)
        self._pane.setWidgetResizable(True)
        self._pane.setFrameShape(QFrame.Shape.NoFrame)
        self._pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pane.setWidget(self._days)
        self.states = StateStack(self._pane, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID * 2, 0, 0)
        whole.setSpacing(GRID * 2)
        whole.addWidget(self.bar)
        whole.addWidget(self.states, 1)
        self.bar.typed.connect(self._filter)
        self.bar.day_asked.connect(self.day_asked)
        self.states.retry.connect(self._read)
        self.states.acted.connect(self.bar.clear)

    @override
    def show_file(self, file: HouseholdAnswer, part: str = "") -> None:
        if self._file is None or self._file.id != file.id:
            self._entries, self._shown = None, SHOWN
            self.bar.clear()
            self.states.show_loading()
        self._file = file
        today = self.workplace.seat.today
        self.bar.show_day(file.as_of, today, self.reader)
        self._read()

    @override
    def touched(self, changes: Changes) -> None:
        if self._file is not None and self._file.id in changes.households:
            self._read()

    @override
    def reworded(self) -> None:
        if self._file is not None:
            self.bar.show_day(self._file.as_of, self.workplace.seat.today, self.reader)
        if self._entries is not None:
            self._show()

    @override
    def relooked(self) -> None:
        self.bar.relooked()
        self.reworded()

    def _read(self) -> None:
        file = self._file
        if file is None:
            return
        if self._task is not None:
            self._task.cancel()

        def take(entries: tuple[ToldEntry, ...]) -> None:
            if self._file is file and entries != self._entries:
                self._entries = entries
                self._show()
            elif self._entries is not None:
                self._show_state()

        self._task = self.workplace.read(self, lambda desk: read_history(desk, file), done=take, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.tell_failure(self.states, error, held=self._entries is not None)

    def _filter(self) -> None:
        self._shown = SHOWN
        if self._entries is not None:
            self._show()

    def _found(self) -> list[ToldEntry]:
        words, subject = fold(self.bar.text).split(), self.bar.subject
        entries = (each for each in self._entries or () if subject is None or each.subject is subject)
        return [each for each in entries if all(word in self._folded(each) for word in words)]

    def _folded(self, entry: ToldEntry) -> str:
        language = self.reader.language
        said = [each.said_in(language) for each in (entry.by, *entry.sentences) if each is not None]
        return fold(bare(" ".join(said)))

    def _show(self) -> None:
        scrolled = self._pane.verticalScrollBar().value()
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        found = self._found()
        shown = found[: self._shown]
        for day, entries in groupby(shown, key=lambda each: each.at.astimezone(self.reader.zone).date()):
            self._column.addWidget(self._day(day, list(entries)))
        if len(found) > len(shown):
            more = QPushButton(self.tr("%n earlier record(s)", "", len(found) - len(shown)), self._days)
            more.setText(self.reader.digits(more.text()))
            more.setObjectName("more-entries")
            more.clicked.connect(lambda _checked: self._show_more())
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        self.bar.show_count(len(found), len(self._entries or ()), self.reader)
        self._show_state()
        self._pane.verticalScrollBar().setValue(scrolled)

    def _show_state(self) -> None:
        if self._found():
            self.states.show_content()
        else:
            self.states.show_empty(
                lambda: self.tr("Nothing in the history answers this filter."),
                lambda: self.tr("Show the whole history"),
            )

    def _show_more(self) -> None:
        self._shown += SHOWN
        self._show()

    def _day(self, day: date, entries: list[ToldEntry]) -> QWidget:
        card = Card(None, self._days)
        head = QHBoxLayout()
        title, open_day = Text("strong", card, wraps=True), QPushButton(card)
        title.setText(self.reader.day_in_words(day))
        open_day.setProperty("kind", "link")
        open_day.setText(self.tr("The file on this day"))
        said = self.tr("Show the facts as they were on {day}").format(day=self.reader.day(day))
        open_day.setToolTip(said)
        open_day.setAccessibleName(bare(said))
        open_day.clicked.connect(lambda _checked: self.day_asked.emit(day))
        open_day.setVisible(day < self.workplace.seat.today)
        head.addWidget(title, 1)
        head.addWidget(open_day)
        rows = Rows(card)
        for entry in entries:
            row = HistoryEntryRow(entry, self.reader, rows)
            row.wanted.connect(self._go)
            rows.add(row)
        card.column.addLayout(head)
        card.column.addWidget(rows)
        return card

    def _go(self, part: str) -> None:
        if self._file is not None:
            self.workplace.go(Destination(Place.HOUSEHOLD, self._file.file_number, part))
