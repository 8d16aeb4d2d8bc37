"""What a person prefers on this machine; every choice is put on at once and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.calendars import Calendar
from desktop.values.language import Language
from ui.parts.text import Text
from ui.shell.destinations import Destination
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, TEXT_SIZES, Scheme

_IDLE = (5, 10, 15, 30)
"""Minutes; an office that wants none at all locks its doors instead."""

Choices = Callable[[], list[tuple[str, Any]]]


class PreferencesScreen(Screen):
    """Language, digits, calendar, colours, text size, rows, and when the window locks itself."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._boxes: dict[str, tuple[QComboBox, Choices]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        title, line = Text("title", self), Text("soft", self, wraps=True)
        self.say(title.setText, lambda: self.tr("Preferences"))
        self.say(line.setText, lambda: self.tr("They are yours on this machine and take effect at once."))
        card = QFrame(self)
        card.setProperty("kind", "card")
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 3)
        self._grid.setHorizontalSpacing(GRID * 3)
        self._grid.setVerticalSpacing(GRID * 2)
        self._grid.setColumnStretch(2, 1)
        column.addWidget(title)
        column.addWidget(line)
        column.addSpacing(GRID)
        column.addWidget(card)
        column.addStretch(1)
        # A language is named in itself: whoever cannot read this screen finds their own.
        self._row(
            "language",
            lambda: self.tr("Language"),
            lambda: [("العربية", Language.ARABIC), ("English", Language.ENGLISH)],
        )
        self._row("arabic_digits", lambda: self.tr("Digits"), lambda: [("٠١٢٣٤٥٦٧٨٩", True), ("0123456789", False)])
        self._row(
            "leading",
            lambda: self.tr("Leading calendar"),
            lambda: [
                (self.tr("Hijri, Umm al-Qura"), Calendar.HIJRI),
                (self.tr("Gregorian"), Calendar.GREGORIAN),
            ],
        )
        self._row(
            "scheme",
            lambda: self.tr("Colours"),
            lambda: [
                (self.tr("As the system"), None),
                (self.tr("Light"), Scheme.LIGHT),
                (self.tr("Dark"), Scheme.DARK),
            ],
        )
        self._row(
            "text_size",
            lambda: self.tr("Text size"),
            lambda: [(self.reader.digits(self.tr("{size}%").format(size=size)), size) for size in TEXT_SIZES],
        )
        self._row(
            "compact",
            lambda: self.tr("Rows of lists"),
            lambda: [(self.tr("Roomy"), False), (self.tr("Close together"), True)],
        )
        self._row(
            "idle_minutes",
            lambda: self.tr("Lock the window after"),
            lambda: [(self.reader.digits(self.tr("%n minute(s)", "", minutes)), minutes) for minutes in _IDLE],
        )
        self._show()

    @override
    def open(self, destination: Destination) -> None:
        self._show()

    @override
    def reworded(self) -> None:
        self._show()

    def _row(self, name: str, words: Callable[[], str], choices: Choices) -> None:
        label, box = QLabel(self), QComboBox(self)
        label.setBuddy(box)
        self.say(label.setText, words)
        self.say(box.setAccessibleName, words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMinimumWidth(240)
        self._boxes[name] = (box, choices)
        row = len(self._boxes) - 1
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(box, row, 1)
        box.activated.connect(lambda index, name=name: self._chosen(name, index))

    def _show(self) -> None:
        for name, (box, choices) in self._boxes.items():
            now = getattr(self.workplace.preferences, name)
            box.clear()
            for index, (words, value) in enumerate(choices()):
                box.addItem(words)
                if value == now:
                    box.setCurrentIndex(index)

    def _chosen(self, name: str, index: int) -> None:
        _, choices = self._boxes[name]
        value = choices()[index][1]
        self.workplace.prefer(msgspec.structs.replace(self.workplace.preferences, **{name: value}))
