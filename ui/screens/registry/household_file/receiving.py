"""The cards beside the means: who receives the money, how the family lives, what it received and asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import UNSET
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.values.iban import grouped
from desktop.values.isolates import in_written_order
from ui.language.reader import Reader
from ui.language.worded import Worded
from ui.parts.card import Card
from ui.screens.registry.household_file.told import ToldFact, ToldGroup
from ui.screens.registry.household_file.told_facts import Enter, ToldFacts

if TYPE_CHECKING:
    from desktop.registry.answers import HouseholdAnswer

_IBAN = "/household/payee/iban"


class ReceivingCards(Worded, QWidget):
    """Fills a column with cards; it shows nothing itself."""

    def __init__(self, column: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._lists: list[ToldFacts] = []
        self._cards: dict[str, Card] = {}
        for key, heading in (
            ("payee", lambda: self.tr("Payee")),
            ("standard_of_living", lambda: self.tr("Vehicles, workers and trade")),
            ("receipts", lambda: self.tr("Support received")),
            ("requests", lambda: self.tr("Assistance asked for")),
        ):
            card = self._cards[key] = Card(heading, parent)
            card.setObjectName(f"card-{key}")
            card.hide()
            column.addWidget(card)

    def show_groups(
        self, groups: Sequence[ToldGroup], file: HouseholdAnswer | None, reader: Reader, enter: Enter | None = None
    ) -> None:
        """Show the groups that belong here instead of those shown before."""
        for old in self._lists:
            old.hide()
            old.deleteLater()
        self._lists = []
        for key, card in self._cards.items():
            told = [fact for group in groups if group.key == key for fact in group.facts]
            card.setVisible(bool(told) and file is not None)
            if told and file is not None:
                facts = ToldFacts(enter, card)
                facts.show_facts(list(self._told(told, file)), reader)
                card.column.addWidget(facts)
                self._lists.append(facts)

    def sought(self, pointer: str) -> QWidget | None:
        """The widget that shows the fact at a JSON Pointer."""
        return next((found for each in self._lists if (found := each.sought(pointer)) is not None), None)

    def _told(self, facts: Sequence[ToldFact], file: HouseholdAnswer) -> Iterator[ToldFact]:
        """The facts, an account in groups of four: so it is read aloud and compared."""
        payee = file.file.household.payee
        for fact in facts:
            if fact.pointer == _IBAN and payee is not UNSET and payee.iban is not UNSET:
                # An account keeps western digits: it is copied into the bank's own forms.
                yield replace(fact, words=in_written_order(grouped(payee.iban)))
            else:
                yield fact
