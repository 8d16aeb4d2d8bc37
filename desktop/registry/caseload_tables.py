"""The files of an office as Arrow tables, read table by table: what `facts.arrow_layout.tables_of` makes of the files
one by one, without making one.

A caseload is read in stretches of files, so that a nation's is never in memory whole and several readers may share it.
Each table is asked for by itself, over the same span of ids, and put together here: the database, which would ask once
more for each row whether its file may be seen, joins nothing. Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Select, func, select

from desktop.facts.codes import Country
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.arrow_rows import rows_of
from desktop.registry.caseload_placing import ID
from desktop.registry.caseload_reading import NUMBER, VERSION, Asked, Stretch, StretchReading, as_spelt, only_within
from desktop.registry.queries import seen
from desktop.registry.records import Household
from desktop.registry.shelves import KEPT_IN_HOUSEHOLDS

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables


@requires(Permission.READ_FILES)
def stretches(desk: Desk, *, country: Country, files: int) -> tuple[Stretch, ...]:
    """The open files of the own office and country, cut into stretches of so many files."""
    ordinal = func.row_number().over(order_by=Household.id)
    numbered = _open(desk, country).with_only_columns(Household.id, ordinal.label("ordinal")).subquery()
    ends = select(numbered.c.id).where(numbered.c.ordinal % files == 0).order_by(numbered.c.ordinal)
    found, after = list[Stretch](), None
    for last in desk.session.scalars(ends):
        found.append(Stretch(after, last))
        after = last
    return (*found, Stretch(after))


@requires(Permission.READ_FILES)
def count_files(desk: Desk, *, country: Country) -> int:
    """How many open files of the own office and country there are, of those that who asks may see."""
    return desk.session.scalar(_open(desk, country).with_only_columns(func.count(Household.id))) or 0


@requires(Permission.READ_FILES)
def listed_files(
    desk: Desk, *, country: Country, stretch: Stretch | None = None, only: Collection[UUID] | None = None
) -> pa.Table:
    """The open files of a stretch in the order of their numbers: `id` in the database's spelling, `version`, and what
    is kept in `households`.

    Args:
        desk: who asks; files that they may not see are not among them.
        country: files of another are left out, since no programme of this one concerns them.
        stretch: only these.
        only: and of these only the households with these ids, some hundreds at most.
    """
    import pyarrow as pa

    wanted = only_within(_open(desk, country), Household.id, stretch or Stretch(), only)
    kept = sorted(KEPT_IN_HOUSEHOLDS)
    columns = [
        as_spelt(Household.id, ID),
        Household.version,
        *(as_spelt(getattr(Household, name), name) for name in kept),
    ]
    schema = pa.schema([(ID, pa.string()), (VERSION, pa.int32()), *((name, pa.string()) for name in kept)])
    return rows_of(desk, wanted.with_only_columns(*columns), schema, desk.today).sort_by(NUMBER)


@requires(Permission.READ_FILES)
def versions_of(desk: Desk, *, country: Country, stretch: Stretch, only: Collection[UUID] | None = None) -> pa.Table:
    """`id` and `version` of the files that `listed_files` would list, in any order."""
    import pyarrow as pa

    wanted = only_within(_open(desk, country), Household.id, stretch, only)
    schema = pa.schema([(ID, pa.string()), (VERSION, pa.int32())])
    return rows_of(desk, wanted.with_only_columns(as_spelt(Household.id, ID), Household.version), schema, desk.today)


@requires(Permission.READ_FILES)
def caseload_tables(
    desk: Desk,
    *,
    on: date,
    country: Country,
    stretch: Stretch | None = None,
    only: Collection[UUID] | None = None,
    asked: Asked | None = None,
    files: pa.Table | None = None,
) -> Tables:
    """The tables of the open files of the own office, each in the order of the files, members and places.

    Args:
        desk: who asks; files that they may not see are not among them.
        on: the day whose facts are read, as known now (Gregorian).
        country: files of another are left out.
        stretch: only these.
        only: and of these only the households with these ids, some hundreds at most.
        asked: columns to read of each entity, an entity that is missing whole; the others are null, and so are office
            and number of the file but in the household's own table. Every column unless said.
        files: as of `listed_files` for the same stretch and ids, where it was asked before.
    """
    if files is None:
        files = listed_files(desk, country=country, stretch=stretch, only=only)
    return StretchReading(desk, on, stretch or Stretch(), only, asked, files).tables()


def _open(desk: Desk, country: Country) -> Select[Any]:
    return seen(desk).where(
        Household.office == desk.office, Household.closed_at.is_(None), Household.country == country
    )
