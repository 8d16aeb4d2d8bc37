"""A field of one line: as typed while one types in it, in the reader's spelling once it is left."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.values.digits import to_arabic_indic
from desktop.values.errors import OfficeError
from ui.language.reader import Reader
from ui.parts.fields.field import Field
from ui.parts.fields.sentences import sentence_of
from ui.parts.fields.typed_line import Order, TypedLine


class LineField(Field):
    """The base of the fields of one line; each says how a text is read, spelled and shown."""

    def __init__(
        self,
        reader: Reader,
        parent: QWidget | None = None,
        *,
        order: Order = Order.WORDS,
        characters: int | None = None,
    ) -> None:
        super().__init__(reader, parent)
        self.line = TypedLine(self, order=order, characters=characters)
        self.row.addWidget(self.line, 0 if characters else 1)
        self.setFocusProxy(self.line)
        self.line.typed.connect(self._on_typed)
        self.line.entered.connect(self._on_entered)
        self.line.left.connect(self._on_left)

    @abstractmethod
    def read(self, text: str) -> Any:
        """The value of a text that is not blank; OfficeError where it cannot be read."""

    @abstractmethod
    def spelled(self, value: Any) -> str:
        """A text that is read as the value, in western digits."""

    def shown(self, value: Any) -> str:
        """The value as it stands in the field while nobody types in it; is read as the same value."""
        return self.figures(self.spelled(value))

    def figures(self, text: str) -> str:
        """`text` in the reader's digits and otherwise as it is, separators too, so that it is read as before."""
        return to_arabic_indic(text) if self.reader.arabic_digits else text

    def edited_as(self, typed: str) -> str:
        """What was typed, as it stands in the field when somebody comes back to it; of the same length."""
        return self.figures(typed)

    @override
    def value(self) -> Any:
        return self.meant()

    def meant(self) -> Any:
        """What the text is read as; None where it is blank or cannot be read."""
        try:
            return self._read()
        except OfficeError:
            return None

    @override
    def set_value(self, value: Any) -> None:
        self.set_typed_text("" if value is None else self.spelled(value))

    @override
    def typed_text(self) -> str:
        return self.line.typed_text()

    @override
    def set_typed_text(self, text: str) -> None:
        if text == self.line.typed_text():
            return
        self.line.put(text)
        self.shown_anew()
        self._fault = ""
        self.examined()
        self._show_foot()

    @override
    def fault(self) -> str:
        try:
            self._read()
        except OfficeError as error:
            return sentence_of(error, self.reader)
        return ""

    @override
    def control(self) -> QWidget:
        return self.line

    @override
    def setReadOnly(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)

    @override
    def is_read_only(self) -> bool:
        return self.line.isReadOnly()

    @override
    def shown_anew(self) -> None:
        if not self.line.hasFocus():
            self._show()
        self.examined()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.line.turn()

    def examined(self) -> None:
        """Look at what is typed and note what it says; called after every change of it."""

    def _read(self) -> Any:
        return None if self.is_empty else self.read(self.line.typed_text())

    def _show(self) -> None:
        value = self.meant()
        typed = self.line.typed_text()
        self.line.show_as(typed if value is None else self.shown(value))

    def _on_typed(self, _text: str) -> None:
        self.examined()
        self.changed.emit()

    def _on_entered(self) -> None:
        if not self.is_read_only() and self.meant() is not None:
            self.line.show_as(self.edited_as(self.line.typed_text()))

    def _on_left(self) -> None:
        self._show()
        self.left.emit()
