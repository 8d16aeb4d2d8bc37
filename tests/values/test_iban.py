from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.values.digits import to_arabic_indic
from desktop.values.errors import OfficeError
from desktop.values.iban import bank_code, grouped, is_invented_iban, read_iban

_SAMPLE = "SA0380000000608010167519"


def _with_checksum(country: str, account: str) -> str:
    rest = int("".join(str(int(letter, 36)) for letter in f"{account}{country}00")) % 97
    return f"{country}{98 - rest:02d}{account}"


@pytest.mark.parametrize(
    "text", [_SAMPLE, "SA03 8000 0000 6080 1016 7519", "sa03-8000-0000-6080-1016-7519", to_arabic_indic(_SAMPLE)]
)
def test_an_iban_is_read_as_people_write_it(text: str) -> None:
    assert read_iban(text) == _SAMPLE


def test_a_read_iban_tells_its_bank_and_prints_in_fours() -> None:
    assert bank_code(_SAMPLE) == "80"
    assert bank_code("EG380019000500000000263180002") == "0019"
    assert grouped(_SAMPLE) == "SA03 8000 0000 6080 1016 7519"


@given(st.integers(0, 10**17))
def test_an_invented_account_is_accepted_when_its_checksum_holds(account: int) -> None:
    for iban in (_with_checksum("SA", f"00{account:018d}"), _with_checksum("EG", f"0000{account:021d}")):
        assert read_iban(iban) == iban
        assert is_invented_iban(iban)
    assert not is_invented_iban(_SAMPLE)


@given(st.integers(2, 23), st.sampled_from("0123456789"))
def test_any_single_wrong_digit_fails_the_checksum(position: int, digit: str) -> None:
    wrong = _SAMPLE[:position] + digit + _SAMPLE[position + 1 :]
    if wrong != _SAMPLE:
        with pytest.raises(OfficeError) as refused:
            read_iban(wrong)
        assert refused.value.key == "values.iban_checksum"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "iban_country"),
        ("DE89370400440532013000", "iban_country"),
        ("0380000000608010167519", "iban_country"),
        ("SA03800000006080101675", "iban_length"),
        ("EG38001900050000000026318000", "iban_length"),
        ("EG38001900050000000026318000A", "iban_structure"),
        ("SAXX80000000608010167519", "iban_structure"),
    ],
)
def test_a_wrong_iban_is_refused_by_what_is_wrong(text: str, key: str) -> None:
    with pytest.raises(OfficeError) as refused:
        read_iban(text)
    assert refused.value.key == f"values.{key}"


def test_a_wrong_length_names_both_lengths() -> None:
    with pytest.raises(OfficeError, match="has 22 characters and needs 24"):
        read_iban("SA03800000006080101675")
