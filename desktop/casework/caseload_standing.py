"""What stands about files beside what a run found of them: later answers, decisions, work that waits. In bulk."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import aliased

from desktop.casework.caseload_records import CaseloadResult, CaseloadStretch, Sureness
from desktop.casework.keeping_results import Run
from desktop.casework.kinds import GRANTS
from desktop.casework.records import Assessment, Decision
from desktop.casework.standing import unsuperseded
from desktop.casework.work import SUBJECTS
from desktop.facts.codes import AmountStatus, Outcome
from desktop.office.desk import Desk
from desktop.office.records import WorkItem
from desktop.registry.queries import seen
from desktop.registry.records import Household


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a run found of a file.

    Args:
        household: whose file.
        version: of the file.
        outcome: of the household's claim.
        due: how far what is due a month is known; None where nobody's right may stand.
        due_low: its lower end, minor units.
        applied_on: the day of the application that the file holds.
        decide_by: the last day for deciding it (Reg. art. 5.1); None where none runs.
    """

    household: UUID
    version: int
    outcome: Outcome
    due: Sureness | None
    due_low: int
    applied_on: date | None = None
    decide_by: date | None = None


def changes_decision(each: Reckoned, standing: Decision) -> bool:
    """Whether a result is another than what the office decided last, as `work.differs` asks of an assessment.

    An amount that is open beside one that was granted though its figure was never published counts as the same:
    whether a fact is missing by now, a result does not say.
    """
    if standing.kind not in GRANTS:
        return each.outcome is Outcome.ELIGIBLE
    if each.outcome is not Outcome.ELIGIBLE:
        return True
    match each.due:
        case Sureness.KNOWN:
            return (standing.total_status, standing.total_minor) != (AmountStatus.KNOWN, each.due_low)
        case Sureness.OPEN:
            return standing.total_status is not AmountStatus.UNPUBLISHED
        case Sureness.NONE:
            return standing.total_status is not AmountStatus.NONE
    return standing.total_status is not None


def sections(desk: Desk, households: Collection[UUID]) -> dict[UUID, object]:
    """The sections of the files that are still open."""
    wanted = seen(desk).where(Household.id.in_(households), Household.closed_at.is_(None))
    found = desk.session.execute(wanted.with_only_columns(Household.id, Household.section))
    return {row[0]: row[1] for row in found}


def answered_later(desk: Desk, run: Run, results: Sequence[Reckoned]) -> set[UUID]:
    """Households of which the rules have said something for a later day, or of a later version of the file."""
    versions = {each.household: each.version for each in results}
    assessed = select(Assessment.household_id, Assessment.on_date, Assessment.household_version).where(
        Assessment.household_id.in_(versions),
        Assessment.programme == run.programme,
        Assessment.member.is_(None),
        Assessment.on_date >= run.on,
    )
    of_runs = (
        select(CaseloadResult.household_id, CaseloadStretch.on_date, CaseloadResult.household_version)
        .join(CaseloadStretch, CaseloadStretch.id == CaseloadResult.stretch_id)
        .where(
            CaseloadResult.office == desk.office,
            CaseloadResult.household_id.in_(versions),
            CaseloadStretch.programme == run.programme,
            or_(
                CaseloadStretch.on_date > run.on,
                and_(CaseloadStretch.on_date == run.on, CaseloadStretch.run_id != run.id),
            ),
        )
    )
    found: set[UUID] = set()
    for statement in (assessed, of_runs):
        for household, on, version in desk.session.execute(statement):
            if on > run.on or version > versions[household]:
                found.add(household)
    return found


def decisions(desk: Desk, programme: str, households: Collection[UUID]) -> dict[UUID, Decision]:
    """The decision on each household's own claim that no other supersedes."""
    wanted = select(Decision).where(
        Decision.household_id.in_(households),
        Decision.programme == programme,
        Decision.member.is_(None),
        unsuperseded(aliased(Decision)),
    )
    return {row.household_id: row for row in desk.session.scalars(wanted)}


def open_items(desk: Desk, programme: str, households: Collection[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
    """The open items of the households' own claim, as `office.work.open_items` puts them in order."""
    wanted = (
        select(WorkItem.id, WorkItem.household, WorkItem.kind, WorkItem.details)
        .where(
            WorkItem.office == desk.office,
            WorkItem.household.in_(households),
            WorkItem.kind.in_(SUBJECTS),
            WorkItem.done_at.is_(None),
        )
        .order_by(WorkItem.due.is_(None), WorkItem.due, WorkItem.opened_at, WorkItem.id)
    )
    found: dict[UUID, list[tuple[UUID, str]]] = {}
    for item, household, kind, details in desk.session.execute(wanted):
        if (details.get("programme"), details.get("member")) == (programme, ""):
            found.setdefault(household, []).append((item, kind))
    return found
