"""Models of rows: short lists in memory, and a window on a long one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.language.reader import Reader
from ui.parts.signs import Mark
from ui.parts.table.columns import Choice, Column
from ui.parts.table.model import TableModel
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.paging import PAGE, WINDOW, Page, PageRequest
from ui.parts.table.rows_model import Role
from ui.theme.tokens import Tone

LookWorn = Callable[..., Reader]


@dataclass(frozen=True)
class File:
    number: int
    name: str
    members: int | None = None


COLUMNS: list[Column[File]] = [
    Column(
        "name",
        lambda: "الأسرة",
        lambda file, _reader: file.name,
        second=lambda file, reader: reader.code(f"2024/{file.number:05}"),
        sort_value=lambda file: file.name,
    ),
    Column(
        "members",
        lambda: "الأفراد",
        lambda file, reader: "" if file.members is None else reader.number(file.members),
        sort_value=lambda file: file.members,
    ),
    Column(
        "state",
        lambda: "الحال",
        lambda _file, _reader: "",
        mark=lambda file, _reader: Mark(Tone.GOOD, "مشمولة") if file.number % 2 else Mark(Tone.UNKNOWN, "ينقصه بيان"),
        choices=lambda _reader: [Choice("in", "مشمولة"), Choice("lacks", "ينقصه بيان")],
        filter_value=lambda file: "in" if file.number % 2 else "lacks",
    ),
]

FILES = [
    File(1, "أسرة مريم علي الخلف", 4),
    File(2, "أسرة إبراهيم عبد الله", 12),
    File(3, "أسرة آمنة سعد", None),
    File(4, "أسرة زهراء محمد", 2),
]


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
    assert table.mark_at(table.index(1, 2)) == Mark(Tone.UNKNOWN, "ينقصه بيان")


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


def test_one_rows_news_move_only_that_row(table: TableModel, qtbot: QtBot) -> None:
    table.sort(1)
    held = QPersistentModelIndex(table.index(0, 0))
    with qtbot.assertNotEmitted(table.modelReset):
        table.update_row(replace(FILES[3], members=20))
    assert _numbers(table) == [1, 2, 4, 3]
    assert held.row() == 2
    table.update_row(File(9, "أسرة جديدة", 3))
    assert _numbers(table) == [9, 1, 2, 4, 3]
    table.remove_row(1)
    assert _numbers(table) == [9, 2, 4, 3]


def test_a_row_that_no_longer_passes_the_filter_leaves_and_comes_back(table: TableModel) -> None:
    table.filter_by("زهراء", {})
    table.update_row(File(4, "أسرة هدى", 2))
    assert _numbers(table) == []
    table.update_row(FILES[3])
    assert _numbers(table) == [4]


def test_the_same_rows_again_move_nothing(table: TableModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.modelReset):
        table.set_rows([replace(file, members=1) for file in FILES])
    assert table.index(1, 1).data() == Reader().number(1)


class Source:
    """A list of any length that answers at once or when told to."""

    def __init__(self, model: PagedModel, length: int, *, at_once: bool = True, counted: bool = True) -> None:
        self.model, self.length, self.at_once, self.counted = model, length, at_once, counted
        self.requests: list[PageRequest] = []
        # A bound method would be held weakly, and nobody else holds the source.
        model.wanted.connect(lambda request, hear=self.hear: hear(request))

    def hear(self, request: PageRequest) -> None:
        self.requests.append(request)
        if self.at_once:
            self.model.take(request, self.page(request))

    def page(self, request: PageRequest) -> Page:
        if request.from_end:
            first, last = max(0, self.length - request.limit), self.length
        elif request.before is not None:
            first, last = max(0, request.before - request.limit), request.before
        else:
            first = 0 if request.after is None else request.after + 1
            last = min(self.length, first + request.limit)
        rows = [File(number, f"أسرة {number}", number % 9) for number in range(first, last)]
        return Page(rows, first, last - 1, last < self.length, first > 0, self.length if self.counted else None)


@pytest.fixture
def paged(look_worn: LookWorn, qtmodeltester: ModelTester) -> PagedModel:
    return PagedModel(COLUMNS, lambda file: file.number, Reader())


def _seen(model: PagedModel) -> list[int]:
    return [row.number for place in range(model.rowCount()) if (row := model.row_at(place)) is not None]


def test_a_window_on_a_long_list_is_a_sound_model_wherever_it_stands(
    paged: PagedModel, qtmodeltester: ModelTester
) -> None:
    Source(paged, 5_000)
    paged.start()
    qtmodeltester.check(paged)
    for _ in range(8):
        paged.near(paged.rowCount() - 1, paged.rowCount() - 1)
    qtmodeltester.check(paged)
    for _ in range(8):
        paged.near(0, 0)
    qtmodeltester.check(paged)


def test_a_quarter_of_a_million_rows_scrolled_from_end_to_end_are_never_kept(paged: PagedModel) -> None:
    Source(paged, 250_000)
    paged.start()
    most, at, seen = 0, 0, 0
    while paged.more_after:
        paged.near(paged.rowCount() - 1, paged.rowCount() - 1)
        most = max(most, paged.kept)
        first = paged.row_at(1 if paged.row_at(0) is None else 0)
        assert first is not None
        assert paged.offset == first.number
        assert first.number >= at
        at, seen = first.number, seen + 1
    assert _seen(paged)[-1] == 249_999
    assert seen == 2_499
    while paged.more_before:
        paged.near(0, 0)
        most = max(most, paged.kept)
    assert _seen(paged)[0] == 0
    assert most <= WINDOW + 2 * PAGE


def test_every_row_stands_once_and_in_order_whichever_way_one_scrolls(paged: PagedModel) -> None:
    Source(paged, 2_000)
    paged.start()
    for step in (1, 1, 1, 1, 1, -1, -1, 1, -1, -1, -1, -1, -1, 1):
        edge = paged.rowCount() - 1 if step > 0 else 0
        paged.near(edge, edge)
        seen = _seen(paged)
        assert seen == list(range(seen[0], seen[0] + len(seen)))
        assert paged.offset == seen[0]


def test_the_end_of_a_long_list_is_one_request_away(paged: PagedModel) -> None:
    source = Source(paged, 250_000)
    paged.start(from_end=True)
    assert len(source.requests) == 1
    assert _seen(paged)[-1] == 249_999
    assert paged.offset == 249_900


def test_a_row_still_being_read_says_so_and_cannot_be_chosen(paged: PagedModel) -> None:
    Source(paged, 300)
    paged.start()
    last = paged.index(paged.rowCount() - 1, 0)
    assert last.data(Role.LOADING) is True
    assert last.data() == "جارٍ التحميل…"
    assert not paged.flags(last) & Qt.ItemFlag.ItemIsSelectable


def test_an_answer_to_an_earlier_order_is_not_shown(paged: PagedModel) -> None:
    source = Source(paged, 300, at_once=False)
    paged.start()
    paged.sort(0)
    old, new = source.requests
    assert (new.sort, new.generation) == ("name", old.generation + 1)
    paged.take(old, source.page(old))
    assert paged.kept == 0
    paged.take(new, source.page(new))
    assert paged.kept == PAGE


def test_only_one_page_is_awaited_at_a_time(paged: PagedModel) -> None:
    source = Source(paged, 900, at_once=False)
    paged.start()
    paged.take(source.requests[0], source.page(source.requests[0]))
    for _ in range(5):
        paged.near(90, 99)
    assert len(source.requests) == 2


def test_a_page_that_cannot_be_read_is_asked_for_again_only_when_somebody_says_so(
    paged: PagedModel, qtbot: QtBot
) -> None:
    source = Source(paged, 900, at_once=False)
    paged.start()
    paged.take(source.requests[0], source.page(source.requests[0]))
    paged.near(90, 99)
    with qtbot.waitSignal(paged.stands):
        paged.failed(source.requests[1])
    assert paged.trouble
    paged.near(90, 99)
    assert not paged.canFetchMore(paged.index(-1, -1))
    assert len(source.requests) == 2
    paged.retry()
    assert source.requests[2] == source.requests[1]
    paged.take(source.requests[2], source.page(source.requests[2]))
    assert paged.kept == 2 * PAGE
    assert not paged.trouble


@pytest.mark.parametrize("steps", [0, 3, 9])
def test_a_refresh_reads_the_same_place_again(paged: PagedModel, steps: int) -> None:
    Source(paged, 5_000)
    paged.start()
    for _ in range(steps):
        paged.near(paged.rowCount() - 1, paged.rowCount() - 1)
    before = _seen(paged)
    paged.refresh()
    assert _seen(paged)[0] == before[0]
    assert paged.offset == before[0]
    paged.near(0, 0)
    begins = _seen(paged)[0]
    paged.refresh()
    assert _seen(paged)[0] == begins
    assert paged.offset == begins


def test_a_row_that_is_kept_is_refreshed_in_its_place(paged: PagedModel) -> None:
    Source(paged, 300)
    paged.start()
    paged.update_row(File(7, "أسرة تغيرت", 5))
    assert paged.index(7, 0).data() == "أسرة تغيرت"
    paged.update_row(File(10_000, "بعيدة", 5))
    assert paged.kept == PAGE


def test_a_page_asked_for_in_the_opposite_order_is_turned(paged: PagedModel) -> None:
    page = Page([3, 2, 1], "three", "one", more_after=True, more_before=False, total=9)
    assert page.turned() == Page((1, 2, 3), "one", "three", more_after=False, more_before=True, total=9)
