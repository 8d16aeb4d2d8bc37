"""Empowerment of a household in the window: judged before, enrolled once, refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from household_scenes import Sit, as_colleague, at_office, go, watched
from paper_scenes import DATA_ENTRY, dialog, enrolled, press, takers, with_seats
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.empowerment import service
from desktop.empowerment.answers import EnrolmentAnswer
from desktop.office.desk import Desk
from desktop.values.language import Language
from ui.parts.chip import Chip
from ui.screens.empowerment.act_form import WithdrawalForm
from ui.screens.empowerment.household_courses import HouseholdCoursesTab
from ui.screens.empowerment.opening_card import OpeningCard
from ui.screens.registry.household_file.screen import HouseholdScreen
from ui.shell.destinations import Destination, Place
from ui.shell.window import Window


def tab_of(qtbot: QtBot, window: Window, number: str, ref: str = "") -> HouseholdCoursesTab:
    screen = go(qtbot, window, Place.HOUSEHOLD, number, f"empowerment#{ref}" if ref else "empowerment")
    assert isinstance(screen, HouseholdScreen)
    assert isinstance(screen.tab, HouseholdCoursesTab)
    still(window)
    return screen.tab


def cards(tab: HouseholdCoursesTab) -> dict[str, OpeningCard]:
    return {each.opening.course.code: each for each in tab.findChildren(OpeningCard) if each.isVisible()}


def standing(window: Window, number: str) -> tuple[EnrolmentAnswer, ...]:
    return at_office(window, lambda desk: service.enrolments(desk, file_number=number))


@pytest.mark.parametrize(
    ("language", "met", "unmet"), [(Language.ARABIC, "مستوفى", "غير مستوفى"), (Language.ENGLISH, "Met", "Unmet")]
)
def test_each_condition_stands_with_its_sign_its_word_and_its_sentence(
    qtbot: QtBot, sit: Sit, language: Language, met: str, unmet: str
) -> None:
    window = sit(language=language)
    tab = tab_of(qtbot, window, "QTF-2026-00009")
    shown = cards(tab)
    assert len(shown) > 1
    marks = {each.mark.words for card in shown.values() for each in card.findChildren(Chip) if each.mark is not None}
    assert {met, unmet} <= marks
    barred = next(card for card in shown.values() if not card.opening.may_enrol)
    assert barred.findChild(QPushButton, f"enrol {barred.opening.course.code}") is None


def test_a_member_is_enrolled_once_and_the_slip_is_one_step_away(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number, ref = takers(window)[0]
    tab = tab_of(qtbot, window, number, ref)
    button = cards(tab)[DATA_ENTRY].button
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    still(window)
    (enrolment,) = standing(window, number)
    assert (enrolment.person.ref, enrolment.seat) == (ref, 1)
    assert enrolment.person.name in tab.note.words.text()
    assert "المقعد" in tab.note.words.text()
    wanted = watched(window)
    tab.note.button.click()
    assert wanted == [Destination(Place.HOUSEHOLD, number, f"documents#enrolment_slip/{ref}/{DATA_ENTRY}")]
    assert not cards(tab)[DATA_ENTRY].opening.may_enrol


def test_a_full_course_gives_a_place_in_the_waiting_list(qtbot: QtBot, sit: Sit, office_file: Path) -> None:
    window = sit(language=Language.ENGLISH)
    with_seats(office_file, 1)
    (first, one), (second, two) = takers(window)[:2]
    enrolled(window, first, one)
    tab = tab_of(qtbot, window, second, two)
    button = cards(tab)[DATA_ENTRY].button
    assert button.text() == "Put on the waiting list"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    still(window)
    assert "Number 1 on the waiting list" in tab.note.words.accessibleName()
    assert standing(window, second)[0].waiting_position == 1


def test_a_course_that_was_closed_meanwhile_is_refused_with_the_reason(
    qtbot: QtBot, sit: Sit, office_file: Path
) -> None:
    window = sit(language=Language.ENGLISH)
    number, ref = takers(window)[0]
    tab = tab_of(qtbot, window, number, ref)

    def close(desk: Desk) -> None:
        course = service.course(desk, course_code=DATA_ENTRY)
        service.close_course(desk, course_code=DATA_ENTRY, expected_version=course.version)

    as_colleague(office_file, "empowerment", close)
    QTest.mouseClick(cards(tab)[DATA_ENTRY].button, Qt.MouseButton.LeftButton)
    still(window)
    assert "is closed" in tab.note.words.text()
    assert standing(window, number) == ()
    assert DATA_ENTRY not in cards(tab)


def test_another_member_is_judged_by_what_is_known_of_them(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    tab = tab_of(qtbot, window, "QTF-2026-00009")
    before = {code: card.opening for code, card in cards(tab).items()}
    tab.member._choose("m3")
    still(window)
    after = {code: card.opening for code, card in cards(tab).items()}
    assert {opening.person.ref for opening in before.values()} == {"m1"}
    assert {opening.person.ref for opening in after.values()} == {"m3"}


def test_a_withdrawal_asks_why_and_stands_in_the_list(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    number, ref = takers(window)[0]
    enrolled(window, number, ref)
    tab = tab_of(qtbot, window, number)
    press(qtbot, window, tab, "withdraw")
    form = dialog(qtbot, "withdrawal-form")
    assert isinstance(form, WithdrawalForm)
    press(qtbot, window, form, "do")
    assert standing(window, number)[0].withdrawn_at is None
    form.reason.set_typed_text("Moved away")
    press(qtbot, window, form, "do")
    still(window)
    assert standing(window, number)[0].withdrawn_reason == "Moved away"
    assert tab.findChild(QPushButton, "withdraw") is None
