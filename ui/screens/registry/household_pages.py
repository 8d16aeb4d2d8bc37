"""Reads the pages of the list of households as its table asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from ui.parts.table.paging import Page, PageRequest, rows_of
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
    return Page.found(found, request, count(desk, filters) if request.replaces else None)


def every_row(office: OpenOffice, request: PageRequest) -> Iterator[HouseholdSummary]:
    """All rows of a list in its order, for an export: each page at a desk of its own, so that nothing waits."""

    def read(asked: PageRequest) -> Page:
        with office.desk(reading=True) as desk:
            return read_page(desk, asked)

    return rows_of(read, request)


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
