"""What was typed into forms of which the office keeps nothing is there again after the process was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from household_scenes import Sit, go, named
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from scene_hands import until
from stillness import still
from window_house import DAY
from window_scenes import LONG_NAME

from desktop.values.isolates import bare
from ui.screens.casework.better_off.screen import BetterOffScreen
from ui.screens.casework.note_line import NoteLine
from ui.screens.casework.ranking.screen import RankingScreen
from ui.shell.destinations import Place

TYPIST = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from datetime import UTC, date, datetime, time
from pathlib import Path
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from ui.app import application
from ui.shell.destinations import Destination, Place
from ui.shell.opening import Address
from ui.shell.window import Window

url, folder, day, number = sys.argv[1], Path(sys.argv[2]), date.fromisoformat(sys.argv[3]), sys.argv[4]
app = application()
clock = lambda _session: datetime.combine(day, time(9), tzinfo=UTC)
window = Window(app, Address(url, staff="researcher.women", clock=clock), folder=folder)
window.show()
window.begin()
supposing, ranking = Destination(Place.BETTER_OFF, number), Destination(Place.RANKING)
left = [
    (supposing, "BetterOffScreen", lambda screen: screen.form.member.typed_text() and screen.form.amount, "2500"),
    (ranking, "RankingScreen", lambda screen: next(iter(screen.setup.quotas.fields.values()), None), "2"),
    (ranking, "RankingScreen", lambda screen: screen.setup.places, "4"),
]

def step():
    if window.frame is None or not window.workplace.taken or not left:
        return
    there, screen, field, text = left[0]
    if window.frame.here != there:
        window.frame.go(there)
        return
    if type(window.frame.shown).__name__ != screen:
        return
    field = field(window.frame.shown)
    if not field or not field.isVisible():
        return
    left.pop(0)
    for letter in text:
        app.sendEvent(field.control(), QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    if not left:
        # The last key is pressed: from here on the program has half a second.
        print("typed", flush=True)

timer = QTimer()
timer.timeout.connect(step)
timer.start(15)
app.exec()
"""


def test_what_was_supposed_and_how_families_were_to_be_ranked_come_back_and_are_let_go(
    qtbot: QtBot, sit: Sit, office_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    command = [sys.executable, "-c", TYPIST, f"sqlite:///{office_file}", str(folder), DAY.isoformat(), LONG_NAME]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment, cwd=Path(__file__).parents[2]
    ) as typist:
        assert typist.stdout is not None
        typed = typist.stdout.readline().strip()
        time.sleep(0.5)
        typist.send_signal(signal.SIGKILL)
    assert typed == "typed"
    window = sit(folder=folder)
    screen = go(qtbot, window, Place.BETTER_OFF, LONG_NAME)
    assert isinstance(screen, BetterOffScreen)
    until(lambda: screen.months.answer is not None)
    assert screen.months.answer is not None
    assert screen.months.answer.job.amount == "2500.00"
    assert "على هذا الجهاز وحده" in bare(screen.note.words.text())
    other = go(qtbot, window, Place.RANKING)
    assert isinstance(other, RankingScreen)
    until(lambda: bool(other.setup.typed))
    still(window)
    assert other.setup.places.typed_text() == "4"
    assert [each.typed_text() for each in other.setup.quotas.fields.values()] == ["2"]
    for there in (other, screen):
        # What somebody begins anew is let go of, on the disk too.
        note = named(there, NoteLine, "brought-back")
        QTest.mouseClick(named(note, QPushButton, ""), Qt.MouseButton.LeftButton)
        assert not note.isVisible()
        there.keep()
    until(lambda: not list((folder / "drafts").rglob("*.draft")))
    assert other.setup.typed == {}
    assert screen.form.typed == {}
