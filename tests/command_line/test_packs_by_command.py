"""Packs are listed, explained, checked and sealed by command."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from typed import yusr

from desktop.values.language import Language

PROGRAMMES = Path(str(files("resources"))) / "programmes"


def test_programmes_are_listed_with_the_days_of_each_version() -> None:
    listed = {each["id"]: each for each in yusr("programmes", "--json").answered().document}
    versions = {each["version"]: each for each in listed["sa.developed"]["versions"]}
    assert versions["2022"]["from"] == "2022-01-01"
    assert versions["2023-11"] | {"pack_hash": ""} == {
        "version": "2023-11", "from": "2023-11-01", "to": None, "cohort": ["new", "existing"], "pack_hash": "",
    }  # fmt: skip
    assert "2023-11" in yusr("programmes").answered().out


@pytest.mark.parametrize("language", Language)
def test_a_pack_is_explained_with_its_articles(language: Language) -> None:
    told = yusr("programmes", "show", "sa.developed@2023-11", language=language).answered().out
    assert "1,320.00" in told
    assert {Language.ARABIC: "المادة 9.1", Language.ENGLISH: "article 9.1"}[language] in told
    unknown = yusr("programmes", "show", "sa.unheard", language=language)
    assert (unknown.status, len(unknown.err.splitlines())) == (1, 1)


def test_the_newest_version_is_meant_where_none_is_named() -> None:
    assert yusr("programmes", "show", "sa.developed", "--json").answered().document["version"] == "2023-11"


def test_a_pack_is_explained_whole() -> None:
    told = yusr("programmes", "show", "eg.karama").answered().out
    headings = (
        "Versions", "Laws", "Criteria", "Categories, of which any gives the right", "Benefits", "Deductions",
        "Figures", "Documents", "Deadlines", "After payment", "Sources by how sure they are",
    )  # fmt: skip
    for heading in headings:
        assert f"\n{heading}:\n" in told
    assert "(this version)" in told
    assert "what the household receives in all for its members" in told
    assert "if not: " in told
    assert "{" not in told
    assert "others: ." not in told
    assert "share deducted by the number of breaches" in yusr("programmes", "show", "eg.takaful@2025").answered().out


@pytest.mark.parametrize("language", Language)
def test_two_versions_are_laid_side_by_side(language: Language) -> None:
    told = yusr("programmes", "diff", "sa.developed@2022", "sa.developed@2023-11", language=language).answered().out
    assert "1,320.00" in told
    assert "1,100.00" in told
    same = yusr("programmes", "diff", "sa.developed@2022", "sa.developed@2022", language=language).answered().out
    assert len(same.splitlines()) == 2
    unknown = yusr("programmes", "diff", "sa.developed@2022", "sa.developed@1999", language=language)
    assert (unknown.status, unknown.out, len(unknown.err.splitlines())) == (1, "", 1)


def test_the_differences_are_told_as_data_too() -> None:
    told = yusr("programmes", "diff", "sa.developed@2022", "sa.developed", "--json").answered().document
    assert (told["old"]["pack"], told["new"]["pack"]) == ("sa.developed@2022", "sa.developed@2023-11")
    base = {each["place"]: each for each in told["differences"]}["parameters/base"]
    assert base["change"] == "changed"
    assert base["old"]["en"] == "SAR 1,100.00 a month"
    assert base["citation"] == {"law": "directive", "article": None, "source": "N5", "confidence": "press"}


def test_the_sources_are_written_as_the_repository_keeps_them() -> None:
    told = yusr("programmes", "sources").answered().out
    assert told.startswith("# Sources\n")
    assert "## Assumptions" in told


def test_a_shipped_pack_is_fit_and_its_seal_fits() -> None:
    # Every pack is held so by `make check` and by the tests of the rules engine.
    checked = yusr("programmes", "check", PROGRAMMES / "sa.exceptional", "--json").answered().document
    assert checked["fit"]
    assert [pack["pack"] for pack in checked["packs"] if pack["seal"] != "fits" or pack["disagreeing"]] == []


def test_a_pack_is_sealed_anew_and_a_spoilt_one_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "sa.developed"
    shutil.copytree(PROGRAMMES / "sa.developed", folder)
    seal = folder / "2022" / "sealed.json"
    seal.unlink()
    before = yusr("programmes", "check", folder / "2022", "--json").answered().document
    assert before["packs"][0]["seal"] == "absent"
    sealed = yusr("programmes", "check", folder / "2022", "--seal", "--json").answered().document
    assert sealed["packs"][0]["seal"] == "written"
    assert seal.read_bytes() == (PROGRAMMES / "sa.developed" / "2022" / "sealed.json").read_bytes()

    pack = folder / "2022" / "pack.yaml"
    pack.write_text(pack.read_text("utf-8").replace("counted_income <", "counted_incomes <"), encoding="utf-8")
    seal.unlink()
    for language in Language:
        spoilt = yusr("programmes", "check", folder / "2022", "--seal", language=language)
        assert spoilt.status == 1
        assert "counted_incomes" in spoilt.out
        assert "2022/pack.yaml:" in spoilt.out
    (told,) = yusr("programmes", "check", folder / "2022", "--json").document["packs"]
    (fault,) = told["faults"]
    assert (fault["place"], fault["file"]) == ("criteria/income_below_minimum", str(pack))
    assert pack.read_text("utf-8").splitlines()[fault["line"] - 1].strip() == "- id: income_below_minimum"
    assert not seal.exists()


def test_days_between_two_versions_are_looked_at_wherever_the_versions_stand(tmp_path: Path) -> None:
    programme = tmp_path / "eg.old_pension"
    shutil.copytree(PROGRAMMES / "eg.old_pension", programme)
    pack = programme / "2021-07" / "pack.yaml"
    pack.write_text(pack.read_text("utf-8").replace("to: 2023-03-31", "to: 2023-03-30"), encoding="utf-8")
    for place, faults in ((tmp_path, 1), (programme, 1), (pack.parent, 0)):
        checked = yusr("programmes", "check", place, "--json")
        assert (checked.status, len(checked.document["between_versions"])) == (faults, faults)


def test_a_path_without_a_pack_is_told(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        answer = yusr("programmes", "check", place)
        assert (answer.status, answer.out, len(answer.err.splitlines())) == (3, "", 1)


def test_trying_every_completion_is_reported_for_each_version() -> None:
    pack = PROGRAMMES / "eg.old_pension" / "2023-04"
    asked = ("programmes", "soundness", str(pack), "--households", "4", "--seed", "3")
    told = yusr(*asked, "--json").answered().document
    assert told["sound"]
    assert told["packs"]["eg.old_pension@2023-04"] == told["in_all"]
    assert told["in_all"]["answers"] == 4
    assert told["in_all"]["wrong"] == 0
    for language in Language:
        lines = yusr(*asked, language=language).answered().out.splitlines()
        assert len(lines) == 2
        assert lines[0].startswith("eg.old_pension@2023-04: ")
