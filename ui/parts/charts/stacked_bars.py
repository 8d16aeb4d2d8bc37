"""Bars of segments, one below another, growing from the reading edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.parts.charts.chart import Chart, Mark
from ui.parts.charts.marks import Group, Series
from ui.parts.charts.painting import fill_mark, write
from ui.theme.look import worn

THICK, APART, LEAST = 18, 12, 3
"""Pixels of a bar, between two bars, and of a segment that would be thinner, at 100 %."""

_LABELS = 0.34
"""Part of the width that labels may take beside the bars; longer ones stand above them."""


class StackedBars(Chart):
    """Groups with the parts that they are made of; marks are told by `(group, series)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: dict[str, Series] = {}
        self._groups: tuple[Group, ...] = ()

    def show_groups(self, series: Sequence[Series], groups: Sequence[Group]) -> None:
        """Show these bars."""
        self._series = {each.key: each for each in series}
        self._groups = tuple(groups)
        self.shown_anew()

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().pixels(320), self._height(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().pixels(200), self._height(self.width()))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    @override
    def laid_out(self) -> list[Mark]:
        found = []
        for line, group in enumerate(self._groups):
            bar = self._bar(line, self.width())
            most = max((each.value for each in self._groups), default=0) or 1
            shown = [each for each in group.segments if each.value]
            least = worn().pixels(LEAST)
            whole = max(bar.width() * group.value / most, least * len(shown) if shown else 0)
            free = whole - least * len(shown)
            start = bar.left()
            for each in shown:
                wide = least + free * each.value / (group.value or 1)
                place = QRectF(start, bar.top(), max(wide - 2, 2), bar.height())
                found.append(Mark((group.key, each.series), line, self.mirrored(place), each.words))
                start += wide
        return found

    @override
    def painted(self, painter: QPainter) -> None:
        look = worn()
        at_right = Qt.AlignmentFlag.AlignRight
        at_left = Qt.AlignmentFlag.AlignLeft
        leading, trailing = (at_right, at_left) if self.right_to_left else (at_left, at_right)
        metrics = painter.fontMetrics()
        for line, group in enumerate(self._groups):
            bar = self._bar(line, self.width())
            label, total = self._words(line, self.width())
            painter.setPen(QColor(look.palette.ink))
            said = metrics.elidedText(group.label, Qt.TextElideMode.ElideRight, int(label.width()))
            write(painter, self.mirrored(label), said, leading, right_to_left=self.right_to_left)
            painter.setPen(QColor(look.palette.soft_ink))
            write(painter, self.mirrored(total), group.total, trailing, right_to_left=self.right_to_left)
            ground = self.mirrored(QRectF(bar.left(), bar.bottom() + 1, bar.width(), 1))
            painter.fillRect(ground, QColor(look.palette.line))
        for mark in self.marks:
            group_key, series = mark.key
            fill_mark(painter, mark.place, self._series[series].tone, self._series[series].fill)
            segment = next(
                one for each in self._groups if each.key == group_key for one in each.segments if one.series == series
            )
            self._figure(painter, mark.place, segment.figure)

    def _figure(self, painter: QPainter, place: QRectF, figure: str) -> None:
        """The figure in the bar, on a plate of its own, where there is room."""
        if not figure:
            return
        metrics = painter.fontMetrics()
        wide, tall = metrics.horizontalAdvance(figure) + 8, min(place.height() - 4, metrics.height())
        if wide + 6 > place.width() or tall < metrics.capHeight() + 2:
            return
        plate = QRectF(0, 0, wide, tall)
        plate.moveCenter(place.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().palette.surface))
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(QColor(worn().palette.ink))
        write(
            painter,
            plate.adjusted(-8, -8, 8, 8),
            figure,
            Qt.AlignmentFlag.AlignHCenter,
            right_to_left=self.right_to_left,
        )
        painter.restore()

    def _beside(self, width: int) -> bool:
        """Whether the labels have room beside the bars."""
        return self._widest_label() <= width * _LABELS

    def _widest_label(self) -> float:
        metrics = self.fontMetrics()
        return max((metrics.horizontalAdvance(each.label) for each in self._groups), default=0)

    def _widest_total(self) -> float:
        metrics = self.fontMetrics()
        return max((metrics.horizontalAdvance(each.total) for each in self._groups), default=0) + 4

    def _line_height(self, width: int) -> int:
        look = worn()
        thick = look.pixels(THICK) if self._beside(width) else look.pixels(THICK) + self.fontMetrics().height() + 2
        return max(thick, self.fontMetrics().height()) + look.pixels(APART)

    def _height(self, width: int) -> int:
        return max(1, len(self._groups)) * self._line_height(width) + 6

    def _bar(self, line: int, width: int) -> QRectF:
        """The room of a bar, measured from the reading edge."""
        look = worn()
        top, tall = 4 + line * self._line_height(width), look.pixels(THICK)
        if not self._beside(width):
            return QRectF(4, top + self.fontMetrics().height() + 2, width - 8, tall)
        start = self._widest_label() + look.pixels(12)
        middle = top + (self._line_height(width) - look.pixels(APART) - tall) / 2
        return QRectF(start, middle, width - start - self._widest_total() - look.pixels(10), tall)

    def _words(self, line: int, width: int) -> tuple[QRectF, QRectF]:
        """Where the label of a bar and its total stand, measured from the reading edge."""
        bar, tall = self._bar(line, width), self.fontMetrics().height()
        total = self._widest_total()
        if not self._beside(width):
            top = bar.top() - tall - 2
            return QRectF(2, top, width - total - 8, tall), QRectF(width - total - 2, top, total, tall)
        top = bar.center().y() - tall / 2
        return QRectF(2, top, self._widest_label() + 2, tall), QRectF(width - total - 2, top, total, tall)
