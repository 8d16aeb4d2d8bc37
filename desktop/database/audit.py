"""The audit: who wrote what, when, and how the row stood before and after, chained per office.

Only triggers write these two tables (`postgresql_wall`, `sqlite_triggers`); no verb does. The chain's hash is the same
on both databases, so an office that moves from its own file to the shared server keeps a chain that verifies.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from sqlalchemy import Integer
from sqlalchemy.orm import Mapped, mapped_column

from desktop.database.base import Base
from desktop.database.pen import INSTANT_FORMAT
from desktop.database.policy import NOBODY, Policy, StaffRole

READERS = frozenset({StaffRole.SUPERVISOR, StaffRole.AUDITOR})
"""Entries hold rows of both sections as they stood: only those who see both may read them."""

SEPARATOR = "\x1f"
HASHED = (
    "previous_hash",
    "office",
    "number",
    "at",
    "staff",
    "roles",
    "transaction_id",
    "table_name",
    "row_id",
    "action",
    "before",
    "after",
)
"""What is hashed, in order, joined by SEPARATOR, absent values empty; the triggers say the same in SQL."""


class AuditEntry(Base):
    """One row written: `before` and `after` are its JSON, absent where there was or is no row."""

    __tablename__ = "audit_entries"
    __policy__ = Policy(read=READERS, insert=NOBODY, update=NOBODY, kept_by_owner=True)
    __audited__ = False

    office: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Integer(), primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    staff: Mapped[str]
    roles: Mapped[str]
    transaction_id: Mapped[str]
    table_name: Mapped[str]
    row_id: Mapped[str]
    action: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]
    previous_hash: Mapped[str]
    hash: Mapped[str]


class AuditHead(Base):
    """The last entry of an office's chain: without it a cut tail could not be seen."""

    __tablename__ = "audit_heads"
    __policy__ = Policy(read=READERS, insert=NOBODY, update=NOBODY, kept_by_owner=True)
    __audited__ = False

    office: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Integer())
    hash: Mapped[str]


def hash_of(entry: AuditEntry) -> str:
    """The hash that an entry with these contents must carry."""
    spoken = []
    for name in HASHED:
        value = getattr(entry, name)
        if isinstance(value, datetime):
            value = value.astimezone(UTC).strftime(INSTANT_FORMAT)
        spoken.append("" if value is None else str(value))
    return hashlib.sha256(SEPARATOR.join(spoken).encode()).hexdigest()
