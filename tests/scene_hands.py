"""What every scene of the window needs: to wait until it stands still, to go somewhere, to press, to clear away."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from stillness import still

from ui.shell.destinations import PLACES, Destination, Place
from ui.shell.window import Window

LONGEST = 30.0
"""Seconds that anything may take."""


def until(true: Callable[[], bool]) -> None:
    """Let the window live until something is so; AssertionError where it never is."""
    end = time.monotonic() + LONGEST
    while not true():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise AssertionError("it never came to be so")
        time.sleep(0.004)


def go(window: Window, place: Place, key: str = "", part: str = "") -> None:
    window.workplace.go(Destination(place, key, part))
    still(window)
    shown = window.frame.shown if window.frame is not None else None
    assert type(shown).__module__ == PLACES[place].module, f"{place} did not open"


def dialog() -> QWidget | None:
    """The dialog in front, if any."""
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    return shown[0] if shown else None


def press(window: Window, name: str) -> None:
    """Click the button of that object name, and wait for what follows."""
    button = window.findChild(QAbstractButton, name)
    assert button is not None, f"there is no button {name}"
    button.click()
    still(window)


def close_dialogs() -> None:
    """Close whatever a scene left in front."""
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.close()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def visible_in(root: QWidget) -> list[QWidget]:
    """The widgets that one sees in a window, in no order."""
    return [
        each
        for each in root.findChildren(QWidget)
        if each.isVisible() and each.window() is root.window() and not each.visibleRegion().isEmpty()
    ]
