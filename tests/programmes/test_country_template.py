"""OpenFisca's country template, its law written as a pack, gives what OpenFisca itself gives on random households."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.answer import answer, evaluation_of
from desktop.programmes.packs.catalogue import Catalogue

HOUSEHOLDS = 300
A_CENT = 1.01
"""Minor units; OpenFisca reckons in 32-bit floats, which hold a cent of the amounts drawn here, not a tenth of one."""

DAYS = (date(2015, 12, 1), date(2016, 1, 1), date(2016, 11, 1), date(2016, 12, 1), date(2017, 1, 1), date(2024, 2, 1))
ROUND = (0, 249, 250, 251, 499, 500, 501, 999, 1000, 2000, 6000, 12200, 12300, 12400)
"""Salaries at which a rule of the template turns."""

YEARLY = {"housing_tax"}
OF_PERSONS = {"basic_income", "pension", "income_tax", "social_security_contribution"}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(Path(__file__).parent / "country_template")


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_the_template_s_law_as_a_pack_gives_what_openfisca_gives(catalogue: Catalogue, on: date) -> None:
    pack = catalogue.in_force("sa.template", on)
    drawn = random.Random(f"template {on}")
    households = [_household(drawn, on) for _ in range(HOUSEHOLDS)]
    names = [each.id for each in pack.text.benefits]
    theirs = _by_openfisca(households, on, names)
    for number, household in enumerate(households):
        evaluation = evaluation_of(pack, _file(household, on), on)
        given = answer(pack, evaluation, evaluation.family.household)
        ours = {each.benefit.id: each.amount for each in given.benefits}
        for name in names:
            assert ours[name].known
            expected = max(0.0, theirs[name][number] * 100)
            assert abs(float(ours[name].low) - expected) <= A_CENT, f"{name} of {household}"


def test_what_the_law_says_no_more_is_gone_from_the_version_that_leaves_it_out(catalogue: Catalogue) -> None:
    before, after = catalogue.pack("sa.template", "2016-01").text, catalogue.pack("sa.template", "2016-12").text
    assert "housing_allowance" in {each.id for each in before.benefits}
    assert "housing_allowance" not in {each.id for each in after.benefits} | {each.id for each in after.variables}
    assert "rent_share" in before.parameters
    assert "rent_share" not in after.parameters


def _household(drawn: random.Random, on: date) -> dict[str, Any]:
    adults, children = drawn.randint(1, 3), drawn.randint(0, 4)
    people = []
    for place in range(adults + children):
        years = drawn.randint(17, 90) if place < adults else drawn.randint(0, 20)
        born = date(on.year - years, drawn.randint(1, 12), drawn.randint(1, 28))
        people.append(
            {
                "adult": place < adults,
                "born": min(born, on),
                "salary": drawn.choice([0, 0, drawn.choice(ROUND), drawn.randint(1, 20000)]),
                "capital_returns": drawn.choice([0, 0, drawn.randint(1, 3000)]),
            }
        )
    tenure = drawn.choice(["owned", "rented", "provided", "state_shelter"])
    return {"people": people, "rent": drawn.randint(0, 4000), "rooms": drawn.randint(1, 60), "tenure": tenure}


def _file(household: dict[str, Any], on: date) -> HouseholdFile:
    members = []
    for place, person in enumerate(household["people"]):
        kinds = {"salary": person["salary"], "investment_return": person["capital_returns"]}
        incomes = [
            {"kind": kind, "amount": str(amount), "period": "month", "since": "2010-01-01"}
            for kind, amount in kinds.items()
        ]
        role = "head" if place == 0 else "spouse" if person["adult"] else "child"
        born = person["born"].isoformat()
        members.append({"ref": f"m{place}", "role": role, "birth_date": born, "incomes": incomes})
    dwelling = {"tenure": household["tenure"], "monthly_rent": str(household["rent"]), "rooms": household["rooms"]}
    plain = {"country": "SA", "applied_on": on.isoformat(), "dwelling": dwelling}
    whole = {"format": "yusr-household/1", "household": plain, "members": members}
    return msgspec.convert(whole, HouseholdFile, strict=False)


def _by_openfisca(households: list[dict[str, Any]], on: date, names: list[str]) -> dict[str, list[float]]:
    import openfisca_country_template
    from openfisca_core.simulation_builder import SimulationBuilder

    month, january = f"{on:%Y-%m}", f"{on.year}-01"
    persons: dict[str, Any] = {}
    groups: dict[str, Any] = {}
    occupancy = {"owned": "owner", "rented": "tenant", "provided": "free_lodger", "state_shelter": "homeless"}
    for number, household in enumerate(households):
        refs = [f"h{number}p{place}" for place in range(len(household["people"]))]
        for ref, person in zip(refs, household["people"], strict=True):
            persons[ref] = {
                "birth": {"ETERNITY": person["born"].isoformat()},
                "salary": {month: person["salary"]},
                "capital_returns": {month: person["capital_returns"]},
            }
        of_age = [person["adult"] for person in household["people"]]
        groups[f"h{number:06}"] = {
            "adults": [ref for ref, adult in zip(refs, of_age, strict=True) if adult],
            "children": [ref for ref, adult in zip(refs, of_age, strict=True) if not adult],
            "rent": {month: household["rent"]},
            "accommodation_size": {january: household["rooms"]},
            "housing_occupancy_status": {january: occupancy[household["tenure"]]},
        }
    system = openfisca_country_template.CountryTaxBenefitSystem()
    simulation = SimulationBuilder().build_from_entities(system, {"persons": persons, "households": groups})
    found: dict[str, list[float]] = {}
    for name in names:
        if name in YEARLY:
            found[name] = [float(each) / 12 for each in simulation.calculate(name, str(on.year))]
        elif name in OF_PERSONS:
            each_person = simulation.calculate(name, month)
            found[name] = [float(each) for each in simulation.household.sum(each_person)]
        else:
            found[name] = [float(each) for each in simulation.calculate(name, month)]
    return found
