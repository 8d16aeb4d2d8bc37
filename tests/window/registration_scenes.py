"""What the tests of the registration share: opening the form, finding fields by their slots, typing, colleagues."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import msgspec
from hand import press, type_text
from household_scenes import go, named
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from stillness import live
from window_house import DAY, clock_at

from desktop.bootstrap import open_office
from desktop.office.desk import Desk
from desktop.registry import queries, service
from desktop.registry.answers import HouseholdAnswer
from ui.drafts.kept import KeptDraft
from ui.drafts.shelf import DraftShelf
from ui.parts.fields.choice_popup import ChoicePopup
from ui.screens.registry.registration.pages.form_view import FormView
from ui.screens.registry.registration.screen import RegistrationScreen
from ui.shell.destinations import Place
from ui.shell.window import Window

Sit = Callable[..., Window]
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
HEAD = "/members/k1"
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def registration(qtbot: QtBot, window: Window, key: str = "", part: str = "") -> RegistrationScreen:
    """The registration, opened and read."""
    screen = go(qtbot, window, Place.REGISTRATION, key, part)
    assert isinstance(screen, RegistrationScreen)
    qtbot.waitUntil(lambda: screen.view is not None or screen.offers.isVisible(), timeout=10_000)
    return screen


def form(screen: RegistrationScreen) -> FormView:
    assert screen.view is not None
    return screen.view


def there(screen: QWidget, kind: type[W], name: str) -> W:
    """A widget by its name, waited for: cards of a page are made one after another."""
    end = time.monotonic() + 5
    while screen.findChild(kind, name) is None and time.monotonic() < end:
        live(5)
    return named(screen, kind, name)


def line(screen: RegistrationScreen, slot: str) -> QLineEdit:
    return there(screen, QLineEdit, slot)


def write(screen: RegistrationScreen, slot: str, text: str) -> None:
    """Go into a field and type over what stands there."""
    field = line(screen, slot)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    type_text(field, text)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(min(12, widget.width() // 2), widget.height() // 2))


def push(screen: QWidget, name: str) -> None:
    click(named(screen, QPushButton, name))


def keys(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key to whatever has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def choose(screen: RegistrationScreen, slot: str, code: str) -> None:
    """Choose an entry of a list by going down to it."""
    box = there(screen, QComboBox, slot)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(box, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    popup.list.setCurrentRow(0)
    while popup.list.currentItem().data(Qt.ItemDataRole.UserRole) != code:
        row = popup.list.currentRow()
        press(popup.list, Qt.Key.Key_Down)
        assert popup.list.currentRow() > row, code
    press(popup.list, Qt.Key.Key_Return)
    # Without a desktop nobody gives the keyboard back to the window below.
    screen.window().activateWindow()
    QApplication.processEvents()


def focused() -> str:
    """The name of the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def drafts(folder: Path, staff: str = "researcher.women") -> tuple[KeptDraft, ...]:
    """What lies on the shelf; looked for beside the main thread, where nothing may wait for the disk."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(DraftShelf(folder / "drafts", staff).all).result()


def colleague(office_file: Path, work: Callable[[Desk], T], *, staff: str = "supervisor") -> T:
    """Somebody else at the same office, on the same day."""
    office = open_office(f"sqlite:///{office_file}", staff=staff, clock=clock_at(DAY))
    try:
        with office.desk() as desk:
            return work(desk)
    finally:
        office.close()


def changed_by(desk: Desk, number: str, **changes: object) -> HouseholdAnswer:
    """A colleague changes facts of the household as a whole."""
    file = queries.open_file(desk, number)
    household = msgspec.structs.replace(file.file.household, **changes)
    draft = msgspec.structs.replace(file.file, household=household)
    return service.amend(
        desk, file_number=number, draft=draft, expected_version=file.version, reason="اتصلت الأسرة"
    ).answer
