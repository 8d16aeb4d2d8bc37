"""Runs over the caseload as scenes: what is run, on the way, stopped, what came out, whom it touches, and why."""

from __future__ import annotations

from datetime import date

from scene_hands import go, press, until
from stillness import still
from window_scenes import LONG_NAME, scene

from desktop.casework.answers import RunStage
from desktop.casework.running_caseload import run_caseload
from ui.screens.casework.caseload.reading import Reached
from ui.screens.casework.caseload.screen import CaseloadScreen
from ui.screens.casework.reading import shipped
from ui.shell.destinations import Place
from ui.shell.window import Window

EARLIER, SPRING = date(2026, 11, 1), date(2027, 3, 15)
"""Days of runs: on the second a fact of a decided family has lapsed."""


def caseload(window: Window) -> CaseloadScreen:
    """The screen, on what is run."""
    go(window, Place.CASELOAD)
    shown = window.frame.shown if window.frame is not None else None
    assert isinstance(shown, CaseloadScreen)
    if shown.stack.currentWidget() is shown.explained:
        press(window, "back-to-list")
    until(lambda: bool(shown.setup.form.programme.typed_text()))
    # What another scene left behind.
    shown.line.hide()
    shown.run_button.setEnabled(True)
    shown.setup.form.day.set_value(window.workplace.seat.today)
    shown.setup.form.changed.emit()
    press(window, "tab_run")
    return shown


def ran(window: Window, on: date = SPRING, *, trial: bool = False) -> CaseloadScreen:
    """The screen once a run of the day went through."""
    screen = caseload(window)
    screen.setup.form.programme.set_value("sa.developed")
    screen.setup.form.day.set_value(on)
    screen.setup.form.trial.set_value(trial)
    screen.setup.form.trial.changed.emit()
    press(window, "run-caseload")
    until(screen.run_button.isEnabled)
    still(window)
    screen.setup.form.trial.set_value(False)
    screen.setup.form.trial.changed.emit()
    return screen


def listed(window: Window) -> CaseloadScreen:
    """The families of the run of the spring, with the one that has a long name chosen."""
    screen = ran(window)
    press(window, "tab_households")
    press(window, "tab_amount")
    assert screen.changed.table.choose(LONG_NAME)
    still(window)
    return screen


@scene("caseload_nothing_yet")
def _nothing_yet(window: Window) -> None:
    caseload(window)
    press(window, "tab_summary")


@scene("caseload_wrong_day")
def _wrong_day(window: Window) -> None:
    screen = caseload(window)
    screen.setup.form.day.set_typed_text("2019-01-01")
    press(window, "run-caseload")


@scene("caseload_on_the_way")
def _on_the_way(window: Window) -> None:
    screen = caseload(window)
    screen.run_button.setEnabled(False)
    screen.line.begin()
    screen.line.show_reached(Reached(34_000, 412_500, RunStage.RECKONING, 1_280.0, 296.0))
    still(window)


@scene("caseload_stopped")
def _stopped(window: Window) -> None:
    reached: list[object] = []
    run_caseload(
        window.workplace.seat.office.desk,
        programme="sa.developed",
        on=EARLIER,
        catalogue=shipped(),
        files_at_once=4,
        progress=reached.append,
        stop=lambda: bool(reached),
    )
    screen = caseload(window)
    screen.shown = None
    screen._read()
    still(window)


@scene("caseload_trial")
def _trial(window: Window) -> None:
    ran(window, trial=True)


@scene("caseload_came_out")
def _came_out(window: Window) -> None:
    ran(window, EARLIER)
    ran(window)


@scene("caseload_households")
def _households(window: Window) -> None:
    listed(window)


@scene("caseload_explained")
def _explained(window: Window) -> None:
    screen = listed(window)
    press(window, "explain")
    until(lambda: screen.explained.shown is not None)
    still(window)


@scene("caseload_past_runs")
def _past_runs(window: Window) -> None:
    ran(window)
    press(window, "tab_run")
