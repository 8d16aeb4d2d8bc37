"""Families told whole, so that one changed fact alone stands on one side of a boundary or on the other."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from hijridate import Hijri

from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.catalogue import Catalogue

CATALOGUE = Catalogue()

Facts = dict[str, Any]

_ANYBODY: Facts = {
    "lives_in_dwelling": True,
    "spouses": [],
    "absences": [],
    "shelter_stays": [],
    "education": {"enrolled": False, "stage": "none", "full_time": False},
    "work": {"status": "none", "ability": "not_rehabilitable", "sector": "none", "insured": False},
    "disability": {"degree": "none"},
    "incapacity": {"extent": "none"},
    "health": {"chronic": "none", "pregnant": False, "nursing": False},
    "circumstances": [],
    "incomes": [],
    "assets": [],
}


def person(ref: str = "m1", role: str = "head", **facts: Any) -> Facts:
    """A Saudi woman of 1985, divorced where she heads the family; None takes a fact out."""
    told = {
        "ref": ref,
        "role": role,
        "name": {"given": "نورة"},
        "sex": "female",
        "nationality": "SA",
        "id_kind": "national_id",
        "birth_date": "1985-06-01",
        "marital_status": "divorced" if role == "head" else "never_married",
        "dependency_confirmed": True,
        **_ANYBODY,
    }
    return {name: value for name, value in {**told, **facts}.items() if value is not None}


def children(count: int, born: str = "2015-01-01", **facts: Any) -> list[Facts]:
    """So many children of the head, `m2` the first."""
    return [
        person(f"m{at}", "child", mother="m1", birth_date=born, dependency_confirmed=None, **facts)
        for at in range(2, count + 2)
    ]


def saudi(*members: Facts, **facts: Any) -> Facts:
    """A Saudi household; one person alone is independent."""
    told = {
        "country": "SA",
        "applied_on": "2011-07-01",
        "independent": len(members) == 1,
        "family_dwellings": 1,
        "dwelling": {"separate": True, "proof": "title_deed", "all_residents_registered": True, "in_area": True},
        "vehicles": 0,
        "domestic_workers": 0,
        "domestic_workers_for_disability": 0,
        "skilled_hired_workers": 0,
        "unskilled_hired_workers": 0,
        "commercial_register": False,
    }
    return _file(told, members, facts)


def egyptian(*members: Facts, **facts: Any) -> Facts:
    """An Egyptian household whose head, a widow unless told otherwise, has lost the children's father."""
    father = {"ref": "o1", "sex": "male", "nationality": "EG", "status": "deceased", "since": "2012-01-01"}
    told = {
        "country": "EG",
        "applied_on": "2015-05-01",
        "dwelling": {"tenure": "rented", "urban": True},
        "vehicles": 0,
        "commercial_register": False,
        "pmt_score": 3000,
        "outside": [father],
    }
    of_egypt = [{**each, "nationality": each["nationality"].replace("SA", "EG")} for each in members]
    return _file(told, of_egypt, facts)


def widow(**facts: Any) -> Facts:
    """The head of an Egyptian family."""
    return person(**{"marital_status": "widowed", "has_living_children": True, **facts})


def pupil(ref: str, born: str, stage: str = "primary", fees: str = "100", **facts: Any) -> Facts:
    """A child of an Egyptian family at school, or at none."""
    schooling = {"enrolled": stage != "none", "stage": stage, "fees_per_year": fees}
    return person(ref, "child", mother="m1", father="o1", birth_date=born, education=schooling, **facts)


def income(kind: str, amount: str, period: str = "month", **facts: Any) -> list[Facts]:
    """One income since 2010."""
    return [{"kind": kind, "amount": amount, "period": period, "since": "2010-01-01", **facts}]


def hijri(year: int, month: int, day: int) -> str:
    """A day of the Hijri calendar as a Gregorian one."""
    return Hijri(year, month, day).to_gregorian().isoformat()


def answered(programme: str, on: str, file: Facts) -> str:
    """The amount in full where it is known, else the outcome with the status of the amount."""
    day = date.fromisoformat(on)
    household = msgspec.convert(file, HouseholdFile, strict=False)
    found = assess(CATALOGUE.asked(programme, day, household), household, on=day)
    if found.amount is None:
        return found.outcome.value
    if isinstance(found.amount.value, str):
        return found.amount.value
    return f"{found.outcome.value}, {found.amount.status.value}"


def _file(told: Facts, members: Any, facts: Facts) -> Facts:
    household = {name: value for name, value in {**told, **facts}.items() if value is not None}
    return {"format": "yusr-household/1", "household": household, "members": list(members)}
