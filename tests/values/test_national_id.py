from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.values.dates import DatePossibility
from desktop.values.errors import OfficeError
from desktop.values.national_id import (
    EgyptianId,
    OtherNumber,
    SaudiId,
    contradictions,
    is_invented,
    read_national_id,
)

# Numbers of the checksum libraries' own tests (`domain/egypt.md` section 11).
_EGYPTIAN_SAMPLES = ["29010280165195", "29001011400014", "30105201501238", "28801010100001", "29512310123455"]
_INVENTED_EGYPTIAN = "29513320112345"


@pytest.mark.parametrize("number", ["1000000008", "1012345672", "1123456780", "٢٣٤٥٦٧٨٩٠٤", "2055555557"])
def test_a_number_with_its_check_digit_is_a_citizens_by_one_and_a_residents_by_two(number: str) -> None:
    identity = read_national_id(number, country="SA")
    assert isinstance(identity, SaudiId)
    assert identity.citizen == (identity.number[0] == "1")
    assert identity.number.isascii()


@given(st.integers(0, 9), st.integers(0, 9))
def test_any_single_wrong_digit_is_noticed(position: int, digit: int) -> None:
    number = "1012345672"
    wrong = number[:position] + str(digit) + number[position + 1 :]
    if wrong == number:
        read_national_id(wrong, country="SA", id_kind="national_id")
    else:
        with pytest.raises(OfficeError):
            read_national_id(wrong, country="SA", id_kind="national_id")


@pytest.mark.parametrize(
    ("text", "id_kind", "key"),
    [
        ("1000000000", "national_id", "saudi_id_checksum"),
        ("1000000000", None, "saudi_id_checksum"),
        ("3000000008", "national_id", "saudi_id_shape"),
        ("100000000", "national_id", "saudi_id_shape"),
        ("1000000OO8", "iqama", "saudi_id_shape"),
        ("2345678904", "national_id", "national_id_is_iqama"),
        ("1000000008", "iqama", "iqama_is_national_id"),
        ("  ", None, "id_empty"),
    ],
)
def test_a_wrong_saudi_number_is_refused_by_what_is_wrong(text: str, id_kind: str | None, key: str) -> None:
    with pytest.raises(OfficeError) as refused:
        read_national_id(text, country="SA", id_kind=id_kind)
    assert refused.value.key == f"values.{key}"


@pytest.mark.parametrize("kind", ["mobility_card", "displaced_tribe_card", "passport", "none"])
def test_other_papers_carry_ranges_of_their_own_and_are_only_tidied(kind: str) -> None:
    assert read_national_id(" ١٠٠٠٠٠٠٠٠٠ ", country="SA", id_kind=kind) == OtherNumber("1000000000")
    assert read_national_id("A١٢٣ ", country="EG", id_kind=kind) == OtherNumber("A123")


def test_an_unnamed_paper_of_another_shape_is_not_forced_into_the_countrys_own() -> None:
    assert read_national_id("A1234567", country="SA") == OtherNumber("A1234567")
    assert read_national_id("1000000000", country="EG") == OtherNumber("1000000000")


@pytest.mark.parametrize("number", _EGYPTIAN_SAMPLES)
def test_an_egyptian_number_tells_birth_governorate_and_sex_without_a_warning(number: str) -> None:
    identity = read_national_id(number, country="EG", id_kind="national_id")
    assert isinstance(identity, EgyptianId)
    assert identity.birth_date is not None
    assert identity.birth_date.strftime("%y%m%d") == number[1:7]
    assert identity.birth_date.year // 100 == (19 if number[0] == "2" else 20)
    assert identity.governorate == number[7:9]
    assert identity.sex == ("male" if number[12] in "13579" else "female")
    assert identity.warnings == ()


@pytest.mark.parametrize(
    ("number", "word"), [("29010280165196", "last digit"), ("29010289965195", "Governorate code 99")]
)
def test_a_doubt_without_a_published_rule_is_a_warning_and_never_a_refusal(number: str, word: str) -> None:
    warnings = read_national_id(number, country="EG").warnings
    assert any(word in warning.en for warning in warnings)
    assert all(warning.ar for warning in warnings)


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("1901028016519", "egyptian_id_shape"),
        ("19010280165195", "egyptian_id_shape"),
        ("2901028016519X", "egyptian_id_shape"),
        (_INVENTED_EGYPTIAN, "egyptian_id_date"),
        ("29902300165195", "egyptian_id_date"),
    ],
)
def test_a_wrong_egyptian_number_is_refused_by_what_is_wrong(number: str, key: str) -> None:
    with pytest.raises(OfficeError) as refused:
        read_national_id(number, country="EG", id_kind="national_id")
    assert refused.value.key == f"values.{key}"


def test_an_invented_egyptian_number_is_read_where_allowed_and_gives_no_birth_date() -> None:
    identity = read_national_id(_INVENTED_EGYPTIAN, country="EG", id_kind="national_id", allow_invented=True)
    assert isinstance(identity, EgyptianId)
    assert identity.invented
    assert identity.birth_date is None
    assert contradictions(identity, sex="female", birth_date=date(1995, 1, 1), nationality="EG") == ()


def test_only_numbers_of_nobody_are_invented() -> None:
    assert is_invented("١٠٠٠٠٠٠٠٠٨")
    assert is_invented(_INVENTED_EGYPTIAN)
    assert not is_invented("1012345672")
    assert not any(is_invented(number) for number in _EGYPTIAN_SAMPLES)
    assert not is_invented("A1234567")


def test_an_egyptian_number_contradicts_another_sex_birth_and_nationality() -> None:
    identity = read_national_id("29010280165195", country="EG")
    faults = contradictions(identity, sex="female", birth_date=date(1990, 10, 29), nationality="SD")
    assert [fault.key for fault in faults] == [
        "values.egyptian_id_sex",
        "values.egyptian_id_birth",
        "values.egyptian_id_nationality",
    ]
    assert "says male, but the file says female" in str(faults[0])
    assert "1990-10-28" in str(faults[1])


def test_what_is_unknown_or_fits_contradicts_nothing() -> None:
    identity = read_national_id("29010280165195", country="EG")
    assert contradictions(identity) == ()
    year = DatePossibility(date(1990, 1, 1), date(1990, 12, 31))
    assert contradictions(identity, sex="male", birth_date=year, nationality="EG") == ()
    assert contradictions(OtherNumber("A1"), sex="male", nationality="SD") == ()


def test_a_birth_known_by_another_year_is_contradicted_with_both_ends() -> None:
    identity = read_national_id("29010280165195", country="EG")
    (fault,) = contradictions(identity, birth_date=DatePossibility(date(1991, 1, 1), date(1991, 12, 31)))
    assert "1991-01-01 – 1991-12-31" in str(fault)


@pytest.mark.parametrize(
    ("number", "nationality", "key"),
    [
        ("1000000008", "EG", "citizen_id_of_foreigner"),
        ("2345678904", "SA", "resident_id_of_citizen"),
        ("1000000008", "SA", None),
        ("2345678904", "EG", None),
    ],
)
def test_a_saudi_number_must_fit_the_nationality(number: str, nationality: str, key: str | None) -> None:
    faults = contradictions(read_national_id(number, country="SA"), nationality=nationality)
    assert [fault.key for fault in faults] == ([f"values.{key}"] if key else [])
