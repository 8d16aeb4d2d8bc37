"""One member of the family: who, how old, with which number, married or not, doing what; all the rest on request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from msgspec import UNSET
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.facts.codes import Sex
from desktop.facts.household_file import Member
from desktop.facts.vocabulary import pointer, vocabulary
from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.screens.registry.household_file.cells import Cells
from ui.screens.registry.household_file.people import (
    NAMELESS,
    age_said,
    birth_said,
    name_said,
    occupation_said,
    paper_said,
    role_said,
)
from ui.screens.registry.household_file.told import ToldGroup
from ui.screens.registry.household_file.told_facts import Enter, ToldFacts
from ui.theme.tokens import GRID, Tone

_WHO, _CELL, _NUMBER = 180, 112, 120
"""Pixels at 100 % text size, the same in every row, so that the eye can go down a column."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a member stands in the file, and what whoever looks may do.

    Args:
        index: in the list of members.
        enter: goes to the field of a fact; None for who may not.
    """

    index: int
    enter: Enter | None


class MemberRow(Worded, QFrame):
    """A member; `show_groups` brings the facts that unfold below."""

    def __init__(
        self, member: Member, place: Place, reader: Reader, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.member, self._place, self._reader, self._today = member, place, reader, today
        self._groups: tuple[ToldGroup, ...] = ()
        self._unknown = 0
        self._lists: list[ToldFacts] = []
        self._known: dict[str, QWidget] = {}
        self.setObjectName(f"member-{member.ref}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(GRID)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self._line = Cells(self)
        self._more = QPushButton(self)
        self._more.setProperty("kind", "quiet")
        self._more.setCheckable(True)
        self._more.setObjectName(f"more-{member.ref}")
        self._more.toggled.connect(lambda _on: self._unfold())
        row.addWidget(self._line, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._marks_line = QWidget(self)
        chips = FlowLayout(self._marks_line, across=GRID // 2)
        for mark in self._marks():
            chips.addWidget(Chip(mark, self._marks_line))
        self._missing = Chip(None, self._marks_line)
        chips.addWidget(self._missing)
        self._marks_line.setVisible(bool(self._marks()))
        column.addWidget(self._marks_line)
        self._rest = QWidget(self)
        self._under = QVBoxLayout(self._rest)
        self._under.setContentsMargins(0, 0, 0, GRID)
        self._under.setSpacing(GRID)
        self._rest.hide()
        column.addWidget(self._rest)
        self._cells()
        self.reworded()

    @property
    def unfolded(self) -> bool:
        """Whether the rest of what is known is shown."""
        return self._more.isChecked()

    def unfold(self) -> None:
        """Show the rest."""
        self._more.setChecked(True)

    def show_groups(self, groups: Sequence[ToldGroup], *, unknown: int) -> None:
        """Take the groups that unfold below, and how many facts of this member are not known, wherever they stand."""
        self._groups, self._unknown = tuple(groups), unknown
        self._missing.show_mark(self._missing_mark())
        self._marks_line.setVisible(self._missing.mark is not None or bool(self._marks()))
        if self.unfolded:
            self._unfold()

    def sought(self, at: str) -> QWidget:
        """The widget nearest to the fact at a JSON Pointer; unfolds the rest where the fact stands there."""
        for known, widget in self._known.items():
            if at == known or at.startswith(f"{known}/"):
                return widget
        self.unfold()
        found = next((place for each in self._lists if (place := each.sought(at)) is not None), None)
        return found or self._more

    @override
    def reworded(self) -> None:
        name = bare(name_said(self.member.name, NAMELESS, self._reader))
        self._more.setText(self.tr("Less") if self.unfolded else self.tr("More"))
        words = self.tr("Hide what else is known of {name}") if self.unfolded else self.tr("All facts of {name}")
        self._more.setAccessibleName(words.format(name=name))
        self._more.setToolTip(words.format(name=name))

    def _cells(self) -> None:
        member, reader = self.member, self._reader
        self._line.add(_WHO, name_said(member.name, NAMELESS, reader), role_said(member, reader), strong=True)
        age = age_said(member, reader, self._today)
        born = birth_said(member, reader)
        self._fact("birth_date", age or born, self.tr("born {day}").format(day=born) if age and born else "")
        number = "" if member.national_id is UNSET else reader.code(member.national_id)
        self._fact("national_id", number, paper_said(member, reader), width=_NUMBER)
        married, female = member.marital_status, member.sex is Sex.FEMALE
        sex = "" if member.sex is UNSET else reader.wording(member.sex.label)
        self._fact("marital_status", "" if married is UNSET else reader.wording(married.label_for(female=female)), sex)
        if member.sex is UNSET:
            self._fact("sex", "", "")
        doing = occupation_said(member, reader)
        self._fact("work", doing[0] if doing else "", doing[1] if doing else "")

    def _marks(self) -> list[Mark]:
        marks = []
        if self.member.death_date is not UNSET:
            words = self.tr("Deceased, {day}").format(day=self._reader.day(self.member.death_date))
            marks.append(Mark(Tone.PLAIN, words))
        if self.member.lives_in_dwelling is False:
            marks.append(Mark(Tone.WAIT, self.tr("Lives elsewhere"), Sign.DOT))
        return marks

    def _missing_mark(self) -> Mark | None:
        if not self._unknown:
            return None
        return Mark(Tone.UNKNOWN, self._reader.digits(self.tr("%n fact(s) not known", "", self._unknown)))

    def _fact(self, name: str, value: str, second: str, *, width: int = _CELL) -> None:
        """A cell; a link to the field where the value is unknown."""
        label = self._reader.wording(vocabulary()["member"].properties[name].label)
        at = pointer("member", self._place.index, name=name)
        if value:
            self._known[at] = self._line.add(width, value, second, label=label)
        else:
            self._known[at] = self._line.add_unknown(width, label, second, at, self._place.enter)

    def _unfold(self) -> None:
        self._rest.setVisible(self.unfolded)
        self.reworded()
        self._lists.clear()
        while (item := self._under.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not self.unfolded:
            return
        for group in self._groups:
            title = Text("strong", self._rest)
            title.setText(self._reader.wording(group.title))
            facts = ToldFacts(self._place.enter, self._rest, abreast=2)
            facts.show_facts(group.facts, self._reader)
            self._lists.append(facts)
            self._under.addWidget(title)
            self._under.addWidget(facts)
