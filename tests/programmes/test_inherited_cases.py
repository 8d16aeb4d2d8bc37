"""An amended version is shown by the cases of what it amends, for the rules alone that it leaves as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs_to_spoil import SHIPPED, copied

from desktop.programmes.checking.checks import check_pack
from desktop.programmes.checking.inheriting import unchanged_places
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.language import Language

CATALOGUE = Catalogue()
AMENDED = ["eg.takaful@2023-07", "eg.karama@2024-03", "eg.old_pension@2025-04", "eg.child_pension@2025-04"]
"""The last amendments of their chains; `make check` looks at every version."""


@pytest.fixture
def takaful(tmp_path: Path) -> Path:
    """A copy of the versions of Takaful, of which that of 2017 amends that of 2015."""
    return copied(tmp_path, "eg.takaful") / "eg.takaful"


def amended(takaful: Path, more: str) -> Path:
    path = takaful / "2017" / "pack.yaml"
    text = path.read_text("utf-8")
    assert "parameters:\n" in text
    path.write_text(text.replace("parameters:\n", more, 1), "utf-8")
    return path.parent


@pytest.mark.parametrize("name", AMENDED)
def test_every_criterion_and_category_of_an_amended_version_is_met_failed_and_left_open(name: str) -> None:
    programme, _, version = name.partition("@")
    report = check_pack(SHIPPED / programme / version)
    assert [str(fault) for fault in report.faults] == []
    assert report.unexercised == ()
    assert report.fit


def test_the_cases_of_what_is_amended_are_run_and_agree_where_nothing_changed() -> None:
    report = check_pack(SHIPPED / "eg.takaful" / "2017")
    assert len(report.inherited) > len(report.cases)
    assert all(result.agrees for result in report.inherited)
    versions = {result.assessment.version for result in report.inherited if result.assessment is not None}
    assert versions == {"2017"}


def test_a_version_that_shows_everything_itself_runs_no_case_of_another() -> None:
    # Its forty-odd rules are all restated in its own cases.
    assert check_pack(SHIPPED / "sa.developed" / "2023-11").inherited == ()


def test_a_rule_is_unchanged_only_with_all_that_stands_behind_it() -> None:
    versions = {version: CATALOGUE.pack("eg.takaful", version) for version in ("2015", "2017", "2021-11", "2022-07")}
    amounts_alone = unchanged_places(versions["2015"], versions["2017"])
    assert {"criteria/land", "criteria/poor", "derived/household/entitled"} <= amounts_alone
    assert not {"benefits/takaful", "variables/household/children_grants", "adjustments/beyond_cap"} & amounts_alone
    # Whose land counts follows who belongs to the family, which students joined in 2021.
    joined = unchanged_places(versions["2015"], versions["2021-11"])
    assert not {"criteria/land", "criteria/has_children", "derived/household/entitled"} & joined
    assert {"criteria/poor", "criteria/egyptian"} <= joined
    assert "criteria/land" in unchanged_places(versions["2021-11"], versions["2022-07"])


def test_a_figure_that_an_amendment_changes_must_be_shown_by_its_own_cases(takaful: Path) -> None:
    heads = 'barring_heads: {value: "4", unit: head, cite: {law: scale_2017, confidence: assumed}}'
    report = check_pack(amended(takaful, f"parameters:\n  {heads}\n"))
    assert {each for each in report.unexercised if each.startswith("livestock")} == {
        "livestock: unmet",
        "livestock: unknown",
    }
    assert not report.fit
    # What the earlier cases say of the rule that changed is no fault of the amendment.
    assert all(result.agrees for result in report.inherited)


def test_what_no_case_shows_makes_a_pack_unfit_and_is_told_with_its_line(takaful: Path) -> None:
    folder = takaful / "2015"
    (folder / "cases.yaml").unlink()
    report = check_pack(folder)
    assert not report.fit
    faults = {str(fault.details["place"]): fault for fault in report.faults}
    lines = (folder / "pack.yaml").read_text("utf-8").splitlines()
    land = faults["criteria/land"]
    assert land.key == "programmes.not_shown"
    assert "land" in lines[int(str(land.details["line"])) - 1]
    assert "met, unmet, unknown" in land.sentence(Language.ENGLISH)
    assert "متحققًا" in land.sentence(Language.ARABIC)
