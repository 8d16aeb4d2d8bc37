"""Plain text that stays at the reading edge: Qt's own label lets digits and Latin words drift to the other side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.theme.look import worn

WIDEST = 640
"""Pixels at 100 % text size after which a text asks for a second line rather than for more width."""


class Text(QLabel):
    """A label of the larger parts: at the leading edge whatever it says, wrapped where it must be.

    Args:
        kind: its rank in the style sheet, such as `title` or `soft`; empty for plain text.
        wraps: breaks into lines where its room ends.
        selectable: can be marked and copied, by mouse and by keys.
    """

    def __init__(
        self, kind: str = "", parent: QWidget | None = None, *, wraps: bool = False, selectable: bool = False
    ) -> None:
        super().__init__(parent)
        if kind:
            self.setProperty("kind", kind)
        self.setWordWrap(wraps)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._align()

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        # Screen readers spell isolates out.
        self.setAccessibleName(bare(text))

    @override
    def sizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().sizeHint()
        # Qt guesses a block of about three lines, which breaks a title that has room for itself.
        self.ensurePolished()
        line = self.fontMetrics().horizontalAdvance(self.text()) + 2
        width = min(line, worn().pixels(WIDEST))
        return QSize(width, self.heightForWidth(width))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        at_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
