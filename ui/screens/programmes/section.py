"""A tab of the viewer: cards of rows in a pane, looked through by words, with the row that somebody was led to."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.names import fold
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.text import Text
from ui.screens.casework.fold import FoldButton
from ui.screens.programmes.entries import EntryCard, EntryRow, Shelf
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.screens.programmes.reading import OpenedProgramme


class Section(Worded, QWidget):
    """One tab; a subclass says which cards it shows."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.opened: OpenedProgramme | None = None
        self.cards_: list[EntryCard] = []
        self._sought: list[str] = []
        inside = self._inside = QWidget(self)
        self._shelf = Shelf(inside)
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setWidget(inside)
        self.nothing = Text("soft", self, wraps=True)
        self.nothing.setObjectName("nothing-found")
        self.say(self.nothing.setText, lambda: self.tr("Nothing here holds these words."))
        self.nothing.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, GRID // 2, 0, 0)
        self.column.setSpacing(GRID)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.pane, 1)

    @property
    def reader(self) -> Reader:
        """How values are shown to who sits here."""
        return self.workplace.reader

    @abstractmethod
    def cards(self, opened: OpenedProgramme) -> Sequence[EntryCard]:
        """The cards of a version, made anew."""

    def show_programme(self, opened: OpenedProgramme) -> None:
        """Show a version; what was looked for is looked for in it too."""
        if opened == self.opened:
            return
        self.opened = opened
        self.draw()
        self.pane.verticalScrollBar().setValue(0)

    def draw(self) -> None:
        """Show the version anew: other words, digits or sizes; rows that were unfolded stay so."""
        opened = self.opened
        if opened is None:
            return
        unfolded = {each.objectName() for each in self.findChildren(FoldButton) if each.isChecked()}

        def make() -> Sequence[EntryCard]:
            self.cards_ = list(self.cards(opened))
            return self.cards_

        self._shelf.show_cards(make)
        for button in self.findChildren(FoldButton):
            if button.objectName() in unfolded:
                button.setChecked(True)
        self._find()

    def look_for(self, words: str) -> None:
        """Show the rows that hold every word; all where there are none."""
        self._sought = fold(words).split()
        self._find()

    def rows(self) -> list[EntryRow]:
        """Every row, in order."""
        return [row for card in self.cards_ for row in card.rows]

    def lead_to(self, key: str) -> bool:
        """Roll to a row, unfold it and give it the keyboard; whether it is here."""
        found = None
        for row in self.rows():
            row.point_out(pointed=row.entry.key == key)
            if row.entry.key == key:
                found = row
        if found is None:
            return False
        if found.unfold is not None:
            found.unfold.setChecked(True)
            found.unfold.setFocus(Qt.FocusReason.OtherFocusReason)
        # Its place is known once the layouts had their turn.
        QTimer.singleShot(0, found, lambda: self._roll_to(found))
        return True

    def take_keys(self) -> None:
        """Give the keyboard to the first thing here that takes it."""
        self.focusNextChild()

    @override
    def reworded(self) -> None:
        self.draw()

    def _find(self) -> None:
        found = sum(card.look_for(self._sought) for card in self.cards_)
        self.nothing.setVisible(bool(self._sought) and not found)

    def _roll_to(self, row: EntryRow) -> None:
        top = row.mapTo(self._inside, row.rect().topLeft()).y()
        self.pane.verticalScrollBar().setValue(max(0, top - GRID * 3))
