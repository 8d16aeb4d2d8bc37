"""The field of a day: typed in either calendar, the other told beside it, stepped and chosen by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from field_stage import leave, staged
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stage import on_stage, type_text

from desktop.values.calendars import Calendar, HijriDate
from desktop.values.dates import Precision
from desktop.values.isolates import bare
from desktop.values.language import Language
from desktop.values.typed_dates import StatedDate
from ui.language.reader import Reader
from ui.parts.fields.date_field import DateField
from ui.parts.fields.month_grid import MonthGrid
from ui.parts.fields.month_popup import MonthPopup

LookWorn = Callable[..., Reader]
DAY = date(2024, 11, 21)
# What the offscreen platform says of every popup.
POPUPS = pytest.mark.qt_log_ignore("This plugin does not support")


def _popup() -> MonthPopup:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, MonthPopup)
    return popup


@pytest.mark.parametrize("typed", ["1446/5/19", "١٩-٥-١٤٤٦ هـ", "2024-11-21", "٢١/١١/٢٠٢٤ م"])
def test_a_day_typed_in_either_calendar_tells_the_other_while_one_types(
    qtbot: QtBot, look_worn: LookWorn, typed: str
) -> None:
    field = DateField(look_worn())
    stage = staged(qtbot, field)
    type_text(field.line, typed)
    assert field.line.text() == typed
    assert field.value() == DAY
    other = "٢١ نوفمبر ٢٠٢٤ م" if "1446" in typed or "١٤٤٦" in typed else "١٩ جمادى الأولى ١٤٤٦ هـ"
    assert bare(field.foot.text()) == f"الخميس، {other}"
    leave(stage)
    assert (field.line.text(), field.era.text()) == ("١٤٤٦/٠٥/١٩", "هـ")
    assert bare(field.foot.text()) == "الخميس، ٢١ نوفمبر ٢٠٢٤ م"
    assert field.typed_text() == typed


def test_no_date_is_unknown_and_never_today(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = DateField(look_worn(), today=DAY)
    stage = staged(qtbot, field)
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    leave(stage)
    assert field.value() is None
    assert field.typed_text() == ""
    assert field.shown_fault == ""


@pytest.mark.parametrize("language", list(Language))
def test_an_impossible_day_is_told_in_one_sentence_once_it_is_left(
    qtbot: QtBot, look_worn: LookWorn, language: Language
) -> None:
    field = DateField(look_worn(language=language))
    stage = staged(qtbot, field)
    type_text(field.line, "1446/12/31")
    assert field.shown_fault == ""
    leave(stage)
    assert ("٢٩" if language is Language.ARABIC else "29") in field.shown_fault
    assert field.line.text() == "1446/12/31"
    assert field.value() is None


def test_days_outside_the_limits_are_refused_with_the_limit(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = DateField(look_worn(language=Language.ENGLISH), minimum=date(2020, 1, 1), maximum=DAY)
    stage = staged(qtbot, field)
    type_text(field.line, "2024/11/22")
    leave(stage)
    assert bare(field.shown_fault).startswith("No date after 2024/11/21 CE")
    assert field.value() is None
    field.set_typed_text("1440/1/1")
    assert bare(field.fault()).startswith("No date before 2020/01/01 CE")


def test_up_and_down_go_a_day_on_and_back(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = DateField(look_worn(), maximum=date(2024, 11, 23))
    staged(qtbot, field)
    type_text(field.line, "1446/5/19")
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.value() == date(2024, 11, 22)
    assert field.typed_text() == "1446/05/20"
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value() == date(2024, 11, 20)


def test_a_birth_is_kept_as_the_paper_states_it(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = DateField(look_worn(language=Language.ENGLISH), as_stated=True)
    stage = staged(qtbot, field)
    type_text(field.line, "1405")
    leave(stage)
    assert field.stated() == StatedDate(HijriDate(1405, 1, 1), Precision.YEAR)
    assert field.value() is None
    assert field.fault() == ""
    assert (field.line.text(), field.era.text()) == ("1405", "AH")
    assert bare(field.foot.text()) == "Some day between 1984/09/26 CE and 1985/09/14 CE"
    field.set_stated(StatedDate(HijriDate(1330, 2, 3)))
    assert field.typed_text() == "1330/02/03"
    assert field.value() is None
    assert field.fault() == ""


def test_a_hijri_day_before_the_tables_is_asked_for_in_the_other_calendar(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = DateField(look_worn())
    qtbot.addWidget(field)
    field.set_typed_text("1330/1/1")
    assert "قبل سنة ١٣٤٣" in bare(field.fault())


def test_a_value_follows_the_reader_in_digits_language_and_calendar(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = DateField(look_worn())
    qtbot.addWidget(field)
    field.set_value(DAY)
    assert field.line.text() == "١٤٤٦/٠٥/١٩"
    field.set_reader(Reader(Language.ARABIC, arabic_digits=False, leading=Calendar.GREGORIAN))
    assert (field.line.text(), field.era.text()) == ("2024/11/21", "م")
    assert field.value() == DAY


@POPUPS
@pytest.mark.parametrize("language", list(Language))
def test_a_day_is_chosen_in_the_calendar_by_keys_that_point_to_the_eye(
    qtbot: QtBot, look_worn: LookWorn, language: Language
) -> None:
    field = DateField(look_worn(language=language))
    staged(qtbot, field)
    type_text(field.line, "2024-11-21")
    qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    grid = _popup().grid
    onwards = Qt.Key.Key_Left if language is Language.ARABIC else Qt.Key.Key_Right
    qtbot.keyClick(grid, onwards)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.at == date(2024, 11, 29)
    assert grid.accessibleName().startswith("الجمعة" if language is Language.ARABIC else "Friday")
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert field.value() == date(2024, 11, 29)
    assert field.typed_text() == "2024/11/29"


@POPUPS
def test_the_calendar_is_turned_by_months_and_years_and_left_without_a_choice(
    qtbot: QtBot, look_worn: LookWorn
) -> None:
    field = DateField(look_worn(), today=DAY)
    staged(qtbot, field)
    field.open_calendar()
    popup = _popup()
    assert popup.title.text() == "جمادى الأولى ١٤٤٦"
    assert popup.other.text() == "نوفمبر – ديسمبر ٢٠٢٤"
    qtbot.keyClick(popup.grid, Qt.Key.Key_PageUp)
    assert popup.title.text() == "ربيع الآخر ١٤٤٦"
    qtbot.keyClick(popup.grid, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert popup.title.text() == "ربيع الآخر ١٤٤٧"
    qtbot.mouseClick(popup.turns[-1], Qt.MouseButton.LeftButton)
    assert popup.title.text() == "ربيع الأول ١٤٤٧"
    qtbot.keyClick(popup.grid, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert field.value() is None


@POPUPS
def test_a_day_that_cannot_be_right_is_not_chosen(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = DateField(look_worn(), maximum=DAY)
    staged(qtbot, field)
    type_text(field.line, "2024-11-20")
    field.open_calendar()
    grid = _popup().grid
    for _ in range(9):
        qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.at == DAY
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert field.value() == DAY


@pytest.mark.parametrize("language", list(Language))
def test_weeks_begin_on_sunday_at_the_edge_where_reading_begins(
    qtbot: QtBot, look_worn: LookWorn, language: Language
) -> None:
    reader = look_worn(language=language)
    grid = MonthGrid(reader)
    on_stage(qtbot, grid, 350, 300)
    grid.show_day(DAY, reader, selected=None, today=None, limits=(None, None))
    sunday, monday = grid._cell(date(2024, 11, 24)), grid._cell(date(2024, 11, 25))
    assert (sunday.x() > monday.x()) is (language is Language.ARABIC)
    assert sunday.x() in {0, grid._box(6, 0).x(), grid._box(0, 0).x()}
    chosen: list[date] = []
    grid.chosen.connect(chosen.append)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid._cell(DAY).center().toPoint())
    assert chosen == [DAY]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(2077, 11, 16), date(1924, 8, 1)])
def test_the_calendar_ends_where_time_does(qtbot: QtBot, look_worn: LookWorn, day: date) -> None:
    grid = MonthGrid(look_worn())
    on_stage(qtbot, grid, 350, 300)
    grid.show_day(day, Reader(), selected=day, today=None, limits=(None, None))
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(grid, key, Qt.KeyboardModifier.ControlModifier)
    assert grid.page.days
