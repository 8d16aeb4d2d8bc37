"""Columns of segments: they grow from the reading edge, each is told in words, and one lies as high as its parts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.charts.marks import Fill, Group, Segment, Series
from ui.parts.charts.stacked_columns import Pillar, StackedColumns
from ui.theme.tokens import Tone

SERIES = (Series("support", "Support", Tone.GOOD, Fill.SOLID), Series("income", "Income", Tone.WAIT, Fill.DOTS))


def _pillar(name: str, support: int, income: int, *, marked: bool = False) -> Pillar:
    segments = (Segment("support", support, "", ""), Segment("income", income, "", ""))
    return Pillar(Group(name, name, "", segments), f"told of {name}", beside=900, marked=marked)


@pytest.mark.parametrize("language", list(Language))
def test_columns_stand_in_the_order_of_reading_as_high_as_their_parts_together(
    qtbot: QtBot, look_worn: Callable[..., Reader], language: Language
) -> None:
    look_worn(language=language)
    chart = StackedColumns()
    qtbot.addWidget(chart)
    at_right = language is Language.ARABIC
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft if at_right else Qt.LayoutDirection.LeftToRight)
    chart.resize(500, 240)
    chart.show_pillars(
        SERIES, [_pillar("one", 500, 500), _pillar("two", 0, 500, marked=True), _pillar("three", 0, 0)], measure=str
    )
    chart.show()
    places = [mark.place for mark in chart.marks]
    for before, after in pairwise(places):
        assert (after.center().x() < before.center().x()) is at_right
    assert abs(places[0].height() - places[1].height() * 2) < 1
    assert 0 < places[2].height() < 6
    chart.grab()
    QTest.keyClick(chart, Qt.Key.Key_Left if at_right else Qt.Key.Key_Right)
    assert "told of two" in chart.accessibleName()


def test_a_chart_without_columns_paints_its_ground_alone(qtbot: QtBot, look_worn: Callable[..., Reader]) -> None:
    look_worn()
    chart = StackedColumns()
    qtbot.addWidget(chart)
    chart.show_pillars(SERIES, [], measure=str)
    chart.resize(300, 200)
    assert chart.marks == []
    assert not chart.grab().isNull()
