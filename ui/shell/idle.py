"""Notices that nobody has touched the window for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from typing_extensions import override

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Signals `idle` once after so many minutes without a key, a click or a move of the mouse."""

    idle = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        application.focusWindowChanged.connect(self._take)

    def watch(self, minutes: float) -> None:
        """Begin to watch; 0 stops."""
        self._timer.stop()
        self._timer.setInterval(round(minutes * 60_000))
        if minutes > 0:
            self._timer.start()

    @Slot(QWindow)
    def _take(self, window: QWindow | None) -> None:
        # A window of the screen hears of each touch once. A filter on the application would be asked about every event
        # of every widget: a seventh of all the time the window works.
        if window is not None:
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        return False
