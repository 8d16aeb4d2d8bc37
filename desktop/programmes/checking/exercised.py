"""Which rules no case of a pack shows: ways of coming out, benefits never paid, branches and variables never read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import UNSET

from desktop.facts.assessment import Amount, Assessment
from desktop.programmes.checking.cases import CaseResult
from desktop.programmes.checking.openness import Openness
from desktop.programmes.checking.stated import said
from desktop.programmes.checking.watching import Spot, Watched
from desktop.programmes.packs.cited import of_other
from desktop.programmes.packs.compiled import Pack

OUTCOMES = ("met", "unmet", "unknown")


@dataclass(frozen=True)
class Unexercised:
    """What no case shows.

    Args:
        outcomes: criteria, categories and ways of coming out, as `criterion: unknown`; what no missing fact can leave
            open is not asked for.
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


def unexercised(watched: Watched, results: tuple[CaseResult, ...]) -> Unexercised:
    """What the cases that were run on a watched pack leave unshown."""
    pack = watched.pack
    found = [result.assessment for result in results if result.assessment is not None]
    own = {spot for spot in watched.spots - watched.read if not of_other(pack.text, spot.place.rsplit("/", 1)[-1])}
    unread = {spot.place for spot in own if not spot.choice}
    variables = sorted(place for place in unread if place.startswith("variables/"))
    # Of what is not read at all, no branch is named.
    branches = sorted(spot for spot in own if spot.choice and spot.place not in unread)
    return Unexercised(
        outcomes=tuple(_outcomes(pack, found)),
        benefits=tuple(_unpaid(pack, found)),
        variables=tuple(place.removeprefix("variables/").replace("/", ".") for place in variables),
        branches=tuple(branches),
    )


def _outcomes(pack: Pack, found: list[Assessment]) -> Iterator[str]:
    shown = {(criterion.id, criterion.outcome.value) for each in found for criterion in each.criteria}
    never_open = set(_never_open(pack))
    for place, _ in said(pack.text):
        criterion = place.rsplit("/", 1)[-1]
        for outcome in OUTCOMES:
            if (criterion, outcome) not in shown and not (outcome == "unknown" and criterion in never_open):
                yield f"{criterion}: {outcome}"


def _never_open(pack: Pack) -> Iterator[str]:
    """Criteria and categories that come out one way or the other whatever the file leaves out."""
    openness = Openness(pack)
    places = [(each.id, f"criteria/{each.id}", each.when) for each in pack.text.criteria]
    for category in pack.text.categories:
        inside = f"categories/{category.id}"
        places.append((category.id, f"{inside}/when", None))
        places += [(each.id, f"{inside}/{each.id}", each.when) for each in category.criteria]
    for criterion, place, when in places:
        asked = (place,) if when is None else (place, f"{place}/when")
        if not any(openness.can_stay_open(each) for each in asked):
            yield criterion


def _unpaid(pack: Pack, found: list[Assessment]) -> Iterator[str]:
    """Benefits that come to nothing in every case; one that no figure was published for counts as paid."""
    paid: set[str] = set()
    for each in found:
        if isinstance(each.components, tuple):
            paid.update(one.id for one in each.components if _something(one.amount))
        if isinstance(each.adjustments, tuple):
            paid.update(one.id for one in each.adjustments if _something(one.amount))
        for member in each.members if isinstance(each.members, tuple) else ():
            if isinstance(member.amount, Amount) and _something(member.amount) and pack.text.benefits:
                paid.add(pack.text.benefits[0].id)
    stated = [*(each.id for each in pack.text.benefits), *(each.id for each in pack.text.adjustments)]
    yield from (each for each in stated if each not in paid)


def _something(amount: Amount) -> bool:
    return amount.value is UNSET or any(digit in "123456789" for digit in str(amount.value))
