"""Results of a caseload: seen like their files, vouched for by the audit, never decided on without their reasons."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from typing import Any

import psycopg
import pytest
from caseload_scenes import (
    DAY,
    SAUDI,
    explain,
    faults,
    furnished,
    results,
    run,
    sums,
)
from casework_house import DEVELOPED, ON_SQLITE, Caseworkers, earning, example, shipped
from conftest import PASSWORD, House
from sqlalchemy import func, select, update

from desktop.casework.caseload import assess_all
from desktop.casework.foreseeing import foreseen
from desktop.casework.kinds import DecisionKind
from desktop.casework.records import Assessment
from desktop.casework.vouching import StretchFault, verify_results
from desktop.database.policy import StaffRole
from desktop.facts.codes import Outcome
from desktop.registry.fact_records import Identity
from desktop.registry.queries import open_file
from desktop.values.errors import Faults, OfficeError


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return furnished(qatif)


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
        with psycopg.connect(server.url(workers.house.database.name, "huda", PASSWORD), autocommit=True) as stranger:
            for keys in ("gen_random_uuid(), stretch_id", "household_id, gen_random_uuid()"):
                with pytest.raises(psycopg.errors.ForeignKeyViolation):
                    stranger.execute(
                        "INSERT INTO caseload_results (household_id, stretch_id, office, household_version, outcome, "
                        f"codes, benefits, way) SELECT {keys}, office, 1, outcome, codes, benefits, way "
                        "FROM caseload_results"
                    )


def test_a_result_that_somebody_changed_is_found_by_the_audit_and_by_its_reasons(workers: Caseworkers) -> None:
    found = run(workers, files_at_once=20)
    number = next(each for each, result in results(workers).items() if result.outcome is Outcome.INELIGIBLE)
    household = results(workers)[number].household_id
    stored = household.hex if workers.house.database.server is None else str(household)
    forged = f"UPDATE caseload_results SET outcome = 'eligible' WHERE household_id = '{stored}'"
    workers.house.database.past_every_wall(forged)
    assert faults(workers) == [StretchFault.CHANGED]
    assert not explain(workers, found, number).agrees
    workers.house.database.past_every_wall("DELETE FROM caseload_results")
    assert faults(workers) == [StretchFault.CHANGED]


@ON_SQLITE
def test_who_was_only_reckoned_in_a_run_is_decided_on_the_reasons_in_full(workers: Caseworkers) -> None:
    run(workers)
    claim: dict[str, Any] = {
        "file_number": workers.file_number,
        "programme": DEVELOPED,
        "on": DAY,
        "catalogue": shipped(),
    }
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
    workers.house.database.past_every_wall("DELETE FROM packed_files")
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
    monkeypatch.setattr("desktop.casework.engines.find_spec", lambda name: None if name == missing else find_spec(name))
    with pytest.raises(OfficeError) as refused:
        run(workers, engine=engine)
    assert refused.value.key == key
    assert "pip install" in str(refused.value)
    with pytest.raises(ValueError, match="spork"):
        run(workers, engine="spork")
