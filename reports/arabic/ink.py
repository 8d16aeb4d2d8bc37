"""Drawing set lines on a ReportLab canvas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import groupby
from typing import Any

from reportlab.lib.colors import Color, HexColor

from reports.arabic.faces import Face, extent, font
from reports.arabic.lines import Glyph, Line
from reports.arabic.outlines import outline
from reports.arabic.reading import Run, runs

# Air between a letter and its mark, and between two marks, in thousandths of the size.
_MARK_GAP = 40
# A tag that PDF's standard does not know; readers that go by tags skip the mark.
_FOR_PDFIUM = "/Drawn"
# The glyph of «الله» is drawn with its own marks.
_ALLAH = "\ufdf2"


class Align(Enum):
    """Where a line stands in its width; start is the side where reading begins."""

    START = "start"
    CENTRE = "centre"
    END = "end"
    JUSTIFIED = "justified"


@dataclass(frozen=True)
class Place:
    """Where a line goes: the left end of its box, its baseline, and the width of the box, in points."""

    x: float
    y: float
    width: float


def draw_line(
    canvas: Any, line: Line, place: Place, align: Align = Align.START, *, last: bool = True, alone: bool = True
) -> None:
    """Draw a line in its place.

    The `last` of a justified paragraph keeps its natural width; a line is `alone` if no other stands beside it.
    """
    if not line.glyphs:
        return
    gaps = sum(glyph.is_space for glyph in line.glyphs)
    room = place.width - line.width
    stretch = room / gaps if align is Align.JUSTIFIED and not last and gaps and room > 0 else 0.0
    room -= stretch * gaps
    at_right = (align is Align.END) != line.rtl
    left = place.x + (room / 2 if align is Align.CENTRE else room if at_right else 0.0)
    told = runs(line, alone=alone)
    _draw_letters(canvas, told, left, place.y, stretch)
    if any(glyph.cluster.marks for glyph in line.glyphs):
        _draw_marks(canvas, [glyph for run in told for glyph in run.glyphs], left, place.y, stretch)


def draw_outlines(canvas: Any, line: Line, x: float, y: float) -> None:
    """Draw a line from `x` as outlines only: seen on paper, never met by who reads, searches or copies."""
    pen = x
    for glyph in (line.glyphs[index] for index in line.visual):
        _fill(canvas, glyph, glyph.ink, pen, y)
        pen += glyph.width


def _draw_letters(canvas: Any, told: list[Run], left: float, y: float, stretch: float) -> None:
    text = canvas.beginText()
    text.setTextOrigin(left, y)
    if stretch:
        text.setWordSpace(stretch)
    for run in told:
        if run.spoken is not None:
            text._code.append(f"/Span <</ActualText {_utf16(run.spoken)}>> BDC")
        if run.pdfium:
            text._code.append(f"{_FOR_PDFIUM} <</ActualText {_utf16(run.pdfium)}>> BDC")
        for (face, style), glyphs in groupby(run.glyphs, key=lambda glyph: (glyph.face, glyph.style)):
            if run.pdfium == "":
                # One for each string drawn: pdfium skips all but the first of those that share a mark.
                text._code.append(f"{_FOR_PDFIUM} <</ActualText ()>> BDC")
            text.setFont(font(face).fontName, style.size)
            text.setFillColor(_colour(style.colour))
            text.textOut("".join(glyph.ink for glyph in glyphs))
            if run.pdfium == "":
                text._code.append("EMC")
        text._code += ["EMC"] * ((run.spoken is not None) + bool(run.pdfium))
    if stretch:
        text.setWordSpace(0)
    canvas.drawText(text)


@cache
def _colour(name: str) -> Color:
    return HexColor(name)


def _utf16(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _draw_marks(canvas: Any, glyphs: list[Glyph], left: float, y: float, stretch: float) -> None:
    pen = left
    for glyph in glyphs:
        for mark, dx, dy in _mark_places(glyph):
            _fill(canvas, glyph, mark, pen + dx, y + dy)
        pen += glyph.width + (stretch if glyph.is_space else 0.0)


def _mark_places(glyph: Glyph) -> Iterator[tuple[str, float, float]]:
    """Each mark with its shift from the letter's origin, centred on the letter and clear of it, in points."""
    left, bottom, right, top = extent(glyph.ink, glyph.face)
    scale = glyph.style.size / 1000
    ceiling, floor = top, bottom
    if glyph.ink == _ALLAH:
        return
    # Shadda sits on the letter and the vowel on the shadda, in whichever order they were typed.
    for mark in sorted(glyph.cluster.marks, key=lambda mark: mark != "\u0651"):
        m_left, m_bottom, m_right, m_top = extent(mark, glyph.face)
        dx = (left + right - m_left - m_right) / 2
        if mark in "\u0650\u064d":
            dy = min(0.0, floor - _MARK_GAP - m_top)
            floor = m_bottom + dy
        else:
            dy = max(_MARK_GAP + ceiling - m_bottom, _lowest(glyph) - m_bottom)
            ceiling = m_top + dy
        yield mark, dx * scale, dy * scale


def _lowest(glyph: Glyph) -> float:
    """Height under which no mark above may start: that of the middle of a medial beh."""
    return extent("\ufe92", glyph.face)[3] + _MARK_GAP


def _fill(canvas: Any, glyph: Glyph, letter: str, x: float, y: float) -> None:
    scale = glyph.style.size / font(glyph.face).face.unitsPerEm
    canvas.setFillColor(_colour(glyph.style.colour))
    # The path is kept in font units as text: ReportLab would format each of its fractions anew for every mark.
    canvas._code.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm {_path(letter, glyph.face)} f Q")


@cache
def _path(letter: str, face: Face) -> str:
    steps: list[str] = []
    for (x, y), curves in outline(letter, face):
        steps.append(f"{x:.0f} {y:.0f} m")
        for curve in curves:
            steps.append(" ".join(f"{ordinate:.0f}" for point in curve for ordinate in point) + " c")
        steps.append("h")
    return " ".join(steps)
