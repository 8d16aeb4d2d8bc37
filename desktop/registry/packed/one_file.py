"""One file packed row by row as it is saved: byte for byte what `from_tables` packs of many, and without Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from math import nan
from operator import attrgetter
from struct import Struct
from typing import Final
from uuid import UUID

from desktop.registry.dated_rows import Dated, OfPerson, Placed
from desktop.registry.fact_records import Membership
from desktop.registry.file_reading import Rows
from desktop.registry.packed.layout import LONGEST, PERSON, UNKNOWN, Cell, Form, Records, layout
from desktop.registry.shelves import KINDS

_EPOCH: Final = date(1970, 1, 1).toordinal()
_HEAD: Final = Struct(f"<{len(KINDS)}H")
_TYPES: Final = {"u1": "B", "<u2": "H", "<i4": "i", "<i8": "q", "<f8": "d"}


def packed_file(rows: Rows) -> bytes:
    """A file packed.

    Args:
        rows: all that is believed of it, of whatever day; each has its id.

    Raises:
        ValueError: a text, or a table, is too long to be packed.
    """
    numbers: dict[UUID, int] = {}
    for place in sorted(rows.of(Membership), key=attrgetter("position", "id")):
        numbers.setdefault(place.person_id, len(numbers))
    tables = [_ordered(rows.of(records.kind), numbers) for records in layout()]
    if max(map(len, tables)) > LONGEST:
        raise ValueError("a file has too many rows")
    parts = (_part(records, table, numbers) for records, table in zip(layout(), tables, strict=True))
    return b"".join([_HEAD.pack(*map(len, tables)), *parts])


def _ordered(rows: Iterable[Dated], numbers: Mapping[UUID, int]) -> list[Dated]:
    """By member, then by place and by age, or by day where there is one at a time; without whoever is no member."""

    def place(row: Dated) -> tuple[int, int, UUID]:
        owner = numbers[row.person_id] if isinstance(row, OfPerson) else 0
        at = row.position if isinstance(row, Placed) else (row.valid_from or date.min).toordinal()
        return owner, at, row.id

    return sorted((row for row in rows if not isinstance(row, OfPerson) or row.person_id in numbers), key=place)


def _part(records: Records, rows: Iterable[Dated], numbers: Mapping[UUID, int]) -> bytes:
    form, written = _forms()[records.table], list[bytes]()
    texts: dict[str, list[bytes]] = {cell.name: [] for cell in records.texts}
    for row in rows:
        cells: list[float] = []
        for cell in records.cells.values():
            if cell.form is Form.LENGTH:
                cells.append(_put(texts[cell.name], getattr(row, cell.name), cell))
            elif cell.name == PERSON and isinstance(row, OfPerson):
                cells.append(numbers[row.person_id])
            else:
                cells.append(_number(cell, getattr(row, cell.name)))
        written.append(form.pack(*cells))
    return b"".join([*written, *(text for of_column in texts.values() for text in of_column)])


def _put(texts: list[bytes], text: str | None, cell: Cell) -> int:
    if text is None:
        return UNKNOWN
    told = text.encode()
    if len(told) > LONGEST:
        raise ValueError(f"a text of {cell.name} is too long")
    texts.append(told)
    return len(told)


def _number(cell: Cell, value: date | str | float | None) -> float:
    if value is None:
        return nan if cell.form.nothing is None else cell.form.nothing
    if isinstance(value, date):
        return value.toordinal() - _EPOCH
    return cell.codes.index(value) if isinstance(value, str) else value


@cache
def _forms() -> Mapping[str, Struct]:
    """The form of a record of each table."""
    types = {each.table: "".join(_TYPES[cell.form.number] for cell in each.cells.values()) for each in layout()}
    return {table: Struct(f"<{told}") for table, told in types.items()}
