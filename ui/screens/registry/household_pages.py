"""Reads the pages of the list of households as its table asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ui.parts.table.paging import PAGE, Page, PageRequest
from ui.screens.registry.household_columns import CLOSED

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdSummary
    from desktop.registry.listing import ListFilters


def read_page(desk: Desk, request: PageRequest) -> Page:
    """The page that was asked for; with the length of the whole list where it is read anew."""
    from desktop.registry.listing import SortColumn, count, page

    filters = _filters(desk, request)
    sort = SortColumn(request.sort) if request.sort is not None else SortColumn.FILE_NUMBER
    found = page(
        desk,
        sort=sort,
        descending=request.descending is not request.from_end,
        filters=filters,
        after=request.after,
        before=request.before,
        limit=request.limit,
    )
    answer = Page(
        rows=found.rows,
        first_key=found.first_key,
        last_key=found.last_key,
        more_after=found.has_more_after,
        more_before=found.has_more_before,
        total=count(desk, filters) if request.replaces else None,
    )
    return answer.turned() if request.from_end else answer


def every_row(office: OpenOffice, request: PageRequest) -> Iterator[HouseholdSummary]:
    """All rows of a list in its order, for an export: each page at a desk of its own, so that nothing waits."""
    after = None
    while True:
        asked = replace(request, after=after, before=None, from_end=False, limit=PAGE, replaces=False)
        with office.desk(reading=True) as desk:
            page = read_page(desk, asked)
        yield from page.rows
        if not page.more_after:
            return
        after = page.last_key


def _filters(desk: Desk, request: PageRequest) -> ListFilters:
    from desktop.database.policy import Section
    from desktop.registry.listing import ListFilters

    chosen = dict(request.choices)
    low, _, high = chosen.get("members", "").partition("-")
    days = chosen.get("registered", "")
    return ListFilters(
        section=Section(chosen["section"]) if chosen.get("section") else None,
        closed=chosen["standing"] == CLOSED if chosen.get("standing") else None,
        registered_from=desk.today - timedelta(days=int(days)) if days else None,
        members_from=int(low) if low else None,
        members_until=int(high) if high else None,
        name=request.text,
    )
