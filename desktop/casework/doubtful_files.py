"""Files of a caseload whose facts cannot be: found by their columns, judged by the rules of consistency.

Every file passed those rules when it was written (`registry.drafts`). What may have become false since, or came into
the database by another way, is looked for in all files at once: days to come, lives without end, ends before their
beginnings, parents younger than their children, a household without a head or with two. Only a file on which one of
these falls is opened and judged. Needs the extra `caseload`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.facts.arrow_layout import ORDINAL
from desktop.facts.codes import Role
from desktop.facts.consistency import contradictions
from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.facts.means_faults import PAST, SPANS
from desktop.facts.person_faults import OLDEST_AGE
from desktop.facts.vocabulary import vocabulary
from desktop.programmes.caseload.reopening import reopened
from desktop.programmes.language.family import HOUSEHOLD, MEMBER
from desktop.values.errors import Faults

if TYPE_CHECKING:
    import pyarrow as pa

    from desktop.facts.arrow_layout import Tables

_YEAR = 365.25
_HIJRI_AGE = OLDEST_AGE * 1.04
"""Years of the moon in a life of `OLDEST_AGE` years of the sun, a few more: whoever is doubted is judged exactly."""
_ENDS = frozenset({*SPANS, *SPANS.values()})
_TOGETHER = 500
"""Files opened at a time."""
_ISLAMIC_EPOCH, _HIJRI_YEAR = 227_015, 354.367


def refused(tables: Tables, *, today: date, whole: Callable[[list[int]], Tables] | None = None) -> dict[int, Faults]:
    """The contradictions of the files that contradict themselves, by ordinal.

    Args:
        tables: of `registry.caseload_tables`, with the columns that are `doubted` at least.
        today: the office's day, against which births, applications and notices lie in the past.
        whole: gives every column of some files, numbered from zero in their order; the tables' own unless said.
    """
    found: dict[int, Faults] = {}
    doubtful = sorted(_doubtful(tables, today))
    for start in range(0, len(doubtful), _TOGETHER):
        some = doubtful[start : start + _TOGETHER]
        for ordinal, file in _opened(tables, some, whole).items():
            if faults := contradicted(file, today=today):
                found[ordinal] = faults
    return found


def doubted() -> Mapping[str, frozenset[str]]:
    """The columns by which files are doubted, by entity."""
    days = {
        name: {
            fact.name
            for fact in entity.properties.values()
            if fact.kind is Kind.DATE and ((name, fact.name) in PAST or fact.name in _ENDS)
        }
        for name, entity in vocabulary().items()
    }
    days[MEMBER] |= {"ref", "role", "father", "mother", "birth_date", "birth_date_hijri", "death_date"}
    return {name: frozenset(columns) for name, columns in days.items()}


def _opened(
    tables: Tables, ordinals: list[int], whole: Callable[[list[int]], Tables] | None
) -> dict[int, HouseholdFile]:
    if whole is None:
        return reopened(ordinals, lambda name, some: _rows(tables[name], some))
    told = whole(ordinals)
    files = reopened(list(range(len(ordinals))), lambda name, some: _rows(told[name], some))
    return {ordinals[at]: file for at, file in files.items()}


def contradicted(file: HouseholdFile, *, today: date) -> Faults | None:
    """All that contradicts itself in a registered file; None where nothing does."""
    faults = contradictions(file, today=today)
    if not faults:
        return None
    return Faults("casework.file_contradicts", faults, file_number=file.household.file_number, count=len(faults))


def _rows(table: pa.Table, ordinals: list[int]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = among(table, ordinals).to_pylist()
    return rows


def among(table: pa.Table, ordinals: list[int]) -> pa.Table:
    """The rows of some files."""
    import pyarrow as pa
    from pyarrow import compute as pc

    return table.filter(pc.is_in(table[ORDINAL], pa.array(ordinals, pa.int64())))


def _doubtful(tables: Tables, today: date) -> set[int]:
    found = {ordinal for ordinals in _out_of_time(tables, today) for ordinal in ordinals.to_pylist()}
    return found | _without_one_head(tables) | _older_than_parents(tables[MEMBER])


def _out_of_time(tables: Tables, today: date) -> Iterator[Any]:
    from pyarrow import compute as pc

    for name, entity in vocabulary().items():
        table = tables[name]
        for fact in entity.properties.values():
            if fact.kind is not Kind.DATE:
                continue
            column = table[fact.name]
            if (name, fact.name) in PAST or (name, fact.name) in ((MEMBER, "birth_date"), (MEMBER, "death_date")):
                yield table.filter(pc.greater(column, today))[ORDINAL]
            end = entity.properties.get(SPANS.get(fact.name, ""))
            if end is not None:
                yield table.filter(pc.less(table[end.name], column))[ORDINAL]
    members = tables[MEMBER]
    born, died = members["birth_date"], members["death_date"]
    yield members.filter(pc.less(died, born))[ORDINAL]
    yield members.filter(pc.less(born, today - timedelta(days=OLDEST_AGE * _YEAR)))[ORDINAL]
    hijri_today = (today.toordinal() - _ISLAMIC_EPOCH) / _HIJRI_YEAR + 1
    stated = members["birth_date_hijri"]
    written = pc.match_substring_regex(stated, "^[0-9]{4}")
    years = pc.utf8_slice_codeunits(pc.if_else(written, stated, None), 0, 4).cast("int32")
    ahead, past = pc.greater_equal(years, int(hijri_today)), pc.less(years, int(hijri_today - _HIJRI_AGE))
    yield members.filter(pc.or_(ahead, past))[ORDINAL]


def _without_one_head(tables: Tables) -> set[int]:
    import numpy as np
    from pyarrow import compute as pc

    members, files = tables[MEMBER], tables[HOUSEHOLD][ORDINAL].to_numpy()
    heads = members[ORDINAL].filter(pc.equal(members["role"].cast("string"), Role.HEAD.value)).to_numpy()
    counted = np.bincount(heads, minlength=files.max(initial=-1) + 1)
    return set(files[counted[files] != 1].tolist())


def _older_than_parents(members: pa.Table) -> set[int]:
    import numpy as np
    from pyarrow import compute as pc

    files, refs = members[ORDINAL].to_numpy(), pc.unique(members["ref"])
    days = members["birth_date"].cast("int32").cast("int64")
    born, stated = pc.fill_null(days, 0).to_numpy(), pc.is_valid(days).to_numpy()

    def keys(name: str) -> Any:
        """A number for each file and reference; below zero for one that names no member."""
        named = pc.fill_null(pc.index_in(members[name], value_set=refs), -1).to_numpy()
        return np.where(named < 0, -1, files * max(1, len(refs)) + named)

    own = keys("ref")
    order = np.argsort(own, kind="stable")
    found: set[int] = set()
    for parent in ("father", "mother"):
        asked = keys(parent)
        at = order[np.minimum(np.searchsorted(own, asked, sorter=order), max(0, len(own) - 1))] if len(own) else order
        known = (asked >= 0) & (own[at] == asked) & stated & stated[at]
        found |= set(files[known & (born <= born[at])].tolist())
    return found
