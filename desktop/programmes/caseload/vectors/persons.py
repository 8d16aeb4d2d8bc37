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

        self._members = len(members)
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
        return homes * max(1, len(self._refs)) + codes

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
        codes = pc.index_in(refs.cast(pa.string()), value_set=self._refs)
        known = known_in(codes)
        at = np.frombuffer(codes.buffers()[1], np.int32)
        if known is not True:
            at = np.where(known, at, np.int32(0))
        found = self._found(self._keys(homes, at))
        if known is not True:
            found = np.where(known, found, np.int32(-1))
        member, outside = found >= 0, found >= self._members
        most = len(homes) + self._members + len(self._refs)
        inside = v.both(member, ~outside)
        return (
            Vector(np.where(inside, found, np.int32(0)), v.tidied(inside), self._members),
            Vector(np.where(outside, found - np.int32(self._members), np.int32(0)), outside, most),
        )

    def _found(self, keys: Array) -> Array:
        """The place of the person of each key; -1 where there is none."""
        if self._index is not None:
            return self._index.take(keys)
        at = np.minimum(np.searchsorted(self._sorted, keys), max(0, len(self._sorted) - 1))
        return np.where(self._sorted[at] == keys, self._order[at], -1).astype(np.int32)
