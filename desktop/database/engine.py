"""Opens the database of an office: a file of one desk (SQLite) or the office's server (PostgreSQL)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlcipher3 import dbapi2 as sqlite

from desktop.database.faults import translate_errors
from desktop.database.lines import LINES, Lines
from desktop.database.pen import READING, Pen
from desktop.values.errors import Unreachable

CONNECT_SECONDS = 5
LOCK_MILLISECONDS = 5_000
"""How long a desk waits for a colleague's lock before it says so; a person waits no longer in front of a family."""
STATEMENT_MILLISECONDS = 60_000
ABANDONED_MILLISECONDS = 600_000
"""A transaction that a frozen desk leaves open is ended by the server, or its locks would stop the whole office."""


def open_engine(url: str, *, password: str | None = None, create: bool = False) -> Engine:
    """An engine on `sqlite:///PATH` or `postgresql://STAFF@HOST/NAME`; nothing is connected yet.

    Args:
        url: the address; a PostgreSQL one may carry libpq's options (`?sslmode=verify-full&sslrootcert=…`).
        password: of the staff member's database role; wins over one in the URL. Unused on SQLite.
        create: let a missing SQLite file be made; otherwise it is an error, so that a mistyped path is not answered
            with an empty office.

    Raises:
        Unreachable: the address cannot be read, or the file cannot be there. All later failures of this engine are
            translated as well.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise Unreachable("database.bad_address", place=_without_password(url)) from error
    match parsed.get_backend_name():
        case "sqlite":
            return _open_sqlite(parsed, create=create)
        case "postgresql":
            return _open_postgresql(parsed, password=password)
        case _:
            raise Unreachable("database.bad_address", place=_without_password(url))


def is_sqlite(engine: Engine | Connection) -> bool:
    """Whether the database is a file of this desk."""
    return engine.dialect.name == "sqlite"


def place_of(engine: Engine) -> str:
    """What a sentence may call this database: a path, or host and name; never a password."""
    return _place(engine.url)


def _open_sqlite(url: URL, *, create: bool) -> Engine:
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise Unreachable("database.bad_address", place=str(url))
    path = Path(url.database)
    _check_file(path, create=create)
    # The SQLite inside the sqlcipher3 wheel, without a key: see docs/decisions/0001-sqlite-from-the-sqlcipher-wheel.md
    engine = create_engine(
        url.set(drivername="sqlite"),
        module=sqlite,
        poolclass=QueuePool,
        connect_args={"timeout": LOCK_MILLISECONDS / 1000},
        hide_parameters=True,
    )
    translate_errors(engine, place=str(path))

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, record: Any) -> None:
        # The driver's own BEGIN comes too late (before the first write) and never for DDL: we begin ourselves.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA busy_timeout = {LOCK_MILLISECONDS}")
        record.info["pen"] = Pen.attach(connection)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.info["pen"].lay_down()
        # IMMEDIATE: a transaction that reads first and writes later cannot wait for another writer, it fails at once.
        reading = connection.get_execution_options().get(READING, False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _check_file(path: Path, *, create: bool) -> None:
    try:
        if path.is_dir():
            raise Unreachable("database.is_a_folder", place=str(path))
        if not path.exists():
            if not create:
                raise Unreachable("database.no_such_file", place=str(path))
            if not path.parent.is_dir():
                raise Unreachable("database.no_such_folder", place=str(path.parent))
            if not os.access(path.parent, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids):
                raise Unreachable("database.read_only", place=str(path.parent))
    except OSError as error:
        raise Unreachable("database.cannot_open_file", place=str(path), detail=error.strerror) from error


def _open_postgresql(url: URL, *, password: str | None) -> Engine:
    if not url.username or not url.database:
        raise Unreachable("database.bad_address", place=_place(url))
    options = " ".join(
        (
            f"-c lock_timeout={LOCK_MILLISECONDS}",
            f"-c statement_timeout={STATEMENT_MILLISECONDS}",
            f"-c idle_in_transaction_session_timeout={ABANDONED_MILLISECONDS}",
            # Policies make plans look dear, and compiling one takes the server seconds where running it takes none.
            "-c jit=off",
            "-c timezone=UTC",
            "-c client_min_messages=warning",
        )
    )
    if password is not None:
        url = url.set(password=password)
    lines = Lines()
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        execution_options={LINES: lines},
        connect_args={"connect_timeout": CONNECT_SECONDS, "application_name": "yusr", "options": options},
        # A desk works in three lanes and listens in a fourth; the server was restarted at night: ask before use.
        pool_size=4,
        max_overflow=2,
        pool_timeout=CONNECT_SECONDS,
        pool_pre_ping=True,
        hide_parameters=True,
    )
    lines.of(engine)
    translate_errors(engine, place=_place(url))
    return engine


def _place(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    host = url.host or url.query.get("host") or "localhost"
    return f"{host}{f':{url.port}' if url.port else ''}/{url.database or ''}"


def _without_password(url: str) -> str:
    head, separator, tail = url.rpartition("@")
    if not separator:
        return url
    scheme, slashes, login = head.partition("://")
    return f"{scheme}{slashes}{login.split(':', 1)[0]}@{tail}"
