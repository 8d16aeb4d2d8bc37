"""Columns of segments beside each other, such as months: growing upwards from one line, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.parts.charts.chart import Chart, Mark
from ui.parts.charts.marks import Group, Series
from ui.parts.charts.painting import fill_mark, write
from ui.theme.look import worn

TALL = 190
"""Pixels of the field at 100 %."""

_LINES, _LEAST, _SIGN = 4, 3, 7
"""Lines across at most; pixels of the thinnest segment and of the sign below a column at 100 %."""


@dataclass(frozen=True, slots=True)
class Pillar:
    """One column.

    Args:
        group: its segments, the lowest first; the words of the group stand below it where there is room.
        words: what is told of it where the mouse or the keyboard rests on it.
        beside: a value that it is compared with, drawn as a line across it; None for none.
        marked: something changes here, told by a sign below it.
        begins: a year begins here; its label has room before those of other columns.
    """

    group: Group
    words: str
    beside: int | None = None
    marked: bool = False
    begins: bool = False


class StackedColumns(Chart):
    """Pillars beside each other; marks are told by the key of the group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: dict[str, Series] = {}
        self._pillars: tuple[Pillar, ...] = ()
        self._measure: Callable[[int], str] = str

    def show_pillars(
        self, series: Sequence[Series], pillars: Sequence[Pillar], *, measure: Callable[[int], str]
    ) -> None:
        """Show these columns.

        Args:
            series: what their segments may be.
            pillars: in the order of reading.
            measure: says a value on the axis.
        """
        self._series = {each.key: each for each in series}
        self._pillars, self._measure = tuple(pillars), measure
        self.shown_anew()

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().pixels(360), worn().pixels(TALL) + self.fontMetrics().height() * 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().pixels(240), self.sizeHint().height())

    @override
    def laid_out(self) -> list[Mark]:
        field, wide = self._field(), self._wide()
        found = []
        for number, each in enumerate(self._pillars):
            tall = max(field.height() * each.group.value / self._top(), worn().pixels(_LEAST))
            place = QRectF(field.left() + number * wide + wide * 0.14, field.bottom() - tall, wide * 0.72, tall)
            found.append(Mark(each.group.key, 0, self.mirrored(place), each.words))
        return found

    @override
    def painted(self, painter: QPainter) -> None:
        field = self._field()
        self._lines(painter, field)
        for mark, each in zip(self.marks, self._pillars, strict=True):
            self._pillar(painter, field, mark.place, each)
        self._labels(painter, field)

    def _pillar(self, painter: QPainter, field: QRectF, place: QRectF, pillar: Pillar) -> None:
        bottom = field.bottom()
        for segment in pillar.group.segments:
            if not segment.value:
                continue
            tall = max(field.height() * segment.value / self._top(), worn().pixels(_LEAST))
            series = self._series[segment.series]
            fill_mark(painter, QRectF(place.left(), bottom - tall, place.width(), tall), series.tone, series.fill)
            bottom -= tall
        if pillar.beside is not None:
            across = field.bottom() - field.height() * pillar.beside / self._top()
            # Twice, so that it stands out from a filled part as well as from the ground.
            for colour, thick in ((worn().palette.surface, 4.0), (worn().palette.ink, 2.0)):
                painter.setPen(QPen(QColor(colour), thick))
                painter.drawLine(QLineF(place.left() - 3, across, place.right() + 3, across))
        if pillar.marked:
            self._sign(painter, place.center().x(), field.bottom() + 3)

    def _sign(self, painter: QPainter, middle: float, top: float) -> None:
        half = worn().pixels(_SIGN) / 2
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().palette.accent))
        points = (
            QPointF(middle, top),
            QPointF(middle - half, top + half * 1.7),
            QPointF(middle + half, top + half * 1.7),
        )
        painter.drawPolygon(QPolygonF(points))
        painter.restore()

    def _lines(self, painter: QPainter, field: QRectF) -> None:
        look, metrics = worn(), painter.fontMetrics()
        leading = Qt.AlignmentFlag.AlignRight if self.right_to_left else Qt.AlignmentFlag.AlignLeft
        step = self._step()
        for value in range(0, self._top() + 1, step):
            across = field.bottom() - field.height() * value / self._top()
            ends = self.mirrored(QRectF(field.left(), across, field.width(), 0))
            painter.setPen(QPen(QColor(look.palette.edge if value == 0 else look.palette.line), 1))
            painter.drawLine(QLineF(ends.left(), across, ends.right(), across))
            painter.setPen(QColor(look.palette.soft_ink))
            place = QRectF(0, across - metrics.height() / 2, field.left() - 6, metrics.height())
            write(painter, self.mirrored(place), self._measure(value), leading, right_to_left=self.right_to_left)

    def _labels(self, painter: QPainter, field: QRectF) -> None:
        """As many as have room, those of marked columns and of new years first."""
        look, metrics, wide = worn(), painter.fontMetrics(), self._wide()
        taken: list[tuple[float, float]] = []
        for number in sorted(range(len(self._pillars)), key=self._behind):
            each = self._pillars[number]
            room = metrics.horizontalAdvance(each.group.label) + look.pixels(12)
            start = field.left() + (number + 0.5) * wide - room / 2
            start = min(max(start, 0), self.width() - room)
            if any(start < end and begin < start + room for begin, end in taken):
                continue
            taken.append((start, start + room))
            top = field.bottom() + look.pixels(_SIGN) + 5
            painter.setPen(QColor(look.palette.ink if each.marked else look.palette.soft_ink))
            place = self.mirrored(QRectF(start, top, room, metrics.height()))
            write(painter, place, each.group.label, Qt.AlignmentFlag.AlignHCenter, right_to_left=self.right_to_left)

    def _behind(self, number: int) -> tuple[bool, bool, bool]:
        each = self._pillars[number]
        return number != 0, not each.marked, not each.begins

    def _wide(self) -> float:
        return self._field().width() / max(1, len(self._pillars))

    def _most(self) -> int:
        return max((max(each.group.value, each.beside or 0) for each in self._pillars), default=0) or 1

    def _step(self) -> int:
        """A round number of which four at most reach the highest column."""
        step = 1
        while True:
            for factor in (1, 2, 5):
                if step * factor * _LINES >= self._most():
                    return step * factor
            step *= 10

    def _top(self) -> int:
        return -(-self._most() // self._step()) * self._step()

    def _field(self) -> QRectF:
        """Where the columns stand, measured from the reading edge."""
        look, metrics = worn(), self.fontMetrics()
        start = metrics.horizontalAdvance(self._measure(self._top())) + look.pixels(12)
        below = metrics.height() + look.pixels(_SIGN) + 8
        above = metrics.height() / 2 + 4
        return QRectF(start, above, max(10, self.width() - start - look.pixels(10)), self.height() - below - above)
