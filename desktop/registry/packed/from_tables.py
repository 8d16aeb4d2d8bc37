"""Files packed from their tables: every table read over the same span of ids, whole columns at a time.

Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, String, select, type_coerce
from sqlalchemy.types import TypeEngine

from desktop.office.desk import Desk
from desktop.registry.arrow_rows import rows_of
from desktop.registry.caseload_placing import HOUSEHOLD, ID, found
from desktop.registry.caseload_placing import PERSON as PERSON_ID
from desktop.registry.caseload_reading import Stretch, only_within
from desktop.registry.dated_rows import Dated, OfPerson, Placed, believed_now
from desktop.registry.fact_records import Membership
from desktop.registry.packed.layout import FROM, PERSON, POSITION, Cell, Form, records_of
from desktop.registry.packed.packing import Packed, Rows, packed
from desktop.registry.shelves import KINDS

if TYPE_CHECKING:
    import pyarrow as pa

_FILE = "file"
_RAW: dict[Form, TypeEngine[Any]] = {Form.CODE: String(), Form.WHOLE: BigInteger()}


def packed_anew(desk: Desk, files: pa.Table, stretch: Stretch, only: Collection[UUID] | None) -> Packed:
    """Every listed file packed, in the order of the list.

    Args:
        desk: who asks.
        files: as of `caseload_tables.listed_files`.
        stretch: they are listed of.
        only: these ids and no others are asked for.

    Raises:
        ValueError: a file is too large to be packed.
    """
    asking = _Asking(desk, _whole(files[ID]), stretch, only)
    members = asking.rows(Membership, None)
    people = _People(members)
    tables: dict[type[Dated], Rows] = {Membership: people.numbered(members)}
    for kind in KINDS:
        if kind is not Membership:
            tables[kind] = _as_rows(asking.rows(kind, people if issubclass(kind, OfPerson) else None))
    return packed(files.num_rows, tables)


@dataclass(frozen=True)
class _Asking:
    """Asks for the believed rows of listed files, whatever day they are of."""

    desk: Desk
    owners: Any
    stretch: Stretch
    only: Collection[UUID] | None

    def rows(self, kind: type[Dated], people: _People | None) -> pa.Table:
        """The rows of a table by file, by member and by place, of one place the older first; without places by day."""
        rows = self._ordered(kind, people)
        if issubclass(kind, Placed) and _ties(rows):
            rows = self._ordered(kind, people, ID)  # asked for where it matters: ids are the most of such a row
        return rows

    def _ordered(self, kind: type[Dated], people: _People | None, *ids: str) -> pa.Table:
        from pyarrow import compute as pc

        rows = self._believed(kind, *ids)
        rows = rows.append_column(_FILE, found(rows[HOUSEHOLD], self.owners))
        if people is not None:
            rows = rows.append_column(PERSON, people.number(rows[PERSON_ID]))
        owners = [_FILE, PERSON] if PERSON in rows.column_names else [_FILE]
        places = (POSITION, ID) if issubclass(kind, Placed) else (FROM,)
        keys = [name for name in (*owners, *places) if name in rows.column_names]
        for name in owners:
            if rows[name].null_count:  # of a file that is not listed, or of somebody who is no member
                rows = rows.filter(pc.is_valid(rows[name]))
        return rows.take(pc.sort_indices(rows, [(name, "ascending", "at_start") for name in keys]))

    def _believed(self, kind: type[Dated], *ids: str) -> pa.Table:
        import pyarrow as pa

        persons = (PERSON_ID,) if issubclass(kind, OfPerson) else ()
        columns, fields = list[ColumnElement[Any]](), list[tuple[str, pa.DataType]]()
        for name in (HOUSEHOLD, *persons, *ids):
            columns.append(type_coerce(getattr(kind, name), String()).label(name))
            fields.append((name, pa.string()))
        for cell in records_of(kind)[1].cells.values():
            if cell.form is not Form.PERSON:
                columns.append(_raw(kind, cell))
                fields.append((cell.name, _arrow(cell.form)))
        wanted = select(*columns).where(kind.office == self.desk.office, believed_now(kind))
        wanted = only_within(wanted, kind.household_id, self.stretch, self.only)
        return rows_of(self.desk, wanted, pa.schema(fields), self.desk.today)


class _People:
    """The members of some files, numbered in the order in which they stand in each.

    Args:
        members: rows of memberships, by file.
    """

    def __init__(self, members: pa.Table) -> None:
        import numpy as np
        import pyarrow as pa
        from pyarrow import compute as pc

        ids = _whole(members[PERSON_ID])
        self._persons = pc.unique(ids)
        files = members[_FILE].take(pc.index_in(self._persons, value_set=ids)).to_numpy()
        self._numbers = pa.array(np.arange(len(files)) - np.searchsorted(files, files), pa.int32())

    def number(self, persons: pa.ChunkedArray) -> pa.Array:
        """The number of each person in their file; null for who is no member of one."""
        return self._numbers.take(found(persons, self._persons))

    def numbered(self, members: pa.Table) -> Rows:
        """The memberships, each with the number of its person."""
        return _as_rows(members.append_column(PERSON, self.number(members[PERSON_ID])))


def _as_rows(rows: pa.Table) -> Rows:
    columns = {name: _whole(rows[name]) for name in rows.column_names if name != _FILE}
    return Rows(_whole(rows[_FILE]).to_numpy().astype("i8"), columns)


def _ties(rows: pa.Table) -> bool:
    """Whether two things of one owner, which stand by owner, have the same position."""
    import numpy as np

    same = np.ones(max(0, rows.num_rows - 1), bool)
    for name in (_FILE, PERSON, POSITION):
        if name in rows.column_names:
            told = _whole(rows[name]).to_numpy()
            same &= told[1:] == told[:-1]
    return bool(same.any())


def _raw(kind: type[Dated], cell: Cell) -> ColumnElement[Any]:
    column = getattr(kind, cell.name)
    told: ColumnElement[Any] = type_coerce(column, _RAW[cell.form]) if cell.form in _RAW else column
    return told.label(cell.name)


def _arrow(form: Form) -> pa.DataType:
    import pyarrow as pa

    return {
        Form.TRUTH: pa.bool_(),
        Form.CODE: pa.dictionary(pa.int16(), pa.string()),
        Form.LENGTH: pa.string(),
        Form.DAY: pa.date32(),
        Form.PLACE: pa.int32(),
        Form.WHOLE: pa.int64(),
        Form.REAL: pa.float64(),
    }[form]


def _whole(column: Any) -> Any:
    import pyarrow as pa

    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
