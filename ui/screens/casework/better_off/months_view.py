"""What a supposed income leaves: three figures, the months as a picture, what changes in words, and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.programmes.foresight.better_off import Month
from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.card import Card, FigureCard
from ui.parts.charts.chart_card import ChartCard
from ui.parts.charts.marks import Fill, Group, Numbers, Segment, Series
from ui.parts.charts.stacked_columns import Pillar, StackedColumns
from ui.parts.labels import set_kind
from ui.parts.table.export import Format
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.parts.text import Text
from ui.screens.casework.better_off.month_columns import MonthColumns, MonthRow
from ui.screens.casework.better_off.month_words import difference_words, more_words, short_month, span_words, together
from ui.screens.casework.sheet_words import outcome_mark, sentence_words
from ui.screens.casework.side_cards import emptied
from ui.screens.registry.list_export import ListExport
from ui.shell.workplace import Workplace
from ui.theme.look import worn
from ui.theme.tokens import GRID, Tone

if TYPE_CHECKING:
    from desktop.casework.better_off import BetterOffAnswer

_BESIDE, _WORDS, _ROWS = 860, 320, 470
"""Pixels at 100 % from which words stand beside the picture, of the words' column, and of the table."""

SURE, OPEN, INCOME, WITHOUT = "sure", "open", "income", "without"


class MonthsView(Worded, QWidget):
    """The months of one supposed income."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._answer: BetterOffAnswer | None = None
        self.exporting = ListExport(workplace, self)
        self.support = FigureCard(lambda: self.tr("Support in the first month"), self, leads=False)
        self.a_month = FigureCard(lambda: self.tr("In the family’s hands, in the first month"), self, leads=False)
        self.in_all = FigureCard(lambda: self.tr("Over all the months"), self, leads=False)
        figures = QHBoxLayout()
        figures.setSpacing(GRID + GRID // 2)
        for each in (self.support, self.a_month, self.in_all):
            each.figure.setWordWrap(True)
            figures.addWidget(each, 1)
        self.columns = StackedColumns(self)
        self.picture = ChartCard(
            lambda: self.tr("Month by month"),
            self.columns,
            lambda: self.tr("A line across a column is the support without the income; ▲ marks a change."),
            self,
        )
        # The table below has the numbers, and more of them.
        self.picture.switch.hide()
        self.words = Card(lambda: self.tr("In words"), self)
        self.words.setObjectName("job-words")
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(GRID)
        self.words.column.addLayout(self._sentences)
        self.words.column.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(GRID + GRID // 2)
        self._row.addWidget(self.picture, 1)
        self._row.addWidget(self.words)
        self._heads = MonthColumns(self)
        self.table = Table(
            TableModel(self._heads.all(), lambda row: row.month.on, workplace.reader),
            lambda: self.tr("Months with the income"),
            self,
            filtered=False,
        )
        self.table.setObjectName("months")
        self.table.exported.connect(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + GRID // 2)
        column.addLayout(figures)
        column.addLayout(self._row)
        column.addWidget(self.table)
        self.turn()

    @property
    def answer(self) -> BetterOffAnswer | None:
        """What is shown."""
        return self._answer

    def show_answer(self, answer: BetterOffAnswer) -> None:
        """Show what was reckoned."""
        self._answer = answer
        self._heads.file = answer.file
        changing = {each.on for each in answer.changes}
        self.table.show_rows([MonthRow(each, each.on in changing) for each in answer.months])
        self.show_anew()

    def forget(self) -> None:
        """Nothing is supposed any more."""
        self._answer = None

    def show_anew(self) -> None:
        """Say everything in the words and the look of the moment."""
        self.turn()
        answer, reader = self._answer, self._workplace.reader
        self.table.reread(reader)
        if answer is None:
            return
        first = answer.months[0]
        self.support.show_figure(
            span_words(first.support, reader), outcome_mark(reader, first.outcome, answer.file, None)
        )
        self.a_month.show_figure(more_words(first, reader))
        self.in_all.show_figure(difference_words(answer.in_all, answer.currency, reader))
        self._show_words(answer, reader)
        self._show_picture(answer, reader)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.turn()

    def turn(self) -> None:
        """Put the words beside the picture where there is room."""
        look = worn()
        beside = self.width() >= look.pixels(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
        self.words.setMinimumWidth(look.pixels(_WORDS) if beside else 0)
        self.words.setMaximumWidth(look.pixels(_WORDS) if beside else 16_777_215)
        self.table.setMinimumHeight(look.pixels(_ROWS))
        # Two amounts and a word between them are a sentence, not a figure; and large ones would break in a narrow card.
        answer = self._answer
        known = answer is None or (answer.months[0].support.known and answer.in_all[0] == answer.in_all[1])
        for each in (self.support, self.a_month, self.in_all):
            set_kind(each.figure, "figure" if known and beside else "subtitle")

    def _show_words(self, answer: BetterOffAnswer, reader: Reader) -> None:
        emptied(self._sentences)
        blocks = [(self.tr("From {day}").format(day=reader.day_in_words(answer.months[0].on)), answer.first)]
        blocks += [
            (self.tr("From {day}").format(day=reader.day_in_words(each.on)), each.sentences) for each in answer.changes
        ]
        blocks.append((self.tr("In all"), (answer.in_all_said,)))
        if answer.had_together:
            blocks.append((self.tr("Whether they may be had together"), answer.had_together))
        for heading, sentences in blocks:
            head = Text("strong", self.words, wraps=True)
            head.setText(heading)
            self._sentences.addWidget(head)
            for each in sentences:
                line = Text("", self.words, wraps=True)
                line.setText(sentence_words(reader, each, answer.file))
                self._sentences.addWidget(line)

    def _show_picture(self, answer: BetterOffAnswer, reader: Reader) -> None:
        changing = {each.on for each in answer.changes}
        series = [
            Series(SURE, self.tr("Support"), Tone.GOOD, Fill.SOLID),
            Series(INCOME, self.tr("Income"), Tone.WAIT, Fill.DOTS),
        ]
        if any(not each.support.known for each in answer.months):
            series.insert(1, Series(OPEN, self.tr("Support that is not sure"), Tone.UNKNOWN, Fill.STRIPES))
        if any(each.support_without.known for each in answer.months):
            series.append(Series(WITHOUT, self.tr("Support without the income"), Tone.PLAIN, Fill.LINE))
        self.columns.show_pillars(
            series,
            [self._pillar(each, reader, marked=each.on in changing) for each in answer.months],
            measure=lambda minor: reader.number(minor // 100),
        )
        # The legend shows while there are numbers; they stand in the table below.
        self.picture.show_chart(series, Numbers((self.tr("Month"),), (("",),)), reader)

    def _pillar(self, month: Month, reader: Reader, *, marked: bool) -> Pillar:
        most = month.support.most or month.support.least
        parts = (
            (SURE, month.support.least.minor),
            (OPEN, most.minor - month.support.least.minor),
            (INCOME, month.income.minor),
        )
        segments = tuple(Segment(key, value, "", "") for key, value in parts)
        words = self.tr("{month}: support {support}, with the income {together}; {more}").format(
            month=reader.day_in_words(month.on, both=False),
            support=span_words(month.support, reader),
            together=span_words(together(month), reader),
            more=more_words(month, reader),
        )
        if marked:
            words = self.tr("{words}; something changes").format(words=words)
        return Pillar(
            Group(month.on.isoformat(), short_month(month.on, reader), "", segments),
            bare(words),
            beside=month.support_without.least.minor if month.support_without.known else None,
            marked=marked,
            begins=month.on.month == 1,
        )

    @Slot(str)
    def _export(self, form: str) -> None:
        rows = self.table.model.rows if isinstance(self.table.model, TableModel) else ()
        title = self.tr("What the income leaves")
        self.exporting.ask(Format(form), self.table.shown_columns(), lambda _office: rows, title)
