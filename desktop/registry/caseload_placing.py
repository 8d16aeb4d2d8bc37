"""Rows of many files put to their owners and into their order, whole columns at a time.

Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.facts.arrow_layout import KEYS, MEMBER_REF, ORDINAL, PLACE

if TYPE_CHECKING:
    import pyarrow as pa

HOUSEHOLD, PERSON, POSITION, ID = "household_id", "person_id", "position", "id"
"""Columns of rows while they are put together; no fact is called so."""
OWNER, RANK = "owner", "rank"
_FEW = 1_000


def bounds(name: str) -> tuple[str, str]:
    """The columns in which the ends of an amount travel."""
    return f"{name}.low", f"{name}.high"


def placed(rows: pa.Table, own: str, owners: Any) -> pa.Table:
    """The rows whose owner is among those ids, with the owner's number among them."""
    return put(rows, own, found(rows[own], owners))


def found(ids: Any, owners: Any) -> Any:
    """The number of each id among some; null where it is none of them."""
    import numpy as np
    import pyarrow as pa
    from pyarrow import compute as pc

    ids, owners = _whole(ids), _whole(owners)
    if ids.equals(owners):
        return pa.array(np.arange(len(ids)), pa.int32())
    if len(ids) < _FEW:
        return pc.index_in(ids, value_set=owners)
    # Rows of one owner mostly stand together: who it is is looked up once for all of them.
    begins = np.r_[True, pc.not_equal(ids[1:], ids[:-1]).to_numpy(zero_copy_only=False)]
    looked_up = pc.index_in(ids.filter(pa.array(begins)), value_set=owners)
    return looked_up.take(pa.array(np.cumsum(begins) - 1))


def put(rows: pa.Table, own: str, numbers: Any) -> pa.Table:
    """The rows whose owner is known, with its number instead of its id."""
    from pyarrow import compute as pc

    rows = rows.drop_columns([own]).append_column(OWNER, numbers)
    rows = rows.filter(pc.is_valid(numbers)) if numbers.null_count else rows
    return rows if own == PERSON else rows.append_column(ORDINAL, rows[OWNER].cast("int64"))


def put_together(lists: Mapping[str, pa.Table], own: str, owners: Any) -> dict[str, pa.Table]:
    """The rows of several tables, each as of `placed`; whose each is is looked up for all of them at once."""
    import pyarrow as pa

    numbers = found(pa.concat_arrays([_whole(rows[own]) for rows in lists.values()]), owners)
    told, at = {}, 0
    for name, rows in lists.items():
        told[name] = put(rows, own, numbers.slice(at, rows.num_rows))
        at += rows.num_rows
    return told


def taken(rows: pa.Table, told: pa.Table, key: str) -> pa.Table:
    """The rows with what another table tells of the same key; one of which it tells nothing is left out."""
    from pyarrow import compute as pc

    at = _where(_whole(rows[key]), _whole(told[key]))
    if at is not None:
        if at.null_count:
            known = pc.is_valid(at)
            rows, at = rows.filter(known), at.filter(known)
        told = told.take(at)
    for name in told.column_names:
        if name != key:
            rows = rows.append_column(name, told[name])
    return rows


def _where(mine: Any, its: Any) -> Any:
    """The place of each id in another column, in which each stands once; None where both are the same."""
    import numpy as np
    import pyarrow as pa
    from pyarrow import compute as pc

    if mine.equals(its):
        return None
    if len(mine) != len(its):
        return pc.index_in(mine, value_set=its)
    # What is written together mostly lies in one order; only ids that stand elsewhere are looked up.
    apart = pc.not_equal(mine, its)
    places = pa.array(np.flatnonzero(apart.to_numpy(zero_copy_only=False)), pa.int32())
    elsewhere = places.take(pc.index_in(mine.filter(apart), value_set=its.filter(apart)))
    return pc.replace_with_mask(pa.array(np.arange(len(mine)), pa.int32()), apart, elsewhere)


def in_order(rows: pa.Table) -> pa.Table:
    """The rows by owner, by position if they have one and, where ids were read, by id."""
    import numpy as np
    import pyarrow as pa

    if ID in rows.column_names:
        return rows.sort_by([(OWNER, "ascending"), (POSITION, "ascending"), (ID, "ascending")])
    keys = _keys(rows)
    return rows if bool(np.all(keys[1:] >= keys[:-1])) else rows.take(pa.array(np.argsort(keys, kind="stable")))


def ties(rows: pa.Table) -> bool:
    """Whether two things of one owner have the same position."""
    import numpy as np

    keys = np.sort(_keys(rows))
    return bool(np.any(keys[1:] == keys[:-1]))


def ranks(rows: pa.Table) -> pa.Table:
    """The rows, which stand by owner, with the place of each among its owner's."""
    import numpy as np
    import pyarrow as pa

    owners = _numbers(rows[OWNER])
    begins = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]][: len(owners)])
    lengths = np.diff(np.r_[begins, len(owners)])
    place = pa.array(np.arange(len(owners)) - np.repeat(begins, lengths), pa.int32())
    if RANK in rows.column_names:
        rows = rows.drop_columns([RANK])
    return rows.append_column(RANK, place)


def laid_out(rows: pa.Table, schema: pa.Schema, files: pa.Table | None) -> pa.Table:
    """The columns of an entity's table: those that were not read are null, and so is the file's name unless shown.

    Args:
        rows: with `ORDINAL` and, below a household, the place in its list.
        schema: of the table.
        files: with office and number of each file by its ordinal, where every row is to carry them.
    """
    import pyarrow as pa

    given = {name: rows[name] for name in rows.column_names if name not in KEYS}
    given[PLACE] = rows[RANK] if RANK in rows.column_names else None
    if files is not None:
        given |= {f"file.{key}": files[key].take(rows[ORDINAL]) for key in KEYS}
    columns = []
    for field in schema:
        told = given.get(field.name)
        low, high = (given.get(end) for end in bounds(field.name))
        if low is not None and high is not None:
            told = _pairs(low, high, field.type)
        elif told is None and field.name in KEYS and field.name in rows.column_names:
            told = rows[field.name]
        columns.append(pa.nulls(rows.num_rows, field.type) if told is None else told)
    return pa.Table.from_arrays(columns, schema=schema)


class People:
    """The members of a stretch, in their order.

    Args:
        members: with the id and the reference of each, and the ordinal of their file.
    """

    def __init__(self, members: pa.Table) -> None:
        self.persons, self._refs, self._files = (_whole(members[name]) for name in (PERSON, "ref", ORDINAL))

    def owners(self, rows: pa.Table) -> pa.Table:
        """The rows with file and reference of the member whom each was put to."""
        at = rows[OWNER]
        return rows.append_column(ORDINAL, self._files.take(at)).append_column(MEMBER_REF, self._refs.take(at))

    def lists(self, rows: pa.Table, name: str, stated: Any) -> pa.Array:
        """A list of each member: what the rows put to them say; null where none was stated."""
        import numpy as np
        import pyarrow as pa
        from pyarrow import compute as pc

        counts = np.bincount(_numbers(rows[OWNER]), minlength=len(self.persons))
        offsets = pa.array(np.r_[0, np.cumsum(counts)], pa.int32())
        unstated = pc.invert(pc.fill_null(_whole(stated), False))
        return pa.ListArray.from_arrays(offsets, _whole(rows[name]), mask=unstated)


def coded(texts: Any, kind: pa.DataType) -> Any:
    """Texts as a column of a table: as they are, or as codes."""
    import pyarrow as pa

    return texts.dictionary_encode().cast(kind) if pa.types.is_dictionary(kind) else texts


def _keys(rows: pa.Table) -> Any:
    """A number for each row that rises with its owner, and with its position."""
    owners = _numbers(rows[OWNER]) << 32
    return owners + _numbers(rows[POSITION]) if POSITION in rows.column_names else owners


def _numbers(column: Any) -> Any:
    import numpy as np

    return _whole(column).to_numpy(zero_copy_only=False).astype(np.int64)


def _pairs(low: Any, high: Any, kind: pa.DataType) -> pa.Array:
    import pyarrow as pa

    if low.null_count == len(low):
        return pa.nulls(len(low), kind)
    ends = zip(low.to_pylist(), high.to_pylist(), strict=True)
    return pa.array([None if first is None else [first, last] for first, last in ends], kind)


def _whole(column: Any) -> Any:
    import pyarrow as pa

    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
