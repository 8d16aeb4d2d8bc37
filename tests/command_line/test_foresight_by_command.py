"""What will change an answer and what would are told by `yusr assess`: the days to everybody, the facts to staff."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator
from msgspec import UNSET
from typed import EXAMPLE, yusr

from desktop.facts.schema import assessment_schema
from desktop.values.language import Language
from ui.command_line import assessing
from ui.command_line.assessment_text import tell
from ui.command_line.speaking import Voice

ASKED = ("--programme", "sa.developed", "--on", "2024-03-01")


@pytest.fixture
def growing_up(tmp_path: Path) -> Path:
    """The contract's example with a son who comes of age within the year and depends on nobody then."""
    household = json.loads(EXAMPLE.read_bytes())
    household["members"][1] |= {"birth_date": "2006-09-15", "dependency_confirmed": False}
    household["members"][1].pop("birth_date_hijri", None)
    household["members"][1].pop("national_id", None)
    path = tmp_path / "growing_up.json"
    path.write_text(json.dumps(household, ensure_ascii=False), encoding="utf-8")
    return path


def test_machines_are_told_the_days_and_the_facts_in_the_contracts_shape(growing_up: Path) -> None:
    document = yusr("assess", growing_up, *ASKED, "--json").answered().document
    Draft202012Validator(assessment_schema()).validate(document)
    (clock,) = document["clocks"]
    assert (clock["on"], clock["cause"], clock["outcome_then"]) == ("2024-09-15", "adult", "ineligible")
    assert {"path", "from", "to", "outcome"} == set(document["flips"][0])


def test_every_programme_side_by_side_is_foreseen_too(growing_up: Path) -> None:
    answers = yusr("assess", growing_up, "--all-programmes", "--on", "2024-03-01", "--json").answered().document
    assert all("clocks" in answer and "flips" in answer for answer in answers)


@pytest.mark.parametrize("language", Language)
def test_people_read_the_days_and_no_advice_on_facts_to_change(growing_up: Path, language: Language) -> None:
    said = yusr("assess", growing_up, *ASKED, language=language).answered().out
    title, told = {
        Language.ARABIC: ("أيام تغيّر النتيجة:", "18 سنة، فتصير النتيجة: غير مؤهلة."),
        Language.ENGLISH: ("Days that change the answer:", "turns 18: the answer becomes: ineligible."),
    }[language]
    assert title in said
    assert told in said.replace("\u2068", "").replace("\u2069", "")
    assert "2024-09-15" in said
    assert "What would turn the outcome" not in said
    assert "ما يغيّر النتيجة" not in said


@pytest.mark.parametrize("language", Language)
def test_staff_read_what_would_turn_the_outcome_in_words(growing_up: Path, language: Language) -> None:
    said = StringIO()
    file = assessing.household_in(str(growing_up))
    answer = assessing.assessment_of(file, programme="sa.developed", on=date(2024, 3, 1), member=None)
    foreseen = assessing.foreseen_of(file, answer, member=None)
    tell(Voice(language, said, StringIO()), file, foreseen, to_staff=True)
    title, told = {
        Language.ARABIC: ("ما يغيّر النتيجة:", "عدد المركبات: من 1 إلى 4، فتصير النتيجة: غير مؤهل"),
        Language.ENGLISH: ("What would turn the outcome:", "vehicles: from 1 to 4: the answer becomes ineligible"),
    }[language]
    assert title in said.getvalue()
    assert told in said.getvalue().replace("\u2068", "").replace("\u2069", "")


def test_what_is_stored_knows_nothing_of_the_days_to_come(growing_up: Path) -> None:
    file = assessing.household_in(str(growing_up))
    answer = assessing.assessment_of(file, programme="sa.developed", on=date(2024, 3, 1), member=None)
    assert not answer.clocks
    assert not answer.flips
    foreseen = assessing.foreseen_of(file, answer, member=None)
    assert msgspec.structs.replace(foreseen, clocks=UNSET, flips=UNSET) == answer
