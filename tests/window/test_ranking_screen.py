"""Who comes first, in the real window: conditions, the run, the order with its reasons, and the way to a file."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from hand import type_text
from household_scenes import Sit, amended, at_office, go, named, shown
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from scene_hands import until
from stillness import still
from window_house import DAY

from desktop.casework.ranking import PlacedFamily, rank
from desktop.exchange.invented import invent
from desktop.facts.reading import read_household
from desktop.office.answers import Changes
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.ranking.order import in_order
from desktop.programmes.ranking.standing import standing_of
from desktop.registry.queries import open_file
from desktop.values.isolates import bare
from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.chip import Chip
from ui.screens.casework.ranking.rank_words import score_words
from ui.screens.casework.ranking.screen import RankingScreen
from ui.shell.destinations import Destination, Place
from ui.shell.window import Window


def ranking(qtbot: QtBot, window: Window) -> RankingScreen:
    screen = go(qtbot, window, Place.RANKING)
    assert isinstance(screen, RankingScreen)
    return screen


def told(widget: RankingScreen) -> str:
    return "\n".join(each.text() for each in shown(widget, QLabel))


def test_by_the_keyboard_alone_families_are_ranked_and_one_of_them_opened(qtbot: QtBot, sit: Sit) -> None:
    window = sit(language=Language.ENGLISH)
    screen = ranking(qtbot, window)
    assert screen.setup.places.control().hasFocus()
    type_text(screen.setup.places.control(), "4")
    screen.rank.setFocus()
    QTest.keyClick(screen.rank, Qt.Key.Key_Space)
    until(lambda: screen.pages.currentWidget() is screen.result)
    still(window)
    office = window.workplace.seat.office
    expected = rank(office.desk, programme="sa.need", on=DAY, catalogue=Catalogue(), places=4)
    grid = screen.result.list.grid
    assert grid.hasFocus()
    rows = [screen.result.list.model.row_at(row) for row in range(screen.result.list.model.rowCount())]
    assert [row.standing.file_number for row in rows if row is not None] == [
        each.standing.file_number for each in expected.families
    ]
    assert bare(screen.result.placed.figure.text()) == "4 of 4"
    wide = next(at for at, each in enumerate(expected.families) if not each.standing.score.known)
    for _ in range(wide):
        QTest.keyClick(grid, Qt.Key.Key_Down)
    still(window)
    assert expected.families[wide].head_name in screen.result.why.name.text()
    words = told(screen)
    assert "Each person lacks" in words
    assert "Once all that is open is known it stands between rank" in words
    assert "What could lift or lower it" in words
    assert "Stated assumption" in {each.text() for each in screen.result.why.findChildren(Chip)}
    QTest.keyClick(grid, Qt.Key.Key_Return)
    still(window)
    assert window.frame is not None
    number = expected.families[wide].standing.file_number
    assert window.frame.here == Destination(Place.HOUSEHOLD, number, "eligibility")
    go(qtbot, window, Place.RANKING)
    assert screen.pages.currentWidget() is screen.result


def test_places_held_are_added_up_while_one_types_and_more_than_there_are_is_refused(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = ranking(qtbot, window)
    (area,) = screen.setup.quotas.fields
    field = screen.setup.quotas.fields[area].control()
    field.setFocus()
    type_text(field, "٢")
    assert "اكتب عدد الأماكن" in screen.setup.quotas.sum.text()
    screen.setup.places.control().setFocus()
    type_text(screen.setup.places.control(), "1")
    assert "زد المتاح أو أنقص المحجوز" in screen.setup.quotas.sum.text()
    QTest.mouseClick(screen.rank, Qt.MouseButton.LeftButton)
    assert screen.pages.currentWidget() is screen.states
    screen.setup.places.control().setFocus()
    screen.setup.places.set_typed_text("")
    type_text(screen.setup.places.control(), "10")
    assert "ويبقى لجميع الأسر" in screen.setup.quotas.sum.text()
    QTest.mouseClick(screen.rank, Qt.MouseButton.LeftButton)
    until(lambda: screen.pages.currentWidget() is screen.result)
    still(window)
    assert "من حصة منطقتها" in screen.result.why.chip.text()
    QTest.mouseClick(named(screen, QPushButton, "tab_areas"), Qt.MouseButton.LeftButton)
    (row,) = [screen.result.areas.model.row_at(0)]
    assert row is not None
    assert (row.area, row.by_quota) == (area, 2)
    sheet = screen.result.list.sheet("ترتيب")
    assert [line[0] for line in sheet.lines] == list(range(1, screen.result.list.model.rowCount() + 1))


def test_a_run_may_be_stopped_and_an_order_is_made_anew_once_files_were_changed(qtbot: QtBot, sit: Sit) -> None:
    window = sit()
    screen = ranking(qtbot, window)
    type_text(screen.setup.places.control(), "4")
    screen.rank.click()
    assert screen.pages.currentWidget() is screen.running
    QTest.mouseClick(screen.running.button, Qt.MouseButton.LeftButton)
    still(window)
    assert screen.pages.currentWidget() is screen.states
    assert screen.setup.places.value() == 4
    assert screen.result.list.model.rowCount() == 0
    screen.setup.places.set_typed_text("")
    screen.rank.click()
    until(lambda: screen.pages.currentWidget() is screen.result)
    still(window)
    assert screen.result.answer is not None
    assert not screen.result.placed.isVisible()
    number = screen.result.answer.families[0].standing.file_number
    amended(window, number, reason="سجلت مركبات للأسرة", vehicles=9)
    household = at_office(window, lambda desk: open_file(desk, number)).id
    window.workplace.announce(Changes(frozenset({household}), frozenset({"households"})))
    assert screen.result.note.isVisible()
    QTest.mouseClick(screen.result.note.button, Qt.MouseButton.LeftButton)
    until(lambda: screen.pages.currentWidget() is screen.result)
    still(window)
    assert number not in {each.standing.file_number for each in screen.result.answer.families}
    assert not screen.result.note.isVisible()


def test_a_class_of_the_order_is_told_as_far_as_it_is_known(look_worn: Callable[..., Reader]) -> None:
    reader = look_worn(language=Language.ENGLISH)
    pack = Catalogue().pack("eg.priority", "2025")
    told = set()
    for plain in invent(40, seed=5, country="EG"):
        standing = standing_of(pack, read_household(msgspec.json.encode(plain)), on=DAY)
        (ranked,) = in_order([standing.candidate], draw="1448")
        told.add(bare(score_words(PlacedFamily(ranked, standing, ""), reader)))
    assert {"In no class", "Class 13, or none"} <= told
    assert "Class 1 to" in " ".join(told)
    assert not any("16" in each for each in told)
