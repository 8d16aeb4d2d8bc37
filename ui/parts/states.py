"""What stands in the place of contents that are not there: empty, being read, offline, or failed."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.sign_box import SignBox
from ui.parts.signs import Sign
from ui.parts.text import Text
from ui.theme.tokens import GRID, Tone

SHOWN_AFTER = 100
"""Milliseconds before loading shows: what comes sooner would only flicker."""

STOPPABLE_AFTER = 1_000
"""Milliseconds before progress and a way to stop show."""

Words = Callable[[], str]


class State(StrEnum):
    """What is shown."""

    CONTENT = "content"
    EMPTY = "empty"
    LOADING = "loading"
    OFFLINE = "offline"
    FAILED = "failed"


class StateStack(Worded, QWidget):
    """Contents, or one sentence with what can be done about it.

    Args:
        content: the widget whose place is kept.
        motion: whether the bar of a lasting loading may move; False where the system asks for none.
    """

    stopped = Signal()
    """Somebody stopped the loading."""

    retry = Signal()
    """Somebody asked again, after a failure or offline."""

    acted = Signal()
    """Somebody took the action that the empty state offers."""

    def __init__(self, content: QWidget, parent: QWidget | None = None, *, motion: bool = True) -> None:
        super().__init__(parent)
        self.content = content
        self._state, self._motion = State.CONTENT, motion
        self._empty_sign = Sign.DASH
        self._focused: QWidget | None = None
        self._words: Words = str
        self._action: Words | None = None
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._page = QWidget(self)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 3)
        column.setSpacing(GRID + GRID // 2)
        self._sign = SignBox(self._page, size=18, plate=44)
        self.sentence = Text("soft", self._page, wraps=True)
        self.bar, self.button = QProgressBar(self._page), QPushButton(self._page)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(GRID * 40)
        self.button.clicked.connect(self._act)
        column.addStretch(1)
        for widget in (self._sign, self.sentence, self.bar, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._stack.addWidget(content)
        self._stack.addWidget(self._page)
        self._showing, self._lasting = QTimer(self), QTimer(self)
        for timer, after, act in (
            (self._showing, SHOWN_AFTER, self._show_loading),
            (self._lasting, STOPPABLE_AFTER, self._show_lasting),
        ):
            timer.setSingleShot(True)
            timer.setInterval(after)
            timer.timeout.connect(act)

    @property
    def state(self) -> State:
        """What was asked to be shown; loading is visible only some moments later."""
        return self._state

    def show_content(self) -> None:
        """The contents are there; whatever had the focus in them has it again."""
        self._enter(State.CONTENT)
        had_focus = self._page.isAncestorOf(QApplication.focusWidget() or self)
        self._stack.setCurrentWidget(self.content)
        if self._focused is not None and had_focus:
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focused = None

    def show_empty(self, words: Words, action: Words | None = None, sign: Sign = Sign.DASH) -> None:
        """There is nothing; say so in a sentence, and offer what one may do. A check is for work that is done."""
        self._empty_sign = sign
        self._tell(State.EMPTY, words, action)

    def show_offline(self, words: Words | None = None) -> None:
        """The office's database cannot be reached."""
        self._tell(State.OFFLINE, words or self._offline_words, self._retry_words)

    def show_failed(self, words: Words, remedy: Words | None = None) -> None:
        """It went wrong: what happened and what to do, and the button that does it, which sends `retry`."""
        self._tell(State.FAILED, words, remedy or self._retry_words)

    def show_loading(self, words: Words | None = None) -> None:
        """Something is being read; what was shown stays for a moment more."""
        if self._state is State.LOADING:
            return
        self._enter(State.LOADING)
        self._words, self._action = words or self._loading_words, None
        self._showing.start()
        self._lasting.start()

    @override
    def reworded(self) -> None:
        if self._stack.currentWidget() is not self._page:
            return
        self.sentence.setText(self._words())
        lasting = self._state is State.LOADING and self.button.isVisibleTo(self._page)
        self.button.setText(self.tr("Stop") if lasting else self._action() if self._action is not None else "")
        # The bar has no end and moves by itself; where nothing may move, the sentence alone says that it works.
        self.bar.setVisible(lasting and self._motion)

    def _enter(self, state: State) -> None:
        self._state = state
        self._showing.stop()
        self._lasting.stop()

    def _tell(self, state: State, words: Words, action: Words | None) -> None:
        self._enter(state)
        self._words, self._action = words, action
        self.button.setVisible(action is not None)
        self._show_page()

    def _show_loading(self) -> None:
        self.button.hide()
        self._show_page()

    def _show_lasting(self) -> None:
        self.button.show()
        self.reworded()

    def _show_page(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.content.isAncestorOf(focus):
            self._focused = focus
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._stack.setCurrentWidget(self._page)
        empty = (self._empty_sign if self._state is State.EMPTY else None, Tone.PLAIN)
        self._sign.show_sign(*_SIGNS.get(self._state, empty))
        self.reworded()
        if had_focus and self.button.isVisibleTo(self._page):
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleDescription(self.sentence.accessibleName())
        QAccessible.updateAccessibility(QAccessibleEvent(self.sentence, QAccessible.Event.Alert))

    def _act(self) -> None:
        match self._state:
            case State.LOADING:
                self.show_content()
                self.stopped.emit()
            case State.EMPTY:
                self.acted.emit()
            case State.OFFLINE | State.FAILED:
                self.retry.emit()

    def _loading_words(self) -> str:
        return self.tr("Loading…")

    def _offline_words(self) -> str:
        return self.tr("The office’s database cannot be reached. What you typed is kept on this machine; try again.")

    def _retry_words(self) -> str:
        return self.tr("Try again")


_SIGNS = {
    State.OFFLINE: (Sign.ALERT, Tone.WAIT),
    State.FAILED: (Sign.CROSS, Tone.STOP),
}
