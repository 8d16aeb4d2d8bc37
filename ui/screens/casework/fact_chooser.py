"""Chooses one more fact to suppose otherwise: whose it is, then which."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from desktop.casework.levers import Lever
from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.theme.tokens import GRID

_HOUSEHOLD = ""
"""Stands for the household among those whose facts one may add."""


class FactChooser(Worded, QWidget):
    """Folded away until somebody asks for it."""

    chosen = Signal(object)
    """The `Lever` to add."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levers: tuple[Lever, ...] = ()
        self._there: Collection[str] = ()
        self._reader = Reader()
        self.button = QPushButton(self)
        self.button.setObjectName("add_fact")
        self.button.setProperty("kind", "quiet")
        self.button.setCheckable(True)
        self.say(self.button.setText, lambda: self.tr("Add a fact…"))
        body = QWidget(self)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID // 2)
        self.people, self.facts = QComboBox(body), QComboBox(body)
        self.people.setObjectName("whose_fact")
        self.facts.setObjectName("which_fact")
        self.say(self.people.setAccessibleName, lambda: self.tr("Whose fact"))
        self.say(self.facts.setAccessibleName, lambda: self.tr("Which fact"))
        for box in (self.people, self.facts):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            inside.addWidget(box)
        put = QPushButton(body)
        put.setObjectName("put_fact")
        self.say(put.setText, lambda: self.tr("Add"))
        put.clicked.connect(self._put)
        inside.addWidget(put, 0, Qt.AlignmentFlag.AlignLeading)
        self.people.activated.connect(lambda _index: self._show_facts())
        self.button.toggled.connect(body.setVisible)
        body.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GRID // 2)
        outer.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        outer.addWidget(body)

    def show_levers(self, levers: tuple[Lever, ...], there: Collection[str], reader: Reader) -> None:
        """Offer these facts but for those that are `there` by their pointers."""
        self._levers, self._there, self._reader = levers, there, reader
        chosen = self.people.currentData()
        self.people.clear()
        self.people.addItem(self.tr("The household"), _HOUSEHOLD)
        for name in dict.fromkeys(each.whose for each in levers if each.whose is not None):
            self.people.addItem(name, name)
        self.people.setCurrentIndex(max(0, self.people.findData(chosen)))
        self._show_facts()

    def _show_facts(self) -> None:
        whose = self.people.currentData() or None
        self.facts.clear()
        for lever in self._levers:
            if lever.whose != whose or lever.pointer in self._there:
                continue
            label = self._reader.wording(lever.label)
            label = capitalised(label)
            self.facts.addItem(
                label if lever.item is None else self.tr("new: {fact}").format(fact=label), lever.pointer
            )

    def _put(self) -> None:
        pointer = self.facts.currentData()
        lever = next((each for each in self._levers if each.pointer == pointer), None)
        if lever is not None:
            self.button.setChecked(False)
            self.chosen.emit(lever)
