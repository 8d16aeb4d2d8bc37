"""The old law of social security: its published examples, its categories, and the Hijri days on which they turn."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.facts.assessment import Amount, Assessment
from desktop.facts.codes import OutsideStatus
from desktop.facts.reading import read_household
from desktop.programmes.answers.assess import assess
from desktop.programmes.checking.cases import Case, household_of, read_cases
from desktop.programmes.checking.checks import check_pack
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.calendars import read_hijri
from desktop.values.dates import Calendar, after
from desktop.values.language import Language, Wording

FOLDER = Path(__file__).parents[2] / "resources" / "programmes" / "sa.old"
CATALOGUE = Catalogue()
DAY = timedelta(days=1)

# Fact sheet §7 C8 and C12, and the rows of §1.2: day, persons, pension.
PUBLISHED = [
    (date(2012, 1, 15), 1, "862.00"),
    (date(2012, 1, 15), 2, "1146.00"),
    (date(2012, 1, 15), 3, "1430.00"),
    (date(2016, 1, 15), 1, "1000.00"),
    (date(2016, 1, 15), 2, "1285.00"),
    (date(2016, 1, 15), 3, "1570.00"),
    (date(2016, 1, 15), 15, "5000.00"),
]


def person(ref: str, role: str, **facts: Any) -> dict[str, Any]:
    return {
        "ref": ref,
        "role": role,
        "name": {"given": "سارة", "father": "محمد", "family": "الحربي"},
        "sex": "female",
        "nationality": "SA",
        "birth_date": "1984-02-11",
        "marital_status": "never_married",
        "spouses": [],
        "lives_in_dwelling": True,
        "circumstances": [],
        "incomes": [],
        "incapacity": {"extent": "none"},
        "work": {"status": "home"},
        **facts,
    }


def elder(**facts: Any) -> dict[str, Any]:
    return person("m1", "head", sex="male", birth_date="1940-01-01", marital_status="divorced", **facts)


def child(number: int, **facts: Any) -> dict[str, Any]:
    return person(f"m{number}", "child", father="m1", birth_date="2008-01-01", **facts)


def asked(on: date, *members: dict[str, Any], **household: Any) -> Assessment:
    workers = {"skilled_hired_workers": 0, "unskilled_hired_workers": 0}
    raw = {"format": "yusr-household/1", "household": {"country": "SA", **workers, **household}, "members": members}
    file = read_household(json.dumps(raw).encode())
    return assess(CATALOGUE.in_force("sa.old", on), file, on=on)


def wife_left_by_her_husband(on: date, circumstance: dict[str, str], *receipts: dict[str, str]) -> Assessment:
    husband = {"ref": "o1", "sex": "male", "nationality": "SA", "status": "living_elsewhere", "since": "2012-01-01"}
    wife = person("m1", "head", marital_status="married", spouses=["o1"], circumstances=[circumstance])
    return asked(on, wife, provider="o1", outside=[husband], receipts=list(receipts))


def hijri(text: str) -> date:
    return read_hijri(text).to_gregorian()


def amount_of(found: Assessment) -> Amount:
    assert found.amount is not None
    return found.amount


def sentence(found: Assessment, criterion: str) -> str:
    (one,) = [each for each in found.criteria if each.id == criterion]
    assert isinstance(one.sentence, Wording)
    return one.sentence.said_in(Language.ARABIC)


def case_called(version: str, says: str) -> Case:
    (found,) = [each for each in read_cases(FOLDER / version).cases if each.says.en == says]
    return found


@pytest.mark.parametrize(("on", "persons", "pension"), PUBLISHED)
def test_a_household_of_the_old_roll_without_income_gets_the_published_pension(
    on: date, persons: int, pension: str
) -> None:
    found = asked(on, elder(), *(child(number) for number in range(2, persons + 1)))
    assert (found.outcome, amount_of(found).value) == ("eligible", pension)


def test_three_persons_of_1433_get_186_for_food_beside_their_pension() -> None:
    found = asked(date(2012, 1, 15), elder(), child(2), child(3))
    assert isinstance(found.components, tuple)
    assert isinstance(found.total, Amount)
    assert {each.id: each.amount.value for each in found.components} == {"pension": "1430.00", "food_support": "186.00"}
    assert found.total.value == "1616.00"


def test_the_scale_follows_the_day() -> None:
    last_of_1432, first_of_1436 = date(2015, 1, 28), date(2015, 1, 29)
    assert [amount_of(asked(on, elder())).value for on in (last_of_1432, first_of_1436)] == ["862.00", "1000.00"]
    assert CATALOGUE.in_force("sa.old", hijri("1432-07-01")).text.version == "1432"


def test_a_pension_that_was_never_published_is_neither_guessed_nor_zero() -> None:
    fifteen = [child(number) for number in range(2, 16)]
    amount = amount_of(asked(date(2012, 1, 15), elder(), *fifteen))
    assert (amount.status, amount.at_least, amount.at_most) == ("unpublished", "1430.00", "5000.00")


def test_income_is_deducted_and_the_unpublished_bar_matters_only_between_nothing_and_the_scale() -> None:
    def with_income(kind: str, amount: str) -> Assessment:
        return asked(
            date(2016, 1, 15),
            elder(incomes=[{"kind": kind, "amount": amount, "period": "month", "since": "2010-01-01"}]),
        )

    assert amount_of(with_income("retirement_pension", "400")).value == "600.00"
    assert with_income("rent", "0").outcome == "eligible"
    assert with_income("rent", "1000").outcome == "ineligible"
    between = with_income("rent", "400")
    assert (between.outcome, between.missing) == ("undetermined", ())


@pytest.mark.parametrize("since", ["1433-01-10", "1433-01-30", "1434-12-01", "1437-02-29"])
def test_desertion_gives_the_right_on_the_day_three_hijri_months_are_complete(since: str) -> None:
    turn = after(hijri(since), 3, "month", Calendar.HIJRI)
    circumstance = {"kind": "deserted", "since": hijri(since).isoformat()}
    assert wife_left_by_her_husband(turn - DAY, circumstance).outcome == "ineligible"
    assert wife_left_by_her_husband(turn, circumstance).outcome == "eligible"
    assert turn != after(hijri(since), 3, "month", Calendar.GREGORIAN)


@pytest.mark.parametrize("first_paid", ["1433-05-01", "1434-08-15", "1438-09-29"])
def test_a_deserted_wife_is_referred_to_charities_on_the_day_two_hijri_years_of_payment_are_complete(
    first_paid: str,
) -> None:
    turn = after(hijri(first_paid), 2, "year", Calendar.HIJRI)
    circumstance = {"kind": "deserted", "since": "2012-01-01"}
    receipt = {"programme": "sa.old", "category": "deserted", "since": hijri(first_paid).isoformat()}
    assert wife_left_by_her_husband(turn - DAY, circumstance, receipt).outcome == "eligible"
    ended = wife_left_by_her_husband(turn, circumstance, receipt)
    assert ended.outcome == "ineligible"
    assert "تُحال الحالة إلى الجمعيات الأهلية" in sentence(ended, "desertion_years_left")


def test_what_another_category_or_programme_paid_does_not_use_up_the_two_years() -> None:
    circumstance = {"kind": "deserted", "since": "2012-01-01"}
    for programme, category in (("sa.old", "prisoner_household"), ("sa.lump_sum", "deserted")):
        receipt = {"programme": programme, "category": category, "since": "2012-01-01"}
        assert wife_left_by_her_husband(date(2018, 1, 1), circumstance, receipt).outcome == "eligible"


def test_a_man_whose_medical_report_lapsed_leaves_the_roll_and_is_told_what_to_bring() -> None:
    report = {"extent": "partial", "permanent": False, "issued_on": hijri("1436-07-01").isoformat()}
    receipt = {"programme": "sa.old", "category": "unable_to_work", "since": "2015-05-01"}
    lapses = hijri("1438-07-01")

    def on(day: date) -> Assessment:
        man = elder(incapacity=report) | {"birth_date": "1975-06-01"}
        return asked(day, man, receipts=[receipt])

    assert on(lapses - DAY).outcome == "eligible"
    ended = on(lapses)
    assert ended.outcome == "ineligible"
    assert "يلزم تقرير طبي جديد" in sentence(ended, "report_in_date")


def test_a_named_provider_decides_by_what_became_of_him() -> None:
    def with_provider(status: str) -> str:
        provider = {"ref": "o1", "sex": "male", "nationality": "SA", "status": status, "since": "2010-01-01"}
        wife = person("m1", "head", marital_status="married", spouses=["o1"])
        return str(asked(date(2016, 1, 15), wife, provider="o1", outside=[provider]).outcome)

    paid = {"absent", "imprisoned", "addict", "incapacitated"}
    for status in OutsideStatus:
        assert with_provider(status) == ("eligible" if status in paid else "ineligible"), status


def test_what_is_not_known_is_asked_of_the_family_and_never_taken_for_no() -> None:
    case = case_called("1432", "the provider's situation is not known")
    file = household_of(read_cases(FOLDER / "1432"), case)
    found = assess(CATALOGUE.pack("sa.old", "1432"), file, on=case.on)
    assert found.outcome == "undetermined"
    assert [each.path for each in found.missing] == ["/household/outside/0/status"]


@pytest.mark.parametrize("version", ["1432", "1436"])
def test_every_criterion_and_category_has_a_case_for_each_way_that_it_can_come_out(version: str) -> None:
    assert not check_pack(FOLDER / version).unexercised
