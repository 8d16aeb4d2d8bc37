"""What the tests of the household screens share: going somewhere, waiting, writing at the office beside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.bootstrap import open_office
from desktop.office.desk import Desk
from desktop.registry import queries, service
from desktop.registry.answers import HouseholdAnswer
from desktop.registry.listing import page
from ui.parts.chip import Chip
from ui.screens.registry.household_file.screen import HouseholdScreen
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.window import Window

TODAY = datetime.now(UTC).date()
"""The day on which the demonstration office was furnished: who writes to its files sits down on it."""

Sit = Callable[..., Window]
W = TypeVar("W", bound=QWidget)
S = TypeVar("S", bound=Screen)
T = TypeVar("T")


def at_office(window: Window, work: Callable[[Desk], T]) -> T:
    """Do something at the office as a colleague would: the window hears nothing of it."""
    with window.workplace.seat.office.desk() as desk:
        return work(desk)


def as_colleague(office_file: Path, staff: str, work: Callable[[Desk], T]) -> T:
    """Do something at the office under another name."""
    office = open_office(f"sqlite:///{office_file}", staff=staff)
    try:
        with office.desk() as desk:
            return work(desk)
    finally:
        office.close()


def numbers(window: Window) -> list[str]:
    """The numbers of the files that who sits here sees, in order."""
    return [row.file_number for row in at_office(window, page).rows]


def opened(window: Window, number: str) -> HouseholdAnswer:
    return at_office(window, lambda desk: queries.open_file(desk, number))


def go(qtbot: QtBot, window: Window, place: Place, key: str = "", part: str = "") -> Screen:
    """Open a screen and wait until it stands."""
    assert window.frame is not None
    window.frame.go(Destination(place, key, part))
    still(window)
    assert window.frame.shown is not None
    return window.frame.shown


def watched(window: Window) -> list[Destination]:
    """From now on, where somebody wanted to go; the frame stays where it is."""
    assert window.frame is not None
    window.workplace.asked_to_go.disconnect(window.frame.go)
    wanted: list[Destination] = []
    window.workplace.asked_to_go.connect(wanted.append)
    return wanted


def named(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def shown(parent: QWidget, kind: type[W]) -> list[W]:
    return [each for each in parent.findChildren(kind) if each.isVisible()]


def amended(window: Window, number: str, *, reason: str, **changes: object) -> HouseholdAnswer:
    """A colleague changes facts of the household as a whole."""

    def work(desk: Desk) -> HouseholdAnswer:
        file = queries.open_file(desk, number)
        household = msgspec.structs.replace(file.file.household, **changes)
        draft = msgspec.structs.replace(file.file, household=household)
        return service.amend(desk, file_number=number, draft=draft, expected_version=file.version, reason=reason).answer

    return at_office(window, work)


def type_in(widget: QWidget, text: str) -> None:
    """Type letter by letter; QTest knows the keys of Latin letters alone."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def file_screen(qtbot: QtBot, window: Window, number: str, part: str = "") -> HouseholdScreen:
    screen = go(qtbot, window, Place.HOUSEHOLD, number, part)
    assert isinstance(screen, HouseholdScreen)
    return screen


def chips(screen: HouseholdScreen) -> list[str]:
    return [each.text() for each in screen.heading.header.findChildren(Chip) if each.isVisible()]
