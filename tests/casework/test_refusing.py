"""Refusing, asking for what is missing, and what holds of every decision afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from casework_house import (
    DAY,
    DEVELOPED,
    ON_SQLITE,
    Caseworkers,
    earning,
    example,
    kinds_of_work,
    refusal,
    shipped,
    staffed,
)
from conftest import House
from sqlalchemy import select, text

from desktop.casework import service as casework
from desktop.casework.kinds import Act, DecisionKind
from desktop.casework.records import Assessment, Decision
from desktop.casework.work import DECIDE, MISSING_FACTS
from desktop.facts.codes import Outcome
from desktop.notices.channels import NoticeKind
from desktop.office.desk import Desk
from desktop.office.work import open_items
from desktop.registry import standing
from desktop.values.errors import OfficeError


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return staffed(qatif)


def test_an_ineligible_household_is_refused_for_the_criteria_that_are_not_met(workers: Caseworkers) -> None:
    workers.amend(earning(example(), "9000.00"), today=DAY)
    assessed = workers.assess()
    assert assessed.outcome is Outcome.INELIGIBLE
    assert refusal(workers, act=Act.GRANT) == "casework.not_eligible"
    decided = workers.decide()
    assert (decided.kind, decided.amount, decided.components, decided.covered) == (DecisionKind.REFUSED, None, (), ())
    assert (decided.covered_since, decided.grievance_until) == (None, date(2024, 3, 31))
    unmet = [each for each in assessed.answer.criteria if each.outcome.value == "unmet"]
    assert decided.reason_codes == tuple(each.id for each in unmet)
    assert decided.reason is not None
    assert decided.reason.ar in decided.notices[0].text.ar
    assert decided.reason.en in decided.notices[0].text.en


@ON_SQLITE
def test_a_right_that_stands_is_stopped_when_it_is_lost(workers: Caseworkers) -> None:
    workers.assess()
    workers.decide()
    workers.amend(earning(example(), "9000.00"), today=date(2024, 5, 2), since=date(2024, 5, 1))
    workers.assess(date(2024, 5, 2))
    stopped = workers.decide(date(2024, 5, 2))
    assert (stopped.kind, stopped.covered_since, stopped.effective_from) == (
        DecisionKind.STOPPED,
        None,
        date(2024, 6, 1),
    )


@ON_SQLITE
def test_refusing_whom_the_rules_find_eligible_needs_the_offices_own_reason(workers: Caseworkers) -> None:
    workers.assess()
    assert refusal(workers, act=Act.REFUSE) == "casework.reason_needed"
    decided = workers.decide(refuse_reason=" رفضت الأسرة زيارة المسكن ")
    assert (decided.kind, decided.reason_codes) == (DecisionKind.REFUSED, ("office",))
    assert decided.reason is not None
    assert decided.reason.ar == "رفضت الأسرة زيارة المسكن"


def test_an_open_answer_is_not_granted_and_puts_its_missing_facts_on_the_list(workers: Caseworkers) -> None:
    workers.amend(earning(example(), None), today=DAY)
    assert workers.assess().outcome is Outcome.UNDETERMINED
    assert kinds_of_work(workers) == [MISSING_FACTS]
    for act in (None, Act.GRANT, Act.REFUSE):
        assert refusal(workers, act=act) == "casework.undetermined"
    workers.amend(example(), today=DAY)
    workers.assess()
    assert kinds_of_work(workers) == [DECIDE]


def test_missing_facts_refuse_an_application_only_after_the_family_was_asked_and_let_the_days_pass(
    workers: Caseworkers,
) -> None:
    workers.amend(earning(example(), None), today=DAY)
    workers.assess()
    reason = "لم تُستكمل البيانات"
    assert refusal(workers, refuse_reason=reason) == "casework.not_asked"
    with workers.desk() as desk:
        notice = casework.request_information(
            desk, file_number=workers.file_number, programme=DEVELOPED, on=DAY, catalogue=shipped()
        ).answer
        (item,) = open_items(desk)
        assert (notice.kind, item.kind, item.due) == (
            NoticeKind.INFORMATION_REQUEST,
            MISSING_FACTS,
            date(2024, 3, 21),
        )
    assert refusal(workers, today=date(2024, 3, 21), refuse_reason=reason) == "casework.still_time"
    assert workers.decide(today=date(2024, 3, 22), refuse_reason=reason).kind is DecisionKind.REFUSED
    assert kinds_of_work(workers) == []


@ON_SQLITE
def test_nothing_is_asked_of_a_family_whose_answer_is_settled(workers: Caseworkers) -> None:
    workers.assess()
    with pytest.raises(OfficeError) as refused, workers.desk() as desk:
        casework.request_information(
            desk, file_number=workers.file_number, programme=DEVELOPED, on=DAY, catalogue=shipped()
        )
    assert refused.value.key == "casework.nothing_missing"


@ON_SQLITE
def test_rules_that_were_not_the_law_that_day_decide_nothing(workers: Caseworkers) -> None:
    with workers.desk() as desk:
        casework.assess(
            desk, file_number=workers.file_number, programme="sa.developed@2022", on=DAY, catalogue=shipped()
        )
    with pytest.raises(OfficeError) as refused, workers.desk() as desk:
        casework.decide(
            desk, file_number=workers.file_number, programme="sa.developed@2022", on=DAY, catalogue=shipped()
        )
    assert refused.value.key == "casework.not_in_force"
    assert refusal(workers) == "casework.rules_changed"


@ON_SQLITE
def test_a_closed_file_is_not_assessed(workers: Caseworkers) -> None:
    with workers.desk() as desk:
        standing.close(desk, file_number=workers.file_number, expected_version=1, reason="moved away")
    with pytest.raises(OfficeError) as refused:
        workers.assess()
    assert refused.value.key == "casework.closed_file"


def test_neither_an_assessment_nor_a_decision_is_changed_afterwards(workers: Caseworkers) -> None:
    workers.assess()
    workers.decide()
    for kind in (Assessment, Decision):
        for act in (_change, _remove):
            with pytest.raises(OfficeError) as refused, workers.desk("huda") as desk:
                act(desk, kind)
            assert refused.value.key == "database.not_allowed"


def _change(desk: Desk, kind: type[Assessment] | type[Decision]) -> None:
    desk.session.scalars(select(kind)).one().programme = "sa.need"
    desk.session.flush()


def _remove(desk: Desk, kind: type[Assessment] | type[Decision]) -> None:
    desk.session.delete(desk.session.scalars(select(kind)).one())
    desk.session.flush()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_supervisor_with_psql_changes_no_decision(workers: Caseworkers) -> None:
    workers.assess()
    workers.decide()
    for attack in (
        "UPDATE decisions SET total_minor = 1",
        "DELETE FROM decisions",
        "UPDATE assessments SET answer = ''",
    ):
        with pytest.raises(OfficeError) as refused, workers.desk("huda") as desk:
            desk.session.execute(text(attack))
        assert refused.value.key == "database.not_allowed"
