"""The ways that lead from a family's assessment to other answers about it: every programme, and a supposed income."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.language.worded import Worded
from ui.screens.casework.claim_bar import ClaimBar
from ui.shell.destinations import Destination, Place
from ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from desktop.registry.answers import HouseholdAnswer


class WaysOnward(Worded, QWidget):
    """Buttons on a claim's bar; nothing of it is seen by itself.

    Args:
        bar: takes the buttons, and says which programme and day are chosen.
        workplace: where they lead.
    """

    def __init__(self, bar: ClaimBar, workplace: Workplace) -> None:
        super().__init__(bar)
        self.hide()
        self._bar, self._workplace = bar, workplace
        self._file: HouseholdAnswer | None = None
        self.every = bar.add_action("every", lambda: self.tr("Every programme"), self._to_every)
        self.job = bar.add_action("better-off", lambda: self.tr("If somebody earns"), self._to_job)
        self.job.setVisible(workplace.may("assess"))

    def show_file(self, file: HouseholdAnswer) -> None:
        """Lead on from this family."""
        self._file = file

    def _to_every(self) -> None:
        """Go to what every programme answers on the day that is chosen."""
        if self._file is not None and self._bar.readable():
            day = self._bar.claim.on
            part = "" if day == self._workplace.seat.today else day.isoformat()
            self._workplace.go(Destination(Place.EVERY_PROGRAMME, self._file.file_number, part))

    def _to_job(self) -> None:
        """Go to what an income would leave the family, under the programme that is chosen."""
        if self._file is not None:
            programme = self._bar.claim.programme_id
            self._workplace.go(Destination(Place.BETTER_OFF, self._file.file_number, programme))
