"""The large field in which one looks for a household."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.fields.typed_line import TypedLine
from ui.theme.look import worn
from ui.theme.tokens import SUBTITLE_POINTS

_HEIGHT = 44
"""Pixels at 100 % text size."""


class SearchField(Worded, TypedLine):
    """As large as what one comes for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sized_for = 0
        self.setClearButtonEnabled(True)
        self.say(self.setPlaceholderText, lambda: self.tr("Name, identity number, file number or mobile number"))
        self.say(self.setAccessibleName, lambda: self.tr("Look for a household"))
        self._size()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._sized_for != worn().text_size:
            self._size()

    def _size(self) -> None:
        # Noted first, and not read off the height: the style sheet set below tells of itself, and may overrule it.
        self._sized_for = worn().text_size
        self.setMinimumHeight(worn().pixels(_HEIGHT))
        self.setStyleSheet(f"font-size: {SUBTITLE_POINTS * worn().text_size / 100:.2f}pt")
