"""A form: rows in one column or in two as the width allows, walked through by Tab in the order they are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.fields.field import Field
from ui.parts.fields.form_row import FormRow, Words
from ui.parts.fields.sentences import sentence_of
from ui.parts.text import Text
from ui.theme.look import worn
from ui.theme.tokens import GRID

COLUMN = 340
"""Pixels at 100 % text size from which a column is wide enough for every field."""


class _Placed(NamedTuple):
    widget: QWidget
    wide: bool


class Form(Worded, QWidget):
    """Rows by the JSON Pointer of their fact.

    Args:
        reader: how values are shown.
        columns: at most, where there is room.
    """

    changed = Signal(str)
    """A person changed the field at this pointer."""

    left = Signal(str)
    """The keyboard left the field at this pointer."""

    def __init__(self, reader: Reader, parent: QWidget | None = None, *, columns: int = 2) -> None:
        # A resize may come from Qt's own constructor.
        self._columns, self._most = 0, columns
        self._rows: dict[str, FormRow] = {}
        self._order: list[_Placed] = []
        super().__init__(parent)
        self.reader = reader
        self._grid = QGridLayout(self)
        # Two columns must not keep the form from becoming so narrow that one is better.
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(GRID + GRID // 2)

    # --- what stands in it -------------------------------------------------------------------------------------

    def add(
        self,
        pointer: str,
        field: Field,
        label: Words,
        *,
        hint: Words | None = None,
        required: bool = False,
        wide: bool = False,
    ) -> FormRow:
        """A row behind the others; `wide` gives it all columns. Hidden rows (`setVisible`) leave no gap."""
        row = FormRow(label, field, self, hint=hint, required=required)
        self._rows[pointer] = row
        field.changed.connect(lambda: self.changed.emit(pointer))
        field.left.connect(lambda: self.left.emit(pointer))
        self._append(_Placed(row, wide))
        return row

    def add_heading(self, words: Words) -> Text:
        """A heading above the rows that follow."""
        heading = Text("subtitle", self, wraps=True)
        self.say(heading.setText, words)
        self._append(_Placed(heading, wide=True))
        return heading

    def add_widget(self, widget: QWidget) -> None:
        """Something else over all columns."""
        self._append(_Placed(widget, wide=True))

    def field(self, pointer: str) -> Field:
        """The field of a fact; KeyError where the form has none."""
        return self._rows[pointer].field

    def row(self, pointer: str) -> FormRow:
        """The row of a fact; KeyError where the form has none."""
        return self._rows[pointer]

    def fields(self) -> Iterator[tuple[str, Field]]:
        """Every field with its pointer, in reading order."""
        for pointer, row in self._rows.items():
            yield pointer, row.field

    def show_row(self, pointer: str, *, shown: bool) -> None:
        """Show or hide a row; the others close up."""
        self._rows[pointer].setVisible(shown)
        self._place()

    def set_reader(self, reader: Reader) -> None:
        """Show every value in other digits, language or calendar."""
        self.reader = reader
        for _, field in self.fields():
            field.set_reader(reader)

    # --- faults ------------------------------------------------------------------------------------------------

    def show_fault(self, pointer: str, sentence: str) -> bool:
        """Say a fault at its field, or at the nearest one above or below it; False where the form has none.

        A fault of an object (`/payee`) is told at the first of its facts, one within a field at that field.
        """
        row = self._nearest(pointer)
        if row is not None:
            row.field.show_fault(sentence)
        return row is not None

    def go_to(self, pointer: str) -> bool:
        """Put the keyboard into a field and bring it into view; False where the form has none there."""
        row = self._nearest(pointer)
        if row is None:
            return False
        row.field.control().setFocus(Qt.FocusReason.OtherFocusReason)
        above = row.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(row, GRID * 2, GRID * 2)
            above = above.parentWidget()
        return True

    def check(self) -> bool:
        """Say at every field that is shown what is wrong with it, and go to the first; True where nothing is."""
        faulty = ""
        for pointer, row in self._rows.items():
            if row.isHidden():
                continue
            sentence = row.field.fault()
            if not sentence and row.required and row.field.is_empty:
                sentence = sentence_of(OfficeError("fields.needed"), self.reader)
            row.field.show_fault(sentence)
            faulty = faulty or (pointer if sentence else "")
        return not (faulty and self.go_to(faulty))

    def _nearest(self, pointer: str) -> FormRow | None:
        if pointer in self._rows:
            return self._rows[pointer]
        below = (row for at, row in self._rows.items() if at.startswith(f"{pointer}/") and not row.isHidden())
        above = (row for at, row in self._rows.items() if pointer.startswith(f"{at}/"))
        return next(below, None) or next(above, None)

    # --- where things stand ------------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max((each.widget.minimumSizeHint().width() for each in self._order), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def _append(self, placed: _Placed) -> None:
        self._order.append(placed)
        self._columns = 0
        self._place()

    def _fitting(self) -> int:
        column = worn().pixels(COLUMN)
        return max(1, min(self._most, (self.width() + 3 * GRID) // (column + 3 * GRID)))

    def _place(self) -> None:
        columns = self._fitting()
        shown = [each for each in self._order if not each.widget.isHidden()]
        if columns == self._columns and [each.widget for each in shown] == self._standing():
            return
        self._columns = columns
        # `takeAt` would leave the old items alive, and with them heights that nobody calculates anew.
        for widget in self._standing():
            self._grid.removeWidget(widget)
        row = column = 0
        for each in shown:
            if column and (each.wide or column == columns):
                row, column = row + 1, 0
            span = columns if each.wide else 1
            self._grid.addWidget(each.widget, row, column, 1, span)
            column += span
        for at in range(max(self._most, 1)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        # Nothing stands below the last row, so that rows keep their own height in a tall form.
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, 0)
        self._grid.setRowStretch(row + 1, 1)

    def _standing(self) -> list[QWidget]:
        items = (self._grid.itemAt(at) for at in range(self._grid.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]
