"""What is typed into fields by keys: where it stands, what it is read as, how it is shown once it is left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from field_stage import leave, staged
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from stage import on_stage, type_text

from desktop.values.isolates import bare
from desktop.values.language import Language
from desktop.values.money import Currency
from desktop.values.names import PersonName
from ui.language.reader import Reader
from ui.parts.fields.money_field import MoneyField
from ui.parts.fields.money_range_field import MoneyRangeField
from ui.parts.fields.name_field import NameField
from ui.parts.fields.national_id_field import NationalIdField
from ui.parts.fields.number_field import NumberField
from ui.parts.fields.text_field import LongTextField, TextField
from ui.parts.fields.typed_line import TypedLine

LookWorn = Callable[..., Reader]
BOTH = pytest.mark.parametrize("language", list(Language))


def inked(line: QLineEdit) -> tuple[int, int]:
    """The first and the last column of pixels between the edges of a line that are not its ground."""
    line.setCursorPosition(0)
    line.clearFocus()
    picture = line.grab().toImage()
    ground = QColor(picture.pixel(picture.width() // 2, 6)).rgb()
    columns = [
        x
        for x in range(5, picture.width() - 5)
        if any(QColor(picture.pixel(x, y)).rgb() != ground for y in range(6, picture.height() - 6))
    ]
    return columns[0], columns[-1]


@BOTH
@pytest.mark.parametrize("text", ["1446", "١٤٤٦", "Villa 12", "حي الناصرة", "12 حي", "A-12 ملف"])
def test_whatever_is_typed_stands_at_the_edge_where_reading_begins(
    qtbot: QtBot, look_worn: LookWorn, language: Language, text: str
) -> None:
    field = TextField(look_worn(language=language))
    staged(qtbot, field)
    type_text(field.line, text)
    first, last = inked(field.line)
    at_right, at_left = field.line.width() - last < 24, first < 24
    assert (at_right, at_left) == ((True, False) if language is Language.ARABIC else (False, True))


@BOTH
def test_a_number_stands_at_the_reading_edge_too_though_its_own_order_is_fixed(
    qtbot: QtBot, look_worn: LookWorn, language: Language
) -> None:
    field = NationalIdField(look_worn(language=language))
    staged(qtbot, field)
    type_text(field.line, "١٠٠")
    first, last = inked(field.line)
    assert (field.line.width() - last < 24) is (language is Language.ARABIC)
    assert (first < 24) is (language is Language.ENGLISH)


def test_a_field_turned_to_the_other_language_goes_to_the_other_edge(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = MoneyField(look_worn(language=Language.ARABIC))
    stage = staged(qtbot, field)
    type_text(field.line, "1400")
    leave(stage)
    assert field.line.width() - inked(field.line)[1] < 24
    field.set_reader(look_worn(language=Language.ENGLISH))
    qtbot.waitUntil(lambda: field.currency_word.text() == "SAR")
    qtbot.waitUntil(lambda: inked(field.line)[0] < 24)
    assert field.line.text() == "1,400.00"
    assert field.typed_text() == "1400"


@pytest.mark.parametrize("text", ["12345", "١٢٣٤٥"])
def test_the_cursor_goes_where_its_key_points_to_the_eye(qtbot: QtBot, look_worn: LookWorn, text: str) -> None:
    line = TypedLine()
    look_worn(language=Language.ARABIC)
    on_stage(qtbot, line, 200, 40)
    type_text(line, text)
    line.setCursorPosition(2)
    before = line.cursorRect().x()
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.cursorRect().x() > before
    qtbot.keyClick(line, Qt.Key.Key_Left)
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert line.cursorRect().x() < before


@pytest.mark.parametrize(
    ("typed", "minor"),
    [("1400", 140000), ("١٬٤٠٠٫٥", 140050), ("1,400.05", 140005), ("۴۸۰", 48000), ("0", 0), (" 7 ", 700)],
)
def test_an_amount_is_read_in_any_digits_and_shown_in_those_of_the_reader(
    qtbot: QtBot, look_worn: LookWorn, typed: str, minor: int
) -> None:
    field = MoneyField(look_worn(language=Language.ARABIC), currency=Currency.EGP)
    stage = staged(qtbot, field)
    type_text(field.line, typed)
    assert field.line.text() == typed
    assert field.value() == minor
    leave(stage)
    assert not any(letter in field.line.text() for letter in "0123456789.,")
    assert field.currency_word.text() == "جنيه"
    assert field.typed_text() == typed
    field.line.setFocus()
    assert len(field.line.text()) == len(typed)


def test_no_amount_is_unknown_and_never_zero(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = MoneyField(look_worn())
    stage = staged(qtbot, field)
    leave(stage)
    assert field.value() is None
    assert field.line.text() == ""
    assert field.shown_fault == ""
    field.set_value(0)
    assert field.value() == 0
    assert field.line.text() == "٠٫٠٠"


@pytest.mark.parametrize("typed", ["1,5", "-3", "abc", "1.234", "٣ ريال"])
def test_an_amount_that_cannot_be_read_stays_as_typed_with_one_sentence(
    qtbot: QtBot, look_worn: LookWorn, typed: str
) -> None:
    field = MoneyField(look_worn())
    stage = staged(qtbot, field)
    type_text(field.line, typed)
    assert field.shown_fault == ""
    leave(stage)
    assert field.line.text() == typed
    assert field.value() is None
    assert field.shown_fault
    assert field.foot.isVisible()
    assert field.line.property("faulty") == "true"
    assert field.line.accessibleDescription() == bare(field.shown_fault)
    field.line.setFocus()
    type_text(field.line, "0")
    assert field.shown_fault == ""


def test_a_range_wants_both_ends_in_order_and_is_left_as_one(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = MoneyRangeField(look_worn())
    stage = staged(qtbot, field)
    type_text(field.least.line, "1500")
    with qtbot.assertNotEmitted(field.left):
        field.most.line.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.fault()
    type_text(field.most.line, "1200")
    with qtbot.waitSignal(field.left):
        leave(stage)
    assert "الأصغر أولًا" in field.shown_fault
    assert field.value() is None
    field.most.set_typed_text("1800")
    assert field.value() == (150000, 180000)
    assert field.typed_text() == "1500\n1800"


def test_a_count_keeps_within_its_limits(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = NumberField(look_worn(), maximum=20)
    stage = staged(qtbot, field)
    type_text(field.line, "٤٠")
    leave(stage)
    assert bare(field.shown_fault) == "أكثر ما يُقبل هنا ٢٠؛ صحح العدد."
    field.set_typed_text("٤")
    assert field.value() == 4
    assert field.shown_fault == ""
    field.set_typed_text("4.5")
    assert field.value() is None
    measure = NumberField(look_worn(), whole=False)
    measure.set_typed_text("٤٫٥")
    assert measure.value() == 4.5
    qtbot.addWidget(measure)


def test_a_name_is_typed_in_four_parts_and_left_as_one(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = NameField(look_worn())
    stage = staged(qtbot, field)
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    for part, text in (("given", "فاطمة"), ("father", "عبد  الله"), ("grandfather", ""), ("family", "الأحمد")):
        assert field.lines[part].hasFocus()
        type_text(field.lines[part], text)
        qtbot.keyClick(field.lines[part], Qt.Key.Key_Tab)
    assert stage.elsewhere.hasFocus()
    assert left == [True]
    assert field.value() == PersonName("فاطمة", "عبد الله", None, "الأحمد")
    assert field.typed_text() == "فاطمة\nعبد  الله\n\nالأحمد"
    assert field.lines["family"].x() < field.lines["given"].x()
    field.set_typed_text("\nعبد الله")
    assert field.value() is None
    assert "الاسم الأول" in field.fault()


def test_a_long_text_grows_with_its_lines_and_tab_leaves_it(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = LongTextField(look_worn(), lines=2)
    stage = staged(qtbot, field)
    # In Arabic the caret of an empty text stands at the right edge, and must not stand beyond it.
    assert field.area.viewport().rect().contains(field.area.cursorRect())
    low = field.area.height()
    for _ in range(4):
        type_text(field.area, "سطر")
        qtbot.keyClick(field.area, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.area.height() > low)
    qtbot.keyClick(field.area, Qt.Key.Key_Tab)
    assert stage.elsewhere.hasFocus()
    assert field.value() == "سطر\nسطر\nسطر\nسطر"


def test_a_text_too_long_for_its_line_is_told_whole_below_it(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = TextField(look_worn())
    stage = staged(qtbot, field)
    text = "شارع الملك عبد العزيز " * 8
    type_text(field.line, text)
    leave(stage)
    assert field.foot.text() == text


def test_setting_what_stands_there_already_moves_nothing_and_tells_nobody(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = MoneyField(look_worn())
    staged(qtbot, field)
    type_text(field.line, "1400")
    field.line.setCursorPosition(2)
    with qtbot.assertNotEmitted(field.changed):
        field.set_typed_text("1400")
        field.set_typed_text("15")
    assert field.value() == 1500
    field.set_typed_text("1400")
    field.line.setCursorPosition(2)
    field.set_typed_text("1400")
    assert field.line.cursorPosition() == 2


def test_another_reader_does_not_touch_what_is_being_typed(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = MoneyField(look_worn())
    staged(qtbot, field)
    type_text(field.line, "14")
    field.set_reader(Reader(Language.ENGLISH, arabic_digits=False))
    type_text(field.line, "00")
    assert field.line.text() == "1400"


def test_a_field_for_reading_takes_no_keys(qtbot: QtBot, look_worn: LookWorn) -> None:
    field = MoneyField(look_worn())
    field.set_value(140000)
    field.setReadOnly(True)
    staged(qtbot, field)
    type_text(field.line, "9")
    assert field.value() == 140000
    assert field.line.text() == "١٬٤٠٠٫٠٠"
