"""The developed law for OpenFisca, as far as it speaks of a person's duties, breaches, incomes and assets."""

from __future__ import annotations

from typing import Any

import numpy as np
from openfisca_language import ABILITY, ASSETS, EXEMPT_REASON, INCOMES, PERSON, formula

NEVER_COUNTED = ("disability_aid", "supporting_programme", "charity_in_kind")
CITIZEN_ACCOUNT = ("citizen_account", "reef", "student_stipend")
EARNED = ("salary", "registered_business")
PENSIONS = ("retirement_pension", "insurance_pension")
LEFT_OUT = ("primary_home", "undivided_inheritance")


# ---- classes of ability and the duties that follow from each


@formula(PERSON)
def able(person: Any, period: Any) -> Any:
    """Article 15.1."""
    return person("adult", period) & (person("ability", period) == ABILITY.able)


@formula(PERSON)
def adult_student(person: Any, period: Any) -> Any:
    """Article 16.3.ج."""
    studies = (person("exempt_reason", period) == EXEMPT_REASON.student) | (
        person("enrolled", period) & person("full_time", period)
    )
    return person("adult", period) & person("of_student_age", period) & studies


@formula(PERSON)
def seeks_work(person: Any, period: Any) -> Any:
    """Articles 16.1 and 16.3."""
    reason = person("exempt_reason", period)
    exempt = (reason != EXEMPT_REASON.unstated) & (reason != EXEMPT_REASON.student)
    return person("able", period) & ~(person("adult_student", period) | exempt)


# ---- breaches that stand once notice and its ten days have passed, and whose duty it was


def _stands(person: Any, period: Any, parameters: Any, duty: str) -> Any:
    """Article 20.1."""
    return person(f"days_since_notice_of_{duty}", period) > parameters(period).cure_days


@formula(PERSON)
def breaches_own_duty(person: Any, period: Any, parameters: Any) -> Any:
    """Articles 16–18."""
    found = _stands(person, period, parameters, "job_search") & person("seeks_work", period)
    for duty in ("accept_offer", "work_plan"):
        found = found | (_stands(person, period, parameters, duty) & person("able", period))
    rehabilitable = person("ability", period) == ABILITY.rehabilitable
    found = found | (_stands(person, period, parameters, "rehabilitation_plan") & rehabilitable)
    return found | _stands(person, period, parameters, "business_disclosure")


@formula(PERSON)
def breaches_family_duty(person: Any, period: Any, parameters: Any) -> Any:
    """Article 19."""
    schooling = person("is_head", period) | ~person("adult", period)
    found = _stands(person, period, parameters, "schooling") & schooling
    for duty in ("vaccination", "annual_check"):
        found = found | _stands(person, period, parameters, duty)
    return found & person("of_family", period)


@formula(PERSON)
def in_breach(person: Any, period: Any) -> Any:
    """Article 20; the head answers for the family's duties."""
    of_family = person("is_head", period) & person.household("family_duty_failed", period)
    return person("breaches_own_duty", period) | of_family


@formula(PERSON, float)
def withheld(person: Any, period: Any, parameters: Any) -> Any:
    """Articles 20.3–20.7."""
    figures = parameters(period)
    alone = person("is_head", period) & (person.household("dependants", period) == 0)
    stands = person("covered", period) & person("in_breach", period)
    return stands * np.where(alone, figures.base, figures.increment)


# ---- income


@formula(PERSON, float)
def share_of_head(person: Any, period: Any) -> Any:
    """Article 10.4: what a person's means weigh here; the head's are shared among his dwellings."""
    dwellings = np.where(person("is_head", period), person.household("family_dwellings", period), 1)
    return person("of_family", period) / dwellings


@formula(PERSON, float)
def income_of_person(person: Any, period: Any, parameters: Any) -> Any:
    """Article 10: all that is not excluded."""
    left_out = NEVER_COUNTED if parameters(period).citizen_account_counted else NEVER_COUNTED + CITIZEN_ACCOUNT
    kinds = [kind for kind in INCOMES if kind not in left_out]
    return sum(person(f"income_{kind}", period) for kind in kinds) * person("share_of_head", period)


@formula(PERSON, float)
def counted_of_person(person: Any, period: Any, parameters: Any) -> Any:
    """Article 9.1."""
    figures = parameters(period)
    earned = sum(person(f"income_{kind}", period) for kind in EARNED) * figures.earned_disregard
    pensions = sum(person(f"income_{kind}", period) for kind in PENSIONS) * (1 - figures.pension_share)
    return person("income_of_person", period) - (earned + pensions) * person("share_of_head", period)


# ---- assets


@formula(PERSON)
def holds_free_car(person: Any, period: Any) -> Any:
    """Article 11.2: who holds the household's most valuable car, the first of them where two are worth as much."""
    value, home = person("dearest_car", period), person.household.members_entity_id
    holders = np.flatnonzero((value >= 0) & person("of_family", period))
    order = holders[np.lexsort((holders, -value[holders], home[holders]))]
    first = np.ones(len(order), dtype=bool)
    first[1:] = home[order[1:]] != home[order[:-1]]
    found = np.zeros(person.count, dtype=bool)
    found[order[first]] = True
    return found


@formula(PERSON, float)
def counted_assets_of_person(person: Any, period: Any, parameters: Any) -> Any:
    """Article 11.1."""
    kinds = [kind for kind in ASSETS if kind not in LEFT_OUT]
    value = sum(person(f"liquidable_{kind}", period) for kind in kinds)
    free = person("holds_free_car", period) & person("dearest_car_liquidable", period)
    value = value - free * person("dearest_car", period)
    return value / parameters(period).asset_months * person("share_of_head", period)
