"""The foot of the form: the way on and back, how much is answered, and where what was typed is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.flow import FlowLayout
from ui.parts.text import Text
from ui.screens.registry.registration.completeness import Completeness
from ui.theme.look import worn
from ui.theme.tokens import GRID

_BAR = 180
"""Pixels of the bar at 100 % text size."""


class FootBar(Worded, QFrame):
    """Back and on at the reading edge, or on the last step the one action; what is answered at the other."""

    back = Signal()
    next = Signal()
    submit = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self._amending = False
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        row.setSpacing(GRID * 2)
        acts = QWidget(self)
        flow = FlowLayout(acts, across=GRID)
        self.back_button = self._button("back_step", lambda: self.tr("Back"), self.back.emit, "Alt+PgUp")
        self.next_button = self._button("next_step", lambda: self.tr("Next"), self.next.emit, "Alt+PgDown")
        self.submit_button = self._button("submit", self._submit_words, self.submit.emit, "Ctrl+Return")
        self.next_button.setProperty("kind", "primary")
        self.submit_button.setProperty("kind", "primary")
        for button in (self.back_button, self.next_button, self.submit_button):
            flow.addWidget(button)
        row.addWidget(acts, 1, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self.answered, self.kept = Text("", self), Text("small", self)
        self.answered.setObjectName("answered")
        self.kept.setObjectName("kept")
        # Nothing was kept yet: its empty line would push the other up.
        self.kept.hide()
        words.addWidget(self.answered)
        words.addWidget(self.kept)
        words.addStretch(1)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        row.addLayout(words)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.relooked()

    def show_step(self, *, first: bool, last: bool, amending: bool, sending: bool) -> None:
        """Offer what leads on from a step; while the form is being sent nothing does."""
        if amending is not self._amending:
            self._amending = amending
            self.submit_button.setText(self._submit_words())
        self.back_button.setEnabled(not first and not sending)
        self.next_button.setVisible(not last)
        self.submit_button.setVisible(last)
        self.next_button.setEnabled(not sending)
        self.submit_button.setEnabled(not sending)

    def show_completeness(self, completeness: Completeness, reader: Reader) -> None:
        """Tell how many of the questions are answered."""
        asked, answered = completeness.asked, completeness.answered
        words = self.tr("{answered} of %n fact(s) filled in", "", asked)
        self.answered.setText(reader.digits(words.format(answered=answered)))
        self.bar.setRange(0, max(1, asked))
        self.bar.setValue(answered)
        self.bar.setAccessibleName(self.answered.accessibleName())

    def show_kept(self, at: datetime | None, reader: Reader, *, lost: bool = False) -> None:
        """Tell when what was typed was kept on this machine; with `lost`, that it could not be."""
        if lost:
            self.kept.setText(self.tr("The draft is not kept on this machine"))
        elif at is None:
            self.kept.setText("")
        else:
            time = reader.code(f"{at.astimezone(reader.zone):%H:%M}")
            self.kept.setText(self.tr("Draft kept on this machine at {time}").format(time=time))
        self.kept.setVisible(bool(self.kept.text()))

    def relooked(self) -> None:
        """Take the sizes of a new look."""
        self.bar.setFixedWidth(worn().pixels(_BAR))

    def _submit_words(self) -> str:
        return self.tr("Save the amendment") if self._amending else self.tr("Register the household")

    def _button(self, name: str, words: Callable[[], str], act: Callable[[], object], keys: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked: act())

        def put(text: str) -> None:
            button.setText(text)
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{text} ({shown})")

        self.say(put, words)
        return button
