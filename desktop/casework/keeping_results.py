"""Keeps the results of a stretch of files and finds again what earlier runs kept."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select

from desktop.casework.answers import RunAnswer
from desktop.casework.caseload_records import (
    CaseloadResult,
    CaseloadRun,
    CaseloadRunEnd,
    CaseloadStretch,
    Sureness,
)
from desktop.casework.caseload_rows import FIELDS, HOUSEHOLD, VERSION, digest_of_rows, layout_of
from desktop.casework.used_versions import refuse_changed
from desktop.database.columns import new_id
from desktop.database.engine import is_sqlite
from desktop.facts.codes import Country, Outcome
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.programmes.packs.compiled import Pack
from desktop.registry.caseload_reading import Stretch
from desktop.registry.queries import seen
from desktop.registry.records import Household
from resources.version import __version__

if TYPE_CHECKING:
    import pyarrow as pa

_TYPES = {"amount_low": "bigint", "amount_high": "bigint", "due_low": "bigint", "due_high": "bigint"}
_OF_FILE = {HOUSEHOLD: "uuid", VERSION: "integer"} | {name: _TYPES.get(name, "text") for name in FIELDS}
_COLUMNS = ", ".join(["office", "stretch_id", *_OF_FILE])
_UNPACKED = ", ".join(f"%s::{kind}[]" for kind in _OF_FILE.values())
# Row by row the policy asks whether the clerk sees the file, as for any other row of theirs. COPY writes to no table
# that has policies; arrays of a whole stretch come in one statement all the same.
_INTO = f"INSERT INTO caseload_results ({_COLUMNS})"
_AS_CLERK = f"{_INTO} SELECT %s, %s, told.* FROM unnest({_UNPACKED}) AS told"  # noqa: S608  # names of ours
_ROW_BY_ROW = f"{_INTO} VALUES ({', '.join('?' * (len(_OF_FILE) + 2))})"


@dataclass(frozen=True, slots=True)
class Run:
    """The record of a run: its id, the programme's, the day."""

    id: UUID
    programme: str
    on: date


@dataclass(frozen=True, slots=True)
class Kept:
    """What a result says of a file, as far as sums need it."""

    outcome: Outcome
    due: Sureness | None
    due_low: int


def earlier_stretches(desk: Desk, packs: Sequence[Pack], on: date, besides: UUID | None = None) -> set[UUID]:
    """What runs of the own office have kept for a day under versions of a programme as they read now.

    Those of the run `besides` are left out: what it kept of other stretches is of other files, and to look for theirs
    among a million of its own results takes longer with each stretch.
    """
    wanted = select(CaseloadStretch.id).where(
        CaseloadStretch.office == desk.office,
        CaseloadStretch.programme == packs[0].text.id,
        CaseloadStretch.on_date == on,
        CaseloadStretch.pack_hash.in_({pack.pack_hash for pack in packs}),
    )
    if besides is not None:
        wanted = wanted.where(CaseloadStretch.run_id != besides)
    return set(desk.session.scalars(wanted))


def kept_in(
    desk: Desk, kept: Collection[UUID], country: Country, stretch: Stretch, only: Collection[UUID] | None
) -> dict[UUID, Kept]:
    """Results of a stretch's files that still stand in the version that they were reckoned from."""
    if not kept:
        return {}
    same = (CaseloadResult.office == Household.office) & (CaseloadResult.household_id == Household.id)
    wanted = (
        seen(desk)
        .join(CaseloadResult, same & (CaseloadResult.household_version == Household.version))
        .where(
            CaseloadResult.stretch_id.in_(kept),
            Household.office == desk.office,
            Household.closed_at.is_(None),
            Household.country == country,
            *stretch.holds(Household.id),
        )
        .with_only_columns(Household.id, CaseloadResult.outcome, CaseloadResult.due, CaseloadResult.due_low)
    )
    if only is not None:
        wanted = wanted.where(Household.id.in_(only))
    return {row[0]: Kept(row[1], row[2], row[3] or 0) for row in desk.session.execute(wanted)}


def alone_with(desk: Desk, run: Run) -> None:
    """Waits until no other run of the same programme and day keeps anything; held until the desk closes.

    On SQLite whoever writes is alone in any case.

    Raises:
        Contended: it did not end within the time that desks wait for each other.
    """
    if not is_sqlite(desk.session.connection()):
        key = zlib.crc32(f"{desk.office}|{run.programme}|{run.on.isoformat()}".encode())
        desk.session.execute(select(func.pg_advisory_xact_lock(_CASELOAD, key - 2**31)))


_CASELOAD = 0x434C
"""Of the locks that only a name stands for, those of a caseload. (The letters CL.)"""


@requires(Permission.RUN_CASELOAD)
def begin_run(desk: Desk, run: Run, *, asked: str, engine: str, packs: Sequence[Pack]) -> None:
    """Write that a run begins; OfficeError `casework.version_changed` as of `used_versions.refuse_changed`."""
    for pack in packs:
        refuse_changed(desk, pack)
    desk.session.add(
        CaseloadRun(
            id=run.id,
            office=desk.office,
            programme=run.programme,
            asked=asked,
            on_date=run.on,
            engine=engine,
            begun_at=desk.now,
            begun_by=desk.staff.login,
            program_version=__version__,
        )
    )


@requires(Permission.RUN_CASELOAD)
def end_run(desk: Desk, run: Run, answer: RunAnswer) -> None:
    """Write what a run came to, whether it went through or was stopped."""
    desk.session.add(
        CaseloadRunEnd(
            office=desk.office,
            run_id=run.id,
            ended_at=desk.now,
            stopped=answer.stopped,
            outcomes={outcome.value: count for outcome, count in answer.outcomes.items()},
            currency=None if answer.cost is None else answer.cost.currency,
            due_at_least=0 if answer.cost is None else answer.cost.minor,
            open_amounts=answer.open_amounts,
            kept_now=answer.stored,
            kept_before=answer.kept,
            closed=answer.left_out,
            unassessed=len(answer.unassessed),
        )
    )


def keep(desk: Desk, run: Run, number: int, pack: Pack, rows: pa.Table) -> None:
    """Write a stretch and its results.

    Args:
        desk: of the run's own office.
        run: the run.
        number: of the stretch in it.
        pack: the version that the rows were reckoned under.
        rows: as of `caseload_rows.results_of`, each with its household as 32 hexadecimal digits and its file's version.
    """
    from pyarrow import compute as pc

    eligible = rows.filter(pc.equal(rows["outcome"], Outcome.ELIGIBLE.value))
    counts = {each["values"]: each["counts"] for each in pc.value_counts(rows["outcome"]).to_pylist()}
    stretch = CaseloadStretch(
        id=new_id(),
        office=desk.office,
        run_id=run.id,
        number=number,
        programme=run.programme,
        pack_version=pack.text.version,
        pack_hash=pack.pack_hash,
        on_date=run.on,
        layout=layout_of(pack),
        kept_at=desk.now,
        files=rows.num_rows,
        outcomes={outcome.value: counts.get(outcome.value, 0) for outcome in Outcome},
        currency=pack.text.currency,
        due_at_least=pc.sum(eligible["due_low"]).as_py() or 0,
        digest=digest_of_rows(rows),
    )
    desk.session.add(stretch)
    desk.session.flush()
    told = rows.select(list(_OF_FILE))
    connection = desk.session.connection()
    if is_sqlite(connection):
        columns = [told[name].to_pylist() for name in _OF_FILE]
        begun = (desk.office, stretch.id.hex)
        connection.exec_driver_sql(_ROW_BY_ROW, [(*begun, *row) for row in zip(*columns, strict=True)])
    else:
        connection.exec_driver_sql(_AS_CLERK, (desk.office, stretch.id, *_arrays(told)))


def _arrays(told: pa.Table) -> Sequence[str]:
    """Each column as PostgreSQL writes an array; no value holds a quotation mark or a backslash."""
    import pyarrow as pa
    from pyarrow import compute as pc

    arrays = []
    for column in told.columns:
        text = column.cast(pa.string())
        if pa.types.is_string(column.type):
            text = pc.binary_join_element_wise('"', text, '"', "")
        cells = pc.coalesce(text, "NULL").combine_chunks()
        whole = pa.ListArray.from_arrays(pa.array([0, len(cells)], pa.int32()), cells)
        arrays.append("{" + pc.binary_join(whole, ",")[0].as_py() + "}")
    return arrays
