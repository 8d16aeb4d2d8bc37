"""Charts: from the reading edge, mark by mark under the keys, told in words, with their numbers in a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from stage import on_stage

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.charts.chart_card import ChartCard
from ui.parts.charts.histogram import Histogram
from ui.parts.charts.marks import Fill, Group, Numbers, Segment, Series, Step
from ui.parts.charts.stacked_bars import StackedBars
from ui.parts.table.view import Table
from ui.theme.look import worn
from ui.theme.tokens import PALETTES, Tone

SERIES = (Series("gain", "Gain", Tone.GOOD, Fill.SOLID), Series("lose", "Lose", Tone.STOP, Fill.STRIPES))
GROUPS = tuple(
    Group(
        name,
        name * 3,
        str(gain + lose),
        (
            Segment("gain", gain, str(gain), f"{name}: {gain} gain"),
            Segment("lose", lose, str(lose), f"{name}: {lose} lose"),
        ),
    )
    for name, gain, lose in (("a", 10, 30), ("b", 0, 4), ("c", 1, 999))
)


def bars(qtbot: QtBot, reader: Reader) -> ChartCard:
    chart = StackedBars()
    card = ChartCard(lambda: "Households", chart, lambda: "Point at a bar")
    chart.show_groups(SERIES, GROUPS)
    rows = tuple((each.label, *(part.figure for part in each.segments)) for each in GROUPS)
    card.show_chart(SERIES, Numbers(("Group", "Gain", "Lose"), rows), reader)
    on_stage(qtbot, card)
    card.resize(600, 400)
    return card


@pytest.mark.parametrize("language", list(Language))
def test_bars_grow_from_the_reading_edge_and_the_thinnest_part_is_still_seen(
    qtbot: QtBot, look_worn: Callable[..., Reader], language: Language
) -> None:
    reader = look_worn(language=language)
    chart = bars(qtbot, reader).chart
    marks = chart.marks
    assert [each.key for each in marks] == [("a", "gain"), ("a", "lose"), ("b", "lose"), ("c", "gain"), ("c", "lose")]
    first, second = marks[0].place, marks[1].place
    assert (first.left() > second.left()) is reader.right_to_left
    assert all(each.place.width() >= 2 for each in marks)
    assert all(each.place.left() >= 0 and each.place.right() <= chart.width() for each in marks)


def test_arrows_go_from_mark_to_mark_as_the_eye_sees_them_and_enter_opens(
    qtbot: QtBot, look_worn: Callable[..., Reader]
) -> None:
    card = bars(qtbot, look_worn())
    chart = card.chart
    told: list[object] = []
    chart.opened.connect(told.append)
    chart.setFocus()
    assert card.reading.text() == "a: 10 gain"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert card.reading.text() == "a: 30 lose"
    assert chart.accessibleName().endswith("a: 30 lose")
    QTest.keyClick(chart, Qt.Key.Key_Down)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert told == [("b", "lose")]
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert card.reading.text() == "c: 999 lose"
    spot = chart.marks[0].place.center().toPoint()
    QTest.mouseMove(chart, QPoint(spot.x(), spot.y()))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)
    assert told[-1] == ("a", "gain")


def test_the_numbers_behind_a_chart_stand_in_a_table_that_the_keys_reach(
    qtbot: QtBot, look_worn: Callable[..., Reader]
) -> None:
    card = bars(qtbot, look_worn(language=Language.ENGLISH))
    card.switch.setFocus()
    QTest.keyClick(card.switch, Qt.Key.Key_Space)
    table = card.findChild(Table, "numbers")
    assert table is not None
    assert [table.model.row_at(row)[1] for row in range(3)] == [
        ("aaa", "10", "30"),
        ("bbb", "0", "4"),
        ("ccc", "1", "999"),
    ]
    assert table.grid.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(card.switch, Qt.Key.Key_Space)
    assert card.pages.currentWidget() is card.chart


@pytest.mark.parametrize("language", list(Language))
def test_a_spread_runs_in_the_reading_direction_with_a_mark_for_each_step_that_holds_anything(
    qtbot: QtBot, look_worn: Callable[..., Reader], language: Language
) -> None:
    reader = look_worn(language=language)
    chart = Histogram()
    on_stage(qtbot, chart)
    chart.resize(500, 220)
    steps = [Step(low, low + 10, abs(low), "lose" if low < 0 else "gain", f"{low}") for low in range(-30, 30, 10)]
    chart.show_steps(SERIES, steps, measure=str, count=str)
    assert [each.words for each in chart.marks] == ["-30", "-20", "-10", "10", "20"]
    assert (chart.marks[0].place.left() > chart.marks[-1].place.left()) is reader.right_to_left
    chart.show_steps(SERIES, [], measure=str, count=str)
    assert chart.marks == []
    chart.grab()


def test_marks_stand_out_from_the_surface_in_every_scheme() -> None:
    for palette in PALETTES.values():
        for tone in (Tone.GOOD, Tone.STOP, Tone.PLAIN, Tone.UNKNOWN):
            assert _contrast(palette.tones[tone].ink, palette.surface) >= 3
    assert worn().palette in PALETTES.values()


def _contrast(one: str, other: str) -> float:
    lights = sorted(_light(each) for each in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
