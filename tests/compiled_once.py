"""Lets all engines of a test process share what SQLAlchemy compiled.

Every test opens engines of its own, and SQLAlchemy keeps compiled statements by engine and dialect: compiling the same
ones again took a quarter of the database tests' time. The product opens one engine and is not touched.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

_STATEMENTS = 5_000

_compiled: LRUCache[Any, Any] = LRUCache(_STATEMENTS)


def _hash(dialect: DefaultDialect) -> int:
    return hash(type(dialect))


def _equal(dialect: DefaultDialect, other: object) -> bool:
    return type(dialect) is type(other) and dialect.server_version_info == other.server_version_info


def share() -> None:
    """From now on; a dialect is any other of its class on a server of its version."""
    DefaultDialect.__hash__ = _hash  # type: ignore[method-assign,assignment]  # what is keyed by it asks its class
    DefaultDialect.__eq__ = _equal  # type: ignore[method-assign,assignment]
    event.listen(Engine, "engine_connect", _shared)


def _shared(connection: Connection) -> None:
    connection.engine._compiled_cache = _compiled
