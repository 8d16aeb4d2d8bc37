"""One rule, figure or source in a row: what it is, what it comes to, where it is written and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.values.isolates import bare
from desktop.values.names import fold
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.key_value import Fact, FactList
from ui.parts.signs import Mark
from ui.parts.text import Text
from ui.screens.casework.fold import FoldButton
from ui.screens.casework.side_cards import emptied
from ui.screens.programmes.rule_words import cite_words, confidence_mark, source_words
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import Cite, Law

_LAW_WIDTH, _VALUE_WIDTH, _FOLD_WIDTH = 256, 208, 40
"""Pixels at 100 % of the columns of the law, of the value and of what unfolds the rest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row shows.

    Args:
        key: its name in the pack, by which one is led to it.
        title: what it is called.
        lines: sentences below the title.
        value: what it comes to, beside the title; a `Mark` is shown as a chip.
        cite: where it is written; None where the row itself is a source.
        marks: statuses beside the title.
        code: expressions of the rules with what each of them says, folded away.
        facts: more of it, folded away.
    """

    key: str
    title: str
    lines: tuple[str, ...] = ()
    value: str | Mark = ""
    cite: Cite | None = None
    marks: tuple[Mark, ...] = ()
    code: tuple[tuple[str, str], ...] = ()
    facts: tuple[Fact, ...] = ()


class Expression(Text):
    """An expression of the rules as it is written: from left to right, in letters of one width, to be copied."""

    def __init__(self, expression: str, parent: QWidget | None = None) -> None:
        super().__init__("code", parent, wraps=True, selectable=True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setText(expression)


class EntryRow(QFrame):
    """A row; what only some readers want unfolds below it."""

    def __init__(
        self, entry: Entry, laws: Mapping[str, Law], reader: Reader, parent: QWidget | None = None, *, valued: bool
    ) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setObjectName(f"entry {entry.key}")
        self._reader = reader
        self._cited = "" if entry.cite is None else cite_words(entry.cite, laws, reader)
        self._source = "" if entry.cite is None else source_words(entry.cite)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GRID, GRID, GRID, GRID)
        outer.setSpacing(GRID // 2)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        outer.addLayout(row)
        row.addLayout(self._said(), 1)
        if valued:
            row.addWidget(self._value(), 0, Qt.AlignmentFlag.AlignTop)
        if entry.cite is not None:
            row.addWidget(self._law(entry.cite), 0, Qt.AlignmentFlag.AlignTop)
        self.unfold: FoldButton | None = None
        if entry.code or entry.facts:
            body = self._body()
            self.unfold = FoldButton(body, self)
            self.unfold.setObjectName(f"unfold {entry.key}")
            self.unfold.setToolTip(self.tr("How the rules write it"))
            self.unfold.setAccessibleName(bare(self.tr("How the rules write it: {what}").format(what=entry.title)))
            self.unfold.setFixedWidth(worn().pixels(_FOLD_WIDTH))
            row.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignTop)
            outer.addWidget(body)
        else:
            # The columns of all rows stand below each other.
            row.addSpacing(worn().pixels(_FOLD_WIDTH))
        self.said = fold(bare(self.text))
        self.setAccessibleName(bare(entry.title))

    @property
    def text(self) -> str:
        """The row as it is copied: what it says, where it is written, how the rules write it."""
        entry = self.entry
        value = entry.value.words if isinstance(entry.value, Mark) else entry.value
        law = " · ".join(each for each in (self._cited, self._source) if each)
        code = [f"{label}: {expression}" for label, expression in entry.code]
        facts = [
            f"{each.label}: {each.value.words if isinstance(each.value, Mark) else each.value}" for each in entry.facts
        ]
        sure = "" if entry.cite is None else confidence_mark(entry.cite.confidence, self._reader).words
        marks = [each.words for each in entry.marks]
        return "\n".join(each for each in (entry.title, value, *marks, *entry.lines, law, sure, *code, *facts) if each)

    def point_out(self, *, pointed: bool) -> None:
        """Mark the row as the one that somebody was led to."""
        self.setProperty("kind", "option" if pointed else "")
        self.setProperty("chosen", pointed)
        self.style().unpolish(self)
        self.style().polish(self)

    def _said(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID // 2)
        head = QWidget(self)
        flow = FlowLayout(head, across=GRID, down=GRID // 2)
        title = Text("strong", head, wraps=True)
        title.setText(self.entry.title)
        flow.addWidget(title)
        for mark in self.entry.marks:
            flow.addWidget(Chip(mark, head))
        column.addWidget(head)
        for number, words in enumerate(self.entry.lines):
            line = Text("soft" if number else "", self, wraps=True)
            line.setText(words)
            column.addWidget(line)
        column.addStretch(1)
        return column

    def _value(self) -> QWidget:
        place = QWidget(self)
        place.setFixedWidth(worn().pixels(_VALUE_WIDTH))
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        if isinstance(self.entry.value, Mark):
            column.addWidget(Chip(self.entry.value, place), 0, Qt.AlignmentFlag.AlignLeading)
        elif self.entry.value:
            value = Text("strong", place, wraps=True)
            value.setText(self.entry.value)
            column.addWidget(value)
        return place

    def _law(self, cite: Cite) -> QWidget:
        place = QWidget(self)
        place.setFixedWidth(worn().pixels(_LAW_WIDTH))
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        law = Text("small", place, wraps=True)
        law.setText(self._cited)
        column.addWidget(law)
        sure = QWidget(place)
        flow = FlowLayout(sure, across=GRID)
        flow.addWidget(Chip(confidence_mark(cite.confidence, self._reader), sure))
        if self._source:
            source = Text("small", sure)
            source.setText(self._source)
            flow.addWidget(source)
        column.addWidget(sure)
        return place

    def _body(self) -> QWidget:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.setSpacing(GRID // 2)
        for label, expression in self.entry.code:
            said = Text("small", body, wraps=True)
            said.setText(label)
            column.addWidget(said)
            column.addWidget(Expression(expression, body))
        if self.entry.facts:
            facts = FactList(body)
            facts.show_facts(self.entry.facts)
            column.addWidget(facts)
        copy = QPushButton(body)
        copy.setObjectName(f"copy {self.entry.key}")
        copy.setProperty("kind", "link")
        copy.setText(self.tr("Copy the text"))
        copy.setAccessibleName(bare(self.tr("Copy the text: {what}").format(what=self.entry.title)))
        copy.clicked.connect(lambda _checked: QGuiApplication.clipboard().setText(bare(self.text)))
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeading)
        return body


class EntryCard(Card):
    """Rows below a heading, a line between them; those that hold none of the words looked for step aside."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.title = Text("strong", self, wraps=True)
        self.title.setText(heading)
        self.setAccessibleName(self.title.accessibleName())
        self._head = QVBoxLayout()
        self._head.addWidget(self.title)
        self.column.addLayout(self._head)
        self._lines: list[QFrame] = []
        self.rows: list[EntryRow] = []
        self._heading = fold(bare(heading))

    def add_note(self, words: str) -> None:
        """A sentence below the heading."""
        note = Text("soft", self, wraps=True)
        note.setText(words)
        self._head.addWidget(note)
        self._heading = f"{self._heading} {fold(bare(words))}"

    def add_head(self, widget: QWidget) -> None:
        """Something else below the heading."""
        self._head.addWidget(widget)

    def show_entries(self, entries: Sequence[Entry], laws: Mapping[str, Law], reader: Reader) -> None:
        """Show these rows below those that are there."""
        valued = any(each.value for each in entries)
        for entry in entries:
            line = QFrame(self)
            line.setProperty("kind", "line")
            self._lines.append(line)
            self.column.addWidget(line)
            row = EntryRow(entry, laws, reader, self, valued=valued)
            self.rows.append(row)
            self.column.addWidget(row)

    def look_for(self, words: Sequence[str]) -> int:
        """Show the rows that hold every word, or all where the heading does; how many show."""
        whole = all(word in self._heading for word in words)
        found = 0
        for line, row in zip(self._lines, self.rows, strict=True):
            shown = whole or all(word in row.said for word in words)
            row.setVisible(shown)
            line.setVisible(shown)
            found += shown
        self.setVisible(bool(found) or whole)
        return found + (whole and not self.rows)


class FigureGrid(QWidget):
    """A table of the law: figures by a key.

    Args:
        heads: headings of its columns.
        rows: the cells of each row.
    """

    def __init__(self, heads: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GRID // 2, 0, 0)
        grid.setHorizontalSpacing(GRID * 4)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(len(heads), 1)
        for column, head in enumerate(heads):
            said = Text("soft", self)
            said.setText(head)
            grid.addWidget(said, 0, column)
        for number, cells in enumerate(rows):
            line = QFrame(self)
            line.setProperty("kind", "line")
            grid.addWidget(line, number * 2 + 1, 0, 1, len(heads))
            for column, cell in enumerate(cells):
                said = Text("strong" if column else "", self)
                said.setText(cell)
                said.setAccessibleName(bare(f"{heads[column]}: {cell}"))
                grid.addWidget(said, number * 2 + 2, column)
        self.setAccessibleName(bare(" · ".join(heads)))


class Shelf(QVBoxLayout):
    """A column of cards that are shown anew together."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, GRID, GRID * 2)
        self.setSpacing(GRID * 2)

    def show_cards(self, make: Callable[[], Sequence[QWidget]]) -> None:
        """Take every card away and show others."""
        emptied(self)
        for card in make():
            self.addWidget(card)
        self.addStretch(1)
