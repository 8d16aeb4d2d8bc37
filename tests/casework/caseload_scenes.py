"""An office with a caseload, runs over it, and what they kept."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

import msgspec
from casework_house import DEVELOPED, Caseworkers, shipped, staffed
from conftest import House
from sqlalchemy import select

from desktop.casework.answers import RunAnswer
from desktop.casework.caseload_records import CaseloadResult
from desktop.casework.explaining import ExplainedResult, explained
from desktop.casework.running_caseload import run_caseload
from desktop.casework.vouching import StretchFault, verify_results
from desktop.exchange.invented import invent
from desktop.facts.codes import AmountStatus
from desktop.facts.reading import read_household
from desktop.registry import service as registry
from desktop.registry import standing
from desktop.registry.queries import open_file
from desktop.registry.records import Household

DAY = date(2026, 11, 15)
SAUDI, EGYPTIAN = 9, 5
OWN_RIGHTS = "eg.karama@2025-04"
"""A programme whose right is a person's own."""
QUICK = "sa.exceptional@1427"
"""A programme whose rules are few, for tests of many stretches."""
OPEN = (AmountStatus.BOUNDED, AmountStatus.UNPUBLISHED)


def furnished(qatif: House) -> Caseworkers:
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
