"""The families of a simulation one by one: those of a kind and of a group, in an order, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.programmes.simulation.families import GAINS, LOSES, OPEN, SAME
from desktop.values.digits import to_western

if TYPE_CHECKING:
    import pyarrow as pa


class Kind(StrEnum):
    """What becomes of the families that are listed."""

    LOSES = LOSES
    GAINS = GAINS
    UNDETERMINED = "undetermined"
    """Whose right could be told before and cannot after."""
    OPEN = OPEN
    SAME = SAME


class SortedBy(StrEnum):
    """What the list is ordered by; families that tie stand by their file number."""

    CHANGE = "change"
    FILE_NUMBER = "file_number"
    SIZE = "size"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Affected:
    """A family under both laws; amounts are minor units a month, `…_high` None where nothing bounds them.

    Args:
        change: what it is sure to gain, or to lose where it is below zero; None where that is not known.
        differs: what came out otherwise, as of `families`: `criterion.<id>`, `category.<id>`, `benefit.<id>`.
    """

    file_number: str
    office: str
    section: str
    size: int
    category: str
    before_outcome: str
    before_low: int
    before_high: int | None
    after_outcome: str
    after_low: int
    after_high: int | None
    becomes: str
    change: int | None
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Which families are listed.

    Args:
        kind: what becomes of them.
        text: a part of their file number, in either digits.
        groups: the value that each of some columns has: `size`, `office`, `section`, `category`.
    """

    kind: Kind
    text: str = ""
    groups: tuple[tuple[str, str], ...] = ()


def affected(
    families: pa.Table, listed: Listed, *, sort: SortedBy, descending: bool, limit: int, skipped: int
) -> tuple[Affected, ...]:
    """Families as `families.families` gives them, those of a change nobody knows last either way.

    Args:
        families: the table.
        listed: which of them.
        sort: by what.
        descending: the other way round.
        limit: at most so many.
        skipped: how many stand before them in the order.
    """
    order = f"{_ORDERS[sort]} {'DESC' if descending else 'ASC'} NULLS LAST, file_number {'DESC' if descending else ''}"
    condition, values = _condition(listed)
    page = f"ORDER BY {order} LIMIT {limit:d} OFFSET {skipped:d}"
    found = _with(families).execute(f"SELECT {_COLUMNS} FROM ({_CHANGED}) WHERE {condition} {page}", values)
    rows: list[tuple[Any, ...]] = [(*row[:-1], tuple(row[-1].split())) for row in found.fetchall()]
    return tuple(Affected(*row) for row in rows)


def count_affected(families: pa.Table, listed: Listed) -> int:
    """How many families are listed."""
    condition, values = _condition(listed)
    found = _with(families).execute(f"SELECT COUNT(*) FROM families WHERE {condition}", values).fetchone()
    return int(found[0])


_CHANGED = f"""
    SELECT *, CASE becomes WHEN '{GAINS}' THEN after_low - before_high WHEN '{LOSES}' THEN after_high - before_low
        WHEN '{SAME}' THEN 0 END AS change
    FROM families
"""
_COLUMNS = """file_number, office, section, size, category, before_outcome, before_low, before_high,
    after_outcome, after_low, after_high, becomes, change, differs"""
_ORDERS = {
    SortedBy.CHANGE: "change",
    SortedBy.FILE_NUMBER: "file_number",
    SortedBy.SIZE: "size",
    SortedBy.BEFORE: "before_low",
    SortedBy.AFTER: "after_low",
}
_GROUPS = ("size", "office", "section", "category")


def _condition(listed: Listed) -> tuple[str, dict[str, str]]:
    if listed.kind is Kind.UNDETERMINED:
        parts = ["before_outcome <> 'undetermined' AND after_outcome = 'undetermined'"]
    else:
        parts = [f"becomes = '{listed.kind}'"]
    values: dict[str, str] = {}
    for column, value in listed.groups:
        if column not in _GROUPS:
            raise ValueError(column)
        parts.append(f"CAST({column} AS VARCHAR) = ${column}")
        values[column] = value
    if listed.text:
        parts.append("CONTAINS(LOWER(file_number), LOWER($text))")
        values["text"] = to_western(listed.text)
    return " AND ".join(parts), values


def _with(families: pa.Table) -> Any:
    import duckdb

    connection = duckdb.connect(":memory:")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    connection.register("families", families)
    return connection
