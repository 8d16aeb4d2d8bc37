"""Where each fact of a file stands in its packed copy: records of one width for each table, and texts behind them.

A packed file begins with the number of records of each table, 16 bits each. For each table in turn its records follow,
and then the texts of each of its columns, one column after another, in the order of the records. So a cell of a million
files is found by adding, without looking at the others. Numbers are little-endian. Records stand by member, then by
place and the older of one place first; facts of which there is one at a time stand by their first day.

Names, addresses, numbers of persons and of papers are not copied: no rule asks for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import BigInteger, Boolean, Column, Date, Double, Integer, inspect
from sqlalchemy.types import TypeEngine

from desktop.database.columns import ByValue, MinorUnits
from desktop.facts.describe import Kind
from desktop.facts.vocabulary import vocabulary
from desktop.registry.cells import columns_of
from desktop.registry.dated_rows import Dated, OfPerson, Placed
from desktop.registry.shelves import KINDS, facts_in

FROM, TO, PERSON, POSITION = "valid_from", "valid_to", "person", "position"
"""Columns of records that are no facts; a person is the number of a member in the file."""

UNKNOWN: Final = 65_535
"""The length of a text that is not known."""
LONGEST: Final = UNKNOWN - 1
"""Bytes of a text, records of a table, members of a file: what is longer is not packed."""

_TEXTS: Final = frozenset({"nationality", "programme", "category", "term", "evidence_kind", "spouse"})
"""Texts that a rule may ask for, beside references and days of the Hijri calendar; some stand below an object."""


_WHERE: Final = "address_"
_ORDER: Final = (PERSON, POSITION, FROM)


class Form(Enum):
    """What a cell holds; below, the type of its number and the number that says that nothing is known."""

    TRUTH = "truth"
    CODE = "code"
    PERSON = "person"
    LENGTH = "length"
    """Of a text, which stands behind the records."""
    DAY = "day"
    PLACE = "place"
    WHOLE = "whole"
    REAL = "real"

    @property
    def number(self) -> str:
        """The type of numbers, as numpy writes it."""
        return _NUMBERS[self][0]

    @property
    def nothing(self) -> int | None:
        """The number for what is not known; None for real numbers, which have one of their own."""
        return _NUMBERS[self][1]

    @property
    def width(self) -> int:
        """Bytes."""
        return int(self.number[-1])


_NUMBERS: Final[Mapping[Form, tuple[str, int | None]]] = {
    Form.TRUTH: ("u1", 255),
    Form.CODE: ("u1", 255),
    Form.PERSON: ("<u2", 65_535),
    Form.LENGTH: ("<u2", 65_535),
    Form.DAY: ("<i4", -(2**31)),
    Form.PLACE: ("<i4", -(2**31)),
    Form.WHOLE: ("<i8", -(2**63)),
    Form.REAL: ("<f8", None),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of each record: its column, where it begins, how it is written, the codes that it may hold in order."""

    name: str
    at: int
    form: Form
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one table."""

    kind: type[Dated]
    width: int
    cells: Mapping[str, Cell]

    @property
    def table(self) -> str:
        """The name of the table."""
        return str(inspect(self.kind).local_table)

    @property
    def texts(self) -> tuple[Cell, ...]:
        """The cells that hold the length of a text, in the order in which the texts follow."""
        return tuple(cell for cell in self.cells.values() if cell.form is Form.LENGTH)


@cache
def layout() -> tuple[Records, ...]:
    """The records of every table of facts."""
    return tuple(_records(kind) for kind in KINDS)


@cache
def layout_mark() -> str:
    """16 hexadecimal digits that another layout would not have: a copy is read by the program that knows its layout."""
    told = [
        (records.table, records.width, [(*_spelt(cell),) for cell in records.cells.values()]) for records in layout()
    ]
    return hashlib.sha256(repr((_ORDER, told)).encode()).hexdigest()[:16]


def records_of(kind: type[Dated]) -> tuple[int, Records]:
    """The number of a table among those of a packed file, and its records."""
    at = KINDS.index(kind)
    return at, layout()[at]


def _spelt(cell: Cell) -> tuple[object, ...]:
    return cell.name, cell.at, cell.form.name, cell.codes


def _records(kind: type[Dated]) -> Records:
    cells, at = dict[str, Cell](), 0
    for name, form, codes in _columns(kind):
        cells[name] = Cell(name, at, form, codes)
        at += form.width
    return Records(kind, at, MappingProxyType(cells))


def _columns(kind: type[Dated]) -> Iterator[tuple[str, Form, tuple[str, ...]]]:
    yield FROM, Form.DAY, ()
    yield TO, Form.DAY, ()
    if issubclass(kind, OfPerson):
        yield PERSON, Form.PERSON, ()
    if issubclass(kind, Placed):
        yield POSITION, Form.PLACE, ()
    columns = inspect(kind).columns
    for name in facts_in(kind):
        if name == POSITION or name.startswith(_WHERE):
            continue
        form, codes = _form(columns[name])
        if form is not Form.LENGTH or _asked_for(name):
            yield name, form, codes


def _form(column: Column[Any]) -> tuple[Form, tuple[str, ...]]:
    kind: TypeEngine[Any] = column.type
    if isinstance(kind, ByValue):
        codes = tuple(each.value for each in kind.kind)
        return Form.CODE, codes
    forms: Mapping[type[TypeEngine[Any]], Form] = {
        Boolean: Form.TRUTH,
        Date: Form.DAY,
        MinorUnits: Form.WHOLE,
        Integer: Form.WHOLE,
        BigInteger: Form.WHOLE,
        Double: Form.REAL,
    }
    return forms.get(type(kind), Form.LENGTH), ()


def _asked_for(name: str) -> bool:
    return name in _references() or any(name == each or name.endswith(f"_{each}") for each in _TEXTS)


@cache
def _references() -> frozenset[str]:
    """The columns of references to persons and of days in the Hijri calendar."""
    kinds = {Kind.REF, Kind.HIJRI_DATE}
    facts = (fact for entity in vocabulary().values() for fact in entity.properties.values())
    return frozenset(name for fact in facts if fact.kind in kinds for name in columns_of(fact))
