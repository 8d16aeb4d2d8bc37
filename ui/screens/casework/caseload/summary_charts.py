"""What a run came to, as charts: its outcomes beside those of the run before, and its files beside the decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.facts.codes import Outcome
from ui.language.reader import Reader
from ui.parts.charts.marks import Fill, Group, Numbers, Segment, Series
from ui.screens.casework.caseload.words import KINDS, CaseloadCounts, kind_words, outcome_words
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.casework.caseload_changes import ChangeKind
    from ui.screens.casework.caseload.reading import RunShown

translate = QCoreApplication.translate

FILES = "files"


def outcome_groups(shown: RunShown, reader: Reader) -> tuple[Group, ...]:
    """A bar for the run, and one for the run before it where there is one."""
    return tuple(_group(key, label, outcomes, reader) for key, label, outcomes in _bars(shown, reader))


def outcome_numbers(shown: RunShown, reader: Reader) -> Numbers:
    """The same in figures."""
    heads = (translate("CaseloadCharts", "Run"), *(outcome_words(reader, each) for each in Outcome))
    return Numbers(
        heads,
        tuple(
            (label, *(reader.number(outcomes.get(each, 0)) for each in Outcome))
            for _, label, outcomes in _bars(shown, reader)
        ),
    )


def kind_series() -> tuple[Series, ...]:
    """One series: each bar is a kind by itself."""
    return (Series(FILES, translate("CaseloadCharts", "Households"), Tone.PLAIN, Fill.SOLID),)


def kind_groups(counts: Mapping[ChangeKind, int], reader: Reader) -> tuple[Group, ...]:
    """A bar for each kind."""
    numbers, told = {kind.value: number for kind, number in counts.items()}, CaseloadCounts()
    found = []
    for kind in KINDS:
        number, label = numbers.get(kind, 0), kind_words(kind)
        words = translate("CaseloadCharts", "{kind}: {count}").format(kind=label, count=told.households(number, reader))
        segment = Segment(FILES, number, reader.number(number), words)
        found.append(Group(kind, label, reader.number(number), (segment,)))
    return tuple(found)


def kind_numbers(counts: Mapping[ChangeKind, int], reader: Reader) -> Numbers:
    """The same in figures."""
    numbers = {kind.value: number for kind, number in counts.items()}
    heads = (
        translate("CaseloadCharts", "Beside the decision"),
        translate("CaseloadCharts", "Households"),
    )
    return Numbers(heads, tuple((kind_words(kind), reader.number(numbers.get(kind, 0))) for kind in KINDS))


def _bars(shown: RunShown, reader: Reader) -> tuple[tuple[str, str, Mapping[Outcome, int]], ...]:
    this = translate("CaseloadCharts", "This run, for {day}").format(day=reader.day(shown.on))
    bars: list[tuple[str, str, Mapping[Outcome, int]]] = [("this", this, shown.outcomes)]
    if shown.before is not None:
        label = translate("CaseloadCharts", "The run before, for {day}").format(day=reader.day(shown.before.on))
        bars.append(("before", label, shown.before.outcomes))
    return tuple(bars)


def _group(key: str, label: str, outcomes: Mapping[Outcome, int], reader: Reader) -> Group:
    counts = CaseloadCounts()
    segments = []
    for each in Outcome:
        number = outcomes.get(each, 0)
        words = translate("CaseloadCharts", "{run}: {outcome}, {count}").format(
            run=label, outcome=outcome_words(reader, each), count=counts.households(number, reader)
        )
        segments.append(Segment(each.value, number, reader.number(number), words))
    return Group(key, label, reader.number(sum(outcomes.values())), tuple(segments))
