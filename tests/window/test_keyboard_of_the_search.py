"""Who types a search keeps the keyboard until they go elsewhere themselves, whatever arrives on the screen by then."""

from __future__ import annotations

from hand import type_text
from household_scenes import Sit
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from stillness import still

from ui.screens.agenda.my_desk import MyDeskScreen
from ui.shell.frame import Frame
from ui.shell.window import Window

SOMEBODY = "العنود منصور"


def seated(sit: Sit) -> tuple[Window, Frame, MyDeskScreen]:
    window = sit()
    still(window)
    assert window.frame is not None
    assert isinstance(window.frame.shown, MyDeskScreen)
    return window, window.frame, window.frame.shown


def search(window: Window, frame: Frame) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text(frame.top.search, SOMEBODY)
    still(window)
    assert frame.finder.isVisible()


def test_a_screen_that_has_read_its_rows_takes_no_keyboard_from_who_types_a_search(sit: Sit) -> None:
    window, frame, screen = seated(sit)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    screen.table.grid.setFocus()
    assert frame.top.search.hasFocus()
    search(window, frame)
    screen.table.grid.setFocus()
    assert frame.top.search.hasFocus()
    assert frame.finder.isVisible()


def test_a_key_and_a_click_lead_away_from_a_search(sit: Sit) -> None:
    window, frame, screen = seated(sit)
    search(window, frame)
    QTest.keyClick(frame.top.search, Qt.Key.Key_F6)
    here = window.focusWidget()
    assert here is not None
    assert screen.isAncestorOf(here)
    assert not frame.finder.isVisible()
    search(window, frame)
    screen.table.grid.setFocus(Qt.FocusReason.MouseFocusReason)
    assert screen.table.grid.hasFocus()
    assert not frame.finder.isVisible()
