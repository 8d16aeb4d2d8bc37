"""What happened to the papers of a household: issued, handed out again, voided; each with when and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select

from desktop.issuing.kinds import PaperKind, about
from desktop.issuing.queries import seen
from desktop.issuing.records import IssuedDocument, Reprint
from desktop.office.desk import Desk
from desktop.office.doers import Doers, Verb, ended
from desktop.office.permissions import Permission, requires
from desktop.values.language import Wording
from desktop.values.worded import both, code, said


class PaperAct(StrEnum):
    """What was done with a paper; a serial is cancelled when its paper was never issued."""

    ISSUED = "issued"
    REPRINTED = "reprinted"
    VOIDED = "voided"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class PaperEvent:
    """Something done with a paper.

    `collector` is who took a further copy and what they are to its holder; `reason` why it was handed out again or
    voided.
    """

    at: datetime
    by: str
    act: PaperAct
    kind: PaperKind
    serial: str
    holder: Wording
    copy: int | None = None
    collector: tuple[str, str] | None = None
    reason: str | None = None


@requires(Permission.READ_FILES)
def events(desk: Desk, *, household: UUID) -> tuple[PaperEvent, ...]:
    """What was done with the papers of a file, in order; nothing of papers that this person may not see."""
    rows = desk.session.scalars(seen(desk).where(IssuedDocument.household_id == household)).all()
    papers = {row.id: row for row in rows}
    reprints = desk.session.scalars(select(Reprint).where(Reprint.household_id == household)).all()
    found = [event for row in rows for event in _of_paper(row)]
    found += [_reprinted(papers[each.document_id], each) for each in reprints if each.document_id in papers]
    return tuple(sorted(found, key=lambda each: (each.at, each.serial, each.copy or 0)))


def _of_paper(row: IssuedDocument) -> Iterator[PaperEvent]:
    holder = Wording(row.holder_ar, row.holder_en)
    if row.issued_at is not None and row.issued_by is not None:
        yield PaperEvent(row.issued_at, row.issued_by, PaperAct.ISSUED, row.kind, row.serial, holder)
    if row.voided_at is not None and row.voided_by is not None:
        act = PaperAct.CANCELLED if row.issued_at is None else PaperAct.VOIDED
        yield PaperEvent(row.voided_at, row.voided_by, act, row.kind, row.serial, holder, reason=row.voided_because)


def _reprinted(paper: IssuedDocument, reprint: Reprint) -> PaperEvent:
    return PaperEvent(
        at=reprint.at,
        by=reprint.by,
        act=PaperAct.REPRINTED,
        kind=paper.kind,
        serial=paper.serial,
        holder=Wording(paper.holder_ar, paper.holder_en),
        copy=reprint.copy,
        collector=(reprint.collector_name, reprint.collector_relation),
        reason=reprint.reason,
    )


_ACTS: Final = {
    PaperAct.ISSUED: (
        Verb("أصدر", "أصدرت", "issued"),
        "{kind} برقم {serial} باسم {holder}",
        "{kind} {serial} in the name of {holder}",
    ),
    PaperAct.REPRINTED: (
        Verb("أعاد", "أعادت", "handed out"),
        "طباعة {kind} برقم {serial}، واستُلمت النسخة {copy} باسم {collector} ({relation})",
        "copy {copy} of {kind} {serial} to {collector} ({relation})",
    ),
    PaperAct.VOIDED: (Verb("ألغى", "ألغت", "voided"), "{kind} برقم {serial}", "{kind} {serial}"),
    PaperAct.CANCELLED: (
        Verb("ألغى", "ألغت", "cancelled"),
        "الرقم {serial} قبل أن تصدر به وثيقة ({kind})",
        "serial {serial} before a document ({kind}) was issued under it",
    ),
}


def sentence(event: PaperEvent, doers: Doers) -> Wording:
    """One event in one sentence that an office would sign."""
    verb, arabic, english = _ACTS[event.act]
    name, relation = event.collector or ("", "")
    label = about(event.kind).label
    told = doers.of_login(event.by).did(
        verb,
        arabic,
        english,
        kind=Wording(label.ar, label.en[:1].lower() + label.en[1:]),
        serial=code(event.serial),
        holder=said(event.holder),
        copy=both("{number}", "{number}", number=code(str(event.copy or ""))),
        collector=said(name),
        relation=said(relation),
    )
    return ended(told, event.reason)
