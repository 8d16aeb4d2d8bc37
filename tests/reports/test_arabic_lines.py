from __future__ import annotations

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.arabic.faces import Face, MissingGlyphError
from reports.arabic.levels import in_visual_order, levels
from reports.arabic.lines import Line, set_lines
from reports.arabic.markup import LRI, PDI, RLI, Span, Style, isolate, isolated
from reports.arabic.shaping import shaped

BODY = Style(Face.BODY, 14)
LABEL = Style(Face.LABEL, 10)

_MIXED = st.text(alphabet="ابتجدهوزحطيكلمنسعفصقرشأإآؤئءةى لاًَُِّْ 0123456789٠١٢٣٩ABCxyz-/.,:،؛()«»[]%+ \u00a0", max_size=120)


def drawn(line: Line) -> str:
    """The glyphs from left to right, as plain letters."""
    return "".join(line.glyphs[place].cluster.letters for place in line.visual)


def laid(text: str, width: float = 10_000.0, *, rtl: bool = True, style: Style = BODY) -> list[Line]:
    return set_lines([Span(text, style)], width, rtl=rtl)


@settings(max_examples=150, deadline=None)
@given(_MIXED, st.booleans(), st.floats(30, 500))
def test_lines_put_together_are_the_text_that_went_in(text: str, rtl: bool, width: float) -> None:
    lines = laid(text, width, rtl=rtl)
    plain = "".join(letter for letter in isolated(text, rtl=rtl) if letter not in (LRI, RLI, PDI))
    # Marks before any letter have no letter to stand on, and marks of one letter may change places among themselves.
    assert sorted("".join(line.text + line.swallowed for line in lines)) == sorted(plain)
    letters = [letter for letter in plain if not unicodedata.combining(letter)]
    assert [x for x in "".join(line.text + line.swallowed for line in lines) if not unicodedata.combining(x)] == letters


@settings(max_examples=150, deadline=None)
@given(_MIXED, st.booleans())
def test_reordering_a_line_loses_and_doubles_no_letter(text: str, rtl: bool) -> None:
    for line in laid(text, 200, rtl=rtl):
        assert sorted(line.visual) == list(range(len(line.glyphs)))


@settings(max_examples=100, deadline=None)
@given(_MIXED, st.floats(60, 400))
def test_no_line_is_wider_than_its_room(text: str, width: float) -> None:
    assert all(line.width <= width + 0.02 for line in laid(text, width))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ابتلام ABC012 ,./-", max_size=30), st.booleans())
def test_levels_order_a_line_as_the_other_implementation_of_the_standard_does(text: str, rtl: bool) -> None:
    order = in_visual_order(text.rstrip(), levels(text.rstrip(), int(rtl)))
    assert "".join(order) == get_display(text.rstrip(), base_dir="R" if rtl else "L")


def test_a_wrapped_paragraph_reads_from_its_first_line_down() -> None:
    text = "يشهد مكتب الضمان الاجتماعي بالقطيف بأن السيدة من المشمولين بالضمان الاجتماعي المطور"
    lines = laid(text, 150)
    assert len(lines) > 2
    assert " ".join(line.text for line in lines) == text
    assert drawn(lines[0]).endswith("دهشي")


def test_a_date_keeps_its_order_where_the_arabic_before_it_ended_the_line_above() -> None:
    lines = laid("اعتبارًا من تاريخ 2023-11-01 فصاعدًا", laid("اعتبارًا من تاريخ")[0].width + 5)
    assert "2023-11-01" in drawn(lines[1])


@pytest.mark.parametrize(
    "piece",
    [
        "2023-11-01",
        "٢٠٢٣-١١-٠١",
        "٢٠٢٤/١١/٢١",
        "١٬٤٠٠٫٠٠",
        "QTF-1446-000127-3",
        "SA03 8000 0000 6080 1016 7519",
        "12:30",
    ],
)
@pytest.mark.parametrize("before", ["رقم ", "Ref ", "", "(", "«"])
def test_a_number_or_id_keeps_its_order_in_arabic(piece: str, before: str) -> None:
    assert piece in drawn(laid(f"{before}{isolate(piece)} نص بعده")[0])


@pytest.mark.parametrize("piece", ["2023-11-01", "QTF-1446-000127-3", "٢٠٢٣-١١-٠١", "1,400.00", "A/12.b"])
def test_free_text_needs_no_marks_for_its_numbers_and_ids(piece: str) -> None:
    assert piece in drawn(laid(f"الملف {piece}، ثم غيره")[0])


def test_two_dates_in_a_row_stay_in_reading_order() -> None:
    line = drawn(laid("من ٢٠٢٣/١١/٠١ إلى ٢٠٢٤/٠١/٣١")[0])
    assert line.index("٢٠٢٤/٠١/٣١") < line.index("٢٠٢٣/١١/٠١")


def test_hours_in_arabic_begin_where_reading_begins() -> None:
    (line,) = laid("من الأحد إلى الخميس، ٠٨:٣٠–١٢:٣٠")
    assert drawn(line).startswith("١٢:٣٠–٠٨:٣٠")
    (line,) = laid("Sunday to Thursday, 08:30–12:30", rtl=False)
    assert drawn(line).endswith("08:30–12:30")


def test_brackets_open_toward_their_text_in_both_directions() -> None:
    inks = "".join(glyph.ink for glyph in laid("(أ) «ب»")[0].glyphs)
    assert inks[0] == ")"
    assert "»" in inks[:5]
    assert "".join(glyph.ink for glyph in laid("(a) «b»", rtl=False)[0].glyphs) == "(a) «b»"


def test_an_arabic_name_in_english_keeps_its_word_order() -> None:
    line = drawn(laid("Ms فاطمة عبد الله is covered", rtl=False)[0])
    assert line.startswith("Ms ")
    assert line.endswith(" is covered")
    assert line.index("دبع") < line.index("ةمطاف")


def test_stray_direction_marks_in_a_text_change_nothing() -> None:
    assert drawn(laid("رقم \u202e2023-11-01\u202c \u200fنص\u200b")[0]) == drawn(laid("رقم 2023-11-01 نص")[0])


def test_a_no_break_space_holds_its_words_together() -> None:
    text = "كلمة أخرى عبد\u00a0الرحمن"
    width = laid("كلمة أخرى عبد")[0].width + 3
    assert [line.text for line in laid(text, width)] == ["كلمة أخرى", "عبد\u00a0الرحمن"]


def test_a_word_wider_than_the_line_is_cut_without_a_hyphen_and_stays_joined() -> None:
    lines = laid("ا" + "ل" * 60, 60)
    assert len(lines) > 2
    assert "".join(line.text for line in lines) == "ا" + "ل" * 60
    assert {glyph.ink for glyph in lines[1].glyphs} == {"\ufee0"}


def test_lam_alef_is_one_glyph_that_stands_for_two_letters() -> None:
    (cluster,) = shaped("لأ")
    assert (cluster.glyph, cluster.letters) == ("\ufef7", "لأ")


def test_tashkeel_stays_with_its_letter() -> None:
    assert [cluster.marks for cluster in shaped("سُلّمت")] == ["ُ", "ّ", "", ""]


def test_a_letter_of_neither_typeface_is_refused_rather_than_boxed() -> None:
    with pytest.raises(MissingGlyphError, match=r"U\+4E2D"):
        laid("نص 中")


def test_a_letter_of_one_typeface_only_is_taken_from_the_other() -> None:
    plex_only = "\u2713"
    assert laid(f"تم {plex_only}")[0].glyphs[-1].face is Face.LABEL
    assert laid(f"تم {plex_only}", style=LABEL)[0].glyphs[-1].face is Face.LABEL
