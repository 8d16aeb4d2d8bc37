"""Writes a list of households into a file that somebody names, on a lane; the window stays free meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.values.isolates import isolated
from ui.parts.table.columns import Column
from ui.parts.table.export import Format, sheet_of, write
from ui.shell.workplace import Workplace
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice

Rows = Callable[["OpenOffice"], Iterable[Any]]


class ListExport(QObject):
    """Asks where to, writes, and tells how many rows were written.

    Args:
        workplace: whose permission to export counts.
        parent: the screen, over which the dialog stands.
    """

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace, self._screen = workplace, parent

    def ask(self, form: Format, columns: list[Column[Any]], rows: Rows, title: str) -> None:
        """Ask where the file is to be written, then write it there."""
        if not self._workplace.may("export"):
            self._workplace.tell(lambda _language: self.tr("Your role does not export files."), Tone.WAIT)
            return
        dialog = QFileDialog(self._screen, self.tr("Export"))
        dialog.setObjectName("export-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.value)
        dialog.setNameFilter(f"*.{form.value}")
        dialog.selectFile(f"{title}.{form.value}")
        dialog.fileSelected.connect(lambda name: self.write(Path(name), form, columns, rows, title))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def write(self, path: Path, form: Format, columns: list[Column[Any]], rows: Rows, title: str) -> None:
        """Write the rows into a file and tell of it."""
        reader = self._workplace.reader
        # The headings are said here, on the main thread; the rows are read and worded on the lane.
        empty = sheet_of(columns, (), reader, title)

        def work(office: OpenOffice) -> int:
            return write(path, replace(empty, lines=sheet_of(columns, rows(office), reader, title).lines), form)

        def written(count: int) -> None:
            def words(_language: object) -> str:
                said = self.tr("%n row(s) were written to {file}.", "", count)
                return said.replace(str(count), self._workplace.reader.number(count)).format(file=isolated(path.name))

            self._workplace.tell(words, Tone.GOOD, passing=True)

        self._workplace.document(self._screen, work, done=written)
