"""The page of a machine that has no office yet: try the demonstration, or found one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.fields.typed_line import TypedLine
from ui.parts.text import Text
from ui.theme.tokens import GRID

CARD_WIDTH = 460


class FirstRunPage(Worded, QWidget):
    """Two ways to begin."""

    demonstration_wanted = Signal()
    own_wanted = Signal(str, str, str)
    """Name of the office, login, password."""

    other_language = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "ground")
        self._done: tuple[int, int] | None = None
        self._reader = Reader()
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self._card.setFixedWidth(CARD_WIDTH)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 3)
        column.setSpacing(GRID)
        title = Text("title", self._card)
        first, second = (Text("soft", self._card, wraps=True) for _ in range(2))
        self.say(title.setText, lambda: self.tr("Welcome to Yusr"))
        self.say(
            first.setText,
            lambda: self.tr(
                "There is no office on this machine yet. Look around in a demonstration office first: "
                "its families are all invented."
            ),
        )
        self.demonstration = QPushButton(self._card)
        self.demonstration.setProperty("kind", "primary")
        self.demonstration.clicked.connect(self.demonstration_wanted)
        self.say(self.demonstration.setText, lambda: self.tr("Try the demonstration office"))
        self._progress = QProgressBar(self._card)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._state = Text("small", self._card, wraps=True)
        self.say(second.setText, lambda: self.tr("Or found your own office on this desk:"))
        self.office, self.login, self.password = (TypedLine(self._card) for _ in range(3))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for widget in (title, first, self.demonstration, self._progress, self._state, second):
            column.addWidget(widget)
        for line, words in (
            (self.office, lambda: self.tr("Name of the office")),
            (self.login, lambda: self.tr("Your login, in small Latin letters")),
            (self.password, lambda: self.tr("Your password")),
        ):
            label = QLabel(self._card)
            label.setBuddy(line)
            self.say(label.setText, words)
            self.say(line.setAccessibleName, words)
            column.addWidget(label)
            column.addWidget(line)
        self._fault = Text("fault", self._card, wraps=True)
        self._fault.setObjectName("fault")
        self._fault.hide()
        self.own = QPushButton(self._card)
        self.own.clicked.connect(self._found)
        self.say(self.own.setText, lambda: self.tr("Found the office"))
        language = QPushButton(self._card)
        language.setProperty("kind", "quiet")
        language.clicked.connect(self.other_language)
        self.say(language.setText, lambda: self.tr("العربية"))
        for widget in (self._fault, self.own, language):
            column.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        # Not by an alignment, which would give the card the height of unbroken lines.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)

    def show_reader(self, reader: Reader) -> None:
        """Take other digits."""
        self._reader = reader
        self.reworded()

    def working(self, done: int, of: int) -> None:
        """Show how far the founding is; nothing can be pressed meanwhile."""
        self._done = (done, of)
        self._enable(False)
        self._progress.setRange(0, of)
        self._progress.setValue(done)
        self._progress.show()
        self._fault.hide()
        self.reworded()

    def refuse(self, sentence: str) -> None:
        """Tell why it could not be done; what was typed stays."""
        self._done = None
        self._progress.hide()
        self._enable(True)
        self._fault.setText(sentence)
        self._fault.show()
        self.reworded()

    @override
    def reworded(self) -> None:
        if self._done is None:
            self._state.setText("")
            return
        done, of = (self._reader.number(number) for number in self._done)
        self._state.setText(self.tr("Registering invented families: {done} of {of}").format(done=done, of=of))

    def _enable(self, enabled: bool) -> None:
        for widget in (self.demonstration, self.office, self.login, self.password, self.own):
            widget.setEnabled(enabled)

    def _found(self) -> None:
        self.own_wanted.emit(self.office.text().strip(), self.login.text().strip(), self.password.text())
