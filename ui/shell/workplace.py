"""What a screen may ask of the frame around it: work done on a lane, a place to go to, something to be told.

    self._workplace.read(self, lambda desk: open_file(desk, number), done=self._show)
    self._workplace.write(self, lambda desk: decide(desk, ...), done=self._decided)

`read` and `write` give the office's desk to the work, on a lane; the answer comes back on the main thread. A verb's
`Saved` is announced to every open screen, and its answer is handed to `done`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.values.errors import OfficeError, StaleFile
from desktop.values.language import Language, Wording
from ui.background.lanes import Failed, Lane, Lanes, Task
from ui.language.reader import Reader
from ui.shell.destinations import Destination, Place
from ui.shell.preferences import Preferences
from ui.theme.look import Look
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.bootstrap import OpenOffice
    from desktop.office.answers import Changes, OfficeAnswer, StaffAnswer
    from desktop.office.desk import Desk
    from ui.drafts.shelf import DraftShelf
    from ui.paper import Folders

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits here: the office that is open, the person, their place, and the day when they sat down.

    `names` are those of the colleagues that this person may know, by their logins, as of that moment.
    """

    office: OpenOffice
    staff: StaffAnswer
    place: OfficeAnswer
    today: date
    demonstration: bool = False
    names: Mapping[str, Wording] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Telling:
    """Something to be told in the banner.

    Args:
        sentence: gives the text in the language of the moment.
        tone: what kind of news it is.
        remedy: words of the button that mends it, and what it does; None for none.
        passing: leaves by itself after some seconds.
    """

    sentence: Callable[[Language], str]
    tone: Tone
    remedy: tuple[Callable[[], str], Callable[[], None]] | None = None
    passing: bool = False


class Workplace(QObject):
    """One person's workplace; screens are made with it and keep nothing else of the frame."""

    changed = Signal(object, object)
    """`Changes` that were saved, and the screen that saved them, which ignores its own echo."""

    reader_changed = Signal(object)
    """The new `Reader`, after the words of the window were said in its language."""

    look_changed = Signal(object)
    """The new `Look`, after it was put on."""

    asked_to_go = Signal(object)
    """A `Destination`."""

    told = Signal(object)
    """A `Telling`."""

    crashed = Signal(object)
    """An exception that nobody foresaw."""

    reached = Signal(bool)
    """Whether the database answers; whoever feels its pulse tells it when it becomes another."""

    preferences_changed = Signal(object)

    waiting = Signal(object, int)
    """A `Place`, and how much waits there; shown in the navigation."""

    def __init__(self, lanes: Lanes, preferences: Preferences, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lanes = lanes
        self.preferences = preferences
        self.look = look
        self.reader: Reader = preferences.reader()
        self.shelf: DraftShelf | None = None
        self.folders: Folders | None = None
        self.now: Callable[[], datetime] = _now
        """The time of this machine, aware; it stands still where pictures are taken."""
        self._seat: Seat | None = None

    @property
    def seat(self) -> Seat:
        """Who sits here; LookupError while nobody does."""
        if self._seat is None:
            raise LookupError("nobody sits here")
        return self._seat

    @property
    def taken(self) -> bool:
        """Whether somebody sits here."""
        return self._seat is not None

    def sit(self, seat: Seat | None) -> None:
        """Somebody sat down, or left."""
        self._seat = seat

    def may(self, permission: str) -> bool:
        """Whether who sits here holds a permission, by its value."""
        from desktop.office.permissions import Permission, may

        return may(self.seat.staff.roles, Permission(permission))

    def read(
        self,
        owner: QObject,
        work: Callable[[Desk], T],
        *,
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Task:
        """Read from the office on a lane; the task may be cancelled, also while the database works on it."""
        office = self.seat.office

        def reading(task: Task) -> T:
            from desktop.database.interrupting import Stop

            stop = Stop()
            task.on_cancel(stop.request)
            with office.desk(reading=True, stop=stop) as desk:
                return work(desk)

        return self._run(Lane.READS, reading, owner, done, failed)

    def write(
        self,
        owner: QObject,
        work: Callable[[Desk], T],
        *,
        done: Callable[[Any], None],
        failed: Failed | None = None,
    ) -> Task:
        """Have a verb done, begun again where colleagues were in its way; `done` takes its answer."""
        office = self.seat.office

        def writing(_task: Task) -> T:
            from desktop.database.session import retried

            def once() -> T:
                with office.desk() as desk:
                    return work(desk)

            return retried(once)

        def saved(answer: Any) -> None:
            from desktop.office.answers import Saved

            if isinstance(answer, Saved):
                self.announce(answer.changes, owner)
                answer = answer.answer
            done(answer)

        return self._run(Lane.WRITES, writing, owner, saved, failed)

    def document(
        self,
        owner: QObject,
        work: Callable[[OpenOffice], T],
        *,
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Task:
        """Make or picture paper; the work opens its own desks."""
        office = self.seat.office
        return self._run(Lane.DOCUMENTS, lambda _task: work(office), owner, done, failed)

    def own(
        self,
        owner: QObject,
        work: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> Task:
        """Read or write this desk's own files."""
        return self._run(Lane.OWN, lambda _task: work(), owner, done or (lambda _answer: None), failed)

    def announce(self, changes: Changes, sender: QObject | None = None) -> None:
        """Tell every open screen what was touched."""
        self.changed.emit(changes, sender)

    def go(self, destination: Destination) -> None:
        """Open a screen."""
        self.asked_to_go.emit(destination)

    def count_waiting(self, place: Place, number: int) -> None:
        """Show in the navigation how much waits at a place."""
        self.waiting.emit(place, number)

    def tell(
        self,
        sentence: Callable[[Language], str],
        tone: Tone = Tone.PLAIN,
        *,
        remedy: tuple[Callable[[], str], Callable[[], None]] | None = None,
        passing: bool = False,
    ) -> None:
        """Tell something in the banner; arguments as of `Telling`."""
        self.told.emit(Telling(sentence, tone, remedy, passing))

    def tell_error(self, error: Exception) -> None:
        """What is done with an error that a screen does not know better: a banner, or the crash dialog."""
        if isinstance(error, OfficeError):
            self.tell(error.sentence, Tone.WAIT if isinstance(error, StaleFile) else Tone.STOP)
        else:
            self.crashed.emit(error)

    def prefer(self, preferences: Preferences) -> None:
        """Take other preferences; the window puts them on and keeps them."""
        if preferences != self.preferences:
            self.preferences = preferences
            self.preferences_changed.emit(preferences)

    def _run(
        self,
        lane: Lane,
        work: Callable[[Task], T],
        owner: QObject,
        done: Callable[[T], None],
        failed: Failed | None,
    ) -> Task:
        def worked(task: Task) -> T:
            try:
                return work(task)
            except OfficeError as error:
                # The sentences stand in a file: it is read here, so that telling them on the main thread reads none.
                error.sentence(self.reader.language)
                raise

        return self.lanes.run(lane, worked, done=done, failed=failed or self.tell_error, owner=owner)


def _now() -> datetime:
    return datetime.now(UTC)
