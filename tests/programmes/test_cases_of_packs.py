"""What a pack's own cases must show, and how a case states what the pack leaves open."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop.programmes.checking.cases import CaseBook, read_cases, run_cases
from desktop.programmes.checking.checks import check_pack
from desktop.programmes.checking.openness import Openness
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError
from desktop.values.language import Language

PROGRAMMES = Path(__file__).parents[2] / "resources" / "programmes"
CATALOGUE = Catalogue()
CONDITIONS = CATALOGUE.pack("training.conditions", "1")
DEVELOPED = CATALOGUE.pack("sa.developed", "2022")


@pytest.mark.parametrize(
    "place",
    ["criteria/services_running", "criteria/data_updated", "criteria/not_waived"],
)
def test_what_rests_only_on_what_would_be_on_record_is_never_open(place: str) -> None:
    assert not Openness(DEVELOPED).can_stay_open(place)


@pytest.mark.parametrize(
    "place",
    [
        "criteria/nationality",
        "criteria/permanent_residence",
        "criteria/not_in_centre",
        "criteria/income_below_minimum",
        "criteria/vehicles",
        "criteria/residents_registered",
        "criteria/independence",
        "criteria/beneficiary_alive",
    ],
)
def test_what_rests_on_a_fact_that_may_be_missing_can_stay_open(place: str) -> None:
    assert Openness(DEVELOPED).can_stay_open(place)


def test_an_unpublished_figure_leaves_a_criterion_open_and_a_receipt_on_record_does_not() -> None:
    openness = Openness(CONDITIONS)
    assert openness.can_stay_open("criteria/age_at_least")
    assert not openness.can_stay_open("criteria/beneficiary")


@pytest.mark.parametrize("folder", [PROGRAMMES / "training.conditions" / "1", PROGRAMMES / "sa.developed" / "2022"])
def test_a_way_of_coming_out_that_no_case_shows_is_told(folder: Path, tmp_path: Path) -> None:
    alone = tmp_path / folder.parent.name / folder.name
    alone.mkdir(parents=True)
    (alone / "pack.yaml").write_bytes((folder / "pack.yaml").read_bytes())
    report = check_pack(alone)
    assert report.pack is not None
    told = set(report.unexercised)
    assert {f"{each.id}: {way}" for each in report.pack.text.criteria for way in ("met", "unmet")} <= told
    assert not {"not_waived: unknown", "beneficiary: unknown"} & told


def test_a_case_that_states_a_figure_the_pack_does_not_know_is_refused_by_name() -> None:
    book = read_cases(PROGRAMMES / "training.conditions" / "1")
    stating = next(case for case in book.cases if case.figures)
    slip = msgspec.structs.replace(stating, figures={"least_ages": "18"})
    with pytest.raises(OfficeError) as refusal:
        list(run_cases(CONDITIONS, CaseBook(bases=book.bases, cases=(slip,))))
    assert all("least_ages" in refusal.value.sentence(language) for language in Language)
