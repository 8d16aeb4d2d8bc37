"""How a pack is read, sealed, chosen and refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from packs_to_spoil import change, copied, without_cases

from desktop.facts.assessment import encode_assessment
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.checks import check_pack, check_versions
from desktop.programmes.language.possibilities import ANY_CODE, INFINITY, OPEN, Bounds, Value
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.figures import parameter_value
from desktop.programmes.packs.pack import Cite, Parameter
from desktop.programmes.packs.sealing import SEAL, open_pack, seal_pack
from desktop.values.errors import OfficeError, Unreachable
from desktop.values.language import Language

ROOT = Path(__file__).parents[2]
ON = date(2024, 3, 1)


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A copy of the developed law that a test may spoil."""
    return copied(tmp_path)


@pytest.fixture(scope="module")
def example() -> HouseholdFile:
    return read_household((ROOT / "resources/contracts/household.example.json").read_bytes())


def test_the_version_is_chosen_by_the_day() -> None:
    catalogue = Catalogue()
    assert catalogue.in_force("sa.developed", date(2023, 10, 31)).text.version == "2022"
    assert catalogue.in_force("sa.developed", date(2023, 11, 1)).text.version == "2023-11"


def test_a_version_asked_for_by_name_is_taken_whatever_the_day(example: HouseholdFile) -> None:
    assert Catalogue().asked("sa.developed@2022", ON, example).text.version == "2022"


@pytest.mark.parametrize(
    ("programme", "on", "key"),
    [
        ("sa.nothing", ON, "programmes.unknown_programme"),
        ("sa.developed@1999", ON, "programmes.unknown_version"),
        ("sa.developed", date(2021, 12, 31), "programmes.before_any_version"),
        ("../../etc", ON, "programmes.unknown_programme"),
        ("sa.developed@../2022", ON, "programmes.unknown_version"),
    ],
)
def test_a_programme_that_is_not_there_is_named_with_what_is(
    programme: str, on: date, key: str, example: HouseholdFile
) -> None:
    with pytest.raises(OfficeError) as refused:
        Catalogue().asked(programme, on, example)
    assert refused.value.key == key
    assert all(refused.value.sentence(language) for language in Language)


def test_a_household_of_another_country_is_refused(example: HouseholdFile) -> None:
    import msgspec

    from desktop.facts.codes import Country

    egyptian = msgspec.structs.replace(
        example, household=msgspec.structs.replace(example.household, country=Country.EG)
    )
    with pytest.raises(OfficeError, match="country"):
        assess(Catalogue().in_force("sa.developed", ON), egyptian, on=ON)


def test_a_pack_with_and_without_its_seal_answers_alike(packs: Path, example: HouseholdFile) -> None:
    sealed = open_pack(packs / "sa.developed" / "2023-11")
    (packs / "sa.developed" / "2023-11" / SEAL).unlink()
    unsealed = open_pack(packs / "sa.developed" / "2023-11")
    assert sealed.pack_hash == unsealed.pack_hash
    assert encode_assessment(assess(sealed, example, on=ON)) == encode_assessment(assess(unsealed, example, on=ON))


def test_a_seal_is_not_believed_once_the_pack_beside_it_differs(packs: Path, example: HouseholdFile) -> None:
    folder = change(packs, 'value: "1320"', 'value: "9999"', "2023-11")
    found = assess(open_pack(folder), example, on=ON)
    assert found.amount is not None
    assert found.amount.value == "5000.00"


def test_a_seal_is_not_believed_once_the_version_it_amends_differs(packs: Path) -> None:
    before = open_pack(packs / "sa.developed" / "2023-11").pack_hash
    change(packs, 'food_per_person: {value: "84"', 'food_per_person: {value: "85"')
    assert open_pack(packs / "sa.developed" / "2023-11").pack_hash != before


def test_a_damaged_seal_is_passed_over(packs: Path) -> None:
    folder = packs / "sa.developed" / "2022"
    (folder / SEAL).write_bytes(b"{")
    assert open_pack(folder).text.version == "2022"


def test_sealing_twice_changes_nothing(packs: Path) -> None:
    folder = packs / "sa.developed" / "2022"
    (folder / SEAL).unlink()
    assert seal_pack(folder)
    assert not seal_pack(folder)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("SAR/month", Bounds(13_000, INFINITY)), ("person", Bounds(130, INFINITY)), ("code", ANY_CODE), ("boolean", OPEN)],
)
def test_an_unpublished_figure_may_be_anything_of_its_sort_within_its_bounds(unit: str, expected: Value) -> None:
    unpublished = Parameter(unit=unit, unpublished=True, bounds=("130", None), cite=Cite(law="law"))
    value = parameter_value(unpublished)
    assert value is expected or value == expected


def test_comments_and_spacing_do_not_change_the_hash_of_a_pack(packs: Path) -> None:
    folder = packs / "sa.developed" / "2022"
    before = open_pack(folder).pack_hash
    change(packs, "criteria:\n", "# a remark\n\ncriteria:\n")
    assert open_pack(folder).pack_hash == before


def test_figures_of_the_law_are_kept_exactly_as_written(packs: Path) -> None:
    folder = change(packs, 'base: {value: "1100"', "base: {value: 1100.10")
    assert open_pack(folder).text.parameters["base"].value == "1100.10"


def test_a_stored_answer_comes_out_the_same_after_a_newer_version_is_added(packs: Path, example: HouseholdFile) -> None:
    pack = Catalogue(packs).in_force("sa.developed", ON)
    stored = encode_assessment(assess(pack, example, on=ON))
    newer = packs / "sa.developed" / "2024-02"
    newer.mkdir()
    (newer / "pack.yaml").write_text(
        'id: sa.developed\nversion: "2024-02"\namends: "2023-11"\napplies: {from: 2024-02-01}\n'
        "parameters:\n  base: {value: 1500, unit: SAR/month, cite: {law: directive, confidence: assumed}}\n"
    )
    catalogue = Catalogue(packs)
    assert catalogue.in_force("sa.developed", ON).text.version == "2024-02"
    replayed = encode_assessment(assess(catalogue.pack("sa.developed", "2023-11"), example, on=ON))
    assert replayed == stored
    assert [fault.key for fault in check_versions(catalogue)] == ["programmes.versions_overlap"]


SPOILT = {
    "programmes.pack_not_yaml": ("parameters:\n", "parameters: [\n"),
    "programmes.pack_field": ("unit: household\n", "unit: tribe\n"),
    "programmes.pack_expression": (
        'is: "calculated_minimum - counted_income"',
        'is: "calculated_minimum - counted_incom"',
    ),
    "programmes.unlisted_law": ("cite: {law: practice, confidence: assumed}}\ntitle", "cite: {law: hearsay}}\ntitle"),
    "programmes.unused": (
        "readings:\n",
        "readings:\n  odd: {default: a, other: [b], label: {ar: ا, en: a}, why: {ar: ا, en: a}}\n",
    ),
    "programmes.unspoken": ("أيام الغياب خارجها في السنة الماضية: {head_days_abroad}", "{nothing}"),
    "programmes.half_said": ("days abroad in the past year: {head_days_abroad}, at most", "at most"),
    "programmes.figure_missing": ('base: {value: "1100", unit', "base: {unit"),
    "programmes.table_hole": ("3: 118, ", ""),
}


@pytest.mark.parametrize("key", SPOILT)
def test_a_spoilt_pack_is_found_unfit_and_told_why(packs: Path, key: str) -> None:
    old, new = SPOILT[key]
    report = check_pack(without_cases(change(packs, old, new)))
    assert key in {fault.key for fault in report.faults}
    assert not report.fit
    assert all(fault.sentence(language) for fault in report.faults for language in Language)


def test_a_pack_whose_figure_is_wrong_fails_its_own_cases(packs: Path) -> None:
    report = check_pack(change(packs, 'earned_disregard: {value: "0.5"', 'earned_disregard: {value: "0.4"'))
    assert not report.fit
    assert not report.faults
    assert any("amount" in difference for result in report.cases for difference in result.differences)


def test_a_folder_without_a_pack_could_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(Unreachable):
        open_pack(tmp_path)
