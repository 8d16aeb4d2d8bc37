"""One household: its head, its tabs, and at the foot what can be done with the file."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.errors import OfficeError, Unreachable
from ui.background.lanes import Task
from ui.parts.states import StateStack
from ui.parts.tabs import TabStrip
from ui.screens.registry.household_file.action_bar import ActionBar
from ui.screens.registry.household_file.day_strip import DayStrip
from ui.screens.registry.household_file.entering import may_change
from ui.screens.registry.household_file.heading import HouseholdHeading
from ui.screens.registry.household_file.reading import Head, read_head
from ui.screens.registry.household_file.reason_panel import ReasonPanel
from ui.screens.registry.household_file.standing_acts import acts_of
from ui.screens.registry.household_file.standing_change import StandingChange
from ui.screens.registry.household_file.tab import TABS, HouseholdTab
from ui.shell.destinations import Destination, Place
from ui.shell.screen import Screen
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from datetime import date

    from desktop.office.answers import Changes
    from desktop.registry.answers import HouseholdAnswer

FIRST = TABS[0].name


class HouseholdScreen(Screen):
    """A file; the destination's key is its number, its part `NAME` or `NAME#POINTER` of a tab."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._number = ""
        self._as_of: date | None = None
        self._wanted = (FIRST, "")
        self._head: Head | None = None
        self._unknown = self._arriving = False
        self._task: Task | None = None
        self._tabs: dict[str, HouseholdTab] = {}
        self._seen: dict[str, HouseholdAnswer] = {}

        page = QWidget(self)
        self.states = StateStack(page, self)
        self.heading, self.strip = HouseholdHeading(page), TabStrip(page)
        self.day, self.stack = DayStrip(page), QStackedWidget(page)
        self.reason, self.bar = ReasonPanel(page), ActionBar(page)
        upper = QVBoxLayout()
        upper.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, 0)
        upper.setSpacing(GRID)
        for widget in (self.heading, self.strip, self.day):
            upper.addWidget(widget)
        upper.addWidget(self.stack, 1)
        upper.addWidget(self.reason)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(upper, 1)
        column.addWidget(self.bar)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)

        self.allowed = [facts for facts in TABS if facts.permission is None or workplace.may(facts.permission)]
        self._buttons = {
            facts.name: self.strip.add(facts.name, partial(self._tab_words, facts.name)) for facts in self.allowed
        }
        self.strip.chosen.connect(self._chosen)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._next_tab, step))
        self.states.retry.connect(self._retry)
        self.states.stopped.connect(self._stop)
        self.day.back.connect(lambda: self._show_day(None))
        self.bar.edit.connect(self._edit)
        self.bar.assess.connect(lambda: self._chosen("eligibility"))
        self.bar.print_.connect(lambda: self._chosen("documents"))
        self.standing = StandingChange(workplace, self.reason, self.bar, lambda: self.file, self._read_anew, self)

    @property
    def tab(self) -> HouseholdTab | None:
        """The tab that is open."""
        current = self.stack.currentWidget()
        return current if isinstance(current, HouseholdTab) else None

    @property
    def file(self) -> HouseholdAnswer | None:
        """The file that is shown."""
        return self._head.file if self._head is not None else None

    @override
    def open(self, destination: Destination) -> None:
        name, _, pointer = destination.part.partition("#")
        if destination.key != self._number:
            self._number, self._as_of, self._head = destination.key, None, None
            self._seen.clear()
            self.standing.leave()
            self.states.show_loading()
            self._wanted, self._arriving = (name or FIRST, pointer), True
        else:
            self._wanted = (name or FIRST, pointer)
        if self._head is not None:
            self._choose(*self._wanted)
            self._wanted = (self._wanted[0], "")
        self._read()

    @override
    def touched(self, changes: Changes) -> None:
        if self._concerns(changes):
            self._seen.clear()
            self._read()
        if self.tab is not None:
            self.tab.touched(changes)

    @override
    def keep(self) -> None:
        for tab in self._tabs.values():
            tab.keep()

    @override
    def reworded(self) -> None:
        if self._head is not None:
            self._show_head(self._head)

    @override
    def relooked(self) -> None:
        for tab in self._tabs.values():
            tab.relooked()

    @override
    def _hear(self, changes: Changes, sender: QObject | None) -> None:
        # A tab has shown its own work already; the head and the other tabs have not.
        tab = self.tab
        if tab is not None and isinstance(sender, QWidget) and (sender is tab or tab.isAncestorOf(sender)):
            if self._concerns(changes):
                self._seen = {name: seen for name, seen in self._seen.items() if self._tabs[name] is tab}
                self._read()
            return
        super()._hear(changes, sender)

    def _concerns(self, changes: Changes) -> bool:
        return self._head is not None and self._head.file.id in changes.households

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        number, as_of = self._number, self._as_of

        def read(head: Head) -> None:
            if number == self._number and as_of == self._as_of:
                self._show(head)

        self._task = self.workplace.read(
            self, lambda desk: read_head(desk, number, as_of), done=read, failed=self._failed
        )

    def _show(self, head: Head) -> None:
        self._head, self._unknown = head, False
        self._show_head(head)
        self.states.show_content()
        _, pointer = self._wanted
        self._choose(*self._wanted)
        if self._arriving:
            self._arriving = False
            if not pointer:
                self._buttons[self.strip.current or FIRST].setFocus(Qt.FocusReason.OtherFocusReason)
        self._wanted = (self._wanted[0], "")

    def _show_head(self, head: Head) -> None:
        today = self.workplace.seat.today
        self.heading.show_head(head, self.reader, today)
        self.day.show_day(head.file.as_of if head.file.as_of != today else None, self.reader)
        self._show_acts(head.file)

    def _show_acts(self, file: HouseholdAnswer) -> None:
        """Offer what may be done with the file from the tab that is open; that of eligibility assesses by itself."""
        others = {facts.name for facts in self.allowed} - {self.strip.current}
        now = file.as_of == self.workplace.seat.today
        self.bar.show_acts(
            set(acts_of(self.workplace, file)),
            edit=may_change(self.workplace, file),
            assess=now and "eligibility" in others and self.workplace.may("assess"),
            issue=now and "documents" in others and self.workplace.may("issue"),
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            self.workplace.tell_error(error)
            return
        if self._head is not None and error.key != "registry.unknown_file":
            # What was read stays readable: only its refreshing failed.
            self.workplace.tell_error(error)
            return
        self._unknown = error.key == "registry.unknown_file"
        if isinstance(error, Unreachable) and error.key.startswith("database."):
            self.states.show_offline()
        else:
            remedy = (lambda: self.tr("Look for a household")) if self._unknown else None
            self.states.show_failed(lambda: self.reader.digits(error.sentence(self.reader.language)), remedy)

    def _retry(self) -> None:
        if self._unknown:
            self.workplace.go(Destination(Place.HOUSEHOLDS))
        else:
            self.states.show_loading()
            self._read()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._head is None:
            self.states.show_failed(lambda: self.tr("Opening the file was stopped."))

    def _choose(self, name: str, pointer: str) -> None:
        """Open a tab, made when somebody first does, and show the file in it unless it is shown there already."""
        facts = next((each for each in self.allowed if each.name == name), self.allowed[0])
        tab = self._tabs.get(facts.name)
        if tab is None:
            kind: type[HouseholdTab] = getattr(import_module(facts.module), facts.tab)
            tab = self._tabs[facts.name] = kind(self.workplace, self.stack)
            tab.day_asked.connect(self._show_day)
            self.stack.addWidget(tab)
        self.stack.setCurrentWidget(tab)
        self.strip.select(facts.name)
        if self._head is not None:
            self._show_acts(self._head.file)
        if self._head is not None and (pointer or self._seen.get(facts.name) != self._head.file):
            self._seen[facts.name] = self._head.file
            tab.show_file(self._head.file, pointer)

    def _chosen(self, name: str) -> None:
        # Through the frame, so that «back» leads to the tab before.
        self.workplace.go(Destination(Place.HOUSEHOLD, self._number, name))

    def _next_tab(self, step: int) -> None:
        names = [facts.name for facts in self.allowed]
        here = names.index(self.strip.current) if self.strip.current in names else 0
        self._chosen(names[(here + step) % len(names)])

    def _show_day(self, day: date | None) -> None:
        self._as_of = None if day == self.workplace.seat.today else day
        self.standing.leave()
        self._read()

    def _edit(self) -> None:
        if self._head is not None:
            self.workplace.go(Destination(Place.REGISTRATION, self._head.file.file_number))

    def _read_anew(self) -> None:
        self._seen.clear()
        self._read()

    def _tab_words(self, name: str) -> str:
        return {
            "family": self.tr("Family"),
            "means": self.tr("Means"),
            "eligibility": self.tr("Eligibility"),
            "decisions": self.tr("Decisions"),
            "documents": self.tr("Documents"),
            "empowerment": self.tr("Empowerment"),
            "history": self.tr("History"),
        }[name]
