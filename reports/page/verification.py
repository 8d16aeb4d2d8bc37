"""The code by which a paper is checked without a network, drawn as one vector path."""

from __future__ import annotations

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
    path = canvas.beginPath()
    for number, row in enumerate(modules):
        top = y + look.CODE_SIZE - (number + 1 + look.QUIET_MODULES) * module
        start = None
        for column, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                # Neighbours in one rectangle: printers leave a white seam between two that only touch.
                path.rect(x + (start + look.QUIET_MODULES) * module, top, (column - start) * module, module)
                start = None
    canvas.setFillColor(HexColor("#000000"))
    canvas.drawPath(path, stroke=0, fill=1)
