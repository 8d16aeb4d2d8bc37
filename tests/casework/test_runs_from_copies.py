"""A run reads packed copies where there are any, comes to the same, and believes none that its file does not bear."""

from __future__ import annotations

from datetime import timedelta

import pytest
from caseload_scenes import DAY, EGYPTIAN, SAUDI, close, furnished, results, run, sums
from casework_house import DEVELOPED, Caseworkers
from conftest import House
from sqlalchemy import event, func, select

from desktop.casework import caseload_copies
from desktop.registry.packed.records import PackedFile
from desktop.registry.records import Household

THINGS = ("incomes", "assets", "breaches")


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return furnished(qatif)


@pytest.fixture
def no_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """No copy is held to its tables, so that what is read of the tables was asked for by the run."""
    monkeypatch.setattr(caseload_copies, "SAMPLE", 0)


def copies(workers: Caseworkers) -> int:
    with workers.desk("huda", DAY, reading=True) as desk:
        return desk.session.scalar(select(func.count()).select_from(PackedFile)) or 0


def id_of(workers: Caseworkers, number: str) -> str:
    """In the spelling of the database."""
    with workers.desk("huda", DAY, reading=True) as desk:
        found = desk.session.scalar(select(Household.id).where(Household.file_number == number))
    assert found is not None
    return found.hex if workers.house.database.server is None else str(found)


def forget(workers: Caseworkers) -> None:
    """The files as they are where saving made no copies: under another layout, or before there were any."""
    workers.house.database.past_every_wall("DELETE FROM packed_files")


@pytest.mark.parametrize("saved_with_copies", [True, False])
def test_a_run_packs_what_has_no_copy_and_the_next_reads_nothing_else_and_comes_to_the_same(
    workers: Caseworkers, no_sample: None, saved_with_copies: bool
) -> None:
    if not saved_with_copies:
        forget(workers)
    first = run(workers, files_at_once=20)
    kept = copies(workers)
    assert kept == SAUDI + 1 + (EGYPTIAN if saved_with_copies else 0)
    asked: list[str] = []
    for engine in {id(each.engine): each.engine for each in workers.house.seats.values()}.values():
        event.listen(engine, "before_cursor_execute", lambda _c, _k, statement, *_more: asked.append(statement))
    tomorrow = run(workers, on=DAY + timedelta(days=1), files_at_once=20)
    again = run(workers, on=DAY + timedelta(days=1), dry_run=True)
    assert sums(first)[:2] == sums(tomorrow)[:2] == sums(again)[:2]
    assert [each for each in asked if any(f"FROM {thing}" in each for thing in THINGS)] == []
    assert copies(workers) == kept


def test_a_trial_keeps_no_copies(workers: Caseworkers) -> None:
    forget(workers)
    run(workers, dry_run=True)
    assert copies(workers) == 0


def test_a_copy_that_says_what_its_file_does_not_is_named_and_every_file_is_read_from_its_tables(
    workers: Caseworkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(workers)
    before = results(workers)
    forged, *_ = sorted(before)
    other = sorted(before)[1]
    others = f"SELECT cells FROM packed_files WHERE household_id = '{id_of(workers, other)}'"
    put = f"UPDATE packed_files SET cells = ({others}) WHERE household_id = '{id_of(workers, forged)}'"
    workers.house.database.past_every_wall(put)
    monkeypatch.setattr(caseload_copies, "SAMPLE", 1_000)
    found = run(workers, on=DAY + timedelta(days=1))
    named = [each for each in found.unassessed if each not in first.unassessed]
    assert [(each.file_number, each.error.key) for each in named] == [(forged, "casework.untrue_copy")]
    assert found.stored == first.stored - 1
    forget(workers)
    mended = run(workers, on=DAY + timedelta(days=1))
    assert mended.unassessed == first.unassessed
    assert mended.stored + mended.kept == first.stored


def test_a_closed_file_has_its_copy_and_is_in_no_run(workers: Caseworkers, no_sample: None) -> None:
    first = run(workers, programme=DEVELOPED)
    close(workers, sorted(results(workers))[0])
    then = run(workers, on=DAY + timedelta(days=1))
    assert (then.stored, then.left_out) == (first.stored - 1, first.left_out + 1)
