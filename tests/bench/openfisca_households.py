"""The developed law for OpenFisca, as far as it speaks of the household: minimum, income, criteria, benefits."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from openfisca_language import HOUSEHOLD, NEVER, PROOF, days_since, formula, given

given(HOUSEHOLD, int, "family_dwellings", default=1)
given(HOUSEHOLD, int, "vehicles", "domestic_workers", "domestic_workers_for_disability")
given(HOUSEHOLD, bool, "independent", "dwelling_separate", "all_residents_registered", "lease_in_heads_name")
given(HOUSEHOLD, PROOF, "proof")
given(HOUSEHOLD, date, "update_asked_on", "updated_on", "waived_on", default=NEVER)

ELECTRICITY = np.array([0, 72, 89, 118, 130, 166, 206, 246, 246, 334, 334])
"""By persons covered; beyond ten nothing was published."""

CRITERIA = {
    "nationality": None,
    "permanent_residence": None,
    "not_in_centre": None,
    "income_below_minimum": None,
    "within_vehicles": None,
    "within_domestic_workers": None,
    "residents_registered": None,
    "independence": "independent",
    "not_student_of_family": "independent",
    "services_running": None,
    "data_updated": None,
    "not_waived": None,
    "duties_met": "without_dependants",
    "beneficiary_alive": None,
}
"""The criteria in the order of the pack, each with the variable on which it hangs whether it is asked at all."""


def _of_head(household: Any, name: str, period: Any) -> Any:
    """Whether it is so of the head."""
    return household.any(household.members(name, period) & household.members("is_head", period))


# ---- the household


@formula(HOUSEHOLD, int)
def dependants(household: Any, period: Any) -> Any:
    """Article 12.2."""
    return household.sum(household.members("counts", period))


@formula(HOUSEHOLD)
def without_dependants(household: Any, period: Any) -> Any:
    return household("dependants", period) == 0


@formula(HOUSEHOLD, int)
def adult_dependants(household: Any, period: Any) -> Any:
    """Article 1.5."""
    return household.sum(household.members("counts", period) & household.members("adult", period))


@formula(HOUSEHOLD)
def family_duty_failed(household: Any, period: Any) -> Any:
    """Article 19."""
    return household.any(household.members("breaches_family_duty", period))


@formula(HOUSEHOLD)
def head_to_be_replaced(household: Any, period: Any) -> Any:
    """Articles 20.7–24."""
    unable = _of_head(household, "dead", period) | _of_head(household, "in_breach", period)
    fails = unable | _of_head(household, "does_not_spend_on_dependants", period)
    return (household("adult_dependants", period) > 0) & fails


@formula(HOUSEHOLD, int)
def size(household: Any, period: Any) -> Any:
    return household.sum(household.members("covered", period))


@formula(HOUSEHOLD, int)
def head_days_abroad(household: Any, period: Any) -> Any:
    return household.sum(household.members("days_abroad", period) * household.members("is_head", period))


@formula(HOUSEHOLD, float)
def head_amount(household: Any, period: Any, parameters: Any) -> Any:
    """Articles 12.2 and 23.2."""
    living = household.any(household.members("is_head", period) & ~household.members("dead", period))
    return parameters(period).base * living


@formula(HOUSEHOLD, float)
def calculated_minimum(household: Any, period: Any, parameters: Any) -> Any:
    """Article 12."""
    whole = household("head_amount", period) + parameters(period).increment * household("dependants", period)
    return np.maximum(whole - household.sum(household.members("withheld", period)), 0)


@formula(HOUSEHOLD, float)
def income_of_household(household: Any, period: Any) -> Any:
    return household.sum(household.members("income_of_person", period))


@formula(HOUSEHOLD, float)
def counted_assets(household: Any, period: Any) -> Any:
    """Article 11.1."""
    return household.sum(household.members("counted_assets_of_person", period))


@formula(HOUSEHOLD, float)
def counted_income(household: Any, period: Any) -> Any:
    """Article 9."""
    return household.sum(household.members("counted_of_person", period)) + household("counted_assets", period)


@formula(HOUSEHOLD, float)
def gap(household: Any, period: Any) -> Any:
    """Article 13."""
    return household("calculated_minimum", period) - household("counted_income", period)


# ---- the criteria


@formula(HOUSEHOLD)
def nationality(household: Any, period: Any) -> Any:
    """Article 6."""
    return _of_head(household, "qualifies", period)


@formula(HOUSEHOLD)
def permanent_residence(household: Any, period: Any, parameters: Any) -> Any:
    """Article 6."""
    return household("head_days_abroad", period) <= parameters(period).absence_days


@formula(HOUSEHOLD)
def not_in_centre(household: Any, period: Any) -> Any:
    """Article 23.1.و."""
    return ~_of_head(household, "in_centre", period)


@formula(HOUSEHOLD)
def income_below_minimum(household: Any, period: Any) -> Any:
    """Article 8."""
    return household("counted_income", period) < household("calculated_minimum", period)


@formula(HOUSEHOLD)
def within_vehicles(household: Any, period: Any, parameters: Any) -> Any:
    """The guide's standard of wealth."""
    figures = parameters(period)
    most = np.where(household("independent", period), figures.independent_vehicles, figures.family_vehicles)
    return household("vehicles", period) <= most


@formula(HOUSEHOLD)
def within_domestic_workers(household: Any, period: Any, parameters: Any) -> Any:
    """The guide's standard of wealth."""
    counted = household("domestic_workers", period) - household("domestic_workers_for_disability", period)
    return counted <= parameters(period).most_domestic_workers


@formula(HOUSEHOLD)
def residents_registered(household: Any, period: Any) -> Any:
    return household("all_residents_registered", period)


@formula(HOUSEHOLD)
def independence(household: Any, period: Any) -> Any:
    """The guide: a dwelling of one's own and a paper in one's own name."""
    proof = household("proof", period)
    shown = (proof == PROOF.title_deed) | (proof == PROOF.government_certificate)
    shown = shown | ((proof == PROOF.ejar_lease) & household("lease_in_heads_name", period))
    return shown & household("dwelling_separate", period) & _of_head(household, "adult", period)


@formula(HOUSEHOLD)
def not_student_of_family(household: Any, period: Any, parameters: Any) -> Any:
    """The guide: a full-time student below the age is counted with the family."""
    members = household.members
    young = members("age", period) < parameters(period).student_of_family_age
    studies = members("enrolled", period) & members("full_time", period)
    return ~household.any(members("is_head", period) & young & studies)


@formula(HOUSEHOLD)
def services_running(household: Any, period: Any) -> Any:
    return ~_of_head(household, "services_suspended", period)


@formula(HOUSEHOLD)
def data_updated(household: Any, period: Any, parameters: Any) -> Any:
    """Article 23.1.ج."""
    asked, updated = household("update_asked_on", period), household("updated_on", period)
    late = days_since(asked, period) > parameters(period).update_days
    not_since = (days_since(updated, period) < 0) | (updated < asked)
    return ~(late & not_since)


@formula(HOUSEHOLD)
def not_waived(household: Any, period: Any) -> Any:
    """Article 23.1.ز."""
    return days_since(household("waived_on", period), period) < 0


@formula(HOUSEHOLD)
def duties_met(household: Any, period: Any) -> Any:
    """Article 20.5."""
    return ~_of_head(household, "in_breach", period)


@formula(HOUSEHOLD)
def beneficiary_alive(household: Any, period: Any) -> Any:
    """Article 23.1.ح."""
    return household("size", period) > 0


@formula(HOUSEHOLD)
def eligible(household: Any, period: Any) -> Any:
    met = np.ones(household.count, dtype=bool)
    for criterion, asked in CRITERIA.items():
        holds = household(criterion, period)
        met &= holds if asked is None else holds | ~household(asked, period)
    return met


# ---- the benefits


@formula(HOUSEHOLD, float)
def pension(household: Any, period: Any, parameters: Any) -> Any:
    """Article 13; the cap bounds the payment."""
    return np.minimum(household("gap", period), parameters(period).household_cap) * household("eligible", period)


@formula(HOUSEHOLD, float)
def food_support(household: Any, period: Any, parameters: Any) -> Any:
    return parameters(period).food_per_person * household("size", period) * (household("pension", period) > 0)


@formula(HOUSEHOLD, float)
def electricity_support(household: Any, period: Any) -> Any:
    persons = np.clip(household("size", period), 0, len(ELECTRICITY) - 1)
    return ELECTRICITY[persons] * (household("pension", period) > 0)


@formula(HOUSEHOLD, float)
def total(household: Any, period: Any) -> Any:
    return sum(household(name, period) for name in ("pension", "food_support", "electricity_support"))
