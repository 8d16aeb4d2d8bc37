"""Widgets whose words follow the language while they stand open.

    class Greeting(Worded, QLabel):
        def __init__(self) -> None:
            super().__init__()
            self.say(self.setText, lambda: self.tr("Welcome"))

Every text that is fixed is said so, once, where the widget is made; `reworded` shows what comes from data anew.
`Worded` stands before the Qt class, which is always named: two bases that are both Qt's own would crash the process.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as Base
else:
    Base = object


class Worded(Base):
    """A widget that says its words again when the language changes."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        # Before Qt's own constructor, which may already send events.
        self._said: list[tuple[Callable[[str], object], Callable[[], str]]] = []
        super().__init__(*arguments, **named)

    def say(self, put: Callable[[str], object], words: Callable[[], str]) -> None:
        """Put the words now and again at every change of language.

        Args:
            put: a setter, such as `label.setText`.
            words: gives the text in the language of the moment, usually `lambda: self.tr("…")`.
        """
        self._said.append((put, words))
        put(words())

    def reworded(self) -> None:
        """Show what comes from data in the language of the moment; called after the fixed words were said anew."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for put, words in self._said:
                put(words())
            self.reworded()
        super().changeEvent(event)
