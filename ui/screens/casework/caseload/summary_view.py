"""What a run came to: how many came out how, what is due, the run before beside it, and what differs from decisions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.facts.codes import Outcome
from desktop.values.language import capitalised
from ui.language.worded import Worded
from ui.parts.card import Card, FigureCard
from ui.parts.charts.chart_card import ChartCard
from ui.parts.charts.stacked_bars import StackedBars
from ui.parts.fields.sentences import sentence_of
from ui.parts.text import Text
from ui.parts.tiles import Tiles
from ui.screens.casework.caseload import summary_charts as charts
from ui.screens.casework.caseload.reading import RunShown
from ui.screens.casework.caseload.rolling import rolling
from ui.screens.casework.caseload.words import CaseloadCounts, outcome_series
from ui.screens.casework.side_cards import emptied
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID

_CARD, _CHART = 165, 430
"""Pixels that a figure and a chart need at 100 %."""

_NAMED = 20
"""Files that could not be assessed, named at once; the others are counted."""


class SummaryView(Worded, QWidget):
    """The second chart leads to the list of the files that it counts."""

    listed = Signal(str)
    """The kind of the files that somebody wants to see."""

    opened = Signal(str)
    """The number of a file that somebody opens."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.shown: RunShown | None = None
        self.figures: dict[str, FigureCard] = {}
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GRID, 0, GRID * 2)
        column.setSpacing(GRID + GRID // 2)
        self._cards = Tiles(_CARD, 5, inside)
        named: tuple[tuple[str, Callable[[], str]], ...] = (
            ("files", lambda: self.tr("Households assessed")),
            (Outcome.ELIGIBLE.value, lambda: self.tr("Eligible")),
            (Outcome.INELIGIBLE.value, lambda: self.tr("Ineligible")),
            (Outcome.UNDETERMINED.value, lambda: self.tr("Undetermined")),
            ("due", lambda: self.tr("Due a month")),
        )
        for key, words in named:
            card = FigureCard(words, self._cards, leads=False)
            card.setObjectName(f"ran-{key}")
            self.figures[key] = card
            self._cards.add(card)
        column.addWidget(self._cards)
        self.more = Text("soft", inside, wraps=True)
        column.addWidget(self.more)
        self._charts = Tiles(_CHART, 2, inside)
        self.outcomes = ChartCard(lambda: self.tr("How the households came out"), StackedBars(), str, self._charts)
        self.decisions = ChartCard(
            lambda: self.tr("Beside the last decisions"),
            StackedBars(),
            lambda: self.tr("Point at a bar for its number; Enter lists the households."),
            self._charts,
        )
        for name, chart in (("outcomes", self.outcomes), ("decisions", self.decisions)):
            chart.setObjectName(f"chart-{name}")
            chart.turned.connect(self._charts.arrange)
            self._charts.add(chart)
        self.decisions.chart.opened.connect(self._open_group)
        column.addWidget(self._charts)
        self.left_over = Card(lambda: self.tr("Not assessed"), inside)
        self.left_over.setObjectName("not-assessed")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID)
        self.left_over.column.addLayout(self._lines)
        column.addWidget(self.left_over)
        column.addStretch(1)
        self.pane = rolling(inside, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pane)

    def show_run(self, shown: RunShown) -> None:
        """Show what a run came to."""
        self.shown = shown
        self.draw()

    def draw(self) -> None:
        """Show it anew: other words, digits or sizes."""
        shown, reader = self.shown, self._workplace.reader
        if shown is None:
            return
        self.figures["files"].show_figure(reader.number(shown.files))
        for outcome in Outcome:
            self.figures[outcome.value].show_figure(reader.number(shown.outcomes.get(outcome, 0)))
        self.figures["due"].show_figure("—" if shown.due is None else reader.money(shown.due))
        self._cards.arrange()
        self.more.setText(self._more(shown))
        self.more.setVisible(bool(self.more.text()))
        if isinstance(self.outcomes.chart, StackedBars):
            self.outcomes.chart.show_groups(outcome_series(reader), charts.outcome_groups(shown, reader))
        self.outcomes.show_chart(outcome_series(reader), charts.outcome_numbers(shown, reader), reader)
        self.decisions.setVisible(shown.counts is not None)
        if shown.counts is not None and isinstance(self.decisions.chart, StackedBars):
            self.decisions.chart.show_groups(charts.kind_series(), charts.kind_groups(shown.counts, reader))
            self.decisions.show_chart((), charts.kind_numbers(shown.counts, reader), reader)
        self._charts.arrange()
        self._draw_left_over(shown)

    @override
    def reworded(self) -> None:
        self.draw()

    def _more(self, shown: RunShown) -> str:
        counts, reader = CaseloadCounts(), self._workplace.reader
        parts = []
        if shown.open_amounts:
            parts.append(counts.open_amounts(shown.open_amounts, reader))
        if shown.closed:
            parts.append(counts.closed(shown.closed, reader))
        if shown.answer is not None and shown.answer.opened:
            parts.append(counts.opened(shown.answer.opened, reader))
        return capitalised(" · ".join(parts))

    def _draw_left_over(self, shown: RunShown) -> None:
        emptied(self._lines)
        self.left_over.setVisible(shown.unassessed > 0)
        reader = self._workplace.reader
        faults = () if shown.answer is None else shown.answer.unassessed
        for each in faults[:_NAMED]:
            said = Text("", self.left_over, wraps=True)
            said.setText(sentence_of(each.error, reader))
            self._lines.addWidget(said)
            button = QPushButton(self.left_over)
            button.setProperty("kind", "link")
            button.setObjectName(f"open {each.file_number}")
            button.setProperty("number", each.file_number)
            button.setText(self.tr("Open file {number}").format(number=reader.code(each.file_number)))
            button.clicked.connect(self._open_file)
            self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        rest = shown.unassessed - len(faults[:_NAMED])
        if rest:
            said = Text("soft", self.left_over, wraps=True)
            said.setText(
                self.tr("{count}; assess each from its file to see why.").format(
                    count=CaseloadCounts().not_assessed(rest, reader)
                )
            )
            self._lines.addWidget(said)

    @Slot()
    def _open_file(self) -> None:
        button = self.sender()
        if button is not None:
            self.opened.emit(str(button.property("number")))

    @Slot(object)
    def _open_group(self, key: tuple[str, str]) -> None:
        self.listed.emit(key[0])
