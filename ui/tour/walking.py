"""Walks through the steps in the window, and takes a picture at each."""

from __future__ import annotations

from pathlib import Path

from desktop.values.language import Language, Wording
from ui.app import application
from ui.shell.opening import Address
from ui.shell.preferences import Preferences, keep_preferences
from ui.shell.window import Window
from ui.theme.tokens import Scheme
from ui.tour.day import NOW, clock
from ui.tour.film import Film
from ui.tour.hands import Hands
from ui.tour.left import Left
from ui.tour.papers import folders_of, leave_papers
from ui.tour.stage import Stage
from ui.tour.steps import STEPS

SIZE = (1366, 768)


def walk(left: Left, *, url: str, own: Path) -> Stage:
    """Go through all steps, and return what is known at the end.

    Args:
        left: takes what is left.
        url: of the office.
        own: a folder for the window's own files.
    """
    keep_preferences(own, Preferences(language=Language.ARABIC, arabic_digits=True, scheme=Scheme.LIGHT))
    running = application()
    # A cursor that blinks would make every picture differ from the one before.
    running.setCursorFlashTime(0)
    window = Window(running, Address(url, clock=clock), folder=own)
    window.setAnimated(False)
    window.workplace.now = lambda: NOW
    stage = Stage(window, Hands(window), Film(left), left)
    try:
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        stage.hands.until(window.isActiveWindow, "window")
        for step in STEPS:
            with left.step(step.done):
                step.act(stage)
                if window.workplace.taken:
                    # The tour's papers are sealed by keys that whoever verifies them finds beside them.
                    window.workplace.folders = folders_of(stage)
                if step.pictured:
                    stage.hands.settle()
                    stage.film.take(window, step.name, left.said(step.done).ar)
        with left.step(Wording("جُمعت الصور في شريط واحد", "Gathered the pictures on one sheet")):
            stage.film.leave_sheet(right_to_left=True)
        leave_papers(stage)
    finally:
        window.close()
    return stage
