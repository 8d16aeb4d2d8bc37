"""One decision: what it does, its amount and days, what the family was told of it, and what can still be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.programmes.answers.wording import name_of
from desktop.values.isolates import isolated
from ui.language.reader import Reader
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.key_value import Fact, FactList
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.screens.casework.foreseen_view import kind_mark, stated
from ui.screens.casework.notice_form import NoticeAct
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.answers import DecisionAnswer
    from desktop.notices.answers import NoticeAnswer

Act = Callable[[NoticeAct, "DecisionAnswer", "NoticeAnswer | None"], None]

_SENT, _FAILED = "sent", "failed"


class DecisionCard(QFrame):
    """A decision with the notices of it.

    Args:
        decision: what is shown.
        reader: who reads.
        act: opens the form for something done with a notice; None where this person may not.
    """

    def __init__(
        self, decision: DecisionAnswer, reader: Reader, act: Act | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.decision = decision
        self._reader, self._act = reader, act
        self.setProperty("kind", "card")
        self.setObjectName(f"decision {decision.number}")
        self.setAccessibleName(decision.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(self._head())
        title = Text("soft", self, wraps=True)
        title.setText(
            self.tr("{programme} · decided on {day}").format(
                programme=reader.wording(decision.title), day=reader.day(decision.decided_on, both=True)
            )
        )
        column.addWidget(title)
        facts = FactList(self)
        facts.show_facts(self._facts())
        column.addWidget(facts)
        for notice in decision.notices:
            column.addWidget(self._line())
            column.addWidget(self._notice(notice))
        if act is not None and not decision.notices:
            column.addWidget(
                self._button(NoticeAct.AGAIN, None, self.tr("Tell again")), 0, Qt.AlignmentFlag.AlignLeading
            )

    def _head(self) -> QWidget:
        head = QWidget(self)
        row = FlowLayout(head, across=GRID * 2)
        number = Text("subtitle", head)
        number.setText(self.tr("Decision {number}").format(number=self._reader.code(self.decision.number)))
        row.addWidget(number)
        row.addWidget(Chip(kind_mark(self.decision.kind, self._reader, grants=self.decision.grants), head))
        if self.decision.superseded_by is not None:
            row.addWidget(Chip(Mark(Tone.PLAIN, self.tr("Superseded by a later decision"), Sign.DASH), head))
        if self.decision.late:
            row.addWidget(Chip(Mark(Tone.WAIT, self.tr("Notified late"), Sign.CLOCK), head))
        return head

    def _facts(self) -> list[Fact]:
        decision, reader = self.decision, self._reader
        facts = []
        if decision.total is not None:
            facts.append(Fact(self.tr("Amount due"), stated(decision.total, reader, self.tr("never published"))))
        if decision.reason is not None:
            facts.append(Fact(self.tr("Reason"), reader.wording(decision.reason)))
        facts.append(Fact(self.tr("Takes effect on"), reader.day(decision.effective_from, both=True)))
        if decision.due_by is not None:
            facts.append(Fact(self.tr("Notice due by"), reader.day(decision.due_by, both=True)))
        if decision.member is not None:
            whose = next((name_of(each) for each in decision.covered if each.ref == decision.member), decision.member)
            facts.append(Fact(self.tr("Claimant"), isolated(whose)))
        facts.append(
            Fact(
                self.tr("Last day for a grievance"),
                self.tr("runs from the day on which the family is notified")
                if decision.grievance_until is None
                else reader.day(decision.grievance_until, both=True),
            )
        )
        facts.append(Fact(self.tr("Decided by"), reader.colleague(decision.decided_by)))
        return facts

    def _notice(self, notice: NoticeAnswer) -> QWidget:
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        row = QWidget(block)
        flow = FlowLayout(row, across=GRID * 2, down=GRID)
        flow.addWidget(Chip(self._state(notice), row))
        way = Text("soft", row)
        way.setText(
            self.tr("{channel}, sent on {day}").format(
                channel=self._reader.wording(notice.channel.label), day=self._reader.day(notice.sent_on)
            )
        )
        flow.addWidget(way)
        if self._act is not None:
            for act, words in self._acts(notice):
                flow.addWidget(self._button(act, notice, words))
        column.addWidget(row)
        text = Text("small", block, wraps=True)
        number = self.decision.number
        words = self._reader.wording(notice.text)
        # The family's paper isolates what it prints; the text that is kept has the bare number.
        text.setText(words.replace(self._reader.digits(number), self._reader.code(number)))
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        return block

    def _state(self, notice: NoticeAnswer) -> Mark:
        if notice.state.value == _FAILED:
            words = self.tr("reached nobody: {reason}").format(reason=isolated(notice.failed_because or ""))
            return Mark(Tone.STOP, words)
        day = "" if notice.counts_as_told_on is None else self._reader.day(notice.counts_as_told_on)
        if notice.assumed:
            return Mark(Tone.WAIT, self.tr("counts as told on {day}").format(day=day), Sign.CLOCK)
        return Mark(Tone.GOOD, self.tr("told on {day}").format(day=day))

    def _acts(self, notice: NoticeAnswer) -> list[tuple[NoticeAct, str]]:
        if notice.state.value == _SENT:
            return [
                (NoticeAct.CONFIRM, self.tr("Confirm the day")),
                (NoticeAct.FAILED, self.tr("It reached nobody")),
            ]
        if notice.state.value == _FAILED and notice is self.decision.notices[0]:
            return [(NoticeAct.AGAIN, self.tr("Tell again"))]
        return []

    def _button(self, act: NoticeAct, notice: NoticeAnswer | None, words: str) -> QPushButton:
        button = QPushButton(self)
        button.setText(words)
        button.setObjectName(str(act))
        button.setAccessibleName(f"{words}: {self.decision.number}")
        button.clicked.connect(lambda _checked: self._act and self._act(act, self.decision, notice))
        return button

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("kind", "line")
        return line
