"""What a column of a table shows of a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.parts.signs import Mark

R = TypeVar("R")

ExportValue = str | int | Decimal | date | None


class Edge(StrEnum):
    """Where the text of a column stands; figures stand at the leading edge too, as in the office's registers."""

    LEADING = "leading"
    CENTRE = "centre"
    TRAILING = "trailing"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a column may be filtered by.

    Args:
        value: what is compared.
        words: how it is said to the reader.
    """

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column.

    Args:
        key: its name in preferences and requests; never shown.
        title: its heading in the language of the moment.
        cell: the text of a row's cell, values isolated by the reader; empty for nothing.
        second: a soft second line below it.
        mark: a status, shown as a chip instead of the text.
        button: words of a button in every row, which opens the row as Enter does.
        sort_value: what it is sorted by, None for unknown, which stands last either way; text is sorted as folded.
            Without it the column does not sort.
        choices: values to filter by, in the reader's language; filter_value tells which of them a row has.
        export: the value in an exported sheet; the bare text unless given.
        width: pixels at 100 % text size.
        stretch: takes what width is left.
        hideable: may be hidden; shown: is shown until somebody chooses otherwise.
        strong: its text is semibold, as names are.
        edge: where its text stands.
    """

    key: str
    title: Callable[[], str]
    cell: Callable[[R, Reader], str]
    second: Callable[[R, Reader], str] | None = None
    mark: Callable[[R, Reader], Mark | None] | None = None
    button: Callable[[], str] | None = None
    sort_value: Callable[[R], Any] | None = None
    choices: Callable[[Reader], Sequence[Choice]] | None = None
    filter_value: Callable[[R], str | None] | None = None
    export: Callable[[R], ExportValue] | None = None
    width: int = 140
    stretch: bool = False
    hideable: bool = True
    shown: bool = True
    strong: bool = False
    edge: Edge = Edge.LEADING

    def lines(self, row: R, reader: Reader) -> tuple[str, str]:
        """What a row's cell says: its text or the word of its status, and the second line."""
        mark = self.mark(row, reader) if self.mark is not None else None
        first = mark.words if mark is not None else self.cell(row, reader)
        return first, self.second(row, reader) if self.second is not None else ""

    def said(self, row: R, reader: Reader) -> str:
        """The cell as it is copied, searched and read aloud: bare, its two lines in one."""
        return bare(" · ".join(part for part in self.lines(row, reader) if part))


def open_button(words: Callable[[], str], *, width: int = 110) -> Column[Any]:
    """The last column of a list whose rows open: a button that says what Enter does."""
    return Column("open", lambda: "", lambda _row, _reader: "", button=words, width=width, hideable=False)
