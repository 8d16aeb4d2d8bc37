"""A change of the rules over the files that an office holds: whom it touches, who may ask, and that nothing is kept."""

from __future__ import annotations

from datetime import date

import pytest
from casework_house import DAY, Caseworkers, earning, example, numbered_anew, shipped, staffed
from conftest import House
from sqlalchemy import func, select

from desktop.casework.answers import Progress
from desktop.casework.records import Assessment
from desktop.casework.simulated_change import simulated_change
from desktop.casework.simulating import (
    SimulationAnswer,
    SimulationProgress,
    Stage,
    law,
    simulate,
    two_laws,
)
from desktop.facts.codes import CriterionOutcome, Outcome
from desktop.programmes.simulation.listing import Kind, Listed, SortedBy, affected, count_affected
from desktop.registry import service as registry
from desktop.values.errors import OfficeError
from desktop.values.money import minor_units

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
def test_a_cell_of_a_table_may_be_changed_and_touches_whom_it_pays(workers: Caseworkers) -> None:
    before, rows = law(shipped(), "sa.developed", on=DAY), shipped().pack("sa.developed", "2023-11").text.tables
    raised = {f"electricity[{key}]": "٥٠٠" for key in rows["electricity"].rows}
    after = law(shipped(), "sa.developed", on=DAY, figures=raised)
    assert after.pack.pack_hash != before.pack.pack_hash
    found = simulate(workers.opener(on=DAY), before=before, after=after, on=DAY)
    gaining = [each for each in found.families.to_pylist() if each["becomes"] == "gains"]
    assert gaining
    for each in gaining:
        paid = minor_units(rows["electricity"].rows[str(each["size"])])
        assert each["after_low"] - each["before_low"] == 50_000 - paid
        with workers.desk("huda", reading=True) as desk:
            told = simulated_change(desk, file_number=each["file_number"], before=before, after=after, on=DAY)
        assert told.amounts
    beyond = law(shipped(), "sa.developed", on=DAY, figures={"electricity[beyond]": "500"})
    assert set(law(shipped(), "sa.developed", on=DAY, figures={"electricity[ ٣ ]": "1"}).set) == {"electricity[3]"}
    assert simulate(workers.opener(on=DAY), before=before, after=beyond, on=DAY).sums.all.gains == 0, "none is so large"


def test_a_cell_written_as_the_law_has_it_changes_nothing() -> None:
    same = {"electricity[٣]": "118.00"}
    with pytest.raises(OfficeError) as refused:
        two_laws(shipped(), before="sa.developed", against="sa.developed", on=DAY, figures=same)
    assert refused.value.key == "casework.nothing_to_compare"


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
        ({"electricity[11]": "3"}, "casework.no_such_figure"),
        ({"electricty[3]": "3"}, "casework.no_such_figure"),
        ({"electricity": "3"}, "casework.no_such_figure"),
        ({"electricity[3]": "كثير"}, "casework.figure_unreadable"),
        ({"electricity[3]": "-1"}, "casework.figure_below_zero"),
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


@ON_SQLITE
def test_the_list_of_a_kind_tells_what_came_out_otherwise_and_is_narrowed_ordered_and_paged(
    workers: Caseworkers,
) -> None:
    found = _raised(workers)
    gainers = Listed(Kind.GAINS)
    every = affected(found.families, gainers, sort=SortedBy.CHANGE, descending=True, limit=99, skipped=0)
    assert [each.change for each in every] == sorted((each.change or 0 for each in every), reverse=True)
    assert count_affected(found.families, gainers) == len(every) == found.sums.all.gains
    assert all("benefit.pension" in each.differs or "criterion.counted_income" in each.differs for each in every)
    second = affected(found.families, gainers, sort=SortedBy.CHANGE, descending=True, limit=1, skipped=1)
    assert second == every[1:2]
    one = every[0]
    of_size = Listed(Kind.GAINS, one.file_number[-5:], (("size", str(one.size)),))
    assert affected(found.families, of_size, sort=SortedBy.SIZE, descending=False, limit=9, skipped=0) == (one,)


@ON_SQLITE
def test_why_a_family_loses_is_told_by_asking_both_laws_about_its_file(workers: Caseworkers) -> None:
    before, after = two_laws(
        shipped(), before="sa.developed", against="sa.developed", on=DAY, figures={"base": "100", "increment": "0"}
    )
    found = simulate(workers.opener(on=DAY), before=before, after=after, on=DAY)
    worst = found.losers(limit=1)[0]
    with workers.desk("huda", reading=True) as desk:
        why = simulated_change(desk, file_number=worst.file_number, before=before, after=after, on=DAY)
    assert (why.outcome_before, why.outcome_after) == (Outcome.ELIGIBLE, Outcome.INELIGIBLE)
    turned = next(each for each in why.criteria if each.after is CriterionOutcome.UNMET)
    assert turned.before is CriterionOutcome.MET
    assert turned.sentence_after is not None
    assert "100.00" in turned.sentence_after.en
    pension = why.amounts[0]
    assert pension.before is not None
    assert pension.after is None


@pytest.mark.parametrize(
    ("programme", "figures", "on", "key"),
    [
        ("sa.developed", {}, DAY, "casework.nothing_to_compare"),
        ("sa.developed", {"base": "1320.00"}, DAY, "casework.nothing_to_compare"),
        ("sa.developed@2022", {"base": "1"}, date(2021, 12, 31), "programmes.before_any_version"),
        ("sa.developed", {"base": "-1"}, DAY, "casework.figure_below_zero"),
        ("sa.developed", {"earned_disregard": "1.5"}, DAY, "casework.share_beyond_whole"),
        ("sa.developed", {"family_vehicles": "2.5"}, DAY, "casework.figure_not_whole"),
    ],
)
def test_what_cannot_be_compared_is_refused_by_what_is_wrong(
    programme: str, figures: dict[str, str], on: date, key: str
) -> None:
    with pytest.raises(OfficeError) as refused:
        two_laws(shipped(), before=programme, against=programme, on=on, figures=figures)
    assert refused.value.key == key


@ON_SQLITE
def test_a_simulation_tells_each_stage_in_files_and_drops_the_stretch_in_which_it_is_stopped(
    workers: Caseworkers,
) -> None:
    before, after = two_laws(shipped(), before="sa.developed@2022", against="sa.developed@2023-11", on=DAY)
    told: list[SimulationProgress] = []

    def stop() -> bool:
        return bool(told) and told[-1].done == 2 and told[-1].stage is Stage.BEFORE

    found = simulate(
        workers.opener(on=DAY), before=before, after=after, on=DAY, stop=stop, progress=told.append, together=2
    )
    assert [(each.done, each.of, each.stage) for each in told][:4] == [
        (0, 5, Stage.READING), (0, 5, Stage.BEFORE), (0, 5, Stage.AFTER), (2, 5, Stage.READING)
    ]  # fmt: skip
    assert found.stopped
    assert found.sums.all.families == 2
