"""The effect of a change: how many gain and lose, what it costs, and by whom and how much, in figures and charts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.language.worded import Worded
from ui.parts.card import FigureCard
from ui.parts.charts.chart_card import ChartCard
from ui.parts.charts.histogram import Histogram
from ui.parts.charts.marks import Step
from ui.parts.charts.stacked_bars import StackedBars
from ui.parts.signs import Mark
from ui.parts.text import Text
from ui.parts.tiles import Tiles
from ui.screens.casework.simulation import outcome_charts as charts
from ui.screens.casework.simulation.words import (
    GAINS,
    LOSES,
    OPEN,
    SAME,
    UNDETERMINED,
    SimulationCounts,
    amount,
    between,
    kind_series,
)
from ui.shell.workplace import Workplace
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from ui.screens.casework.simulation.reading import Simulated

_CARD, _CHART = 165, 430
"""Pixels that a figure and a chart need at 100 %."""


class OutcomeView(Worded, QWidget):
    """Everything leads to the list of the families that it counts."""

    listed = Signal(str, str, str)
    """Kind of the families, the column of a group, and its key; the last two empty for all."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.shown: Simulated | None = None
        self.figures: dict[str, FigureCard] = {}
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GRID, 0, GRID * 2)
        column.setSpacing(GRID + GRID // 2)
        self._cards = Tiles(_CARD, 6, inside)
        named: tuple[tuple[str, Callable[[], str]], ...] = (
            ("families", lambda: self.tr("Households reckoned")),
            (GAINS, lambda: self.tr("Gain")),
            (LOSES, lambda: self.tr("Lose")),
            (SAME, lambda: self.tr("No change")),
            (OPEN, lambda: self.tr("Effect not known")),
            (UNDETERMINED, lambda: self.tr("Right not settled after the change")),
        )
        for kind, words in named:
            card = FigureCard(words, self._cards, leads=kind in {GAINS, LOSES, SAME, OPEN})
            card.setObjectName(f"simulated-{kind}")
            card.opened.connect(self._open_figure)
            self.figures[kind] = card
            self._cards.add(card)
        column.addWidget(self._cards)
        self._charts = Tiles(_CHART, 2, inside)
        point = self._point
        self.cost = ChartCard(lambda: self.tr("Cost before and after"), StackedBars(), lambda: "", self._charts)
        self.difference, self.rights = Text("subtitle", self.cost, wraps=True), Text("soft", self.cost, wraps=True)
        self.cost.column.insertWidget(1, self.difference)
        self.cost.column.insertWidget(2, self.rights)
        self.spread = ChartCard(
            lambda: self.tr("How the change is spread"),
            Histogram(),
            lambda: self.tr("Each bar counts households."),
            self,
        )
        self.groups = {
            "size": ChartCard(lambda: self.tr("By size of the household"), StackedBars(), point, self._charts),
            "category": ChartCard(lambda: self.tr("By category"), StackedBars(), point, self._charts),
            "section": ChartCard(lambda: self.tr("By section"), StackedBars(), point, self._charts),
            "office": ChartCard(lambda: self.tr("By office"), StackedBars(), point, self._charts),
        }
        for name, chart in {"cost": self.cost, "spread": self.spread, **self.groups}.items():
            chart.setObjectName(f"chart-{name}")
            chart.turned.connect(self._charts.arrange)
            self._charts.add(chart)
        column.addWidget(self._charts)
        column.addStretch(1)
        self.pane = QScrollArea(self)
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pane)
        for each in self.groups.values():
            each.chart.opened.connect(self._open_group)
        self.spread.chart.opened.connect(self._open_step)

    def show_simulated(self, shown: Simulated) -> None:
        """Show the sums of a simulation."""
        self.shown = shown
        self.draw()

    def draw(self) -> None:
        """Show them anew: other words, digits or sizes."""
        shown, reader = self.shown, self._workplace.reader
        if shown is None:
            return
        sums, currency = shown.answer.sums.all, shown.answer.currency
        marks: dict[str, Mark | None] = {
            GAINS: Mark(Tone.GOOD, self.tr("{amount} more").format(amount=amount(reader, sums.gained, currency)))
            if sums.gains
            else None,
            LOSES: Mark(Tone.STOP, self.tr("{amount} less").format(amount=amount(reader, sums.lost, currency)))
            if sums.loses
            else None,
            UNDETERMINED: Mark(
                Tone.UNKNOWN, self.tr("{count} before").format(count=reader.number(sums.undetermined_before))
            ),
        }
        counted = {
            "families": sums.families,
            GAINS: sums.gains,
            LOSES: sums.loses,
            SAME: sums.same,
            OPEN: sums.open,
            UNDETERMINED: sums.undetermined_after,
        }
        for kind, card in self.figures.items():
            card.show_figure(reader.number(counted[kind]), marks.get(kind))
        self._cards.arrange()
        self._draw_cost(shown)
        self._draw_spread(shown)
        for column, chart in self.groups.items():
            self._draw_group(shown, column, chart)
        self._charts.arrange()

    @override
    def reworded(self) -> None:
        self.draw()

    def _point(self) -> str:
        return self.tr("Point at a part of a bar for its number; Enter lists the households.")

    def _draw_cost(self, shown: Simulated) -> None:
        reader, chart = self._workplace.reader, self.cost.chart
        if isinstance(chart, StackedBars):
            chart.show_groups(charts.cost_series(), charts.costs_of(shown, reader))
        known = shown.answer.sums.all.after.at_most == shown.answer.sums.all.after.at_least
        known = known and shown.answer.sums.all.before.at_most == shown.answer.sums.all.before.at_least
        self.cost.show_chart(() if known else charts.cost_series(), charts.cost_numbers(shown, reader), reader)
        self.difference.setText(self._difference(shown))
        sums, counts = shown.answer.sums.all, SimulationCounts()
        self.rights.setText(" · ".join((counts.newly(sums.newly, reader), counts.no_longer(sums.no_longer, reader))))

    def _difference(self, shown: Simulated) -> str:
        """What is spent more or less, with the period that the amounts are of."""
        sums, currency, reader = shown.answer.sums.all, shown.answer.currency, self._workplace.reader
        period = reader.wording(shown.period.label)
        before, after = sums.before, sums.after
        low = None if before.at_most is None else after.at_least - before.at_most
        high = None if after.at_most is None else after.at_most - before.at_least
        if low == high == 0:
            return self.tr("Nothing more is spent, and nothing less")
        if low is not None and low >= 0:
            said = between(reader, low, high, currency)
            return self.tr("{amount} more, {period}").format(amount=said, period=period)
        if high is not None and high <= 0:
            said = between(reader, -high, None if low is None else -low, currency)
            return self.tr("{amount} less, {period}").format(amount=said, period=period)
        if low is not None and high is not None:
            return self.tr("From {less} less to {more} more, {period}").format(
                less=amount(reader, -low, currency), more=amount(reader, high, currency), period=period
            )
        return self.tr("How much more or less is not known: a figure has no upper bound")

    def _draw_spread(self, shown: Simulated) -> None:
        reader, chart = self._workplace.reader, self.spread.chart
        steps = charts.steps_of(shown, reader)
        if isinstance(chart, Histogram):
            chart.show_steps(
                charts.spread_series(),
                steps,
                measure=lambda minor: charts.whole(minor, reader),
                count=reader.number,
            )
        self.spread.show_chart(charts.spread_series(), charts.spread_numbers(shown, reader), reader)
        self.spread.setVisible(bool(steps))

    def _draw_group(self, shown: Simulated, column: str, card: ChartCard) -> None:
        reader = self._workplace.reader
        groups = charts.groups_of(shown, column, reader)
        if isinstance(card.chart, StackedBars):
            card.chart.show_groups(kind_series(), groups)
        card.show_chart(kind_series(), charts.numbers_of(shown, column, charts.head_of(column), reader), reader)
        # One bar compares nothing: that is what the figures above say.
        card.setVisible(len(groups) > 1 or (column == "size" and bool(groups)))

    @Slot()
    def _open_figure(self) -> None:
        for kind, card in self.figures.items():
            if card is self.sender():
                self.listed.emit(kind, "", "")

    @Slot(object)
    def _open_group(self, key: tuple[str, str]) -> None:
        for column, card in self.groups.items():
            if card.chart is self.sender():
                self.listed.emit(key[1], column, key[0])

    @Slot(object)
    def _open_step(self, step: Step) -> None:
        self.listed.emit(step.series, "", "")
