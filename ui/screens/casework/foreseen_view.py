"""A decision as it would be: what it does, its amount and days, how the family is told, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.parts.chip import Chip
from ui.parts.key_value import Fact, FactList
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.amounts import AmountAnswer
    from desktop.casework.foreseeing import ForeseenDecision
    from desktop.casework.kinds import DecisionKind


class ForeseenView(QWidget):
    """Shows a foreseen decision; it holds nothing that can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self.chip = Chip(None, self)
        self._facts = FactList(self)
        self._heading = Text("strong", self)
        paper = QFrame(self)
        paper.setProperty("kind", "card")
        inside = QVBoxLayout(paper)
        self.notice = Text("", paper, wraps=True)
        self.notice.setObjectName("notice_text")
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(self.notice)
        column.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeading)
        for widget in (self._facts, self._heading, paper):
            column.addWidget(widget)

    def show_foreseen(self, foreseen: ForeseenDecision, reader: Reader) -> None:
        """Show it in the reader's language."""
        self.chip.show_mark(kind_mark(foreseen.kind, reader, grants=foreseen.grants))
        facts = []
        if foreseen.total is not None:
            facts.append(Fact(self.tr("Amount due"), stated(foreseen.total, reader, self.tr("never published"))))
        if foreseen.reason is not None:
            facts.append(Fact(self.tr("Reason"), reader.wording(foreseen.reason)))
        facts.append(Fact(self.tr("Takes effect on"), reader.day(foreseen.effective_from, both=True)))
        if foreseen.due_by is not None:
            facts.append(Fact(self.tr("Notice due by"), reader.day(foreseen.due_by, both=True)))
        way = capitalised(reader.wording(foreseen.channel.label))
        if foreseen.sent_to is not None:
            way = self.tr("{channel}: {number}").format(channel=way, number=reader.code(foreseen.sent_to))
        facts.append(Fact(self.tr("Way of notice"), way))
        told = reader.day(foreseen.counts_as_told_on, both=True)
        facts.append(
            Fact(
                self.tr("Counts as notified on"),
                self.tr("{day}, until proved otherwise").format(day=told) if foreseen.assumed else told,
            )
        )
        if foreseen.grievance_until is not None:
            facts.append(Fact(self.tr("Last day for a grievance"), reader.day(foreseen.grievance_until, both=True)))
        self._facts.show_facts(facts)
        self._heading.setText(self.tr("What the family will read"))
        self.notice.setText(reader.wording(foreseen.notice))


def kind_mark(kind: DecisionKind, reader: Reader, *, grants: bool) -> Mark:
    """«قبول», «رفض», «إيقاف» …, with a sign."""
    word = capitalised(reader.wording(kind.label))
    return Mark(Tone.GOOD, word, Sign.CHECK) if grants else Mark(Tone.STOP, word, Sign.CROSS)


def stated(amount: AmountAnswer, reader: Reader, unpublished: str) -> str:
    """An amount of a decision with its period, or that it was never published."""
    if amount.value is None:
        return unpublished
    return f"{reader.money(amount.value)} {reader.wording(amount.period.label)}"
