"""Two people resemble each other by what their names share in its order, and by birth."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.registry.resemblance import Birth, alikeness, compared, resemblance
from desktop.registry.words import key_of_name
from desktop.values.dates import DatePossibility


def on(day: date) -> DatePossibility:
    return DatePossibility(day, day)


def year(number: int) -> DatePossibility:
    return DatePossibility(date(number, 1, 1), date(number, 12, 31))


BORN = on(date(1980, 5, 17))

SAME_PERSON = [
    ("فاطمة علي حسن القحطاني", "فاطمه على حسن قحطاني"),
    ("فاطمة علي حسن القحطاني", "فاطمة علي القحطاني"),
    ("عبد الرحمن سعد العتيبي", "عبدالرحمان سعد العتيبي"),
    ("عثمان صالح علي السبيعي", "عتمان صالح علي السبيعي"),
]

OTHERS = [
    ("محمد علي حسن القحطاني", "أحمد علي حسن القحطاني"),  # brothers
    ("فاطمة علي حسن القحطاني", "علي حسن القحطاني"),  # a daughter and her father, born decades apart
    ("فاطمة علي", "فاطمة حسن"),
    ("القحطاني حسن علي فاطمة", "فاطمة علي حسن القحطاني"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PERSON)
def test_one_name_spelt_twice_is_alike(one: str, other: str) -> None:
    for birth in (BORN, year(1980), None):
        assert resemblance(key_of_name(one), key_of_name(other), BORN, birth) is not None


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_kin_and_namesakes_of_another_birth_are_not(one: str, other: str) -> None:
    assert resemblance(key_of_name(one), key_of_name(other), BORN, on(date(1955, 1, 1))) is None


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (BORN, Birth.SAME_DAY),
        (on(date(1980, 1, 1)), Birth.SAME_YEAR),
        (year(1980), Birth.SAME_YEAR),
        (on(date(1981, 12, 31)), Birth.CLOSE),
        (on(date(1979, 1, 1)), Birth.CLOSE),
        (on(date(1982, 1, 1)), None),
        (on(date(1978, 12, 31)), None),
        (None, Birth.UNKNOWN),
    ],
)
def test_births_are_compared_by_what_is_known_of_them(other: DatePossibility | None, said: Birth | None) -> None:
    assert compared(BORN, other) is said
    assert compared(other, BORN) is said


def test_two_births_known_by_the_year_only_are_of_one_year_not_of_one_day() -> None:
    assert compared(year(1980), year(1980)) is Birth.SAME_YEAR


def test_less_of_a_name_will_do_for_people_born_on_one_day() -> None:
    one, other = key_of_name("نورة سالم"), key_of_name("نورة سالم فهد الدوسري")
    assert resemblance(one, other, BORN, None) is None
    told = resemblance(one, other, BORN, BORN)
    assert told is not None
    assert told.reason.en == "A similar name and the same date of birth"
    assert told.reason.ar == "الاسم مقارب وتاريخ الميلاد نفسه"


WORDS = st.lists(st.text("ابتثجح", min_size=1, max_size=6), max_size=5)


@given(WORDS, WORDS)
def test_likeness_goes_both_ways_and_is_whole_for_equals_only(one: list[str], other: list[str]) -> None:
    assert 0.0 <= alikeness(one, other) <= 1.0
    assert alikeness(one, one) == (1.0 if one else 0.0)
    if one != other:
        assert alikeness(one, other) < 1.0
