"""Drafts that were kept are offered before anything is typed; those that are not wanted stay where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.values.isolates import bare, isolated
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.parts.text import Text
from ui.theme.tokens import GRID


@dataclass(frozen=True, slots=True)
class Offer:
    """A kept draft that may be taken up instead of beginning anew."""

    key: str
    title: str
    saved_at: datetime


class OfferPanel(Worded, QWidget):
    """A line for each draft, and the way to begin anew."""

    taken = Signal(str)
    """The key of the draft to go on with."""

    dropped = Signal(str)
    """The key of a draft that is not wanted any more."""

    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._go_on: QPushButton | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GRID * 2, 0, 0)
        self._card = Card(None, self)
        self._heading = Text("subtitle", self._card, wraps=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID)
        self.new = QPushButton(self._card)
        self.new.setObjectName("begin_anew")
        self.new.clicked.connect(lambda _checked: self.declined.emit())
        self._card.column.addWidget(self._heading)
        self._card.column.addLayout(self._lines)
        self._card.column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeading)
        outer.addWidget(self._card)
        outer.addStretch(1)

    def show_offers(self, offers: Sequence[Offer], reader: Reader, *, amending: bool) -> None:
        """Offer these drafts; the newest has the keyboard."""
        self._heading.setText(
            reader.digits(
                self.tr("You have %n amendment(s) of this file that are not finished", "", len(offers))
                if amending
                else self.tr("You have %n registration(s) that are not finished", "", len(offers))
            )
        )
        self.new.setText(
            self.tr("Amend anew (%n draft(s) stay)", "", len(offers))
            if amending
            else self.tr("Begin anew (%n draft(s) stay)", "", len(offers))
        )
        self._go_on = None
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, offer in enumerate(offers):
            self._lines.addWidget(self._line(offer, reader, first=number == 0))

    def take_focus(self) -> None:
        """Bring the keyboard to the newest draft."""
        (self._go_on or self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, offer: Offer, reader: Reader, *, first: bool) -> QWidget:
        line = QFrame(self._card)
        line.setProperty("kind", "option")
        row = QHBoxLayout(line)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        row.setSpacing(GRID)
        words = QVBoxLayout()
        words.setSpacing(0)
        title, when = Text("strong", line, wraps=True), Text("soft", line, wraps=True)
        title.setText(isolated(offer.title) or self.tr("A household without a name yet"))
        saved = offer.saved_at.astimezone(reader.zone)
        when.setText(
            self.tr("Written on {day} at {time}").format(
                day=reader.day(saved.date()), time=reader.code(f"{saved:%H:%M}")
            )
        )
        words.addWidget(title)
        words.addWidget(when)
        go_on, drop = QPushButton(line), QPushButton(line)
        go_on.setText(self.tr("Go on with it"))
        drop.setText(self.tr("Delete the draft"))
        drop.setProperty("kind", "quiet")
        go_on.setObjectName("continue_draft")
        drop.setObjectName("delete_draft")
        if first:
            go_on.setProperty("kind", "primary")
            self._go_on = go_on
        for button in (go_on, drop):
            button.setAccessibleName(bare(f"{button.text()}: {title.text()}"))
        go_on.clicked.connect(lambda _checked: self.taken.emit(offer.key))
        drop.clicked.connect(lambda _checked: self.dropped.emit(offer.key))
        row.addLayout(words, 1)
        row.addWidget(go_on)
        row.addWidget(drop)
        return line
