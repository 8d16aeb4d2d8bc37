"""Whether a family is better off with a job, month by month."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.facts.codes import Outcome
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.assess import assess
from desktop.programmes.foresight.better_off import Month, better_off, law_of
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError
from desktop.values.money import Currency, Money
from tests.programmes.uncertain_households import read, whole_file

CATALOGUE = Catalogue()
DEVELOPED = CATALOGUE.pack("sa.developed", "2023-11")
FIRST = date(2024, 3, 1)


def family(**child: object) -> HouseholdFile:
    """A mother without income and her son who has 250 of rent."""
    file: dict[str, Any] = whole_file({"salary": "0.00", "absences": []})
    for each in file["members"]:
        each |= {"nationality": "SA", "shelter_stays": [], "assets": []}
    file["members"][1] |= {"birth_date": "2010-03-01", **child}
    file["household"] |= {"vehicles": 0, "domestic_workers": 0, "domestic_workers_for_disability": 0}
    file["household"]["dwelling"]["all_residents_registered"] = True
    return read(file)


def months_of(file: HouseholdFile, amount: str, first: date = FIRST, **how: Any) -> tuple[Month, ...]:
    law = law_of(CATALOGUE, "sa.developed", file)
    return better_off(law, file, member="m1", amount=amount, first_month=first, **how)


def riyals(amount: int) -> Money:
    return Money(amount * 100, Currency.SAR)


def test_half_of_a_salary_is_kept_beside_the_pension() -> None:
    months = months_of(family(), "2000.00")
    assert len(months) == 24
    assert [months[0].on, months[-1].on] == [date(2024, 3, 1), date(2026, 2, 1)]
    for month in months:
        assert month.outcome is Outcome.ELIGIBLE
        assert month.pension == riyals(1980 - 250 - 1000)
        assert month.income == riyals(2000)
        assert month.better_by == riyals(1000)
        assert not month.right_ends
        assert month.total is not None
        assert month.together == Money(month.income.minor + month.total.minor, Currency.SAR)


def test_the_month_in_which_the_right_ends_is_marked_and_the_family_may_have_less() -> None:
    months = months_of(family(), "3500.00")
    assert [month.right_ends for month in months] == [True, *[False] * 23]
    assert {month.total for month in months} == {riyals(0)}
    assert months[0].outcome_without is Outcome.ELIGIBLE
    assert months[0].together == riyals(3500)


def test_a_son_who_comes_of_age_ends_the_right_in_the_month_after() -> None:
    months = months_of(family(birth_date="2006-09-15", dependency_confirmed=False), "2500.00")
    assert [month.on for month in months if month.right_ends] == [date(2024, 10, 1)]
    assert {month.outcome for month in months[:7]} == {Outcome.ELIGIBLE}
    assert {month.outcome for month in months[7:]} == {Outcome.INELIGIBLE}


def test_each_month_is_assessed_by_the_law_of_its_own_first_day() -> None:
    file = family()
    months = months_of(file, "1000.00", date(2023, 9, 20), months=4)
    assert [month.version for month in months] == ["2022", "2022", "2023-11", "2023-11"]
    assert months[0].on == date(2023, 9, 1)
    assert months[2].given == assess(DEVELOPED, changed(file, "1000.00", "2023-09-01"), on=date(2023, 11, 1))


def changed(file: HouseholdFile, amount: str, since: str) -> HouseholdFile:
    import msgspec

    tree = msgspec.to_builtins(file)
    job = {"kind": "salary", "amount": amount, "period": "month", "since": since, "registered": True, "stable": True}
    tree["members"][0]["incomes"] = [*tree["members"][0]["incomes"], job]
    return read(tree)


def test_what_is_paid_by_the_year_is_told_by_the_month() -> None:
    (month,) = months_of(family(), "24000.00", period="year", months=1)
    assert month.income == riyals(2000)
    assert month.pension == riyals(1980 - 250 - 1000)


def test_incomes_that_are_not_known_stay_unknown_beside_the_job() -> None:
    file: dict[str, Any] = whole_file({"salary": "0.00", "absences": []})
    del file["members"][0]["incomes"]
    (month,) = months_of(read(file), "100.00", months=1)
    assert month.outcome is Outcome.UNDETERMINED
    assert month.total is None
    assert month.together is None
    assert month.better_by is None


def test_a_job_of_somebody_who_is_no_member_is_refused() -> None:
    with pytest.raises(OfficeError) as refused:
        better_off(DEVELOPED, family(), member="nobody", amount="1.00", first_month=FIRST)
    assert refused.value.key == "programmes.no_such_member"


def test_what_comes_once_has_no_month() -> None:
    with pytest.raises(ValueError, match="once"):
        better_off(DEVELOPED, family(), member="m1", amount="1.00", period="once", first_month=FIRST)
