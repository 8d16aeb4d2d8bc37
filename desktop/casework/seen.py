"""The rows of this room that a person may see, and the answers made from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, select

from desktop.casework.amounts import amount_answer, component_answers, due_monthly
from desktop.casework.answers import AssessmentAnswer, DecisionAnswer
from desktop.casework.kinds import GRANTS
from desktop.casework.periods import kept
from desktop.casework.records import Assessment, Decision
from desktop.facts.assessment import decode_assessment
from desktop.facts.codes import Role
from desktop.facts.reading import read_household
from desktop.notices.answers import NoticeAnswer
from desktop.notices.queries import first_told, notices_about
from desktop.office.desk import Desk
from desktop.registry.queries import seen
from desktop.registry.records import Household
from desktop.values.language import Wording

R = TypeVar("R", Assessment, Decision)


def visible(desk: Desk, kind: type[R]) -> Select[R]:
    """Rows about files that this person may see; the wall hides sections, the registry sealed files on SQLite too."""
    return select(kind).where(kind.household_id.in_(seen(desk).with_only_columns(Household.id)))


def assessment_answer(desk: Desk, row: Assessment) -> AssessmentAnswer:
    """From its record."""
    given = decode_assessment(row.answer)
    due = due_monthly(given)
    return AssessmentAnswer(
        id=row.id,
        reference=row.reference,
        household=row.household_id,
        file_number=_file_numbers(desk, [row.household_id])[row.household_id],
        household_version=row.household_version,
        programme=row.programme,
        pack_version=row.pack_version,
        pack_hash=row.pack_hash,
        facts_hash=row.facts_hash,
        member=row.member,
        on=row.on_date,
        outcome=row.outcome,
        amount=None if given.amount is None else amount_answer(given.amount),
        total=None if due is None else amount_answer(due),
        missing_count=row.missing_count,
        assessed_at=row.assessed_at,
        assessed_by=row.assessed_by,
        program_version=row.program_version,
        answer=given,
        encoded=row.answer,
        file=read_household(row.facts),
    )


def decision_answers(desk: Desk, rows: Sequence[Decision]) -> tuple[DecisionAnswer, ...]:
    """From their records, in their order, with what the family was told since."""
    ids = [row.id for row in rows]
    told = notices_about(desk, about=ids)
    successors: dict[UUID, UUID] = {}
    for successor in desk.session.scalars(select(Decision).where(Decision.supersedes.in_(ids))):
        if successor.supersedes is not None:
            successors[successor.supersedes] = successor.id
    assessed = {
        row.id: row
        for row in desk.session.scalars(
            select(Assessment).where(Assessment.id.in_([row.assessment_id for row in rows]))
        )
    }
    numbers = _file_numbers(desk, [row.household_id for row in rows])
    return tuple(
        _decision_answer(
            row, assessed[row.assessment_id], numbers[row.household_id], told[row.id], successors.get(row.id)
        )
        for row in rows
    )


def _file_numbers(desk: Desk, households: Sequence[UUID]) -> dict[UUID, str]:
    wanted = select(Household.id, Household.file_number).where(Household.id.in_(households))
    return {row.id: row.file_number for row in desk.session.execute(wanted)}


def _decision_answer(
    row: Decision,
    assessed: Assessment,
    file_number: str,
    notices: tuple[NoticeAnswer, ...],
    superseded_by: UUID | None,
) -> DecisionAnswer:
    file = read_household(assessed.facts)
    given = decode_assessment(assessed.answer)
    grants = row.kind in GRANTS
    due = due_monthly(given)
    reason = None
    if row.reason_ar is not None and row.reason_en is not None:
        reason = Wording(row.reason_ar, row.reason_en)
    first = first_told(notices)
    told_on = None if first is None else first.counts_as_told_on
    grievance = kept(row.grievance_count, row.grievance_unit)
    return DecisionAnswer(
        id=row.id,
        number=row.number,
        household=row.household_id,
        file_number=file_number,
        household_version=row.household_version,
        assessment=row.assessment_id,
        facts_hash=assessed.facts_hash,
        pack_hash=assessed.pack_hash,
        programme=row.programme,
        pack_version=row.pack_version,
        title=Wording(row.title_ar, row.title_en),
        member=row.member,
        kind=row.kind,
        reason_codes=tuple(row.reason_codes),
        reason=reason,
        amount=amount_answer(given.amount) if grants and given.amount is not None else None,
        total=amount_answer(due) if grants and due is not None else None,
        components=component_answers(row.components, row.currency),
        head=next(each for each in file.members if each.role is Role.HEAD),
        covered=tuple(each for each in file.members if each.ref in set(row.covered)),
        on=row.on_date,
        decided_on=row.decided_on,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        assessed_by=assessed.assessed_by,
        effective_from=row.effective_from,
        covered_since=row.covered_since,
        applied_on=row.applied_on,
        due_by=row.due_by,
        late=row.due_by is not None and (told_on or row.decided_on) > row.due_by,
        notices=notices,
        counts_as_told_on=told_on,
        grievance_until=None if grievance is None or told_on is None else grievance.last_day(told_on),
        supersedes=row.supersedes,
        superseded_by=superseded_by,
    )
