"""A household from its assessment to the office's decision and what the family is told of it."""

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
    sar,
    staffed,
)
from conftest import House
from sqlalchemy import func, select

from desktop.casework import queries
from desktop.casework import service as casework
from desktop.casework.kinds import DecisionKind
from desktop.casework.records import Assessment
from desktop.casework.work import DECIDE
from desktop.facts.assessment import encode_assessment
from desktop.facts.canonical import facts_hash
from desktop.facts.codes import Outcome
from desktop.notices import service as notices
from desktop.notices.channels import Channel, NoticeKind
from desktop.office.work import open_items
from desktop.values.errors import StaleFile


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return staffed(qatif)


def test_the_example_is_assessed_as_the_contract_expects_and_kept_with_its_facts(workers: Caseworkers) -> None:
    answer = workers.assess()
    assert (answer.outcome, answer.programme, answer.pack_version) == (Outcome.ELIGIBLE, DEVELOPED, "2023-11")
    assert answer.amount is not None
    assert answer.total is not None
    assert (answer.amount.value, answer.total.value) == (sar("480.00"), sar("737.00"))
    assert answer.encoded == encode_assessment(answer.answer)
    assert facts_hash(answer.file) == answer.facts_hash
    assert (answer.assessed_by, answer.household_version) == ("nura", 1)


def test_the_same_facts_rules_and_day_are_kept_once(workers: Caseworkers) -> None:
    first, second = workers.assess(), workers.assess(today=date(2024, 3, 9))
    assert first == second
    with workers.desk(reading=True) as desk:
        assert desk.session.scalar(select(func.count()).select_from(Assessment)) == 1
    assert workers.assess(date(2024, 3, 2)).id != first.id


def test_a_settled_answer_asks_for_a_decision_by_the_day_the_law_sets(workers: Caseworkers) -> None:
    workers.assess()
    workers.assess()
    with workers.desk(reading=True) as desk:
        (item,) = open_items(desk)
        assert (item.kind, item.due, item.section.value) == (DECIDE, date(2024, 1, 27), "women")
        assert str(workers.file_number) not in str(item.details)
    with workers.desk("sara", reading=True) as desk:
        assert open_items(desk) == ()


def test_a_grant_carries_all_that_a_benefit_statement_says(workers: Caseworkers) -> None:
    assessed = workers.assess()
    decided = workers.decide(today=date(2024, 3, 4))
    assert (decided.kind, decided.grants, decided.reason) == (DecisionKind.GRANTED, True, None)
    assert decided.assessment == assessed.id
    assert decided.amount is not None
    assert decided.total is not None
    assert (decided.amount.value, decided.total.value) == (sar("480.00"), sar("737.00"))
    values = {each.id: each.amount.value for each in decided.components}
    assert values == {"pension": sar("480.00"), "food_support": sar("168.00"), "electricity_support": sar("89.00")}
    assert (decided.head.ref, [each.ref for each in decided.covered]) == ("m1", ["m1", "m2"])
    assert decided.title.en == "Developed social-security pension"
    assert (decided.number, decided.decided_by, decided.assessed_by) == ("QTF-D-2024-00001", "nura", "nura")
    assert (decided.on, decided.decided_on) == (DAY, date(2024, 3, 4))
    assert (decided.effective_from, decided.covered_since) == (date(2024, 4, 1), date(2024, 4, 1))
    assert kinds_of_work(workers) == []


@ON_SQLITE
def test_a_decision_in_december_takes_effect_in_january(workers: Caseworkers) -> None:
    workers.assess(date(2024, 12, 1))
    assert workers.decide(date(2024, 12, 1), today=date(2024, 12, 31)).effective_from == date(2025, 1, 1)


def test_the_family_is_told_on_the_mobile_and_may_file_a_grievance_for_thirty_days_after(workers: Caseworkers) -> None:
    workers.assess()
    decided = workers.decide()
    (notice,) = decided.notices
    assert (notice.kind, notice.channel, notice.assumed) == (NoticeKind.DECISION, Channel.VERIFIED_MOBILE, False)
    assert notice.sent_to == "0500000001"
    assert (decided.counts_as_told_on, decided.grievance_until) == (DAY, date(2024, 3, 31))
    assert decided.number in notice.text.ar
    assert "SAR 737.00 a month" in notice.text.en
    assert "٧٣٧٫٠٠ ريال شهريًّا" in notice.text.ar
    assert "31 March 2024" in notice.text.en


@ON_SQLITE
def test_a_letter_is_assumed_told_after_three_days_and_its_proof_moves_the_grievance(workers: Caseworkers) -> None:
    workers.assess()
    decided = workers.decide(channel=Channel.REGISTERED_ADDRESS)
    (notice,) = decided.notices
    assert (notice.sent_to, notice.assumed) == ("QTFA1234", True)
    assert (decided.counts_as_told_on, decided.grievance_until) == (date(2024, 3, 4), date(2024, 4, 3))
    with workers.desk(on=date(2024, 3, 20)) as desk:
        notices.confirm_told(desk, notice=notice.id, told_on=date(2024, 3, 10), expected_version=notice.version)
    with workers.desk(reading=True) as desk:
        proved = queries.decision(desk, decision=decided.id)
    assert (proved.counts_as_told_on, proved.grievance_until) == (date(2024, 3, 10), date(2024, 4, 9))


def test_no_grievance_runs_on_a_notice_that_reached_nobody_until_it_is_told_again(workers: Caseworkers) -> None:
    workers.assess()
    decided = workers.decide(channel=Channel.REGISTERED_ADDRESS)
    (notice,) = decided.notices
    with workers.desk(on=date(2024, 3, 20)) as desk:
        notices.failed(desk, notice=notice.id, reason="address unknown", expected_version=notice.version)
        untold = queries.decision(desk, decision=decided.id)
        assert (untold.counts_as_told_on, untold.grievance_until) == (None, None)
        casework.tell_again(desk, decision=decided.id, channel=Channel.IN_PERSON)
        told = queries.decision(desk, decision=decided.id)
    assert (told.counts_as_told_on, told.grievance_until) == (date(2024, 3, 20), date(2024, 4, 19))
    assert len(told.notices) == 2


@ON_SQLITE
@pytest.mark.parametrize(("today", "late"), [(date(2024, 1, 27), False), (date(2024, 1, 28), True)])
def test_a_first_decision_is_late_after_twenty_days_of_the_application(
    workers: Caseworkers, today: date, late: bool
) -> None:
    workers.assess(date(2024, 1, 20))
    decided = workers.decide(date(2024, 1, 20), today=today)
    assert (decided.applied_on, decided.due_by, decided.late) == (date(2024, 1, 7), date(2024, 1, 27), late)


@ON_SQLITE
def test_nothing_is_decided_without_an_assessment(workers: Caseworkers) -> None:
    assert refusal(workers) == "casework.not_assessed"


@ON_SQLITE
def test_nothing_is_decided_for_a_day_ahead(workers: Caseworkers) -> None:
    workers.assess(date(2024, 3, 2), today=DAY)
    assert refusal(workers, on=date(2024, 3, 2), today=DAY) == "casework.day_ahead"


def test_nothing_is_decided_on_facts_that_changed_since(workers: Caseworkers) -> None:
    workers.assess()
    workers.amend(earning(example(), "3100.00"), today=DAY)
    assert refusal(workers) == "casework.facts_changed"
    workers.assess()
    decided = workers.decide()
    assert decided.amount is not None
    assert decided.amount.value == sar("430.00")


@ON_SQLITE
def test_a_change_that_begins_later_leaves_the_day_that_was_assessed_as_it_was(workers: Caseworkers) -> None:
    workers.assess()
    workers.amend(earning(example(), "3900.00"), today=date(2024, 3, 20), since=date(2024, 3, 15))
    decided = workers.decide(today=date(2024, 3, 20))
    assert decided.amount is not None
    assert decided.amount.value == sar("480.00")


@ON_SQLITE
def test_facts_that_were_corrected_back_fit_the_assessment_they_were_made_with(workers: Caseworkers) -> None:
    first = workers.assess()
    workers.amend(earning(example(), "3100.00"), today=DAY)
    workers.assess()
    workers.amend(example(), today=DAY)
    assert workers.decide().assessment == first.id


def test_a_form_left_open_while_a_colleague_changed_the_file_decides_nothing(workers: Caseworkers) -> None:
    workers.assess()
    workers.amend(example(vehicles=2), today=DAY)
    workers.assess()
    with pytest.raises(StaleFile):
        workers.decide(expected_version=1)
    assert workers.decide(expected_version=2).household_version == 2


def test_an_assessment_is_decided_once(workers: Caseworkers) -> None:
    workers.assess()
    workers.decide()
    assert refusal(workers) == "casework.already_decided"
    assert refusal(workers, refuse_reason="on second thoughts") == "casework.already_decided"


def test_a_later_assessment_of_other_facts_changes_the_right_from_the_next_month(workers: Caseworkers) -> None:
    workers.assess()
    first = workers.decide()
    workers.amend(earning(example(), "3100.00"), today=date(2024, 5, 2), since=date(2024, 5, 1))
    workers.assess(date(2024, 5, 2))
    assert kinds_of_work(workers) == [DECIDE]
    second = workers.decide(date(2024, 5, 2))
    assert (second.kind, second.supersedes, second.covered_since) == (DecisionKind.CHANGED, first.id, date(2024, 4, 1))
    assert (second.effective_from, second.due_by) == (date(2024, 6, 1), None)
    assert second.notices[0].kind is NoticeKind.MEASURE
    with workers.desk(reading=True) as desk:
        assert queries.decision(desk, decision=first.id).superseded_by == second.id
        stands = queries.standing_decisions(desk, file_number=workers.file_number)
        assert [each.id for each in stands] == [second.id]
        assert [each.id for each in queries.decisions(desk)] == [second.id, first.id]
        assert [each.id for each in queries.decisions(desk, before=second.id)] == [first.id]


@ON_SQLITE
def test_an_assessment_that_says_what_was_decided_makes_no_work_and_continues_the_right(workers: Caseworkers) -> None:
    workers.assess()
    workers.decide()
    workers.assess(date(2024, 4, 1))
    assert kinds_of_work(workers) == []
    assert workers.decide(date(2024, 4, 1)).kind is DecisionKind.CONTINUED
