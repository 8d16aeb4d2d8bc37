"""What every programme answers to a family, one below the other: a sign and a word, the reason, the amount."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.facts.assessment import MemberResult
from desktop.facts.codes import AmountStatus, Outcome
from desktop.programmes.answers.wording import name_of
from desktop.values.isolates import bare, isolated
from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.fields.sentences import sentence_of
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.screens.casework.sheet_words import amount_words, criterion_words, outcome_mark
from ui.screens.casework.side_cards import emptied
from ui.theme.look import worn
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.every_programme import EveryProgramme, ProgrammeForFamily
    from desktop.casework.had_together import HadTogether
    from desktop.facts.household_file import HouseholdFile

_AMOUNT_WIDTH = 188
"""Pixels at 100 % of the column of amounts."""

_BESIDE = 820
"""Pixels at 100 % from which amounts and buttons stand beside the reasons, below them where there is less room."""

_NO_VERSION = frozenset({"programmes.before_any_version", "programmes.no_version_then"})

Open = Callable[["ProgrammeForFamily"], None]


class ProgrammeAnswers(Card):
    """A row for each programme.

    Args:
        open_: goes to the full assessment under a programme.
        rules: goes to the programme's rules.
    """

    def __init__(self, open_: Open, rules: Open, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Programmes"), parent)
        self._open, self._rules = open_, rules
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID // 2)
        self.column.addLayout(self._rows)

    def show_answers(self, answer: EveryProgramme, had: HadTogether, reader: Reader) -> None:
        """Show a family's answers in their order, and below them what they come to."""
        emptied(self._rows)
        rows = [ProgrammeRow(each, answer.file, reader, (self._open, self._rules), self) for each in answer.programmes]
        width = max((row.chip.sizeHint().width() for row in rows), default=0)
        acts = max((row.acts.sizeHint().width() for row in rows), default=0)
        for number, row in enumerate(rows):
            if number:
                line = QFrame(self)
                line.setProperty("kind", "line")
                self._rows.addWidget(line)
            row.align(width, acts)
            self._rows.addWidget(row)
        self._show_sum(had, reader)

    def _show_sum(self, had: HadTogether, reader: Reader) -> None:
        """What the rights come to, and which of them may be had together."""
        words = [(reader.wording(pair.sentence), "soft") for pair in had.pairs]
        if had.in_all is not None:
            whole = self.tr("The family’s total: {amount}").format(amount=amount_words(reader, had.in_all))
            words.insert(0, (whole, "strong"))
            if had.apart:
                words.append((self.tr("What is paid once or by the year is not in it."), "soft"))
        if words:
            line = QFrame(self)
            line.setProperty("kind", "line")
            self._rows.addWidget(line)
        for said, kind in words:
            text = Text(kind, self, wraps=True)
            text.setText(said)
            text.setContentsMargins(GRID, GRID // 2, GRID, 0)
            self._rows.addWidget(text)


class ProgrammeRow(QFrame):
    """One programme."""

    def __init__(
        self,
        each: ProgrammeForFamily,
        file: HouseholdFile,
        reader: Reader,
        acts: tuple[Open, Open],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.each = each
        self._file, self._reader = file, reader
        self.setObjectName(f"programme {each.programme}")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(GRID * 2)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(GRID)
        side = QHBoxLayout()
        side.setSpacing(GRID * 2)
        place = self._place = QWidget(self)
        inside = QGridLayout(place)
        inside.setContentsMargins(0, 0, 0, 0)
        self.chip = Chip(self._mark(), place)
        inside.addWidget(self.chip, 0, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        row.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._said(), 1)
        self._row.addLayout(side)
        row.addLayout(self._row, 1)
        side.addWidget(self._amount(), 0, Qt.AlignmentFlag.AlignTop)
        side.addStretch(1)
        self._open, self._rules = acts
        self.acts = self._acts()
        side.addWidget(self.acts, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(bare(f"{self.chip.text()}: {reader.wording(each.title)}"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= worn().pixels(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def align(self, chip: int, acts: int) -> None:
        """Give the chip and the buttons so many pixels, so that the columns of all rows stand below each other."""
        self._place.setMinimumWidth(chip)
        self.acts.setMinimumWidth(acts)

    def _acts(self) -> QWidget:
        place = QWidget(self)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        named = [("rules", self.tr("The rules"), self._to_rules)]
        if self.each.assessment is not None:
            named.insert(0, ("assess", self.tr("Full assessment"), self._to_assessment))
        for name, words, act in named:
            button = QPushButton(place)
            button.setObjectName(f"{name} {self.each.programme}")
            button.setProperty("kind", "link" if name == "rules" else "")
            button.setText(words)
            button.setAccessibleName(bare(f"{words}: {self._reader.wording(self.each.title)}"))
            button.clicked.connect(act)
            column.addWidget(button)
        return place

    @Slot()
    def _to_assessment(self) -> None:
        self._open(self.each)

    @Slot()
    def _to_rules(self) -> None:
        self._rules(self.each)

    def _mark(self) -> Mark:
        given = self.each.assessment
        if given is None:
            return Mark(Tone.PLAIN, self.tr("Not in force"), Sign.DASH)
        mark = outcome_mark(self._reader, given.outcome, self._file, None)
        if not self.each.orders or given.outcome is Outcome.UNDETERMINED:
            return mark
        placed = given.outcome is Outcome.ELIGIBLE
        return replace(mark, words=self.tr("A place in the order") if placed else self.tr("No place in the order"))

    def _said(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID // 4)
        title = Text("strong", self, wraps=True)
        title.setText(self._reader.wording(self.each.title))
        column.addWidget(title)
        for number, words in enumerate(self._lines()):
            line = Text("small" if number else "soft", self, wraps=True)
            line.setText(words)
            column.addWidget(line)
        return column

    def _lines(self) -> Iterator[str]:
        each, reader = self.each, self._reader
        if each.refusal is not None:
            yield (
                self.tr("No version of its rules was the law for this family on that day.")
                if each.refusal.key in _NO_VERSION
                else sentence_of(each.refusal, reader)
            )
        if each.decided_by is not None:
            said = criterion_words(reader, each.decided_by, self._file)
            yield said or reader.wording(each.decided_by.label)
        elif each.no_category:
            yield self.tr("The family belongs to none of the categories that have this right.")
        elif each.assessment is not None and each.assessment.outcome is Outcome.ELIGIBLE:
            yield self.tr("Every criterion is met.")
        members = each.assessment.members if each.assessment is not None else ()
        if isinstance(members, tuple):
            yield from (self._member(one) for one in members if one.outcome is not Outcome.INELIGIBLE)
        if each.missing:
            yield self.tr("%n fact(s) lacking", "", each.missing).replace(
                str(each.missing), reader.number(each.missing)
            )
        if each.version is not None:
            yield self.tr("Rules of {version}").format(version=reader.code(each.version))

    def _member(self, one: MemberResult) -> str:
        reader = self._reader
        person = next((each for each in self._file.members if each.ref == one.ref), None)
        name = one.ref if person is None else name_of(person)
        word = outcome_mark(reader, one.outcome, self._file, one.ref).words
        # UNSET and None both mean that no amount is told of this person.
        amount = amount_words(reader, one.amount) if one.amount else ""
        return self.tr("{member}: {outcome}").format(
            member=isolated(name), outcome=" · ".join(part for part in (word, amount) if part)
        )

    def _amount(self) -> QWidget:
        place = QWidget(self)
        place.setFixedWidth(worn().pixels(_AMOUNT_WIDTH))
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 4)
        given = self.each.assessment
        amount = None if given is None else given.amount
        if self.each.orders:
            order = Text("soft", place, wraps=True)
            order.setText(self.tr("An order; no amount of its own"))
            column.addWidget(order)
        if amount is not None:
            figure = Text("strong", place, wraps=True)
            figure.setText(capitalised(amount_words(self._reader, amount)))
            column.addWidget(figure)
            total = given.total if given is not None else None
            if total and total != amount and total.status is not AmountStatus.NONE:
                whole = Text("small", place, wraps=True)
                whole.setText(self.tr("Total: {amount}").format(amount=amount_words(self._reader, total)))
                column.addWidget(whole)
        return place
