"""Looks on the shelf for drafts before a form is opened, and offers what is there."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import isolated
from ui.drafts.kept import KeptDraft
from ui.language.worded import Worded
from ui.parts.undo_bar import UndoBar
from ui.screens.registry.registration.pages.keeping import AMENDMENT, REGISTRATION, Sheet
from ui.screens.registry.registration.pages.offer_panel import Offer, OfferPanel
from ui.screens.registry.registration.pages.starting import Found, Start, found, taken_up
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone


class Looked(Protocol):
    """Told once the shelf was looked through."""

    def __call__(self, start: Start, *, any_drafts: bool) -> None:
        """Whether drafts are offered for the form that starts so."""


class DraftOffers(Worded, QWidget):
    """The drafts of one form; what is not taken up stays on the shelf."""

    begun = Signal(object, object, object)
    """How the form starts, and of a draft that was taken up its key and `Sheet`, else None."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._start: Start | None = None
        self._drafts: dict[str, tuple[KeptDraft, Sheet]] = {}
        self.panel, self.undo_bar = OfferPanel(self), UndoBar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, 0, GRID * 3, GRID)
        column.addWidget(self.panel, 1)
        column.addWidget(self.undo_bar)
        self.panel.taken.connect(self._take)
        self.panel.dropped.connect(self._drop)
        self.panel.declined.connect(lambda: self.begun.emit(self._start, None, None))

    def look(self, start: Start, looked: Looked) -> None:
        """Look for drafts of the form that starts so; `looked` is told whether there are any."""
        self._start = start
        shelf, kind, about = self._workplace.shelf, *_subject(start)
        if shelf is None:
            looked(start, any_drafts=False)
            return

        def take(answer: Found) -> None:
            if self._start is not start:
                return
            for trouble in answer.troubles:
                self._workplace.tell(trouble.sentence, Tone.WAIT)
            self._drafts = {kept.key: (kept, sheet) for kept, sheet in answer.drafts}
            self._show()
            looked(start, any_drafts=bool(self._drafts))

        def failed(error: Exception) -> None:
            # A shelf that cannot be read must keep nobody from working.
            self._workplace.tell_error(error)
            looked(start, any_drafts=False)

        self._workplace.own(self, lambda: found(shelf, kind, about), done=take, failed=failed)

    def take_focus(self) -> None:
        """Bring the keyboard to the newest draft."""
        self.panel.take_focus()

    @override
    def reworded(self) -> None:
        if self._start is not None:
            self._show()

    def _show(self) -> None:
        offers = [Offer(kept.key, kept.title, kept.saved_at) for kept, _ in self._drafts.values()]
        amending = self._start is not None and self._start.wizard.opened is not None
        self.panel.show_offers(offers, self._workplace.reader, amending=amending)

    def _take(self, key: str) -> None:
        shelf, start, today = self._workplace.shelf, self._start, self._workplace.seat.today
        if shelf is None or start is None:
            return

        def taken(answer: tuple[str, Sheet] | None) -> None:
            if answer is None:
                self._workplace.tell(lambda _language: self.tr("Another window has this draft open."), Tone.WAIT)
                self._drafts.pop(key, None)
                self._show()
                return
            self.begun.emit(Start(answer[1].wizard, start.household, start.head), answer[0], answer[1])

        self._workplace.own(self, lambda: taken_up(shelf, key, today), done=taken)

    def _drop(self, key: str) -> None:
        shelf = self._workplace.shelf
        if shelf is None or key not in self._drafts:
            return
        kept, sheet = self._drafts[key]

        def back() -> None:
            self._workplace.own(self, lambda: shelf.keep(kept), done=lambda _none: self._put(kept, sheet))

        def dropped(_none: None) -> None:
            self._drafts.pop(key, None)
            self._show()
            self.panel.take_focus()
            self.undo_bar.offer(lambda: self.tr("Draft deleted: {title}").format(title=isolated(kept.title)), back)

        self._workplace.own(self, lambda: shelf.drop(key), done=dropped)

    def _put(self, kept: KeptDraft, sheet: Sheet) -> None:
        self._drafts[kept.key] = (kept, sheet)
        self._show()


def _subject(start: Start) -> tuple[str, str]:
    opened = start.wizard.opened
    return (REGISTRATION, "") if opened is None else (AMENDMENT, opened.file_number)
