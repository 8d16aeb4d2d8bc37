"""The developed law of November 2023 written for OpenFisca-Core: the other side of every bench of the rules engine.

All the rules of `resources/programmes/sa.developed/2023-11` with the default of each reading, as OpenFisca expresses
them: it knows no unknown, so every fact is given, and amounts are riyals as it keeps them (floats of 32 bits).
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import openfisca_duties_and_means
import openfisca_persons
from openfisca_core.parameters import ParameterNode
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_households import CRITERIA
from openfisca_language import DECLARED, HOUSEHOLD, PERSON
from openfisca_vectors import Vectors

WRITTEN_IN = (openfisca_persons, openfisca_duties_and_means)
"""The modules that declare what concerns persons; those of households are imported by name."""

FIGURES = {
    "base": 1320,
    "increment": 660,
    "household_cap": 5000,
    "earned_disregard": 0.5,
    "pension_share": 1,
    "asset_months": 12,
    "adult_age": 18,
    "student_age": 25,
    "student_of_family_age": 25,
    "absence_days": 90,
    "shelter_days": 60,
    "independent_vehicles": 1,
    "family_vehicles": 3,
    "most_domestic_workers": 2,
    "cure_days": 10,
    "update_days": 30,
    "food_per_person": 84,
    "citizen_account_counted": False,
}
ASKED = ("total", *CRITERIA, "independent", "without_dependants")
"""What is calculated of every household: its total, and every criterion with whether it is asked."""

MET, UNMET, NOT_APPLICABLE = 0, 1, 3
"""Codes of a criterion, those of our caseload; OpenFisca has no `unknown`."""


def system() -> TaxBenefitSystem:
    """The law as OpenFisca takes it."""
    law = TaxBenefitSystem([PERSON, HOUSEHOLD])
    for variable in DECLARED.values():
        law.add_variable(variable)
    figures = {name: {"values": {"2023-11-01": {"value": value}}} for name, value in FIGURES.items()}
    law.parameters = ParameterNode("", data=figures)
    return law


def calculated(law: TaxBenefitSystem, given: Vectors, on: date) -> dict[str, np.ndarray]:
    """The total, whether eligible, and the code of every criterion of every household.

    The entities are told their members directly and the heads by an input: the builder's own way goes through lists
    and roles as Python objects, and takes longer.
    """
    month = f"{on:%Y-%m}"
    builder = SimulationBuilder()
    builder.create_entities(law)
    persons, households = builder.populations["person"], builder.populations["household"]
    persons.count, households.count = len(given.home), len(given.households["vehicles"])
    persons.ids, households.ids = np.arange(persons.count), np.arange(households.count)
    households.members_entity_id = given.home
    simulation = builder.build(law)
    for name, values in ({"is_head": given.head} | given.persons | given.households).items():
        simulation.set_input(name, month, values)
    found = {name: np.asarray(simulation.calculate(name, month)) for name in (*ASKED, "eligible")}
    told = {"total": found["total"], "eligible": found["eligible"]}
    for name, asked in CRITERIA.items():
        code = np.where(found[name], MET, UNMET).astype(np.int8)
        told[name] = code if asked is None else np.where(found[asked], code, NOT_APPLICABLE).astype(np.int8)
    return told


def explained(law: TaxBenefitSystem, situation: dict[str, Any], on: date) -> tuple[float, list[str]]:
    """The monthly total of one household and its criteria, with the full trace of how they came about."""
    simulation = SimulationBuilder().build_from_entities(law, situation)
    simulation.trace = True
    month = f"{on:%Y-%m}"
    found = [simulation.calculate(name, month) for name in ASKED]
    return float(found[0][0]), simulation.tracer.computation_log.lines()
