"""The reader below knows the words, not the rules: it takes whatever order and form the writer chose."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.values.cardinals import LARGEST
from desktop.values.errors import OfficeError
from desktop.values.language import Language
from desktop.values.money import Currency, Money
from desktop.values.number_words import Case, Gender, amount_in_words, in_words

_UNITS = {
    **{"صفر": 0, "واحد": 1, "واحدة": 1, "أحد": 1, "إحدى": 1},
    **{"اثنان": 2, "اثنتان": 2, "اثنين": 2, "اثنتين": 2, "اثنا": 2, "اثنتا": 2, "اثني": 2, "اثنتي": 2},
    **{"ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4, "خمسة": 5, "خمس": 5, "ستة": 6, "ست": 6},
    **{"سبعة": 7, "سبع": 7, "ثمانية": 8, "ثماني": 8, "ثمانٍ": 8, "تسعة": 9, "تسع": 9, "عشرة": 10, "عشر": 10},
    **{
        f"{stem}{end}": 10 * n
        for n, stem in enumerate(["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"], 2)
        for end in ("ون", "ين")
    },
    **{"مائة": 100, "مائتان": 200, "مائتا": 200, "مائتين": 200, "مائتي": 200},
    **{f"{stem}مائة": 100 * n for n, stem in enumerate(["ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"], 3)},
}
_ONE_SCALE = {"ألف": 10**3, "ألفًا": 10**3, "آلاف": 10**3, "مليون": 10**6, "مليونًا": 10**6, "ملايين": 10**6}
_ONE_SCALE |= {"مليار": 10**9, "مليارًا": 10**9, "مليارات": 10**9}
_TWO_SCALES = {
    f"{stem}{end}": 2 * size
    for stem, size in [("ألف", 10**3), ("مليون", 10**6), ("مليار", 10**9)]
    for end in ("ان", "ا", "ين", "ي")
}


def _read_arabic(text: str) -> int:
    total = group = 0
    for joined in text.split():
        word = joined if joined in _UNITS | _ONE_SCALE | _TWO_SCALES else joined.removeprefix("و")
        if word in _UNITS:
            group += _UNITS[word]
            continue
        # A scale is multiplied by the words right before it, and begins anew behind «و» or when it is a dual.
        assert group == 0 or (joined == word and word in _ONE_SCALE), text
        total += _TWO_SCALES[word] if word in _TWO_SCALES else (group or 1) * _ONE_SCALE[word]
        group = 0
    return total + group


_BELOW_TEN = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    *(f"{stem}teen" for stem in ["thir", "four", "fif", "six", "seven", "eigh", "nine"]),
]
_ENGLISH = {word: n for n, word in enumerate(_BELOW_TEN + _TEENS)}
_ENGLISH |= {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def _read_english(text: str) -> int:
    total = group = 0
    for word in re.split(r"[ -]", text):
        if word == "hundred":
            group *= 100
        elif word in _ENGLISH_SCALES:
            total += group * _ENGLISH_SCALES[word]
            group = 0
        else:
            group += _ENGLISH[word]
    return total + group


_NUMBERS = st.one_of(st.integers(0, 2999), st.integers(0, LARGEST), st.integers(0, 999).map(lambda n: n * 1000))


@given(_NUMBERS, st.sampled_from(Gender), st.sampled_from(Case))
@example(101_000, Gender.MASCULINE, Case.NOMINATIVE)
@example(102_002_102, Gender.FEMININE, Case.GENITIVE)
@example(LARGEST, Gender.MASCULINE, Case.NOMINATIVE)
def test_arabic_words_read_back_to_the_number(number: int, gender: Gender, case: Case) -> None:
    assert _read_arabic(in_words(number, Language.ARABIC, gender=gender, case=case)) == number


@given(_NUMBERS)
def test_english_words_read_back_to_the_number(number: int) -> None:
    assert _read_english(in_words(number, Language.ENGLISH)) == number


@given(st.sets(st.integers(0, LARGEST), min_size=2, max_size=2), st.sampled_from(Language))
def test_two_numbers_never_share_their_words(numbers: set[int], language: Language) -> None:
    one, other = numbers
    assert in_words(one, language) != in_words(other, language)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "صفر"),
        (12, "اثنا عشر"),
        (300, "ثلاثمائة"),
        (800, "ثمانمائة"),
        (1400, "ألف وأربعمائة"),
        (2000, "ألفان"),
        (2500, "ألفان وخمسمائة"),
        (3000, "ثلاثة آلاف"),
        (11_000, "أحد عشر ألفًا"),
        (100_000, "مائة ألف"),
        (101_000, "مائة ألف وألف"),
        (102_000, "مائة ألف وألفان"),
        (200_000, "مائتا ألف"),
        (250_000, "مائتان وخمسون ألفًا"),
        (2_000_000, "مليونان"),
        (5_000_000_000, "خمسة مليارات"),
    ],
)
def test_numbers_are_spelled_as_offices_write_them(number: int, words: str) -> None:
    assert in_words(number, Language.ARABIC) == words


@pytest.mark.parametrize(
    ("text", "currency", "arabic", "english"),
    [
        ("1400", Currency.SAR, "ألف وأربعمائة ريال سعودي", "one thousand four hundred Saudi riyals"),
        (
            "1400.50",
            Currency.SAR,
            "ألف وأربعمائة ريال سعودي وخمسون هللة",
            "one thousand four hundred Saudi riyals and fifty halalas",
        ),
        ("0.01", Currency.SAR, "هللة واحدة", "one halala"),
        ("0", Currency.SAR, "صفر ريال سعودي", "zero Saudi riyals"),
        ("1", Currency.SAR, "ريال سعودي واحد", "one Saudi riyal"),
        ("2.02", Currency.SAR, "ريالان سعوديان وهللتان", "two Saudi riyals and two halalas"),
        ("5.08", Currency.SAR, "خمسة ريالات سعودية وثماني هللات", "five Saudi riyals and eight halalas"),
        ("1320", Currency.SAR, "ألف وثلاثمائة وعشرون ريالًا سعوديًا", "one thousand three hundred twenty Saudi riyals"),
        ("2000", Currency.SAR, "ألفا ريال سعودي", "two thousand Saudi riyals"),
        ("11000", Currency.EGP, "أحد عشر ألف جنيه مصري", "eleven thousand Egyptian pounds"),
        (
            "3.25",
            Currency.EGP,
            "ثلاثة جنيهات مصرية وخمسة وعشرون قرشًا",
            "three Egyptian pounds and twenty-five piastres",
        ),
    ],
)
def test_an_amount_is_said_with_its_currency_in_agreement(
    text: str, currency: Currency, arabic: str, english: str
) -> None:
    amount = Money.of(text, currency)
    assert amount_in_words(amount, Language.ARABIC) == f"{arabic} لا غير"
    assert amount_in_words(amount, Language.ARABIC, cheque=True) == f"فقط {arabic} لا غير"
    assert amount_in_words(amount, Language.ENGLISH) == f"{english} only"


@pytest.mark.parametrize("minor", [-5, (LARGEST + 1) * 100])
def test_an_amount_that_cheques_do_not_carry_is_refused_by_its_figure(minor: int) -> None:
    amount = Money(minor, Currency.SAR)
    with pytest.raises(OfficeError) as refused:
        amount_in_words(amount, Language.ARABIC)
    assert amount.decimal_text() in str(refused.value)
