"""How a change is spread around zero: bars side by side on an axis that runs in the reading direction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.parts.charts.chart import Chart, Mark
from ui.parts.charts.marks import Series, Step
from ui.parts.charts.painting import fill_mark, write
from ui.theme.look import worn

TALL = 190
"""Pixels at 100 %."""

_LINES = 4
"""Lines across, at most."""


class Histogram(Chart):
    """Steps of equal width; marks are told by their `Step`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: dict[str, Series] = {}
        self._steps: tuple[Step, ...] = ()
        self._measure: Callable[[int], str] = str
        self._count: Callable[[int], str] = str

    def show_steps(
        self,
        series: Sequence[Series],
        steps: Sequence[Step],
        *,
        measure: Callable[[int], str],
        count: Callable[[int], str],
    ) -> None:
        """Show these bars.

        Args:
            series: what they may be.
            steps: one beside the other, without a gap.
            measure: says a place on the axis.
            count: says a number of what is counted.
        """
        self._series = {each.key: each for each in series}
        self._steps, self._measure, self._count = tuple(steps), measure, count
        self.shown_anew()

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().pixels(320), worn().pixels(TALL) + self.fontMetrics().height() * 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().pixels(200), self.sizeHint().height())

    @override
    def laid_out(self) -> list[Mark]:
        field, found = self._field(), []
        wide = field.width() / max(1, len(self._steps))
        for number, step in enumerate(self._steps):
            if not step.value:
                continue
            tall = max(field.height() * step.value / self._top(), 3)
            place = QRectF(field.left() + number * wide + 1, field.bottom() - tall, max(wide - 2, 2), tall)
            found.append(Mark(step, 0, self.mirrored(place), step.words))
        return found

    @override
    def painted(self, painter: QPainter) -> None:
        look, field, metrics = worn(), self._field(), painter.fontMetrics()
        leading = Qt.AlignmentFlag.AlignRight if self.right_to_left else Qt.AlignmentFlag.AlignLeft
        step = self._top() // _ticks(self._top())
        for number in range(0, self._top() + 1, max(1, step)):
            across = field.bottom() - field.height() * number / self._top()
            ends = self.mirrored(QRectF(field.left(), across, field.width(), 0))
            painter.setPen(QPen(QColor(look.palette.edge if number == 0 else look.palette.line), 1))
            painter.drawLine(QLineF(ends.left(), across, ends.right(), across))
            painter.setPen(QColor(look.palette.soft_ink))
            place = QRectF(0, across - metrics.height() / 2, field.left() - 6, metrics.height())
            write(painter, self.mirrored(place), self._count(number), leading, right_to_left=self.right_to_left)
        for mark in self.marks:
            series = self._series[mark.key.series]
            fill_mark(painter, mark.place, series.tone, series.fill)
        self._axis(painter, field)

    def _axis(self, painter: QPainter, field: QRectF) -> None:
        """Amounts below the edges of bars, as many as have room, zero always and with a line through the field."""
        if not self._steps:
            return
        look, metrics = worn(), painter.fontMetrics()
        edges = [each.low for each in self._steps] + [self._steps[-1].high]
        wide = field.width() / len(self._steps)
        room = max(metrics.horizontalAdvance(self._measure(each)) for each in (edges[0], edges[-1])) + look.pixels(14)
        taken: list[tuple[float, float]] = []
        for value in sorted(edges, key=lambda each: (each != 0, each not in (edges[0], edges[-1]), edges.index(each))):
            across = field.left() + edges.index(value) * wide
            if value == 0:
                line = self.mirrored(QRectF(across, field.top(), 0, field.height()))
                painter.setPen(QPen(QColor(look.palette.ink), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QLineF(line.left(), field.top() - 4, line.left(), field.bottom()))
            if any(abs(across - other) < room for other, _ in taken):
                continue
            taken.append((across, room))
            start = min(max(across - room / 2, 0), self.width() - room)
            place = self.mirrored(QRectF(start, field.bottom() + 4, room, metrics.height()))
            painter.setPen(QColor(look.palette.ink if value == 0 else look.palette.soft_ink))
            write(
                painter,
                place,
                self._measure(value),
                Qt.AlignmentFlag.AlignHCenter,
                right_to_left=self.right_to_left,
            )

    def _top(self) -> int:
        """A round number at or above the highest bar."""
        most = max((each.value for each in self._steps), default=0) or 1
        if most <= _LINES:
            return most
        step = 1
        while True:
            for factor in (1, 2, 5):
                if step * factor * _LINES >= most:
                    return -(-most // (step * factor)) * step * factor
            step *= 10

    def _field(self) -> QRectF:
        """Where the bars stand, measured from the reading edge."""
        look, metrics = worn(), self.fontMetrics()
        start = metrics.horizontalAdvance(self._count(self._top())) + look.pixels(12)
        below = metrics.height() + 8
        above = metrics.height() / 2 + 4
        return QRectF(start, above, max(10, self.width() - start - look.pixels(10)), self.height() - below - above)


def _ticks(top: int) -> int:
    """Into how many parts the height is cut, each a whole number."""
    return next(each for each in range(min(_LINES, top), 0, -1) if top % each == 0)
