"""Which assessment and which decision of a claim is the one that counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import aliased

from desktop.casework.caseload_records import CaseloadResult, CaseloadStretch
from desktop.casework.records import Assessment, Decision
from desktop.office.desk import Desk
from desktop.programmes.packs.compiled import Pack
from desktop.registry.answers import HouseholdAnswer


def standing_decision(desk: Desk, household: UUID, programme: str, member: str | None) -> Decision | None:
    """The decision that no other supersedes; None before the first."""
    later = aliased(Decision)
    wanted = select(Decision).where(
        Decision.household_id == household,
        Decision.programme == programme,
        Decision.member.is_not_distinct_from(member),
        unsuperseded(later),
    )
    return desk.session.scalars(wanted).one_or_none()


def unsuperseded(later: type[Decision]) -> ColumnElement[bool]:
    """Decisions that no row of `later`, an alias of the same table, supersedes."""
    return ~exists(select(later.id).where(later.supersedes == Decision.id))


def assessments_on(desk: Desk, household: UUID, programme: str, member: str | None, on: date) -> Sequence[Assessment]:
    """Assessments of a claim for one day, the newest first."""
    wanted = select(Assessment).where(
        Assessment.household_id == household,
        Assessment.programme == programme,
        Assessment.member.is_not_distinct_from(member),
        Assessment.on_date == on,
    )
    return desk.session.scalars(wanted.order_by(Assessment.assessed_at.desc(), Assessment.id.desc())).all()


def newest_day(desk: Desk, household: UUID, programme: str, member: str | None) -> date | None:
    """The latest day that a claim was assessed for, by itself or in a run over the caseload."""
    wanted = select(Assessment.on_date).where(
        Assessment.household_id == household,
        Assessment.programme == programme,
        Assessment.member.is_not_distinct_from(member),
    )
    newest = desk.session.scalars(wanted.order_by(Assessment.on_date.desc()).limit(1)).one_or_none()
    if member is not None:
        return newest
    of_runs = (
        select(CaseloadStretch.on_date)
        .join(CaseloadResult, CaseloadStretch.id == CaseloadResult.stretch_id)
        .where(
            CaseloadResult.office == desk.office,
            CaseloadResult.household_id == household,
            CaseloadStretch.programme == programme,
        )
    )
    reckoned = desk.session.scalars(of_runs.order_by(CaseloadStretch.on_date.desc()).limit(1)).one_or_none()
    return max((day for day in (newest, reckoned) if day is not None), default=None)


def came_of_a_run(desk: Desk, opened: HouseholdAnswer, pack: Pack, on: date) -> bool:
    """Whether a run over the caseload reckoned a file as it stands, for a day and under the pack as it reads."""
    wanted = (
        select(CaseloadResult.household_id)
        .join(CaseloadStretch, CaseloadStretch.id == CaseloadResult.stretch_id)
        .where(
            CaseloadResult.office == desk.office,
            CaseloadResult.household_id == opened.id,
            CaseloadResult.household_version == opened.version,
            CaseloadStretch.programme == pack.text.id,
            CaseloadStretch.on_date == on,
            CaseloadStretch.pack_hash == pack.pack_hash,
        )
    )
    return desk.session.scalars(wanted.limit(1)).first() is not None
