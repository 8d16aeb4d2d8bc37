"""Keeps a form on the shelf while somebody fills it in: a moment after each change, beside the main thread."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from ui.drafts.kept import KeptDraft, new_key
from ui.screens.registry.registration.states import Wizard
from ui.shell.workplace import Workplace

REGISTRATION, AMENDMENT = "registration", "amendment"

PAUSE = 200
"""Milliseconds after which a change is on its way to the disk; the time does not begin anew with each key."""


class Sheet(msgspec.Struct, frozen=True):
    """Everything that somebody typed into one form.

    Args:
        wizard: the facts.
        correction: whether an amendment sets right what was never so; None while nobody said.
        since: the day from which it is so, as typed.
        reason: of an amendment, as typed.
    """

    wizard: Wizard
    correction: bool | None = None
    since: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a form is about: its kind, and the file's number or ''."""

    kind: str
    about: str = ""


class Keeping(QObject):
    """The draft of one form.

    Args:
        workplace: whose shelf.
        subject: what the form is about.
        key: of the draft that was taken up; None gives one of its own.
    """

    kept = Signal(object)
    """When the form was kept as it is (aware); None where that failed."""

    def __init__(
        self, workplace: Workplace, subject: Subject, parent: QObject | None = None, *, key: str | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._subject = workplace, subject
        self._key = key or new_key(subject.kind)
        self._wanted: tuple[Sheet, str] | None = None
        self._over = self._failing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.now)

    def take(self, sheet: Sheet, title: str) -> None:
        """The form says something else now."""
        if self._over:
            return
        self._wanted = (sheet, title)
        if not self._pause.isActive():
            self._pause.start()

    def now(self) -> None:
        """Put what is not on the shelf yet on its way there at once."""
        self._pause.stop()
        shelf, wanted = self._workplace.shelf, self._wanted
        if shelf is None or wanted is None or not self._workplace.taken:
            return
        self._wanted = None
        sheet, title = wanted
        subject, at = self._subject, self._workplace.now()
        staff = self._workplace.seat.office.signed_in.login
        opened = sheet.wizard.opened
        version = opened.version if opened is not None else None
        draft = KeptDraft(self._key, subject.kind, subject.about, version, at, staff, title, sheet)

        def kept(_none: None) -> None:
            self._failing = False
            self.kept.emit(at)

        def failed(error: Exception) -> None:
            # Tried again with the next change, and when the window closes.
            self._wanted = self._wanted or wanted
            self.kept.emit(None)
            if not self._failing:
                self._failing = True
                self._workplace.tell_error(error)

        self._workplace.own(self, lambda: shelf.keep(draft), done=kept, failed=failed)

    def end(self) -> None:
        """What was typed is in the office's database now: the draft leaves the shelf."""
        self._over, self._wanted = True, None
        self._pause.stop()
        shelf, key = self._workplace.shelf, self._key
        if shelf is not None:
            # The workplace outlives the form, so that a draft that cannot be removed is told.
            self._workplace.own(self._workplace, lambda: shelf.drop(key), failed=self._workplace.tell_error)
