"""Rows below a heading: made a few at a time, so that a long text never holds the window up, and looked through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.values.isolates import bare
from desktop.values.names import fold
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.text import Text
from ui.screens.programmes.entry import Entry
from ui.screens.programmes.entry_row import EntryRow
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import Law


@dataclass(slots=True)
class _Place:
    """Where a row stands: the words that it holds, whether it is to show, and its widgets once they are made."""

    entry: Entry
    laws: Mapping[str, Law]
    reader: Reader
    columns: tuple[bool, bool]
    words: str
    shown: bool = True
    line: QFrame | None = None
    row: EntryRow | None = None


class EntryCard(Card):
    """A heading, and a thin line above each row."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.title = Text("strong", self, wraps=True)
        self.title.setText(heading)
        self.setAccessibleName(self.title.accessibleName())
        self._head = QVBoxLayout()
        self._head.addWidget(self.title)
        self.column.addLayout(self._head)
        self._places: list[_Place] = []
        self._heading = fold(bare(heading))

    @property
    def entries(self) -> list[Entry]:
        """What its rows show, those too that are still to be made."""
        return [each.entry for each in self._places]

    @property
    def rows(self) -> list[EntryRow]:
        """The rows that are made."""
        return [each.row for each in self._places if each.row is not None]

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
        """Show these rows below those that are there; `make_next` makes them."""
        columns = (any(each.value for each in entries), any(each.cite is not None for each in entries))
        self._places += [_Place(each, laws, reader, columns, fold(each.text(laws, reader))) for each in entries]

    def make_next(self, *, shown: bool = True) -> EntryRow | None:
        """Make the next row that is still to be made; None where all are. One that is not shown waits for `reveal`."""
        place = next((each for each in self._places if each.row is None), None)
        if place is None:
            return None
        place.line = QFrame(self)
        place.line.setProperty("kind", "line")
        place.row = EntryRow(place.entry, place.laws, place.reader, place.columns, self)
        for widget in (place.line, place.row):
            self.column.addWidget(widget)
            if not (shown and place.shown):
                widget.hide()
        return place.row

    def reveal(self) -> None:
        """Show every row that is made and holds what is looked for."""
        for each in self._places:
            if each.row is not None and each.line is not None:
                each.row.setVisible(each.shown)
                each.line.setVisible(each.shown)

    def look_for(self, words: Sequence[str]) -> int:
        """Show the rows that hold every word, or all where the heading does; how many show."""
        whole = all(word in self._heading for word in words)
        found = 0
        for each in self._places:
            each.shown = whole or all(word in each.words for word in words)
            found += each.shown
        self.reveal()
        self.setVisible(bool(found) or whole)
        return found + (whole and not self._places)


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
