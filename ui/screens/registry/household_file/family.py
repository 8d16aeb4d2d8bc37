"""The family: its members one below the other, where it lives, and whoever matters to it from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from ui.background.lanes import Task
from ui.parts.card import Card
from ui.parts.text import Text
from ui.screens.registry.household_file.columns import TwoColumns
from ui.screens.registry.household_file.entering import enter_of
from ui.screens.registry.household_file.member_row import MemberRow, Place
from ui.screens.registry.household_file.people import NAMELESS_OUTSIDE, name_said, outside_said
from ui.screens.registry.household_file.tab import HouseholdTab
from ui.screens.registry.household_file.told import ToldFact, ToldGroup, told_groups
from ui.screens.registry.household_file.told_facts import ToldFacts
from ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from desktop.facts.household_file import OutsidePerson
    from desktop.registry.answers import HouseholdAnswer

_SHOWN_ELSEWHERE = frozenset({"person", "incomes", "all_income", "assets"})
"""Groups of a member that the row itself or another tab shows."""

_CONTACT, _DWELLING, _MAKE_UP = ("contact",), ("dwelling",), ("make_up", "file")
_HEAD_OF_FILE = frozenset({"/household/country", "/household/section", "/household/file_number"})
"""What the head of the screen says already."""


class FamilyTab(HouseholdTab):
    """Members, address and telephone, dwelling, persons outside; what is not known leads to its field."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.setObjectName("family")
        self._file: HouseholdAnswer | None = None
        self._rows: dict[str, MemberRow] = {}
        self._groups: tuple[ToldGroup, ...] = ()
        self._sought = ""
        self._task: Task | None = None
        self._page = TwoColumns(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._members = Card(lambda: self.tr("Members of the household"), self._page)
        self._members.column.setSpacing(0)
        self._outside = Card(lambda: self.tr("Persons outside the dwelling"), self._page)
        self._page.main.addWidget(self._members)
        self._page.main.addWidget(self._outside)
        self._list, self._others = QWidget(self._members), QWidget(self._outside)
        for card, widget in ((self._members, self._list), (self._outside, self._others)):
            below = QVBoxLayout(widget)
            below.setContentsMargins(0, 0, 0, 0)
            below.setSpacing(0)
            card.column.addWidget(widget)
        self._cards: list[tuple[Card, tuple[str, ...]]] = []
        self._facts: list[ToldFacts] = []
        for heading, keys in (
            (lambda: self.tr("Address and telephone"), _CONTACT),
            (lambda: self.tr("Dwelling"), _DWELLING),
            (lambda: self.tr("The household"), _MAKE_UP),
        ):
            card = Card(heading, self._page)
            card.hide()
            self._cards.append((card, keys))
            self._page.side.addWidget(card)

    @override
    def show_file(self, file: HouseholdAnswer, part: str = "") -> None:
        other = self._file is None or self._file.id != file.id
        if self._task is not None:
            self._task.cancel()
        self._sought = part
        if other:
            self._groups = ()
        if self._file != file:
            self._file = file
            self._show(unfolded=set() if other else {ref for ref, row in self._rows.items() if row.unfolded})
        if other:
            self._page.verticalScrollBar().setValue(0)
        self._tell()

    @override
    def reworded(self) -> None:
        self._again()

    @override
    def relooked(self) -> None:
        self._page.relooked()
        self._again()

    def _again(self) -> None:
        if self._file is not None:
            self._show(unfolded={ref for ref, row in self._rows.items() if row.unfolded})
            self._tell()

    def _tell(self) -> None:
        """Word the facts beside the main thread: a large family has hundreds of them."""
        if self._file is None:
            return
        file, reader, today = self._file.file, self.reader, self._file.as_of
        self._task = self.workplace.own(self, lambda: told_groups(file, reader, today), done=self._take)

    def _take(self, groups: tuple[ToldGroup, ...]) -> None:
        self._groups = groups
        self._show_facts()
        if self._sought:
            self._page.bring(self._place(self._sought))
            self._sought = ""

    def _place(self, pointer: str) -> QWidget:
        """The widget that shows what a JSON Pointer points at."""
        parts = pointer.split("/")
        if parts[:2] == ["", "members"] and len(parts) > 2 and parts[2].isdecimal():
            rows = list(self._rows.values())
            if int(parts[2]) < len(rows):
                return rows[int(parts[2])].sought(pointer)
        if pointer.startswith("/household/outside"):
            return self._outside
        return next((found for each in self._facts if (found := each.sought(pointer)) is not None), self._list)

    def _show(self, *, unfolded: set[str]) -> None:
        file = self._file
        if file is None:
            return
        scrolled = self._page.verticalScrollBar().value()
        _clear(self._list)
        self._rows = {}
        below = self._list.layout()
        for index, member in enumerate(file.file.members):
            if index and below is not None:
                below.addWidget(_line(self._list))
            place = Place(index, enter_of(self.workplace, file))
            row = MemberRow(member, place, self.reader, file.as_of, self._list)
            self._rows[member.ref] = row
            if below is not None:
                below.addWidget(row)
            if member.ref in unfolded:
                row.unfold()
        self._show_outside(file)
        self._show_facts()
        self._page.verticalScrollBar().setValue(scrolled)

    def _show_facts(self) -> None:
        for index, row in enumerate(self._rows.values()):
            own = [each for each in self._groups if each.owner == f"/members/{index}"]
            below = [each for each in own if each.key not in _SHOWN_ELSEWHERE]
            row.show_groups(below, unknown=sum(each.unknown for each in own))
        for each in self._facts:
            each.hide()
            each.deleteLater()
        self._facts = []
        for card, keys in self._cards:
            told = [fact for group in self._groups if group.key in keys for fact in group.facts if _worth(fact)]
            card.setVisible(bool(told))
            if told and self._file is not None:
                facts = ToldFacts(enter_of(self.workplace, self._file), card)
                facts.show_facts(told, self.reader)
                card.column.addWidget(facts)
                self._facts.append(facts)

    def _show_outside(self, file: HouseholdAnswer) -> None:
        people = file.file.household.outside
        _clear(self._others)
        self._outside.setVisible(people is not UNSET and bool(people))
        below = self._others.layout()
        for number, person in enumerate(people if people is not UNSET else ()):
            if below is None:
                return
            if number:
                below.addWidget(_line(self._others))
            below.addWidget(self._person(person))

    def _person(self, person: OutsidePerson) -> QWidget:
        row = QFrame(self._others)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        name, rest = Text("strong", row, wraps=True), Text("small", row, wraps=True)
        name.setText(name_said(person.name, NAMELESS_OUTSIDE, self.reader))
        rest.setText(outside_said(person, self.reader) or self.tr("Nothing else is known."))
        column.addWidget(name)
        column.addWidget(rest)
        return row


def _worth(fact: ToldFact) -> bool:
    return fact.pointer not in _HEAD_OF_FILE


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("kind", "line")
    return line


def _clear(widget: QWidget) -> None:
    below = widget.layout()
    while below is not None and (item := below.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
