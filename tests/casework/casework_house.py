"""An office with one registered household, for the tests of casework and notices."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import pytest
from conftest import House, at

from desktop.casework import service as casework
from desktop.casework.answers import AssessmentAnswer, DecisionAnswer
from desktop.database.policy import Section, StaffRole
from desktop.facts.household_file import HouseholdFile
from desktop.facts.reading import read_household
from desktop.office.desk import Desk
from desktop.office.work import open_items
from desktop.programmes.packs.catalogue import Catalogue
from desktop.registry import service as registry
from desktop.registry.queries import open_file
from desktop.values.errors import OfficeError
from desktop.values.language import Language
from desktop.values.money import Currency, Money

ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""Rules of the room that no database has a part in."""

DEVELOPED = "sa.developed"
DAY = date(2024, 3, 1)
EXAMPLE: dict[str, Any] = msgspec.json.decode(
    files("resources").joinpath("contracts", "household.example.json").read_bytes()
)


@cache
def shipped() -> Catalogue:
    return Catalogue()


def example(**household: Any) -> HouseholdFile:
    """The contract's example; facts of the household are put in, None takes one out."""
    tree = msgspec.json.decode(msgspec.json.encode(EXAMPLE))
    for name, value in household.items():
        if value is None:
            tree["household"].pop(name, None)
        else:
            tree["household"][name] = value
    return read_household(msgspec.json.encode(tree))


def earning(file: HouseholdFile, amount: str | None) -> HouseholdFile:
    """The file with the head's salary changed; None: nobody said what she earns."""
    tree = msgspec.to_builtins(file, str_keys=True)
    if amount is None:
        for name in ("incomes", "assets"):
            tree["members"][0].pop(name)
    else:
        tree["members"][0]["incomes"][0]["amount"] = amount
    return read_household(msgspec.json.encode(tree))


def numbered_anew(file: HouseholdFile, turn: int, **household: Any) -> HouseholdFile:
    """The same family as other people: nobody is registered twice."""
    tree = msgspec.to_builtins(file, str_keys=True)
    for member in tree["members"]:
        member.pop("national_id")
    tree["household"] |= {"section": "general", "applied_on": f"2024-01-{turn + 1:02d}", **household}
    return read_household(msgspec.json.encode(tree))


@dataclass
class Caseworkers:
    """Qatif with nura (women's section), sara (general) and huda (supervisor), and the example registered by nura."""

    house: House
    file_number: str

    def desk(self, login: str = "nura", on: date = DAY, *, reading: bool = False) -> AbstractContextManager[Desk]:
        return self.house.desk(login, reading=reading, clock=at(on))

    def opener(self, login: str = "huda", on: date = DAY) -> Callable[..., AbstractContextManager[Desk]]:
        def opening(*, reading: bool = False) -> AbstractContextManager[Desk]:
            return self.desk(login, on, reading=reading)

        return opening

    def assess(
        self, on: date = DAY, *, today: date | None = None, catalogue: Catalogue | None = None
    ) -> AssessmentAnswer:
        with self.desk(on=today or on) as desk:
            return casework.assess(
                desk,
                file_number=self.file_number,
                programme=DEVELOPED,
                on=on,
                catalogue=catalogue or shipped(),
            ).answer

    def decide(self, on: date = DAY, *, today: date | None = None, **more: Any) -> DecisionAnswer:
        catalogue = more.pop("catalogue", None) or shipped()
        with self.desk(on=today or on) as desk:
            return casework.decide(
                desk, file_number=self.file_number, programme=DEVELOPED, on=on, catalogue=catalogue, **more
            ).answer

    def amend(self, file: HouseholdFile, *, today: date, since: date | None = None) -> None:
        with self.desk(on=today) as desk:
            version = open_file(desk, self.file_number).version
            registry.amend(
                desk,
                file_number=self.file_number,
                draft=file,
                expected_version=version,
                effective_from=since,
                reason="a change reported by the family",
            )


def staffed(qatif: House, file: HouseholdFile | None = None) -> Caseworkers:
    """Qatif with its staff and the household registered."""
    qatif.appoint("sara")
    qatif.appoint("nura", sections=frozenset({Section.WOMEN}))
    qatif.appoint("huda", roles=frozenset({StaffRole.SUPERVISOR}))
    workers = Caseworkers(qatif, "")
    with workers.desk(on=date(2024, 1, 7)) as desk:
        workers.file_number = registry.register(desk, draft=file or example()).answer.file_number
    return workers


def refusal(workers: Caseworkers, **more: Any) -> str:
    """The key of what refuses a decision; its sentence can be said in both languages."""
    with pytest.raises(OfficeError) as refused:
        workers.decide(**more)
    for language in Language:
        assert "{" not in refused.value.sentence(language)
    return refused.value.key


def sar(text: str) -> Money:
    return Money.of(text, Currency.SAR)


def kinds_of_work(workers: Caseworkers) -> list[str]:
    with workers.desk(reading=True) as desk:
        return [item.kind for item in open_items(desk)]
