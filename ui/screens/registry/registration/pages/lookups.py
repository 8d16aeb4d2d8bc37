"""Looks in the registry, while a family is typed in, for whoever is registered already: a moment after the last key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.facts.codes import Country, IdKind
from desktop.values.dates import DatePossibility
from desktop.values.errors import OfficeError
from desktop.values.isolates import in_written_order, isolated
from desktop.values.names import PersonName
from ui.background.lanes import Task
from ui.language.reader import Reader
from ui.screens.registry.registration.examination import examine
from ui.screens.registry.registration.moment import Notice
from ui.screens.registry.registration.pages.filling import Filling
from ui.screens.registry.registration.slots import HOUSEHOLD, MEMBERS
from ui.screens.registry.registration.typed import Typed

if TYPE_CHECKING:
    from desktop.office.desk import Desk
    from desktop.registry.alike import Alike, RegisteredAlready

PAUSE = 350
"""Milliseconds after the last change before the office is asked."""

_NUMBERED = ("national_id", "id_kind", "nationality")
_NAME = ("given", "father", "grandfather", "family")
_COUNTRIES = {country.value: country for country in Country}
_CODES = {kind.value: kind for kind in IdKind}


@dataclass(frozen=True, slots=True)
class _Number:
    """What a number is looked for by."""

    slot: str
    number: str
    country: str
    id_kind: str
    nationality: str


@dataclass(frozen=True, slots=True)
class _Somebody:
    """What somebody alike is looked for by."""

    member: str
    name: PersonName
    birth: DatePossibility | None


_Asked: TypeAlias = _Number | _Somebody


class Lookups(QObject):
    """The answers for one form; a question asked anew takes the place of the one that is still under way."""

    found = Signal()
    """Something else is known now."""

    def __init__(self, filling: Filling) -> None:
        super().__init__(filling)
        self._filling = filling
        # What was there when a file was opened is the file's own, and not looked for.
        self._asked: dict[str, _Asked] = dict(_questions(filling.wizard.base, filling))
        self._answers: dict[str, RegisteredAlready | tuple[Alike, ...]] = {}
        self._tasks: dict[str, Task] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        filling.moved.connect(lambda before, after: self._pause.start() if before.typed is not after.typed else None)
        self._pause.start()

    def notices(self, reader: Reader) -> dict[str, tuple[Notice, ...]]:
        """By slot of the number or of the member, what is known."""
        told: dict[str, tuple[Notice, ...]] = {}
        for slot, answer in self._answers.items():
            if isinstance(answer, tuple):
                told[slot] = tuple(_alike(each, reader) for each in answer)
            else:
                words = reader.digits(answer.warning.sentence(reader.language))
                told[slot] = (Notice(words, answer.file_number or ""),)
        return told

    def _ask(self) -> None:
        """Ask for whoever was changed; forget what is no longer typed."""
        if not self._filling.workplace.taken:
            return
        wanted = dict(_questions(self._filling.wizard.typed, self._filling))
        gone = [slot for slot in self._asked if wanted.get(slot) != self._asked[slot]]
        for slot in gone:
            del self._asked[slot]
            task = self._tasks.pop(slot, None)
            if task is not None:
                task.cancel()
        told = [slot for slot in gone if self._answers.pop(slot, None)]
        for slot, question in wanted.items():
            if slot not in self._asked:
                self._asked[slot] = question
                self._read(slot, question)
        if told:
            self.found.emit()

    def _read(self, slot: str, question: _Asked) -> None:
        own = self._filling.household

        def work(desk: Desk) -> RegisteredAlready | tuple[Alike, ...] | None:
            from desktop.registry.alike import alike, already_registered

            if isinstance(question, _Somebody):
                return alike(desk, name=question.name, birth=question.birth, limit=3, own=own)
            return already_registered(
                desk,
                question.number,
                country=_COUNTRIES.get(question.country),
                id_kind=_CODES.get(question.id_kind),
                nationality=question.nationality or None,
                own=own,
            )

        # One who cannot be asked now is asked again with the next change, and by the registry in the end.
        self._tasks[slot] = self._filling.workplace.read(
            self, work, done=partial(self._take, slot), failed=partial(self._forget, slot)
        )

    def _take(self, slot: str, answer: RegisteredAlready | tuple[Alike, ...] | None) -> None:
        self._tasks.pop(slot, None)
        before = self._answers.pop(slot, None)
        if answer:
            self._answers[slot] = answer
        if answer or before:
            self.found.emit()

    def _forget(self, slot: str, error: Exception) -> None:
        self._tasks.pop(slot, None)
        self._asked.pop(slot, None)
        if not isinstance(error, OfficeError):
            self._filling.workplace.tell_error(error)


def _questions(typed: Typed, filling: Filling) -> Iterator[tuple[str, _Asked]]:
    births = examine(typed, filling.today).births
    country = typed.text(f"{HOUSEHOLD}/country")
    for member in typed.items(MEMBERS):
        number, kind, nationality = (typed.text(f"{member}/{each}").strip() for each in _NUMBERED)
        if number:
            slot = f"{member}/national_id"
            yield slot, _Number(slot, number, country, kind, nationality)
        parts = [typed.text(f"{member}/name/{part}").strip() for part in _NAME]
        if parts[0] and sum(bool(part) for part in parts) > 1:
            yield member, _Somebody(member, PersonName(*parts), births.get(member))


def _alike(found: Alike, reader: Reader) -> Notice:
    words = OfficeError(
        "registration.somebody_alike",
        name=isolated(found.person.name),
        file_number=in_written_order(found.summary.file_number),
        reason=found.reason,
    )
    return Notice(reader.digits(words.sentence(reader.language)), found.summary.file_number)
