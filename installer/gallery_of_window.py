"""Draws every scene of the window and every part in each state: `gallery_of_window.py FOLDER`.

Called by `make gallery` with `tests` on the path, offscreen, on a demonstration office whose clock stands still.
`NAME-LANGUAGE-SCHEME.png`, in Arabic and English, light and dark.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from itertools import groupby, product
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from scene_hands import until
from sqlalchemy.orm import Session
from stillness import still
from window_scenes import SCENES, recover

from desktop.values.language import Language
from ui.app import application
from ui.language.translators import Translators
from ui.parts import samples as large_parts
from ui.parts.fields import samples as fields
from ui.parts.text import Text
from ui.shell import opening
from ui.shell.opening import Address
from ui.shell.preferences import Preferences, keep_preferences
from ui.shell.window import Window
from ui.theme.look import Look, wear
from ui.theme.tokens import GRID, Scheme

SIZE = (1366, 768)
PAGE_WIDTH = 1100
PARTS_ON_A_PAGE = 10


NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
"""The morning on which every picture is taken."""


def clock(_session: Session) -> datetime:
    """Stands still on that morning."""
    return NOW


def draw_scenes(folder: Path, office: Path, language: Language, scheme: Scheme) -> int:
    """One picture for every scene; how many that made."""
    drawn = 0
    for staff, scenes in groupby(sorted(SCENES.values(), key=lambda each: each.staff), key=lambda each: each.staff):
        with tempfile.TemporaryDirectory() as own:
            preferences = Preferences(language=language, arabic_digits=language is Language.ARABIC, scheme=scheme)
            keep_preferences(Path(own), preferences)
            window = _seated(Window(application(), Address(f"sqlite:///{office}", staff, clock), folder=Path(own)))
            for scene in scenes:
                looked_at = scene.play(window) or window
                looked_at.grab().save(str(folder / f"{scene.name}-{language}-{scheme}.png"))
                recover(window, scene)
                drawn += 1
            window.close()
            window.deleteLater()
            # Outside of a running loop nothing is deleted of itself, and a window whose member of staff has gone
            # would be asked for its words when the next one speaks another language.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()
    return drawn


def _seated(window: Window) -> Window:
    """The window as it stands when its member of staff has sat down."""
    window.workplace.now = lambda: NOW
    window.resize(*SIZE)
    window.show()
    window.begin()
    until(lambda: window.workplace.taken)
    still(window)
    return window


def draw_parts(folder: Path, language: Language, scheme: Scheme) -> int:
    """The component pages: each part in each of its states, some on a page."""
    running = application()
    translators = Translators(running)
    translators.speak(language)
    wear(running, Look(scheme))
    reader = Preferences(language=language, arabic_digits=language is Language.ARABIC).reader()
    drawn = 0
    for name, made in (("fields", fields.samples(reader)), ("parts", large_parts.samples(reader))):
        for number in range(0, len(made), PARTS_ON_A_PAGE):
            page = _page(made[number : number + PARTS_ON_A_PAGE])
            page.grab().save(str(folder / f"component_{name}_{number // PARTS_ON_A_PAGE + 1}-{language}-{scheme}.png"))
            page.close()
            page.deleteLater()
            QApplication.processEvents()
            drawn += 1
    translators.silence()
    return drawn


def _page(parts: list[tuple[str, QWidget]]) -> QWidget:
    page = QScrollArea()
    page.setWidgetResizable(True)
    inner = QWidget()
    inner.setProperty("kind", "ground")
    inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(inner)
    column.setSpacing(GRID)
    for name, part in parts:
        title = Text("small", inner)
        title.setText(name)
        column.addWidget(title)
        column.addWidget(part)
    column.addStretch(1)
    page.setWidget(inner)
    page.resize(PAGE_WIDTH, 400)
    page.show()
    QApplication.processEvents()
    page.resize(PAGE_WIDTH, min(inner.sizeHint().height() + GRID * 2, 2_400))
    QApplication.processEvents()
    return page


def main(folder: Path) -> int:
    """Draw all; how many pictures that made."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        office = Path(scratch) / "office" / "office.db"
        office.parent.mkdir()
        opening.found_demonstration(Address(f"sqlite:///{office}", clock=clock), progress=lambda _done, _of: None)
        drawn = 0
        for language, scheme in product(Language, Scheme):
            # A copy each: scenes write, and all four pictures of one show the same office.
            own = Path(shutil.copytree(office.parent, Path(scratch) / f"{language}-{scheme}")) / office.name
            drawn += draw_scenes(folder, own, language, scheme)
            drawn += draw_parts(folder, language, scheme)
    return drawn


if __name__ == "__main__":
    count = main(Path(sys.argv[1]))
    sys.stdout.write(f"{count} pictures of the window in {sys.argv[1]}\n")
