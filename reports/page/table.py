"""Tables that read from the side the language starts at, with wrapped cells and a head repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from reportlab.lib.colors import HexColor

from desktop.facts.codes import CriterionOutcome
from reports.arabic.ink import Place
from reports.arabic.lines import Line
from reports.arabic.markup import Span, Style
from reports.page import look
from reports.page.pieces import Piece, draw_lines, text_lines
from reports.page.signs import draw_sign

_SIGN_ROOM = 15.0


@dataclass(frozen=True)
class Cell:
    """A cell's paragraphs, each in one style, after an outcome's sign where it has one."""

    paragraphs: tuple[tuple[str, Style], ...]
    sign: CriterionOutcome | None = None

    @classmethod
    def of(cls, text: str, style: Style = look.LABEL) -> Cell:
        """A cell of one paragraph."""
        return cls(((text, style),))


@dataclass(frozen=True)
class Column:
    """A column by its title and its share of the width."""

    title: str
    share: float


@dataclass(frozen=True)
class _Box:
    offset: float
    width: float


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    rtl: bool,
    before: float = 10.0,
    strong_last: bool = False,
    padding: float = look.ROW_PADDING,
) -> list[Piece]:
    """A table as a piece a row; its head is kept with the first row and repeated.

    `strong_last` shades the last row; `padding` is the air above and below the words of a row, in points.
    """
    boxes = _boxes([column.share for column in columns], rtl=rtl)
    titles = [Cell.of(column.title, look.LABEL_STRONG) for column in columns]
    head = _row(titles, boxes, rtl=rtl, fill=look.HEADER_FILL, top_edge=True)
    pieces = [Piece(head.height, head.draw, before=before, keep=True)]
    for number, cells in enumerate(rows):
        last = number == len(rows) - 1
        fill = look.HEADER_FILL if strong_last and last else None
        row = _row(cells, boxes, rtl=rtl, fill=fill, padding=padding)
        # The last two rows stay together, so that no page starts with one line of a table.
        pieces.append(Piece(row.height, row.draw, header=head, keep=number == len(rows) - 2))
    return pieces


def pairs(rows: Sequence[tuple[str, Cell]], *, rtl: bool, before: float = 8.0) -> list[Piece]:
    """Facts by name, a row each, the names shaded."""
    boxes = _boxes((0.26, 0.74), rtl=rtl)
    return [
        _shaded(_row([Cell.of(name, look.LABEL_STRONG), value], boxes, rtl=rtl), boxes[0], 0.0 if number else before)
        for number, (name, value) in enumerate(rows)
    ]


def _shaded(row: Piece, box: _Box, before: float) -> Piece:
    def draw(canvas: Any, x: float, top: float) -> None:
        canvas.setFillColor(HexColor(look.HEADER_FILL))
        canvas.rect(x + box.offset, top - row.height, box.width, row.height, stroke=0, fill=1)
        row.draw(canvas, x, top)

    return Piece(row.height, draw, before=before)


def _boxes(shares: Sequence[float], *, rtl: bool) -> list[_Box]:
    widths = [look.WIDTH * share / sum(shares) for share in shares]
    ends = list(accumulate(widths))
    return [_Box(look.WIDTH - end if rtl else end - width, width) for width, end in zip(widths, ends, strict=True)]


def _row(
    cells: Sequence[Cell],
    boxes: Sequence[_Box],
    *,
    rtl: bool,
    fill: str | None = None,
    top_edge: bool = False,
    padding: float = look.ROW_PADDING,
) -> Piece:
    laid = [_laid(cell, box, rtl=rtl) for cell, box in zip(cells, boxes, strict=True)]
    height = max(len(lines) for lines in laid) * look.LABEL_LEADING + 2 * padding

    def draw(canvas: Any, x: float, top: float) -> None:
        canvas.setStrokeColor(HexColor(look.HAIRLINE))
        canvas.setLineWidth(0.6)
        for cell, box, lines in zip(cells, boxes, laid, strict=True):
            left = x + box.offset
            if fill is not None:
                canvas.setFillColor(HexColor(fill))
            canvas.rect(left, top - height, box.width, height, stroke=1, fill=int(fill is not None))
            sign_room = _SIGN_ROOM if cell.sign is not None else 0.0
            air = (height - len(lines) * look.LABEL_LEADING) / 2
            text_left = left + look.CELL_PADDING + (0.0 if rtl else sign_room)
            place = Place(text_left, top - air, box.width - 2 * look.CELL_PADDING - sign_room)
            draw_lines(canvas, lines, place, look.LABEL_LEADING)
            if cell.sign is not None:
                inset = look.CELL_PADDING + 5
                at = left + box.width - inset if rtl else left + inset
                draw_sign(canvas, cell.sign, at, top - air - look.LABEL_LEADING / 2)
        if top_edge:
            canvas.setStrokeColor(HexColor(look.ACCENT))
            canvas.setLineWidth(0.9)
            canvas.line(x, top, x + look.WIDTH, top)

    return Piece(height, draw)


def _laid(cell: Cell, box: _Box, *, rtl: bool) -> list[Line]:
    room = box.width - 2 * look.CELL_PADDING - (_SIGN_ROOM if cell.sign is not None else 0.0)
    lines = [line for text, style in cell.paragraphs for line in text_lines([Span(text, style)], room, rtl=rtl)]
    # An empty cell is as tall as a line; its place in the row is not lost.
    return lines or text_lines([Span("—", look.SMALL_SOFT)], room, rtl=rtl)
