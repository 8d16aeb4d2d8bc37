"""A chart on a card: what its patterns mean, what the mark under the mouse or the keyboard says, and its numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from desktop.values.isolates import bare
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.charts.chart import Chart
from ui.parts.charts.legend import Legend
from ui.parts.charts.marks import Numbers, Series
from ui.parts.table.columns import Column
from ui.parts.table.model import TableModel
from ui.parts.table.view import Table
from ui.parts.text import Text
from ui.parts.tiles import WIDE
from ui.theme.tokens import GRID

Row = tuple[int, tuple[str, ...]]
"""Its place, and its cells."""


class ChartCard(Card):
    """Holds one chart; while it shows numbers it asks `Tiles` for the whole width.

    Args:
        heading: what the chart shows.
        chart: the picture; the card becomes its parent.
        hint: what stands below it while nothing is pointed at.
    """

    turned = Signal()
    """It shows its numbers instead of the chart, or the other way round."""

    def __init__(
        self, heading: Callable[[], str], chart: Chart, hint: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(None, parent)
        self._heading, self._hint = heading, hint
        self._numbers = Numbers((), ())
        self._reader = Reader()
        self._table: Table | None = None
        self.chart, self.legend, self.reading = chart, Legend(self), Text("small", self, wraps=True)
        self.title = Text("strong", self, wraps=True)
        self.switch = QPushButton(self)
        self.switch.setProperty("kind", "link")
        self.switch.setCheckable(True)
        self.switch.toggled.connect(self._turn)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.title, 1)
        head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(chart)
        self.column.addLayout(head)
        self.column.addWidget(self.legend)
        self.column.addWidget(self.pages)
        self.column.addWidget(self.reading)
        self.column.addStretch(1)
        chart.told.connect(self._tell)
        self.say(self._named, heading)
        self._say_switch()

    def show_chart(self, series: Sequence[Series], numbers: Numbers, reader: Reader) -> None:
        """Show what the patterns mean and the numbers behind; the chart itself was given its own."""
        self._numbers, self._reader = numbers, reader
        self.legend.show_series(series)
        self._drop_table()
        if self.switch.isChecked():
            self._show_table()
        self._fit()
        self._tell("")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def reworded(self) -> None:
        self._say_switch()
        self._tell("")

    def _named(self, heading: str) -> None:
        self.title.setText(heading)
        self.setAccessibleName(bare(heading))
        self.chart.set_name(bare(heading))

    def _tell(self, words: str) -> None:
        self.reading.setText(words or self._hint())

    def _turn(self, _checked: object = None) -> None:
        if self.switch.isChecked():
            self._show_table()
        else:
            self._drop_table()
        self.setProperty(WIDE, self.switch.isChecked())
        self._say_switch()
        self._fit()
        self.turned.emit()

    def _say_switch(self) -> None:
        words = self.tr("Show the chart") if self.switch.isChecked() else self.tr("Show the numbers")
        self.switch.setText(words)
        self.switch.setAccessibleName(bare(f"{words}: {self._heading()}"))

    def _show_table(self) -> None:
        numbers = self._numbers
        columns = [_column(number, numbers) for number in range(len(numbers.heads))]
        model = TableModel(columns, lambda row: row[0], self._reader)
        self._table = Table(model, self._heading, self, filtered=False)
        self._table.setObjectName("numbers")
        self._table.foot.hide()
        self._table.show_rows(list(enumerate(numbers.rows)))
        self.pages.addWidget(self._table)
        self.pages.setCurrentWidget(self._table)

    def _drop_table(self) -> None:
        self.pages.setCurrentWidget(self.chart)
        if self._table is not None:
            self.pages.removeWidget(self._table)
            self._table.deleteLater()
            self._table = None

    def _fit(self) -> None:
        """As high as what is shown: a stack would keep the height of the higher page."""
        by_width = self.chart.hasHeightForWidth()
        height = self.chart.heightForWidth(self.pages.width()) if by_width else self.chart.sizeHint().height()
        if self._table is not None:
            grid = self._table.grid
            rows = len(self._numbers.rows) * grid.verticalHeader().defaultSectionSize()
            heads = max(grid.horizontalHeader().height(), grid.horizontalHeader().sizeHint().height())
            height = max(height, min(heads + rows + GRID * 2, height * 2))
        self.pages.setFixedHeight(height)
        self.reading.setVisible(self._table is None)
        self.legend.setVisible(self._table is None and bool(self._numbers.rows))


def _column(number: int, numbers: Numbers) -> Column[Row]:
    # Wide enough for its longest cell; headings break into lines.
    longest = max((len(bare(row[number])) for row in numbers.rows), default=0)
    return Column(
        f"column{number}",
        lambda: numbers.heads[number],
        lambda row, _reader: row[1][number],
        width=150 if number == 0 else max(80, 24 + longest * 7),
        stretch=number == 0,
        strong=number == 0,
        hideable=False,
    )
