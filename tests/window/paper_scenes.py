"""What the tests of papers and of courses share: files of the demonstration office made ready at the office beside."""

from __future__ import annotations

import subprocess
from pathlib import Path

from household_scenes import as_colleague, at_office, go
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.casework import service as casework
from desktop.empowerment import service as empowerment
from desktop.empowerment.answers import EnrolmentAnswer
from desktop.empowerment.openings import candidates
from desktop.issuing import queries
from desktop.issuing.answers import IssuedAnswer
from desktop.office.desk import Desk
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry.listing import page
from ui.screens.issuing.household_documents import HouseholdDocumentsTab
from ui.screens.registry.household_file.screen import HouseholdScreen
from ui.shell.destinations import Place
from ui.shell.window import Window

GRANTED = "QTF-2026-00010"
"""A file of the demonstration whose assessment came out eligible."""

DATA_ENTRY = "QTF-2027-03"


def grant(window: Window, number: str = GRANTED) -> None:
    """A colleague decides on the assessment of today."""

    def work(desk: Desk) -> object:
        return casework.decide(desk, file_number=number, programme="sa.developed", on=desk.today, catalogue=Catalogue())

    at_office(window, work)


def register(window: Window) -> tuple[IssuedAnswer, ...]:
    return at_office(window, queries.register_of)


def documents(qtbot: QtBot, window: Window, number: str = GRANTED, key: str = "") -> HouseholdDocumentsTab:
    """The tab of documents, its answer read."""
    screen = go(qtbot, window, Place.HOUSEHOLD, number, f"documents#{key}" if key else "documents")
    assert isinstance(screen, HouseholdScreen)
    assert isinstance(screen.tab, HouseholdDocumentsTab)
    return screen.tab


def press(qtbot: QtBot, window: Window, parent: QWidget, name: str) -> None:
    """Click a button and wait until what it does is done."""
    button = next(each for each in parent.findChildren(QPushButton, name) if each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    still(window)


def dialog(qtbot: QtBot, name: str) -> QDialog:
    """The dialog of a name, once it stands."""
    found: list[QDialog] = []

    def there() -> bool:
        found[:] = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible() and each.objectName() == name
        ]
        return bool(found)

    qtbot.waitUntil(there, timeout=20_000)
    return found[0]


def leave_printer(qtbot: QtBot, window: Window) -> None:
    """The dialog of the printer came, and somebody thinks better of it."""
    dialog(qtbot, "print-dialog").reject()
    still(window)


def read(pdf: Path) -> str:
    """A paper as poppler reads it."""
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def takers(window: Window, code: str = DATA_ENTRY, count: int = 2) -> list[tuple[str, str]]:
    """File number and member of the first who may be enrolled in a course."""

    def work(desk: Desk) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for row in page(desk).rows:
            judged = candidates(desk, file_number=row.file_number, course_code=code)
            found += [(row.file_number, each.person.ref) for each in judged if each.may_enrol]
            if len(found) >= count:
                break
        return found

    return at_office(window, work)


def enrolled(window: Window, number: str, ref: str, code: str = DATA_ENTRY) -> EnrolmentAnswer:
    """A colleague enrols somebody."""
    return at_office(
        window, lambda desk: empowerment.enrol(desk, file_number=number, member=ref, course_code=code)
    ).answer


def with_seats(office_file: Path, seats: int, code: str = DATA_ENTRY) -> None:
    """The specialist gives a course other seats."""

    def work(desk: Desk) -> None:
        course = empowerment.course(desk, course_code=code)
        empowerment.change_seats(desk, course_code=code, seats=seats, expected_version=course.version)

    as_colleague(office_file, "empowerment", work)
