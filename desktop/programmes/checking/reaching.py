"""What a pack can never come to: criteria that nobody meets or nobody fails, branches that are never taken.

The pack is asked about a household of which nothing is known at all. Its answer holds for every household there is, so
what is settled there is settled for all of them. Readings are taken in all their options and truths among the
parameters in both, since an office may turn them over; figures of the law stand as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.facts.codes import Country, Role
from desktop.facts.describe import Absent, Kind
from desktop.facts.household_file import FORMAT, Household, HouseholdFile
from desktop.facts.member_facts import Member
from desktop.facts.vocabulary import vocabulary
from desktop.programmes.checking.subjects import entity_at
from desktop.programmes.checking.watching import Spot, Watched
from desktop.programmes.language import possibilities as p
from desktop.programmes.language.evaluation import Evaluation, Reader
from desktop.programmes.language.facts_read import presumed_value
from desktop.programmes.language.family import HOUSEHOLD, Family, Instance
from desktop.programmes.language.possibilities import Bounds, Value
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import CALENDARS
from desktop.programmes.packs.cited import of_other
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.figures import figure_value, sort_of_unit
from desktop.values.errors import OfficeError


class _Nobody(Family):
    """A household of which nothing is known, not even who lives there."""

    def __init__(self, country: Country) -> None:
        member = Member(ref="m1", role=Role.HEAD)
        super().__init__(HouseholdFile(format=FORMAT, household=Household(country=country), members=(member,)))
        self.household = self._instance(HOUSEHOLD, None, None, "/household")

    def any(self, entity: str) -> Instance:
        """The one that stands for everything of an entity."""
        if entity == HOUSEHOLD:
            return self.household
        parent = vocabulary()[entity].parent or HOUSEHOLD
        return self.phantom(entity, self.any(parent), f"/{entity}")


class _Unknowing(Evaluation):
    """Reads of a fact everything that it may be, also that it is not there."""

    def fact(self, instance: Instance, name: str, read: Reader) -> Value:
        value = super().fact(instance, name, read)
        described = vocabulary()[instance.entity].properties.get(name)
        if described is None or (described.absent is Absent.UNKNOWN and described.kind is not Kind.DATE):
            return value
        return p.union(value, presumed_value(described))


def unreachable(pack: Pack) -> Iterator[OfficeError]:
    """Criteria and categories that always or never hold, benefits never paid, documents never asked, dead branches."""
    watched = Watched(pack)
    asked = [_asked(watched, calendar) for calendar in CALENDARS]
    named = f"{pack.text.id}@{pack.text.version}"
    for place in _conditions(pack):
        found = [each[place] for each in asked]
        if all(value is p.FAILS for value in found):
            yield OfficeError("programmes.never_holds", pack=named, place=place)
        elif all(value is p.HOLDS for value in found) and _must_vary(pack, place):
            yield OfficeError("programmes.always_holds", pack=named, place=place)
    for benefit in pack.text.benefits:
        amounts = [each[f"benefits/{benefit.id}"] for each in asked]
        if all(isinstance(amount, Bounds) and amount.high <= 0 for amount in amounts):
            yield OfficeError("programmes.never_paid", pack=named, place=f"benefits/{benefit.id}")
    for spot in sorted(_dead(watched)):
        yield OfficeError("programmes.never_taken", pack=named, place=spot.place, branch=str(spot))


def _must_vary(pack: Pack, place: str) -> bool:
    """Whether a condition that never fails is a slip: a paper may be asked of everybody, a criterion apply to all."""
    if "documents" in place.split("/"):
        return False
    bare = {f"categories/{category.id}/when" for category in pack.text.categories if not category.criteria}
    return place in bare or not place.endswith("/when")


def _dead(watched: Watched) -> Iterator[Spot]:
    """Branches never read of a CASE that was read; what stands inside a dead branch is dead with it and not named."""
    reached = {(spot.place, spot.choice) for spot in watched.read}
    for spot in watched.spots - watched.read:
        # What is taken from another programme is that one's own to look after.
        own = not of_other(watched.pack.text, spot.place.rsplit("/", 1)[-1])
        if own and spot.choice and (spot.place, spot.choice) in reached:
            yield spot


def _conditions(pack: Pack) -> Iterator[str]:
    """The places of the conditions that decide something."""
    for place in pack.trees:
        section, last = place.split("/")[0], place.rsplit("/", 1)[-1]
        wanted = {"criteria": True, "documents": True, "benefits": last == "when", "categories": last != "pays"}
        if wanted.get(section, False):
            yield place


def _asked(watched: Watched, calendar: str) -> dict[str, Value]:
    """Every expression of the pack asked about the household of which nothing is known, by its place."""
    pack = watched.pack
    pack.link_all()
    family = _Nobody(Country[pack.text.country])
    on = pack.text.applies.from_
    evaluation = _Unknowing(family, on, _open(pack, calendar), pack.variables())
    found: dict[str, Value] = {}
    for place, tree in pack.trees.items():
        if place.startswith("derived/"):
            continue
        entity = entity_at(pack, place)
        found[place] = pack.scope.link(tree, entity).reader(evaluation, family.any(entity))
    return found


def _open(pack: Pack, calendar: str) -> dict[str, Value]:
    """The parameters, readings open to every option; a reading of calendars is in one of them at a time."""
    values = dict(pack.parameters)
    for name, parameter in pack.text.parameters.items():
        if sort_of_unit(parameter.unit) is Sort.TRUTH:
            values[name] = p.OPEN
    for name, reading in pack.text.readings.items():
        options = (reading.default, *reading.other)
        if set(options) <= set(CALENDARS):
            values[name] = p.one_of(calendar)
            continue
        value = figure_value(reading.default, reading.unit)
        for option in reading.other:
            value = p.union(value, figure_value(option, reading.unit))
        values[name] = value
    return values
