"""Signs of a criterion's outcome, drawn: neither typeface has them all, and colour alone tells nobody enough."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor

from desktop.facts.codes import CriterionOutcome, Outcome
from reports.page import look

COLOURS = {
    CriterionOutcome.MET: look.GOOD,
    CriterionOutcome.UNMET: look.STOP,
    CriterionOutcome.UNKNOWN: look.WAIT,
    CriterionOutcome.NOT_APPLICABLE: look.UNKNOWN,
}

SIGNS = {
    Outcome.ELIGIBLE: CriterionOutcome.MET,
    Outcome.INELIGIBLE: CriterionOutcome.UNMET,
    Outcome.UNDETERMINED: CriterionOutcome.UNKNOWN,
}
"""The sign under which an answer stands, that of a criterion which came out alike."""

# Strokes in a square of 10 by 10 around the centre.
_STROKES: dict[CriterionOutcome, list[list[tuple[float, float]]]] = {
    CriterionOutcome.MET: [[(-2.3, 0.1), (-0.6, -1.7), (2.5, 1.9)]],
    CriterionOutcome.UNMET: [[(-1.8, -1.8), (1.8, 1.8)], [(-1.8, 1.8), (1.8, -1.8)]],
    CriterionOutcome.NOT_APPLICABLE: [[(-2.2, 0), (2.2, 0)]],
}


def draw_sign(canvas: Any, outcome: CriterionOutcome, x: float, y: float, size: float = 10.0) -> None:
    """Draw the sign of `outcome` in a circle of diameter `size` around (x, y)."""
    scale = size / 10
    canvas.saveState()
    canvas.setLineWidth(1.15 * scale)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    colour = HexColor(COLOURS[outcome])
    canvas.setStrokeColor(colour)
    # What is settled is filled, what is open or beside the point is only outlined: told apart in black and white.
    settled = outcome in (CriterionOutcome.MET, CriterionOutcome.UNMET)
    canvas.setFillColor(colour if settled else HexColor(look.SURFACE))
    canvas.circle(x, y, 4.6 * scale, stroke=1, fill=1)
    canvas.setStrokeColor(HexColor(look.SURFACE) if settled else colour)
    if outcome is CriterionOutcome.UNKNOWN:
        _question(canvas, x, y, scale, colour)
    for stroke in _STROKES.get(outcome, []):
        path = canvas.beginPath()
        path.moveTo(x + stroke[0][0] * scale, y + stroke[0][1] * scale)
        for dx, dy in stroke[1:]:
            path.lineTo(x + dx * scale, y + dy * scale)
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _question(canvas: Any, x: float, y: float, scale: float, colour: Any) -> None:
    path = canvas.beginPath()
    path.moveTo(x - 1.5 * scale, y + 1.1 * scale)
    path.curveTo(x - 1.5 * scale, y + 3.1 * scale, x + 1.6 * scale, y + 3.1 * scale, x + 1.6 * scale, y + 1.1 * scale)
    path.curveTo(x + 1.6 * scale, y + 0.1 * scale, x, y + 0.2 * scale, x, y - 1.0 * scale)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setFillColor(colour)
    canvas.circle(x, y - 2.6 * scale, 0.55 * scale, stroke=0, fill=1)
