"""The answer itself: the outcome, what is due, of what it is made up, under which rules and on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.facts.assessment import Amount, Assessment, Component
from desktop.facts.codes import AmountPeriod, AmountStatus
from desktop.programmes.answers.wording import name_of
from desktop.values.isolates import isolated
from desktop.values.language import Wording, capitalised
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.text import Text
from ui.screens.casework.sheet_words import amount_words, bounds_words, outcome_mark, sentence_words
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.screens.casework.reading import SheetAnswer


class OutcomeCard(Worded, QFrame):
    """The head of the decision sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setObjectName("outcome")
        row = FlowLayout(self, across=GRID * 4, down=GRID * 2)
        row.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self.chip = Chip(None, self)
        self.due, self.figure, self.bounds = Text("soft", self), Text("figure", self), Text("small", self)
        self.total, self.rules, self.day = Text("strong", self), Text("soft", self), Text("soft", self)
        self.by = Text("small", self)
        self._components = QWidget(self)
        self._parts = QVBoxLayout(self._components)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(GRID // 4)
        row.addWidget(self._block(self.chip))
        self._amount = self._block(self.due, self.figure, self.bounds)
        row.addWidget(self._amount)
        self._made_of = self._block(self._components, self.total)
        row.addWidget(self._made_of)
        row.addWidget(self._block(self.rules, self.day, self.by))
        self._answer: SheetAnswer | None = None
        self._reader = Reader()

    def show_answer(self, answer: SheetAnswer, reader: Reader) -> None:
        """Show the assessment of a claim; ValueError where there is none."""
        self._answer, self._reader = answer, reader
        if answer.assessed is None:
            raise ValueError("nothing was assessed")
        given = answer.assessed.answer
        self.chip.show_mark(outcome_mark(reader, given.outcome, answer.assessed.file, answer.assessed.member))
        self._show_amount(given)
        self._show_parts(given)
        self._show_rules(answer)
        self.setAccessibleName(
            " · ".join(
                each for each in (self.chip.accessibleName(), self.figure.accessibleName() or self.due.text()) if each
            )
        )

    @override
    def reworded(self) -> None:
        if self._answer is not None:
            self.show_answer(self._answer, self._reader)

    def _show_amount(self, given: Assessment) -> None:
        amount = given.amount
        self._amount.setVisible(amount is not None)
        if amount is None:
            self.due.setText("")
            self.figure.setText("")
            return
        label = given.components[0].label if isinstance(given.components, tuple) and given.components else None
        what = self.tr("Due") if label is None else self._reader.wording(label)
        self.due.setText(
            self.tr("{what}, {period}").format(what=what, period=self._reader.wording(amount.period.label))
        )
        open_amount = amount.status in {AmountStatus.BOUNDED, AmountStatus.UNPUBLISHED}
        self.figure.setText(
            capitalised(self._reader.wording(amount.status.label))
            if open_amount
            else amount_words(self._reader, amount, period=False)
        )
        bounds = bounds_words(self._reader, amount) if open_amount else ""
        self.bounds.setText(capitalised(bounds))
        self.bounds.setVisible(bool(bounds))

    def _show_parts(self, given: Assessment) -> None:
        while (item := self._parts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        components = given.components if isinstance(given.components, tuple) else ()
        adjustments = given.adjustments if isinstance(given.adjustments, tuple) else ()
        # Where every member was asked, the amount is of all of them together, and each has a part in it.
        shown = components if isinstance(given.members, tuple) else components[1:]
        for label, amount, taken in (
            *((self._named(each), each.amount, False) for each in shown),
            *((self._label(each.label), each.amount, True) for each in adjustments),
        ):
            self._parts.addWidget(self._part(label, amount, taken=taken))
        total = given.total if isinstance(given.total, Amount) else None
        self.total.setVisible(total is not None and given.amount is not None)
        if total is not None:
            self.total.setText(self.tr("Total: {amount}").format(amount=amount_words(self._reader, total)))
        self._made_of.setVisible(bool(adjustments or shown) or total is not None)

    def _named(self, component: Component) -> str:
        """What it is; of a person's own right, with their name."""
        label, answer = self._label(component.label), self._answer
        if answer is None or answer.assessed is None or not isinstance(component.member, str):
            return label
        names = {each.ref: name_of(each) for each in answer.assessed.file.members}
        return self.tr("{what}, {person}").format(
            what=label, person=isolated(names.get(component.member, component.member))
        )

    def _part(self, label: str, amount: Amount, *, taken: bool) -> Text:
        words = self.tr("{what}: {amount}, already taken off") if taken else self.tr("{what}: {amount}")
        # What all parts share need not be said of each.
        period = amount.period is not AmountPeriod.MONTH
        text = Text("soft", self._components)
        text.setText(words.format(what=label, amount=amount_words(self._reader, amount, period=period)))
        return text

    def _label(self, label: Wording) -> str:
        if self._answer is None or self._answer.assessed is None:
            return self._reader.wording(label)
        return sentence_words(self._reader, label, self._answer.assessed.file)

    def _show_rules(self, answer: SheetAnswer) -> None:
        if answer.assessed is None:
            return
        programme = answer.assessed.programme if answer.version is None else self._reader.wording(answer.version.title)
        self.rules.setText(
            self.tr("{programme}, rules of {version}").format(
                programme=programme, version=self._reader.code(answer.assessed.pack_version)
            )
        )
        self.day.setText(self.tr("On {day}").format(day=self._reader.day(answer.assessed.on, both=True)))
        self.by.setText(
            self.tr("Assessed {at} by {staff}").format(
                at=self._reader.instant(answer.assessed.assessed_at),
                staff=self._reader.colleague(answer.assessed.assessed_by),
            )
        )

    def _block(self, *widgets: QWidget) -> QWidget:
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 4)
        for widget in widgets:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return block
