"""Papers that were begun and never finished: a serial reserved, and neither a file confirmed nor the serial voided."""

from __future__ import annotations

from sqlalchemy import select

from desktop.agenda import phrases
from desktop.agenda.answers import Destination, DueKind, DueRow, SettledAt, Urgency
from desktop.agenda.counting import Found
from desktop.agenda.permitted import settles
from desktop.issuing.answers import IssuedAnswer
from desktop.issuing.kinds import about
from desktop.issuing.queries import unfinished
from desktop.issuing.service import ABANDONED_AFTER
from desktop.office.desk import Desk
from desktop.registry.queries import seen
from desktop.registry.records import Household
from desktop.values import worded


def papers_unfinished(desk: Desk) -> Found:
    """Serials that no desk is still at work on, the oldest first. A crash leaves one; there are never many."""
    if not settles(desk, DueKind.PAPER_UNFINISHED):
        return Found.nothing()
    papers = unfinished(desk, before=desk.now - ABANDONED_AFTER)
    files = {paper.household for paper in papers if paper.household is not None}
    heads = {}
    if files:
        named = select(Household.id, Household.head_name).where(
            Household.id.in_(seen(desk).where(Household.id.in_(files)).with_only_columns(Household.id))
        )
        heads = {row.id: row.head_name for row in desk.session.execute(named)}
    return Found.of(_row(paper, heads.get(paper.household)) for paper in papers if paper.household in {None, *heads})


def _row(paper: IssuedAnswer, head_name: str | None) -> DueRow:
    return DueRow(
        kind=DueKind.PAPER_UNFINISHED,
        household=paper.household,
        file_number=paper.file_number or None,
        head_name=head_name,
        person=paper.holder.ar,
        course=None,
        subject=phrases.SUBJECTS[DueKind.PAPER_UNFINISHED],
        reason=worded.both(
            "حُجز الرقم {serial} ولم تصدر الوثيقة ({kind})",
            "{serial} was reserved and never issued ({kind})",
            serial=worded.code(paper.serial),
            kind=worded.said(about(paper.kind).label),
        ),
        due=None,
        urgency=Urgency.NO_DAY,
        opened_at=paper.reserved_at,
        assigned_to=None,
        settled_at=Destination(SettledAt.DOCUMENTS, paper.file_number or None, serial=paper.serial),
    )
