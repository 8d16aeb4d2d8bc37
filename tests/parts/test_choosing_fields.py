"""Choices and answers: nothing is chosen before somebody chooses, and unknown can be said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from field_stage import leave, staged
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stage import type_text

from desktop.facts.codes import MaritalStatus, WorkStatus
from desktop.values.language import Language, Wording
from ui.language.reader import Reader
from ui.parts.fields.choice import Choice, choices_of
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.choice_popup import SEARCHED_FROM, ChoicePopup
from ui.parts.fields.yes_no_field import NO, YES, YesNoField

LookWorn = Callable[..., Reader]
# What the offscreen platform says of every popup.
POPUPS = pytest.mark.qt_log_ignore("This plugin does not support")
COUNTRIES = tuple(
    Choice(code, Wording(ar, en))
    for code, ar, en in (
        ("SA", "السعودية", "Saudi Arabia"), ("EG", "مصر", "Egypt"), ("ER", "إريتريا", "Eritrea"),
        ("ET", "إثيوبيا", "Ethiopia"), ("AE", "الإمارات", "Emirates"), ("JO", "الأردن", "Jordan"),
        ("SD", "السودان", "Sudan"), ("YE", "اليمن", "Yemen"),
    )
)  # fmt: skip


def _popup() -> ChoicePopup:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    return popup


def _offered(popup: ChoicePopup) -> list[str]:
    items = (popup.list.item(at) for at in range(popup.list.count()))
    return [item.text() for item in items if not item.isHidden()]


def test_nothing_is_chosen_before_somebody_chooses(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = ChoiceField(look_worn(), choices=choices_of(MaritalStatus))
    staged(qtbot, field)
    assert field.value() is None
    assert field.box.currentIndex() == -1
    assert field.entries()[0] == ("", "غير معلوم")


@POPUPS
def test_a_choice_is_made_by_keys_and_told_once(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = ChoiceField(look_worn(), choices=choices_of(MaritalStatus)[:4])
    stage = staged(qtbot, field)
    heard: list[str] = []
    field.changed.connect(lambda: heard.append(field.typed_text()))
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    popup = _popup()
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert heard == [MaritalStatus.MARRIED.value]
    assert field.box.hasFocus()
    assert field.box.currentText() == "متزوج"
    field.set_female(True)
    assert field.box.currentText() == "متزوجة"
    qtbot.keyClick(field.box, Qt.Key.Key_Delete)
    assert heard[-1] == ""
    assert field.box.currentIndex() == -1
    with qtbot.waitSignal(field.left):
        leave(stage)


@POPUPS
def test_typing_opens_a_long_list_and_narrows_it_in_any_spelling(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = ChoiceField(look_worn(), choices=COUNTRIES)
    assert len(field.entries()) >= SEARCHED_FROM
    staged(qtbot, field)
    type_text(field.box, "ا")
    popup = _popup()
    type_text(popup.search, "ثيوب")
    assert _offered(popup) == ["إثيوبيا"]
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert field.value() == "ET"


@POPUPS
def test_a_search_without_a_result_chooses_nothing(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = ChoiceField(look_worn(), choices=COUNTRIES)
    staged(qtbot, field)
    type_text(field.box, "x")
    popup = _popup()
    assert _offered(popup) == []
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    qtbot.keyClick(popup.search, Qt.Key.Key_Escape)
    assert field.value() is None


@POPUPS
def test_a_letter_goes_to_the_next_entry_of_a_short_list_that_begins_so(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = ChoiceField(look_worn(), choices=COUNTRIES[:4], unknown=False)
    staged(qtbot, field)
    type_text(field.box, "ا")
    popup = _popup()
    assert popup.list.currentItem().text() == "إريتريا"
    type_text(popup.list, "ا")
    assert popup.list.currentItem().text() == "إثيوبيا"
    qtbot.keyClick(popup.list, Qt.Key.Key_Escape)
    assert field.value() is None


@POPUPS
def test_unknown_can_be_said_and_is_kept_as_nothing(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = ChoiceField(look_worn(), choices=COUNTRIES)
    staged(qtbot, field)
    field.set_value("EG")
    field.box.showPopup()
    popup = _popup()
    qtbot.keyClick(popup.search, Qt.Key.Key_PageUp)
    popup.list.setCurrentRow(0)
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert field.box.currentText() == "غير معلوم"
    assert field.value() is None
    assert field.typed_text() == ""
    field.set_typed_text("")
    assert field.box.currentText() == "غير معلوم"


def test_rolling_the_wheel_over_a_form_chooses_nothing(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = ChoiceField(look_worn(), choices=choices_of(WorkStatus))
    staged(qtbot, field)
    centre = QPointF(field.box.rect().center())
    wheel = QWheelEvent(
        centre, field.box.mapToGlobal(centre), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.box, wheel)
    assert field.value() is None


def test_a_code_that_is_not_offered_stays_and_is_told(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = ChoiceField(look_worn(), choices=COUNTRIES)
    qtbot.addWidget(field)
    field.set_typed_text("XX")
    assert field.typed_text() == "XX"
    assert field.value() is None
    assert "XX" in field.fault()
    field.set_choices((*COUNTRIES, Choice("XX", Wording("أخرى", "other"))))
    assert field.value() == "XX"
    assert field.fault() == ""


@pytest.mark.parametrize("language", list(Language))
def test_answers_are_walked_through_by_arrows_and_are_one_stop_for_tab(
    qtbot: QtBot, look_worn: LookWorn, language: Language
) -> None:
    field = YesNoField(look_worn(language=language))
    field.set_name("الالتحاق")
    stage = staged(qtbot, field)
    assert field.value() is None
    assert not any(button.isChecked() for button in field.buttons.values())
    onwards = Qt.Key.Key_Left if language is Language.ARABIC else Qt.Key.Key_Right
    qtbot.keyClick(field.buttons[YES], Qt.Key.Key_Space)
    assert field.value() is True
    qtbot.keyClick(field.buttons[YES], onwards)
    assert field.value() is False
    assert field.typed_text() == NO
    qtbot.keyClick(field.buttons[NO], onwards)
    assert field.buttons[""].isChecked()
    assert field.typed_text() == ""
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.buttons[""], Qt.Key.Key_Tab)
    assert stage.elsewhere.hasFocus()
    assert "الالتحاق" in field.buttons[NO].accessibleName()


def test_an_answer_can_be_taken_back(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = YesNoField(look_worn())
    staged(qtbot, field)
    qtbot.mouseClick(field.buttons[NO], Qt.MouseButton.LeftButton)
    assert field.value() is False
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.buttons[NO], Qt.Key.Key_Delete)
    assert field.value() is None
    assert not any(button.isChecked() for button in field.buttons.values())


def test_an_answer_for_reading_stays(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = YesNoField(look_worn())
    field.set_value(True)
    field.setReadOnly(True)
    staged(qtbot, field)
    for button in field.buttons.values():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(field.buttons[YES], Qt.Key.Key_Delete)
    assert field.value() is True
    field.setReadOnly(False)
    qtbot.mouseClick(field.buttons[NO], Qt.MouseButton.LeftButton)
    assert field.value() is False
