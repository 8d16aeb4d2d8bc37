"""The developed law's own cases, every worked example of the fact sheet, and the contract's example."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desktop.facts.reading import read_household
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import CaseResult, read_cases, run_cases
from desktop.programmes.checking.checks import check_pack, check_versions
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.sealing import SEAL, seal_bytes
from desktop.programmes.packs.strict_yaml import plain_yaml

ROOT = Path(__file__).parents[2]
PROGRAMMES = ROOT / "resources" / "programmes"
FOLDERS = sorted(path.parent for path in PROGRAMMES.glob("*/*/pack.yaml"))
DEVELOPED = [folder for folder in FOLDERS if folder.parent.name == "sa.developed"]
CATALOGUE = Catalogue()

# The published and derived examples of the fact sheet §7: persons, pension, total.
WITHOUT_INCOME = {
    "2023-11": [
        (1, "1320.00", "1476.00"),
        (2, "1980.00", "2237.00"),
        (4, "3300.00", "3766.00"),
        (7, "5000.00", "5834.00"),
    ],
    "2022": [(1, "1100.00", "1256.00"), (4, "2750.00", "3216.00"), (9, "5000.00", "6090.00")],
}


def results() -> list[tuple[str, CaseResult]]:
    found = []
    for folder in DEVELOPED:
        pack = CATALOGUE.pack(folder.parent.name, folder.name)
        found += [(folder.name, result) for result in run_cases(pack, read_cases(folder))]
    return found


@pytest.mark.parametrize("folder", DEVELOPED, ids=lambda folder: folder.name)
def test_every_version_of_it_is_fit_to_decide_with(folder: Path) -> None:
    """As `make check` asks of every pack there is."""
    report = check_pack(folder)
    assert [str(fault) for fault in report.faults] == []
    assert [(result.case.says.en, result.differences) for result in report.cases if not result.agrees] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_every_seal_was_made_from_the_pack_beside_it(folder: Path) -> None:
    assert (folder / SEAL).read_bytes() == seal_bytes(folder)


def test_the_versions_of_a_programme_follow_each_other_without_gap_or_overlap() -> None:
    assert list(check_versions(CATALOGUE)) == []


def test_the_contracts_example_comes_to_480_and_737() -> None:
    file = read_household((ROOT / "resources/contracts/household.example.json").read_bytes())
    expected = json.loads((ROOT / "resources/contracts/household.example.expected.json").read_text())
    on = date.fromisoformat(expected["on"])
    pack = CATALOGUE.asked(expected["programme"], on, file)
    found = assess(pack, file, on=on)
    assert pack.text.version == expected["version"]
    assert found.outcome == expected["outcome"]
    assert found.amount is not None
    assert found.amount.value == expected["amount"]["value"]
    assert {each.id: each.amount.value for each in found.components} == expected["components"]
    assert found.total.value == expected["total"]["value"]
    assert found.missing == ()


@pytest.mark.parametrize(
    ("version", "persons", "pension", "total"),
    [(version, *row) for version, rows in WITHOUT_INCOME.items() for row in rows],
)
def test_a_household_without_income_gets_the_published_total(
    version: str, persons: int, pension: str, total: str
) -> None:
    shown = [
        result.assessment
        for name, result in results()
        if name == version and result.case.says.en == f"a household of {persons} without income"
    ]
    assert [(one.amount.value, one.total.value) for one in shown] == [(pension, total)]


def test_no_answer_of_the_packs_own_cases_is_open_without_saying_what_is_missing() -> None:
    for _, result in results():
        found = result.assessment
        assert found is not None
        assert found.outcome != "undetermined" or found.missing, result.case.says.en


def test_every_way_that_the_criteria_of_the_developed_law_can_come_out_has_a_case() -> None:
    for folder in DEVELOPED:
        assert not check_pack(folder).unexercised


def test_the_demonstration_households_come_to_what_their_stories_say() -> None:
    stories = ROOT / "resources/demonstration"
    told = plain_yaml((stories / "stories.yaml").read_bytes(), stories)["stories"]
    assert len(told) == 12
    for story in told:
        file = read_household((stories / "households" / story["file"]).read_bytes())
        expect = story["expect"]
        on = date.fromisoformat(expect["on"])
        found = assess(CATALOGUE.asked(expect["programme"], on, file), file, on=on)
        assert found.outcome == expect["outcome"], story["file"]
        if "amount" in expect:
            assert found.amount.value == expect["amount"], story["file"]
        if "total" in expect:
            assert found.total.value == expect["total"], story["file"]


def test_the_same_facts_pack_and_day_give_the_same_bytes() -> None:
    from desktop.facts.assessment import encode_assessment

    file = read_household((ROOT / "resources/contracts/household.example.json").read_bytes())
    on = date(2024, 3, 1)
    once = encode_assessment(assess(CATALOGUE.in_force("sa.developed", on), file, on=on))
    again = encode_assessment(assess(Catalogue().in_force("sa.developed", on), file, on=on))
    assert once == again
