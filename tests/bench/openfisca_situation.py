"""A household file as a situation of OpenFisca: the document that its web interface takes, of one household.

What the file does not tell stands as the law's default, since OpenFisca knows no unknown. Plain Python: for one
household whole columns would only cost.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hijridate import Hijri
from openfisca_language import ASSETS, DUTIES, INCOMES

from desktop.programmes.language.aggregates import year_before

File = dict[str, Any]

_TIMES = {"week": 52 / 12, "month": 1, "term": 2 / 12, "year": 1 / 12}


def situation(file: File, on: date) -> File:
    """The situation in the month of the day of decision; `file` is the contract's document as JSON reads it."""
    household, month = file["household"], f"{on:%Y-%m}"
    outside = {each["ref"]: each for each in household.get("outside", ())}
    members = {each["ref"]: each for each in file["members"]}
    people = outside | members
    rows = {ref: at for at, ref in enumerate(members)}
    applied = _day(household.get("applied_on")) or on
    persons = {}
    for ref, member in members.items():
        facts = _own(member, on, applied) | _kin(member, members, people, rows, on)
        facts |= _breaches(member, on) | _incomes(member, on) | _assets(member, on)
        persons[ref] = {name: {month: _told(value)} for name, value in facts.items() if value is not None}
    head = next(ref for ref, member in members.items() if member["role"] == "head")
    home = {name: {month: _told(value)} for name, value in _home(household, head).items() if value is not None}
    roles = {"heads": [head], "dependants": [ref for ref in members if ref != head]}
    return {"persons": persons, "households": {"h": roles | home}}


def _told(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _birth(member: File) -> date | None:
    if "birth_date" in member:
        return _day(member["birth_date"])
    if "birth_date_hijri" not in member:
        return None
    year, month, day = (int(part) for part in member["birth_date_hijri"].split("-"))
    born = Hijri(year, month, day).to_gregorian()
    return date(born.year, born.month, born.day)


def _own(member: File, on: date, applied: date) -> File:
    education, work, custody = (member.get(name, {}) for name in ("education", "work", "custody"))
    nearer = custody.get("nearer_school")
    kind = member.get("id_kind")
    return {
        "birth_date": _birth(member),
        "female": member.get("sex") == "female",
        "citizen": member.get("nationality") == "SA",
        "death_date": _day(member.get("death_date")),
        "id_kind": kind if kind in ("iqama", "mobility_card") else "other",
        "id_valid_until": _day(member.get("id_valid_until")),
        "marital_status": member.get("marital_status"),
        "former_spouse_of_citizen": member.get("former_spouse_of_citizen"),
        "enrolled": education.get("enrolled"),
        "full_time": education.get("full_time"),
        "away": education.get("away"),
        "custody_on_record": "custody" in member,
        "custody_deed": custody.get("deed"),
        "nearer_school": None if nearer is None else "yes" if nearer else "no",
        "lives_in_dwelling": member.get("lives_in_dwelling"),
        "dependency_confirmed": member.get("dependency_confirmed"),
        "services_suspended": member.get("services_suspended"),
        "disability": member.get("disability", {}).get("degree"),
        "ability": work.get("ability"),
        "exempt_reason": work.get("exempt_reason"),
        "days_abroad": _days_in_year(member, on),
        "days_abroad_before_application": _days_in_year(member, applied),
        "days_in_centre": _days_in_centre(member, on),
    }


def _days_in_year(member: File, end: date) -> int:
    found, reached = 0, year_before(end)
    for first, last in sorted((_day(stay["from"]), _day(stay.get("to"))) for stay in member.get("absences", ())):
        until = min(last or end, end)
        found += max(0, (until - max(first or reached, reached)).days)
        reached = max(reached, until)
    return found


def _days_in_centre(member: File, on: date) -> int:
    open_stays = [stay for stay in member.get("shelter_stays", ()) if (_day(stay.get("to")) or date.max) > on]
    return max(((on - (_day(stay["from"]) or on)).days for stay in open_stays), default=0)


def _kin(member: File, members: File, people: File, rows: dict[str, int], on: date) -> File:
    father, mother = (people.get(member.get(side, ""), {}) for side in ("father", "mother"))
    holder = member.get("custody", {}).get("holder")
    own = member["ref"]
    children = [child for child in members.values() if own in (child.get("father"), child.get("mother"))]
    return {
        "spouse_is_citizen": any(people[ref].get("nationality") == "SA" for ref in member.get("spouses", ())),
        "has_citizen_child": any(child.get("nationality") == "SA" for child in children),
        "father_is_citizen": father.get("nationality") == "SA",
        "mother_is_citizen": mother.get("nationality") == "SA",
        "mother_widowed_or_divorced": mother.get("marital_status") in ("widowed", "divorced"),
        "father_status": _status(father, on),
        "mother_status": _status(mother, on),
        "mother": rows.get(member.get("mother", ""), -1),
        "custody_holder": "unstated" if holder is None else "in_household" if holder in members else "elsewhere",
    }


def _status(parent: File, on: date) -> str:
    if (_day(parent.get("death_date")) or date.max) <= on:
        return "deceased"
    return parent["status"] if parent.get("status") in ("deceased", "unknown_identity") else "other"


def _breaches(member: File, on: date) -> File:
    found: File = {}
    for breach in member.get("breaches", ()):
        if (_day(breach.get("cured_on")) or date.max) <= on or breach.get("excused"):
            continue
        if breach["duty"] in DUTIES:
            name = f"days_since_notice_of_{breach['duty']}"
            found[name] = max(found.get(name, -1), (on - (_day(breach["notified_on"]) or on)).days)
        elif breach["duty"] == "spend_on_dependants":
            found["does_not_spend_on_dependants"] = True
    return found


def _incomes(member: File, on: date) -> File:
    found = {f"income_{kind}": 0.0 for kind in INCOMES}
    for income in member.get("incomes", ()):
        since, until, period = _day(income["since"]), _day(income.get("until")) or date.max, income["period"]
        if since is None or since > on:
            continue
        if period == "once":
            times = 1 / 12 if since >= on - timedelta(days=365) else 0
        else:
            stated = income.get("times") if period in ("day", "week") else None
            times = 0 if until < on else stated if stated is not None else _TIMES[period]
        kind = income["kind"]
        if kind == "business":
            kind = "registered_business" if income.get("registered") else "unregistered_business"
        found[f"income_{kind}"] += float(income["amount"]) * times
    return {name: value for name, value in found.items() if value}


def _assets(member: File, on: date) -> File:
    found: File = {}
    cars = []
    for asset in member.get("assets", ()):
        held = (_day(asset.get("until")) or date.max) > on and (_day(asset.get("since")) or date.min) <= on
        if not held or asset.get("tenure") == "rented" or asset["kind"] not in ASSETS:
            continue
        value, name = float(asset["value"]), f"liquidable_{asset['kind']}"
        if asset["liquidable"]:
            found[name] = found.get(name, 0) + value
        if asset["kind"] in ("car", "taxi"):
            cars.append((value, bool(asset["liquidable"])))
    if cars:
        found["dearest_car"], found["dearest_car_liquidable"] = max(cars, key=lambda car: car[0])
    return found


def _home(household: File, head: str) -> File:
    dwelling = household.get("dwelling", {})
    return {
        "family_dwellings": household.get("family_dwellings"),
        "vehicles": household.get("vehicles"),
        "domestic_workers": household.get("domestic_workers"),
        "domestic_workers_for_disability": household.get("domestic_workers_for_disability"),
        "independent": household.get("independent"),
        "dwelling_separate": dwelling.get("separate"),
        "all_residents_registered": dwelling.get("all_residents_registered"),
        "lease_in_heads_name": dwelling.get("proof_holder") == head,
        "proof": dwelling.get("proof"),
        "update_asked_on": _day(household.get("update_asked_on")),
        "updated_on": _day(household.get("updated_on")),
        "waived_on": _day(household.get("waived_on")),
    }
