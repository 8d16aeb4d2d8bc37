"""Household files with holes, and every way (or a sample of the ways) to fill them: material for soundness tests."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from hypothesis import strategies as st

from desktop.facts.household_file import HouseholdFile

DAY = "2024-03-01"

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Hole:
    """One fact that may be taken out of the file, and the values it may turn out to have."""

    path: Path
    fillings: tuple[object, ...]
    finite: bool


FINITE = (
    Hole(("household", "independent"), (True, False), True),
    Hole(("household", "commercial_register"), (True, False), True),
    Hole(("household", "poverty_area"), (True, False), True),
    Hole(("household", "dwelling", "separate"), (True, False), True),
    Hole(("household", "dwelling", "tenure"), ("owned", "rented", "provided", "shared", "state_shelter"), True),
    Hole(("members", 0, "lives_in_dwelling"), (True, False), True),
    Hole(("members", 0, "work", "insured"), (True, False), True),
    Hole(("members", 0, "work", "ability"), ("able", "rehabilitable", "not_rehabilitable"), True),
    Hole(("members", 1, "lives_in_dwelling"), (True, False), True),
    Hole(("members", 1, "education", "full_time"), (True, False), True),
    Hole(("members", 1, "disability", "degree"), ("none", "mild", "moderate", "severe"), True),
    Hole(("members", 1, "dependency_confirmed"), (True, False), True),
    Hole(("members", 0, "sex"), ("female", "male"), True),
    Hole(("household", "outside", 0, "status"), ("deceased", "absent", "imprisoned", "living_elsewhere"), True),
)
ENDLESS = (
    Hole(("household", "vehicles"), (0, 1, 2, 3, 9), False),
    Hole(("members", 0, "incomes", 0, "amount"), ("0.00", "1000.00", "2640.00", "99999.99"), False),
    Hole(("members", 1, "birth_date"), ("1930-01-01", "2000-02-29", "2006-03-01", "2006-03-02", "2024-02-29"), False),
    Hole(
        ("members", 0, "absences"), ([], [{"from": "2023-05-01", "to": "2023-11-01"}], [{"from": "2024-02-01"}]), False
    ),
    Hole(
        ("members", 1, "incomes"),
        (
            [],
            [{"kind": "rent", "amount": "500.00", "period": "month"}],
            [{"kind": "salary", "amount": "1", "period": "year"}],
        ),
        False,
    ),
    Hole(("household", "applied_on"), ("2023-06-01", "2024-02-28"), False),
    Hole(
        ("members", 1, "assets"), ([], [{"kind": "car", "value": "9000"}], [{"kind": "land", "value": "10"}] * 2), False
    ),
)


def whole_file(numbers: dict[str, Any]) -> dict[str, Any]:
    """A complete file; `numbers` varies the values that are not holes."""
    return {
        "format": "yusr-household/1",
        "household": {
            "country": "SA",
            "applied_on": "2024-01-07",
            "independent": False,
            "commercial_register": False,
            "poverty_area": False,
            "vehicles": 1,
            "dwelling": {"tenure": "rented", "separate": True},
            "outside": [
                {"ref": "o1", "sex": "male", "status": "deceased", "nationality": "SA"},
                {"ref": "o2", "sex": "male", "status": "absent", "nationality": "SA"},
            ],
        },
        "members": [
            {
                "ref": "m1",
                "role": "head",
                "sex": "female",
                "birth_date": "1985-05-05",
                "spouses": ["o1"],
                "lives_in_dwelling": True,
                "absences": numbers["absences"],
                "father": "o2",
                "dependency_confirmed": True,
                "education": {"full_time": False},
                "disability": {"degree": "none"},
                "work": {"insured": True, "ability": "able"},
                "incomes": [{"kind": "salary", "amount": numbers["salary"], "period": "month", "since": "2020-01-01"}],
                "assets": [{"kind": "car", "value": "20000.00"}],
            },
            {
                "ref": "m2",
                "role": "child",
                "father": "o1",
                "mother": "m1",
                "sex": "male",
                "birth_date": "2006-03-01",
                "lives_in_dwelling": True,
                "dependency_confirmed": True,
                "education": {"full_time": True},
                "disability": {"degree": "none"},
                "work": {"insured": False, "ability": "able"},
                "absences": [],
                "incomes": [{"kind": "rent", "amount": "250.00", "period": "month", "since": "2020-01-01"}],
                "assets": [{"kind": "land", "value": "1200.00"}],
            },
        ],
    }


def with_value(file: dict[str, Any], path: Path, value: object) -> dict[str, Any]:
    """A copy with the fact at `path` set, or taken out where `value` is UNSET."""
    changed = copy.deepcopy(file)
    place: Any = changed
    for step in path[:-1]:
        place = place[step]
    if value is msgspec.UNSET:
        place.pop(path[-1], None)
    else:
        place[path[-1]] = value
    return changed


def read(file: dict[str, Any]) -> HouseholdFile:
    """The file as the engine takes it."""
    return msgspec.convert(file, HouseholdFile)


@dataclass(frozen=True)
class Uncertain:
    """A file with holes and the holes that were made in it."""

    file: dict[str, Any]
    holes: tuple[Hole, ...]

    def completions(self, most: int = 60) -> Iterator[HouseholdFile]:
        """Every filling of the holes, or the first `most` of them."""
        for values in itertools.islice(itertools.product(*(hole.fillings for hole in self.holes)), most):
            filled = self.file
            for hole, value in zip(self.holes, values, strict=True):
                filled = with_value(filled, hole.path, value)
            yield read(filled)


@st.composite
def uncertain_files(draw: st.DrawFn, *, endless: bool = True, most: int = 6) -> Uncertain:
    """Files with up to `most` holes, finite ones only unless `endless`."""
    pool = FINITE + ENDLESS if endless else FINITE
    holes = tuple(
        draw(st.lists(st.sampled_from(pool), max_size=most if not endless else 4, unique_by=lambda hole: hole.path))
    )
    numbers = {
        "salary": draw(st.sampled_from(["0.00", "1000.00", "3000.00", "2639.99"])),
        "absences": draw(st.sampled_from([[], [{"from": "2023-03-15", "to": "2023-07-01"}]])),
    }
    file = whole_file(numbers)
    for hole in holes:
        file = with_value(file, hole.path, msgspec.UNSET)
    return Uncertain(file, holes)
