"""Dates as people type them are read in either calendar, or refused with what to type; never guessed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.values import dates
from desktop.values.calendars import Calendar, HijriDate
from desktop.values.dates import Precision
from desktop.values.digits import to_arabic_indic
from desktop.values.errors import OfficeError
from desktop.values.language import Language
from desktop.values.typed_dates import StatedDate, read_date, read_day

DAY = date(2024, 11, 21)
HIJRI = HijriDate(1446, 5, 19)

_days = st.dates(date(1924, 8, 1), date(2077, 11, 16))


@pytest.mark.parametrize(
    "text",
    [
        "1446/5/19", "1446-05-19", "19/5/1446", "19.5.1446", "19 5 1446", "14460519", "١٩-٥-١٤٤٦ هـ", "١٤٤٦/٠٥/١٩هـ",
        "۱۴۴۶/۵/۱۹", "1446/05/19 AH", "19 جمادى الأولى 1446", "١٩ جمادي الاولى ١٤٤٦ هـ", "19 Jumada al-Ula 1446",
        "\u206819/5/1446\u2069", "  1446/5/19 ",
    ],
)  # fmt: skip
def test_a_hijri_day_is_read_in_every_usual_spelling(text: str) -> None:
    assert read_date(text) == StatedDate(HIJRI)
    assert read_date(text).day == DAY


@pytest.mark.parametrize(
    "text",
    [
        "2024-11-21", "21/11/2024", "21/11/2024 م", "٢١/١١/٢٠٢٤م", "20241121", "21 نوفمبر 2024", "٢١ نوفمبر ٢٠٢٤ م",
        "21 Nov 2024", "21 November 2024 CE", "2024 11 21", "21-11-2024 A.D.",
    ],
)  # fmt: skip
def test_a_gregorian_day_is_read_in_every_usual_spelling(text: str) -> None:
    assert read_date(text) == StatedDate(DAY)


@pytest.mark.parametrize(
    ("text", "stated", "precision"),
    [
        ("1405", HijriDate(1405, 1, 1), Precision.YEAR),
        ("١٩٨٤ م", date(1984, 1, 1), Precision.YEAR),
        ("1405/3", HijriDate(1405, 3, 1), Precision.MONTH),
        ("3/1405", HijriDate(1405, 3, 1), Precision.MONTH),
        ("ديسمبر 1984", date(1984, 12, 1), Precision.MONTH),
    ],
)
def test_a_birth_known_in_part_is_read_as_such(text: str, stated: date | HijriDate, precision: Precision) -> None:
    read = read_date(text, as_stated=True)
    assert read == StatedDate(stated, precision)
    assert read.day is None
    assert read.possibility == dates.possibility_of(stated, precision)
    with pytest.raises(OfficeError) as caught:
        read_date(text)
    assert caught.value.key == "values.date_in_part"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("46/5/19", "values.date_year_short"),
        ("5/6/7", "values.date_year_short"),
        ("19051446", "values.date_run_together"),
        ("05/13/2024", "values.date_month"),
        ("1446/0/1", "values.date_month"),
        ("1446/12/31", "values.hijri_day"),
        ("2023/2/29", "values.date_day"),
        ("2024/1/0", "values.date_day"),
        ("1446/5/19 م", "values.date_era"),
        ("2024/11/21 هـ", "values.date_era"),
        ("1700/1/1", "values.date_year"),
        ("0999/1/1", "values.date_year"),
        ("9999", "values.date_year"),
        ("1/2024/3", "values.date_unreadable"),
        ("2024/1/2/3", "values.date_unreadable"),
        ("غدًا", "values.date_unreadable"),
        ("21 Brumaire 2024", "values.date_unreadable"),
        ("2024/", "values.date_unreadable"),
        ("12345", "values.date_unreadable"),
    ],
)
def test_what_is_no_date_or_could_be_two_is_refused_with_what_to_type(text: str, key: str) -> None:
    with pytest.raises(OfficeError) as caught:
        read_date(text, as_stated=True)
    assert caught.value.key == key
    for language in Language:
        assert caught.value.sentence(language).rstrip()[-1] in ".؟"


@given(_days, st.sampled_from(list(Calendar)), st.booleans(), st.sampled_from(list(Language)), st.booleans())
def test_a_day_told_by_the_program_is_read_back_as_that_day(
    day: date, leading: Calendar, arabic: bool, language: Language, in_words: bool
) -> None:
    tell = dates.shown if in_words else dates.short
    text = tell(day, language, arabic_digits=arabic, leading=leading, both=False)
    assert read_date(text).day == day


@given(_days, st.sampled_from(list(Calendar)), st.sampled_from(list(Precision)), st.booleans())
def test_a_stated_date_is_spelled_so_that_it_is_read_back(
    day: date, calendar: Calendar, precision: Precision, arabic: bool
) -> None:
    whole = StatedDate(day).in_calendar(calendar).stated
    first = 1 if precision is not Precision.DAY else whole.day
    month = 1 if precision is Precision.YEAR else whole.month
    stated = StatedDate(type(whole)(whole.year, month, first), precision)
    text = stated.spelled()
    assert read_date(to_arabic_indic(text) if arabic else text, as_stated=True) == stated


@given(st.text(max_size=24))
def test_no_text_breaks_the_reading(text: str) -> None:
    with suppress(OfficeError):
        assert read_date(text, as_stated=True).spelled()


@given(_days)
def test_the_same_day_is_stated_in_both_calendars(day: date) -> None:
    assert StatedDate(day).in_calendar(Calendar.HIJRI).in_calendar(Calendar.GREGORIAN) == StatedDate(day)


def test_a_hijri_day_before_the_tables_is_kept_as_stated_and_no_certain_day() -> None:
    assert read_date("1330/1/1", as_stated=True) == StatedDate(HijriDate(1330, 1, 1))
    assert read_date("1330/1/1", as_stated=True).day is None
    for read in (read_date, read_day):
        with pytest.raises(OfficeError) as caught:
            read("1330/1/1")
        assert caught.value.key == "values.date_not_certain"


def test_a_day_before_the_tables_is_stated_in_the_gregorian_calendar_alone() -> None:
    assert StatedDate(date(1920, 1, 1)).in_calendar(Calendar.HIJRI) == StatedDate(date(1920, 1, 1))
    assert StatedDate(date(1924, 8, 1) - timedelta(days=1)).in_calendar(Calendar.HIJRI).calendar is Calendar.GREGORIAN
