"""Columns of Arrow's as columns in memory, read from their very buffers: what is there is not copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from desktop.programmes.caseload.births import births_of
from desktop.programmes.caseload.engine import EPOCH
from desktop.programmes.caseload.terms import OTHER
from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.vector import BeyondVectorsError, Vector, Where
from desktop.values.dates import Precision

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.programmes.caseload.vectors.vector import Array


PAIRS = 1 << 16
"""How many pairs of letters there are."""


def known_in(column: pa.Array) -> Where:
    """Where something is stated."""
    if not column.null_count:
        return True
    if column.null_count == len(column):
        return False
    return _bits(column.buffers()[0], column.offset, len(column))


def values_in(column: pa.Array) -> Vector:
    """Whole numbers, days since 1970, doubles, or yes and no.

    Raises:
        BeyondVectorsError: for a list or a text.
    """
    import pyarrow.types as kinds

    kind, known = column.type, known_in(column)
    if known is False:
        return v.UNKNOWN_TRUTH if kinds.is_boolean(kind) else v.NULL
    if kinds.is_boolean(kind):
        return Vector(v.both(_bits(column.buffers()[1], column.offset, len(column)), known), known)
    if kinds.is_date32(kind):
        kind = "int32"
    elif not (kinds.is_integer(kind) or kinds.is_floating(kind)):
        raise BeyondVectorsError(str(kind))
    cells = _numbers(column, np.dtype(str(kind).replace("double", "float64")))
    return Vector(cells, known) if cells.dtype.kind == "f" else v.whole_numbers(cells, known)


def items_in(column: pa.Array, place: int) -> Vector:
    """The items at a place, from nought, of lists of one length.

    Raises:
        BeyondVectorsError: for other lists.
    """
    import pyarrow.types as kinds

    if not kinds.is_fixed_size_list(column.type) or place >= column.type.list_size:
        raise BeyondVectorsError(str(column.type))
    length, known = column.type.list_size, known_in(column)
    inner = values_in(column.values.slice(column.offset * length, len(column) * length))
    found = inner.take(np.arange(len(column)) * length + place, True)
    return Vector(found.values, v.tidied(v.both(known, found.known)), found.most)


def codes_in(column: pa.Array, domain: Sequence[str]) -> Vector:
    """The bit of each row's code in the domain."""
    import pyarrow.types as kinds

    bits = np.array([1 << at for at in range(len(domain))], v.room(1 << len(domain)))
    most, known = int(bits[-1]), known_in(column)
    if known is False:
        return v.NULL
    other = domain.index(OTHER) if OTHER in domain else -1
    if kinds.is_dictionary(column.type):
        at_codes = [domain.index(text) if text in domain else other for text in column.dictionary.to_pylist()]
        look = bits[at_codes] if at_codes else bits[:1]
        codes = np.array([place >= 0 for place in at_codes] or [False])
        at = _numbers(column.indices, np.dtype(str(column.indices.type)))
        at = at if known is True else np.where(known, at, at.dtype.type(0))
        return Vector(look.take(at), v.tidied(v.both(known, True if codes.all() else codes.take(at))), most)
    if other >= 0 and kinds.is_string(column.type) and len(column):
        return Vector(_by_letters(column, domain, bits, other), known, most)
    return codes_in(column.dictionary_encode(), domain)


def births_in(gregorian: pa.Array, hijri: pa.Array, precision: pa.Array) -> tuple[Vector, Vector]:
    """The ordinals of the earliest and of the latest day of each birth."""
    import pyarrow as pa

    days = values_in(gregorian)
    most = days.most + EPOCH
    days = Vector(v.fitted(days.values, most) + EPOCH, days.known, most)
    coded = precision if pa.types.is_dictionary(precision.type) else precision.dictionary_encode()
    whole = codes_in(coded, (Precision.DAY.value, OTHER))
    otherwise = v.either(known_in(hijri), v.both(whole.known, whole.values != 1))
    rows = np.flatnonzero(v.spread(otherwise, len(gregorian)))
    if not len(rows):
        return days, days
    taken = (each.take(pa.array(rows)) for each in (gregorian, hijri, precision))
    first, last = (_put(days, rows, values_in(each), len(gregorian)) for each in births_of(*taken))
    return first, last


def _put(column: Vector, rows: Array, found: Vector, count: int) -> Vector:
    """A column with other cells in some rows."""
    most = max(column.most, found.most)
    cells, known = np.array(v.spread(v.fitted(column.values, most), count)), np.array(column.there(count))
    cells[rows], known[rows] = found.values, found.known
    return Vector(cells, v.tidied(known), most)


def _by_letters(column: pa.Array, domain: Sequence[str], bits: Array, other: int) -> Array:
    """The bits of texts most of which have two letters, as the codes of countries have."""
    import pyarrow as pa

    look = np.full(PAIRS, bits[other])
    for place, text in enumerate(domain):
        if len(text.encode()) == 2:
            look[int.from_bytes(text.encode())] = bits[place]
    pairs, two = two_letters(column)
    found = look.take(pairs)
    apart = np.flatnonzero(~two)
    if len(apart):
        found[apart] = codes_in(column.take(pa.array(apart)).dictionary_encode(), domain).cells(len(apart))
    return found


def two_letters(column: pa.Array) -> tuple[Array, Array]:
    """The first two letters of each text as one number, far quicker than a hash; and which texts have just two."""
    ends = np.frombuffer(column.buffers()[1], np.int32)[column.offset : column.offset + len(column) + 1]
    letters = np.frombuffer(column.buffers()[2] or b"", np.uint8)[ends[0] : ends[-1]]
    two = (ends[1:] - ends[:-1]) == 2
    if len(letters) < 2:
        return np.zeros(len(column), np.uint16), two
    pairs = (letters[:-1].astype(np.uint16) << np.uint16(8)) | letters[1:]
    return pairs.take(ends[:-1] - ends[0], mode="clip"), two


def _bits(buffer: pa.Buffer, offset: int, count: int) -> Array:
    start, end = offset // 8, -(-(offset + count) // 8)
    bits = np.unpackbits(np.frombuffer(buffer, np.uint8)[start:end], bitorder="little")
    return bits[offset - start * 8 : offset - start * 8 + count].view(np.bool_)


def _numbers(column: pa.Array, kind: np.dtype[np.generic]) -> Array:
    if not len(column):
        return np.zeros(0, kind)
    return np.frombuffer(column.buffers()[1], kind)[column.offset : column.offset + len(column)]
