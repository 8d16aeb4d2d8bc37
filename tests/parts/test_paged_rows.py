"""A window on a long list: pages by key, either way, and never more than some hundreds of rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from invented_rows import COLUMNS, Source
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.language.reader import Reader
from ui.parts.table.paged_model import PagedModel
from ui.parts.table.paging import PAGE, WINDOW, Page
from ui.parts.table.rows_model import Role

LookWorn = Callable[..., Reader]


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


def test_a_page_asked_for_in_the_opposite_order_is_turned(paged: PagedModel) -> None:
    page = Page([3, 2, 1], "three", "one", more_after=True, more_before=False, total=9)
    assert page.turned() == Page((1, 2, 3), "one", "three", more_after=False, more_before=True, total=9)
