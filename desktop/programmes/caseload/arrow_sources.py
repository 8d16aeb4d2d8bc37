"""The sources of a program's rows, made in Arrow: members numbered, references followed, codes as bits.

What a database would do by comparing texts row by row is done here once for each different text, and every later join
is by one whole number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from desktop.facts.arrow_layout import MEMBER_REF, ORDINAL, PLACE
from desktop.facts.vocabulary import vocabulary
from desktop.programmes.caseload.births import births
from desktop.programmes.caseload.readings import OTHER_PERSON, SPOUSES, Made, Reading
from desktop.programmes.caseload.terms import OTHER
from desktop.programmes.language.family import HOUSEHOLD, MEMBER, OUTSIDE

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa

_ROOM = 8
"""How many places a direct index of persons may have for each person, before it gives way to a hashed one."""


class ArrowSources:
    """The sources of some tables.

    Args:
        tables: by entity, of the schema of `facts.arrow_layout.arrow_schemas`.
        files: only those of these ordinals; all where none are given.
    """

    def __init__(self, tables: Mapping[str, pa.Table], files: pa.Array | None = None) -> None:
        self._given, self._files = tables, files
        self._tables: dict[str, pa.Table] = {}
        self._leads: dict[tuple[str, str, str], Any] = {}
        self._read: dict[tuple[str, Reading], Any] = {}

    def exact_births(self) -> bool:
        """Whether every birth is known to the day."""
        first, last = self._births
        return first is last and first.null_count == 0

    def few(self, entity: str, most: int) -> bool:
        """Whether no file has more than so many rows of an entity."""
        files = _numpy(self.table(entity)[ORDINAL])
        if len(files) <= most:
            return True
        return bool((files[1:] >= files[:-1]).all() and (files[: len(files) - most] != files[most:]).all())

    def apart(self, entity: str) -> bool:
        """Whether the stays of each member stand one after the other, none begun before the one above has ended."""
        import pyarrow.compute as pc

        table = self.table(entity)
        before, after = table[: max(0, table.num_rows - 1)], table[1:]
        same_file = _pairs(pc.equal, table[ORDINAL])
        same = pc.and_(same_file, _pairs(pc.equal, table[MEMBER_REF]))
        later = pc.fill_null(pc.less_equal(before["to"], after["from"]), False)
        if not pc.all(pc.or_(pc.invert(same), later), min_count=0).as_py():
            return False
        # A member's stays stand together where the rows go by the members' references, or by their numbers.
        by_ref = pc.or_(_pairs(pc.less, table[ORDINAL]), pc.and_(same_file, _pairs(pc.less, table[MEMBER_REF])))
        if pc.all(pc.or_(by_ref, same), min_count=0).as_py():
            return True
        by_number = pc.fill_null(_pairs(pc.less, self._owners(entity)), False)
        return bool(pc.all(pc.or_(by_number, same), min_count=0).as_py())

    def source(self, entity: str, readings: Iterable[Reading]) -> pa.Table:
        """The rows of an entity, or of who is whose spouse: their keys, and what is read of them."""
        import pyarrow as pa

        if entity == SPOUSES:
            found = self._spouses
            led = {(OTHER_PERSON, MEMBER): found["other_m"], (OTHER_PERSON, OUTSIDE): found["other_p"]}
            read = {each.name: self._followed(led[each.reference, each.whose], each) for each in readings}
            return pa.table({**{name: found[name] for name in found.column_names}, **read})
        table = self.table(entity)
        columns = {"f": table[ORDINAL]}
        if entity == MEMBER:
            columns["m"] = _numbers(table.num_rows)
        elif entity == OUTSIDE:
            columns["p"] = _numbers(table.num_rows)
        elif entity != HOUSEHOLD:
            if vocabulary()[entity].parent == MEMBER:
                columns["m"] = self._owners(entity)
            columns["p"] = table[PLACE]
        for reading in readings:
            if reading.reference:
                led_to = self._led(entity, reading.reference, reading.whose)
                columns[reading.name] = self._followed(led_to, reading)
            else:
                columns[reading.name] = self._made(entity, reading)
        return pa.table(columns)

    @cached_property
    def _spouses(self) -> pa.Table:
        """Who is named as whose spouse, as far as the file knows them."""
        import pyarrow as pa
        import pyarrow.compute as pc

        table = self.table(MEMBER)
        named = table["spouses"].combine_chunks()
        owners, refs = pc.list_parent_indices(named), pc.list_flatten(named)
        files = pc.take(table[ORDINAL], owners)
        found = {
            "f": files,
            "m": owners,
            "p": _numbers(len(refs)),
            "other_m": self._persons.members(files, refs),
            "other_p": self._persons.outside(files, refs),
        }
        known = pc.or_(pc.is_valid(found["other_m"]), pc.is_valid(found["other_p"]))
        return pa.table(found).filter(known)

    def _owners(self, entity: str) -> pa.ChunkedArray:
        """The `m` of the member on whom each row of an entity hangs."""
        return self._led(entity, MEMBER_REF, MEMBER)

    def table(self, entity: str) -> pa.Table:
        """The file's own rows of an entity, members and persons outside in the order of their numbers."""
        if entity not in self._tables:
            import pyarrow.compute as pc

            table = self._given[entity]
            if self._files is not None:
                table = table.filter(pc.is_in(table[ORDINAL], value_set=self._files))
            if entity in (MEMBER, OUTSIDE) and not _in_order(table):
                table = table.sort_by([(ORDINAL, "ascending"), (PLACE, "ascending")])
            self._tables[entity] = table
        return self._tables[entity]

    @cached_property
    def _persons(self) -> _Persons:
        return _Persons(self.table(MEMBER), self.table(OUTSIDE))

    @cached_property
    def _births(self) -> tuple[pa.Array, pa.Array]:
        return births(self.table(MEMBER))

    def _led(self, entity: str, reference: str, whose: str) -> Any:
        """The number of the member, or of the person outside, whom a reference of each row names."""
        key = (entity, reference, whose)
        if key not in self._leads:
            table = self.table(entity)
            find = self._persons.members if whose == MEMBER else self._persons.outside
            self._leads[key] = find(table[ORDINAL], table[reference])
        return self._leads[key]

    def _followed(self, led_to: Any, reading: Reading) -> Any:
        """What is read of the rows of those numbers; null where there is none."""
        import pyarrow as pa
        import pyarrow.compute as pc

        made = self._made(reading.whose, replace(reading, reference="", whose=""))
        whole = made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made
        return pc.take(whole, led_to)

    def _made(self, entity: str, reading: Reading) -> Any:
        key = (entity, reading)
        if key not in self._read:
            self._read[key] = self._making(entity, reading)
        return self._read[key]

    def _making(self, entity: str, reading: Reading) -> Any:
        import pyarrow.compute as pc

        column = self.table(entity)[reading.column]
        match reading.made:
            case Made.STATED:
                return column
            case Made.GIVEN:
                return pc.is_valid(column)
            case Made.MASK:
                return _masks(column, reading.domain)
            case Made.MEMBER:
                return self._led(entity, reading.column, MEMBER)
            case Made.OUTSIDE:
                return self._led(entity, reading.column, OUTSIDE)
            case Made.EARLIEST | Made.LATEST:
                return self._births[0 if reading.made is Made.EARLIEST else 1]


class _Persons:
    """Whom a reference names: the persons of all files, members first, found by file and reference."""

    def __init__(self, members: pa.Table, outside: pa.Table) -> None:
        import pyarrow as pa
        import pyarrow.compute as pc

        self._members = members.num_rows
        files = pa.chunked_array([*members[ORDINAL].chunks, *outside[ORDINAL].chunks], pa.int64()).combine_chunks()
        refs = pa.chunked_array([*members["ref"].chunks, *outside["ref"].chunks], pa.string()).combine_chunks()
        different = refs.dictionary_encode()
        self._refs = different.dictionary
        ends = pc.min_max(files).as_py()
        self._first, last = ends["min"] or 0, ends["max"] or 0
        self._keys = self._key(files, different.indices)
        places = (last - self._first + 1) * max(1, len(self._refs))
        self._index = None
        if places <= _ROOM * len(files) + 1:
            self._index = pc.inverse_permutation(self._keys, max_index=places - 1, output_type=pa.int64())

    def _key(self, files: Any, codes: Any) -> Any:
        import pyarrow as pa
        import pyarrow.compute as pc

        return pc.add(pc.multiply(pc.subtract(files, self._first), len(self._refs)), codes.cast(pa.int64()))

    def _found(self, files: Any, refs: Any) -> Any:
        import pyarrow.compute as pc

        keys = self._key(files, pc.index_in(refs, value_set=self._refs))
        return pc.index_in(keys, value_set=self._keys) if self._index is None else pc.take(self._index, keys)

    def members(self, files: Any, refs: Any) -> Any:
        """The `m` of those named; null for others."""
        import pyarrow as pa
        import pyarrow.compute as pc

        found = self._found(files, refs)
        return pc.if_else(pc.less(found, self._members), found, pa.scalar(None, found.type))

    def outside(self, files: Any, refs: Any) -> Any:
        """The `p` of those named; null for others."""
        import pyarrow as pa
        import pyarrow.compute as pc

        found = self._found(files, refs)
        beyond = pc.subtract(found, self._members)
        return pc.if_else(pc.greater_equal(beyond, 0), beyond, pa.scalar(None, beyond.type))


def _numbers(rows: int) -> pa.Array:
    """0, 1, 2 …"""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.subtract(pc.cumulative_sum(pa.repeat(pa.scalar(1, pa.int64()), rows)), 1)


def _pairs(compare: Any, column: pa.ChunkedArray) -> pa.ChunkedArray:
    """What a comparison says of each row and the next."""
    return compare(column[: max(0, len(column) - 1)], column[1:])


def _in_order(table: pa.Table) -> bool:
    """Whether the rows stand by file and place."""
    files, places = _numpy(table[ORDINAL]), _numpy(table[PLACE])
    next_file, same_file = files[1:] > files[:-1], files[1:] == files[:-1]
    return bool((next_file | (same_file & (places[1:] > places[:-1]))).all())


def _numpy(column: pa.ChunkedArray) -> npt.NDArray[Any]:
    """A column of whole numbers, all of them there."""
    found: npt.NDArray[Any] = column.to_numpy() if column.num_chunks != 1 else column.chunk(0).to_numpy()
    return found


def _masks(column: pa.ChunkedArray, domain: tuple[str, ...]) -> pa.ChunkedArray:
    """The bit of each row's code; null where there is none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = next(each for each in (pa.int8(), pa.int16(), pa.int32(), pa.int64()) if len(domain) < each.bit_width)
    codes = pa.array(domain, pa.string())
    bits = pa.array([1 << at for at in range(len(domain))], kind)
    chunks = []
    for stated in column.chunks:
        chunk = stated if pa.types.is_dictionary(stated.type) else stated.dictionary_encode()
        found = pc.index_in(chunk.dictionary.cast(pa.string()), value_set=codes)
        if OTHER in domain:
            found = pc.fill_null(found, domain.index(OTHER))
        chunks.append(pc.take(pc.take(bits, found), chunk.indices))
    return pa.chunked_array(chunks, kind)
