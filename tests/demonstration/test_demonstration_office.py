from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from desktop.facts.consistency import contradictions
from desktop.facts.reading import read_household
from desktop.values.iban import is_invented_iban, read_iban
from desktop.values.national_id import SaudiId, read_national_id
from desktop.values.phone import is_invented_phone

_DEMONSTRATION = files("resources").joinpath("demonstration")
_SCHEMA = json.loads(files("resources").joinpath("contracts", "household.schema.json").read_bytes())
_LAST_OF_TODAY = date(2026, 11, 21)
_FOOD, _ELECTRICITY = 84, (0, 72, 89, 118, 130, 166, 206, 246, 246, 334, 334)


def _yaml(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(_DEMONSTRATION.joinpath(name).read_text("utf-8"))
    return loaded


def _household(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_DEMONSTRATION.joinpath("households", name).read_bytes())
    return loaded


_STORIES: list[dict[str, Any]] = _yaml("stories.yaml")["stories"]
_each_story = pytest.mark.parametrize("story", _STORIES, ids=[story["file"][:-5] for story in _STORIES])


def test_there_are_twelve_households_and_each_has_its_story() -> None:
    on_disk = {entry.name for entry in _DEMONSTRATION.joinpath("households").iterdir()}
    assert on_disk == {story["file"] for story in _STORIES}
    assert len(on_disk) == 12
    assert sum(story["section"] == "women" for story in _STORIES) >= 4


@_each_story
def test_a_household_keeps_the_contract_and_does_not_contradict_itself(story: dict[str, Any]) -> None:
    text = _DEMONSTRATION.joinpath("households", story["file"]).read_bytes()
    assert list(Draft202012Validator(_SCHEMA).iter_errors(json.loads(text))) == []
    assert contradictions(read_household(text), today=_LAST_OF_TODAY) == ()


@_each_story
def test_a_story_is_told_in_both_languages_and_kept_in_its_section(story: dict[str, Any]) -> None:
    assert story["story"]["ar"].endswith(".")
    assert story["story"]["en"].endswith(".")
    household = _household(story["file"])["household"]
    assert household["section"] == story["section"]
    assert household["applied_on"] <= story["expect"]["on"].isoformat()
    assert date(2024, 3, 1) <= story["expect"]["on"] <= _LAST_OF_TODAY


@_each_story
def test_the_total_is_the_amount_with_food_and_electricity_by_size(story: dict[str, Any]) -> None:
    expected = story["expect"]
    if "total" not in expected:
        return
    size = len(_household(story["file"])["members"])
    assert float(expected["total"]) == float(expected["amount"]) + _FOOD * size + _ELECTRICITY[size]


@_each_story
def test_nothing_that_the_developed_law_asks_is_left_open_unless_that_is_the_story(story: dict[str, Any]) -> None:
    file = _household(story["file"])
    asked = {"independent", "vehicles", "domestic_workers", "domestic_workers_for_disability", "commercial_register"}
    assert asked <= file["household"].keys()
    assert {"tenure", "separate", "proof", "all_residents_registered"} <= file["household"]["dwelling"].keys()
    for member in file["members"]:
        asked = {"nationality", "sex", "marital_status", "absences", "shelter_stays", "disability", "incapacity"}
        assert asked | {"incomes", "assets", "work", "education", "id_kind"} <= member.keys()
        assert {"birth_date", "birth_date_hijri"} & member.keys()
        unknown = [income for income in member["incomes"] if "amount" not in income]
        assert not unknown or story["expect"]["outcome"] == "undetermined"
        cars = [asset for asset in member["assets"] if asset["kind"] == "car"]
        assert all({"value", "liquidable"} <= car.keys() for car in cars)


@_each_story
def test_cars_listed_and_cars_counted_agree(story: dict[str, Any]) -> None:
    file = _household(story["file"])
    cars = sum(asset["kind"] == "car" for member in file["members"] for asset in member["assets"])
    assert cars == file["household"]["vehicles"]


def test_nobody_bears_a_number_that_another_bears_or_a_living_person_could() -> None:
    numbers: list[str] = []
    for story in _STORIES:
        file = _household(story["file"])
        household = file["household"]
        assert is_invented_phone(household["phone"])
        assert is_invented_iban(read_iban(household["payee"]["iban"]))
        numbers += [household["phone"], household["payee"]["iban"]]
        for member in file["members"]:
            if "national_id" not in member:
                assert member["id_kind"] == "mobility_card"
                continue
            identity = read_national_id(member["national_id"], country="SA", id_kind=member["id_kind"])
            assert isinstance(identity, SaudiId)
            assert identity.number.startswith(("100099", "200099"))
            numbers.append(identity.number)
    assert len(numbers) == len(set(numbers))


def test_one_researcher_sits_down_when_nobody_is_named_and_the_womens_section_has_a_woman() -> None:
    file = _yaml("office.yaml")
    staff = file["staff"]
    assert [person["login"] for person in staff if person.get("signs_in_by_itself")] == ["researcher.women"]
    assert any(person["sex"] == "female" and "women" in person["sections"] for person in staff)
    assert {person["role"] for person in staff} == {"researcher", "supervisor", "empowerment_specialist"}
    assert len(file["office"]["letterhead"]["ar"]) == len(file["office"]["letterhead"]["en"])


def test_courses_lie_ahead_and_one_is_small_enough_for_a_waiting_list() -> None:
    courses = _yaml("courses.yaml")["courses"]
    assert len(courses) == 4
    assert all(_LAST_OF_TODAY < course["starts_on"] < course["ends_on"] for course in courses)
    assert min(course["seats"] for course in courses) <= 2
    assert {course["section"] for course in courses} == {"general", "women", "any"}
    for course in courses:
        known = {"min_age", "max_age", "sex", "ability", "stages", "beneficiary"}
        assert course["conditions"].keys() <= known
        assert {"ar", "en"} == course["title"].keys() == course["provider"].keys() == course["place"].keys()
