"""The head of a household's file: whose it is, how it stands, and what is due to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec import UNSET
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.values.agreement import PERSON, counted
from desktop.values.isolates import isolated
from desktop.values.language import Wording
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.header import ScreenHeader
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.screens.registry.household_file.reading import Deadline, DeadlineKind, Head
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.answers import DecisionAnswer
    from desktop.registry.answers import HouseholdAnswer

_SOON = 7
"""Days before a deadline from which it is shown as one that waits."""

_IN_WORDS = 10
"""Members up to which an Arabic count is said in words: «أربعة أفراد»."""

_DUE = 0.45
"""Part of the width that what is due may take beside the title."""

_COMMA = Wording("، ", ", ")


class HouseholdHeading(Worded, QWidget):
    """Title, statuses and one line of context; at the other edge what is due and the next deadline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = ScreenHeader(self)
        self.header.setObjectName("household-header")
        self._due = QWidget(self)
        self._due.setObjectName("household-due")
        self._amounts = FlowLayout(self._due, across=GRID * 2)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addWidget(self.header, 1)
        self._row.addWidget(self._due)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """What is due stands at the other edge where there is room for both, below the title where there is not."""
        beside = self._due.sizeHint().width() <= self.width() * _DUE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
        policy = QSizePolicy.Policy.Fixed if beside else QSizePolicy.Policy.Preferred
        self._due.setMinimumWidth(self._due.sizeHint().width() if beside else 0)
        self._due.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def show_head(self, head: Head, reader: Reader, today: date) -> None:
        """Show the head of a file, ready for the reader."""
        summary = head.file.summary
        title = self.tr("Household of {name}").format(name=isolated(summary.head_name))
        self.header.show_title(title, list(self._marks(head.file)))
        self.header.show_context(" · ".join(self._context(head.file, reader)))
        while (item := self._amounts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for decision in head.due:
            self._amounts.addWidget(self._amount(decision, reader))
        if head.deadline is not None:
            self._amounts.addWidget(self._deadline(head.deadline, reader, today))
        self._due.setVisible(bool(head.due) or head.deadline is not None)
        self._turn()

    def _marks(self, file: HouseholdAnswer) -> Iterator[Mark]:
        summary = file.summary
        if summary.closed_at is None:
            yield Mark(Tone.GOOD, self.tr("Open file"))
        else:
            yield Mark(Tone.STOP, self.tr("Closed file"))
        if summary.sealed:
            yield Mark(Tone.WAIT, self.tr("Sealed file"), Sign.LOCK)
        if summary.section.value == "women":
            yield Mark(Tone.UNKNOWN, self.tr("Women’s section"), Sign.LOCK)
        else:
            yield Mark(Tone.PLAIN, self.tr("General section"), Sign.DOT)

    def _context(self, file: HouseholdAnswer, reader: Reader) -> Iterator[str]:
        summary = file.summary
        yield self.tr("File {number}").format(number=reader.code(summary.file_number))
        members = len(file.file.members)
        words = reader.right_to_left and members <= _IN_WORDS
        yield counted(members, PERSON, reader.language, words=words, arabic_digits=reader.arabic_digits)
        address = file.file.household.address
        if address is not UNSET:
            places = [isolated(each) for each in (address.city, address.district) if isinstance(each, str) and each]
            if places:
                yield reader.wording(_COMMA).join(places)
        registered = summary.registered_at.astimezone(reader.zone).date()
        yield self.tr("registered {day}").format(day=reader.day(registered, both=True))

    def _amount(self, decision: DecisionAnswer, reader: Reader) -> QWidget:
        shown = decision.total or decision.amount
        card = QFrame(self._due)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label, figure = Text("small", card), Text("subtitle", card)
        label.setText(
            self.tr("{programme}: amount due {period}").format(
                programme=reader.wording(decision.title),
                period=reader.wording(shown.period.label) if shown is not None else "",
            )
        )
        figure.setObjectName("amount-due")
        if shown is not None:
            amount = reader.money(shown.value or shown.at_least)
            figure.setText(amount if shown.value is not None else self.tr("at least {amount}").format(amount=amount))
        column.addWidget(label)
        column.addWidget(figure)
        return card

    def _deadline(self, deadline: Deadline, reader: Reader, today: date) -> Chip:
        day = reader.day(deadline.on)
        match deadline.kind:
            case DeadlineKind.TELL:
                words = self.tr("Notice due by {day}").format(day=day)
            case DeadlineKind.GRIEVANCE:
                words = self.tr("Grievance until {day}").format(day=day)
            case DeadlineKind.CHANGE:
                label = reader.wording(deadline.label) if deadline.label is not None else self.tr("The answer changes")
                words = self.tr("{what}: {day}").format(what=label, day=day)
        near = (deadline.on - today).days <= _SOON
        return Chip(Mark(Tone.WAIT if near else Tone.PLAIN, words, Sign.CLOCK), self._due)
