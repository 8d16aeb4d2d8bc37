"""The versions of a programme on the line of time, and what each changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
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
    from ui.screens.programmes.reading import OpenedProgramme, VersionLine


class VersionsSection(Section):
    """The newest first; below each what it changed of the one before."""

    wanted = Signal(str)
    """The version that somebody wants to read."""

    @override
    def cards(self, opened: OpenedProgramme) -> Sequence[EntryCard]:
        found = []
        for line, before in pairwise((*opened.versions, None)):
            if line is not None:
                found.append(self._version(opened, line, before))
        return found

    def _version(self, opened: OpenedProgramme, line: VersionLine, before: VersionLine | None) -> EntryCard:
        reader = self.reader
        card = EntryCard(self.tr("Rules of {version}").format(version=reader.code(line.version)), self)
        head = QWidget(card)
        flow = FlowLayout(head, across=GRID * 2)
        days = Text("soft", head, wraps=True)
        days.setText(applies_words(line.text.applies, reader))
        flow.addWidget(Chip(self._mark(line), head))
        flow.addWidget(days)
        if line.version == opened.text.version:
            here = Text("small", head)
            here.setText(self.tr("The version that is shown"))
            flow.addWidget(here)
        else:
            show = QPushButton(head)
            show.setObjectName(f"show {line.version}")
            show.setText(self.tr("Show this version"))
            show.setAccessibleName(f"{show.text()}: {line.version}")
            show.clicked.connect(lambda _checked: self.wanted.emit(line.version))
            flow.addWidget(show)
        card.add_head(head)
        if before is None:
            card.add_note(self.tr("The first version that the rules hold."))
            return card
        entries = changes_between(before.text, line.text, reader)
        if line.amends is not None:
            card.add_note(self.tr("It amends the rules of {version}.").format(version=reader.code(line.amends)))
        words = self.tr("What changed from the rules of {version}: %n thing(s)", "", len(entries))
        card.add_note(
            words.replace(str(len(entries)), reader.number(len(entries))).format(version=reader.code(before.version))
        )
        laws = {**before.text.laws, **line.text.laws}
        card.show_entries(entries, laws, reader)
        return card

    def _mark(self, line: VersionLine) -> Mark:
        today = self.workplace.seat.today
        if line.since > today:
            return Mark(Tone.WAIT, self.tr("Not in force yet"), Sign.CLOCK)
        if line.until is not None and line.until < today:
            return Mark(Tone.PLAIN, self.tr("Of the past"), Sign.CLOCK)
        return Mark(Tone.GOOD, self.tr("In force"))
