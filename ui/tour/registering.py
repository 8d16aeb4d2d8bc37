"""The steps in which the household is registered: a draft is taken up, finished, looked through and sent."""

from __future__ import annotations

from ui.shell.destinations import Place
from ui.tour.begun import LACKS, leave_on_shelf
from ui.tour.hands import LostWayError
from ui.tour.stage import Stage


def offer_draft(stage: Stage) -> None:
    """The form that she began before the office opened lies on her shelf."""
    leave_on_shelf(stage)
    stage.go(Place.HOUSEHOLDS)
    stage.hands.press("register")
    stage.hands.find("continue_draft")
    stage.hands.still()


def go_on(stage: Stage) -> None:
    """Take the draft up, and type what its first step lacks."""
    stage.hands.press("continue_draft")
    stage.hands.still()
    _fill_in(stage)


def members(stage: Stage) -> None:
    """Go to the members, and type what the mother's page lacks."""
    stage.hands.press("next_step")
    stage.hands.still()
    _fill_in(stage)


def review(stage: Stage) -> None:
    """See everything that was typed."""
    stage.hands.press("step_review")
    stage.hands.still()


def _fill_in(stage: Stage) -> None:
    """Type what the open step lacks, each in the spelling of a person."""
    for slot, text in LACKS.items():
        if stage.hands.sees(slot):
            stage.hands.write(slot, text)
    stage.hands.still()


def register(stage: Stage) -> None:
    """Send it; its file opens."""
    stage.hands.press("submit")
    stage.hands.find("tab_family")
    stage.hands.still()
    here = stage.frame.here
    if here is None:
        raise LostWayError("registered")
    stage.left.file_number = here.key
