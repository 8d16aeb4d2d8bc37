"""The page on which one signs in, and the same page over a locked window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.fields.typed_line import TypedLine
from ui.parts.text import Text
from ui.theme.tokens import GRID

CARD_WIDTH = 380
"""Pixels at 100 % text size."""


class SignInPage(Worded, QWidget):
    """Login and password; says in a sentence why it was refused, and never which of the two was wrong on a server."""

    submitted = Signal(str, str)
    """Login and password as typed; both may be empty."""

    other_language = Signal()
    signed_out = Signal()
    """From a locked window: leave it to somebody else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "ground")
        self._locked_for = ""
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self._card.setFixedWidth(CARD_WIDTH)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 3)
        column.setSpacing(GRID)

        name, motto = Text("figure", self._card), Text("soft", self._card, wraps=True)
        self.say(name.setText, lambda: self.tr("Yusr"))
        self.say(motto.setText, lambda: self.tr("Look into need with discretion, pay with ease"))
        column.addWidget(name)
        column.addWidget(motto)
        column.addSpacing(GRID)
        self._state = Text("strong", self._card, wraps=True)
        column.addWidget(self._state)

        self.login, self.password = TypedLine(self._card), TypedLine(self._card)
        self.login.setObjectName("login")
        self.password.setObjectName("password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._labels = QLabel(self._card), QLabel(self._card)
        self.say(self._labels[0].setText, lambda: self.tr("Login"))
        self.say(self._labels[1].setText, lambda: self.tr("Password"))
        for label, line in zip(self._labels, (self.login, self.password), strict=True):
            label.setBuddy(line)
            line.returnPressed.connect(self._submit)
            column.addWidget(label)
            column.addWidget(line)
        self.say(self.login.setAccessibleName, lambda: self.tr("Login"))
        self.say(self.password.setAccessibleName, lambda: self.tr("Password"))

        self._fault = Text("fault", self._card, wraps=True)
        self._fault.setObjectName("fault")
        self._fault.hide()
        column.addWidget(self._fault)
        column.addSpacing(GRID)

        self.button = QPushButton(self._card)
        self.button.setObjectName("sign_in")
        self.button.setProperty("kind", "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._submit)
        self.say(self.button.setText, self._action)
        self.leave = QPushButton(self._card)
        self.leave.setProperty("kind", "quiet")
        self.leave.clicked.connect(self.signed_out)
        self.say(self.leave.setText, lambda: self.tr("Sign out"))
        self.leave.hide()
        # Always in the language that is not in force: whoever cannot read this page can read the button.
        self.language = QPushButton(self._card)
        self.language.setProperty("kind", "quiet")
        self.language.clicked.connect(self.other_language)
        self.say(self.language.setText, lambda: self.tr("العربية"))
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.language)
        column.addWidget(self.button)
        column.addLayout(row)

        outer = QVBoxLayout(self)
        outer.addStretch(2)
        # Not by an alignment, which would give the card the height of unbroken lines.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.reworded()

    def ask(self, login: str = "") -> None:
        """Ask who sits down, beginning with the login of the last time."""
        self._locked_for = ""
        self.login.setText(login)
        self._begin()

    def lock(self, login: str, name: str) -> None:
        """Ask the person who sits here for the password again."""
        self._locked_for = name
        self.login.setText(login)
        self._begin()

    def opening(self) -> None:
        """Tell that the office is being opened; nothing can be typed meanwhile."""
        self._set_busy(True)
        self._fault.hide()

    def refuse(self, sentence: str) -> None:
        """Tell why one was refused; what was typed stays, but the password."""
        self._set_busy(False)
        self.password.clear()
        self._fault.setText(sentence)
        self._fault.show()
        (self.password if self.login.text() else self.login).setFocus()

    @override
    def reworded(self) -> None:
        self._state.setText(
            self.tr("Locked while {name} is away").format(name=self._locked_for) if self._locked_for else ""
        )
        self._state.setVisible(bool(self._locked_for))
        self.button.setText(self._action())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.password if self.login.text() else self.login).setFocus()

    def grow(self, text_size: int) -> None:
        """Take a text size in per cent."""
        self._card.setFixedWidth(round(CARD_WIDTH * text_size / 100))

    def _begin(self) -> None:
        self.password.clear()
        self._fault.hide()
        self._set_busy(False)
        locked = bool(self._locked_for)
        self.login.setVisible(not locked)
        self._labels[0].setVisible(not locked)
        self.leave.setVisible(locked)
        self.reworded()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for widget in (self.login, self.password, self.button):
            widget.setEnabled(not busy)
        self.button.setText(self._action())

    _busy = False

    def _action(self) -> str:
        if self._busy:
            return self.tr("Opening the office…")
        return self.tr("Unlock") if self._locked_for else self.tr("Sign in")

    def _submit(self) -> None:
        if not self._busy:
            self.submitted.emit(self.login.text().strip(), self.password.text())
