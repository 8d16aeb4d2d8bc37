"""The hands of the tour: they find what one sees in the window by its name, press it and type into it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QScrollArea, QWidget

from ui.shell.window import Window

LONGEST = 30.0
"""Seconds that anything may take."""

SOON = 1_000
"""Milliseconds: a single shot that comes so soon is a part of what was begun; a longer one is a notice or an hour."""

ROUNDS = 3
"""Rounds of events in which nothing is under way: what one round lays out, the next one paints."""

_TICK = 5
"""Milliseconds between two looks."""


class LostWayError(RuntimeError):
    """Something that the tour goes through was not where it ought to be: a fault of ours."""


class Hands:
    """Works in one window."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._failed: list[BaseException] = []
        window.workplace.crashed.connect(self._failed.append)

    @property
    def front(self) -> QWidget:
        """The dialog in front, else the window."""
        return QApplication.activeModalWidget() or self.window

    def find(self, name: str | Callable[[str], bool]) -> QWidget:
        """What is visible and can be used under an object name, or the first whose name is as asked; waited for."""
        found: list[QWidget] = []

        def there() -> bool:
            for each in self.front.findChildren(QWidget):
                named = each.objectName() == name if isinstance(name, str) else name(each.objectName())
                if named and each.isVisible() and each.isEnabled():
                    found.append(each)
                    return True
            return False

        self.until(there, str(name))
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether something of that object name is shown now."""
        return any(each.isVisible() for each in self.front.findChildren(QWidget, name))

    def press(self, name: str) -> None:
        """Click a button."""
        self.click(self.find(name))

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget."""
        show(widget)
        if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            # Qt moves the keyboard for the mouse of the screen alone.
            widget.setFocus(Qt.FocusReason.MouseFocusReason)
        middle = QPointF(widget.rect().center())
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for kind, buttons in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            there = widget.mapToGlobal(middle)
            event = QMouseEvent(kind, middle, there, left, buttons, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(widget, event)

    def write(self, target: str | QWidget, text: str) -> None:
        """Type over what stands in a field, letter by letter."""
        widget = self.find(target) if isinstance(target, str) else target
        show(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        line = QApplication.focusWidget() or widget
        if isinstance(line, QLineEdit):
            line.selectAll()
        for letter in text:
            self.key(0, letter, line)

    def key(self, key: int, text: str = "", widget: QWidget | None = None) -> None:
        """One key, to what has the focus unless a widget is given."""
        to = widget or QApplication.focusWidget() or self.front
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(to, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def choose(self, target: str | QComboBox, data: object) -> None:
        """Choose an entry of a box by its data, as a person does who opens its list."""
        box = self.find(target) if isinstance(target, str) else target
        if not isinstance(box, QComboBox) or box.findData(data) < 0:
            raise LostWayError(f"{target}: {data}")
        box.setCurrentIndex(box.findData(data))
        box.activated.emit(box.currentIndex())

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Let the window live until something is so."""
        end = time.monotonic() + LONGEST
        while not true():
            self._live()
            if time.monotonic() > end:
                raise LostWayError(what)

    def still(self) -> None:
        """Let the window live until nothing is under way in it and everything is painted."""
        end, quiet = time.monotonic() + LONGEST, 0
        while quiet < ROUNDS:
            self._live()
            quiet = quiet + 1 if at_rest(self.window) else 0
            if time.monotonic() > end:
                raise LostWayError("still")

    def settle(self) -> None:
        """Let the window live until it looks the same twice."""
        end = time.monotonic() + LONGEST
        before, now = QImage(), self.window.grab().toImage()
        while now != before:
            self.still()
            before, now = now, self.window.grab().toImage()
            if time.monotonic() > end:
                raise LostWayError("settle")

    def _live(self, milliseconds: int = _TICK) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        if self._failed:
            raise self._failed[0]


def at_rest(window: Window) -> bool:
    """Whether nothing is under way in a window: no work on its lanes, and no timer about to begin any."""
    return window.lanes.working == 0 and not any(
        each.isActive() and each.isSingleShot() and each.interval() <= SOON for each in window.findChildren(QTimer)
    )


def show(widget: QWidget) -> None:
    """Roll every pane around a widget until it shows."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 8, 24)
        above = above.parentWidget()
