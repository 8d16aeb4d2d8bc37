"""The developed law for OpenFisca, as far as it speaks of one person: kin, nationality, ability, breaches, means.

Articles are those of the executive regulation. Of the pack's readings the defaults are written.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from openfisca_language import (
    ABILITY,
    ASSETS,
    CUSTODY_HOLDER,
    DISABILITY,
    DUTIES,
    EXEMPT_REASON,
    HOUSEHOLD,
    ID_KIND,
    INCOMES,
    MARITAL_STATUS,
    NEARER_SCHOOL,
    NEVER,
    PARENT_STATUS,
    PERSON,
    days_since,
    formula,
    given,
    whole_years,
)

given(PERSON, date, "birth_date", forever=True)
given(PERSON, bool, "female", "citizen", forever=True)
given(PERSON, date, "death_date", default=NEVER)
given(PERSON, ID_KIND, "id_kind")
given(PERSON, date, "id_valid_until")
given(PERSON, MARITAL_STATUS, "marital_status")
given(PERSON, bool, "former_spouse_of_citizen", "spouse_is_citizen", "has_citizen_child")
given(PERSON, bool, "father_is_citizen", "mother_is_citizen", "mother_widowed_or_divorced")
given(PERSON, PARENT_STATUS, "father_status", "mother_status")
given(PERSON, int, "mother", default=-1)
given(PERSON, int, "days_abroad", "days_abroad_before_application", "days_in_centre")
given(PERSON, bool, "enrolled", "full_time", "away")
given(PERSON, bool, "custody_on_record", "custody_deed")
given(PERSON, CUSTODY_HOLDER, "custody_holder")
given(PERSON, NEARER_SCHOOL, "nearer_school")
given(PERSON, bool, "lives_in_dwelling", "dependency_confirmed", "services_suspended")
given(PERSON, DISABILITY, "disability")
given(PERSON, ABILITY, "ability")
given(PERSON, EXEMPT_REASON, "exempt_reason")
given(PERSON, int, *(f"days_since_notice_of_{duty}" for duty in DUTIES), default=-1)
given(PERSON, bool, "does_not_spend_on_dependants")
given(PERSON, float, *(f"income_{kind}" for kind in INCOMES))
given(PERSON, float, *(f"liquidable_{kind}" for kind in ASSETS))
given(PERSON, float, "dearest_car", default=-1)
given(PERSON, bool, "dearest_car_liquidable")


# ---- who each person is


@formula(PERSON)
def is_head(person: Any, period: Any) -> Any:
    return person.has_role(HOUSEHOLD.HEAD)


@formula(PERSON)
def dead(person: Any, period: Any) -> Any:
    return days_since(person("death_date", period), period) >= 0


@formula(PERSON, int)
def age(person: Any, period: Any) -> Any:
    return whole_years(person("birth_date", period), period)


@formula(PERSON)
def adult(person: Any, period: Any, parameters: Any) -> Any:
    """Article 1.5."""
    return person("age", period) >= parameters(period).adult_age


@formula(PERSON)
def abroad(person: Any, period: Any, parameters: Any) -> Any:
    """Article 12.3.أ."""
    most = parameters(period).absence_days
    return (person("days_abroad", period) > most) | (person("days_abroad_before_application", period) > most)


@formula(PERSON)
def in_centre(person: Any, period: Any, parameters: Any) -> Any:
    """Article 1.9."""
    return person("days_in_centre", period) > parameters(period).shelter_days


@formula(PERSON)
def of_student_age(person: Any, period: Any, parameters: Any) -> Any:
    """Article 7.3."""
    return person("age", period) <= parameters(period).student_age


@formula(PERSON)
def studies_away(person: Any, period: Any) -> Any:
    """Article 7.3."""
    return person("away", period) & person("full_time", period) & person("of_student_age", period)


def _custody_at(person: Any, period: Any, holder: Any, school: Any) -> Any:
    """Article 7.4: a deed that names the holder settles it, else the nearer school."""
    named = person("custody_deed", period) & (person("custody_holder", period) != CUSTODY_HOLDER.unstated)
    there = np.where(named, person("custody_holder", period) == holder, person("nearer_school", period) == school)
    return person("custody_on_record", period) & there


@formula(PERSON)
def with_another_family(person: Any, period: Any) -> Any:
    return _custody_at(person, period, CUSTODY_HOLDER.elsewhere, NEARER_SCHOOL.no)


@formula(PERSON)
def in_custody_here(person: Any, period: Any) -> Any:
    return _custody_at(person, period, CUSTODY_HOLDER.in_household, NEARER_SCHOOL.yes)


@formula(PERSON)
def of_family(person: Any, period: Any) -> Any:
    """Article 7."""
    stays = person("is_head", period) | person("lives_in_dwelling", period) | person("studies_away", period)
    stays = stays | person("abroad", period) | person("in_centre", period) | person("in_custody_here", period)
    return stays & ~person("dead", period) & ~person("with_another_family", period)


# ---- nationality and its exceptions, article 6


def _has_child(person: Any, period: Any, child: Any) -> Any:
    """Who is mother of a member of whom it is so; of fathers the law does not ask."""
    found = np.zeros(person.count, dtype=bool)
    mothers = person("mother", period)[np.flatnonzero(child)]
    found[mothers[mothers >= 0]] = True
    return found


@formula(PERSON)
def papers_valid(person: Any, period: Any) -> Any:
    return days_since(person("id_valid_until", period), period) <= 0


@formula(PERSON)
def children_resident(person: Any, period: Any) -> Any:
    """Article 6.1.أ."""
    return ~_has_child(person, period, person("abroad", period))


@formula(PERSON)
def wife_of_citizen(person: Any, period: Any) -> Any:
    """Article 6.1."""
    married = person("female", period) & (person("marital_status", period) == MARITAL_STATUS.married)
    return married & person("spouse_is_citizen", period) & person("children_resident", period)


@formula(PERSON)
def former_wife_of_citizen(person: Any, period: Any) -> Any:
    """Article 6.1."""
    status = person("marital_status", period)
    alone = (status == MARITAL_STATUS.widowed) | (status == MARITAL_STATUS.divorced)
    of_citizen = person("former_spouse_of_citizen", period) | person("spouse_is_citizen", period)
    with_child = person("has_citizen_child", period) & person("children_resident", period)
    return person("female", period) & alone & of_citizen & with_child


@formula(PERSON)
def child_of_citizen_mother(person: Any, period: Any) -> Any:
    """Article 6.2."""
    mother = person("mother_is_citizen", period) & person("mother_widowed_or_divorced", period)
    return mother & ~person("father_is_citizen", period)


@formula(PERSON)
def orphan(person: Any, period: Any) -> Any:
    """Article 1.6."""
    father, mother = person("father_status", period), person("mother_status", period)
    foundling = (father == PARENT_STATUS.unknown_identity) & (mother == PARENT_STATUS.unknown_identity)
    return ~person("adult", period) & ((father == PARENT_STATUS.deceased) | foundling)


@formula(PERSON)
def holder_of_mobility_card(person: Any, period: Any) -> Any:
    """Article 6.3."""
    widow = person("female", period) & (person("marital_status", period) == MARITAL_STATUS.widowed)
    with_orphans = widow & _has_child(person, period, person("orphan", period))
    in_need = person("orphan", period) | with_orphans | (person("disability", period) != DISABILITY.none)
    return (person("id_kind", period) == ID_KIND.mobility_card) & person("papers_valid", period) & in_need


@formula(PERSON)
def qualifies(person: Any, period: Any) -> Any:
    """Article 6."""
    iqama = (person("id_kind", period) == ID_KIND.iqama) & person("papers_valid", period)
    exempt = person("wife_of_citizen", period) | person("former_wife_of_citizen", period)
    exempt = exempt | person("child_of_citizen_mother", period)
    return person("citizen", period) | (iqama & exempt) | person("holder_of_mobility_card", period)


# ---- whose increment counts


@formula(PERSON)
def counts(person: Any, period: Any) -> Any:
    """Article 12.2."""
    here = person("of_family", period) & ~person("abroad", period) & ~person("in_centre", period)
    agreed = ~person("adult", period) | person("dependency_confirmed", period)
    return ~person("is_head", period) & here & person("qualifies", period) & agreed


@formula(PERSON)
def covered(person: Any, period: Any) -> Any:
    return person("counts", period) | (person("is_head", period) & ~person("dead", period))


@formula(PERSON, float)
def increment_left_out(person: Any, period: Any, parameters: Any) -> Any:
    """Article 12.2."""
    left_out = person("of_family", period) & ~person("is_head", period) & ~person("counts", period)
    return left_out * parameters(period).increment
