"""The criteria, each as a sentence with its sign and word; what is not met or lacks a fact stands first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.facts.assessment import CriterionResult
from desktop.facts.codes import CriterionOutcome, Outcome
from desktop.facts.vocabulary import located
from desktop.values.isolates import isolated
from desktop.values.money import Currency
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.key_value import Fact, FactList
from ui.parts.signs import Mark
from ui.parts.text import Text
from ui.screens.casework.criteria_groups import OfCategory, category_group, claims_of, member_group
from ui.screens.casework.fold import Fold, FoldButton
from ui.screens.casework.law_link import LawLink
from ui.screens.casework.sheet_words import (
    criterion_mark,
    criterion_words,
    fact_label,
    fact_words,
    law_name,
    law_words,
)
from ui.screens.programmes.going import to_rule
from ui.shell.destinations import Destination
from ui.theme.look import worn
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from ui.screens.casework.reading import SheetAnswer

Register = Callable[[str], None]
"""Goes to the field of a fact by its JSON Pointer."""

Read = Callable[[Destination], None]
"""Goes to a rule in its programme."""

_ORDER = (CriterionOutcome.UNMET, CriterionOutcome.UNKNOWN, CriterionOutcome.MET)
_LAW_WIDTH = 168
"""Pixels at 100 % of the column that names the law."""


class CriteriaCard(Card):
    """Every criterion of an assessment.

    Args:
        register: goes to the field of a missing fact.
        read: goes to a rule.
    """

    def __init__(self, register: Register, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Criteria"), parent)
        self.setObjectName("criteria")
        self._acts = (register, read)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID // 2)
        self.column.addLayout(self._rows)

    def show_answer(self, answer: SheetAnswer, reader: Reader) -> None:
        """Show the criteria of an assessment anew; rows that were unfolded stay so."""
        unfolded = {each.objectName() for each in self.findChildren(FoldButton) if each.isChecked()}
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        if answer.assessed is None:
            return
        rows: list[CriterionRow] = []
        claims = claims_of(answer.assessed.answer)
        for claim in claims:
            into, whose = self._rows, ""
            if claim.member is not None:
                whose = claim.member.ref
                group = member_group(claim.member, answer.assessed.file, reader, self)
                told = bool(claim.criteria or claim.categories)
                group.button.setEnabled(told)
                group.button.setChecked(told and claim.member.outcome is not Outcome.INELIGIBLE)
                self._rows.addWidget(group)
                into = group.column
            rows += self._fill(into, claim.criteria, answer, reader)
            for each in claim.telling:
                below = category_group(each, reader, self, whose)
                into.addWidget(below)
                rows += self._fill(below.column, each.criteria, answer, reader)
            self._fold_others(into, claim.others, reader)
        width = max((row.chip.sizeHint().width() for row in rows), default=0)
        for row in rows:
            row.align(width)
        for button in self.findChildren(FoldButton):
            if button.objectName() in unfolded and button.isEnabled():
                button.setChecked(True)

    def _fold_others(self, into: QVBoxLayout, others: Sequence[OfCategory], reader: Reader) -> None:
        """Categories that nobody needs any more, another one being met."""
        if not others:
            return
        fold = Fold(self)
        fold.button.setObjectName("other_categories")
        count = len(others)
        fold.show_heading(reader.digits(self.tr("%n other category(s), not met", "", count)))
        for each in others:
            words = Text("soft", fold, wraps=True)
            words.setText(reader.wording(each.category.label))
            fold.column.addWidget(words)
        into.addWidget(fold)

    def _fill(
        self, into: QVBoxLayout, criteria: Iterable[CriterionResult], answer: SheetAnswer, reader: Reader
    ) -> list[CriterionRow]:
        rows: list[CriterionRow] = []
        listed = list(criteria)
        for outcome in _ORDER:
            for each in listed:
                if each.outcome is outcome:
                    row = CriterionRow(each, answer, reader, self._acts, self)
                    # Raised rows have a line around them already.
                    if rows and not rows[-1].raised:
                        into.addWidget(_line(self))
                    rows.append(row)
                    into.addWidget(row)
        apart = [each for each in listed if each.outcome is CriterionOutcome.NOT_APPLICABLE]
        if apart:
            fold = Fold(self)
            fold.button.setObjectName("not_applicable")
            fold.show_heading(reader.digits(self.tr("%n criterion(s) not applicable", "", len(apart))))
            for each in apart:
                fold.column.addWidget(CriterionRow(each, answer, reader, self._acts, fold))
            into.addWidget(fold)
        return rows


class CriterionRow(QFrame):
    """One criterion: how it came out, its sentence, its law; the facts behind it unfold below."""

    def __init__(
        self,
        result: CriterionResult,
        answer: SheetAnswer,
        reader: Reader,
        acts: tuple[Register, Read],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.result = result
        register, self._read = acts
        # Where every member is asked, the same criterion stands once for each of them.
        self._named = f"{result.id} {result.member}" if isinstance(result.member, str) else result.id
        self.setObjectName(f"criterion {self._named}")
        mark = criterion_mark(reader, result.outcome)
        self.raised = mark.tone in {Tone.STOP, Tone.UNKNOWN}
        if self.raised:
            self.setProperty("kind", "banner")
            self.setProperty("tone", str(mark.tone))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        outer.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        outer.addLayout(row)
        row.addWidget(self._chip_place(mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._said(answer, reader), 1)
        row.addLayout(self._law(answer, reader, register), 0)
        self.facts = self._facts(answer, reader)
        self.unfold = FoldButton(self.facts, self)
        self.unfold.setObjectName(f"facts {self._named}")
        self.unfold.setToolTip(self.tr("The facts and the law that it rests on"))
        self.unfold.setAccessibleName(
            self.tr("What it rests on: {criterion}").format(criterion=reader.wording(result.label))
        )
        row.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignTop)
        outer.addWidget(self.facts)
        self.setAccessibleName(f"{mark.words}: {reader.wording(result.label)}")

    def align(self, width: int) -> None:
        """Give the chip so many pixels, so that the sentences of all rows begin at one edge."""
        self._place.setMinimumWidth(width)

    def _chip_place(self, mark: Mark) -> QWidget:
        place = self._place = QWidget(self)
        inside = QGridLayout(place)
        inside.setContentsMargins(0, 0, 0, 0)
        self.chip = Chip(mark, self)
        inside.addWidget(self.chip, 0, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        return place

    def _said(self, answer: SheetAnswer, reader: Reader) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID // 4)
        label, sentence = Text("strong", self, wraps=True), Text("soft", self, wraps=True)
        label.setText(reader.wording(self.result.label))
        said = "" if answer.assessed is None else criterion_words(reader, self.result, answer.assessed.file)
        sentence.setText(said)
        sentence.setVisible(bool(said))
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
        column.addWidget(sentence)
        return column

    def _law(self, answer: SheetAnswer, reader: Reader, register: Register) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID // 2)
        law = self._cited_law(answer, reader)
        law.setFixedWidth(worn().pixels(_LAW_WIDTH))
        law.setToolTip(self._cited(answer, reader))
        column.addWidget(law)
        for path in self._missing_here(answer):
            button = QPushButton(self)
            button.setText(self.tr("Record it now"))
            button.setObjectName(f"record {path}")
            button.setAccessibleName(f"{button.text()}: {path}")
            button.clicked.connect(lambda _checked, path=path: register(path))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        return column

    def _cited_law(self, answer: SheetAnswer, reader: Reader) -> Text:
        """The law; where the version is at hand, it leads to the rule in it."""
        words = law_words(reader, self.result.citation, answer.laws)
        if answer.version is None or answer.assessed is None:
            plain = Text("small", self, wraps=True)
            plain.setText(words)
            return plain
        category = self.result.category
        entry = f"{category}/{self.result.id}" if isinstance(category, str) else self.result.id
        where = to_rule(answer.version.programme, answer.version.version, entry, answer.assessed.file_number)
        spoken = self.tr("The rule: {criterion}, {law}").format(criterion=reader.wording(self.result.label), law=words)
        link = LawLink(words, spoken, self)
        link.setObjectName(f"rule {self._named}")
        link.opened.connect(lambda: self._read(where))
        return link

    def _missing_here(self, answer: SheetAnswer) -> list[str]:
        if self.result.outcome is not CriterionOutcome.UNKNOWN or answer.assessed is None:
            return []
        behind = {each.path for each in self.result.facts} if isinstance(self.result.facts, tuple) else set()
        return [each.path for each in answer.assessed.answer.missing if each.path in behind]

    def _facts(self, answer: SheetAnswer, reader: Reader) -> QWidget:
        facts = self.result.facts if isinstance(self.result.facts, tuple) else ()
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        listed = FactList(body)
        shown = []
        if answer.assessed is not None:
            file, currency = answer.assessed.file, _currency(answer)
            # What a file calls its things needs no line: the role that made somebody the head.
            shown = [
                Fact(fact_label(reader, each), fact_words(reader, each, file, currency))
                for each in facts
                if not _is_role(each.path)
            ]
        listed.show_facts([*shown, Fact(self.tr("Law"), self._cited(answer, reader))])
        column.addWidget(listed)
        return body

    def _cited(self, answer: SheetAnswer, reader: Reader) -> str:
        citation = self.result.citation
        parts = [law_words(reader, citation, answer.laws), reader.wording(citation.confidence.label)]
        if isinstance(citation.source, str):
            parts.append(self.tr("source {source}").format(source=isolated(citation.source)))
        return " · ".join(each for each in parts if each) or law_name(reader, citation, answer.laws)


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("kind", "line")
    return line


def _is_role(path: str) -> bool:
    place = located(path)
    return place is not None and place[2] is not None and place[2].name == "role"


def _currency(answer: SheetAnswer) -> Currency:
    country = None if answer.assessed is None else answer.assessed.file.household.country
    return Currency.EGP if country is not None and country.value == "EG" else Currency.SAR
