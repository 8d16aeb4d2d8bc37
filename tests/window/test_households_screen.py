"""Looking for households, and the list of all of them, in the real window."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from household_scenes import TODAY, Sit, amended, as_colleague, go, named, numbers, type_in, watched
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from stillness import still

from desktop.office.answers import Changes
from desktop.office.desk import Desk
from desktop.registry import service
from desktop.registry.listing import page
from desktop.registry.queries import open_file
from desktop.values.errors import Unreachable
from desktop.values.language import Language
from ui.parts.states import State
from ui.screens.registry.households import HouseholdsScreen
from ui.shell.destinations import Destination, Place
from ui.shell.window import Window


def households(qtbot: QtBot, window: Window, text: str = "") -> HouseholdsScreen:
    screen = go(qtbot, window, Place.HOUSEHOLDS, text)
    assert isinstance(screen, HouseholdsScreen)
    return screen


def searched(qtbot: QtBot, window: Window, screen: HouseholdsScreen, text: str) -> None:
    screen.search.clear()
    type_in(screen.search, text)
    qtbot.waitUntil(lambda: screen.stack.currentWidget() is screen.hits, timeout=5_000)
    still(window)


def test_the_search_field_has_the_cursor_and_every_file_stands_below(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = households(qtbot, window)

    assert screen.search.hasFocus()
    assert screen.stack.currentWidget() is screen.list
    assert screen.list.model.rowCount() == len(numbers(window)) == 12
    assert "١٢" in screen.header.context.text()


@pytest.mark.parametrize("language", Language)
def test_typing_a_name_finds_who_bears_it_and_in_whose_household(qtbot: QtBot, sit: Sit, language: Language) -> None:
    screen_window = sit(language=language)
    screen = households(qtbot, screen_window)

    searched(qtbot, screen_window, screen, "ليان")

    column = screen.hits.model.columns[0]
    hit = screen.hits.current
    assert hit is not None
    who, whose = column.lines(hit, screen.reader)
    assert "ليان" in who
    assert "ابتسام" in whose
    assert whose.startswith("in the household of" if language is Language.ENGLISH else "في أسرة")


def test_enter_opens_the_household_that_was_found(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = households(qtbot, window)
    searched(qtbot, window, screen, "ليان")
    hit = screen.hits.current
    wanted = watched(window)

    QTest.keyClick(screen.search, Qt.Key.Key_Return)

    assert hit is not None
    assert wanted == [Destination(Place.HOUSEHOLD, hit.summary.file_number)]


def test_enter_before_the_answer_opens_what_the_typed_words_find(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = households(qtbot, window)
    wanted = watched(window)

    type_in(screen.search, numbers(window)[4])
    QTest.keyClick(screen.search, Qt.Key.Key_Return)
    still(window)

    assert wanted == [Destination(Place.HOUSEHOLD, numbers(window)[4])]


def test_arrows_choose_another_hit_while_the_cursor_stays_in_the_field(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = households(qtbot, window)
    searched(qtbot, window, screen, "عبد")
    first = screen.hits.current
    assert first is not None

    QTest.keyClick(screen.search, Qt.Key.Key_Down)
    second = screen.hits.current
    QTest.keyClick(screen.search, Qt.Key.Key_Up)

    assert second is not None
    assert second.summary.id != first.summary.id
    assert screen.hits.current == first
    assert screen.search.hasFocus()


def test_escape_empties_the_field_and_brings_the_list_back(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = households(qtbot, window)
    searched(qtbot, window, screen, "ليان")

    QTest.keyClick(screen.search, Qt.Key.Key_Escape)

    assert screen.search.text() == ""
    assert screen.stack.currentWidget() is screen.list


def test_a_text_that_finds_nobody_is_said_and_registering_offered(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = households(qtbot, window)
    searched(qtbot, window, screen, "xyzzy")
    wanted = watched(window)

    assert screen.hits.states.state is State.EMPTY
    assert "لا نتائج" in screen.hits.states.sentence.text()
    QTest.mouseClick(screen.hits.states.button, Qt.MouseButton.LeftButton)

    assert wanted == [Destination(Place.REGISTRATION)]


def test_words_from_the_search_box_of_the_frame_are_searched_for_here(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = households(qtbot, window, "ليان")

    assert screen.search.text() == "ليان"
    assert screen.hits.current is not None


def test_the_new_key_registers_a_household(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = households(qtbot, window)
    wanted = watched(window)

    QTest.keyClick(screen.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert wanted == [Destination(Place.REGISTRATION)]


def test_who_may_not_register_is_not_offered_to(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="empowerment")
    screen = households(qtbot, window)
    wanted = watched(window)

    QTest.keyClick(screen.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert screen.findChild(QPushButton, "register") is None
    assert wanted == []


def test_the_list_sorts_by_a_heading_and_narrows_to_a_section(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = households(qtbot, window)
    keys = [column.key for column in screen.pages.columns]

    screen.list.sort_by(keys.index("members"))
    screen.list.sort_by(keys.index("members"))
    still(window)
    box = screen.list.filter.boxes["section"]
    box.setCurrentIndex(box.findData("women"))
    still(window)

    rows = [screen.pages.row_at(place) for place in range(screen.pages.rowCount())]
    assert {row.section.value for row in rows} == {"women"}
    sizes = [row.member_count for row in rows]
    assert sizes == sorted(sizes, reverse=True)
    assert screen.pages.total == len(rows)


def test_columns_as_somebody_chose_them_are_kept(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = households(qtbot, window)

    screen.list.arrange(screen.list.arrangement.with_place("changed", shown=False))

    assert '"changed", false' in window.workplace.preferences.columns["households"]


def test_a_colleagues_change_shows_in_the_list_without_moving_the_cursor(qtbot: QtBot, sit: Sit) -> None:
    window = sit(day=TODAY)
    screen = households(qtbot, window)
    screen.list.choose(screen.pages.row_at(3).id)
    before = screen.list.current
    file = amended(window, numbers(window)[3], reason="اتصلت الأسرة", phone="0500000999")

    window.workplace.announce(Changes(frozenset({file.id})))
    still(window)

    assert screen.list.current.id == before.id
    assert screen.list.current.version == before.version + 1


def test_an_export_writes_every_row_of_the_list(qtbot: QtBot, sit: Sit, tmp_path: Path) -> None:
    window = sit()
    screen = households(qtbot, window)
    path = tmp_path / "households.csv"

    screen.list.exported.emit("csv")
    dialog = named(screen, QFileDialog, "export-dialog")
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    still(window)

    lines = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert [line[1] for line in lines[1:]] == numbers(window)


def test_who_may_not_export_is_told_so(qtbot: QtBot, sit: Sit) -> None:
    window = sit(staff="empowerment", language=Language.ENGLISH)
    screen = households(qtbot, window)

    screen.list.exported.emit("csv")

    assert screen.findChild(QFileDialog, "export-dialog") is None
    assert window.frame is not None
    assert window.frame.banner.isVisible()


def test_a_lost_database_is_said_in_the_place_of_the_rows_and_asked_again(
    qtbot: QtBot, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit()
    import desktop.registry.search as searching

    def lost(*_: object, **__: object) -> None:
        raise Unreachable("database.server_lost", place="here")

    with monkeypatch.context() as context:
        context.setattr(searching, "search", lost)
        screen = households(qtbot, window)
        searched(qtbot, window, screen, "ليان")
        assert screen.hits.states.state is State.OFFLINE
        assert screen.search.text() == "ليان"
    QTest.mouseClick(screen.hits.states.button, Qt.MouseButton.LeftButton)
    still(window)

    assert screen.hits.states.state is State.CONTENT


def test_a_sealed_file_is_found_by_nobody_who_may_not_open_it(qtbot: QtBot, sit: Sit, office_file: Path) -> None:
    def seal(desk: Desk) -> str:
        number = page(desk).rows[9].file_number
        version = open_file(desk, number).version
        service.seal(desk, file_number=number, expected_version=version, reason="طلب الأسرة")
        return number

    number = as_colleague(office_file, "supervisor", seal)
    window = sit()
    screen = households(qtbot, window)

    searched(qtbot, window, screen, number)

    assert screen.hits.states.state is State.EMPTY
    assert screen.pages.rowCount() == 11
