"""Where a household stands in a pack's order of need, with each part of it and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from msgspec import UNSET

from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import value_of, vocabulary
from desktop.programmes.answers.answer import evaluation_of
from desktop.programmes.language.evaluation import Evaluation, Reader
from desktop.programmes.language.family import HOUSEHOLD
from desktop.programmes.language.possibilities import INFINITY, Bounds, Number, Truth, Value
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.entitlement import ENTITLED, NEED_SCORE, PRIORITY_RANK, ranked, scored
from desktop.programmes.packs.pack import RankingOf
from desktop.programmes.ranking.order import Candidate
from desktop.values.errors import OfficeError
from desktop.values.language import Wording


@dataclass(frozen=True, slots=True)
class Part:
    """One measure of need.

    Args:
        id: of the score in the pack.
        label: what is measured.
        value: the score, 0 to 100, as far as it is known.
        weight: how much it counts, of 100 in all.
        points: what it adds to the whole.
    """

    id: str
    label: Wording
    value: Bounds
    weight: Bounds
    points: Bounds


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the order that the household belongs to, or may belong to."""

    number: int
    label: Wording
    belongs: Truth


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a household stands.

    Args:
        file_number: of the file; empty where it is not registered.
        entitled: whether the pack lets it be ranked at all.
        score: the whole score, or the number of its class; `parts` and `classes` say what it is made of.
        by_class: whether the order is one of classes, the lowest number first.
        last_class: the number of the last class; a number beyond it is none of them. 0 where the order is by score.
        applied_on: the day of application, None where it is not written down.
        area: by which quotas are held.
        rests_on: missing facts, presumptions and unpublished figures behind it.
    """

    file_number: str
    entitled: Truth
    score: Bounds
    by_class: bool
    last_class: int
    parts: tuple[Part, ...]
    classes: tuple[Class, ...]
    applied_on: date | None
    area: str | None
    rests_on: frozenset[str]

    @property
    def candidate(self) -> Candidate:
        """As the order takes it: what is sure counts, what is open stands beside it."""
        sure, possible = self.score.low, self.score.high
        if self.by_class:
            # The lowest class goes first; what is sure is the last class that it may be in.
            sure, possible = -self.score.high, -self.score.low
        if self.entitled.may_fail:
            sure = _least(sure)
        return Candidate(self.file_number, sure, possible, self.applied_on, self.area)


def _least(sure: Number) -> Number:
    """Whose right to be ranked is open is ranked with no more than nothing."""
    return min(sure, 0) if sure >= 0 else -INFINITY


def standing_of(pack: Pack, file: HouseholdFile, *, on: date) -> Standing:
    """Where a household stands in the order of a pack on a day.

    Raises:
        OfficeError: `programmes.no_order` where the pack ranks nobody, `programmes.other_country`.
    """
    order = pack.text.ranking
    if order is None or pack.subject != HOUSEHOLD:
        raise OfficeError("programmes.no_order", programme=pack.text.id)
    if file.household.country.value != pack.text.country:
        raise OfficeError(
            "programmes.other_country", programme=pack.text.id, country=pack.text.country, file=file.household.country
        )
    asked = _Asked(pack, evaluation_of(pack, file, on))
    by_class = bool(order.ranks)
    score = asked.number(PRIORITY_RANK if by_class else NEED_SCORE)
    entitled = asked.truth(ENTITLED)
    household = file.household
    return Standing(
        file_number=household.file_number if household.file_number is not UNSET else "",
        entitled=entitled,
        score=score,
        by_class=by_class,
        last_class=len(order.ranks),
        parts=_parts(asked, order),
        classes=_classes(asked, order),
        applied_on=household.applied_on if household.applied_on is not UNSET else None,
        area=area_of(file, order.area),
        rests_on=frozenset(asked.rests_on),
    )


class _Asked:
    """Reads variables of the household and remembers what they rest on."""

    def __init__(self, pack: Pack, evaluation: Evaluation) -> None:
        self.pack, self.evaluation = pack, evaluation
        self.rests_on: set[str] = set()

    def number(self, name: str) -> Bounds:
        value = self._read(name)
        if not isinstance(value, Bounds):
            raise TypeError(value)
        return value

    def truth(self, name: str) -> Truth:
        value = self._read(name)
        if not isinstance(value, Truth):
            raise TypeError(value)
        return value

    def _read(self, name: str) -> Value:
        reader: Reader = self.pack.scope.variable(HOUSEHOLD, name).reader
        value, behind = self.evaluation.asked(reader, self.evaluation.family.household)
        self.rests_on |= behind
        return value


def _parts(asked: _Asked, order: RankingOf) -> tuple[Part, ...]:
    found = []
    for score in order.scores:
        value, weight = asked.number(scored(score.id)), asked.pack.parameters[score.weight]
        if not isinstance(weight, Bounds):
            raise TypeError(weight)
        points = Bounds(_share(value.low, weight.low), _share(value.high, weight.high))
        found.append(Part(score.id, score.label, value, weight, points))
    return tuple(found)


def _share(value: Number, weight: Number) -> Number:
    return Fraction(value) * Fraction(weight) / 100


def _classes(asked: _Asked, order: RankingOf) -> tuple[Class, ...]:
    found = []
    for number, rank in enumerate(order.ranks, 1):
        belongs = asked.truth(ranked(rank.id))
        if belongs.may_hold:
            found.append(Class(number, rank.label, belongs))
    return tuple(found)


def area_of(file: HouseholdFile, name: str) -> str | None:
    """The area of a household by the name of its fact, as the file writes it; None where it is not known."""
    fact = vocabulary()[HOUSEHOLD].properties[name]
    told = value_of(file.household, fact.path)
    return None if told is UNSET else str(told)
