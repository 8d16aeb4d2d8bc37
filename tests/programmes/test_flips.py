"""The smallest changes that would turn an outcome: each does, nothing smaller does, and none is against the facts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from thoroughness import TIMES, examples

from desktop.facts.assessment import Assessment, Flip
from desktop.facts.codes import Outcome
from desktop.facts.consistency import contradictions
from desktop.facts.household_file import HouseholdFile
from desktop.facts.vocabulary import Kind, Property, located, vocabulary
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.foresight.changed import with_fact
from desktop.programmes.foresight.flips import MOST, flips
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.values.money import decimal_text, minor_units
from tests.programmes.uncertain_households import Uncertain, uncertain_files, whole_file
from tests.programmes.uncertain_households import read as as_file

CATALOGUE = Catalogue()
DEVELOPED = CATALOGUE.pack("sa.developed", "2023-11")
ON = date(2024, 3, 1)


def plain_file(**household: object) -> dict[str, Any]:
    """A mother and her son, of whom all is known that the developed law asks."""
    file = whole_file({"salary": "1000.00", "absences": []})
    for each in file["members"]:
        each |= {"nationality": "SA", "shelter_stays": [], "assets": []}
    file["household"] |= {"vehicles": 0, "domestic_workers": 0, "domestic_workers_for_disability": 0, **household}
    file["household"]["dwelling"]["all_residents_registered"] = True
    return file


def flips_of(file: HouseholdFile, pack: Pack = DEVELOPED, on: date = ON, member: str | None = None) -> tuple[Flip, ...]:
    return flips(pack, file, assess(pack, file, on=on, member=member), on=on, member=member)


def by_path(found: tuple[Flip, ...]) -> dict[str, Flip]:
    return {flip.path: flip for flip in found}


def described(path: str) -> Property:
    place = located(path)
    assert place is not None
    assert place[2] is not None
    return place[2]


def own_cases(most: int) -> list[tuple[str, Pack, HouseholdFile, date, str | None]]:
    found = []
    for programme, versions in CATALOGUE.versions.items():
        for version in versions:
            cases = read_cases(CATALOGUE.root / programme / version)
            for case in cases.cases[:: -(-len(cases.cases) // most) or 1]:
                pack = CATALOGUE.pack(programme, version)
                found.append((case.says.en, pack, household_of(cases, case), case.on, case.member))
    return found


def holds_of(
    given_answer: Assessment, found: tuple[Flip, ...], case: tuple[Pack, HouseholdFile, date, str | None]
) -> None:
    """What must hold of the flips of any household."""
    pack, file, on, member = case
    own = {(each.key, each.pointer) for each in contradictions(file, today=on)}
    assert len(found) <= MOST
    assert len({flip.path for flip in found}) == len(found)
    for flip in found:
        assert described(flip.path).correctable, flip.path
        changed = with_fact(file, flip.path, flip.to)
        turned = assess(pack, changed, on=on, member=member).outcome
        assert turned is not given_answer.outcome
        assert turned is not Outcome.UNDETERMINED
        assert turned.value == flip.outcome
        assert {(each.key, each.pointer) for each in contradictions(changed, today=on)} <= own


def test_every_flip_of_the_packs_own_cases_turns_the_outcome_and_contradicts_nothing() -> None:
    told = 0
    for name, pack, file, on, member in own_cases(4 * TIMES):
        given_answer = assess(pack, file, on=on, member=member)
        found = flips(pack, file, given_answer, on=on, member=member)
        assert not found or given_answer.outcome is not Outcome.UNDETERMINED, name
        holds_of(given_answer, found, (pack, file, on, member))
        told += len(found)
    assert told > 5


@settings(
    deadline=None, max_examples=examples(6), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(uncertain=uncertain_files())
def test_every_flip_of_any_household_turns_its_outcome(uncertain: Uncertain) -> None:
    file = as_file(uncertain.file)
    given_answer = assess(DEVELOPED, file, on=ON)
    holds_of(given_answer, flips(DEVELOPED, file, given_answer, on=ON), (DEVELOPED, file, ON, None))


def test_an_income_is_followed_to_the_very_halala_at_which_the_right_is_lost() -> None:
    # Half of a salary counts against 1,980 for two, beside 250 of rent: it is lost at 2 * (1980 - 250).
    file = as_file(plain_file())
    assert assess(DEVELOPED, file, on=ON).outcome is Outcome.ELIGIBLE
    flip = by_path(flips_of(file))["/members/0/incomes/0/amount"]
    assert (flip.from_, flip.to, flip.outcome) == ("1000.00", "3460.00", "ineligible")
    short = with_fact(file, flip.path, decimal_text(minor_units(str(flip.to)) - 1))
    assert assess(DEVELOPED, short, on=ON).outcome is Outcome.ELIGIBLE


def test_a_family_with_a_car_too_many_is_told_of_the_car() -> None:
    file = as_file(plain_file(vehicles=5))
    assert assess(DEVELOPED, file, on=ON).outcome is Outcome.INELIGIBLE
    (flip,) = flips_of(file)
    assert (flip.path, flip.from_, flip.to, flip.outcome) == ("/household/vehicles", 5, 3, "eligible")


def test_what_two_changes_together_would_turn_is_no_flip() -> None:
    assert flips_of(as_file(plain_file(vehicles=5, domestic_workers=9))) == ()


def test_nothing_is_suggested_that_the_rest_of_the_file_contradicts() -> None:
    file = plain_file(vehicles=5)
    file["members"][0]["assets"] = [{"kind": "car", "value": "900.00", "liquidable": True}] * 5
    household = as_file(file)
    fewer = with_fact(household, "/household/vehicles", 3)
    assert assess(DEVELOPED, fewer, on=ON).outcome is Outcome.ELIGIBLE
    assert contradictions(fewer, today=ON)
    assert "/household/vehicles" not in by_path(flips_of(household))


def test_an_undetermined_answer_waits_for_facts_and_has_no_flip() -> None:
    file = plain_file()
    del file["household"]["vehicles"]
    assert assess(DEVELOPED, as_file(file), on=ON).outcome is Outcome.UNDETERMINED
    assert flips_of(as_file(file)) == ()


def test_the_least_change_comes_first() -> None:
    file = plain_file(vehicles=3)
    file["members"][0]["incomes"][0]["amount"] = "3400.00"
    found = flips_of(as_file(file))
    assert found[0].path == "/members/0/incomes/0/amount"
    assert len(found) > 2

    def size(flip: Flip) -> Fraction:
        if described(flip.path).kind in (Kind.BOOLEAN, Kind.CODE):
            return Fraction(1)
        was, then = Fraction(str(flip.from_)), Fraction(str(flip.to))
        return abs(then - was) / max(was, Fraction(1))

    assert [size(flip) for flip in found] == sorted(size(flip) for flip in found)


@pytest.mark.parametrize("name", ["birth_date", "sex", "death_date", "marital_status", "role", "father"])
def test_no_flip_can_ever_touch_birth_sex_death_marriage_or_kinship(name: str) -> None:
    assert not vocabulary()["member"].properties[name].correctable
