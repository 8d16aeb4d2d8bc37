"""أعمال اليوم: what is due, most urgent first, each row one key from the place where it is settled."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import Unreachable
from ui.background.lanes import Task
from ui.parts.card import FigureCard
from ui.parts.header import ScreenHeader
from ui.parts.signs import Mark, Sign
from ui.parts.table.columns import Column, open_button
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.screens.agenda.due_rows import DueWords, destination_of
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.agenda.answers import DeskFigure, DueRow, MyDesk
    from desktop.office.answers import Changes
    from desktop.office.desk import Desk

ROWS = 200
"""Rows shown at most; the cards count everything."""

AFTER_A_CHANGE = 300
"""Milliseconds to wait after something was saved, so that a run of changes makes one reading."""


class MyDeskScreen(Screen):
    """The first screen: a greeting, cards that count, and the list of what is due."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._desk: MyDesk | None = None
        self._task: Task | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2 + 4, GRID * 2, GRID * 2 + 4, GRID * 2)
        column.setSpacing(GRID * 2)
        self.header = ScreenHeader(self)
        column.addWidget(self.header)
        self._cards_row = QHBoxLayout()
        self._cards_row.setSpacing(GRID * 2)
        self._cards: dict[str, FigureCard] = {}
        column.addLayout(self._cards_row)
        self._words = DueWords(self)
        model = TableModel(self._columns(), self._key, self.reader)
        self.table = Table(model, lambda: self.tr("What is due"), self)
        self.table.setObjectName("due")
        self.table.show_empty_as(lambda: self.tr("Nothing is due today. A good day."), sign=Sign.CHECK)
        self.table.activated.connect(self._open_row)
        self.table.retry.connect(self._read)
        self.table.stopped.connect(self._stop)
        column.addWidget(self.table, 1)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AFTER_A_CHANGE)
        self._again.timeout.connect(self._read)

    @override
    def open(self, destination: Destination) -> None:
        self._read()
        self.table.grid.setFocus()

    @override
    def touched(self, changes: Changes) -> None:
        self._again.start()

    @override
    def reworded(self) -> None:
        self.table.reread(self.reader)
        if self._desk is not None:
            self._show_head(self._desk)

    def _columns(self) -> tuple[Column[DueRow], ...]:
        words = self._words
        return (
            Column(
                "about",
                lambda: self.tr("About"),
                words.about,
                second=words.about_second,
                sort_value=lambda row: row.head_name or "",
                width=150,
                stretch=True,
                strong=True,
                hideable=False,
            ),
            Column(
                "work",
                lambda: self.tr("Work"),
                lambda row, reader: reader.wording(row.subject),
                sort_value=lambda row: row.kind.value,
                width=105,
            ),
            Column(
                "reason",
                lambda: self.tr("Reason"),
                lambda row, reader: reader.wording(row.reason),
                width=190,
                stretch=True,
            ),
            Column(
                "due",
                lambda: self.tr("Due"),
                lambda row, reader: reader.day(row.due) if row.due is not None else "",
                mark=words.due_mark,
                sort_value=lambda row: row.due,
                width=178,
            ),
            open_button(lambda: self.tr("Open"), width=88),
        )

    @staticmethod
    def _key(row: DueRow) -> Hashable:
        return (row.kind, row.item, row.file_number, row.settled_at)

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._desk is None:
            self.table.show_loading()

        def reading(desk: Desk) -> MyDesk:
            from desktop.agenda.queries import my_desk

            return my_desk(desk, limit=ROWS)

        self._task = self.workplace.read(self, reading, done=self._show, failed=self._failed)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.table.show_failed(lambda: self.tr("You stopped the reading."), lambda: self.tr("Read again"))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unreachable):
            self.table.show_offline()
        else:
            self.workplace.tell_error(error)

    def _show(self, desk: MyDesk) -> None:
        first, self._desk = self._desk is None, desk
        self._words.today = desk.today
        self.table.show_rows(list(desk.due))
        if first and desk.due:
            self.table.choose(self._key(desk.due[0]))
        self._show_head(desk)
        self.workplace.count_waiting(Place.MY_DESK, desk.total)

    def _show_head(self, desk: MyDesk) -> None:
        reader = self.reader
        name = self.workplace.seat.staff.name.said_in(reader.language)
        self.header.show_title(self.tr("Good day, {name}").format(name=name))
        due = self.tr("%n thing(s) to do", "", desk.total) if desk.total else self.tr("nothing to do")
        ending = self.tr("%n of them due today or late", "", desk.ending) if desk.ending else ""
        told = [reader.day_in_words(desk.today), reader.digits(due), reader.digits(ending)]
        self.header.show_context(" · ".join(part for part in told if part))
        for figure in desk.figures:
            self._show_figure(figure)

    def _show_figure(self, figure: DeskFigure) -> None:
        card = self._cards.get(figure.kind)
        if card is None:
            card = self._cards[figure.kind] = FigureCard(lambda: "", self, leads=False)
            card.setObjectName(f"figure_{figure.kind}")
            self._cards_row.addWidget(card, 1)
        card.label.setText(self.reader.wording(figure.label))
        second = figure.second
        mark = None
        if second is not None:
            tone = Tone.STOP if second.urgency in {"overdue", "today"} else Tone.WAIT
            mark = Mark(tone, self.reader.wording(second.wording))
        card.show_figure(self.reader.number(figure.count), mark)

    def _open_row(self, row: DueRow) -> None:
        self.workplace.go(destination_of(row))
