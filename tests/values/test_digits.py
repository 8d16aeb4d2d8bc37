from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.values.digits import compact, to_arabic_indic, to_western


def test_arabic_indic_and_persian_digits_become_western_and_nothing_else_changes() -> None:
    assert to_western("ملف ٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ٫٬ ½") == "ملف 0123456789 0123456789 ٫٬ ½"


@given(st.text())
def test_western_text_survives_the_way_to_arabic_indic_and_back(text: str) -> None:
    assert to_western(to_arabic_indic(to_western(text))) == to_western(text)
    assert len(to_western(text)) == len(text)


def test_a_number_pasted_with_direction_marks_and_spaces_is_only_its_digits() -> None:
    assert compact("\u200f١٠٠٠ \u00a0٠٠٠\u2066٠٠٨\u2069\n") == "1000000008"
