"""Where a household stands in the order of need, and what that is made of."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packs_to_spoil import copied
from thoroughness import examples

from desktop.exchange.invented import invent
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.programmes.checking.stated import misspoken
from desktop.programmes.language.possibilities import HOLDS
from desktop.programmes.packs.catalogue import Catalogue
from desktop.programmes.ranking.order import Place, in_order
from desktop.programmes.ranking.standing import standing_of
from desktop.values.errors import OfficeError

ON = date(2026, 11, 22)
CATALOGUE = Catalogue()
NEED, PRIORITY = CATALOGUE.pack("sa.need", "2023-11"), CATALOGUE.pack("eg.priority", "2025")


def _files(count: int, country: str, seed: int = 3) -> list[HouseholdFile]:
    found = []
    for number, plain in enumerate(invent(count, seed=seed, country=country)):
        plain["household"]["file_number"] = f"QTF-2026-{number:05}"
        found.append(read_household(msgspec.json.encode(plain)))
    return found


@settings(deadline=None, max_examples=examples(5), suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 200))
def test_the_points_of_the_parts_add_up_to_the_score_which_lies_between_nothing_and_a_hundred(seed: int) -> None:
    for file in _files(6, "SA", seed):
        standing = standing_of(NEED, file, on=ON)
        assert sum(Fraction(each.points.low) for each in standing.parts) == standing.score.low
        assert sum(Fraction(each.points.high) for each in standing.parts) == standing.score.high
        assert 0 <= standing.score.low <= standing.score.high <= 100
        assert sum(Fraction(each.weight.low) for each in standing.parts) == 100


def test_a_household_whose_right_is_open_is_ranked_by_nothing_sure_and_by_what_it_may_come_to() -> None:
    standings = [standing_of(NEED, each, on=ON) for each in _files(40, "SA")]
    open_ones = [each for each in standings if each.entitled.may_hold and each.entitled.may_fail]
    assert open_ones
    for each in open_ones:
        assert each.candidate.score == 0
        assert each.candidate.highest == each.score.high


def test_the_class_of_the_law_is_the_first_that_somebody_of_the_family_belongs_to() -> None:
    for file in _files(60, "EG"):
        standing = standing_of(PRIORITY, file, on=ON)
        sure = [each.number for each in standing.classes if each.belongs is HOLDS]
        possible = [each.number for each in standing.classes]
        assert standing.score.high == (min(sure) if sure else 16)
        assert standing.score.low == (min(possible) if possible else 16)
        assert standing.by_class


def test_families_of_an_earlier_class_come_before_those_of_a_later_one() -> None:
    standings = [standing_of(PRIORITY, each, on=ON) for each in _files(60, "EG")]
    entitled = [each for each in standings if each.entitled is HOLDS]
    ranked = in_order([each.candidate for each in entitled], draw="1448-07", places=3)
    classes = [-each.candidate.score for each in ranked]
    assert classes == sorted(classes)
    assert [each.place for each in ranked[:3]] == [Place.BY_RANK] * 3


def test_a_programme_that_ranks_nobody_says_so() -> None:
    (file,) = _files(1, "SA")
    with pytest.raises(OfficeError) as refused:
        standing_of(CATALOGUE.pack("sa.developed", "2023-11"), file, on=ON)
    assert refused.value.key == "programmes.no_order"


def test_the_fifteen_classes_of_the_law_stand_in_its_order() -> None:
    assert PRIORITY.text.ranking is not None
    assert len(PRIORITY.text.ranking.ranks) == 15
    assert [each.id for each in PRIORITY.text.ranking.ranks[:4]] == [
        "disability_3",
        "severe_chronic",
        "elderly",
        "orphan",
    ]


def test_a_measure_s_sentence_that_names_what_the_pack_does_not_know_is_refused(tmp_path: Path) -> None:
    packs = copied(copied(tmp_path, "sa.need"))
    path = packs / "sa.need" / "2023-11" / "pack.yaml"
    path.write_text(path.read_text("utf-8").replace("application: {waited}", "application: {waited_long}"), "utf-8")
    faults = {each.key for each in misspoken(Catalogue(packs).pack("sa.need", "2023-11"))}
    assert faults == {"programmes.half_said", "programmes.unspoken"}
