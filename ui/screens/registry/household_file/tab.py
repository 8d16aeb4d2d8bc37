"""What every tab of a household's file is, and which there are.

TO ADD A TAB: its line in `TABS`; its class, a `HouseholdTab`, in the room that it shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.values.errors import OfficeError, Unreachable
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.fields.sentences import sentence_of
from ui.parts.states import StateStack
from ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from desktop.office.answers import Changes
    from desktop.registry.answers import HouseholdAnswer


class HouseholdTab(Worded, QWidget):
    """One tab; made when somebody first opens it, told of every file that the screen opens while it is shown.

    A tab builds its widgets in its constructor without asking the office anything.
    """

    day_asked = Signal(object)
    """A day (`date`) as of which the whole file is to be shown; None for today."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace

    @property
    def reader(self) -> Reader:
        """How values are shown to who sits here."""
        return self.workplace.reader

    def show_file(self, file: HouseholdAnswer, part: str = "") -> None:
        """Show this tab of a file, read what it needs besides; `part` is the JSON Pointer or key to go to, if any."""

    def touched(self, changes: Changes) -> None:
        """Refresh what somebody's work touched, without moving cursor or scroll bar."""

    def relooked(self) -> None:
        """Take the colours and sizes of a new look, where the style sheet does not."""

    def keep(self) -> None:
        """Put what was typed on the shelf."""

    def tell_failure(self, states: StateStack, error: Exception, *, held: bool) -> None:
        """Tell that what the tab shows could not be read.

        Args:
            states: in which it would stand.
            error: what went wrong.
            held: whether it was read before; then it stays to be looked at, and the banner tells.
        """
        if not isinstance(error, OfficeError) or held:
            self.workplace.tell_error(error)
        elif isinstance(error, Unreachable):
            states.show_offline()
        else:
            states.show_failed(lambda: sentence_of(error, self.reader))


@dataclass(frozen=True, slots=True)
class TabFacts:
    """A tab before it is made: its name in a `Destination.part` (`NAME` or `NAME#POINTER`), where its class stands.

    `permission` is the value of the `Permission` that one needs to see it; None for whoever may open the file.
    """

    name: str
    module: str
    tab: str
    permission: str | None = None


TABS = (
    TabFacts("family", "ui.screens.registry.household_file.family", "FamilyTab"),
    TabFacts("means", "ui.screens.registry.household_file.means", "MeansTab"),
    TabFacts("eligibility", "ui.screens.casework.eligibility", "EligibilityTab"),
    TabFacts("decisions", "ui.screens.casework.decisions", "DecisionsTab"),
    TabFacts("documents", "ui.screens.issuing.household_documents", "HouseholdDocumentsTab"),
    TabFacts("empowerment", "ui.screens.empowerment.household_courses", "HouseholdCoursesTab"),
    TabFacts("history", "ui.screens.registry.household_file.history", "HistoryTab"),
)
"""In the order of the strip."""
