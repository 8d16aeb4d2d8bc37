"""The line above a list: words that a row must hold, and a choice for each column that offers one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.flow import FlowLayout
from ui.parts.table.columns import Column
from ui.theme.look import worn
from ui.theme.tokens import GRID

RESTS_AFTER = 150
"""Milliseconds without a key after which the list is filtered: not at each letter of a name."""

WIDTH = 280
"""Pixels of the field at 100 % text size."""


class FilterLine(Worded, QWidget):
    """Sends what is asked for; Escape asks for everything again, Down goes to the rows."""

    changed = Signal(str, dict)
    """Words, and the value chosen for each column by its key."""

    left_down = Signal()

    def __init__(self, columns: Sequence[Column[Any]], reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._columns = tuple(columns)
        self._sent: tuple[str, dict[str, str]] = ("", {})
        self.row = FlowLayout(self, across=GRID, down=GRID)
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        self.row.addWidget(self.words)
        self.boxes: dict[str, QComboBox] = {}
        for column in self._columns:
            if column.choices is not None:
                box = QComboBox(self)
                box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
                box.currentIndexChanged.connect(lambda _index: self._send())
                self.boxes[column.key] = box
                self.row.addWidget(box)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_AFTER)
        self._rest.timeout.connect(self._send)
        self.words.textChanged.connect(lambda _text: self._rest.start())
        self.words.returnPressed.connect(self._send)
        self.say(self.words.setPlaceholderText, lambda: self.tr("Filter this list"))
        self.say(self.words.setAccessibleName, lambda: self.tr("Filter this list"))
        self.reworded()
        self._align()

    @property
    def asked(self) -> bool:
        """Whether anything is filtered."""
        text, choices = self._sent
        return bool(text or any(choices.values()))

    def clear(self) -> None:
        """Ask for everything again."""
        self.words.clear()
        for box in self.boxes.values():
            box.setCurrentIndex(0)
        self._send()

    def reread(self, reader: Reader) -> None:
        """Say the choices to another reader."""
        self._reader = reader
        self.reworded()

    @override
    def reworded(self) -> None:
        for column in self._columns:
            if column.choices is None:
                continue
            box, chosen = self.boxes[column.key], self.boxes[column.key].currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(self.tr("{column}: all").format(column=column.title()), "")
            for choice in column.choices(self._reader):
                box.addItem(choice.words, choice.value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)
            box.setAccessibleName(bare(column.title()))
        self.words.setFixedWidth(worn().pixels(WIDTH))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and (self.words.text() or self.asked):
                self.clear()
                return True
            if event.key() == Qt.Key.Key_Down:
                self._send()
                self.left_down.emit()
                return True
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        elif event.type() == QEvent.Type.StyleChange:
            self.words.setFixedWidth(worn().pixels(WIDTH))

    def _align(self) -> None:
        # Numbers typed into Qt's own field would drift to the other edge.
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        self.words.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _send(self) -> None:
        self._rest.stop()
        choices = {key: str(box.currentData() or "") for key, box in self.boxes.items()}
        asked = (self.words.text().strip(), choices)
        if asked != self._sent:
            self._sent = asked
            self.changed.emit(*asked)
