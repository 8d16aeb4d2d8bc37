"""The head of a screen: title with its status, one line of context, and what can be done here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.signs import Mark
from ui.parts.text import Text
from ui.theme.tokens import GRID


class ScreenHeader(Worded, QWidget):
    """Title, chips and context at the reading edge, actions at the other; they go below where the room is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.context = Text("title", self, wraps=True), Text("soft", self, wraps=True)
        self._chips: list[Chip] = []
        self._primary: QPushButton | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID * 2)
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        line = QWidget(words)
        self._line = FlowLayout(line, across=GRID + GRID // 2)
        self._line.addWidget(self.title)
        column.addWidget(line)
        column.addWidget(self.context)
        self._actions = QWidget(self)
        self._buttons = FlowLayout(self._actions, across=GRID + GRID // 2, down=GRID)
        self._row.addWidget(words, 1)
        self._row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)
        self.context.hide()
        self._actions.hide()

    def show_title(self, title: str, marks: Sequence[Mark] = ()) -> None:
        """Show a title with its statuses, in the language of the moment."""
        self.title.setText(title)
        self.setAccessibleName(self.title.accessibleName())
        while len(self._chips) < len(marks):
            chip = Chip(None, self)
            self._chips.append(chip)
            self._line.addWidget(chip)
        for index, chip in enumerate(self._chips):
            chip.show_mark(marks[index] if index < len(marks) else None)

    def show_context(self, context: str) -> None:
        """Show the one line below the title; none when empty."""
        self.context.setText(context)
        self.context.setVisible(bool(context))

    def add_action(self, words: Callable[[], str], act: Callable[[], object]) -> QPushButton:
        """A secondary action; they stand in the order in which they were added."""
        return self._add(words, act, "")

    def set_primary(self, words: Callable[[], str], act: Callable[[], object]) -> QPushButton:
        """The one main action, last in reading order; ValueError where there is one already."""
        if self._primary is not None:
            raise ValueError("a screen has one primary action")
        self._primary = self._add(words, act, "primary")
        return self._primary

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Beside each other where the title keeps half of the width, below each other where it would not."""
        beside = self._buttons.sizeHint().width() <= self.width() / 2
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
            self._row.setAlignment(self._actions, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0))

    def _add(self, words: Callable[[], str], act: Callable[[], object], kind: str) -> QPushButton:
        button = QPushButton(self._actions)
        if kind:
            button.setProperty("kind", kind)
        self.say(button.setText, words)
        button.clicked.connect(lambda _checked: act())
        if self._primary is None:
            self._buttons.addWidget(button)
        else:
            # The primary stays last, for the eye and for Tab.
            self._buttons.insert_before_last(button)
            QWidget.setTabOrder(button, self._primary)
        self._actions.show()
        self._turn()
        return button
