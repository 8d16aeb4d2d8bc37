"""Facts that cannot be are named by command, and nothing is computed with them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from typed import EXAMPLE, ON_THE_DAY, yusr

from desktop.values.language import Language

TOMORROW = (date.today() + timedelta(days=1)).isoformat()
ABSURD: dict[str, dict[str, Any]] = {
    "a member born tomorrow": {"birth_date": TOMORROW},
    "a member of a hundred and forty": {"birth_date": "1884-01-01", "mother": "o1"},
    "a death before birth": {"death_date": "2001-01-01"},
    "a death tomorrow": {"death_date": TOMORROW},
    "a child older than its mother": {"birth_date": "1950-01-01"},
    "a marriage before birth": {"marital_status_since": "1990-01-01"},
    "an absence before birth": {"absences": [{"from": "1990-01-01", "to": "1990-02-01"}]},
    "a disability to come": {"disability": {"onset_age": 90}},
    "a journey that ends before it begins": {"absences": [{"from": "2020-02-01", "to": "2020-01-01"}]},
    "one's own father": {"father": "m2"},
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", ABSURD)
def test_an_absurd_fact_is_named_and_not_computed_with(tmp_path: Path, kind: str, language: Language) -> None:
    household = json.loads(EXAMPLE.read_bytes())
    child = household["members"][1]
    child.update(ABSURD[kind])
    file = tmp_path / "household.json"
    file.write_text(json.dumps(household, ensure_ascii=False), "utf-8")
    for wanted in ((), ("--json",)):
        answer = yusr("assess", file, *ON_THE_DAY, *wanted, language=language)
        assert (answer.status, answer.out) == (1, "")
        assert "/members/1/" in answer.err
        assert "Traceback" not in answer.err


def test_every_absurd_fact_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    household = json.loads(EXAMPLE.read_bytes())
    household["members"][0]["death_date"] = "1900-01-01"
    household["members"][1]["birth_date"] = TOMORROW
    file = tmp_path / "household.json"
    file.write_text(json.dumps(household, ensure_ascii=False), "utf-8")
    told = yusr("assess", file, *ON_THE_DAY).err
    assert "/members/0/death_date" in told
    assert "/members/1/birth_date" in told
