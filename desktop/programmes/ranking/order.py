"""The order of need: by score, then by who has waited longest, then by a lot that anyone can draw again.

Every family is ranked by what is sure of its score; what is still possible is told beside it, so that a family whose
facts are incomplete is neither pushed up by a guess nor forgotten. Areas with a quota fill their own places first; what
is left goes to the rest of the list in its order.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop.programmes.language.possibilities import Number


@dataclass(frozen=True, slots=True)
class Candidate:
    """A family in the order of need.

    Args:
        file_number: of its file, by which the lot is drawn.
        score: what is sure of its score; `highest` what it may still come to, infinity included.
        applied_on: the day it applied; None where nobody wrote it down, which counts as the latest.
        area: for quotas; None where it is not known, and then no quota holds a place for it.
    """

    file_number: str
    score: Number
    highest: Number
    applied_on: date | None = None
    area: str | None = None


class DecidedBy(StrEnum):
    """What set a family before the one behind it."""

    SCORE = "score"
    WAITING = "waiting"
    LOT = "lot"
    LAST = "last"


class Place(StrEnum):
    """Whether a family has a place, and by what."""

    BY_QUOTA = "by_quota"
    BY_RANK = "by_rank"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A family with its rank.

    Args:
        candidate: the family.
        rank: 1 for the first.
        best_rank: the rank it would have if all that is open turned out in its favour and nobody else's.
        worst_rank: the rank it would have if all that is open turned out in favour of everybody else and not in its.
        before_next: what set it before the next one.
        place: whether it has one.
    """

    candidate: Candidate
    rank: int
    best_rank: int
    worst_rank: int
    before_next: DecidedBy
    place: Place


LATEST: Final = date.max


def lot(draw: str, file_number: str) -> str:
    """The lot of a family in a draw, in hexadecimal: SHA-256 of the draw's name and the file number.

    The name of a draw is announced before the files are known, so nobody can choose it to favour one; the same name
    gives the same order in every office and every year.
    """
    return hashlib.sha256(f"{draw}|{file_number}".encode()).hexdigest()


def in_order(
    candidates: Iterable[Candidate],
    *,
    draw: str,
    places: int | None = None,
    quotas: Mapping[str, int] | None = None,
) -> tuple[Ranked, ...]:
    """Rank families; the order in which they are given does not matter.

    Args:
        candidates: each file number once.
        draw: the name of the draw by which ties are broken.
        places: how many can be helped; None where there is no limit.
        quotas: places held for an area, by area; together no more than `places`.

    Raises:
        ValueError: a file number stands twice, or the quotas hold more places than there are.
    """
    held = dict(quotas or {})
    if places is not None and sum(held.values()) > places:
        raise ValueError("quotas hold more places than there are")
    ordered = sorted(candidates, key=lambda each: _key(each, draw, each.score))
    if len({each.file_number for each in ordered}) != len(ordered):
        raise ValueError("a file number stands twice")
    given = _places(ordered, places, held)
    scores = [each.score for each in ordered]
    hopes = sorted(_key(each, draw, each.highest) for each in ordered)
    return tuple(
        Ranked(
            candidate=each,
            rank=at + 1,
            best_rank=_best_rank(each, at, scores),
            worst_rank=_worst_rank(each, draw, hopes),
            before_next=_before(each, ordered[at + 1] if at + 1 < len(ordered) else None),
            place=given[each.file_number],
        )
        for at, each in enumerate(ordered)
    )


_Key = tuple[Number, date, str, str]


def _key(each: Candidate, draw: str, score: Number) -> _Key:
    return (-score, each.applied_on or LATEST, lot(draw, each.file_number), each.file_number)


def _before(each: Candidate, following: Candidate | None) -> DecidedBy:
    if following is None:
        return DecidedBy.LAST
    if each.score != following.score:
        return DecidedBy.SCORE
    return DecidedBy.WAITING if each.applied_on != following.applied_on else DecidedBy.LOT


def _best_rank(each: Candidate, at: int, scores: list[Number]) -> int:
    """`scores` fall; everybody whose sure score is above what this one may come to stays before it."""
    return bisect_left(scores, -each.highest, hi=at, key=lambda score: -score) + 1


def _worst_rank(each: Candidate, draw: str, hopes: list[_Key]) -> int:
    """`hopes` are the places of all with what they may come to; this one's own stands no later than what is sure."""
    before = bisect_left(hopes, _key(each, draw, each.score))
    return before + 1 if each.highest == each.score else before


def _places(ordered: list[Candidate], places: int | None, held: dict[str, int]) -> dict[str, Place]:
    if places is None:
        return {each.file_number: Place.BY_RANK for each in ordered}
    taken: Counter[str] = Counter()
    given: dict[str, Place] = {each.file_number: Place.NONE for each in ordered}
    for each in ordered:
        if each.area is not None and taken[each.area] < held.get(each.area, 0):
            taken[each.area] += 1
            given[each.file_number] = Place.BY_QUOTA
    # A quota that its area cannot fill goes back to all.
    left = places - sum(taken.values())
    for each in ordered:
        if left > 0 and given[each.file_number] is Place.NONE:
            given[each.file_number] = Place.BY_RANK
            left -= 1
    return given
