"""Signing in and out, locking, searching, switching language and look, errors: the frame around every screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from blocking import Watch
from conftest import PASSWORD
from hand import type_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.bootstrap import OpenOffice, open_office
from desktop.database.policy import StaffRole
from desktop.office import service as office_service
from desktop.office.drafts import StaffDraft
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording
from ui.shell.destinations import Destination, Place
from ui.shell.opening import Address
from ui.shell.preferences import FILE, Preferences
from ui.shell.window import Window
from ui.theme.tokens import Scheme

Sit = Callable[..., Window]


def kept(folder: Path) -> Preferences:
    """Read by the test itself: the window's own reading would count as waiting."""
    return msgspec.json.decode((folder / FILE).read_bytes(), type=Preferences)


@pytest.fixture
def guarded(office_file: Path) -> Path:
    """The demonstration office with one member of staff who has a password."""
    office: OpenOffice = open_office(f"sqlite:///{office_file}", staff=_founder(office_file))
    with office.desk() as desk:
        draft = StaffDraft("sara", Wording("سارة", "Sara"), frozenset({StaffRole.RESEARCHER}), password=PASSWORD)
        office_service.appoint(desk, draft=draft)
    office.close()
    return office_file


def _founder(office_file: Path) -> str:
    from ui.command_line.signing_in import account

    return account() or "founder"


def _type_in(window: Window, login: str, password: str) -> None:
    page = window.sign_in
    page.login.clear()
    QTest.keyClicks(page.login, login)
    QTest.keyClicks(page.password, password)
    QTest.keyClick(page.password, Qt.Key.Key_Return)


def test_the_demonstration_researcher_sits_down_without_being_named(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff=None)
    qtbot.waitUntil(lambda: window.frame is not None and window.workplace.taken, timeout=20_000)
    assert window.workplace.seat.staff.login == "researcher.women"


def test_a_wrong_password_is_told_and_the_login_stays(qtbot: QtBot, sit: Sit, guarded: Path) -> None:
    window = sit(staff=None, language=Language.ENGLISH)
    qtbot.waitUntil(lambda: window.workplace.taken, timeout=20_000)
    still(window)
    window.sign_out()
    _type_in(window, "sara", "not-this-one")
    told = window.sign_in.findChild(QLabel, "fault")
    assert told is not None
    qtbot.waitUntil(told.isVisible, timeout=10_000)
    assert "password" in told.text()
    assert window.sign_in.login.text() == "sara"
    assert window.sign_in.password.text() == ""
    _type_in(window, "sara", PASSWORD)
    qtbot.waitUntil(lambda: window.workplace.taken, timeout=10_000)
    assert window.workplace.seat.staff.login == "sara"


def test_wrong_passwords_again_and_again_lock_the_login_out(qtbot: QtBot, sit: Sit, guarded: Path) -> None:
    window = sit(staff=None, language=Language.ENGLISH)
    qtbot.waitUntil(lambda: window.workplace.taken, timeout=20_000)
    still(window)
    window.sign_out()
    told = window.sign_in.findChild(QLabel, "fault")
    assert told is not None
    for _ in range(5):
        told.clear()
        _type_in(window, "sara", "not-this-one")
        qtbot.waitUntil(lambda: told.text() != "", timeout=10_000)
    told.clear()
    _type_in(window, "sara", PASSWORD)
    qtbot.waitUntil(lambda: told.text() != "", timeout=10_000)
    assert not window.workplace.taken


def test_the_screens_of_who_signed_out_hear_of_no_change_that_the_next_one_makes(
    qtbot: QtBot, sit: Sit, guarded: Path
) -> None:
    window = sit(staff=None, language=Language.ENGLISH)
    qtbot.waitUntil(lambda: window.workplace.taken, timeout=20_000)
    for place in (Place.REGISTRATION, Place.HOUSEHOLDS, Place.PROGRAMMES, Place.MY_DESK):
        window.workplace.go(Destination(place))
        still(window)
    window.sign_out()
    _type_in(window, "sara", PASSWORD)
    qtbot.waitUntil(lambda: window.workplace.taken, timeout=10_000)
    still(window)
    with qtbot.captureExceptions() as raised:
        now = window.workplace.preferences
        for change in ({"text_size": 150}, {"scheme": Scheme.DARK}, {"language": Language.ARABIC}):
            now = msgspec.structs.replace(now, **change)
            window.workplace.prefer(now)
            still(window)
    assert raised == []


def test_an_idle_window_locks_and_shows_nothing_until_its_person_returns(qtbot: QtBot, sit: Sit, guarded: Path) -> None:
    window = sit(staff=None)
    qtbot.waitUntil(lambda: window.workplace.taken, timeout=20_000)
    still(window)
    window.sign_out()
    _type_in(window, "sara", PASSWORD)
    qtbot.waitUntil(lambda: window.workplace.taken, timeout=10_000)
    still(window)
    frame = window.frame
    assert frame is not None
    window.workplace.go(Destination(Place.PREFERENCES))
    window.idle.watch(0.0005)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.sign_in, timeout=5_000)
    assert not frame.isVisible()
    QTest.keyClicks(window.sign_in.password, PASSWORD)
    QTest.keyClick(window.sign_in.password, Qt.Key.Key_Return)
    qtbot.waitUntil(frame.isVisible, timeout=10_000)
    assert frame.here == Destination(Place.PREFERENCES)


def test_a_window_in_which_somebody_works_does_not_lock(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    locked = []
    window.idle.idle.connect(lambda: locked.append(True))
    window.idle.watch(0.01)
    for _ in range(8):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
        qtbot.wait(150)
    assert locked == []
    window.idle.watch(0)


def test_the_search_box_opens_by_keyboard_and_finds_a_household_as_people_type_it(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    frame = window.frame
    assert frame is not None
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert frame.top.search.hasFocus()
    type_text(frame.top.search, "إبتسام")
    qtbot.waitUntil(frame.finder.isVisible, timeout=10_000)
    still(window)
    QTest.keyClick(frame.top.search, Qt.Key.Key_Return)
    assert frame.here is not None
    assert frame.here.place is Place.HOUSEHOLD
    assert frame.here.key.startswith("QTF")


def test_the_language_turns_without_a_restart_and_so_does_the_direction(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    frame = window.frame
    assert frame is not None
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert frame.top.search.accessibleName() == "البحث في كل شيء"
    window.other_language()
    qtbot.waitUntil(lambda: frame.top.search.accessibleName() == "Search everything", timeout=5_000)
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    still(window)
    assert kept(window._folder).language is Language.ENGLISH


def test_a_known_error_is_told_in_the_banner_and_an_unknown_one_in_a_dialog_that_keeps_a_log(
    qtbot: QtBot, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(language=Language.ENGLISH)
    frame = window.frame
    assert frame is not None
    window.workplace.tell_error(OfficeError("office.unknown_staff", staff="nobody"))
    assert frame.banner.isVisible()
    assert "nobody" in frame.banner.sentence.text()
    window.workplace.tell_error(ZeroDivisionError("of somebody's income"))
    qtbot.waitUntil(lambda: window.crashes.dialog is not None, timeout=5_000)
    dialog = window.crashes.dialog
    assert dialog is not None
    log = Path(dialog.details.toPlainText())
    written = log.read_text()
    assert "ZeroDivisionError" in written
    assert "income" not in written
    dialog.accept()


def test_the_window_opens_where_and_as_it_was_left(
    qtbot: QtBot, sit: Sit, tmp_path: Path, qapp: QApplication, watch: Watch
) -> None:
    window = sit(folder=tmp_path / "kept", size=(1100, 700))
    window.workplace.prefer(msgspec.structs.replace(window.workplace.preferences, text_size=125))
    still(window)
    window.close()
    assert kept(tmp_path / "kept").text_size == 125
    watch.looking = False
    again = Window(qapp, Address(None), folder=tmp_path / "kept")
    assert (again.width(), again.height()) == (1100, 700)
    again.close()
    again.deleteLater()


def test_a_machine_without_an_office_offers_the_demonstration_and_founds_it(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, sit: Sit
) -> None:
    window = sit(staff=None, url=f"sqlite:///{tmp_path / 'nothing-yet.db'}")
    qtbot.waitUntil(lambda: window.first_run is not None and window.first_run.isVisible(), timeout=10_000)
    assert window.first_run is not None
    qtbot.mouseClick(window.first_run.demonstration, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.workplace.taken, timeout=60_000)
    assert window.workplace.seat.demonstration


def test_the_bar_keeps_its_height_above_a_screen_that_needs_more_room(sit: Sit) -> None:
    window = sit()
    frame = window.frame
    assert frame is not None
    bar = frame.top
    frame.go(Destination(Place.REGISTRATION))
    window.resize(1366, 560)
    still(window)
    assert bar.height() == bar.sizeHint().height()
    assert bar.person.height() >= bar.person.sizeHint().height()
