"""Verbs of issuing: reserve a serial, confirm its file, void it, hand a copy out again.

Two steps, each in a desk of its own, because setting a paper takes longer than a desk should hold the counter:

    with office.desk() as desk: reserved = reserve(desk, draft=…, key=…)
    pdf = sealed(render(reserved.answer.paper), key=…)
    with office.desk() as desk: confirm(desk, serial=…, pdf=pdf)          # or void

Whatever breaks in between leaves a reserved serial in the register: a gap with its explanation. `ui/paper.py` puts the
steps together.
"""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import msgspec
from sqlalchemy import select

from desktop.issuing.answers import IssuedAnswer, IssuedFile, Reserved
from desktop.issuing.code import Stated, content_hash, mark_of, signed_text
from desktop.issuing.contents import Paper
from desktop.issuing.desk_keys import DeskKey
from desktop.issuing.drafts import Collector, PaperDraft
from desktop.issuing.kinds import gist_of
from desktop.issuing.letterhead import is_demonstration
from desktop.issuing.queries import found, unfinished
from desktop.issuing.records import IssuedDocument, PaperState, Reprint, SigningKey
from desktop.issuing.seal import seal_of
from desktop.issuing.serials import COUNTER, Serial
from desktop.office.answers import Changes, Saved
from desktop.office.counters import next_number
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.values.dates import nearest_hijri
from desktop.values.errors import OfficeError

LONGEST_FILE_NUMBER = 60
"""In bytes: what a code of printable size has room for."""

LAST_DAY = date(2179, 6, 6)
"""The last day that a code can state."""

ABANDONED_AFTER = timedelta(hours=1)
"""No desk takes so long between reserving and confirming."""


@requires(Permission.ISSUE)
def reserve(desk: Desk, *, draft: PaperDraft, key: DeskKey) -> Saved[Reserved]:
    """Allot the next serial, complete the paper with it and with its signed code, and enter it in the register.

    The counter stays locked until the desk closes: reserve last, then close.

    Raises:
        OfficeError: `issuing.key_not_registered`, `issuing.past_validity`, `issuing.file_number_too_long`;
            `database.not_allowed`: a file that this person may not see.
        Contended: a colleague is reserving.
    """
    signer = desk.session.scalars(
        select(SigningKey).where(
            SigningKey.office == desk.office, SigningKey.key_id == key.id, SigningKey.retired_at.is_(None)
        )
    ).one_or_none()
    if signer is None:
        raise OfficeError("issuing.key_not_registered", key_id=key.id)
    gist = gist_of(draft.content)
    if gist.valid_until is not None and not desk.today <= gist.valid_until <= LAST_DAY:
        raise OfficeError("issuing.past_validity", valid_until=gist.valid_until.isoformat())
    if len(draft.file_number.encode()) > LONGEST_FILE_NUMBER:
        raise OfficeError("issuing.file_number_too_long", file_number=draft.file_number)
    year = nearest_hijri(desk.today).year
    serial = Serial(desk.place.short_code, year, next_number(desk, kind=COUNTER, year=year))
    demonstration = is_demonstration(desk)
    issue = msgspec.structs.replace(
        draft.content.issue, serial=str(serial), issued_on=desk.today, qr_text="", demonstration=demonstration
    )
    bare = msgspec.structs.replace(draft.content, issue=issue)
    stated = Stated(
        kind=gist.kind,
        serial=serial,
        issued_on=desk.today,
        valid_until=gist.valid_until,
        file_number=draft.file_number,
        amount=gist.amount,
        holder=mark_of(gist.holder, serial),
        content=content_hash(bare),
        demonstration=demonstration,
        key_id=key.id,
    )
    issue = msgspec.structs.replace(issue, qr_text=signed_text(stated, key.sign))
    paper = Paper(
        content=msgspec.structs.replace(bare, issue=issue), language=draft.language, arabic_digits=draft.arabic_digits
    )
    row = IssuedDocument(
        office=desk.office,
        serial=str(serial),
        hijri_year=serial.year,
        number=serial.number,
        kind=gist.kind,
        household_id=draft.household,
        person_id=draft.person,
        file_number=draft.file_number,
        holder_ar=gist.holder.name.ar,
        holder_en=gist.holder.name.en,
        state=PaperState.RESERVED,
        valid_until=gist.valid_until,
        content=msgspec.to_builtins(paper),
        content_hash=stated.content.hex(),
        qr_text=issue.qr_text,
        signing_key_id=signer.id,
        reserved_at=desk.now,
        reserved_by=desk.staff.login,
        issued_at=None,
        issued_by=None,
        pdf=None,
        pdf_sha256=None,
        copies=0,
        voided_at=None,
        voided_by=None,
        voided_because=None,
    )
    desk.session.add(row)
    desk.session.flush()
    return Saved(Reserved(str(serial), paper, key.id), _touched(row))


@requires(Permission.ISSUE)
def confirm(desk: Desk, *, serial: str, pdf: bytes) -> Saved[IssuedFile]:
    """Store the sealed file of a reserved serial and make the paper count; this is its first copy.

    Raises:
        OfficeError: `issuing.not_reserved`; `issuing.not_this_paper`: the file is not sealed by the desk that reserved,
            or carries another paper's code; `issuing.unknown_serial`.
    """
    row = found(desk, serial, locked=True)
    if row.state is not PaperState.RESERVED:
        raise OfficeError("issuing.not_reserved", serial=row.serial)
    seal = seal_of(pdf)
    signer = desk.session.get_one(SigningKey, row.signing_key_id)
    told = (seal.whole, seal.code, seal.serial, seal.certificate)
    if told != (True, row.qr_text, row.serial, signer.certificate):
        raise OfficeError("issuing.not_this_paper", serial=row.serial)
    row.state, row.copies = PaperState.ISSUED, 1
    row.issued_at, row.issued_by = desk.now, desk.staff.login
    row.pdf, row.pdf_sha256 = pdf, hashlib.sha256(pdf).hexdigest()
    desk.session.flush()
    return Saved(IssuedFile(IssuedAnswer.of(row), pdf), _touched(row))


@requires(Permission.ISSUE)
def void(desk: Desk, *, serial: str, reason: str) -> Saved[IssuedAnswer]:
    """Withdraw a paper, or a serial that came to nothing; its line and its file stay in the register.

    Raises:
        OfficeError: `issuing.reason_missing`, `issuing.void`, `issuing.unknown_serial`.
    """
    if not reason.strip():
        raise OfficeError("issuing.reason_missing")
    row = found(desk, serial, locked=True)
    _refuse_void(row)
    row.state = PaperState.VOID
    row.voided_at, row.voided_by, row.voided_because = desk.now, desk.staff.login, reason.strip()
    desk.session.flush()
    return Saved(IssuedAnswer.of(row), _touched(row))


@requires(Permission.ISSUE)
def void_abandoned(desk: Desk, *, reason: str) -> tuple[Saved[IssuedAnswer], ...]:
    """Void every serial reserved over an hour ago and never confirmed; OfficeError `issuing.reason_missing`."""
    left = unfinished(desk, before=desk.now - ABANDONED_AFTER)
    return tuple(void(desk, serial=each.serial, reason=reason) for each in left)


@requires(Permission.ISSUE)
def reprint(desk: Desk, *, serial: str, reason: str, collector: Collector) -> Saved[IssuedFile]:
    """Hand the stored file out again, the same bytes, and log when, by whom, why and to whom.

    Raises:
        OfficeError: `issuing.reason_missing`, `issuing.collector_missing`, `issuing.not_issued`, `issuing.void`,
            `issuing.unknown_serial`.
    """
    if not reason.strip():
        raise OfficeError("issuing.reason_missing")
    if not collector.name.strip() or not collector.relation.strip():
        raise OfficeError("issuing.collector_missing")
    row = found(desk, serial, locked=True)
    _refuse_void(row)
    if row.pdf is None:
        raise OfficeError("issuing.not_issued", serial=row.serial)
    row.copies += 1
    desk.session.add(
        Reprint(
            office=desk.office,
            document_id=row.id,
            household_id=row.household_id,
            copy=row.copies,
            at=desk.now,
            by=desk.staff.login,
            reason=reason.strip(),
            collector_name=collector.name.strip(),
            collector_relation=collector.relation.strip(),
        )
    )
    desk.session.flush()
    return Saved(IssuedFile(IssuedAnswer.of(row), row.pdf), _touched(row))


def _refuse_void(row: IssuedDocument) -> None:
    if row.state is PaperState.VOID:
        raise OfficeError("issuing.void", serial=row.serial, reason=row.voided_because)


def _touched(row: IssuedDocument) -> Changes:
    households = frozenset({row.household_id}) if row.household_id is not None else frozenset()
    return Changes(households, frozenset({"issued_documents"}))
