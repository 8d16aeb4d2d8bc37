"""Writes the rows of a list into a file: CSV or a workbook. Run on a lane, never on the main thread."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

from desktop.values.errors import Unreachable
from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.parts.table.columns import Column, ExportValue

ROWS_OF_A_SHEET = 1_048_575
"""What Excel takes below the headings; the rest goes on in a further sheet."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Format(StrEnum):
    """What a list is written as."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written.

    Args:
        title: of the sheet.
        headings: of the columns, in reading order.
        lines: the values of each row, as many as headings; may be read lazily, once.
        widths: of the columns, in pixels at 100 % text size.
        right_to_left: whether the first column stands at the right.
    """

    title: str
    headings: tuple[str, ...]
    lines: Iterable[Sequence[ExportValue]]
    widths: tuple[int, ...]
    right_to_left: bool


def sheet_of(columns: Iterable[Column[Any]], rows: Iterable[Any], reader: Reader, title: str) -> Sheet:
    """Rows as a sheet; `columns` in reading order, those with a button left out.

    The headings are said at once, on the thread that calls; rows may come page by page while they are written.
    """
    written = tuple(column for column in columns if column.button is None)
    return Sheet(
        title=bare(title),
        headings=tuple(bare(column.title()) for column in written),
        lines=_lines(written, rows, reader),
        widths=tuple(column.width for column in written),
        right_to_left=reader.right_to_left,
    )


def write(path: Path, sheet: Sheet, file_format: Format) -> int:
    """Write a sheet whole or not at all; how many rows were written.

    A file of that name is replaced only once the new one is complete.

    Raises:
        Unreachable: `parts.export_not_written`, with the earlier file as it was.
        Exception: whatever the rows' source raised, with the earlier file as it was.
    """
    sheet = replace(sheet, lines=_told_apart(sheet.lines))
    writing = {Format.CSV: _write_csv, Format.XLSX: _write_xlsx}[file_format]
    part: Path | None = None
    try:
        with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.stem}-", suffix=".part", delete=False) as file:
            part = Path(file.name)
            count = writing(file, sheet)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except _SourceError as error:
        raise error.cause from None
    except OSError as error:
        raise Unreachable("parts.export_not_written", path=path, reason=error.strerror or str(error)) from error
    finally:
        # Gone already where it took its place; left behind by any failure otherwise, a stopped source too.
        if part is not None:
            part.unlink(missing_ok=True)
    return count


class _SourceError(Exception):
    """The rows could not be read; told apart from a file that cannot be written, since both may be an `OSError`."""

    def __init__(self, cause: Exception) -> None:
        super().__init__()
        self.cause = cause


def _told_apart(lines: Iterable[Sequence[ExportValue]]) -> Iterator[Sequence[ExportValue]]:
    try:
        yield from lines
    except Exception as error:
        raise _SourceError(error) from error


def _lines(columns: Sequence[Column[Any]], rows: Iterable[Any], reader: Reader) -> Iterator[list[ExportValue]]:
    values: list[Callable[[Any], ExportValue]] = [_value_of(column, reader) for column in columns]
    for row in rows:
        yield [value(row) for value in values]


def _value_of(column: Column[Any], reader: Reader) -> Callable[[Any], ExportValue]:
    return column.export if column.export is not None else lambda row: column.said(row, reader)


def _write_csv(file: IO[bytes], sheet: Sheet) -> int:
    # Excel takes a file without the mark for the code page of the machine and shows Arabic as rubbish.
    file.write(b"\xef\xbb\xbf")
    writer = csv.writer(_Encoding(file))
    writer.writerow([_harmless(heading) for heading in sheet.headings])
    count = 0
    for line in sheet.lines:
        writer.writerow([_harmless(_csv_text(value)) for value in line])
        count += 1
    return count


class _Encoding:
    """Takes text and writes UTF-8, without closing the file as Python's own wrapper would."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        return self._file.write(text.encode())


def _csv_text(value: ExportValue) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else bare(str(value))


def _harmless(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula: a negative figure stays one, anything else is quoted."""
    return f"'{text}" if text.startswith(_FORMULA) and not _is_figure(text) else text


def _is_figure(text: str) -> bool:
    figure = text.removeprefix("-").replace(".", "", 1)
    return figure.isascii() and figure.isdigit()


def _write_xlsx(file: IO[bytes], sheet: Sheet) -> int:
    # Tens of milliseconds, and nobody who exports nothing needs it.
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    # Rows go to the disk as they come, so that a quarter of a million of them need no memory.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    try:
        with xlsxwriter.Workbook(file, options) as book:
            return _write_book(book, sheet)
    except FileCreateError as error:
        raise OSError(str(error)) from error


def _write_book(book: Any, sheet: Sheet) -> int:
    strong = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    amount = book.add_format({"num_format": "#,##0.00"})
    page, count = None, 0
    for line in sheet.lines:
        at = count % ROWS_OF_A_SHEET
        if at == 0:
            page = _page(book, sheet, strong, number=count // ROWS_OF_A_SHEET)
        _write_line(page, at + 1, line, day, amount)
        count += 1
    if page is None:
        _page(book, sheet, strong, number=0)
    return count


def _page(book: Any, sheet: Sheet, strong: Any, *, number: int) -> Any:
    page = book.add_worksheet(_sheet_name(sheet.title, number))
    if sheet.right_to_left:
        page.right_to_left()
    page.freeze_panes(1, 0)
    for column, width in enumerate(sheet.widths):
        # Excel counts widths in digits of its own type, which are about seven pixels wide.
        page.set_column(column, column, max(10, width / 7))
    for column, heading in enumerate(sheet.headings):
        page.write_string(0, column, heading, strong)
    return page


def _write_line(page: Any, row: int, line: Sequence[ExportValue], day: Any, amount: Any) -> None:
    for column, value in enumerate(line):
        match value:
            case None | "":
                continue
            case bool() | str():
                page.write_string(row, column, bare(str(value)))
            case int():
                page.write_number(row, column, value)
            case Decimal():
                page.write_number(row, column, value, amount)
            case date():
                page.write_datetime(row, column, value, day)


def _sheet_name(title: str, number: int) -> str:
    """A name that Excel takes: 31 letters at most and none of its own signs."""
    plain = "".join(" " if letter in "[]:*?/\\'" else letter for letter in title).strip() or "1"
    ending = f" {number + 1}" if number else ""
    return plain[: 31 - len(ending)] + ending
