"""A caseload reckoned many files at once: the same answers, kept whole, taken up again, and vouched for by the audit."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

import msgspec
import pytest
from casework_house import DEVELOPED, Caseworkers, shipped, staffed
from conftest import House
from sqlalchemy import func, select

from desktop.casework.answers import RunAnswer
from desktop.casework.caseload import assess_all
from desktop.casework.caseload_records import CaseloadResult, CaseloadStretch
from desktop.casework.records import Assessment
from desktop.casework.running_caseload import run_caseload
from desktop.exchange.invented import invent
from desktop.facts.reading import read_household
from desktop.registry import service as registry
from desktop.registry.records import Household

DAY = date(2026, 11, 15)
FAMILIES = 14


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    """The example and a demonstration's families, of which much is not known."""
    made = staffed(qatif)
    with made.desk("huda", DAY) as desk:
        for each in islice(invent(FAMILIES, seed=7, country="SA", office="qatif"), FAMILIES):
            registry.register(desk, draft=read_household(msgspec.json.encode(each)))
    return made


def run(workers: Caseworkers, on: date = DAY, **more: Any) -> RunAnswer:
    given = {"files_at_once": 6, "programme": DEVELOPED, "catalogue": shipped()} | more
    return run_caseload(workers.opener(on=on), on=on, **given)


def test_every_household_comes_to_what_it_comes_to_by_itself(workers: Caseworkers) -> None:
    by_tables = run(workers)
    by_itself = assess_all(workers.opener(on=DAY), programme=DEVELOPED, on=DAY, catalogue=shipped())
    print(by_tables)
    with workers.desk("huda", reading=True) as desk:
        ours = {row.household_id: row for row in desk.session.scalars(select(CaseloadResult))}
        theirs = {row.household_id: row for row in desk.session.scalars(select(Assessment))}
    assert ours.keys() == theirs.keys()
    assert len(ours) == FAMILIES + 1
