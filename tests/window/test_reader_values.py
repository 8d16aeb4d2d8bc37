"""How values are put into text: in their own order in either direction, in the digits that somebody reads."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from desktop.values.calendars import Calendar
from desktop.values.digits import to_western
from desktop.values.isolates import bare, isolated
from desktop.values.language import Language, Wording
from desktop.values.money import Currency, Money
from desktop.values.worded import both
from desktop.values.worded import day as worded_day
from reports.page.setting import Setting
from ui.language.reader import Reader

ARABIC = Reader(Language.ARABIC, arabic_digits=True)
ENGLISH = Reader(Language.ENGLISH, arabic_digits=False)


def test_a_code_in_a_sentence_stays_in_its_order_under_arabic_digits() -> None:
    said = ARABIC.digits("لا قرار في الملف QTF-2026-00010، وإصدار القواعد 2023-11.")
    assert "\u2066\u202dQTF-٢٠٢٦-٠٠٠١٠\u202c\u2069" in said
    assert "\u2066\u202d٢٠٢٣-١١\u202c\u2069" in said


def test_what_is_isolated_already_is_not_isolated_again() -> None:
    once = ARABIC.code("QTF-2026-00010")
    assert ARABIC.digits(once) == once


def test_an_amount_takes_the_separators_of_its_digits() -> None:
    assert bare(ARABIC.digits("1,400.00 ريال")) == "١٬٤٠٠٫٠٠ ريال"
    assert ENGLISH.digits("SAR 1,400.00") == "SAR 1,400.00"


def test_the_leading_calendar_stands_first_and_the_other_after_it() -> None:
    day = date(2024, 11, 21)
    assert bare(ARABIC.day(day, both=True)) == "١٤٤٦/٠٥/١٩ هـ - ٢٠٢٤/١١/٢١ م"
    gregorian = Reader(Language.ENGLISH, arabic_digits=False, leading=Calendar.GREGORIAN)
    assert bare(gregorian.day(day, both=True)) == "2024/11/21 CE - 1446/05/19 AH"


@given(day=st.dates(date(1925, 1, 1), date(2060, 1, 1)), language=st.sampled_from(Language))
def test_a_day_inside_a_sentence_is_told_in_the_leading_calendar_of_its_reader(day: date, language: Language) -> None:
    sentence = both("صدر في {day}.", "Taken on {day}.", day=worded_day(day))
    for leading in Calendar:
        for arabic_digits in (True, False):
            reader = Reader(language, arabic_digits=arabic_digits, leading=leading)
            assert reader.day(day) in reader.wording(sentence)


def test_no_line_parts_a_year_from_its_era_though_a_kept_sentence_holds_an_ordinary_space() -> None:
    kept, told = worded_day(date(2024, 11, 21)), Wording("صدر في ٤/٤/١٤٤٢ هـ من 3 مكاتب", "of 4/4/1442 AH, 3 CENTRES")
    assert bare(kept.ar) == "1446/05/19 هـ"
    assert kept.ar == isolated(bare(kept.ar)), "answers replay to the bytes that were kept"
    for say in (ARABIC.wording, Setting(Language.ARABIC, arabic_digits=True).say):
        assert "/١٩\u00a0هـ" in say(kept)
        assert "١٤٤٢\u00a0هـ من ٣ مكاتب" in say(told)
    assert ENGLISH.wording(told) == "of 4/4/1442\u00a0AH, 3 CENTRES"


@pytest.mark.parametrize("sentence", ["تاريخ تقديم الطلب: كان {old} فأصبح غدًا", "كان {old}"])
def test_two_dates_in_a_sentence_are_read_in_the_order_they_are_told(qapp: QApplication, sentence: str) -> None:
    two = ARABIC.day(date(2024, 11, 21), both=True)
    assert _rightmost(sentence.format(old=isolated(two)), "٢٠٢٤") < _rightmost(
        sentence.format(old=isolated(two)), "١٤٤٦"
    )


def _rightmost(text: str, part: str) -> float:
    """Where the right end of a part stands on a line of that text, in pixels from the left."""
    layout = QTextLayout(text)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(2_000)
    layout.endLayout()
    at = text.index(part)
    return max(line.cursorToX(each)[0] for each in range(at, at + len(part) + 1))


@given(st.text(alphabet="aب1-. \u2066\u2068\u2069", max_size=12))
def test_an_isolated_text_is_one_isolate_around_it(text: str) -> None:
    assert bare(isolated(text)) == bare(text)
    assert isolated(text)[1:-1] == text


@given(st.integers(-(10**12), 10**12))
@pytest.mark.parametrize("reader", [ARABIC, ENGLISH])
def test_an_amount_keeps_every_digit_and_is_isolated(reader: Reader, minor: int) -> None:
    said = reader.money(Money(minor, Currency.SAR))
    assert said.startswith("\u2068")
    assert said.endswith("\u2069")
    digits = "".join(letter for letter in to_western(said) if letter.isdigit())
    assert int(digits) == abs(minor)


@given(st.text(alphabet="0123456789ABابت -/,.٠١", max_size=30))
def test_other_digits_change_no_other_letter(text: str) -> None:
    said = to_western(bare(ARABIC.digits(text)))
    assert said.replace("٬", ",").replace("٫", ".") == to_western(text)
