"""Where everything is put together: the application, its window, and its end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.shell.opening import Address
from ui.shell.window import Window
from ui.theme.fonts import load_fonts

STYLE = "Fusion"
"""The one style of Qt's that looks the same everywhere and lets the style sheet decide everything."""


def application() -> QApplication:
    """The application of this process, made when there is none."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication([])
    made.setApplicationName("yusr")
    made.setDesktopFileName("yusr")
    made.setStyle(STYLE)
    load_fonts()
    return made


def has_display() -> bool:
    """Whether this process could show a window to anybody."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"] not in {"offscreen", "minimal"}
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(address: Address, *, folder: Path) -> int:
    """Show the window and stay until it is closed; the exit status.

    Args:
        address: of the database.
        folder: of this user's own files: preferences, drafts, keys.
    """
    running = application()
    window = Window(running, address, folder=folder)
    window.show()
    window.begin()
    return running.exec()
