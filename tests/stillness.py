"""When a window stands still: nothing is worked on, no timer is about to begin anything, and everything is painted."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.shell.window import Window

LONGEST = 30.0
"""Seconds after which a window that still works is at fault."""

SOON = 1_000
"""Milliseconds: a single shot that comes so soon is a part of what was begun; a longer one is a notice or an hour."""

ROUNDS = 3
"""Rounds of events in which nothing is under way: what a round lays out, the next one paints."""


def at_rest(window: Window) -> bool:
    """Whether nothing is under way."""
    return window.lanes.working == 0 and not any(
        each.isActive() and each.isSingleShot() and each.interval() <= SOON for each in window.findChildren(QTimer)
    )


def still(window: QWidget) -> None:
    """Let the main window live until it stands still; AssertionError where it works on and on."""
    assert isinstance(window, Window)
    end, quiet = time.monotonic() + LONGEST, 0
    while quiet < ROUNDS:
        QTest.qWait(1)
        quiet = quiet + 1 if at_rest(window) else 0
        assert time.monotonic() < end, "the window works on and on"
