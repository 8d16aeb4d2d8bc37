"""What was done about a household's claims and what the family was told, each with when and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from desktop.casework.amounts import AmountAnswer, amount_answer, due_monthly
from desktop.casework.kinds import GRANTS, DecisionKind
from desktop.casework.records import Assessment, Decision
from desktop.casework.seen import visible
from desktop.casework.telling import missing_labels
from desktop.facts.assessment import decode_assessment
from desktop.facts.codes import Outcome
from desktop.notices.answers import NoticeAnswer, NoticeState
from desktop.notices.channels import Channel, NoticeKind
from desktop.notices.queries import notices_of
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.registry.queries import household_of
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class Assessed:
    """The rules' answer was kept; `member` is the claimant's reference where the right is a person's own."""

    at: datetime
    by: str
    programme: str
    member: str | None
    on: date
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Decided:
    """The office decided; `due` is what it comes to, None where nothing is due."""

    at: datetime
    by: str
    number: str
    title: Wording
    member: str | None
    kind: DecisionKind
    due: AmountAnswer | None


class NoticeAct(StrEnum):
    """What happened to a notice: it went out, the day was proved, it reached nobody."""

    SENT = "sent"
    PROVED = "proved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Told:
    """The family was told something, or what became of telling it.

    `decision` is the number of the decision that it tells of, `facts` what it asks for by name. `told_on` is the day
    (Gregorian) that counts: of a notice that nothing more became of, and of one whose day was proved.
    """

    at: datetime
    by: str
    notice: UUID
    act: NoticeAct
    kind: NoticeKind
    channel: Channel
    decision: str | None
    facts: Wording | None
    told_on: date | None
    reason: str | None


CaseEvent = Assessed | Decided | Told


@requires(Permission.READ_FILES)
def events(desk: Desk, *, file_number: str) -> tuple[CaseEvent, ...]:
    """All that was assessed, decided and told about a file, in the order in which it happened.

    Raises:
        OfficeError: `registry.unknown_file`.
    """
    household = household_of(desk, file_number).id
    found: list[CaseEvent] = [*_assessed(desk, household), *_decided(desk, household), *_told(desk, household)]
    # A decision and its notice bear one instant: the sort keeps the order in which one follows from the other.
    return tuple(sorted(found, key=lambda each: each.at))


def _assessed(desk: Desk, household: UUID) -> Iterator[Assessed]:
    # By column: the answer and the facts of every assessment would be megabytes that nobody reads here.
    wanted = visible(desk, Assessment).where(Assessment.household_id == household)
    columns = wanted.with_only_columns(
        Assessment.assessed_at,
        Assessment.assessed_by,
        Assessment.programme,
        Assessment.member,
        Assessment.on_date,
        Assessment.outcome,
    )
    for row in desk.session.execute(columns.order_by(Assessment.assessed_at, Assessment.id)):
        yield Assessed(row.assessed_at, row.assessed_by, row.programme, row.member, row.on_date, row.outcome)


def _decided(desk: Desk, household: UUID) -> Iterator[Decided]:
    wanted = visible(desk, Decision).where(Decision.household_id == household).order_by(Decision.decided_at)
    rows = desk.session.scalars(wanted.order_by(Decision.id)).all()
    answers = select(Assessment.id, Assessment.answer).where(Assessment.id.in_([row.assessment_id for row in rows]))
    encoded = {row.id: row.answer for row in desk.session.execute(answers)}
    for row in rows:
        due = due_monthly(decode_assessment(encoded[row.assessment_id])) if row.kind in GRANTS else None
        yield Decided(
            at=row.decided_at,
            by=row.decided_by,
            number=row.number,
            title=Wording(row.title_ar, row.title_en),
            member=row.member,
            kind=row.kind,
            due=None if due is None else amount_answer(due),
        )


def _told(desk: Desk, household: UUID) -> Iterator[Told]:
    notices = notices_of(desk, household=household)
    about = [each.about for each in notices if each.about is not None]
    numbered = select(Decision.id, Decision.number).where(Decision.id.in_(about))
    numbers = {row.id: row.number for row in desk.session.execute(numbered)}
    asked = [each.about for each in notices if each.kind is NoticeKind.INFORMATION_REQUEST]
    lacking = select(Assessment).where(Assessment.id.in_([each for each in asked if each is not None]))
    facts = {row.id: missing_labels(row) for row in desk.session.scalars(lacking)}
    for notice in reversed(notices):
        number = None if notice.about is None else numbers.get(notice.about)
        labels = None if notice.about is None else facts.get(notice.about)
        yield _event(notice, NoticeAct.SENT, notice.made_at, notice.made_by, number, labels)
        if notice.settled_at is not None and notice.settled_by is not None:
            act = NoticeAct.FAILED if notice.state is NoticeState.FAILED else NoticeAct.PROVED
            yield _event(notice, act, notice.settled_at, notice.settled_by, number, labels)


def _event(
    notice: NoticeAnswer, act: NoticeAct, at: datetime, by: str, decision: str | None, facts: Wording | None
) -> Told:
    open_still = notice.state is NoticeState.SENT
    return Told(
        at=at,
        by=by,
        notice=notice.id,
        act=act,
        kind=notice.kind,
        channel=notice.channel,
        decision=decision,
        facts=facts,
        # The day assumed at first is not kept once another was proved.
        told_on=notice.counts_as_told_on if open_still or act is NoticeAct.PROVED else None,
        reason=notice.failed_because if act is NoticeAct.FAILED else None,
    )
