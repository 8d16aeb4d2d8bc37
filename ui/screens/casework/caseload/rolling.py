"""A page that rolls where the window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def rolling(inside: QWidget, parent: QWidget) -> QScrollArea:
    """A pane around a page: it rolls downwards only, and takes no step of the keyboard's way."""
    pane = QScrollArea(parent)
    pane.setWidgetResizable(True)
    pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    pane.setWidget(inside)
    return pane
