"""What was typed outlives the window: offered again, declined without being lost, whole after a killed process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from household_scenes import named, opened
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from registration_scenes import HEAD, Sit, click, drafts, focused, form, keys, line, push, registration, write
from stillness import still
from window_house import DAY

from desktop.values.errors import OfficeError, Unreachable
from desktop.values.isolates import bare
from ui.parts.undo_bar import UndoBar
from ui.screens.registry.registration.steps import Step
from ui.shell.destinations import Place

ELIGIBLE = "QTF-2026-00010"


def test_a_registration_that_was_left_is_offered_and_goes_on_where_it_was(
    qtbot: QtBot, sit: Sit, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    screen = registration(qtbot, sit(folder=folder))
    push(screen, "step_members")
    write(screen, f"{HEAD}/name/given", "فاطمة")
    write(screen, f"{HEAD}/birth_date", "1405/03/")
    typed = form(screen).filling.wizard.typed
    screen.window().close()
    (draft,) = drafts(folder)
    assert draft.title == "فاطمة"

    again = registration(qtbot, sit(folder=folder))
    assert again.offers.isVisible()
    assert focused() == "continue_draft"
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: again.view is not None, timeout=5_000)
    assert form(again).filling.wizard.typed == typed
    assert form(again).filling.wizard.step is Step.MEMBERS
    assert bare(line(again, f"{HEAD}/birth_date").text()) in {"1405/03/", "١٤٠٥/٠٣/"}


def test_beginning_anew_leaves_the_draft_on_the_shelf(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    first = registration(qtbot, sit(folder=folder))
    push(first, "step_members")
    write(first, f"{HEAD}/name/given", "فاطمة")
    first.window().close()
    window = sit(folder=folder)
    screen = registration(qtbot, window)
    push(screen, "begin_anew")
    push(screen, "step_members")
    assert line(screen, f"{HEAD}/name/given").text() == ""
    write(screen, f"{HEAD}/name/given", "زينب")
    still(window)
    assert {draft.title for draft in drafts(folder)} == {"فاطمة", "زينب"}


def test_a_draft_that_was_deleted_comes_back_by_undoing_it(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    first = registration(qtbot, sit(folder=folder))
    push(first, "step_members")
    write(first, f"{HEAD}/name/given", "فاطمة")
    first.window().close()
    window = sit(folder=folder)
    screen = registration(qtbot, window)
    push(screen, "delete_draft")
    still(window)
    assert drafts(folder) == ()
    click(screen.offers.findChild(UndoBar).undo)  # type: ignore[union-attr]
    still(window)
    assert [draft.title for draft in drafts(folder)] == ["فاطمة"]
    assert named(screen.offers, QPushButton, "continue_draft") is not None


def test_an_amendment_keeps_its_draft_with_its_reason_for_its_own_file_alone(
    qtbot: QtBot, sit: Sit, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    window = sit(folder=folder)
    screen = registration(qtbot, window, ELIGIBLE)
    write(screen, "/household/phone", "0500099123")
    push(screen, "step_review")
    amendment = form(screen).review.amendment
    assert amendment is not None
    click(amendment.correction)
    amendment.reason.area.setFocus()
    from hand import type_text

    type_text(amendment.reason.area, "اتصلت الأسرة")
    window.close()
    (draft,) = drafts(folder)
    assert (draft.kind, draft.about, draft.opened_version) == ("amendment", ELIGIBLE, 1)

    window = sit(folder=folder)
    assert registration(qtbot, window).view is not None
    again = registration(qtbot, window, ELIGIBLE)
    assert again.offers.isVisible()
    push(again, "continue_draft")
    qtbot.waitUntil(lambda: again.view is not None, timeout=5_000)
    shown = form(again).review.amendment
    assert shown is not None
    assert shown.correction.isChecked()
    assert shown.reason.typed_text() == "اتصلت الأسرة"
    assert form(again).filling.wizard.typed.text("/household/phone") == "0500099123"


def test_a_lost_database_loses_nothing_and_saving_again_saves(
    qtbot: QtBot, sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "own"
    window = sit(folder=folder)
    screen = registration(qtbot, window)
    push(screen, "step_members")
    write(screen, f"{HEAD}/name/given", "فاطمة")
    push(screen, "step_review")
    still(window)
    office = window.workplace.seat.office

    def lost(*_arguments: object, **_named: object) -> object:
        raise Unreachable("database.server_lost", place="here")

    with monkeypatch.context() as without:
        without.setattr(type(office), "desk", lost)
        push(screen, "submit")
        still(window)
        assert form(screen).review.faults.isVisible()
        (draft,) = drafts(folder)
        assert draft.title == "فاطمة"
    push(screen, "submit")
    still(window)
    assert window.frame is not None
    assert window.frame.here is not None
    assert window.frame.here.place is Place.HOUSEHOLD
    assert drafts(folder) == ()
    assert opened(window, window.frame.here.key).file.members[0].name.given == "فاطمة"


TYPIST = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from datetime import UTC, date, datetime, time
from pathlib import Path
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from ui.app import application
from ui.screens.registry.registration.steps import Step
from ui.shell.destinations import Destination, Place
from ui.shell.opening import Address
from ui.shell.window import Window

url, folder, day, text = sys.argv[1], Path(sys.argv[2]), date.fromisoformat(sys.argv[3]), sys.argv[4]
app = application()
clock = lambda _session: datetime.combine(day, time(9), tzinfo=UTC)
window = Window(app, Address(url, staff="researcher.women", clock=clock), folder=folder)
window.show()
window.begin()
typed = []

def step():
    screen = window.frame.shown if window.frame is not None and window.workplace.taken else None
    if screen is None:
        return
    if type(screen).__name__ != "RegistrationScreen":
        window.frame.go(Destination(Place.REGISTRATION))
        return
    if screen.view is None:
        return
    if screen.view.filling.wizard.step is not Step.MEMBERS:
        screen.view.go(Step.MEMBERS)
        return
    line = screen.findChild(QLineEdit, "/members/k1/name/given")
    if len(typed) == len(text):
        if typed[-1] is not None:
            # The last key is pressed: from here on the program has a third of a second.
            print("typed", flush=True)
            typed[-1] = None
        return
    line.setFocus()
    letter = text[len(typed)]
    typed.append(letter)
    app.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))

timer = QTimer()
timer.timeout.connect(step)
timer.start(15)
app.exec()
"""


def test_everything_typed_is_there_after_the_process_was_killed(
    qtbot: QtBot, sit: Sit, office_file: Path, tmp_path: Path
) -> None:
    folder, text = tmp_path / "own", "فاطمة عبد الرحمن المرهون"
    command = [sys.executable, "-c", TYPIST, f"sqlite:///{office_file}", str(folder), DAY.isoformat(), text]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment, cwd=Path(__file__).parents[2]
    ) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline().strip() == "typed"
        time.sleep(0.3)
        typist.send_signal(signal.SIGKILL)
    screen = registration(qtbot, sit(folder=folder))
    assert screen.offers.isVisible()
    push(screen, "continue_draft")
    qtbot.waitUntil(lambda: screen.view is not None, timeout=5_000)
    assert line(screen, f"{HEAD}/name/given").text() == text


def test_what_cannot_be_read_on_the_shelf_is_told_and_keeps_nobody_from_working(
    qtbot: QtBot, sit: Sit, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    first = registration(qtbot, sit(folder=folder))
    push(first, "step_members")
    write(first, f"{HEAD}/name/given", "فاطمة")
    first.window().close()
    (file,) = (folder / "drafts").rglob("*.draft")
    file.write_bytes(file.read_bytes()[:40])
    window = sit(folder=folder)
    screen = registration(qtbot, window)
    assert screen.view is not None
    assert window.frame is not None
    words = OfficeError("drafts.set_aside", path="").sentence(window.workplace.reader.language)
    assert bare(window.frame.banner.sentence.text())[:20] == words[:20]
