"""One form while somebody fills it in: its state, its draft on the shelf, and sending it to the registry."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop.values.digits import compact
from desktop.values.errors import OfficeError, StaleFile
from desktop.values.names import PersonName
from desktop.values.typed_dates import read_day
from ui.screens.registry.registration.form import Phase
from ui.screens.registry.registration.pages.keeping import AMENDMENT, REGISTRATION, Keeping, Sheet, Subject
from ui.screens.registry.registration.pages.starting import Start
from ui.screens.registry.registration.slots import MEMBERS
from ui.screens.registry.registration.states import Wizard
from ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from datetime import date

    from desktop.facts.household_file import HouseholdFile
    from desktop.office.answers import Saved
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdAnswer

Work: TypeAlias = "Callable[[Desk], Saved[HouseholdAnswer]]"


class Filling(QObject):
    """A form that is open.

    Args:
        workplace: where it is filled in.
        start: what it begins with.
        key: of the draft that was taken up; None for none.
        sheet: what was in that draft.
    """

    moved = Signal(object, object)
    """The form before and after an event."""

    kept = Signal(object)
    """When it was put on the shelf as it is; None where that failed."""

    saved = Signal(object)
    """The registry kept it: the `HouseholdAnswer`."""

    stale = Signal(object)
    """A colleague saved the file meanwhile: the `StaleFile`."""

    def __init__(
        self,
        workplace: Workplace,
        start: Start,
        parent: QObject | None = None,
        *,
        key: str | None = None,
        sheet: Sheet | None = None,
    ) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.household: UUID | None = start.household
        self.head = start.head
        self.today: date = workplace.seat.today
        self.sheet = sheet or Sheet(start.wizard)
        self.sheet = msgspec.structs.replace(self.sheet, wizard=self.sheet.wizard.resumed())
        subject = Subject(AMENDMENT, self.file_number) if self.amending else Subject(REGISTRATION)
        self._keeping = Keeping(workplace, subject, self, key=key)
        self._keeping.kept.connect(self.kept)

    @property
    def wizard(self) -> Wizard:
        """The form as it is now."""
        return self.sheet.wizard

    @property
    def amending(self) -> bool:
        """Whether a registered file is amended."""
        return self.wizard.opened is not None

    @property
    def file_number(self) -> str:
        """Of the file that is amended; '' while registering."""
        return self.wizard.opened.file_number if self.wizard.opened is not None else ""

    def take(self, wizard: Wizard) -> None:
        """An event gave another form."""
        before = self.wizard
        if wizard is before:
            return
        self.sheet = msgspec.structs.replace(self.sheet, wizard=wizard)
        if wizard.typed is not before.typed or wizard.base is not before.base or wizard.unanswered:
            self._keeping.take(self.sheet, self.title)
        self.moved.emit(before, wizard)

    def say_why(self, *, correction: bool | None, since: str, reason: str) -> None:
        """What was typed about an amendment: whether it is a correction, since when it is so, and why."""
        sheet = msgspec.structs.replace(self.sheet, correction=correction, since=since, reason=reason)
        if sheet != self.sheet:
            self.sheet = sheet
            self._keeping.take(sheet, self.title)

    @property
    def title(self) -> str:
        """What the draft is called when it is offered again: the head's name as far as it is typed."""
        head = next(iter(self.wizard.typed.items(MEMBERS)), "")
        parts = (self.wizard.typed.text(f"{head}/name/{part}") for part in ("given", "father", "grandfather", "family"))
        return PersonName(*parts).full() or self.head

    def keep(self) -> None:
        """Put what was typed on the shelf at once."""
        self._keeping.now()

    def since(self) -> date | None:
        """The day from which an amendment is so; None for a correction.

        Raises:
            OfficeError: it is not typed, or cannot be read.
        """
        if self.sheet.correction:
            return None
        if not compact(self.sheet.since):
            raise OfficeError("registration.since_missing")
        return read_day(self.sheet.since)

    def submit(self) -> None:
        """Send the form; where something stands in the way, go to it."""
        self.take(self.wizard.submitted(self.today))
        file = self.wizard.draft(self.today) if self.wizard.phase is Phase.SENDING else None
        if file is None:
            return
        # What is sent is on the shelf before, whatever becomes of it.
        self.keep()
        work = self._amending(file) if self.amending else self._registering(file)
        self.workplace.write(self, work, done=self._saved, failed=self._refused)

    def _registering(self, file: HouseholdFile) -> Work:
        def work(desk: Desk) -> Saved[HouseholdAnswer]:
            from desktop.registry.service import register

            return register(desk, draft=file)

        return work

    def _amending(self, file: HouseholdFile) -> Work:
        opened, since, reason = self.wizard.opened, self.since(), self.sheet.reason
        number, version = (opened.file_number, opened.version) if opened is not None else ("", 0)

        def work(desk: Desk) -> Saved[HouseholdAnswer]:
            from desktop.registry.service import amend

            return amend(
                desk,
                file_number=number,
                draft=file,
                expected_version=version,
                effective_from=since,
                reason=reason,
            )

        return work

    def _saved(self, answer: HouseholdAnswer) -> None:
        self._keeping.end()
        self.take(self.wizard.registered(answer.file_number))
        self.saved.emit(answer)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            self.take(self.wizard.resumed())
            self.workplace.tell_error(error)
            return
        self.take(self.wizard.refused(error))
        if isinstance(error, StaleFile):
            self.stale.emit(error)
