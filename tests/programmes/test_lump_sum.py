"""Lump-sum and exceptional assistance of the old law: what was published is paid, what was not is never guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.facts.assessment import Amount, Assessment
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import CaseBook, household_of, read_cases, run_cases
from desktop.programmes.checking.checks import check_pack
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError

PROGRAMMES = Path(__file__).parents[2] / "resources" / "programmes"
ON = date(2014, 1, 15)
CATALOGUE = Catalogue()
LUMP_SUM = CATALOGUE.pack("sa.lump_sum", "1432")
EXCEPTIONAL = CATALOGUE.pack("sa.exceptional", "1427")
LUMP_SUM_CASES = read_cases(PROGRAMMES / "sa.lump_sum" / "1432")
EXCEPTIONAL_CASES = read_cases(PROGRAMMES / "sa.exceptional" / "1427")


def household(base: str, *, persons: int | None = None, book: CaseBook = LUMP_SUM_CASES, **facts: Any) -> HouseholdFile:
    """A base household of the cases with facts of the household changed; `persons` adds children up to that size."""
    of_base = next(case for case in book.cases if case.base == base)
    plain = msgspec.structs.replace(of_base, set={}, repeat=None)
    file = msgspec.json.decode(msgspec.json.encode(household_of(book, plain)))
    file["household"].update(facts)
    while persons is not None and len(file["members"]) < persons:
        file["members"].append({**file["members"][-1], "ref": f"m{len(file['members']) + 1}"})
    return msgspec.convert(file, HouseholdFile)


def earning(amount: str) -> HouseholdFile:
    file = msgspec.json.decode(msgspec.json.encode(household("alone")))
    file["members"][0]["incomes"] = [{"kind": "salary", "amount": amount, "period": "month", "since": "2010-01-01"}]
    return msgspec.convert(file, HouseholdFile)


def paid(found: Assessment) -> str | None:
    assert isinstance(found.amount, Amount)
    return found.amount.value if isinstance(found.amount.value, str) else None


@pytest.mark.parametrize("folder", ["sa.lump_sum/1432", "sa.exceptional/1427"])
def test_every_way_that_a_condition_can_come_out_has_a_case(folder: str) -> None:
    report = check_pack(PROGRAMMES / folder)
    assert report.fit, [result.differences for result in report.cases if not result.agrees]
    assert not report.unexercised


@pytest.mark.parametrize("persons", range(3, 16))
def test_each_further_person_adds_1400_up_to_the_thirty_thousand_of_fifteen(persons: int) -> None:
    found = assess(LUMP_SUM, household("man", persons=persons), on=ON)
    assert paid(found) == f"{10_400 + 1_400 * (persons - 1)}.00"


def test_a_lump_sum_is_paid_once_and_stands_in_no_monthly_total() -> None:
    found = assess(LUMP_SUM, household("man"), on=ON)
    assert isinstance(found.amount, Amount)
    assert found.amount.period == "once"
    assert found.total is None


@pytest.mark.parametrize("salary", ["1", "500", "1725", "9000"])
def test_no_salary_is_held_against_a_bar_that_was_never_published(salary: str) -> None:
    found = assess(LUMP_SUM, earning(salary), on=ON)
    assert found.outcome == "undetermined"
    assert found.missing == ()
    assert {each.id for each in found.criteria if each.outcome == "unknown"} == {"income_below_bar"}


def test_a_man_without_any_income_is_below_whatever_the_bar_was() -> None:
    assert assess(LUMP_SUM, household("alone"), on=ON).outcome == "eligible"


def test_who_is_barred_for_another_reason_is_refused_whatever_was_not_published() -> None:
    barred = household("prisoner", commercial_register=True)
    assert assess(LUMP_SUM, barred, on=ON).outcome == "ineligible"


def test_a_woman_of_no_prisoner_waits_for_conditions_that_nobody_published() -> None:
    alone = household("prisoner", outside=[{"ref": "o1", "nationality": "SA", "status": "deceased"}])
    found = assess(LUMP_SUM, alone, on=ON)
    assert found.outcome == "undetermined"
    (reading,) = [each for each in found.readings if each.id == "women"]
    assert (reading.chosen, reading.other) == ("not_found", ("as_men",))


def test_a_request_for_exceptional_assistance_is_never_granted_by_guess() -> None:
    untold = [result for result in run_cases(EXCEPTIONAL, EXCEPTIONAL_CASES) if not result.case.figures]
    outcomes = {result.assessment.outcome.value for result in untold if result.assessment is not None}
    assert outcomes == {"undetermined", "ineligible"}
    widow = assess(EXCEPTIONAL, household("widow", book=EXCEPTIONAL_CASES), on=ON)
    assert isinstance(widow.amount, Amount)
    assert widow.amount.status == "unpublished"


@pytest.mark.parametrize("programme", ["sa.lump_sum", "sa.exceptional"])
def test_the_old_assistance_ends_where_the_developed_law_begins(programme: str) -> None:
    assert CATALOGUE.in_force(programme, date(2021, 12, 31)).text.id == programme
    with pytest.raises(OfficeError):
        CATALOGUE.in_force(programme, date(2022, 1, 1))
