"""Registering a household, or amending its file: opened on nothing, or on a file's number and a fact's JSON Pointer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError, StaleFile, Unreachable
from ui.background.lanes import Task
from ui.parts.states import StateStack
from ui.screens.registry.registration.merging import Encounter, Side, meet, rebased
from ui.screens.registry.registration.pages.compare_panel import ComparePanel
from ui.screens.registry.registration.pages.draft_offers import DraftOffers
from ui.screens.registry.registration.pages.filling import Filling
from ui.screens.registry.registration.pages.form_head import FormHead
from ui.screens.registry.registration.pages.form_view import FormView
from ui.screens.registry.registration.pages.keeping import Sheet
from ui.screens.registry.registration.pages.starting import Start, begun, opened
from ui.screens.registry.registration.typed import slot_of
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.office.answers import Changes
    from desktop.office.desk import Desk
    from desktop.registry.answers import HouseholdAnswer


class RegistrationScreen(Screen):
    """Forms stay as they are while one looks elsewhere, and each has its draft on the shelf all the time."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._key = self._part = ""
        self._views: dict[str, FormView] = {}
        self._comparing: tuple[FormView, Encounter] | None = None
        self._task: Task | None = None
        page = QWidget(self)
        self.states = StateStack(page, self)
        self.header, self.stack = FormHead(workplace, page), QStackedWidget(page)
        self.offers, self.compare = DraftOffers(workplace, self.stack), ComparePanel(self.stack)
        self.stack.addWidget(self.offers)
        self.stack.addWidget(self.compare)
        head = QVBoxLayout()
        head.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, 0)
        head.addWidget(self.header)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self.header.undo.connect(self._do(FormView.undo))
        self.header.redo.connect(self._do(FormView.redo))
        self.header.everything.connect(self._do(FormView.turn_everything))
        for keys, act in (
            ("Ctrl+Z", self._do(FormView.undo)),
            ("Ctrl+Y", self._do(FormView.redo)),
            ("Ctrl+Shift+Z", self._do(FormView.redo)),
            ("Ctrl+Shift+M", self._do(FormView.add_member)),
            ("Ctrl+Return", self._submit),
            ("Ctrl+Enter", self._submit),
            ("Alt+PgDown", self._do(lambda view: view.go(view.filling.wizard.step.follower))),
            ("Alt+PgUp", self._do(lambda view: view.go(view.filling.wizard.step.forerunner))),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.offers.begun.connect(self._begin)
        self.compare.decided.connect(self._decided)
        self.compare.closed.connect(self._close_compare)
        self.states.retry.connect(self._read)
        self.states.stopped.connect(self._stop)

    @property
    def view(self) -> FormView | None:
        """The form that is shown; None while a draft is offered or versions are compared."""
        current = self.stack.currentWidget()
        return current if isinstance(current, FormView) and self._views.get(self._key) is current else None

    @override
    def open(self, destination: Destination) -> None:
        self.keep()
        self._key, self._part = destination.key, destination.part
        view = self._views.get(self._key)
        if view is None:
            self._read()
            return
        self.states.show_content()
        self._show(view)
        self._go_to_part(view)

    @override
    def keep(self) -> None:
        for view in self._views.values():
            view.filling.keep()

    @override
    def touched(self, changes: Changes) -> None:
        for key, view in tuple(self._views.items()):
            if view.filling.household in changes.households and view.filling.wizard.pristine:
                # Nothing was typed: it is read anew when somebody comes back.
                self._forget(key)
                if key == self._key and self.isVisible():
                    self._read()

    @override
    def reworded(self) -> None:
        for view in self._views.values():
            view.reworded()
        self.compare.reread(self.reader)
        self._show_header()

    @override
    def relooked(self) -> None:
        for view in self._views.values():
            view.relooked()

    # --- what is opened ----------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._stop()
        self.states.show_loading()
        key, seat = self._key, self.workplace.seat

        def read(start: Start) -> None:
            if key == self._key:
                self.offers.look(start, self._offered)

        if key:
            self._task = self.workplace.read(
                self, lambda desk: opened(desk, key), done=read, failed=partial(self._failed, key)
            )
        else:
            self._task = self.workplace.own(self, lambda: begun(seat), done=read, failed=partial(self._failed, key))

    def _offered(self, start: Start, *, any_drafts: bool) -> None:
        if not any_drafts:
            self._begin(start, None, None)
            return
        self.stack.setCurrentWidget(self.offers)
        self._show_header()
        self.states.show_content()
        self.offers.take_focus()

    def _begin(self, start: Start, key: str | None, sheet: Sheet | None) -> None:
        filling = Filling(self.workplace, start, self, key=key, sheet=sheet)
        view = FormView(filling, self.stack)
        filling.moved.connect(lambda _before, _after: self._show_header())
        filling.saved.connect(partial(self._saved, view))
        filling.stale.connect(partial(self._stale, view))
        self._views[self._key] = view
        self.stack.addWidget(view)
        self.states.show_content()
        self._show(view)
        if not self._go_to_part(view):
            view.begin()

    def _show(self, view: FormView) -> None:
        comparing = self._comparing is not None and self._comparing[0] is view
        self.stack.setCurrentWidget(self.compare if comparing else view)
        self.header.setVisible(not comparing)
        self._show_header()

    def _go_to_part(self, view: FormView) -> bool:
        part, self._part = self._part, ""
        if part:
            view.go_to(slot_of(view.filling.wizard.typed, part))
        return bool(part)

    def _forget(self, key: str) -> None:
        view = self._views.pop(key, None)
        if view is not None:
            self.stack.removeWidget(view)
            view.hide()
            view.filling.deleteLater()
            view.deleteLater()

    def _failed(self, key: str, error: Exception) -> None:
        if key != self._key:
            return
        if isinstance(error, Unreachable) and error.key.startswith("database."):
            self.states.show_offline()
        elif isinstance(error, OfficeError):
            self.states.show_failed(lambda: self.reader.digits(error.sentence(self.reader.language)))
        else:
            self.workplace.tell_error(error)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    # --- what is done ------------------------------------------------------------------------------------------

    def _submit(self) -> None:
        if self.stack.currentWidget() is self.compare:
            self.compare.submit()
        elif self.view is not None:
            self.view.submit()

    def _saved(self, view: FormView, answer: HouseholdAnswer) -> None:
        number, amended = answer.file_number, view.filling.amending
        for key in [key for key, each in self._views.items() if each is view]:
            self._forget(key)

        def words(_language: object) -> str:
            said = (
                self.tr("The amendment of file {number} is saved.")
                if amended
                else self.tr("The household is registered under file {number}.")
            )
            return said.format(number=self.reader.code(number))

        self.workplace.tell(words, Tone.GOOD, passing=True)
        if self.isVisible():
            self.workplace.go(Destination(Place.HOUSEHOLD, number))

    def _stale(self, view: FormView, stale: StaleFile) -> None:
        wizard, number = view.filling.wizard, view.filling.file_number

        def work(desk: Desk) -> Encounter:
            from desktop.registry.queries import open_file

            answer = open_file(desk, number)
            return meet(wizard, answer.file, file_number=answer.file_number, version=answer.version)

        def met(encounter: Encounter) -> None:
            self._comparing = (view, encounter)
            self.compare.show_encounter(encounter, stale, self.reader)
            if self._views.get(self._key) is view:
                self._show(view)
                self.compare.take_focus()

        self.workplace.read(self, work, done=met)

    def _decided(self, chosen: Mapping[str, Side]) -> None:
        if self._comparing is None:
            return
        view, encounter = self._comparing
        self._close_compare()
        view.filling.take(rebased(view.filling.wizard, encounter, chosen))
        view.submit()

    def _close_compare(self) -> None:
        view, self._comparing = self._comparing[0] if self._comparing is not None else None, None
        if view is not None:
            self._show(view)
            view.begin()

    def _do(self, act: Callable[[FormView], object]) -> Callable[[], None]:
        def done() -> None:
            if self.view is not None:
                act(self.view)

        return done

    def _show_header(self) -> None:
        view = self._views.get(self._key)
        filling = view.filling if view is not None else None
        self.header.show_form(self._key, filling, open_now=self.stack.currentWidget() is view)
