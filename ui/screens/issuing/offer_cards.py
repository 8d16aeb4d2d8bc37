"""What a household can be issued now: a card for each kind, with its button, or what is lacking in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget
from typing_extensions import override

from desktop.values.isolates import isolated
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.fields.sentences import sentence_of
from ui.parts.text import Text
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.papers.offered import KindOffered

NARROWEST = 260
"""Pixels of a card at 100 % text size; fewer stand beside each other in less room."""


class OfferCards(Worded, QWidget):
    """One card beside the other."""

    wanted = Signal(object)
    """The `KindOffered` that somebody wants to issue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._columns = 0
        self._cards: list[Card] = []
        super().__init__(parent)
        self._shown: tuple[KindOffered, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID * 2)

    def show_offers(self, kinds: Sequence[KindOffered], reader: Reader) -> None:
        """Show these kinds instead of those before."""
        self._shown = tuple(kinds)
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(each, reader) for each in kinds]
        self._columns = 0
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _card(self, kind: KindOffered, reader: Reader) -> Card:
        card = Card(lambda: reader.wording(kind.kind.label), self)
        card.setObjectName(f"offer {kind.kind.kind.value}")
        words = Text("soft", card, wraps=True)
        card.column.addWidget(words)
        card.column.addStretch(1)
        if kind.refusal is not None:
            words.setText(sentence_of(kind.refusal, reader))
            return card
        words.setText(self._about(kind, reader))
        button = QPushButton(card)
        button.setObjectName(f"issue {kind.kind.kind.value}")
        button.setText(self.tr("Issue…"))
        button.setAccessibleName(f"{button.text()} {reader.wording(kind.kind.label)}")
        button.clicked.connect(lambda _checked: self.wanted.emit(kind))
        card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _about(self, kind: KindOffered, reader: Reader) -> str:
        first = kind.offers[0]
        about = isolated(reader.wording(first.about))
        if first.person is not None:
            about = self.tr("{about} for {person}").format(about=about, person=isolated(first.person))
        others = len(kind.offers) - 1
        if not others:
            return about
        return (
            self.tr("{about}, and %n more", "", others).replace(str(others), reader.number(others)).format(about=about)
        )

    def _place(self) -> None:
        columns = max(1, min(len(self._cards), (self.width() + GRID * 2) // (worn().pixels(NARROWEST) + GRID * 2)))
        if columns == self._columns:
            return
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
