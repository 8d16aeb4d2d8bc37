"""Files read from their packed copies, and packed where they have none: a row for each instead of thirty.

A run over the caseload packs what it finds unpacked and keeps the copies (`keep_packed`); the next reads them. A file
that was changed since stands in another version and is read from its tables again. Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import LargeBinary, Select, String, cast, func, literal, select, type_coerce

from desktop.database.engine import is_sqlite
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.arrow_rows import row_of
from desktop.registry.caseload_placing import ID
from desktop.registry.caseload_reading import VERSION, Stretch, only_within
from desktop.registry.packed.from_tables import packed_anew
from desktop.registry.packed.layout import layout_mark
from desktop.registry.packed.packing import Packed
from desktop.registry.packed.records import PackedFile

if TYPE_CHECKING:
    import pyarrow as pa

_INTO = "INSERT INTO packed_files (office, layout, household_id, household_version, cells)"
# All cells travel as one value and are cut there: an array of them would be quoted byte by byte.
_AS_CLERK = (
    f"{_INTO} SELECT %s, %s, told.id, told.version, substring(%b from told.at for told.length)"  # noqa: S608
    " FROM unnest(%s::uuid[], %s::integer[], %s::integer[], %s::integer[]) AS told(id, version, at, length)"
)
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
    places = at.take(pa.array(told)).to_numpy(zero_copy_only=False).astype("i8")
    order = np.argsort(places)  # so that their rows need no sorting
    return Copies(places[order], cells.some(told[order]))


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
    some = copies.packed.some(at)
    connection = desk.session.connection()
    if is_sqlite(connection):
        rows = [(desk.office, layout_mark(), *row) for row in zip(ids, versions, some.each(), strict=True)]
        connection.exec_driver_sql(_ROW_BY_ROW + _UNLESS_THERE, rows)
    else:
        begin, end = int(some.starts.min()), int((some.starts + some.lengths).max())
        cells = some.cells[begin:end].tobytes()
        where = ((some.starts - begin + 1).tolist(), some.lengths.tolist())
        asked = (desk.office, layout_mark(), cells, ids, versions, *where)
        connection.exec_driver_sql(_AS_CLERK + _UNLESS_THERE, asked)


def _whole(column: Any) -> Any:
    import pyarrow as pa

    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
