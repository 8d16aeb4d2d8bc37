"""What is shown when something failed that nobody foresaw: what was kept, where the log is, and how to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.language.worded import Worded
from ui.parts.text import Text
from ui.theme.tokens import GRID


class CrashDialog(Worded, QDialog):
    """Opened once at a time; the window behind it stays usable."""

    closing_wanted = Signal()

    def __init__(self, log: str, kind: str, *, kept: bool, parent: QWidget) -> None:
        """`log` is where the log was written, empty where it could not be; `kept` whether what was typed is kept."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID)
        title = Text("subtitle", self, wraps=True)
        kept_line, advice = (Text("", self, wraps=True) for _ in range(2))
        for label in (title, kept_line, advice):
            column.addWidget(label)
        self.say(self.setWindowTitle, lambda: self.tr("A fault of the program"))
        self.say(title.setText, lambda: self.tr("Something went wrong in the program, not in your work"))
        self.say(
            kept_line.setText,
            lambda: (
                self.tr("What you had typed is kept and will be offered to you again.")
                if kept
                else self.tr("No form was open, so nothing that you typed is lost.")
            ),
        )
        self.say(
            advice.setText,
            lambda: (
                self.tr("You may go on working. Please send the log below to support; it holds no family’s details.")
                if log
                else self.tr(
                    "You may go on working. The log could not be written; please tell support the words below."
                )
            ),
        )
        self.details = QPlainTextEdit(log or kind, self)
        self.details.setReadOnly(True)
        self.details.setFixedHeight(64)
        option = QTextOption()
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.details.document().setDefaultTextOption(option)
        self.say(self.details.setAccessibleName, lambda: self.tr("Where the log is"))
        column.addWidget(self.details)
        row = QHBoxLayout()
        on, away = QPushButton(self), QPushButton(self)
        on.setProperty("kind", "primary")
        on.setDefault(True)
        self.say(on.setText, lambda: self.tr("Go on working"))
        self.say(away.setText, lambda: self.tr("Close the program"))
        on.clicked.connect(self.accept)
        away.clicked.connect(self._close)
        row.addWidget(on)
        row.addWidget(away)
        row.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(460)

    def _close(self) -> None:
        self.accept()
        self.closing_wanted.emit()
