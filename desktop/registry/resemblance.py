"""How much two people resemble each other, by name and birth. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from desktop.values.dates import DatePossibility
from desktop.values.language import Wording

SAME_WORD = 0.78
"""From here on two words may be one spelt twice: «عثمان» and «عتمان», but not the brothers «محمد» and «أحمد»."""

LIKELY, LIKELY_OF_ONE_DAY = 0.8, 0.5
"""How alike names must be; less for people born on one day, who are few."""

_NAME, _BIRTH = 0.7, 0.3
"""Shares of a score: a birthday is shared by many, a name in four parts by few."""


class Birth(Enum):
    """What two births say of each other: how much it is worth, and how it is told."""

    SAME_DAY = (1.0, Wording("وتاريخ الميلاد نفسه", "and the same date of birth"))
    SAME_YEAR = (0.6, Wording("وسنة الميلاد نفسها", "and the same year of birth"))
    CLOSE = (0.4, Wording("وسنة الميلاد مقاربة", "and nearly the same year of birth"))
    UNKNOWN = (0.3, Wording("وتاريخ ميلاد أحدهما غير معروف", "and the date of birth of one is not known"))

    def __init__(self, worth: float, wording: Wording) -> None:
        self.worth = worth
        self.wording = wording


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How alike two people are, from 0 to 1, and why."""

    score: float
    reason: Wording


_SAME_NAME = Wording("الاسم نفسه", "The same name")
_NEAR_NAME = Wording("الاسم مقارب", "A similar name")


def resemblance(
    one: str, other: str, born: DatePossibility | None, other_born: DatePossibility | None
) -> Resemblance | None:
    """How alike two people are; None where they are not.

    Args:
        one: a name as `words.key_of_name` makes it.
        other: another such.
        born: when the one can have been born; None where nothing is known.
        other_born: the same of the other.
    """
    birth = compared(born, other_born)
    if birth is None:
        return None
    likeness = alikeness(one.split(), other.split())
    if likeness < (LIKELY_OF_ONE_DAY if birth is Birth.SAME_DAY else LIKELY):
        return None
    name = _SAME_NAME if one == other else _NEAR_NAME
    reason = Wording(f"{name.ar} {birth.wording.ar}", f"{name.en} {birth.wording.en}")
    return Resemblance(_NAME * likeness + _BIRTH * birth.worth, reason)


def compared(one: DatePossibility | None, other: DatePossibility | None) -> Birth | None:
    """What two births say of each other; None where they are more than a year apart."""
    if one is None or other is None:
        return Birth.UNKNOWN
    if one.known and one == other:
        return Birth.SAME_DAY
    if one.earliest.year <= other.latest.year and other.earliest.year <= one.latest.year:
        return Birth.SAME_YEAR
    apart = max(one.earliest.year - other.latest.year, other.earliest.year - one.latest.year)
    return Birth.CLOSE if apart == 1 else None


def alikeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of two names is said by both, in its order, from 0 to 1: a grandfather may be left out of one."""
    if not one or not other:
        return 0.0
    best = [0.0] * (len(other) + 1)
    for word in one:
        before = best
        best = [0.0]
        for at, candidate in enumerate(other):
            best.append(max(best[at], before[at + 1], before[at] + _same(word, candidate)))
    return 2 * best[-1] / (len(one) + len(other))


def _same(word: str, other: str) -> float:
    if word == other:
        return 1.0
    likeness = SequenceMatcher(None, word, other, autojunk=False).ratio()
    return likeness if likeness >= SAME_WORD else 0.0
