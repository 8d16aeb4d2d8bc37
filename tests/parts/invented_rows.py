"""Files as lists of the tests show them, and a source of any number of them."""

from __future__ import annotations

from dataclasses import dataclass

from pytestqt.qtbot import QtBot
from stage import on_stage

from ui.language.reader import Reader
from ui.parts.signs import Mark
from ui.parts.table.columns import Choice, Column, open_button
from ui.parts.table.model import TableModel
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.paging import Page, PageRequest
from ui.parts.table.view import Table
from ui.theme.tokens import Tone


@dataclass(frozen=True)
class File:
    number: int
    name: str
    members: int | None = None


COLUMNS: list[Column[File]] = [
    Column(
        "name",
        lambda: "الأسرة",
        lambda file, _reader: file.name,
        second=lambda file, reader: reader.code(f"2024/{file.number:05}"),
        sort_value=lambda file: file.name,
    ),
    Column(
        "members",
        lambda: "الأفراد",
        lambda file, reader: "" if file.members is None else reader.number(file.members),
        sort_value=lambda file: file.members,
    ),
    Column(
        "state",
        lambda: "الحال",
        lambda _file, _reader: "",
        mark=lambda file, _reader: Mark(Tone.GOOD, "مشمولة") if file.number % 2 else Mark(Tone.UNKNOWN, "ينقصه بيان"),
        choices=lambda _reader: [Choice("in", "مشمولة"), Choice("lacks", "ينقصه بيان")],
        filter_value=lambda file: "in" if file.number % 2 else "lacks",
    ),
]

FILES = [
    File(1, "أسرة مريم علي الخلف", 4),
    File(2, "أسرة إبراهيم عبد الله", 12),
    File(3, "أسرة آمنة سعد", None),
    File(4, "أسرة زهراء محمد", 2),
]


class Source:
    """A list of any length that answers at once or when told to."""

    def __init__(self, model: PagedModel, length: int, *, at_once: bool = True, counted: bool = True) -> None:
        self.model, self.length, self.at_once, self.counted = model, length, at_once, counted
        self.requests: list[PageRequest] = []
        # A bound method would be held weakly, and nobody else holds the source.
        model.wanted.connect(lambda request, hear=self.hear: hear(request))

    def hear(self, request: PageRequest) -> None:
        self.requests.append(request)
        if self.at_once:
            self.model.take(request, self.page(request))

    def page(self, request: PageRequest) -> Page:
        if request.from_end:
            first, last = max(0, self.length - request.limit), self.length
        elif request.before is not None:
            first, last = max(0, request.before - request.limit), request.before
        else:
            first = 0 if request.after is None else request.after + 1
            last = min(self.length, first + request.limit)
        rows = [File(number, f"أسرة {number}", number % 9) for number in range(first, last)]
        return Page(rows, first, last - 1, last < self.length, first > 0, self.length if self.counted else None)


MANY = [File(number, f"أسرة {number}", number % 9) for number in range(300)]


def show_files(qtbot: QtBot, rows: list[File] = FILES, *, reader: Reader | None = None, width: int = 900) -> Table:
    """A list of files with a button in each row, in a window."""
    columns: list[Column[File]] = [*COLUMNS, open_button(lambda: "فتح")]
    model = TableModel(columns, lambda file: file.number, reader or Reader())
    model.set_rows(rows)
    return on_stage(qtbot, Table(model, lambda: "الملفات"), width, 420)


def numbers(table: Table) -> list[int]:
    """The files that are shown, in their order."""
    assert isinstance(table.model, TableModel)
    return [file.number for file in table.model.rows]
