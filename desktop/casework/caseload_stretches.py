"""Reads the files of a caseload stretch by stretch, and keeps what came of each, whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func

from desktop.casework.caseload_copies import FEW, HowRead, read_tables
from desktop.casework.caseload_rows import HOUSEHOLD
from desktop.casework.keeping_results import Kept, Run, alone_with, earlier_stretches, keep, kept_in
from desktop.facts.arrow_layout import ORDINAL
from desktop.facts.codes import Country
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.packs.compiled import Pack
from desktop.registry.caseload_placing import ID
from desktop.registry.caseload_reading import VERSION, Asked, Stretch
from desktop.registry.caseload_tables import caseload_tables, listed_files, stretches, versions_of
from desktop.registry.packed.copies import Copies, keep_packed
from desktop.registry.queries import seen
from desktop.registry.records import Household

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

PARTS, LEAST = 4, 5_000
"""A caseload is cut into so many stretches at least, so that one is read while another is reckoned; but into none of
fewer files, since each costs something to begin."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A run before it begins: its stretches, how many open files there are and how many are closed."""

    country: Country
    stretches: tuple[Stretch, ...]
    files: int
    closed: int


@dataclass(frozen=True, slots=True)
class ReadStretch:
    """A stretch as it was read.

    Args:
        stretch: which.
        files: those to reckon: `file.ordinal` in the tables, `file_number`, `household_id` as 32 hexadecimal digits and
            `version`.
        kept: the results that stand already, by household.
        earlier: the stretches that results were looked for in.
        changed: files that a colleague changed while they were read; they are not in `files`.
        tables: of every file to reckon, perhaps of others too; None where there is none.
        today: the office's day.
        listed: the files that the copies are of.
        copies: packed copies that the tables were read from; None where there were none.
        untrue: numbers of files whose copy says what their tables do not; they are not in `files`.
    """

    stretch: Stretch
    files: pa.Table
    kept: dict[UUID, Kept]
    earlier: set[UUID]
    changed: set[UUID]
    tables: Tables | None
    today: date
    listed: pa.Table | None = None
    copies: Copies | None = None
    untrue: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptStretch:
    """What became of results: those kept, those that another run had kept by then, and files changed since."""

    rows: list[pa.Table]
    by_others: dict[UUID, Kept]
    changed: set[UUID]


@requires(Permission.RUN_CASELOAD)
def planned(desk: Desk, country: Country, files_at_once: int) -> Plan:
    """The open files of the own office and country, cut into stretches of so many files; into smaller where few."""
    counted = (
        seen(desk)
        .where(Household.office == desk.office, Household.country == country)
        .with_only_columns(func.count(Household.id), func.count(Household.closed_at))
    )
    files, closed = desk.session.execute(counted).one()
    together = min(files_at_once, max(LEAST, ceil((files - closed) / PARTS)))
    return Plan(country, stretches(desk, country=country, files=together), files - closed, closed)


@requires(Permission.RUN_CASELOAD)
def read_stretch(
    desk: Desk,
    country: Country,
    stretch: Stretch,
    packs: Sequence[Pack],
    on: date,
    only: Collection[UUID] | None,
    asked: Asked | None,
    *,
    run: UUID | None,
    hold: bool = False,
) -> ReadStretch:
    """The files of a stretch that have no result yet; `only` some of them, and of their facts those `asked`.

    For a `run` that keeps what it finds, files that have no packed copy are read into one, to be kept by
    `keep_stretch`; with `hold` some of the copies are held to their tables.
    """
    import pyarrow as pa
    from pyarrow import compute as pc

    listed = _listed(desk, country, stretch, only)
    earlier = earlier_stretches(desk, packs, on, run)
    kept = kept_in(desk, earlier, country, stretch, only)
    wanted = _without(listed, kept.keys())
    if not wanted.num_rows:
        return ReadStretch(stretch, wanted, kept, earlier, set(), None, desk.today)
    few = only
    if wanted.num_rows <= min(FEW, listed.num_rows - 1):
        few, listed = set(_ids(wanted)), wanted
    how = HowRead(on=on, country=country, stretch=stretch, only=few, asked=asked, pack=run is not None, hold=hold)
    read = read_tables(desk, listed, how)
    tables = read.tables
    # Read in several statements: a file of another version by now may have been read half before and half after.
    changed = _changed(desk, country, stretch, only, wanted)
    told = pa.table({HOUSEHOLD: listed[HOUSEHOLD].take(tables["household"][ORDINAL])})
    told = told.append_column(ORDINAL, tables["household"][ORDINAL])
    untrue = listed.take(pa.array(read.untrue, pa.int64()))
    files = _without(wanted, changed | set(_ids(untrue)))
    at = pc.index_in(files[HOUSEHOLD], value_set=told[HOUSEHOLD].combine_chunks())
    files = files.append_column(ORDINAL, told[ORDINAL].take(at)).filter(pc.is_valid(at))
    numbers = tuple(untrue["file_number"].to_pylist())
    return ReadStretch(stretch, files, kept, earlier, changed, tables, desk.today, listed, read.copies, numbers)


@requires(Permission.RUN_CASELOAD)
def keep_stretch(
    desk: Desk, run: Run, country: Country, read: ReadStretch, found: Iterable[tuple[Pack, pa.Table]], number: int
) -> KeptStretch:
    """Keep what is still so: no file that was closed or changed since, none that another run has kept by now.

    Args:
        desk: of the run's own office.
        run: the run.
        country: of the programme.
        read: what was reckoned.
        found: results under each version, as of `keeping_results.keep`.
        number: of the first stretch of results that is kept.
    """
    alone_with(desk, run)
    told = list(found)
    by_now = earlier_stretches(desk, [pack for pack, _ in told], run.on, run.id) if told else set()
    since = by_now - read.earlier
    by_others = kept_in(desk, since, country, read.stretch, None)
    ours = set(_ids(read.files)) if by_others else set()
    others = {each: one for each, one in by_others.items() if each in ours}
    changed = _changed(desk, country, read.stretch, None, read.files) - others.keys()
    kept: list[pa.Table] = []
    if read.copies is not None and read.listed is not None:
        # Changed while they were read: packed half of one version and half of the next.
        keep_packed(desk, read.listed, read.copies, but=read.changed)
    for pack, rows in told:
        standing = _without(rows, changed | others.keys())
        if standing.num_rows:
            keep(desk, run, number + len(kept), pack, standing)
            kept.append(standing)
    return KeptStretch(kept, others, changed)


def still_open(desk: Desk, country: Country, stretch: Stretch, only: Collection[UUID]) -> list[str]:
    """The numbers of those files of a stretch that are not closed."""
    numbers: list[str] = _listed(desk, country, stretch, only)["file_number"].to_pylist()
    return numbers


def whole_files(desk: Desk, country: Country, read: ReadStretch, ordinals: Sequence[int], on: date) -> Tables:
    """Every column of some files, numbered in their order."""
    import pyarrow as pa
    from pyarrow import compute as pc

    at = pc.index_in(pa.array(ordinals, pa.int64()), value_set=read.files[ORDINAL].combine_chunks())
    files = read.files.take(at)
    return caseload_tables(desk, on=on, country=country, only=set(_ids(files)), files=files.drop_columns([ORDINAL]))


def _listed(desk: Desk, country: Country, stretch: Stretch, only: Collection[UUID] | None) -> pa.Table:
    from pyarrow import compute as pc

    found = listed_files(desk, country=country, stretch=stretch, only=only)
    return found.append_column(HOUSEHOLD, pc.replace_substring(found["id"], "-", ""))


def _changed(
    desk: Desk, country: Country, stretch: Stretch, only: Collection[UUID] | None, files: pa.Table
) -> set[UUID]:
    """Those of the files that stand in another version by now, or are closed."""
    from pyarrow import compute as pc

    now = versions_of(desk, country=country, stretch=stretch, only=only)
    at = pc.index_in(files[ID], value_set=now[ID].combine_chunks())
    same = pc.fill_null(pc.equal(now[VERSION].take(at), files[VERSION]), False)
    return set(_ids(files.filter(pc.invert(same))))


def _ids(files: pa.Table) -> list[UUID]:
    return [UUID(each) for each in files[HOUSEHOLD].to_pylist()]


def _without(rows: pa.Table, households: Collection[UUID]) -> pa.Table:
    import pyarrow as pa
    from pyarrow import compute as pc

    if not households:
        return rows
    left_out = pa.array([each.hex for each in households], pa.string())
    return rows.filter(pc.invert(pc.is_in(rows[HOUSEHOLD], left_out)))
