"""Invented households in which every rule of the developed law has something to do, and nothing is unknown.

Couples, widows, divorced mothers with custody told in every way, independent persons, the old with grown children,
foreigners exempt and not: each with every kind of income and asset, breach and stay that `invented_people` deals out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import msgspec
from invented_people import ON, YEAR, Person, born, invented

from desktop.facts.household_file import HouseholdFile

File = dict[str, Any]

_MOTORS = ("car", "taxi", "truck", "tractor")


def household(number: int, *, unknown: bool = False) -> HouseholdFile:
    """An invented household, the same for the same number; `unknown` leaves out a few of its facts."""
    return msgspec.convert(household_file(number, unknown=unknown), HouseholdFile)


def household_file(number: int, *, unknown: bool = False) -> File:
    """The household as plain data of the contract, dates as days."""
    dice = Random(number)
    shape = dice.choices([each for each, _ in _SHAPES], [weight for _, weight in _SHAPES])[0]
    members = shape(dice)
    file = {"format": "yusr-household/1", "household": _home(dice, members), "members": members}
    if unknown:
        _forget(file, dice)
    return file


def _couple(dice: Random) -> list[Person]:
    head = invented("m1", "head", dice, born(dice, 24, 70), sex="male", marital_status="married", spouses=["m2"])
    wife = invented("m2", "spouse", dice, born(dice, 20, 60), sex="female", marital_status="married", spouses=["m1"])
    wife |= {"father": "o3", "mother": "o4"}
    if dice.random() < 0.1:
        _foreign(wife, dice)
    younger = min(head, wife, key=_age)
    children = [_child(dice, at, younger, father="m1", mother="m2") for at in range(dice.choice((0, 1, 2, 3, 3, 4, 6)))]
    parents = [invented("m20", "parent", dice, born(dice, 71, 95), marital_status="widowed", father="o6", mother="o7")]
    return [head, wife, *children, *(parents if dice.random() < 0.1 else [])]


def _widow(dice: Random) -> list[Person]:
    head = invented("m1", "head", dice, born(dice, 24, 70), sex="female", marital_status="widowed", spouses=["o5"])
    head["former_spouse_of_citizen"] = dice.random() < 0.8
    children = [_child(dice, at, head, father="o5", mother="m1") for at in range(dice.randrange(0, 6))]
    if dice.random() < 0.15:
        _foreign(head, dice)
    return [head, *children]


def _divorced(dice: Random) -> list[Person]:
    head = invented("m1", "head", dice, born(dice, 22, 60), sex="female", marital_status="divorced")
    head["former_spouse_of_citizen"] = dice.random() < 0.8
    children = [_child(dice, at, head, father="o8", mother="m1") for at in range(dice.randrange(1, 6))]
    of_foreigner = dice.random() < 0.2
    for child in children:
        if dice.random() < 0.6:
            child["custody"] = _custody(dice)
            child["lives_in_dwelling"] = dice.random() < 0.6
        if of_foreigner:
            _foreign(child, dice)
            child["father"] = dice.choice(("o8", "o8", "o5"))
    if not of_foreigner and dice.random() < 0.1:
        _foreign(head, dice)
    return [head, *children]


def _independent(dice: Random) -> list[Person]:
    return [invented("m1", "head", dice, born(dice, 17, 60))]


def _old(dice: Random) -> list[Person]:
    head = invented("m1", "head", dice, born(dice, 62, 92), marital_status=dice.choice(("widowed", "divorced")))
    grown = [invented("m2", "child", dice, born(dice, 18, 40), **_parents_of(head, "o5"))]
    return [head, *(grown if dice.random() < 0.6 else [])]


def _displaced(dice: Random) -> list[Person]:
    """Holders of a mobility card, and foundlings in their care."""
    head = invented("m1", "head", dice, born(dice, 24, 60), sex="female", marital_status="widowed", spouses=["o8"])
    children = [
        _child(dice, at, head, father=dice.choice(("o5", "o8")), mother="m1") for at in range(dice.randrange(0, 4))
    ]
    foundling = invented("m20", "other", dice, born(dice, 0.5, 16), father="o9", mother="o10")
    members = [head, *children, *([foundling] if dice.random() < 0.4 else [])]
    for member in members:
        _foreign(member, dice, "mobility_card")
    return members


_SHAPES: tuple[tuple[Callable[[Random], list[Person]], int], ...] = (
    (_couple, 52),
    (_widow, 13),
    (_divorced, 14),
    (_independent, 10),
    (_old, 7),
    (_displaced, 4),
)


def _child(dice: Random, place: int, parent: Person, **parents: str) -> Person:
    eldest = max(1.0, (ON - parent["birth_date"]).days / YEAR - 16)
    birth = born(dice, 0.1, min(eldest, 17 if dice.random() < 0.75 else 27))
    return invented(f"m{place + 3}", "child", dice, birth, **parents)


def _age(person: Person) -> timedelta:
    birth: date = person["birth_date"]
    return ON - birth


def _parents_of(head: Person, other: str) -> dict[str, str]:
    """As child of the head and of somebody who does not live here."""
    if head["sex"] == "male":
        return {"father": head["ref"], "mother": "o4"}
    return {"father": other, "mother": head["ref"]}


def _foreign(person: Person, dice: Random, paper: str = "iqama") -> None:
    person |= {"nationality": dice.choice(("YE", "SY", "EG")), "id_kind": paper}
    if dice.random() < 0.15:
        person["id_valid_until"] = ON - timedelta(days=dice.randrange(0, 200))
    if person["father"] in ("o1", "o3"):
        person |= {"father": "o6", "mother": "o7"}


def _custody(dice: Random) -> dict[str, Any]:
    custody: dict[str, Any] = {}
    if dice.random() < 0.7:
        custody["holder"] = dice.choice(("m1", "m1", "o8"))
    if dice.random() < 0.7:
        custody["deed"] = dice.random() < 0.7
    if dice.random() < 0.6:
        custody["nearer_school"] = dice.random() < 0.6
    return custody or {"deed": False}


def _home(dice: Random, members: list[Person]) -> File:
    alone = len(members) == 1 and dice.random() < 0.9
    workers = dice.choice((0, 0, 0, 0, 1, 1, 2, 3, 4))
    home: File = {
        "country": "SA",
        "applied_on": ON - timedelta(days=dice.randrange(0, 700)),
        "dwelling": {
            "tenure": dice.choice(("owned", "rented", "provided")),
            "separate": dice.random() < 0.9,
            "proof": dice.choice(("ejar_lease", "ejar_lease", "title_deed", "government_certificate", "none")),
            "proof_holder": dice.choice(("m1", "m1", "m1", members[-1]["ref"], "o1")),
            "all_residents_registered": dice.random() < 0.97,
        },
        "independent": alone,
        "family_dwellings": dice.choice((2, 2, 3)) if members[0]["sex"] == "male" and dice.random() < 0.08 else 1,
        "vehicles": _vehicles(dice, members),
        "domestic_workers": workers,
        "domestic_workers_for_disability": dice.randrange(0, workers + 1),
        "outside": _outside(members),
    }
    if dice.random() < 0.1:
        asked = ON - timedelta(days=dice.randrange(5, 120))
        home["update_asked_on"] = asked
        if dice.random() < 0.6:
            home["updated_on"] = asked + timedelta(days=dice.randrange(-40, 5))
    if dice.random() < 0.02:
        home["waived_on"] = ON - timedelta(days=dice.randrange(0, 200))
    return home


def _vehicles(dice: Random, members: list[Person]) -> int:
    """As many as the motors that are held; where no car is listed, whatever was told."""
    held = [
        asset["kind"]
        for member in members
        for asset in member["assets"]
        if asset["kind"] in _MOTORS and asset.get("until", date.max) > ON
    ]
    return len(held) if "car" in held else dice.choice((0, 0, 1, 1, 2, 4))


def _outside(members: list[Person]) -> list[File]:
    """Who is named and does not live here: parents, a dead husband, a foreign one, the two whom nobody knows."""
    named = {"o1", "o2"}
    for member in members:
        named |= {member["father"], member["mother"], *member["spouses"], member.get("custody", {}).get("holder")}
    people = []
    for at in range(1, 11):
        status = {9: "unknown_identity", 10: "unknown_identity", 8: "living_elsewhere"}.get(at, "deceased")
        nationality = "YE" if at in (6, 7, 8) else "SA"
        sex = "female" if at in (2, 4, 7, 10) else "male"
        person = {"ref": f"o{at}", "sex": sex, "nationality": nationality, "status": status}
        people.append(person | {"since": date(2001, 1, 1), "remarried": False})
    return [person for person in people if person["ref"] in named]


def _forget(file: File, dice: Random) -> None:
    """Leaves out one to three facts: an office knows much, and rarely all."""
    for _ in range(dice.randrange(1, 4)):
        member = dice.choice(file["members"])
        entries = dice.choice((member.get("incomes"), member.get("assets"))) or [{}]
        thing, names = dice.choice(
            (
                (file["household"], ("vehicles", "domestic_workers", "independent")),
                (file["household"]["dwelling"], ("all_residents_registered", "separate", "proof")),
                (member, ("birth_date", "lives_in_dwelling", "dependency_confirmed", "incomes", "assets", "absences")),
                (dice.choice(entries), ("amount", "value", "since", "liquidable", "registered")),
            )
        )
        thing.pop(dice.choice(names), None)
