"""The developed law of November 2023 written for OpenFisca-Core, as the other side of `assess one household`.

The same rules as `resources/programmes/sa.developed/2023-11`, as far as OpenFisca's vectors express them: it knows no
unknown, so every fact is given. Amounts are riyals as OpenFisca keeps them (floats).
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import MONTH
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERSON = build_entity(key="person", plural="persons", label="member", is_person=True)
HOUSEHOLD = build_entity(
    key="household",
    plural="households",
    label="household",
    roles=[{"key": "head", "plural": "heads", "max": 1}, {"key": "dependant", "plural": "dependants"}],
)
ELECTRICITY = np.array([0, 72, 89, 118, 130, 166, 206, 246, 246, 334, 334])
BASE, INCREMENT, CAP, FOOD = 1320, 660, 5000, 84


def _given(name: str, entity: Any, kind: type = float, default: Any = 0) -> type[Variable]:
    return type(
        name,
        (Variable,),
        {"value_type": kind, "entity": entity, "definition_period": MONTH, "label": name, "default_value": default},
    )


GIVEN = [
    *(
        _given(name, PERSON)
        for name in ("salary", "registered_business", "other_business", "rent", "retirement_pension")
    ),
    *(
        _given(name, PERSON)
        for name in ("government_support", "liquidable_assets", "age", "days_abroad", "days_in_centre")
    ),
    *(
        _given(name, PERSON, bool, False)
        for name in ("citizen", "exempt_from_nationality", "lives_in_dwelling", "confirmed")
    ),
    *(
        _given(name, PERSON, bool, False)
        for name in ("studies_away", "dead", "in_breach", "in_other_custody", "suspended")
    ),
    *(_given(name, HOUSEHOLD) for name in ("vehicles", "domestic_workers", "workers_for_disability")),
    *(
        _given(name, HOUSEHOLD, bool, False)
        for name in ("independent", "residents_registered", "proof", "waived", "overdue")
    ),
    _given("family_dwellings", HOUSEHOLD, float, 1),
]


def _formula(name: str, entity: Any, kind: type, formula: Any) -> type[Variable]:
    return type(
        name,
        (Variable,),
        {"value_type": kind, "entity": entity, "definition_period": MONTH, "label": name, "formula": formula},
    )


def of_family(person: Any, period: Any) -> Any:
    stays = person("lives_in_dwelling", period) + person("studies_away", period) + (person("days_abroad", period) > 90)
    stays = stays + (person("days_in_centre", period) > 60) + person.has_role(HOUSEHOLD.HEAD)
    return (stays > 0) * (1 - person("dead", period)) * (1 - person("in_other_custody", period)) > 0


def counts(person: Any, period: Any) -> Any:
    grown = person("age", period) >= 18
    national = person("citizen", period) + person("exempt_from_nationality", period) > 0
    here = (person("days_abroad", period) <= 90) * (person("days_in_centre", period) <= 60)
    agreed = (1 - grown) + person("confirmed", period) > 0
    dependant = 1 - person.has_role(HOUSEHOLD.HEAD)
    return dependant * person("of_family", period) * national * here * agreed > 0


def withheld(person: Any, period: Any) -> Any:
    head = person.has_role(HOUSEHOLD.HEAD)
    alone = person.household("dependants", period) == 0
    amount = np.where(head * alone, BASE, INCREMENT)
    return amount * person("in_breach", period) * (person("counts", period) + head > 0)


def income(person: Any, period: Any) -> Any:
    earned = person("salary", period) + person("registered_business", period)
    other = sum(person(name, period) for name in ("other_business", "rent", "retirement_pension", "government_support"))
    assets = person("liquidable_assets", period) / 12
    dwellings = np.where(person.has_role(HOUSEHOLD.HEAD), person.household("family_dwellings", period), 1)
    return (earned * 0.5 + other + assets) / dwellings * person("of_family", period)


def dependants(household: Any, period: Any) -> Any:
    return household.sum(household.members("counts", period))


def size(household: Any, period: Any) -> Any:
    alive = 1 - household.members("dead", period)
    return household("dependants", period) + household.sum(alive, role=HOUSEHOLD.HEAD)


def calculated_minimum(household: Any, period: Any) -> Any:
    alive = household.sum(1 - household.members("dead", period), role=HOUSEHOLD.HEAD)
    held = household.sum(household.members("withheld", period))
    return np.maximum(BASE * alive + INCREMENT * household("dependants", period) - held, 0)


def counted_income(household: Any, period: Any) -> Any:
    return household.sum(household.members("counted", period))


def eligible(household: Any, period: Any) -> Any:
    independent = household("independent", period)
    members = household.members
    national = members("citizen", period) + members("exempt_from_nationality", period) > 0
    checks = [
        household.sum(national, role=HOUSEHOLD.HEAD) > 0,
        household.sum(members("days_abroad", period), role=HOUSEHOLD.HEAD) <= 90,
        household.sum(members("days_in_centre", period), role=HOUSEHOLD.HEAD) <= 60,
        household("counted_income", period) < household("calculated_minimum", period),
        household("vehicles", period) <= np.where(independent, 1, 3),
        household("domestic_workers", period) - household("workers_for_disability", period) <= 2,
        household("residents_registered", period),
        (1 - independent) + household("proof", period) > 0,
        household.sum(members("suspended", period), role=HOUSEHOLD.HEAD) == 0,
        1 - household("overdue", period),
        1 - household("waived", period),
        household("size", period) > 0,
    ]
    met = np.ones_like(checks[0], dtype=bool)
    for check in checks:
        met = met * check
    return met > 0


def pension(household: Any, period: Any) -> Any:
    gap = household("calculated_minimum", period) - household("counted_income", period)
    return np.clip(gap, 0, CAP) * household("eligible", period)


def food_support(household: Any, period: Any) -> Any:
    return FOOD * household("size", period) * (household("pension", period) > 0)


def electricity_support(household: Any, period: Any) -> Any:
    persons = np.clip(household("size", period), 0, 10).astype(int)
    return ELECTRICITY[persons] * (household("pension", period) > 0)


def total(household: Any, period: Any) -> Any:
    return sum(household(name, period) for name in ("pension", "food_support", "electricity_support"))


DERIVED = [
    _formula("of_family", PERSON, bool, of_family),
    _formula("counts", PERSON, bool, counts),
    _formula("withheld", PERSON, float, withheld),
    _formula("counted", PERSON, float, income),
    _formula("dependants", HOUSEHOLD, float, dependants),
    _formula("size", HOUSEHOLD, float, size),
    _formula("calculated_minimum", HOUSEHOLD, float, calculated_minimum),
    _formula("counted_income", HOUSEHOLD, float, counted_income),
    _formula("eligible", HOUSEHOLD, bool, eligible),
    _formula("pension", HOUSEHOLD, float, pension),
    _formula("food_support", HOUSEHOLD, float, food_support),
    _formula("electricity_support", HOUSEHOLD, float, electricity_support),
    _formula("total", HOUSEHOLD, float, total),
]


def system() -> TaxBenefitSystem:
    """The law as OpenFisca takes it."""
    law = TaxBenefitSystem([PERSON, HOUSEHOLD])
    for variable in (*GIVEN, *DERIVED):
        law.add_variable(variable)
    return law


def situation(file: dict[str, Any], on: date) -> dict[str, Any]:
    """A household file (complete, of plain facts) as an OpenFisca situation."""
    month = f"{on:%Y-%m}"
    household = file["household"]
    head = next(member["ref"] for member in file["members"] if member["role"] == "head")
    persons = {}
    for member in file["members"]:
        born = date.fromisoformat(member["birth_date"]) if "birth_date" in member else date(1984, 12, 6)
        amounts = {each["kind"]: float(each["amount"]) for each in member["incomes"]}
        persons[member["ref"]] = {
            "salary": {month: amounts.get("salary", 0)},
            "rent": {month: amounts.get("rent", 0)},
            "age": {month: (on - born).days // 365.25},
            "citizen": {month: member["nationality"] == "SA"},
            "lives_in_dwelling": {month: member["lives_in_dwelling"]},
        }
    return {
        "persons": persons,
        "households": {
            "h": {
                "heads": [head],
                "dependants": [ref for ref in persons if ref != head],
                "vehicles": {month: household["vehicles"]},
                "residents_registered": {month: household["dwelling"]["all_residents_registered"]},
                "proof": {month: True},
            }
        },
    }


def explained(law: TaxBenefitSystem, given: dict[str, Any], on: date) -> tuple[float, list[str]]:
    """The monthly total of one household with the full trace of how it came about."""
    simulation = SimulationBuilder().build_from_entities(law, given)
    simulation.trace = True
    amount = simulation.calculate("total", f"{on:%Y-%m}")
    return float(amount[0]), simulation.tracer.computation_log.lines()
