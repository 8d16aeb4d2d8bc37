"""The registration in each of its states, for the scenes of the window; named in window_scenes.py."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QPushButton
from scene_hands import go, until
from stillness import still
from window_scenes import INELIGIBLE, LONG_NAME, SCENES, recover, scene

from desktop.registry import queries, service
from ui.screens.registry.registration.screen import RegistrationScreen
from ui.screens.registry.registration.steps import Step
from ui.shell.destinations import Place
from ui.shell.window import Window

CALM = 0.4
"""Seconds until the cards of a page are made, and what was typed is looked through."""


@scene("registration_members")
def _registration_members(window: Window) -> None:
    _step(window, LONG_NAME, Step.MEMBERS)


@scene("registration_means")
def _registration_means(window: Window) -> None:
    screen = _step(window, LONG_NAME, Step.MEANS)
    view = screen.view
    if view is not None and view.page is not None:
        view.page.show_owner(view.filling.wizard.typed.items("/members")[-1])
    press_button(screen, ":add")
    still(window)


@scene("registration_circumstances")
def _registration_circumstances(window: Window) -> None:
    _step(window, LONG_NAME, Step.CIRCUMSTANCES)


@scene("registration_review")
def _registration_review(window: Window) -> None:
    """Something stands in the way, and what changes is told as sentences."""
    screen = _step(window, LONG_NAME, Step.HOUSEHOLD)
    if screen.view is not None:
        filling = screen.view.filling
        wizard = filling.wizard.write("/household/phone", "0500099303").write("/household/applied_on", "غدًا")
        filling.take(wizard)
    _step(window, LONG_NAME, Step.REVIEW)


@scene("registration_compared")
def _registration_compared(window: Window) -> None:
    """A colleague saved the file meanwhile."""
    screen = _step(window, INELIGIBLE, Step.HOUSEHOLD)
    view = screen.view
    if view is None:
        return
    filling = view.filling
    filling.take(
        filling.wizard.write("/household/phone", "0500099301").write("/household/address/street", "شارع الورد")
    )
    filling.say_why(correction=True, since="", reason="اتصلت الأسرة")
    with window.workplace.seat.office.desk() as desk:
        file = queries.open_file(desk, INELIGIBLE)
        # The scene may be played again on the same office, where the last colleague's number stands already.
        phone = "0500099303" if str(file.file.household.phone).endswith("2") else "0500099302"
        household = msgspec.structs.replace(file.file.household, phone=phone)
        draft = msgspec.structs.replace(file.file, household=household)
        service.amend(desk, file_number=INELIGIBLE, draft=draft, expected_version=file.version, reason="زيارة المنزل")
    view.go(Step.REVIEW)
    view.submit()
    until(screen.compare.isVisible)
    still(window)


@scene("registration_offered")
def _registration_offered(window: Window) -> None:
    """Two drafts were kept, one of a family without a name yet."""
    for name in ("عبد الرحمن عبد المحسن آل عبد الجبار", ""):
        screen = _step(window, "", Step.HOUSEHOLD)
        if screen.view is None:
            press_button(screen, "begin_anew")
            still(window)
        view = screen.view
        if view is not None:
            wizard = view.filling.wizard.write("/household/address/city", "صفوى")
            view.filling.take(wizard.write("/members/k1/name/given", name))
        window.sign_out()
        still(window)
        recover(window, SCENES["registration_offered"])
        still(window)
    go(window, Place.REGISTRATION)
    still(window)


def _step(window: Window, key: str, step: Step) -> RegistrationScreen:
    """The form of a file, or a new one, at a step with everything on its page made."""
    go(window, Place.REGISTRATION, key)
    screen = window.frame.shown if window.frame is not None else None
    if not isinstance(screen, RegistrationScreen):
        raise TypeError(type(screen))
    if screen.view is not None:
        screen.view.go(step)
    still(window)
    return screen


def press_button(root: RegistrationScreen, name: str) -> None:
    """Press the first button to be seen whose name ends so."""
    next(
        each for each in root.findChildren(QPushButton) if each.objectName().endswith(name) and each.isVisible()
    ).click()
