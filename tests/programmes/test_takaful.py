"""Takaful's worked examples (`domain/egypt.md` §13) and what its versions leave open because nobody published it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from desktop.facts.assessment import Amount, Assessment
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import CaseResult, household_of, read_cases, run_cases
from desktop.programmes.checking.checks import check_pack
from desktop.programmes.language.possibilities import Value, one_of
from desktop.programmes.packs.catalogue import Catalogue

PROGRAMME = "eg.takaful"
FOLDER = Path(__file__).parents[2] / "resources" / "programmes" / PROGRAMME
CATALOGUE = Catalogue()
VERSIONS = CATALOGUE.versions[PROGRAMME]
LAW_12 = CATALOGUE.pack(PROGRAMME, "2025")


@cache
def results(version: str) -> tuple[CaseResult, ...]:
    return tuple(run_cases(CATALOGUE.pack(PROGRAMME, version), read_cases(FOLDER / version)))


def case_of(version: str, says: str) -> CaseResult:
    return next(result for result in results(version) if result.case.says.en == says)


def assessed(version: str, says: str, **figures: Value) -> Assessment:
    """The assessment of a case of the pack, under figures that are stated here."""
    book = read_cases(FOLDER / version)
    case = next(each for each in book.cases if each.says.en == says)
    return assess(CATALOGUE.pack(PROGRAMME, version), household_of(book, case), on=case.on, parameters=figures)


def amount_of(found: Assessment | None) -> Amount:
    assert found is not None
    assert found.amount is not None
    return found.amount


@pytest.mark.parametrize("version", VERSIONS)
def test_every_case_of_takaful_comes_to_its_answer(version: str) -> None:
    assert [(each.case.says.en, each.differences) for each in results(version) if not each.agrees] == []


@pytest.mark.parametrize("version", ["2015", "2025"])
def test_every_way_that_a_whole_version_can_come_out_has_a_case(version: str) -> None:
    report = check_pack(FOLDER / version)
    assert [str(fault) for fault in report.faults] == []
    assert report.unexercised == ()


@pytest.mark.parametrize(
    ("on", "version"),
    [
        (date(2015, 4, 1), "2015"),
        (date(2017, 7, 31), "2015"),
        (date(2017, 8, 1), "2017"),
        (date(2019, 1, 1), "2019"),
        (date(2021, 11, 1), "2021-11"),
        (date(2022, 7, 1), "2022-07"),
        (date(2023, 4, 1), "2023-04"),
        (date(2023, 7, 11), "2023-07"),
        (date(2025, 3, 31), "2023-07"),
        (date(2025, 4, 1), "2025"),
        (date(2026, 11, 22), "2025"),
    ],
)
def test_takafuls_version_follows_the_day(on: date, version: str) -> None:
    assert CATALOGUE.in_force(PROGRAMME, on).text.version == version


def test_w16_a_small_child_and_a_primary_pupil_make_465_in_2017() -> None:
    found = case_of("2017", "a child under six and a primary pupil: 325, 60 and 80").assessment
    assert amount_of(found).value == "465.00"


def test_w9_a_family_on_500_draws_625_from_april_2023() -> None:
    found = case_of("2023-04", "a family that drew 500 draws 625").assessment
    assert (amount_of(found).status, amount_of(found).value) == ("known", "625.00")


def test_after_the_raises_that_cannot_be_chained_the_same_family_is_known_to_draw_no_less() -> None:
    found = case_of("2023-07", "a family that drew 500 before the raise draws no less than 625").assessment
    assert (amount_of(found).status, amount_of(found).at_least) == ("unpublished", "625.00")


@pytest.mark.parametrize(
    ("breach", "paid"),
    [("first", "700.00"), ("second", "400.00"), ("third", "100.00")],
)
def test_w20_a_breach_leaves_so_much_of_a_benefit_of_1000(breach: str, paid: str) -> None:
    found = case_of("2025", f"a benefit of 1,000 and a {breach} breach: {paid.removesuffix('.00')} is paid").assessment
    assert amount_of(found).value == paid


def test_w20_the_fourth_breach_stops_support() -> None:
    found = case_of("2025", "a benefit of 1,000 and a fourth breach: stopped").assessment
    assert found is not None
    assert (found.outcome, found.amount) == ("ineligible", None)


def test_w20_the_shares_of_article_9_stand_in_the_table() -> None:
    table = LAW_12.text.tables["sanction_share"]
    assert table.rows == {"0": "0", "1": "0.30", "2": "0.60", "3": "0.90"}
    assert table.beyond == "1"


def test_a_breach_takes_its_share_of_an_unpublished_amount_too() -> None:
    found = case_of("2025", "one standing breach: 30% is deducted").assessment
    assert found is not None
    assert (amount_of(found).status, amount_of(found).at_least) == ("unpublished", "490.00")
    held = {each.id: each.amount for each in found.adjustments or ()}
    assert (held["withheld_for_breach"].status, held["withheld_for_breach"].at_least) == ("unpublished", "210.00")


@pytest.mark.parametrize(
    ("version", "says", "least"),
    [
        ("2021-11", "a widow whose son is at university: the right is clear, the amount unpublished", "326.00"),
        ("2022-07", "a family with one pupil: 425 and an unpublished amount for her", "426.00"),
        ("2023-04", "a new family: the right is clear, the amount unpublished", "426.00"),
        ("2025", "a couple and their daughter: the right is clear, the amount unpublished", "700.00"),
    ],
)
def test_the_right_is_told_where_its_amount_was_never_published(version: str, says: str, least: str) -> None:
    found = case_of(version, says).assessment
    assert found is not None
    amount = amount_of(found)
    assert (found.outcome, amount.status, amount.at_least) == ("eligible", "unpublished", least)
    assert not isinstance(amount.at_most, str)
    assert found.missing == ()


def test_an_amount_that_waits_for_the_family_is_not_called_unpublished() -> None:
    found = case_of("2025", "the family's score has not been worked out").assessment
    assert found is not None
    assert (found.outcome, amount_of(found).status) == ("undetermined", "bounded")
    assert [each.path for each in found.missing] == ["/household/pmt_score"]


def test_an_amount_that_waits_for_the_unpublished_cut_off_alone_is_called_unpublished() -> None:
    found = assessed("2017", "a child under six and a primary pupil: 325, 60 and 80", cut_off=one_of("in_force"))
    assert (found.outcome, amount_of(found).status) == ("undetermined", "unpublished")
    assert amount_of(found).at_most == "465.00"


def test_what_the_refund_of_30_percent_is_taken_of_is_a_reading() -> None:
    assert LAW_12.text.ledger is not None
    for breach in ("2", "3"):
        refund = LAW_12.text.ledger.on_cure[breach]
        reading = LAW_12.text.readings[str(refund.of)]
        assert refund.refund == "0.30"
        assert {reading.default, *reading.other} == {"deduction", "benefit"}


def test_the_first_breach_is_refunded_whole() -> None:
    assert LAW_12.text.ledger is not None
    first = LAW_12.text.ledger.on_cure["1"]
    assert (first.refund, first.of) == ("1.00", None)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_figure_of_takaful_names_its_source(version: str) -> None:
    text = CATALOGUE.pack(PROGRAMME, version).text
    cites = {name: each.cite for name, each in text.parameters.items()}
    cites |= {name: each.cite for name, each in text.tables.items()}
    assert [name for name, cite in cites.items() if cite.source is None and cite.confidence != "assumed"] == []
