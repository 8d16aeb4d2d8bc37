"""The versions of a programme on the line of time, and what each changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.screens.programmes.changes import changes_between
from ui.screens.programmes.entry_card import EntryCard
from ui.screens.programmes.rule_words import applies_words
from ui.screens.programmes.section import Section
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import PackText
    from ui.screens.programmes.reading import OpenedProgramme


class VersionsSection(Section):
    """The newest first; below each what it changed of the one before."""

    wanted = Signal(str)
    """The version that somebody wants to read."""

    @override
    def cards(self, opened: OpenedProgramme) -> Sequence[EntryCard]:
        found = []
        for text, before in pairwise((*opened.versions, None)):
            if text is not None:
                found.append(self._version(opened, text, before))
        return found

    def _version(self, opened: OpenedProgramme, text: PackText, before: PackText | None) -> EntryCard:
        reader = self.reader
        card = EntryCard(self.tr("Rules of {version}").format(version=reader.code(text.version)), self)
        head = QWidget(card)
        flow = FlowLayout(head, across=GRID * 2)
        days = Text("soft", head, wraps=True)
        days.setText(applies_words(text.applies, reader))
        flow.addWidget(Chip(self._mark(text), head))
        flow.addWidget(days)
        if text.version == opened.text.version:
            here = Text("small", head)
            here.setText(self.tr("The version that is shown"))
            flow.addWidget(here)
        else:
            show = QPushButton(head)
            show.setObjectName(f"show {text.version}")
            show.setText(self.tr("Show this version"))
            show.setAccessibleName(f"{show.text()}: {text.version}")
            show.setProperty("version", text.version)
            show.clicked.connect(self._show_wanted)
            flow.addWidget(show)
        card.add_head(head)
        if before is None:
            card.add_note(self.tr("The first version that the rules hold."))
            return card
        entries = changes_between(before, text, reader)
        if text.amends is not None:
            card.add_note(self.tr("It amends the rules of {version}.").format(version=reader.code(text.amends)))
        words = self.tr("What changed from the rules of {version}: %n thing(s)", "", len(entries))
        card.add_note(
            words.replace(str(len(entries)), reader.number(len(entries))).format(version=reader.code(before.version))
        )
        laws = {**before.laws, **text.laws}
        card.show_entries(entries, laws, reader)
        return card

    @Slot()
    def _show_wanted(self) -> None:
        """The button that was pressed carries its version."""
        self.wanted.emit(self.sender().property("version"))

    def _mark(self, text: PackText) -> Mark:
        today, applies = self.workplace.seat.today, text.applies
        if applies.from_ > today:
            return Mark(Tone.WAIT, self.tr("Not in force yet"), Sign.CLOCK)
        if applies.to is not None and applies.to < today:
            return Mark(Tone.PLAIN, self.tr("Of the past"), Sign.CLOCK)
        return Mark(Tone.GOOD, self.tr("In force"))
