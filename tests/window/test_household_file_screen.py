"""One household's file in the real window: its head, its tabs, what is done with it at the foot."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from household_scenes import (
    TODAY,
    Sit,
    amended,
    as_colleague,
    chips,
    file_screen,
    named,
    numbers,
    opened,
    watched,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.casework import service as casework
from desktop.office.answers import Changes
from desktop.office.desk import Desk
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry.listing import page
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.parts.chip import Chip
from ui.parts.states import State
from ui.parts.text import Text
from ui.screens.registry.household_file.screen import HouseholdScreen
from ui.shell.destinations import Destination, Place

WOMENS, GENERAL = 6, 0
"""Places in the list: a file of the women's section, one of the general section."""


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
    still(window)
    assert screen.strip.current == "means"
    assert window.frame is not None
    window.frame.back()
    still(window)

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


def test_eligibility_assesses_by_itself_so_that_nothing_is_offered_twice(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = file_screen(qtbot, window, numbers(window)[GENERAL], "eligibility")

    assert screen.strip.current == "eligibility"
    assert not screen.bar.assess_button.isVisible()
    assert screen.bar.print_button.isVisible()


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
    still(window)

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
    still(window)

    screen = window.frame.shown
    assert isinstance(screen, HouseholdScreen)
    assert screen.file is not None
    assert screen.file.file_number == second


def test_the_language_changes_while_a_file_stands_open(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = file_screen(qtbot, window, numbers(window)[GENERAL])
    english = msgspec.structs.replace(window.workplace.preferences, language=Language.ENGLISH, arabic_digits=False)
    window.workplace.prefer(english)
    still(window)

    assert screen.heading.header.title.text().startswith("Household of")
    assert chips(screen) == ["Open file", "General section"]
