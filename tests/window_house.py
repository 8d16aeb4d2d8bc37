"""Fixtures of the real window, on a real database, offscreen; a plugin of the suite, named in tests/conftest.py.

| fixture | is |
|---|---|
| `office_file` | the demonstration office of the test's own (SQLite), furnished once for the run |
| `sit` | `sit()`: a window in which the researcher of the women's section sits, past sign-in; `sit(language=…, …)` |
| | (its first screen is still being read: nearly every test leaves it at once; `still(window)` waits for it) |
| `look_worn`, `show` | the parts by themselves, without any office |
| `watch` | what made the window wait; a test in which somebody sits fails if anything did |
"""

from __future__ import annotations

import fcntl
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from datetime import time as clock_time
from functools import partial
from pathlib import Path

import pytest
from blocking import Watch
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stillness import LONGEST

from desktop.office.desk import Clock
from desktop.values.language import Language
from ui.app import application
from ui.language.reader import Reader
from ui.language.translators import Translators
from ui.parts.table.view import Table
from ui.shell import opening
from ui.shell.opening import Address
from ui.shell.preferences import Preferences, keep_preferences
from ui.shell.window import Window
from ui.theme.look import Look, wear
from ui.theme.tokens import Scheme

DAY = date(2026, 11, 22)
"""The day on which the window's tests and pictures play: the demonstration office was founded that morning."""

_watch = Watch()


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.fixture(scope="session")
def _translators(qapp: QApplication) -> Translators:
    return Translators(qapp)


@pytest.fixture
def look_worn(qapp: QApplication, _translators: Translators) -> Iterator[Callable[..., Reader]]:
    """The house's type, colours and words by themselves: Arabic and light, until it is called for others."""

    def turn(
        *,
        language: Language = Language.ARABIC,
        scheme: Scheme = Scheme.LIGHT,
        text_size: int = 100,
        compact: bool = False,
    ) -> Reader:
        wear(qapp, Look(scheme, text_size, compact))
        _translators.speak(language)
        return Reader(language, arabic_digits=language is Language.ARABIC)

    turn()
    yield turn
    _translators.silence()


@pytest.fixture
def show(qtbot: QtBot, look_worn: Callable[..., Reader]) -> Callable[..., Table]:
    """A table of invented files, shown: see tests/parts/invented_rows.py."""
    from invented_rows import show_files

    return partial(show_files, qtbot)


@pytest.fixture(scope="session")
def _demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # One for all processes of the suite: to furnish it takes seconds.
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demonstration"
    folder.mkdir(exist_ok=True)
    path, growing = folder / "office.db", folder / "growing.db"
    with (folder / "busy").open("w") as busy:
        fcntl.flock(busy, fcntl.LOCK_EX)
        if not path.exists():
            address = Address(f"sqlite:///{growing}", clock=clock_at(DAY))
            opening.found_demonstration(address, progress=lambda _done, _of: None)
            growing.rename(path)
    return path


@pytest.fixture
def office_file(_demonstration: Path, tmp_path: Path) -> Path:
    path = tmp_path / "office.db"
    shutil.copy(_demonstration, path)
    return path


@pytest.fixture
def watch() -> Watch:
    return _watch


def clock_at(day: date) -> Clock:
    """A clock that stands at nine in the morning UTC."""
    return lambda _session: datetime.combine(day, clock_time(9), tzinfo=UTC)


@pytest.fixture
def sit(qtbot: QtBot, qapp: QApplication, office_file: Path, tmp_path: Path) -> Iterator[Callable[..., Window]]:
    opened: list[Window] = []
    _watch.found.clear()
    threads = set(threading.enumerate())

    def sitting(
        *,
        language: Language = Language.ARABIC,
        scheme: Scheme = Scheme.LIGHT,
        text_size: int = 100,
        staff: str | None = "researcher.women",
        url: str | None = None,
        folder: Path | None = None,
        day: date = DAY,
        size: tuple[int, int] = (1366, 768),
    ) -> Window:
        # What a test prepares for a second window is no waiting of the first.
        _watch.looking = False
        folder = folder or tmp_path / "own"
        preferences = Preferences(
            language=language,
            arabic_digits=language is Language.ARABIC,
            scheme=scheme,
            text_size=text_size,
        )
        keep_preferences(folder, preferences)
        address = Address(url or f"sqlite:///{office_file}", staff=staff, clock=clock_at(day))
        window = Window(qapp, address, folder=folder)
        window.setAnimated(False)
        opened.append(window)
        window.resize(*size)
        window.show()
        _watch.looking = True
        window.begin()
        if staff is not None:
            qtbot.waitUntil(lambda: window.frame is not None and window.workplace.taken, timeout=20_000)
        return window

    yield sitting
    for window in opened:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    _watch.looking = False
    assert _watch.found == []
    left = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    left = [each for each in left if each.parent() is None]
    assert left == []
    # A lane that was reading for a screen ends with its statement, which may be after the window.
    end = time.monotonic() + LONGEST
    while not set(threading.enumerate()) <= threads and time.monotonic() < end:
        time.sleep(0.01)
    assert set(threading.enumerate()) <= threads
