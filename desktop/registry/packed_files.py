"""Files read from their packed copies, and packed where they have none: a row for each instead of thirty.

A run over the caseload packs what it finds unpacked and keeps the copies (`keep_packed`); the next reads them. A file
that was changed since stands in another version and is read from its tables again. Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import LargeBinary, Select, String, cast, func, literal, select, type_coerce
from typing_extensions import override

from desktop.database.engine import is_sqlite
from desktop.facts.arrow_layout import arrow_schemas, column_of
from desktop.facts.describe import Kind
from desktop.facts.vocabulary import Entity, Property, vocabulary
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.arrow_rows import row_of
from desktop.registry.caseload_placing import HOUSEHOLD, ID, POSITION, bounds
from desktop.registry.caseload_placing import PERSON as PERSON_ID
from desktop.registry.caseload_reading import VERSION, Asked, Reading, Stretch, only_within
from desktop.registry.cells import columns_of
from desktop.registry.dated_rows import Dated
from desktop.registry.fact_records import HouseholdFacts
from desktop.registry.packed_layout import PERSON, layout_mark, records_of
from desktop.registry.packed_records import PackedFile
from desktop.registry.packing import Packed
from desktop.registry.packing_files import packed_anew
from desktop.registry.shelves import HOUSEHOLD_LISTS, KEPT_IN_HOUSEHOLDS, MEMBER_LISTS, OF_MEMBER

if TYPE_CHECKING:
    import pyarrow as pa

_INTO = "INSERT INTO packed_files (office, layout, household_id, household_version, cells)"
_AS_CLERK = f"{_INTO} SELECT %s, %s, told.* FROM unnest(%s::uuid[], %s::integer[], %s::bytea[]) AS told"  # noqa: S608
_ROW_BY_ROW = f"{_INTO} VALUES (?, ?, ?, ?, ?)"
_UNLESS_THERE = " ON CONFLICT DO NOTHING"
_UUID = 36


@dataclass(frozen=True, slots=True)
class Copies:
    """Packed files, and which of the listed files each is.

    Args:
        places: of each packed file, its place among the listed.
        packed: the files.
        fresh: how many of them, the last ones, were packed anew and have no copy in the database.
    """

    places: Any
    packed: Packed
    fresh: int = 0

    def of_fresh(self) -> Any:
        """The places among the packed of those that were packed anew."""
        import numpy as np

        return np.arange(self.packed.files - self.fresh, self.packed.files)


def covers(asked: Asked | None) -> bool:
    """Whether all that is asked for is in packed files: names, addresses and numbers of papers are not."""
    return asked is not None and all(
        _copied(entity, fact)
        for name, entity in vocabulary().items()
        for fact in entity.properties.values()
        if column_of(fact) in asked.get(name, ()) and fact.kind is not Kind.REFS
    )


def _copied(entity: Entity, fact: Property) -> bool:
    if fact.kind is Kind.REFS or (entity.name == "household" and fact.name in KEPT_IN_HOUSEHOLDS):
        return True
    return any(set(columns_of(fact)) <= records_of(kind)[1].cells.keys() for kind in _kinds(entity.name))


def _kinds(entity: str) -> Iterable[type[Dated]]:
    if entity == "household":
        return (HouseholdFacts,)
    if entity == "member":
        return OF_MEMBER
    return ({**HOUSEHOLD_LISTS, **MEMBER_LISTS}[entity],)


def everything_copied() -> Asked:
    """All that `covers` is true of."""
    return {
        name: frozenset(column_of(fact) for fact in entity.properties.values() if _copied(entity, fact))
        for name, entity in vocabulary().items()
    }


@requires(Permission.READ_FILES)
def copies_of(desk: Desk, files: pa.Table, stretch: Stretch, only: Collection[UUID] | None) -> Copies:
    """The copies of those listed files that have one of the version in which they are listed.

    Args:
        desk: who asks.
        files: as of `caseload_tables.listed_files`.
        stretch: they are listed of.
        only: of these ids.
    """
    import numpy as np
    import pyarrow as pa
    from pyarrow import compute as pc

    kept = select(PackedFile).where(PackedFile.office == desk.office, PackedFile.layout == layout_mark())
    kept = only_within(kept, PackedFile.household_id, stretch, only)
    ids, versions, cells = (_one_by_one if is_sqlite(desk.session.connection()) else _all_together)(desk, kept)
    at = pc.index_in(ids, value_set=_whole(files[ID]))
    current = pc.equal(_whole(files[VERSION]).take(at), pa.array(versions, pa.int32()))
    told = np.flatnonzero(pc.fill_null(current, False).to_numpy(zero_copy_only=False))
    return Copies(at.take(pa.array(told)).to_numpy(zero_copy_only=False).astype("i8"), cells.some(told))


def _all_together(desk: Desk, kept: Select[Any]) -> tuple[pa.Array, Any, Packed]:
    """In one row: the server puts the cells of all files behind each other faster than anybody parses rows."""
    import numpy as np
    import pyarrow as pa

    row = kept.with_only_columns(PackedFile.household_id, PackedFile.household_version, PackedFile.cells).subquery()
    empty = literal(b"", LargeBinary())
    together = select(
        func.string_agg(cast(row.c.household_id, String), ""),
        func.string_agg(func.int4send(row.c.household_version), empty, type_=LargeBinary()),
        func.string_agg(func.int4send(func.length(row.c.cells)), empty, type_=LargeBinary()),
        func.string_agg(row.c.cells, empty, type_=LargeBinary()),
    )
    ids, versions, lengths, cells = row_of(desk, together)
    told = np.frombuffer((ids or "").encode(), f"S{_UUID}")
    return (
        pa.array(told, pa.binary()).cast(pa.string()),
        np.frombuffer(versions or b"", ">i4").astype("i4"),
        Packed.of(cells or b"", np.frombuffer(lengths or b"", ">i4")),
    )


def _one_by_one(desk: Desk, kept: Select[Any]) -> tuple[pa.Array, Any, Packed]:
    import numpy as np
    import pyarrow as pa

    told = type_coerce(PackedFile.household_id, String())
    rows = desk.session.execute(kept.with_only_columns(told, PackedFile.household_version, PackedFile.cells)).all()
    cells = [row[2] for row in rows]
    return (
        pa.array([row[0] for row in rows], pa.string()),
        np.array([row[1] for row in rows], "i4"),
        Packed.of(b"".join(cells), [len(each) for each in cells]),
    )


@requires(Permission.READ_FILES)
def untrue(desk: Desk, files: pa.Table, copies: Copies, sample: int) -> list[int]:
    """Of some copies taken at random, the places in the list of those that are not what their tables say.

    Args:
        desk: who asks.
        files: as of `caseload_tables.listed_files`.
        copies: as of `copies_of`.
        sample: how many to hold to their tables.
    """
    import numpy as np

    some = np.sort(np.random.default_rng().permutation(copies.packed.files)[:sample])
    wanted = files.take(copies.places[some])
    if not len(some):
        return []
    anew = packed_anew(desk, wanted, Stretch(), {UUID(each) for each in wanted[ID].to_pylist()}).each()
    kept = copies.packed.some(some).each()
    return [int(copies.places[at]) for at, mine, its in zip(some, kept, anew, strict=True) if mine != its]


@requires(Permission.READ_FILES)
def with_unpacked(
    desk: Desk, files: pa.Table, copies: Copies, stretch: Stretch, *, only: Collection[UUID] | None = None, few: int
) -> Copies:
    """The copies, and after them all other files of the list packed from their tables.

    Args:
        desk: who asks.
        files: as of `caseload_tables.listed_files`.
        copies: of some of them.
        stretch: they are listed of.
        only: of these ids.
        few: so many are asked for one by one; of more, the whole stretch is read.

    Raises:
        ValueError: a file is too large to be packed.
    """
    import numpy as np
    import pyarrow as pa

    missing = np.setdiff1d(np.arange(files.num_rows), copies.places)
    if not len(missing):
        return copies
    wanted = files.take(pa.array(missing))
    if len(missing) <= few and len(missing) < files.num_rows:
        only = {UUID(each) for each in wanted[ID].to_pylist()}
    told = packed_anew(desk, wanted, stretch, only)
    return Copies(np.concatenate([copies.places, missing]), copies.packed.with_others(told), len(missing))


def keep_packed(desk: Desk, files: pa.Table, copies: Copies, *, but: Collection[UUID] = ()) -> None:
    """Write the copies that the database has not yet; one that somebody else wrote meanwhile stays as it is.

    Args:
        desk: whoever may register families of the office.
        files: as of `caseload_tables.listed_files`, of which the copies are.
        copies: of them.
        but: files that were changed while they were packed.
    """
    at = copies.of_fresh()
    if but:
        left_out = {each.hex for each in but}
        fresh = files[ID].take(copies.places[at]).to_pylist()
        at = at[[UUID(each).hex not in left_out for each in fresh]]
    if not len(at):
        return
    wanted = files.take(copies.places[at])
    ids, versions = wanted[ID].to_pylist(), wanted[VERSION].to_pylist()
    cells = copies.packed.some(at).each()
    connection = desk.session.connection()
    if is_sqlite(connection):
        rows = [(desk.office, layout_mark(), *row) for row in zip(ids, versions, cells, strict=True)]
        connection.exec_driver_sql(_ROW_BY_ROW + _UNLESS_THERE, rows)
    else:
        connection.exec_driver_sql(_AS_CLERK + _UNLESS_THERE, (desk.office, layout_mark(), ids, versions, cells))


def tables_of_copies(desk: Desk, files: pa.Table, copies: Copies, *, on: date, asked: Asked) -> dict[str, pa.Table]:
    """What `caseload_tables` reads of the same files, from their copies; `covers` must be true of what is asked."""
    return _FromCopies(desk, on, Stretch(), None, asked, files, copies).tables()


@dataclass(frozen=True)
class _FromCopies(Reading):
    """Rows out of copies, in which files and members are numbers."""

    copies: Copies

    @property
    @override
    def owners(self) -> Any:
        import numpy as np
        import pyarrow as pa

        return pa.array(np.arange(self.files.num_rows), pa.int64())

    @override
    def rows(
        self, kind: type[Dated], facts: Iterable[Property], entity: str, *ids: str, extra: Collection[str] = ()
    ) -> pa.Table:
        import numpy as np
        import pyarrow as pa

        records = records_of(kind)[1]
        names = dict[str, str]()
        for fact in facts:
            stated = columns_of(fact)
            told = bounds(column_of(fact)) if fact.kind is Kind.MONEY_BOUNDS else (column_of(fact),)
            names |= dict(zip(told, stated, strict=True))
        wanted = {*names.values(), *extra, *({POSITION} & set(ids)), *({PERSON} & records.cells.keys())}
        rows = self.copies.packed.rows(kind, self.on, wanted)
        files = self.copies.places[rows.files] if rows.files.size else rows.files
        columns: dict[str, Any] = {}
        for name in ids:
            if name == HOUSEHOLD:
                columns[name] = pa.array(files, pa.int64())
            elif name == PERSON_ID:
                columns[name] = pa.array((files << 16) | np.asarray(rows.columns[PERSON]).astype("i8"), pa.int64())
            elif name == ID:
                columns[name] = pa.array(np.arange(len(files)), pa.int64())
            else:
                columns[name] = rows.columns[name]
        columns |= {name: rows.columns[name] for name in extra}
        schema = arrow_schemas().get(entity)
        for told_as, column_name in names.items():
            told_of = None if schema is None or told_as not in schema.names else schema.field(told_as).type
            column = rows.columns[column_name]
            columns[told_as] = column if told_of is None or column.type.equals(told_of) else column.cast(told_of)
        return pa.table(columns)


def _whole(column: Any) -> Any:
    import pyarrow as pa

    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
