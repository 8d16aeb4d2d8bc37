"""What the tests of the eligibility and decisions tabs share: a file on its tab, and a colleague beside the window."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Any

import msgspec
from household_scenes import at_office, go
from pytestqt.qtbot import QtBot
from window_house import DAY

from desktop.casework import queries
from desktop.casework import service as casework
from desktop.casework.answers import AssessmentAnswer, DecisionAnswer
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.office.desk import Desk
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import service
from desktop.registry.queries import open_file
from ui.screens.casework.decisions import DecisionsTab
from ui.screens.casework.eligibility import EligibilityTab
from ui.screens.registry.household_file.screen import HouseholdScreen
from ui.shell.destinations import Place
from ui.shell.window import Window

DEVELOPED = "sa.developed"


def registered(window: Window) -> str:
    """The number under which a colleague registered the contract's example: a mother who earns, with her children."""
    draft = read_household(files("resources").joinpath("contracts", "household.example.json").read_bytes())
    return at_office(window, lambda desk: service.register(desk, draft=draft)).answer.file_number


def eligibility(qtbot: QtBot, window: Window, number: str) -> EligibilityTab:
    screen = go(qtbot, window, Place.HOUSEHOLD, number, "eligibility")
    assert isinstance(screen, HouseholdScreen)
    assert isinstance(screen.tab, EligibilityTab)
    return screen.tab


def decisions_tab(qtbot: QtBot, window: Window, number: str) -> DecisionsTab:
    screen = go(qtbot, window, Place.HOUSEHOLD, number, "decisions")
    assert isinstance(screen, HouseholdScreen)
    assert isinstance(screen.tab, DecisionsTab)
    return screen.tab


def assessed(window: Window, number: str, on: date = DAY) -> AssessmentAnswer:
    """A colleague assesses."""

    def work(desk: Desk) -> AssessmentAnswer:
        return casework.assess(desk, file_number=number, programme=DEVELOPED, on=on, catalogue=Catalogue()).answer

    return at_office(window, work)


def decided(window: Window, number: str, on: date = DAY, **more: Any) -> DecisionAnswer:
    """A colleague decides."""

    def work(desk: Desk) -> DecisionAnswer:
        return casework.decide(
            desk, file_number=number, programme=DEVELOPED, on=on, catalogue=Catalogue(), **more
        ).answer

    return at_office(window, work)


def changed(window: Window, number: str, pointer: str, value: object) -> None:
    """A colleague corrects one fact; None takes it out of the file."""

    def work(desk: Desk) -> None:
        opened = open_file(desk, number)
        tree = msgspec.json.decode(msgspec.json.encode(opened.file))
        place: Any = tree
        *above, name = pointer.split("/")[1:]
        for step in above:
            place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
        if value is None:
            place.pop(name)
        else:
            place[name] = value
        draft: HouseholdFile = read_household(msgspec.json.encode(tree))
        service.amend(
            desk, file_number=number, draft=draft, expected_version=opened.version, reason="found to be otherwise"
        )

    at_office(window, work)


def stored(window: Window, number: str) -> tuple[int, int, int]:
    """How many assessments and decisions the office holds of a file, and the file's version."""

    def work(desk: Desk) -> tuple[int, int, int]:
        return (
            len(queries.assessments_of(desk, file_number=number)),
            len(queries.decisions(desk, file_number=number)),
            open_file(desk, number).version,
        )

    return at_office(window, work)
