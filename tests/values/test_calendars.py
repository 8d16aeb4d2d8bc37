from __future__ import annotations

from datetime import date, timedelta

import pytest
from hijridate import Gregorian, Hijri
from hypothesis import given
from hypothesis import strategies as st

from desktop.values.calendars import (
    FIRST_EXACT_YEAR,
    LAST_YEAR,
    Calendar,
    HijriDate,
    hijri_of,
    month_index,
    month_length,
    month_name,
    nearest_hijri,
    read_hijri,
    weekday_name,
)
from desktop.values.errors import OfficeError
from desktop.values.language import Language

_FIRST, _LAST = date(1924, 8, 1), date(2077, 11, 16)


@given(st.dates(_FIRST, _LAST))
def test_inside_the_tables_a_day_has_the_date_that_the_library_gives(day: date) -> None:
    hijri = hijri_of(day)
    assert hijri is not None
    assert hijri.exact
    assert (hijri.year, hijri.month, hijri.day) == Gregorian.fromdate(day).to_hijri().datetuple()
    assert hijri.to_gregorian() == day


def test_every_month_of_the_tables_starts_and_ends_with_the_library() -> None:
    for year in range(FIRST_EXACT_YEAR, LAST_YEAR + 1):
        for month in range(1, 13):
            official = Hijri(year, month, 1)
            assert HijriDate(year, month, 1).to_gregorian() == official.to_gregorian()
            assert month_length(month_index(year, month)) == official.month_length()


def test_a_known_date_of_the_sources_converts() -> None:
    assert read_hijri("1403-02-17").to_gregorian() == date(1982, 12, 2)
    assert read_hijri("1446-03-12").to_gregorian() == date(2024, 9, 15)


def test_outside_the_tables_there_is_no_official_date() -> None:
    assert hijri_of(_FIRST - timedelta(days=1)) is None
    assert hijri_of(_LAST + timedelta(days=1)) is None
    assert hijri_of(_FIRST) == HijriDate(1343, 1, 1)
    assert hijri_of(_LAST) == HijriDate(1500, 12, 30)


@given(st.dates(date(1882, 11, 11), _LAST - timedelta(days=1)))
def test_days_follow_one_another_across_the_edge_of_the_tables(day: date) -> None:
    hijri, next_hijri = nearest_hijri(day), nearest_hijri(day + timedelta(days=1))
    assert hijri < next_hijri
    assert hijri.to_gregorian() == day
    assert hijri.exact == (day >= _FIRST)


def test_the_arithmetic_calendar_is_within_two_days_of_every_month_of_the_tables() -> None:
    from desktop.values.calendars import MARGIN, _arithmetic_month_start

    apart = [
        abs(HijriDate(year, month, 1).to_gregorian().toordinal() - _arithmetic_month_start(year, month))
        for year in range(FIRST_EXACT_YEAR, LAST_YEAR + 1)
        for month in range(1, 13)
    ]
    assert max(apart) <= MARGIN.days
    assert sum(days <= 1 for days in apart) / len(apart) > 0.98


@pytest.mark.parametrize("text", ["1405-03-12", "١٤٠٥/٣/١٢ هـ", "12/3/1405", "1405.03.12", "\u200f١٤٠٥-٠٣-١٢"])
def test_a_hijri_date_is_read_as_people_write_it(text: str) -> None:
    assert read_hijri(text) == HijriDate(1405, 3, 12)


@pytest.mark.parametrize("text", ["", "1405", "1405-03", "05-03-12", "1405-3-12-1", "آذار 1405"])
def test_what_is_no_hijri_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(OfficeError, match="such as 1405-03-12"):
        read_hijri(text)


def test_day_thirty_of_a_short_month_is_refused_by_the_name_and_length_of_the_month() -> None:
    with pytest.raises(OfficeError) as refused:
        read_hijri("1405-02-30")
    assert "Safar 1405 AH has 29 days" in refused.value.sentence(Language.ENGLISH)
    assert "شهر صفر سنة 1405 هـ هو 29" in refused.value.sentence(Language.ARABIC)


@pytest.mark.parametrize(
    ("text", "key"),
    [("1405-13-01", "hijri_month"), ("1405-00-01", "hijri_month"), ("1405-01-00", "hijri_day")],
)
def test_an_impossible_month_or_day_is_named(text: str, key: str) -> None:
    with pytest.raises(OfficeError) as refused:
        read_hijri(text)
    assert refused.value.key == f"values.{key}"


@pytest.mark.parametrize("text", ["1299-12-29", "1501-01-01"])
def test_a_year_outside_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(OfficeError, match="outside the Hijri calendar"):
        read_hijri(text)


@pytest.mark.parametrize("day", [date(1882, 11, 10), date(2077, 11, 17)])
def test_a_day_outside_the_calendar_is_refused(day: date) -> None:
    with pytest.raises(OfficeError, match="outside the Hijri calendar"):
        nearest_hijri(day)


def test_months_and_weekdays_have_names_in_both_languages() -> None:
    assert month_name(Calendar.HIJRI, 4, Language.ARABIC) == "ربيع الآخر"
    assert month_name(Calendar.GREGORIAN, 4, Language.ENGLISH) == "April"
    assert weekday_name(date(2024, 11, 21), Language.ARABIC) == "الخميس"
    assert weekday_name(date(2024, 11, 24), Language.ENGLISH) == "Sunday"
