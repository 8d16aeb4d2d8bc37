"""What follows a run by tables: the very work that the same answers call for household by household."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from caseload_scenes import DAY, SAUDI, close, furnished, results, run
from casework_house import DEVELOPED, ON_SQLITE, Caseworkers, earning, example, shipped
from conftest import House
from sqlalchemy import select

from desktop.agenda.answers import DueKind
from desktop.agenda.queries import my_desk
from desktop.casework import queries, running_caseload
from desktop.casework import service as casework
from desktop.casework.caseload import assess_all
from desktop.casework.kinds import Act, DecisionKind
from desktop.casework.work import DECIDE, MISSING_FACTS
from desktop.facts.codes import Outcome
from desktop.office.records import WorkItem
from desktop.office.work import finish_all
from desktop.registry.queries import open_file
from desktop.registry.records import Household

NEXT = date(2026, 12, 15)
"""A month later."""


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return furnished(qatif)


def waiting(workers: Caseworkers) -> set[tuple[str, str, date | None]]:
    """Open items: file, kind, due."""
    with workers.desk("huda", NEXT, reading=True) as desk:
        found = desk.session.execute(
            select(Household.file_number, WorkItem.kind, WorkItem.due)
            .join(Household, Household.id == WorkItem.household)
            .where(WorkItem.done_at.is_(None))
        ).all()
    assert len(found) == len(set(found))
    return {(row[0], row[1], row[2]) for row in found}


def by_itself(workers: Caseworkers, on: date) -> set[tuple[str, str, date | None]]:
    """What waits where nothing waited and every household is assessed by itself."""
    with workers.desk("huda", on) as desk:
        for household in desk.session.scalars(select(Household.id)).all():
            for kind in (DECIDE, MISSING_FACTS):
                finish_all(desk, kind=kind, household=household)
    assess_all(workers.opener(on=on), programme=DEVELOPED, on=on, catalogue=shipped())
    return waiting(workers)


def decide(workers: Caseworkers, number: str, **more: Any) -> DecisionKind:
    with workers.desk("huda", DAY) as desk:
        return casework.decide(
            desk, file_number=number, programme=DEVELOPED, on=DAY, catalogue=shipped(), **more
        ).answer.kind


def of_outcome(workers: Caseworkers, outcome: Outcome) -> list[str]:
    return sorted(number for number, result in results(workers).items() if result.outcome is outcome)


def test_a_run_by_tables_leaves_open_the_same_work_as_household_by_household(workers: Caseworkers) -> None:
    first = run(workers)
    opened = waiting(workers)
    assert first.opened == len(opened) == SAUDI + 1
    assert {kind for _, kind, _ in opened} == {DECIDE, MISSING_FACTS}
    assert any(due is not None for _, _, due in opened)
    with workers.desk("huda", DAY, reading=True) as desk:
        told = {(row.file_number, row.kind): row.reason.ar for row in my_desk(desk).due}
    known = results(workers)
    eligible, refused = of_outcome(workers, Outcome.ELIGIBLE), of_outcome(workers, Outcome.INELIGIBLE)
    assert "مؤهلة" in told[eligible[0], DueKind.DECIDE]
    assert "بيانات" in told[of_outcome(workers, Outcome.UNDETERMINED)[0], DueKind.MISSING_FACTS]
    assert by_itself(workers, DAY) == opened
    # Two are granted, of whom one turns; one is refused as the rules say, and one stopped although they do not say so.
    same, gone = (number for number in eligible if number != workers.file_number and known[number].due == "known")
    kinds = [decide(workers, number) for number in (workers.file_number, same, refused[0])]
    kinds.append(decide(workers, gone, act=Act.REFUSE, refuse_reason="لا تقيم الأسرة في العنوان المذكور"))
    assert kinds[2:] == [DecisionKind.REFUSED, DecisionKind.STOPPED]
    workers.amend(earning(example(), "9000.00"), today=DAY)
    closed = of_outcome(workers, Outcome.UNDETERMINED)[0]
    close(workers, closed)
    of_closed = {each for each in waiting(workers) if each[0] == closed}
    assert of_closed
    before = waiting(workers)
    second = run(workers, on=NEXT)
    found = waiting(workers)
    assert second.left_out == 1
    # Who was granted and refused as the rules still say is left in peace; who turned is to be decided again.
    assert not {same, refused[0]} & {number for number, _, _ in found}
    assert {(workers.file_number, DECIDE, None), (gone, DECIDE, None)} <= found - before
    assert {each for each in found if each[0] == closed} == of_closed
    assert run(workers, on=NEXT).opened == 0
    assert by_itself(workers, NEXT) == found - of_closed


@ON_SQLITE
def test_work_that_a_broken_run_left_undone_is_made_up_by_the_next(
    workers: Caseworkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object, **_more: object) -> int:
        raise ConnectionResetError("the lights went out")

    with monkeypatch.context() as patched:
        patched.setattr(running_caseload, "follow_stretch", fails)
        with pytest.raises(ConnectionResetError):
            run(workers)
    assert waiting(workers) == set()
    again = run(workers)
    assert (again.stored, again.kept, again.opened) == (0, SAUDI + 1, SAUDI + 1)
    opened = waiting(workers)
    assert run(workers).opened == 0
    assert by_itself(workers, DAY) == opened


@ON_SQLITE
def test_a_file_that_a_run_reckoned_needs_no_assessing_until_its_facts_change(workers: Caseworkers) -> None:
    def needing(on: date) -> set[str]:
        with workers.desk("huda", on, reading=True) as desk:
            return {each.file_number for each in queries.needs_assessing(desk, programme=DEVELOPED, on=on)}

    assert workers.file_number in needing(DAY)
    run(workers)
    saudi = set(results(workers))
    assert not needing(DAY) & saudi
    workers.amend(earning(example(), "9000.00"), today=DAY)
    assert needing(DAY) & saudi == {workers.file_number}
    run(workers)
    assert not needing(DAY) & saudi
    # An answer for an earlier day ends no work that a later one made.
    work = waiting(workers)
    with workers.desk("huda", DAY) as desk:
        number = of_outcome(workers, Outcome.UNDETERMINED)[0]
        assert open_file(desk, number).summary.closed_at is None
        casework.assess(desk, file_number=number, programme=DEVELOPED, on=date(2026, 11, 1), catalogue=shipped())
    assert waiting(workers) == work
