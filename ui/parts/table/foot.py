"""The line below a list: how many rows, how many chosen, where a long list stands, and the way out to a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.flow import FlowLayout
from ui.parts.table.export import Format
from ui.parts.table.model import TableModel
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.rows_model import RowsModel
from ui.parts.text import Text
from ui.theme.tokens import GRID


class Foot(Worded, QWidget):
    """Counts in the reader's plural forms and digits."""

    exported = Signal(str)
    """The `Format` that somebody wants the list in."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._chosen = model, 0
        row = FlowLayout(self, across=GRID * 2)
        row.setContentsMargins(GRID + GRID // 2, GRID // 2, GRID + GRID // 2, GRID // 2)
        self.count, self.chosen, self.trouble = Text("small", self), Text("small", self), Text("fault", self)
        self.again, self.export = QPushButton(self), QPushButton(self)
        for button in (self.again, self.export):
            button.setProperty("kind", "link")
        self.menu = QMenu(self)
        self.as_csv = self.menu.addAction("", lambda: self.exported.emit(str(Format.CSV)))
        self.as_xlsx = self.menu.addAction("", lambda: self.exported.emit(str(Format.XLSX)))
        self.export.setMenu(self.menu)
        self.again.clicked.connect(self._retry)
        self.say(self.as_csv.setText, lambda: self.tr("CSV text"))
        self.say(self.as_xlsx.setText, lambda: self.tr("Excel workbook"))
        self.say(self.export.setText, lambda: self.tr("Export"))
        self.say(self.again.setText, lambda: self.tr("Try again"))
        self.say(self.trouble.setText, lambda: self.tr("Some rows could not be read."))
        for widget in (self.count, self.chosen, self.trouble, self.again, self.export):
            row.addWidget(widget)
        self.reworded()

    def show_chosen(self, chosen: int) -> None:
        """How many rows are chosen."""
        self._chosen = chosen
        self.reworded()

    @override
    def reworded(self) -> None:
        model = self._model
        self.count.setText(self._counted())
        # One chosen row is the cursor; saying so would say nothing.
        self.chosen.setVisible(self._chosen > 1)
        self.chosen.setText(_said(self.tr("%n row(s) chosen", "", self._chosen), self._chosen, model.reader))
        trouble = isinstance(model, PagedModel) and model.trouble and model.kept > 0
        self.trouble.setVisible(trouble)
        self.again.setVisible(trouble)
        self.export.setVisible(model.rowCount() > 0)

    def _counted(self) -> str:
        model, reader = self._model, self._model.reader
        if isinstance(model, PagedModel):
            return self._place_in(model)
        shown = model.rowCount()
        every = len(model.all_rows) if isinstance(model, TableModel) else shown
        if shown < every:
            words = self.tr("{shown} of %n row(s)", "", every)
            return _said(words, every, reader).format(shown=reader.number(shown))
        return _said(self.tr("%n row(s)", "", shown), shown, reader)

    def _place_in(self, model: PagedModel) -> str:
        """Where the window of a long list stands in it, as far as that is known."""
        reader = model.reader
        total = model.total
        if total is None and not model.more_after and model.offset is not None:
            total = model.offset + model.kept
        if total is not None and total <= model.kept:
            return _said(self.tr("%n row(s)", "", total), total, reader)
        if model.offset is None or model.kept == 0:
            return "" if total is None else _said(self.tr("%n row(s)", "", total), total, reader)
        first, last = reader.number(model.offset + 1), reader.number(model.offset + model.kept)
        if total is None:
            return self.tr("Rows {first} to {last}").format(first=first, last=last)
        words = _said(self.tr("Rows {first} to {last} of %n", "", total), total, reader)
        return words.format(first=first, last=last)

    def _retry(self) -> None:
        if isinstance(self._model, PagedModel):
            self._model.retry()


def _said(words: str, number: int, reader: Reader) -> str:
    """A plural form with its number in the reader's digits, thousands apart."""
    return words.replace(str(number), reader.number(number))
