"""A change of the rules over a caseload: each family as the rules answer it alone, and sums that add up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any

import msgspec
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from thoroughness import examples

from desktop.exchange.invented import invent
from desktop.facts.arrow_layout import tables_of
from desktop.facts.assessment import Amount, Assessment
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.programmes.answers.assess import assess
from desktop.programmes.caseload.running import assess_caseload
from desktop.programmes.language.possibilities import exactly
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.simulation.families import GAINS, LOSES, OPEN, SAME, families
from desktop.programmes.simulation.summary import BARS, losers, summary
from desktop.values.money import minor_units

ON = date(2026, 11, 1)
CATALOGUE = Catalogue()
OLD, NEW = CATALOGUE.pack("sa.developed", "2022"), CATALOGUE.pack("sa.developed", "2023-11")


def _file(plain: dict[str, Any]) -> HouseholdFile:
    return read_household(msgspec.json.encode(plain))


@pytest.fixture(scope="module")
def files() -> list[HouseholdFile]:
    return _numbered(invent(30, seed=5, country="SA"))


def _numbered(invented: Iterable[dict[str, Any]]) -> list[HouseholdFile]:
    found = []
    for number, plain in enumerate(invented):
        plain["household"]["file_number"] = f"QTF-2026-{number:05}"
        found.append(_file(plain))
    return found


def _simulated(files: list[HouseholdFile], **parameters: int) -> pa.Table:
    tables = tables_of(files)
    before = assess_caseload(OLD, tables, on=ON)
    changed = {name: exactly(value) for name, value in parameters.items()}
    pack = OLD if parameters else NEW
    return families(tables, (OLD, before), (pack, assess_caseload(pack, tables, on=ON, parameters=changed)))


def _ends(given: Assessment) -> tuple[int, int | None]:
    total = given.total
    if not isinstance(total, Amount):
        return 0, 0
    if isinstance(total.value, str):
        return minor_units(total.value), minor_units(total.value)
    low = minor_units(total.at_least) if isinstance(total.at_least, str) else 0
    return low, minor_units(total.at_most) if isinstance(total.at_most, str) else None


def test_each_family_s_two_answers_are_those_that_it_gets_alone(files: list[HouseholdFile]) -> None:
    rows = _simulated(files).to_pylist()
    assert len(rows) == len(files)
    for file, row in zip(files, rows, strict=True):
        one, other = assess(OLD, file, on=ON), assess(NEW, file, on=ON)
        assert (row["before_outcome"], row["after_outcome"]) == (one.outcome, other.outcome)
        assert (row["before_low"], row["before_high"]) == _ends(one)
        assert (row["after_low"], row["after_high"]) == _ends(other)
        assert row["size"] == len(file.members)


def test_the_higher_amounts_of_2023_make_nobody_a_loser(files: list[HouseholdFile]) -> None:
    found = summary(_simulated(files))
    assert found.all.loses == 0
    assert found.all.gains > 0
    assert found.all.after.at_least > found.all.before.at_least


def test_a_lower_minimum_makes_losers_who_are_listed_the_hardest_hit_first(files: list[HouseholdFile]) -> None:
    table = _simulated(files, base=90_000)
    found = summary(table)
    listed = losers(table, limit=1000)
    assert len(listed) == found.all.loses > 0
    assert [each.loses for each in listed] == sorted((each.loses for each in listed), reverse=True)
    assert sum(each.loses for each in listed) == found.all.lost
    pages, after = [], None
    while page := losers(table, limit=7, after=after):
        pages += page
        after = (page[-1].loses, page[-1].file_number)
    assert tuple(pages) == listed


@settings(deadline=None, max_examples=examples(1), suppress_health_check=list(HealthCheck))
@given(base=st.integers(1, 300_000), seed=st.integers(0, 40))
def test_groups_add_up_and_the_spread_holds_every_gainer_and_loser(base: int, seed: int) -> None:
    several = _numbered(invent(25, seed=seed, country="SA"))
    found = summary(_simulated(several, base=base))
    everybody = found.all
    assert everybody.families == 25 == everybody.gains + everybody.loses + everybody.same + everybody.open
    for groups in found.groups.values():
        assert sum(each.families for each in groups.values()) == everybody.families
        assert sum(each.gained for each in groups.values()) == everybody.gained
        assert sum(each.before.at_least for each in groups.values()) == everybody.before.at_least
    assert sum(bar.families for bar in found.spread) == everybody.gains + everybody.loses
    assert len(found.spread) <= BARS
    assert all(one.high == other.low for one, other in pairwise(found.spread))


def test_the_same_rules_change_nothing_for_anybody_who_is_settled(files: list[HouseholdFile]) -> None:
    tables = tables_of(files)
    answers = assess_caseload(OLD, tables, on=ON)
    becomes = families(tables, (OLD, answers), (OLD, answers))["becomes"].to_pylist()
    assert set(becomes) <= {SAME, OPEN}


def test_a_family_whose_salary_nobody_knows_is_open_and_neither_gains_nor_loses() -> None:
    plain = next(iter(invent(1, seed=11, country="SA")))
    for member in plain["members"]:
        member.pop("incomes", None)
    (row,) = _simulated([_file(plain)]).to_pylist()
    assert row["becomes"] == OPEN
    assert row["becomes"] not in (GAINS, LOSES)


def test_a_caseload_of_nobody_comes_to_nothing() -> None:
    found = summary(_simulated([]))
    assert found.all.families == 0
    assert found.all.before.at_most == 0
    assert found.spread == ()
