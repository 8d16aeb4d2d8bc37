"""Many files packed at once, and their tables out of what was packed: whole columns at a time, as `packed_layout` says.

Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop.registry.dated_rows import Dated
from desktop.registry.packed_layout import FROM, TO, Cell, Form, Records, layout, records_of
from desktop.registry.shelves import KINDS

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_EPOCH = date(1970, 1, 1)
_COUNT = "<u2"
_HEAD = 2 * len(KINDS)
_UNKNOWN = 65_535
"""The length of a text that is not known."""
_LONGEST = _UNKNOWN - 1
"""Bytes of a text, records of a table, members of a file: what is longer is not packed."""


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
        return _at(self.cells, self.starts + 2 * _column(len(KINDS)), _COUNT).astype("i8")

    @cached_property
    def _places(self) -> list[tuple[np.ndarray[Any, Any], list[np.ndarray[Any, Any]]]]:
        """Of each table where the records of each file begin, and where each column of its texts does."""
        import numpy as np

        at, found = self.starts + _HEAD, []
        for number, records in enumerate(layout()):
            begins, texts = at, list[np.ndarray[Any, Any]]()
            counts = self.counts[number]
            at = at + counts * records.width
            if records.texts and counts.any():
                rows, files = _rows(begins, counts, records.width), np.repeat(np.arange(len(counts)), counts)
                for cell in records.texts:
                    texts.append(at)
                    lengths = _lengths(_at(self.cells, rows + cell.at, cell.form.number))
                    at = at + np.bincount(files, weights=lengths, minlength=len(counts)).astype("i8")
            found.append((begins, texts))
        return found

    def rows(self, kind: type[Dated], on: date, names: Collection[str]) -> Rows:
        """The rows of a table whose facts were so on a day: the file of each, and the columns that are asked for."""
        import numpy as np

        number, records = records_of(kind)
        counts, (begins, texts) = self.counts[number], self._places[number]
        starts, files = _rows(begins, counts, records.width), np.repeat(np.arange(len(counts)), counts)
        day, nothing = (on - _EPOCH).days, Form.DAY.nothing
        since, until = (self._numbers(starts, records.cells[name]) for name in (FROM, TO))
        held = ((since == nothing) | (since <= day)) & ((until == nothing) | (until >= day))
        whole = bool(held.all())
        columns: dict[str, pa.Array] = {}
        kept = starts if whole else starts[held]
        for name in names:
            cell = records.cells[name]
            if cell.form is Form.LENGTH:
                at = texts[records.texts.index(cell)] if texts else begins
                columns[name] = self._texts(cell, starts, files, counts, at, None if whole else held)
            else:
                columns[name] = _column_of(cell, self._numbers(kept, cell))
        return Rows(files if whole else files[held], columns)

    def _numbers(self, starts: np.ndarray[Any, Any], cell: Cell) -> np.ndarray[Any, Any]:
        return _at(self.cells, starts + cell.at, cell.form.number)

    def _texts(
        self,
        cell: Cell,
        starts: np.ndarray[Any, Any],
        files: np.ndarray[Any, Any],
        counts: np.ndarray[Any, Any],
        begins: np.ndarray[Any, Any],
        held: np.ndarray[Any, Any] | None,
    ) -> pa.Array:

        told = self._numbers(starts, cell)
        lengths = _lengths(told)
        before = lengths.cumsum() - lengths
        first = counts.cumsum() - counts
        at = begins[files] + before - before[first[files]]
        if held is not None:
            told, lengths, at = told[held], lengths[held], at[held]
        return _texts_at(self.cells, at, lengths, told == cell.form.nothing)


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
    if counts.max(initial=0) > _LONGEST:
        raise ValueError("a file has too many rows")
    parts = [_part(records, tables[records.kind], counts[at]) for at, records in enumerate(layout())]
    lengths = _HEAD + sum((part.lengths for part in parts), np.zeros(files, "i8"))
    starts = lengths.cumsum() - lengths
    cells = np.zeros(int(lengths.sum()), np.uint8)
    for at in range(len(KINDS)):
        _put(cells, starts + 2 * at, counts[at].astype(_COUNT))
    at = starts + _HEAD
    for records, part, count in zip(layout(), parts, counts, strict=True):
        _put(cells, _rows(at, count, records.width), part.records)
        at = at + count * records.width
        for texts, sizes in part.texts:
            cells[_each_byte(at, sizes)] = texts
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

    names, cells = list(records.cells), list(records.cells.values())
    forms = {
        "names": names,
        "formats": [cell.form.number for cell in cells],
        "offsets": [cell.at for cell in cells],
        "itemsize": records.width,
    }
    told: Any = np.zeros(len(rows.files), np.dtype(forms))  # type: ignore[call-overload]  # of fields with places
    texts, lengths = [], counts * records.width
    for cell in cells:
        column = rows.columns[cell.name]
        if cell.form is not Form.LENGTH:
            told[cell.name] = _numbers_of(cell, column)
            continue
        sizes, written = _bytes_of(column)
        if sizes.max(initial=0) > _LONGEST:
            raise ValueError(f"a text of {records.table}.{cell.name} is too long")
        told[cell.name] = np.where(_is_null(column), _UNKNOWN, sizes)
        of_files = np.bincount(rows.files, weights=sizes, minlength=len(counts)).astype("i8")
        texts.append((written, of_files))
        lengths = lengths + of_files
    return _Part(told, texts, lengths)


def _column(count: int) -> np.ndarray[Any, Any]:
    import numpy as np

    return np.arange(count)[:, None]


def _at(cells: np.ndarray[Any, Any], places: np.ndarray[Any, Any], form: Any) -> np.ndarray[Any, Any]:
    """What is written at each place."""
    return _anywhere(cells, form)[places] if places.size else _empty(form, places.shape)


def _put(cells: np.ndarray[Any, Any], places: np.ndarray[Any, Any], values: np.ndarray[Any, Any]) -> None:
    if places.size:
        _anywhere(cells, values.dtype)[places] = values


def _anywhere(cells: np.ndarray[Any, Any], form: Any) -> np.ndarray[Any, Any]:
    """The bytes as numbers or records that may begin at every one of them."""
    import numpy as np

    kind = np.dtype(form)
    return np.ndarray((max(0, len(cells) - kind.itemsize + 1),), kind, cells, strides=(1,))


def _empty(form: Any, shape: tuple[int, ...]) -> np.ndarray[Any, Any]:
    import numpy as np

    return np.empty(shape, np.dtype(form))


def _rows(begins: np.ndarray[Any, Any], counts: np.ndarray[Any, Any], width: int) -> np.ndarray[Any, Any]:
    """Where each record begins, given where those of each file do."""
    import numpy as np

    first = counts.cumsum() - counts
    rows: np.ndarray[Any, Any] = np.repeat(begins - first * width, counts) + np.arange(counts.sum()) * width
    return rows


def _each_byte(begins: np.ndarray[Any, Any], sizes: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return _rows(begins, sizes, 1)


def _lengths(told: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Lengths of texts; of one that is not known, none."""
    import numpy as np

    return np.where(told == _UNKNOWN, 0, told).astype("i8")


def _texts_at(
    cells: np.ndarray[Any, Any], at: np.ndarray[Any, Any], lengths: np.ndarray[Any, Any], unknown: np.ndarray[Any, Any]
) -> pa.Array:
    import numpy as np
    import pyarrow as pa

    ends = lengths.cumsum()
    offsets = np.zeros(len(lengths) + 1, "i4")
    offsets[1:] = ends
    written = cells[_each_byte(at, lengths)] if len(lengths) else np.zeros(0, np.uint8)
    known = pa.array(~unknown).buffers()[1] if unknown.any() else None
    return pa.StringArray.from_buffers(len(lengths), pa.py_buffer(offsets), pa.py_buffer(written), known)


def _column_of(cell: Cell, numbers: np.ndarray[Any, Any]) -> pa.Array:
    """Numbers as an Arrow column."""
    import numpy as np
    import pyarrow as pa

    unknown = np.isnan(numbers) if cell.form.nothing is None else numbers == cell.form.nothing
    mask = unknown if unknown.any() else None
    if cell.form is Form.TRUTH:
        return pa.array(numbers == 1, mask=mask)
    if cell.form is Form.CODE:
        places = pa.array(np.where(unknown, 0, numbers).astype("i2"), mask=mask)
        return pa.DictionaryArray.from_arrays(places, pa.array(cell.codes, pa.string()))
    told = pa.array(np.ascontiguousarray(numbers), mask=mask)
    return told.view(pa.date32()) if cell.form is Form.DAY else told


def _numbers_of(cell: Cell, column: pa.Array) -> np.ndarray[Any, Any]:
    """An Arrow column as the numbers of its cells."""
    import numpy as np
    import pyarrow as pa
    from pyarrow import compute as pc

    if cell.form is Form.CODE:
        place = pc.index_in(column.dictionary, value_set=pa.array(cell.codes, pa.string()))
        column = place.take(column.indices)
    elif cell.form is Form.DAY:
        column = column.view(pa.int32())
    elif cell.form is Form.TRUTH:
        column = column.cast(pa.uint8())
    nothing = np.nan if cell.form.nothing is None else cell.form.nothing
    wide = pa.float64() if cell.form is Form.REAL else pa.int64()
    told: np.ndarray[Any, Any] = column.cast(wide).fill_null(nothing).to_numpy(zero_copy_only=False)
    return told.astype(cell.form.number)


def _bytes_of(column: pa.Array) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The length of each text in bytes, none where it is not known, and the bytes of all."""
    import numpy as np
    from pyarrow import compute as pc

    sizes = pc.fill_null(pc.binary_length(column), 0).to_numpy(zero_copy_only=False).astype("i8")
    plain = pc.fill_null(column, "")
    _, offsets, written = plain.buffers()
    if written is None:
        return sizes, np.zeros(0, np.uint8)
    ends = np.frombuffer(offsets, "i4")[plain.offset : plain.offset + len(plain) + 1]
    return sizes, np.frombuffer(written, np.uint8)[ends[0] : ends[-1]] if len(plain) else np.zeros(0, np.uint8)


def _is_null(column: pa.Array) -> np.ndarray[Any, Any]:
    told: np.ndarray[Any, Any] = column.is_null().to_numpy(zero_copy_only=False)
    return told
