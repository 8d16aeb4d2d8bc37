"""Criteria of whom and of which category: a heading with its sign and word, the criteria below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.facts.assessment import Amount, Assessment, Category, CriterionResult, MemberResult
from desktop.facts.codes import CategoryOutcome
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.wording import name_of
from desktop.values.isolates import isolated
from ui.language.reader import Reader
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.signs import Mark
from ui.parts.text import Text
from ui.screens.casework.fold import FoldButton
from ui.screens.casework.sheet_words import amount_words, outcome_mark
from ui.theme.tokens import GRID, Tone

_TONES = {
    CategoryOutcome.MET: Tone.GOOD,
    CategoryOutcome.UNMET: Tone.STOP,
    CategoryOutcome.UNKNOWN: Tone.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class OfCategory:
    """A category as it came out, with the criteria that it asks."""

    category: Category
    criteria: tuple[CriterionResult, ...]


@dataclass(frozen=True, slots=True)
class OfClaim:
    """What was asked of one claim.

    Args:
        member: whose own right it is; None for the household's, or where one person was asked alone.
        criteria: asked of everybody.
        categories: of which any gives the right, in the pack's order.
    """

    member: MemberResult | None
    criteria: tuple[CriterionResult, ...]
    categories: tuple[OfCategory, ...]

    @property
    def telling(self) -> tuple[OfCategory, ...]:
        """The categories that say something of the answer."""
        return tuple(each for each in self.categories if each not in self.others)

    @property
    def others(self) -> tuple[OfCategory, ...]:
        """Those that are not met where another one gives the right."""
        if not any(each.category.outcome is CategoryOutcome.MET for each in self.categories):
            return ()
        unmet = [each for each in self.categories if each.category.outcome is CategoryOutcome.UNMET]
        return tuple(each for each in unmet if not each.criteria)


def claims_of(given: Assessment) -> tuple[OfClaim, ...]:
    """An assessment claim by claim: each member's where the right is a person's own and all were asked."""
    members = given.members if isinstance(given.members, tuple) else ()
    if not members:
        return (_claim(given, None),)
    return tuple(_claim(given, each) for each in members)


def category_mark(outcome: CategoryOutcome, reader: Reader) -> Mark:
    """«مستوفاة», with its sign."""
    return Mark(_TONES[outcome], reader.wording(outcome.label))


class Group(QWidget):
    """A heading that folds what stands below it, its chip beside it; put the rows into `column`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GRID, 0, 0)
        outer.setSpacing(GRID // 2)
        self._head = QWidget(self)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID // 2)
        self.button = FoldButton(self.body, self._head)
        self.button.setObjectName(name)
        said = QWidget(self._head)
        self._flow = FlowLayout(said, across=GRID + GRID // 2, down=GRID // 2)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        outer.addWidget(self._head)
        # A row turns with the language; a margin would stay at the left.
        inset = QHBoxLayout()
        inset.setSpacing(0)
        inset.addSpacing(GRID * 2)
        inset.addWidget(self.body, 1)
        outer.addLayout(inset)

    def show_heading(self, words: str, mark: Mark | None, more: str = "") -> None:
        """The heading with its status, and an amount beside it."""
        title = Text("strong", self, wraps=True)
        title.setText(words)
        self._flow.addWidget(title)
        if mark is not None:
            self._flow.addWidget(Chip(mark, self))
        if more:
            soft = Text("soft", self, wraps=True)
            soft.setText(more)
            self._flow.addWidget(soft)
        self.button.setAccessibleName(
            ": ".join(each for each in (words, mark.words if mark is not None else "") if each)
        )
        self.setAccessibleName(self.button.accessibleName())


def category_group(of: OfCategory, reader: Reader, parent: QWidget, whose: str = "") -> Group:
    """The heading of a category; one that is not met is folded away."""
    category = of.category
    group = Group(" ".join(each for each in ("category", category.id, whose) if each), parent)
    amount = amount_words(reader, category.amount) if isinstance(category.amount, Amount) else ""
    group.show_heading(reader.wording(category.label), category_mark(category.outcome, reader), amount)
    group.button.setChecked(category.outcome is not CategoryOutcome.UNMET)
    group.button.setEnabled(bool(of.criteria))
    return group


def member_group(member: MemberResult, file: HouseholdFile, reader: Reader, parent: QWidget) -> Group:
    """The heading of one person's own right."""
    group = Group(f"member {member.ref}", parent)
    person = next((each for each in file.members if each.ref == member.ref), None)
    name = member.ref if person is None else name_of(person)
    amount = amount_words(reader, member.amount) if isinstance(member.amount, Amount) else ""
    group.show_heading(isolated(name), outcome_mark(reader, member.outcome, file, member.ref), amount)
    return group


def _claim(given: Assessment, member: MemberResult | None) -> OfClaim:
    mine = [each for each in given.criteria if member is None or each.member == member.ref]
    categories = given.categories if isinstance(given.categories, tuple) else ()
    return OfClaim(
        member,
        tuple(each for each in mine if not isinstance(each.category, str)),
        tuple(_in_categories(categories, mine, member)),
    )


def _in_categories(
    categories: tuple[Category, ...], mine: list[CriterionResult], member: MemberResult | None
) -> Iterator[OfCategory]:
    for category in categories:
        if member is None or category.member == member.ref:
            yield OfCategory(category, tuple(each for each in mine if each.category == category.id))
