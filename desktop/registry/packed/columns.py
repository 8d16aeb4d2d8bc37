"""Columns of Arrow as the numbers and texts of packed records, and back.

Needs the extra `caseload`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.registry.packed.cells import byte_places
from desktop.registry.packed.layout import Cell, Form

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


def texts_at(
    cells: np.ndarray[Any, Any], at: np.ndarray[Any, Any], lengths: np.ndarray[Any, Any], unknown: np.ndarray[Any, Any]
) -> pa.Array:
    """Texts by where their bytes begin and how many they are; null where nothing is known."""
    import numpy as np
    import pyarrow as pa

    ends = lengths.cumsum()
    offsets = np.zeros(len(lengths) + 1, "i4")
    offsets[1:] = ends
    written = cells[byte_places(at, lengths)] if len(lengths) else np.zeros(0, np.uint8)
    known = pa.array(~unknown).buffers()[1] if unknown.any() else None
    return pa.StringArray.from_buffers(len(lengths), pa.py_buffer(offsets), pa.py_buffer(written), known)


def column_of(cell: Cell, numbers: np.ndarray[Any, Any]) -> pa.Array:
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


def numbers_of(cell: Cell, column: pa.Array) -> np.ndarray[Any, Any]:
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


def bytes_of(column: pa.Array) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
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


def is_unknown(column: pa.Array) -> np.ndarray[Any, Any]:
    """Where a column says nothing."""
    told: np.ndarray[Any, Any] = column.is_null().to_numpy(zero_copy_only=False)
    return told
