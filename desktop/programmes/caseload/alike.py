"""What all rows of a caseload have alike, which a program need not ask of each.

A pack provides for what is rare: a custody elsewhere, a breach, an unknown parent. Where no file of a caseload has it,
the columns, joins and groupings that would find it are left out, and what rests on them is settled when the SQL is
written. A program keeps what it asked, so that it serves any other tables that answer alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.programmes.caseload.arrow_sources import ArrowSources

Question = tuple[str, ...]
Cell = bool | int | str
_FIRST = 1_000
"""Rows that are looked at first: most columns say several things even there."""


class Alike:
    """What is known to be alike; where nothing is, a program is for any files.

    Args:
        asked: what was asked before, and the answers.
    """

    def __init__(self, asked: Mapping[Question, object] | None = None) -> None:
        self.asked = dict(asked or {})

    def empty(self, entity: str) -> bool:
        """Whether no row is listed of an entity."""
        return bool(self._told("empty", entity))

    def absent(self, entity: str, column: str) -> bool:
        """Whether a column is null in every row."""
        return bool(self._told("absent", entity, column))

    def given(self, entity: str, column: str) -> bool:
        """Whether a column is null in no row."""
        return bool(self._told("given", entity, column))

    def only(self, entity: str, column: str) -> Cell | None:
        """What a column says in every row: a yes or no, a code, a text, a count, the ordinal of a day."""
        found = self._told("only", entity, column)
        return found if isinstance(found, (bool, int, str)) else None

    def within(self, entity: str, column: str, most: int) -> bool:
        """Whether no number of a column is farther from zero than `most`."""
        return bool(self._told("within", entity, column, str(most)))

    def crowded(self, entity: str, most: int) -> bool:
        """Whether any file may have more than so many rows of an entity."""
        return self._told("few", entity, str(most)) is not True

    def apart(self, entity: str) -> bool:
        """Whether no two stays of a list overlap."""
        return bool(self._told("apart", entity))

    def between(self, entity: str, column: str, least: int, most: int) -> bool:
        """Whether every number of a column is there and lies between two."""
        return bool(self._told("between", entity, column, str(least), str(most)))

    def exact_births(self) -> bool:
        """Whether every birth is known to the day."""
        return bool(self._told("births"))

    def answers(self, asked: Mapping[Question, object]) -> bool:
        """Whether questions asked elsewhere are answered alike here."""
        return all(self._told(*question) == answer for question, answer in asked.items())

    def _told(self, *question: str) -> object:
        if question not in self.asked:
            self.asked[question] = self.answer(question)
        return self.asked[question]

    def answer(self, _question: Question) -> object:
        """What is so; None or False where it is not, or not known."""
        return None


class AlikeInTables(Alike):
    """What all rows of some tables have alike."""

    def __init__(self, sources: ArrowSources) -> None:
        super().__init__()
        self._sources = sources

    def answer(self, _question: Question) -> object:
        """What is so of the tables."""
        topic, *about = _question
        answers: dict[str, Callable[..., object]] = {
            "empty": self._empty,
            "absent": lambda entity, column: self._column(entity, column).null_count == self._rows(entity),
            "given": lambda entity, column: self._column(entity, column).null_count == 0,
            "only": lambda entity, column: _only(self._column(entity, column)),
            "within": lambda entity, column, most: _within(self._column(entity, column), int(most)),
            "between": lambda entity, name, low, high: _between(self._column(entity, name), int(low), int(high)),
            "few": lambda entity, most: self._sources.few(entity, int(most)),
            "apart": self._sources.apart,
            "births": self._sources.exact_births,
        }
        return answers[topic](*about)

    def _rows(self, entity: str) -> int:
        return int(self._sources.table(entity).num_rows)

    def _column(self, entity: str, name: str) -> pa.ChunkedArray:
        return self._sources.table(entity)[name]

    def _empty(self, entity: str) -> bool:
        return self._rows(entity) == 0


def _only(column: pa.ChunkedArray) -> Cell | None:
    """The one thing that a column says in all rows."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if column.null_count or not len(column):
        return None
    if len(column) > _FIRST and _only(column[:_FIRST]) is None:
        return None
    kind, found = column.type, set[Any]()
    if pa.types.is_dictionary(kind):
        for chunk in column.chunks:
            ends = pc.min_max(chunk.indices).as_py()
            found.update(chunk.dictionary[at].as_py() for at in ends.values() if at is not None)
    elif pa.types.is_string(kind):
        first = column[0]
        found = {first.as_py()} if pc.all(pc.equal(column, first)).as_py() else set()
    elif pa.types.is_boolean(kind) or pa.types.is_integer(kind) or pa.types.is_date(kind):
        found = set(pc.min_max(column).as_py().values())
    if len(found) != 1:
        return None
    (cell,) = found
    return cell.toordinal() if isinstance(cell, date) else cell


def _between(column: pa.ChunkedArray, least: int, most: int) -> bool:
    import pyarrow.compute as pc

    ends = pc.min_max(column).as_py()
    return not column.null_count and ends["min"] is not None and least <= ends["min"] <= ends["max"] <= most


def _within(column: pa.ChunkedArray, most: int) -> bool:
    import pyarrow.compute as pc

    ends = pc.min_max(column).as_py()
    return ends["min"] is None or (-most <= ends["min"] and ends["max"] <= most)
