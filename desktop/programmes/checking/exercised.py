"""Which rules no case of a pack shows: ways of coming out, benefits never paid, branches and variables never read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import UNSET

from desktop.facts.assessment import Amount
from desktop.programmes.checking.cases import CaseResult
from desktop.programmes.checking.inheriting import Inherited
from desktop.programmes.checking.openness import Openness
from desktop.programmes.checking.stated import named, said
from desktop.programmes.checking.watching import Spot, Watched
from desktop.programmes.packs.cited import of_other
from desktop.programmes.packs.compiled import Pack
from desktop.values.errors import OfficeError
from desktop.values.language import Wording

WAYS = {
    "met": Wording("متحققًا", "met"),
    "unmet": Wording("غير متحقق", "unmet"),
    "unknown": Wording("غير معلوم", "unknown"),
}
"""The ways in which a criterion or a category comes out, in the words of the contract and in two languages."""


@dataclass(frozen=True)
class Unexercised:
    """What no case shows.

    Args:
        outcomes: criteria, categories and ways of coming out, as `vehicles: unknown` or `orphan/no_able_provider: met`;
            what no missing fact can leave open is not asked for.
        benefits: benefits that no case pays, and adjustments that no case makes, by id.
        variables: variables that no case reads, as `member.adult`.
        branches: branches of a CASE that no case takes.
    """

    outcomes: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    branches: tuple[Spot, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is left unshown."""
        return bool(self.outcomes or self.benefits or self.variables or self.branches)


def unexercised(
    watched: Watched, results: tuple[CaseResult, ...], inherited: tuple[Inherited, ...] = ()
) -> Unexercised:
    """What the cases that were run on a watched pack leave unshown.

    Args:
        watched: the pack, with what was read of it in running the cases.
        results: its own cases.
        inherited: those of the versions that it amends, each counted for what the amendment leaves alone.
    """
    pack = watched.pack
    own = {spot for spot in watched.spots - watched.read if not of_other(pack.text, spot.place.rsplit("/", 1)[-1])}
    unread = {spot.place for spot in own if not spot.choice}
    variables = sorted(place for place in unread if place.startswith("variables/"))
    # Of what is not read at all, no branch is named.
    branches = sorted(spot for spot in own if spot.choice and spot.place not in unread)
    return Unexercised(
        outcomes=tuple(_outcomes(pack, results, inherited)),
        benefits=tuple(_unpaid(pack, results, inherited)),
        variables=tuple(place.removeprefix("variables/").replace("/", ".") for place in variables),
        branches=tuple(branches),
    )


def not_shown(pack: Pack, unshown: Unexercised) -> Iterator[OfficeError]:
    """Criteria and categories of which some way of coming out is shown by no case, with the `place` of each."""
    places = {_named(place): place for place, _ in said(pack.text)}
    ways: dict[str, list[Wording]] = {}
    for outcome in unshown.outcomes:
        name, _, way = outcome.partition(": ")
        ways.setdefault(name, []).append(WAYS[way])
    for name, missing in ways.items():
        in_words = Wording("، ".join(each.ar for each in missing), ", ".join(each.en for each in missing))
        yield OfficeError("programmes.not_shown", pack=named(pack.text), place=places[name], ways=in_words)


def places_unshown(pack: Pack, unshown: Unexercised) -> frozenset[str]:
    """The places of the rules of which something is left unshown."""
    places = {_named(place): place for place, _ in said(pack.text)}
    criteria = {places[outcome.rpartition(": ")[0]] for outcome in unshown.outcomes}
    paid = {f"{section}/{name}" for name in unshown.benefits for section in ("benefits", "adjustments")}
    read = {f"variables/{name.replace('.', '/', 1)}" for name in unshown.variables}
    taken = {spot.place for spot in unshown.branches}
    found = criteria | paid | read | taken
    return frozenset(found | {f"{place}/when" for place in found}) & pack.trees.keys()


def _outcomes(pack: Pack, results: tuple[CaseResult, ...], inherited: tuple[Inherited, ...]) -> Iterator[str]:
    shown = {one for result in results for one in _shown(result)}
    places = [place for place, _ in said(pack.text)]
    for each in inherited:
        taken_over = {place for place in places if _left_alone(pack, place, each.unchanged)}
        shown |= {(place, outcome) for place, outcome in _shown(each.result) if place in taken_over}
    never_open = set(_never_open(pack))
    for place in places:
        for outcome in WAYS:
            if (place, outcome) not in shown and not (outcome == "unknown" and place in never_open):
                yield f"{_named(place)}: {outcome}"


def _named(place: str) -> str:
    """A criterion or category as it is told: a criterion that a category asks with the category before it."""
    return place.partition("/")[2]


def _shown(result: CaseResult) -> Iterator[tuple[str, str]]:
    """The place of each criterion and category that the case tells of, with how it came out."""
    for each in result.assessment.criteria if result.assessment is not None else ():
        place = f"criteria/{each.id}"
        if isinstance(each.category, str):
            place = f"categories/{each.category}" + ("" if each.id == each.category else f"/{each.id}")
        yield place, each.outcome.value


def _left_alone(pack: Pack, place: str, unchanged: frozenset[str]) -> bool:
    """Whether everything that is stated of a criterion, a category or a benefit says the same in both versions."""
    asked = [each for each in (place, f"{place}/when") if each in pack.trees]
    return all(each in unchanged for each in asked)


def _never_open(pack: Pack) -> Iterator[str]:
    """Places of criteria and categories that come out one way or the other whatever the file leaves out."""
    openness = Openness(pack)
    for place, _ in said(pack.text):
        asked = [each for each in (place, f"{place}/when") if each in pack.trees]
        if not any(openness.can_stay_open(each) for each in asked):
            yield place


def _unpaid(pack: Pack, results: tuple[CaseResult, ...], inherited: tuple[Inherited, ...]) -> Iterator[str]:
    """Benefits that come to nothing in every case; one that no figure was published for counts as paid."""
    benefits = {each.id: f"benefits/{each.id}" for each in pack.text.benefits}
    stated = benefits | {each.id: f"adjustments/{each.id}" for each in pack.text.adjustments}
    paid = {one for result in results for one in _paid(pack, result)}
    for each in inherited:
        taken_over = {name for name, place in stated.items() if _left_alone(pack, place, each.unchanged)}
        paid |= taken_over & set(_paid(pack, each.result))
    yield from (each for each in stated if each not in paid)


def _paid(pack: Pack, result: CaseResult) -> Iterator[str]:
    found = result.assessment
    if found is None:
        return
    for parts in (found.components, found.adjustments):
        if isinstance(parts, tuple):
            yield from (one.id for one in parts if _something(one.amount))
    for member in found.members if isinstance(found.members, tuple) else ():
        if isinstance(member.amount, Amount) and _something(member.amount) and pack.text.benefits:
            yield pack.text.benefits[0].id


def _something(amount: Amount) -> bool:
    return amount.value is UNSET or any(digit in "123456789" for digit in str(amount.value))
