"""The pen of one SQLite connection: who writes, in which transaction, at what instant.

Audit triggers call the functions that `attach` registers. They exist on our connections only, so another program's
shell cannot write to an audited table at all; and a connection of ours that nobody has signed cannot either.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self
from uuid import uuid4

READING = "yusr_reading"
"""Execution option of a transaction that only reads."""

INSTANT_FORMAT = "%Y-%m-%d %H:%M:%S.%f"
"""How an instant stands in SQLite, in UTC; also the form that the audit hashes on both databases."""


class UnsignedError(Exception):
    """A write outside a desk: the audit would not know whose it is."""


@dataclass(slots=True)
class Pen:
    """State of one connection's current transaction."""

    staff: str | None = None
    roles: str = ""
    transaction: str = ""
    instant: str = ""

    @classmethod
    def attach(cls, connection: Any) -> Self:
        """Register `yusr_staff()`, `yusr_roles()`, `yusr_transaction()`, `yusr_now()`, `yusr_sha256(x)`."""
        pen = cls()
        connection.create_function("yusr_staff", 0, pen._signed)
        connection.create_function("yusr_roles", 0, lambda: pen.roles)
        connection.create_function("yusr_transaction", 0, lambda: pen.transaction)
        connection.create_function("yusr_now", 0, lambda: pen.instant)
        connection.create_function("yusr_sha256", 1, sha256, deterministic=True)
        return pen

    def lay_down(self) -> None:
        """Begin a transaction unsigned, at an instant that holds until its end as PostgreSQL's now() does."""
        self.staff, self.roles, self.transaction = None, "", uuid4().hex
        self.instant = datetime.now(UTC).strftime(INSTANT_FORMAT)

    def sign(self, *, staff: str, roles: str) -> None:
        """Let the transaction write in the name of `staff`; `roles` are comma-separated."""
        self.staff, self.roles = staff, roles

    def _signed(self) -> str:
        if self.staff is None:
            raise UnsignedError
        return self.staff


def sha256(value: str | bytes | None) -> str | None:
    """Hexadecimal SHA-256 of a text's UTF-8 or of bytes."""
    if value is None:
        return None
    return hashlib.sha256(value.encode() if isinstance(value, str) else value).hexdigest()
