"""What a long list asks of the office and gets: one page beside a place in an order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

PAGE = 100
"""Rows asked for at once."""

WINDOW = 400
"""Rows that a list keeps; what is scrolled away from is read again when somebody comes back."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Rows wanted; answered by `PagedModel.take` or `failed`, whenever they are there.

    Args:
        generation: of the order and filter; an answer to an earlier one is not shown.
        sort: key of the column that orders the list; None for the list's own order.
        descending: the other way round.
        text: words that a row must hold, in any spelling.
        choices: column and value of each filter that is set.
        limit: at most so many rows.
        after: the place (`Page.last_key`) behind which they begin; the start of the list when None.
        before: instead, the place (`Page.first_key`) before which they end, in the same order.
        from_end: the last rows of the list. Ask for the first in the opposite order and give `Page.turned()`.
    """

    generation: int
    sort: str | None = None
    descending: bool = False
    text: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    limit: int = PAGE
    after: Any = None
    before: Any = None
    from_end: bool = False
    replaces: bool = field(default=True, compare=False)


class Keyset(Protocol):
    """A page as whoever keeps a list in order finds it: rows between two keys, and whether more lie beyond."""

    @property
    def rows(self) -> Sequence[Any]:
        """In the order asked for."""

    @property
    def first_key(self) -> Any:
        """Place of the first row; None for no row."""

    @property
    def last_key(self) -> Any:
        """Place of the last row; None for no row."""

    @property
    def has_more_after(self) -> bool:
        """Whether rows follow."""

    @property
    def has_more_before(self) -> bool:
        """Whether rows precede."""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows that follow one another.

    Args:
        rows: in the order asked for.
        first_key: place of the first row, as the source understands it; last_key of the last.
        more_after: whether rows follow; more_before: whether rows precede.
        total: rows of the whole list with its filters, where that is known.
    """

    rows: Sequence[Any]
    first_key: Any = None
    last_key: Any = None
    more_after: bool = False
    more_before: bool = False
    total: int | None = None

    @classmethod
    def found(cls, keyset: Keyset, request: PageRequest, total: int | None) -> Page:
        """What a list that is kept in order found for a request; asked from its end, turned round."""
        page = cls(
            rows=keyset.rows,
            first_key=keyset.first_key,
            last_key=keyset.last_key,
            more_after=keyset.has_more_after,
            more_before=keyset.has_more_before,
            total=total,
        )
        return page.turned() if request.from_end else page

    def turned(self) -> Page:
        """The same rows read from the other end."""
        return replace(
            self,
            rows=tuple(reversed(self.rows)),
            first_key=self.last_key,
            last_key=self.first_key,
            more_after=self.more_before,
            more_before=self.more_after,
        )


def rows_of(read: Callable[[PageRequest], Page], request: PageRequest) -> Iterator[Any]:
    """All rows of a list in its order, a page at a time."""
    after = None
    while True:
        page = read(replace(request, after=after, before=None, from_end=False, limit=PAGE, replaces=False))
        yield from page.rows
        if not page.more_after:
            return
        after = page.last_key
