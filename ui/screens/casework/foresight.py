"""What will change a stored answer and what would, worked out on a lane once the sheet is there to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.values.errors import OfficeError
from ui.background.lanes import Lane, Task
from ui.screens.casework.reading import shipped
from ui.screens.casework.sheet import Sheet
from ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from desktop.casework.answers import AssessmentAnswer
    from desktop.facts.assessment import Assessment


class Foresight(QObject):
    """Fills the cards of a sheet that a stored assessment leaves empty; each assessment is worked out once.

    Args:
        workplace: whose lane it is worked out on.
        sheet: whose cards are filled.
    """

    def __init__(self, workplace: Workplace, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sheet = sheet
        self._assessed: AssessmentAnswer | None = None
        self._foreseen: Assessment | None = None
        self._asking: Task | None = None

    def show_answer(self, assessed: AssessmentAnswer) -> None:
        """Show what is known of an assessment's days to come, and find it out if nobody has."""
        known = self._assessed is not None and self._assessed.id == assessed.id
        if not known:
            if self._asking is not None:
                self._asking.cancel()
            self._assessed, self._foreseen = assessed, None
        self._show()
        if not known:
            self._asking = self._workplace.lanes.run(
                Lane.READS, lambda task: _foresee(assessed, task), done=self._done, failed=self._failed, owner=self
            )

    def _done(self, foreseen: Assessment | None) -> None:
        self._asking, self._foreseen = None, foreseen
        self._show()

    def _failed(self, error: Exception) -> None:
        self._asking = None
        if not isinstance(error, OfficeError):
            self._workplace.tell_error(error)

    def _show(self) -> None:
        if self._assessed is not None:
            self._sheet.show_foresight(self._assessed, self._foreseen, self._workplace.reader)


def _foresee(assessed: AssessmentAnswer, task: Task) -> Assessment | None:
    """None where nobody waits any more."""
    if task.cancelled:
        return None
    from desktop.programmes.foresight.foreseen import foreseen

    return foreseen(assessed.answer, assessed.file, shipped(), member=assessed.member)
