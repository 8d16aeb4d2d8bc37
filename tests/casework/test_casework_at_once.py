"""Two clerks at the same claim at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from casework_house import DAY, Caseworkers, staffed
from conftest import House
from sqlalchemy import func, select

from desktop.casework.records import Assessment, Decision
from desktop.database.session import retried
from desktop.values.errors import OfficeError

CLERKS = 3


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    """An office whose program has assessed before.

    msgspec 0.22 kills the process where threads meet at the very first decoding of a type; that is for whoever owns the
    decoders to prevent, and not what is tried here.
    """
    made = staffed(qatif)
    made.assess(date(2024, 2, 1))
    return made


def together(act: Callable[[], object]) -> list[str]:
    """What each clerk got: the text of the answer's id, or the key of what refused them."""
    start = threading.Barrier(CLERKS)

    def one() -> str:
        start.wait()
        try:
            return str(retried(act).id)  # type: ignore[attr-defined]
        except OfficeError as error:
            return error.key

    with ThreadPoolExecutor(CLERKS) as pool:
        return sorted(done.result() for done in [pool.submit(one) for _ in range(CLERKS)])


def test_clerks_who_assess_at_once_store_one_answer_and_see_the_same(workers: Caseworkers) -> None:
    assert len(set(together(workers.assess))) == 1
    with workers.desk(reading=True) as desk:
        stored = desk.session.scalars(select(Assessment.id).where(Assessment.on_date == DAY)).all()
        assert len(stored) == 1


def test_clerks_who_decide_at_once_take_one_decision(workers: Caseworkers) -> None:
    workers.assess()
    found = together(workers.decide)
    assert found.count("casework.already_decided") == CLERKS - 1
    with workers.desk(reading=True) as desk:
        assert desk.session.scalar(select(func.count()).select_from(Decision)) == 1
