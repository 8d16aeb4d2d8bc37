"""What is wrong in a pack that reads well is named with its place and line: units, codes, citations, dead ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from packs_to_spoil import SHIPPED, change, copied, without_cases

from desktop.programmes.checking.checks import check_pack, check_versions, faults_of
from desktop.programmes.checking.measures import measure_of
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.compiled import Pack
from desktop.programmes.packs.sealing import open_text
from desktop.values.errors import OfficeError
from desktop.values.language import Language

GAP = 'is: "calculated_minimum - counted_income"'
VEHICLES = 'is: "CASE WHEN independent THEN vehicles <= :independent_vehicles ELSE vehicles <= :family_vehicles END"'


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return copied(tmp_path)


SPOILT = {
    "a yearly figure beside a monthly one": (
        'household_cap: {value: "5000", unit: SAR/month', 'household_cap: {value: "5000", unit: SAR/year',
        "programmes.mixed_units", "variables/household/pension",
    ),
    "an age in months": (
        'student_of_family_age: {value: "25", unit: year', 'student_of_family_age: {value: "25", unit: month',
        "programmes.mixed_units", "variables/household/head_is_student_of_family",
    ),
    "days of years": (
        'update_days: {value: "30", unit: day', 'update_days: {value: "30", unit: year',
        "programmes.mixed_units", "variables/household/update_overdue",
    ),
    "cars counted in days": (
        'family_vehicles: {value: "3", unit: car', 'family_vehicles: {value: "3", unit: day',
        "programmes.mixed_units", "criteria/vehicles",
    ),
    "another country's money": (
        'increment: {value: "550", unit: SAR/month', 'increment: {value: "550", unit: EGP/month',
        "programmes.mixed_units", "parameters/increment",
    ),
    "money against a count": (
        VEHICLES, 'is: "vehicles <= :base"', "programmes.pack_expression", "criteria/vehicles",
    ),
    "a calendar that is a number": (
        "    default: gregorian\n    other: [hijri]\n", '    default: "1"\n    other: ["2"]\n    unit: day\n',
        "programmes.pack_expression", "variables/member/adult",
    ),
    "a criterion that nobody meets": (
        VEHICLES, 'is: "vehicles < 0"', "programmes.never_holds", "criteria/vehicles",
    ),
    "a criterion that nobody fails": (
        VEHICLES, 'is: "vehicles >= 0"', "programmes.always_holds", "criteria/vehicles",
    ),
    "a criterion that applies to nobody": (
        'when: "independent"\n    is: "proof', 'when: "vehicles < 0"\n    is: "proof',
        "programmes.never_holds", "criteria/independence/when",
    ),
    "a branch that is never taken": (
        VEHICLES, 'is: "CASE WHEN vehicles < 0 THEN TRUE WHEN independent THEN vehicles <= 1 ELSE vehicles <= 3 END"',
        "programmes.never_taken", "criteria/vehicles",
    ),
    "an ELSE that is never reached": (
        GAP, 'is: "CASE WHEN size >= 0 THEN calculated_minimum - counted_income ELSE :base END"',
        "programmes.never_taken", "variables/household/gap",
    ),
    "a code that a fact never has": (
        "id_kind = 'iqama'", "id_kind = 'iqamah'", "programmes.unknown_code", "variables/member/iqama_valid",
    ),
    "an option that a reading does not have": (
        ":citizen_account = 'excluded'", ":citizen_account = 'exclude'",
        "programmes.unknown_code", "variables/income/excluded",
    ),
    "options that nothing tells apart": (
        ":citizen_account = 'excluded'", ":citizen_account <> 'other'", "programmes.options_alike",
        "readings/citizen_account",
    ),
    "a figure without a citation": (
        'END", cite: {law: regulation, article: "10.4", source: R1}', 'END * :earned_disregard"',
        "programmes.uncited", "variables/income/of_household",
    ),
    "a number written out without a citation": (
        'label: {ar: "العمالة المنزلية المحتسبة", en: "domestic workers counted"}', "label: null",
        "programmes.uncited", "variables/household/counted_workers",
    ),
    "a law that can be read nowhere": (
        "practice: {ar: \"ما جرى عليه العمل\", en: \"Practice\"}",
        "practice: {ar: \"ما جرى عليه العمل\", en: \"Practice\"}\n  hearsay: {ar: \"قيل\", en: \"Hearsay\"}",
        "programmes.unsourced", "readings/cap_placement",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", SPOILT)
def test_a_fault_is_named_with_its_place_and_line(packs: Path, kind: str) -> None:
    old, new, key, place = SPOILT[kind]
    folder = change(packs, old, new)
    if kind == "a number written out without a citation":
        change(packs, 'is: "domestic_workers - domestic_workers_for_disability"', 'is: "domestic_workers - 7"')
    if kind == "a law that can be read nowhere":
        change(
            packs, "cite: {law: practice, confidence: press, source: N39}", "cite: {law: hearsay, confidence: press}"
        )
    report = check_pack(without_cases(folder))
    found = {(fault.key, fault.details.get("place")): fault for fault in report.faults}
    assert (key, place) in found
    fault = found[key, place]
    assert not report.fit
    assert int(str(fault.details["line"])) > 1
    assert str(fault.details["pack"]).startswith("sa.developed")
    for language in Language:
        sentence = fault.sentence(language)
        assert "{" not in sentence
        assert "؛" in sentence or ";" in sentence


def test_the_shipped_packs_have_no_such_fault() -> None:
    found: list[OfficeError] = [fault for pack in Catalogue().packs() for fault in faults_of(pack)]
    assert [(fault.key, fault.details) for fault in found] == []


@pytest.mark.parametrize(
    ("unit", "measure"),
    [
        ("SAR/month", "money/month"), ("EGP/year", "money/year"), ("SAR", "money"), ("SAR/person", None),
        ("year", "year"), ("car", "count"), ("ratio", "ratio"), ("code", None), ("number", None), ("feddan", "feddan"),
    ],
)  # fmt: skip
def test_the_unit_of_a_figure_is_a_measure(unit: str, measure: str | None) -> None:
    assert measure_of(unit) == measure


def test_what_no_case_pays_reads_or_takes_is_told(packs: Path) -> None:
    folder = packs / "sa.developed" / "2022"
    (folder / "cases.yaml").unlink()
    unshown = check_pack(folder).unshown
    assert unshown
    assert "pension" in unshown.benefits
    assert "household.gap" in unshown.variables
    assert "nationality: met" in unshown.outcomes
    # Of what is not read at all, no branch is named.
    assert unshown.branches == ()


def test_a_branch_that_no_case_takes_is_told(packs: Path) -> None:
    folder = change(packs, GAP, 'is: "CASE WHEN size > 70 THEN :base ELSE calculated_minimum - counted_income END"')
    assert "variables/household/gap: CASE, WHEN 1" in {str(spot) for spot in check_pack(folder).unshown.branches}


def test_the_cases_of_the_developed_law_pay_every_benefit_and_read_every_variable() -> None:
    unshown = check_pack(SHIPPED / "sa.developed" / "2022").unshown
    assert (unshown.benefits, unshown.variables) == ((), ())


def versions(packs: Path, *applies: str) -> list[str]:
    """The keys of what is wrong between versions that apply as given."""
    for number, each in enumerate(applies, 1):
        folder = packs / "sa.developed" / f"200{number}"
        folder.mkdir()
        (folder / "pack.yaml").write_text(
            f'id: sa.developed\nversion: "200{number}"\namends: "2022"\napplies: {{{each}}}\n', "utf-8"
        )
    catalogue = Catalogue(packs)
    catalogue.__dict__["versions"] = {"sa.developed": tuple(f"200{n}" for n in range(1, len(applies) + 1))}
    return [fault.key for fault in check_versions(catalogue)]


@pytest.mark.parametrize(
    ("applies", "found"),
    [
        (("from: 2001-01-01, to: 2001-12-31", "from: 2002-01-01"), []),
        (("from: 2001-01-01, to: 2001-12-30", "from: 2002-01-01"), ["programmes.versions_gap"]),
        (("from: 2001-01-01, to: 2002-01-01", "from: 2002-01-01"), ["programmes.versions_overlap"]),
        (("from: 2001-01-01", "from: 2002-01-01"), ["programmes.versions_overlap"]),
        (("from: 2001-01-01, cohort: [existing]", "from: 2002-01-01, cohort: [new]"), []),
        (
            (
                "from: 2001-01-01, cohort: [new]",
                "from: 2001-06-01, cohort: [existing]",
                "from: 2002-01-01, cohort: [new]",
            ),
            ["programmes.versions_overlap"],
        ),
        (
            (
                "from: 2001-01-01, to: 2001-12-31, cohort: [new]",
                "from: 2001-06-01, cohort: [existing]",
                "from: 2002-02-01, cohort: [new]",
            ),
            ["programmes.versions_gap"],
        ),
    ],
)
def test_gaps_and_overlaps_are_found_for_each_cohort_by_itself(
    packs: Path, applies: tuple[str, ...], found: list[str]
) -> None:
    assert versions(packs, *applies) == found


def test_a_household_of_which_nothing_is_known_settles_nothing_that_a_reading_may_turn(packs: Path) -> None:
    """The other option of a reading is no dead branch, though the pack's own default never takes it."""
    pack = open_text(packs / "sa.developed" / "2022")
    turned = msgspec.structs.replace(
        pack.text,
        readings={
            name: msgspec.structs.replace(each, default=each.other[0], other=(each.default, *each.other[1:]))
            for name, each in pack.text.readings.items()
        },
    )
    assert list(faults_of(Pack(turned, pack.pack_hash, pack.trees))) == []
    assert turned.applies.from_ == date(2022, 1, 1)
