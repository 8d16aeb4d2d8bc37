"""Puts an issued paper on a printer or into a file; the window stays free meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.values.isolates import isolated
from ui.parts.preview_pages import PaperPage
from ui.parts.printing import print_pages
from ui.screens.issuing.paper_work import ON_PAPER, pictured, written
from ui.shell.workplace import Workplace
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class HandingOut(QObject):
    """Asks for the printer, prints, writes, and tells of it.

    Args:
        workplace: whose lanes do the work.
        parent: the widget over which the dialog stands.
    """

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace, self._over = workplace, parent

    def print(self, pdf: bytes, serial: str) -> None:
        """Picture the pages as finely as paper takes them and ask which printer."""
        self._workplace.document(
            self, lambda _office: pictured(pdf, ON_PAPER), done=lambda pages: self._ask(pages, serial)
        )

    def print_on(self, printer: QPrinter, pages: tuple[PaperPage, ...], serial: str) -> None:
        """Print on a printer as somebody set it up."""

        def sent(_none: None) -> None:
            self._tell(self.tr("Document {serial} was sent to the printer.").format(serial=self._code(serial)))

        self._workplace.document(self, lambda _office: print_pages(pages, printer), done=sent)

    def save(self, pdf: bytes, path: str) -> None:
        """Write the file where somebody chose."""

        def saved(file: Path) -> None:
            self._tell(self.tr("The document was written to {file}.").format(file=isolated(file.name)))

        self._workplace.document(self, lambda _office: written(Path(path), pdf), done=saved)

    def _ask(self, pages: tuple[PaperPage, ...], serial: str) -> None:
        # Loaded where somebody prints: most of a day nobody does.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(serial)
        dialog = QPrintDialog(printer, self._over)
        dialog.setObjectName("print-dialog")
        dialog.accepted.connect(lambda: self.print_on(printer, pages, serial))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        # Its own `open` takes a receiver instead of only opening.
        dialog.setModal(True)
        dialog.show()

    def _code(self, serial: str) -> str:
        return self._workplace.reader.code(serial)

    def _tell(self, words: str) -> None:
        self._workplace.tell(lambda _language: words, Tone.GOOD, passing=True)
