from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from every_paper import EVERY
from pdf_reading import READERS, by_pdfium, by_poppler, comparable
from reportlab.pdfgen.canvas import Canvas
from sample_papers import ALONE, ASSESSMENT, EGYPTIAN, ENROLMENT, EXTREME, STATEMENT, WAITING

from desktop.facts.codes import CriterionOutcome
from desktop.issuing.contents import Content, Paper
from desktop.values.language import Language
from reports.arabic import ink
from reports.arabic.faces import Face, font
from reports.arabic.lines import Line, set_lines
from reports.arabic.markup import Span, Style
from reports.page import furniture, pieces
from reports.render import render

SETTINGS = [(Language.ARABIC, True), (Language.ARABIC, False), (Language.ENGLISH, False)]


def paper(content: Content, language: Language = Language.ARABIC, arabic_digits: bool = True) -> bytes:
    return render(Paper(content=content, language=language, arabic_digits=arabic_digits))


@pytest.mark.parametrize("outcome", CriterionOutcome)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("sample", "rows"), [(ASSESSMENT, "criteria"), (ENROLMENT, "conditions")])
def test_the_word_of_an_outcome_is_never_cut(
    sample: Content, rows: str, language: Language, outcome: CriterionOutcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[str] = []

    def spy(canvas: Any, line: Line, *args: Any, **named: Any) -> None:
        lines.append(line.text.replace("\u00a0", " ").casefold())
        ink.draw_line(canvas, line, *args, **named)

    monkeypatch.setattr(pieces, "draw_line", spy)
    alike = tuple(msgspec.structs.replace(row, outcome=outcome) for row in getattr(sample, rows))
    paper(msgspec.structs.replace(sample, **{rows: alike}), language)
    assert lines.count(outcome.label.said_in(language).casefold()) >= len(alike) > 0


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("language", "arabic_digits"), SETTINGS)
@pytest.mark.parametrize("name", EVERY)
def test_every_line_on_paper_is_found_as_plain_text_and_parts_no_word(
    name: str, language: Language, arabic_digits: bool, reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    cut: list[str] = []

    def laid(*args: Any, **named: Any) -> list[Line]:
        lines = set_lines(*args, **named)
        cut.extend(line.text for line in lines[:-1] if not line.swallowed)
        return lines

    def spy(canvas: Any, line: Line, *args: Any, **named: Any) -> None:
        said.append(line.text)
        ink.draw_line(canvas, line, *args, **named)

    monkeypatch.setattr(pieces, "draw_line", spy)
    monkeypatch.setattr(pieces, "set_lines", laid)
    monkeypatch.setattr(furniture, "draw_line", spy)
    found = READERS[reader](paper(EVERY[name], language, arabic_digits), tmp_path)
    assert [line for line in said if comparable(line) not in found] == []
    assert cut == []


@pytest.mark.parametrize("read", [by_poppler, by_pdfium])
def test_the_statement_certifies_in_one_sentence_across_its_lines(read: Any, tmp_path: Path) -> None:
    assert comparable(
        "يشهد مكتب الضمان الاجتماعي بالقطيف بأن السيدة فاطمة عبد الله حسن الأحمد، هوية وطنية رقم ١٠٠٠٣٤٥٦٧٢، "
        "وأفراد أسرتها المبينة أسماؤهم أدناه، من المشمولين بالضمان الاجتماعي المطور اعتبارا من ١ جمادى الآخرة ١٤٤٥ هـ "
        "الموافق ١٤ ديسمبر ٢٠٢٣ م، بموجب القرار رقم QTF-D-1445-00412 بتاريخ ٧ جمادى الآخرة ١٤٤٥ هـ الموافق "
        "٢٠ ديسمبر ٢٠٢٣ م. وقد أعطيت هذا المشهد بناء على طلبها دون أدنى مسؤولية على المكتب تجاه الغير."
    ) in read(paper(STATEMENT), tmp_path)


def test_the_statement_certifies_in_english(tmp_path: Path) -> None:
    assert (
        "The Social Security Office in Qatif certifies that Ms Fatimah Abdullah Hassan Al-Ahmad, national ID "
        "1000345672, and the members of her family named below are covered by the developed social security from "
        "14 December 2023 CE"
    ) in by_poppler(paper(STATEMENT, Language.ENGLISH, False), tmp_path)


def test_the_monthly_amounts_stand_in_figures_and_in_words(tmp_path: Path) -> None:
    text = by_poppler(paper(STATEMENT), tmp_path)
    assert "١٬٤٠٠٫٠٠ ريال — ألف وأربعمائة ريال سعودي لا غير" in text
    assert "٢٥٢٫٠٠ ريال" in text
    assert comparable("١٬٧٤١٫٠٠ ريال — ألف وسبعمائة وواحد وأربعون ريالًا سعوديًا لا غير") in text


def test_a_man_alone_is_named_in_the_masculine_and_has_no_family_below(tmp_path: Path) -> None:
    text = by_poppler(paper(ALONE), tmp_path)
    assert "بأن السيد عبد الرحمن" in text
    assert "مشمول بالضمان" in text
    assert "أعطي هذا المشهد بناء على طلبه" in text
    assert "وأفراد أسرت" not in text
    assert "سلمت لصاحب الشأن" in text


def test_a_unit_certifies_in_the_feminine(tmp_path: Path) -> None:
    text = by_poppler(paper(EGYPTIAN), tmp_path)
    assert "تشهد الوحدة الاجتماعية بسنورس بأن" in text
    assert "جنيه" in text


def test_demonstration_data_and_reprints_say_so_in_readable_text(tmp_path: Path) -> None:
    text = by_poppler(paper(EXTREME), tmp_path)
    assert text.count("بيانات تجريبية — لا يعتد بهذه الوثيقة") == 2
    assert "نسخة رقم ١٢ — بدل تالف بعد تعرضه للماء" in text
    assert "بيانات تجريبية" not in by_poppler(paper(STATEMENT), tmp_path)


def test_a_birth_outside_the_tables_is_printed_as_stated_with_no_invented_date(tmp_path: Path) -> None:
    text = by_poppler(paper(ALONE), tmp_path)
    assert "سنة ١٣٣٧ هـ" in text
    assert "١٩١٩/٠٣/٠١ م" in text


def test_each_criterion_carries_its_word_its_sentence_and_its_article(tmp_path: Path) -> None:
    text = by_poppler(paper(ASSESSMENT), tmp_path)
    for said in ("مستوفى", "لا ينطبق", "ينقصه بيان", "اللائحة التنفيذية، المادة ٨/١", "(لائحة معايير الثروة)."):
        assert said in text


def test_the_assessment_sheet_says_that_it_is_no_decision_and_names_its_rules(tmp_path: Path) -> None:
    arabic, english = (by_poppler(paper(ASSESSMENT, language, False), tmp_path) for language in Language)
    assert "وليست قرارا بالقبول أو الصرف" in arabic
    assert "It is no decision to accept or to pay" in english
    assert "sa.developed · 2023-11 · sha256:1a2b3c4d5e6f" in arabic
    assert "sa.developed · 2023-11 · sha256:1a2b3c4d5e6f" in english


def test_the_slip_tells_a_seat_from_a_place_in_the_waiting_list(tmp_path: Path) -> None:
    assert "سجلت السيدة زينب" in by_poppler(paper(ENROLMENT), tmp_path)
    waiting = by_poppler(paper(WAITING), tmp_path)
    assert "أدرج السيد عبد الرحمن" in waiting
    assert "الترتيب في قائمة الانتظار" in waiting
    assert "رقم المقعد" not in waiting


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("face", [Face.BODY, Face.LABEL])
@pytest.mark.parametrize(
    "text",
    [
        "الرقم QTF-1446-000127-3 (محمد) «نسخة» بتاريخ 2023-11-01 لا غير",
        "المعاش ١٬٤٠٠٫٠٠ ريال (ألف وأربعمائة ريال) لدى IBM Plex ونسبة ٥٠٪ من 1,400.00 ريال",
        "بتاريخ ٢٠٢٤/١١/٢١ م - ١٤٤٦/٠٥/١٩ هـ، نسخة (أ) ثم [ب] 50% + 3.",
        "والآيبان SA03 8000 0000 6080 1016 7519 للأسرة، لأن الإسلام لا إله إلا الله؛ اللَّهُ أكبر",
        "م/٣٢: ٤/٤/١٤٤٢ هـ — الساعة 12:30 (القاعة B-12)، الملف QTF-48215",
    ],
)
def test_brackets_numbers_and_latin_words_keep_their_place_in_copied_arabic(
    text: str, face: Face, reader: str, tmp_path: Path
) -> None:
    for each in Face:
        font(each)
    out = BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName=Face.BODY.value[0])
    (line,) = set_lines([Span(text, Style(face, 11))], 520, rtl=True)
    ink.draw_line(canvas, line, ink.Place(40, 700, 520))
    canvas.save()
    assert READERS[reader](out.getvalue(), tmp_path) == comparable(text)
