"""A list in a window, worked by keys and mouse in both directions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from invented_rows import FILES, MANY, File, numbers
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from stage import type_text

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.states import State
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.theme.tokens import TEXT_SIZES

LookWorn = Callable[..., Reader]
ShowTable = Callable[..., Table]

BOTH = pytest.mark.parametrize("language", list(Language))

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
"""The offscreen platform says so of every menu."""


def test_typing_filters_the_list_and_escape_shows_all_again(qtbot: QtBot, show: ShowTable) -> None:
    table = show()
    qtbot.keyClick(table.grid, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(table.filter.words.hasFocus)
    type_text(table.filter.words, "مريم")
    qtbot.waitUntil(lambda: numbers(table) == [1])
    assert table.foot.count.accessibleName() == "١ من ٤ صفوف"
    qtbot.keyClick(table.filter.words, Qt.Key.Key_Down)
    qtbot.waitUntil(table.grid.hasFocus)
    assert table.current == FILES[0]
    table.filter.words.setFocus()
    qtbot.keyClick(table.filter.words, Qt.Key.Key_Escape)
    assert len(numbers(table)) == 4


def test_a_row_opens_by_enter_by_two_clicks_and_by_its_button(qtbot: QtBot, show: ShowTable) -> None:
    table = show()
    opened: list[File] = []
    table.activated.connect(opened.append)
    table.choose(2)
    qtbot.keyClick(table.grid, Qt.Key.Key_Return)
    name = table.grid.visualRect(table.model.index(2, 0)).center()
    qtbot.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=name)
    qtbot.mouseDClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=name)
    cell = table.grid.visualRect(table.model.index(3, 3))
    qtbot.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.left() + 20, cell.center().y()))
    assert opened == [FILES[1], FILES[2], FILES[3]]


def test_a_click_beside_the_button_only_chooses(qtbot: QtBot, show: ShowTable) -> None:
    table = show()
    cell = table.grid.visualRect(table.model.index(3, 3))
    with qtbot.assertNotEmitted(table.activated):
        qtbot.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.left() + 20, cell.top() + 1))
    assert table.grid.chosen_keys() == [FILES[3].number]


def test_home_end_and_pages_go_through_a_long_list(qtbot: QtBot, show: ShowTable) -> None:
    table = show(MANY)
    table.choose(5)
    qtbot.keyClick(table.grid, Qt.Key.Key_End)
    assert table.current == MANY[-1]
    qtbot.keyClick(table.grid, Qt.Key.Key_PageUp)
    assert MANY[-30].number < table.current.number < MANY[-1].number
    qtbot.keyClick(table.grid, Qt.Key.Key_Home)
    assert table.current == MANY[0]
    assert table.grid.verticalScrollBar().value() == 0


def test_typing_the_beginning_of_a_word_goes_to_its_row(qtbot: QtBot, show: ShowTable) -> None:
    table = show()
    table.grid.setFocus()
    type_text(table.grid, "زه")
    assert table.current == FILES[3]
    table.grid._typed_at = 0.0
    type_text(table.grid, "ابر")
    assert table.current == FILES[1]


def test_chosen_rows_are_copied_as_bare_text_for_a_spreadsheet(qtbot: QtBot, show: ShowTable) -> None:
    table = show()
    table.choose(1)
    qtbot.keyClick(table.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "أسرة مريم علي الخلف · ٢٠٢٤/٠٠٠٠١\t٤\tمشمولة\nأسرة إبراهيم عبد الله · ٢٠٢٤/٠٠٠٠٢\t١٢\tينقصه بيان"
    )
    assert table.foot.chosen.text() == "اختير صفان"


def test_the_menu_of_the_rows_opens_by_key_where_the_cursor_is_and_takes_the_screens_own_actions(
    qtbot: QtBot, show: ShowTable
) -> None:
    table = show()
    table.choose(3)
    done: list[File] = []
    table.menu_opening.connect(lambda menu, row: menu.addAction("طباعة", lambda: done.append(row)))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(table.grid.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    assert done == [FILES[2]]
    with qtbot.waitSignal(table.exported) as heard:
        next(action for action in menu.actions() if action.text() == "تصدير مصنف Excel").trigger()
    assert heard.args == ["xlsx"]
    menu.close()


def test_a_colleagues_change_moves_neither_the_cursor_nor_the_choice_nor_the_scroll_bar(
    qtbot: QtBot, show: ShowTable
) -> None:
    table = show(MANY)
    table.choose(150)
    qtbot.keyClick(table.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    table.grid.verticalScrollBar().setValue(147)
    qtbot.wait(1)
    top = table.grid.visualRect(table.model.index(table.model.place_of(150) or 0, 0)).top()
    assert isinstance(table.model, TableModel)
    news = replace(MANY[150], name="أسرة تغير اسمها")
    table.model.set_rows([news if row.number == news.number else row for row in MANY if row.number > 20])
    qtbot.wait(1)
    assert table.grid.chosen_keys() == [150, 151]
    assert table.current.number == 151
    assert table.grid.visualRect(table.model.index(table.model.place_of(150) or 0, 0)).top() == top


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_a_row_is_as_high_as_its_longest_cell_needs_at_every_text_size(
    show: ShowTable, look_worn: LookWorn, qtbot: QtBot, text_size: int
) -> None:
    long = File(9, "أسرة فاطمة عبد الله حسن آل عبد الرحمن الأحمد القطيفي " * 2, 3)
    table = show([*FILES, long], width=500)
    look_worn(text_size=text_size)
    qtbot.wait(1)
    table.choose(9)
    grid, place = table.grid, table.model.place_of(9) or 0
    for column in range(3):
        needed = grid.cells.height_of(table.model.index(place, column), grid.columnWidth(column))
        assert grid.rowHeight(place) >= needed
    assert grid.rowHeight(place) > grid.rowHeight(0)
    for column in range(3):
        assert grid.columnWidth(column) >= grid.headings.narrowest(column)


def test_compact_rows_are_lower(show: ShowTable, look_worn: LookWorn, qtbot: QtBot) -> None:
    table = show()
    before = table.grid.rowHeight(0)
    look_worn(compact=True)
    qtbot.wait(1)
    assert table.grid.rowHeight(0) < before


def test_the_list_is_said_in_the_other_language_while_it_stands_open(
    show: ShowTable, look_worn: LookWorn, qtbot: QtBot
) -> None:
    table = show()
    reader = look_worn(language=Language.ENGLISH)
    qtbot.wait(1)
    table.reread(reader)
    assert table.foot.count.accessibleName() == "4 rows"
    assert table.filter.words.placeholderText() == "Filter this list"
    assert table.model.index(0, 1).data() == reader.number(4)


@pytest.mark.parametrize(
    ("count", "words"), [(1, "صف واحد"), (2, "صفان"), (7, "٧ صفوف"), (11, "١١ صفًا"), (100, "١٠٠ صف"), (103, "١٠٣ صفوف")]
)
def test_the_foot_counts_rows_in_the_right_plural(show: ShowTable, count: int, words: str) -> None:
    table = show(MANY[:count])
    assert table.foot.count.accessibleName() == words


def test_an_empty_list_says_what_the_screen_says_of_it(qtbot: QtBot, show: ShowTable) -> None:
    table = show([])
    table.show_empty_as(lambda: "لا أعمال اليوم؛ يوم هادئ.", lambda: "سجل أسرة")
    assert table.states.sentence.text() == "لا أعمال اليوم؛ يوم هادئ."
    with qtbot.waitSignal(table.empty_acted):
        qtbot.mouseClick(table.states.button, Qt.MouseButton.LeftButton)
    table.show_rows(FILES)
    assert table.states.state is State.CONTENT
