"""Two answers to every family side by side: what is sure under the one law, what is sure under the other.

A family gains if the least that the new rules give it is more than the most that the old ones gave, and loses the other
way round. Where facts are missing or a figure was never published, the two may overlap: that family is counted as open
and is neither a gainer nor a loser. Amounts are minor units a month.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from desktop.facts.arrow_layout import ORDINAL
from desktop.programmes.packs.compiled import Pack

if TYPE_CHECKING:
    import pyarrow as pa

GAINS, LOSES, SAME, OPEN = "gains", "loses", "same", "open"
"""What becomes of a family."""

NO_CATEGORY: Final = ""
"""The category of a family that is in none, or whose programme has none."""


def families(tables: Mapping[str, Any], before: tuple[Pack, pa.Table], after: tuple[Pack, pa.Table]) -> pa.Table:
    """One row for each family with both answers.

    Args:
        tables: the caseload, as `assess_caseload` was given it.
        before: a pack and what `assess_caseload` answered under it.
        after: the other pack, or the same with other figures, and its answers.

    Returns:
        `file_number`, `office`, `section`, `size` (members of the file), `category` (the first that is met before, else
        after), and for `before` and `after` each `…_outcome` (eligible, ineligible, undetermined), `…_low`, `…_high`
        (null: no upper bound), with `becomes` one of the four words above.
    """
    connection = _connection()
    connection.register("household", tables["household"])
    connection.register("member", tables["member"])
    for name, (pack, answers) in {"before": before, "after": after}.items():
        connection.register(f"answers_{name}", answers)
        connection.execute(f"CREATE VIEW {name} AS {_by_family(pack, f'answers_{name}')}")
    return connection.sql(_SIDE_BY_SIDE).to_arrow_table()


def _connection() -> Any:
    import duckdb

    connection = duckdb.connect(":memory:")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _by_family(pack: Pack, answers: str) -> str:
    """The answers about persons gathered by their family; those about families as they are."""
    amount = "household_total" if pack.text.household_total is not None else "total"
    if not any(each.period == "month" for each in pack.text.benefits) and pack.text.household_total is None:
        amount = f"benefit.{pack.text.benefits[0].id}" if pack.text.benefits else ""
    gather = "MAX" if pack.text.household_total is not None else "SUM"
    low = f'{gather}("{amount}.low")' if amount else "0"
    high = f'CASE WHEN COUNT(*) = COUNT("{amount}.high") THEN {gather}("{amount}.high") END' if amount else "0"
    # Codes of `assess_caseload`: 0 is met. The first category of the pack that anybody of the family is in.
    met = [f"""WHEN BOOL_OR("category.{each.id}" = 0) THEN '{each.id}'""" for each in pack.text.categories]
    category = f"CASE {' '.join(met)} ELSE '{NO_CATEGORY}' END" if met else f"'{NO_CATEGORY}'"
    return f"""
        SELECT "{ORDINAL}" AS f,
            CASE WHEN BOOL_OR(may_hold AND NOT may_fail) THEN 'eligible'
                WHEN BOOL_OR(may_hold) THEN 'undetermined' ELSE 'ineligible' END AS outcome,
            CAST({low} AS BIGINT) AS low, CAST({high} AS BIGINT) AS high, {category} AS category
        FROM {answers} GROUP BY 1
    """


_SIDE_BY_SIDE = f"""
    WITH sizes AS (SELECT "{ORDINAL}" AS f, COUNT(*) AS size FROM member GROUP BY 1)
    SELECT h.file_number, h.office, CAST(h.section AS VARCHAR) AS section, COALESCE(s.size, 0) AS size,
        CASE WHEN b.category <> '{NO_CATEGORY}' THEN b.category ELSE a.category END AS category,
        b.outcome AS before_outcome, b.low AS before_low, b.high AS before_high,
        a.outcome AS after_outcome, a.low AS after_low, a.high AS after_high,
        CASE WHEN b.low = b.high AND a.low = a.high AND a.low = b.low
                AND a.outcome = b.outcome AND a.outcome <> 'undetermined' THEN '{SAME}'
            WHEN b.high IS NOT NULL AND a.low > b.high THEN '{GAINS}'
            WHEN a.high IS NOT NULL AND a.high < b.low THEN '{LOSES}'
            WHEN b.low = b.high AND a.low = a.high AND b.outcome <> 'undetermined' AND a.outcome <> 'undetermined'
                AND a.outcome <> b.outcome THEN CASE a.outcome WHEN 'eligible' THEN '{GAINS}' ELSE '{LOSES}' END
            ELSE '{OPEN}' END AS becomes
    FROM household h JOIN before b ON b.f = h."{ORDINAL}" JOIN after a ON a.f = h."{ORDINAL}"
        LEFT JOIN sizes s ON s.f = h."{ORDINAL}"
    ORDER BY h."{ORDINAL}"
"""
