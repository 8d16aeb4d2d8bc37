"""Reads assessments and decisions, and which files need assessing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from desktop.casework.answers import AssessmentAnswer, DecisionAnswer
from desktop.casework.last_answers import LastAnswer, last_answers
from desktop.casework.records import Assessment, Decision
from desktop.casework.seen import assessment_answer, decision_answers, visible
from desktop.casework.standing import unsuperseded
from desktop.facts.canonical import facts_hash
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.answers import HouseholdSummary
from desktop.registry.queries import files, household_of, seen
from desktop.registry.records import Household
from desktop.registry.shelves import KINDS
from desktop.values.errors import OfficeError


@requires(Permission.READ_FILES)
def assessment(desk: Desk, *, assessment: UUID) -> AssessmentAnswer:
    """One assessment as it was stored; OfficeError `database.not_found`."""
    row = desk.session.scalars(visible(desk, Assessment).where(Assessment.id == assessment)).one_or_none()
    if row is None:
        raise OfficeError("database.not_found")
    return assessment_answer(desk, row)


@requires(Permission.READ_FILES)
def latest_assessment(
    desk: Desk, *, file_number: str, programme: str, member: str | None = None, on: date | None = None
) -> AssessmentAnswer | None:
    """The newest assessment of a claim, for one day or for the latest that was assessed; None for none.

    Raises:
        OfficeError: `registry.unknown_file`.
    """
    wanted = select(Assessment).where(
        Assessment.household_id == household_of(desk, file_number).id,
        Assessment.programme == programme.partition("@")[0],
        Assessment.member.is_not_distinct_from(member),
    )
    if on is not None:
        wanted = wanted.where(Assessment.on_date == on)
    newest = wanted.order_by(Assessment.on_date.desc(), Assessment.assessed_at.desc(), Assessment.id.desc()).limit(1)
    row = desk.session.scalars(newest).one_or_none()
    return None if row is None else assessment_answer(desk, row)


@requires(Permission.READ_FILES)
def assessments_of(desk: Desk, *, file_number: str, limit: int = 50) -> tuple[AssessmentAnswer, ...]:
    """The assessments of a file, the newest first."""
    wanted = select(Assessment).where(Assessment.household_id == household_of(desk, file_number).id)
    ordered = wanted.order_by(Assessment.assessed_at.desc(), Assessment.id.desc()).limit(limit)
    return tuple(assessment_answer(desk, row) for row in desk.session.scalars(ordered))


@requires(Permission.READ_FILES)
def decision(desk: Desk, *, decision: UUID) -> DecisionAnswer:
    """One decision; OfficeError `database.not_found`."""
    row = desk.session.scalars(visible(desk, Decision).where(Decision.id == decision)).one_or_none()
    if row is None:
        raise OfficeError("database.not_found")
    return decision_answers(desk, [row])[0]


@requires(Permission.READ_FILES)
def standing_decisions(desk: Desk, *, file_number: str, programme: str | None = None) -> tuple[DecisionAnswer, ...]:
    """The decisions of a file that no other supersedes, the newest first: one for each programme and claimant.

    Raises:
        OfficeError: `registry.unknown_file`.
    """
    wanted = select(Decision).where(
        Decision.household_id == household_of(desk, file_number).id, unsuperseded(aliased(Decision))
    )
    if programme is not None:
        wanted = wanted.where(Decision.programme == programme.partition("@")[0])
    return decision_answers(desk, desk.session.scalars(wanted.order_by(Decision.id.desc())).all())


@requires(Permission.READ_FILES)
def decisions(
    desk: Desk, *, file_number: str | None = None, before: UUID | None = None, limit: int = 100
) -> tuple[DecisionAnswer, ...]:
    """Decisions, the newest first.

    Args:
        desk: who asks.
        file_number: of this file only.
        before: id of the last decision of the page before.
        limit: at most so many.
    """
    wanted = visible(desk, Decision)
    if file_number is not None:
        wanted = wanted.where(Decision.household_id == household_of(desk, file_number).id)
    if before is not None:
        wanted = wanted.where(Decision.id < before)
    return decision_answers(desk, desk.session.scalars(wanted.order_by(Decision.id.desc()).limit(limit)).all())


@requires(Permission.READ_FILES)
def needs_assessing(desk: Desk, *, programme: str, on: date, limit: int = 200) -> tuple[HouseholdSummary, ...]:
    """Open files of the own office whose facts on a day are not those last assessed, by file number.

    A question over what is stored and no list that is kept: it also finds what a crash lost. Only files that may have
    changed are read in full. A file that a run over the caseload reckoned counts as assessed.

    Args:
        desk: who asks; files that they may not see are left out.
        programme: `ID` or `ID@VERSION`; a later version of the same rules counts as assessed.
        on: the day of the facts (Gregorian).
        limit: at most so many.
    """
    assessed = last_answers(desk, programme.partition("@")[0], on)
    wanted = seen(desk).where(Household.office == desk.office, Household.closed_at.is_(None))
    standing = {row.id: row.version for row in desk.session.scalars(wanted)}
    moved = _facts_that_began_or_ended(desk, min((each.on for each in assessed.values()), default=on), on)
    doubtful = [
        household
        for household, version in standing.items()
        if household not in assessed or assessed[household].version != version or household in moved
    ]
    return tuple(_changed(desk, doubtful, assessed, on, limit))


def _changed(
    desk: Desk, doubtful: list[UUID], assessed: dict[UUID, LastAnswer], on: date, limit: int
) -> Iterator[HouseholdSummary]:
    left = limit
    for opened in files(desk, as_of=on, only=doubtful) if doubtful else ():
        if not left:
            return
        last = assessed.get(opened.id)
        if last is None or last.facts_hash(desk, opened.file_number) != facts_hash(opened.file):
            left -= 1
            yield opened.summary


def _facts_that_began_or_ended(desk: Desk, earliest: date, on: date) -> set[UUID]:
    """Files of which some fact begins or ends between two days: they differ though nobody changed them."""
    found: set[UUID] = set()
    for kind in KINDS:
        began = kind.valid_from.is_not(None) & (kind.valid_from > earliest) & (kind.valid_from <= on)
        ended = kind.valid_to.is_not(None) & (kind.valid_to >= earliest) & (kind.valid_to < on)
        wanted = select(kind.household_id).where(
            kind.office == desk.office, kind.superseded_at.is_(None), or_(began, ended)
        )
        found |= set(desk.session.scalars(wanted.distinct()))
    return found
