"""A stored answer comes out of the same rules again, byte for byte, whatever was published since."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from casework_house import DAY, Caseworkers, shipped, staffed
from conftest import House
from sqlalchemy import text

from desktop.casework.answers import Difference, ReplayAnswer, ReplayVerdict
from desktop.casework.replaying import first_difference, replay
from desktop.facts.assessment import encode_assessment
from desktop.facts.reading import read_household
from desktop.programmes.answers.assess import assess
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError

AMENDMENT = """
id: sa.developed
version: "2030"
amends: "2022"
applies: {from: 2023-01-01, to: null}
parameters:
  base: {value: "2000", unit: SAR/month, cite: {law: announcement, confidence: assumed}}
  increment: {value: "900", unit: SAR/month, cite: {law: announcement, confidence: assumed}}
  household_cap: {value: "6000", unit: SAR/month, cite: {law: announcement, confidence: assumed}}
"""


UNDER_2022 = date(2023, 6, 1)
"""A day of the version of 2022."""

ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""Rules of the room that no database has a part in."""


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return staffed(qatif)


@pytest.fixture
def programmes(tmp_path: Path) -> Path:
    copy = tmp_path / "programmes"
    shutil.copytree(shipped().root, copy)
    return copy


def replayed(workers: Caseworkers, catalogue: Catalogue, decision: object) -> ReplayAnswer:
    with workers.desk(on=date(2031, 1, 1), reading=True) as desk:
        return replay(desk, catalogue=catalogue, decision_id=decision)  # type: ignore[arg-type]


def test_a_decision_under_the_rules_of_2022_replays_to_the_same_bytes_after_the_list_of_packs_has_grown(
    workers: Caseworkers, programmes: Path
) -> None:
    later = {folder: programmes.parent / folder.replace("/", "-") for folder in ("sa.developed/2023-11", "sa.need")}
    for folder, away in later.items():
        shutil.move(programmes / folder, away)
    then = Catalogue(programmes)
    assert then.versions["sa.developed"] == ("2022",)
    assessed = workers.assess(UNDER_2022, today=DAY, catalogue=then)
    decided = workers.decide(UNDER_2022, today=DAY, catalogue=then)
    assert replayed(workers, then, decided.id).pack_version == "2022"

    for folder, away in later.items():
        shutil.move(away, programmes / folder)
    version = programmes / "sa.developed" / "2030"
    version.mkdir()
    version.joinpath("pack.yaml").write_text(AMENDMENT, encoding="utf-8")
    grown = Catalogue(programmes)
    assert set(grown.versions["sa.developed"]) == {"2022", "2023-11", "2030"}
    assert grown.in_force("sa.developed", UNDER_2022).text.version == "2030"
    found = replayed(workers, grown, decided.id)
    assert (found.verdict, found.difference) == (ReplayVerdict.EQUAL, None)
    assert (found.pack_version, found.assessment) == ("2022", decided.assessment)
    with workers.desk(on=date(2031, 1, 1), reading=True) as desk:
        facts, stored = desk.session.execute(text("SELECT facts, answer FROM assessments")).one()
    anew = assess(grown.pack("sa.developed", "2022"), read_household(bytes(facts)), on=UNDER_2022)
    assert encode_assessment(anew) == bytes(stored) == assessed.encoded
    assert b'"150.00"' in assessed.encoded


@ON_SQLITE
def test_the_facts_of_a_replay_are_those_that_were_stored(workers: Caseworkers) -> None:
    from casework_house import earning, example

    workers.assess()
    decided = workers.decide()
    workers.amend(earning(example(), "9000.00"), today=date(2024, 4, 1))
    assert replayed(workers, shipped(), decided.id).verdict is ReplayVerdict.EQUAL


@ON_SQLITE
def test_a_pack_that_was_changed_after_it_was_used_is_reported_and_not_run(
    workers: Caseworkers, programmes: Path
) -> None:
    workers.assess()
    decided = workers.decide()
    path = programmes / "sa.developed" / "2023-11" / "pack.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"1320"', '"1330"'), encoding="utf-8")
    found = replayed(workers, Catalogue(programmes), decided.id)
    assert found.verdict is ReplayVerdict.PACK_CHANGED
    assert found.found_hash not in (None, decided.pack_hash)


@ON_SQLITE
def test_a_pack_that_is_gone_is_reported(workers: Caseworkers, programmes: Path) -> None:
    workers.assess()
    decided = workers.decide()
    shutil.rmtree(programmes / "sa.developed" / "2023-11")
    assert replayed(workers, Catalogue(programmes), decided.id).verdict is ReplayVerdict.PACK_MISSING


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_stored_answer_that_was_tampered_with_is_told_with_the_place(workers: Caseworkers) -> None:
    decided = workers.assess()
    with workers.desk() as desk:
        forged = decided.encoded.replace(b'"480.00"', b'"980.00"', 1)
        desk.session.execute(text("UPDATE assessments SET answer = :forged"), {"forged": forged})
    with workers.desk(reading=True) as desk:
        found = replay(desk, catalogue=shipped(), assessment_id=decided.id)
    assert found.verdict is ReplayVerdict.DIFFERENT
    assert found.difference == Difference("/amount/value", "980.00", "480.00")


@ON_SQLITE
def test_what_is_not_there_is_not_replayed(workers: Caseworkers) -> None:
    decided = workers.assess()
    with pytest.raises(OfficeError) as refused:
        replayed(workers, shipped(), decided.id)
    assert refused.value.key == "database.not_found"


@pytest.mark.parametrize(
    ("stored", "now", "found"),
    [
        ({"a": [1, {"b": 2}]}, {"a": [1, {"b": 2}]}, None),
        ({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}, Difference("/a/1/b", 2, 3)),
        ({"a": 1}, {"a": 1, "c/d": None}, Difference("/c~1d", None, None)),
        ({"a": 1, "b": 2}, {"a": 1}, Difference("/b", 2, None)),
        ([1], [1, 2], Difference("/1", None, 2)),
        ([1, 2], [1], Difference("/1", 2, None)),
        ({"a": True}, {"a": 1}, Difference("/a", True, 1)),
    ],
)
def test_the_first_difference_of_two_documents_is_named_by_its_place(
    stored: object, now: object, found: Difference | None
) -> None:
    assert first_difference(stored, now) == found
