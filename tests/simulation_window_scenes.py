"""The simulation as scenes: what is compared, the effect in figures and charts, the families, and nothing yet."""

from __future__ import annotations

from hand import type_text
from scene_hands import go, press, until
from stillness import still
from window_scenes import scene

from ui.screens.casework.simulation.screen import SimulationScreen
from ui.shell.destinations import Place
from ui.shell.window import Window

DEVELOPED = "sa.developed@2023-11"


def simulation(window: Window, **figures: str) -> SimulationScreen:
    """The screen with these figures of the other law written anew."""
    go(window, Place.SIMULATION, DEVELOPED)
    shown = window.frame.shown if window.frame is not None else None
    assert isinstance(shown, SimulationScreen)
    shown.tabs.select("comparison")
    shown.tabs.chosen.emit("comparison")
    still(window)
    shown.comparison.figures.set_all_back()
    for name, text in figures.items():
        line = shown.comparison.figures.row(name).field.control()
        line.setFocus()
        line.selectAll()  # type: ignore[attr-defined]  # a line, which every figure but a choice has
        type_text(line, text)
    still(window)
    return shown


def simulated(window: Window, **figures: str) -> SimulationScreen:
    """The screen once both rules answered about every file; asked once while the same person sits."""
    shown = simulation(window, **figures)
    if shown.shown is not None and shown.shown.question == shown.comparison.question:
        press(window, "tab_outcome")
        return shown
    press(window, "simulate")
    until(shown.run_button.isEnabled)
    still(window)
    return shown


@scene("simulation_nothing_yet")
def _nothing_yet(window: Window) -> None:
    simulation(window)
    press(window, "tab_outcome")


@scene("simulation_compared")
def _compared(window: Window) -> None:
    simulation(window, base="1500", increment="-60")


@scene("simulation_effect")
def _effect(window: Window) -> None:
    simulated(window, base="1500", increment="400")


@scene("simulation_effect_below")
def _effect_below(window: Window) -> None:
    shown = simulated(window, base="1500", increment="400")
    shown.outcome.pane.verticalScrollBar().setValue(10_000)
    shown.outcome.groups["size"].switch.setChecked(True)
    still(window)


@scene("simulation_families")
def _families(window: Window) -> None:
    shown = simulated(window, base="1500", increment="400")
    press(window, "tab_families")
    assert shown.families.table is not None
    shown.families.table.grid.go_to(0)
    still(window)
