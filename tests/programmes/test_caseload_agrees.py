"""The caseload kernel and the interpreter say the same of every household, to the last unit, unknowns included."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.facts.arrow_layout import tables_of
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.caseload.compiling import Program
from desktop.programmes.caseload.questions import questions
from desktop.programmes.caseload.running import assess_caseload, not_compiled
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.language.evaluation import Evaluation
from desktop.programmes.language.family import Family
from desktop.programmes.language.linking import link
from desktop.programmes.language.possibilities import Truth, Value, contains, exactly
from desktop.programmes.language.scope import Scope
from desktop.programmes.language.sorts import Sort
from desktop.programmes.language.syntax import AnyNode
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.figures import figure_value
from desktop.values.errors import OfficeError
from tests.programmes.caseload_answers import columns_read, differences, interpreted
from tests.programmes.holed_households import beyond_columns, holed_households
from tests.programmes.random_expressions import sums, truths
from tests.thoroughness import examples

ON = date(2026, 11, 1)
CATALOGUE = Catalogue()
PACKS = [f"{programme}@{version}" for programme, versions in CATALOGUE.versions.items() for version in versions]
BATCH = 40
PARAMETERS: dict[str, Value] = {"base": exactly(132_000), "step": exactly(66_000)}
SCOPE = Scope(link, sources={}, parameters={"base": Sort.MONEY, "step": Sort.MONEY})
EXPRESSIONS = st.one_of(truths("household", 3), sums("household", 3, "money"), sums("household", 3, "number"))
# Shrinking would run hundreds of batches; the batch that fails is small enough to look into.
SLOW = {"deadline": None, "suppress_health_check": list(HealthCheck), "phases": [Phase.explicit, Phase.generate]}


def named(pack: str) -> Pack:
    programme, _, version = pack.partition("@")
    return CATALOGUE.pack(programme, version)


@settings(max_examples=6, **SLOW)  # type: ignore[arg-type]
@given(pack=st.sampled_from(PACKS), seed=st.integers(0, 100_000))
def test_households_with_holes_everywhere_are_answered_alike(pack: str, seed: int) -> None:
    rules = named(pack)
    files = holed_households(BATCH, seed=seed, country=rules.text.country, on=ON)
    assert differences(rules, files, ON) == []


def test_the_developed_law_is_answered_alike_in_the_other_calendar_and_under_every_other_reading() -> None:
    rules = CATALOGUE.pack("sa.developed", "2022")
    others = {name: reading for name, reading in rules.text.readings.items() if reading.other}
    parameters = {name: figure_value(reading.other[0], reading.unit) for name, reading in others.items()}
    files = holed_households(BATCH, seed=11, country="SA", on=ON)
    assert differences(rules, files, ON, parameters) == []


@pytest.mark.parametrize("pack", ["sa.developed@2023-11", "sa.old@1436", "eg.takaful@2025"])
def test_few_households_that_have_much_alike_are_answered_as_each_is_alone(pack: str) -> None:
    rules = named(pack)
    files = holed_households(6, seed=29, country=rules.text.country, on=ON)
    assert [line for at in range(0, 6, 2) for line in differences(rules, files[at : at + 2], ON)] == []


@pytest.mark.parametrize("programme", CATALOGUE.versions)
def test_the_households_of_the_packs_own_cases_are_answered_alike(programme: str) -> None:
    version = CATALOGUE.versions[programme][-1]
    rules = CATALOGUE.pack(programme, version)
    files: list[HouseholdFile] = []
    days: Counter[date] = Counter()
    for each in CATALOGUE.versions[programme]:
        book = read_cases(CATALOGUE.root / programme / each)
        files += [household_of(book, case) for case in book.cases]
        days.update(case.on for case in book.cases)
    files = [file for file in files if file.household.country.value == rules.text.country]
    assert files
    assert differences(rules, files, days.most_common(1)[0][0]) == []


@pytest.mark.parametrize("pack", PACKS)
def test_no_shipped_pack_leaves_an_expression_to_the_interpreter(pack: str) -> None:
    assert not_compiled(named(pack), on=ON) is None


@settings(max_examples=examples(2), **SLOW)  # type: ignore[arg-type]
@given(nodes=st.lists(EXPRESSIONS, min_size=6, max_size=6), seed=st.integers(0, 100_000))
def test_any_expression_comes_to_the_interpreters_very_bounds(nodes: list[AnyNode], seed: int) -> None:
    files = holed_households(12, seed=seed, country="SA", on=ON)
    readers = [link(node, "household", SCOPE).reader for node in nodes]
    expected = [
        [reader(Evaluation(family, ON, PARAMETERS, {}), family.household) for family in map(Family, files)]
        for reader in readers
    ]
    for bounds in (False, True):
        program = Program(SCOPE, PARAMETERS, tuple(nodes), on=ON, bounds=bounds)
        for node, values, found in zip(nodes, expected, columns_read(program, nodes, files), strict=True):
            for ordinal, value in found.items():
                if bounds:
                    assert same(value, values[ordinal]), (ordinal, node)
                else:
                    assert contains(value, values[ordinal]) or not values[ordinal].known, (ordinal, node)
                    assert same(value, values[ordinal]) or not value.known, (ordinal, node)


def same(a: Value, b: Value) -> bool:
    if isinstance(a, Truth) and isinstance(b, Truth):
        return (a.may_hold, a.may_fail) == (b.may_hold, b.may_fail)
    return a == b


def test_equal_packs_give_the_same_sql_without_a_word_of_any_file() -> None:
    def sql() -> list[str]:
        made = questions(Catalogue().pack("sa.developed", "2023-11"), on=ON, parameters={}, bounds=True).program
        return list(made.script)

    assert sql() == sql()


def test_a_household_beyond_what_columns_hold_is_answered_by_the_interpreter_to_the_last_unit() -> None:
    rules = CATALOGUE.pack("sa.developed", "2023-11")
    files = holed_households(6, seed=5, country="SA", on=ON)
    files[0] = beyond_columns(files[0])
    rows = assess_caseload(rules, tables_of(files), on=ON, threads=1).to_pylist()
    assert rows[0]["way"] == "interpreter"
    (expected,) = interpreted(rules, files[0], ON)
    assert {name: rows[0][name] for name in expected} == expected


def test_a_file_of_another_country_is_refused() -> None:
    files = holed_households(2, seed=5, country="EG", on=ON)
    with pytest.raises(OfficeError) as raised:
        assess_caseload(CATALOGUE.pack("sa.developed", "2023-11"), tables_of(files), on=ON)
    assert raised.value.key == "programmes.other_country"
