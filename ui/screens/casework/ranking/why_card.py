"""Why a family stands where it stands: its place, each part of its score in a sentence, and what could move it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.programmes.ranking.order import DecidedBy, Place
from desktop.values.isolates import bare, isolated
from desktop.values.language import capitalised
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.flow import FlowLayout
from ui.parts.measure_bar import MeasureBar
from ui.parts.signs import Mark, Sign
from ui.parts.text import Text
from ui.screens.casework.ranking.rank_words import figure, figures, place_mark, score_words
from ui.screens.casework.sheet_words import sentence_words
from ui.screens.casework.side_cards import emptied
from ui.screens.programmes.rule_words import cite_words, confidence_mark
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.ranking import PlacedFamily, RankingAnswer, Reasoned
    from desktop.programmes.ranking.reasons import ClassReason, PartReason, Reasons

translate = QCoreApplication.translate

Register = Callable[[str, str], object]
"""Goes to the field of a fact: the file's number, the fact's JSON Pointer."""


class WhyCard(Card):
    """One family of the order.

    Args:
        register: goes to the field of a missing fact; None where who sits here changes no files.
    """

    wanted = Signal(str)
    """The number of the file that somebody wants to open."""

    def __init__(self, register: Register | None, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.setObjectName("why")
        self._register, self._number = register, ""
        self.name, self.number = Text("subtitle", self, wraps=True), Text("small", self)
        self.column.addWidget(self.name)
        line = QWidget(self)
        flow = FlowLayout(line)
        self.chip = Chip(None, line)
        self.seal = Chip(None, line)
        flow.addWidget(self.chip)
        flow.addWidget(self.seal)
        flow.addWidget(self.number)
        self.column.addWidget(line)
        self._told = QVBoxLayout()
        self._told.setSpacing(GRID // 2)
        self.column.addLayout(self._told)
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(GRID)
        self.column.addLayout(self._reasons)
        self.open_button = QPushButton(self)
        self.open_button.setObjectName("open-ranked")
        self.say(self.open_button.setText, lambda: self.tr("Open the file"))
        self.open_button.clicked.connect(self._open)
        self.column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)

    def show_family(
        self,
        family: PlacedFamily,
        following: PlacedFamily | None,
        answer: RankingAnswer,
        reasoned: Reasoned | None,
        reader: Reader,
    ) -> None:
        """Show a family.

        Args:
            family: of the order.
            following: the one that stands next.
            answer: the order.
            reasoned: why, once it is read.
            reader: who reads.
        """
        self._number = family.standing.file_number
        self.name.setText(isolated(family.head_name))
        self.number.setText(self.tr("File {number}").format(number=reader.code(self._number)))
        sealed = Mark(Tone.WAIT, self.tr("Sealed file"), Sign.LOCK)
        self.seal.show_mark(sealed if family.sealed else None)
        self.setAccessibleName(bare(family.head_name))
        self.chip.show_mark(None if answer.places is None else place_mark(family, answer.places))
        emptied(self._told)
        for words in sayings(family, following, answer, reader):
            said = Text("", self, wraps=True)
            said.setText(words)
            self._told.addWidget(said)
        emptied(self._reasons)
        if reasoned is None:
            said = Text("soft", self, wraps=True)
            said.setText(self.tr("Reading why…"))
            self._reasons.addWidget(said)
            return
        for widget in self._rows(reasoned, reader):
            self._reasons.addWidget(widget)

    @Slot()
    def _open(self) -> None:
        self.wanted.emit(self._number)

    def _rows(self, reasoned: Reasoned, reader: Reader) -> Iterator[QWidget]:
        reasons = reasoned.reasons
        heaviest = max((each.part.weight.high for each in reasons.parts), default=100)
        for part in reasons.parts:
            yield _line(self)
            yield _PartRow(part, float(heaviest), reasoned, reader, self)
        for number, each in enumerate(reasons.classes):
            yield _line(self)
            yield _ClassRow(each, reasons, reader, first=not number, parent=self)
        if reasons.open_facts:
            yield _line(self)
            yield self._open_facts(reasoned, reader)

    def _open_facts(self, reasoned: Reasoned, reader: Reader) -> QWidget:
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        head = Text("strong", block, wraps=True)
        head.setText(self.tr("What could lift or lower it"))
        column.addWidget(head)
        for each in reasoned.reasons.open_facts:
            words = Text("", block, wraps=True)
            words.setText(capitalised(sentence_words(reader, each.label, reasoned.file)))
            column.addWidget(words)
            if self._register is not None:
                button = QPushButton(block)
                button.setObjectName(f"record {each.pointer}")
                button.setProperty("kind", "link")
                button.setProperty("pointer", each.pointer)
                button.setText(self.tr("Record it now"))
                button.setAccessibleName(bare(f"{button.text()}: {words.text()}"))
                button.clicked.connect(self._record)
                column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return block

    @Slot()
    def _record(self) -> None:
        button = self.sender()
        if self._register is not None and button is not None:
            self._register(self._number, str(button.property("pointer")))


class _PartRow(QWidget):
    """A measure: its points of its weight, the bar of them, what it was taken from, and where that is stated."""

    def __init__(
        self, reason: PartReason, heaviest: float, reasoned: Reasoned, reader: Reader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        part = reason.part
        self.setObjectName(f"part {part.id}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        title, points = Text("strong", self, wraps=True), Text("strong", self)
        title.setText(capitalised(reader.wording(part.label)))
        points.setText(figures(part.points, reader))
        head.addWidget(title, 1)
        head.addWidget(points, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        bar = MeasureBar(self)
        bar.show_parts(
            float(part.points.low) / heaviest, float(part.points.high) / heaviest, float(part.weight.high) / heaviest
        )
        column.addWidget(bar)
        if reason.sentence is not None:
            said = Text("", self, wraps=True)
            said.setText(sentence_words(reader, reason.sentence, reasoned.file))
            column.addWidget(said)
        weighed = Text("small", self, wraps=True)
        weighed.setText(
            reader.digits(translate("WhyCard", "{score} of 100, weighing {weight} of 100")).format(
                score=figures(part.value, reader), weight=figure(part.weight.low, reader)
            )
        )
        column.addWidget(weighed)
        source = QWidget(self)
        flow = FlowLayout(source)
        cited = Text("small", source, wraps=True)
        cited.setText(cite_words(reason.weight_cite, reasoned.reasons.laws, reader))
        flow.addWidget(Chip(confidence_mark(reason.weight_cite.confidence, reader), source))
        flow.addWidget(cited)
        column.addWidget(source)
        self.setAccessibleName(bare(f"{title.text()}: {points.text()}"))


class _ClassRow(QWidget):
    """A class of the order that the family belongs to, or may belong to."""

    def __init__(self, reason: ClassReason, reasons: Reasons, reader: Reader, *, first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        each = reason.belongs
        self.setObjectName(f"class {each.number}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        title = Text("strong" if first else "", self, wraps=True)
        title.setText(
            translate("WhyCard", "Class {number}: {label}").format(
                number=reader.number(each.number), label=reader.wording(each.label)
            )
        )
        column.addWidget(title)
        line = QWidget(self)
        flow = FlowLayout(line)
        sure = each.belongs.known
        words = translate("WhyCard", "Belongs to it") if sure else translate("WhyCard", "May belong to it")
        flow.addWidget(Chip(Mark(Tone.GOOD if sure else Tone.UNKNOWN, words), line))
        flow.addWidget(Chip(confidence_mark(reason.cite.confidence, reader), line))
        cited = Text("small", line, wraps=True)
        cited.setText(cite_words(reason.cite, reasons.laws, reader))
        flow.addWidget(cited)
        column.addWidget(line)


def sayings(
    family: PlacedFamily, following: PlacedFamily | None, answer: RankingAnswer, reader: Reader
) -> Iterator[str]:
    """Where a family stands and by what, in sentences."""
    ranked = family.ranked
    of = translate("WhyCard", "Rank {rank} of {all}")
    if not family.standing.by_class:
        of = translate("WhyCard", "Rank {rank} of {all}, with a score of {score}")
    yield of.format(
        rank=reader.number(ranked.rank), all=reader.number(len(answer.families)), score=score_words(family, reader)
    )
    if ranked.best_rank != ranked.worst_rank:
        yield translate(
            "WhyCard", "Once all that is open is known it stands between rank {best} and rank {worst}."
        ).format(best=reader.number(ranked.best_rank), worst=reader.number(ranked.worst_rank))
    if family.standing.entitled.may_fail:
        yield translate("WhyCard", "Its right itself is open: until that is settled nothing of its score is sure.")
    area = "" if family.standing.area is None else isolated(family.standing.area)
    if ranked.place is Place.BY_QUOTA:
        yield translate("WhyCard", "It has one of the places held for {area}.").format(area=area)
    elif ranked.place is Place.BY_RANK and answer.places is not None:
        yield translate("WhyCard", "It has a place by its rank among all.")
    if following is not None and ranked.before_next is not DecidedBy.SCORE:
        yield _tie(family, following, answer, reader)


def _tie(family: PlacedFamily, following: PlacedFamily, answer: RankingAnswer, reader: Reader) -> str:
    name = isolated(following.head_name)
    if family.ranked.before_next is DecidedBy.LOT:
        return translate("WhyCard", "Equal with the family of {name}; the draw {draw} puts it first.").format(
            name=name, draw=isolated(answer.draw)
        )
    if family.standing.applied_on is None:
        return translate("WhyCard", "Equal with the family of {name}.").format(name=name)
    return translate("WhyCard", "Equal with the family of {name}; it applied earlier, on {day}.").format(
        name=name, day=reader.day(family.standing.applied_on)
    )


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("kind", "line")
    return line
