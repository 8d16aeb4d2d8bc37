"""A decision as it would be, shown before anybody takes it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from casework_house import DAY, DEVELOPED, ON_SQLITE, Caseworkers, earning, example, refusal, shipped, staffed
from conftest import House
from sqlalchemy import func, select

from desktop.casework.foreseeing import UNNUMBERED, ForeseenDecision, foreseen
from desktop.casework.kinds import Act, DecisionKind
from desktop.casework.records import Decision
from desktop.notices.channels import Channel
from desktop.values.errors import OfficeError


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return staffed(qatif)


def foresee(workers: Caseworkers, today: date = DAY, **more: Any) -> ForeseenDecision:
    with workers.desk(on=today, reading=True) as desk:
        return foreseen(desk, file_number=workers.file_number, programme=DEVELOPED, on=DAY, catalogue=shipped(), **more)


def test_what_is_foreseen_is_what_is_decided_and_told(workers: Caseworkers) -> None:
    workers.assess()
    seen = foresee(workers)
    decided = workers.decide()
    (notice,) = decided.notices
    assert (seen.kind, seen.total, seen.reason) == (decided.kind, decided.total, decided.reason)
    assert (seen.effective_from, seen.due_by) == (decided.effective_from, decided.due_by)
    assert (seen.channel, seen.sent_to, seen.counts_as_told_on) == (notice.channel, notice.sent_to, DAY)
    assert seen.grievance_until == decided.grievance_until
    assert seen.notice.ar.replace(UNNUMBERED, decided.number) == notice.text.ar
    assert seen.notice.en.replace(UNNUMBERED, decided.number) == notice.text.en


def test_foreseeing_writes_nothing_and_takes_no_number(workers: Caseworkers) -> None:
    workers.assess()
    foresee(workers)
    foresee(workers, act=Act.REFUSE, refuse_reason="moved to another region")
    with workers.desk(reading=True) as desk:
        assert desk.session.scalar(select(func.count()).select_from(Decision)) == 0
    assert workers.decide().number.endswith("-00001")


@ON_SQLITE
def test_the_office_s_own_reason_and_the_channel_stand_in_the_foreseen_notice(workers: Caseworkers) -> None:
    workers.assess()
    seen = foresee(workers, refuse_reason="moved to another region", channel=Channel.IN_PERSON)
    assert (seen.kind, seen.grants, seen.channel) == (DecisionKind.REFUSED, False, Channel.IN_PERSON)
    assert seen.reason_codes == ("office",)
    assert "moved to another region" in seen.notice.en
    assert seen.total is None


@ON_SQLITE
@pytest.mark.parametrize("more", [{"act": Act.REFUSE}, {}])
def test_what_may_not_be_decided_is_not_foreseen_either(qatif: House, more: dict[str, Any]) -> None:
    workers = staffed(qatif, earning(example(), None) if not more else None)
    workers.assess()
    with pytest.raises(OfficeError) as refused:
        foresee(workers, **more)
    assert refused.value.key == refusal(workers, **more)


@ON_SQLITE
def test_a_refused_attempt_leaves_no_gap_in_the_numbers(workers: Caseworkers) -> None:
    workers.assess()
    assert refusal(workers, act=Act.REFUSE) == "casework.reason_needed"
    assert workers.decide().number.endswith("-00001")
