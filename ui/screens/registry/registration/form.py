"""The wizard's form: what is typed, with its history, and every event of typing; `states` adds the rest.

Whatever is typed stays, readable or not, until somebody changes it; an event at a place that is no longer there, or
while nothing can be typed, changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Self

import msgspec

from ui.screens.registry.registration import editing
from ui.screens.registry.registration.examination import Fault
from ui.screens.registry.registration.history import Edit, History
from ui.screens.registry.registration.slots import HOUSEHOLD, new_key
from ui.screens.registry.registration.steps import Step
from ui.screens.registry.registration.typed import Typed

_FIXED_WHEN_AMENDING = frozenset(f"{HOUSEHOLD}/{name}" for name in ("country", "section", "file_number"))


class Phase(StrEnum):
    """What the wizard is doing."""

    TYPING = "typing"
    SENDING = "sending"
    """The registry was asked and has not answered; what was sent stays as it was sent."""
    DONE = "done"


class Opened(msgspec.Struct, frozen=True):
    """The registered file that is amended, at the version it was opened with."""

    file_number: str
    version: int


class Form(msgspec.Struct, frozen=True):
    """One state of the wizard. What msgspec writes of it, it reads back equal, so every state can be kept.

    Args:
        typed: what is in the form now.
        base: what was in it at the start: the office's own defaults, or the file that is amended.
        phase: what it is doing.
        step: the page that is shown.
        opened: the file that is amended; None while registering.
        history: what can be undone and done again.
        number: of the next item's key; never used twice, also not after an undo.
        at: slot being typed at; changes there are one step of the history until it is left.
        left: slots that were left; what they lack is told from then on.
        seen: steps that were left; what they lack is told from then on.
        refusals: what the registry refused, until its fact is changed.
        everything: whether facts that are not worth asking are shown too.
        unanswered: whether the file was sent and nobody knows what became of it.
        file_number: of the file once it is registered or amended.
    """

    typed: Typed
    base: Typed
    phase: Phase = Phase.TYPING
    step: Step = Step.HOUSEHOLD
    opened: Opened | None = None
    history: History = History()
    number: int = 1
    at: str = ""
    left: frozenset[str] = frozenset()
    seen: frozenset[Step] = frozenset()
    refusals: tuple[Fault, ...] = ()
    everything: bool = False
    unanswered: bool = False
    file_number: str = ""

    def write(self, slot: str, text: str) -> Self:
        """Something was typed or chosen at a fact; '' takes it away. KeyError for a slot that is no fact of a file."""
        return self._edited(slot, lambda typed: editing.written(typed, slot, text), typing=True)

    def choose(self, slot: str, refs: tuple[str, ...] | None) -> Self:
        """People were chosen in a list of references; () is nobody, None unknown."""
        return self._edited(slot, lambda typed: editing.chosen(typed, slot, refs))

    def add(self, listed: str) -> Self:
        """An item was added to a list, at the slot that `next_item` names before."""
        edited = self._edited(self.next_item(listed), lambda typed: editing.added(typed, listed, self.number))
        return msgspec.structs.replace(edited, number=self.number + 1) if edited.typed is not self.typed else edited

    def next_item(self, listed: str) -> str:
        """The slot of the item that `add` would add."""
        return f"{listed}/{new_key(self.number)}"

    def remove(self, item: str) -> Self:
        """An item was taken out of its list with all that it holds; the last member stays."""
        return self._edited(item, lambda typed: editing.removed(typed, item))

    def move(self, item: str, to: int) -> Self:
        """An item was put at another place of its list."""
        return self._edited(item, lambda typed: editing.moved(typed, item, to))

    def tell_none(self, listed: str, *, none: bool = True) -> Self:
        """A list was said to hold nothing, or that was taken back; not while it has items."""
        return self._edited(listed, lambda typed: editing.told_none(typed, listed, none=none))

    def tell_asked(self, slot: str, *, asked: bool = True) -> Self:
        """An object (`…/work`) was said to have been asked about, with nothing else on record, or no longer."""
        return self._edited(slot, lambda typed: editing.held(typed, slot, asked=asked))

    def leave(self, slot: str) -> Self:
        """The field at a slot was left: what it lacks is told from now on."""
        left = self.left | {slot} if editing.is_there(self.typed, slot) else self.left
        return msgspec.structs.replace(self, at="", left=left)

    def undo(self) -> Self:
        """Take the last change back, on the step where it was made."""
        return self._stepped(self.history.done[-1], self.history.back(), back=True) if self.can_undo else self

    def redo(self) -> Self:
        """Do again what was taken back last, on the step where it was made."""
        return self._stepped(self.history.undone[-1], self.history.forth(), back=False) if self.can_redo else self

    def _stepped(self, edit: Edit, history: History, *, back: bool) -> Self:
        typed = self.typed.patched(edit.patch, back=back)
        standing = self._standing(edit.slot)
        return msgspec.structs.replace(self, typed=typed, history=history, step=edit.step, at="", refusals=standing)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self.phase is Phase.TYPING and bool(self.history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do again."""
        return self.phase is Phase.TYPING and bool(self.history.undone)

    def is_fixed(self, slot: str) -> bool:
        """Whether a fact is shown but not changed here: of a registered file its number, country and section."""
        return self.phase is not Phase.TYPING or (self.opened is not None and slot in _FIXED_WHEN_AMENDING)

    def _edited(self, slot: str, change: Callable[[Typed], Typed], *, typing: bool = False) -> Self:
        typed = change(self.typed)
        if typed is self.typed or self.is_fixed(slot):
            return self
        going_on = typing and self.at == slot
        history = self.history.after(self.typed, typed, step=self.step, slot=slot, going_on=going_on)
        # Typed back to what it was, a change is none, and the next one must not be added to the change before it.
        undone_by_hand = going_on and len(history.done) < len(self.history.done)
        at = slot if typing and not undone_by_hand else ""
        return msgspec.structs.replace(self, typed=typed, history=history, at=at, refusals=self._standing(slot))

    def _standing(self, changed: str) -> tuple[Fault, ...]:
        """Refusals that a change at a slot may not have mended."""
        return tuple(
            each
            for each in self.refusals
            if not each.slot or not (f"{each.slot}/".startswith(f"{changed}/") or changed.startswith(f"{each.slot}/"))
        )
