"""A version of a pack that an office has used stands as it was used."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from casework_house import DAY, Caseworkers, refusal, shipped, staffed
from conftest import House

from desktop.casework import service as casework
from desktop.casework.answers import ReplayVerdict
from desktop.casework.replaying import replay
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.errors import OfficeError
from desktop.values.language import Language

OWN_VERSION = """
id: sa.developed
version: "2024-02"
amends: "2023-11"
applies: {from: 2024-02-01, to: null}
parameters:
  base: {value: "1330", unit: SAR/month, cite: {law: directive, confidence: assumed}}
"""


@pytest.fixture
def workers(qatif: House) -> Caseworkers:
    return staffed(qatif)


@pytest.fixture
def programmes(tmp_path: Path) -> Path:
    copy = tmp_path / "programmes"
    shutil.copytree(shipped().root / "sa.developed", copy / "sa.developed")
    return copy


def changed(programmes: Path) -> Catalogue:
    """The packs once somebody has changed a figure and left the version as it was."""
    path = programmes / "sa.developed" / "2023-11" / "pack.yaml"
    path.write_text(path.read_text("utf-8").replace('"1320"', '"1330"'), "utf-8")
    return Catalogue(programmes)


def refused(workers: Caseworkers, catalogue: Catalogue, on: date = DAY) -> OfficeError:
    """What refuses an assessment; its sentence names the version and says what to do."""
    with pytest.raises(OfficeError) as found:
        workers.assess(on, catalogue=catalogue)
    for language in Language:
        sentence = found.value.sentence(language)
        assert "2023-11" in sentence
        assert "{" not in sentence
    return found.value


def test_nothing_is_assessed_or_decided_by_a_version_whose_text_changed_after_its_use(
    workers: Caseworkers, programmes: Path
) -> None:
    workers.assess()
    later = changed(programmes)
    assert refused(workers, later).key == "casework.version_changed"
    assert refused(workers, later, date(2024, 4, 1)).key == "casework.version_changed"
    assert refusal(workers, catalogue=later) == "casework.version_changed"
    # The text as it was used decides as before.
    decided = workers.decide()
    assert refused(workers, later).key == "casework.version_changed"
    with workers.desk(reading=True) as desk:
        assert replay(desk, catalogue=later, decision_id=decided.id).verdict is ReplayVerdict.PACK_CHANGED
        assert replay(desk, catalogue=shipped(), decision_id=decided.id).verdict is ReplayVerdict.EQUAL


def test_a_change_with_a_version_of_its_own_is_assessed_and_the_old_decision_still_replays(
    workers: Caseworkers, programmes: Path
) -> None:
    workers.assess()
    decided = workers.decide()
    own = programmes / "sa.developed" / "2024-02"
    own.mkdir()
    (own / "pack.yaml").write_text(OWN_VERSION, "utf-8")
    catalogue = Catalogue(programmes)
    found = workers.assess(date(2024, 4, 1), catalogue=catalogue)
    assert (found.pack_version, found.answer.amount is not None) == ("2024-02", True)
    with workers.desk(reading=True) as desk:
        assert replay(desk, catalogue=catalogue, decision_id=decided.id).verdict is ReplayVerdict.EQUAL


def test_a_version_that_nobody_used_may_still_be_mended(workers: Caseworkers, programmes: Path) -> None:
    mended = changed(programmes)
    assert workers.assess(catalogue=mended).pack_version == "2023-11"
    # Now it is used as it was mended, and the text before that is the changed one.
    assert refused(workers, shipped()).key == "casework.version_changed"


def test_comments_and_spacing_are_no_change(workers: Caseworkers, programmes: Path) -> None:
    workers.assess()
    path = programmes / "sa.developed" / "2023-11" / "pack.yaml"
    path.write_text("# a remark\n\n" + path.read_text("utf-8"), "utf-8")
    workers.assess(date(2024, 4, 1), catalogue=Catalogue(programmes))
    assert workers.decide(catalogue=Catalogue(programmes)).on == DAY


def test_the_caseload_names_the_files_that_a_changed_version_left_unassessed(
    workers: Caseworkers, programmes: Path
) -> None:
    workers.assess()
    ran = casework.assess_all(
        workers.opener(), programme="sa.developed", on=date(2024, 4, 1), catalogue=changed(programmes)
    )
    assert ran.stored == 0
    assert [each.error.key for each in ran.unassessed] == ["casework.version_changed"]
