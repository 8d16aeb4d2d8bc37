"""The order of need in words: scores, places, what set a family before the next one."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.programmes.language.possibilities import INFINITY, Bounds, Number
from desktop.programmes.ranking.order import DecidedBy, Place
from desktop.values.digits import to_arabic_indic
from desktop.values.isolates import in_written_order
from ui.language.reader import Reader
from ui.parts.signs import Mark, Sign
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desktop.casework.ranking import PlacedFamily

translate = QCoreApplication.translate


class RankCounts(QObject):
    """Counts in plural forms, which are taken from the words of an object alone."""

    def families(self, number: int, reader: Reader) -> str:
        """How many families."""
        return self.tr("%n family(s)", "", number).replace(str(number), reader.number(number))

    def files(self, number: int, reader: Reader) -> str:
        """How many files."""
        return self.tr("%n file(s)", "", number).replace(str(number), reader.number(number))

    def places(self, number: int, reader: Reader) -> str:
        """How many places."""
        return self.tr("%n place(s)", "", number).replace(str(number), reader.number(number))


def figure(number: Number, reader: Reader) -> str:
    """A score or a number of points, to two decimals at most."""
    if abs(number) == INFINITY:
        return "—"
    text = f"{float(round(Fraction(number), 2)):.2f}".rstrip("0").rstrip(".")
    return in_written_order(to_arabic_indic(text).replace(".", "٫") if reader.arabic_digits else text)


def figures(value: Bounds, reader: Reader) -> str:
    """A figure, or the two between which it lies."""
    if value.known:
        return figure(value.low, reader)
    return translate("RankWords", "{low} to {high}").format(
        low=figure(value.low, reader), high=figure(value.high, reader)
    )


def score_words(family: PlacedFamily, reader: Reader) -> str:
    """What a family is ranked by: its score, or the class it belongs to."""
    standing = family.standing
    if not standing.by_class:
        return figures(standing.score, reader)
    # The classes themselves, not all between the first and the last that its number may be.
    sure = next((each.number for each in standing.classes if each.belongs.known), standing.last_class + 1)
    may = [each.number for each in standing.classes if each.number <= sure]
    if not may:
        return class_words(Bounds(sure, sure), standing.last_class, reader)
    if sure > standing.last_class and len(may) == 1:
        return translate("RankWords", "Class {number}, or none").format(number=figure(may[0], reader))
    if sure > standing.last_class:
        return translate("RankWords", "Class {low} to {high}, or none").format(
            low=figure(may[0], reader), high=figure(may[-1], reader)
        )
    return class_words(Bounds(may[0], sure), standing.last_class, reader)


def class_words(number: Bounds, last: int, reader: Reader) -> str:
    """A class of the order, or those between which it lies; a number beyond the last class is none of them."""
    if number.low > last:
        return translate("RankWords", "In no class")
    return translate("RankWords", "Class {number}").format(number=figures(number, reader))


def place_mark(family: PlacedFamily, places: int) -> Mark:
    """Whether a family has one of so many places and by what; one that may yet come to one is told apart."""
    match family.ranked.place:
        case Place.BY_QUOTA:
            return Mark(Tone.GOOD, translate("RankWords", "Place of its area"))
        case Place.BY_RANK:
            return Mark(Tone.GOOD, translate("RankWords", "Place by rank"))
    if family.ranked.best_rank <= places:
        return Mark(Tone.UNKNOWN, translate("RankWords", "May get a place"))
    return Mark(Tone.PLAIN, translate("RankWords", "No place"), Sign.DASH)


def before_words(family: PlacedFamily) -> str:
    """What set a family before the next one, where the score did not."""
    match family.ranked.before_next:
        case DecidedBy.WAITING:
            return translate("RankWords", "equal with the next, applied earlier")
        case DecidedBy.LOT:
            return translate("RankWords", "equal with the next, by the draw")
    return ""


def span_words(family: PlacedFamily, reader: Reader) -> str:
    """Between which ranks it would stand once everything is known; empty where that is its rank."""
    ranked = family.ranked
    if ranked.best_rank == ranked.worst_rank:
        return ""
    return translate("RankWords", "may be {best} to {worst}").format(
        best=reader.number(ranked.best_rank), worst=reader.number(ranked.worst_rank)
    )
