"""Where everything is put together: the application, its window, and its end."""

from __future__ import annotations

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


def open_window(address: Address, *, folder: Path | None = None) -> int:
    """Show the window and stay until it is closed; the exit status.

    Args:
        address: of the database.
        folder: of this user's own files (preferences, drafts, keys); the user's data folder unless said.
    """
    if folder is None:
        from platformdirs import user_data_path

        folder = user_data_path("yusr", appauthor=False)
    running = application()
    window = Window(running, address, folder=folder)
    window.show()
    window.begin()
    return running.exec()
