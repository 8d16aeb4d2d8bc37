"""Words: on one line, or on as many as they need."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from desktop.values.digits import to_western
from desktop.values.errors import OfficeError
from ui.language.reader import Reader
from ui.parts.fields.field import Field
from ui.parts.fields.line_field import LineField
from ui.parts.fields.sentences import sentence_of
from ui.parts.fields.typed_line import Order, in_order, without_marks
from ui.theme.look import worn

Reading = Callable[[str], str]
"""The value of a text without spaces around; OfficeError where it has none."""

_MARGIN = 2
"""Pixels around the lines of a long text: as wide as a caret."""


class TextField(LineField):
    """One line of words, or of a number that is no quantity: a deed, a passport.

    Args:
        number: put in order from left to right, its digits kept as western ones.
        reading: what else is asked of the text; spaces around are taken away before.
        characters: how many the line is as wide as; None as wide as there is room.
    """

    def __init__(
        self,
        reader: Reader,
        parent: QWidget | None = None,
        *,
        number: bool = False,
        reading: Reading = str,
        characters: int | None = None,
    ) -> None:
        super().__init__(reader, parent, order=Order.FIGURES if number else Order.WORDS, characters=characters)
        self._number, self._reading = number, reading
        if characters is not None:
            self.row.addStretch(1)

    @override
    def value(self) -> str | None:
        value: str | None = super().value()
        return value

    @override
    def read(self, text: str) -> str:
        return self._reading((without_marks(to_western(text)) if self._number else text).strip())

    @override
    def spelled(self, value: str) -> str:
        return value

    @override
    def shown(self, value: str) -> str:
        # Words are shown as they were typed, digits among them too.
        return in_order(self.figures(value)) if self._number else self.typed_text()

    @override
    def edited_as(self, typed: str) -> str:
        return self.figures(typed) if self._number else typed

    @override
    def examined(self) -> None:
        """A text too long for its line stands below it whole, unless somebody is in it and can go along it."""
        room = self.line.width() - self.line.sizeHint().height()
        cut = self.line.fontMetrics().horizontalAdvance(self.line.text()) > room > 0
        self.note(self.line.text() if cut and not self.line.hasFocus() else "")

    @override
    def _show(self) -> None:
        super()._show()
        self.examined()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.examined()


class LongTextField(Field):
    """Several lines that grow with what is typed; Tab leaves them.

    Args:
        lines: shown at least; most: before it scrolls.
        reading: what is asked of the text; spaces around are taken away before.
    """

    def __init__(
        self, reader: Reader, parent: QWidget | None = None, *, lines: int = 3, most: int = 10, reading: Reading = str
    ) -> None:
        super().__init__(reader, parent)
        self._reading = reading
        self.area = _Area(lines, most, self)
        self.row.addWidget(self.area, 1)
        self.setFocusProxy(self.area)
        self._silent = False
        self.area.textChanged.connect(self._on_text)
        self.area.left.connect(self.left)

    @override
    def value(self) -> str | None:
        text = self.typed_text().strip()
        try:
            return self._reading(text) if text else None
        except OfficeError:
            return None

    @override
    def set_value(self, value: str | None) -> None:
        self.set_typed_text(value or "")

    @override
    def typed_text(self) -> str:
        return self.area.toPlainText()

    @override
    def set_typed_text(self, text: str) -> None:
        if text == self.typed_text():
            return
        self._silent = True
        self.area.setPlainText(text)
        self._silent = False
        self.show_fault("")

    @override
    def fault(self) -> str:
        text = self.typed_text().strip()
        try:
            if text:
                self._reading(text)
        except OfficeError as error:
            return sentence_of(error, self.reader)
        return ""

    @override
    def control(self) -> QWidget:
        return self.area

    @override
    def setReadOnly(self, read_only: bool) -> None:
        self.area.setReadOnly(read_only)

    @override
    def is_read_only(self) -> bool:
        return self.area.isReadOnly()

    def _on_text(self) -> None:
        self.area.updateGeometry()
        if not self._silent:
            self.changed.emit()


class _Area(QPlainTextEdit):
    left = Signal()

    def __init__(self, lines: int, most: int, parent: QWidget) -> None:
        # Qt sends events from its own constructor.
        self._lines, self._most = lines, most
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Without a margin the caret at the right edge, where Arabic begins, would stand outside of what is drawn.
        self.document().setDocumentMargin(_MARGIN)
        self._align()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Another width breaks the lines elsewhere.
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        # A plain text document counts its height in lines.
        shown = min(max(self._lines, round(self.document().size().height())), self._most)
        # Padding and edge as in the style sheet.
        frame = 2 * (worn().pixels(4) + 2 + _MARGIN)
        return QSize(super().sizeHint().width(), shown * self.fontMetrics().lineSpacing() + frame)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._align()
            self.updateGeometry()

    def _align(self) -> None:
        at_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        option = QTextOption()
        edge = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
