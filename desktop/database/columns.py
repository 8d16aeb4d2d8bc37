"""Column types that come back as they went in, on SQLite and PostgreSQL alike.

Migrations write them as plain SQLAlchemy types:

| here | in a migration |
|---|---|
| `UtcInstant()` | `sa.DateTime(timezone=True)` |
| `MinorUnits()` | `sa.BigInteger()` |
| `ByValue(E)`, `ValueSet(E)`, `JsonText()` | `sa.Text()` |
| `Uuid()` | `sa.Uuid()` |
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import BigInteger, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

_JSON = msgspec.json.Encoder(order="deterministic")


def new_id() -> UUID:
    """An id made by the client: version 7, so that ids of one day lie side by side in the index.

    Only the place in the index hangs on the clock of the desk; no date is ever read out of an id.
    """
    value = int.from_bytes(os.urandom(16), "big")
    milliseconds = time.time_ns() // 1_000_000
    value = (value & ~(((1 << 48) - 1) << 80)) | (milliseconds << 80)
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return UUID(int=value)


class UtcInstant(TypeDecorator[datetime]):
    """An aware UTC instant; a naive one is refused because nobody can tell whose clock it was read from."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware in, UTC stored; SQLite keeps no zone, so it is taken off there."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC out, aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class MinorUnits(TypeDecorator[int]):
    """An amount in halalas or piastres: SQLAlchemy's Numeric would become a float on SQLite."""

    impl = BigInteger
    cache_ok = True


class ByValue(TypeDecorator[StrEnum]):
    """A member of one enumeration, stored by its value; an unknown value is refused both ways (ValueError)."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The value of a member."""
        return None if value is None else self.kind(value).value

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """The member of a value."""
        return None if value is None else self.kind(value)


class ValueSet(TypeDecorator[frozenset[StrEnum]]):
    """A set of members of one enumeration, stored as a sorted JSON list of values."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    @override
    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        """The sorted JSON list."""
        return None if value is None else _JSON.encode(sorted(self.kind(v).value for v in value)).decode()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[StrEnum] | None:
        """The set."""
        return None if value is None else frozenset(self.kind(v) for v in msgspec.json.decode(value))


class JsonText(TypeDecorator[Any]):
    """Any JSON value as deterministic text: the same value gives the same bytes and so the same hash."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        """The text of a value."""
        return None if value is None else _JSON.encode(value).decode()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Any | None:
        """The value of a text."""
        return None if value is None else msgspec.json.decode(value)
