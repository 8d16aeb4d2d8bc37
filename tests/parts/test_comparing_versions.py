"""What one typed beside what a colleague saved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from stage import on_stage

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.compare import Compare, Compared, Version

LookWorn = Callable[..., Reader]

THEIRS_AND_MINE = [Version("theirs", "ما حفظته سارة", "اليوم ٠٩:١٢"), Version("mine", "ما كتبته")]
ORIGINAL = Version("original", "كما كان")
FACTS = [
    Compared("phone", "الجوال", {"original": "0500000000", "theirs": "0500000001", "mine": "0500000002"}),
    Compared("town", "المدينة", {"original": "القطيف", "theirs": "القطيف", "mine": "القطيف"}),
    Compared("rent", "الإيجار", {"original": "", "theirs": "400", "mine": ""}),
    Compared("school", "المدرسة", {"original": "الأولى", "theirs": "الأولى", "mine": "الثانية"}),
]


@pytest.fixture
def compare(qtbot: QtBot, look_worn: LookWorn) -> Compare:
    compare = on_stage(qtbot, Compare(), 900, 500)
    compare.show_versions(THEIRS_AND_MINE, FACTS)
    return compare


def _focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


def test_two_versions_that_differ_must_be_chosen_between_and_those_that_do_not_need_nothing(compare: Compare) -> None:
    assert compare.undecided == ["phone", "rent", "school"]
    assert compare.chosen() == {"town": "theirs"}
    assert compare._chips["phone"].accessibleName() == "مختلف، اختر أحدهما"
    assert compare._chips["town"].accessibleName() == "متطابق"


def test_what_only_one_changed_is_taken_from_them_when_the_original_is_known(qtbot: QtBot, look_worn: LookWorn) -> None:
    compare = on_stage(qtbot, Compare(), 900, 500)
    compare.show_versions([ORIGINAL, *THEIRS_AND_MINE], FACTS, original="original")
    assert compare.undecided == ["phone"]
    assert compare.chosen() == {"town": "theirs", "rent": "theirs", "school": "mine"}


@pytest.mark.parametrize("language", list(Language))
def test_a_version_is_chosen_by_the_arrow_that_points_to_it(
    qtbot: QtBot, look_worn: LookWorn, language: Language
) -> None:
    look_worn(language=language)
    compare = on_stage(qtbot, Compare(), 900, 500)
    compare.show_versions(THEIRS_AND_MINE, FACTS)
    theirs, mine = compare._rows["phone"].options
    qtbot.waitUntil(lambda: theirs.x() != mine.x())
    theirs.button.setFocus()
    towards = Qt.Key.Key_Left if mine.x() < theirs.x() else Qt.Key.Key_Right
    assert (towards == Qt.Key.Key_Left) is (language is Language.ARABIC)
    with qtbot.waitSignal(compare.decided):
        qtbot.keyClick(theirs.button, towards)
    assert compare.chosen()["phone"] == "mine"
    assert mine.button.hasFocus()


def test_up_and_down_go_to_the_next_fact_that_differs(qtbot: QtBot, compare: Compare) -> None:
    first = compare._rows["phone"].options[0].button
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert _focused() == "الإيجار · ما حفظته سارة: 400"
    qtbot.keyClick(compare._rows["rent"].options[0].button, Qt.Key.Key_Space)
    assert compare.chosen()["rent"] == "theirs"
    qtbot.keyClick(compare._rows["rent"].options[0].button, Qt.Key.Key_Up)
    assert _focused().startswith("الجوال")


def test_every_fact_that_differs_is_one_stop_for_tab(compare: Compare) -> None:
    for key, row in compare._rows.items():
        stops = [each for each in row.options if each.button.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(stops) == (0 if key == "town" else 1)


def test_a_click_anywhere_on_a_value_chooses_it_and_one_button_takes_all_of_a_version(
    qtbot: QtBot, compare: Compare
) -> None:
    option = compare._rows["phone"].options[1]
    qtbot.mouseClick(option, Qt.MouseButton.LeftButton, pos=QPoint(4, option.height() - 4))
    assert compare.chosen()["phone"] == "mine"
    take_theirs = compare.findChildren(QPushButton)[0]
    qtbot.mouseClick(take_theirs, Qt.MouseButton.LeftButton)
    assert compare.chosen() == {"phone": "theirs", "town": "theirs", "rent": "theirs", "school": "theirs"}
    assert compare.undecided == []


def test_a_value_that_is_not_stated_is_said_so(compare: Compare) -> None:
    assert compare._rows["rent"].options[1].text.text() == "لا بيان"
    assert compare._rows["rent"].options[1].button.accessibleName() == "الإيجار · ما كتبته: لا بيان"
