"""Two versions of a programme laid side by side say what changed, in both languages."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from packs_to_spoil import change, copied

from desktop.programmes.comparing.differences import differences
from desktop.programmes.comparing.sentences import Difference
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.packs.sealing import open_text


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return copied(tmp_path)


def between(old: str, new: str) -> dict[str, Difference]:
    """The differences of two shipped versions, by place."""
    catalogue = Catalogue()
    texts = [catalogue.pack(*name.split("@")).text for name in (old, new)]
    return {each.place: each for each in differences(*texts)}


def spoilt(packs: Path, old: str, new: str) -> Difference:
    """The one difference that a change of the text makes."""
    before = open_text(packs / "sa.developed" / "2022").text
    (found,) = differences(before, open_text(change(packs, old, new)).text)
    return found


def test_the_raise_of_2023_is_two_figures_its_directive_and_its_day() -> None:
    found = between("sa.developed@2022", "sa.developed@2023-11")
    assert list(found) == ["applies", "laws/directive", "parameters/base", "parameters/increment"]
    base = found["parameters/base"]
    assert (base.change, base.cite is not None and base.cite.law) == ("changed", "directive")
    assert base.says.en == "Basic minimum: SAR 1,320.00 a month, before that SAR 1,100.00 a month."
    assert base.says.ar.startswith("الحد الأدنى الأساسي لاحتساب المعاش: 1,320.00 ريال شهريًّا، وقبل ذلك 1,100.00")
    assert found["laws/directive"].change == "added"


def test_what_came_is_gone_the_other_way_round() -> None:
    there, back = (
        between("sa.developed@2022", "sa.developed@2023-11"),
        between("sa.developed@2023-11", "sa.developed@2022"),
    )
    assert set(there) == set(back)
    assert back["laws/directive"].change == "gone"
    assert (back["parameters/base"].old, back["parameters/base"].new) == (
        there["parameters/base"].new,
        there["parameters/base"].old,
    )


def test_a_version_says_the_same_as_itself() -> None:
    assert between("sa.developed@2022", "sa.developed@2022") == {}


@pytest.mark.parametrize("country", ["sa", "eg"])
def test_every_amendment_that_is_shipped_can_be_told(country: str) -> None:
    catalogue = Catalogue()
    for programme in catalogue.of_country(country.upper()):
        texts = [catalogue.pack(programme, version).text for version in catalogue.versions[programme]]
        texts.sort(key=lambda text: text.applies.from_)
        for old, new in pairwise(texts):
            found = differences(old, new)
            assert found
            for each in found:
                assert each.says.ar.endswith(".")
                assert each.says.en.endswith(".")
                assert "{" not in each.says.ar + each.says.en
                assert "None" not in each.says.ar + each.says.en


CHANGED = {
    "a row": ("3: 118, ", "3: 119, ", "tables/electricity/3", "changed", "SAR 119.00 a month, before that SAR 118.00"),
    "a row that is new": (
        "10: 334}", "10: 334, 11: 400}", "tables/electricity/11", "changed", "SAR 400.00 a month, before that nothing"
    ),
    "beyond the rows": (
        "beyond: unpublished", 'beyond: "400"', "tables/electricity/beyond", "changed", "before that unpublished"
    ),
    "a reading": (
        "default: on_payment\n    other: [on_minimum]",
        "default: on_minimum\n    other: [on_payment]",
        "readings/cap_placement", "changed", "on the calculated minimum, before that on the payment",
    ),
    "a rule": (
        'is: "head_days_abroad <= ', 'is: "head_days_abroad < ', "criteria/permanent_residence", "changed", "ruled"
    ),
    "a sentence": (
        "{head} is a Saudi citizen or exempt from", "{head} is a citizen or exempt from",
        "criteria/nationality", "reworded", "Criterion reworded, ruled alike: Nationality or an exemption from it.",
    ),
    "a deadline": (
        "grievance: {days: 30", "grievance: {days: 60", "deadlines/grievance", "changed",
        "60 days from the notice, before that 30 days from the notice",
    ),
    "rounding": ('to: "0.01", how: half_up', 'to: "1", how: down', "rounding", "changed", "down (1)"),
    "a calculation": (
        'is: "calculated_minimum - counted_income"', 'is: "calculated_minimum - counted_income - 0"',
        "variables/household/gap", "changed", "ruled otherwise: minimum less counted income",
    ),
    "the title": (
        'en: "Developed social-security pension"', 'en: "Developed pension"',
        "title", "changed", "Developed pension, before",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", CHANGED)
def test_each_part_of_a_pack_tells_its_own_change(packs: Path, kind: str) -> None:
    old, new, place, way, said = CHANGED[kind]
    found = spoilt(packs, old, new)
    assert (found.place, found.change) == (place, way)
    assert said in found.says.en
    assert found.says.ar != found.says.en


def test_a_new_law_of_a_programme_tells_its_categories_papers_and_payments() -> None:
    found = between("eg.takaful@2023-07", "eg.takaful@2025")
    parts = {place.split("/")[0] for place in found}
    assert {"laws", "parameters", "criteria", "documents", "deadlines", "ledger"} <= parts
    assert found["ledger/on_cure/2"].says.en == "Paid back once breach 2 is cured: 30%, before that nothing."
