"""Invented households with holes everywhere: facts taken out, changed, bounded, or told in another calendar."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import msgspec

from desktop.exchange.invented.caseload import invent
from desktop.facts.household_file import HouseholdFile
from desktop.facts.shape import Shape, fields_of
from desktop.values.dates import hijri_of

DAMAGE = (0.0, 0.02, 0.1, 0.3)
"""How likely each fact of a file is taken out; drawn once a file."""
CALM = 0.03
NATIONALITIES = ("SA", "EG", "SD", "YE")


def holed_households(n: int, *, seed: int, country: str, on: date) -> list[HouseholdFile]:
    """`n` files, the same for the same seed."""
    dice = Random(seed)
    found = []
    for file in invent(n, seed=seed, country=country, on=on):
        damage = dice.choice(DAMAGE)
        whole: Any = msgspec.json.decode(msgspec.json.encode(file))
        refs = [each["ref"] for each in (*whole["members"], *whole["household"].get("outside", ()))]
        damaged = _struct(whole, HouseholdFile, dice, damage, [*refs, "nobody"])
        for member in damaged["members"]:
            _birth(member, dice)
        found.append(msgspec.convert(damaged, HouseholdFile))
    return found


def _struct(thing: dict[str, Any], struct: type[msgspec.Struct], dice: Random, damage: float, refs: list[str]) -> Any:
    changed: dict[str, Any] = {}
    for field in fields_of(struct):
        if field.name not in thing:
            if field.shape.struct is not None and dice.random() < damage / 2:
                value = _struct({}, field.shape.struct, dice, damage, refs)
                if set(value) >= {each.name for each in fields_of(field.shape.struct) if each.required}:
                    changed[field.name] = value
            elif not field.required and dice.random() < damage / 2:
                made = _made(field.shape, dice, refs)
                if made is not None and field.name not in ("ref", "birth_date_hijri", "birth_date", "amount_between"):
                    changed[field.name] = made
            continue
        if not field.required and dice.random() < damage:
            continue
        changed[field.name] = _value(thing[field.name], field.name, field.shape, dice, damage, refs)
    return changed


def _value(value: Any, name: str, shape: Shape, dice: Random, damage: float, refs: list[str]) -> Any:
    if shape.struct is not None:
        return _struct(value, shape.struct, dice, damage, refs)
    if isinstance(value, list) and shape.item is not None and shape.item.struct is not None:
        return [_struct(item, shape.item.struct, dice, damage, refs) for item in value]
    keeps = name in ("ref", "country", "format", "birth_date_hijri", "role")
    if keeps or dice.random() > CALM + damage / 3:
        return value
    made = _made(shape, dice, refs)
    return value if made is None else made


def _made(shape: Shape, dice: Random, refs: list[str]) -> Any:
    kind = shape.kind.value
    if shape.code is not None:
        return dice.choice([code.value for code in shape.code])
    if kind == "boolean":
        return dice.random() < 0.5
    if kind == "date":
        return (
            date(2026, 11, 1) - timedelta(days=dice.choice([0, 1, 20, 90, 400, 6570, 9131, 23741, -30]))
        ).isoformat()
    if kind == "money":
        return dice.choice(["0", "0.01", "999.99", "1320", "20000.5", "250000", "2000000000"])
    if kind == "integer":
        return dice.choice([1, 2, 3, 5, 7])
    if kind == "number":
        return dice.choice([0.0, 0.1, 1.5, 4.33, 33.333333333, 60, 85])
    if kind == "ref":
        return dice.choice(refs)
    if kind == "refs":
        return dice.sample(refs, k=min(len(refs), dice.randrange(3)))
    return dice.choice(NATIONALITIES) if shape.pattern == "^[A-Z]{2}$" else None


def _birth(member: dict[str, Any], dice: Random) -> None:
    for income in member.get("incomes", ()):
        if dice.random() < 0.1 and "amount" in income:
            income["amount_between"] = [income.pop("amount"), "900000"] if dice.random() < 0.8 else ["5", "5.00"]
    if "birth_date_hijri" in member:
        member.pop("birth_date", None)
    stated = member.get("birth_date")
    if stated is None or dice.random() > 0.25:
        return
    hijri = hijri_of(date.fromisoformat(stated))
    if hijri is not None and dice.random() < 0.5:
        del member["birth_date"]
        member["birth_date_hijri"] = str(hijri)
    member["birth_date_precision"] = dice.choice(["day", "month", "year"])


def beyond_columns(file: HouseholdFile) -> HouseholdFile:
    """A Saudi household whose sums no column holds: the interpreter answers it, whatever engine is asked."""
    whole = msgspec.to_builtins(file)
    whole["members"][0]["incomes"] = [
        {"kind": "rent", "amount": "123456789012345.67", "period": "month", "since": "2020-01-01"},
        {"kind": "rent", "amount": "1.00", "period": "week", "times": 4.3333333, "since": "2020-01-01"},
    ]
    whole["household"]["family_dwellings"] = 7
    return msgspec.convert(whole, HouseholdFile)
