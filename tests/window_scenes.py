"""Every screen of the window in each of its states, as scenes: drawn by `make gallery`, walked through by the tests.

TO ADD A SCREEN OR STATE: a function here that brings the window there, decorated with `@scene("its name")`. It gets
the window with somebody sitting in it and returns what to look at, the window itself unless a dialog is in front.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hand import type_text
from PySide6.QtWidgets import QLineEdit, QWidget
from scene_hands import close_dialogs, dialog, go, press, until, visible_in
from stillness import still

from desktop.casework.service import tell_again
from desktop.notices.channels import Channel
from desktop.notices.queries import undelivered
from desktop.values.errors import OfficeError, Unreachable
from ui.shell.destinations import Place
from ui.shell.window import Window

ELIGIBLE, INELIGIBLE, OPEN = "QTF-2026-00010", "QTF-2026-00005", "QTF-2026-00006"
LONG_NAME = "QTF-2026-00009"
"""File numbers of the demonstration office: who is eligible, who is not, whose answer is open, who has a long name."""

Play = Callable[[Window], QWidget | None]


@dataclass(frozen=True)
class Scene:
    """A state of the window; `staff` is who sits there."""

    name: str
    play: Play
    staff: str = "researcher.women"


SCENES: dict[str, Scene] = {}


def scene(name: str, *, staff: str = "researcher.women") -> Callable[[Play], Play]:
    def kept(play: Play) -> Play:
        SCENES[name] = Scene(name, play, staff)
        return play

    return kept


@scene("my_desk")
def _my_desk(window: Window) -> None:
    go(window, Place.MY_DESK)


@scene("my_desk_empty", staff="empowerment")
def _my_desk_empty(window: Window) -> None:
    # The one thing that waits for the specialist: a notice that came back.
    with window.workplace.seat.office.desk() as desk:
        for notice in undelivered(desk):
            if notice.about is not None:
                tell_again(desk, decision=notice.about, channel=Channel.IN_PERSON)
    go(window, Place.MY_DESK)


@scene("finder")
def _finder(window: Window) -> None:
    assert window.frame is not None
    go(window, Place.MY_DESK)
    window.frame.search()
    type_text(window.frame.top.search, "عبد")
    until(window.frame.finder.isVisible)
    still(window)


@scene("banner")
def _banner(window: Window) -> None:
    go(window, Place.MY_DESK)
    window.workplace.tell_error(OfficeError("database.changed_by_colleague"))
    still(window)


@scene("offline")
def _offline(window: Window) -> None:
    go(window, Place.MY_DESK)

    def lost(_desk: object) -> None:
        raise Unreachable("database.server_lost", place="office.example")

    window.workplace.read(window, lost, done=lambda _none: None)
    still(window)


@scene("households")
def _households(window: Window) -> None:
    go(window, Place.HOUSEHOLDS)


@scene("households_found")
def _households_found(window: Window) -> None:
    go(window, Place.HOUSEHOLDS, "عبد")


@scene("households_nothing_found")
def _households_nothing(window: Window) -> None:
    go(window, Place.HOUSEHOLDS, "ظظظظ")


@scene("household_family")
def _family(window: Window) -> None:
    go(window, Place.HOUSEHOLD, LONG_NAME, "family")


@scene("household_means")
def _means(window: Window) -> None:
    go(window, Place.HOUSEHOLD, ELIGIBLE, "means")


@scene("household_history")
def _history(window: Window) -> None:
    go(window, Place.HOUSEHOLD, ELIGIBLE, "history")


@scene("eligibility_eligible")
def _eligible(window: Window) -> None:
    go(window, Place.HOUSEHOLD, ELIGIBLE, "eligibility")


@scene("eligibility_ineligible")
def _ineligible(window: Window) -> None:
    go(window, Place.HOUSEHOLD, INELIGIBLE, "eligibility")


@scene("eligibility_undetermined")
def _undetermined(window: Window) -> None:
    go(window, Place.HOUSEHOLD, OPEN, "eligibility")


@scene("eligibility_what_if")
def _what_if(window: Window) -> None:
    go(window, Place.HOUSEHOLD, ELIGIBLE, "eligibility")
    for each in visible_in(window):
        if each.objectName().startswith("suppose "):
            line = next((one for one in each.findChildren(QLineEdit) if one.isVisible()), None)
            if line is not None:
                line.setFocus()
                type_text(line, "3500")
                break
    # Longer than the panel waits for the next key.
    still(window)


@scene("decision_form")
def _decision_form(window: Window) -> QWidget | None:
    go(window, Place.HOUSEHOLD, ELIGIBLE, "eligibility")
    press(window, "decide")
    return dialog()


@scene("request_form")
def _request_form(window: Window) -> QWidget | None:
    go(window, Place.HOUSEHOLD, OPEN, "eligibility")
    press(window, "request")
    return dialog()


@scene("household_documents")
def _documents(window: Window) -> None:
    go(window, Place.HOUSEHOLD, ELIGIBLE, "documents")


@scene("paper_preview")
def _paper_preview(window: Window) -> QWidget | None:
    go(window, Place.HOUSEHOLD, ELIGIBLE, "documents")
    press(window, "issue assessment_sheet")
    return dialog()


@scene("course")
def _course(window: Window) -> None:
    go(window, Place.EMPOWERMENT, "QTF-2027-02")


@scene("decisions_none")
def _decisions_none(window: Window) -> None:
    go(window, Place.HOUSEHOLD, ELIGIBLE, "decisions")


@scene("household_courses")
def _household_courses(window: Window) -> None:
    go(window, Place.HOUSEHOLD, ELIGIBLE, "empowerment")


@scene("courses")
def _courses(window: Window) -> None:
    go(window, Place.EMPOWERMENT)


@scene("issued_documents_none")
def _issued_none(window: Window) -> None:
    go(window, Place.ISSUED_DOCUMENTS)


@scene("registration_new")
def _registration(window: Window) -> None:
    go(window, Place.REGISTRATION)


@scene("registration_amending")
def _amending(window: Window) -> None:
    go(window, Place.REGISTRATION, ELIGIBLE)


@scene("preferences")
def _preferences(window: Window) -> None:
    go(window, Place.PREFERENCES)


@scene("locked")
def _locked(window: Window) -> None:
    window.lock()
    still(window)


@scene("signed_out")
def _signed_out(window: Window) -> None:
    window.sign_out()
    still(window)


@scene("refused")
def _refused(window: Window) -> None:
    window.sign_out()
    still(window)
    window.sign_in.login.clear()
    type_text(window.sign_in.login, "nobody")
    window.sign_in.button.click()
    still(window)


@scene("crash")
def _crash(window: Window) -> QWidget | None:
    go(window, Place.MY_DESK)
    window.crashed(ZeroDivisionError())
    until(lambda: dialog() is not None)
    still(window)
    return dialog()


def recover(window: Window, scene: Scene) -> None:
    """Bring the window back to where a scene found it: somebody sits there and nothing is in front."""
    close_dialogs()
    if window.frame is not None:
        window.frame.banner.clear()
        window.frame.finder.hide()
        window.frame.top.search.clear()
    if window.pages.currentWidget() is window.sign_in:
        window.sign_in.login.setText(scene.staff)
        window.sign_in.password.clear()
        window.sign_in.button.click()
        until(lambda: window.pages.currentWidget() is window.frame)
    still(window)


import caseload_window_scenes  # noqa: E402, F401  # those need what stands above
import programme_window_scenes  # noqa: E402, F401  # those need what stands above
import ranking_window_scenes  # noqa: E402, F401  # those need what stands above
import registration_window_scenes  # noqa: E402, F401  # those need what stands above
import simulation_window_scenes  # noqa: E402, F401  # those need what stands above
