"""Puts pages on paper at their true size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from desktop.values.errors import Unreachable
from ui.parts.preview_pages import PaperPage

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MILLIMETRES = 25.4
"""Of an inch, in which printers count their dots."""


def print_pages(pages: Sequence[PaperPage], printer: QPrinter) -> None:
    """Print pages, each on paper of its own size: a centimetre of the page is a centimetre of the paper.

    Args:
        pages: at 300 dots for each inch, or letters look rough on paper.
        printer: as somebody set it up in the dialog; only size, orientation and margins are set anew.

    Raises:
        Unreachable: `parts.printer_not_reached`, when it does not take the pages.
    """
    painter = QPainter()
    # Margins are part of the page already; the printer's own would shrink it.
    printer.setFullPage(True)
    for number, page in enumerate(pages):
        printer.setPageLayout(_layout(page))
        begun = painter.begin(printer) if number == 0 else printer.newPage()
        if not begun:
            raise Unreachable("parts.printer_not_reached", printer=printer.printerName() or printer.outputFileName())
        dots = printer.resolution() / _MILLIMETRES
        image = QImage.fromData(page.png)
        painter.drawImage(QRectF(0, 0, page.width_mm * dots, page.height_mm * dots), image)
    painter.end()


def _layout(page: PaperPage) -> QPageLayout:
    upright = QSizeF(min(page.width_mm, page.height_mm), max(page.width_mm, page.height_mm))
    size = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lying = page.width_mm > page.height_mm
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))
