"""People who were never born, for the benches: everything that the developed law asks of them is known.

Rare things come about as often as a bench needs them to weigh, not as often as in life.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

ON = date(2026, 11, 1)
"""The day of decision of every bench of a caseload."""
LONG_AGO = date(2020, 1, 1)
YEAR = 365.25

Person = dict[str, Any]

_INCOMES = (
    # kind, period, how likely an adult has it, how likely a child, least and most of a period in riyals
    ("salary", "month", 0.28, 0, 700, 4_500),
    ("business", "month", 0.06, 0, 100, 2_500),
    ("rent", "year", 0.04, 0.005, 2_000, 20_000),
    ("retirement_pension", "month", 0.05, 0, 900, 3_500),
    ("insurance_pension", "month", 0.03, 0.01, 300, 1_800),
    ("government_support", "month", 0.04, 0.01, 100, 900),
    ("citizen_account", "month", 0.3, 0, 200, 900),
    ("reef", "year", 0.02, 0, 1_000, 20_000),
    ("student_stipend", "month", 0.05, 0, 800, 1_000),
    ("disability_aid", "month", 0.03, 0.02, 300, 1_600),
    ("supporting_programme", "month", 0.04, 0, 100, 500),
    ("charity_cash", "term", 0.05, 0.01, 200, 1_500),
    ("charity_in_kind", "once", 0.05, 0, 100, 900),
    ("maintenance", "month", 0.04, 0.03, 200, 1_200),
    ("remittance", "week", 0.01, 0, 20, 150),
    ("investment_return", "once", 0.03, 0.003, 100, 4_000),
    ("other", "day", 0.02, 0, 10, 60),
)
_ASSETS = (
    # kind, how likely an adult has it, least and most in riyals
    ("primary_home", 0.25, 200_000, 900_000),
    ("real_estate", 0.02, 20_000, 300_000),
    ("land", 0.03, 5_000, 90_000),
    ("shop", 0.01, 10_000, 60_000),
    ("equipment", 0.02, 500, 9_000),
    ("car", 0.3, 6_000, 45_000),
    ("tractor", 0.01, 4_000, 30_000),
    ("truck", 0.01, 9_000, 60_000),
    ("taxi", 0.02, 9_000, 50_000),
    ("livestock", 0.03, 800, 12_000),
    ("securities", 0.08, 50, 9_000),
    ("cash", 0.12, 100, 6_000),
    ("undivided_inheritance", 0.03, 9_000, 200_000),
    ("other", 0.02, 100, 5_000),
)
_DUTIES = (
    "job_search",
    "job_search",
    "job_search",
    "accept_offer",
    "work_plan",
    "rehabilitation_plan",
    "business_disclosure",
    "schooling",
    "vaccination",
    "annual_check",
    "spend_on_dependants",
)


def born(dice: Random, youngest: float, oldest: float) -> date:
    """A birth that makes somebody between two ages on the day of decision."""
    return ON - timedelta(days=dice.randrange(int(youngest * YEAR), int(oldest * YEAR)))


def money(dice: Random, least: float, most: float) -> str:
    """An amount in riyals and halalas."""
    return f"{dice.randrange(int(least * 100), int(most * 100)) / 100:.2f}"


def invented(ref: str, role: str, dice: Random, birth: date, **facts: Any) -> Person:
    """One member; `facts` stand in the place of what the dice would say."""
    age = (ON - birth).days / YEAR
    adult = age >= 18
    person: Person = {
        "ref": ref,
        "role": role,
        "sex": dice.choice(("male", "female")),
        "nationality": "SA",
        "id_kind": "national_id",
        "id_valid_until": ON + timedelta(days=dice.randrange(1, 1_500)),
        "birth_date": birth,
        "marital_status": "never_married",
        "former_spouse_of_citizen": False,
        "spouses": [],
        "father": "o1",
        "mother": "o2",
        "lives_in_dwelling": role == "head" or dice.random() < 0.95,
        "dependency_confirmed": dice.random() < 0.85,
        "services_suspended": dice.random() < 0.02,
        "absences": _stays(dice, 0.12, 0.25) if age > 3 else [],
        "shelter_stays": _stays(dice, 0.03, 0.6) if age > 3 else [],
        "education": _education(dice, age),
        "disability": {"degree": dice.choice(("mild", "moderate", "severe")) if dice.random() < 0.08 else "none"},
        "work": _work(dice, adult=adult),
        "incomes": _incomes(dice, adult=adult),
        "assets": _assets(dice) if adult else [],
        "breaches": _breaches(dice) if age > 1 and dice.random() < (0.12 if adult else 0.04) else [],
    }
    if dice.random() < 0.015:
        person["death_date"] = ON - timedelta(days=dice.randrange(1, 90))
    return person | facts


def _stays(dice: Random, likely: float, open_ended: float) -> list[dict[str, date]]:
    found: list[dict[str, date]] = []
    while dice.random() < likely and len(found) < 3:
        first = ON - timedelta(days=dice.randrange(10, dice.choice((420, 900))))
        stay = {"from": first, "to": first + timedelta(days=dice.randrange(5, 150))}
        if dice.random() < open_ended:
            del stay["to"]
        found.append(stay)
        likely = 0.4  # who was away once is away again, at times within the same weeks
    return found


def _education(dice: Random, age: float) -> dict[str, Any]:
    if age < 6 or age > 28:
        return {"enrolled": False, "stage": "none", "full_time": False, "away": False}
    at_school = age < 18 or dice.random() < 0.5
    away = at_school and age >= 18 and dice.random() < 0.3
    stage = "primary" if age < 12 else "secondary" if age < 18 else "university"
    full_time = at_school and dice.random() < 0.9
    return {"enrolled": at_school, "stage": stage if at_school else "none", "full_time": full_time, "away": away}


def _work(dice: Random, *, adult: bool) -> dict[str, Any]:
    if not adult:
        return {"status": "none", "ability": "not_rehabilitable" if dice.random() < 0.02 else "able"}
    work = {"status": "home", "ability": dice.choice(("able", "able", "able", "rehabilitable", "not_rehabilitable"))}
    if dice.random() < 0.25:
        work["exempt_reason"] = dice.choice(("carer", "student", "health", "fund_conditions", "social"))
    return work


def _incomes(dice: Random, *, adult: bool) -> list[dict[str, Any]]:
    found = []
    for kind, period, likely, of_child, least, most in _INCOMES:
        if dice.random() >= (likely if adult else of_child):
            continue
        income: dict[str, Any] = {"kind": kind, "amount": money(dice, least, most), "period": period}
        income["since"] = ON - timedelta(days=dice.randrange(1, 700)) if period == "once" else LONG_AGO
        if period == "day" or (period == "week" and dice.random() < 0.5):
            income["times"] = dice.choice((2.5, 4, 8, 20))
        if period != "once" and dice.random() < 0.08:
            income["until"] = ON + timedelta(days=dice.randrange(-300, 60))
        if kind == "business":
            income["registered"] = dice.random() < 0.5
        found.append(income)
    return found


def _assets(dice: Random) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for kind, likely, least, most in _ASSETS:
        first = True
        while dice.random() < (likely if first else 0.1) and len(found) < 6:
            first = False
            asset: dict[str, Any] = {"kind": kind, "value": money(dice, least, most), "since": date(2021, 1, 1)}
            asset["liquidable"] = dice.random() < 0.6
            if dice.random() < 0.5:
                asset["tenure"] = "rented" if dice.random() < 0.1 else "owned"
            if dice.random() < 0.06:
                asset["until"] = ON + timedelta(days=dice.randrange(-200, 90))
            found.append(asset)
    return found


def _breaches(dice: Random) -> list[dict[str, Any]]:
    found = []
    for _ in range(dice.choice((1, 1, 2))):
        notified = ON - timedelta(days=dice.randrange(2, 80))
        breach: dict[str, Any] = {"duty": dice.choice(_DUTIES), "notified_on": notified}
        if dice.random() < 0.3:
            breach["cured_on"] = min(ON, notified + timedelta(days=dice.randrange(1, 30)))
        if dice.random() < 0.4:
            breach["excused"] = dice.random() < 0.3
        found.append(breach)
    return found
