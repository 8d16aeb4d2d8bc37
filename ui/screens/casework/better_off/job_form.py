"""What is supposed: who would have the income, its kind, how much and how often, from when, under which programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from desktop.casework.better_off import ALL, ALL_TOGETHER, KINDS, PERIODS, Job
from desktop.facts.codes import Country, IncomeKind, Period, Role
from desktop.programmes.answers.wording import name_of
from desktop.values.calendars import Calendar
from desktop.values.dates import after
from desktop.values.language import Wording
from desktop.values.money import Currency, decimal_text
from ui.language.reader import Reader
from ui.parts.card import Card
from ui.parts.fields.choice import Choice, choices_of
from ui.parts.fields.choice_field import ChoiceField
from ui.parts.fields.field import Field
from ui.parts.fields.form_row import FormRow
from ui.parts.fields.money_field import MoneyField
from ui.screens.casework.better_off.month_words import month_wording
from ui.theme.look import worn
from ui.theme.tokens import GRID

if TYPE_CHECKING:
    from ui.screens.casework.better_off.reading import Supposable

_AHEAD = 12
"""Months from now on in which an income may be supposed to begin."""

_NAMES = ("member", "kind", "amount", "period", "month", "programme")
"""Of the fields, in their order."""

_COLUMN = 250
"""Pixels at 100 % that a field and its label need."""


class JobForm(Card):
    """The fields in as many columns as have room; `changed` after every key and choice."""

    changed = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(lambda: self.tr("If somebody of the family had this income"), parent)
        self.setObjectName("job")
        self._reader = reader
        self._of: Supposable | None = None
        self._begun: dict[str, str] = {}
        self.member = ChoiceField(reader, self, unknown=False)
        self.kind = ChoiceField(reader, self, choices=choices_of(KINDS), unknown=False)
        self.amount = MoneyField(reader, self)
        self.period = ChoiceField(reader, self, choices=choices_of(PERIODS), unknown=False)
        self.month = ChoiceField(reader, self, unknown=False)
        self.programme = ChoiceField(reader, self, unknown=False)
        for name, field in self._named().items():
            field.setObjectName(f"job-{name}")
            field.changed.connect(self.changed)
        self._rows = [
            FormRow(lambda: self.tr("Who"), self.member, self),
            FormRow(lambda: self.tr("Kind of income"), self.kind, self),
            FormRow(lambda: self.tr("How much"), self.amount, self),
            FormRow(lambda: self.tr("How often"), self.period, self),
            FormRow(lambda: self.tr("From the month"), self.month, self),
            FormRow(lambda: self.tr("Programme"), self.programme, self),
        ]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID)
        self.column.addLayout(self._grid)
        self._across = 0
        self._arrange(3)

    @property
    def fields(self) -> tuple[Field, ...]:
        """In the order in which one goes through them."""
        return (self.member, self.kind, self.amount, self.period, self.month, self.programme)

    def _named(self) -> dict[str, Field]:
        return dict(zip(_NAMES, self.fields, strict=True))

    def _texts(self) -> dict[str, str]:
        return {name: field.typed_text() for name, field in self._named().items()}

    def job(self) -> Job | None:
        """What is supposed; None while no amount is typed or it cannot be read, which is then said below it."""
        self.amount.show_fault(self.amount.fault())
        minor, member, month = self.amount.value(), self.member.value(), self.month.value()
        if not minor or member is None or month is None:
            return None
        return Job(
            member,
            decimal_text(minor),
            date.fromisoformat(month),
            next((each for each in PERIODS if each.value == self.period.value()), Period.MONTH),
            next((each for each in KINDS if each.value == self.kind.value()), IncomeKind.SALARY),
        )

    def begin(self, of: Supposable, programme: str) -> None:
        """Suppose something of a file, by a salary of the head from the next month on until somebody says otherwise.

        Args:
            of: whose.
            programme: asked first, where it is among those that may be.
        """
        self._of = of
        head = next((each for each in of.file.members if each.role is Role.HEAD), of.file.members[0])
        offered = [each.programme for each in of.programmes]
        self.show_choices()
        self.member.set_value(head.ref)
        self.kind.set_value(IncomeKind.SALARY.value)
        self.period.set_value(Period.MONTH.value)
        self.amount.set_value(None)
        self.amount.set_currency(Currency.EGP if of.file.household.country is Country.EG else Currency.SAR)
        self.month.set_value(self._months()[1].isoformat())
        self.programme.set_value(programme if programme in offered else next(iter(offered), None))
        self._begun = self._texts()

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields otherwise than where they began, by their names, exactly as typed."""
        return {name: text for name, text in self._texts().items() if text != self._begun.get(name)}

    def bring_back(self, typed: Mapping[str, str]) -> None:
        """Put into the fields what was typed once; what is offered no more stays as it began."""
        fields = self._named()
        for name, text in typed.items():
            if name in fields:
                fields[name].set_typed_text(text)
                if isinstance(fields[name], ChoiceField) and fields[name].fault():
                    fields[name].set_typed_text(self._begun[name])
        self.changed.emit()

    def begin_anew(self) -> None:
        """Every field as it began."""
        self.bring_back(self._begun)

    def renew(self, of: Supposable) -> None:
        """The file is another now; what was typed and chosen stays."""
        self._of = of
        self.show_choices()

    def show_choices(self) -> None:
        """Offer who and what there is, in the words of the moment."""
        if self._of is None:
            return
        people = [Choice(each.ref, Wording(name_of(each), name_of(each))) for each in self._of.file.members]
        self.member.set_choices(people)
        self.month.set_choices([Choice(each.isoformat(), month_wording(each)) for each in self._months()])
        own = [Choice(each.programme, each.title) for each in self._of.programmes]
        several = len(own) > 1
        self.programme.set_choices([*own, Choice(ALL, ALL_TOGETHER)] if several else own)
        # Where one programme is all there is, nobody looks for the others.
        self.programme.set_hint("" if several else self.tr("No other programme in force pays the family by the month."))

    def set_reader(self, reader: Reader) -> None:
        """Say everything to another reader."""
        self._reader = reader
        for field in self.fields:
            field.set_reader(reader)
        self.show_choices()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.turn()

    def turn(self) -> None:
        """Put the fields in as many columns as have room."""
        room = self.width() // worn().pixels(_COLUMN)
        self._arrange(3 if room >= 3 else max(1, room))

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for row in self._rows:
            self._grid.removeWidget(row)
        for number, row in enumerate(self._rows):
            self._grid.addWidget(row, number // across, number % across, Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _months(self) -> list[date]:
        today = date.min if self._of is None else self._of.today
        first = today.replace(day=1)
        return [after(first, count, "month", Calendar.GREGORIAN) for count in range(_AHEAD + 1)]
