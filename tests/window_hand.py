"""Two ways to work in the real window: the mouse clicks what one sees, the keyboard walks to what has the focus.

Both know the same few gestures, so that a piece of work is written once and done by either. Widgets are found by
their object name, below the dialog in front or the window; whoever has one at hand may give the widget itself.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable

from hand import press, type_text
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QScrollArea,
    QWidget,
)

from ui.language.reader import bare
from ui.shell.window import Window

LONGEST = 20.0
"""Seconds that anything may take."""

STILL = 0.05
"""Seconds without any work after which the window counts as still; longer than the time between two tasks."""

FARTHEST = 400
"""Stops of Tab after which a widget counts as out of the keyboard's reach."""

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
            QTest.qWait(5)
            if time.monotonic() > end:
                raise AssertionError(why)

    def still(self) -> None:
        """Let the window live until it works on nothing more."""
        since = time.monotonic()
        end = since + LONGEST
        while time.monotonic() - since < STILL:
            QTest.qWait(5)
            if self.window.lanes.working:
                since = time.monotonic()
            if time.monotonic() > end:
                raise AssertionError("the window works on and on")

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
    def dismiss(self) -> None:
        """Leave the dialog in front without doing what it offers."""

    def write(self, name: Found, text: str) -> None:
        """Type over what stands in a field."""
        self.enter(name)
        focus = QApplication.focusWidget()
        assert focus is not None
        type_text(focus, text)


class Mouse(Hand):
    """Clicks; the keys are for text alone."""

    def press(self, name: Found) -> None:
        self.click(self.find(name))

    def enter(self, name: Found) -> None:
        self.click(self.find(name))
        focus = QApplication.focusWidget()
        assert focus is not None, name
        QTest.keyClick(focus, Qt.Key.Key_A, CONTROL)

    def go_to(self, place: str) -> None:
        self.press(f"place_{place}")
        self.still()

    def open_tab(self, name: str) -> None:
        self.press(f"tab_{name}")
        self.still()

    def dismiss(self) -> None:
        (row,) = self.front.findChildren(QDialogButtonBox)
        self.click(row.button(QDialogButtonBox.StandardButton.Cancel))
        self.until(lambda: self.front is self.window, "the dialog stayed")
        self.still()

    def choose(self, name: Found, data: object) -> None:
        box = self.find(name)
        assert isinstance(box, QComboBox)
        self.click(box)
        view = box.view()
        self.until(view.isVisible, "the list did not open")
        self.click_item(view, box.findData(data))
        self.until(lambda: box.currentData() == data, "the entry was not chosen")

    def click_item(self, view: QAbstractItemView, row: int, column: int = 0) -> None:
        """Click an entry of a list or table."""
        index = view.model().index(row, column)
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    def click(self, widget: QWidget) -> None:
        """Click the middle of what one sees of a widget; AssertionError where something else lies there."""
        rolled_to(widget)
        self.until(lambda: not widget.visibleRegion().isEmpty(), f"{widget.objectName()} cannot be seen")
        shown: QRect = widget.visibleRegion().boundingRect()
        point = shown.center()
        window = widget.window()
        under = window.childAt(widget.mapTo(window, point)) or window
        assert under is widget or widget.isAncestorOf(under), f"{under.objectName()} lies over {widget.objectName()}"
        QTest.mouseClick(
            under, Qt.MouseButton.LeftButton, pos=under.mapFrom(widget, point) if under is not widget else point
        )


def rolled_to(widget: QWidget) -> None:
    """Roll every pane around a widget until it shows, as the wheel does."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 8, 24)
            QApplication.processEvents()
        above = above.parentWidget()


class Keys(Hand):
    """Keys alone, to whatever has the focus."""

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key to the widget with the focus."""
        if QApplication.activeWindow() is None:
            # A window manager gives the keyboard back to the window below a dialog that closed; here is none.
            self.front.activateWindow()
            self.until(self.front.isActiveWindow, "nothing is in front")
        QTest.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        """What has the focus, else what is in front."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.front

    def press(self, name: Found) -> None:
        wanted = self.find(name)
        self.walk_to(wanted)
        self.key(Qt.Key.Key_Space)

    def enter(self, name: Found) -> None:
        self.walk_to(self.find(name))
        self.key(Qt.Key.Key_A, CONTROL)

    def go_to(self, place: str) -> None:
        assert self.window.frame is not None
        shortcut = self.find(f"place_{place}").property("shortcut")
        self.key(Qt.Key(shortcut[0].key()), ALT)
        self.still()

    def open_tab(self, name: str) -> None:
        tab = self.find(f"tab_{name}")
        assert isinstance(tab, QAbstractButton)
        for _ in range(10):
            if tab.isChecked():
                break
            self.key(Qt.Key.Key_PageDown, CONTROL)
            self.still()
        assert tab.isChecked(), f"{name}: {self.focus} {QApplication.activeWindow()}"
        self.still()

    def dismiss(self) -> None:
        self.key(Qt.Key.Key_Escape)
        self.until(lambda: self.front is self.window, "the dialog stayed")
        self.still()

    def choose(self, name: Found, data: object) -> None:
        box = self.find(name)
        assert isinstance(box, QComboBox)
        self.walk_to(box)
        self.key(Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentData() == data:
                return
            self.key(Qt.Key.Key_Down)
        assert box.currentData() == data, "the entry was not reached"

    def walk_to(self, wanted: QWidget) -> None:
        """Press Tab until a widget, or something in it, has the focus."""
        chain = []
        for _ in range(FARTHEST):
            focus = QApplication.focusWidget()
            if focus is not None and (focus is wanted or wanted.isAncestorOf(focus)):
                return
            chain.append(focus)
            self.key(Qt.Key.Key_Tab)
        names = [f"{type(each).__name__} {each.objectName()}" for each in chain[:60] if each is not None]
        raise AssertionError(f"Tab does not lead to {wanted.objectName()}: {names}")


__all__ = ["ALT", "CONTROL", "Hand", "Keys", "Mouse", "QPoint", "press", "rolled_to", "type_text"]
