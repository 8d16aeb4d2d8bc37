"""The programmes and their rules as scenes: the list, one programme tab by tab, and every programme for one family."""

from __future__ import annotations

from scene_hands import go
from window_scenes import ELIGIBLE, scene

from ui.screens.issuing.asked import Asked
from ui.screens.programmes.going import Way
from ui.shell.destinations import Place
from ui.shell.window import Window

DEVELOPED = "sa.developed@2023-11"


@scene("programmes")
def _programmes(window: Window) -> None:
    go(window, Place.PROGRAMMES)


@scene("programme_text")
def _programme_text(window: Window) -> None:
    go(window, Place.PROGRAMMES, DEVELOPED, Way("text", "vehicles", ELIGIBLE).part)


@scene("programme_figures")
def _programme_figures(window: Window) -> None:
    go(window, Place.PROGRAMMES, DEVELOPED, Way("figures").part)


@scene("programme_benefits")
def _programme_benefits(window: Window) -> None:
    go(window, Place.PROGRAMMES, DEVELOPED, Way("benefits").part)


@scene("programme_sources")
def _programme_sources(window: Window) -> None:
    go(window, Place.PROGRAMMES, DEVELOPED, Way("sources").part)


@scene("programme_cases")
def _programme_cases(window: Window) -> None:
    go(window, Place.PROGRAMMES, DEVELOPED, Way("cases").part)


@scene("programme_versions")
def _programme_versions(window: Window) -> None:
    go(window, Place.PROGRAMMES, DEVELOPED, Way("versions").part)


@scene("every_programme")
def _every_programme(window: Window) -> None:
    go(window, Place.EVERY_PROGRAMME, ELIGIBLE)


@scene("better_off_draft")
def _better_off_draft(window: Window) -> None:
    asked = Asked("better_off", member="m1", amount="1500.00", every="month", since="2027-01-01")
    go(window, Place.HOUSEHOLD, ELIGIBLE, asked.part)
