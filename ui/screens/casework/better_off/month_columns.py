"""The months of a supposed income as the columns of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QObject

from desktop.facts.household_file import HouseholdFile
from desktop.programmes.foresight.better_off import Month, Span
from desktop.values.money import decimal_text
from ui.language.reader import Reader
from ui.parts.signs import Mark
from ui.parts.table.columns import Column
from ui.screens.casework.better_off.month_words import month_wording, more_words, span_words, together
from ui.screens.casework.sheet_words import outcome_mark


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month, and whether anything is otherwise than in the month before."""

    month: Month
    changes: bool


class MonthColumns(QObject):
    """The columns; `file` says how the outcome agrees with whose it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file: HouseholdFile | None = None

    def all(self) -> list[Column[MonthRow]]:
        """In reading order."""
        return [
            Column(
                "month",
                lambda: self.tr("Month"),
                lambda row, reader: reader.wording(month_wording(row.month.on)),
                second=self._second,
                sort_value=lambda row: row.month.on,
                export=lambda row: row.month.on,
                width=150,
                hideable=False,
                strong=True,
            ),
            Column("outcome", lambda: self.tr("The right"), lambda _row, _reader: "", mark=self._mark, width=150),
            self._money("income", lambda: self.tr("Income"), lambda row: Span(row.month.income, row.month.income)),
            self._money("support", lambda: self.tr("Support"), lambda row: row.month.support),
            self._money("together", lambda: self.tr("Together"), lambda row: together(row.month)),
            self._money("without", lambda: self.tr("Without the income"), lambda row: row.month.support_without),
            Column(
                "more",
                lambda: self.tr("Difference"),
                lambda row, reader: more_words(row.month, reader),
                sort_value=lambda row: row.month.better_between[0],
                export=lambda row: _exact(row.month.better_between),
                width=170,
                stretch=True,
            ),
            Column(
                "version",
                lambda: self.tr("Rules"),
                lambda row, reader: reader.code(row.month.version),
                width=90,
                shown=False,
            ),
        ]

    def _money(self, key: str, title: Callable[[], str], span: Callable[[MonthRow], Span]) -> Column[MonthRow]:
        return Column(
            key,
            title,
            lambda row, reader: span_words(span(row), reader),
            sort_value=lambda row: span(row).least.minor,
            export=lambda row: Decimal(decimal_text(span(row).least.minor)) if span(row).known else None,
            width=132,
        )

    def _second(self, row: MonthRow, reader: Reader) -> str:
        return self.tr("something changes") if row.changes else reader.day(row.month.on)

    def _mark(self, row: MonthRow, reader: Reader) -> Mark | None:
        return None if self.file is None else outcome_mark(reader, row.month.outcome, self.file, None)


def _exact(ends: tuple[int | None, int | None]) -> Decimal | None:
    low, high = ends
    return None if low is None or low != high else Decimal(decimal_text(low))
