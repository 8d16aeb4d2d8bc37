"""The sums of a simulation: gainers and losers, the cost, each by household size, office, section and category, and how
the change is spread. Amounts are minor units a month.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.programmes.simulation.families import GAINS, LOSES, OPEN, SAME, shut_in

if TYPE_CHECKING:
    import pyarrow as pa

GROUPED_BY = ("size", "office", "section", "category")
"""The columns of `families` by which the sums are told."""

BARS = 20
"""Bars of the picture of the change, at most."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a month costs: sure to be at least, and at most (None where a figure has no upper bound)."""

    at_least: int
    at_most: int | None


@dataclass(frozen=True, slots=True)
class Sums:
    """Families of a group.

    Args:
        families: how many; `gains`, `loses`, `same`, `open` add up to it.
        gained: minor units a month that the gainers are sure to gain together; `lost` what the losers lose.
        newly: families that had no right and have one; `no_longer` that had one and have none.
        undetermined_before: families whose right could not be told under the one law; `undetermined_after` the other.
        before: cost under the one law; `after` under the other.
    """

    families: int
    gains: int
    loses: int
    same: int
    open: int
    gained: int
    lost: int
    newly: int
    no_longer: int
    undetermined_before: int
    undetermined_after: int
    before: Cost
    after: Cost


@dataclass(frozen=True, slots=True)
class Bar:
    """Families whose amount changes by from `low` (included) to `high` (not included) minor units a month."""

    low: int
    high: int
    families: int


@dataclass(frozen=True, slots=True)
class Summary:
    """All families together, each group, and how the change of those who gain or lose is spread."""

    all: Sums
    groups: dict[str, dict[str, Sums]]
    spread: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Loser:
    """A family that loses, by how much a month at least."""

    file_number: str
    size: int
    before: int
    after: int
    loses: int


def summary(families: pa.Table) -> Summary:
    """The sums over families as `families.families` gives them; stretches may be joined before."""
    connection = _with(families)
    (everybody,) = connection.execute(f"SELECT {_SUMS} FROM families").fetchall()
    groups: dict[str, dict[str, Sums]] = {}
    for column in GROUPED_BY:
        rows = connection.execute(f"SELECT {column}, {_SUMS} FROM families GROUP BY 1 ORDER BY 1").fetchall()
        groups[column] = {"" if key is None else str(key): _sums(row) for key, *row in rows}
    return Summary(_sums(everybody), groups, _spread(connection))


def losers(families: pa.Table, *, limit: int, after: tuple[int, str] | None = None) -> tuple[Loser, ...]:
    """The families that lose, those who lose most first, a page at a time.

    Args:
        families: as of `summary`.
        limit: at most so many.
        after: `(loses, file_number)` of the last of the page before.
    """
    connection = _with(families)
    beyond = "TRUE"
    if after is not None:
        beyond = "(loses < $loses OR (loses = $loses AND file_number > $number))"
    rows = connection.execute(
        f"""
        SELECT file_number, size, before_low, after_high, loses
        FROM (SELECT *, before_low - after_high AS loses FROM families WHERE becomes = '{LOSES}')
        WHERE {beyond} ORDER BY loses DESC, file_number LIMIT {int(limit)}
        """,
        {} if after is None else {"loses": after[0], "number": after[1]},
    ).fetchall()
    return tuple(Loser(*row) for row in rows)


def _with(families: pa.Table) -> Any:
    connection = shut_in()
    connection.register("families", families)
    return connection


_SUMS = f"""
    COUNT(*),
    COUNT(*) FILTER (becomes = '{GAINS}'), COUNT(*) FILTER (becomes = '{LOSES}'),
    COUNT(*) FILTER (becomes = '{SAME}'), COUNT(*) FILTER (becomes = '{OPEN}'),
    CAST(COALESCE(SUM(after_low - before_high) FILTER (becomes = '{GAINS}'), 0) AS BIGINT),
    CAST(COALESCE(SUM(before_low - after_high) FILTER (becomes = '{LOSES}'), 0) AS BIGINT),
    COUNT(*) FILTER (before_outcome = 'ineligible' AND after_outcome = 'eligible'),
    COUNT(*) FILTER (before_outcome = 'eligible' AND after_outcome = 'ineligible'),
    COUNT(*) FILTER (before_outcome = 'undetermined'), COUNT(*) FILTER (after_outcome = 'undetermined'),
    CAST(COALESCE(SUM(before_low), 0) AS BIGINT),
    CASE WHEN COUNT(*) = COUNT(before_high) THEN CAST(COALESCE(SUM(before_high), 0) AS BIGINT) END,
    CAST(COALESCE(SUM(after_low), 0) AS BIGINT),
    CASE WHEN COUNT(*) = COUNT(after_high) THEN CAST(COALESCE(SUM(after_high), 0) AS BIGINT) END
"""


_COUNTED = (
    "families", "gains", "loses", "same", "open", "gained", "lost", "newly", "no_longer",
    "undetermined_before", "undetermined_after",
)  # fmt: skip


def _sums(row: Any) -> Sums:
    *counts, before_low, before_high, after_low, after_high = row
    counted: dict[str, Any] = dict(zip(_COUNTED, counts, strict=True))
    return Sums(**counted, before=Cost(before_low, before_high), after=Cost(after_low, after_high))


_CHANGED = f"""
    SELECT CASE becomes WHEN '{GAINS}' THEN after_low - before_high ELSE after_high - before_low END AS change
    FROM families WHERE becomes IN ('{GAINS}', '{LOSES}')
"""


def _spread(connection: Any) -> tuple[Bar, ...]:
    ((least, most),) = connection.execute(f"SELECT MIN(change), MAX(change) FROM ({_CHANGED})").fetchall()
    if least is None:
        return ()
    width = _width(int(most) - int(least))
    rows = connection.execute(
        f"SELECT CAST(FLOOR(change / {width}::DOUBLE) AS BIGINT) AS bar, COUNT(*) FROM ({_CHANGED}) GROUP BY 1"
    ).fetchall()
    counted = {int(bar): int(number) for bar, number in rows}
    return tuple(
        Bar(bar * width, (bar + 1) * width, counted.get(bar, 0)) for bar in range(min(counted), max(counted) + 1)
    )


_WIDTHS: tuple[int, ...] = tuple(step * 10**power for power in range(2, 18) for step in (1, 2, 5))


def _width(spread: int) -> int:
    """The width of a bar: one, two or five times a power of ten, no finer than a riyal, at most `BARS` of them."""
    return next(width for width in _WIDTHS if spread // width < BARS - 1)
