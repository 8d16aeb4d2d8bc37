"""What the world did to the database, told in the office's words; faults of the program pass through untouched."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

from desktop.database.interrupting import Interrupted, is_stopped
from desktop.values.errors import OfficeError, Unreachable


class Contended(Unreachable):
    """Others hold what this transaction needs; nothing was written, and the same work may be tried again."""


# Primary result codes of SQLite, https://www.sqlite.org/rescode.html
_SQLITE: dict[int, tuple[type[OfficeError], str]] = {
    3: (Unreachable, "database.read_only"),  # PERM
    5: (Contended, "database.busy"),  # BUSY
    6: (Contended, "database.busy"),  # LOCKED
    8: (Unreachable, "database.read_only"),  # READONLY
    9: (Interrupted, "database.interrupted"),  # INTERRUPT
    10: (Unreachable, "database.disk_failed"),  # IOERR
    11: (Unreachable, "database.damaged"),  # CORRUPT
    13: (Unreachable, "database.disk_full"),  # FULL
    14: (Unreachable, "database.cannot_open_file"),  # CANTOPEN
    23: (Unreachable, "database.read_only"),  # AUTH
    26: (Unreachable, "database.not_a_database"),  # NOTADB
}

_CANCELLED = "57014"

# SQLSTATE of PostgreSQL, https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL: dict[str, tuple[type[OfficeError], str]] = {
    "28P01": (Unreachable, "database.wrong_password"),
    "28000": (Unreachable, "database.may_not_sign_in"),
    "3D000": (Unreachable, "database.no_such_database"),
    "40P01": (Contended, "database.busy"),
    "40001": (Contended, "database.busy"),
    "55P03": (Contended, "database.busy"),
    _CANCELLED: (Unreachable, "database.took_too_long"),
    "53100": (Unreachable, "database.disk_full"),
    "53200": (Unreachable, "database.server_exhausted"),
    "53300": (Unreachable, "database.server_exhausted"),
    "57P01": (Unreachable, "database.server_lost"),
    "57P02": (Unreachable, "database.server_lost"),
    "57P03": (Unreachable, "database.server_starting"),
    "25P03": (Unreachable, "database.left_too_long"),
    "58030": (Unreachable, "database.disk_failed"),
    "42501": (OfficeError, "database.not_allowed"),
}

# A connection that never came about has no SQLSTATE in psycopg, only libpq's text (English: its wheels carry no
# translations) followed by the server's own line.
_AT_CONNECT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), key)
    for pattern, key in (
        (r"password authentication failed|no password supplied|fe_sendauth", "database.wrong_password"),
        (r"is not permitted to log in|no pg_hba\.conf entry", "database.may_not_sign_in"),
        (r"permission denied for database", "database.may_not_sign_in"),
        (r'role ".*" does not exist', "database.may_not_sign_in"),
        (r'database ".*" does not exist', "database.no_such_database"),
        (r"translate host name|name or service not known|failed to resolve host|nodename nor", "database.unknown_host"),
        (r"too many (clients|connections)|remaining connection slots", "database.server_exhausted"),
        (r"the database system is (starting|shutting|in recovery)", "database.server_starting"),
        (r"certificate|SSL", "database.not_trusted"),
        (r"closed the connection|terminating connection|connection reset|broken pipe", "database.server_lost"),
        (r"refused|timeout|timed out|no such file|unreachable|no route", "database.server_silent"),
    )
)


def translate_errors(engine: Engine, *, place: str) -> None:
    """Make `engine` raise `Unreachable` or `OfficeError` wherever the world fails: connect, execute, flush or commit.

    Args:
        engine: the engine to listen to.
        place: what a sentence may name: a path, or host and database; never a password.
    """

    @event.listens_for(engine, "handle_error")
    def _translate(context: ExceptionContext) -> None:
        # A failed pre-ping is the pool's own affair: it opens another connection.
        if context.is_pre_ping:
            return
        known = told(context.original_exception, place=place, stopped=is_stopped(context.connection))
        if known is not None:
            raise known from context.original_exception


def told(error: BaseException, *, place: str, stopped: bool = False) -> OfficeError | None:
    """The known error behind a driver's exception, or None where it is not the world's fault.

    Args:
        error: the driver's.
        place: as of `translate_errors`.
        stopped: the work was asked to stop: PostgreSQL says the same of a statement that was broken off as of one that
            took too long.
    """
    code: Any = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        found = _SQLITE.get(code & 0xFF)
        return found[0](found[1], place=place, detail=_first_line(error)) if found else None
    if not type(error).__module__.startswith("psycopg"):
        return None
    state = getattr(error, "sqlstate", None)
    if state == _CANCELLED and stopped:
        return Interrupted("database.interrupted", place=place, detail=_first_line(error))
    if state is not None:
        known = _POSTGRESQL.get(state)
        if known is None and state.startswith("08"):
            known = (Unreachable, "database.server_lost")
        return known[0](known[1], place=place, detail=_first_line(error)) if known else None
    if type(error).__name__ not in ("OperationalError", "ConnectionTimeout"):
        return None
    text = str(error)
    key = next((key for pattern, key in _AT_CONNECT if pattern.search(text)), "database.server_silent")
    return Unreachable(key, place=place, detail=_first_line(error))


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
