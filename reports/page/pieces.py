"""What flows down the sheet: unbreakable pieces, each knowing its height and how to draw itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import HexColor

from reports.arabic.faces import font
from reports.arabic.ink import Align, Place, draw_line
from reports.arabic.lines import Line, set_lines
from reports.arabic.markup import Span, Style
from reports.page import look

# Draws at (canvas, left end, top), y growing upwards.
Draw = Callable[[Any, float, float], None]


@dataclass(frozen=True)
class Piece:
    """A slice of the flow, `height` points tall, that no page may cut.

    `before` is air above it, dropped at the top of a page. `keep` ties it to the piece that follows. `header` is drawn
    again above it when a page starts with it, as the head of a table.
    """

    height: float
    draw: Draw
    before: float = 0.0
    keep: bool = False
    header: Piece | None = None


def text_lines(spans: Sequence[Span], width: float, *, rtl: bool) -> list[Line]:
    """The lines of a paragraph; an empty one has none."""
    return [line for line in set_lines(spans, width, rtl=rtl) if line.glyphs]


def baseline(style: Style, leading: float) -> float:
    """How far below the top of a line of that leading its letters stand, in points.

    The two typefaces sit differently in their boxes, so the middle of the letters is set, not the box.
    """
    face = font(style.face).face
    return float(leading + (face.ascent + face.descent) / 1000 * style.size) / 2


def draw_lines(
    canvas: Any, lines: Sequence[Line], place: Place, leading: float, align: Align = Align.START, *, alone: bool = False
) -> None:
    """Draw lines downwards from `place.y`, the top of the first; unless `alone`, other text stands beside them."""
    for number, line in enumerate(lines):
        drop = baseline(max((glyph.style for glyph in line.glyphs), key=lambda style: style.size), leading)
        at = Place(place.x, place.y - number * leading - drop, place.width)
        draw_line(canvas, line, at, align, last=number == len(lines) - 1, alone=alone)


def paragraph(
    spans: Sequence[Span],
    *,
    rtl: bool,
    leading: float | None = None,
    align: Align = Align.START,
    before: float = 0.0,
    keep: bool = False,
) -> list[Piece]:
    """A paragraph as a piece a line; its first two and last two lines are never parted by a page."""
    return _stacked(spans, leading or body_leading(rtl=rtl), align, rtl=rtl, before=before, keep=keep)


def body_leading(*, rtl: bool) -> float:
    """The distance of body lines in the script of the paper."""
    return look.BODY_LEADING if rtl else look.LATIN_LEADING


def _stacked(
    spans: Sequence[Span], leading: float, align: Align, *, rtl: bool, before: float, keep: bool
) -> list[Piece]:
    lines = text_lines(spans, look.WIDTH, rtl=rtl)
    pieces = []
    for number, line in enumerate(lines):
        last = number == len(lines) - 1

        def draw(canvas: Any, x: float, top: float, line: Line = line, last: bool = last) -> None:
            drop = baseline(line.glyphs[0].style, leading)
            draw_line(canvas, line, Place(x, top - drop, look.WIDTH), align, last=last)

        near_edge = number in (0, len(lines) - 2)
        pieces.append(
            Piece(leading, draw, before=0.0 if number else before, keep=(near_edge and not last) or (last and keep))
        )
    return pieces


def heading(text: str, *, rtl: bool) -> list[Piece]:
    """The title of a section, kept with what follows."""
    pieces = paragraph([Span(text, look.HEADING)], rtl=rtl, leading=18, before=15, keep=True)
    return [*pieces[:-1], replace(pieces[-1], height=pieces[-1].height + 3)]


def bullets(texts: Sequence[str], *, rtl: bool, leads: Sequence[str] = (), style: Style = look.LABEL) -> list[Piece]:
    """Items, each with a dot and, in bold before its text, its lead (a date, a name) where one is given."""
    pieces = []
    for number, text in enumerate(texts):
        lead = [Span(f"{leads[number]}: ", replace(look.LABEL_STRONG, size=style.size))] if leads else []
        lines = text_lines([*lead, Span(text, style)], look.WIDTH - _INDENT, rtl=rtl)

        def draw(canvas: Any, x: float, top: float, lines: list[Line] = lines) -> None:
            dot = x + look.WIDTH - 4 if rtl else x + 4
            canvas.setFillColor(HexColor(look.ACCENT))
            canvas.circle(dot, top - look.LABEL_LEADING / 2, 1.4, stroke=0, fill=1)
            left = x if rtl else x + _INDENT
            draw_lines(canvas, lines, Place(left, top, look.WIDTH - _INDENT), look.LABEL_LEADING, alone=True)

        pieces.append(Piece(len(lines) * look.LABEL_LEADING + 2, draw, keep=number == 0 and len(texts) > 1))
    return pieces


_INDENT = 13.0
