"""The banner: one sentence about what happened, with the remedy beside it; later ones wait their turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.sign_box import SignBox
from ui.parts.signs import SIGN_OF_TONE
from ui.theme.tokens import GRID, Tone

PASSES_AFTER = 6_000
"""Milliseconds that good news stays; bad news stays until it is read and put away."""


@dataclass(frozen=True, slots=True)
class News:
    """What the banner says.

    Args:
        words: the sentence in the language of the moment.
        tone: what kind of news it is.
        remedy: words of the button that mends it, and what it does; None for none.
        passing: goes away by itself.
    """

    words: Callable[[], str]
    tone: Tone
    remedy: tuple[Callable[[], str], Callable[[], None]] | None = None
    passing: bool = False


class Banner(Worded, QWidget):
    """Hidden while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[News] = deque()
        self._now: News | None = None
        self._frame = QFrame(self)
        self._frame.setProperty("kind", "banner")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GRID, 0, 0)
        outer.addWidget(self._frame)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(GRID * 2, GRID // 2, GRID * 2, GRID // 2)
        self._sign, self.sentence = SignBox(self._frame), QLabel(self._frame)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remedy, self.dismiss = QPushButton(self._frame), QPushButton(self._frame)
        self.dismiss.setProperty("kind", "quiet")
        self.remedy.clicked.connect(self._mend)
        self.dismiss.clicked.connect(self._next)
        self.say(self.dismiss.setText, lambda: self.tr("Dismiss"))
        row.addWidget(self._sign)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.remedy)
        row.addWidget(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        self.hide()

    def tell(self, news: News) -> None:
        """Tell it now, or after what is being told; the same sentence twice is told once."""
        said = [each.words() for each in (self._now, *self._waiting) if each is not None]
        if news.words() in said:
            return
        if self._now is not None and self._now.passing:
            self._now = None
        self._waiting.append(news)
        if self._now is None:
            self._next()

    def clear(self) -> None:
        """Put everything away."""
        self._waiting.clear()
        self._next()

    @override
    def reworded(self) -> None:
        if self._now is None:
            return
        self.sentence.setText(self._now.words())
        self._sign.show_sign(SIGN_OF_TONE[self._now.tone], self._now.tone)
        self.setAccessibleName(self._now.words())
        if self._now.remedy is not None:
            self.remedy.setText(self._now.remedy[0]())

    def _next(self) -> None:
        self._timer.stop()
        self._now = self._waiting.popleft() if self._waiting else None
        self.setVisible(self._now is not None)
        if self._now is None:
            return
        self._frame.setProperty("tone", str(self._now.tone))
        for widget in (self._frame, self.sentence):
            widget.style().polish(widget)
        self.remedy.setVisible(self._now.remedy is not None)
        self.reworded()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if self._now.passing:
            self._timer.start(PASSES_AFTER)

    def _mend(self) -> None:
        remedy = self._now.remedy if self._now is not None else None
        self._next()
        if remedy is not None:
            remedy[1]()
