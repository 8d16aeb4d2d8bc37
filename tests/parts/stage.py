"""Puts a part into an active window, as keys and focus need it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def on_stage(qtbot: QtBot, widget: W, width: int = 900, height: int = 600) -> W:
    """`widget`, shown in a window of its own that has the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget
