"""What a simulation is told in: amounts with their bounds, differences, groups, and what becomes of families."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.facts.codes import Outcome
from desktop.programmes.simulation.cells import BEYOND, Cell, cell_meant
from desktop.values.isolates import isolated
from desktop.values.language import Wording, capitalised
from desktop.values.money import Currency, Money
from ui.language.reader import Reader
from ui.parts.charts.marks import Fill, Series
from ui.screens.programmes.rule_words import key_words, name_words
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.programmes.packs.pack import PackText
    from desktop.programmes.simulation.summary import Cost
    from ui.screens.casework.simulation.reading import Simulated

translate = QCoreApplication.translate

LOSES, GAINS, SAME, OPEN, UNDETERMINED = "loses", "gains", "same", "open", "undetermined"
"""Keys of what becomes of families, as of `desktop.programmes.simulation`."""


class SimulationCounts(QObject):
    """Counts in plural forms, which are taken from the words of an object alone."""

    def households(self, number: int, reader: Reader) -> str:
        """How many families."""
        return _in_digits(self.tr("%n household(s)", "", number), number, reader)

    def members(self, number: int, reader: Reader) -> str:
        """A family by its size."""
        return _in_digits(self.tr("%n member(s)", "", number), number, reader)

    def figures(self, number: int, reader: Reader) -> str:
        """How many figures are supposed otherwise."""
        return _in_digits(self.tr("%n figure(s) changed", "", number), number, reader)

    def newly(self, number: int, reader: Reader) -> str:
        """How many come to have a right."""
        return _in_digits(self.tr("%n household(s) become eligible", "", number), number, reader)

    def no_longer(self, number: int, reader: Reader) -> str:
        """How many have a right no longer."""
        return _in_digits(self.tr("%n household(s) lose eligibility", "", number), number, reader)

    def becoming(self, kind: str, number: int, reader: Reader) -> str:
        """«٣ أسر تستفيد»."""
        words = {
            LOSES: lambda: self.tr("%n household(s) lose", "", number),
            GAINS: lambda: self.tr("%n household(s) gain", "", number),
            SAME: lambda: self.tr("nothing changes for %n household(s)", "", number),
            OPEN: lambda: self.tr("the effect on %n household(s) is not known", "", number),
        }[kind]()
        return _in_digits(words, number, reader)


def kind_series() -> tuple[Series, ...]:
    """What becomes of families, as charts tell it."""
    return (
        Series(GAINS, translate("SimulationWords", "Gain"), Tone.GOOD, Fill.SOLID),
        Series(LOSES, translate("SimulationWords", "Lose"), Tone.STOP, Fill.STRIPES),
        Series(SAME, translate("SimulationWords", "No change"), Tone.PLAIN, Fill.HOLLOW),
        Series(OPEN, translate("SimulationWords", "Effect not known"), Tone.UNKNOWN, Fill.DOTS),
    )


def amount(reader: Reader, minor: int, currency: Currency) -> str:
    """An amount with its currency."""
    return reader.money(Money(minor, currency))


def cost_words(reader: Reader, cost: Cost, currency: Currency) -> str:
    """What is spent, as far as it is known."""
    return between(reader, cost.at_least, cost.at_most, currency)


def between(reader: Reader, low: int, high: int | None, currency: Currency) -> str:
    """An amount within its bounds."""
    if low == high:
        return amount(reader, low, currency)
    least = amount(reader, low, currency)
    if high is None:
        return translate("SimulationWords", "at least {low}").format(low=least)
    return translate("SimulationWords", "between {low} and {high}").format(
        low=least, high=amount(reader, high, currency)
    )


def change_words(reader: Reader, change: int | None, currency: Currency) -> str:
    """By how much a family gains or loses."""
    if change is None:
        return translate("SimulationWords", "Not known")
    if change == 0:
        return translate("SimulationWords", "The same amount")
    said = amount(reader, abs(change), currency)
    if change > 0:
        return translate("SimulationWords", "{amount} more").format(amount=said)
    return translate("SimulationWords", "{amount} less").format(amount=said)


def outcome_words(reader: Reader, outcome: str) -> str:
    """An outcome by its name in the caseload."""
    return capitalised(reader.wording(Outcome[outcome.upper()].label))


def group_words(shown: Simulated, column: str, key: str, reader: Reader) -> str:
    """What a group is called: so many members, an office, a section, a category of the law."""
    match column:
        case "size":
            return SimulationCounts().members(int(key or 0), reader)
        case "section":
            if key == "women":
                return translate("SimulationWords", "Women’s section")
            return translate("SimulationWords", "General section")
        case "category":
            if not key:
                return translate("SimulationWords", "In no category")
            for text in (shown.before, shown.after):
                for category in text.categories:
                    if category.id == key:
                        return capitalised(reader.wording(category.label))
    return isolated(key)


def figure_words(text: PackText, name: str, reader: Reader) -> str:
    """What a figure of the law is called, a cell with its table."""
    cell = cell_meant(name)
    if cell is None:
        return name_words(text, name, reader)
    return translate("SimulationWords", "{table} ({cell})").format(
        table=name_words(text, cell.table, reader), cell=cell_words(text, cell, reader)
    )


def cell_words(text: PackText, cell: Cell, reader: Reader) -> str:
    """«عدد الأفراد: ٣», where the heading says which table."""
    table = text.tables[cell.table]
    if cell.key == BEYOND:
        return translate("SimulationWords", "Beyond the last row")
    return translate("SimulationWords", "{by}: {key}").format(
        by=name_words(text, table.by, reader), key=key_words(table, cell.key, reader)
    )


def law_words(text: PackText, reader: Reader) -> str:
    """«المعاش المطوّر، إصدار 2023-11»."""
    return translate("SimulationWords", "{programme}, rules of {version}").format(
        programme=reader.wording(text.title), version=reader.code(text.version)
    )


def differing(shown: Simulated, names: Sequence[str], reader: Reader) -> str:
    """What came out otherwise: conditions and categories by their labels, benefits where it is nothing but amounts."""
    rules: dict[str, Wording] = {}
    benefits: dict[str, Wording] = {}
    for text in (shown.before, shown.after):
        rules.update({f"criterion.{each.id}": each.label for each in text.criteria})
        rules.update({f"category.{each.id}": each.label for each in text.categories})
        benefits.update({f"benefit.{each.id}": each.label for each in text.benefits})
    labels = rules if any(each in rules for each in names) else benefits
    between_them = "، " if reader.right_to_left else ", "
    return between_them.join(capitalised(reader.wording(labels[each])) for each in names if each in labels)


def _in_digits(words: str, number: int, reader: Reader) -> str:
    return words.replace(str(number), reader.number(number))
