"""The whole caseload: counted, resumed where it was broken off, and what needs assessing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from casework_house import DAY, DEVELOPED, Caseworkers, earning, example, numbered_anew, shipped, staffed
from conftest import House
from sqlalchemy import func, select

from desktop.casework import queries
from desktop.casework import service as casework
from desktop.casework.answers import Progress, RunAnswer
from desktop.casework.records import Assessment
from desktop.database.policy import StaffRole
from desktop.facts.codes import Outcome
from desktop.office.desk import Desk
from desktop.registry import service as registry
from desktop.registry import standing
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError
from desktop.values.money import Currency, Money

SALARIES = ("3000.00", "3100.00", "9000.00", None)
"""Two eligible families (480.00 + 257.00 and 430.00 + 257.00), one that is not, one whose salary nobody stated."""


ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""Rules of the room that no database has a part in."""


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    """The example and four families of the general section."""
    made = staffed(qatif)
    with made.desk("sara", date(2024, 2, 1)) as desk:
        for turn, salary in enumerate(SALARIES):
            registry.register(desk, draft=earning(numbered_anew(example(), turn), salary))
    return made


def run(workers: Caseworkers, on: date = DAY, **more: Any) -> RunAnswer:
    return casework.assess_all(workers.opener(on=on), programme=DEVELOPED, on=on, catalogue=shipped(), **more)


def stored(workers: Caseworkers) -> int:
    with workers.desk("huda", reading=True) as desk:
        return desk.session.scalar(select(func.count()).select_from(Assessment)) or 0


def test_a_run_counts_outcomes_and_the_monthly_cost(workers: Caseworkers) -> None:
    seen: list[Progress] = []
    found = run(workers, progress=seen.append)
    assert found.outcomes == {Outcome.ELIGIBLE: 3, Outcome.INELIGIBLE: 1, Outcome.UNDETERMINED: 1}
    assert found.cost == Money(73700 + 73700 + 68700, Currency.SAR)
    assert (found.stored, found.kept, found.open_amounts, found.unassessed, found.stopped) == (5, 0, 0, (), False)
    assert seen == [Progress(done, 5) for done in range(1, 6)]
    assert stored(workers) == 5


def test_a_run_that_broke_down_loses_nothing_and_is_taken_up_where_it_ended(workers: Caseworkers) -> None:
    def fault(progress: Progress) -> None:
        if progress.done == 3:
            raise ConnectionResetError("the lights went out")

    with pytest.raises(ConnectionResetError):
        run(workers, progress=fault)
    assert stored(workers) == 3
    found = run(workers)
    assert (found.stored, found.kept, sum(found.outcomes.values())) == (2, 3, 5)
    assert found.cost == Money(216100, Currency.SAR)
    again = run(workers)
    assert (again.stored, again.kept, again.outcomes, again.cost) == (0, 5, found.outcomes, found.cost)
    assert stored(workers) == 5


@ON_SQLITE
def test_a_run_is_stopped_between_two_households(workers: Caseworkers) -> None:
    asked = iter([False, False, True])
    found = run(workers, stop=lambda: next(asked))
    assert (found.stopped, found.stored) == (True, 2)
    assert run(workers).kept == 2


@ON_SQLITE
def test_a_household_whose_facts_changed_is_assessed_again_by_the_next_run(workers: Caseworkers) -> None:
    run(workers)
    workers.amend(earning(example(), "3100.00"), today=DAY)
    found = run(workers)
    assert (found.stored, found.kept, stored(workers)) == (1, 4, 6)
    assert found.cost == Money(216100 - 5000, Currency.SAR)


def test_a_dry_run_stores_nothing(workers: Caseworkers) -> None:
    found = run(workers, dry_run=True)
    assert (found.dry_run, found.outcomes[Outcome.ELIGIBLE], found.cost) == (True, 3, Money(216100, Currency.SAR))
    assert stored(workers) == 0
    with workers.desk("huda", reading=True) as desk:
        assert len(queries.needs_assessing(desk, programme=DEVELOPED, on=DAY)) == 5


@ON_SQLITE
def test_closed_files_are_left_out(workers: Caseworkers) -> None:
    with workers.desk() as desk:
        version = open_file(desk, workers.file_number).version
        standing.close(desk, file_number=workers.file_number, expected_version=version, reason="moved away")
    found = run(workers)
    assert (found.left_out, sum(found.outcomes.values())) == (1, 4)


@ON_SQLITE
def test_a_run_before_any_rules_is_refused(workers: Caseworkers) -> None:
    with pytest.raises(OfficeError) as refused:
        run(workers, on=date(2020, 1, 1))
    assert refused.value.key == "programmes.before_any_version"


@ON_SQLITE
def test_a_household_that_cannot_be_assessed_is_named_and_does_not_end_the_run(
    workers: Caseworkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.casework import caseload

    def closes_meanwhile(desk: Desk, file_number: str, on: date) -> object:
        if file_number == workers.file_number:
            raise OfficeError("casework.closed_file", file_number=file_number)
        return workable(desk, file_number, on)

    workable = caseload.workable
    monkeypatch.setattr(caseload, "workable", closes_meanwhile)
    found = run(workers)
    assert [(each.file_number, each.error.key) for each in found.unassessed] == [
        (workers.file_number, "casework.closed_file")
    ]
    assert found.stored == 4


def test_who_only_reads_does_not_run_the_caseload(workers: Caseworkers) -> None:
    workers.house.appoint("reader", roles=frozenset({StaffRole.AUDITOR}))
    with pytest.raises(OfficeError) as refused:
        casework.assess_all(workers.opener("reader"), programme=DEVELOPED, on=DAY, catalogue=shipped())
    assert refused.value.key == "office.not_permitted"


def test_files_need_assessing_while_their_facts_are_not_those_last_assessed(workers: Caseworkers) -> None:
    def needing(on: date = DAY) -> list[str]:
        with workers.desk("huda", reading=True) as desk:
            return [each.file_number for each in queries.needs_assessing(desk, programme=DEVELOPED, on=on)]

    assert len(needing()) == 5
    run(workers)
    assert needing() == []
    assert needing(date(2024, 4, 1)) == []
    workers.amend(earning(example(), "3100.00"), today=date(2024, 3, 20), since=date(2024, 3, 15))
    assert needing() == []
    assert needing(date(2024, 3, 15)) == [workers.file_number]
    workers.assess(date(2024, 3, 15))
    assert needing(date(2024, 3, 15)) == []


def test_a_fact_that_began_after_the_last_assessment_needs_another_though_nobody_touched_the_file(
    workers: Caseworkers,
) -> None:
    workers.amend(earning(example(), "3100.00"), today=date(2024, 3, 20), since=date(2024, 3, 15))
    run(workers)
    with workers.desk("huda", date(2024, 3, 20), reading=True) as desk:
        found = queries.needs_assessing(desk, programme=DEVELOPED, on=date(2024, 3, 20))
        assert [each.file_number for each in found] == [workers.file_number]
        assert queries.needs_assessing(desk, programme=DEVELOPED, on=date(2024, 3, 14)) == ()
