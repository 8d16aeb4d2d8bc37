"""From the answers of the rooms to what papers say; the same fillers serve the command line and the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from conftest import House, at

from desktop.casework import service as casework
from desktop.facts.codes import AmountStatus, CriterionOutcome, Outcome
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.issuing.contents import Issue, Letterhead, Paper
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError
from desktop.values.language import Language, Wording
from reports.render import render
from ui.papers.assessment_sheet import assessment_sheet
from ui.papers.people import head_of, listed, name_of, subject

HOUSEHOLDS = Path(str(files("resources"))) / "demonstration" / "households"
OFFICE = Wording("مكتب القطيف", "Qatif office")
ISSUE = Issue(
    letterhead=Letterhead((OFFICE,), OFFICE),
    serial="QTF-1448-000001-0",
    issued_on=date(2026, 11, 21),
    qr_text="YUSR1:A",
)
DAY = date(2026, 11, 21)
STORIES = sorted(path.name for path in HOUSEHOLDS.glob("*.json"))


def household(name: str) -> HouseholdFile:
    return read_household((HOUSEHOLDS / name).read_bytes())


def sheet_of(name: str) -> Any:
    file = household(name)
    pack = Catalogue().asked("sa.developed", DAY, file)
    assessment = assess(pack, file, on=DAY)
    return assessment, assessment_sheet(assessment, file, pack=pack.text, issue=ISSUE)


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("language", Language)
def test_every_story_can_be_put_on_an_assessment_sheet(name: str, language: Language) -> None:
    assessment, sheet = sheet_of(name)
    assert render(Paper(content=sheet, language=language, arabic_digits=True)).startswith(b"%PDF")
    assert sheet.outcome is assessment.outcome
    assert len(sheet.criteria) == len(assessment.criteria)
    assert len(sheet.persons) == len(household(name).members)


def test_the_answer_agrees_with_the_woman_who_asks() -> None:
    for name in STORIES:
        assessment, sheet = sheet_of(name)
        if assessment.outcome is not Outcome.UNDETERMINED:
            woman = head_of(household(name)).sex == "female"
            assert sheet.answer.ar.endswith("ة") is woman, name


def test_what_is_for_staff_only_never_reaches_the_sheet() -> None:
    _, sheet = sheet_of(STORIES[2])
    assert not hasattr(sheet, "flips")


def test_laws_stand_by_their_names_and_articles() -> None:
    _, sheet = sheet_of(STORIES[0])
    articles = [row.article.ar for row in sheet.criteria]
    assert any("اللائحة التنفيذية" in article and "المادة" in article for article in articles)
    assert not any(article.startswith(("regulation", "law")) for article in articles)


def test_amounts_keep_how_far_they_are_known() -> None:
    statuses = set()
    for name in STORIES:
        assessment, sheet = sheet_of(name)
        if assessment.amount is not None:
            statuses.add(sheet.amount.status)
            if sheet.amount.status is AmountStatus.KNOWN:
                assert sheet.amount.value.decimal_text() == assessment.amount.value
    assert AmountStatus.KNOWN in statuses


def test_missing_facts_and_unknown_criteria_are_told_together() -> None:
    _, sheet = sheet_of("06-salary-not-stated.json")
    assert any(row.outcome is CriterionOutcome.UNKNOWN for row in sheet.criteria)
    assert sheet.missing


def person(**facts: str) -> Any:
    body = ", ".join(f'"{name}": "{value}"' for name, value in {"ref": "m1", "role": "head", **facts}.items())
    text = f'{{"format": "yusr-household/1", "household": {{"country": "SA"}}, "members": [{{{body}}}]}}'
    return read_household(text.encode()).members[0]


@pytest.mark.parametrize(
    ("facts", "born", "stated"),
    [
        ({}, None, None),
        ({"birth_date": "1984-12-05"}, date(1984, 12, 5), None),
        ({"birth_date_hijri": "1405-03-12"}, date(1984, 12, 4), None),
        ({"birth_date": "1984-01-01", "birth_date_precision": "year"}, None, "1984 م"),
        ({"birth_date_hijri": "1405-01-01", "birth_date_precision": "year"}, None, "1405 هـ"),
        ({"birth_date_hijri": "1405-03-01", "birth_date_precision": "month"}, None, "1405-03 هـ"),
        ({"birth_date_hijri": "1337-05-01"}, None, "1337-05-01 هـ"),
    ],
)
def test_a_birth_is_printed_as_far_as_it_is_known(facts: dict[str, str], born: date | None, stated: str | None) -> None:
    (row,) = listed([person(**facts)])
    assert row.born == born
    assert (row.born_stated.ar if row.born_stated else None) == stated


def test_somebody_without_name_number_or_sex_still_stands_on_paper() -> None:
    nobody = person()
    assert name_of(nobody).ar == "m1"
    assert subject(nobody).national_id == "—"


# --- Statement and slip, at a desk ---------------------------------------------------------------------------


@pytest.fixture
def decided(qatif: House) -> Any:
    """A decision of the office on the worker of limited income, and the desk's house."""
    from desktop.registry import service as registry

    qatif.appoint("sara")
    clock = at(DAY)
    with qatif.desk("sara", clock=clock) as desk:
        number = registry.register(desk, draft=household(STORIES[0]), take_over=True).answer.file_number
    with qatif.desk("sara", clock=clock) as desk:
        casework.assess(desk, file_number=number, programme="sa.developed", on=DAY, catalogue=Catalogue())
        return casework.decide(desk, file_number=number, programme="sa.developed", on=DAY, catalogue=Catalogue()).answer


def test_a_statement_certifies_what_the_decision_is_sure_of(decided: Any) -> None:
    from desktop.values.money import Money
    from ui.papers.benefit_statement import benefit_statement

    statement = benefit_statement(decided, issue=ISSUE)
    assert statement.pension == decided.amount.value
    assert statement.decision.number == decided.number
    assert statement.covered_since == decided.covered_since
    total = statement.pension
    for each in statement.supplements:
        assert isinstance(each.amount, Money)
        total += each.amount
    if decided.total.value is not None:
        assert total == decided.total.value
    assert statement.valid_until > ISSUE.issued_on
    assert render(Paper(content=statement, language=Language.ARABIC, arabic_digits=True)).startswith(b"%PDF")


def test_no_statement_without_a_known_monthly_right_that_stands(decided: Any) -> None:
    from desktop.casework.kinds import DecisionKind
    from desktop.facts.codes import AmountPeriod
    from ui.papers.benefit_statement import benefit_statement

    for change, key in (
        ({"superseded_by": decided.id}, "papers.decision_superseded"),
        ({"kind": DecisionKind.REFUSED}, "papers.no_right_stands"),
        ({"covered_since": None}, "papers.no_right_stands"),
        ({"amount": replace(decided.amount, period=AmountPeriod.ONCE)}, "papers.not_monthly"),
        ({"amount": replace(decided.amount, value=None)}, "papers.amount_not_known"),
    ):
        with pytest.raises(OfficeError) as refused:
            benefit_statement(replace(decided, **change), issue=ISSUE)
        assert refused.value.key == key
        assert decided.number in str(refused.value)
