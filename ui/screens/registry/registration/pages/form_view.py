"""One form as it is seen: the steps above, the page of one, and the foot; everything shown follows from the form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.isolates import isolated
from ui.background.lanes import Task
from ui.language.worded import Worded
from ui.parts.undo_bar import UndoBar
from ui.screens.registry.registration.examination import examine
from ui.screens.registry.registration.form import Phase
from ui.screens.registry.registration.moment import Moment, moment_of
from ui.screens.registry.registration.pages.filling import Filling
from ui.screens.registry.registration.pages.foot_bar import FootBar
from ui.screens.registry.registration.pages.lookups import Lookups
from ui.screens.registry.registration.pages.review_page import ReviewPage
from ui.screens.registry.registration.pages.standing import StepStates
from ui.screens.registry.registration.pages.step_page import StepPage
from ui.screens.registry.registration.pages.step_strip import STEPS, StepStrip
from ui.screens.registry.registration.slots import HOUSEHOLD, MEMBERS
from ui.screens.registry.registration.states import Wizard
from ui.screens.registry.registration.steps import Step
from ui.screens.registry.registration.summary import member_line
from ui.screens.registry.registration.typed import Items
from ui.theme.tokens import GRID

PAUSE = 120
"""Milliseconds after the last key before what was typed is looked through."""


class FormView(Worded, QWidget):
    """The widgets of one form.

    A key changes its own field and nothing else; a moment after the last one the form is looked through beside the
    main thread, and only what is otherwise then is touched.
    """

    def __init__(self, filling: Filling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filling = filling
        self._workplace = filling.workplace
        self._task: Task | None = None
        self._states = StepStates(self)
        self._country = filling.wizard.typed.text(f"{HOUSEHOLD}/country")
        self.lookups = Lookups(filling)
        self.lookups.found.connect(self.refresh)
        self.strip, self.stack, self.foot = StepStrip(self), QStackedWidget(self), FootBar(self)
        self.undo_bar = UndoBar(self)
        self.undo_bar.setObjectName("undo_bar")
        self._pages: dict[Step, StepPage] = {}
        self.review = ReviewPage(filling, self.stack)
        self.review.asked.connect(self.go_to)
        self.stack.addWidget(self.review)
        upper = QVBoxLayout()
        upper.setContentsMargins(GRID * 3, 0, GRID * 3, 0)
        upper.setSpacing(GRID * 2)
        upper.addWidget(self.strip)
        upper.addWidget(self.stack, 1)
        upper.addWidget(self.undo_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(upper, 1)
        column.addWidget(self.foot)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(PAUSE)
        self._look.timeout.connect(self._look_through)
        self.strip.chosen.connect(self.go)
        self.foot.back.connect(lambda: self.go(filling.wizard.step.forerunner))
        self.foot.next.connect(lambda: self.go(filling.wizard.step.follower))
        self.foot.submit.connect(self.submit)
        filling.moved.connect(self._moved)
        filling.kept.connect(lambda at: self.foot.show_kept(at, self._workplace.reader, lost=at is None))
        self.refresh()

    # --- going about -------------------------------------------------------------------------------------------

    @property
    def page(self) -> StepPage | None:
        """The page of the step that is open; None on the last."""
        return self._pages.get(self.filling.wizard.step)

    def go(self, step: Step) -> None:
        """Go to a step, to its first field."""
        wizard = self.filling.wizard
        if wizard.reachable(step):
            self.filling.take(wizard.go(step))
            self.begin()

    def go_to(self, slot: str) -> None:
        """Go to the field of a slot."""
        self.filling.take(self.filling.wizard.go_to(slot, self.filling.today))
        self.refresh()
        if self.page is not None:
            self.page.bring(slot)

    def begin(self) -> None:
        """Put the keyboard into the first field of the step."""
        if self.page is not None:
            self.page.begin()
        else:
            self.review.take_focus()
            self.foot.submit_button.setFocus()

    # --- doing -------------------------------------------------------------------------------------------------

    def add_member(self) -> None:
        """One more member, with the keyboard in the first field of theirs."""
        item = self.filling.wizard.next_item(MEMBERS)
        wizard = self.filling.wizard.go(Step.MEMBERS).add(MEMBERS)
        if wizard.typed is self.filling.wizard.typed:
            return
        self.filling.take(wizard)
        page = self.page
        if page is not None:
            page.show_owner(item)
            page.begin()

    def undo(self) -> None:
        """Take the last change back, and go to where it was made."""
        self._step(self.filling.wizard.undo())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(self.filling.wizard.redo())

    def turn_everything(self) -> None:
        """Show also what is not worth asking of this family, or no longer."""
        wizard = self.filling.wizard
        self.filling.take(wizard.show_everything(everything=not wizard.everything))

    def submit(self) -> None:
        """Send the form; on any step but the last, go there first."""
        wizard = self.filling.wizard
        if wizard.step is not Step.REVIEW:
            self.go(Step.REVIEW)
            return
        card = self.review.amendment
        if wizard.phase is not Phase.TYPING or (
            card is not None and wizard.ready(self.filling.today) and not card.check()
        ):
            return
        self.filling.submit()
        if self.filling.wizard.phase is Phase.TYPING:
            self.show_refusal()

    def show_refusal(self) -> None:
        """Go to the first thing that stands in the way."""
        faults = self.filling.wizard.faults(self.filling.today)
        if faults and faults[0].slot and faults[0].step is not Step.REVIEW:
            self.go_to(faults[0].slot)
        else:
            self.begin()

    # --- showing -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the form as it is now."""
        self._look.stop()
        wizard, today, reader = self.filling.wizard, self.filling.today, self._workplace.reader
        turned = wizard.typed.text(f"{HOUSEHOLD}/country") != self._country
        if turned:
            self._forget_pages()
        moment = moment_of(wizard, today, reader, self.lookups.notices(reader))
        marks = {step: self._states.step_mark(wizard, step, today, reader) for step in STEPS}
        self.strip.show_steps(wizard.step, marks, reader)
        self.foot.show_completeness(wizard.completeness(today), reader)
        self.foot.show_step(
            first=wizard.step is STEPS[0],
            last=wizard.step in {Step.REVIEW, Step.DONE},
            amending=self.filling.amending,
            sending=wizard.phase is not Phase.TYPING,
        )
        self._show_page(moment)
        if turned and self.page is not None and self.isVisible():
            self.page.bring(f"{HOUSEHOLD}/country")

    @override
    def reworded(self) -> None:
        if hasattr(self, "review"):
            self.review.reworded()
            self.refresh()

    def relooked(self) -> None:
        """Take the colours and sizes of a new look."""
        self.foot.relooked()
        self.review.relooked()
        for page in self._pages.values():
            page.relooked()
        self.refresh()

    def _show_page(self, moment: Moment) -> None:
        step = moment.wizard.step
        if step in {Step.REVIEW, Step.DONE}:
            self.stack.setCurrentWidget(self.review)
            self.review.show_moment(moment)
            return
        page = self._pages.get(step)
        if page is None:
            page = self._pages[step] = StepPage(self.filling, step, self._offer_undo, self.stack)
            if page.owners is not None:
                page.owners.add_wanted.connect(self.add_member)
                page.owners.remove_wanted.connect(self._remove_member)
                page.owners.move_wanted.connect(self._move_member)
            self.stack.addWidget(page)
        page.show_moment(moment)
        self.stack.setCurrentWidget(page)

    def _moved(self, before: Wizard, after: Wizard) -> None:
        if self.undo_bar.offered and before.typed is not after.typed:
            # The way back leads over what was done last; that is something else now.
            self.undo_bar.dismiss.click()
        if _is_only_typing(before, after):
            self._look.start()
            return
        self.refresh()
        if before.phase is Phase.SENDING and after.phase is Phase.TYPING:
            self.show_refusal()

    def _look_through(self) -> None:
        """Look the form through on a lane; the answer is remembered, so that showing it costs next to nothing."""
        if self._task is not None:
            self._task.cancel()
        wizard, today = self.filling.wizard, self.filling.today

        def look() -> None:
            examine(wizard.typed, today)
            wizard.groups(today)
            wizard.completeness(today)

        self._task = self._workplace.own(self, look, done=lambda _none: self._looked(wizard))

    def _looked(self, wizard: Wizard) -> None:
        if wizard.typed is self.filling.wizard.typed:
            self.refresh()

    def _step(self, wizard: Wizard) -> None:
        before = self.filling.wizard
        if wizard is before:
            return
        self.filling.take(wizard)
        edit = (
            wizard.history.undone[-1]
            if len(wizard.history.done) < len(before.history.done)
            else wizard.history.done[-1]
        )
        if self.page is not None:
            self.page.bring(edit.slot)

    def _remove_member(self, member: str) -> None:
        line = member_line(self.filling.wizard.typed, member, self._workplace.reader, self.filling.today)
        wizard = self.filling.wizard.remove(member)
        if wizard is not self.filling.wizard:
            self.filling.take(wizard)
            self._offer_undo(line)

    def _move_member(self, member: str, by: int) -> None:
        wizard = self.filling.wizard
        members = wizard.typed.items(MEMBERS)
        self.filling.take(wizard.move(member, members.index(member) + by))

    def _offer_undo(self, what: str) -> None:
        self.undo_bar.offer(partial(self._removed_words, what), self.undo)

    def _removed_words(self, what: str) -> str:
        return self.tr("Removed: {what}").format(what=isolated(what))

    def _forget_pages(self) -> None:
        """Another country: other currency, other numbers, other fields."""
        self._country = self.filling.wizard.typed.text(f"{HOUSEHOLD}/country")
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages = {}


def _is_only_typing(before: Wizard, after: Wizard) -> bool:
    """Whether nothing but texts changed: no item came or went, and one is on the same step as before."""
    if (before.step, before.phase, before.everything) != (after.step, after.phase, after.everything):
        return False
    if len(after.history.undone) != len(before.history.undone):
        return False
    lists = (
        {slot: each for slot, each in one.typed.entries.items() if isinstance(each, Items)} for one in (before, after)
    )
    return next(lists) == next(lists)
