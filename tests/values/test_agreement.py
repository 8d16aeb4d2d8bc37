from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.values import agreement
from desktop.values.agreement import CAR, DOMESTIC_WORKER, PERSON, YEAR, CountedNoun, counted
from desktop.values.cardinals import LARGEST, Case, Gender
from desktop.values.errors import OfficeError
from desktop.values.language import Language

_NOUNS = [noun for noun in vars(agreement).values() if isinstance(noun, CountedNoun)]


@pytest.mark.parametrize(
    ("number", "people", "cars"),
    [
        (0, "صفر فرد", "صفر سيارة"),
        (1, "فرد واحد", "سيارة واحدة"),
        (2, "فردان", "سيارتان"),
        (3, "ثلاثة أفراد", "ثلاث سيارات"),
        (8, "ثمانية أفراد", "ثماني سيارات"),
        (10, "عشرة أفراد", "عشر سيارات"),
        (11, "أحد عشر فردًا", "إحدى عشرة سيارة"),
        (12, "اثنا عشر فردًا", "اثنتا عشرة سيارة"),
        (15, "خمسة عشر فردًا", "خمس عشرة سيارة"),
        (18, "ثمانية عشر فردًا", "ثماني عشرة سيارة"),
        (20, "عشرون فردًا", "عشرون سيارة"),
        (21, "واحد وعشرون فردًا", "إحدى وعشرون سيارة"),
        (28, "ثمانية وعشرون فردًا", "ثمانٍ وعشرون سيارة"),
        (100, "مائة فرد", "مائة سيارة"),
        (101, "مائة فرد وفرد واحد", "مائة سيارة وسيارة واحدة"),
        (102, "مائة فرد وفردان", "مائة سيارة وسيارتان"),
        (103, "مائة وثلاثة أفراد", "مائة وثلاث سيارات"),
        (108, "مائة وثمانية أفراد", "مائة وثماني سيارات"),
        (200, "مائتا فرد", "مائتا سيارة"),
        (2000, "ألفا فرد", "ألفا سيارة"),
        (11000, "أحد عشر ألف فرد", "أحد عشر ألف سيارة"),
    ],
)
def test_words_agree_with_what_is_counted(number: int, people: str, cars: str) -> None:
    assert counted(number, PERSON, Language.ARABIC, words=True) == people
    assert counted(number, CAR, Language.ARABIC, words=True) == cars


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "٠ فرد"),
        (1, "فرد واحد"),
        (2, "فردان"),
        (3, "٣ أفراد"),
        (11, "١١ فردًا"),
        (100, "١٠٠ فرد"),
        (102, "١٠٢ فرد"),
        (110, "١١٠ أفراد"),
        (1250, "١٬٢٥٠ فردًا"),
    ],
)
def test_the_noun_agrees_with_digits_too(number: int, text: str) -> None:
    assert counted(number, PERSON, Language.ARABIC) == text


def test_the_genitive_turns_duals_and_tens() -> None:
    genitive = {n: counted(n, PERSON, Language.ARABIC, words=True, case=Case.GENITIVE) for n in (2, 12, 22, 200)}
    assert genitive == {2: "فردين", 12: "اثني عشر فردًا", 22: "اثنين وعشرين فردًا", 200: "مائتي فرد"}
    assert counted(12, YEAR, Language.ARABIC, words=True, case=Case.GENITIVE) == "اثنتي عشرة سنة"


def test_an_adjective_follows_its_noun_through_every_form() -> None:
    forms = [counted(n, DOMESTIC_WORKER, Language.ARABIC, arabic_digits=False) for n in (1, 2, 4, 14)]
    assert forms == ["عامل منزلي واحد", "عاملان منزليان", "4 عمال منزليين", "14 عاملًا منزليًا"]


def test_english_takes_the_plural_but_for_one() -> None:
    assert counted(1, PERSON, Language.ENGLISH, arabic_digits=False) == "1 person"
    assert counted(0, PERSON, Language.ENGLISH, arabic_digits=False) == "0 people"
    assert counted(12000, CAR, Language.ENGLISH, arabic_digits=False) == "12,000 cars"
    assert counted(21, CAR, Language.ENGLISH, words=True) == "twenty-one cars"


@pytest.mark.parametrize("noun", _NOUNS)
def test_every_declared_noun_has_all_its_forms(noun: CountedNoun) -> None:
    forms = noun.arabic
    assert forms.dual.split()[0].endswith("ان")
    assert forms.dual_genitive == forms.dual.replace("ان", "ين") or forms.dual_genitive.split()[0].endswith("ين")
    assert forms.accusative.split()[0].endswith("ة" if forms.gender is Gender.FEMININE else "ًا")
    assert (forms.gender is Gender.FEMININE) == forms.singular.endswith("ة")
    assert forms.plural != forms.singular
    assert noun.english != noun.english_plural


@given(st.integers(0, LARGEST), st.sampled_from(_NOUNS), st.booleans(), st.sampled_from(Case))
def test_every_count_is_said_without_gaps(number: int, noun: CountedNoun, words: bool, case: Case) -> None:
    text = counted(number, noun, Language.ARABIC, words=words, case=case)
    assert text == " ".join(text.split())
    assert not set(text) & set("0123456789")


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_what_has_no_words_is_refused(number: int) -> None:
    with pytest.raises(OfficeError) as refused:
        counted(number, PERSON, Language.ARABIC)
    assert refused.value.key == "values.number_out_of_words"
