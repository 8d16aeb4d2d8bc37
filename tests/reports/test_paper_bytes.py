from __future__ import annotations

import os
import re
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from every_paper import EVERY
from PIL import Image
from sample_papers import LONG_ASSESSMENT, QR_TEXT, STATEMENT, large_family

from desktop.issuing.contents import Content, Paper
from desktop.values.language import Language
from desktop.values.names import PersonName
from reports.page import look
from reports.preview import pages_as_png
from reports.render import render

HERE = Path(__file__).parent


def paper(content: Content, language: Language = Language.ARABIC) -> bytes:
    return render(Paper(content=content, language=language, arabic_digits=True))


def fonts_of(pdf: bytes, folder: Path) -> list[list[str]]:
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdffonts", str(file)], capture_output=True, check=True, text=True).stdout
    return [line.split() for line in told.splitlines()[2:]]


def code_on(page: bytes, rtl: bool, dpi: int) -> Image.Image:
    """The corner of the last page that holds the code."""
    picture = Image.open(BytesIO(page))
    side, margin = (round(points * dpi / 72) for points in (look.CODE_SIZE + 12, look.MARGIN - 6))
    left = picture.width - margin - side if rtl else margin
    return picture.crop((left, picture.height - margin - side, left + side, picture.height - margin))


@pytest.mark.parametrize("name", EVERY)
def test_the_same_paper_is_the_same_bytes_twice(name: str) -> None:
    assert paper(EVERY[name]) == paper(EVERY[name])


def test_the_same_paper_is_the_same_bytes_in_another_process_with_another_hash_seed() -> None:
    script = (
        "import sys; from hashlib import sha256; from every_paper import EVERY\n"
        "from desktop.issuing.contents import Paper; from desktop.values.language import Language\n"
        "from reports.render import render\n"
        "for content in EVERY.values():\n"
        "    pdf = render(Paper(content=content, language=Language.ARABIC, arabic_digits=True))\n"
        "    print(sha256(pdf).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": f"{HERE}:{HERE.parents[1]}"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True, env=environment, cwd=HERE.parents[1]
    )
    assert done.stdout.split() == [sha256(paper(content)).hexdigest() for content in EVERY.values()]


def test_a_kept_paper_is_set_again_to_the_same_bytes() -> None:
    kept = Paper(content=LONG_ASSESSMENT, language=Language.ENGLISH, arabic_digits=False)
    again = msgspec.json.decode(msgspec.json.encode(kept), type=Paper)
    assert render(again) == render(kept)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", EVERY)
def test_every_font_is_embedded_as_a_subset_and_can_be_read(name: str, language: Language, tmp_path: Path) -> None:
    fonts = fonts_of(paper(EVERY[name], language), tmp_path)
    assert fonts
    for row in fonts:
        # Columns from the right: object and generation, then unicode map, subset, embedded.
        assert row[-5:-2] == ["yes", "yes", "yes"], row
        assert re.fullmatch(r"[A-Z]{6}\+(Amiri|IBMPlexSansArabic).*", row[0])


@pytest.mark.parametrize(
    ("name", "dpi", "language"),
    [
        *(("statement", dpi, language) for dpi in (150, 300) for language in Language),
        ("every_programme", 150, Language.ENGLISH),
        ("better_off", 150, Language.ARABIC),
    ],
)
def test_the_code_decodes_to_the_text_that_issuing_signed(
    name: str, dpi: int, language: Language, tmp_path: Path
) -> None:
    page = pages_as_png(paper(EVERY[name], language), dpi)[-1]
    picture = tmp_path / "code.png"
    code_on(page, language is Language.ARABIC, dpi).save(picture)
    done = subprocess.run(
        ["zbarimg", "--nodbus", "-q", "--raw", str(picture)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == QR_TEXT


def test_the_code_is_printed_no_smaller_than_scanners_need() -> None:
    assert look.CODE_SIZE / 72 * 25.4 >= 30


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        ("statement", 1),
        ("alone", 1),
        ("extreme", 2),
        ("long_assessment", 4),
        ("enrolment", 1),
        ("every_programme", 2),
        ("every_programme_open", 3),
        ("better_off", 3),
        ("better_off_open", 3),
    ],
)
def test_a_paper_takes_as_many_pages_as_it_needs(content: str, pages: int) -> None:
    assert len(pages_as_png(paper(EVERY[content]), 20)) == pages


@pytest.mark.parametrize("count", range(1, 31))
def test_nothing_is_drawn_into_the_room_of_code_and_signature(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from reports.page import furniture, sheet

    placed = []
    original = sheet._paged

    def spy(*args: object) -> object:
        placed.append(original(*args))  # type: ignore[arg-type]
        return placed[-1]

    monkeypatch.setattr(sheet, "_paged", spy)
    paper(msgspec.structs.replace(STATEMENT, persons=large_family(count)))
    (pages,) = placed
    for number, page in enumerate(pages, start=1):
        floor = furniture.FOOT_OF_LAST_PAGE if number == len(pages) else furniture.FOOT
        assert all(top - piece.height >= floor - 0.01 for top, piece in page)
        tops = [top for top, _ in page]
        assert tops == sorted(tops, reverse=True)
    assert sum(len(page) for page in pages) >= count


def test_the_pdf_names_its_title_its_language_and_its_office() -> None:
    import pypdfium2

    pdf = paper(STATEMENT)
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title") == "مشهد ضمان اجتماعي QTF-1446-000127-3"
    assert document.get_metadata_value("Author") == "مكتب الضمان الاجتماعي بالقطيف"
    assert b"/Lang (ar)" in pdf
    document.close()


def test_a_five_part_name_fits_the_table_of_the_family() -> None:
    name = PersonName("عبد الرحمن بن عبد العزيز", "محمد صلاح الدين", "أبو عبد الله", "آل المبارك الخالدي").full()
    rows = (
        msgspec.structs.replace(STATEMENT.persons[0], name=msgspec.structs.replace(STATEMENT.persons[0].name, ar=name)),
    )
    assert pages_as_png(paper(msgspec.structs.replace(STATEMENT, persons=rows)), 20)
