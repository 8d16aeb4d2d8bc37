"""Two ways to work in the real window: the mouse clicks what one sees, the keyboard walks to what has the focus.

Both know the same few gestures, so that a piece of work is written once and done by either. Widgets are found by
their object name, below the dialog in front or the window; whoever has one at hand may give the widget itself.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable

from hand import type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from stillness import live, still

from desktop.values.isolates import bare
from ui.parts.fields.choice_popup import ChoicePopup
from ui.shell.window import Window

LONGEST = 20.0
"""Seconds that anything may take."""

Found = str | QWidget
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Hand(ABC):
    """What both hands share: looking and waiting."""

    def __init__(self, window: Window) -> None:
        self.window = window
        window.activateWindow()
        self.until(window.isActiveWindow, "the window never came to the front")

    # --- looking -----------------------------------------------------------------------------------------------

    @property
    def front(self) -> QWidget:
        """The dialog in front, else the window."""
        return QApplication.activeModalWidget() or self.window

    def seen(self, name: Found) -> QWidget | None:
        """The visible widget of a name; None for none."""
        if isinstance(name, QWidget):
            return name if name.isVisible() else None
        for each in self.front.findChildren(QWidget, name):
            if each.isVisible():
                return each
        return None

    def find(self, name: Found) -> QWidget:
        """The visible, enabled widget of a name, waited for."""
        found: list[QWidget] = []

        def there() -> bool:
            found[:] = [each for each in [self.seen(name)] if each is not None and each.isEnabled()]
            return bool(found)

        self.until(there, f"{name} is not to be seen")
        return found[0]

    def words(self, name: Found | None = None) -> str:
        """Everything that one reads in a widget, without direction marks."""
        root = self.front if name is None else self.find(name)
        labels = [root, *root.findChildren(QLabel), *root.findChildren(QAbstractButton)]
        return "\n".join(bare(each.text()) for each in labels if hasattr(each, "text") and each.isVisible())

    # --- waiting -----------------------------------------------------------------------------------------------

    def until(self, true: Callable[[], bool], why: str = "it never came to be so") -> None:
        """Let the window live until something is so."""
        end = time.monotonic() + LONGEST
        while not true():
            live(5)
            if time.monotonic() > end:
                raise AssertionError(why)

    def still(self) -> None:
        """Let the window live until it works on nothing more."""
        still(self.window)

    def come_back(self) -> None:
        """A window manager gives the keyboard back to the window below what closed; here is none, so this does."""
        if QApplication.activePopupWidget() is None and QApplication.focusWindow() is not self.front.windowHandle():
            self.front.activateWindow()
            self.until(lambda: QApplication.focusWindow() is self.front.windowHandle(), "nothing is in front")

    # --- doing -------------------------------------------------------------------------------------------------

    @abstractmethod
    def press(self, name: Found) -> None:
        """Press a button."""

    @abstractmethod
    def enter(self, name: Found) -> None:
        """Put the cursor in a field, with what stands there selected."""

    @abstractmethod
    def go_to(self, place: str) -> None:
        """Open a place of the navigation."""

    @abstractmethod
    def open_tab(self, name: str) -> None:
        """Open a tab of the file."""

    @abstractmethod
    def choose(self, name: Found, data: object) -> None:
        """Choose an entry of a combo box by its data."""

    @abstractmethod
    def choose_row(self, name: Found, row: int) -> None:
        """Choose an entry of a list that is shown whole."""

    @abstractmethod
    def dismiss(self) -> None:
        """Leave the dialog in front without doing what it offers."""

    def write(self, name: Found, text: str) -> None:
        """Type over what stands in a field."""
        self.enter(name)
        focus = QApplication.focusWidget()
        assert focus is not None
        type_text(focus, text)


def row_of(popup: ChoicePopup, code: object) -> int:
    """The row of the entry of a code; AssertionError where it is not offered."""
    rows = [popup.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(popup.list.count())]
    assert code in rows, (code, rows)
    return rows.index(code)
