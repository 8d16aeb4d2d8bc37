"""One household's file in the real window: its head, its tabs, what is done with it at the foot."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from household_scenes import TODAY, Sit, amended, as_colleague, at_office, go, named, numbers, opened, type_in, watched
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from window_house import settled

from desktop.casework import service as casework
from desktop.office.answers import Changes
from desktop.office.desk import Desk
from desktop.programmes.catalogue import Catalogue
from desktop.registry import service
from desktop.registry.listing import page
from desktop.values.language import Language
from ui.language.reader import bare
from ui.parts.chip import Chip
from ui.parts.states import State
from ui.parts.text import Text
from ui.screens.registry.household_file.screen import HouseholdScreen
from ui.screens.registry.household_file.standing_acts import Act
from ui.shell.destinations import Destination, Place
from ui.shell.window import Window

WOMENS, GENERAL = 6, 0
"""Places in the list: a file of the women's section, one of the general section."""


def file_screen(qtbot: QtBot, window: Window, number: str, part: str = "") -> HouseholdScreen:
    screen = go(qtbot, window, Place.HOUSEHOLD, number, part)
    assert isinstance(screen, HouseholdScreen)
    return screen


def chips(screen: HouseholdScreen) -> list[str]:
    return [each.text() for each in screen.heading.header.findChildren(Chip) if each.isVisible()]


@pytest.mark.parametrize("language", Language)
def test_the_head_says_whose_file_it_is_and_how_it_stands(qtbot: QtBot, sit: Sit, language: Language) -> None:
    window = sit(language=language)
    number = numbers(window)[WOMENS]
    screen = file_screen(qtbot, window, number)

    head = opened(window, number).summary.head_name
    title, context = bare(screen.heading.header.title.text()), bare(screen.heading.header.context.text())
    if language is Language.ARABIC:
        assert title == f"أسرة {head}"
        assert "ثلاثة أفراد" in context
        assert chips(screen) == ["ملف مفتوح", "القسم النسوي"]
    else:
        assert title == f"Household of {head}"
        assert f"File {number} · 3 people" in context
        assert chips(screen) == ["Open file", "Women’s section"]


def test_the_amount_that_stands_and_the_next_deadline_are_in_the_head(
    qtbot: QtBot, sit: Sit, office_file: Path
) -> None:
    def granted(desk: Desk) -> str:
        number = page(desk).rows[GENERAL].file_number
        asked = {"file_number": number, "programme": "sa.developed", "on": desk.today, "catalogue": Catalogue()}
        casework.assess(desk, **asked)
        casework.decide(desk, **asked)
        return number

    number = as_colleague(office_file, "supervisor", granted)
    window = sit(day=TODAY)
    screen = file_screen(qtbot, window, number)

    due = named(screen, QWidget, "household-due")
    assert due.isVisible()
    assert "ريال" in named(due, Text, "amount-due").text()
    assert any("آخر موعد" in each.text() for each in due.findChildren(Chip))


def test_tabs_open_by_key_and_back_leads_to_the_tab_before(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)
    assert screen.strip.current == "family"

    QTest.keyClick(screen, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, window)
    assert screen.strip.current == "means"
    assert window.frame is not None
    window.frame.back()
    settled(qtbot, window)

    assert screen.strip.current == "family"


def test_a_destination_opens_the_tab_that_it_names(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = file_screen(qtbot, window, numbers(window)[GENERAL], "history")

    assert screen.strip.current == "history"
    assert screen.tab is not None
    assert screen.tab.objectName() == "history"


def test_the_number_of_a_file_that_there_is_not_leads_back_to_the_search(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    screen = file_screen(qtbot, window, "QTF-1999-00001")
    wanted = watched(window)

    assert screen.states.state is State.FAILED
    QTest.mouseClick(screen.states.button, Qt.MouseButton.LeftButton)

    assert wanted == [Destination(Place.HOUSEHOLDS)]


def test_editing_opens_the_form_over_the_file(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)
    wanted = watched(window)

    QTest.keyClick(screen, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: wanted == [Destination(Place.REGISTRATION, number)], timeout=2_000)


def test_assessing_and_printing_lead_to_their_tabs(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)
    wanted = watched(window)

    QTest.mouseClick(screen.bar.assess_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(screen.bar.print_button, Qt.MouseButton.LeftButton)

    assert [each.part for each in wanted] == ["eligibility", "documents"]


def test_closing_asks_for_the_reason_and_keeps_it_in_the_history(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)

    QTest.mouseClick(named(screen, QPushButton, Act.CLOSE.value), Qt.MouseButton.LeftButton)
    assert screen.reason.isVisible()
    assert screen.reason.field.hasFocus()
    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    assert screen.reason.fault.isVisible()
    type_in(screen.reason.field, "انتقلت الأسرة إلى مدينة أخرى")
    QTest.keyClick(screen.reason.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, window)

    assert opened(window, number).summary.closed_at is not None
    assert not screen.reason.isVisible()
    assert "ملف مغلق" in chips(screen)
    assert not screen.bar.edit_button.isVisible()
    assert named(screen, QPushButton, Act.REOPEN.value).isVisible()


def test_esc_leaves_the_file_as_it_is(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)
    button = named(screen, QPushButton, Act.CLOSE.value)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTest.keyClick(screen.reason.field, Qt.Key.Key_Escape)

    assert not screen.reason.isVisible()
    assert button.hasFocus()
    assert opened(window, number).summary.closed_at is None


def test_a_colleagues_change_in_between_refuses_and_keeps_the_reason(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)
    QTest.mouseClick(named(screen, QPushButton, Act.CLOSE.value), Qt.MouseButton.LeftButton)
    type_in(screen.reason.field, "طلب العائل")
    amended(window, number, reason="رقم جديد", phone="0500000998")

    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    settled(qtbot, window)
    assert screen.reason.fault.isVisible()
    assert screen.reason.reason == "طلب العائل"
    assert opened(window, number).summary.closed_at is None
    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    settled(qtbot, window)

    assert opened(window, number).summary.closed_at is not None


def test_sealing_is_offered_to_those_who_may_open_sealed_files(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="supervisor", day=TODAY)
    number = numbers(window)[WOMENS]
    screen = file_screen(qtbot, window, number)

    QTest.mouseClick(named(screen, QPushButton, Act.SEAL.value), Qt.MouseButton.LeftButton)
    type_in(screen.reason.field, "خوفًا على صاحبة الملف")
    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    settled(qtbot, window)

    assert opened(window, number).summary.sealed
    assert "ملف مستور" in chips(screen)
    assert named(screen, QPushButton, Act.UNSEAL.value).isVisible()


def test_a_file_moves_to_the_other_section_with_its_reason(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[GENERAL]
    screen = file_screen(qtbot, window, number)
    assert not named(screen, QPushButton, Act.SEAL.value).isVisible()

    QTest.mouseClick(named(screen, QPushButton, Act.MOVE.value), Qt.MouseButton.LeftButton)
    type_in(named(screen, QPlainTextEdit, "reason"), "العائلة امرأة")
    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    settled(qtbot, window)

    assert opened(window, number).section.value == "women"
    assert "القسم النسوي" in chips(screen)


def test_who_may_only_read_is_offered_nothing_that_changes_the_file(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="empowerment")
    screen = file_screen(qtbot, window, numbers(window)[GENERAL])

    assert not screen.bar.edit_button.isVisible()
    assert not any(named(screen, QPushButton, act.value).isVisible() for act in Act)


def test_another_persons_change_is_taken_in_and_the_tab_keeps_its_place(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY, size=(1366, 600))
    number = numbers(window)[1]
    screen = file_screen(qtbot, window, number)
    tab = screen.tab
    assert tab is not None
    bar = tab._page.verticalScrollBar()  # type: ignore[attr-defined]
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    file = amended(window, number, reason="رقم جديد", phone="0500000997")

    window.workplace.announce(Changes(frozenset({file.id})))
    settled(qtbot, window)

    assert screen.file is not None
    assert screen.file.version == file.version
    assert place > 0
    assert bar.value() == place


def test_an_answer_about_a_file_that_one_has_left_is_not_shown(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    assert window.frame is not None
    first, second = numbers(window)[:2]
    window.frame.go(Destination(Place.HOUSEHOLD, first))
    window.frame.go(Destination(Place.HOUSEHOLD, second))
    settled(qtbot, window)

    screen = window.frame.screen
    assert isinstance(screen, HouseholdScreen)
    assert screen.file is not None
    assert screen.file.file_number == second


def test_the_language_changes_while_a_file_stands_open(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = file_screen(qtbot, window, numbers(window)[GENERAL])
    english = msgspec.structs.replace(window.workplace.preferences, language=Language.ENGLISH, arabic_digits=False)
    window.workplace.prefer(english)
    settled(qtbot, window)

    assert screen.heading.header.title.text().startswith("Household of")
    assert chips(screen) == ["Open file", "General section"]


def test_a_closed_file_is_reopened_with_its_reason(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[GENERAL]
    version = opened(window, number).version
    at_office(
        window, lambda desk: service.close(desk, file_number=number, expected_version=version, reason="انتقلت الأسرة")
    )
    screen = file_screen(qtbot, window, number)

    QTest.mouseClick(named(screen, QPushButton, Act.REOPEN.value), Qt.MouseButton.LeftButton)
    type_in(screen.reason.field, "عادت الأسرة")
    QTest.mouseClick(screen.reason.go, Qt.MouseButton.LeftButton)
    settled(qtbot, window)

    assert opened(window, number).summary.closed_at is None
