"""Reads the pages of the register as its table asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from ui.parts.table.paging import Page, PageRequest, rows_of

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice
    from desktop.issuing.answers import IssuedAnswer
    from desktop.issuing.register import RegisterFilters
    from desktop.office.desk import Desk


def read_page(desk: Desk, request: PageRequest) -> Page:
    """The page that was asked for; with the length of the whole list where it is read anew."""
    from desktop.issuing.register import count, page

    filters = _filters(desk, request)
    found = page(
        desk,
        filters=filters,
        oldest_first=request.from_end,
        after=request.after,
        before=request.before,
        limit=request.limit,
    )
    return Page.found(found, request, count(desk, filters) if request.replaces else None)


def every_row(office: OpenOffice, request: PageRequest) -> Iterator[IssuedAnswer]:
    """All rows of a list in its order, for an export: each page at a desk of its own, so that nothing waits."""

    def read(asked: PageRequest) -> Page:
        with office.desk(reading=True) as desk:
            return read_page(desk, asked)

    return rows_of(read, request)


def _filters(desk: Desk, request: PageRequest) -> RegisterFilters:
    from desktop.issuing.kinds import PaperKind
    from desktop.issuing.records import PaperState
    from desktop.issuing.register import RegisterFilters

    chosen = dict(request.choices)
    days = chosen.get("day", "")
    return RegisterFilters(
        kind=PaperKind(chosen["kind"]) if chosen.get("kind") else None,
        state=PaperState(chosen["state"]) if chosen.get("state") else None,
        first_day=desk.today - timedelta(days=int(days)) if days else None,
        text=request.text,
    )
