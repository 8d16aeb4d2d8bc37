"""What every screen is: it is opened on a destination, shows what it read, and refreshes what a colleague touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.shell.destinations import Destination
from ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from desktop.office.answers import Changes


class Screen(Worded, QWidget):
    """A screen; the frame makes one for each place, keeps it while somebody sits here, and shows one at a time.

    A subclass builds its widgets in its constructor without asking the office anything, reads in `open`, and shows
    answers in methods that `reworded` may call again in another language.
    """

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self.workplace = workplace
        super().__init__(parent)
        self.setProperty("kind", "ground")
        workplace.changed.connect(self._hear)
        # Slots of its own, which Qt forgets with the screen; the workplace outlives whoever sits there.
        workplace.reader_changed.connect(self._reread)
        workplace.look_changed.connect(self._relook)

    @Slot(object)
    def _reread(self, _reader: Reader) -> None:
        self.reworded()

    @Slot(object)
    def _relook(self, _look: object) -> None:
        self.relooked()

    @property
    def reader(self) -> Reader:
        """How values are shown to who sits here."""
        return self.workplace.reader

    def open(self, destination: Destination) -> None:
        """Show what the destination names; called each time somebody comes here, so every screen has its own."""

    def relooked(self) -> None:
        """Take the colours and sizes of a new look, where the style sheet does not."""

    def touched(self, changes: Changes) -> None:
        """Refresh what somebody else's work touched, without moving the cursor or the scroll bar."""

    def keep(self) -> None:
        """Put what was typed on the shelf; called before the window locks, closes or crashes."""

    @override
    def reworded(self) -> None:
        """Show the answers again: another language, other digits or the other calendar leads."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        # After signing out a screen lives until the event loop turns; it has nobody to show anything to.
        if event.type() == QEvent.Type.LanguageChange and not self.workplace.taken:
            return
        super().changeEvent(event)

    def _hear(self, changes: Changes, sender: QObject | None) -> None:
        if sender is not self and not (isinstance(sender, QWidget) and self.isAncestorOf(sender)):
            self.touched(changes)
