"""Headers, tabs, cards and statuses, as they are seen, heard and worked by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from stage import on_stage

from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.card import Card, FigureCard
from ui.parts.chip import Chip
from ui.parts.header import ScreenHeader
from ui.parts.key_value import Fact, FactList
from ui.parts.signs import SIGN_OF_TONE, Mark, Sign
from ui.parts.tabs import TabStrip
from ui.parts.text import Text
from ui.theme.tokens import TEXT_SIZES, Tone

LookWorn = Callable[..., Reader]

BOTH = pytest.mark.parametrize("language", list(Language))


def _strip(qtbot: QtBot, count: int = 4) -> TabStrip:
    strip = TabStrip()
    for number in range(count):
        strip.add(f"tab{number}", lambda number=number: f"لسان {number}")
    return on_stage(qtbot, strip, 900, 60)


@BOTH
def test_the_arrow_that_points_onwards_to_the_eye_chooses_the_next_tab(
    qtbot: QtBot, look_worn: LookWorn, language: Language
) -> None:
    look_worn(language=language)
    strip = _strip(qtbot)
    onwards = Qt.Key.Key_Left if language is Language.ARABIC else Qt.Key.Key_Right
    back = Qt.Key.Key_Right if language is Language.ARABIC else Qt.Key.Key_Left
    first, second = strip.findChildren(QPushButton)[:2]
    assert (second.x() < first.x()) is (language is Language.ARABIC)
    first.setFocus()
    with qtbot.waitSignal(strip.chosen) as heard:
        qtbot.keyClick(first, onwards)
    assert heard.args == ["tab1"]
    assert second.hasFocus()
    qtbot.keyClick(second, back)
    assert strip.current == "tab0"
    qtbot.keyClick(first, Qt.Key.Key_End)
    assert strip.current == "tab3"
    qtbot.keyClick(strip.findChildren(QPushButton)[3], Qt.Key.Key_Home)
    assert strip.current == "tab0"


def test_a_strip_of_tabs_is_one_stop_for_tab(qtbot: QtBot, look_worn: LookWorn) -> None:
    strip = _strip(qtbot)
    strip.select("tab2")
    stops = [tab for tab in strip.findChildren(QPushButton) if tab.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [strip.findChildren(QPushButton)[2]]


def test_selecting_a_tab_by_the_program_is_not_told_as_a_choice(qtbot: QtBot, look_worn: LookWorn) -> None:
    strip = _strip(qtbot)
    with qtbot.assertNotEmitted(strip.chosen):
        strip.select("tab3")
    with qtbot.waitSignal(strip.chosen):
        qtbot.mouseClick(strip.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)


def test_the_focus_goes_with_the_tab_that_the_program_selects_and_is_never_taken_from_elsewhere(
    qtbot: QtBot, look_worn: LookWorn
) -> None:
    strip = _strip(qtbot)
    tabs = strip.findChildren(QPushButton)
    tabs[0].clearFocus()
    strip.select("tab2")
    assert not any(tab.hasFocus() for tab in tabs)
    tabs[2].setFocus()
    strip.select("tab1")
    assert tabs[1].hasFocus()


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_eleven_tabs_are_never_cut_at_any_text_size(qtbot: QtBot, look_worn: LookWorn, text_size: int) -> None:
    look_worn(text_size=text_size)
    strip = _strip(qtbot, 11)
    strip.resize(800, strip.heightForWidth(800) if strip.hasHeightForWidth() else strip.sizeHint().height())
    qtbot.wait(1)
    for tab in strip.findChildren(QPushButton):
        assert tab.width() >= tab.sizeHint().width()
        assert strip.rect().contains(tab.geometry().translated(tab.parentWidget().pos()))


def test_a_header_has_one_primary_action_at_the_end_of_the_reading_order(qtbot: QtBot, look_worn: LookWorn) -> None:
    header = ScreenHeader()
    qtbot.addWidget(header)
    done: list[str] = []
    header.show_title("أسرة", [Mark(Tone.GOOD, "مشمولة")])
    primary = header.set_primary(lambda: "إصدار قرار", lambda: done.append("primary"))
    second = header.add_action(lambda: "طباعة", lambda: done.append("print"))
    header.resize(900, 80)
    header.show()
    assert primary.x() < second.x()
    with pytest.raises(ValueError, match="one primary"):
        header.set_primary(lambda: "آخر", lambda: None)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    qtbot.keyClick(primary, Qt.Key.Key_Space)
    assert done == ["print", "primary"]


def test_a_long_name_in_a_header_wraps_and_its_actions_go_below_in_a_narrow_window(
    qtbot: QtBot, look_worn: LookWorn
) -> None:
    look_worn(text_size=175)
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    header = ScreenHeader(host)
    column.addWidget(header)
    column.addStretch(1)
    header.show_title("أسرة فاطمة عبد الله حسن آل عبد الرحمن الأحمد القطيفي " * 2, [Mark(Tone.GOOD, "مشمولة")])
    header.show_context("ملف ٢٠٢٤/٠٠١٢٧ · أربعة أفراد")
    action = header.set_primary(lambda: "إصدار قرار بالاستحقاق", lambda: None)
    host.resize(480, 600)
    host.show()
    qtbot.waitExposed(host)
    qtbot.waitUntil(lambda: action.mapTo(host, action.rect().topLeft()).y() > header.context.y())
    assert header.title.height() >= header.title.heightForWidth(header.title.width())
    assert header.context.height() >= header.context.heightForWidth(header.context.width())
    for part in (header.title, header.context, action, *header.findChildren(Chip)):
        assert part.visibleRegion().boundingRect().size() == part.size()


def test_a_chip_says_its_word_beside_a_sign_of_its_own_for_every_tone(qtbot: QtBot, look_worn: LookWorn) -> None:
    assert len(set(SIGN_OF_TONE.values())) == len(Tone)
    drawn = []
    for tone in Tone:
        chip = Chip(Mark(tone, "حال"))
        qtbot.addWidget(chip)
        assert chip.accessibleName() == "حال"
        chip.resize(chip.sizeHint())
        picture = chip.grab().toImage().convertToFormat(chip.grab().toImage().Format.Format_Mono)
        drawn.append(bytes(picture.constBits()))
    assert len(set(drawn)) == len(Tone)


def test_a_chip_grows_with_the_text_and_hides_without_a_status(qtbot: QtBot, look_worn: LookWorn) -> None:
    chip = Chip(Mark(Tone.WAIT, "بعد ٢٣ يومًا", Sign.CLOCK))
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    look_worn(text_size=175)
    assert chip.sizeHint().width() > before * 1.4
    chip.show_mark(None)
    assert chip.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_figure_card_opens_by_key_and_by_click_and_is_read_as_one(
    qtbot: QtBot, look_worn: LookWorn, key: Qt.Key
) -> None:
    card = FigureCard(lambda: "قرارات تنتظر")
    qtbot.addWidget(card)
    card.show_figure("\u2066٥\u2069", Mark(Tone.STOP, "٢ تنتهي اليوم", Sign.CLOCK))
    card.show()
    assert card.accessibleName() == "قرارات تنتظر · ٥ · ٢ تنتهي اليوم"
    with qtbot.waitSignal(card.opened):
        qtbot.keyClick(card, key)
    with qtbot.waitSignal(card.opened):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)


def test_a_figure_card_that_leads_nowhere_takes_no_focus(qtbot: QtBot, look_worn: LookWorn) -> None:
    card = FigureCard(lambda: "الإجمالي", leads=False)
    qtbot.addWidget(card)
    assert card.focusPolicy() is Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(card.opened):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)


@BOTH
def test_digits_alone_stay_at_the_reading_edge(qtbot: QtBot, look_worn: LookWorn, language: Language) -> None:
    reader = look_worn(language=language)
    text = Text()
    qtbot.addWidget(text)
    text.setText(reader.code("2024/00127"))
    text.resize(400, 40)
    picture = text.grab().toImage()
    ground = picture.pixel(200, 2)
    inked = [x for x in range(400) for y in range(0, 40, 2) if picture.pixel(x, y) != ground]
    assert (min(inked) > 200) is (language is Language.ARABIC)


def test_facts_are_replaced_whole_and_a_status_among_them_is_a_chip(qtbot: QtBot, look_worn: LookWorn) -> None:
    facts = FactList()
    qtbot.addWidget(facts)
    facts.show_facts([Fact("الجوال", "\u20660500000000\u2069"), Fact("العقد", Mark(Tone.GOOD, "مرفق"))])
    facts.show_facts([Fact("العقد", Mark(Tone.WAIT, "مطلوب"))])
    qtbot.wait(1)
    shown = [label.text() for label in facts.findChildren(QLabel) if not label.isHidden()]
    assert shown == ["العقد", "مطلوب"]


def test_a_card_is_named_by_its_heading(qtbot: QtBot, look_worn: LookWorn) -> None:
    card = Card(lambda: "مواعيد قادمة")
    qtbot.addWidget(card)
    assert card.accessibleName() == "مواعيد قادمة"
