"""What stands beside the criteria: missing facts, documents, clocks, and what the answer took for granted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.casework.levers import label_at
from desktop.facts.assessment import Amount, Assessment, MissingFact
from desktop.facts.codes import Country, Outcome
from desktop.programmes.answers.wording import name_of
from desktop.values.isolates import isolated
from desktop.values.language import Wording, capitalised
from desktop.values.money import Currency
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.key_value import Fact, FactList
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.screens.casework.criteria_card import Register
from ui.screens.casework.fold import Fold
from ui.screens.casework.sheet_words import amount_words, outcome_mark, sentence_words, value_words
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.answers import AssessmentAnswer
    from ui.screens.casework.reading import SheetAnswer

_SOON = 60
"""Days before a clock runs out within which it is marked."""


def emptied(column: QVBoxLayout) -> None:
    """Take every widget out of a column."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


class MissingCard(Card):
    """The facts that the answer lacks, each one step from the field where it is entered."""

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Missing facts"), parent)
        self.setObjectName("missing")
        self._register = register
        self._why = Text("soft", self, wraps=True)
        self.column.addWidget(self._why)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID)
        self.column.addLayout(self._rows)

    def show_answer(self, answer: SheetAnswer, reader: Reader, *, may_register: bool) -> None:
        """Show what is missing; hidden where nothing is."""
        emptied(self._rows)
        given = None if answer.assessed is None else answer.assessed.answer
        missing = () if given is None else given.missing
        self.setVisible(bool(missing))
        if given is None or not missing:
            return
        settled = given.outcome is not Outcome.UNDETERMINED
        self._why.setText(
            self.tr("They do not turn the outcome, but the amount waits for them.")
            if settled
            else self.tr("The claim cannot be settled before they are known.")
        )
        for each in missing:
            label = self._label(each, answer, reader)
            row = QWidget(self)
            inside = QHBoxLayout(row)
            inside.setContentsMargins(0, 0, 0, 0)
            words = Text("", row, wraps=True)
            words.setText(capitalised(label))
            inside.addWidget(words, 1)
            if may_register:
                button = QPushButton(row)
                button.setObjectName(f"record {each.path}")
                button.setText(self.tr("Record it now"))
                button.setAccessibleName(f"{button.text()}: {words.accessibleName()}")
                button.clicked.connect(lambda _checked, path=each.path: self._register(path))
                inside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(row)

    def _label(self, missing: MissingFact, answer: SheetAnswer, reader: Reader) -> str:
        if isinstance(missing.label, Wording) and answer.assessed is not None:
            return sentence_words(reader, missing.label, answer.assessed.file)
        return isolated(missing.path)


class DocumentsCard(Card):
    """The documents that the file needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Documents required"), parent)
        self.setObjectName("documents_required")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID)
        self.column.addLayout(self._rows)

    def show_answer(self, assessed: AssessmentAnswer, reader: Reader) -> None:
        """Show the documents; hidden where none is asked for."""
        emptied(self._rows)
        documents = assessed.answer.documents if isinstance(assessed.answer.documents, tuple) else ()
        self.setVisible(bool(documents))
        names = {each.ref: name_of(each) for each in assessed.file.members}
        for each in documents:
            row = QWidget(self)
            inside = QVBoxLayout(row)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            label = Text("", row, wraps=True)
            label.setText(reader.wording(each.label))
            inside.addWidget(label)
            if isinstance(each.member, str) and each.member in names:
                whose = Text("small", row, wraps=True)
                whose.setText(isolated(names[each.member]))
                inside.addWidget(whose)
            self._rows.addWidget(row)


class ClocksCard(Card):
    """The days on which the answer will change by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("Days that change the answer"), parent)
        self.setObjectName("clocks")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID)
        self.column.addLayout(self._rows)

    def show_answer(self, assessed: AssessmentAnswer, foreseen: Assessment | None, reader: Reader) -> None:
        """Show the clocks in the order in which they run out; hidden where there is none, or none is known yet."""
        clocks = foreseen.clocks if foreseen is not None and isinstance(foreseen.clocks, tuple) else ()
        self.setVisible(bool(clocks))
        emptied(self._rows)
        for each in sorted(clocks, key=lambda each: each.on):
            label = isolated(each.cause)
            if isinstance(each.label, Wording):
                label = sentence_words(reader, each.label, assessed.file)
            elif isinstance(each.amount_then, Amount):
                label = self.tr("{cause} (then {amount})").format(
                    cause=label, amount=amount_words(reader, each.amount_then)
                )
            day = reader.day(each.on)
            soon = (each.on - assessed.on).days <= _SOON
            self._rows.addWidget(self._row(Mark(Tone.WAIT if soon else Tone.PLAIN, day, Sign.CLOCK), label))

    def _row(self, day: Mark, label: str) -> QWidget:
        """The day above its sentence: a whole sentence beside it would break at every other word."""
        row = QWidget(self)
        inside = QVBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID // 2)
        inside.addWidget(Chip(day, row), 0, Qt.AlignmentFlag.AlignLeading)
        words = Text("", row, wraps=True)
        words.setText(label)
        inside.addWidget(words)
        return row


class FlipsCard(Card):
    """For staff: the facts of which one alone, otherwise, would turn the outcome."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("What would turn the outcome"), parent)
        self.setObjectName("flips")
        self._note = Text("small", self, wraps=True)
        self.column.addWidget(self._note)
        self._facts = FactList(self)
        self.column.addWidget(self._facts)

    def show_answer(self, assessed: AssessmentAnswer, foreseen: Assessment | None, reader: Reader) -> None:
        """Show the least change first; hidden where there is none, or none is known yet."""
        flips = foreseen.flips if foreseen is not None and isinstance(foreseen.flips, tuple) else ()
        self.setVisible(bool(flips))
        outcome = next((each for each in Outcome if flips and each.value == flips[0].outcome), None)
        if outcome is None:
            return
        word = outcome_mark(reader, outcome, assessed.file, assessed.member).words
        self._note.setText(
            self.tr("For staff alone: any one of these by itself would make the answer: {outcome}.").format(
                outcome=word
            )
        )
        currency = Currency.EGP if assessed.file.household.country is Country.EG else Currency.SAR
        facts = []
        for each in flips:
            before, after = (
                value_words(reader, value, each.path, assessed.file, currency) for value in (each.from_, each.to)
            )
            words = self.tr("{value} instead of {now}").format(value=after, now=before)
            label = label_at(assessed.file, each.path)
            label = Wording(label.ar, capitalised(label.en))
            facts.append(Fact(sentence_words(reader, label, assessed.file), words))
        self._facts.show_facts(facts)


class GroundsCard(Card):
    """What the answer rests on beside facts: readings where sources conflict, and what is presumed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("What the answer takes for granted"), parent)
        self.setObjectName("grounds")
        self._readings, self._presumed = Fold(self), Fold(self)
        self._readings.button.setObjectName("readings")
        self._presumed.button.setObjectName("presumed")
        self.column.addWidget(self._readings)
        self.column.addWidget(self._presumed)

    def show_answer(self, answer: SheetAnswer, reader: Reader) -> None:
        """Show readings and presumptions; hidden where the answer has neither."""
        emptied(self._readings.column)
        emptied(self._presumed.column)
        given = None if answer.assessed is None else answer.assessed.answer
        readings = () if given is None else given.readings
        presumed = () if given is None else given.presumed
        self.setVisible(bool(readings or presumed))
        self._readings.setVisible(bool(readings))
        self._presumed.setVisible(bool(presumed))
        self._readings.show_heading(
            reader.digits(self.tr("%n reading(s) taken where sources conflict", "", len(readings)))
        )
        self._presumed.show_heading(
            reader.digits(self.tr("%n fact(s) presumed, nothing being on record", "", len(presumed)))
        )
        for each in readings:
            words = answer.readings.get(each.id)
            taken = reader.wording(each.label) if isinstance(each.label, Wording) else isolated(str(each.chosen))
            others = () if words is None else words.others
            self._add(
                self._readings,
                taken,
                self._others(others, reader),
                "" if words is None else reader.wording(words.why),
            )
        for fact in presumed:
            label = isolated(fact.path)
            if isinstance(fact.label, Wording) and answer.assessed is not None:
                label = sentence_words(reader, fact.label, answer.assessed.file)
            self._add(self._presumed, capitalised(label))

    def _others(self, others: Sequence[Wording], reader: Reader) -> str:
        if not others:
            return ""
        between = "؛ " if reader.right_to_left else "; "
        return self.tr("The other reading: {others}").format(
            others=between.join(reader.wording(each) for each in others)
        )

    def _add(self, fold: Fold, first: str, *more: str) -> None:
        block = QWidget(fold)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        column.setSpacing(GRID // 4)
        for number, words in enumerate(each for each in (first, *more) if each):
            text = Text("small" if number else "", block, wraps=True)
            text.setText(words)
            column.addWidget(text)
        fold.column.addWidget(block)
