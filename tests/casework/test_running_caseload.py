"""A caseload reckoned many files at once: the same answers, kept whole, taken up again, vouched for by the audit."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
import psycopg
import pytest
from casework_house import DEVELOPED, ON_SQLITE, Caseworkers, earning, example, shipped, staffed
from conftest import PASSWORD, Database, House
from sqlalchemy import func, select, text, update

from desktop.casework import engines
from desktop.casework.answers import Progress, RunAnswer, RunProgress, RunStage
from desktop.casework.caseload import assess_all
from desktop.casework.caseload_records import CaseloadResult, CaseloadRunEnd, CaseloadStretch
from desktop.casework.explaining import ExplainedResult, explained
from desktop.casework.foreseeing import foreseen
from desktop.casework.kinds import DecisionKind
from desktop.casework.records import Assessment
from desktop.casework.running_caseload import run_caseload
from desktop.casework.vouching import StretchFault, verify_results
from desktop.database.audit import AuditEntry
from desktop.database.policy import StaffRole
from desktop.exchange.invented import invent
from desktop.facts.codes import AmountStatus, Outcome
from desktop.facts.reading import read_household
from desktop.registry import service as registry
from desktop.registry import standing
from desktop.registry.fact_records import Identity
from desktop.registry.queries import open_file
from desktop.registry.records import Household
from desktop.values.errors import Faults, OfficeError

DAY = date(2026, 11, 15)
SAUDI, EGYPTIAN = 9, 5
OWN_RIGHTS = "eg.karama@2025-04"
"""A programme whose right is a person's own."""
QUICK = "sa.exceptional@1427"
"""A programme whose rules are few, for tests of many stretches."""
OPEN = (AmountStatus.BOUNDED, AmountStatus.UNPUBLISHED)


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    """The example and a demonstration's families, of which much is not known."""
    made = staffed(qatif)
    with made.desk("huda", DAY) as desk:
        for country, count in (("SA", SAUDI), ("EG", EGYPTIAN)):
            for each in islice(invent(count, seed=7, country=country, office="qatif"), count):
                registry.register(desk, draft=read_household(msgspec.json.encode(each)))
    return made


def run(workers: Caseworkers, login: str = "huda", **more: Any) -> RunAnswer:
    return run_caseload(
        workers.opener(login, DAY), **{"programme": DEVELOPED, "on": DAY, "catalogue": shipped()} | more
    )


def results(workers: Caseworkers, login: str = "huda") -> dict[str, CaseloadResult]:
    """What is kept, by file number; of a file reckoned twice the later."""
    with workers.desk(login, DAY, reading=True) as desk:
        found = desk.session.execute(
            select(Household.file_number, CaseloadResult)
            .join(CaseloadResult, CaseloadResult.household_id == Household.id)
            .order_by(CaseloadResult.household_version)
        )
        return {row[0]: row[1] for row in found}


def explain(workers: Caseworkers, found: RunAnswer, file_number: str) -> ExplainedResult:
    assert found.run is not None
    with workers.desk("huda", DAY, reading=True) as desk:
        return explained(desk, run=found.run, file_number=file_number, catalogue=shipped())


def faults(workers: Caseworkers) -> list[StretchFault]:
    with workers.desk("huda", DAY, reading=True) as desk:
        (verdict,) = verify_results(desk)
        return [each.fault for each in verdict.bad]


def close(workers: Caseworkers, file_number: str) -> None:
    with workers.desk("huda", DAY) as desk:
        version = open_file(desk, file_number).version
        standing.close(desk, file_number=file_number, expected_version=version, reason="moved away")


def sums(found: RunAnswer) -> tuple[object, ...]:
    return (found.outcomes, found.cost, found.open_amounts, found.left_out, found.unassessed)


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
        # The third stretch is being read, reckoned or kept when the lights go out.
        said = list(islice(runner.stdout, 3))
        runner.kill()
    assert said == ["0\n", "2\n", "4\n"]
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


def test_a_run_sees_what_its_clerk_sees_and_so_does_whoever_reads_its_results(workers: Caseworkers) -> None:
    by_sara = run(workers, "sara")
    general = set(results(workers, "sara"))
    assert by_sara.stored == len(general)
    assert workers.file_number not in general
    assert run(workers).kept == by_sara.stored
    assert set(results(workers, "sara")) == general < set(results(workers))
    workers.house.appoint("adel", roles=frozenset({StaffRole.AUDITOR}))
    with pytest.raises(OfficeError) as refused:
        run(workers, "adel")
    assert refused.value.key == "office.not_permitted"
    with workers.desk("adel", DAY, reading=True) as desk:
        (verdict,) = verify_results(desk)
        assert (verdict.files, verdict.bad, verdict.hidden) == (len(general), (), 1)
    server = workers.house.database.server
    if server is not None:
        url = server.url(workers.house.database.name, "sara", PASSWORD)
        with psycopg.connect(url, autocommit=True) as stranger:
            assert stranger.execute("SELECT count(*) FROM caseload_results").fetchone() == (len(general),)
            for attack in ("UPDATE caseload_results SET outcome = 'eligible'", "DELETE FROM caseload_stretches"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    stranger.execute(attack)


def _as_keeper_of_the_server(database: Database, statement: str) -> None:
    """What somebody does to the tables with the file or the server in hand, past every wall."""
    if database.server is not None:
        with database.server.superuser(database.name) as connection:
            connection.execute(statement)
        return
    with database.owner.begin() as connection:
        connection.execute(text(statement))


def test_a_result_that_somebody_changed_is_found_by_the_audit_and_by_its_reasons(workers: Caseworkers) -> None:
    found = run(workers, files_at_once=20)
    number = next(each for each, result in results(workers).items() if result.outcome is Outcome.INELIGIBLE)
    household = results(workers)[number].household_id
    stored = household.hex if workers.house.database.server is None else str(household)
    forged = f"UPDATE caseload_results SET outcome = 'eligible' WHERE household_id = '{stored}'"
    _as_keeper_of_the_server(workers.house.database, forged)
    assert faults(workers) == [StretchFault.CHANGED]
    assert not explain(workers, found, number).agrees
    _as_keeper_of_the_server(workers.house.database, "DELETE FROM caseload_results")
    assert faults(workers) == [StretchFault.CHANGED]


def test_who_was_only_reckoned_in_a_run_is_decided_on_the_reasons_in_full(workers: Caseworkers) -> None:
    run(workers)
    claim = {"file_number": workers.file_number, "programme": DEVELOPED, "on": DAY, "catalogue": shipped()}
    with workers.desk(on=DAY, reading=True) as desk:
        ahead = foreseen(desk, **claim)
        assert desk.session.scalar(select(func.count()).select_from(Assessment)) == 0
    decided = workers.decide(DAY)
    assert decided.kind is ahead.kind is DecisionKind.GRANTED
    with workers.desk(on=DAY, reading=True) as desk:
        (assessed,) = desk.session.scalars(select(Assessment)).all()
        assert (assessed.id, assessed.outcome) == (decided.assessment, Outcome.ELIGIBLE)
    workers.amend(earning(example(), "9000.00"), today=DAY)
    with pytest.raises(OfficeError) as refused:
        workers.decide(DAY)
    assert refused.value.key == "casework.facts_changed"


@ON_SQLITE
def test_a_file_that_contradicts_itself_is_named_with_every_contradiction_and_not_reckoned(
    workers: Caseworkers,
) -> None:
    with workers.desk("huda", DAY) as desk:
        household = open_file(desk, workers.file_number).id
        of_file = (Identity.household_id == household, Identity.birth_date.is_not(None))
        born = desk.session.scalars(select(Identity.id).where(*of_file).order_by(Identity.id).limit(1)).one()
        desk.session.execute(update(Identity).where(Identity.id == born).values(birth_date=date(2027, 1, 1)))
    by_tables = run(workers, dry_run=True)
    by_itself = assess_all(workers.opener(on=DAY), programme=DEVELOPED, on=DAY, catalogue=shipped(), dry_run=True)
    for found in (by_tables, by_itself):
        ((named,), error) = found.unassessed, found.unassessed[0].error
        assert (named.file_number, error.key) == (workers.file_number, "casework.file_contradicts")
        assert isinstance(error, Faults)
        assert "facts.born_later" in {each.key for each in error.faults}
        assert sum(found.outcomes.values()) == SAUDI


@ON_SQLITE
def test_who_applies_is_named_where_the_law_stands_only_for_those_who_receive(workers: Caseworkers) -> None:
    found = [
        run(workers, programme="eg.old_pension", dry_run=True),
        assess_all(workers.opener(on=DAY), programme="eg.old_pension", on=DAY, catalogue=shipped(), dry_run=True),
    ]
    by_tables, by_itself = [
        (sums(each)[:4], sorted((one.file_number, one.error.key) for one in each.unassessed)) for each in found
    ]
    assert by_tables == by_itself
    assert by_tables[1]


@pytest.mark.parametrize(
    ("engine", "missing", "key"),
    [("duckdb", "duckdb", "casework.engine_not_installed"), ("spark", "pyspark", "casework.engine_not_installed")],
)
@ON_SQLITE
def test_an_engine_that_is_not_there_says_what_to_install(
    workers: Caseworkers, monkeypatch: pytest.MonkeyPatch, engine: str, missing: str, key: str
) -> None:
    there = engines.find_spec
    monkeypatch.setattr(engines, "find_spec", lambda name: None if name == missing else there(name))
    with pytest.raises(OfficeError) as refused:
        run(workers, engine=engine)
    assert refused.value.key == key
    assert "pip install" in str(refused.value)
    with pytest.raises(ValueError, match="spork"):
        run(workers, engine="spork")
