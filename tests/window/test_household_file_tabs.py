"""Family, means and history of a household's file in the real window."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from household_scenes import TODAY, Sit, amended, go, named, numbers, opened, shown, type_in, watched
from msgspec import UNSET
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.facts.birth import birth_of
from desktop.values.calendars import Calendar
from desktop.values.dates import whole_units
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.parts.states import State
from ui.screens.registry.household_file.family import FamilyTab
from ui.screens.registry.household_file.history import HistoryTab
from ui.screens.registry.household_file.means import MeansTab
from ui.screens.registry.household_file.member_row import MemberRow
from ui.screens.registry.household_file.screen import HouseholdScreen
from ui.screens.registry.household_file.told_facts import UnknownLink
from ui.shell.destinations import Destination, Place
from ui.shell.window import Window

_ERAS = {Calendar.HIJRI: "AH", Calendar.GREGORIAN: "CE"}
SALARY_NOT_STATED, NO_NUMBERS = 5, 7
"""Places in the list: a head whose salary nobody stated, a family whose children have no identity numbers."""


def texts(parent: QWidget) -> list[str]:
    return [bare(each.text()) for each in shown(parent, QLabel)]


def tab_of(qtbot: QtBot, window: Window, number: str, part: str) -> HouseholdScreen:
    screen = go(qtbot, window, Place.HOUSEHOLD, number, part)
    assert isinstance(screen, HouseholdScreen)
    return screen


def test_each_member_is_told_by_name_kinship_age_and_number(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[0]
    screen = tab_of(qtbot, window, number, "family")
    file = opened(window, number)

    rows = shown(screen, MemberRow)
    assert [row.member for row in rows] == list(file.file.members)
    head = texts(rows[0])
    assert file.persons[0].name in head
    assert "عائل الأسرة" in head
    assert any(text.endswith("سنة") for text in head)
    assert window.workplace.reader.digits(str(file.file.members[0].national_id)) in head


@pytest.mark.parametrize("leading", Calendar)
def test_births_are_told_in_the_calendar_that_leads_and_ages_as_the_rules_count_them(
    qtbot: QtBot, sit: Sit, leading: Calendar
) -> None:
    window = sit(day=TODAY, language=Language.ENGLISH)
    window.workplace.prefer(msgspec.structs.replace(window.workplace.preferences, leading=leading))
    number = numbers(window)[1]
    screen = tab_of(qtbot, window, number, "family")

    for row in shown(screen, MemberRow):
        born = birth_of(row.member)
        assert born is not None
        told = texts(row)
        assert f"{whole_units(born.earliest, TODAY, 'year', Calendar.GREGORIAN)} years" in told
        assert any(text.startswith("Born") and text.endswith(_ERAS[leading]) for text in told)


@pytest.mark.parametrize("language", Language)
def test_an_unknown_fact_is_said_to_be_and_leads_to_its_field(qtbot: QtBot, sit: Sit, language: Language) -> None:
    window = sit(language=language, day=TODAY)
    number = numbers(window)[NO_NUMBERS]
    screen = tab_of(qtbot, window, number, "family")
    child = shown(screen, MemberRow)[1]
    link = shown(child, UnknownLink)[0]
    wanted = watched(window)

    assert link.text() == ("غير معلوم" if language is Language.ARABIC else "Not known")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)

    assert wanted == [Destination(Place.REGISTRATION, number, "/members/1/national_id")]


def test_who_may_not_change_files_is_told_what_is_unknown_without_a_way(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="empowerment", day=TODAY)
    screen = tab_of(qtbot, window, numbers(window)[NO_NUMBERS], "family")

    links = shown(shown(screen, MemberRow)[1], UnknownLink)
    assert links
    assert not any(link.isEnabled() for link in links)


def test_more_shows_all_that_is_known_and_what_is_not(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    screen = tab_of(qtbot, window, numbers(window)[NO_NUMBERS], "family")
    row = shown(screen, MemberRow)[0]
    assert "العمل" not in texts(row)

    QTest.mouseClick(named(row, QPushButton, f"more-{row.member.ref}"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "العمل" in texts(row), timeout=2_000)
    assert len(shown(row, UnknownLink)) > 1


def test_a_pointer_unfolds_the_member_and_takes_the_cursor_to_the_fact(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    screen = tab_of(qtbot, window, numbers(window)[NO_NUMBERS], "family#/members/2/health/annual_check_on")
    row = shown(screen, MemberRow)[2]

    assert row.unfolded
    qtbot.waitUntil(lambda: isinstance(row.window().focusWidget(), UnknownLink), timeout=2_000)
    assert row.isAncestorOf(row.window().focusWidget())


def test_persons_outside_the_dwelling_are_told_with_what_became_of_them(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[NO_NUMBERS]
    screen = tab_of(qtbot, window, number, "family")
    tab = screen.tab
    assert isinstance(tab, FamilyTab)

    told = " ".join(texts(tab._outside))
    assert "متوفى" in told


def test_an_income_nobody_stated_is_unknown_in_the_sum_and_never_nothing(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY, language=Language.ENGLISH)
    number = numbers(window)[SALARY_NOT_STATED]
    screen = tab_of(qtbot, window, number, "means")
    tab = screen.tab
    assert isinstance(tab, MeansTab)
    incomes = [member.incomes for member in opened(window, number).file.members]
    assert any(each.amount is UNSET for listed in incomes if listed is not UNSET for each in listed)

    told = texts(tab)
    whole = told.index("All members together, per month")
    assert told[whole + 1] == "Not known"
    wanted = watched(window)
    link = next(each for each in shown(tab, UnknownLink) if "amount" in each.accessibleName())
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert wanted == [Destination(Place.REGISTRATION, number, "/members/0/incomes/0/amount")]


def test_incomes_come_to_so_much_a_month_and_the_account_stands_in_groups(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY, language=Language.ENGLISH)
    screen = tab_of(qtbot, window, numbers(window)[0], "means")
    tab = screen.tab
    assert isinstance(tab, MeansTab)

    told = texts(tab)
    assert told[told.index("All members together, per month") + 1] == "SAR 4,833.33"
    assert any(text.startswith("SA") and text.count(" ") == 5 for text in told)


def test_the_history_tells_who_did_what_and_why_the_newest_first(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[0]
    amended(window, number, reason="اتصلت الأسرة برقم جديد", phone="0500000996")
    screen = tab_of(qtbot, window, number, "history")
    tab = screen.tab
    assert isinstance(tab, HistoryTab)

    told = texts(tab)
    newest = next(place for place, text in enumerate(told) if "السبب: اتصلت الأسرة برقم جديد" in text)
    oldest = next(place for place, text in enumerate(told) if "سجّل" in text and "الملف." in text)
    assert newest < oldest
    assert "منى عبد الله الصقيري" in told[newest]


def test_the_history_is_filtered_while_one_types(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[0]
    amended(window, number, reason="اتصلت الأسرة برقم جديد", phone="0500000996")
    screen = tab_of(qtbot, window, number, "history")
    tab = screen.tab
    assert isinstance(tab, HistoryTab)

    type_in(tab.bar.words, "اتصلت الاسره")
    qtbot.waitUntil(lambda: _there(tab, 2) and not _there(tab, 1), timeout=5_000)
    type_in(tab.bar.words, "xyzzy")
    qtbot.waitUntil(lambda: tab.states.state is State.EMPTY, timeout=5_000)


def _there(tab: HistoryTab, version: int) -> bool:
    return any(each.isVisible() for each in tab.findChildren(QWidget, f"version-{version}"))


def test_a_past_day_shows_the_whole_file_as_it_was_and_changes_nothing(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    number = numbers(window)[0]
    screen = tab_of(qtbot, window, number, "history")
    tab = screen.tab
    assert isinstance(tab, HistoryTab)
    past = TODAY - timedelta(days=400)

    type_in(tab.bar.day.line, past.strftime("%Y/%m/%d"))
    QTest.keyClick(tab.bar.day.line, Qt.Key.Key_Return)
    still(window)

    assert screen.file is not None
    assert screen.file.as_of == past
    assert screen.day.isVisible()
    assert not screen.bar.edit_button.isVisible()
    QTest.mouseClick(screen.day.button, Qt.MouseButton.LeftButton)
    still(window)
    assert screen.file.as_of == TODAY
    assert not screen.day.isVisible()


def test_a_day_that_is_none_is_said_beside_the_field_and_stays_typed(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY, language=Language.ENGLISH)
    screen = tab_of(qtbot, window, numbers(window)[0], "history")
    tab = screen.tab
    assert isinstance(tab, HistoryTab)

    type_in(tab.bar.day.line, "2024/13/45")
    QTest.mouseClick(tab.bar.show_button, Qt.MouseButton.LeftButton)

    assert tab.bar.day.shown_fault
    assert tab.bar.day.typed_text() == "2024/13/45"
