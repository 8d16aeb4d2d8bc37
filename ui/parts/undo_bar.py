"""What was just done, and for some seconds the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.labels import mark
from ui.parts.text import Text
from ui.theme.tokens import GRID, Tone

SECONDS = 10
"""How long the way back is open unless said otherwise."""

Words = Callable[[], str]


class UndoBar(Worded, QFrame):
    """Hidden until something is offered; the time stands still while the mouse or the keyboard is on it.

    A second offer takes the place of the first, whose time is then over: only the last act can be taken back.
    """

    lapsed = Signal()
    """The way back is closed; what was done stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        mark(self, "tone", str(Tone.PLAIN))
        self._words: Words = str
        self._undo: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID // 2, GRID * 2, GRID // 2)
        self.sentence, self.undo, self.dismiss = Text("", self, wraps=True), QPushButton(self), QPushButton(self)
        self.dismiss.setProperty("kind", "quiet")
        self.say(self.undo.setText, lambda: self.tr("Undo"))
        self.say(self.dismiss.setText, lambda: self.tr("Dismiss"))
        self.undo.clicked.connect(self._take_back)
        self.dismiss.clicked.connect(self._lapse)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.undo)
        row.addWidget(self.dismiss)
        self._left = 0
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.timeout.connect(self._lapse)
        for button in (self.undo, self.dismiss):
            button.installEventFilter(self)
        self.hide()

    @property
    def offered(self) -> bool:
        """Whether there is a way back just now."""
        return self._undo is not None

    def offer(self, words: Words, undo: Callable[[], object], *, seconds: float = SECONDS) -> None:
        """Say what was done and keep the way back open.

        Args:
            words: what was done, such as «أُغلق الملف».
            undo: takes it back.
            seconds: until the way back closes.
        """
        if self._undo is not None:
            self.lapsed.emit()
        self._words, self._undo, self._left = words, undo, round(seconds * 1000)
        self.reworded()
        self.show()
        self._time.start(self._left)
        QAccessible.updateAccessibility(QAccessibleEvent(self.sentence, QAccessible.Event.Alert))

    @override
    def reworded(self) -> None:
        if self._undo is not None:
            self.sentence.setText(self._words())
            self.setAccessibleName(self.sentence.accessibleName())

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._stand_still()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._go_on()
        super().leaveEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._lapse()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._stand_still()
        elif event.type() == QEvent.Type.FocusOut:
            self._go_on()
        return False

    def _stand_still(self) -> None:
        if self._time.isActive():
            self._left = self._time.remainingTime()
            self._time.stop()

    def _go_on(self) -> None:
        held = self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self)
        if self._undo is not None and not held:
            self._time.start(max(1, self._left))

    def _take_back(self) -> None:
        undo = self._undo
        self._close()
        if undo is not None:
            undo()

    def _lapse(self) -> None:
        if self._undo is not None:
            self._close()
            self.lapsed.emit()

    def _close(self) -> None:
        self._undo = None
        self._time.stop()
        self.hide()
