"""Households whose ages, absences, stays, breaches, papers and incomes turn about the days that tests look at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from desktop.facts.household_file import HouseholdFile
from tests.programmes.uncertain_households import read, uncertain_files, whole_file

DAYS = st.dates(date(2023, 1, 1), date(2026, 6, 1)).map(date.isoformat)
BIRTHS = st.one_of(
    st.dates(date(1998, 1, 1), date(2001, 12, 31)),
    st.dates(date(2006, 1, 1), date(2008, 12, 31)),
    st.just(date(2008, 2, 29)),
).map(date.isoformat)


@st.composite
def stays(draw: st.DrawFn) -> list[dict[str, str]]:
    found = []
    for _ in range(draw(st.integers(0, 3))):
        stay = {"from": draw(DAYS)}
        if draw(st.booleans()):
            length = draw(st.integers(0, 200))
            stay["to"] = (date.fromisoformat(stay["from"]) + timedelta(days=length)).isoformat()
        found.append(stay)
    return found


@st.composite
def dated_files(draw: st.DrawFn) -> HouseholdFile:
    """Households whose ages, absences, stays, breaches, papers and incomes turn about the days that are looked at."""
    file: dict[str, Any] = draw(uncertain_files()).file
    if draw(st.booleans()):
        file = whole_file({"salary": "2000.00", "absences": []})
    for member in file["members"]:
        member["nationality"] = draw(st.sampled_from(["SA", "SA", "SY"]))
        if draw(st.booleans()):
            member["birth_date"] = draw(BIRTHS)
            member["birth_date_precision"] = draw(st.sampled_from(["day", "day", "month", "year"]))
        for name in ("absences", "shelter_stays"):
            if draw(st.booleans()):
                member[name] = draw(stays())
        if draw(st.booleans()):
            member["id_kind"], member["id_valid_until"] = "iqama", draw(DAYS)
            member["marital_status"], member["former_spouse_of_citizen"] = "widowed", True
        if draw(st.booleans()):
            member["breaches"] = [{"duty": "job_search", "notified_on": draw(DAYS)}]
        if draw(st.booleans()):
            income = {"kind": "rent", "amount": "1200.00", "period": draw(st.sampled_from(["month", "once"]))}
            member["incomes"] = [{**income, "since": draw(DAYS)}]
            if draw(st.booleans()):
                member["incomes"][0]["until"] = "2025-12-31"
        if draw(st.booleans()):
            member["education"] = {"enrolled": True, "full_time": True, "away": draw(st.booleans())}
    file["household"]["independent"] = draw(st.booleans())
    if draw(st.booleans()):
        file["household"]["update_asked_on"] = draw(DAYS)
    return read(file)
