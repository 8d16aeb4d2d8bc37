"""A caseload's tables out of packed copies, in which files and members are numbers.

Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from desktop.facts.arrow_layout import arrow_schemas, column_of
from desktop.facts.describe import Kind
from desktop.facts.vocabulary import Entity, Property, vocabulary
from desktop.office.desk import Desk
from desktop.registry.caseload_placing import HOUSEHOLD, ID, POSITION, bounds
from desktop.registry.caseload_placing import PERSON as PERSON_ID
from desktop.registry.caseload_reading import Asked, Stretch, StretchReading
from desktop.registry.cells import columns_of
from desktop.registry.dated_rows import Dated
from desktop.registry.fact_records import HouseholdFacts
from desktop.registry.packed.layout import PERSON, records_of
from desktop.registry.shelves import HOUSEHOLD_LISTS, KEPT_IN_HOUSEHOLDS, MEMBER_LISTS, OF_MEMBER

if TYPE_CHECKING:
    import pyarrow as pa

from desktop.registry.packed.copies import Copies


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


def tables_of_copies(desk: Desk, files: pa.Table, copies: Copies, *, on: date, asked: Asked) -> dict[str, pa.Table]:
    """What `caseload_tables` reads of the same files, from their copies; `covers` must be true of what is asked."""
    return _FromCopies(desk, on, Stretch(), None, asked, files, copies).tables()


@dataclass(frozen=True)
class _FromCopies(StretchReading):
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
