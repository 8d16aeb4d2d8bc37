"""Two answers to every family side by side: what is sure under the one law, what is sure under the other.

A family gains if the least that the new rules give it is more than the most that the old ones gave, and loses the other
way round. Where facts are missing or a figure was never published, the two may overlap: that family is counted as open
and is neither a gainer nor a loser. Amounts are minor units a month.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from desktop.facts.arrow_layout import ORDINAL, PLACE
from desktop.programmes.language.family import MEMBER
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
        (null: no upper bound), with `becomes` one of the four words above and `differs`, the names of what came out
        otherwise (`criterion.<id>`, `category.<id>`, `benefit.<id>`) with a space between; of schema `family_schema()`.
    """
    connection = shut_in()
    connection.register("household", tables["household"])
    connection.register("member", tables["member"])
    one, other = before[0], after[0]
    for name, (pack, answers) in {"before": before, "after": after}.items():
        connection.register(f"answers_{name}", answers)
        connection.execute(f"CREATE VIEW {name} AS {_by_family(pack, f'answers_{name}')}")
    told = connection.sql(_SIDE_BY_SIDE.format(differs=_differs(one, other))).to_arrow_table()
    return told.cast(family_schema())


def family_schema() -> pa.Schema:
    """The columns of `families`, also of a simulation that reached no file."""
    import pyarrow as pa

    texts = ("file_number", "office", "section", "category", "before_outcome", "after_outcome", "becomes", "differs")
    order = (
        "file_number", "office", "section", "size", "category",
        "before_outcome", "before_low", "before_high", "after_outcome", "after_low", "after_high", "becomes", "differs",
    )  # fmt: skip
    return pa.schema([pa.field(name, pa.string() if name in texts else pa.int64()) for name in order])


def shut_in() -> Any:
    """A DuckDB connection in memory that reaches nothing outside it."""
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
            CAST({low} AS BIGINT) AS low, CAST({high} AS BIGINT) AS high, {category} AS category{_compared(pack)}
        FROM {answers} GROUP BY 1
    """


def _names(pack: Pack) -> dict[str, tuple[str, ...]]:
    """What of a pack's answers is looked at for a difference, and the columns that hold it."""
    text = pack.text
    found = {name: (name,) for each in text.criteria for name in (f"criterion.{each.id}",)}
    found |= {name: (name,) for each in text.categories for name in (f"category.{each.id}",)}
    return found | {
        f"benefit.{each.id}": (f"benefit.{each.id}.low", f"benefit.{each.id}.high") for each in text.benefits
    }


def _compared(pack: Pack) -> str:
    """The columns that are looked at, gathered by family: of persons as a list in their order."""
    columns = [column for columns in _names(pack).values() for column in columns]
    by_person = pack.subject == MEMBER
    told = [
        f'LIST("{column}" ORDER BY "{PLACE}") AS "{column}"' if by_person else f'ANY_VALUE("{column}") AS "{column}"'
        for column in columns
    ]
    return "".join(f",\n            {each}" for each in told)


def _differs(before: Pack, after: Pack) -> str:
    """What both ask of the same subject under the same name and answer otherwise."""
    if before.subject != after.subject:
        return "''"
    shared = [(name, columns) for name, columns in _names(before).items() if name in _names(after)]
    told = [
        f"""CASE WHEN {" OR ".join(f'b."{each}" IS DISTINCT FROM a."{each}"' for each in columns)} THEN '{name}' END"""
        for name, columns in shared
    ]
    return f"CONCAT_WS(' ', {', '.join(told)})" if told else "''"


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
            ELSE '{OPEN}' END AS becomes, {{differs}} AS differs
    FROM household h JOIN before b ON b.f = h."{ORDINAL}" JOIN after a ON a.f = h."{ORDINAL}"
        LEFT JOIN sizes s ON s.f = h."{ORDINAL}"
    ORDER BY h."{ORDINAL}"
"""
