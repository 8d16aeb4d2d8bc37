"""A caseload reckoned many files at once: the same answers, kept whole, taken up again, vouched for by the audit."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import msgspec
import pytest
from caseload_scenes import (
    DAY,
    EGYPTIAN,
    OPEN,
    OWN_RIGHTS,
    QUICK,
    SAUDI,
    close,
    explain,
    faults,
    furnished,
    results,
    run,
    sums,
)
from casework_house import DEVELOPED, ON_SQLITE, Caseworkers, earning, example, shipped
from conftest import PASSWORD, House
from sqlalchemy import func, select

from desktop.casework.answers import Progress, RunAnswer, RunProgress, RunStage
from desktop.casework.caseload import assess_all
from desktop.casework.caseload_records import CaseloadResult, CaseloadRunEnd, CaseloadStretch
from desktop.casework.records import Assessment
from desktop.database.audit import AuditEntry
from desktop.facts.codes import Outcome
from desktop.registry.records import Household


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return furnished(qatif)


@pytest.mark.parametrize(("programme", "files"), [(DEVELOPED, SAUDI + 1), (OWN_RIGHTS, EGYPTIAN)])
def test_every_household_comes_to_what_it_comes_to_by_itself_and_its_reasons_are_reopened(
    workers: Caseworkers, programme: str, files: int
) -> None:
    trial = run(workers, programme=programme, dry_run=True)
    by_tables = run(workers, programme=programme)
    by_itself = assess_all(workers.opener(on=DAY), programme=programme, on=DAY, catalogue=shipped())
    assert (trial.stored, trial.run) == (files, None)
    assert sums(trial) == sums(by_tables) == sums(by_itself)
    with workers.desk("huda", DAY, reading=True) as desk:
        numbered = select(Household.file_number, Assessment).join(Assessment, Assessment.household_id == Household.id)
        assessed = {row[0]: row[1] for row in desk.session.execute(numbered)}
    kept = results(workers)
    assert kept.keys() == assessed.keys()
    assert len(kept) == files
    for number, result in kept.items():
        theirs = assessed[number]
        assert (result.outcome, result.household_version) == (theirs.outcome, theirs.household_version)
        assert result.due_low == theirs.total_at_least
        for ours, said in ((result.amount, theirs.amount_status), (result.due, theirs.total_status)):
            assert ours == ("open" if said in OPEN else said)
        again = explain(workers, by_tables, number)
        assert again.agrees
        assert msgspec.json.encode(again.answer) == msgspec.json.encode(msgspec.json.decode(theirs.answer))
    assert faults(workers) == []
    with workers.desk("huda", DAY, reading=True) as desk:
        of_results = select(func.count()).where(AuditEntry.table_name == "caseload_results")
        assert desk.session.scalar(of_results) == 0


def test_what_was_kept_is_not_reckoned_twice_and_what_changed_is_reckoned_anew(workers: Caseworkers) -> None:
    first = run(workers)
    before = explain(workers, first, workers.file_number)
    workers.amend(earning(example(), "9000.00"), today=DAY)
    closed = next(number for number in results(workers) if number != workers.file_number)
    close(workers, closed)
    second = run(workers, files_at_once=4)
    assert (second.stored, second.kept, second.left_out) == (1, SAUDI - 1, 1)
    by_itself = assess_all(workers.opener(on=DAY), programme=DEVELOPED, on=DAY, catalogue=shipped())
    assert sums(second) == sums(by_itself)
    # The first run's reasons are those of the facts as they were known then.
    old, new = (explain(workers, each, workers.file_number) for each in (first, second))
    assert (old.answer, old.household_version, old.agrees) == (before.answer, 1, True)
    assert (new.answer.outcome, new.household_version, new.agrees) == (Outcome.INELIGIBLE, 2, True)
    # What the second let stand is explained from the first.
    other = next(number for number in results(workers) if number not in (workers.file_number, closed))
    assert explain(workers, second, other).agrees
    assert faults(workers) == []


@ON_SQLITE
def test_a_run_stops_after_the_stretch_in_hand_and_the_next_goes_on_there(workers: Caseworkers) -> None:
    seen: list[Progress] = []
    found = run(workers, programme=QUICK, files_at_once=4, progress=seen.append, stop=lambda: bool(seen))
    assert (found.stopped, found.stored) == (True, 4)
    stages = [each.stage for each in seen if isinstance(each, RunProgress)]
    assert stages == [RunStage.READING, RunStage.RECKONING, RunStage.KEEPING, RunStage.KEEPING]
    assert (seen[-1].done, seen[-1].of) == (4, SAUDI + 1)
    rest = run(workers, programme=QUICK)
    assert (rest.stopped, rest.stored, rest.kept) == (False, SAUDI + 1 - 4, 4)
    with workers.desk("huda", DAY, reading=True) as desk:
        ends = desk.session.scalars(select(CaseloadRunEnd).order_by(CaseloadRunEnd.ended_at, CaseloadRunEnd.id)).all()
        assert [(each.stopped, each.kept_now, each.kept_before) for each in ends] == [(True, 4, 0), (False, 6, 4)]


def test_a_run_that_is_killed_has_kept_whole_stretches_and_is_taken_up_again(workers: Caseworkers) -> None:
    database = workers.house.database
    url = database.url if database.server is None else database.server.url(database.name, "huda", PASSWORD)
    program = [sys.executable, str(Path(__file__).parent / "caseload_runner.py"), url, QUICK, str(DAY), "2"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as runner:
        assert runner.stdout is not None
        # Two stretches are kept, and the third is being kept or the fourth reckoned when the lights go out.
        said = list(islice(runner.stdout, 4))
        runner.kill()
    assert said == ["0\n", "0\n", "2\n", "4\n"]
    with workers.desk("huda", DAY, reading=True) as desk:
        stretches = desk.session.scalars(select(CaseloadStretch)).all()
        assert desk.session.scalar(select(func.count()).select_from(CaseloadRunEnd)) == 0
    kept = len(results(workers))
    assert kept == sum(each.files for each in stretches) >= 4
    assert faults(workers) == []
    rest = run(workers, programme=QUICK)
    assert (rest.kept, rest.stored) == (kept, SAUDI + 1 - kept)
    assert sums(rest) == sums(run(workers, programme=QUICK, dry_run=True))


def test_two_runs_at_once_share_the_files_between_them(workers: Caseworkers) -> None:
    start = threading.Barrier(2)

    def one() -> RunAnswer:
        start.wait()
        return run(workers, programme=QUICK, files_at_once=4)

    with ThreadPoolExecutor(2) as pool:
        first, second = (each.result() for each in [pool.submit(one) for _ in range(2)])
    assert first.stored + second.stored == SAUDI + 1
    assert first.stored + first.kept == second.stored + second.kept == SAUDI + 1
    assert sums(first) == sums(second)
    with workers.desk("huda", DAY, reading=True) as desk:
        assert desk.session.scalar(select(func.count()).select_from(CaseloadResult)) == SAUDI + 1


@ON_SQLITE
def test_a_file_that_changes_while_it_is_reckoned_is_reckoned_anew_and_one_that_closes_is_left(
    workers: Caseworkers,
) -> None:
    closed: list[str] = []

    def meanwhile(reached: Progress) -> None:
        if isinstance(reached, RunProgress) and reached.stage is RunStage.RECKONING and not closed:
            closed.append(next(number for number in numbers if number != workers.file_number))
            workers.amend(earning(example(), "9000.00"), today=DAY)
            close(workers, closed[0])

    with workers.desk("huda", DAY, reading=True) as desk:
        numbers = desk.session.scalars(select(Household.file_number).where(Household.country == "SA")).all()
    found = run(workers, progress=meanwhile)
    kept = results(workers)
    assert found.stored == len(kept) == SAUDI
    assert closed[0] not in kept
    assert (kept[workers.file_number].household_version, kept[workers.file_number].outcome) == (2, Outcome.INELIGIBLE)
