"""A long list in a window: scrolled, gone through by keys, chosen from, and read again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from invented_rows import COLUMNS, File, Source
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stage import on_stage

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.states import State
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.paging import PAGE, WINDOW
from ui.parts.table.view import Table

LookWorn = Callable[..., Reader]
ShowTable = Callable[..., Table]

BOTH = pytest.mark.parametrize("language", list(Language))


@pytest.fixture
def long_list(qtbot: QtBot, look_worn: LookWorn) -> Table:
    model = PagedModel(COLUMNS, lambda file: file.number, Reader())
    Source(model, 250_000)
    table = on_stage(qtbot, Table(model, lambda: "الملفات"), 900, 420)
    model.start()
    return table


def test_a_long_list_scrolls_on_and_back_without_a_jump(qtbot: QtBot, long_list: Table) -> None:
    model, bar = long_list.model, long_list.grid.verticalScrollBar()
    assert isinstance(model, PagedModel)

    def first_seen() -> int:
        row = model.row_at(bar.value()) or model.row_at(bar.value() + 1)
        assert isinstance(row, File)
        return row.number

    expected = 0
    for step in [7] * 120 + [-7] * 120:
        bar.setValue(bar.value() + step)
        expected += step
        for _ in range(4):
            QApplication.processEvents()
        assert abs(first_seen() - expected) <= 1
        assert model.kept <= WINDOW + 2 * PAGE
    assert first_seen() <= 1


def test_the_down_key_held_goes_through_a_long_list_row_by_row(qtbot: QtBot, long_list: Table) -> None:
    long_list.choose(0)
    for number in range(1, 700):
        qtbot.keyClick(long_list.grid, Qt.Key.Key_Down)
        if number % 10 == 0:
            QApplication.processEvents()
            QApplication.processEvents()
    assert long_list.current.number == 699
    assert long_list.foot.count.accessibleName().endswith("من ٢٥٠٬٠٠٠")


def test_the_end_key_goes_to_the_end_of_a_long_list_and_home_back(qtbot: QtBot, long_list: Table) -> None:
    long_list.choose(0)
    qtbot.keyClick(long_list.grid, Qt.Key.Key_End)
    assert long_list.current.number == 249_999
    qtbot.keyClick(long_list.grid, Qt.Key.Key_Home)
    assert long_list.current.number == 0


def test_a_row_chosen_in_a_long_list_stays_chosen_when_one_scrolls_away_and_back(
    qtbot: QtBot, long_list: Table
) -> None:
    model = long_list.model
    assert isinstance(model, PagedModel)
    long_list.choose(3)
    for _ in range(8):
        model.near(model.rowCount() - 1, model.rowCount() - 1)
    assert model.place_of(3) is None
    assert long_list.grid.away.keys() == {3}
    while model.more_before:
        model.near(0, 0)
    assert long_list.grid.chosen_keys() == [3]
    assert not long_list.grid.away


def test_a_long_list_that_cannot_be_read_says_so_and_is_read_again(qtbot: QtBot, look_worn: LookWorn) -> None:
    model = PagedModel(COLUMNS, lambda file: file.number, Reader())
    source = Source(model, 900, at_once=False)
    table = on_stage(qtbot, Table(model, lambda: "الملفات"), 900, 420)
    model.start()
    assert table.states.state is State.LOADING
    model.failed(source.requests[0])
    assert table.states.state is State.FAILED
    qtbot.mouseClick(table.states.button, Qt.MouseButton.LeftButton)
    model.take(source.requests[-1], source.page(source.requests[-1]))
    assert table.states.state is State.CONTENT
    model.near(90, 99)
    model.failed(source.requests[-1])
    assert table.foot.trouble.isVisible()
    qtbot.mouseClick(table.foot.again, Qt.MouseButton.LeftButton)
    model.take(source.requests[-1], source.page(source.requests[-1]))
    assert not table.foot.trouble.isVisible()
