"""How somebody arranged the columns of a table: which are shown, in what order, how wide, and what sorts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ui.parts.table.columns import Column

WIDEST = 1_600
"""Pixels at 100 % text size above which a kept width is not believed."""


@dataclass(frozen=True, slots=True)
class Place:
    """One column: its key, whether it is shown, and its width in pixels at 100 % text size."""

    key: str
    shown: bool
    width: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The columns in reading order, and the key of the one that sorts with whether falling."""

    places: tuple[Place, ...]
    order: tuple[str, bool] | None = None

    @classmethod
    def of(cls, columns: Sequence[Column[Any]]) -> Arrangement:
        """As the columns come."""
        return cls(tuple(Place(column.key, column.shown, column.width) for column in columns))

    def text(self) -> str:
        """For the preferences."""
        places = [[place.key, place.shown, place.width] for place in self.places]
        return json.dumps({"columns": places, "order": self.order}, ensure_ascii=False)

    def taken_from(self, text: str, columns: Sequence[Column[Any]]) -> Arrangement:
        """What `text` says of the columns that there are.

        Preferences outlive versions of the program: columns that are gone are left out, new ones stand at the end,
        and what is no arrangement at all changes nothing.
        """
        try:
            kept = json.loads(text)
            said = {
                str(key): Place(str(key), bool(shown), min(WIDEST, max(1, int(width))))
                for key, shown, width in kept["columns"]
            }
            order = (str(kept["order"][0]), bool(kept["order"][1])) if kept["order"] else None
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            return self
        known = {column.key: column for column in columns}
        places = [_allowed(place, known[key]) for key, place in said.items() if key in known]
        places += [place for place in self.places if place.key not in said]
        return Arrangement(tuple(places), order if order is not None and order[0] in known else None)

    def with_place(self, key: str, **changes: Any) -> Arrangement:
        """The same with one column changed."""
        return replace(
            self, places=tuple(replace(place, **changes) if place.key == key else place for place in self.places)
        )

    def moved(self, key: str, onwards: int) -> Arrangement:
        """The same with a column beyond its next neighbour that is shown: 1 onwards in reading order, -1 back."""
        places = list(self.places)
        at = next(number for number, place in enumerate(places) if place.key == key)
        to = at + onwards
        while 0 <= to < len(places) and not places[to].shown:
            to += onwards
        if 0 <= to < len(places):
            places.insert(to, places.pop(at))
        return replace(self, places=tuple(places))


def _allowed(place: Place, column: Column[Any]) -> Place:
    return place if column.hideable else replace(place, shown=True)
