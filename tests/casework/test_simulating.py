"""A change of the rules over the files that an office holds: whom it touches, who may ask, and that nothing is kept."""

from __future__ import annotations

from datetime import date

import pytest
from casework_house import DAY, Caseworkers, earning, example, numbered_anew, shipped, staffed
from conftest import House
from sqlalchemy import func, select

from desktop.casework.answers import Progress
from desktop.casework.records import Assessment
from desktop.casework.simulating import SimulationAnswer, law, simulate
from desktop.registry import service as registry
from desktop.values.errors import OfficeError

SALARIES = ("3000.00", "3100.00", "9000.00", None)
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    """The example and four families of the general section, the last with a salary that nobody stated."""
    made = staffed(qatif)
    with made.desk("sara", date(2024, 2, 1)) as desk:
        for turn, salary in enumerate(SALARIES):
            registry.register(desk, draft=earning(numbered_anew(example(), turn), salary))
    return made


def _raised(workers: Caseworkers, login: str = "huda") -> SimulationAnswer:
    before = law(shipped(), "sa.developed@2022", on=DAY)
    after = law(shipped(), "sa.developed@2023-11", on=DAY)
    return simulate(workers.opener(login, DAY), before=before, after=after, on=DAY)


def test_the_rise_of_2023_helps_whom_it_should_and_costs_what_the_families_gain(workers: Caseworkers) -> None:
    found = _raised(workers)
    sums = found.sums.all
    assert (sums.families, sums.loses, sums.open) == (5, 0, 1)
    assert sums.gains >= 3
    settled = found.families.to_pylist()
    gained = sum(each["after_low"] - each["before_low"] for each in settled if each["becomes"] == "gains")
    assert sums.gained == gained > 0
    assert {each["office"] for each in settled} == {"qatif"}
    assert found.losers(limit=5) == ()


@ON_SQLITE
def test_a_figure_may_be_changed_and_the_losers_are_named_by_their_file(workers: Caseworkers) -> None:
    before = law(shipped(), "sa.developed", on=DAY)
    after = law(shipped(), "sa.developed", on=DAY, figures={"base": "١٠٠٠"})
    found = simulate(workers.opener(on=DAY), before=before, after=after, on=DAY)
    assert found.sums.all.loses == len(found.losers(limit=100)) >= 2
    assert all(each.file_number.startswith("QTF-") and each.loses <= 32_000 for each in found.losers(limit=100))


@ON_SQLITE
def test_nothing_is_kept_of_a_simulation(workers: Caseworkers) -> None:
    _raised(workers)
    with workers.desk("huda", reading=True) as desk:
        assert desk.session.scalar(select(func.count()).select_from(Assessment)) == 0


def test_who_sees_only_one_section_simulates_over_that_section_s_files(workers: Caseworkers) -> None:
    assert _raised(workers, "sara").sums.all.families == 4


@ON_SQLITE
def test_a_simulation_may_be_broken_off_and_says_so(workers: Caseworkers) -> None:
    before = law(shipped(), "sa.developed@2022", on=DAY)
    told: list[Progress] = []
    found = simulate(
        workers.opener(on=DAY), before=before, after=before, on=DAY, stop=lambda: True, progress=told.append
    )
    assert found.stopped
    assert found.sums.all.families == 0
    assert told == []


@pytest.mark.parametrize(
    ("figures", "key"),
    [
        ({"bsae": "3"}, "casework.no_such_figure"),
        ({"base": "كثير"}, "casework.figure_unreadable"),
        ({"base": "1/0"}, "casework.figure_unreadable"),
        ({"cap_placement": "nowhere"}, "casework.no_such_option"),
    ],
)
def test_a_figure_that_the_pack_does_not_have_or_cannot_be_read_is_named(figures: dict[str, str], key: str) -> None:
    with pytest.raises(OfficeError) as refused:
        law(shipped(), "sa.developed", on=DAY, figures=figures)
    assert refused.value.key == key


@ON_SQLITE
def test_two_countries_are_not_compared(workers: Caseworkers) -> None:
    saudi = law(shipped(), "sa.developed", on=DAY)
    egyptian = law(shipped(), "eg.karama@2025-04", on=DAY)
    with pytest.raises(OfficeError) as refused:
        simulate(workers.opener(on=DAY), before=saudi, after=egyptian, on=DAY)
    assert refused.value.key == "casework.other_country"
