from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.values.digits import to_arabic_indic
from desktop.values.errors import OfficeError
from desktop.values.phone import is_invented_phone, read_phone


@pytest.mark.parametrize(
    ("text", "country", "number"),
    [
        ("0512345678", "SA", "+966512345678"),
        ("٠٥١٢ ٣٤٥ ٦٧٨", "SA", "+966512345678"),
        ("00966512345678", "SA", "+966512345678"),
        ("+966 51-234-5678", "EG", "+966512345678"),
        ("0100 123 4567", "EG", "+201001234567"),
        ("+201001234567", "SA", "+201001234567"),
        ("(011) 234-5678", "SA", "+966112345678"),
    ],
)
def test_a_number_is_read_as_it_is_dialled_from_anywhere(text: str, country: str, number: str) -> None:
    assert read_phone(text, country) == number


@given(st.integers(0, 99999), st.sampled_from(["SA", "EG"]), st.booleans())
def test_every_number_of_invented_people_is_accepted_in_both_countries(n: int, country: str, arabic: bool) -> None:
    text = f"05000{n:05d}"
    read = read_phone(to_arabic_indic(text) if arabic else text, country)
    assert read == f"+9665000{n:05d}"
    assert is_invented_phone(read)
    assert read_phone(read, country) == read


@pytest.mark.parametrize("text", ["", "0500 FLOWERS", "لا يوجد", "05;12345678", "++"])
def test_what_is_no_number_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(OfficeError, match="such as 0512345678"):
        read_phone(text, "SA")


@pytest.mark.parametrize(("text", "country"), [("050", "SA"), ("01001234567", "SA"), ("0512345678", "EG")])
def test_a_number_that_nobody_can_have_is_refused(text: str, country: str) -> None:
    with pytest.raises(OfficeError) as refused:
        read_phone(text, country)
    assert refused.value.key == "values.phone_impossible"


def test_a_number_in_service_is_not_taken_for_an_invented_one() -> None:
    assert not is_invented_phone("+966512345678")
