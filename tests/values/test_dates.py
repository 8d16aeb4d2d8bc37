from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.values.dates import (
    Calendar,
    DatePossibility,
    HijriDate,
    Precision,
    Unit,
    after,
    nearest_hijri,
    possibility_of,
    reconcile,
    short,
    shown,
    whole_units,
)
from desktop.values.errors import OfficeError
from desktop.values.isolates import bare
from desktop.values.language import Language

_DAYS = st.dates(date(1890, 1, 1), date(2060, 1, 1))
_UNITS: st.SearchStrategy[Unit] = st.sampled_from(["year", "month", "day"])
_CALENDARS = st.sampled_from(Calendar)
_A_DAY = timedelta(days=1)
_G, _H = Calendar.GREGORIAN, Calendar.HIJRI


@given(_DAYS, st.integers(0, 200), _UNITS, _CALENDARS)
def test_a_period_is_complete_on_the_day_it_ends_and_not_a_day_before(
    since: date, n: int, unit: Unit, calendar: Calendar
) -> None:
    n = min(n, 15) if unit == "year" else n
    end = after(since, n, unit, calendar)
    assert whole_units(since, end, unit, calendar) >= n
    assert whole_units(since, end - _A_DAY, unit, calendar) < n


@given(_DAYS, _DAYS, _UNITS, _CALENDARS)
def test_completed_units_are_the_most_that_end_by_the_day(
    since: date, on: date, unit: Unit, calendar: Calendar
) -> None:
    n = whole_units(since, on, unit, calendar)
    assert after(since, n, unit, calendar) <= on < after(since, n + 1, unit, calendar)


@given(_DAYS, _DAYS, _UNITS, _CALENDARS)
def test_completed_units_never_fall_as_days_pass(since: date, on: date, unit: Unit, calendar: Calendar) -> None:
    assert whole_units(since, on, unit, calendar) <= whole_units(since, on + _A_DAY, unit, calendar)


def test_a_leap_day_birth_comes_of_age_on_the_last_of_february() -> None:
    born = date(2004, 2, 29)
    assert after(born, 18, "year", _G) == date(2022, 2, 28)
    assert after(born, 20, "year", _G) == date(2024, 2, 29)
    assert whole_units(born, date(2022, 2, 27), "year", _G) == 17


def test_a_month_that_is_too_short_completes_on_its_last_day() -> None:
    assert after(date(2024, 1, 31), 1, "month", _G) == date(2024, 2, 29)
    since = HijriDate(1446, 7, 30).to_gregorian()
    assert after(since, 1, "month", _H) == HijriDate(1446, 8, 29).to_gregorian()


def test_ages_differ_between_the_calendars() -> None:
    born, on = date(1990, 6, 1), date(2025, 1, 1)
    assert whole_units(born, on, "year", _G) == 34
    assert whole_units(born, on, "year", _H) == 35


def test_a_person_born_before_the_tables_has_a_hijri_age() -> None:
    assert whole_units(date(1920, 5, 1), date(2024, 5, 1), "year", _H) == 107


def test_a_period_that_leaves_the_hijri_calendar_is_refused() -> None:
    with pytest.raises(OfficeError, match="outside the Hijri calendar"):
        after(date(2070, 1, 1), 10, "year", _H)
    with pytest.raises(OfficeError, match="outside the Hijri calendar"):
        whole_units(date(1800, 1, 1), date(2024, 1, 1), "year", _H)


def test_a_date_known_by_its_year_spans_that_year_of_its_own_calendar() -> None:
    spanned = possibility_of(HijriDate(1405, 3, 12), Precision.YEAR)
    assert (str(nearest_hijri(spanned.earliest)), str(nearest_hijri(spanned.latest))) == ("1405-01-01", "1405-12-29")
    assert possibility_of(date(1985, 3, 1), Precision.YEAR) == DatePossibility(date(1985, 1, 1), date(1985, 12, 31))


@given(
    st.builds(HijriDate, st.integers(1343, 1500), st.integers(1, 12), st.integers(1, 28)), st.sampled_from(Precision)
)
def test_the_span_of_a_hijri_date_is_all_days_that_share_its_known_parts(
    stated: HijriDate, precision: Precision
) -> None:
    known = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[precision]
    span = possibility_of(stated, precision)
    assert stated.to_gregorian() in span
    assert span.known == (precision is Precision.DAY)
    for day in (span.earliest, span.latest):
        assert str(nearest_hijri(day))[:known] == str(stated)[:known]


def test_a_month_of_the_gregorian_calendar_ends_on_its_last_day() -> None:
    assert possibility_of(date(2024, 2, 10), Precision.MONTH).latest == date(2024, 2, 29)


def test_a_hijri_date_before_the_tables_is_a_span_of_days_around_the_arithmetic_one() -> None:
    stated = HijriDate(1338, 1, 10)
    span = possibility_of(stated, Precision.DAY)
    assert (span.latest - span.earliest).days == 4
    assert stated.to_gregorian() in span


def test_a_birth_stated_in_both_calendars_is_the_day_they_share() -> None:
    hijri = HijriDate(1446, 5, 19)
    day = hijri.to_gregorian()
    assert reconcile(day, hijri) == DatePossibility(day, day)
    assert reconcile(None, hijri) == DatePossibility(day, day)
    assert reconcile(None, None) is None


def test_years_stated_in_both_calendars_leave_the_days_common_to_both() -> None:
    assert reconcile(date(1985, 1, 1), HijriDate(1405, 1, 1), Precision.YEAR) == DatePossibility(
        date(1985, 1, 1), possibility_of(HijriDate(1405, 1, 1), Precision.YEAR).latest
    )


def test_calendars_that_disagree_are_refused_with_what_each_says_in_the_other() -> None:
    with pytest.raises(OfficeError) as refused:
        reconcile(date(2024, 11, 22), HijriDate(1446, 5, 19))
    for language in Language:
        sentence = refused.value.sentence(language)
        for text in ("2024-11-22", "1446-05-20", "1446-05-19", "2024-11-21"):
            assert text in sentence


def test_a_slip_of_a_century_is_told_by_the_date_that_has_no_counterpart() -> None:
    with pytest.raises(OfficeError, match="1824-11-22 lies outside the Hijri calendar"):
        reconcile(date(1824, 11, 22), HijriDate(1446, 5, 19))


def test_a_day_is_shown_in_both_calendars_with_the_preferred_one_leading() -> None:
    day = date(2024, 11, 21)
    assert (
        shown(day, Language.ARABIC, arabic_digits=True)
        == "١٩\u00a0جمادى الأولى ١٤٤٦\u00a0هـ الموافق ٢١\u00a0نوفمبر ٢٠٢٤\u00a0م"
    )
    assert (
        shown(day, Language.ENGLISH, arabic_digits=False, leading=_G)
        == "21\u00a0November 2024\u00a0CE, corresponding to 19\u00a0Jumada al-Ula 1446\u00a0AH"
    )
    assert shown(day, Language.ARABIC, arabic_digits=False, leading=_G, both=False) == "21\u00a0نوفمبر 2024\u00a0م"


def test_the_months_of_pilgrimage_stand_in_the_genitive_behind_the_number_of_a_day() -> None:
    said = shown(date(2026, 5, 27), Language.ARABIC, arabic_digits=True, leading=Calendar.HIJRI, both=False)
    assert bare(said) == "١٠ ذي الحجة ١٤٤٧ هـ"


def test_a_short_date_is_figures_with_the_sign_of_its_era() -> None:
    day = date(2024, 11, 21)
    assert short(day, Language.ARABIC, arabic_digits=True) == "١٤٤٦/٠٥/١٩\u00a0هـ"
    assert short(day, Language.ARABIC, arabic_digits=True, both=True) == "١٤٤٦/٠٥/١٩\u00a0هـ - ٢٠٢٤/١١/٢١\u00a0م"


def test_a_day_without_an_official_hijri_date_is_shown_in_the_gregorian_calendar_alone() -> None:
    assert shown(date(1920, 5, 1), Language.ARABIC, arabic_digits=False) == "1\u00a0مايو 1920\u00a0م"
    assert short(date(1920, 5, 1), Language.ENGLISH, arabic_digits=False) == "1920/05/01\u00a0CE"
