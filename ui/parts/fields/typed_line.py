"""One line to type in: at the leading edge whatever is typed, the cursor going where its key points to the eye."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""Losing the keyboard to a menu or to another program is not leaving: one comes back to the same letter."""


_LEFT_TO_RIGHT_MARK = "\u200e"


def in_order(text: str) -> str:
    """A number with its parts from left to right: what stands between Arabic-Indic digits would turn them round.

    For what is shown, never for what is typed: the marks in it cannot be seen.
    """
    return "".join(f"{letter}{_LEFT_TO_RIGHT_MARK}" if letter in " -" else letter for letter in text)


def without_marks(text: str) -> str:
    """A text without the marks of `in_order`."""
    return text.replace(_LEFT_TO_RIGHT_MARK, "")


class Order(StrEnum):
    """In which direction what is typed is put in order."""

    WORDS = "words"
    """By its own letters: names, addresses, words."""
    FIGURES = "figures"
    """From left to right, whatever the screen: numbers, accounts, telephones."""


class TypedLine(QLineEdit):
    """A line edit that keeps what was typed apart from how it is shown.

    Args:
        order: of what is typed in it.
        characters: how many it is as wide as; None as wide as there is room.
    """

    typed = Signal(str)
    """A person changed the text."""

    entered = Signal()
    """The keyboard came to it; before the text is selected."""

    left = Signal()
    """The keyboard went to another field."""

    def __init__(
        self, parent: QWidget | None = None, *, order: Order = Order.WORDS, characters: int | None = None
    ) -> None:
        # Qt sends events from its own constructor.
        self._order, self._characters, self._typed = order, characters, ""
        super().__init__(parent)
        self.setCursorMoveStyle(Qt.CursorMoveStyle.VisualMoveStyle)
        if order is Order.FIGURES:
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if characters is not None:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._edited)
        self._align()

    def typed_text(self) -> str:
        """What was typed last, whatever is shown."""
        return self._typed

    def put(self, typed: str, shown: str | None = None) -> None:
        """Take a text as typed and show it, or something else in its place."""
        self._typed = typed
        self.show_as(typed if shown is None else shown)

    def show_as(self, shown: str) -> None:
        """Show what was typed in another spelling."""
        if self.text() != shown:
            self.setText(shown)
            # The beginning of a long text is what it is known by.
            self.setCursorPosition(0 if not self.hasFocus() else len(shown))

    def _edited(self, text: str) -> None:
        self._typed = text
        self.typed.emit(text)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._characters is None:
            return hint
        metrics = self.fontMetrics()
        # Qt makes room for seventeen letters x.
        frame = hint.width() - 17 * metrics.horizontalAdvance("x")
        digit = max(metrics.horizontalAdvance("0"), metrics.horizontalAdvance("٥"))
        return QSize(frame + self._characters * digit, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._characters is not None else super().minimumSizeHint()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAYS:
            self.entered.emit()
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in {QEvent.Type.ParentChange, QEvent.Type.Polish, QEvent.Type.Show}:
            self._align()
        return handled

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.LanguageChange}:
            self._align()

    def turn(self) -> None:
        """Go to the leading edge of the widget around; one whose own order is fixed hears of no change itself."""
        self._align()

    def _align(self) -> None:
        around = self.parentWidget() if self._order is Order.FIGURES else self
        at_right = around is not None and around.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        # Qt lets digits and Latin letters drift to the left of a right-to-left line unless the edge is absolute.
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
