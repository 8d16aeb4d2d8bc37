"""Families who do not know yet what was decided: notices that reached nobody, decisions that nobody was told of."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import aliased

from desktop.agenda import phrases
from desktop.agenda.answers import Destination, DueKind, DueRow, SettledAt, Urgency
from desktop.agenda.counting import Found, urgency_in, urgency_of
from desktop.agenda.permitted import open_files, settles
from desktop.casework.records import Assessment, Decision
from desktop.casework.standing import unsuperseded
from desktop.notices.records import Notice
from desktop.office.desk import Desk
from desktop.registry.records import Household
from desktop.values import worded


def notices_failed(desk: Desk, limit: int) -> Found:
    """Notices that failed and were not followed by another about the same thing, the oldest first.

    One about a decision that was superseded since is left out: the family is told of the later one.
    """
    if not settles(desk, DueKind.NOTICE_FAILED):
        return Found.nothing()
    later, newer = aliased(Notice), aliased(Decision)
    followed = exists(
        select(later.id).where(
            later.household_id == Notice.household_id,
            later.kind == Notice.kind,
            later.about.is_not_distinct_from(Notice.about),
            later.made_at > Notice.made_at,
        )
    )
    wanted = (
        select(
            Notice,
            Household.file_number,
            Household.head_name,
            Decision.id.label("decision"),
            func.coalesce(Decision.programme, Assessment.programme).label("programme"),
            func.coalesce(Decision.member, Assessment.member).label("member"),
            func.count(Notice.id).over().label("number"),
        )
        .join(Household, Household.id == Notice.household_id)
        .outerjoin(Decision, and_(Decision.office == Notice.office, Decision.id == Notice.about))
        .outerjoin(Assessment, and_(Assessment.office == Notice.office, Assessment.id == Notice.about))
        .where(
            Notice.office == desk.office,
            Notice.failed_because.is_not(None),
            Notice.household_id.in_(open_files(desk)),
            ~followed,
            ~exists(select(newer.id).where(newer.supersedes == Notice.about)),
        )
        .order_by(Notice.made_at, Notice.id)
        .limit(limit)
    )
    rows = desk.session.execute(wanted).all()
    counts = {(DueKind.NOTICE_FAILED, Urgency.NO_DAY): rows[0].number} if rows else {}
    return Found(
        tuple(
            _failed(notice, file_number, head_name, _place(file_number, decision, programme, member))
            for notice, file_number, head_name, decision, programme, member, _ in rows
        ),
        counts,
    )


def decisions_untold(desk: Desk, limit: int) -> Found:
    """Decisions that stand and that no notice tells of, by the last day for telling them."""
    if not settles(desk, DueKind.DECISION_UNTOLD):
        return Found.nothing()
    wanted = (
        select(Decision, Household.file_number, Household.head_name)
        .join(Household, Household.id == Decision.household_id)
        .where(*_untold(desk))
        .order_by(Decision.due_by.is_(None), Decision.due_by, Decision.decided_at, Decision.id)
        .limit(limit)
    )
    rows = tuple(_decision(desk, *row) for row in desk.session.execute(wanted))
    if len(rows) < limit:
        return Found.of(rows)
    urgency = urgency_in(Decision.due_by, desk.today).label("urgency")
    counted = select(urgency, func.count(Decision.id).label("number")).where(*_untold(desk)).group_by(urgency)
    counts = {(DueKind.DECISION_UNTOLD, Urgency(row.urgency)): row.number for row in desk.session.execute(counted)}
    return Found(rows, counts)


def _untold(desk: Desk) -> tuple[ColumnElement[bool], ...]:
    told = exists(select(Notice.id).where(Notice.office == Decision.office, Notice.about == Decision.id))
    return (
        Decision.office == desk.office,
        Decision.household_id.in_(open_files(desk)),
        unsuperseded(aliased(Decision)),
        ~told,
    )


def _place(file_number: str, decision: UUID | None, programme: str | None, member: str | None) -> Destination:
    if programme is None:
        return Destination(SettledAt.HOUSEHOLD, file_number)
    at = SettledAt.ASSESSMENT if decision is None else SettledAt.DECISION
    return Destination(at, file_number, programme=programme, member=member)


def _failed(notice: Notice, file_number: str, head_name: str, settled_at: Destination) -> DueRow:
    return DueRow(
        kind=DueKind.NOTICE_FAILED,
        household=notice.household_id,
        file_number=file_number,
        head_name=head_name,
        person=None,
        course=None,
        subject=phrases.SUBJECTS[DueKind.NOTICE_FAILED],
        reason=worded.both(
            "لم يصل الإشعار المرسل في {sent_on} ({what}): {because}",
            "The notice of {sent_on} ({what}) reached nobody: {because}",
            sent_on=worded.day(notice.sent_on),
            what=worded.said(notice.kind.label),
            because=worded.said((notice.failed_because or "").rstrip(" .؛،")),
        ),
        due=None,
        urgency=Urgency.NO_DAY,
        opened_at=notice.settled_at or notice.made_at,
        assigned_to=None,
        settled_at=settled_at,
    )


def _decision(desk: Desk, row: Decision, file_number: str, head_name: str) -> DueRow:
    return DueRow(
        kind=DueKind.DECISION_UNTOLD,
        household=row.household_id,
        file_number=file_number,
        head_name=head_name,
        person=None,
        course=None,
        subject=phrases.SUBJECTS[DueKind.DECISION_UNTOLD],
        reason=worded.both(
            "صدر القرار {number} في {day} ({kind}) ولم تُشعر به الأسرة بعد",
            "Decision {number} of {day} ({kind}) was not told to the family yet",
            number=worded.code(row.number),
            day=worded.day(row.decided_on),
            kind=worded.said(row.kind.label),
        ),
        due=row.due_by,
        urgency=urgency_of(row.due_by, desk.today),
        opened_at=row.decided_at,
        assigned_to=None,
        settled_at=Destination(SettledAt.DECISION, file_number, programme=row.programme, member=row.member),
    )
