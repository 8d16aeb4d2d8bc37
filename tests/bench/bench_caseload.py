"""A caseload assessed in one go: our kernel on the whole developed law against the same rules in OpenFisca-Core.

Both start from columns in memory and end with the monthly total of every household, and both must come to the same
totals. Ours reads the household files as they are: incomes and stays entry by entry, dates of birth, kin, and would
answer with bounds where a fact is not known. OpenFisca is handed what it needs reckoned already: ages, days abroad,
one sum of each kind of income.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from desktop.facts.arrow_layout import tables_of
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.caseload.running import assess_caseload
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.dates import Calendar, whole_units

ON = date(2026, 11, 1)
LONG_AGO = date(2020, 1, 1)
MONTH = "2026-11"
HOUSEHOLDS = int(os.environ.get("YUSR_BENCH_HOUSEHOLDS", "100000"))
DISTINCT = 2_000
"""Different households; more of them stand in the tables again under other ordinals, which neither side knows."""
ROUNDS = 3

Person = dict[str, Any]


def _person(ref: str, role: str, dice: Random, born: date, **facts: Any) -> Person:
    stays = []
    if dice.random() < 0.1:
        first = ON - timedelta(days=dice.randrange(20, 300))
        stays = [{"from": first, "to": first + timedelta(days=dice.randrange(5, 150))}]
    incomes = [
        {
            "kind": kind,
            "amount": f"{dice.randrange(0, 300_000) / 100:.2f}",
            "period": "month",
            "since": date(2020, 1, 1),
        }
        for kind, chance in (("salary", 0.3), ("rent", 0.05), ("retirement_pension", 0.05))
        if born < date(2005, 1, 1) and dice.random() < chance
    ]
    wealth = [
        {"kind": "securities", "value": f"{dice.randrange(0, 9_000)}.00", "liquidable": True, "since": date(2021, 1, 1)}
    ]
    return {
        "ref": ref,
        "role": role,
        "sex": "male" if role == "head" or dice.random() < 0.5 else "female",
        "nationality": "SA",
        "id_kind": "national_id",
        "birth_date": born,
        "marital_status": "married" if role != "child" else "never_married",
        "lives_in_dwelling": dice.random() < 0.95,
        "dependency_confirmed": dice.random() < 0.8,
        "former_spouse_of_citizen": False,
        "absences": stays,
        "shelter_stays": [],
        "education": {"enrolled": False, "stage": "none", "full_time": False, "away": False},
        "disability": {"degree": "none"},
        "work": {"status": "home", "ability": "able"},
        "incomes": incomes,
        "assets": wealth if dice.random() < 0.1 else [],
        **facts,
    }


def household(number: int) -> HouseholdFile:
    """An invented household of which everything is known."""
    dice = Random(number)
    born = ON - timedelta(days=dice.randrange(24 * 366, 70 * 365))
    members = [_person("m1", "head", dice, born, spouses=["m2"], father="o1", mother="o2")]
    members.append(_person("m2", "spouse", dice, born, spouses=["m1"], father="o1", mother="o2"))
    for child in range(dice.randrange(0, 7)):
        age = timedelta(days=dice.randrange(30, 22 * 365))
        members.append(_person(f"m{child + 3}", "child", dice, ON - age, spouses=[], father="m1", mother="m2"))
    outside = {"sex": "male", "nationality": "SA", "status": "deceased", "since": date(2001, 1, 1), "remarried": False}
    file = {
        "format": "yusr-household/1",
        "household": {
            "country": "SA",
            "applied_on": date(2026, 9, 1),
            "dwelling": {"tenure": "owned", "separate": True, "all_residents_registered": dice.random() < 0.97},
            "independent": False,
            "family_dwellings": 2 if dice.random() < 0.05 else 1,
            "vehicles": dice.choice([0, 1, 1, 2, 4]),
            "domestic_workers": 0,
            "domestic_workers_for_disability": 0,
            "outside": [outside | {"ref": ref} for ref in ("o1", "o2")],
        },
        "members": members,
    }
    return msgspec.convert(file, HouseholdFile)


def repeated(tables: dict[str, pa.Table], times: int, each: int) -> dict[str, pa.Table]:
    """The tables with their files again and again, each time under ordinals of their own."""
    found = {}
    for name, table in tables.items():
        whole = table.unify_dictionaries()
        ordinals = whole.schema.field(0)
        parts = [whole.set_column(0, ordinals, pc.add(whole.column(0), turn * each)) for turn in range(times)]
        found[name] = pa.concat_tables(parts)
    return found


def columns_for_openfisca(files: list[HouseholdFile], times: int) -> dict[str, np.ndarray]:
    """What OpenFisca is given, persons and households in the order of the files."""
    rows: dict[str, list[float]] = {}
    for number, file in enumerate(files):
        people: Any = file.members
        for member in people:
            incomes = {str(each.kind): float(str(each.amount)) for each in member.incomes}
            abroad = sum(_days(stay) for stay in member.absences)
            facts: dict[str, float] = {
                "household": number,
                "head": member.role == "head",
                "salary": incomes.get("salary", 0),
                "rent": incomes.get("rent", 0),
                "retirement_pension": incomes.get("retirement_pension", 0),
                "liquidable_assets": sum(float(str(each.value)) for each in member.assets),
                "age": whole_units(member.birth_date, ON, "year", Calendar.GREGORIAN),
                "days_abroad": abroad,
                "citizen": True,
                "lives_in_dwelling": member.lives_in_dwelling,
                "confirmed": member.dependency_confirmed,
            }
            for name, value in facts.items():
                rows.setdefault(name, []).append(float(value))
        home: Any = file.household
        dwelling = home.dwelling
        for name, told in (
            ("vehicles", home.vehicles),
            ("family_dwellings", home.family_dwellings),
            ("residents_registered", dwelling.all_residents_registered),
        ):
            rows.setdefault(name, []).append(float(told))
    found = {name: np.tile(np.array(values), times) for name, values in rows.items()}
    turns = np.repeat(np.arange(times), len(rows["household"]))
    found["household"] = (found["household"] + turns * len(files)).astype(np.int64)
    return found


def _days(stay: Any) -> int:
    start = ON.replace(year=ON.year - 1)
    days: int = (min(stay.to, ON) - max(stay.from_, start)).days
    return max(0, days)


def openfisca_totals(law: Any, given: dict[str, np.ndarray]) -> np.ndarray:
    """The monthly total of every household."""
    from openfisca_core.simulation_builder import SimulationBuilder

    builder = SimulationBuilder()
    builder.create_entities(law)
    persons, homes = len(given["household"]), len(given["vehicles"])
    builder.declare_person_entity("person", np.arange(persons))
    households = builder.declare_entity("household", np.arange(homes))
    roles = np.where(given["head"] > 0, "head", "dependant")
    builder.join_with_persons(households, given["household"], roles=roles)
    simulation = builder.build(law)
    for name, values in given.items():
        if name not in ("household", "head"):
            kind = law.get_variable(name).value_type
            simulation.set_input(name, MONTH, values.astype(bool) if kind is bool else values)
    return np.asarray(simulation.calculate("total", MONTH))


def measure() -> list[dict[str, object]]:
    """`assess caseload kernel`, in seconds, alternating the two sides so that a busy machine slows both."""
    # Imported here: OpenFisca is installed by `make bench` only.
    from openfisca_developed_law import system

    files = [household(number) for number in range(min(DISTINCT, HOUSEHOLDS))]
    times = max(1, HOUSEHOLDS // len(files))
    tables, given = repeated(tables_of(files), times, len(files)), columns_for_openfisca(files, times)
    pack, law = Catalogue().in_force("sa.developed", ON), system()

    def ours() -> np.ndarray:
        return np.asarray(assess_caseload(pack, tables, on=ON).column("total.low").to_numpy()) / 100

    def theirs() -> np.ndarray:
        return openfisca_totals(law, given)

    mine, other = ours(), theirs()
    apart = np.flatnonzero(np.abs(mine - other) > 0.01)
    if len(apart):
        first = int(apart[0])
        raise RuntimeError(f"{len(apart)} households differ, the first {first}: {mine[first]} and {other[first]}")
    times_taken: dict[Callable[[], np.ndarray], list[float]] = {ours: [], theirs: []}
    for _ in range(ROUNDS):
        for side, taken in times_taken.items():
            started = time.perf_counter()
            side()
            taken.append(time.perf_counter() - started)
    seconds = {side: min(taken) for side, taken in times_taken.items()}
    return [
        {
            "name": "assess caseload kernel",
            "value": seconds[ours],
            "unit": "s",
            "against": "OpenFisca-Core's vectors",
            "ratio": seconds[theirs] / seconds[ours],
            "work": f"{times * len(files):,} households known throughout, from columns in memory to every total",
        }
    ]
