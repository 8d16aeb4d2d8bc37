"""The columns of the order, and of its sums by area."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.programmes.language.possibilities import INFINITY, Bounds, Number
from desktop.programmes.ranking.order import Place
from desktop.values.isolates import isolated
from ui.language.reader import Reader
from ui.parts.signs import Mark
from ui.parts.table.columns import Choice, Column
from ui.screens.casework.ranking.rank_words import (
    before_words,
    class_words,
    figure,
    place_mark,
    score_words,
    span_words,
)

if TYPE_CHECKING:
    from desktop.casework.ranking import PlacedFamily, RankingAnswer


@dataclass(frozen=True, slots=True)
class AreaSum:
    """What an area has of an order.

    Args:
        area: as the files write it; None for those of which no address says one.
        ranked: families of it in the order.
        by_quota: of them with one of the places held for it; by_rank with another.
        lowest: the sure score of the last of its families with a place; None where none has one.
    """

    area: str | None
    ranked: int
    by_quota: int
    by_rank: int
    lowest: Number | None


def area_sums(families: Iterable[PlacedFamily]) -> tuple[AreaSum, ...]:
    """The areas of an order, those with the most families first."""
    found: dict[str | None, list[PlacedFamily]] = {}
    for each in families:
        found.setdefault(each.standing.area, []).append(each)
    sums = []
    for area, those in found.items():
        placed = [each.ranked for each in those if each.ranked.place is not Place.NONE]
        quota = sum(each.place is Place.BY_QUOTA for each in placed)
        lowest = min((each.candidate.score for each in placed), default=None)
        sums.append(AreaSum(area, len(those), quota, len(placed) - quota, lowest))
    return tuple(sorted(sums, key=lambda each: (each.area is None, -each.ranked, each.area or "")))


class RankColumns(QObject):
    """The columns; what they say depends on the order that is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answer: RankingAnswer | None = None

    @property
    def _places(self) -> int | None:
        return None if self.answer is None else self.answer.places

    def of_families(self) -> list[Column[PlacedFamily]]:
        """One row for each family of the order."""
        return [
            Column(
                "rank",
                lambda: self.tr("Rank"),
                lambda row, reader: reader.number(row.ranked.rank),
                second=span_words,
                sort_value=lambda row: row.ranked.rank,
                export=lambda row: row.ranked.rank,
                width=104,
                hideable=False,
                strong=True,
            ),
            Column(
                "family",
                lambda: self.tr("Family"),
                lambda row, _reader: isolated(row.head_name),
                second=self._file,
                sort_value=lambda row: row.head_name,
                width=176,
                stretch=True,
                strong=True,
            ),
            Column(
                "area",
                lambda: self.tr("Area"),
                lambda row, _reader: self._area(row.standing.area),
                sort_value=lambda row: row.standing.area,
                width=96,
            ),
            Column(
                "score",
                lambda: self.tr("Class") if self._by_class else self.tr("Score"),
                score_words,
                second=lambda row, _reader: before_words(row),
                sort_value=lambda row: row.ranked.candidate.score,
                export=lambda row: _decimal(row.ranked.candidate.score),
                width=120,
            ),
            Column(
                "place",
                lambda: self.tr("Place"),
                lambda _row, _reader: "",
                mark=self._mark,
                choices=self._choices,
                filter_value=self._choice,
                width=164,
            ),
            # By itself, for a list that is posted without names.
            Column(
                "file",
                lambda: self.tr("File number"),
                lambda row, reader: reader.code(row.standing.file_number),
                export=lambda row: row.standing.file_number,
                width=130,
                shown=False,
            ),
            Column("tie", lambda: self.tr("Tie"), lambda row, _reader: before_words(row), width=150, shown=False),
            Column(
                "applied",
                lambda: self.tr("Applied on"),
                lambda row, reader: "" if row.standing.applied_on is None else reader.day(row.standing.applied_on),
                sort_value=lambda row: row.standing.applied_on,
                export=lambda row: row.standing.applied_on,
                width=130,
                shown=False,
            ),
        ]

    def of_areas(self) -> list[Column[AreaSum]]:
        """One row for each area."""
        return [
            Column(
                "area",
                lambda: self.tr("Area"),
                lambda row, _reader: self._area(row.area),
                sort_value=lambda row: row.area,
                width=150,
                stretch=True,
                hideable=False,
                strong=True,
            ),
            self._count("ranked", lambda: self.tr("Families ranked"), "ranked"),
            self._count("by_quota", lambda: self.tr("Of its own places"), "by_quota"),
            self._count("by_rank", lambda: self.tr("By rank"), "by_rank"),
            Column(
                "lowest",
                lambda: self.tr("Last class with a place") if self._by_class else self.tr("Lowest score with a place"),
                self._lowest,
                sort_value=lambda row: row.lowest,
                export=lambda row: None if row.lowest is None else _decimal(row.lowest),
                width=190,
            ),
        ]

    @property
    def _by_class(self) -> bool:
        return self._last_class > 0

    @property
    def _last_class(self) -> int:
        order = None if self.answer is None else self.answer.pack.text.ranking
        return 0 if order is None else len(order.ranks)

    def _lowest(self, row: AreaSum, reader: Reader) -> str:
        if row.lowest is None:
            return ""
        if self._by_class:
            return class_words(Bounds(-row.lowest, -row.lowest), self._last_class, reader)
        return figure(row.lowest, reader)

    def _count(self, key: str, title: Callable[[], str], name: str) -> Column[AreaSum]:
        return Column(
            key,
            title,
            lambda row, reader: reader.number(getattr(row, name)),
            sort_value=lambda row: getattr(row, name),
            export=lambda row: getattr(row, name),
            width=140,
        )

    def _file(self, row: PlacedFamily, reader: Reader) -> str:
        number = reader.code(row.standing.file_number)
        return self.tr("{number} · sealed").format(number=number) if row.sealed else number

    def _area(self, area: str | None) -> str:
        return self.tr("Not stated") if area is None else isolated(area)

    def _mark(self, row: PlacedFamily, _reader: Reader) -> Mark | None:
        return None if self._places is None else place_mark(row, self._places)

    def _choices(self, _reader: Reader) -> list[Choice]:
        return [Choice("yes", self.tr("Has a place")), Choice("no", self.tr("No place"))]

    def _choice(self, row: PlacedFamily) -> str | None:
        return "no" if row.ranked.place is Place.NONE else "yes"


def _decimal(score: Number) -> Decimal | None:
    """The score, or the number of the class, as a sheet takes it."""
    if abs(score) == INFINITY:
        return None
    exact = abs(round(Fraction(score), 2))
    return Decimal(exact.numerator) / Decimal(exact.denominator)
