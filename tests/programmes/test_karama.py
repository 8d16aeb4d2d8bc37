"""Egypt's personal support through the years, and the pensions and assistance beside it, as the sources print them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.facts.assessment import Amount, Assessment
from desktop.facts.codes import AmountStatus, Outcome
from desktop.facts.household_file import HouseholdFile
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.checks import check_pack
from desktop.programmes.language import possibilities as p
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError

CATALOGUE = Catalogue()
PROGRAMMES = Path(__file__).parents[2] / "resources" / "programmes"
BASES = (
    "eg.karama/2020",
    "eg.karama/2025-04",
    "eg.old_pension/2021-07",
    "eg.child_pension/2023-01",
    "eg.exceptional/2025-04",
)
"""The versions that stand by themselves; the others change a few figures or rules of these."""

LAST_OF_THE_OLD_LAW = date(2025, 4, 3)
FIRST_OF_THE_NEW = date(2025, 4, 4)


def _house(*members: dict[str, Any], **household: Any) -> HouseholdFile:
    settled = {
        "nationality": "EG",
        "sex": "female",
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
    people = [settled | {"ref": f"m{at}", "role": "child" if at else "head"} | each for at, each in enumerate(members)]
    home = {"country": "EG", "pmt_score": 4210, "commercial_register": False} | household
    return msgspec.convert(
        {"format": "yusr-household/1", "household": home, "members": people}, HouseholdFile, strict=False
    )


def _assessed(programme: str, on: date, file: HouseholdFile, **asked: Any) -> Assessment:
    return assess(CATALOGUE.asked(programme, on, file), file, on=on, **asked)


def _figure(found: Assessment) -> object:
    """The amount where it is one figure."""
    assert found.amount is not None, found.outcome
    return found.amount.value or None


def _bounds(found: Assessment) -> tuple[object, object]:
    assert isinstance(found.amount, Amount)
    assert found.amount.status is AmountStatus.UNPUBLISHED
    return found.amount.at_least, found.amount.at_most or None


ELDERLY = {"birth_date": "1948-03-02"}
DISABLED = {"disability": {"degree": "severe", "percent": 80}}
FATHER = {"ref": "o1", "sex": "male", "status": "deceased"}
ORPHAN = {"birth_date": "2014-11-25", "father": "o1", "circumstances": [{"kind": "kept_by_kin", "since": "2019-02-21"}]}


@pytest.mark.parametrize("person", [ELDERLY, DISABLED], ids=["elderly", "disabled"])
@pytest.mark.parametrize(
    ("on", "figure"),
    [
        (date(2020, 10, 16), "450.00"),  # W1, as the press printed it that day
        (date(2023, 3, 31), "450.00"),
        (date(2023, 4, 1), "562.50"),
        (date(2025, 3, 31), "708.00"),
        (date(2025, 4, 1), "884.00"),  # W12
    ],
)
def test_an_elderly_or_disabled_person_draws_the_published_rate_of_the_day(
    person: dict[str, Any], on: date, figure: str
) -> None:
    assert _figure(_assessed("eg.karama", on, _house(person), member="m0")) == figure


@pytest.mark.parametrize(
    ("on", "figure"),
    [(date(2020, 10, 16), "350.00"), (date(2023, 4, 1), "437.50"), (date(2025, 4, 1), "705.00")],
)
def test_an_orphan_kept_by_kin_draws_the_lower_rate_of_the_day(on: date, figure: str) -> None:
    file = _house({}, ORPHAN, outside=[FATHER])
    assert _figure(_assessed("eg.karama", on, file, member="m1")) == figure


def test_a_rise_of_which_only_the_percentage_was_published_leaves_the_rate_open_between_its_neighbours() -> None:
    found = _assessed("eg.karama", date(2023, 11, 15), _house(ELDERLY), member="m0")
    assert found.outcome is Outcome.ELIGIBLE
    assert _bounds(found) == ("562.50", "708.00")


def test_three_orphans_drew_1050_pounds_in_2020() -> None:
    found = _assessed("eg.karama", date(2020, 10, 16), _house({}, ORPHAN, ORPHAN, ORPHAN, outside=[FATHER]))
    assert _figure(found) == "1050.00"


@pytest.mark.parametrize(
    ("on", "figure"),
    [(date(2020, 10, 16), "1350.00"), (date(2025, 4, 1), "3536.00")],
)
def test_three_cards_were_the_most_until_the_law_made_the_right_each_person_s_own(on: date, figure: str) -> None:
    assert _figure(_assessed("eg.karama", on, _house(ELDERLY, DISABLED, ELDERLY, DISABLED))) == figure


def test_a_woman_who_never_married_has_the_right_from_her_fiftieth_birthday_under_the_law_alone() -> None:
    woman = _house({"birth_date": "1975-05-15", "marital_status": "never_married"})
    assert _assessed("eg.karama", date(2025, 3, 31), woman).outcome is Outcome.INELIGIBLE
    assert _assessed("eg.karama", date(2025, 5, 14), woman).outcome is Outcome.INELIGIBLE
    assert _figure(_assessed("eg.karama", date(2025, 5, 15), woman)) == "705.00"


@pytest.mark.parametrize(("children", "by_the_house", "by_the_senate"), [(False, True, False), (True, False, True)])
def test_the_house_pays_the_widow_without_children_and_the_senate_s_text_her_who_has_some(
    children: bool, by_the_house: bool, by_the_senate: bool
) -> None:
    widow = _house({"marital_status": "widowed", "has_living_children": children})
    on = date(2025, 5, 15)
    senate = {"woman_category": p.one_of("breadwinner")}
    assert (_assessed("eg.karama", on, widow).outcome is Outcome.ELIGIBLE) is by_the_house
    assert (_assessed("eg.karama", on, widow, parameters=senate).outcome is Outcome.ELIGIBLE) is by_the_senate


def test_a_mild_disability_gives_the_right_by_level_under_the_law_and_not_by_percentage_before() -> None:
    mild = _house({"disability": {"degree": "mild", "percent": 20}})
    assert _assessed("eg.karama", date(2025, 3, 31), mild).outcome is Outcome.INELIGIBLE
    assert _figure(_assessed("eg.karama", date(2025, 4, 1), mild)) == "884.00"


def test_one_percent_is_borne_by_whoever_receives_under_the_law() -> None:
    found = _assessed("eg.karama", date(2025, 4, 1), _house(ELDERLY), member="m0")
    assert [(each.id, each.amount.value) for each in found.adjustments or ()] == [("verification_fee", "8.84")]
    assert not _assessed("eg.karama", date(2023, 4, 1), _house(ELDERLY), member="m0").adjustments


def test_before_october_2020_no_version_says_what_was_paid() -> None:
    with pytest.raises(OfficeError) as refused:
        _assessed("eg.karama", date(2020, 9, 30), _house(ELDERLY))
    assert refused.value.key == "programmes.before_any_version"


@pytest.mark.parametrize(
    ("size", "figure"), [(1, "323.00"), (2, "360.00"), (3, "413.00"), (4, "450.00"), (7, "450.00")]
)
def test_the_old_pension_pays_the_scale_of_its_budget(size: int, figure: str) -> None:
    # W6
    assert _figure(_assessed("eg.old_pension", date(2022, 9, 1), _house(*[{}] * size))) == figure


def test_the_old_pension_of_one_person_rose_to_the_404_that_were_printed() -> None:
    assert _figure(_assessed("eg.old_pension", date(2023, 4, 1), _house({}))) == "404.00"


def test_three_children_draw_1050_pounds_of_child_pension_and_a_fourth_draws_no_more() -> None:
    for children in (3, 4):
        found = _assessed("eg.child_pension", date(2023, 2, 1), _house({}, *[ORPHAN] * children, outside=[FATHER]))
        assert _figure(found) == "1050.00"


@pytest.mark.parametrize(
    ("programme", "members", "figure"),
    [("eg.old_pension", [{}], "404.00"), ("eg.child_pension", [{}, ORPHAN], "350.00")],
)
def test_a_repealed_pension_is_open_to_nobody_new_and_kept_by_whoever_drew_it(
    programme: str, members: list[dict[str, Any]], figure: str
) -> None:
    newcomer = _house(*members, outside=[FATHER])
    drawing = _house(*members, outside=[FATHER], receipts=[{"programme": programme, "since": "2024-01-01"}])
    assert _figure(_assessed(programme, LAST_OF_THE_OLD_LAW, newcomer)) == figure
    with pytest.raises(OfficeError) as refused:
        _assessed(programme, FIRST_OF_THE_NEW, newcomer)
    assert refused.value.key == "programmes.no_version_then"
    assert _figure(_assessed(programme, FIRST_OF_THE_NEW, drawing)) == figure


def test_assistance_on_an_occasion_is_a_right_whose_amount_nobody_published() -> None:
    asked = [{"kind": "exceptional", "cause": "funeral", "occurred_on": "2025-05-20"}]
    found = _assessed("eg.exceptional", date(2025, 6, 1), _house({}, requests=asked))
    assert found.outcome is Outcome.ELIGIBLE
    assert _bounds(found) == ("1.00", None)
    assert not found.total


@pytest.mark.parametrize("version", BASES)
def test_every_way_that_a_criterion_or_category_can_come_out_has_a_case(version: str) -> None:
    assert check_pack(PROGRAMMES / version).unexercised == ()
