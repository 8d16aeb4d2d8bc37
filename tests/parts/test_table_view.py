"""A list in a window, worked by keys and mouse in both directions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from stage import on_stage, type_text
from test_table_of_rows import COLUMNS, FILES, File, Source

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.states import State
from ui.parts.table.columns import Column, open_button
from ui.parts.table.model import TableModel
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.paging import PAGE, WINDOW
from ui.parts.table.view import Table
from ui.theme.tokens import TEXT_SIZES

LookWorn = Callable[..., Reader]
ShowTable = Callable[..., Table]

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
"""The offscreen platform says so of every menu."""

BOTH = pytest.mark.parametrize("language", list(Language))
WITH_BUTTON: list[Column[File]] = [*COLUMNS, open_button(lambda: "فتح")]
MANY = [File(number, f"أسرة {number}", number % 9) for number in range(300)]


@pytest.fixture
def show(qtbot: QtBot, look_worn: LookWorn) -> ShowTable:
    def showing(rows: list[File] = FILES, *, reader: Reader | None = None, width: int = 900) -> Table:
        model = TableModel(WITH_BUTTON, lambda file: file.number, reader or Reader())
        model.set_rows(rows)
        return on_stage(qtbot, Table(model, lambda: "الملفات"), width, 420)

    return showing


def _numbers(table: Table) -> list[int]:
    assert isinstance(table.model, TableModel)
    return [file.number for file in table.model.rows]


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
    assert _numbers(table) == [4, 1, 2, 3]
    _click_heading(qtbot, table, 1)
    assert _numbers(table) == [2, 1, 4, 3]
    headings = table.grid.headings
    headings.setFocus()
    qtbot.keyClick(headings, Qt.Key.Key_Left)
    qtbot.keyClick(headings, Qt.Key.Key_Return)
    assert _numbers(table) == [4, 1, 2, 3]
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
    assert _numbers(other) == _numbers(table)
    assert other.state() == table.state()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"columns": 3}', '{"columns": [["gone", true, 90]], "order": ["gone", true]}']
)
def test_an_arrangement_that_is_none_or_of_another_version_leaves_the_columns_whole(show: ShowTable, text: str) -> None:
    table = show()
    table.restore(text)
    assert [column.key for column in table.shown_columns()] == ["name", "members", "state", "open"]


def test_typing_filters_the_list_and_escape_shows_all_again(qtbot: QtBot, show: ShowTable) -> None:
    table = show()
    qtbot.keyClick(table.grid, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(table.filter.words.hasFocus)
    type_text(table.filter.words, "مريم")
    qtbot.waitUntil(lambda: _numbers(table) == [1])
    assert table.foot.count.accessibleName() == "١ من ٤ صفوف"
    qtbot.keyClick(table.filter.words, Qt.Key.Key_Down)
    qtbot.waitUntil(table.grid.hasFocus)
    assert table.current == FILES[0]
    table.filter.words.setFocus()
    qtbot.keyClick(table.filter.words, Qt.Key.Key_Escape)
    assert len(_numbers(table)) == 4


def test_a_choice_of_a_column_filters_and_an_empty_outcome_offers_to_clear(qtbot: QtBot, show: ShowTable) -> None:
    table = show()
    table.filter.boxes["state"].setCurrentIndex(1)
    assert _numbers(table) == [1, 3]
    type_text(table.filter.words, "لا أحد")
    qtbot.keyClick(table.filter.words, Qt.Key.Key_Return)
    assert table.states.state is State.EMPTY
    assert table.states.sentence.text() == "لا صف يطابق ما كتبت."
    qtbot.mouseClick(table.states.button, Qt.MouseButton.LeftButton)
    assert len(_numbers(table)) == 4
    assert table.states.state is State.CONTENT


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
    assert table.chosen_rows == [FILES[3]]


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
    table.model.remove_row(3)
    table.model.update_row(replace(MANY[150], name="أسرة تغير اسمها"))
    table.model.set_rows([row for row in table.model.all_rows if row.number > 20])
    qtbot.wait(1)
    assert [row.number for row in table.chosen_rows] == [150, 151]
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


def test_rows_and_headings_are_told_to_a_screen_reader(show: ShowTable) -> None:
    table = show()
    tree = QAccessible.queryAccessibleInterface(table.grid)
    assert tree.text(QAccessible.Text.Name) == "الملفات"
    cells = [tree.child(number).text(QAccessible.Text.Name) for number in range(tree.childCount())]
    assert "الأسرة" in cells
    assert "أسرة مريم علي الخلف · ٢٠٢٤/٠٠٠٠١" in cells


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
    assert [row.number for row in long_list.chosen_rows] == [3]
    while model.more_before:
        model.near(0, 0)
    assert [row.number for row in long_list.chosen_rows] == [3]
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


def test_an_empty_list_says_what_the_screen_says_of_it(qtbot: QtBot, show: ShowTable) -> None:
    table = show([])
    table.show_empty_as(lambda: "لا أعمال اليوم؛ يوم هادئ.", lambda: "سجل أسرة")
    assert table.states.sentence.text() == "لا أعمال اليوم؛ يوم هادئ."
    with qtbot.waitSignal(table.empty_acted):
        qtbot.mouseClick(table.states.button, Qt.MouseButton.LeftButton)
    table.show_rows(FILES)
    assert table.states.state is State.CONTENT
