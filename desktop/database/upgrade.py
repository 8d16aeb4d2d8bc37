"""Brings a database to the program's version, whole or not at all, and refuses one from the future."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, inspect, text

from desktop.database import postgresql_wall, sqlite_triggers
from desktop.database.engine import is_sqlite, place_of
from desktop.values.errors import OfficeError, Unreachable

_SCRIPTS = Path(__file__).parent / "migrations"

_ADVISORY_LOCK = 0x59555352
"""One upgrade at a time on a server: two would run the same migration twice. (The letters YUSR.)"""


def initialise(engine: Engine, metadata: MetaData) -> None:
    """Create or upgrade the tables to the newest version, then make policies and triggers anew; repeatable.

    On PostgreSQL the engine's role must own the database and be allowed to create roles.

    Raises:
        OfficeError: `database.newer_than_program`, `database.not_yusr` (a database of something else),
            `database.not_allowed`.
        Unreachable: the database could not be reached or written; it stays at the version it had.
    """
    with alone(engine) as connection:
        standing = _version(connection)
        if standing is None and set(inspect(connection).get_table_names()) - {"alembic_version"}:
            raise Unreachable("database.not_yusr", place=place_of(engine))
        _refuse_newer(standing)
        migrate(connection, "head")
        make_walls(connection, metadata)


def migrate(connection: Connection, target: str) -> None:
    """Run migrations up or down to `target` in the connection's transaction; audit triggers come off meanwhile.

    Args:
        connection: in a transaction begun by `alone`.
        target: `head`, `base` or a revision.
    """
    # Imported where a database is changed: every command asks for its version, few change it.
    from alembic import command
    from alembic.config import Config

    (sqlite_triggers if is_sqlite(connection) else postgresql_wall).drop_triggers(connection)
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    standing = _version(connection)
    known = versions()
    goal = {"head": known[-1], "base": None}.get(target, target)
    if standing is not None and (goal is None or known.index(goal) < known.index(standing)):
        command.downgrade(config, target)
    else:
        command.upgrade(config, target)


def make_walls(connection: Connection, metadata: MetaData) -> None:
    """Policies, grants and triggers as the declarations say; repeatable."""
    if is_sqlite(connection):
        sqlite_triggers.apply_triggers(connection, metadata)
    else:
        postgresql_wall.apply_policies(connection, metadata)


def current_version(engine: Engine) -> str | None:
    """The version that a database stands at, None where it holds nothing of ours."""
    with engine.connect() as connection:
        return _version(connection)


def has_offices(engine: Engine) -> bool:
    """Whether an office was founded in an initialised database; asked by whoever initialises."""
    with engine.connect() as connection:
        return connection.scalar(text("SELECT 1 FROM offices LIMIT 1")) is not None


@cache
def versions() -> tuple[str, ...]:
    """Every version that this program knows, oldest first: a migration's file is named after the one it makes."""
    return tuple(sorted(path.name.partition("_")[0] for path in (_SCRIPTS / "versions").glob("[0-9]*_*.py")))


def newest_version() -> str:
    """The version that this program works with."""
    return versions()[-1]


def check_version(engine: Engine) -> None:
    """Refuse to work with a database of another version than the program's.

    Raises:
        Unreachable: `database.not_yusr`, `database.newer_than_program`, `database.older_than_program`.
    """
    standing = current_version(engine)
    if standing is None:
        raise Unreachable("database.not_yusr", place=place_of(engine))
    _refuse_newer(standing)
    if standing != newest_version():
        raise Unreachable("database.older_than_program", found=standing, expected=newest_version())


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A transaction in which nobody else upgrades, with foreign keys checked at its end on SQLite."""
    with engine.connect() as connection:
        if not is_sqlite(engine):
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
                # Rebuilding a large table takes as long as it takes; waiting for a desk's lock does not.
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
                yield connection
            return
        driver = connection.connection.dbapi_connection
        if driver is None:
            raise Unreachable("database.server_lost", place=place_of(engine))
        # A table is rebuilt by dropping it, which its children's keys would forbid; SQLite hears this pragma
        # outside a transaction only.
        driver.cursor().execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    raise OfficeError("database.migration_broke_keys", detail=sorted({row[0] for row in broken}))
        finally:
            driver.cursor().execute("PRAGMA foreign_keys = ON")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


def _refuse_newer(standing: str | None) -> None:
    if standing is not None and standing not in versions():
        raise Unreachable("database.newer_than_program", found=standing, expected=newest_version())
