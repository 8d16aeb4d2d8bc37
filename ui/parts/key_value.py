"""Facts as a list of two columns: what it is, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.values.isolates import bare
from ui.parts.chip import Chip
from ui.parts.signs import Mark
from ui.parts.text import Text
from ui.theme.tokens import GRID


@dataclass(frozen=True, slots=True)
class Fact:
    """One line.

    Args:
        label: what it is.
        value: what is known of it, ready for the reader; a `Mark` is shown as a chip.
    """

    label: str
    value: str | Mark


class FactList(QWidget):
    """Label and value side by side, a thin line between facts; both wrap, neither is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts instead of those shown before."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, fact in enumerate(facts):
            row = number * 2
            label = Text("soft", self, wraps=True)
            label.setText(fact.label)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            said = fact.value.words if isinstance(fact.value, Mark) else fact.value
            if isinstance(fact.value, Mark):
                self._grid.addWidget(Chip(fact.value, self), row, 1, Qt.AlignmentFlag.AlignLeading)
            else:
                value = Text("", self, wraps=True)
                value.setText(fact.value)
                value.setTextInteractionFlags(
                    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
                )
                value.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                value.setAccessibleName(bare(f"{fact.label}: {said}"))
                self._grid.addWidget(value, row, 1)
            if number < len(facts) - 1:
                line = QFrame(self)
                line.setProperty("kind", "line")
                self._grid.addWidget(line, row + 1, 0, 1, 2)
