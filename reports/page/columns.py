"""A plot of stacked columns that reads from the side the language starts at, in colour and in black and white."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from reportlab.lib.colors import HexColor

from reports.arabic.ink import Align, Place
from reports.arabic.lines import Line
from reports.arabic.markup import Span
from reports.page import look
from reports.page.pieces import Piece, draw_lines, text_lines

_HEIGHT = 138.0
_LABEL = replace(look.SMALL, size=7.5)
_SOFT = replace(look.SMALL_SOFT, size=7.5)
_LEADING = 10.5
_LEGEND = 17.0
_MOST_TICKS = 5
_OPEN = 12.0
"""Points of the dashed stub that stands for a part that nothing bounds."""

_HATCH = 4.0


@dataclass(frozen=True)
class StackedColumn:
    """One column: two parts on each other, and a mark across it.

    Args:
        label: below it; `group` is said once below all columns that follow each other in it.
        lower: the filled part, in minor units.
        upper: the hatched part on it, as far as it is sure.
        most: the most that the hatched part may be, dashed above it; None where nothing bounds it.
        mark: where the bar across stands; None for none.
    """

    label: str
    group: str
    lower: int
    upper: int
    most: int | None
    mark: int | None


@dataclass(frozen=True)
class Legend:
    """What the parts of a column are called."""

    lower: str
    upper: str
    mark: str
    beyond: str


def columns_plot(
    columns: Sequence[StackedColumn], legend: Legend, *, tick: Callable[[int], str], rtl: bool, before: float = 6.0
) -> Piece:
    """The plot with its legend as one piece; the first column stands where reading begins, beside the scale.

    Args:
        columns: one at least.
        legend: names; what occurs in no column is left out.
        tick: says an amount of minor units on the scale.
        rtl: whether it reads from the right.
        before: air above.
    """
    step, count = _scale(max(_tallest(column) for column in columns))
    said = [_line(tick(number * step), rtl=rtl) for number in range(count + 1)]
    gutter = max(line.width for line in said) + 8
    plot = _Plot(columns, rtl=rtl, gutter=gutter, top=step * count)
    height = _LEGEND + _HEIGHT + 2 * _LEADING + 10

    def draw(canvas: Any, x: float, top: float) -> None:
        _draw_legend(canvas, columns, legend, Place(x, top, look.WIDTH), rtl=rtl)
        floor = top - _LEGEND - _HEIGHT - 4
        for number, line in enumerate(said):
            y = floor + plot.height(number * step)
            canvas.setStrokeColor(HexColor(look.SOFT_INK if number == 0 else look.HAIRLINE))
            canvas.setLineWidth(0.8 if number == 0 else 0.5)
            canvas.line(x + plot.left, y, x + plot.left + plot.width, y)
            at = x + plot.left + plot.width + 4 if rtl else x
            draw_lines(canvas, [line], Place(at, y + _LEADING / 2, gutter - 4), _LEADING, Align.END)
        for place, column in zip(plot.slots(), columns, strict=True):
            _draw_column(canvas, column, x + place, floor, plot)
        _draw_labels(canvas, columns, plot, x, floor, rtl=rtl)

    return Piece(height, draw, before=before)


class _Plot:
    """Where columns stand, in points from the left end of the piece."""

    def __init__(self, columns: Sequence[StackedColumn], *, rtl: bool, gutter: float, top: int) -> None:
        self.left = 0.0 if rtl else gutter
        self.width = look.WIDTH - gutter
        self.slot = self.width / len(columns)
        self._top, self._rtl, self._count = top, rtl, len(columns)

    def slots(self) -> Iterator[float]:
        """The left end of each column's slot."""
        for number in range(self._count):
            at = self._count - number - 1 if self._rtl else number
            yield self.left + at * self.slot

    def height(self, minor: int) -> float:
        """How tall so many minor units stand."""
        return _HEIGHT * minor / self._top


def _tallest(column: StackedColumn) -> int:
    return max(column.lower + max(column.upper, column.most or 0), column.mark or 0)


def _scale(tallest: int) -> tuple[int, int]:
    """(minor units between two ticks, ticks above nothing); whole units of the currency."""
    step = 100
    while True:
        for factor in (1, 2, 5):
            if step * factor * _MOST_TICKS >= tallest:
                return step * factor, max(1, -(-tallest // (step * factor)))
        step *= 10


def _draw_column(canvas: Any, column: StackedColumn, x: float, floor: float, plot: _Plot) -> None:
    air = plot.slot * 0.16
    left, width = x + air, plot.slot - 2 * air
    middle = floor + plot.height(column.lower)
    _filled(canvas, left, floor, width, middle - floor)
    if column.upper:
        _hatched(canvas, left, middle, width, plot.height(column.upper))
    if column.most != column.upper:
        rest = _OPEN if column.most is None else plot.height(column.most - column.upper)
        _dashed(canvas, left, middle + plot.height(column.upper), width, rest)
    if column.mark is not None:
        _marked(canvas, x + air / 3, floor + plot.height(column.mark), plot.slot - air * 2 / 3)


def _filled(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    canvas.setFillColor(HexColor(look.ACCENT))
    canvas.rect(x, y, width, height, stroke=0, fill=1)


def _outlined(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    canvas.setStrokeColor(HexColor(look.ACCENT))
    canvas.setLineWidth(0.7)
    canvas.rect(x, y, width, height, stroke=1, fill=0)


def _hatched(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    canvas.saveState()
    around = canvas.beginPath()
    around.rect(x, y, width, height)
    canvas.clipPath(around, stroke=0, fill=0)
    canvas.setStrokeColor(HexColor(look.ACCENT))
    canvas.setLineWidth(0.6)
    at = -width
    while at < height:
        canvas.line(x, y + at, x + width, y + at + width)
        at += _HATCH
    canvas.restoreState()
    _outlined(canvas, x, y, width, height)


def _marked(canvas: Any, x: float, y: float, width: float) -> None:
    """A dark bar with light edges, to be seen on either part."""
    for colour, weight in ((look.SURFACE, 3.4), (look.INK, 1.8)):
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(weight)
        canvas.line(x, y, x + width, y)


def _draw_labels(
    canvas: Any, columns: Sequence[StackedColumn], plot: _Plot, x: float, floor: float, *, rtl: bool
) -> None:
    places = list(zip(plot.slots(), columns, strict=True))
    for place, column in places:
        line = _line(column.label, rtl=rtl)
        draw_lines(canvas, [line], Place(x + place, floor - 2, plot.slot), _LEADING, Align.CENTRE)
    for group, members in groupby(places, key=lambda each: each[1].group):
        ends = [place for place, _ in members]
        left, width = min(ends), max(ends) - min(ends) + plot.slot
        line = _line(group, rtl=rtl, soft=True)
        draw_lines(canvas, [line], Place(x + left, floor - 2 - _LEADING, width), _LEADING, Align.CENTRE)
        canvas.setStrokeColor(HexColor(look.HAIRLINE))
        canvas.setLineWidth(0.6)
        canvas.line(x + left + 2, floor - 1.5 - _LEADING, x + left + width - 2, floor - 1.5 - _LEADING)


def _draw_legend(canvas: Any, columns: Sequence[StackedColumn], legend: Legend, place: Place, *, rtl: bool) -> None:
    side = 9.0
    keys: list[tuple[str, Callable[[float, float], None]]] = [
        (legend.lower, lambda x, y: _filled(canvas, x, y, side, side)),
        (legend.upper, lambda x, y: _hatched(canvas, x, y, side, side)),
    ]
    if any(column.mark is not None for column in columns):
        keys.append((legend.mark, lambda x, y: _marked(canvas, x - 1, y + side / 2, side + 2)))
    if any(column.most != column.upper for column in columns):
        keys.append((legend.beyond, lambda x, y: _dashed(canvas, x, y, side, side)))
    pen = place.x + place.width if rtl else place.x
    for words, draw in keys:
        line = _line(words, rtl=rtl)
        bottom = place.y - side - 2
        draw(pen - side if rtl else pen, bottom)
        text = pen - side - 4 - line.width if rtl else pen + side + 4
        draw_lines(canvas, [line], Place(text, bottom + side / 2 + _LEADING / 2, line.width), _LEADING)
        pen += (-1 if rtl else 1) * (side + line.width + 18)


def _dashed(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    canvas.setDash([1.5, 1.5])
    _outlined(canvas, x, y, width, height)
    canvas.setDash()


def _line(text: str, *, rtl: bool, soft: bool = False) -> Line:
    return text_lines([Span(text, _SOFT if soft else _LABEL)], look.WIDTH, rtl=rtl)[0]
