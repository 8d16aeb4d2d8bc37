"""What somebody typed into a form that the office keeps nothing of: on this machine, a moment after each change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from ui.drafts.kept import KeptDraft
    from ui.drafts.shelf import DraftShelf

PAUSE = 200
"""Milliseconds after which a change is on its way to the disk; the time does not begin anew with each key."""

Texts = Mapping[str, str]
"""What stands in fields otherwise than where the form began, by the name of the field, exactly as typed."""


class TypedDraft(QObject):
    """The draft of one form, brought back where the form is opened again, though the program was killed.

    Args:
        workplace: whose shelf.
        kind: of the form, in small letters.
        typed: what stands in it now.
    """

    def __init__(
        self, workplace: Workplace, kind: str, typed: Callable[[], Texts], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._kind, self._typed = workplace, kind, typed
        self._about = self._title = ""
        self._key: str | None = None
        self._kept: dict[str, str] = {}
        self._watching = self._failing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.now)

    def begin(self, about: str, title: str, bring_back: Callable[[Texts], None]) -> None:
        """Look for what was typed, and from then on keep what is.

        Args:
            about: number of the file that the form is about; '' for none.
            title: what the draft is called in a message that it could not be kept; it may name people.
            bring_back: called with what was typed, where there is any and nothing was typed meanwhile.
        """
        self._pause.stop()
        self._about, self._title, self._key, self._kept = about, title, None, {}
        self._watching = False
        shelf, kind = self._workplace.shelf, self._kind
        if shelf is None:
            return

        def found(taken: tuple[str, dict[str, str]] | None) -> None:
            if about != self._about:
                return
            self._watching = True
            if taken is not None:
                self._key, self._kept = taken
                if not self._typed():
                    bring_back(dict(self._kept))
            self.take()

        self._workplace.own(self, lambda: _taken_up(shelf, kind, about), done=found, failed=self._workplace.tell_error)

    def take(self) -> None:
        """Something may be typed otherwise now."""
        if self._watching and not self._pause.isActive():
            self._pause.start()

    def now(self) -> None:
        """Put what is not on the shelf yet on its way there at once; what is as the form began leaves it."""
        self._pause.stop()
        shelf, typed = self._workplace.shelf, dict(self._typed())
        if shelf is None or not self._watching or typed == self._kept or not self._workplace.taken:
            return
        before, self._kept = self._kept, typed
        if not typed:
            self._drop(shelf)
            return
        from ui.drafts.kept import KeptDraft, new_key

        key = self._key = self._key or new_key(self._kind)
        staff, at = self._workplace.seat.office.signed_in.login, self._workplace.now()
        draft = KeptDraft(key, self._kind, self._about, None, at, staff, self._title, typed)

        def kept(_none: None) -> None:
            self._failing = False

        def failed(error: Exception) -> None:
            # Tried again with the next change, and when the window closes.
            self._kept = before
            if not self._failing:
                self._failing = True
                self._workplace.tell_error(error)

        self._workplace.own(self, lambda: shelf.keep(draft), done=kept, failed=failed)

    def _drop(self, shelf: DraftShelf) -> None:
        key, self._key = self._key, None
        if key is not None:
            # The workplace outlives the form, so that a draft that cannot be removed is told.
            self._workplace.own(self._workplace, lambda: shelf.drop(key), failed=self._workplace.tell_error)


def _taken_up(shelf: DraftShelf, kind: str, about: str) -> tuple[str, dict[str, str]] | None:
    """The draft under a key of one's own; None for none, and for one of a program that kept something else."""
    from desktop.values.errors import OfficeError

    found: KeptDraft | None = shelf.find(kind, about)
    if found is None:
        return None
    try:
        typed = found.content_as(dict[str, str])
    except OfficeError:
        return None
    taken = shelf.take_up(found.key)
    return None if taken is None else (taken.key, typed)
