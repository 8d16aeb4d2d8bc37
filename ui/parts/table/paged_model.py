"""Rows of a list of any length, read page by page: only those around the place where one is are kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from ui.language.reader import Reader
from ui.parts.table.columns import Column
from ui.parts.table.paging import PAGE, WINDOW, Page, PageRequest
from ui.parts.table.rows_model import ROOT, AnyIndex, RowsModel

AHEAD = 40
"""Rows before the end of what is kept at which the next page is asked for."""


class PagedModel(RowsModel):
    """A window on a long list; its owner reads pages on a lane and gives them back.

    The window holds `WINDOW` rows and at most two pages more while it moves. A row that is still being read stands
    at each end behind which the list goes on.
    """

    wanted = Signal(object)
    """A `PageRequest`."""

    stands = Signal()
    """What is known of the list's length and of the window's place in it changed, or whether it is being read."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        key: Callable[[Any], Hashable],
        reader: Reader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, key, reader, parent)
        self._pages: list[Page] = []
        self._rows: list[Any] = []
        self._head = self._tail = False
        self._behind: Any = None
        self._asked: PageRequest | None = None
        self._generation = 0
        self._terms: dict[str, Any] = {"sort": None, "descending": False, "text": "", "choices": ()}
        self.total: int | None = None
        self.offset: int | None = 0
        """Rows before the window, where that is known."""
        self.trouble = False
        """Whether the last page could not be read; `retry` asks for it again."""
        self._failed: PageRequest | None = None

    @property
    def reading(self) -> bool:
        """Whether a page is awaited."""
        return self._asked is not None

    @property
    def kept(self) -> int:
        """Rows in memory."""
        return len(self._rows)

    @property
    def more_before(self) -> bool:
        """Whether the list begins before the window."""
        return bool(self._pages) and self._pages[0].more_before

    @property
    def more_after(self) -> bool:
        """Whether the list goes on behind the window."""
        return bool(self._pages) and self._pages[-1].more_after

    def start(self, *, from_end: bool = False) -> None:
        """Read the list anew from its start or its end."""
        self._want(from_end=from_end, replaces=True)

    def refresh(self) -> None:
        """Read what is kept again, in its place; the view keeps its own."""
        limit = max(PAGE, min(len(self._rows), WINDOW))
        if not self.more_before:
            self._want(limit=limit, replaces=True)
        elif self._behind is not None:
            self._want(after=self._behind, limit=limit, replaces=True)
        else:
            # The last row is left out and read next; what lies before the first is not known by key.
            self._want(before=self._pages[-1].last_key, limit=len(self._rows) - 1, replaces=True)

    def near(self, first: int, last: int) -> None:
        """Rows `first` to `last` are looked at: read ahead where the window ends near them."""
        if self._asked is not None or self.trouble or not self._pages:
            return
        if self.more_after and last >= self.rowCount() - AHEAD:
            self._want(after=self._pages[-1].last_key)
        elif self.more_before and first <= AHEAD:
            self._want(before=self._pages[0].first_key)

    def take(self, request: PageRequest, page: Page) -> None:
        """The answer to a request; one that nobody waits for any more is not shown."""
        if request != self._asked:
            return
        # Still awaited while the window changes: a view that asks for more meanwhile would change it under itself.
        if page.total is not None:
            self.total = page.total
        if request.replaces:
            self._begin_with(request, page)
        elif request.before is not None:
            self._grow_before(page)
        else:
            self._grow_after(page)
        self._asked = None
        self.stands.emit()

    def failed(self, request: PageRequest) -> None:
        """A request could not be answered; what is shown stays."""
        if request == self._asked:
            self._asked, self._failed, self.trouble = None, request, True
            self.stands.emit()

    def retry(self) -> None:
        """Ask again for what could not be read."""
        if self._failed is not None:
            self.trouble = False
            self._asked, self._failed = self._failed, None
            self.stands.emit()
            self.wanted.emit(self._asked)

    @override
    def row_at(self, row: int) -> Any | None:
        inside = row - self._head
        return self._rows[inside] if 0 <= inside < len(self._rows) else None

    @override
    def place_of(self, key: Hashable) -> int | None:
        return next((place + self._head for place, row in enumerate(self._rows) if self.key(row) == key), None)

    @override
    def loading_words(self) -> str:
        return self.tr("Could not be read") if self.trouble else self.tr("Loading…")

    @override
    def filter_by(self, text: str, choices: dict[str, str]) -> None:
        chosen = tuple(sorted((key, value) for key, value in choices.items() if value))
        self._reorder(text=text.strip(), choices=chosen)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        sorts = 0 <= column < len(self.columns) and self.columns[column].sort_value is not None
        descending = sorts and order is Qt.SortOrder.DescendingOrder
        self._reorder(sort=self.columns[column].key if sorts else None, descending=descending)

    @override
    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else self._head + len(self._rows) + self._tail

    @override
    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and self.more_after and self._asked is None and not self.trouble

    @override
    def fetchMore(self, parent: AnyIndex) -> None:
        if self.canFetchMore(parent):
            self._want(after=self._pages[-1].last_key)

    def _reorder(self, **changes: Any) -> None:
        asked = {**self._terms, **changes}
        if asked != self._terms:
            self._terms = asked
            self._generation += 1
            self.total = None
            self.start()

    def _want(
        self,
        *,
        after: Any = None,
        before: Any = None,
        from_end: bool = False,
        limit: int = PAGE,
        replaces: bool = False,
    ) -> None:
        self._asked = PageRequest(
            self._generation,
            **self._terms,
            limit=limit,
            after=after,
            before=before,
            from_end=from_end,
            replaces=replaces,
        )
        self.trouble, self._failed = False, None
        self.stands.emit()
        self.wanted.emit(self._asked)

    def _begin_with(self, request: PageRequest, page: Page) -> None:
        self.beginResetModel()
        if request.from_end:
            self.offset = self.total - len(page.rows) if self.total is not None else None
        elif request.before is not None and self.offset is not None:
            self.offset = max(0, self.offset + len(self._rows) - 1 - len(page.rows))
        if not page.more_before:
            self.offset = 0
        self._behind = request.after
        self._pages, self._rows = [page], list(page.rows)
        self._head, self._tail = page.more_before, page.more_after
        self.endResetModel()

    def _grow_after(self, page: Page) -> None:
        if page.rows:
            first = self._head + len(self._rows)
            self.beginInsertRows(ROOT, first, first + len(page.rows) - 1)
            self._rows += page.rows
            self._pages.append(page)
            self.endInsertRows()
        else:
            self._pages[-1] = replace(self._pages[-1], more_after=False)
        while len(self._pages) > 1 and len(self._rows) - len(self._pages[0].rows) >= WINDOW - PAGE:
            self._drop_first()
        self._set_ends()

    def _grow_before(self, page: Page) -> None:
        if page.rows:
            self.beginInsertRows(ROOT, self._head, self._head + len(page.rows) - 1)
            self._rows[:0] = page.rows
            self._pages.insert(0, page)
            self._behind = None
            if self.offset is not None:
                self.offset = max(0, self.offset - len(page.rows)) if page.more_before else 0
            self.endInsertRows()
        else:
            self._pages[0] = replace(self._pages[0], more_before=False)
            self.offset, self._behind = 0, None
        while len(self._pages) > 1 and len(self._rows) - len(self._pages[-1].rows) >= WINDOW - PAGE:
            self._drop_last()
        self._set_ends()

    def _drop_first(self) -> None:
        gone = len(self._pages[0].rows)
        self.beginRemoveRows(ROOT, self._head, self._head + gone - 1)
        self._behind = self._pages.pop(0).last_key
        del self._rows[:gone]
        self._pages[0] = replace(self._pages[0], more_before=True)
        if self.offset is not None:
            self.offset += gone
        self.endRemoveRows()

    def _drop_last(self) -> None:
        gone = len(self._pages[-1].rows)
        last = self._head + len(self._rows) - 1
        self.beginRemoveRows(ROOT, last - gone + 1, last)
        self._pages.pop()
        del self._rows[-gone:]
        self._pages[-1] = replace(self._pages[-1], more_after=True)
        self.endRemoveRows()

    def _set_ends(self) -> None:
        """Put a row that is being read at each end behind which the list goes on, and at no other."""
        if self._head != self.more_before:
            if self._head:
                self.beginRemoveRows(ROOT, 0, 0)
                self._head = False
                self.endRemoveRows()
            else:
                self.beginInsertRows(ROOT, 0, 0)
                self._head = True
                self.endInsertRows()
        if self._tail != self.more_after:
            last = self.rowCount()
            if self._tail:
                self.beginRemoveRows(ROOT, last - 1, last - 1)
                self._tail = False
                self.endRemoveRows()
            else:
                self.beginInsertRows(ROOT, last, last)
                self._tail = True
                self.endInsertRows()
