"""What can be undone and done again: each change of the form as the difference that it made."""

from __future__ import annotations

import msgspec

from ui.screens.registry.registration.steps import Step
from ui.screens.registry.registration.typed import Patch, Typed

MOST = 500
"""Changes kept; a long registration has a few hundred. The oldest are forgotten first, what they typed is not."""


class Edit(msgspec.Struct, frozen=True, array_like=True):
    """One change: what it made different, the step it was made on, and the slot to go to when it is undone."""

    patch: Patch
    step: Step
    slot: str


class History(msgspec.Struct, frozen=True):
    """Changes that can be taken back, the last one last, and those taken back, the next one last."""

    done: tuple[Edit, ...] = ()
    undone: tuple[Edit, ...] = ()

    def after(self, before: Typed, now: Typed, *, step: Step, slot: str, going_on: bool) -> History:
        """With the change from `before` to `now`; `going_on` makes it one with the change before it."""
        if going_on and self.done:
            before = before.patched(self.done[-1].patch, back=True)
            patch = before.difference(now)
            rest = self.done[:-1]
            return History((*rest, Edit(patch, step, slot)) if patch else rest)
        return History((*self.done, Edit(before.difference(now), step, slot))[-MOST:])

    def back(self) -> History:
        """With the last change among those taken back."""
        return History(self.done[:-1], (*self.undone, self.done[-1]))

    def forth(self) -> History:
        """With the change taken back last among those done."""
        return History((*self.done, self.undone[-1]), self.undone[:-1])
