"""The registration wizard as a state machine: every event gives another state, and no state knows a widget.

The same machine amends a file: `amend` opens it at a version, `begin` starts a new one. An event that a state has no
use for leaves it as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Self

import msgspec

from desktop.facts.codes import Country, Role, Section
from desktop.facts.household_file import HouseholdFile
from desktop.values.errors import Faults, OfficeError, Unreachable
from ui.screens.registry.registration.changes import Change, changes
from ui.screens.registry.registration.completeness import Completeness, completeness
from ui.screens.registry.registration.examination import Examination, Fault, Weight, examine, fault_of
from ui.screens.registry.registration.fields import step_of
from ui.screens.registry.registration.form import Form, Opened, Phase
from ui.screens.registry.registration.persons import persons
from ui.screens.registry.registration.relevance import ShownGroup, item_fields, shown_groups
from ui.screens.registry.registration.slots import HOUSEHOLD, MEMBERS, new_key, spot
from ui.screens.registry.registration.steps import Step
from ui.screens.registry.registration.told import typed_of
from ui.screens.registry.registration.typed import Items, Text, Typed

__all__ = ["Opened", "Phase", "Step", "Wizard", "amend", "begin"]

# Longer ones are no reference that the program gave, and would be no number of a key.
_NUMBER = re.compile("[0-9]{1,9}")
_ALL_STEPS = frozenset(Step) - {Step.DONE}


class Wizard(Form, frozen=True):
    """One state of the wizard, with every event; see `Form` for what it holds."""

    # --- going about -------------------------------------------------------------------------------------------

    def reachable(self, step: Step) -> bool:
        """Whether a step can be gone to: all of them in any order while one types, only the end once it is over."""
        if self.phase is Phase.DONE:
            return step is Step.DONE
        return self.phase is Phase.TYPING and step is not Step.DONE

    def go(self, step: Step) -> Self:
        """Go to a step; what the one left behind lacks is told from now on."""
        if not self.reachable(step) or step is self.step:
            return self
        return msgspec.structs.replace(self, step=step, seen=self.seen | {self.step}, at="")

    def next(self) -> Self:
        """Go to the next step, also with something still open: nobody is held at a question they cannot answer."""
        return self.go(self.step.follower)

    def back(self) -> Self:
        """Go to the step before."""
        return self.go(self.step.forerunner)

    def go_to(self, slot: str, today: dt.date) -> Self:
        """Go to where a slot is shown, bringing up all facts if this one was not thought worth asking."""
        gone = self.go(step_of(slot))
        if gone.step is not step_of(slot) or spot(slot) is None or gone.shows(slot, today):
            return gone
        return gone.show_everything(everything=True)

    def show_everything(self, *, everything: bool) -> Self:
        """Show also what is not worth asking of this family, or no longer."""
        return msgspec.structs.replace(self, everything=everything)

    def groups(self, today: dt.date, step: Step | None = None) -> tuple[ShownGroup, ...]:
        """What a step shows, by default the present one."""
        return _groups(self.typed, today, step or self.step, self.everything)

    def fields_of(self, item: str, today: dt.date) -> tuple[str, ...]:
        """Slots of the facts to show of an item of a list."""
        found = spot(item)
        if found is None or found.entity.name in {"household", "member"}:
            raise KeyError(item)
        return item_fields(self.typed, self.examined(today).ages, item, found.entity.name, everything=self.everything)

    def shows(self, slot: str, today: dt.date) -> bool:
        """Whether the step that a fact belongs to shows it now; an object is shown where one of its facts is."""
        found = spot(slot)
        if found is None or found.fact is None:
            return found is not None
        place = found.item + found.fact.pointer
        if found.entity.name in {"household", "member"}:
            groups = self.groups(today, step_of(slot))
            shown = {each.listed for each in groups} | {each.slot for group in groups for each in group.fields}
        else:
            shown = {*self.fields_of(found.item, today)}
        return any(each is not None and f"{each}/".startswith(f"{place}/") for each in shown)

    # --- what is wrong, and the end ----------------------------------------------------------------------------

    def examined(self, today: dt.date) -> Examination:
        """What was typed, looked through as of the office's day."""
        return examine(self.typed, today)

    def faults(self, today: dt.date) -> tuple[Fault, ...]:
        """Everything that stands in the way, and what the registry refused."""
        return (*self.examined(today).faults, *self.refusals)

    def doubts(self, today: dt.date) -> tuple[Fault, ...]:
        """What is worth a second look and stands in the way of nothing."""
        doubts = self.examined(today).doubts
        if not self.unanswered:
            return doubts
        return (fault_of(self.typed, OfficeError("registration.sent_before"), Weight.DOUBT), *doubts)

    def told(self, today: dt.date) -> tuple[Fault, ...]:
        """The faults to show by now: of a field not while one types in it, of an empty one not before it is left."""
        return tuple(each for each in self.faults(today) if self._is_told(each))

    def _is_told(self, fault: Fault) -> bool:
        if fault.weight is Weight.REFUSED or fault.step in self.seen or fault.slot in self.left:
            return fault.slot != self.at or not self.at
        return fault.weight is not Weight.MISSING and fault.slot != self.at

    def ready(self, today: dt.date) -> bool:
        """Whether it may be submitted; what the registry refused may be tried again, since the world moves on."""
        return self.phase is Phase.TYPING and self.examined(today).file is not None

    def draft(self, today: dt.date) -> HouseholdFile | None:
        """The canonical file for `registry.service.register` or `amend`; None while anything stands in the way."""
        return self.examined(today).file

    def completeness(self, today: dt.date, step: Step | None = None) -> Completeness:
        """Questions answered and open, of a step or by default of the whole form."""
        steps = (step,) if step not in {None, Step.REVIEW, Step.DONE} else _ALL_STEPS
        return sum((_completeness(self.typed, today, each) for each in Step if each in steps), Completeness(0, ()))

    def changes(self) -> tuple[Change, ...]:
        """What the form says otherwise than it did at the start, in reading order; another spelling is no change."""
        return changes(self.base, self.typed)

    @property
    def pristine(self) -> bool:
        """Whether nothing differs from what stood there at the start."""
        return self.typed == self.base

    def submitted(self, today: dt.date) -> Self:
        """Send it if it is ready; else go to the first fault and tell them all."""
        if self.phase is not Phase.TYPING:
            return self
        if not self.ready(today):
            step = self.faults(today)[0].step
            return msgspec.structs.replace(self, seen=_ALL_STEPS, step=step, at="")
        return msgspec.structs.replace(
            self, phase=Phase.SENDING, step=Step.REVIEW, seen=_ALL_STEPS, at="", refusals=(), unanswered=True
        )

    def refused(self, error: OfficeError) -> Self:
        """The registry refused what was sent: back to typing, at the first fault that it named."""
        if self.phase is not Phase.SENDING:
            return self
        told = error.faults if isinstance(error, Faults) else (error,)
        refusals = tuple(fault_of(self.typed, each, Weight.REFUSED) for each in told or (error,))
        # Of a line that broke nobody knows on which side of it the file was kept.
        unanswered = isinstance(error, Unreachable)
        return msgspec.structs.replace(
            self, phase=Phase.TYPING, refusals=refusals, step=refusals[0].step, unanswered=unanswered
        )

    def registered(self, file_number: str) -> Self:
        """The registry kept it under that number: the end."""
        if self.phase is not Phase.SENDING:
            return self
        return msgspec.structs.replace(
            self, phase=Phase.DONE, step=Step.DONE, file_number=file_number, unanswered=False
        )

    def resumed(self) -> Self:
        """A state that was kept is gone on with: one types again, whatever was going on when it was kept."""
        if self.phase is Phase.DONE:
            return self
        return msgspec.structs.replace(self, phase=Phase.TYPING, at="")


@lru_cache(maxsize=16)
def _groups(typed: Typed, today: dt.date, step: Step, everything: bool) -> tuple[ShownGroup, ...]:
    return shown_groups(typed, examine(typed, today).ages, step, everything=everything)


# The steps of one state, and of the one before.
@lru_cache(maxsize=16)
def _completeness(typed: Typed, today: dt.date, step: Step) -> Completeness:
    return completeness(typed, examine(typed, today).ages, step)


def begin(*, office: str, country: Country, region: str = "", section: Section = Section.GENERAL) -> Wizard:
    """A new registration at an office: its code, country and region are filled in, and a head without a name."""
    head = f"{MEMBERS}/{new_key(1)}"
    texts = {
        f"{HOUSEHOLD}/country": country.value,
        f"{HOUSEHOLD}/office": office,
        f"{HOUSEHOLD}/section": section.value,
        f"{HOUSEHOLD}/address/region": region,
        f"{head}/ref": "m1",
        f"{head}/role": Role.HEAD.value,
    }
    entries = {slot: Text(text) for slot, text in texts.items() if text}
    typed = Typed({MEMBERS: Items((new_key(1),)), **entries})
    return Wizard(typed=typed, base=typed, number=2)


def amend(file: HouseholdFile, *, file_number: str, version: int) -> Wizard:
    """A registered file as it was opened at a version, to be made to say something else."""
    typed = typed_of(file)
    return Wizard(typed=typed, base=typed, number=_first_free(typed), opened=Opened(file_number, version))


def _first_free(typed: Typed) -> int:
    """A number above that of every key and reference, so that nobody new is taken for somebody who was removed."""
    keys = [key for entry in typed.entries.values() if isinstance(entry, Items) for key in entry.keys]
    refs = [person.ref for person in persons(typed)]
    numbers = [re.sub("^[^0-9]+", "", name) for name in (*keys, *refs)]
    return max((int(number) for number in numbers if _NUMBER.fullmatch(number)), default=0) + 1
