"""What the engine of a caseload answers, as one compact row for each file, and the digest that vouches for such rows.

Needs the extra `caseload`, but for `digest_of` and `line_of`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop.casework.caseload_records import Sureness
from desktop.facts.arrow_layout import ORDINAL
from desktop.facts.codes import Outcome
from desktop.programmes.language.family import MEMBER
from desktop.programmes.packs.compiled import Pack

if TYPE_CHECKING:
    import pyarrow as pa

HOUSEHOLD, VERSION = "household_id", "household_version"
FIELDS = (
    "outcome",
    "amount",
    "amount_low",
    "amount_high",
    "due",
    "due_low",
    "due_high",
    "codes",
    "benefits",
    "way",
)
"""The columns of a result that say what a file came to, in the order in which the digest reads them."""

_CLAIM, _SUMS = "claim", ("main", "in_all")


def layout_of(pack: Pack) -> dict[str, Any]:
    """What the codes and amounts of results under a version stand for, in their order."""
    text = pack.text
    return {
        "unit": text.unit,
        "criteria": [each.id for each in text.criteria],
        "categories": [each.id for each in text.categories],
        "benefits": [each.id for each in text.benefits],
    }


def results_of(pack: Pack, rows: pa.Table, ordinals: Sequence[int]) -> pa.Table:
    """A row of `FIELDS` for each file, behind its ordinal.

    Args:
        pack: the version that the rows were reckoned under.
        rows: as of `programmes.caseload.running.assess_caseload`.
        ordinals: of every file that was asked about; a file without members claims nothing.
    """
    import pyarrow as pa
    from pyarrow import compute as pc

    told = rows.select([ORDINAL, "may_hold", "may_fail", "way"])
    told = told.append_column(_CLAIM, _codes(pack, rows)).append_column("benefits", _benefits(pack, rows))
    main = pack.text.benefits[0] if pack.text.benefits else None
    monthly = any(each.period == "month" for each in pack.text.benefits)
    names = {} if main is None else {"main": f"benefit.{main.id}", "in_all": "total"}
    if main is not None and (pack.subject == MEMBER or not monthly):
        names["in_all"] = names["main"]
    if pack.subject == MEMBER and pack.text.household_total is not None and main is not None:
        names = dict.fromkeys(_SUMS, "household_total")
    for name in _SUMS:
        for end in ("low", "high"):
            column = rows[f"{names[name]}.{end}"] if names else pa.nulls(rows.num_rows, pa.int64())
            told = told.append_column(f"{name}.{end}", column)
    if pack.subject == MEMBER:
        told = _in_all(told, once=pack.text.household_total is not None, ordinals=ordinals)
    letters = _letters(told["may_hold"], told["may_fail"])
    outcome = pc.choose(pc.index_in(letters, pa.array(["e", "i", "u"])), *(Outcome[each].value for each in _OUTCOMES))
    columns: dict[str, Any] = {ORDINAL: told[ORDINAL], "outcome": outcome}
    for name, amount in (("amount", "main"), ("due", "in_all")):
        columns |= _amount(name, told[f"{amount}.low"], told[f"{amount}.high"], told["may_hold"])
    columns |= {"codes": told[_CLAIM], "benefits": told["benefits"], "way": told["way"]}
    return pa.table({each: columns[each] for each in (ORDINAL, *FIELDS)})


_OUTCOMES = ("ELIGIBLE", "INELIGIBLE", "UNDETERMINED")


def _letters(may_hold: Any, may_fail: Any) -> Any:
    from pyarrow import compute as pc

    return pc.if_else(may_hold, pc.if_else(may_fail, "u", "e"), "i")


def _codes(pack: Pack, rows: pa.Table) -> Any:
    import pyarrow as pa
    from pyarrow import compute as pc

    def digits(kind: str, ids: Iterable[str]) -> list[Any]:
        return [rows[f"{kind}.{each}"].cast(pa.string()) for each in ids]

    criteria = digits("criterion", (each.id for each in pack.text.criteria))
    categories = digits("category", (each.id for each in pack.text.categories))
    return pc.binary_join_element_wise(
        _letters(rows["may_hold"], rows["may_fail"]), *criteria, *([".", *categories] if categories else []), ""
    )


def _benefits(pack: Pack, rows: pa.Table) -> Any:
    import pyarrow as pa
    from pyarrow import compute as pc

    spans = []
    for each in pack.text.benefits:
        low, high = (rows[f"benefit.{each.id}.{end}"].cast(pa.string()) for end in ("low", "high"))
        spans.append(pc.binary_join_element_wise(low, pc.coalesce(high, ""), ":"))
    return pc.binary_join_element_wise(*spans, ",") if spans else pa.array([""] * rows.num_rows)


def _in_all(told: pa.Table, *, once: bool, ordinals: Sequence[int]) -> pa.Table:
    """Every member's own claim together, as `answers.claims` puts them: one that holds is enough."""
    import pyarrow as pa
    from pyarrow import compute as pc

    whole = pc.ScalarAggregateOptions(skip_nulls=False)
    sums = [(f"{name}.{end}", "min" if once else "sum", whole) for name in _SUMS for end in ("low", "high")]
    # Without threads the members stay in their order.
    found = told.group_by(ORDINAL, use_threads=False).aggregate(
        [("may_hold", "any"), ("may_fail", "all"), ("way", "min"), (_CLAIM, "list"), ("benefits", "list"), *sums]
    )
    columns = {
        ORDINAL: found[ORDINAL],
        "may_hold": found["may_hold_any"],
        "may_fail": found["may_fail_all"],
        "way": found["way_min"],
        _CLAIM: pc.binary_join(found[f"{_CLAIM}_list"], "/"),
        "benefits": pc.binary_join(found["benefits_list"], "/"),
        **{name: found[f"{name}_{how}"] for name, how, _ in sums},
    }
    grouped = pa.table(columns)
    nobody = sorted(set(ordinals) - set(grouped[ORDINAL].to_pylist()))
    if not nobody:
        return grouped
    empty = {ORDINAL: nobody, "may_hold": False, "may_fail": True, "way": "plain", _CLAIM: "", "benefits": ""}
    rows = [empty | {ORDINAL: ordinal} for ordinal in nobody]
    return pa.concat_tables([grouped, pa.Table.from_pylist(rows, schema=grouped.schema)]).sort_by(ORDINAL)


def _amount(name: str, low: Any, high: Any, may_hold: Any) -> dict[str, Any]:
    """An amount and how sure it is; none where nobody's right may stand."""
    import pyarrow as pa
    from pyarrow import compute as pc

    low, high = (pc.if_else(may_hold, each, pa.scalar(None, pa.int64())) for each in (low, high))
    known = pc.if_else(pc.greater(low, 0), Sureness.KNOWN.value, Sureness.NONE.value)
    same = pc.coalesce(pc.equal(low, high), False)
    sure = pc.if_else(pc.is_null(low), pa.scalar(None, pa.string()), pc.if_else(same, known, Sureness.OPEN.value))
    return {name: sure, f"{name}_low": low, f"{name}_high": high}


def digest_of_rows(rows: pa.Table) -> str:
    """The digest of results that carry the household (32 hexadecimal digits) and the version of its file."""
    import pyarrow as pa
    from pyarrow import compute as pc

    ordered = rows.sort_by(HOUSEHOLD)
    texts = [pc.coalesce(ordered[each].cast(pa.string()), "") for each in (HOUSEHOLD, VERSION, *FIELDS)]
    return digest_of(pc.binary_join_element_wise(*texts, "|").to_pylist())


def line_of(household: UUID, version: int, values: Iterable[object]) -> str:
    """A stored result as the digest reads it."""
    return "|".join([household.hex, str(version), *("" if each is None else str(each) for each in values)])


def digest_of(lines: Iterable[str]) -> str:
    """`sha256:` of lines in the order of their households."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode())
        digest.update(b"\n")
    return f"sha256:{digest.hexdigest()}"
