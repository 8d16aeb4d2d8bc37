"""One field of a form with its label above it; the label is the field's name for the eye and for the ear."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.fields.field import Field
from ui.parts.text import Text
from ui.theme.tokens import GRID

Words = Callable[[], str]


class FormRow(Worded, QWidget):
    """A label, whether the field must be filled in, and the field.

    Args:
        label: in the language of the moment.
        field: the row owns it from now on.
        hint: what helps to fill it in, in the language of the moment.
        required: said in a word, which is read aloud too.
    """

    def __init__(
        self,
        label: Words,
        field: Field,
        parent: QWidget | None = None,
        *,
        hint: Words | None = None,
        required: bool = False,
    ) -> None:
        super().__init__(parent)
        self.field, self._label, self._hint, self.required = field, label, hint, required
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 4)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        self.label, self.mark = Text("", self, wraps=True), Text("small", self)
        self.mark.setVisible(required)
        head.addWidget(self.label, 0)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(field, 1)
        self.label.setBuddy(field.control())
        self.reworded()

    @override
    def reworded(self) -> None:
        words = self._label()
        self.label.setText(words)
        self.mark.setText(self.tr("required"))
        self.field.set_name(self.tr("{label}, required").format(label=words) if self.required else words)
        if self._hint is not None:
            self.field.set_hint(self._hint())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A label without a mnemonic hands the keyboard on only if it is told to.
        if self.label.geometry().contains(event.position().toPoint()):
            self.field.control().setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)
