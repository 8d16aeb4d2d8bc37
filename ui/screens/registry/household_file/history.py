"""The history of a file: who did what, when and why, the newest first; any past day can be opened from here."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError, Unreachable
from desktop.values.isolates import bare, isolated
from desktop.values.names import fold
from ui.background.lanes import Task
from ui.parts.card import Card
from ui.parts.states import StateStack
from ui.parts.text import Text
from ui.screens.registry.household_file.history_bar import HistoryBar
from ui.screens.registry.household_file.rows import Rows
from ui.screens.registry.household_file.tab import HouseholdTab
from ui.screens.registry.household_file.told_history import ToldVersion, read_history
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.office.answers import Changes
    from desktop.registry.answers import HouseholdAnswer

SHOWN = 60
"""Versions shown at first: a year of a busy file; the rest on request."""


class HistoryTab(HouseholdTab):
    """Versions as sentences under their days, filtered while one types."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.setObjectName("history")
        self._file: HouseholdAnswer | None = None
        self._versions: tuple[ToldVersion, ...] | None = None
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
            self._versions, self._shown = None, SHOWN
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
        if self._versions is not None:
            self._show()

    @override
    def relooked(self) -> None:
        self.reworded()

    def _read(self) -> None:
        file = self._file
        if file is None:
            return
        if self._task is not None:
            self._task.cancel()

        def take(versions: tuple[ToldVersion, ...]) -> None:
            if self._file is file and versions != self._versions:
                self._versions = versions
                self._show()
            elif self._versions is not None:
                self._show_state()

        self._task = self.workplace.read(self, lambda desk: read_history(desk, file), done=take, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError) or self._versions is not None:
            self.workplace.tell_error(error)
        elif isinstance(error, Unreachable):
            self.states.show_offline()
        else:
            self.states.show_failed(lambda: self.reader.digits(error.sentence(self.reader.language)))

    def _filter(self) -> None:
        self._shown = SHOWN
        if self._versions is not None:
            self._show()

    def _found(self) -> list[ToldVersion]:
        words = fold(self.bar.text).split()
        versions = self._versions or ()
        return [each for each in versions if all(word in self._folded(each) for word in words)]

    def _folded(self, version: ToldVersion) -> str:
        language = self.reader.language
        said = [each.said_in(language) for each in (version.by, *version.sentences)]
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
        for day, versions in groupby(shown, key=lambda each: each.at.astimezone(self.reader.zone).date()):
            self._column.addWidget(self._day(day, list(versions)))
        if len(found) > len(shown):
            more = QPushButton(self.tr("%n earlier version(s)", "", len(found) - len(shown)), self._days)
            more.setText(self.reader.digits(more.text()))
            more.setObjectName("more-versions")
            more.clicked.connect(lambda _checked: self._show_more())
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        self.bar.show_count(len(found), len(self._versions or ()), self.reader)
        self._show_state()
        self._pane.verticalScrollBar().setValue(scrolled)

    def _show_state(self) -> None:
        if self._found():
            self.states.show_content()
        else:
            self.states.show_empty(
                lambda: self.tr("No version holds these words."), lambda: self.tr("Show the whole history")
            )

    def _show_more(self) -> None:
        self._shown += SHOWN
        self._show()

    def _day(self, day: date, versions: list[ToldVersion]) -> QWidget:
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
        for version in versions:
            rows.add(self._version(version, rows))
        card.column.addLayout(head)
        card.column.addWidget(rows)
        return card

    def _version(self, version: ToldVersion, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        row.setObjectName(f"version-{version.number}")
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, sentence in enumerate(version.sentences):
            text = Text("" if number == 0 else "soft", row, wraps=True)
            text.setText(self.reader.wording(sentence))
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(text)
        foot = Text("small", row, wraps=True)
        time = self.reader.code(f"{version.at.astimezone(self.reader.zone):%H:%M}")
        words = self.tr("{time} · {name} · version {number}")
        foot.setText(
            words.format(
                time=time,
                name=isolated(self.reader.wording(version.by)),
                number=self.reader.number(version.number),
            )
        )
        column.addWidget(foot)
        return row
