"""What the rules would answer if a household's facts were otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from casework_house import DAY, DEVELOPED, earning, example, sar, shipped

from desktop.casework.levers import DEPENDANTS, FIRST, Lever, all_levers, dependants_of, lever_at, levers_first
from desktop.casework.what_if import Supposed, changed, difference, supposed, turning_point
from desktop.facts.assessment import Assessment
from desktop.facts.canonical import facts_hash
from desktop.facts.codes import IncomeKind, Outcome
from desktop.facts.describe import Kind
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.compiled import Pack
from desktop.values.errors import Faults
from desktop.values.money import Currency

SALARY = "/members/0/incomes/0/amount"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped().asked(DEVELOPED, DAY, example())


def asked(pack: Pack, file: HouseholdFile, *supposals: Supposed, on: date = DAY) -> Assessment:
    return supposed(pack, file, supposals, on=on, today=on)


def lever(file: HouseholdFile, pointer: str) -> Lever:
    return {each.pointer: each for each in all_levers(file)}[pointer]


def test_a_supposed_amount_gives_the_answer_that_the_same_registered_amount_would_give(pack: Pack) -> None:
    file = example()
    assert asked(pack, file, Supposed(lever(file, SALARY), "500.00")) == assess(pack, earning(file, "500.00"), on=DAY)


def test_the_file_itself_stays_as_it_is(pack: Pack) -> None:
    file = example()
    before = facts_hash(file)
    asked(pack, file, Supposed(lever(file, SALARY), "9000.00"), Supposed(lever(file, DEPENDANTS), 9))
    assert facts_hash(file) == before


def test_nothing_supposed_is_the_file_itself(pack: Pack) -> None:
    file = example()
    assert changed(file, [], on=DAY) == file
    assert asked(pack, file) == assess(pack, file, on=DAY)


def test_each_supposed_dependant_adds_one_increment_and_each_taken_away_takes_one(pack: Pack) -> None:
    file = example()
    stored = assess(pack, file, on=DAY)
    there = len(dependants_of(file))
    more = asked(pack, file, Supposed(lever(file, DEPENDANTS), there + 2))
    assert more.missing == stored.missing
    found = difference(stored, more, Currency.SAR).more
    assert found is not None
    assert found > sar("1320.00")
    fewer = asked(pack, file, Supposed(lever(file, DEPENDANTS), 0))
    assert fewer.outcome is not Outcome.UNDETERMINED
    assert len(changed(file, [Supposed(lever(file, DEPENDANTS), 0)], on=DAY).members) == 1


def test_an_income_that_the_file_does_not_have_can_be_supposed_and_let_go_again(pack: Pack) -> None:
    file = example()
    rent = lever(file, "/members/0/incomes/-rent/amount")
    assert (rent.label, rent.now) == (IncomeKind.RENT.label, None)
    with_rent = asked(pack, file, Supposed(rent, "100.00"))
    stored = assess(pack, file, on=DAY)
    assert with_rent.missing == stored.missing
    assert difference(stored, with_rent, Currency.SAR).more == sar("-100.00")
    assert asked(pack, file, Supposed(rent, None)) == stored


def test_an_asset_that_the_file_does_not_have_counts_at_a_twelfth(pack: Pack) -> None:
    file = example()
    land = lever(file, "/members/0/assets/-land/value")
    found = asked(pack, file, Supposed(land, "1200.00"))
    assert difference(assess(pack, file, on=DAY), found, Currency.SAR).more == sar("-100.00")


def test_a_fact_can_be_supposed_unknown_and_the_answer_says_so(pack: Pack) -> None:
    file = example()
    found = asked(pack, file, Supposed(lever(file, SALARY), None))
    assert SALARY in [each.path for each in found.missing]
    assert difference(assess(pack, file, on=DAY), found, Currency.SAR).more is None


def test_a_right_that_is_lost_is_told_as_turned_with_all_that_is_due_no_more(pack: Pack) -> None:
    file = example()
    stored = assess(pack, file, on=DAY)
    lost = difference(stored, asked(pack, file, Supposed(lever(file, SALARY), "99000")), Currency.SAR)
    assert (lost.turned, lost.more) == (True, sar("-737.00"))


def test_what_is_missing_comes_first_and_a_list_nobody_spoke_of_can_be_supposed_empty(pack: Pack) -> None:
    file = earning(example(), None)
    answer = assess(pack, file, on=DAY)
    first, second = levers_first(answer, file)[:2]
    assert {first.pointer, second.pointer} == {"/members/0/assets", "/members/0/incomes"}
    assert (first.kind, first.now) == (Kind.LIST, None)
    settled = asked(pack, file, Supposed(first, ()), Supposed(second, ()))
    assert settled.outcome is Outcome.ELIGIBLE


def test_an_income_can_be_supposed_where_nobody_spoke_of_any(pack: Pack) -> None:
    file = earning(example(), None)
    salary = lever(file, "/members/0/incomes/-salary/amount")
    found = asked(pack, file, Supposed(salary, "1000.00"), Supposed(lever(file, "/members/0/assets"), ()))
    assert found.outcome is Outcome.ELIGIBLE


def test_the_first_levers_are_a_handful_that_begins_with_the_incomes_and_the_dependants(pack: Pack) -> None:
    file = example()
    first = levers_first(assess(pack, file, on=DAY), file)
    assert len(first) == FIRST
    assert first[0].pointer == SALARY
    assert first[0].whose is not None
    assert DEPENDANTS in [each.pointer for each in first]
    assert len({each.pointer for each in first}) == FIRST


@pytest.mark.parametrize("path", ["/members/0/birth_date", "/members/0/sex", "/members/1/mother", "/members/0/ref"])
def test_what_no_visit_can_change_is_no_lever(path: str) -> None:
    assert lever_at(example(), path) is None
    assert path not in [each.pointer for each in all_levers(example())]


def test_every_lever_can_be_supposed_unknown_or_as_it_is_without_breaking_the_file() -> None:
    file = example()
    for each in all_levers(file):
        for value in {None, each.now}:
            changed(file, [Supposed(each, value)], on=DAY)


def test_every_fact_of_a_choice_takes_each_of_its_codes() -> None:
    file = example()
    for each in all_levers(file):
        for code, label in each.codes:
            assert label.ar
            changed(file, [Supposed(each, code)], on=DAY)


def test_a_value_that_no_file_may_hold_is_refused_and_named(pack: Pack) -> None:
    file = example()
    with pytest.raises(Faults) as refused:
        asked(pack, file, Supposed(lever(file, SALARY), "much"))
    assert refused.value.faults[0].pointer == SALARY


def test_what_contradicts_the_rest_of_the_file_is_refused(pack: Pack) -> None:
    file = example()
    workers = lever(file, "/household/domestic_workers_for_disability")
    with pytest.raises(Faults):
        asked(pack, file, Supposed(lever(file, "/household/domestic_workers"), 0), Supposed(workers, 3))


def test_the_turning_point_is_the_least_whole_amount_that_loses_the_right(pack: Pack) -> None:
    file = example()
    salary = lever(file, SALARY)
    point = turning_point(pack, file, salary, on=DAY, today=DAY)
    assert point is not None
    assert asked(pack, file, Supposed(salary, point.decimal_text())).outcome is Outcome.INELIGIBLE
    below = point - sar("1.00")
    assert asked(pack, file, Supposed(salary, below.decimal_text())).outcome is Outcome.ELIGIBLE


def test_there_is_no_turning_point_where_the_amount_turns_nothing(pack: Pack) -> None:
    file = example()
    aid = lever(file, "/members/0/incomes/-disability_aid/amount")
    assert turning_point(pack, file, aid, on=DAY, today=DAY) is None


def test_the_turning_point_takes_the_other_supposals_along(pack: Pack) -> None:
    file = example()
    salary, dependants = lever(file, SALARY), lever(file, DEPENDANTS)
    more: Any = Supposed(dependants, len(dependants_of(file)) + 1)
    plain = turning_point(pack, file, salary, on=DAY, today=DAY)
    larger = turning_point(pack, file, salary, [more], on=DAY, today=DAY)
    assert plain is not None
    assert larger is not None
    assert larger > plain
