from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.values.names import PersonName, fold

_ARABIC = st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآٱىةؤئـًٌٍَُِّْٰٕٓٔ کیہۀ٠۹ﷲﻻﻋﺒﺪ"))
_WORDS = st.lists(st.sampled_from(["عبد", "ابو", "أبو", "آل", "ال", "له", "دين", "الله", "الدين", "و", "اب", "نور"]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إِبْرَاهِيم", "ابراهيم"),
        ("آمنة", "امنه"),
        ("هدى", "هدي"),
        ("مؤمن", "مومن"),
        ("فائز", "فايز"),
        ("علاء", "علا"),
        ("محـــمد", "محمد"),
        ("کریم", "كريم"),
        ("عبد الله", "عبدالله"),
        ("أبو بكر", "أبوبكر"),
        ("آل سعود", "السعود"),
        ("ال سعود", "آل سعود"),
        ("نور الدين", "نورالدين"),
        ("فتح الله", "فتحالله"),
        ("ﻋﺒﺪ ﷲ", "عبد الله"),
        ("Maria  SANTOS", "maria santos"),
        ("غرفة ١٢", "غرفه 12"),
        ("علي\u200f", "على"),
    ],
)
def test_spellings_of_one_name_are_found_as_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("علي", "عالي"), ("محمد بن علي", "محمد علي"), ("أم كلثوم", "أمكلثوم"), ("حسن", "حسين")]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_ta_marbuta_is_kept_when_the_office_wishes_so() -> None:
    assert fold("فاطمة", ta_marbuta_as_ha=False) == "فاطمة"
    assert fold("فاطمة") == "فاطمه"


@given(st.one_of(st.text(), _ARABIC, _WORDS.map(" ".join)), st.booleans())
def test_folding_twice_changes_nothing(text: str, ta_marbuta_as_ha: bool) -> None:
    once = fold(text, ta_marbuta_as_ha=ta_marbuta_as_ha)
    assert fold(once, ta_marbuta_as_ha=ta_marbuta_as_ha) == once


@given(_ARABIC)
def test_no_mark_hamza_or_doubled_space_is_left(text: str) -> None:
    folded = fold(text)
    assert not set(folded) & set("أإآٱىةؤئءـًٌٍَُِّْٰٕٓٔکی")
    assert "  " not in folded
    assert folded == folded.strip()


def test_a_full_name_keeps_the_order_of_the_papers_and_leaves_out_what_is_unknown() -> None:
    assert PersonName("فاطمة", "عبد الله", "حسن", "الأحمد").full() == "فاطمة عبد الله حسن الأحمد"
    assert PersonName("جاسم", father="علي", family="الأحمد").full() == "جاسم علي الأحمد"
    assert PersonName(" مريم ", father="  ").full() == "مريم"
