from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.values.errors import OfficeError
from desktop.values.language import Language
from desktop.values.money import Currency, Money, decimal_text, minor_units, shown, with_currencies_kept

_MINOR = st.integers(-(10**16), 10**16)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("480.00", 48000),
        ("480", 48000),
        ("480.5", 48050),
        ("-0.05", -5),
        ("٤٨٠٫٢٥", 48025),
        ("١٬٤٠٠٫٠٠", 140000),
        ("1,234,567.89", 123456789),
        (" 1320.10 ", 132010),
        ("007", 700),
    ],
)
def test_an_amount_is_read_exactly_in_either_digit_set(text: str, minor: int) -> None:
    assert Money.of(text, Currency.SAR) == Money(minor, Currency.SAR)


@pytest.mark.parametrize("text", ["", "ريال", "1,5", "12,34", ".5", "1.2.3", "1e3", "NaN", "٣ آلاف", "४८०", "--1"])
def test_what_could_be_misread_is_refused(text: str) -> None:
    with pytest.raises(OfficeError, match="cannot be read as an amount"):
        minor_units(text)


def test_a_third_decimal_is_refused_even_when_it_is_zero() -> None:
    with pytest.raises(OfficeError, match="more than two decimals"):
        minor_units("1.500")


def test_an_amount_that_no_column_holds_is_refused() -> None:
    assert minor_units("9" * 15 + ".99") < 2**63
    with pytest.raises(OfficeError) as refused:
        minor_units("1" + "0" * 15)
    assert refused.value.key == "values.money_too_large"


@given(_MINOR)
def test_the_decimal_text_of_any_amount_reads_back_and_equals_the_decimal(minor: int) -> None:
    assert minor_units(decimal_text(minor)) == minor
    assert Decimal(decimal_text(minor)) * 100 == minor


@given(_MINOR, st.sampled_from(Currency), st.booleans())
def test_the_shown_number_reads_back(minor: int, currency: Currency, arabic_digits: bool) -> None:
    text = shown(Money(minor, currency), Language.ARABIC, arabic_digits=arabic_digits)
    assert minor_units(text.rsplit(" ", 1)[0]) == minor


def test_digits_follow_the_preference_and_the_word_follows_the_language() -> None:
    amount = Money(140050, Currency.SAR)
    assert shown(amount, Language.ARABIC, arabic_digits=True) == "١٬٤٠٠٫٥٠ ريال"
    assert shown(amount, Language.ARABIC, arabic_digits=False) == "1,400.50 ريال"
    assert shown(amount, Language.ENGLISH, arabic_digits=False) == "SAR 1,400.50"
    assert shown(Money(-5, Currency.EGP), Language.ARABIC, arabic_digits=True) == "-٠٫٠٥ جنيه"


def test_an_amount_stays_with_its_currency_wherever_a_line_ends() -> None:
    assert with_currencies_kept("بين ٥٬٣٣٠٫٠٠ ريال و 5 جنيه لأسرة") == "بين ٥٬٣٣٠٫٠٠\u00a0ريال و 5\u00a0جنيه لأسرة"
    assert with_currencies_kept("of SAR 1,320.00 or EGP 5, in SAR") == "of SAR\u00a01,320.00 or EGP\u00a05, in SAR"


@given(_MINOR, _MINOR)
def test_sums_and_order_are_those_of_the_minor_units(one: int, other: int) -> None:
    left, right = Money(one, Currency.EGP), Money(other, Currency.EGP)
    assert (left + right - right) == left
    assert (left <= right) == (one <= other)
    assert (-left).minor == -one


def test_two_currencies_are_never_summed_or_ordered() -> None:
    riyal, pound = Money(100, Currency.SAR), Money(100, Currency.EGP)
    assert riyal != pound
    for mixed in (lambda: riyal + pound, lambda: riyal - pound, lambda: riyal < pound, lambda: riyal >= pound):
        with pytest.raises(TypeError, match="no common measure"):
            mixed()
