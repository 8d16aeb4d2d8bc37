"""A file is assessed without a database, and what is wrong with it is told with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from typed import EXAMPLE, EXPECTED, ON_THE_DAY, one_sentence, process, said, yusr

from desktop.facts.schema import assessment_schema
from desktop.programmes.checking.cases import household_of, read_cases
from desktop.programmes.packs.catalogue import Catalogue
from desktop.values.language import Language

Spoil = Callable[[dict[str, Any]], None]


def _file(tmp_path: Path, spoil: Spoil) -> Path:
    household: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    spoil(household)
    path = tmp_path / "spoilt.json"
    path.write_text(json.dumps(household, ensure_ascii=False), encoding="utf-8")
    return path


def _set(pointer: str, value: object) -> Spoil:
    def spoil(household: dict[str, Any]) -> None:
        *steps, last = pointer.split("/")[1:]
        place: Any = household
        for step in steps:
            place = place[int(step)] if isinstance(place, list) else place[step]
        if isinstance(place, list):
            place[int(last)] = value
        else:
            place[last] = value

    return spoil


def _wives(count: int) -> Spoil:
    def spoil(household: dict[str, Any]) -> None:
        head = household["members"][0]
        head["sex"], head["marital_status"] = "male", "married"
        head["health"].pop("pregnant"), head["health"].pop("nursing")
        household["members"][1].pop("mother")
        women = [{"ref": f"w{at}", "role": "spouse", "sex": "female", "spouses": ["m1"]} for at in range(count)]
        household["members"] += women
        head["spouses"] = [woman["ref"] for woman in women]
        household["household"]["outside"] = []
        household["members"][1].pop("father")

    return spoil


def _husbands(household: dict[str, Any]) -> None:
    alive = {"sex": "male", "status": "living_elsewhere"}
    household["household"]["outside"] += [{"ref": "o2", **alive}, {"ref": "o3", **alive}]
    household["members"][0]["spouses"] = ["o2", "o3"]
    household["members"][0]["marital_status"] = "married"


def _same_person_twice(household: dict[str, Any]) -> None:
    household["members"][1]["national_id"] = household["members"][0]["national_id"]


SPOILT: dict[str, tuple[Spoil, str]] = {
    "a fact that the schema does not know": (_set("/members/0/nickname", "x"), "/members/0/nickname"),
    "an amount that is a number": (_set("/household/dwelling/monthly_rent", 1200), "/household/dwelling/monthly_rent"),
    "a wrong check digit": (_set("/members/1/national_id", "1000000017"), "/members/1/national_id"),
    "two calendars that disagree": (_set("/members/0/birth_date", "1990-01-01"), "/members/0/birth_date_hijri"),
    "the same person twice": (_same_person_twice, "/members/1/national_id"),
    "a woman with two husbands": (_husbands, "/members/0/spouses"),
    "a man with five wives": (_wives(5), "/members/0/spouses"),
    "no head": (_set("/members/0/role", "spouse"), "/members"),
    "two heads": (_set("/members/1/role", "head"), "/members/1/role"),
    "a reference to nobody": (_set("/members/1/mother", "m9"), "/members/1/mother"),
    "a member born tomorrow": (
        _set("/members/1/birth_date", (date.today() + timedelta(days=1)).isoformat()),
        "/members/1/birth_date",
    ),
}


def test_the_example_is_answered_as_the_contract_says() -> None:
    answer = yusr("assess", EXAMPLE, *ON_THE_DAY, "--json").answered()
    document = answer.document
    Draft202012Validator(assessment_schema()).validate(document)
    for name in ("format", "programme", "version", "on", "outcome", "amount", "total"):
        assert document[name] == EXPECTED[name], name
    assert {each["id"]: each["amount"]["value"] for each in document["components"]} == EXPECTED["components"]
    assert answer.err == ""


def test_the_same_bytes_come_from_standard_input_and_twice() -> None:
    by_name = process("assess", EXAMPLE, *ON_THE_DAY, "--json")
    from_input = process("assess", "-", *ON_THE_DAY, "--json", given=EXAMPLE.read_bytes())
    assert by_name.returncode == from_input.returncode == 0
    assert by_name.stdout == from_input.stdout


@pytest.mark.parametrize("language", Language)
def test_people_read_the_outcome_first_then_every_reason_with_its_law(language: Language) -> None:
    told = yusr("assess", EXAMPLE, *ON_THE_DAY, language=language).answered().out
    first, *others = told.splitlines()
    words = {
        Language.ARABIC: ("مؤهلة", "مستوفى", "لا ينطبق", "المادة 8", "المستندات المطلوبة"),
        Language.ENGLISH: ("Eligible", "met", "not applicable", "article 8", "Documents needed"),
    }[language]
    assert words[0] in first
    assert "480.00" in first
    assert "737.00" in first
    assert all(word in "\n".join(others) for word in words[1:])


def test_every_programme_of_the_country_is_answered_side_by_side() -> None:
    contract = json.loads((EXAMPLE.parent / "assessment.schema.json").read_bytes())
    answers = yusr("assess", EXAMPLE, "--all-programmes", "--on", "2024-03-01", "--json").answered().document
    assert all(each["programme"].startswith("sa.") for each in answers)
    developed = next(each for each in answers if each["programme"] == "sa.developed")
    assert developed["total"] == EXPECTED["total"]
    assert [each["in_all"] for each in answers] == [EXPECTED["total"]] * len(answers)
    for each in answers:
        Draft202012Validator(contract).validate(each)


def test_what_two_rights_come_to_and_whether_both_may_be_had_is_told_with_its_law(tmp_path: Path) -> None:
    catalogue = Catalogue()
    book = read_cases(catalogue.root / "eg.karama" / "2025-04")
    path = tmp_path / "two_rights.json"
    path.write_bytes(msgspec.json.encode(household_of(book, book.cases[0])))
    asked = ("assess", path, "--all-programmes", "--on", "2025-06-01")
    answers = {each["programme"]: each for each in yusr(*asked, "--json").answered().document}
    rule = catalogue.pack("eg.takaful", "2025").text.beside["eg.karama"]
    (pair,) = answers["eg.karama"]["beside"]
    assert (pair["programme"], pair["may"], pair["citation"]["article"]) == ("eg.takaful", True, rule.cite.article)
    assert answers["eg.takaful"]["beside"][0]["programme"] == "eg.karama"
    assert answers["eg.takaful"]["in_all"]["at_least"] == answers["eg.karama"]["total"]["value"]
    assert answers["eg.exceptional"]["beside"] == []
    for language in Language:
        said = yusr(*asked, language=language).answered().out
        assert rule.says.said_in(language) in said
        assert {Language.ARABIC: "مجموع ما تستحقه الأسرة", Language.ENGLISH: "The family has in all"}[language] in said
    of_one = yusr(*asked, "--member", "m1", "--json").answered().document
    assert all("in_all" not in each for each in of_one), "nothing is known of the others"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("case", SPOILT)
def test_a_file_that_cannot_be_so_is_refused_with_the_place(case: str, language: Language, tmp_path: Path) -> None:
    spoil, pointer = SPOILT[case]
    answer = yusr("assess", _file(tmp_path, spoil), *ON_THE_DAY, "--json", language=language)
    assert answer.status == 1
    assert answer.out == ""
    assert f"  {pointer}" in answer.err, answer.err
    assert "Traceback" not in answer.err
    assert all(line.rstrip().endswith(".") for line in answer.err.splitlines())


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    def spoil(household: dict[str, Any]) -> None:
        household["members"][0]["sex"] = "f"
        household["members"][1]["role"] = "boss"
        household["household"]["country"] = "XX"

    told = yusr("assess", _file(tmp_path, spoil), *ON_THE_DAY).err
    assert {"/members/0/sex", "/members/1/role", "/household/country"} <= {
        line.strip().partition(":")[0] for line in told.splitlines()
    }


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((EXAMPLE, "--programme", "sa.unheard", "--on", "2024-03-01"), 1),
        ((EXAMPLE, "--programme", "sa.developed@1900", "--on", "2024-03-01"), 1),
        ((EXAMPLE, "--programme", "sa.developed", "--on", "1999-01-01"), 1),
        ((EXAMPLE, "--programme", "sa.developed", "--on", "2024-03-01", "--member", "m1"), 1),
        (("nowhere.json", *ON_THE_DAY), 3),
        (("no/where", *ON_THE_DAY), 3),
        ((EXAMPLE.parent, *ON_THE_DAY), 3),
        (("bad\0name.json", *ON_THE_DAY), 3),
        ((EXAMPLE, "--programme", "sa.developed", "--on", "yesterday"), 2),
        ((EXAMPLE, "--programme", "sa.developed", "--on", "2024-02-30"), 2),
        ((EXAMPLE, "--programme", "sa.developed"), 2),
        ((EXAMPLE, "--on", "2024-03-01"), 2),
        ((EXAMPLE, *ON_THE_DAY, "--all-programmes"), 2),
        ((EXAMPLE, *ON_THE_DAY, "--all"), 2),
        (ON_THE_DAY, 2),
        ((EXAMPLE, *ON_THE_DAY, "--dry-run"), 2),
        ((EXAMPLE, *ON_THE_DAY, "--nonsense"), 2),
        ((EXAMPLE, EXAMPLE, *ON_THE_DAY), 2),
        ((EXAMPLE, "--programme"), 2),
        (("--all", "--on", "2024-03-01"), 2),
    ],
)
def test_what_cannot_be_answered_is_told_in_one_sentence(
    arguments: tuple[object, ...], status: int, language: Language
) -> None:
    answer = yusr("assess", *arguments, "--json", language=language)
    assert answer.status == status, answer
    assert answer.out == ""
    one_sentence(answer.err, language)


@pytest.mark.parametrize("content", [b"", b"no json", b"{", b"\xff\xfe", b"[" * 100_000, b'{"format": 1e999}', b"null"])
@pytest.mark.parametrize("language", Language)
def test_what_is_no_household_file_is_refused(content: bytes, language: Language, tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(content)
    answer = yusr("assess", path, *ON_THE_DAY, "--json", language=language)
    assert answer.status == 1
    assert answer.out == ""
    assert len(answer.err.splitlines()) >= 2
    assert "Traceback" not in answer.err


def test_something_endless_is_not_read_to_its_end() -> None:
    answer = said(process("assess", "/dev/zero", *ON_THE_DAY, YUSR_LANGUAGE="en"))
    assert answer.status == 1
    one_sentence(answer.err, Language.ENGLISH)
