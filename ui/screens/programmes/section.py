"""A tab of the viewer: cards of rows in a pane, looked through by words, with the row that somebody was led to."""

from __future__ import annotations

import time
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.programmes.answers.rules_in_words import label_of_name, names_in
from desktop.values.isolates import isolated
from desktop.values.names import fold
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.key_value import Fact
from ui.parts.text import Text
from ui.screens.programmes.entry import Entry
from ui.screens.programmes.entry_card import EntryCard
from ui.screens.programmes.entry_row import EntryRow
from ui.screens.programmes.rule_words import name_words
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import PackText
    from ui.screens.programmes.reading import OpenedProgramme

_AT_ONCE = 0.06
"""Seconds of work for which rows are made before the window has its turn."""


class Section(Worded, QWidget):
    """One tab; a subclass says which cards it shows."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.opened: OpenedProgramme | None = None
        self.shown_cards: list[EntryCard] = []
        self._stale = False
        self._sought: list[str] = []
        self._unfolded: set[str] = set()
        self._led = self._rolled_to = ""
        self._begun = False
        self._inside = QWidget(self)
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setWidget(self._inside)
        self.nothing = Text("soft", self, wraps=True)
        self.nothing.setObjectName("nothing-found")
        self.say(self.nothing.setText, lambda: self.tr("Nothing here holds these words."))
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.nothing)
        column.addWidget(self.pane, 1)
        self._making, self._rolling = QTimer(self), QTimer(self)
        for timer, act in ((self._making, self._make_some), (self._rolling, self._roll)):
            timer.setSingleShot(True)
            timer.setInterval(0)
            timer.timeout.connect(act)

    @property
    def reader(self) -> Reader:
        """How values are shown to who sits here."""
        return self.workplace.reader

    @abstractmethod
    def cards(self, opened: OpenedProgramme) -> Sequence[EntryCard]:
        """The cards of a version, made anew."""

    def card(self, text: PackText, heading: str, entries: Iterable[Entry], note: str = "") -> EntryCard:
        """A card of rows, with a sentence below its heading where there is one."""
        card = EntryCard(heading, self)
        if note:
            card.add_note(note)
        card.show_entries(list(entries), text.laws, self.reader)
        return card

    def names(self, text: PackText, *expressions: str) -> tuple[Fact, ...]:
        """What the names in expressions are called, each once, as far as anybody called them."""
        found = dict.fromkeys(name for expression in expressions for name in names_in(expression))
        return tuple(
            Fact(isolated(name), name_words(text, name, self.reader))
            for name in found
            if label_of_name(text, name) is not None
        )

    def show_programme(self, opened: OpenedProgramme) -> None:
        """Show a version; what was looked for is looked for in it too."""
        if opened == self.opened:
            if self._stale:
                self.draw()
            return
        self.opened = opened
        self._led = ""
        self.draw()
        self.pane.verticalScrollBar().setValue(0)

    def draw(self) -> None:
        """Show the version anew: other words, digits or sizes; rows that were unfolded stay so."""
        opened = self.opened
        if opened is None:
            return
        stack = self.parentWidget()
        if stack is not None and not self.isVisibleTo(stack):
            # Shown when somebody comes back to it.
            self._stale = True
            return
        self._stale = False
        rows = [row for row in self.rows() if row.unfold is not None and row.unfold.isChecked()]
        self._unfolded = {row.entry.key for row in rows}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, GRID * 2)
        column.setSpacing(GRID * 2)
        self.shown_cards = list(self.cards(opened))
        for card in self.shown_cards:
            column.addWidget(card)
        column.addStretch(1)
        self._inside = inside
        self.pane.setWidget(inside)
        self._begun = False
        self._find()
        self._make_some()

    def look_for(self, words: str) -> None:
        """Show the rows that hold every word; all where there are none."""
        self._sought = fold(words).split()
        self._find()

    def rows(self) -> list[EntryRow]:
        """The rows that are made, in order."""
        return [row for card in self.shown_cards for row in card.rows]

    def lead_to(self, key: str) -> bool:
        """Roll to a row, unfold it and give it the keyboard, once it is made; whether it is here."""
        self._led = key
        there = any(each.key == key for card in self.shown_cards for each in card.entries)
        for row in self.rows():
            row.point_out(pointed=row.entry.key == key)
            if row.entry.key == key:
                self._arrive(row)
        return there

    @override
    def reworded(self) -> None:
        self.draw()

    def _make_some(self) -> None:
        """Make rows for as long as nobody notices, then let the window live before the next."""
        until = time.thread_time() + _AT_ONCE
        for card in self.shown_cards:
            # Rows that follow the first few are shown together: each that is shown lays out all that stand before it.
            while (row := card.make_next(shown=not self._begun)) is not None:
                if row.entry.key in self._unfolded and row.unfold is not None:
                    row.unfold.setChecked(True)
                if row.entry.key == self._led:
                    row.point_out(pointed=True)
                    self._arrive(row)
                if time.thread_time() > until:
                    self._begun = True
                    self._making.start()
                    return
        for card in self.shown_cards:
            card.reveal()
        if self._rolled_to:
            self._rolling.start()

    def _arrive(self, row: EntryRow) -> None:
        if row.unfold is not None:
            row.unfold.setChecked(True)
        # Its place is known once every row is made and the layouts had their turn.
        self._rolled_to = row.entry.key
        if not self._making.isActive():
            self._rolling.start()

    def _roll(self) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        wanted, self._rolled_to = self._rolled_to, ""
        for row in self.rows():
            if row.entry.key == wanted:
                if row.unfold is not None:
                    row.unfold.setFocus(Qt.FocusReason.OtherFocusReason)
                top = row.mapTo(self._inside, row.rect().topLeft()).y()
                self.pane.verticalScrollBar().setValue(max(0, top - GRID * 3))

    def _find(self) -> None:
        found = sum(card.look_for(self._sought) for card in self.shown_cards)
        self.nothing.setVisible(bool(self._sought) and not found)
