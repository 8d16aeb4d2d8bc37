"""Rows that are all in memory: sorted, filtered, and refreshed one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from invented_rows import COLUMNS, FILES
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.language.reader import Reader
from ui.parts.signs import Mark
from ui.parts.table.model import TableModel
from ui.parts.table.rows_model import Role
from ui.theme.tokens import Tone

LookWorn = Callable[..., Reader]


@pytest.fixture
def table(look_worn: LookWorn, qtmodeltester: ModelTester) -> TableModel:
    model = TableModel(COLUMNS, lambda file: file.number, Reader())
    model.set_rows(FILES)
    return model


def _numbers(model: TableModel) -> list[int]:
    return [file.number for file in model.rows]


def test_a_list_of_rows_is_a_sound_model(table: TableModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table)
    table.sort(1)
    table.filter_by("اسره", {})
    qtmodeltester.check(table)


def test_a_cell_is_seen_in_the_readers_digits_and_heard_bare_with_both_lines(table: TableModel) -> None:
    cell = table.index(0, 0)
    assert cell.data() == "أسرة مريم علي الخلف"
    assert cell.data(Role.SECOND) == Reader().code("2024/00001")
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "أسرة مريم علي الخلف · ٢٠٢٤/٠٠٠٠١"
    assert table.index(0, 2).data() == "مشمولة"
    assert table.index(1, 2).data(Role.MARK) == Mark(Tone.UNKNOWN, "ينقصه بيان")


@pytest.mark.parametrize(
    ("order", "numbers"), [(Qt.SortOrder.AscendingOrder, [4, 1, 2, 3]), (Qt.SortOrder.DescendingOrder, [2, 1, 4, 3])]
)
def test_rows_whose_value_is_unknown_stand_last_in_either_order(
    table: TableModel, order: Qt.SortOrder, numbers: list[int]
) -> None:
    table.sort(1, order)
    assert _numbers(table) == numbers


def test_names_are_sorted_by_their_letters_however_hamza_is_written(table: TableModel) -> None:
    table.sort(0)
    assert _numbers(table) == [3, 2, 4, 1] or _numbers(table)[:2] in ([2, 3], [3, 2])
    assert _numbers(table)[2:] == [4, 1]


def test_sorting_moves_what_a_view_holds_on_to_with_its_row(table: TableModel) -> None:
    held = QPersistentModelIndex(table.index(0, 0))
    table.sort(1, Qt.SortOrder.DescendingOrder)
    assert held.row() == 1
    assert held.data(Role.ROW) == FILES[0]


def test_a_filter_finds_a_name_in_any_spelling_and_a_number_in_any_digits(table: TableModel) -> None:
    table.filter_by("ابراهيم عبدالله", {})
    assert _numbers(table) == [2]
    table.filter_by("00003", {})
    assert _numbers(table) == [3]
    table.filter_by("", {"state": "in"})
    assert _numbers(table) == [1, 3]
    table.filter_by("مريم", {"state": "lacks"})
    assert _numbers(table) == []


def test_the_same_rows_again_move_nothing(table: TableModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.modelReset):
        table.set_rows([replace(file, members=1) for file in FILES])
    assert table.index(1, 1).data() == Reader().number(1)
