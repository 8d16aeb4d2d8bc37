"""Whether a family is better off with an income, by its file: in months, in sentences, within bounds, and stopped."""

from __future__ import annotations

from datetime import date

import pytest
from casework_house import Caseworkers, earning, example, numbered_anew, shipped, staffed
from conftest import House
from sqlalchemy import func, select

from desktop.casework.better_off import (
    ALL,
    BetterOffAnswer,
    Job,
    monthly_programmes,
    suppose_job,
    suppose_job_under_all,
)
from desktop.casework.records import Assessment
from desktop.facts.codes import IncomeKind, Period
from desktop.registry import service as registry
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError

FIRST = date(2024, 3, 9)
pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return staffed(qatif)


def _supposed(workers: Caseworkers, job: Job, number: str | None = None, months: int = 2) -> BetterOffAnswer:
    with workers.desk("huda", reading=True) as desk:
        return suppose_job(
            desk,
            file_number=number or workers.file_number,
            programme="sa.developed",
            job=job,
            catalogue=shipped(),
            months=months,
        )


def test_what_the_first_month_and_all_months_together_come_to_is_said_in_figures(workers: Caseworkers) -> None:
    found = _supposed(workers, Job("m1", "400.00", FIRST))
    month = found.months[0]
    assert (month.on, month.income.minor) == (date(2024, 3, 1), 40_000)
    assert month.support.known
    assert month.better_by is not None
    assert month.better_between == (month.better_by.minor, month.better_by.minor)
    assert found.in_all == (sum(each.better_by.minor for each in found.months if each.better_by is not None),) * 2
    assert "SAR 400.00\u2069 more" in found.in_all_said.en
    assert found.first[0].en.startswith("The support falls by")
    with workers.desk("huda", reading=True) as desk:
        assert desk.session.scalar(select(func.count()).select_from(Assessment)) == 0


def test_where_one_programme_pays_all_together_are_that_one(workers: Caseworkers) -> None:
    job = Job("m1", "400.00", FIRST)
    alone = _supposed(workers, job)
    with workers.desk("huda", reading=True) as desk:
        found = suppose_job_under_all(desk, file_number=workers.file_number, job=job, catalogue=shipped(), months=2)
    assert found.programme == ALL
    assert [(each.support, each.support_without) for each in found.months] == [
        (each.support, each.support_without) for each in alone.months
    ]
    assert (found.in_all, found.in_all_said, found.had_together) == (alone.in_all, alone.in_all_said, ())
    assert [each.en.partition(": ")[2] for each in found.first[:-1]] == [each.en for each in alone.first[:-1]]
    assert found.first[-1] == alone.first[-1]


def test_another_kind_of_income_counts_as_the_law_counts_it(workers: Caseworkers) -> None:
    salary = _supposed(workers, Job("m1", "400.00", FIRST), months=1).months[0]
    rent = _supposed(workers, Job("m1", "4800.00", FIRST, Period.YEAR, IncomeKind.RENT), months=1).months[0]
    assert salary.income == rent.income
    assert salary.support.least > rent.support.least


def test_what_is_not_known_stands_within_bounds(workers: Caseworkers) -> None:
    with workers.desk("nura", date(2024, 2, 1)) as desk:
        draft = numbered_anew(earning(example(), None), 7, section="women")
        number = registry.register(desk, draft=draft).answer.file_number
    found = _supposed(workers, Job("m1", "400.00", FIRST), number, months=1)
    month = found.months[0]
    assert month.total is None
    assert not month.support.known
    assert month.support.most is not None
    low, high = found.in_all
    assert low is not None
    assert high is not None
    assert low < high
    assert "facts are missing" in found.in_all_said.en


def test_the_month_in_which_the_right_ends_says_why(workers: Caseworkers) -> None:
    found = _supposed(workers, Job("m1", "9000.00", FIRST), months=1)
    assert found.months[0].right_ends
    assert found.first[0].en.startswith("The right ends")
    assert len(found.first) == 3


def test_only_programmes_that_pay_by_the_month_and_are_the_law_then_are_offered(workers: Caseworkers) -> None:
    with workers.desk("huda", reading=True) as desk:
        file = open_file(desk, workers.file_number).file
    assert [each.programme for each in monthly_programmes(shipped(), file, FIRST)] == ["sa.developed"]


def test_a_reckoning_that_is_broken_off_answers_nothing(workers: Caseworkers) -> None:
    with workers.desk("huda", reading=True) as desk, pytest.raises(OfficeError) as refused:
        suppose_job(
            desk,
            file_number=workers.file_number,
            programme="sa.developed",
            job=Job("m1", "400.00", FIRST),
            catalogue=shipped(),
            stop=lambda: True,
        )
    assert refused.value.key == "casework.stopped"
