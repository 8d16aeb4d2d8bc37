"""The columns of a list: sorted, moved, widened, hidden, and found again as they were."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from invented_rows import numbers
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from stage import type_text

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.states import State
from ui.parts.table.view import Table

LookWorn = Callable[..., Reader]
ShowTable = Callable[..., Table]

BOTH = pytest.mark.parametrize("language", list(Language))

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
"""The offscreen platform says so of every menu."""


def _click_heading(qtbot: QtBot, table: Table, column: int) -> None:
    headings = table.grid.headings
    x = headings.sectionViewportPosition(column) + headings.sectionSize(column) // 2
    qtbot.mouseClick(headings.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, headings.height() // 2))


@BOTH
def test_the_first_column_stands_at_the_reading_edge(show: ShowTable, look_worn: LookWorn, language: Language) -> None:
    table = show(reader=look_worn(language=language))
    first, second = (table.grid.columnViewportPosition(column) for column in (0, 1))
    assert (first > second) is (language is Language.ARABIC)


def test_a_heading_sorts_by_mouse_and_by_keys_and_says_the_order(qtbot: QtBot, show: ShowTable) -> None:
    table = show()
    _click_heading(qtbot, table, 1)
    assert numbers(table) == [4, 1, 2, 3]
    _click_heading(qtbot, table, 1)
    assert numbers(table) == [2, 1, 4, 3]
    headings = table.grid.headings
    headings.setFocus()
    qtbot.keyClick(headings, Qt.Key.Key_Left)
    qtbot.keyClick(headings, Qt.Key.Key_Return)
    assert numbers(table) == [4, 1, 2, 3]
    assert headings.accessibleName() == "رؤوس الأعمدة · الأفراد · تصاعديًا"


@BOTH
def test_the_arrow_among_headings_goes_where_the_eye_sees_it_go(
    qtbot: QtBot, show: ShowTable, look_worn: LookWorn, language: Language
) -> None:
    headings = show(reader=look_worn(language=language)).grid.headings
    headings.setFocus()
    before = headings.sectionViewportPosition(headings.focused_column)
    qtbot.keyClick(headings, Qt.Key.Key_Left if language is Language.ARABIC else Qt.Key.Key_Right)
    after = headings.sectionViewportPosition(headings.focused_column)
    assert (after < before) is (language is Language.ARABIC)
    assert headings.focused_column == 1


@BOTH
def test_a_column_is_moved_and_widened_by_keys_and_the_arrangement_is_told(
    qtbot: QtBot, show: ShowTable, look_worn: LookWorn, language: Language
) -> None:
    table = show(reader=look_worn(language=language))
    headings = table.grid.headings
    headings.setFocus()
    onwards = Qt.Key.Key_Left if language is Language.ARABIC else Qt.Key.Key_Right
    with qtbot.waitSignal(table.arranged):
        qtbot.keyClick(headings, onwards, Qt.KeyboardModifier.ControlModifier)
    assert [place.key for place in table.arrangement.places][:2] == ["members", "name"]
    assert headings.focused_column == 0
    before = headings.sectionSize(0)
    qtbot.keyClick(headings, Qt.Key.Key_Plus)
    assert headings.sectionSize(0) > before


def test_an_arrangement_is_taken_up_again_in_another_window_and_at_another_text_size(
    qtbot: QtBot, show: ShowTable, look_worn: LookWorn
) -> None:
    table = show()
    table.arrange(table.arrangement.moved("state", -1).with_place("members", shown=False).with_place("name", width=200))
    table.sort_by(0)
    look_worn(text_size=150)
    other = show()
    other.restore(table.state())
    assert [column.key for column in other.shown_columns()] == ["name", "state", "open"]
    assert other.grid.isColumnHidden(1)
    assert other.grid.columnWidth(0) == 300
    assert numbers(other) == numbers(table)
    assert other.state() == table.state()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"columns": 3}', '{"columns": [["gone", true, 90]], "order": ["gone", true]}']
)
def test_an_arrangement_that_is_none_or_of_another_version_leaves_the_columns_whole(show: ShowTable, text: str) -> None:
    table = show()
    table.restore(text)
    assert [column.key for column in table.shown_columns()] == ["name", "members", "state", "open"]


def test_a_choice_of_a_column_filters_and_an_empty_outcome_offers_to_clear(qtbot: QtBot, show: ShowTable) -> None:
    table = show()
    table.filter.boxes["state"].setCurrentIndex(1)
    assert numbers(table) == [1, 3]
    type_text(table.filter.words, "لا أحد")
    qtbot.keyClick(table.filter.words, Qt.Key.Key_Return)
    assert table.states.state is State.EMPTY
    assert table.states.sentence.text() == "لا صف يطابق ما كتبت."
    qtbot.mouseClick(table.states.button, Qt.MouseButton.LeftButton)
    assert len(numbers(table)) == 4
    assert table.states.state is State.CONTENT


def test_a_column_is_hidden_and_shown_by_its_menus(qtbot: QtBot, show: ShowTable) -> None:
    table = show()
    headings = table.grid.headings
    headings.setFocus()
    qtbot.keyClick(headings, Qt.Key.Key_Left)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(headings.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    assert table.grid.isColumnHidden(1)
    qtbot.mouseClick(table.columns_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [(action.text(), action.isChecked()) for action in menu.actions()[:3]] == [
        ("الأسرة", True),
        ("الأفراد", False),
        ("الحال", True),
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert not table.grid.isColumnHidden(1)


def test_rows_and_headings_are_told_to_a_screen_reader(show: ShowTable) -> None:
    table = show()
    tree = QAccessible.queryAccessibleInterface(table.grid)
    assert tree.text(QAccessible.Text.Name) == "الملفات"
    cells = [tree.child(number).text(QAccessible.Text.Name) for number in range(tree.childCount())]
    assert "الأسرة" in cells
    assert "أسرة مريم علي الخلف · ٢٠٢٤/٠٠٠٠١" in cells
