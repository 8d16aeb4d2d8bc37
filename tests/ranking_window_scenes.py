"""Who comes first, and what a job leaves, as scenes: the conditions, the order with its reasons, the months."""

from __future__ import annotations

from hand import type_text
from scene_hands import go, press, until
from stillness import still
from window_scenes import LONG_NAME, OPEN, scene

from ui.screens.casework.better_off.screen import BetterOffScreen
from ui.screens.casework.ranking.screen import RankingScreen
from ui.shell.destinations import Place
from ui.shell.window import Window


def _conditions(window: Window, *, places: str, held: str) -> RankingScreen:
    go(window, Place.RANKING)
    assert window.frame is not None
    screen = window.frame.shown
    assert isinstance(screen, RankingScreen)
    screen.show_setup()
    still(window)
    quota = next(iter(screen.setup.quotas.fields.values()))
    for field, text in ((screen.setup.places, places), (quota, held)):
        field.control().setFocus()
        field.set_typed_text("")
        type_text(field.control(), text)
    still(window)
    return screen


@scene("ranking_conditions")
def _ranking_conditions(window: Window) -> None:
    _conditions(window, places="4", held="2")


@scene("ranking_beyond_places")
def _ranking_beyond(window: Window) -> None:
    _conditions(window, places="1", held="2")


@scene("ranking_order")
def _ranking_order(window: Window) -> None:
    screen = _conditions(window, places="4", held="2")
    press(window, "rank")
    press(window, "tab_families")
    until(lambda: screen.pages.currentWidget() is screen.result)
    # A family of which something is not known: its bars have a part that may yet come.
    answer = screen.result.answer
    assert answer is not None
    wide = next(each for each in answer.families if not each.standing.score.known)
    screen.result.list.choose(wide.standing.file_number)
    still(window)


@scene("ranking_by_area")
def _ranking_by_area(window: Window) -> None:
    go(window, Place.RANKING)
    assert window.frame is not None
    screen = window.frame.shown
    assert isinstance(screen, RankingScreen)
    if screen.result.answer is None:
        _ranking_order(window)
    press(window, "tab_areas")


def _supposing(window: Window, number: str, amount: str) -> BetterOffScreen:
    go(window, Place.BETTER_OFF, number, "sa.developed")
    assert window.frame is not None
    screen = window.frame.shown
    assert isinstance(screen, BetterOffScreen)
    screen.form.amount.set_typed_text("")
    type_text(screen.form.amount.control(), amount)
    until(lambda: screen.months.answer is not None)
    still(window)
    return screen


@scene("better_off")
def _better_off(window: Window) -> None:
    # A daughter comes of age in the third month, and nobody knows whether she still depends on the family.
    _supposing(window, LONG_NAME, "2500")


@scene("better_off_nothing_typed")
def _better_off_nothing(window: Window) -> None:
    go(window, Place.BETTER_OFF, OPEN, "sa.developed")
