"""The days of one month, a week a row from Sunday on, each with its number in the other calendar beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.values.calendars import Calendar, weekday_name
from desktop.values.isolates import bare
from desktop.values.language import Wording
from ui.language.reader import Reader
from ui.parts.fields.months import Page, moved, number_of, page_of
from ui.theme.look import worn
from ui.theme.tokens import SMALL_POINTS, TEXT_POINTS

_CELL_WIDTH, _CELL_HEIGHT, _HEAD = 46, 40, 26
"""Pixels at 100 % text size."""

_WEEKDAYS = tuple(
    Wording(*pair)
    for pair in (("ح", "Su"), ("ن", "Mo"), ("ث", "Tu"), ("ر", "We"), ("خ", "Th"), ("ج", "Fr"), ("س", "Sa"))
)


class MonthGrid(QWidget):
    """Days to choose from by mouse or keys: arrows, Home and End of the week, PageUp and PageDown, with Ctrl a year."""

    chosen = Signal(object)
    """The `date` that was chosen."""

    turned = Signal()
    """Another month is shown."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._at = date(2024, 1, 1)
        self._selected: date | None = None
        self._today: date | None = None
        self._limits: tuple[date | None, date | None] = (None, None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def page(self) -> Page:
        """The month that is shown."""
        return page_of(self._at, self._reader.leading)

    @property
    def at(self) -> date:
        """The day that the keys stand on."""
        return self._at

    def show_day(
        self,
        day: date,
        reader: Reader,
        *,
        selected: date | None,
        today: date | None,
        limits: tuple[date | None, date | None],
    ) -> None:
        """Stand on a day, with what is chosen already and what may be."""
        self._reader, self._selected, self._today, self._limits = reader, selected, today, limits
        self._stand(day)

    def go(self, months: int) -> None:
        """Turn that many pages."""
        self._stand(moved(self._at, months, "month", self._reader.leading))

    def allowed(self, day: date) -> bool:
        """Whether a day may be chosen."""
        first, last = self._limits
        return (first is None or day >= first) and (last is None or day <= last)

    @override
    def sizeHint(self) -> QSize:
        # Room for six weeks, so that the page does not grow and shrink as it is turned.
        look = worn()
        return QSize(look.pixels(_CELL_WIDTH) * 7, look.pixels(_HEAD) + look.pixels(_CELL_HEIGHT) * 6)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        onwards = 1 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else -1
        weekday = (self._at.weekday() + 1) % 7
        far = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        days = {
            Qt.Key.Key_Right: onwards,
            Qt.Key.Key_Left: -onwards,
            Qt.Key.Key_Down: 7,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Home: -weekday,
            Qt.Key.Key_End: 6 - weekday,
        }
        key = Qt.Key(event.key())
        if key in days:
            self._stand(moved(self._at, days[key], "day", self._reader.leading))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.go((1 if key == Qt.Key.Key_PageDown else -1) * (12 if far else 1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = next((day for day in self.page.days if self._cell(day).contains(event.position())), None)
        if day is not None:
            self._stand(day)
            self._choose(day)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = worn()
        painter.setFont(look.font(SMALL_POINTS))
        painter.setPen(QColor(look.palette.soft_ink))
        for at, wording in enumerate(_WEEKDAYS):
            box = self._box(at, 0)
            box.setTop(0)
            box.setHeight(look.pixels(_HEAD))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, wording.said_in(self._reader.language))
        for day in self.page.days:
            self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        look, page = worn(), self.page
        colours = look.palette
        box = self._cell(day).adjusted(2, 2, -2, -2)
        selected, allowed = day == self._selected, self.allowed(day)
        ink = colours.on_accent if selected else colours.ink if allowed else colours.edge
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(box, 4, 4)
        if day == self._at and self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink if selected else colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
        is_today = day == self._today
        painter.setFont(look.font(TEXT_POINTS, QFont.Weight.Bold if is_today else QFont.Weight.Medium))
        painter.setPen(QColor(ink))
        upper = box.adjusted(0, 0, 0, -box.height() * 0.34)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self._figure(number_of(day, page.calendar)))
        if is_today:
            y = upper.bottom() - 1
            painter.drawLine(QPointF(box.center().x() - 7, y), QPointF(box.center().x() + 7, y))
        other = Calendar.GREGORIAN if page.calendar is Calendar.HIJRI else Calendar.HIJRI
        painter.setFont(look.font(SMALL_POINTS - 2))
        painter.setPen(QColor(ink if selected or not allowed else colours.soft_ink))
        lower = box.adjusted(0, box.height() * 0.56, 0, 0)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self._figure(number_of(day, other)))

    def _figure(self, number: int | None) -> str:
        return "" if number is None else self._reader.digits(str(number))

    def _cell(self, day: date) -> QRectF:
        page = self.page
        at = page.lead + (day - page.days[0]).days
        return self._box(at % 7, at // 7)

    def _box(self, column: int, row: int) -> QRectF:
        look = worn()
        wide, high = self.width() / 7, look.pixels(_CELL_HEIGHT)
        left = column if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else 6 - column
        return QRectF(left * wide, look.pixels(_HEAD) + row * high, wide, high)

    def _stand(self, day: date) -> None:
        first, last = self._limits
        day = max(day, first) if first is not None else day
        self._at = min(day, last) if last is not None else day
        told = self._reader.day_in_words(self._at)
        # Read aloud at every step: the page itself has no parts that could be.
        self.setAccessibleName(bare(f"{weekday_name(self._at, self._reader.language)} {told}"))
        self.turned.emit()
        self.update()

    def _choose(self, day: date) -> None:
        if self.allowed(day):
            self.chosen.emit(day)
