"""Lists that leave the window, read back from the file."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from desktop.values.errors import Unreachable
from desktop.values.language import Language
from ui.language.reader import Reader
from ui.parts.table import export
from ui.parts.table.columns import Column, open_button
from ui.parts.table.export import Format, Sheet, sheet_of, write

_SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True)
class Payment:
    name: str
    national_id: str
    amount: Decimal
    day: date | None = None


COLUMNS: list[Column[Payment]] = [
    Column("name", lambda: "المستفيد", lambda row, _reader: row.name),
    Column("id", lambda: "رقم الهوية", lambda row, reader: reader.code(row.national_id)),
    Column("amount", lambda: "المبلغ", lambda row, _reader: str(row.amount), export=lambda row: row.amount),
    Column("day", lambda: "اليوم", lambda row, _reader: str(row.day), export=lambda row: row.day),
    open_button(lambda: "فتح"),
]
ROWS = [
    Payment("مريم علي الخلف", "1000000000", Decimal("1320.10"), date(2024, 11, 21)),
    Payment("=HYPERLINK(1)", "1000000001", Decimal("-5.00")),
]


def _read_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def _read_xlsx(path: Path) -> tuple[list[list[str]], ET.Element]:
    with zipfile.ZipFile(path) as book:
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{_SPREADSHEET}row"):
        rows.append(["".join(cell.itertext()) for cell in row.iter(f"{_SPREADSHEET}c")])
    return rows, sheet


@pytest.mark.parametrize("language", list(Language))
def test_a_text_file_opens_in_arabic_and_holds_bare_values(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "list.csv"
    reader = Reader(language, arabic_digits=language is Language.ARABIC)
    assert write(path, sheet_of(COLUMNS, ROWS, reader, "الصرف"), Format.CSV) == 2
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = _read_csv(path)
    assert rows[0] == ["المستفيد", "رقم الهوية", "المبلغ", "اليوم"]
    identity = "١٠٠٠٠٠٠٠٠٠" if language is Language.ARABIC else "1000000000"
    assert rows[1] == ["مريم علي الخلف", identity, "1320.10", "2024-11-21"]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_no_value_is_taken_for_a_formula_and_a_negative_amount_stays_a_figure(tmp_path: Path, begins: str) -> None:
    path = tmp_path / "list.csv"
    write(path, sheet_of(COLUMNS, [Payment(f"{begins}1+1", "1000000000", Decimal("-5.00"))], Reader(), "x"), Format.CSV)
    name, _, amount, _ = _read_csv(path)[1]
    assert name == f"'{begins}1+1"
    assert amount == "-5.00"


def test_a_workbook_stands_right_to_left_and_keeps_amounts_and_days_as_such(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    assert write(path, sheet_of(COLUMNS, ROWS, Reader(), "الصرف: [شهر]"), Format.XLSX) == 2
    rows, sheet = _read_xlsx(path)
    view = next(sheet.iter(f"{_SPREADSHEET}sheetView"))
    assert view.get("rightToLeft") == "1"
    assert rows[0] == ["المستفيد", "رقم الهوية", "المبلغ", "اليوم"]
    assert rows[1] == ["مريم علي الخلف", "١٠٠٠٠٠٠٠٠٠", "1320.10", "45617"]
    assert rows[2][:3] == ["=HYPERLINK(1)", "١٠٠٠٠٠٠٠٠١", "-5.00"]
    assert list(sheet.iter(f"{_SPREADSHEET}f")) == []


def test_an_english_workbook_stands_left_to_right(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    write(path, sheet_of(COLUMNS, ROWS, Reader(Language.ENGLISH, arabic_digits=False), "Payments"), Format.XLSX)
    _, sheet = _read_xlsx(path)
    assert next(sheet.iter(f"{_SPREADSHEET}sheetView")).get("rightToLeft") is None


def test_what_a_sheet_cannot_hold_goes_on_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "ROWS_OF_A_SHEET", 3)
    path = tmp_path / "list.xlsx"
    lines = [[number] for number in range(7)]
    assert write(path, Sheet("قائمة", ("العدد",), lines, (100,), True), Format.XLSX) == 7
    with zipfile.ZipFile(path) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 3


@pytest.mark.parametrize("file_format", list(Format))
def test_an_empty_list_is_a_sheet_with_headings(tmp_path: Path, file_format: Format) -> None:
    path = tmp_path / f"list.{file_format}"
    assert write(path, sheet_of(COLUMNS, [], Reader(), "x"), file_format) == 0
    rows = _read_csv(path) if file_format is Format.CSV else _read_xlsx(path)[0]
    assert rows == [["المستفيد", "رقم الهوية", "المبلغ", "اليوم"]]


@pytest.mark.parametrize("file_format", list(Format))
def test_an_export_that_breaks_off_leaves_the_earlier_file_whole_and_nothing_beside_it(
    tmp_path: Path, file_format: Format
) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    path = folder / "list"
    path.write_text("earlier")

    def breaking() -> Iterator[Payment]:
        yield ROWS[0]
        raise ConnectionError

    with pytest.raises(ConnectionError):
        write(path, sheet_of(COLUMNS, breaking(), Reader(), "x"), file_format)
    assert path.read_text() == "earlier"
    assert list(folder.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreachable) as told:
        write(tmp_path / "gone" / "list.csv", sheet_of(COLUMNS, ROWS, Reader(), "x"), Format.CSV)
    assert told.value.key == "parts.export_not_written"
    assert "list.csv" in told.value.sentence(Language.ARABIC)
