"""Reads and verifies the audit; nothing here or anywhere else in the program writes it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.database.audit import AuditEntry, AuditHead, hash_of
from desktop.office.desk import Desk
from desktop.office.permissions import Permission, requires
from desktop.office.records import Office

_BATCH = 1_000
"""Entries in memory at a time; a chain of years is read in one pass."""


class Fault(StrEnum):
    """What is wrong with an entry."""

    CHANGED = "changed"
    MISSING = "missing"
    NOT_LINKED = "not_linked"


@dataclass(frozen=True, slots=True)
class BadEntry:
    """The first entry of a chain that does not hold."""

    office: str
    number: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying an office's chain found: how many entries hold, and the first that does not."""

    office: str
    verified: int
    bad: BadEntry | None


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """One entry, made for showing; `before` and `after` are the row as it stood, by column."""

    office: str
    number: int
    at: datetime
    staff: str
    table: str
    row: str
    action: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@requires(Permission.READ_AUDIT)
def verify(desk: Desk) -> tuple[Verdict, ...]:
    """Verify the chain of every office that this person sees, by code."""
    seen = desk.session.scalars(select(Office.office).order_by(Office.office)).all()
    return tuple(verdict(desk.session, office) for office in seen)


@requires(Permission.READ_AUDIT)
def entries(
    desk: Desk, *, row: UUID | None = None, before: int | None = None, limit: int = 100
) -> tuple[EntryAnswer, ...]:
    """Entries of the own office, the newest first.

    Args:
        desk: a supervisor's or an auditor's.
        row: only those about the row with this id.
        before: only those with a lower number, for the next page.
        limit: at most so many.
    """
    wanted = select(AuditEntry).where(AuditEntry.office == desk.office)
    if row is not None:
        # SQLite writes a UUID without its hyphens.
        wanted = wanted.where(AuditEntry.row_id.in_((str(row), row.hex)))
    if before is not None:
        wanted = wanted.where(AuditEntry.number < before)
    return tuple(
        EntryAnswer(
            office=entry.office,
            number=entry.number,
            at=entry.at,
            staff=entry.staff,
            table=entry.table_name,
            row=entry.row_id,
            action=entry.action,
            before=None if entry.before is None else msgspec.json.decode(entry.before),
            after=None if entry.after is None else msgspec.json.decode(entry.after),
        )
        for entry in desk.session.scalars(wanted.order_by(AuditEntry.number.desc()).limit(limit))
    )


def verify_chain(session: Session, office: str) -> BadEntry | None:
    """The first entry of an office's chain that was changed, removed or put in, None for a chain that holds."""
    return verdict(session, office).bad


def verdict(session: Session, office: str) -> Verdict:
    """Walk the chain from its first entry to its head."""
    number, linked = 0, ""
    chain = select(AuditEntry).where(AuditEntry.office == office).order_by(AuditEntry.number)
    with closing(session.scalars(chain.execution_options(yield_per=_BATCH))) as entries_in_order:
        for entry in entries_in_order:
            number += 1
            fault = _fault(entry, number=number, linked=linked)
            if fault is not None:
                return Verdict(office, number - 1, BadEntry(office, number, fault))
            linked = entry.hash
    head = session.get(AuditHead, office)
    if head is None:
        return Verdict(office, number, BadEntry(office, 1, Fault.MISSING) if number else None)
    if head.number > number:
        return Verdict(office, number, BadEntry(office, number + 1, Fault.MISSING))
    if (head.number, head.hash) != (number, linked):
        return Verdict(office, number, BadEntry(office, number, Fault.NOT_LINKED))
    return Verdict(office, number, None)


def _fault(entry: AuditEntry, *, number: int, linked: str) -> Fault | None:
    if entry.number != number:
        return Fault.MISSING
    if entry.previous_hash != linked:
        return Fault.NOT_LINKED
    return None if entry.hash == hash_of(entry) else Fault.CHANGED
