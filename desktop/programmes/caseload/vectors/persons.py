"""Whom the references of some files name: members and persons outside, by file and reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.programmes.caseload.vectors import vector as v
from desktop.programmes.caseload.vectors.reading_arrow import known_in
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
        import pyarrow as pa

        self._members, self._persons = len(members), len(homes)
        different = pa.concat_arrays([members.cast(pa.string()), outside.cast(pa.string())]).dictionary_encode()
        self._refs, count = different.dictionary, len(homes)
        keys = self._keys(homes, np.asarray(different.indices))
        places = (int(homes.max()) + 1 if count else 0) * max(1, len(self._refs))
        if places <= _ROOM * count:
            self._index: Array | None = np.full(places, -1, np.int32)
            self._index[keys] = np.arange(count, dtype=np.int32)
        else:
            self._index, self._order = None, np.argsort(keys, kind="stable")
            self._sorted = keys[self._order]

    def _keys(self, homes: Array, codes: Array) -> Array:
        return homes * np.intp(max(1, len(self._refs))) + codes

    def named(self, homes: Array, refs: pa.Array) -> tuple[Vector, Vector]:
        """The place of the member whom each reference names, and of the person outside; not known of others.

        Args:
            homes: the place of the file of each row.
            refs: what each row refers to.
        """
        import pyarrow as pa
        import pyarrow.compute as pc

        stated = known_in(refs)
        if stated is False or not len(self._refs):
            return v.NULL, v.NULL
        few = None
        if stated is not True and np.count_nonzero(stated) * 2 < len(homes):
            few = np.flatnonzero(stated)
            homes, refs = homes.take(few), refs.take(pa.array(few))
        codes = pc.index_in(refs.cast(pa.string()), value_set=self._refs)
        found = self._found(self._keys(homes, np.frombuffer(codes.buffers()[1], np.int32)))
        known = known_in(codes)
        if known is not True:
            found = np.where(known, found, -1)
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
