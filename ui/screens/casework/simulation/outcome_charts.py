"""The sums of a simulation as charts: groups of families, the spread of the change, and the cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.values.digits import to_arabic_indic
from desktop.values.isolates import in_written_order
from ui.language.reader import Reader
from ui.parts.charts.marks import Fill, Group, Numbers, Segment, Series, Step
from ui.screens.casework.simulation.words import (
    GAINS,
    LOSES,
    OPEN,
    SAME,
    SimulationCounts,
    amount,
    cost_words,
    group_words,
    kind_series,
)
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.programmes.simulation.summary import Cost, Sums
    from desktop.values.money import Currency
    from ui.screens.casework.simulation.reading import Simulated

translate = QCoreApplication.translate

SURE, POSSIBLE = "sure", "possible"
_MINOR = 100


def groups_of(shown: Simulated, column: str, reader: Reader) -> tuple[Group, ...]:
    """The families of each group by what becomes of them; sizes in order, others the largest first."""
    sums: Mapping[str, Sums] = shown.answer.sums.groups[column]
    keys = (
        sorted(sums, key=lambda key: int(key or 0))
        if column == "size"
        else sorted(sums, key=lambda key: -sums[key].families)
    )
    counts = SimulationCounts()
    found = []
    for key in keys:
        each, label = sums[key], group_words(shown, column, key, reader)
        segments = tuple(
            Segment(
                kind,
                number,
                reader.number(number),
                translate("SimulationCharts", "{group}: {what}").format(
                    group=label, what=counts.becoming(kind, number, reader)
                ),
            )
            for kind, number in _kinds(each)
        )
        found.append(Group(key, label, reader.number(each.families), segments))
    return tuple(found)


def head_of(column: str) -> str:
    """What stands above the names of the groups in a table."""
    return {
        "size": translate("SimulationCharts", "Size of the household"),
        "category": translate("SimulationCharts", "Category"),
        "section": translate("SimulationCharts", "Section"),
        "office": translate("SimulationCharts", "Office"),
    }[column]


def numbers_of(shown: Simulated, column: str, head: str, reader: Reader) -> Numbers:
    """The same in figures, with the cost before and after."""
    series = {each.key: each.words for each in kind_series()}
    currency = shown.answer.currency
    heads = (
        head,
        *(series[kind] for kind in (GAINS, LOSES, SAME, OPEN)),
        translate("SimulationCharts", "Cost before"),
        translate("SimulationCharts", "Cost after"),
    )
    rows = []
    for group in groups_of(shown, column, reader):
        sums = shown.answer.sums.groups[column][group.key]
        costs = (cost_words(reader, each, currency) for each in (sums.before, sums.after))
        rows.append((group.label, *(reader.number(number) for _, number in _kinds(sums)), *costs))
    return Numbers(heads, tuple(rows))


def spread_series() -> tuple[Series, ...]:
    """The two sides of zero."""
    return tuple(each for each in kind_series() if each.key in {GAINS, LOSES})


def steps_of(shown: Simulated, reader: Reader) -> tuple[Step, ...]:
    """The bars of the spread, with zero at an edge of one and always in sight."""
    currency = shown.answer.currency
    bars = list(shown.answer.sums.spread)
    if not bars:
        return ()
    wide = bars[0].high - bars[0].low
    first, last = min(bars[0].low, 0), max(bars[-1].high, 0)
    told = {each.low: each for each in bars}
    found = []
    for low in range(first, last, wide):
        bar = told.get(low)
        number = 0 if bar is None else bar.families
        side = LOSES if low < 0 else GAINS
        found.append(Step(low, low + wide, number, side, _step_words(low, low + wide, number, reader, currency)))
    return tuple(found)


def spread_numbers(shown: Simulated, reader: Reader) -> Numbers:
    """The bars in figures."""
    heads = (translate("SimulationCharts", "Change"), translate("SimulationCharts", "Households"))
    rows = tuple(
        (_range_words(each.low, each.high, reader, shown.answer.currency), reader.number(each.families))
        for each in shown.answer.sums.spread
        if each.families
    )
    return Numbers(heads, rows)


def whole(minor: int, reader: Reader) -> str:
    """A place on the axis, in whole riyals or pounds."""
    figure = f"{minor // _MINOR:+,}" if minor else "0"
    return in_written_order(to_arabic_indic(figure).replace(",", "٬") if reader.arabic_digits else figure)


def cost_series() -> tuple[Series, ...]:
    """What is sure to be spent, and what may be."""
    return (
        Series(SURE, translate("SimulationCharts", "Sure"), Tone.PLAIN, Fill.SOLID),
        Series(POSSIBLE, translate("SimulationCharts", "Possible where facts are missing"), Tone.UNKNOWN, Fill.DOTS),
    )


def costs_of(shown: Simulated, reader: Reader) -> tuple[Group, ...]:
    """The cost under each law; where nothing bounds it, what is sure alone."""
    sums, currency = shown.answer.sums.all, shown.answer.currency
    named = (
        ("before", translate("SimulationCharts", "Before"), sums.before),
        ("after", translate("SimulationCharts", "After"), sums.after),
    )
    return tuple(_cost(key, label, cost, reader, currency) for key, label, cost in named)


def cost_numbers(shown: Simulated, reader: Reader) -> Numbers:
    """The costs in figures."""
    sums, currency = shown.answer.sums.all, shown.answer.currency
    heads = (
        translate("SimulationCharts", "Rules"),
        translate("SimulationCharts", "At least"),
        translate("SimulationCharts", "At most"),
    )
    none = translate("SimulationCharts", "Not bounded")
    rows = tuple(
        (
            label,
            amount(reader, cost.at_least, currency),
            none if cost.at_most is None else amount(reader, cost.at_most, currency),
        )
        for label, cost in (
            (translate("SimulationCharts", "Before"), sums.before),
            (translate("SimulationCharts", "After"), sums.after),
        )
    )
    return Numbers(heads, rows)


def _cost(key: str, label: str, cost: Cost, reader: Reader, currency: Currency) -> Group:
    said = cost_words(reader, cost, currency)
    words = translate("SimulationCharts", "{group}: {what}").format(group=label, what=said)
    beyond = 0 if cost.at_most is None else cost.at_most - cost.at_least
    return Group(
        key,
        label,
        said,
        (Segment(SURE, cost.at_least, "", words), Segment(POSSIBLE, beyond, "", words)),
    )


def _kinds(sums: Sums) -> tuple[tuple[str, int], ...]:
    return ((GAINS, sums.gains), (LOSES, sums.loses), (SAME, sums.same), (OPEN, sums.open))


def _step_words(low: int, high: int, number: int, reader: Reader, currency: Currency) -> str:
    kind = LOSES if low < 0 else GAINS
    return translate("SimulationCharts", "{what}: {range}").format(
        what=SimulationCounts().becoming(kind, number, reader), range=_range_words(low, high, reader, currency)
    )


def _range_words(low: int, high: int, reader: Reader, currency: Currency) -> str:
    """A stretch of the axis without a sign: what is lost from so much to so much, or gained."""
    near, far = sorted((abs(low), abs(high)))
    words = (
        translate("SimulationCharts", "from {near} to {far} less")
        if low < 0
        else translate("SimulationCharts", "from {near} to {far} more")
    )
    return words.format(near=amount(reader, near, currency), far=amount(reader, far, currency))
