"""How far a step or the page of a person is, as a sign with a word: to mend, facts open, or complete."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QObject

from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.screens.registry.registration.examination import Fault, Weight
from ui.screens.registry.registration.slots import HOUSEHOLD, MEMBERS, owner_of
from ui.screens.registry.registration.states import Wizard
from ui.screens.registry.registration.steps import Step
from ui.theme.tokens import Tone


class StepStates(QObject):
    """Says how far steps and pages are, in the language of the moment."""

    def step_mark(self, wizard: Wizard, step: Step, today: date, reader: Reader) -> Mark:
        """The mark of a step; the review tells what is left of all of them."""
        told = [fault for fault in wizard.told(today) if fault.step is step or step is Step.REVIEW]
        if step is not Step.REVIEW:
            return self._mark(wizard.completeness(today, step).open, told, reader)
        return self._mark((), told, reader) if told else Mark(Tone.PLAIN, self.tr("Last step"), Sign.ENTER)

    def owner_marks(self, wizard: Wizard, step: Step, today: date, reader: Reader) -> dict[str, Mark]:
        """The mark of each member, and of the household, on a step."""
        open_slots: dict[str, list[str]] = {}
        told: dict[str, list[Fault]] = {}
        for slot in wizard.completeness(today, step).open:
            open_slots.setdefault(owner_of(slot), []).append(slot)
        for fault in wizard.told(today):
            if fault.step is step:
                told.setdefault(owner_of(fault.slot), []).append(fault)
        owners = (HOUSEHOLD, *wizard.typed.items(MEMBERS))
        return {each: self._mark(open_slots.get(each, ()), told.get(each, ()), reader) for each in owners}

    def _mark(self, open_slots: Collection[str], faults: Collection[Fault], reader: Reader) -> Mark:
        wrong, unknown = sum(fault.weight is not Weight.DOUBT for fault in faults), len(open_slots)
        if wrong:
            return Mark(Tone.STOP, reader.digits(self.tr("%n to mend", "", wrong)))
        if unknown:
            return Mark(Tone.UNKNOWN, reader.digits(self.tr("%n not known yet", "", unknown)))
        return Mark(Tone.GOOD, self.tr("Complete"))
