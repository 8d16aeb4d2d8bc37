"""Beside a stored assessment: the days that change its answer, and for staff what would turn it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from casework_scenes import assessed, changed, eligibility, registered, stored
from household_scenes import Sit
from pytestqt.qtbot import QtBot
from stillness import still
from window_house import DAY

from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.parts.text import Text
from ui.screens.casework.eligibility import EligibilityTab

STAY = DAY - timedelta(days=30)


def texts(tab: EligibilityTab, card: str) -> list[str]:
    """Every line of a card that can be read now."""
    place = {"clocks": tab.sheet.clocks, "flips": tab.sheet.flips}[card]
    return [bare(each.text()) for each in place.findChildren(Text) if each.isVisible()]


@pytest.mark.parametrize(
    ("language", "told", "turned"),
    [
        (Language.ARABIC, "٦١ يومًا، فتصير النتيجة: غير مؤهلة.", "عدد المركبات"),
        (Language.ENGLISH, "comes to 61 days: the answer becomes: ineligible.", "Vehicles"),
    ],
)
def test_a_stay_in_a_shelter_is_seen_to_grow_too_long_and_nothing_of_it_is_stored(
    qtbot: QtBot, sit: Sit, language: Language, told: str, turned: str
) -> None:
    window = sit(language=language)
    number = registered(window)
    changed(window, number, "/members/0/shelter_stays", [{"from": STAY.isoformat()}])
    assessed(window, number)
    before = stored(window, number)
    tab = eligibility(qtbot, window, number)
    still(window)
    assert tab.sheet.clocks.isVisible()
    assert any(line.endswith(told) for line in texts(tab, "clocks"))
    day = bare(window.workplace.reader.day(STAY + timedelta(days=61)))
    assert any(day in line for line in chips_and_texts(tab))
    assert tab.sheet.flips.isVisible()
    assert any(turned in line for line in texts(tab, "flips")), texts(tab, "flips")
    assert stored(window, number) == before


def chips_and_texts(tab: EligibilityTab) -> list[str]:
    from ui.parts.chip import Chip

    return [*texts(tab, "clocks"), *(bare(each.text()) for each in tab.sheet.clocks.findChildren(Chip))]


def test_an_answer_that_nothing_changes_by_itself_has_no_card_of_days(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    still(window)
    assert not tab.sheet.clocks.isVisible()
    assert tab.sheet.flips.isVisible()


def test_an_answer_that_lacks_facts_has_nothing_that_would_turn_it(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = registered(window)
    changed(window, number, "/household/vehicles", None)
    assessed(window, number)
    tab = eligibility(qtbot, window, number)
    still(window)
    assert not tab.sheet.flips.isVisible()
