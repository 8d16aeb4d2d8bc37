"""The days of every birth of a caseload, from whichever calendar and precision its file states.

Each way of stating a birth that needs a calendar is read once, by the function that reads it for one household.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.programmes.caseload.engine import EPOCH
from desktop.values.dates import Precision, read_hijri, reconcile

if TYPE_CHECKING:
    import pyarrow as pa

STATED = ("birth_date", "birth_date_hijri", "birth_date_precision")
"""The columns that state a birth."""


def births(members: pa.Table) -> tuple[pa.Array, pa.Array]:
    """The ordinals of the earliest and the latest day of each member's birth; null where it is not stated.

    Raises:
        OfficeError: for a birth that cannot be, which the check of the files finds before.
    """
    gregorian, hijri, precision = (members[name].combine_chunks() for name in STATED)
    return births_of(gregorian, hijri, precision)


def births_of(gregorian: pa.Array, hijri: pa.Array, precision: pa.Array) -> tuple[pa.Array, pa.Array]:
    """The same of some births, from the columns that state them.

    Raises:
        OfficeError: as `births`.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    days = pc.add(gregorian.cast(pa.int32()), pa.scalar(EPOCH, pa.int32()))
    if hijri.null_count == len(hijri) and precision.null_count == len(precision):
        return days, days
    coded = precision if pa.types.is_dictionary(precision.type) else precision.dictionary_encode()
    to_the_day = pc.take(pc.equal(coded.dictionary.cast(pa.string()), Precision.DAY.value), coded.indices)
    plain = pc.and_(pc.is_null(hijri), pc.fill_null(to_the_day, True))
    if pc.all(plain, min_count=0).as_py():
        return days, days
    texts = [pc.fill_null(each.cast(pa.string()), "") for each in (gregorian, hijri, precision)]
    written = pc.if_else(plain, pa.scalar(None, pa.string()), pc.binary_join_element_wise(*texts, "|"))
    different = written.dictionary_encode()
    spans = [_span(text) for text in different.dictionary.to_pylist()]
    ends = (pa.array([span[at] for span in spans], pa.int32()) for at in (0, 1))
    first, last = (pc.if_else(plain, days, pc.take(end, different.indices)) for end in ends)
    return first, last


def _span(written: str) -> tuple[int | None, int | None]:
    gregorian, hijri, precision = written.split("|")
    day = date.fromisoformat(gregorian) if gregorian else None
    span = reconcile(day, read_hijri(hijri) if hijri else None, Precision(precision or Precision.DAY.value))
    return (None, None) if span is None else (span.earliest.toordinal(), span.latest.toordinal())
