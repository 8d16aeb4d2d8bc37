"""When a window stands still: nothing is worked on, no timer is about to begin anything, and everything is painted."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from ui.shell.window import Window
from ui.tour.hands import ROUNDS, at_rest

LONGEST = 30.0
"""Seconds after which a window that still works is at fault."""


def live(milliseconds: int) -> None:
    """Let Qt live for a while.

    `QTest.qWait` would hold Python's lock as long: whatever the window waits for stands still on its lane meanwhile.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def still(window: QWidget) -> None:
    """Let the main window live until it stands still; AssertionError where it works on and on."""
    assert isinstance(window, Window)
    end, quiet = time.monotonic() + LONGEST, 0
    while quiet < ROUNDS:
        live(2)
        quiet = quiet + 1 if at_rest(window) else 0
        assert time.monotonic() < end, "the window works on and on"
