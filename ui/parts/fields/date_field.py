"""A day by typing it in either calendar, the other one told below at once; unknown while it is empty, never today."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.values.calendars import Calendar, weekday_name
from desktop.values.dates import Precision, short, shown
from desktop.values.digits import compact
from desktop.values.errors import OfficeError
from desktop.values.isolates import isolated
from desktop.values.language import Language
from desktop.values.typed_dates import StatedDate, read_date
from desktop.values.worded import day as day_worded
from ui.language.reader import Reader
from ui.parts.fields.calendar_button import CalendarButton
from ui.parts.fields.line_field import LineField
from ui.parts.fields.month_popup import MonthPopup
from ui.parts.text import Text

_CHARACTERS = 12


class DateField(LineField):
    """A day; or with `as_stated` a date that is kept in the calendar and as exactly as a paper states it.

    Up and Down go a day on or back, Alt+Down opens the calendar.

    Args:
        as_stated: for births: a year alone or a month of a year is a date too, and Hijri stays Hijri.
        minimum: the first day that can be right; maximum the last.
        today: the office's day, marked in the calendar.
    """

    keeps_foot = True

    def __init__(
        self,
        reader: Reader,
        parent: QWidget | None = None,
        *,
        as_stated: bool = False,
        minimum: date | None = None,
        maximum: date | None = None,
        today: date | None = None,
    ) -> None:
        super().__init__(reader, parent, characters=_CHARACTERS)
        self._as_stated, self._first, self._last, self._today = as_stated, minimum, maximum, today
        self._popup: MonthPopup | None = None
        self.button = CalendarButton(self)
        self.era = Text("soft", self)
        self.row.addWidget(self.era)
        self.row.addWidget(self.button)
        self.row.addStretch(1)
        self.line.installEventFilter(self)
        self.button.clicked.connect(self.open_calendar)
        self.say(self.button.setToolTip, lambda: self.tr("Calendar (Alt+Down)"))
        self.say(self.button.setAccessibleName, lambda: self.tr("Calendar (Alt+Down)"))
        self.shown_anew()

    # --- the value ---------------------------------------------------------------------------------------------

    @override
    def value(self) -> date | None:
        """The day; None where more than one can be meant (`stated` tells them)."""
        stated = self.stated()
        return None if stated is None else stated.day

    def stated(self) -> StatedDate | None:
        """The date as it is stated; None where nothing is typed or it cannot be read."""
        stated: StatedDate | None = self.meant()
        return stated

    @override
    def set_value(self, value: date | None) -> None:
        self.set_stated(None if value is None else StatedDate(value))

    def set_stated(self, stated: StatedDate | None) -> None:
        """Show a date as it is stated; None empties the field."""
        self.set_typed_text("" if stated is None else stated.spelled())

    def set_today(self, today: date | None) -> None:
        """Tell the office's day."""
        self._today = today

    @override
    def read(self, text: str) -> StatedDate:
        stated = read_date(text, as_stated=self._as_stated)
        possible = stated.possibility
        if self._first is not None and possible.latest < self._first:
            raise OfficeError("fields.date_too_early", limit=day_worded(self._first))
        if self._last is not None and possible.earliest > self._last:
            raise OfficeError("fields.date_too_late", limit=day_worded(self._last))
        return stated

    @override
    def spelled(self, value: StatedDate) -> str:
        return value.spelled()

    @override
    def shown(self, value: StatedDate) -> str:
        return self.figures(self._placed(value).spelled())

    @override
    def edited_as(self, typed: str) -> str:
        stated = self.stated()
        return self.figures(typed) if stated is None or self._as_stated else self.shown(stated)

    def _placed(self, stated: StatedDate) -> StatedDate:
        """In the calendar in which it stands in the line."""
        return stated if self._as_stated else stated.in_calendar(self.reader.leading)

    # --- what it says of the value -----------------------------------------------------------------------------

    @override
    def examined(self) -> None:
        stated = self.stated()
        self.note("" if stated is None else self._other(stated))
        eras = {each: _era(each, self.reader.language) for each in Calendar}
        # Room for the wider one, so that the button stays where it is.
        self.era.setMinimumWidth(max(map(self.era.fontMetrics().horizontalAdvance, eras.values())) + 2)
        self.era.setText("" if stated is None else eras[self._calendar_shown(stated)])

    def _calendar_shown(self, stated: StatedDate) -> Calendar:
        """Of the text that stands in the line now."""
        text = self.line.text()
        try:
            return read_date(text, as_stated=True).calendar if compact(text) else self._placed(stated).calendar
        except OfficeError:
            return stated.calendar

    def _other(self, stated: StatedDate) -> str:
        """The same in the calendar that the line does not show."""
        other = Calendar.GREGORIAN if self._calendar_shown(stated) is Calendar.HIJRI else Calendar.HIJRI
        possible = stated.possibility
        if stated.precision is not Precision.DAY or not possible.known:
            words = self.tr("Some day between {first} and {last}")
            return words.format(first=self._short(possible.earliest, other), last=self._short(possible.latest, other))
        language = self.reader.language
        told = shown(possible.earliest, language, arabic_digits=self.reader.arabic_digits, leading=other, both=False)
        words = self.tr("{weekday}, {date}")
        return words.format(weekday=weekday_name(possible.earliest, language), date=isolated(told))

    def _short(self, day: date, calendar: Calendar) -> str:
        language, arabic = self.reader.language, self.reader.arabic_digits
        return isolated(short(day, language, arabic_digits=arabic, leading=calendar))

    @override
    def _show(self) -> None:
        super()._show()
        self.examined()

    @override
    def _on_entered(self) -> None:
        super()._on_entered()
        self.examined()

    # --- keys and the calendar ---------------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.line:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_Down and alt:
                self.open_calendar()
                return True
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not alt:
                self._step(1 if event.key() == Qt.Key.Key_Up else -1)
                return True
        return super().eventFilter(watched, event)

    def open_calendar(self) -> None:
        """Show the month of the value, or of the office's day."""
        if self.is_read_only() or not self.isEnabled():
            return
        if self._popup is None:
            self._popup = MonthPopup(self.line)
            self._popup.chosen.connect(self._choose)
            self._popup.closed.connect(lambda: self.line.setFocus(Qt.FocusReason.PopupFocusReason))
        self._popup.open_at(self.value(), self.reader, today=self._today, minimum=self._first, maximum=self._last)

    def _step(self, days: int) -> None:
        day = self.value()
        if day is not None and not self.is_read_only():
            try:
                self._choose(day + timedelta(days=days))
            except OverflowError:
                return

    def _choose(self, day: date) -> None:
        stated = self.stated()
        calendar = self.reader.leading if stated is None else self._calendar_shown(stated)
        text = StatedDate(day).in_calendar(calendar).spelled()
        self.line.put(text, self.figures(text))
        self._on_typed(text)
        self.line.selectAll()
        if self.tells_own_faults:
            self.show_fault(self.fault())

    @override
    def setReadOnly(self, read_only: bool) -> None:
        super().setReadOnly(read_only)
        self.button.setEnabled(not read_only)


def _era(calendar: Calendar, language: Language) -> str:
    # The mark as dates carry it, so that both are always the same.
    return short(date(2024, 11, 21), language, arabic_digits=False, leading=calendar).split()[-1]
