"""Many files packed at once, and their tables out of what was packed: whole columns at a time, as `layout` says.

Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop.registry.dated_rows import Dated
from desktop.registry.packed.cells import byte_places, fetched, put, record_form, record_places, text_lengths
from desktop.registry.packed.columns import bytes_of, column_of, is_unknown, numbers_of, texts_at
from desktop.registry.packed.layout import FROM, LONGEST, TO, UNKNOWN, Cell, Form, Records, layout, records_of
from desktop.registry.shelves import KINDS

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_EPOCH = date(1970, 1, 1)
_COUNT = "<u2"
_HEAD = 2 * len(KINDS)


@dataclass(frozen=True)
class Packed:
    """Packed files.

    Args:
        cells: the bytes of all, numpy's `uint8`.
        starts: where each file begins in them, `int64`.
        lengths: bytes of each file, `int64`.
    """

    cells: np.ndarray[Any, Any]
    starts: np.ndarray[Any, Any]
    lengths: np.ndarray[Any, Any]

    @staticmethod
    def of(cells: bytes, lengths: Sequence[int] | np.ndarray[Any, Any]) -> Packed:
        """Files that stand one behind the other."""
        import numpy as np

        sizes = np.asarray(lengths, np.int64)
        return Packed(np.frombuffer(cells, np.uint8), sizes.cumsum() - sizes, sizes)

    @property
    def files(self) -> int:
        """How many they are."""
        return len(self.starts)

    def each(self) -> list[bytes]:
        """The bytes of each file."""
        whole = self.cells.tobytes()
        return [whole[at : at + size] for at, size in zip(self.starts.tolist(), self.lengths.tolist(), strict=True)]

    def some(self, places: np.ndarray[Any, Any]) -> Packed:
        """Those at some places, in their order."""
        return Packed(self.cells, self.starts[places], self.lengths[places])

    def with_others(self, others: Packed) -> Packed:
        """These and then the others."""
        import numpy as np

        starts = np.concatenate([self.starts, others.starts + len(self.cells)])
        lengths = np.concatenate([self.lengths, others.lengths])
        return Packed(np.concatenate([self.cells, others.cells]), starts, lengths)

    @cached_property
    def counts(self) -> np.ndarray[Any, Any]:
        """Records of each table (rows) in each file (columns)."""
        heads = fetched(self.cells, self.starts, f"({len(KINDS)},){_COUNT}")
        return heads.T.astype("i8")

    @cached_property
    def _tables(self) -> list[_Table]:
        """The records of each table, and where in each file each column of its texts begins."""
        import numpy as np

        at, found = self.starts + _HEAD, []
        for records, counts in zip(layout(), self.counts, strict=True):
            files = np.repeat(np.arange(self.files), counts)
            # A record is fetched whole: one of its cells at a time takes as long for each.
            told = fetched(self.cells, record_places(at, counts, records.width), record_form(records))
            at = at + counts * records.width
            texts = list[np.ndarray[Any, Any]]()
            for cell in records.texts if len(files) else ():
                texts.append(at)
                lengths = text_lengths(told[cell.name])
                at = at + np.bincount(files, weights=lengths, minlength=self.files).astype("i8")
            found.append(_Table(told, files, texts))
        return found

    def rows(self, kind: type[Dated], on: date, names: Collection[str]) -> Rows:
        """The rows of a table whose facts were so on a day: the file of each, and the columns that are asked for."""
        number, records = records_of(kind)
        table, counts = self._tables[number], self.counts[number]
        day, nothing = (on - _EPOCH).days, Form.DAY.nothing
        since, until = table.records[FROM], table.records[TO]
        held = ((since == nothing) | (since <= day)) & ((until == nothing) | (until >= day))
        chosen = None if bool(held.all()) else held
        columns: dict[str, pa.Array] = {}
        for name in names:
            cell = records.cells[name]
            if cell.form is Form.LENGTH:
                begins = table.texts[records.texts.index(cell)] if table.texts else self.starts
                columns[name] = self._texts(table, cell, counts, begins, chosen)
            else:
                numbers = table.records[name]
                columns[name] = column_of(cell, numbers if chosen is None else numbers[chosen])
        return Rows(table.files if chosen is None else table.files[chosen], columns)

    def _texts(
        self,
        table: _Table,
        cell: Cell,
        counts: np.ndarray[Any, Any],
        begins: np.ndarray[Any, Any],
        chosen: np.ndarray[Any, Any] | None,
    ) -> pa.Array:
        unknown = table.records[cell.name] == UNKNOWN
        lengths = text_lengths(table.records[cell.name])
        before = lengths.cumsum() - lengths
        first = counts.cumsum() - counts
        at = begins[table.files] + before - before[first[table.files]]
        if chosen is not None:
            unknown, lengths, at = unknown[chosen], lengths[chosen], at[chosen]
        return texts_at(self.cells, at, lengths, unknown)


@dataclass(frozen=True, slots=True)
class _Table:
    """The records of one table, the file of each, and where in each file each column of texts begins."""

    records: np.ndarray[Any, Any]
    files: np.ndarray[Any, Any]
    texts: list[np.ndarray[Any, Any]]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table: the place of each one's file among those packed, and Arrow columns."""

    files: np.ndarray[Any, Any]
    columns: Mapping[str, pa.Array]


def packed(files: int, tables: Mapping[type[Dated], Rows]) -> Packed:
    """The rows of so many files packed, every table with all columns of its records, by file and in their order.

    Raises:
        ValueError: a text, or a table of one file, is too long to be packed.
    """
    import numpy as np

    counts = np.array([np.bincount(tables[kind].files, minlength=files) for kind in KINDS], "i8")
    if counts.max(initial=0) > LONGEST:
        raise ValueError("a file has too many rows")
    parts = [_part(records, tables[records.kind], counts[at]) for at, records in enumerate(layout())]
    lengths = _HEAD + sum((part.lengths for part in parts), np.zeros(files, "i8"))
    starts = lengths.cumsum() - lengths
    cells = np.zeros(int(lengths.sum()), np.uint8)
    for at in range(len(KINDS)):
        put(cells, starts + 2 * at, counts[at].astype(_COUNT))
    at = starts + _HEAD
    for records, part, count in zip(layout(), parts, counts, strict=True):
        put(cells, record_places(at, count, records.width), part.records)
        at = at + count * records.width
        for texts, sizes in part.texts:
            cells[byte_places(at, sizes)] = texts
            at = at + sizes
    return Packed(cells, starts, lengths)


@dataclass(frozen=True, slots=True)
class _Part:
    """The records of one table, and for each column of its texts the bytes of all with their number in each file."""

    records: np.ndarray[Any, Any]
    texts: list[tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]]
    lengths: np.ndarray[Any, Any]


def _part(records: Records, rows: Rows, counts: np.ndarray[Any, Any]) -> _Part:
    import numpy as np

    told: Any = np.zeros(len(rows.files), record_form(records))
    texts, lengths = [], counts * records.width
    for cell in records.cells.values():
        column = rows.columns[cell.name]
        if cell.form is not Form.LENGTH:
            told[cell.name] = numbers_of(cell, column)
            continue
        sizes, written = bytes_of(column)
        if sizes.max(initial=0) > LONGEST:
            raise ValueError(f"a text of {records.table}.{cell.name} is too long")
        told[cell.name] = np.where(is_unknown(column), UNKNOWN, sizes)
        of_files = np.bincount(rows.files, weights=sizes, minlength=len(counts)).astype("i8")
        texts.append((written, of_files))
        lengths = lengths + of_files
    return _Part(told, texts, lengths)
