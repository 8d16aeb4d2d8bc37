"""Surfaces with a thin line around: for any contents, and for one large figure that leads somewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.language.worded import Worded
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.signs import Mark
from ui.parts.text import Text
from ui.theme.tokens import GRID


class Card(Worded, QFrame):
    """A surface with a heading; put the contents into `column`.

    Args:
        heading: words of the heading; None for a card without one.
    """

    def __init__(self, heading: Callable[[], str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self.column.setSpacing(GRID)
        if heading is not None:
            title = Text("strong", self, wraps=True)
            self.say(title.setText, heading)
            self.say(self.setAccessibleName, heading)
            self.column.addWidget(title)


class FigureCard(Worded, QFrame):
    """A label, one large figure and at most one status; a click or Enter leads to what it counts.

    Args:
        label: what the figure counts.
        leads: whether it can be opened; one that cannot takes no focus.
    """

    opened = Signal()

    def __init__(self, label: Callable[[], str], parent: QWidget | None = None, *, leads: bool = True) -> None:
        super().__init__(parent)
        self._leads = leads
        self.setProperty("kind", "card")
        self.setProperty("leads", leads)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID + GRID // 2, GRID * 2, GRID + GRID // 2)
        column.setSpacing(0)
        self.label, self.figure, self.chip = Text("soft", self, wraps=True), Text("figure", self), Chip(None, self)
        row = QWidget(self)
        flow = FlowLayout(row)
        flow.addWidget(self.figure)
        flow.addWidget(self.chip)
        column.addWidget(self.label)
        column.addWidget(row)
        column.addStretch(1)
        self.say(self.label.setText, label)

    def show_figure(self, figure: str, mark: Mark | None = None) -> None:
        """Show a figure, ready for the reader, and the status beside it."""
        self.figure.setText(figure)
        self.chip.show_mark(mark)
        self.reworded()

    @override
    def reworded(self) -> None:
        mark = self.chip.mark
        said = [self.label.text(), self.figure.text(), mark.words if mark is not None else ""]
        self.setAccessibleName(bare(" · ".join(part for part in said if part)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leads and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._leads and event.button() is Qt.MouseButton.LeftButton and inside:
            self.opened.emit()
        else:
            super().mouseReleaseEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Taken, or the release would go to the parent.
        event.accept()
