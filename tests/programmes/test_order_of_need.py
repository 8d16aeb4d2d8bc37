"""The order of need is the same whoever puts it together, keeps its quotas, and is never bought by a guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thoroughness import examples

from desktop.programmes.ranking.order import Candidate, DecidedBy, Place, in_order, lot

AREAS = ("القطيف", "سيهات", "صفوى")


@st.composite
def families(draw: st.DrawFn) -> list[Candidate]:
    numbers = draw(st.lists(st.integers(1, 99_999), unique=True, max_size=25))
    found = []
    for number in numbers:
        low = draw(st.fractions(0, 100, max_denominator=6))
        more = draw(st.sampled_from([Fraction(0), Fraction(0), Fraction(7), Fraction(50)]))
        days = st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 4))
        area = draw(st.none() | st.sampled_from(AREAS))
        found.append(Candidate(f"QTF-{number:05}", low, low + more, draw(days), area))
    return found


quotas = st.dictionaries(st.sampled_from(AREAS), st.integers(0, 4))


@settings(max_examples=examples(25), deadline=None)
@given(given_families=families(), held=quotas, spare=st.integers(0, 8), turn=st.randoms(use_true_random=False))
def test_the_order_does_not_hang_on_the_order_in_which_families_are_given(
    given_families: list[Candidate], held: dict[str, int], spare: int, turn: Random
) -> None:
    shuffled = list(given_families)
    turn.shuffle(shuffled)
    places = sum(held.values()) + spare
    first = in_order(given_families, draw="1448-07", places=places, quotas=held)
    assert in_order(shuffled, draw="1448-07", places=places, quotas=held) == first


@settings(max_examples=examples(25), deadline=None)
@given(given_families=families())
def test_a_higher_sure_score_always_comes_first_and_then_the_longer_wait(given_families: list[Candidate]) -> None:
    ranked = in_order(given_families, draw="1448-07")
    for before, after in pairwise(ranked):
        one, other = before.candidate, after.candidate
        assert one.score >= other.score
        if one.score == other.score:
            assert (one.applied_on or date.max) <= (other.applied_on or date.max)
            if one.applied_on == other.applied_on:
                assert before.before_next is DecidedBy.LOT
                assert lot("1448-07", one.file_number) <= lot("1448-07", other.file_number)
    assert [each.rank for each in ranked] == list(range(1, len(ranked) + 1))


@settings(max_examples=examples(25), deadline=None)
@given(given_families=families(), held=quotas, spare=st.integers(0, 8))
def test_no_more_places_are_given_than_there_are_and_each_quota_is_kept(
    given_families: list[Candidate], held: dict[str, int], spare: int
) -> None:
    places = sum(held.values()) + spare
    ranked = in_order(given_families, draw="1448-07", places=places, quotas=held)
    helped = [each for each in ranked if each.place is not Place.NONE]
    assert len(helped) == min(places, len(ranked))
    for area, wanted in held.items():
        of_area = [each for each in ranked if each.candidate.area == area]
        assert sum(each.place is not Place.NONE for each in of_area) >= min(wanted, len(of_area))


@settings(max_examples=examples(25), deadline=None)
@given(given_families=families(), held=quotas, spare=st.integers(0, 8))
def test_within_an_area_nobody_is_passed_over_for_somebody_behind(
    given_families: list[Candidate], held: dict[str, int], spare: int
) -> None:
    ranked = in_order(given_families, draw="1448-07", places=sum(held.values()) + spare, quotas=held)
    for area in (*AREAS, None):
        had = [each.place is not Place.NONE for each in ranked if each.candidate.area == area]
        assert had == sorted(had, reverse=True)


@settings(max_examples=examples(25), deadline=None)
@given(given_families=families(), data=st.data())
def test_the_best_rank_is_the_one_reached_when_all_that_is_open_turns_out_well(
    given_families: list[Candidate], data: st.DataObject
) -> None:
    if not given_families:
        return
    chosen = data.draw(st.sampled_from(given_families))
    ranked = {each.candidate.file_number: each for each in in_order(given_families, draw="1448-07")}
    told = ranked[chosen.file_number].best_rank
    others = [each for each in given_families if each is not chosen]
    # Ahead of everybody of an equal score too: ties are not settled before the facts are.
    reached = 1 + sum(each.score > chosen.highest for each in others)
    assert told == reached


def test_another_draw_breaks_ties_another_way_and_the_same_draw_the_same_way() -> None:
    tied = [Candidate(f"QTF-{number:05}", 10, 10) for number in range(40)]
    orders = [[each.candidate.file_number for each in in_order(tied, draw=draw)] for draw in ("a", "a", "b")]
    assert orders[0] == orders[1]
    assert orders[0] != orders[2]


def test_a_file_named_twice_and_quotas_beyond_the_places_are_refused() -> None:
    twice = [Candidate("QTF-1", 1, 1), Candidate("QTF-1", 2, 2)]
    with pytest.raises(ValueError, match="twice"):
        in_order(twice, draw="a")
    with pytest.raises(ValueError, match="places"):
        in_order([], draw="a", places=1, quotas={AREAS[0]: 2})


@settings(max_examples=examples(25), deadline=None)
@given(given_families=families(), turn=st.randoms(use_true_random=False))
def test_however_the_open_facts_turn_out_a_family_stands_between_its_best_and_its_worst_rank(
    given_families: list[Candidate], turn: Random
) -> None:
    told = {each.candidate.file_number: each for each in in_order(given_families, draw="1448-07")}
    settled = []
    for each in given_families:
        score = turn.choice([each.score, each.highest])
        settled.append(replace(each, score=score, highest=score))
    for each in in_order(settled, draw="1448-07"):
        before = told[each.candidate.file_number]
        assert before.best_rank <= each.rank <= before.worst_rank
        assert each.best_rank <= each.rank == each.worst_rank
