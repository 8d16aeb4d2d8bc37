"""Boxes that hold what the eye must find first: an amount in figures and words, an answer, a seat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import HexColor

from reports.arabic.ink import Align, Place
from reports.arabic.lines import Line
from reports.arabic.markup import Span, Style
from reports.page import look
from reports.page.pieces import Piece, draw_lines, text_lines

_PADDING = 14.0
_RADIUS = 4.0


@dataclass(frozen=True)
class BoxLine:
    """A label at the side where reading starts and its value at the other; a long value wraps under itself.

    `ruled` draws a hairline above, as over a total.
    """

    label: str
    value: str
    label_style: Style = look.BOX_LABEL
    value_style: Style = look.AMOUNT
    leading: float = look.BODY_LEADING
    ruled: bool = False


def box(lines: Sequence[BoxLine], *, rtl: bool, before: float = 12.0, colour: str = look.ACCENT) -> Piece:
    """A framed box of lines. The label takes the width it needs, at most half; the value takes the rest."""
    laid = _fitted(lines, rtl=rtl)
    height = sum(each.height for each in laid) + 2 * _AIR

    def draw(canvas: Any, x: float, top: float) -> None:
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(1)
        canvas.roundRect(x, top - height, look.WIDTH, height, _RADIUS, stroke=1, fill=0)
        y = top - _AIR
        left = x + _PADDING
        for each in laid:
            if each.line.ruled:
                canvas.setStrokeColor(HexColor(look.HAIRLINE))
                canvas.setLineWidth(0.6)
                canvas.line(left, y - _RULE_AIR, left + _INNER, y - _RULE_AIR)
                y -= 2 * _RULE_AIR
            draw_lines(canvas, each.label, Place(left, y, _INNER), each.line.leading)
            # Short values stand at the far side; a wrapped one reads as a paragraph from its own start.
            align = Align.END if len(each.value) == 1 else Align.START
            value_left = left if rtl else left + _INNER - each.room
            draw_lines(canvas, each.value, Place(value_left, y, each.room), each.line.leading, align)
            y -= each.text_height

    return Piece(height, draw, before=before)


_INNER = look.WIDTH - 2 * _PADDING
_AIR, _RULE_AIR = 9.0, 4.0
# Sums in words are long: they may shrink so far before they wrap, all of one box alike.
_SHRINKS = (1.0, 0.93, 0.86, 0.8)


@dataclass(frozen=True)
class _Laid:
    line: BoxLine
    label: list[Line]
    value: list[Line]
    room: float

    @property
    def text_height(self) -> float:
        return max(len(self.label), len(self.value)) * self.line.leading

    @property
    def height(self) -> float:
        return self.text_height + (2 * _RULE_AIR if self.line.ruled else 0.0)


def _fitted(lines: Sequence[BoxLine], *, rtl: bool) -> list[_Laid]:
    laid: list[_Laid] = []
    for shrink in _SHRINKS:
        laid = [_laid(line, shrink, rtl=rtl) for line in lines]
        if all(len(each.value) == 1 for each in laid):
            break
    return laid


def _laid(line: BoxLine, shrink: float, *, rtl: bool) -> _Laid:
    label = text_lines([Span(line.label, line.label_style)], _INNER * 0.5, rtl=rtl)
    room = _INNER - max((each.width for each in label), default=0.0) - 16
    style = replace(line.value_style, size=line.value_style.size * shrink)
    return _Laid(line, label, text_lines([Span(line.value, style)], room, rtl=rtl), room)
