"""Colours and sizes of the office's paper, after the product's look; the light palette, since paper is light."""

from __future__ import annotations

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from reports.arabic.faces import Face
from reports.arabic.markup import Style

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 48.0
WIDTH = PAGE_WIDTH - 2 * MARGIN

INK, SOFT_INK = "#1B2326", "#5B686D"
ACCENT = "#0F6B62"
GOOD, WAIT, STOP, UNKNOWN = "#1E7A46", "#A8650A", "#B3261E", "#5B6B8C"
SURFACE = "#FFFFFF"
HEADER_FILL, HAIRLINE = "#EEF4F2", "#CBD5D2"
# Light enough to read through, dark enough to survive a photocopier.
WATERMARK = "#E9ECEA"

LABEL = Style(Face.LABEL, 9.5)
LABEL_STRONG = Style(Face.LABEL_SEMIBOLD, 9.5)
SMALL = Style(Face.LABEL, 8.5)
SMALL_SOFT = Style(Face.LABEL, 8.5, SOFT_INK)
TITLE = Style(Face.BODY_BOLD, 25)
SUBTITLE = Style(Face.LABEL, 10.5, SOFT_INK)
HEADING = Style(Face.LABEL_SEMIBOLD, 11, ACCENT)
BODY = Style(Face.BODY, 15)
BODY_STRONG = Style(Face.BODY_BOLD, 15)
NOTE = Style(Face.BODY, 12, SOFT_INK)
AMOUNT = Style(Face.BODY_BOLD, 16)
BOX_LABEL = Style(Face.BODY, 14.5)
BOX_SMALL = Style(Face.BODY, 13)
ANSWER = Style(Face.BODY_BOLD, 22)

BODY_LEADING = 25.5
# Latin letters have no marks above and below to leave room for.
LATIN_LEADING = 20.0
NOTE_LEADING = 19.0
LABEL_LEADING = 15.0
HEAD_LEADING = 16.5

ROW_PADDING = 5.0
CELL_PADDING = 9.0

# A code printed smaller than 25 mm is not read by every scanner; the quiet zone is part of the size.
CODE_SIZE = 31 * mm
QUIET_MODULES = 4
