"""Reads the pages of the families that a simulation touches, as their table asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.parts.table.paging import Page, PageRequest, rows_of
from ui.screens.casework.simulation.family_columns import NO_CATEGORY

if TYPE_CHECKING:
    from desktop.programmes.simulation.listing import Affected
    from ui.screens.casework.simulation.reading import Simulated


def read_families(shown: Simulated, kind: str, request: PageRequest) -> Page:
    """The page that was asked for; places are counted, since the answer does not change any more."""
    from desktop.programmes.simulation.listing import Kind, Listed, SortedBy, affected, count_affected

    families = shown.answer.families
    groups = tuple((key, "" if value == NO_CATEGORY else value) for key, value in request.choices if value)
    listed = Listed(Kind(kind), request.text.strip(), groups)
    total = count_affected(families, listed)
    if request.from_end:
        start = max(0, total - request.limit)
    elif request.before is not None:
        start = max(0, request.before - request.limit)
    else:
        start = 0 if request.after is None else request.after + 1
    end = min(total, request.before if request.before is not None else start + request.limit)
    sort = SortedBy(request.sort) if request.sort is not None else SortedBy.CHANGE
    # Without an order of somebody's own, those stand first whom the change touches most.
    descending = request.descending if request.sort is not None else kind != Kind.LOSES.value
    rows = affected(families, listed, sort=sort, descending=descending, limit=max(0, end - start), skipped=start)
    return Page(
        rows,
        first_key=start if rows else None,
        last_key=start + len(rows) - 1 if rows else None,
        more_after=end < total,
        more_before=start > 0,
        total=total if request.replaces else None,
    )


def every_family(shown: Simulated, kind: str, request: PageRequest) -> Iterator[Affected]:
    """All of them in their order, for an export."""
    return rows_of(lambda asked: read_families(shown, kind, asked), request)
