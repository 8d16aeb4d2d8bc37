"""The demonstration office opens on some weeks of believable work: most is done and told, a handful waits."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pytest
import yaml
from conftest import House, at
from thoroughness import TIMES

from desktop.agenda.answers import DueKind, Urgency
from desktop.agenda.queries import my_desk
from desktop.casework import queries
from desktop.casework.answers import DecisionAnswer
from desktop.exchange import demonstration_office
from desktop.facts.codes import Outcome
from desktop.notices.answers import NoticeState
from desktop.registry.answers import HouseholdAnswer
from desktop.registry.listing import page
from desktop.registry.queries import open_file

_FOLDER = files("resources").joinpath("demonstration")
FOUNDED = date(2026, 11, 22)
_WEEKEND = {4, 5}

DAYS = [date(2027, 1, 1), date(2027, 12, 31), date(2027, 1, 5), date(2031, 6, 5)]
"""On which an office is founded; the first two in the suite."""

ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def _yaml(name: str, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(_FOLDER.joinpath(name).read_text("utf-8"))[key]
    return found


LIVES, STORIES = _yaml("lives.yaml", "lives"), _yaml("stories.yaml", "stories")


def furnished(house: House, day: date = FOUNDED) -> tuple[str, ...]:
    """The file numbers of a demonstration that one person founded on a day."""
    return demonstration_office.furnish(
        lambda login: house.desk(login, clock=at(day)), founder=house.founder, alone=True, new=True
    )


def opened(house: House, day: date = FOUNDED) -> tuple[list[HouseholdAnswer], list[DecisionAnswer]]:
    """Every file with its decisions, in the order of the file numbers."""
    with house.desk(house.founder, reading=True, clock=at(day)) as desk:
        households = [open_file(desk, row.file_number) for row in page(desk).rows]
        households.sort(key=lambda each: each.file_number)
        return households, list(reversed(queries.decisions(desk)))


def test_every_household_has_a_life_and_who_came_first_has_the_lower_number() -> None:
    assert [each["file"] for each in LIVES] == [each["file"] for each in STORIES]
    days = [each["applied"] for each in LIVES]
    assert days == sorted(days, reverse=True)


def test_the_first_day_finds_a_handful_of_work_and_none_of_it_late(qatif: House) -> None:
    furnished(qatif)
    with qatif.desk(qatif.founder, reading=True, clock=at(FOUNDED)) as desk:
        found = my_desk(desk)

    assert Counter(row.kind for row in found.due) == {
        DueKind.DECIDE: 3,
        DueKind.MISSING_FACTS: 2,
        DueKind.NOTICE_FAILED: 1,
    }
    assert Urgency.OVERDUE not in found.urgencies
    # The family that was asked for a fact has some days left to give it.
    (asked,) = (row for row in found.due if row.kind is DueKind.MISSING_FACTS and row.due is not None)
    assert asked.due is not None
    assert FOUNDED < asked.due <= FOUNDED + timedelta(days=20)


def test_what_is_clear_was_decided_as_its_story_says_within_the_days_of_the_law(qatif: House) -> None:
    furnished(qatif)
    households, decisions = opened(qatif)

    numbers = {household.file_number: story for household, story in zip(households, STORIES, strict=True)}
    lives = {household.file_number: life for household, life in zip(households, LIVES, strict=True)}
    assert {each.file_number for each in decisions} == {number for number, life in lives.items() if "decided" in life}
    for decision in decisions:
        outcome = numbers[decision.file_number]["expect"]["outcome"]
        assert decision.grants == (outcome == Outcome.ELIGIBLE.value)
        assert not decision.late
        assert decision.decided_on.weekday() not in _WEEKEND
    failed = [each for each in decisions if each.notices[0].state is NoticeState.FAILED]
    assert [lives[each.file_number]["because"] for each in failed] == [failed[0].notices[0].failed_because]


def test_nobody_was_decided_on_before_the_file_was_there(qatif: House) -> None:
    furnished(qatif)
    households, decisions = opened(qatif)

    registered = {each.file_number: each.summary.registered_at for each in households}
    assert all(each.decided_at > registered[each.file_number] for each in decisions)
    assert [each.summary.registered_at for each in households] == sorted(registered.values())
    for household in households:
        assert household.file.household.applied_on == household.summary.registered_at.date()


@ON_SQLITE
@pytest.mark.parametrize("day", DAYS if TIMES > 1 else DAYS[:2])
def test_an_office_founded_on_any_day_has_numbers_of_its_year_and_no_late_work(qatif: House, day: date) -> None:
    given = furnished(qatif, day)

    assert all(each.startswith(f"{given[0][:3]}-{day.year}-") for each in given)
    with qatif.desk(qatif.founder, reading=True, clock=at(day)) as desk:
        assert Urgency.OVERDUE not in my_desk(desk).urgencies
    assert furnished(qatif, day) == ()


@ON_SQLITE
def test_who_was_abroad_for_half_the_year_before_the_application_still_was(qatif: House) -> None:
    furnished(qatif)
    households, _ = opened(qatif)

    place = next(place for place, each in enumerate(LIVES) if each["file"].startswith("09"))
    household = households[place].file
    (absence,) = [
        each for member in household.members if isinstance(member.absences, tuple) for each in member.absences
    ]
    assert isinstance(absence.to, date)
    assert isinstance(household.household.applied_on, date)
    assert household.household.applied_on - absence.to == date(2024, 10, 6) - date(2024, 9, 20)
