"""The fixed bar at the foot of a household's file: what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.language.worded import Worded
from ui.parts.flow import FlowLayout
from ui.screens.registry.household_file.standing_acts import Act
from ui.theme.tokens import GRID


class ActionBar(Worded, QFrame):
    """Edit, assess and print at the reading edge; what changes the file's standing at the other."""

    edit = Signal()
    assess = Signal()
    print_ = Signal()
    asked = Signal(object)
    """An `Act` whose reason is to be asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self.setObjectName("action-bar")
        self._acts: dict[Act, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        row.setSpacing(GRID * 2)
        first, second = QWidget(self), QWidget(self)
        self._first, self._second = FlowLayout(first, across=GRID), FlowLayout(second, across=GRID)
        second.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(first, 1)
        row.addWidget(second)
        self.edit_button = self._button("edit", lambda: self.tr("Edit the file"), self.edit.emit, "Ctrl+E")
        self.assess_button = self._button("assess", lambda: self.tr("Assess eligibility"), self.assess.emit, "Ctrl+R")
        self.print_button = self._button("print", lambda: self.tr("Print or issue"), self.print_.emit, "Ctrl+P")
        for act, words in (
            (Act.MOVE, lambda: self.tr("Move to the other section")),
            (Act.SEAL, lambda: self.tr("Seal the file")),
            (Act.UNSEAL, lambda: self.tr("Unseal the file")),
            (Act.REOPEN, lambda: self.tr("Reopen the file")),
            (Act.CLOSE, lambda: self.tr("Close the file")),
        ):
            button = QPushButton(self)
            button.setObjectName(act.value)
            button.setProperty("kind", "danger" if act is Act.CLOSE else "quiet")
            button.clicked.connect(lambda _checked, act=act: self.asked.emit(act))
            self.say(button.setText, words)
            self._second.addWidget(button)
            self._acts[act] = button

    def show_acts(self, acts: Collection[Act], *, edit: bool, assess: bool, issue: bool) -> None:
        """Offer only what may be done now."""
        for act, button in self._acts.items():
            button.setVisible(act in acts)
        self.edit_button.setVisible(edit)
        self.assess_button.setVisible(assess)
        self.print_button.setVisible(issue)

    def focus_act(self, act: Act) -> None:
        """Back to the button that asked."""
        self._acts[act].setFocus()

    def _button(self, name: str, words: Callable[[], str], act: Callable[[], object], keys: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setShortcut(QKeySequence(keys))
        button.clicked.connect(lambda _checked: act())

        def put(text: str) -> None:
            button.setText(text)
            # Setting a text takes the shortcut away.
            button.setShortcut(QKeySequence(keys))
            button.setToolTip(f"{text} ({button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")

        self.say(put, words)
        self._first.addWidget(button)
        return button
