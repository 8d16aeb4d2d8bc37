"""A person's own right asked of a whole household: cards side by side, a cap on them, one that stays open, nobody's."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest

from desktop.facts.assessment import Amount, Assessment
from desktop.facts.codes import AmountStatus, CategoryOutcome, Outcome
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.assess import assess
from desktop.programmes.language import possibilities as p
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError
from desktop.values.money import minor_units

ON = date(2025, 5, 15)
KARAMA = Catalogue().pack("eg.karama", "2025-04")
CAPPED: dict[str, p.Value] = {"cards": p.one_of("capped")}


def _person(ref: str, role: str, **facts: Any) -> dict[str, Any]:
    settled = {
        "ref": ref,
        "role": role,
        "sex": "female",
        "nationality": "EG",
        "birth_date": "1980-01-01",
        "marital_status": "married",
        "work": {"status": "home", "ability": "able", "insured": False},
        "disability": {"degree": "none"},
        "health": {"chronic": "none"},
        "circumstances": [],
        "education": {"enrolled": False},
        "incomes": [],
        "assets": [],
    }
    return settled | facts


GRANDMOTHER = _person("grandmother", "head", birth_date="1948-03-02", has_living_children=True)
SON = _person("son", "child", sex="male", marital_status="never_married", disability={"degree": "severe"})
WIDOW = _person("widow", "other_relative", marital_status="widowed", has_living_children=False)
WIFE = _person("wife", "other_relative")


def _house(*members: dict[str, Any]) -> HouseholdFile:
    household = {"country": "EG", "pmt_score": 4210}
    whole = {"format": "yusr-household/1", "household": household, "members": list(members)}
    return msgspec.convert(whole, HouseholdFile, strict=False)


def _own(found: Assessment) -> dict[str, tuple[str, object]]:
    """Each member's outcome and the amount, None where it is no single figure."""
    return {
        each.ref: (each.outcome.value, (each.amount.value or None) if isinstance(each.amount, Amount) else None)
        for each in found.members or ()
    }


def _adjusted(found: Assessment) -> dict[str, object]:
    return {each.id: each.amount.value for each in found.adjustments or ()}


def test_grandmother_disabled_son_and_widow_each_hold_a_card_and_the_wife_holds_none() -> None:
    found = assess(KARAMA, _house(GRANDMOTHER, SON, WIDOW, WIFE), on=ON)
    assert found.outcome is Outcome.ELIGIBLE
    assert _own(found) == {
        "grandmother": ("eligible", "884.00"),
        "son": ("eligible", "884.00"),
        "widow": ("eligible", "705.00"),
        "wife": ("ineligible", None),
    }
    assert found.amount is not None
    assert found.amount.value == "2473.00"
    assert found.total == found.amount
    assert found.missing == ()


def test_each_card_is_a_component_put_down_to_its_holder() -> None:
    found = assess(KARAMA, _house(GRANDMOTHER, SON, WIDOW, WIFE), on=ON)
    assert [(each.member, each.amount.value) for each in found.components or ()] == [
        ("grandmother", "884.00"),
        ("son", "884.00"),
        ("widow", "705.00"),
    ]


def test_a_person_is_in_the_household_s_answer_what_he_is_alone() -> None:
    file = _house(GRANDMOTHER, SON, WIDOW, WIFE)
    together = _own(assess(KARAMA, file, on=ON))
    for ref, (outcome, value) in together.items():
        alone = assess(KARAMA, file, on=ON, member=ref)
        assert alone.outcome.value == outcome
        assert (None if alone.amount is None else alone.amount.value) == value
        assert not alone.members


def test_a_cap_on_cards_pays_the_highest_and_says_what_it_holds_back() -> None:
    aunt = WIDOW | {"ref": "aunt"}
    found = assess(KARAMA, _house(WIDOW, aunt, GRANDMOTHER, SON), on=ON, parameters=CAPPED)
    assert found.amount is not None
    assert found.amount.value == "2473.00"
    assert _own(found)["aunt"] == ("eligible", "705.00")
    assert _adjusted(found)["cards_cap"] == "705.00"


def test_the_cap_on_the_household_s_cards_is_no_part_of_one_member_s_claim() -> None:
    aunt = WIDOW | {"ref": "aunt"}
    alone = assess(KARAMA, _house(WIDOW, aunt, GRANDMOTHER, SON), on=ON, member="aunt", parameters=CAPPED)
    assert alone.amount is not None
    assert alone.amount.value == "705.00"
    assert set(_adjusted(alone)) == {"verification_fee"}


def test_one_card_that_is_open_leaves_the_household_what_is_sure_and_bounds_the_rest() -> None:
    unexamined = {name: value for name, value in SON.items() if name != "disability"}
    found = assess(KARAMA, _house(GRANDMOTHER, unexamined, WIDOW), on=ON)
    assert found.outcome is Outcome.ELIGIBLE
    assert _own(found)["son"] == ("undetermined", None)
    assert found.amount is not None
    assert found.amount.status is AmountStatus.BOUNDED
    assert (found.amount.at_least, found.amount.at_most) == ("1589.00", "2473.00")
    assert {each.path for each in found.missing} == {
        "/members/1/disability/degree",
        "/members/1/disability/valid_until",
    }


def test_a_card_that_is_open_leaves_the_outcome_open_where_nobody_else_holds_one() -> None:
    unexamined = {name: value for name, value in SON.items() if name != "disability"}
    found = assess(KARAMA, _house(WIFE, unexamined), on=ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert found.amount is not None
    assert (found.amount.at_least, found.amount.at_most) == ("0.00", "884.00")
    assert {each.member for each in found.criteria} == {"son"}


def test_a_figure_never_published_leaves_the_household_s_amount_open_and_asks_the_family_nothing() -> None:
    ill = _person("ill", "sibling", health={"chronic": "severe"})
    found = assess(KARAMA, _house(GRANDMOTHER, ill), on=ON)
    assert found.outcome is Outcome.ELIGIBLE
    assert found.amount is not None
    assert found.amount.status is AmountStatus.UNPUBLISHED
    assert (found.amount.at_least, found.amount.at_most) == ("885.00", "1768.00")
    assert found.missing == ()


def test_where_an_unpublished_line_alone_leaves_a_claim_open_the_family_is_asked_nothing() -> None:
    renting = GRANDMOTHER | {"incomes": [{"kind": "rent", "amount": "300", "period": "month", "since": "2020-01-01"}]}
    found = assess(KARAMA, _house(renting), on=ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert found.missing == ()


def test_a_household_in_which_nobody_is_in_a_category_is_paid_nothing_and_told_why_of_everybody() -> None:
    found = assess(KARAMA, _house(WIFE, WIFE | {"ref": "other"}), on=ON)
    assert found.outcome is Outcome.INELIGIBLE
    assert found.amount is None
    assert not found.total
    assert not found.adjustments
    assert {each.member for each in found.criteria} == {"wife", "other"}
    assert {each.outcome for each in found.categories or ()} == {CategoryOutcome.UNMET}


def test_the_documents_of_a_category_are_asked_of_its_own_people_alone() -> None:
    found = assess(KARAMA, _house(GRANDMOTHER, SON, WIDOW), on=ON)
    asked = {(each.id, each.member) for each in found.documents or () if each.id != "identity_card"}
    assert asked == {("integrated_services_card", "son"), ("proof_of_status", "widow")}


def test_a_member_who_died_holds_no_card() -> None:
    found = assess(KARAMA, _house(GRANDMOTHER | {"death_date": "2025-05-01"}, SON), on=ON)
    assert _own(found)["grandmother"] == ("ineligible", None)
    assert found.amount is not None
    assert found.amount.value == "884.00"


def test_nobody_of_that_reference_is_refused_by_name() -> None:
    with pytest.raises(OfficeError) as refused:
        assess(KARAMA, _house(GRANDMOTHER), on=ON, member="cousin")
    assert refused.value.key == "programmes.no_such_member"


FINITE: dict[tuple[str, str], tuple[object, ...]] = {
    ("son", "disability"): ({"degree": "none"}, {"degree": "mild"}),
    ("son", "health"): ({"chronic": "none"}, {"chronic": "severe"}),
    ("widow", "marital_status"): ("never_married", "married", "divorced", "widowed"),
    ("widow", "has_living_children"): (True, False),
    ("wife", "work"): ({"status": "home", "insured": False}, {"status": "home", "insured": True}),
    ("wife", "circumstances"): ([], [{"kind": "aftercare_leaver"}]),
}
"""Facts of few values: what each member's file may still say once the family is asked."""


def _without(members: tuple[dict[str, Any], ...], holes: tuple[tuple[str, str], ...]) -> list[dict[str, Any]]:
    gone = [[fact for ref, fact in holes if ref == each["ref"]] for each in members]
    return [{name: v for name, v in each.items() if name not in lost} for each, lost in zip(members, gone, strict=True)]


def _completed(members: list[dict[str, Any]], holes: tuple[tuple[str, str], ...]) -> Iterator[list[dict[str, Any]]]:
    for values in itertools.product(*(FINITE[hole] for hole in holes)):
        told = dict(zip(holes, values, strict=True))
        yield [each | {fact: v for (ref, fact), v in told.items() if ref == each["ref"]} for each in members]


def _span(amount: object) -> tuple[int, float]:
    """The least and the most that an amount may be, in piastres."""
    if not isinstance(amount, Amount):
        return 0, 0
    if isinstance(amount.value, str):
        return minor_units(amount.value), minor_units(amount.value)
    most = minor_units(amount.at_most) if isinstance(amount.at_most, str) else float("inf")
    return minor_units(amount.at_least) if isinstance(amount.at_least, str) else 0, most


def _within(later: object, before: object) -> bool:
    (least, most), (low, high) = _span(later), _span(before)
    return low <= least and most <= high


@pytest.mark.parametrize("capped", [False, True])
@pytest.mark.parametrize("holes", list(itertools.combinations(FINITE, 2)))
def test_what_a_household_with_holes_is_told_holds_whatever_the_family_still_answers(
    holes: tuple[tuple[str, str], ...], capped: bool
) -> None:
    parameters = (CAPPED | {"max_cards": p.exactly(2)}) if capped else None
    members = _without((GRANDMOTHER, SON, WIDOW, WIFE), holes)
    before = assess(KARAMA, _house(*members), on=ON, parameters=parameters)
    for completed in _completed(members, holes):
        later = assess(KARAMA, _house(*completed), on=ON, parameters=parameters)
        assert before.outcome in (Outcome.UNDETERMINED, later.outcome)
        assert _within(later.amount, before.amount)
        for one, another in zip(before.members or (), later.members or (), strict=True):
            assert one.outcome in (Outcome.UNDETERMINED, another.outcome)
            assert _within(another.amount, one.amount)
