"""Reads the files of a caseload stretch by stretch, and keeps what came of each, whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func

from desktop.casework.caseload_rows import HOUSEHOLD
from desktop.casework.keeping_results import (
    Kept,
    Key,
    Run,
    alone_with,
    earlier_stretches,
    keep,
    kept_in,
    keys_of,
)
from desktop.facts.codes import Country
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.packs.compiled import Pack
from desktop.registry.caseload_tables import Stretch, caseload_tables, stretches
from desktop.registry.queries import seen
from desktop.registry.records import Household

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

FEW = 1_000
"""Files that are asked for one by one; of more, the whole stretch is read."""


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
        keys: the files to reckon, by number.
        kept: the results that stand already, by household.
        earlier: the stretches that results were looked for in.
        changed: files that a colleague changed while they were read; they are not in `keys`.
        tables: of every file to reckon, perhaps of others too; None where there is none.
        today: the office's day.
    """

    stretch: Stretch
    keys: dict[str, Key]
    kept: dict[UUID, Kept]
    earlier: set[UUID]
    changed: set[UUID]
    tables: Tables | None
    today: date


@dataclass(frozen=True, slots=True)
class KeptStretch:
    """What became of results: those kept, those that another run had kept by then, and files changed since."""

    rows: list[pa.Table]
    by_others: dict[UUID, Kept]
    changed: set[UUID]


@requires(Permission.RUN_CASELOAD)
def planned(desk: Desk, country: Country, files_at_once: int) -> Plan:
    """The open files of the own office and country, cut into stretches."""
    counted = (
        seen(desk)
        .where(Household.office == desk.office, Household.country == country)
        .with_only_columns(func.count(Household.id), func.count(Household.closed_at))
    )
    files, closed = desk.session.execute(counted).one()
    return Plan(country, stretches(desk, country=country, files=files_at_once), files - closed, closed)


@requires(Permission.RUN_CASELOAD)
def read_stretch(
    desk: Desk, country: Country, stretch: Stretch, packs: Sequence[Pack], on: date, only: Collection[UUID] | None
) -> ReadStretch:
    """The files of a stretch that have no result yet; `only` some of them where it is given."""
    before = keys_of(desk, country, stretch, only)
    earlier = earlier_stretches(desk, packs, on)
    kept = kept_in(desk, earlier, country, stretch, only)
    wanted = [key for key in before if key.household not in kept]
    if not wanted:
        return ReadStretch(stretch, {}, kept, earlier, set(), None, desk.today)
    few = {key.household for key in wanted} if len(wanted) <= FEW else None
    tables = caseload_tables(desk, on=on, country=country, stretch=stretch, only=few)
    # Read in several statements: a file of another version by now may have been read half before and half after.
    now = {key.household: key.version for key in keys_of(desk, country, stretch, only)}
    changed = {key.household for key in wanted if now.get(key.household) != key.version}
    keys = {key.file_number: key for key in wanted if key.household not in changed}
    return ReadStretch(stretch, keys, kept, earlier, changed, tables, desk.today)


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
    since = earlier_stretches(desk, [pack for pack, _ in told], run.on) - read.earlier if told else set()
    ours = {key.household: key.version for key in read.keys.values()}
    others = {each: one for each, one in kept_in(desk, since, country, read.stretch, None).items() if each in ours}
    now = {key.household: key.version for key in keys_of(desk, country, read.stretch, None)}
    changed = {each for each, version in ours.items() if now.get(each) != version} - others.keys()
    kept: list[pa.Table] = []
    for pack, rows in told:
        standing = _without(rows, changed | others.keys())
        if standing.num_rows:
            keep(desk, run, number + len(kept), pack, standing)
            kept.append(standing)
    return KeptStretch(kept, others, changed)


def _without(rows: pa.Table, households: set[UUID]) -> pa.Table:
    import pyarrow as pa
    from pyarrow import compute as pc

    if not households:
        return rows
    left_out = pa.array([each.hex for each in households], pa.string())
    return rows.filter(pc.invert(pc.is_in(rows[HOUSEHOLD], left_out)))
