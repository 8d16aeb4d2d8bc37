"""Puts an arrangement on the headings and shares the width of the window among the columns."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.parts.table.arrangement import Arrangement
from ui.theme.look import worn

if TYPE_CHECKING:
    from ui.parts.table.grid import Grid

GIVES_WAY = 0.6
"""Part of its width to which a column that stretches shrinks before the list scrolls sideways."""


class Widths(QObject):
    """The widths of one table's columns; those that a person set are kept, the rest of the room is shared."""

    changed_by_hand = Signal()
    """The mouse moved a heading or its edge, and was let go."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._placing = False
        self._resized: set[int] = set()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        # Told once the mouse rests, not at each pixel that it drags.
        self._rest.setInterval(200)
        self._rest.timeout.connect(self.changed_by_hand)
        grid.headings.sectionResized.connect(self._dragged)
        grid.headings.sectionMoved.connect(self._moved)

    def apply(self, arrangement: Arrangement) -> None:
        """Put the columns in their order, hide those that are not shown, and share the room."""
        headings, columns = self._grid.headings, [column.key for column in self._grid.rows.columns]
        self._placing = True
        for at, place in enumerate(arrangement.places):
            column = columns.index(place.key)
            headings.moveSection(headings.visualIndex(column), at)
            headings.setSectionHidden(column, not place.shown)
        self._placing = False
        self.spread(arrangement)

    def spread(self, arrangement: Arrangement) -> None:
        """Give each shown column its width, and what is left or lacking to those that stretch."""
        grid, look = self._grid, worn()
        keys = [column.key for column in grid.rows.columns]
        wanted: dict[int, int] = {}
        for place in arrangement.places:
            column = keys.index(place.key)
            if place.shown:
                wanted[column] = max(grid.headings.narrowest(column), look.pixels(place.width))
        stretching = [column for column in wanted if grid.rows.columns[column].stretch]
        room = grid.viewport().width() - sum(wanted.values())
        share = sum(wanted[column] for column in stretching)
        for column in stretching:
            width = wanted[column]
            least = max(grid.headings.narrowest(column), round(width * GIVES_WAY))
            # Rounded down also where room lacks: a pixel too many would bring the bar that scrolls sideways.
            wanted[column] = max(least, width + math.floor(room * width / share))
        self._placing = True
        for column, width in wanted.items():
            grid.headings.resizeSection(column, width)
        self._placing = False

    def read(self, arrangement: Arrangement) -> Arrangement:
        """The arrangement as the headings stand after the mouse moved them."""
        headings, columns = self._grid.headings, self._grid.rows.columns
        kept = {place.key: place for place in arrangement.places}
        order = [headings.logicalIndex(at) for at in range(headings.count())]
        places = []
        for column in order:
            place = kept[columns[column].key]
            resized = column in self._resized
            width = self.at_full_size(column, headings.sectionSize(column)) if resized else place.width
            places.append(replace(place, width=width))
        self._resized.clear()
        return Arrangement(tuple(places), arrangement.order)

    def at_full_size(self, column: int, width: int) -> int:
        """Pixels of a column now as pixels at 100 % text size."""
        return round(max(self._grid.headings.narrowest(column), width) * 100 / worn().text_size)

    def _dragged(self, column: int, before: int, after: int) -> None:
        # A column that is hidden or shown goes to or from nothing.
        if not self._placing and before != 0 and after != 0:
            self._resized.add(column)
            self._rest.start()

    def _moved(self, *_: object) -> None:
        if not self._placing:
            self._rest.start()
