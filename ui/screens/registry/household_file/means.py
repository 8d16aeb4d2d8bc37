"""Means: what each member has coming in and owns, who receives the money, and what the family received before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.facts.codes import Period, Sex
from desktop.facts.vocabulary import pointer, vocabulary
from desktop.registry.monthly_means import MonthlyMeans, monthly_income, monthly_incomes, total
from ui.background.lanes import Task
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.signs import Mark
from ui.parts.text import Text
from ui.screens.registry.household_file.cells import Cells
from ui.screens.registry.household_file.columns import TwoColumns
from ui.screens.registry.household_file.entering import enter_of
from ui.screens.registry.household_file.means_words import (
    amount_said,
    asset_told,
    income_told,
    money_said,
    monthly_said,
    period_said,
)
from ui.screens.registry.household_file.people import NAMELESS, name_said
from ui.screens.registry.household_file.receiving import ReceivingCards
from ui.screens.registry.household_file.rows import Rows
from ui.screens.registry.household_file.tab import HouseholdTab
from ui.screens.registry.household_file.told import ToldGroup, told_groups
from ui.screens.registry.household_file.told_facts import Enter, UnknownLink
from ui.shell.workplace import Workplace
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.facts.household_file import Asset, HouseholdFile, Income, Member
    from desktop.registry.answers import HouseholdAnswer

_WHAT, _AMOUNT = 220, 150
"""Pixels of a cell at 100 % text size."""


class MeansTab(HouseholdTab):
    """Incomes and assets by member with what they come to in a month; the payee; what was received."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.setObjectName("means")
        self._file: HouseholdAnswer | None = None
        self._places: dict[str, QWidget] = {}
        self._sought = ""
        self._task: Task | None = None
        self._page = TwoColumns(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        incomes = Card(lambda: self.tr("Incomes"), self._page)
        assets = Card(lambda: self.tr("Property"), self._page)
        self._incomes, self._assets = Rows(incomes), Rows(assets)
        incomes.column.addWidget(self._incomes)
        assets.column.addWidget(self._assets)
        self._page.main.addWidget(incomes)
        self._page.main.addWidget(assets)
        self._receiving = ReceivingCards(self._page.side, self)

    @override
    def show_file(self, file: HouseholdAnswer, part: str = "") -> None:
        other = self._file is None or self._file.id != file.id
        if self._task is not None:
            self._task.cancel()
        self._sought = part
        changed, self._file = self._file != file, file
        if other:
            self._receiving.show_groups((), None, self.reader)
        if changed:
            self._show()
        if other:
            self._page.verticalScrollBar().setValue(0)
        self._tell()

    @override
    def reworded(self) -> None:
        self._again()

    @override
    def relooked(self) -> None:
        self._page.relooked()
        self._again()

    def _again(self) -> None:
        if self._file is not None:
            self._show()
            self._tell()

    def _tell(self) -> None:
        if self._file is None:
            return
        file, reader, today = self._file.file, self.reader, self._file.as_of
        self._task = self.workplace.own(self, lambda: told_groups(file, reader, today), done=self._take)

    def _take(self, groups: tuple[ToldGroup, ...]) -> None:
        if self._file is None:
            return
        self._receiving.show_groups(groups, self._file, self.reader, enter_of(self.workplace, self._file))
        if self._sought:
            self._page.bring(self._place(self._sought))
            self._sought = ""

    def _place(self, at: str) -> QWidget:
        lying = [place for place in self._places if at == place or at.startswith(f"{place}/")]
        return self._places[max(lying, key=len)] if lying else self._receiving.sought(at) or self._incomes

    def _show(self) -> None:
        file = self._file
        if file is None:
            return
        scrolled = self._page.verticalScrollBar().value()
        enter = enter_of(self.workplace, file)
        self._places = {}
        self._incomes.clear()
        self._assets.clear()
        for index, member in enumerate(file.file.members):
            self._show_incomes(index, member, file, enter)
            self._show_assets(index, member, file, enter)
        together = total(monthly_incomes(each, on=file.as_of) for each in file.file.members)
        self._incomes.add(self._sum(self.tr("All members together, per month"), together, file.file))
        note = Text("small", self._incomes, wraps=True)
        note.setText(self.tr("How much of it a programme counts is shown in the assessment."))
        self._incomes.add(note, line=False)
        self._page.verticalScrollBar().setValue(scrolled)

    def _show_incomes(self, index: int, member: Member, file: HouseholdAnswer, enter: Enter | None) -> None:
        at = pointer("member", index, name="incomes")
        self._incomes.add(self._name(member, self._incomes))
        if member.incomes is UNSET:
            self._places[at] = self._unknown("incomes", at, enter, self._incomes)
            self._incomes.add(self._places[at], line=False)
            return
        for number, income in enumerate(member.incomes):
            self._incomes.add(self._income(index, number, income, file, enter), line=False)
        if not member.incomes:
            self._places[at] = self._soft(self._words_of_none(member), self._incomes)
            self._incomes.add(self._places[at], line=False)
        if not member.incomes_complete:
            chip = Chip(Mark(Tone.WAIT, self.tr("There is more income than is listed")), self._incomes)
            self._places[pointer("member", index, name="incomes_complete")] = chip
            self._incomes.add(chip, line=False)
        if len(member.incomes) > 1:
            said = self.tr("Together, a month")
            self._incomes.add(self._sum(said, monthly_incomes(member, on=file.as_of), file.file), line=False)

    def _income(self, index: int, number: int, income: Income, file: HouseholdAnswer, enter: Enter | None) -> QWidget:
        reader, country = self.reader, file.file.household.country
        cells = Cells(self._incomes)
        at = pointer("income", index, number)
        self._places[at] = cells
        cells.add(_WHAT, reader.wording(income.kind.label), income_told(income, reader))
        amount, label = amount_said(income, country, reader), vocabulary()["income"].properties["amount"].label
        if not amount:
            place = pointer("income", index, number, name="amount")
            period = period_said(income.period, reader)
            self._places[place] = cells.add_unknown(_AMOUNT, reader.wording(label), period, place, enter)
            return cells
        cells.add(_AMOUNT, amount, period_said(income.period, reader), label=reader.wording(label))
        monthly = monthly_said(monthly_income(income, on=file.as_of), country, reader)
        said = self.tr("comes to, a month")
        cells.add(_AMOUNT, monthly, "" if income.period is Period.MONTH else said, label=said)
        return cells

    def _show_assets(self, index: int, member: Member, file: HouseholdAnswer, enter: Enter | None) -> None:
        at = pointer("member", index, name="assets")
        self._assets.add(self._name(member, self._assets))
        if member.assets is UNSET:
            self._places[at] = self._unknown("assets", at, enter, self._assets)
            self._assets.add(self._places[at], line=False)
            return
        if not member.assets:
            self._places[at] = self._soft(self.tr("No property"), self._assets)
            self._assets.add(self._places[at], line=False)
        for number, asset in enumerate(member.assets):
            self._assets.add(self._asset(index, number, asset, file, enter), line=False)

    def _asset(self, index: int, number: int, asset: Asset, file: HouseholdAnswer, enter: Enter | None) -> QWidget:
        reader = self.reader
        cells = Cells(self._assets)
        self._places[pointer("asset", index, number)] = cells
        cells.add(_WHAT * 2, reader.wording(asset.kind.label), asset_told(asset, reader))
        label = reader.wording(vocabulary()["asset"].properties["value"].label)
        if asset.value is UNSET:
            place = pointer("asset", index, number, name="value")
            self._places[place] = cells.add_unknown(_AMOUNT, label, "", place, enter)
        else:
            cells.add(_AMOUNT, money_said(asset.value, file.file.household.country, reader), label=label)
        return cells

    def _sum(self, said: str, means: MonthlyMeans, file: HouseholdFile) -> QWidget:
        cells = Cells(self._incomes)
        cells.add(_WHAT + _AMOUNT + 8, said, strong=True)
        amount = monthly_said(means, file.household.country, self.reader)
        cells.add(_AMOUNT, amount or self.tr("Not known"), strong=True, label=said)
        return cells

    def _name(self, member: Member, parent: QWidget) -> Text:
        name = Text("strong", parent, wraps=True)
        name.setText(name_said(member.name, NAMELESS, self.reader))
        return name

    def _soft(self, words: str, parent: QWidget) -> Text:
        text = Text("soft", parent, wraps=True)
        text.setText(words)
        return text

    def _words_of_none(self, member: Member) -> str:
        return self.tr("She has no income") if member.sex is Sex.FEMALE else self.tr("He has no income")

    def _unknown(self, name: str, at: str, enter: Enter | None, parent: QWidget) -> QWidget:
        label = self.reader.wording(vocabulary()["member"].properties[name].label)
        return UnknownLink(label, None if enter is None else lambda: enter(at), parent)
