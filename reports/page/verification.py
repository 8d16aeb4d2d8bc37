"""The code by which a paper is checked without a network, drawn as one vector path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import segno
from reportlab.lib.colors import HexColor

from reports.page import look


def draw_code(canvas: Any, text: str, x: float, y: float) -> None:
    """Draw the QR code of `text` with its lower left corner at (x, y), `look.CODE_SIZE` wide with its quiet zone."""
    modules = [list(row) for row in segno.make(text, error="m", micro=False, boost_error=False).matrix]
    # The frame is drawn outside the quiet zone that the standard asks for.
    module = look.CODE_SIZE / (len(modules) + 2 * look.QUIET_MODULES)
    canvas.setFillColor(HexColor(look.SURFACE))
    canvas.setStrokeColor(HexColor(look.HAIRLINE))
    canvas.setLineWidth(0.6)
    canvas.rect(x, y, look.CODE_SIZE, look.CODE_SIZE, stroke=1, fill=1)
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(module, module)
    canvas.setFillColor(HexColor("#000000"))
    # In whole modules and written as one string: ReportLab would format three thousand fractions, a fifth of a paper.
    canvas._code.append(" ".join([*_bars(modules), "f"]))
    canvas.restoreState()


def draw_place_of_code(canvas: Any, x: float, y: float) -> None:
    """Draw where the code of an unissued paper will stand: the frame alone, dashed."""
    canvas.saveState()
    canvas.setStrokeColor(HexColor(look.HAIRLINE))
    canvas.setLineWidth(0.6)
    canvas.setDash([3, 3])
    canvas.rect(x, y, look.CODE_SIZE, look.CODE_SIZE, stroke=1, fill=0)
    canvas.restoreState()


def _bars(modules: list[list[int]]) -> Iterator[str]:
    """Dark modules as rectangles a row high; neighbours are one, since printers leave a seam between two that touch."""
    for number, row in enumerate(modules):
        bottom = len(modules) - number - 1 + look.QUIET_MODULES
        start = None
        for column, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                yield f"{start + look.QUIET_MODULES} {bottom} {column - start} 1 re"
                start = None
