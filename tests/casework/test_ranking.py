"""The families of an office in the order of need: who is in it, who is not, and why each stands where it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from casework_house import DAY, Caseworkers, earning, example, numbered_anew, shipped, staffed
from conftest import House
from sqlalchemy import func, select

from desktop.casework.ranking import RankingAnswer, orders, rank, sure, why
from desktop.casework.records import Assessment
from desktop.facts.codes import Country
from desktop.programmes.ranking.order import Place
from desktop.registry import service as registry
from desktop.registry.areas import count_by_area
from desktop.registry.queries import count_households, open_file
from desktop.values.errors import OfficeError

SALARIES = ("3000.00", "3100.00", "9000.00", None)
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    """The example and four families of the general section: two eligible, one that is not, one that may be."""
    made = staffed(qatif)
    with made.desk("sara", date(2024, 2, 1)) as desk:
        for turn, salary in enumerate(SALARIES):
            registry.register(desk, draft=earning(numbered_anew(example(), turn), salary))
    return made


def _ranked(workers: Caseworkers, login: str = "huda", **more: Any) -> RankingAnswer:
    return rank(workers.opener(login), programme="sa.need", on=DAY, catalogue=shipped(), **more)


def test_who_has_a_right_is_ranked_the_neediest_first_and_who_has_none_is_counted(workers: Caseworkers) -> None:
    found = _ranked(workers)
    assert len(found.families) == 4
    assert found.without_right == 1
    assert found.unassessed == ()
    scores = [each.ranked.candidate.score for each in found.families]
    assert scores == sorted(scores, reverse=True)


def test_a_family_whose_salary_nobody_stated_stands_last_and_may_rise(workers: Caseworkers) -> None:
    last = _ranked(workers).families[-1]
    assert not sure(last)
    assert last.ranked.best_rank < last.ranked.rank
    assert any(token.startswith("?") for token in last.standing.rests_on)


@ON_SQLITE
def test_the_order_is_the_same_for_whoever_asks_and_keeps_nothing(workers: Caseworkers) -> None:
    assert _ranked(workers).families == _ranked(workers).families
    with workers.desk("huda", reading=True) as desk:
        assert desk.session.scalar(select(func.count()).select_from(Assessment)) == 0


@ON_SQLITE
def test_places_go_to_the_first_and_an_area_s_own_are_held_for_it(workers: Caseworkers) -> None:
    area = _ranked(workers).families[-1].standing.area
    assert area is not None
    found = _ranked(workers, places=2)
    assert [each.ranked.place for each in found.families] == [Place.BY_RANK, Place.BY_RANK, Place.NONE, Place.NONE]
    held = _ranked(workers, places=1, quotas={area: 1})
    assert held.families[0].ranked.place is Place.BY_QUOTA


def test_who_sees_only_one_section_ranks_that_section_s_files(workers: Caseworkers) -> None:
    assert len(_ranked(workers, "sara").families) == 3


@ON_SQLITE
def test_a_programme_without_an_order_and_quotas_beyond_the_places_are_refused(workers: Caseworkers) -> None:
    with pytest.raises(OfficeError) as refused:
        rank(workers.opener(), programme="sa.developed", on=DAY, catalogue=shipped())
    assert refused.value.key == "programmes.no_order"
    with pytest.raises(OfficeError) as refused:
        _ranked(workers, places=1, quotas={"القطيف": 2})
    assert refused.value.key == "casework.quotas_beyond_places"
    with pytest.raises(OfficeError) as refused:
        _ranked(workers, quotas={"القطيف": 2})
    assert refused.value.key == "casework.quotas_without_places"
    with pytest.raises(OfficeError) as refused:
        _ranked(workers, places=3, quotas={"لا مكان كهذا": 2})
    assert refused.value.key == "casework.no_such_area"


@ON_SQLITE
def test_a_ranking_that_is_broken_off_says_so(workers: Caseworkers) -> None:
    found = _ranked(workers, stop=lambda: True)
    assert found.stopped
    assert found.families == ()


@ON_SQLITE
def test_why_a_family_stands_where_it_does_is_told_in_sentences_with_what_could_move_it(workers: Caseworkers) -> None:
    found = _ranked(workers)
    with workers.desk("huda", reading=True) as desk:
        told = [
            why(desk, pack=found.pack, file_number=each.standing.file_number, on=DAY).reasons for each in found.families
        ]
    assert [each.standing for each in told] == [each.standing for each in found.families]
    first, last = told[0], told[-1]
    assert [each.pointer for each in first.open_facts] == ["/household/dwelling/rooms"]
    poverty = first.parts[0]
    assert poverty.sentence is not None
    assert "1,320.00" in poverty.sentence.en
    assert poverty.weight_cite.confidence.value == "assumed"
    assert {"/members/0/incomes", "/members/0/assets"} <= {each.pointer for each in last.open_facts}


@ON_SQLITE
def test_the_areas_of_the_files_are_counted_for_holding_places(workers: Caseworkers) -> None:
    (order,) = orders(shipped(), "SA")
    with workers.desk("huda", reading=True) as desk:
        counted = count_by_area(desk, fact=order.area, on=DAY, country=Country.SA)
        assert sum(each.files for each in counted) == count_households(desk)
    assert {each.area for each in counted} == {each.standing.area for each in _ranked(workers).families}
    assert [each.by_class for each in orders(shipped(), "EG")] == [True]


@ON_SQLITE
def test_a_sealed_file_is_ranked_for_who_may_open_it_and_told_as_such(workers: Caseworkers) -> None:
    number = _ranked(workers).families[0].standing.file_number
    with workers.desk("huda") as desk:
        version = open_file(desk, number).version
        registry.seal(desk, file_number=number, reason="حماية الأسرة", expected_version=version)
    told = {each.standing.file_number: each.sealed for each in _ranked(workers).families}
    assert told[number]
    assert list(told.values()).count(True) == 1
    assert number not in {each.standing.file_number for each in _ranked(workers, "sara").families}
