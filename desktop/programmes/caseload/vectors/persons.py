"""Whom the references of some files name: members and persons outside, by file and reference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.reading_arrow import PAIRS, known_in, two_letters
from desktop.programmes.caseload.vectors.vector import Vector

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.programmes.caseload.vectors.vector import Array

_ROOM = 16
"""How many places a direct index of persons may have for each person, before it gives way to a sorted one."""


class Persons:
    """The persons of some files, members first.

    Args:
        homes: the place of the file of each, members first.
        members: the references of the members.
        outside: those of the persons outside.
    """

    def __init__(self, homes: Array, members: pa.Array, outside: pa.Array) -> None:
        self._members, self._persons = len(members), len(homes)
        self._refs = _Texts([members, outside])
        codes = np.concatenate([self._refs.codes(each) for each in (members, outside)])
        keys, count = self._keys(homes, codes), len(homes)
        places = (int(homes.max()) + 1 if count else 0) * max(1, self._refs.count)
        if places <= _ROOM * count:
            self._index: Array | None = np.full(places, -1, np.int32)
            self._index[keys] = np.arange(count, dtype=np.int32)
        else:
            self._index, self._order = None, np.argsort(keys, kind="stable")
            self._sorted = keys[self._order]

    def _keys(self, homes: Array, codes: Array) -> Array:
        return homes * np.intp(max(1, self._refs.count)) + codes

    def named(self, homes: Array, refs: pa.Array) -> tuple[Vector, Vector]:
        """The place of the member whom each reference names, and of the person outside; not known of others.

        Args:
            homes: the place of the file of each row.
            refs: what each row refers to.
        """
        import pyarrow as pa

        stated = known_in(refs)
        if stated is False or not self._persons:
            return v.NULL, v.NULL
        few = None
        if stated is not True and np.count_nonzero(stated) * 2 < len(homes):
            few = np.flatnonzero(stated)
            homes, refs = homes.take(few), refs.take(pa.array(few))
        codes = self._refs.codes(refs)
        found = self._found(self._keys(homes, codes))
        lost = codes < 0
        if lost.any():
            found[lost] = -1
        if few is not None:
            found, some = np.full(len(stated), -1), found
            found[few] = some
        outside = found >= self._members
        member = v.tidied((found >= 0) & ~outside)
        most = max(1, self._persons)
        return Vector(found, member, most), Vector(found - self._members, outside, most)

    def _found(self, keys: Array) -> Array:
        """The place of the person of each key; -1 where there is none."""
        if self._index is not None:
            return self._index.take(keys, mode="clip").astype(np.intp)
        at = np.minimum(np.searchsorted(self._sorted, keys), max(0, len(self._sorted) - 1))
        return np.where(self._sorted[at] == keys, self._order[at], -1)


class _Texts:
    """Different texts, numbered; those of two letters by a table, others by hashing."""

    def __init__(self, columns: Sequence[pa.Array]) -> None:
        import pyarrow as pa

        said, others = np.zeros(PAIRS, np.bool_), []
        for column in columns:
            pairs, apart = _apart(column)
            said[pairs] = True
            others.append(column.take(pa.array(apart)).cast(pa.string()))
        self._others = pa.concat_arrays(others).unique()
        letters = np.flatnonzero(said)
        self._look = np.full(PAIRS, -1, np.int32)
        self._look[letters] = np.arange(len(letters), dtype=np.int32)
        self._hashed, self.count = len(letters), len(letters) + len(self._others)

    def codes(self, column: pa.Array) -> Array:
        """The number of each text; below zero for any other, and where there is none."""
        import pyarrow as pa
        import pyarrow.compute as pc

        pairs, apart = _apart(column)
        found = self._look.take(pairs)
        if len(apart):
            codes = pc.index_in(column.take(pa.array(apart)).cast(pa.string()), value_set=self._others)
            found[apart] = pc.fill_null(pc.add(codes, self._hashed), -1).to_numpy()
        stated = known_in(column)
        if stated is not True:
            found[~stated] = -1
        return found


def _apart(column: pa.Array) -> tuple[Array, Array]:
    """The letters of each text, and which texts have more or fewer than two."""
    import pyarrow as pa

    if not pa.types.is_string(column.type) or not len(column):
        return np.zeros(len(column), np.uint16), np.arange(len(column))
    pairs, two = two_letters(column)
    return pairs, np.flatnonzero(v.both(~two, known_in(column)))
