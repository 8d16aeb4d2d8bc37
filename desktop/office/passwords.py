"""Passwords: argon2 hashes for an office kept in one file, SCRAM verifiers for the roles of a server."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop.values.errors import OfficeError

SHORTEST = 8


def hashed(password: str) -> str:
    """The argon2id hash to be stored (0.1 s by design); OfficeError `office.short_password` under eight characters."""
    # Imported late: only a desk with a password pays for it.
    from argon2 import PasswordHasher

    _check(password)
    return PasswordHasher().hash(password)


def matches(stored: str, password: str | None) -> bool:
    """Whether a password is the one that was hashed."""
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    if password is None:
        return False
    try:
        return PasswordHasher().verify(stored, password)
    except VerificationError:
        return False


def set_role_password(session: Session, *, login: str, password: str) -> None:
    """Set the password of a staff member's database role; the server sees and logs only its SCRAM verifier.

    Raises:
        OfficeError: `office.short_password`; `database.not_allowed` unless an administrator of the person's office,
            or the person, asks.
    """
    _check(password)
    # Psycopg's own connection: SQLAlchemy knows of the methods that all drivers have.
    driver: Any = session.connection().connection.dbapi_connection
    verifier = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode()
    session.execute(text("SELECT yusr_set_password(:login, :verifier)"), {"login": login, "verifier": verifier})


def _check(password: str) -> None:
    if len(password) < SHORTEST:
        raise OfficeError("office.short_password", shortest=SHORTEST)
