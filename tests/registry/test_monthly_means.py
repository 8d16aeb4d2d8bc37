"""What comes in a month by what the file tells: unknown is never nothing."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec import UNSET

from desktop.facts.codes import IncomeKind, Period, Role
from desktop.facts.household_file import Income, Member
from desktop.registry.monthly_means import MonthlyMeans, monthly_income, monthly_incomes

DAY = date(2024, 3, 1)


def salary(amount: str = "3000.00", **facts: object) -> Income:
    return Income(kind=IncomeKind.SALARY, **{"amount": amount, "period": Period.MONTH, **facts})  # type: ignore[arg-type]


def member(**facts: object) -> Member:
    return Member(ref="m1", role=Role.HEAD, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("period", "times", "minor"),
    [
        (Period.MONTH, UNSET, 300_000),
        (Period.YEAR, UNSET, 25_000),
        (Period.TERM, UNSET, 50_000),
        (Period.WEEK, UNSET, 1_300_000),
        (Period.DAY, 4, 1_200_000),
    ],
)
def test_an_income_of_any_period_is_so_much_a_month(period: Period, times: object, minor: int) -> None:
    assert monthly_income(salary(period=period, times=times), on=DAY) == MonthlyMeans(minor, minor)


def test_an_amount_that_nobody_stated_is_unknown_and_not_nothing() -> None:
    found = monthly_income(salary(amount=UNSET), on=DAY)  # type: ignore[arg-type]

    assert found == MonthlyMeans(0, None)
    assert not found.known


def test_bounds_stay_bounds() -> None:
    between = salary(amount=UNSET, amount_between=("1000.00", "1500.00"))  # type: ignore[arg-type]

    assert monthly_income(between, on=DAY) == MonthlyMeans(100_000, 150_000)


def test_an_income_that_ended_or_has_not_begun_brings_nothing() -> None:
    assert monthly_income(salary(until=date(2024, 2, 1)), on=DAY) == MonthlyMeans(0, 0)
    assert monthly_income(salary(since=date(2024, 4, 1)), on=DAY) == MonthlyMeans(0, 0)


def test_a_member_without_incomes_has_nothing_and_one_never_asked_is_unknown() -> None:
    assert monthly_incomes(member(incomes=()), on=DAY) == MonthlyMeans(0, 0)
    assert monthly_incomes(member(), on=DAY) == MonthlyMeans(0, None)


def test_a_list_that_is_not_all_gives_only_what_is_sure() -> None:
    listed = member(incomes=(salary(), salary("500.00")), incomes_complete=False)

    assert monthly_incomes(listed, on=DAY) == MonthlyMeans(350_000, None)
