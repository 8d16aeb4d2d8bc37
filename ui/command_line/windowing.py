"""`yusr` without a command: opens the window where there is a screen."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Whether this process could show a window to anybody."""
    platform = os.environ.get("QT_QPA_PLATFORM")
    if platform:
        return platform.partition(":")[0] not in {"offscreen", "minimal"}
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(database: str | None, staff: str | None) -> int:
    """Show the window until it is closed; the exit status."""
    from ui.app import open_window as stay_open
    from ui.shell.opening import Address

    return stay_open(Address(database, staff or os.environ.get("YUSR_STAFF") or None))
