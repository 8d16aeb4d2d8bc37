"""Changing a file's standing from its screen: ask for the reason, do it, say what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.values.errors import OfficeError, StaleFile
from ui.screens.registry.household_file.action_bar import ActionBar
from ui.screens.registry.household_file.reason_panel import ReasonPanel
from ui.screens.registry.household_file.standing_acts import Act, done
from ui.screens.registry.household_file.standing_words import StandingWords
from ui.shell.workplace import Workplace
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.registry.answers import HouseholdAnswer

Shown = Callable[[], "HouseholdAnswer | None"]


class StandingChange(QObject):
    """Joins the buttons of the bar, the panel that asks, and the verbs.

    Args:
        workplace: where the verbs are done.
        panel: asks for the reason.
        bar: whose buttons ask for an act.
        shown: the file that is shown, whose version the verb carries.
        again: reads the file again: after it was changed, and where a colleague was faster.
        screen: owns the work.
    """

    def __init__(
        self,
        workplace: Workplace,
        panel: ReasonPanel,
        bar: ActionBar,
        shown: Shown,
        again: Callable[[], object],
        screen: QWidget,
    ) -> None:
        super().__init__(screen)
        self._workplace, self._panel, self._bar, self._screen = workplace, panel, bar, screen
        self._shown, self._again = shown, again
        self._words = StandingWords(self)
        self._act: Act | None = None
        bar.asked.connect(self.ask)
        panel.given.connect(self._do)
        panel.left.connect(self.leave)

    def ask(self, act: Act) -> None:
        """Ask for the reason of an act."""
        file = self._shown()
        if file is not None:
            self._act = act
            self._panel.ask(self._words.asked(act, file.section.value))

    def leave(self) -> None:
        """Leave everything as it is."""
        if self._act is None:
            return
        focus = self._screen.focusWidget()
        if focus is not None and self._panel.isAncestorOf(focus):
            self._bar.focus_act(self._act)
        self._act = None
        self._panel.hide()

    def _do(self, reason: str) -> None:
        act, file = self._act, self._shown()
        if act is None or file is None:
            return
        self._panel.set_busy(busy=True)
        self._workplace.write(
            self._screen,
            lambda desk: done(desk, act, file, reason),
            done=lambda _file: self._did(act),
            failed=lambda error: self._refused(act, error),
        )

    def _did(self, act: Act) -> None:
        self.leave()
        self._workplace.tell(lambda _language: self._words.told(act), Tone.GOOD, passing=True)
        self._again()

    def _refused(self, act: Act, error: Exception) -> None:
        self._panel.set_busy(busy=False)
        if not isinstance(error, OfficeError) or self._act is not act:
            self._workplace.tell_error(error)
            return
        reader = self._workplace.reader
        self._panel.show_fault(reader.digits(error.sentence(reader.language)))
        if isinstance(error, StaleFile):
            # The reason stays; what a colleague changed is read, and going ahead again takes the new version.
            self._again()
