"""Asks for the reason of a change of a file's standing, above the foot of the screen; a refusal loses nothing typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.text import Text
from ui.theme.look import worn
from ui.theme.tokens import GRID

_HEIGHT = 58
"""Pixels of the field at 100 % text size: two lines."""

Words = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the heading, what it means for the file, and the words of the button that does it."""

    heading: Words
    meaning: Words
    button: Words
    grave: bool = False


class ReasonPanel(Worded, QFrame):
    """A field for the reason with a button that does it; Ctrl+Enter does it too, Esc leaves it."""

    given = Signal(str)
    """The reason, when somebody goes ahead."""

    left = Signal()
    """Somebody thought better of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setObjectName("reason-panel")
        self._asked: Asked | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID + GRID // 2, GRID * 2, GRID + GRID // 2)
        column.setSpacing(GRID // 2)
        self.heading, self.meaning = Text("strong", self, wraps=True), Text("soft", self, wraps=True)
        self.field, self.fault = QPlainTextEdit(self), Text("fault", self, wraps=True)
        self.field.setObjectName("reason")
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda: self.show_fault(None))
        self.say(self.field.setAccessibleName, lambda: self.tr("Reason"))
        self.say(self.field.setPlaceholderText, lambda: self.tr("The reason, as it should stand in the file’s history"))
        self.go, self.leave = QPushButton(self), QPushButton(self)
        self.go.setObjectName("reason-go")
        self.leave.setObjectName("reason-leave")
        self.say(self.leave.setText, lambda: self.tr("Leave it as it is"))
        self.go.clicked.connect(lambda _checked: self._give())
        self.leave.clicked.connect(lambda _checked: self.left.emit())
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.go)
        row.addWidget(self.leave)
        row.addStretch(1)
        for widget in (self.heading, self.meaning, self.field, self.fault):
            column.addWidget(widget)
        column.addLayout(row)
        self.fault.hide()
        self.hide()

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.field.toPlainText().strip()

    def ask(self, asked: Asked) -> None:
        """Ask for the reason of something, with an empty field."""
        self._asked = asked
        self.field.clear()
        self.field.setFixedHeight(worn().pixels(_HEIGHT))
        self.go.setProperty("kind", "danger" if asked.grave else "")
        self.go.style().unpolish(self.go)
        self.go.style().polish(self.go)
        self.show_fault(None)
        self.set_busy(busy=False)
        self.reworded()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fault(self, sentence: str | None) -> None:
        """Show beside the field what is wrong; None for nothing."""
        self.fault.setText(sentence or "")
        self.fault.setVisible(bool(sentence))

    def set_busy(self, *, busy: bool) -> None:
        """While it is being done, it cannot be asked for again; the reason stays."""
        self.go.setEnabled(not busy)
        self.field.setReadOnly(busy)

    @override
    def reworded(self) -> None:
        if self._asked is not None:
            self.heading.setText(self._asked.heading())
            self.meaning.setText(self._asked.meaning())
            self.go.setText(self._asked.button())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._give()
                return True
        return super().eventFilter(watched, event)

    def _give(self) -> None:
        if not self.go.isEnabled():
            return
        if not self.reason:
            self.show_fault(self.tr("Write the reason first: it is kept in the file’s history."))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.given.emit(self.reason)
