"""The runs over the caseload of the own office: what each came to, whether it went through, and the newest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Select, select

from desktop.casework.caseload_records import CaseloadRun, CaseloadRunEnd, CaseloadStretch
from desktop.facts.codes import Outcome
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.values.errors import OfficeError
from desktop.values.money import Money

LAST = "last"
"""Names the newest run."""


class RunState(StrEnum):
    """How a run ended: with every file, stopped by somebody, or not on record; then it broke off or still goes on."""

    WHOLE = "whole"
    STOPPED = "stopped"
    UNENDED = "unended"


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run and its sums, those of its results alone where no end is on record.

    Args:
        programme: of the run; `asked` as it was named, with a version or without.
        outcomes: how many files came out how, those counted that earlier runs had kept.
        due: what is sure of the monthly total of all that are eligible; None where no file was reached.
        open_amounts: eligible files whose amount is not wholly known; None where no end is on record.
        kept_now: results of its own; kept_before those of earlier runs that it let stand.
        closed: files that were left out.
        unassessed: files that could not be assessed.
    """

    id: UUID
    programme: str
    asked: str
    on: date
    engine: str
    begun_at: datetime
    begun_by: str
    ended_at: datetime | None
    state: RunState
    outcomes: Mapping[Outcome, int]
    due: Money | None
    open_amounts: int | None
    kept_now: int
    kept_before: int
    closed: int
    unassessed: int

    @property
    def files(self) -> int:
        """How many files came out somehow."""
        return sum(self.outcomes.values())


@requires(Permission.READ_FILES)
def caseload_runs(
    desk: Desk, *, programme: str | None = None, before: UUID | None = None, limit: int = 50
) -> tuple[RunRecord, ...]:
    """Runs, the newest first.

    Args:
        desk: who asks.
        programme: only of this one, `ID` or `ID@VERSION`.
        before: id of the last run of the page before.
        limit: at most so many.
    """
    wanted = _of_office(desk)
    if programme is not None:
        wanted = wanted.where(CaseloadRun.programme == programme.partition("@")[0])
    if before is not None:
        wanted = wanted.where(CaseloadRun.id < before)
    return _told(desk, wanted.order_by(CaseloadRun.id.desc()).limit(limit))


@requires(Permission.READ_FILES)
def caseload_run(desk: Desk, *, run: str | UUID) -> RunRecord:
    """One run by its id, or the newest by `last`; OfficeError `casework.no_such_run`, `casework.no_run_yet`."""
    wanted = _of_office(desk)
    if run == LAST:
        found = _told(desk, wanted.order_by(CaseloadRun.id.desc()).limit(1))
        if not found:
            raise OfficeError("casework.no_run_yet")
        return found[0]
    try:
        identified = run if isinstance(run, UUID) else UUID(run)
    except ValueError:
        raise OfficeError("casework.no_such_run", run=str(run)) from None
    found = _told(desk, wanted.where(CaseloadRun.id == identified))
    if not found:
        raise OfficeError("casework.no_such_run", run=str(run))
    return found[0]


def _of_office(desk: Desk) -> Select[CaseloadRun, CaseloadRunEnd]:
    wanted = select(CaseloadRun, CaseloadRunEnd).outerjoin(CaseloadRunEnd, CaseloadRunEnd.run_id == CaseloadRun.id)
    return wanted.where(CaseloadRun.office == desk.office)


def _told(desk: Desk, wanted: Select[CaseloadRun, CaseloadRunEnd]) -> tuple[RunRecord, ...]:
    rows: list[tuple[CaseloadRun, CaseloadRunEnd | None]] = [(row[0], row[1]) for row in desk.session.execute(wanted)]
    kept = _stretches_of(desk, [run.id for run, end in rows if end is None])
    return tuple(_unended(run, kept.get(run.id, ())) if end is None else _ended(run, end) for run, end in rows)


def _stretches_of(desk: Desk, runs: Iterable[UUID]) -> dict[UUID, list[CaseloadStretch]]:
    wanted = select(CaseloadStretch).where(CaseloadStretch.run_id.in_(runs))
    found: dict[UUID, list[CaseloadStretch]] = {}
    for each in desk.session.scalars(wanted):
        found.setdefault(each.run_id, []).append(each)
    return found


def _ended(run: CaseloadRun, end: CaseloadRunEnd) -> RunRecord:
    return RunRecord(
        id=run.id,
        programme=run.programme,
        asked=run.asked,
        on=run.on_date,
        engine=run.engine,
        begun_at=run.begun_at,
        begun_by=run.begun_by,
        ended_at=end.ended_at,
        state=RunState.STOPPED if end.stopped else RunState.WHOLE,
        outcomes=_outcomes([end.outcomes]),
        due=None if end.currency is None else Money(end.due_at_least, end.currency),
        open_amounts=end.open_amounts,
        kept_now=end.kept_now,
        kept_before=end.kept_before,
        closed=end.closed,
        unassessed=end.unassessed,
    )


def _unended(run: CaseloadRun, kept: Sequence[CaseloadStretch]) -> RunRecord:
    return RunRecord(
        id=run.id,
        programme=run.programme,
        asked=run.asked,
        on=run.on_date,
        engine=run.engine,
        begun_at=run.begun_at,
        begun_by=run.begun_by,
        ended_at=None,
        state=RunState.UNENDED,
        outcomes=_outcomes([each.outcomes for each in kept]),
        due=Money(sum(each.due_at_least for each in kept), kept[0].currency) if kept else None,
        open_amounts=None,
        kept_now=sum(each.files for each in kept),
        kept_before=0,
        closed=0,
        unassessed=0,
    )


def _outcomes(counted: Iterable[Mapping[str, int]]) -> dict[Outcome, int]:
    sums: Counter[str] = Counter()
    for each in counted:
        sums.update(each)
    return {outcome: sums[outcome.value] for outcome in Outcome}
